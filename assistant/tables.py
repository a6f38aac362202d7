"""Rows of tables and their heads: what 4.9 is of 华东 stands above it, in 区域、2025年收入."""

from __future__ import annotations

import re

from corpus.lines import is_table_row
from index import Index
from index.matching import normalise

FARTHEST = 200  # rows below its head that a row may stand
_CELL_ENDS = re.compile(r"\t|\||\s{2,}")
# 4.9, -3.2%, 46.8万头, 3.07元/公斤; but 2025年收入 heads a column.
_VALUE = re.compile(r"(?!(?:19|20)\d\d(?:年|$))[-+−]?\d[\d,.]*\s*(?:[%％‰]|[\u4e00-\u9fff/]{0,6})")


def head_of(index: Index, row: int) -> int | None:
    """The row of the sentence table that heads the columns of `row`; None outside of tables.

    A head is the first row of a table, where it has no values; it has no head itself.
    """
    if not is_table_row(index.sentence(row)):
        return None
    first = row
    while first > max(0, row - FARTHEST) and _is_below(index, first):
        first -= 1
    return first if first < row and not has_values(index.sentence(first)) else None


def is_asked_for(index: Index, row: int, head: int, question: str) -> bool:
    """Whether the question names what stands before the row and what heads one of its columns."""
    asked = _plain(question)
    cells, heads = ([_plain(cell) for cell in _cells(index.sentence(one))] for one in (row, head))
    if not cells or not heads:
        return False
    corner = len(heads) >= len(cells)  # what heads the names of the rows, and no column
    name, label, columns = cells[0], heads[0] if corner else "", heads[corner:]
    is_value = _VALUE.fullmatch(name) and not (corner and _RANGE.search(name))
    if is_value or len(name) < LEAST or name not in asked:
        return False
    rest = _HOW_MANY.sub("", asked.replace(name, "").replace(label, ""))
    columns = [column.removeprefix("其中") for column in columns]
    return any(_is_named(column, rest) for column in columns)


def _is_named(column: str, asked: str) -> bool:
    """Whether the words of the head stand there, its year apart: 2025年……有多少冷藏车."""
    year = _OF_YEAR.match(column)
    name = column[year.end() :] if year else column
    return len(name) >= LEAST and name in asked and (year is None or year[1] in asked)


_OF_YEAR = re.compile(r"((?:19|20)\d\d)年?")
_HOW_MANY = re.compile("(?:多少|几)[个张户人家台座项件名所]?")  # 新建多少个助餐点
_RANGE = re.compile(r"\d-\d|以[上下内]$")  # 100-500, 500以上: names of rows
_BETWEEN = re.compile(r"(?<=\d)[到至~—–](?=\d)")  # 100到500
LEAST = 2  # characters of a name, of a row or a column
_UNIT = re.compile(r"[(（][^()（）]*[)）]")


def _plain(text: str) -> str:
    """Without 的, which comes between the words of a column, and without units in brackets."""
    plain = _UNIT.sub("", normalise(text)).replace("的", "").replace(" ", "")
    return _BETWEEN.sub("-", plain)


def _cells(text: str) -> list[str]:
    return [cell.strip() for cell in _CELL_ENDS.split(text) if cell.strip()]


def _is_below(index: Index, row: int) -> bool:
    """Whether the sentence before is a row of the same table."""
    document, before = index.owner(row), index.owner(row - 1)
    if document != before or not is_table_row(index.sentence(row - 1)):
        return False
    sentences = index.generation.sentences
    between = index.documents[document].text[sentences[row - 1]["end"] : sentences[row]["start"]]
    return not between.strip() and between.count("\n") <= 1


def has_values(text: str) -> bool:
    """Whether a row holds a number: a head of columns does not."""
    return any(map(_VALUE.fullmatch, _cells(text)))
