"""The source as the pages of its PDF look, the quote boxed where it stands."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from assistant.messages import Messages
from assistant.page.buttons import button, labelled

if TYPE_CHECKING:
    from assistant.library.pages import Box, PageImage


def render_sheets(
    images: Sequence[PageImage], pages: int, again: Markup, messages: Messages
) -> Markup:
    """The pages one below the other, and the way to those before and after, of `pages` in all;
    `again`: the attributes of the same place.
    """
    unmatched = [str(image.number) for image in images if not image.matched]
    note = Markup('<p class="note">{}</p>').format(
        messages.page_unmatched.format(page=messages.scope_and.join(unmatched))
    )
    boxed = any(image.boxes for image in images)
    return Markup('{}{}<div class="text sheets" tabindex="0">{}{}</div>').format(
        _leaf(images, pages, again, messages), note if unmatched else "",
        "" if boxed else Markup('<span class="anchor"></span>'),
        Markup("").join(_sheet(image, messages) for image in images),
    )  # fmt: skip


def _leaf(images: Sequence[PageImage], pages: int, again: Markup, messages: Messages) -> Markup:
    first, last = images[0].number, images[-1].number
    numbers = f"{first}" if first == last else f"{first}–{last}"
    return Markup('<div class="leaf">{}<span aria-live="polite">{}</span>{}{}</div>').format(
        _turn(first - 1, pages, "‹", messages.previous_page, again),
        messages.page_position.format(page=numbers, of=pages),
        _turn(last + 1, pages, "›", messages.next_page, again),
        button(messages.page_zoom, "zoom"),
    )


def _turn(page: int, pages: int, sign: str, label: str, again: Markup) -> Markup:
    named = labelled(label, disabled=not 1 <= page <= pages)
    place = Markup("{} {}").format(again, named)
    return button(sign, "open", place, "turn-page", view="pages", page=page)


def _sheet(image: PageImage, messages: Messages) -> Markup:
    return Markup(
        '<div class="sheet"><img src="data:image/jpeg;base64,{}" width="{}" height="{}" alt="{}">'
        "{}</div>"
    ).format(
        b64encode(image.jpeg).decode("ascii"), image.width, image.height,
        messages.page_image.format(page=image.number), Markup("").join(map(_box, image.boxes)),
    )  # fmt: skip


def _box(box: Box) -> Markup:
    return Markup(
        '<mark class="box" style="left:{:.2%};top:{:.2%};width:{:.2%};height:{:.2%}"></mark>'
    ).format(box.left, box.top, box.width, box.height)
