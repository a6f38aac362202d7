"""Rows of tables that are picked by their values: the highest of a column, those that fall."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from assistant.query.question import pairs
from assistant.register.numerals import times
from assistant.sentences.columns import (
    GROWTH_END,
    LEAST,
    OF_TIME,
    called,
    column_names,
    compared,
    headings,
    row_name,
)
from assistant.sentences.heads import Head, below
from assistant.sentences.orders import LIMIT, SEVERAL, TOGETHER, Order, asks_growth, changes, orders
from assistant.sentences.reader import Reader
from assistant.sentences.values import column, growth, totals, values, within
from assistant.sentences.yes_no import answering
from corpus import flat
from index import Index
from index.matching import HAN_CHARACTER

_IN_UNITS = re.compile(r"[(（](?:单位[:：])?([十百千万亿]+)")  # of a column in 亿元
# 哪个季度最高, and 哪个区 where each has a column, is told along a row, not down a column.
_WHICH_TIME = re.compile("哪一?个?(?P<kind>季度|月份?|年度?)")
_WHICH_COLUMN = re.compile("哪一?[个家座](?P<kind>[\u4e00-\u9fff])")
_OF_KIND = {
    "季": re.compile("季度"),
    "月": re.compile("月"),
    "年": re.compile(r"(?:19|20)\d\d年?(?!\d*[月季])"),
}
_TIMES = re.compile("哪[几些]?年|哪[几些]?月|时候|何时|历[年史]|[几何这]年")
_FELL = re.compile("[降跌]幅|[降跌减]得|下[降跌]")
_GROWN = re.compile(f"{GROWTH_END.pattern}|[增涨升降减跌变]")
# 最大的客户: of whom a table of shares is to be.
_OF_WHOM = re.compile("最[高大多](?![是有为哪])([\u4e00-\u9fff]{2,4}?)(?=[是有占,?]|$)")
_SHARES = re.compile("占比$|比例$|比重$")
SHARED = 2  # pairs of characters that the question has in common with what a table is called


class Table(NamedTuple):
    """A table with the values in it that are asked about, by row, and their unit."""

    head: Head
    values: dict[int, Decimal]
    unit: str
    shared: int  # pairs of characters that what it is called has in common with the question


def picked(reader: Reader, tables: Collection[Head], asked: str) -> set[int]:
    """The rows that the question asks for by their values, by their order, together, or by what
    stands in a column of words, in the table it is about.
    """
    index, ordered, sign = reader.index, orders(asked), changes(asked)
    limit = LIMIT.search(asked)
    meant = _meant(reader, tables, asked) if ordered or sign or limit else []
    if ordered:
        along = {row for head in tables for row in _along(index, head, asked)}
        fitting = [] if along else _fitting(reader, tables, asked, meant)
        return along or {row for one in fitting for row in _in_order(index, one, asked, ordered)}
    if limit:
        fitting = _fitting(reader, tables, asked.replace(limit[0], ""), meant)
        return {row for one in fitting for row in _beyond(one, limit)}
    if sign:
        fitting = _fitting(reader, tables, asked, meant)
        return {row for one in fitting for row, value in one.values.items() if sign * value > 0}
    if TOGETHER.search(asked):
        fitting = _fitting(reader, tables, TOGETHER.sub("", asked))
        return {row for one in fitting for row in _together(index, one, asked)}
    kept = [within(index, head, asked) for head in tables]
    if any(is_named for _, is_named in kept):
        return {row for rows, is_named in kept if is_named for row in rows}
    return {row for row, says in answering(index, tables, asked).items() if says}


def _fitting(
    reader: Reader, tables: Collection[Head], asked: str, meant: Collection[Head] = ()
) -> list[Table]:
    """Those with values that are asked about; of them those that are called most as the question
    says, and none without the words of it by which others are called: 装备企业.
    """
    wanted = {pair for pair in pairs(asked) if all(map(HAN_CHARACTER.match, pair))}
    said = {head: _called(reader, head) for head in tables}
    others = {pair for one in said.values() for pair in wanted if pair in one}
    found = []
    for head in tables:
        told, unit = _values(reader, head, asked, is_meant=head in meant)
        text = reader.plain_document(reader.index.owner(head[0]))
        if told and sum(pair not in text for pair in others) < SHARED:
            found.append(Table(head, told, unit, sum(pair in said[head] for pair in wanted)))
    most = max((one.shared for one in found), default=0)
    return [one for one in found if one.shared == most]


def _values(
    reader: Reader, head: Head, asked: str, *, is_meant: bool
) -> tuple[dict[int, Decimal], str]:
    """By row what is asked about, and the unit that the head or what stands above it has."""
    index, said = reader.index, reader.above(head)
    names = headings(index, head)
    at, grows = growth(names, asked, is_meant=is_meant), asks_growth(asked)
    at = column(names, asked, said) if at is None else at
    if at is None or (grows and not _GROWN.search(names[at])):
        return {}, ""
    whom = _OF_WHOM.search(asked)
    if (
        whom
        and _SHARES.search(compared(names[at]))
        and not any(pair in _called(reader, head) for pair in pairs(whom[1]))
    ):
        return {}, ""
    units = (unit[1] for one in (names[at], *said) if (unit := _IN_UNITS.search(one)))
    kept, _ = within(index, head, asked)
    found = {row: value for row, value in values(index, head, at).items() if row in kept}
    return found, next(units, "")


def _in_order(index: Index, table: Table, asked: str, ordered: Sequence[Order]) -> set[int]:
    """The rows at these places of the order; none where all are alike."""
    found, names = table.values, [row_name(index, row) for row in below(index, table.head)]
    when = _WHICH_TIME.search(asked)
    if when and not any(map(_OF_KIND[when["kind"][0]].search, names)):
        return set()
    if not (when or _TIMES.search(asked)) and all(map(OF_TIME.fullmatch, names)):
        return set()  # which of them is asked, and not when
    if asks_growth(asked) and _FELL.search(asked):  # which of those that fell did so most
        found = {row: -value for row, value in found.items() if value < 0}
    elif len({*found.values()}) < LEAST:
        return set()
    wanted = {
        value
        for sign, first, last in ordered
        for value in sorted(found.values(), key=lambda value: -sign * value)[first:last]
    }
    return {row for row, value in found.items() if value in wanted}


def _along(index: Index, head: Head, asked: str) -> list[int]:
    """The rows that the question names, where what it asks which of is told by columns."""
    names = column_names(index, head)[1:]
    when, which = _WHICH_TIME.search(asked), _WHICH_COLUMN.search(asked)
    if when:
        count = sum(_OF_KIND[when["kind"][0]].search(name) is not None for name in names)
    else:
        count = sum(which is not None and name.endswith(which["kind"]) for name in names)
    told = {row: row_name(index, row) for row in below(index, head)} if count > 1 else {}
    return [row for row, name in told.items() if called(name, asked, told.values())]


def _beyond(table: Table, limit: re.Match[str]) -> list[int]:
    """The rows of which it is over, or under, a figure: 超过700亿元."""
    least = Decimal(limit["figure"]) * times(limit["times"]) / times(table.unit)
    sign = 1 if limit["over"] else -1
    return [row for row, value in table.values.items() if sign * value > sign * least]


def _together(index: Index, table: Table, asked: str) -> set[int]:
    """The rows that are named, or of several all, where no row sums them up."""
    rows, sums = {*table.values}, totals(index, table.head)
    every = [*map(partial(row_name, index), below(index, table.head))]
    named = {row for row in rows if called(row_name(index, row), asked, every)}
    is_part = rows < {*below(index, table.head)} - sums
    if named:  # of one there is no sum
        return named if len(named) > 1 else set()
    if sums and not is_part:
        return sums
    return rows if is_part or SEVERAL.search(asked) else set()


def _meant(reader: Reader, tables: Collection[Head], asked: str) -> list[Head]:
    """The table whose section, caption or names of columns have most in common with the question,
    with those of the same columns; none where that is hardly anything, or as much as of others.
    """
    wanted = {*pairs(asked)}
    shared = {head: sum(one in _called(reader, head) for one in wanted) for head in tables}
    most = max(shared.values(), default=0)
    best = [head for head, count in shared.items() if count == most]
    columns = {tuple(headings(reader.index, head)) for head in best}
    return best if most >= SHARED and len(columns) == 1 else []


def _called(reader: Reader, head: Head) -> str:
    """What is said of a table: title, section, caption, the names of its columns."""
    title = reader.document(reader.sentence_span(head[0])).title
    said = (title, *reader.above(head), *headings(reader.index, head))
    return re.sub(r"\W", "", flat(" ".join(said)))
