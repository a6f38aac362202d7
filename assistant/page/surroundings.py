"""What stands around a quote: its paragraph, and where that says little more, the next ones."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from corpus import Document, repair
from corpus.lines import is_table_row, line_end, line_start
from corpus.types import Repaired

ENOUGH_CHARACTERS = 80  # around the quote; below that its paragraph tells little more
MOST_CHARACTERS = 800  # on either side: some documents are one single paragraph


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
