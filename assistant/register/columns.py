"""The years that head the columns of a table: 项目 | 2023年 | 2024年."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.register.lines import Line
from assistant.register.measured import Measured
from assistant.register.years import named_years

_CELL = re.compile("(?:(?<=\t)|^)[^\t]*")
_LONGEST = 14  # characters of a head: 2025年实际完成（亿元）


def dated(rows: Sequence[tuple[Line, list[Measured]]]) -> Iterator[tuple[Line, list[Measured]]]:
    """Each line with its numbers, those without a year with that of their column."""
    years: list[str] = []
    for line, found in rows:
        cells = list(_CELL.finditer(line.text))
        heads = [_year(cell.group()) for cell in cells]
        if len(cells) != len(years):
            years = []
        if len(list(filter(None, heads))) > 1:
            years = heads
        yield line, [_of_column(one, cells, years) if years else one for one in found]


def _year(head: str) -> str:
    years = named_years(head)
    return years[0] if len(years) == 1 and len(head) <= _LONGEST else ""


def _of_column(one: Measured, cells: Sequence[re.Match[str]], years: Sequence[str]) -> Measured:
    at = next(at for at, cell in enumerate(cells) if cell.end() >= one.number.end)
    return one if one.year else replace(one, year=years[at])
