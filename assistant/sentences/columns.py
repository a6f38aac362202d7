"""What the rows and columns of tables are called, as it is compared with a question."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from assistant.query.question import abbreviated
from assistant.sentences.heads import VALUE, Head, columns, row_cells
from index import Index
from index.matching import normalise

LEAST = 2  # characters of the name of a row or column that is looked for
OF_TIME = re.compile(r"((?:19|20)\d\d)年?(\d{1,2}月份?|[上下]半年|[一二三四1-4]季度|)")
# How much of the column before came to, or what the caption says: it has no name of its own.
GROWTH = re.compile(
    "(?:本(?:报告)?[期年]|当期)?(?:[比较](?:上年|去年|上季度?))?(?:同期)?(?:同比|环比)?"
    "(?:增长|增减|增速|增幅|涨跌|升降|变动|变化)(?:幅度|率|情况)?|同比|环比"
)
GROWTH_END = re.compile(f"(?:{GROWTH.pattern})$")
GROWS = re.compile("增速|增[长幅]|涨[幅得]|降[幅得]|跌[幅得]|下降|(?:提[高升]|上升)(?=最|了?多少)")
_ALSO = {
    "产量": ("生产", "产出", "造"),
    "销量": ("销售", "卖"),
    "生产量": ("产量",),
    "销售量": ("销量",),
    "库存量": ("库存",),
}
# What a report of a listed company calls in full (中国证监会《年度报告的内容与格式》).
_IN_SHORT = {
    "归属于?(?:上市公司|母公司|本公司)?(?:普通股)?(?:股东|所有者)?扣除非经常性损益后?净利润": (
        "扣非净利润"
    ),
    "扣非后?(?:归母)?净利润?|扣除非经常性损益后?净利润": "扣非净利润",
    "归属于?(?:上市公司|母公司|本公司)(?:普通股)?(?:股东|所有者)": "归母",
    "经营(?:性|活动)?(?:产生)?现金流量?(?:净额)?(?![入出量净])": "经营现金流",
    "周岁": "岁",
    "及以(?=[上下])": "以",
    r"(?<=\d年)(?:现状|目标|基期|实际|完成)(?:值|情况|数)?$": "",
    "(?<=年)收入|(?<=企业|公司|集团)收入": "营业收入",
    "报告期内从公司获得税前报酬总额|薪酬|薪水|(?<=领)薪": "报酬",
}
_SHORT = tuple((re.compile(full), short) for full, short in _IN_SHORT.items())
# What a bare 净利润 is the name of, where no other row is called so.
_BARE = re.compile("^(?:归母|基本|加权平均)(?=净|每股)")
_FIRM = re.compile("(?:公司|集团|[厂院局行]|中心|合作社)$")
_TRADE = re.compile(
    "^(?:基金|投资|资产|[\u4e00-\u9fff]{2}制造|股份|有限|集团)"
)  # of many firms' names
_NAMED_IN_SHORT = 4  # characters of a firm's name: 铜箔科技 of 某某铜箔科技有限公司
_NOT_OF_IT = (
    "(?![\u4e00-\u9fff]{0,4}(?<!增长)(?<!增)(?:率|比例|比重|密度|增速))"  # 人口密度 for 人口
)
_MEASURED = re.compile("(?:面积|数量|总量|规模|比例|数|(?<=[进出]口)额)$")  # 哪个镇茶园多
_UNIT = re.compile(r"[(（][^()（）]*[)）]")
_BETWEEN = re.compile(r"(?<=\d)[到至~—–](?=\d)")  # 100到500
_RANK = re.compile(r"\d{1,3}")
_PART_OF = re.compile("^其中[:：]?")


@lru_cache(4096)  # the cells of a table are read for each rule that looks at them
def compared(text: str) -> str:
    """Without 的, which comes between the words of a column, and without units in brackets."""
    bare = _UNIT.sub("", normalise(text)).replace("的", "").replace(" ", "")
    for full, short in _SHORT:
        bare = full.sub(short, bare)
    return _BETWEEN.sub("-", bare)


def called(name: str, asked: str, others: Iterable[str]) -> str:
    """By what the question names a row, beside `others` of its table: all of its name, without
    归母 or 基本, or a part of a firm's that no other has; else ''.

    >>> called("归母净利润", "净利润多少", ["归母净利润", "营业收入"])
    '净利润'
    >>> called("某某铜箔科技有限公司", "铜箔科技公司持股多少", ["某某矿业有限公司"])
    '铜箔科技'
    """
    if name in asked or all(len(part) >= LEAST and part in asked for part in name.split(":")):
        return name
    if len(name) == LEAST and (short := re.search(f"对{name[0]}(?=出口|进口|贸易)", asked)):
        return short[0]  # 对美出口
    bare = _BARE.sub("", name)
    if bare != name and re.search(rf"(?<!扣非)(?<!稀释)(?<!摊薄)(?<!股东){bare}(?![率收])", asked):
        return bare
    if not _FIRM.search(name):
        return ""
    found = SequenceMatcher(None, name, asked, autojunk=False).find_longest_match()
    part = name[found.a : found.a + found.size]
    is_own = not any(part in one for one in others if one != name) and not _TRADE.search(part)
    return part if len(part) >= _NAMED_IN_SHORT and is_own else ""


def read_row(index: Index, row: int) -> list[str]:
    """The cells of a row, as they are compared; 其中：猪肉 is called 猪肉. Without its rank, and
    the group before that: 民生 | 9 | 入托率.
    """
    cells = [compared(cell) for cell in row_cells(index.sentence(row))]
    if len(cells) > 2 and _RANK.fullmatch(cells[0]) and not VALUE.fullmatch(cells[1]):
        del cells[0]
    elif len(cells) > 3 and not VALUE.fullmatch(cells[2]) and _counts(index, row, cells[1]):
        del cells[:2]
    return [_PART_OF.sub("", cell) for cell in cells[:1]] + cells[1:]


def _counts(index: Index, row: int, number: str) -> bool:
    """Whether second cells count the rows, from the first: not the 16 below 15 that are prices."""
    first = row - int(number) + 1 if _RANK.fullmatch(number) else row + 1
    if not (0 <= first <= row and index.owner(first) == index.owner(row)):
        return False
    one, two = (row_cells(index.sentence(at))[:2] for at in (first, first + 1))
    return one[1:] == ["1"] and index.follows(first + 1) and "2" in two


def row_name(index: Index, row: int) -> str:
    """What the row is called: its first cell."""
    return next(iter(read_row(index, row)), "")


def column_names(index: Index, head: Head) -> list[str]:
    """What the columns are called, as it is compared."""
    return list(map(compared, headings(index, head)))


def headings(index: Index, head: Head) -> list[str]:
    """What the columns are called: of two rows the year comes first, 2024年 产量."""
    found = columns(index, head)
    if len(head) == 1:
        return [*found] if found[0] == "" else row_cells(index.sentence(head[0]))
    parts = (sorted(one.split(), key=_is_no_time) for one in found)
    return [" ".join(one) for one in parts if one]


def _is_no_time(words: str) -> bool:
    return not OF_TIME.fullmatch(words)


def stands_in(column: str, asked: str) -> bool:
    """Whether the words of the head stand there, also in short; its year may stand apart."""
    year = OF_TIME.match(column)
    called = column[year.end() :] if year else column
    if year and not (year[1] in asked and year[2] in asked):
        return False
    words = (called, abbreviated(called), _MEASURED.sub("", called), *_ALSO.get(called, ()))
    named = (re.escape(one) for one in words if len(one) >= LEAST or one in _ALSO.get(called, ()))
    return bool(year and not called) or any(re.search(f"{one}{_NOT_OF_IT}", asked) for one in named)
