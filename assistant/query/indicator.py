"""An indicator that a question asks the figure of: 2016年粮食产量多少, 历年的赤字率."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache

from assistant.query.question import EACH, Question, between_asking
from assistant.query.years import AND, ANY_YEAR, NEWEST, years_between
from assistant.register.numerals import small
from corpus import flat
from index.matching import normalise
from index.titles import AIMS, YEAR, YEAR_RANGE, document_years, without_document, years

_EVERY = re.compile("(?<!农)历年来?|历次|历届|逐年|各年(?![龄级轮代])度?")
_SPAN = "[来间后内期级制以]"  # 10年来 is no year
_SHORT_YEAR = re.compile(rf"(?<![\d.近第这过去前了用满])([0-25-9]\d)年(?!{_SPAN})")
_NEWEST = re.compile(NEWEST.format(r"([两二三四五六七八九十]|\d{1,2})"))
_IN_A_ROW = re.compile(rf"(?:{ANY_YEAR}年?{AND})+{ANY_YEAR}年?(?!\d)")
_SEVERAL = re.compile(f"{_EVERY.pattern}|{_NEWEST.pattern}|{_IN_A_ROW.pattern}|{EACH}")
_OVER_TIME = re.compile("[增长涨加升降少]了|[长高]到|提高|多少倍")  # from the first to the last
_ELSE = re.compile(
    "为[什何啥]|什么|怎|如何|原因|谁|哪|吗|是否|最[高低大小多少快慢]|平均(?!工资|气温)|[合总]计|变"
    "|(?<!占)比(?![重例])|累计"
)
_THIS_YEAR = re.compile("(?:给|为|对)?(?:当|今|这一)年(?![代度])")  # of the report
_YEAR_BEFORE = re.compile("(?:给|为|对)?(?:上一?年(?![份度])|前一年|去年)")
_HARVEST = re.compile(
    "[打收产]了?多少(?:[万亿]*[斤吨]|(?=粮食))(粮食)?"
)  # 粮食打了多少斤, 打了多少粮食
_THAN_BEFORE = re.compile("[比较](?:上一?年|前一年|去年)(?:同期)?")
_THAN = re.compile(f"[比较]({ANY_YEAR})年?")
_GREW = re.compile(
    "的?(?:同比|实际)?(?:增[速幅]|(?:增长|上涨)(?:率|速度|幅度)|[涨降]幅|增[长加]|上[涨升]|下降|降低"
    "|减少|[增涨降升减])$"
)
_AIMS = re.compile(f"{AIMS.pattern}|(?<!稳)定在|控制")
# What is said beside the indicator: whose it is, that it was reached, or is aimed at.
_OF_WHOM = "(?:政府工作)?报告|政府|我国|中国|全国|国家|全社会|全年|年[底末初]?度?|当年"
_SAID = (
    f"{AIMS.pattern}|提出|设定|[确设]?定|控制|完成|实现|实际|达到?|大[概约致]|约|到底|具体|[一总]共|要|首次|[跃迈站]上"
    "|以[内上下]|区间|左右|个百分点|百分之|万?亿?美?元|[万亿]+|个?岗位|跨上|突破|[在是为给把的了]"
    "|(?<=[计将])会|有(?![色机])|对(?!外)"
)
_BESIDE = re.compile(f"^(?:{_OF_WHOM}|{_SAID})+|(?:{_SAID}|[里中到个人])+$")
# One thing under several names (国家统计局, 主要统计指标解释).
_AS_CALLED = {
    "[(（].*[)）]|^(?:全[国省市县区州]|国家|我国|中国|全社会|全年|年[底末]|地方)+(?!性)": "",
    "^财政(?=赤字)|(?<=赤字)规模$": "",
    "^社零": "社会消费品零售",
    "^固投$": "固定资产投资",
    "规上(?=工业|企业)": "规模以上",
    "(?<=居民)(?:人均)?收入$": "人均可支配收入",
    "(?:^|(?<=单位))(?:国内|地区)(?=生产总值)|^(?:对?外贸易?|货物|海关)(?=进出口)": "",
    "^对?外贸易?(?=总?额?$)": "进出口",
    "(?<=进出口)$": "额",
    "(?<=进出口)贸易|总(?=[产数额]|水平)|水平$|总量$|(?<=[业口])(?:人数|数)$": "",
    "^(?:物价|价格|通(?:货膨)?胀率?|居民消费物价|消费价格)(?:指数)?$": "居民消费价格",
    "^农民(?=人均)": "农村居民",
    "^(?:城镇新增|新增城镇)$": "城镇新增就业",  # 岗位
}
_SHORT = re.compile("^(?:城镇(?:登记|调查)?|财政|农村居民|城镇居民)")
_BUDGET = re.compile("一般公共预算(?=收入|支出)")
_ECONOMY = re.compile("^(?:国民)?经济总?量?$")  # that grows, or is so large: the 生产总值
_SET = re.compile("赤字|国债|债券|预算(?!收入|支出)")
_GROWTH = re.compile("(?:[比较]上年|同比)?(?:增长|增速|增幅|增减)率?")
_AMOUNT = re.compile("(?:总量|总额|规模|产量|人数)$")
_HOW_MUCH, _NATION = re.compile("多少|几|多[大高]"), re.compile("全国|我国|中国|国家(?!级)")


@dataclass(frozen=True, slots=True)
class Indicator:
    """Which figure is asked for."""

    words: str  # as the question calls it
    name: str  # the same, see `called`
    grew: bool  # by how much it grew or fell
    either: bool  # or how much it is: that is not said
    aims: bool  # what is aimed at, and not what came of it
    years: tuple[str, ...]  # in digits; none: of every year
    newest: int  # of every year only the last of these; 0: all
    of_nation: bool
    place: str  # of what is asked, in short; empty where that is not said

    @property
    def year(self) -> str:
        """The only one asked about; empty where there are several."""
        return self.years[0] if len(self.years) == 1 else ""


def indicator(question: Question, places: Collection[str]) -> Indicator | None:
    """What the question asks the figure of; None where it says more than an indicator, a year and
    one of the `places` that it names. It may be no indicator at all: the documents know.
    """
    plain = _THAN_BEFORE.sub("", flat(question.plain))
    place = max(sorted(places), key=len, default="")
    plain = re.sub(f"{place}(?:省|市|县|自治[区州]|区|州|旗)?的?", "", plain) if place else plain
    plain = _HARVEST.sub(r"\1产量多少", plain)
    newest = _NEWEST.search(plain)
    if not (years(plain) or newest):  # 23年GDP
        plain = _SHORT_YEAR.sub(lambda year: f"{19 if year[1] > '29' else 20}{year[0]}", plain)
    than, named = _THAN.search(plain), years(plain)
    if than and len(named) == 2 and int(named[0]) - 1 == int(than[1]):
        plain = _THAN.sub("", plain)  # 2020年比2019年增长多少 as 2020年增长多少
    asked, count = _years_asked(plain), small(newest[1]) if newest else 0
    if asked is None or (newest and not count) or _ELSE.search(plain) or document_years(plain):
        return None
    if len(asked) != 1 and _OVER_TIME.search(plain):
        return None
    whole = "".join(between_asking(YEAR.sub("", YEAR_RANGE.sub("", _SEVERAL.sub("", plain)))))
    words, grew = _read(whole)
    if not words:
        return None
    aims = _AIMS.search(whole) is not None
    is_amount = _HOW_MUCH.search(plain) or _AMOUNT.search(words)
    return Indicator(
        words=words,
        name=called(whole),
        grew=grew,
        either=not grew and (aims or not is_amount),
        aims=aims,
        years=asked,
        newest=count,
        of_nation=_NATION.search(plain) is not None,
        place=place,
    )


def of_year(question: Question) -> Question:
    """2014年就业人数 for that of 上一年 in 2015年的报告; unchanged where it says no such year."""
    plain, of = question.plain, document_years(question.plain)
    rest = without_document(plain)
    then, last = _THIS_YEAR.search(rest), _YEAR_BEFORE.search(rest)
    if len(of) != 1 or rest == plain or bool(then) is bool(last) or years(rest):
        return question
    year = int(of[0]) - (1 if last else 0)
    return replace(question, text=f"{year}年{_THIS_YEAR.sub('', _YEAR_BEFORE.sub('', rest))}")


def without_unit(question: Question) -> Question:
    """产量是多少 for 产量是多少万吨."""
    if not question.unit or _HARVEST.search(question.plain):
        return question
    text = re.sub(f"(?<=多少)[百千万亿]*{question.unit}(?!百分|/|每)", "", question.text)
    return replace(question, text=text)


def _years_asked(plain: str) -> tuple[str, ...] | None:
    """One, or several in a row; none where every year is asked for, or the last few; None where
    it is asked otherwise.
    """
    named = tuple(years(plain))
    if between := years_between(plain):
        return between
    if _EVERY.search(plain) or _NEWEST.search(plain):
        return None if named else ()
    return named if len(named) == 1 or _IN_A_ROW.search(plain) else None


def _read(subject: str) -> tuple[str, bool]:
    """What it is called, and whether its growth is meant."""
    name = _BESIDE.sub("", flat(normalise(subject)).replace("了", ""))
    level = _GREW.sub("", name)
    return _ECONOMY.sub("国内生产总值", _BESIDE.sub("", level)), level != name


@cache  # of every figure at each question
def called(subject: str) -> str:
    """One name for what goes by several, without a word for its growth; its characters in order,
    as 新增城镇就业 is 城镇新增就业.

    >>> called("全国粮食总产量") == called("粮食产量"), called("经济增长率") == called("GDP增速")
    (True, True)
    """
    name, _ = _read(subject)
    for words, instead in _AS_CALLED.items():
        name = re.sub(words, instead, name)
    return "".join(sorted(name))


def is_set(subject: str) -> bool:
    """Whether documents set it, and hardly tell what came of it: 赤字."""
    return _SET.search(subject) is not None


@cache
def in_short(subject: str) -> set[str]:
    """The same of 失业率 for 城镇登记失业率, and of 财政收入 for 一般公共预算收入."""
    return {called(_SHORT.sub("", subject)), called(_BUDGET.sub("财政", subject))}


def is_growth(subject: str) -> bool:
    """Whether it says nothing else, as a column of a table does: 比上年增长."""
    return _GROWTH.fullmatch(subject) is not None


def says_growth(subject: str) -> bool:
    """Whether the name says that it is one: 居民消费价格涨幅."""
    return _read(subject)[1]
