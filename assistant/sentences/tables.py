"""Rows of tables among the sentences found: which are asked for, which are of other things."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache, partial
from itertools import pairwise

from assistant.query.places import named_things
from assistant.query.question import Kind, Question, half_told
from assistant.register import provinces
from assistant.register.posts import POSTS
from assistant.sentences.columns import (
    GROWS,
    GROWTH,
    LEAST,
    OF_TIME,
    called,
    column_names,
    compared,
    is_part,
    read_row,
    row_name,
    stands_in,
)
from assistant.sentences.evidence import Evidence, Which
from assistant.sentences.extremes import asks_extreme, picked, tells_extreme
from assistant.sentences.heads import VALUE, Head, below, whole
from assistant.sentences.quotes import Span
from assistant.sentences.reader import Reader, unspaced
from assistant.sentences.yes_no import answering
from index import Index
from index.matching import HAN_CHARACTER

SENTENCE = 12  # characters of a cell
SPECIFIC = 4  # characters of the name of a row that nothing else is called by
_SHARE, _OF_SHARE = re.compile("占(?![地用领线道])|比例|比重"), re.compile("占|比|率|%")


def asked_for(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """The rows that are named together with a column, or picked by their values; none where it is
    asked why or how, which no cell tells.
    """
    if question.kind in (Kind.REASON, Kind.MEASURE) or not evidence.heads:
        return evidence.none
    index, heads, asked = reader.index, evidence.heads, compared(question.text)
    home = {*provinces(question.plain)}
    named_places = {one for one in named_things(question.plain) if one in reader.text}
    tables = set(heads.values())
    by_value = picked(reader, tables, asked)
    in_course = _names_asked(index, heads, asked) if _COURSE.search(asked) else {}
    of_each = {head for head in tables if not by_value and _asks_of_each(index, head, asked)}

    def is_asked_for(row: int, _: str) -> bool:
        if row not in heads:
            return False
        named = row in by_value or heads[row] in of_each
        named = named or _is_named(index, row, heads[row], asked)
        named = named or row_name(index, row) in in_course.get(index.owner(row), ())
        return named and _is_of_place(reader, row, home) and is_told_of(row)

    def is_told_of(row: int) -> bool:
        return not named_places or is_in_document(reader.sentence_span(row).document)

    @cache
    def is_in_document(number: int) -> bool:
        text = reader.plain_document(number)
        return all(place in text for place in named_places)

    return evidence.which(is_asked_for)


def of_others(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """The rows that are called otherwise, or say less than is asked, where a figure is."""
    index, heads, asked = reader.index, evidence.heads, compared(question.text)
    is_extreme = asks_extreme(asked)
    wants_one = question.kind is Kind.NUMBER and not question.wants_list

    def is_told_of(span: Span, text: str) -> bool:
        told = unspaced(f"{reader.section(span)} {reader.so_far(span)} {text}")
        return any(half_told(name, told) for name in names[span.document])

    def is_other(row: int, text: str) -> bool:
        if row not in heads:
            return index.owner(row) in names and not is_told_of(reader.sentence_span(row), text)
        if is_extreme and not tells_extreme(index.sentence(row)):
            return True
        if row in denied:
            return True
        if _lacks_value(index, row, heads[row], asked):
            return True
        if heads[row] in named and row_name(index, row) not in asked:  # another row is named
            return True
        if _is_told_in_a_cell(index, row, asked):
            return False
        return wants_one and (
            _is_of_another(index, row, asked) or _is_of_other_times(index, row, heads[row], asked)
        )

    said = answering(index, {*heads.values()}, asked)
    denied = {row for row, says in said.items() if not says}
    untold = (Kind.REASON, Kind.MEASURE, Kind.PERSON)  # by rows of figures
    tells = question.kind not in untold and not question.asks_whether
    names = _names_asked(index, heads, asked) if tells else {}
    named = {head for head in {*heads.values()} if tells and _names_a_row(index, head, asked)}
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


def _is_named(index: Index, row: int, head: Head, asked: str) -> bool:
    """Whether the question names what stands before the row and what heads one of its columns."""
    cells, heads = read_row(index, row), column_names(index, head)
    if not cells or not heads:
        return False
    corner = len(heads) >= len(cells)  # what heads the names of the rows, and no column
    name, label, columns = cells[0], heads[0] if corner else "", heads[corner:]
    is_value = VALUE.fullmatch(name) and not (corner and _RANGE.search(name))
    every = {*map(partial(row_name, index), below(index, head))}
    name = "" if is_value or len(name) < LEAST else called(name, asked, every)
    if not name:
        return False
    # 规模以上工业 is another row than 工业.
    longer = {one for one in every if name in one}
    if any(one in asked and name not in asked.replace(one, "") for one in longer - {name}):
        return False
    # 董事会秘书 | 某某: of what a form says the name of the column, its first line, tells nothing.
    if len(cells) == len(heads) == 2 and _FIELD.search(name) and not VALUE.fullmatch(cells[1]):
        return True
    if _is_asked_in_part(index, row, head, asked) or _lacks_value(index, row, head, asked):
        return False
    rest = _HOW_MANY.sub("", asked.replace(name, "").replace(label, ""))
    columns = [column.removeprefix("其中") for column in columns]
    # 2024年的增长 is that of what stands in the column before, and of nothing else.
    unnamed = {
        column
        for before, column in pairwise(columns)
        if OF_TIME.fullmatch(name) and GROWTH.fullmatch(column) and not stands_in(before, rest)
    }
    named = [column for column in columns if column not in unnamed and stands_in(column, rest)]
    named += [column for column in columns if len(column) == 2 and _counts(column, asked)]
    period = _PERIOD.search(rest)
    if period and not any(period[0] in column for column in columns):
        return False
    growing = [column for column in columns if GROWTH.fullmatch(column)]
    if not (named or OF_TIME.fullmatch(name)) and GROWS.search(rest) and len(growing) == 1:
        named = growing
    timed = all(OF_TIME.fullmatch(column) or column in growing for column in columns)
    if not named and timed and not _ASKS_ELSE.sub("", rest):  # 净利润是多少: in whatever year
        named = columns
    # 2021年的毛利率 is not in the column 2021年, where there is one 2024年毛利率.
    of_years = [column[year.end() :] for column in columns if (year := OF_TIME.match(column))]
    is_bare = all(OF_TIME.fullmatch(column) for column in named) and named != columns
    return bool(named) and not (
        is_bare and any(len(one) >= LEAST and one in rest for one in of_years)
    )


def _lacks_value(index: Index, row: int, head: Head, asked: str) -> bool:
    """Whether the row is called as is asked, and tells none of it: its cell in the column that is
    named is empty, or a share is asked for, 研发投入占营收比例, and it has none.
    """
    name = row_name(index, row)
    if len(name) < LEAST or name not in asked:
        return False
    cells, heads = whole(index, row), column_names(index, head)
    rest = asked.replace(name, "")
    if _SHARE.search(rest) and not _OF_SHARE.search(" ".join([*cells, *heads])):
        return True
    told = [
        cell for cell, column in zip(cells[1:], heads[1:], strict=False) if stands_in(column, rest)
    ]
    return bool(told) and not any(re.search(r"\w", cell) for cell in told)


def _is_asked_in_part(index: Index, row: int, head: Head, asked: str) -> bool:
    """Whether the row below is of a part of this one, and that is asked for: 其中：猪肉."""
    rows = [*below(index, head)]
    after = rows[rows.index(row) + 1 :][:1] if row in rows else []
    return any(is_part(index, one) and row_name(index, one) in asked for one in after)


def _asks_of_each(index: Index, head: Head, asked: str) -> bool:
    """Whether a column is asked for of every row: 各地区的漏损率分别是多少."""
    return bool(_EACH.search(asked)) and any(
        stands_in(one, asked) for one in column_names(index, head)
    )


def _is_of_other_times(index: Index, row: int, head: Head, asked: str) -> bool:
    """Whether the row is named together with a column, but none of the time that is asked for."""
    name = row_name(index, row)
    timed = [OF_TIME.match(column) for column in column_names(index, head)]
    columns = [(one[0], one.string[one.end() :]) for one in timed if one]
    named = [when for when, column in columns if len(column) >= LEAST and column in asked]
    is_timed = re.search(r"(?:19|20)\d\d", asked)
    return bool(is_timed and name in asked and named) and not any(when in asked for when in named)


def _names_a_row(index: Index, head: Head, asked: str) -> bool:
    """Whether the question has what a row of the table is called."""
    names = (row_name(index, one) for one in below(index, head))
    return any(len(name) > LEAST and name in asked for name in names)


def _is_told_in_a_cell(index: Index, row: int, asked: str) -> bool:
    """Whether a cell says in a sentence what is asked about, of whomever the row is."""
    wanted = _HOW_MANY.sub("", asked)
    cells = (cell for cell in read_row(index, row)[1:] if len(cell) >= SENTENCE)
    return any(half_told(wanted, cell) for cell in cells)


def _counts(column: str, asked: str) -> bool:
    """Whether it is a column of how many people, and so many are asked for: 人数."""
    counted = re.search(f"多少{column[0]}(?![民工力次均外然])", asked)
    return column.endswith("数") and counted is not None


def _is_of_another(index: Index, row: int, asked: str) -> bool:
    """Whether what the row is called is named in the question by less than half."""
    name = row_name(index, row)
    is_name = not VALUE.fullmatch(name) and HAN_CHARACTER.search(name)
    return bool(is_name) and not half_told(name, asked)


_ATTRIBUTE = re.compile("(?:时间|地点|地址|来源|资本|电话|内容|投入|单位|收入|支出|总额)$")
_COURSE = re.compile("走势|趋势|行情|变化|[涨跌升降]")  # 六氟磷酸锂的价格走势: all of the row
_FIELD = re.compile(f"(?:{POSTS}|秘书|代表人?|名称|地址|电话|传真|网址|邮箱|代码|编码|日期|时间)$")
_PERIOD = re.compile("第?[一二三四]季度|[上下]半年")
_ASKS_ELSE = re.compile("[是为有达呢?？了,]|多少|几何|公司|情况|如何|怎么?样")
_HOW_MANY = re.compile("(?:多少|几)[个张户人家台座项件名所]?")  # 新建多少个助餐点
_RANGE = re.compile(r"\d-\d|以[上下内]$")  # 100-500, 500以上: names of rows
_EACH = re.compile("各(?:地|省|市|县|区|家|企业|公司|单位|项|年|类|种|行业|部门)|每[个家项]|所有")
