"""Columns of tables that answer 是 or 否, 有 or 无: which rows they say it of."""

from __future__ import annotations

import re

from assistant.query.question import pairs
from assistant.sentences.columns import compared, headings
from assistant.sentences.heads import Head, below, whole
from index import Index

_YES_NO = {"是", "否", "有", "无"}
_NO = _YES_NO - {"是", "有"} | {"0", "/", "未知"}
_ASKS_ONE = re.compile("谁|哪")
_NOT = re.compile("[没未无不]")


def answering(index: Index, head: Head, asked: str) -> list[tuple[int, bool]]:
    """Asked who, or which, of a column of 是 and 否, 有 and 无: the rows, and whether it is so."""
    if not _ASKS_ONE.search(asked):
        return []
    rows = {row: whole(index, row) for row in below(index, head)}
    for at, name in list(enumerate(map(compared, headings(index, head))))[1:]:
        cells = {row: compared(cells[at]) for row, cells in rows.items() if len(cells) > at}
        wanted = _NOT.search(asked) is None
        says = _YES_NO if wanted else _YES_NO | {"0"}
        if not says.isdisjoint(cells.values()) and _is_half_named(name, asked):
            told = {row: cell for row, cell in cells.items() if re.search(r"\w", cell)}
            return [(row, (cell not in _NO) is wanted) for row, cell in told.items()]
    return []


def _is_half_named(column: str, asked: str) -> bool:
    """质押或冻结情况 of 谁有质押; 是否在关联方获取报酬 of 谁在关联方领报酬."""
    for part in re.split("或|及|和|、", column.removeprefix("是否").removesuffix("情况")):
        wanted = pairs(part)
        if wanted and sum(pair in asked for pair in wanted) * 2 >= len(wanted):
            return True
    return False
