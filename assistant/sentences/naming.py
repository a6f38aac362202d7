"""Whether a question names a row of a table together with one of its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from assistant.query.question import pairs
from assistant.register.posts import POSTS
from assistant.sentences.columns import (
    GROWS,
    GROWTH,
    LEAST,
    OF_TIME,
    called,
    column_names,
    compared,
    headings,
    read_row,
    row_name,
    stands_in,
)
from assistant.sentences.heads import VALUE, Head, below, whole
from assistant.sentences.orders import TOGETHER
from assistant.sentences.reader import Reader
from assistant.sentences.values import TOTAL, is_measured

_PER_HEAD = re.compile("平均|人均")
_PERIOD = re.compile("第?[一二三四]季度|[上下]半年")
_ASKS_ELSE = re.compile("[是为有达呢?？了,]|多少|几何|公司|情况|如何|怎么?样")
_RANGE = re.compile(r"\d-\d|以[上下内]$")  # 100-500, 500以上: names of rows
_FIELD = re.compile(f"(?:{POSTS}|秘书|代表人?|名称|地址|电话|传真|网址|邮箱|代码|编码|日期|时间)$")
_SHARE, _OF_SHARE = re.compile("占(?![地用领线道])|比例|比重"), re.compile("占|比|率|%")
_NUMERAL = re.compile(r"\d+年?")
_UNIT = re.compile("[(（]([^\\d()（）]{1,4})[)）]$")
HOW_MANY = re.compile("了?(?:多少|几)[个张户人家台座项件名所部辆条套处栋艘]?")  # 新建了多少个助餐点


def is_named(reader: Reader, row: int, head: Head, asked: str) -> bool:
    """Whether the question names what stands before the row and what heads one of its columns."""
    index = reader.index
    cells, written = read_row(index, row), headings(index, head)
    heads = [*map(compared, written)]
    corner = len(heads) >= len(cells)  # what heads the names of the rows, and no column
    name, label, columns = cells[0], heads[0] if corner else "", heads[corner:]
    is_value = VALUE.fullmatch(name) and not (corner and _RANGE.search(name))
    every = {*map(partial(row_name, index), below(index, head))}
    is_total = TOGETHER.search(asked) and TOTAL.search(name)  # which is picked
    name = "" if is_value or is_total or len(name) < LEAST else called(name, asked, every)
    if not name:
        return False
    # 规模以上工业 is another row than 工业.
    longer = {one for one in every if name in one}
    if any(one in asked and name not in asked.replace(one, "") for one in longer - {name}):
        return False
    # 董事会秘书 | 某某: of what a form says the name of the column, its first line, tells nothing.
    if len(cells) == len(heads) == 2 and _FIELD.search(name) and not VALUE.fullmatch(cells[1]):
        return True
    if lacks_value(reader, row, head, asked):
        return False
    rest = HOW_MANY.sub("", asked.replace(name, "").replace(label, ""))
    columns = [column.removeprefix("其中") for column in columns]
    named = _named(name, columns, rest) or _in_unit(columns, written[corner:], asked)
    return _names_one(name, columns, named, rest, reader.above(head))


def _named(name: str, columns: Sequence[str], rest: str) -> list[str]:
    """The columns that the question names; `rest`: what it says beside the name of the row."""
    # 2024年的增长 is that of what stands in the column before, and of nothing else.
    unnamed = {
        column
        for before, column in pairwise(columns)
        if OF_TIME.fullmatch(name) and GROWTH.fullmatch(column) and not stands_in(before, rest)
    }
    return [column for column in columns if column not in unnamed and stands_in(column, rest)]


def _names_one(
    name: str, columns: Sequence[str], named: Sequence[str], rest: str, above: Sequence[str]
) -> bool:
    """Whether a column is asked for: one of those `named`, or one that need not be. `above`: what
    stands above the table.
    """
    period = _PERIOD.search(rest)
    if period and not any(period[0] in column for column in columns):
        return False
    growing = [column for column in columns if GROWTH.fullmatch(column)]
    if not (named or OF_TIME.fullmatch(name)) and GROWS.search(rest) and len(growing) == 1:
        named = growing
    timed = all(OF_TIME.fullmatch(column) or column in growing for column in columns)
    if not named and timed and not _ASKS_ELSE.sub("", rest):  # 净利润是多少: in whatever year
        named = columns
    yearly = [column for column in columns if OF_TIME.fullmatch(column)]
    if not named and len(yearly) > 1 and is_measured(above, rest):
        named = columns
    # 2021年的毛利率 is not in the column 2021年, where there is one 2024年毛利率.
    of_years = [column[year.end() :] for column in columns if (year := OF_TIME.match(column))]
    is_bare = all(OF_TIME.fullmatch(column) for column in named) and named != columns
    of_other = is_bare and any(len(one) >= LEAST and one in rest for one in of_years)
    return bool(named) and not of_other


def lacks_value(reader: Reader, row: int, head: Head, asked: str) -> bool:
    """Whether the row is called as is asked, and tells none of it: its cell in the column that is
    named is empty, or a share is asked for, 研发投入占营收比例, and it has none.
    """
    index = reader.index
    name = row_name(index, row)
    if len(name) < LEAST or name not in asked:
        return False
    cells, heads = whole(index, row), column_names(index, head)
    rest = asked.replace(name, "")
    if _PER_HEAD.search(rest) and "均" not in "".join([*cells, *heads, *reader.above(head)]):
        return True
    if _SHARE.search(rest) and not _OF_SHARE.search(" ".join([*cells, *heads])):
        return True
    told = [
        cell for cell, column in zip(cells[1:], heads[1:], strict=False) if stands_in(column, rest)
    ]
    return bool(told) and not any(re.search(r"\w", cell) for cell in told)


def _in_unit(columns: Sequence[str], headings: Sequence[str], asked: str) -> list[str]:
    """The only column whose unit is asked for, 登记车辆（万辆） of 登记了多少万辆, if what it is
    called is named in part.
    """
    units = (_UNIT.search(heading) for heading in headings)
    told = [
        column
        for column, unit in zip(columns, units, strict=True)
        if unit and f"多少{unit[1]}" in asked
    ]
    named = [one for one in told if any(pair in asked for pair in pairs(_NUMERAL.sub("", one)))]
    return named if len(told) == 1 else []
