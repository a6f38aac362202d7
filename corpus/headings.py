"""Paragraphs of a repaired text and the headings above them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from corpus.lines import (
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
_LONGEST_PLAIN = 60  # an unnumbered heading longer than this is rather an unfinished sentence
_BODY = 40  # a line of this many characters is running text, which a heading can head
_TITLE_LINES = 8  # lines before the text begins
_TOP = 20  # the rank of 一、; ranks from here on number the items of lists as well
_OUTER, _INNER = 15, 30  # ranks of unnumbered headings, above and below 一、 to （1）
_BRACKETED = re.compile(r"【[^】]{2,}】$")  # the whole line: 【摘要】 in front of words is a label
# These close the whole document and are no part of the section before them.
_CLOSING = re.compile(r"(?:结束语|結束語|结语|結語|后记|参考文献|附录)$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the repaired text."""

    start: int
    end: int
    section: str
    heading: bool


def paragraphs(text: str, title: str) -> Iterator[Paragraph]:
    """The paragraphs of a repaired text, each with its section."""
    lines = lines_of(text)
    shown = [line.of(text) for line in lines]
    front = front_lines(shown)
    ranks = _ranks(shown, front)
    above: list[tuple[int, str]] = []
    for n, line in enumerate(lines):
        if (rank := ranks.get(n)) is not None and shown[n] != title:
            above = [outer for outer in above if outer[0] < rank]
            above.append((rank, shown[n].lstrip("# \t").strip("*")))
        section = " > ".join(name for _, name in above)
        titled = n < front and (n == 0 or not names_speaker(shown[n]))  # 案由：… is no heading
        yield Paragraph(line.start, line.end, section, titled or n in ranks)


def front_lines(shown: list[str]) -> int:
    """How many lines stand before the text: title, author, institution, date."""
    for n, line in enumerate(shown[: _TITLE_LINES + 1]):
        if n == _TITLE_LINES or len(line) > _LONGEST_TITLE or _begins_text(line):
            return n if n < _TITLE_LINES else _before_labels(shown[:n])
    return 0  # a document of short lines only is all text


def _before_labels(shown: list[str]) -> int:
    """How many of many short lines stand before the first 案由：… that a title stands above."""
    labels = [names_speaker(line) for line in shown]
    return next((n for n in range(1, len(shown)) if labels[n] and not labels[n - 1]), 0)


def _begins_text(line: str) -> bool:
    if is_numbered_heading(line) and not line.startswith("# "):
        return True
    return is_salutation(line) or is_table_row(line) or bool(re.search(r"[。！？；]", line))


def _ranks(shown: list[str], front: int) -> dict[int, int]:
    """The heading lines after the front, with their ranks."""
    numbered = _nested(
        {
            n: rank
            for n in range(front, len(shown))
            if (rank := numbered_rank(shown[n])) is not None and _heads(shown, n, rank)
        }
    )
    plain = _plain_headings(shown, front, numbered)
    outer = min(plain, default=len(shown)) < min(numbered, default=len(shown))
    for n in plain:
        closing = _CLOSING.match(shown[n]) is not None
        numbered[n] = _OUTER if outer or closing else _INNER
    return numbered


def _nested(ranks: dict[int, int]) -> dict[int, int]:
    """一、 below （一） where a document has them the other way round than most."""
    first = next((rank for rank in ranks.values() if rank in (_TOP, _TOP + 1)), _TOP)
    if first == _TOP:
        return ranks
    swapped = {_TOP: _TOP + 1, _TOP + 1: _TOP}
    return {n: swapped.get(rank, rank) for n, rank in ranks.items()}


def _heads(shown: list[str], n: int, rank: int) -> bool:
    """Whether a numbered line has text below it, and is not an item in a list of its like."""
    if not is_numbered_heading(shown[n]) or n + 1 == len(shown):
        return False
    if rank < _TOP:
        return True
    above = shown[n - 1] if n and is_numbered_heading(shown[n - 1]) else ""
    return rank not in (numbered_rank(above), numbered_rank(shown[n + 1]))


def _plain_headings(shown: list[str], front: int, numbered: Container[int]) -> set[int]:
    """Lines without a number that head the running text, or the heading, below them."""
    found: set[int] = set()
    for n in range(len(shown) - 2, front - 1, -1):  # upwards: what is below must be known
        above, below = shown[n - 1] if n > front else "。", shown[n + 1]
        ends_above = is_ended(above) or n - 1 in numbered or _looks_plain(above)
        heads = n + 1 in numbered or n + 1 in found or _is_body(below)
        if n not in numbered and ends_above and heads and _looks_plain(shown[n]):
            found.add(n)
    return found


def _looks_plain(line: str) -> bool:
    """Short and without the end of a sentence, and none of the other short lines there are."""
    if not 2 <= len(line) <= _LONGEST_PLAIN or is_ended(line):
        return False
    if starts_block(line) and not _BRACKETED.match(line):
        return False
    return not (names_speaker(line) or re.search(r"[，、)的和与及或在对把被从向以将并而]$", line))


def _is_body(line: str) -> bool:
    if is_salutation(line):  # 结束语, then 各位代表：
        return True
    return len(line) >= _BODY and re.search(r"[。；：:]", line) is not None
