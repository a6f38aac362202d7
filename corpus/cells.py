"""The cells of a row of a table: parted by tabs, by bars, or by wide gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.lines import is_table_row
from corpus.tidy import trimmed

BARRED = re.compile(r"\s*\|.*\|\s*")  # from its first bar to its last
BELOW_HEAD = re.compile(r"[\s|:-]*-[\s|:-]*")  # |---|---| in a table
FEWEST = 3  # cells that make a row by themselves; two may be a number and its paragraph
_TABBED = re.compile(r"\S\t|\t\t")  # a single tab in front of a line only indents it
_BAR = re.compile(r"(?<!\\)\|")
_GAP = re.compile(r" {3,}")

Span = tuple[int, int]


def is_row(line: str) -> bool:
    """Whether a line is a row, whatever stands around it: to draw a text, where `is_table_row`
    would make a table of lines that a tab only indents.
    """
    if _TABBED.search(line) or BARRED.fullmatch(line):
        return True
    return is_table_row(line) and len(list(cells(line))) >= FEWEST


def cells(line: str) -> Iterator[Span]:
    r"""Where they stand in the line, without white space around them; empty ones, too.

    >>> line = r"| 甲\|乙 | |"
    >>> [line[start:end] for start, end in cells(line)]
    ['甲\\|乙', '']
    """
    start, end = 0, len(line.rstrip("\n"))
    between = re.compile("\t") if "\t" in line else _BAR if "|" in line else _GAP
    if between is _BAR:
        start, end = trimmed(line, start, end)
        start += line[start] == "|"
        end -= line[:end].endswith("|")
    for part in between.finditer(line, start, end):
        yield trimmed(line, start, part.start())
        start = part.end()
    yield trimmed(line, start, end)
