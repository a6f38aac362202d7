"""Tables of tasks: who is to do what, and by when."""

from __future__ import annotations

import re
from collections.abc import Collection

from assistant.query.question import pairs
from assistant.sentences.columns import headings, row_name
from assistant.sentences.heads import Head, below, whole
from index import Index

_BY = re.compile("责任|负责|牵头|承办|主办|经办")
_UNTIL = re.compile("时限|期限|截止|到期|(?:完成|办结)(?:时间|日期)")
_ASKS = (
    (_BY, re.compile("由?(?:谁|哪一?[个家些](?:单位|部门|公司)?)来?(?:负责|牵头|承办|主办)")),
    (_BY, re.compile("(?:负责|牵头|承办|责任)(?:单位|部门|人)?是?(?:谁|哪)|由谁")),
    (_UNTIL, re.compile("什么时[候间]|何时|几[月号]之?前?|哪一?天|期限|[时截]限|截止")),
)
_REST = re.compile("[由是要该前呢完成办]|多少|什么|哪|负责|[,?]")
_WHEN = re.compile(r"(?:((?:19|20)\d\d)年)?(\d{1,2})月(?:(\d{1,2})[日号])?[份底末]*")
_SIDE = re.compile("[之以]?(?:(?P<before>前)|(?P<after>后))")
_ASKS_DUE = re.compile("到期|截止|[完办]成|[办做]完|[期时]限")
_THINGS = re.compile("哪[些几]|什么|(?:事项?|任务|工作|项目)$")
SHARED = 2  # pairs of characters of the question that a task is known by
FIRST, LAST = 0, 31  # day of a month that is before, behind all others

Day = tuple[int, int, int]


def tasks(index: Index, tables: Collection[Head], asked: str) -> set[int]:
    """The row of the task of which it is asked who does it, or by when; or all that are due in a
    month, or before or after it.
    """
    when = _WHEN.search(asked)
    if when and _ASKS_DUE.search(asked) and _THINGS.search(asked):
        return {row for head in tables for row in _due(index, head, asked, when)}
    wanted = [(column, words) for column, words in _ASKS if words.search(asked)]
    rest = asked
    for _, words in wanted:
        rest = words.sub("", rest)
    told = pairs(_REST.sub("", rest))
    shared = {
        row: sum(pair in row_name(index, row) for pair in told)
        for head in tables
        if wanted and all(_at(index, head, column) is not None for column, _ in wanted)
        for row in below(index, head)
    }
    most = max(shared.values(), default=0)
    best = {row for row, count in shared.items() if count == most}
    return best if most >= SHARED and most * 2 > len(told) and len(best) == 1 else set()


def _due(index: Index, head: Head, asked: str, when: re.Match[str]) -> list[int]:
    at = _at(index, head, _UNTIL)
    cells = {row: whole(index, row) for row in below(index, head)} if at is not None else {}
    days = {row: _day(cell[at]) for row, cell in cells.items() if at is not None and len(cell) > at}
    told = {row: day for row, day in days.items() if day is not None}
    years = {year for year, *_ in told.values()}
    if not when[1] and len(years) != 1:  # of which year is not said
        return []
    year, month = int(when[1] or next(iter(years))), int(when[2])
    side = _SIDE.match(asked, when.end())
    ends = re.search("[底末]$", when[0]) is not None
    day = int(when[3]) if when[3] else LAST if ends or (side and side["after"]) else FIRST
    if side and side["before"]:
        return [row for row, one in told.items() if one <= (year, month, day)]
    if side:
        return [row for row, one in told.items() if one > (year, month, day)]
    exact = int(when[3] or 0)
    return [
        row
        for row, one in told.items()
        if one[:2] == (year, month) and (not exact or one[2] == exact)
    ]


def _at(index: Index, head: Head, words: re.Pattern[str]) -> int | None:
    """The only column that is called so."""
    found = [at for at, name in enumerate(headings(index, head)) if at and words.search(name)]
    return found[0] if len(found) == 1 else None


def _day(cell: str) -> Day | None:
    when = _WHEN.search(cell)
    if when is None or not when[1]:
        return None
    return int(when[1]), int(when[2]), int(when[3] or LAST)
