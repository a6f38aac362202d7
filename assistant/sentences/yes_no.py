"""Columns of tables that answer 是 or 否, 有 or 无: which rows they say it of."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.query.question import half_told, pairs
from assistant.sentences.columns import column_names, compared
from assistant.sentences.heads import Head, below, whole
from index import Index

_YES_NO = {"是", "否", "有", "无"}
_NO = _YES_NO - {"是", "有"} | {"0", "/", "未知"}
ASKS_ONE = re.compile("谁|哪")
_LIMITS = re.compile("[高低多少大小]于|超过|不[足到]|以[上下]|最")
_NOT = re.compile("[没未]|不(?!锈|动产|仅|但|同)|无(?!人[机车船]|锡|烟|损|纺|线|机|缝|公害|障碍)")


def answering(index: Index, tables: Iterable[Head], asked: str) -> dict[int, bool]:
    """Asked who, or which, of a column of 是 and 否, 有 and 无: the rows, and whether it is so; of
    several tables those of which the question says most.
    """
    asks = ASKS_ONE.search(asked) and not _LIMITS.search(asked)
    found = [_in_table(index, head, asked) for head in tables] if asks else []
    most = max((named for named, _ in found), default=0)
    return {row: says for named, rows in found if named == most for row, says in rows.items()}


def _in_table(index: Index, head: Head, asked: str) -> tuple[int, dict[int, bool]]:
    """How many pairs of characters the question and the column share, and the rows."""
    rows = {row: whole(index, row) for row in below(index, head)}
    wanted = _NOT.search(asked) is None
    says = _YES_NO if wanted else _YES_NO | {"0"}
    for at, name in enumerate(column_names(index, head)[1:], 1):
        cells = {row: compared(cells[at]) for row, cells in rows.items() if len(cells) > at}
        named = _named(name, asked)
        if named and not says.isdisjoint(cells.values()):
            told = {row: cell for row, cell in cells.items() if re.search(r"\w", cell)}
            return named, {row: (cell not in _NO) is wanted for row, cell in told.items()}
    return 0, {}


def _named(column: str, asked: str) -> int:
    """How many pairs of characters of the column's name the question has, where it has half of a
    part or the last of what is told by 是: 质押 of 质押或冻结情况, 报酬 of 是否在关联方获取报酬.
    """
    name = column.removeprefix("是否")
    every = pairs(name)
    parts = re.split("或|及|和|、", name.removesuffix("情况"))
    is_half = any(len(part) > 1 and half_told(part, asked) for part in parts)
    is_told = name != column and bool(every) and every[-1] in asked
    return sum(pair in asked for pair in every) if is_half or is_told else 0
