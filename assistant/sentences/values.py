"""Columns of tables as a question means them, and the values in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.query.question import abbreviated
from assistant.register.numerals import times
from assistant.sentences.columns import (
    GROWTH,
    GROWTH_END,
    LEAST,
    OF_TIME,
    column_names,
    compared,
    headings,
    row_name,
    stands_in,
)
from assistant.sentences.heads import VALUE, Head, below, row_cells, whole
from assistant.sentences.orders import asks_growth
from index import Index
from index.titles import years

TOTAL = re.compile("合计|总计|共计|平均|全部|全[省市国县区]")
_NUMBER = re.compile(
    r"(?P<figure>[-+−]?\d[\d,]*(?:\.\d+)?)(?P<times>[十百千万亿]*)(?P<unit>[^\d]*)"
)
_MONEY = re.compile("花钱|费钱|用钱|掏钱|砸钱|投[入资]|资金|花费")
# What is spent: not 收入（万元）.
_IN_MONEY = re.compile("^(?!.*(?:收入|营收|利润|产值|[税收]额)).*[(（][^()（）]*元[)）]")
SHORT = 3  # characters of the end of a column's name that stand for it
FULL = 4  # characters of a measure that is no other's end, as 收入 is that of 居民收入
_MARKS = re.compile(
    r"^[#*\s]*(?:[一二三四五六七八九十\d.]+[、.．]?\s*|[(（][^()（）]*[)）])|[\s*:：。]+$"
)
_NO_SUBJECT = re.compile("(?:[年各在谁里中]|哪[个家]|企业|公司)$|^$")
_AMOUNT = re.compile("(?<=..)[额量值]$")  # 出口增长 for what is behind 出口额
_AT_END = re.compile("^[末底]")
_SHARE = re.compile("^(?:占比|比例|比重|比率|人数|数量)$")
_DENIED = re.compile("[不没未]")
_NOT = re.compile("不在?是?|没有?在?|非|除了?")


def column(names: Sequence[str], asked: str, above: Sequence[str] = ()) -> int | None:
    """The one that the question names; the first is of the names of the rows.

    Asked of no year, the latest of those of several; columns of bare years are of what stands
    above the table, where that names what is measured.
    """
    is_dated = bool(years(asked))
    every = [(at, compared(name)) for at, name in enumerate(names[1:], 1)]
    columns = [(at, name) for at, name in every if not GROWTH.fullmatch(name)]
    bare = [(at, name) for at, name in columns if OF_TIME.fullmatch(name)]
    named = [(at, name) for at, name in columns if (at, name) not in bare]
    found = _named(names, named, asked, is_dated=is_dated)
    if not found and is_measured(above, asked):
        found = [at for at, name in bare if not is_dated or stands_in(name, asked)]
    if not found and len(columns) == 1 and _SHARE.search(columns[0][1]):
        denied = _DENIED.search(asked), _DENIED.search(" ".join(above))  # why one does not come
        found = [at for at, _ in columns if compared(names[0]) in asked and not any(denied)]
    if len(found) > 1 and not is_dated:
        said = dict(every)
        timed = {at: OF_TIME.match(said[at]) for at in found}
        if all(timed.values()) and len({untimed(said[at]) for at in found}) == 1:
            found = [max(found, key=lambda at: (said[at], -at))]
    return found[0] if len(found) == 1 else None


def _named(
    names: Sequence[str], columns: Sequence[tuple[int, str]], asked: str, *, is_dated: bool
) -> list[int]:
    """Sooner in full than in short; 通车率 for 建制村通车率; 花钱最多 for the one in 万元."""
    said = [(at, name if is_dated else untimed(name)) for at, name in columns]
    return (
        [at for at, name in said if len(name) >= LEAST and _in_full(name, asked)]
        or [at for at, name in said if stands_in(name, asked)]
        or [at for at, name in said if len(name) > SHORT and name[-SHORT:] in asked]
        or [at for at, _ in said if _MONEY.search(asked) and _IN_MONEY.search(names[at])]
    )


def _in_full(name: str, asked: str) -> bool:
    """招生人数, too, is the column 招生数."""
    return name in asked or (name.endswith("数") and f"{name[:-1]}人数" in asked)


def untimed(name: str) -> str:
    """员工数 of 2024年末员工数."""
    year = OF_TIME.match(name)
    return _AT_END.sub("", name[year.end() :]) if year else name


def is_measured(above: Sequence[str], asked: str) -> bool:
    """Whether a heading, or what stands above a table, ends in a measure that is asked for.

    >>> is_measured(["一、营业收入(亿元)"], "营收最高的企业"), is_measured(["收入"], "居民收入")
    (True, False)
    """
    for said in above:
        name = _MARKS.sub("", compared(_MARKS.sub("", said)))
        for size in range(len(name), LEAST - 1, -1):
            short = name[-size:]
            for one in dict.fromkeys((short, abbreviated(short))):
                at = asked.find(one)
                if at >= 0 and (size >= FULL or _NO_SUBJECT.search(asked[:at])):
                    return True
    return False


def values(index: Index, head: Head, at: int) -> dict[int, Decimal]:
    """The value of each row in a column; nothing if one cannot be read, or is of another unit."""
    count = len(headings(index, head))
    found: dict[int, Decimal] = {}
    units: set[str] = set()
    for row in below(index, head):
        cells = whole(index, row)
        if len(cells) != count:
            cells = row_cells(index.sentence(row))
        if len(cells) == count and not re.search(r"\w", cells[at]):  # —, or nothing
            continue
        number = _NUMBER.fullmatch(compared(cells[at])) if len(cells) == count else None
        if number is None:
            return {}
        if not TOTAL.search(cells[0]):
            figure = Decimal(number["figure"].replace(",", "").replace("−", "-"))
            found[row] = figure * times(number["times"])
            units.add(number["unit"])
    return found if len(units) == 1 else {}


def growth(names: Sequence[str], asked: str, *, is_meant: bool) -> int | None:
    """The column of how much it grew, where that is asked: the only one, or that behind the column
    which is named.
    """
    if not asks_growth(asked):
        return None
    columns = [compared(name) for name in names]
    found = [at for at, name in enumerate(columns) if at and GROWTH.fullmatch(name)]
    ending = [(at, GROWTH_END.sub("", name)) for at, name in enumerate(columns) if at]
    own = [at for at, of in ending if of and of != columns[at] and of[-LEAST:] in asked]
    if len(own) == 1:  # 份额变化, 生产量比上年增减
        return own[0]
    if not found:
        return None
    named = [at for at in found if _AMOUNT.sub("", columns[at - 1]) in asked]
    elsewhere = any(name[-LEAST:] in asked for at, name in ending if at + 1 not in found and name)
    chosen = named or (found if is_meant and not elsewhere else [])
    return chosen[0] if len(chosen) == 1 else None


def within(index: Index, head: Head, asked: str) -> tuple[set[int], bool]:
    """The rows that a cell of words keeps to, 甲市的企业, or that are left without them, 不在甲市;
    and whether the question names the column too.
    """
    rows, names = [*below(index, head)], column_names(index, head)
    cells = {row: list(map(compared, whole(index, row))) for row in rows}
    kept, is_named = {*rows}, False
    for at, name in enumerate(names[1:], 1):
        told = {row: cells[row][at] for row in rows if len(cells[row]) > at}
        if any(map(VALUE.fullmatch, told.values())):
            continue
        said = {cell for cell in told.values() if len(cell) >= LEAST and cell in asked} - {*names}
        if not said or said == {*told.values()}:
            continue
        one = "|".join(map(re.escape, sorted(said, key=len, reverse=True)))
        is_not = re.search(f"(?:{_NOT.pattern})(?:{one})|(?:{one})[以之]外", asked) is not None
        kept &= {row for row, cell in told.items() if (cell in said) is not is_not}
        link = f"(?:都|也)?(?:{_NOT.pattern})?设?(?:在|是|为|位于|属于|于)?"
        is_named |= re.search(f"{re.escape(name)}{link}(?:{one})", asked) is not None
    return kept, is_named


def totals(index: Index, head: Head) -> set[int]:
    """The rows that sum the others up."""
    return {row for row in below(index, head) if TOTAL.search(row_name(index, row))}
