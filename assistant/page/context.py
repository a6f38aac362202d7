"""What stands around a quote, drawn in its card as the source is: paragraphs and tables."""

from __future__ import annotations

from markupsafe import Markup

from assistant.messages import Messages
from assistant.page.links import fingerprint
from assistant.page.place import Place
from assistant.page.surroundings import surroundings
from assistant.page.text import render_text
from corpus import Document

CUT = "……"


def around(document: Document | None, place: Place, messages: Messages) -> dict[str, str]:
    """What stands around a quote as `html`, or as `note` why that cannot be shown."""
    if document is None:  # another index by now, or none
        return {"note": messages.document_missing.format(document=place.document)}
    if fingerprint(document.text[place.start : place.end]) != place.check:
        return {"note": messages.document_changed}
    return {"html": render_context(document, place.start, place.end)}


def render_context(document: Document, start: int, end: int) -> Markup:
    """Around `document.text[start:end]`, which is marked."""
    around = surroundings(document, start, end)
    return Markup("{}{}{}").format(
        CUT if around.is_cut[0] else "",
        render_text(document, around.start, around.end, (start, end), around.repaired),
        CUT if around.is_cut[1] else "",
    )
