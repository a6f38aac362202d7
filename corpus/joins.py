"""Which line breaks stand in the middle of a sentence. Each rule yields the gaps to close."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from corpus.lines import (
    Line,
    is_ended,
    is_numbered_heading,
    is_salutation,
    is_table_row,
    names_speaker,
    starts_block,
)

Gap = tuple[int, int]  # the white space between two lines

_CANNOT_START = "，。、；：！？）》〉」』】〕”’"
_CANNOT_END = "《〈（「『“‘【〔、"
_PAIRS = {"《": "》", "（": "）", "“": "”", "「": "」", "『": "』", "(": ")"}
_INNER = re.compile(r"[，,。；;、：:]")
_STOP = re.compile(r"[。；;！？!?]")
# Words and signs that call for more: no title and no item ends with them.
_CALLS_FOR_MORE = re.compile(r"(?:[的和与與及或在对對为為把被从從向以将將并並而是由至约約等于]|\d|[，,])$")


def fragments(lines: tuple[Line, ...], text: str) -> Iterator[Gap]:
    """Gaps that punctuation or a link on its own line shows to be inside a sentence."""
    blank_lines_part = _blank_lines_part(lines)
    paragraph = ""  # what has been joined so far
    for n, (before, after) in enumerate(pairwise(lines)):
        paragraph = paragraph or before.of(text)
        following = after.of(text)
        linked = blank_lines_part and _is_linked(lines, text, n, paragraph)
        if linked or _runs_on(paragraph, following, after.gap):
            yield before.end, after.start
            paragraph += following
        else:
            paragraph = ""


def wrapped_lines(lines: tuple[Line, ...], text: str) -> Iterator[Gap]:
    """Gaps after lines that are as full as lines get, where most lines are."""
    width = _common_width(lines, text)
    for before, after in pairwise(lines):
        above, below = before.of(text), after.of(text)
        full = width and _width(above) >= 0.85 * width
        if full and not is_table_row(above) and not _apart(above, below) and not is_ended(above):
            if not (after.indent > before.indent and after.gap > 1):
                yield before.end, after.start


def cut_paragraphs(lines: tuple[Line, ...], text: str) -> Iterator[Gap]:
    """Gaps between an unfinished paragraph and what reads like its other half."""
    indented = _paragraphs_are_indented(lines)
    for before, after in pairwise(lines):
        above, below = before.of(text), after.of(text)
        if _apart(above, below) or (indented and after.indent):
            continue
        if _is_unfinished_paragraph(above) and _INNER.search(below):
            yield before.end, after.start


def _runs_on(paragraph: str, following: str, gap: int) -> bool:
    """Whether punctuation forbids a break between `paragraph` and `following`."""
    if following[0] in _CANNOT_START:
        return True
    if starts_block(following):
        return False
    if paragraph[-1] in _CANNOT_END:
        return len(paragraph) > 16 or paragraph[-1] != "、"
    closer = _open_bracket(paragraph)
    return gap == 1 and bool(closer) and not is_ended(paragraph) and closer in following


def _open_bracket(paragraph: str) -> str:
    """What closes the last bracket that `paragraph` leaves open, or "" where none is open."""
    for character in reversed(paragraph):
        if character in _PAIRS.values():
            return ""
        if character in _PAIRS:
            return _PAIRS[character]
    return ""


def _is_linked(lines: tuple[Line, ...], text: str, n: int, paragraph: str) -> bool:
    """Whether line `n + 1` follows without a blank line and the sentence goes on."""
    following = lines[n + 1].of(text)
    if lines[n + 1].gap != 1 or _apart(paragraph, following):
        return False
    reads_on = len(paragraph) >= 20 or (len(paragraph) >= 12 and _INNER.search(paragraph))
    coming = [following]
    if n + 2 < len(lines) and lines[n + 2].gap == 1:
        coming.append(lines[n + 2].of(text))
    orphan = len(following) == 1 and not _INNER.search(paragraph)
    return orphan or (bool(reads_on) and any(_STOP.search(line) for line in coming))


def _apart(above: str, below: str) -> bool:
    """Whether two lines each stand for themselves, whatever their punctuation."""
    if is_ended(above) or starts_block(below) or is_numbered_heading(above):
        return True
    if is_table_row(above) or is_salutation(above) or _is_verse(above, below):
        return True
    return names_speaker(above) and names_speaker(below)


def _is_verse(above: str, below: str) -> bool:
    """Two short lines of one length, as in a poem or a couplet."""
    return len(above) <= 24 and abs(len(above) - len(below)) <= 1


def _is_unfinished_paragraph(line: str) -> bool:
    """A line that reads like running text: long, or with a sentence before its open end."""
    if _STOP.search(line[:-1]) and len(line) >= 12:
        return True
    if _CALLS_FOR_MORE.search(line):
        return len(line) >= 12 and bool(_INNER.search(line))
    return len(line) >= 30 and bool(_INNER.search(line))


def _blank_lines_part(lines: tuple[Line, ...]) -> bool:
    """Whether this document sets blank lines between its paragraphs."""
    gaps = [line.gap for line in lines[1:]]
    return sum(gap > 1 for gap in gaps) > len(gaps) / 2


def _paragraphs_are_indented(lines: tuple[Line, ...]) -> bool:
    return sum(line.indent > 0 for line in lines) > len(lines) / 2


def _common_width(lines: tuple[Line, ...], text: str) -> float:
    """The width that lines are filled to, 0 where paragraphs are as long as they like."""
    widths = sorted(_width(line.of(text)) for line in lines if not is_ended(line.of(text)))
    if len(widths) < 4:
        return 0.0
    widest = widths[-max(1, len(widths) // 10)]  # a few lines may run over
    typical = median(widths)
    return widest if 30 <= widest <= 160 and typical >= 0.85 * widest else 0.0


def _width(line: str) -> int:
    """Columns: a Chinese character takes two, a Latin one takes one."""
    return sum(2 if character >= "\u2e80" else 1 for character in line)
