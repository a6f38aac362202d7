"""The upper rows of a table, where cells of the first hold several columns together: 2024年 over
产量 and 营收. In the text such a cell stands once, and is empty where it goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

Row = Sequence[str]
Spread = tuple[int, int, int]  # column, and how many columns and rows its cell covers


def is_grouped(above: Row, below: Row) -> bool:
    """Whether the row below tells apart what the first row holds together. It goes on with what
    stands first in that row, or leaves it out, and has no values: unlike the rows of the table.

    >>> is_grouped(("省", "2024年", ""), ("省", "产量", "营收"))
    True
    >>> is_grouped(("省", "产量", ""), ("甲省", "高", "见注"))
    False
    """
    return (
        len(above) == len(below) > 1
        and below[0] in ("", above[0])
        and any(one and not over for over, one in zip(above, below, strict=True))
        and not any(one[:1].isdigit() and "年" not in one for one in below)
    )


def joined(above: Row, below: Row) -> tuple[str, ...]:
    """One row that names every column whole.

    >>> joined(("省", "2024年", ""), ("省", "产量", "营收"))
    ('省', '2024年 产量', '2024年 营收')
    """
    over: Iterator[str] = accumulate(above, lambda before, one: one or before)
    pairs = zip(over, below, strict=True)
    return tuple(one if one == other else f"{one} {other}".strip() for one, other in pairs)


def laid_out(rows: Sequence[Row]) -> list[list[Spread]]:
    """The cells of each row that are drawn: where two rows make the head, those of the first lie
    over as many columns as they hold together, and down to the second where that has no other.

    >>> laid_out([("省", "2024年", ""), ("省", "产量", "营收")])
    [[(0, 1, 2), (1, 2, 1)], [(1, 1, 1), (2, 1, 1)]]
    """
    made = [[(column, 1, 1) for column in range(len(row))] for row in rows]
    if len(rows) < 2 or not is_grouped(above := rows[0], below := rows[1]):
        return made
    cells = [(start, end - start) for start, end in _runs(above)]
    deep = {start for start, wide in cells if wide == 1 and below[start] in ("", above[start])}
    upper = [(start, wide, 2 if start in deep else 1) for start, wide in cells]
    return [upper, [cell for cell in made[1] if cell[0] not in deep], *made[2:]]


def _runs(above: Row) -> Iterator[tuple[int, int]]:
    """Each filled cell with the empty ones behind it; those at the beginning by themselves."""
    starts = [column for column, cell in enumerate(above) if cell or not any(above[:column])]
    yield from zip(starts, [*starts[1:], len(above)], strict=True)
