"""What stands around a quote, drawn in its card as the source is: its paragraph or table, and where
that says little more, the next ones.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from markupsafe import Markup

from assistant.messages import Messages
from assistant.page.links import Place, fingerprint
from assistant.page.text import render_text
from corpus import Document, repair
from corpus.lines import is_table_row, line_end, line_start
from corpus.types import Repaired

CUT = "……"
ENOUGH_CHARACTERS = 80  # around the quote; below that its paragraph tells little more
MOST_CHARACTERS = 800  # on either side: some documents are one single paragraph


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


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a quote stands together with the paragraphs around it."""

    start: int
    end: int
    is_cut: tuple[bool, bool]  # whether its paragraphs go on before, and behind
    repaired: Repaired


def surroundings(document: Document, start: int, end: int) -> Surroundings:
    """Around `document.text[start:end]`, in the source's words, its hard line breaks mended."""
    repaired = repair(document.text, document.page_starts)
    text = repaired.text
    at, until = (bisect_left(repaired.offsets, place) for place in (start, end))
    first, last = line_start(text, at), line_end(text, until)
    if is_table_row(text[first:last].strip()):
        first, last = _table(text, first, last)
    if at - first + last - until < ENOUGH_CHARACTERS:
        first, last = line_start(text, max(first - 1, 0)), line_end(text, last + 1)
    is_cut = at - first > MOST_CHARACTERS, last - until > MOST_CHARACTERS
    first, last = max(first, at - MOST_CHARACTERS), min(last, until + MOST_CHARACTERS)
    offsets = [*repaired.offsets, len(document.text)]
    return Surroundings(offsets[first], offsets[last], is_cut, repaired)


def _table(text: str, first: int, last: int) -> tuple[int, int]:
    """The rows around those of `text[first:last]`, and the line above them, which names them."""
    while first and is_table_row(text[line_start(text, first - 1) : first].strip()):
        first = line_start(text, first - 1)
    while last < len(text) and is_table_row(text[last : line_end(text, last + 1)].strip()):
        last = line_end(text, last + 1)
    return line_start(text, max(first - 1, 0)), last
