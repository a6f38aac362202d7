"""Rows of tables among the sentences found: which are asked for, which are of other things."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from functools import partial

from assistant.query.question import Kind, Question, abbreviated, pairs
from assistant.register import provinces
from assistant.register.numerals import times
from assistant.sentences.evidence import Evidence, Which
from assistant.sentences.heads import VALUE, Head, below, is_rule, row_cells, whole
from assistant.sentences.reader import Reader
from corpus.heads import joined
from index import Index
from index.matching import HAN_CHARACTER, normalise


def asked_for(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """The rows that are named together with a column, or that are the highest of one; none where
    it is asked why, which no cell tells.
    """
    if question.kind is Kind.REASON:
        return evidence.none
    index, heads, asked = reader.index, evidence.heads, _plain(question.text)
    home = {*provinces(question.plain)}
    tables = set(heads.values())
    highest = {_most(index, head, asked) for head in tables}
    of_each = {head for head in tables if _asks_of_each(index, head, asked)}

    def is_asked_for(row: int, _: str) -> bool:
        if row not in heads or is_rule(index.sentence(row)):
            return False
        named = row in highest or heads[row] in of_each
        named = named or _is_named(index, row, heads[row], asked)
        return named and _is_of_place(reader, row, home)

    return evidence.which(is_asked_for)


def of_others(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """Rules, which say nothing; where a figure is asked for, the rows that are called otherwise,
    too.
    """
    index, heads, asked = reader.index, evidence.heads, _plain(question.text)
    wants_one = question.kind is Kind.NUMBER and not question.wants_list

    def is_other(row: int, _: str) -> bool:
        may_be = wants_one and row in heads
        return is_rule(index.sentence(row)) or (may_be and _is_other(index, row, heads[row], asked))

    return evidence.which(is_other)


def _is_other(index: Index, row: int, head: Head, asked: str) -> bool:
    """Whether the row is another than the one that is asked for, or has no such year."""
    return _is_of_another(index, row, asked) or _is_of_other_times(index, row, head, asked)


def _is_of_place(reader: Reader, row: int, home: Collection[str]) -> bool:
    """Whether row, headings or title name one of the provinces, where there are any."""
    span = reader.sentence_span(row)
    title = reader.document(span).title
    told = provinces(f"{title} {reader.section(span)} {reader.index.sentence(row)}")
    return not home or not {*told}.isdisjoint(home)


def _is_named(index: Index, row: int, head: Head, asked: str) -> bool:
    """Whether the question names what stands before the row and what heads one of its columns."""
    cells, heads = _read(index, row), _columns(index, head)
    if not cells or not heads:
        return False
    corner = len(heads) >= len(cells)  # what heads the names of the rows, and no column
    name, label, columns = cells[0], heads[0] if corner else "", heads[corner:]
    is_value = VALUE.fullmatch(name) and not (corner and _RANGE.search(name))
    if is_value or len(name) < LEAST or name not in asked:
        return False
    # 规模以上工业 is another row than 工业.
    longer = {one for one in map(partial(_name, index), below(index, head)) if name in one}
    if any(one in asked and name not in asked.replace(one, "") for one in longer - {name}):
        return False
    rest = _HOW_MANY.sub("", asked.replace(name, "").replace(label, ""))
    columns = [column.removeprefix("其中") for column in columns]
    named = [column for column in columns if _stands_in(column, rest)]
    # 2021年的毛利率 is not in the column 2021年, where there is one 2024年毛利率.
    of_years = [column[year.end() :] for column in columns if (year := _OF_TIME.match(column))]
    is_bare = all(_OF_TIME.fullmatch(column) for column in named)
    return bool(named) and not (
        is_bare and any(len(one) >= LEAST and one in rest for one in of_years)
    )


def _asks_of_each(index: Index, head: Head, asked: str) -> bool:
    """Whether a column is asked for of every row: 各地区的漏损率分别是多少."""
    return bool(_EACH.search(asked)) and any(
        _stands_in(one, asked) for one in _columns(index, head)
    )


def _is_of_other_times(index: Index, row: int, head: Head, asked: str) -> bool:
    """Whether the row is named together with a column, but none of the time that is asked for."""
    name = _name(index, row)
    timed = [_OF_TIME.match(column) for column in _columns(index, head)]
    columns = [(one[0], one.string[one.end() :]) for one in timed if one]
    named = [when for when, column in columns if len(column) >= LEAST and column in asked]
    is_timed = re.search(r"(?:19|20)\d\d", asked)
    return bool(is_timed and name in asked and named) and not any(when in asked for when in named)


def _is_of_another(index: Index, row: int, asked: str) -> bool:
    """Whether what the row is called is named in the question by less than half."""
    name = _name(index, row)
    told = [pair in asked for pair in pairs(name)]
    is_name = not VALUE.fullmatch(name) and HAN_CHARACTER.search(name)
    return bool(is_name) and sum(told) < len(told) / 2


def _most(index: Index, head: Head, asked: str) -> int | None:
    """The row with the highest or lowest value of the column that the question names, below the
    head; None where no such thing is asked, or a value cannot be read.
    """
    sign = bool(_HIGHEST.search(asked)) - bool(_LOWEST.search(asked))
    heads = _names(index, head) if sign else []
    column = _column(heads, asked)
    if column is None:
        return None
    values: dict[int, Decimal] = {}
    units: set[str] = set()
    for row in below(index, head):
        cells = row_cells(index.sentence(row))
        value = _plain(cells[column]) if len(cells) == len(heads) else ""
        number = _NUMBER.fullmatch(value)
        if number is None:
            return None
        if not _TOTAL.search(cells[0]):
            figure = Decimal(number["figure"].replace(",", "").replace("−", "-"))
            values[row] = sign * figure * times(number["times"])
            units.add(number["unit"])
    if len(units) != 1:
        return None
    best = max(values, key=values.__getitem__, default=None)
    alone = best is not None and list(values.values()).count(values[best]) == 1
    return best if alone and len(values) > 1 else None


def _column(heads: Sequence[str], asked: str) -> int | None:
    """The one that the question names; the first is of the names of the rows."""
    columns = list(enumerate(map(_plain, heads)))[1:]
    # Sooner in full than in short; 通车率 for 建制村实际通车率; 哪件花钱最多 for the one in 万元
    named = (
        [at for at, column in columns if len(column) >= LEAST and column in asked]
        or [at for at, column in columns if _stands_in(column, asked)]
        or [at for at, column in columns if len(column) > SHORT and column[-SHORT:] in asked]
        or [at for at, _ in columns if _MONEY.search(asked) and _IN_MONEY.search(heads[at])]
    )
    return named[0] if len(named) == 1 else None


def _stands_in(column: str, asked: str) -> bool:
    """Whether the words of the head stand there, also in short; its year may stand apart."""
    year = _OF_TIME.match(column)
    name = column[year.end() :] if year else column
    if year and not (year[1] in asked and year[2] in asked):
        return False
    words = (name, abbreviated(name), _MEASURED.sub("", name), *_ALSO.get(name, ()))
    named = (re.escape(one) for one in words if len(one) >= LEAST)
    return bool(year and not name) or any(re.search(f"{one}{_NOT_OF_IT}", asked) for one in named)


_ALSO = {"产量": ("生产", "产出"), "销量": ("销售", "卖")}
_NOT_OF_IT = (
    "(?![\u4e00-\u9fff]{0,4}(?<!增长)(?<!增)(?:率|比例|比重|密度|增速))"  # 人口密度 for 人口
)
_MEASURED = re.compile("(?:面积|数量|总量|规模)$")  # 哪个镇茶园多
_OF_TIME = re.compile(r"((?:19|20)\d\d)年?(\d{1,2}月份?|[上下]半年|[一二三四1-4]季度|)")
_HOW_MANY = re.compile("(?:多少|几)[个张户人家台座项件名所]?")  # 新建多少个助餐点
_RANGE = re.compile(r"\d-\d|以[上下内]$")  # 100-500, 500以上: names of rows
_BETWEEN = re.compile(r"(?<=\d)[到至~—–](?=\d)")  # 100到500
_EACH = re.compile("各(?:地|省|市|县|区|家|企业|公司|单位|项|年|类|种|行业|部门)|每[个家项]|所有")
_HIGHEST = re.compile("最(?:高|多|大|强|快|长)|第一|居首|排名?首位")
_LOWEST = re.compile("最(?:低|少|小|差|慢|短)|垫底|倒数第一")
_TOTAL = re.compile("合计|总计|共计|平均|全部|全[省市国县区]")
_NUMBER = re.compile(
    r"(?P<figure>[-+−]?\d[\d,]*(?:\.\d+)?)(?P<times>[十百千万亿]*)(?P<unit>[^\d]*)"
)
_MONEY = re.compile("花钱|费钱|用钱|掏钱|砸钱|投[入资]|资金|花费")
# What is spent: not 收入（万元）.
_IN_MONEY = re.compile("^(?!.*(?:收入|营收|利润|产值|[税收]额)).*[(（][^()（）]*元[)）]")
LEAST = 2  # characters of the name of a row or column that is looked for
SHORT = 3  # characters of the end of a column's name that stand for it
_UNIT = re.compile(r"[(（][^()（）]*[)）]")


def _plain(text: str) -> str:
    """Without 的, which comes between the words of a column, and without units in brackets."""
    plain = _UNIT.sub("", normalise(text)).replace("的", "").replace(" ", "")
    return _BETWEEN.sub("-", plain)


def _read(index: Index, row: int) -> list[str]:
    """The cells of a row, as they are compared."""
    return [_plain(cell) for cell in row_cells(index.sentence(row))]


def _columns(index: Index, head: Head) -> list[str]:
    """What the columns are called, as it is compared."""
    return list(map(_plain, _names(index, head)))


def _names(index: Index, head: Head) -> list[str]:
    """What the columns are called: of two rows the year comes first, 2024年 产量."""
    if len(head) == 1:
        return row_cells(index.sentence(head[0]))
    names = joined(*(whole(index, row) for row in head))
    parts = (sorted(name.split(), key=_is_no_time) for name in names)
    return [" ".join(one) for one in parts if one]


def _is_no_time(words: str) -> bool:
    return not _OF_TIME.fullmatch(words)


def _name(index: Index, row: int) -> str:
    """What the row is called: its first cell."""
    return next(iter(_read(index, row)), "")
