"""Rows of tables among the sentences found: which are asked for, which are of other things."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from assistant.query.places import named_things
from assistant.query.question import Kind, Question, half_told
from assistant.register import provinces
from assistant.sentences.columns import (
    LEAST,
    OF_TIME,
    called,
    column_names,
    compared,
    read_row,
    row_name,
)
from assistant.sentences.evidence import Evidence, Which
from assistant.sentences.extremes import picked
from assistant.sentences.heads import VALUE, Head, below
from assistant.sentences.naming import HOW_MANY, is_named, lacks_value
from assistant.sentences.orders import TOGETHER, by_value, orders, tells_itself
from assistant.sentences.quotes import Span
from assistant.sentences.reader import Reader, unspaced
from assistant.sentences.values import totals
from assistant.sentences.yes_no import ASKS_ONE, answering
from index import Index
from index.matching import HAN_CHARACTER

SENTENCE = 12  # characters of a cell
SPECIFIC = 4  # characters of the name of a row that nothing else is called by


def asked_for(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """The rows that are named together with a column, or picked by their values; none where it is
    asked why or how, which no cell tells.
    """
    index, heads, asked = reader.index, evidence.heads, compared(question.text)
    if question.kind in (Kind.REASON, Kind.MEASURE) and not _is_told_by_cells(index, heads, asked):
        return evidence.none
    home = {*provinces(question.plain)}
    named_places = {one for one in named_things(question.plain) if one in reader.text}
    named_places |= reader.places_named(question.plain)
    tables = set(heads.values())
    valued = picked(reader, {one for one in tables if not _has_extremes(index, one, asked)}, asked)
    in_course = _names_asked(index, heads, asked) if _COURSE.search(asked) else {}

    def is_asked_for(row: int, _: str) -> bool:
        if row not in heads:
            return False
        named = row in valued or is_named(reader, row, heads[row], asked)
        named = named or row_name(index, row) in in_course.get(index.owner(row), ())
        return named and _is_of_place(reader, row, home) and is_told_of(row)

    def is_told_of(row: int) -> bool:
        return not named_places or is_in_document(reader.sentence_span(row).document)

    @cache
    def is_in_document(number: int) -> bool:
        text = reader.plain_document(number)
        return all(place in text for place in named_places)

    return evidence.which(is_asked_for)


def _has_extremes(index: Index, head: Head, asked: str) -> bool:
    """Whether one row, or each, is asked for of a table with a column called 最高价."""
    if ASKS_ONE.search(asked) or not any(map(orders, column_names(index, head))):
        return False
    return "分别" in asked or _names_a_row(index, head, asked, LEAST)


def _is_told_by_cells(index: Index, heads: Mapping[int, Head], asked: str) -> bool:
    """Whether it is asked how something changed, or for the first of the reasons a table lists."""
    corners = (column_names(index, head)[:1] for head in {*heads.values()} if orders(asked))
    lists = any(_REASONS.fullmatch(corner) and corner in asked for (corner,) in corners)
    return lists or _CHANGED.search(asked) is not None


def of_others(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """The rows that are called otherwise, or say less than is asked, where a figure is."""
    index, heads, asked = reader.index, evidence.heads, compared(question.text)
    is_picked = by_value(asked)
    wants_one = question.kind is Kind.NUMBER and not question.wants_list
    wants_one |= _CHANGED.search(asked) is not None
    tables = {*heads.values()}
    denied = {row for row, says in answering(index, tables, asked).items() if not says}
    if TOGETHER.search(asked):  # a total is that of its own table only, and picked there
        denied |= {row for head in tables for row in totals(index, head)}
    untold = (Kind.REASON, Kind.MEASURE, Kind.PERSON)  # by rows of figures
    tells = question.kind not in untold and not question.asks_whether
    names = _names_asked(index, heads, asked) if tells else {}
    named = {head for head in tables if tells and _names_a_row(index, head, asked)}

    def is_told_of(span: Span, text: str) -> bool:
        told = unspaced(f"{reader.section(span)} {reader.so_far(span)} {text}")
        return any(half_told(name, told) for name in names[span.document])

    def is_other(row: int, text: str) -> bool:
        if row not in heads:
            return index.owner(row) in names and not is_told_of(reader.sentence_span(row), text)
        if is_picked and not tells_itself(index.sentence(row), asked):
            return True
        if row in denied or lacks_value(reader, row, heads[row], asked):
            return True
        if heads[row] in named and row_name(index, row) not in asked:  # another row is named
            return True
        if _is_told_in_a_cell(index, row, asked):
            return False
        return wants_one and (
            _is_of_another(index, row, asked) or _is_of_other_times(index, row, heads[row], asked)
        )

    return evidence.which(is_other)


def _names_asked(index: Index, rows: Iterable[int], asked: str) -> dict[int, set[str]]:
    """By document what rows are called, 六氟磷酸锂, as it stands in the question: in that document
    of nothing else is asked; not what many things have, 成立时间.
    """
    names: dict[int, set[str]] = {}
    for row in rows:
        name = row_name(index, row)
        is_thing = not (OF_TIME.fullmatch(name) or _ATTRIBUTE.search(name))
        if len(name) >= SPECIFIC and name in asked and is_thing:
            names.setdefault(index.owner(row), set()).add(name)
    return names


def _is_of_place(reader: Reader, row: int, home: Collection[str]) -> bool:
    """Whether row, headings or title name one of the provinces, where there are any."""
    span = reader.sentence_span(row)
    title = reader.document(span).title
    told = provinces(f"{title} {reader.section(span)} {reader.index.sentence(row)}")
    return not home or not {*told}.isdisjoint(home)


def _is_of_other_times(index: Index, row: int, head: Head, asked: str) -> bool:
    """Whether the row is named together with a column, but none of the time that is asked for."""
    name = row_name(index, row)
    timed = [OF_TIME.match(column) for column in column_names(index, head)]
    columns = [(one[0], one.string[one.end() :]) for one in timed if one]
    named = [when for when, column in columns if len(column) >= LEAST and column in asked]
    is_timed = re.search(r"(?:19|20)\d\d", asked)
    return bool(is_timed and name in asked and named) and not any(when in asked for when in named)


def _names_a_row(index: Index, head: Head, asked: str, least: int = LEAST + 1) -> bool:
    """Whether the question has what a row of the table is called."""
    names = (row_name(index, one) for one in below(index, head))
    return any(len(name) >= least and name in asked for name in names)


def _is_told_in_a_cell(index: Index, row: int, asked: str) -> bool:
    """Whether a cell says in a sentence what is asked about, of whomever the row is."""
    wanted = HOW_MANY.sub("", asked)
    cells = (cell for cell in read_row(index, row)[1:] if len(cell) >= SENTENCE)
    return any(half_told(wanted, cell) for cell in cells)


def _is_of_another(index: Index, row: int, asked: str) -> bool:
    """Whether what the row is called is named in the question by less than half."""
    name = row_name(index, row)
    is_name = not VALUE.fullmatch(name) and HAN_CHARACTER.search(name)
    if ":" in name and any(bound not in asked for bound in _BOUNDS.findall(name)):
        return True
    number, other = (_NUMBERED.search(one) for one in (name, asked))
    if number and other and int(number[1]) != int(other[1]):
        return True
    return bool(is_name) and not half_told(name, asked) and not called(name, asked, ())


_ATTRIBUTE = re.compile("(?:时间|地点|地址|来源|资本|电话|内容|投入|单位|收入|支出|总额)$")
_BOUNDS = re.compile(r"\d+|以[上下内外]")  # 取暖补贴:75岁以上 is none of 60岁以上
_NUMBERED = re.compile(r"第(\d+)(?!季度|[届次])")  # 第7号泵站 is none of 第8号泵站
_COURSE = re.compile("走势|趋势|行情|变化|[涨跌升降]")  # 六氟磷酸锂的价格走势: all of the row
_CHANGED = re.compile("(?:怎么|怎样|如何)变|变化(?:情况)?如何|[涨升增]了?长?(?:还|,)?是[跌降减]")
_REASONS = re.compile("理由|原因|方式|途径|渠道|措施")
