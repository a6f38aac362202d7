"""Paragraphs of a repaired text and the headings above them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.lines import (
    is_date,
    is_ended,
    is_numbered_heading,
    is_salutation,
    is_table_row,
    lines_of,
    names_speaker,
    numbered_rank,
    starts_block,
)

_LONGEST_TITLE = 60  # characters
_LONGEST_PLAIN = 30  # an unnumbered heading longer than this is rather an unfinished sentence
_BODY = 40  # a line of this many characters is running text, which a heading can head
_TITLE_LINES = 8  # lines before the text begins
_OUTER, _INNER = 15, 30  # ranks of unnumbered headings, above and below 一、 to （1）


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the repaired text."""

    start: int
    end: int
    section: str
    heading: bool


def paragraphs(text: str, title: str = "") -> Iterator[Paragraph]:
    """The paragraphs of a repaired text, each with its section."""
    lines = lines_of(text)
    shown = [line.of(text) for line in lines]
    front = front_lines(shown)
    ranks = _ranks(shown, front)
    above: list[tuple[int, str]] = []
    for n, line in enumerate(lines):
        if (rank := ranks.get(n)) is not None and shown[n] != title:
            above = [outer for outer in above if outer[0] < rank]
            above.append((rank, shown[n].lstrip("# \t")))
        section = " > ".join(name for _, name in above)
        yield Paragraph(line.start, line.end, section, n < front or n in ranks)


def front_lines(shown: list[str]) -> int:
    """How many lines stand before the text: title, author, institution, date."""
    for n, line in enumerate(shown[: _TITLE_LINES + 1]):
        if n == _TITLE_LINES or len(line) > _LONGEST_TITLE or _begins_text(line):
            return n if n < _TITLE_LINES else 0
    return 0  # a document of short lines only is all text


def _begins_text(line: str) -> bool:
    if is_numbered_heading(line) and not line.startswith("# "):
        return True
    return is_salutation(line) or is_table_row(line) or bool(re.search(r"[。！？；]", line))


def _ranks(shown: list[str], front: int) -> dict[int, int]:
    """The heading lines after the front, with their ranks."""
    numbered = {
        n: rank
        for n in range(front, len(shown))
        if (rank := numbered_rank(shown[n])) is not None and _heads(shown, n, rank)
    }
    plain = [n for n in range(front, len(shown)) if n not in numbered and _is_plain(shown, n)]
    outer = bool(plain) and plain[0] < min(numbered, default=len(shown))
    return numbered | dict.fromkeys(plain, _OUTER if outer else _INNER)


def _heads(shown: list[str], n: int, rank: int) -> bool:
    """Whether a numbered line has text below it, and is not an item in a list of its like."""
    if not is_numbered_heading(shown[n]) or n + 1 == len(shown):
        return False
    return numbered_rank(shown[n + 1]) != rank


def _is_plain(shown: list[str], n: int) -> bool:
    """Whether a short line without a number or punctuation heads the running text below it."""
    line = shown[n]
    if not 2 <= len(line) <= _LONGEST_PLAIN or n + 1 >= len(shown) or starts_block(line):
        return False
    if is_ended(line) or names_speaker(line) or is_date(line) or re.search(r"[，,。；]", line):
        return False
    below = shown[n + 1]
    return len(below) >= _BODY and is_ended(below) and (n == 0 or is_ended(shown[n - 1]))
