"""Which rows of a table a question asks for by their values: the highest, the first three, all in
order, those over a figure, those that fall, several together.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from assistant.register.numerals import HAN, small
from assistant.sentences.columns import GROWS
from assistant.sentences.yes_no import ASKS_ONE

_HIGHEST = re.compile(
    "最(?:高|多|大|强|快|长|主要|常见|普遍)|第一(?![季产次条章期批届节])|居首|排?名?首位|首要"
)
_LOWEST = re.compile("最(?:低|少|小|差|慢|短)|垫底|倒数第一")
_COUNT = rf"(?P<count>[{HAN}两\d]{{1,2}})"
_NTH = re.compile(
    rf"(?P<end>倒数)?(?:排名?|位?[居列]|(?<=倒数))?第{_COUNT}"
    r"(?=[名位]|[大高多低少小快慢长](?![街学道桥楼])|的?[是有]|的?$|[?,])"
)
_TOP = re.compile(
    rf"(?:(?P<end>后)|前){_COUNT}"
    r"(?![个]?[季年月天日次条期届周章节轮批]|[\d大名位家]*(?:客户|供应商|股东))(?=[\u4e00-\u9fff?,]|$)"
)
_UP = "[低少小慢短]到[高多大快长]"
_ALL = re.compile(
    rf"[从由按](?:[高多大快长]到[低少小慢短]|(?P<end>{_UP}))"
    "|排名(?=$|[?,是]|怎|如何|情况)|排[一个]*下|排[序行]|排个[名序队]"
)
_LOW = re.compile(rf"{_UP}|第{_COUNT}[低少小慢短]")
FALL = re.compile(
    "下降|减少|下滑|负增长|回落|下跌|走低|往下走|[降跌减][了得]|减产"
    r"|[比较][^,]{0,8}年?(?:更|还|要)?[少低][了的]?(?=$|[?,]|的)"
)
RISE = re.compile(
    "上升|(?<!负)增长|增加(?!值)|上涨|提高|走高|往上走|[涨升][了得]|增产"
    r"|[比较][^,]{0,8}年?(?:更|还|要)?[多高][了的]?(?=$|[?,]|的)"
)
_WHICH = re.compile(
    "哪[几些种个家]|有哪|哪.种"
    "|[降减跌滑长加涨高少](?:产品|企业|公司|地区|区县|行业|项目|材料|品种)(?=[是有?,]|$)"
)
_MOST = re.compile(
    "最|第一|首位|垫底|前[三五十]|超过?|[多高低少]于|不[足到]|以[上下]"
)  # not which alone
LIMIT = re.compile(
    r"(?:(?P<over>超过?|[高大多]于)|[低小少]于|不[足到])(?P<figure>\d+(?:\.\d+)?)(?P<times>[十百千万亿]*)"
)
TOGETHER = re.compile("[合共总]计|总[和共]|之和|一共|加(?:起来|在一起)")
EACH = re.compile("各(?:地|省|市|县|区|家|企业|公司|单位|项|年|类|种|行业|部门)|每[个家项]|所有")
SEVERAL = re.compile(rf"{EACH.pattern}|[两{HAN}\d]+[家个种类项座]")


class Order(NamedTuple):
    """A stretch of the rows, put in order by a column."""

    sign: int  # 1 where the highest is first
    first: int
    last: int | None


def orders(asked: str) -> list[Order]:
    """The third, the first five, all of them, the highest and the lowest; none where none is asked.

    >>> orders("毛利率排第二的是哪家"), orders("产量前三的厂"), orders("第二季度产量")
    ([Order(sign=1, first=1, last=2)], [Order(sign=1, first=0, last=3)], [])
    """
    for words in (_NTH, _TOP, _ALL):
        found = words.search(asked)
        if found is None:
            continue
        sign = -1 if found["end"] or _LOW.search(asked) or _LOWEST.search(asked) else 1
        if words is _ALL:
            return [Order(sign, 0, None)]
        count = small(found["count"])
        return [Order(sign, count - 1 if words is _NTH else 0, count)]
    return [
        Order(sign, 0, 1) for sign, words in ((1, _HIGHEST), (-1, _LOWEST)) if words.search(asked)
    ]


def changes(asked: str) -> int:
    """1 where it is asked which of several rose, -1 where which fell; else 0."""
    falls, rises = FALL.search(asked), RISE.search(asked)
    is_asked = bool(falls) != bool(rises) and _WHICH.search(asked) and not _MOST.search(asked)
    return (-1 if falls else 1) if is_asked and not orders(asked) else 0


def asks_growth(asked: str) -> bool:
    """Whether it asks by how much something grew or fell."""
    return any(words.search(asked) for words in (GROWS, FALL, RISE))


def by_value(asked: str) -> bool:
    """Whether no other row than those picked by their values tells it."""
    one = any(order[1:] == (0, 1) for order in orders(asked))
    in_order = bool(orders(asked)) and (not one or ASKS_ONE.search(asked) is not None)
    return in_order or LIMIT.search(asked) is not None or changes(asked) != 0


def tells_itself(text: str, asked: str) -> bool:
    """Whether a row says of itself what is asked: 全市最大的园区, 比上年下降."""
    if changes(asked):
        return (FALL if changes(asked) < 0 else RISE).search(text) is not None
    return bool(_HIGHEST.search(text) or _LOWEST.search(text) or _NTH.search(text))
