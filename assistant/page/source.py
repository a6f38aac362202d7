"""The source beside the chat: a document opened at a place, with its surroundings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from assistant.library.originals import OriginalChangedError, OriginalGoneError
from assistant.messages import Messages
from assistant.page.buttons import button, labelled, render_choices, render_to_documents
from assistant.page.find import find
from assistant.page.links import Place, fingerprint, number, render_only
from assistant.page.sheets import render_sheets
from assistant.page.text import render_text
from corpus.types import Document

if TYPE_CHECKING:
    from assistant.library.pages import PageImage

# From a start, an end and perhaps the number of a page to images of pages.
Draw = Callable[[int, int, int | None], "list[PageImage]"]

WHOLE_CHARACTERS = 12_000  # a document up to this length is shown whole: laid out in about 20 ms
AROUND_CHARACTERS = 3_000  # shown on each side of the place in a longer one, and per "show more"

SECTIONS = 500  # listed at most
MARK_CHARACTERS = 5_000  # highlighted at most: a link may ask for any span


def render_missing(place: Place, messages: Messages) -> Markup:
    """In place of a document that is not in the index."""
    return Markup(
        '<section class="source" aria-label="{}" data-sent="{}">{}<p class="note">{} {}</p>'
        "</section>"
    ).format(
        messages.source_label, place.sent, _bar(_steps(Place(""), 0, 0, messages), "", messages),
        messages.document_missing.format(document=place.document), render_to_documents(messages),
    )  # fmt: skip


def render_source(
    document: Document,
    place: Place,
    sections: Sequence[tuple[str, int]],
    messages: Messages,
    draw: Draw,
    *,
    among_others: bool,
) -> Markup:
    """The document around `place`, the place marked if it still says the same; one `among_others`
    can be asked alone.
    """
    words, hits = place.find, find(document.text, place.find)
    hit = _hit(place, hits)
    # Where there is none, what was shown before stays.
    place = replace(place, find=words if hits else "")
    start, end = hits[hit] if hits else _span(place, len(document.text))
    says = fingerprint(document.text[start:end]) if end > start else ""
    beyond = max(place.start, place.end) > len(document.text)
    intact = bool(hits) or (says == place.check if place.check else not beyond)
    note = Markup("") if intact else _note(messages.document_changed)
    if words and not hits:
        note += _note(messages.find_none.format(words=words))
    section = place.section if place.check and not hits else ""
    if not section:  # as far as the list of contents tells
        section = next((one for one, first in reversed(sections) if first <= start), "")
    mark = start, end if intact else start
    view, body = _body(document, place, mark, sections, messages, draw)
    link = button(messages.copy_link, "link", done=messages.copied)
    return Markup(
        '<section class="source" aria-label="{}" data-doc="{}" data-start="{}" data-end="{}"'
        ' data-check="{}" data-view="{}" data-page="{}" data-sent="{}"{}>{}{}{}{}{}</section>'
    ).format(
        messages.source_label, document.path, start, end, says if intact else place.check,
        view, place.page or "", place.sent, "" if place.find else _quote(place),
        _bar(_steps(place, hit, len(hits), messages), link, messages),
        _heading(document, start, section, messages, among_others=among_others),
        _tools(document, place, hit, words, sections, view, messages), note, body,
    )  # fmt: skip


def _hit(place: Place, hits: Sequence[tuple[int, int]]) -> int:
    """Which of the matches is meant; the nearest to what was shown where none is named."""
    if place.hit is None:
        return min(range(len(hits)), key=lambda at: abs(hits[at][0] - place.start), default=0)
    return place.hit % max(len(hits), 1)


def _body(
    document: Document,
    place: Place,
    mark: tuple[int, int],
    sections: Sequence[tuple[str, int]],
    messages: Messages,
    draw: Draw,
) -> tuple[str, Markup]:
    """Pages if they are asked for and can be shown, else the text; and which of the two it is."""
    note = Markup("")
    if place.view == "pages" and document.page_starts:
        try:
            images = draw(*mark, place.page)
            pages = len(document.page_starts)
            return "pages", render_sheets(images, pages, _again(place), messages)
        except OriginalGoneError:
            note = _note(messages.original_gone)
        except OriginalChangedError:
            note = _note(messages.original_changed)
    return "text", Markup("{}{}").format(note, _text(document, place, mark, sections, messages))


def _note(words: str) -> Markup:
    return Markup('<p class="note" role="status">{}</p>').format(words)


def _again(place: Place) -> Markup:
    """The attributes of a click that opens the same place."""
    return Markup(
        'data-doc="{}" data-start="{}" data-end="{}" data-check="{}" data-find="{}" data-hit="{}"{}'
    ).format(
        place.document, place.start, place.end, place.check, place.find, place.hit, _quote(place)
    )


def _quote(place: Place) -> Markup:
    """Which quote is shown, if it is one, to show it again."""
    return Markup(' data-turn="{}" data-n="{}" data-of="{}" data-section="{}"').format(
        place.turn, place.n, place.of, place.section
    )


def _span(place: Place, length: int) -> tuple[int, int]:
    """The place within a text of `length`, whatever a link says."""
    start = min(place.start, length)
    return start, min(max(place.end, start), start + MARK_CHARACTERS, length)


def _bar(steps: Markup, link: Markup | str, messages: Messages) -> Markup:
    """Which quote or match this is, the way to its neighbours, and the way out."""
    return Markup(
        '<header class="bar"><div class="steps" title="{}">{}</div>{}{}{}</header>'
    ).format(
        messages.keys_hint, steps,
        button(messages.back_to_quote, "back", "hidden", "quiet back"), link,
        button("✕", "close", labelled(messages.close_source), "close"),
    )  # fmt: skip


def _steps(place: Place, hit: int, hits: int, messages: Messages) -> Markup:
    if place.find:
        n, of = hit + 1, hits
        label = messages.find_position.format(words=place.find, n=n, of=of)
        ways = messages.find_previous, messages.find_next
    elif place.n and place.of:
        n, of = number(place.n) or 0, number(place.of) or 0
        label = messages.quote_position.format(n=place.n, of=place.of)
        ways = messages.previous_quote, messages.next_quote
    else:
        return Markup("<span>{}</span>").format(messages.source_label)
    back, forth = (
        button(sign, "step", labelled(way, disabled=n == end), "", by=by)
        for by, way, sign, end in zip((-1, 1), ways, "‹›", (1, of), strict=True)
    )
    return Markup('{}<span aria-live="polite">{}</span>{}').format(back, label, forth)


def _tools(
    document: Document,
    place: Place,
    hit: int,
    words: str,
    sections: Sequence[tuple[str, int]],
    view: str,
    messages: Messages,
) -> Markup:
    """The way to a section, to words, and from the text to the pages."""
    rows = (
        Markup("<li>{}</li>").format(
            button(section, "open", "", "", doc=document.path, start=start, section=section)
        )
        for section, start in sections[:SECTIONS]
    )
    views = {"text": messages.view_text, "pages": messages.view_pages}
    again = Markup('data-do="open" {} data-view').format(_again(place))
    switch = render_choices(messages.view_label, again, views, view)
    contents = Markup("<details><summary>{}</summary><ul>{}</ul></details>").format(
        messages.outline, Markup("").join(rows)
    )
    return Markup(
        '<div class="search">{0}<input type="search" class="find" value="{1}" data-doc="{2}"'
        ' data-hit="{3}" placeholder="{4}" aria-label="{4}">{5}</div>'
    ).format(
        contents if sections else "", words, document.path, hit, messages.find,
        switch if document.page_starts else "",
    )  # fmt: skip


def _heading(
    document: Document, start: int, section: str, messages: Messages, *, among_others: bool
) -> Markup:
    page = document.page(start)
    number = messages.page_number.format(page=page) if page else ""
    by = " ".join(part for part in (document.organisation, document.author, document.date) if part)
    return Markup('<div class="title"><h2>{}</h2><p>{}</p>{}</div>').format(
        document.title,
        Markup(" · ").join(part for part in (by, section, number) if part),
        render_only(document.path, messages) if among_others else "",
    )


def _text(
    document: Document,
    place: Place,
    mark: tuple[int, int],
    sections: Sequence[tuple[str, int]],
    messages: Messages,
) -> Markup:
    length = len(document.text)
    first, last = _window(length, place, mark)
    earlier, later = max(0, first - AROUND_CHARACTERS), min(length, last + AROUND_CHARACTERS)
    return Markup(
        '<div class="text" tabindex="0">{}<div class="words" lang="zh-CN">{}</div>{}</div>'
    ).format(
        _more("earlier", place, earlier, last, messages.load_earlier) if first else "",
        render_text(document, first, last, mark, sections=sections),
        _more("later", place, first, later, messages.load_later) if last < length else "",
    )


def _window(length: int, place: Place, mark: tuple[int, int]) -> tuple[int, int]:
    """The part to show: all of a short document, else the surroundings of the mark."""
    if length <= WHOLE_CHARACTERS:
        return 0, length
    first = mark[0] - AROUND_CHARACTERS if place.first is None else place.first
    last = mark[1] + AROUND_CHARACTERS if place.last is None else place.last
    return max(0, min(first, mark[0])), min(length, max(last, mark[1]))


def _more(which: str, place: Place, first: int, last: int, label: str) -> Markup:
    return button(label, "open", _again(place), f"more {which}", first=first, last=last)
