"""What stands around a quote: its paragraph, and where that says little more, the next ones."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from corpus import Document, repair, tidy

ENOUGH_CHARACTERS = 80  # around the quote; below that its paragraph tells little more
MOST_CHARACTERS = 800  # on either side: some documents are one single paragraph
CUT = "……"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A quote with the paragraphs around it, one on a line."""

    before: str
    quote: str
    after: str


def surroundings(document: Document, start: int, end: int) -> Surroundings:
    """Around `document.text[start:end]`, in the source's words, its hard line breaks mended."""
    repaired = repair(document.text, document.page_starts)
    text = repaired.text
    at, until = (bisect_left(repaired.offsets, place) for place in (start, end))
    first, last = _line_start(text, at), _line_end(text, until)
    if at - first + last - until < ENOUGH_CHARACTERS:
        first, last = _line_start(text, max(first - 1, 0)), _line_end(text, last + 1)
    before, after = text[first:at], text[until:last]
    if len(before) > MOST_CHARACTERS:
        before = CUT + before[-MOST_CHARACTERS:]
    if len(after) > MOST_CHARACTERS:
        after = after[:MOST_CHARACTERS] + CUT
    return Surroundings(before, tidy(document.text[start:end]), after)


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
