"""Rows of tables that are picked by their values: the highest of a column, those that fall."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from decimal import Decimal

from assistant.query.question import pairs
from assistant.register.numerals import times
from assistant.sentences.columns import (
    GROWS,
    GROWTH,
    GROWTH_END,
    LEAST,
    OF_TIME,
    called,
    compared,
    headings,
    row_name,
    stands_in,
)
from assistant.sentences.heads import Head, below, row_cells, whole
from assistant.sentences.reader import Reader
from assistant.sentences.yes_no import ASKS_ONE, answering
from corpus import flat
from corpus.lines import is_table_row
from index import Index

_HIGHEST = re.compile("最(?:高|多|大|强|快|长)|第一|居首|排名?首位")
_LOWEST = re.compile("最(?:低|少|小|差|慢|短)|垫底|倒数第一")
_FALL = re.compile("下降|减少|下滑|负增长|回落|下跌|走低|往下走|[降跌减]了|减产")
_RISE = re.compile("上升|(?<!负)增长|增加|上涨|提高|走高|往上走|[涨升]了|增产")
_WHICH = re.compile(
    "哪[几些种个家]|有哪|哪.种|[降减跌滑长加涨高]的(?:产品|企业|公司|地区|区县|行业|项目|材料|品种)"
)
_MOST = re.compile(
    "最|第一|首位|垫底|前[三五十]|超过?|[多高低少]于|不[足到]|以[上下]"
)  # not which alone
_LOST = re.compile("(?<![没未不])(?<!没有)亏损|亏了|赔[了钱本]|利润(?:是|为)?负")
_LIMIT = re.compile(
    r"(?:(?P<over>超过?|[高大多]于)|[低小少]于|不[足到])(?P<figure>\d+(?:\.\d+)?)(?P<times>[十百千万亿]*)"
)
_IN_UNITS = re.compile(r"[(（]([十百千万亿]+)")  # of a column in 亿元
_PROFIT = re.compile("利润$")
# 哪个季度最高 is told along a row, not down a column.
_WHICH_TIME = re.compile("哪一?个?(?P<kind>季度|月份?|年度?)")
_OF_KIND = {
    "季": re.compile("季度"),
    "月": re.compile("月"),
    "年": re.compile(r"(?:19|20)\d\d年?(?!\d*[月季])"),
}
_FELL = re.compile("[降跌]幅|[降跌]得|下[降跌]")
_TOTAL = re.compile("合计|总计|共计|平均|全部|全[省市国县区]")
_NUMBER = re.compile(
    r"(?P<figure>[-+−]?\d[\d,]*(?:\.\d+)?)(?P<times>[十百千万亿]*)(?P<unit>[^\d]*)"
)
_MONEY = re.compile("花钱|费钱|用钱|掏钱|砸钱|投[入资]|资金|花费")
# What is spent: not 收入（万元）.
_IN_MONEY = re.compile("^(?!.*(?:收入|营收|利润|产值|[税收]额)).*[(（][^()（）]*元[)）]")
SHORT = 3  # characters of the end of a column's name that stand for it
CAPTION = 60  # characters of a line above a table that says what it is of
SHARED = 2  # pairs of characters that the question has in common with what a table is called


def picked(reader: Reader, tables: Collection[Head], asked: str) -> set[int]:
    """The rows with the highest or lowest value of the column that the question names, or all that
    fall, or rise, in the table it is about.
    """
    index = reader.index
    signs = [sign for sign, words in ((1, _HIGHEST), (-1, _LOWEST)) if words.search(asked)]
    falls, rises = _FALL.search(asked), _RISE.search(asked)
    asks_which = bool(falls) != bool(rises) and _WHICH.search(asked) and not _MOST.search(asked)
    meant = _meant(reader, tables, asked) if signs or asks_which else []
    if signs:
        found = (
            _most(index, head, asked, sign, head in meant) for head in tables for sign in signs
        )
        return {row for rows in found for row in rows}
    if limit := _LIMIT.search(asked):
        return {row for head in tables for row in _beyond(index, head, asked, limit)}
    if _LOST.search(asked) and ASKS_ONE.search(asked):
        return {row for head in tables for row in _losing(index, head)}
    if not meant:
        return {row for row, says in answering(index, tables, asked).items() if says}
    sign = -1 if falls else 1
    changed = (item for head in meant for item in _changes(index, head, asked).items())
    return {row for row, value in changed if sign * value > 0}


def _beyond(index: Index, head: Head, asked: str, limit: re.Match[str]) -> list[int]:
    """The rows of which the column that is named is over, or under, a figure: 超过700亿元."""
    names = headings(index, head)
    column = _column(names, asked.replace(limit[0], ""))
    values = _values(index, head, column) if column is not None else {}
    unit = _IN_UNITS.search(names[column]) if column is not None else None
    least = Decimal(limit["figure"]) * times(limit["times"]) / times(unit[1] if unit else "")
    sign = 1 if limit["over"] else -1
    return [row for row, value in values.items() if sign * value > sign * least]


def _losing(index: Index, head: Head) -> list[int]:
    """The rows of which the only column of profits is below nought."""
    names = list(map(compared, headings(index, head)))
    profits = [at for at, name in enumerate(names) if at and _PROFIT.search(name)]
    values = _values(index, head, profits[0]) if len(profits) == 1 else {}
    return [row for row, value in values.items() if value < 0]


def _changes(index: Index, head: Head, asked: str) -> dict[int, Decimal]:
    """By row how much it grew: by the column that says so, or of two years the later less the
    earlier, where nothing else has several.
    """
    names = headings(index, head)
    growth = _growth(names, asked, is_meant=True)
    if growth is not None:
        return _values(index, head, growth)
    timed = [
        (match[1], at)
        for at, name in enumerate(map(compared, names))
        if (match := OF_TIME.match(name)) and stands_in(name[match.end() :], asked)
    ]
    if len(timed) != 2:
        return {}
    earlier, later = (_values(index, head, at) for _, at in sorted(timed))
    return {row: later[row] - earlier[row] for row in later.keys() & earlier.keys()}


def asks_extreme(asked: str) -> bool:
    """Whether it asks which is the highest or lowest, or over a figure: no other row than those
    picked tells it.
    """
    return (tells_extreme(asked) and ASKS_ONE.search(asked) is not None) or bool(
        _LIMIT.search(asked)
    )


def tells_extreme(text: str) -> bool:
    """Whether it speaks of a highest or lowest, as a row may of itself: 全市最大的园区."""
    return bool(_HIGHEST.search(text) or _LOWEST.search(text))


def _meant(reader: Reader, tables: Collection[Head], asked: str) -> list[Head]:
    """The table whose section, caption or names of columns have most in common with the question,
    with those of the same columns; none where that is hardly anything, or as much as of others.
    """
    wanted = {*pairs(asked)}
    shared = {head: len(wanted & {*pairs(_called(reader, head))}) for head in tables}
    most = max(shared.values(), default=0)
    best = [head for head, count in shared.items() if count == most]
    columns = {tuple(headings(reader.index, head)) for head in best}
    return best if most >= SHARED and len(columns) == 1 else []


def _called(reader: Reader, head: Head) -> str:
    """What is said of a table: its section, its caption, the names of its columns."""
    index, above = reader.index, head[0] - 1
    is_own = above >= 0 and index.owner(above) == index.owner(head[0])
    caption = index.sentence(above) if is_own else ""
    if len(caption) > CAPTION or is_table_row(caption):
        caption = ""
    said = [reader.section(reader.sentence_span(head[0])), caption, *headings(index, head)]
    return re.sub(r"\W", "", flat(" ".join(said)))


def _most(index: Index, head: Head, asked: str, sign: int, is_meant: bool) -> list[int]:
    """The rows with the highest (sign 1) or lowest (-1) value of the column that the question
    names; none where none is named, or a value cannot be read.
    """
    names = headings(index, head)
    if when := _WHICH_TIME.search(asked):
        kind = _OF_KIND[when["kind"][0]]
        told = {row: row_name(index, row) for row in below(index, head)}
        if sum(kind.search(compared(name)) is not None for name in names) > 1:
            return [row for row, name in told.items() if called(name, asked, told.values())]
        if not any(map(kind.search, told.values())):
            return []
    growth = _growth(names, asked, is_meant=is_meant)
    column = _column(names, asked) if growth is None else growth
    values = _values(index, head, column) if column is not None else {}
    if growth is not None and _FELL.search(asked):  # which of those that fell did so most
        values = {row: -value for row, value in values.items() if value < 0}
    most = max(values.values(), key=lambda value: sign * value, default=None)
    best = [row for row, value in values.items() if value == most]
    return best if len({*values.values()}) > 1 or growth is not None else []


def _values(index: Index, head: Head, column: int) -> dict[int, Decimal]:
    """By row its value in a column; nothing where one cannot be read, or is of another unit."""
    count = len(headings(index, head))
    values: dict[int, Decimal] = {}
    units: set[str] = set()
    for row in below(index, head):
        cells = whole(index, row)
        if len(cells) != count:
            cells = row_cells(index.sentence(row))
        if len(cells) == count and not re.search(r"\w", cells[column]):  # —, or nothing
            continue
        number = _NUMBER.fullmatch(compared(cells[column])) if len(cells) == count else None
        if number is None:
            return {}
        if not _TOTAL.search(cells[0]):
            figure = Decimal(number["figure"].replace(",", "").replace("−", "-"))
            values[row] = figure * times(number["times"])
            units.add(number["unit"])
    return values if len(units) == 1 else {}


def _growth(names: Sequence[str], asked: str, *, is_meant: bool) -> int | None:
    """The column of how much it grew, where that is asked: the only one, or that behind the column
    which is named.
    """
    columns = [compared(name) for name in names]
    found = [at for at, name in enumerate(columns) if at and GROWTH.fullmatch(name)]
    if not (GROWS.search(asked) or _FALL.search(asked) or _RISE.search(asked)):
        return None
    ending = [(at, GROWTH_END.sub("", name)) for at, name in enumerate(columns) if at]
    own = [at for at, of in ending if of and of != columns[at] and of[-LEAST:] in asked]
    if len(own) == 1:  # 份额变化, 生产量比上年增减
        return own[0]
    if not found:
        return None
    named = [at for at in found if columns[at - 1] in asked]
    elsewhere = any(name[-LEAST:] in asked for at, name in ending if at + 1 not in found and name)
    chosen = named or (found if is_meant and not elsewhere else [])
    return chosen[0] if len(chosen) == 1 else None


def _column(names: Sequence[str], asked: str) -> int | None:
    """The one that the question names; the first is of the names of the rows."""
    every = list(enumerate(map(compared, names)))[1:]
    columns = [(at, name) for at, name in every if not GROWTH.fullmatch(name)]
    # Sooner in full than in short; 通车率 for 建制村实际通车率; 哪件花钱最多 for the one in 万元
    named = (
        [at for at, column in columns if len(column) >= LEAST and column in asked]
        or [at for at, column in columns if stands_in(column, asked)]
        or [at for at, column in columns if len(column) > SHORT and column[-SHORT:] in asked]
        or [at for at, _ in columns if _MONEY.search(asked) and _IN_MONEY.search(names[at])]
    )
    return named[0] if len(named) == 1 else None
