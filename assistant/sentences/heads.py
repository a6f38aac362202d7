"""Where rows of tables stand: below which head, above which others; what their cells are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from corpus import tidy
from corpus.cells import cells
from corpus.heads import is_grouped, joined
from corpus.lines import is_table_row, line_end, line_start, numbered_rank

if TYPE_CHECKING:  # the page draws by FARTHEST and VALUE, and is there before the index is
    from index import Index

FARTHEST = 2000  # rows below its head that a row may stand
_GAPS = re.compile(r"\s{2,}")
# 4.9, -3.2%, 46.8万头, 3.07元/公斤; but 2025年收入 heads a column.
VALUE = re.compile(
    r"(?!(?:19|20)\d\d\s*(?:年|$))[-+−]?\d[\d,.]*\s*(?:[%％‰]|[\u4e00-\u9fff/]{0,6})"
)
NARROW = 2  # cells: a head with narrow gaps has more

Head = tuple[int, ...]  # rows of the sentence table: one, or two that together name the columns


def heads_of(index: Index, rows: Iterable[int]) -> dict[int, Head]:
    """What heads the columns of each of the rows that is in a table; neighbours in order."""
    heads: dict[int, Head] = {}
    before, first = -1, -1
    for row in rows:
        if row != before + 1 or first < 0 or not _is_below(index, row):
            first = _first(index, row)
        before = row
        if first >= 0 and (head := _head(index, first, row)):
            heads[row] = head
    return heads


def _first(index: Index, row: int) -> int:
    """The first row of its table; -1 outside of tables, and too far below."""
    if not is_table_row(index.sentence(row)):
        return -1
    first = row
    while first > max(0, row - FARTHEST) and _is_below(index, first):
        first -= 1
    return -1 if first > 0 and _is_below(index, first) else first


def _head(index: Index, first: int, row: int) -> Head:
    """The first row of its table, where it has no values nor the number of a paragraph, with the
    one that tells apart what it holds together; it has no head itself.
    """
    while first < row and is_rule(index.sentence(first)):
        first += 1
    said = index.sentence(first)
    if first >= row or has_values(said) or numbered_rank(said) is not None:
        return ()
    lower = next(below(index, (first,)), first)
    is_upper = is_grouped(whole(index, first), whole(index, lower))
    head = (first, lower) if is_upper else (first,)
    return head if head[-1] < row else ()


def below(index: Index, head: Head) -> Iterator[int]:
    """The rows of the table below its head, without the rule between them."""
    row = head[-1] + 1
    while _is_below(index, row):
        if not is_rule(index.sentence(row)):
            yield row
        row += 1


def row_cells(text: str) -> list[str]:
    marked = "\t" in text or "|" in text
    parts = [text[slice(*cell)] for cell in cells(text)] if marked else _GAPS.split(text)
    return [part.strip() for part in parts if part.strip()]


def whole(index: Index, row: int) -> list[str]:
    """The cells of its line, also the empty ones that a sentence begins and ends without."""
    (start, end), text = index.place(row), index.documents[index.owner(row)].text
    line = text[line_start(text, start) : line_end(text, end)]
    return [line[slice(*cell)] for cell in cells(line)]


def columns(index: Index, head: Head) -> Sequence[str]:
    """What heads each column, from the first; of two rows as one."""
    first, *lower = (whole(index, one) for one in head)
    return joined(first, *lower) if lower else first


def names(index: Index, head: Head, row: int) -> tuple[str, ...]:
    """What the columns of the row are called; () where it has not as many cells."""
    read = columns(index, head), row_cells(index.sentence(head[-1]))
    fitting = (cells for cells in read if len(cells) == len(whole(index, row)))
    return tuple(map(tidy, next(fitting, ())))


def _is_below(index: Index, row: int) -> bool:
    """Whether the sentence before is a row of the same table."""
    if not index.follows(row):
        return False
    above, said, between = index.sentence(row - 1), index.sentence(row), index.between(row)
    is_row = is_table_row(said) or is_rule(said)
    if not is_row or between.strip() or not _is_row_above(above, said):
        return False
    if between.count("\n") <= 1:
        return True
    # Over a page's end, what stood at its edges was taken out.
    pages, start = index.documents[index.owner(row)].page_starts, index.place(row)[0]
    is_cut = any(start - len(between) <= page <= start for page in pages)
    return is_cut and len(row_cells(above)) == len(row_cells(said))


def _is_row_above(above: str, row: str) -> bool:
    """Whether it is a row itself, a rule, ────, or a head whose gaps are narrow, with as many cells
    or a rule below.
    """
    if is_table_row(above) or is_rule(above):
        return True
    count = len(row_cells(above))
    return count > NARROW and (is_rule(row) or count == len(row_cells(row)))


def is_rule(text: str) -> bool:
    """---, | --- |: what only sets other lines apart."""
    return not any(map(str.isalnum, text))


def has_values(text: str) -> bool:
    """Whether a row holds a number: a head of columns does not."""
    return any(map(VALUE.fullmatch, row_cells(text)))
