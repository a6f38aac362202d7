"""The years that a question keeps to, 2016年以来, 最近十年, and what it asks over them: in which an
indicator was highest, what was said of something in each.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from assistant.register.numerals import decimal, small
from index.titles import YEAR_RANGE, years

FIRST = 1900
MOST_YEARS = 12  # of a range, that are each looked through
SHORTEST = 2  # characters of words: less asks nothing
ANY_YEAR = r"(?:19|20)\d\d"
AND = "(?:[、，,和与跟同及]|以及)"
NEWEST = "(?:最近|近|过去)(?:这|的)?{}年来?"

_IN_DIGITS = rf"({ANY_YEAR})年?度?"
_NUMERAL = r"([二三四五六七八九]?十|[两三四五六七八九]|\d{1,2})"
_IN = "(?:之?间|期间|这几年|里|中|来)?的?[,，]?"
_BETWEEN = re.compile(rf"[从自在]?{YEAR_RANGE.pattern}年?{_IN}")
_SINCE = re.compile(rf"[从自]?{_IN_DIGITS}(?:以来|[以之]后|[起后](?!的?几))的?[,，]?")
_BEFORE = re.compile(rf"{_IN_DIGITS}(?:[以之]?前)的?[,，]?")
_NEWEST = re.compile(rf"(?:{NEWEST.format(_NUMERAL)}|{_NUMERAL}年来){_IN}")
_DECADE = re.compile(
    rf"(?:上(?:个)?世纪|20世纪|(19|20))?(?:([二三四五六七八九])十|([0-9])0)年代{_IN}"
)
_EPOCHS = (  # since when is said by a name
    (re.compile(f"(?:改革)?开放(?:以来|[以之]后){_IN}"), 1979),
    (re.compile(f"(?:建国|新中国成立)(?:以来|[以之]?后){_IN}"), 1949),
    (re.compile(f"(?:本世纪|21世纪|二十一世纪|新世纪)(?:以来|[以之]?后)?{_IN}"), 2000),
)


def period(plain: str, newest: int, *, told_later: int) -> tuple[str, range]:
    """The rest of a normalised question, and the years it keeps to; all where it names none.

    `newest`: the year of the newest document. `told_later`: years until a figure is told.

    >>> period("最近十年哪年产值最高?", 2025, told_later=1)
    ('哪年产值最高?', range(2015, 2026))
    >>> period("1985年以前,哪些年的报告提到洪水?", 2025, told_later=0)
    ('哪些年的报告提到洪水?', range(1900, 1985))
    """
    if found := _BETWEEN.search(plain):
        first, last = sorted((int(found[1]), int(found[2])))
    elif found := _SINCE.search(plain):
        first, last = int(found[1]), newest
    elif found := _BEFORE.search(plain):
        first, last = FIRST, int(found[1]) - 1
    elif found := _NEWEST.search(plain):
        count = decimal(found[1] or found[2]) or 0
        first, last = newest - int(count) + 1 - told_later, newest
    elif found := _DECADE.search(plain):
        decade = int(found[3] or small(found[2]))
        century = found[1] or ("19" if decade > 2 else "20")
        first = int(century) * 100 + decade * 10
        last = first + 9
    else:
        named = ((epoch.search(plain), year) for epoch, year in _EPOCHS)
        found, first = next(((one, year) for one, year in named if one), (None, FIRST))
        last = newest
    rest = plain[: found.start()] + plain[found.end() :] if found else plain
    return rest, range(first, last + 1)


def years_between(text: str) -> tuple[str, ...]:
    """Every year of a range that the text names, the earliest first; none where it names none.

    >>> years_between("2021—2019年的产量")
    ('2019', '2020', '2021')
    """
    between = YEAR_RANGE.search(text)
    first, last = sorted(map(int, between.groups())) if between else (0, -1)
    return tuple(map(str, range(first, last + 1)))


_HIGH, _LOW = "[高多大快宽]", "[低少小慢]"
_WHICH = re.compile(
    "[是在]{0,2}(?:哪一?个?年(?:份|度)?|什么时候)(?:的?报告[里中]?)?(?:提出|公布|[说提宣]布?)?的?"
)
_MOST = re.compile(
    f"(?:安排|[制设确]?定|设|提|放|公布)?得?(?:的?是)?最(?:(?P<high>{_HIGH})|{_LOW})"
    "(?!工资|法院|检察院|生活)的?(?:一年|年份)?"
)
_FIRST = re.compile("首次|第一次|头一[次回]|最[早先]|率先")
_PAST = re.compile(
    "(?:突破|超过|越过|跨过|[跃跨迈站]上|达到|写到|破|过|上)了?"
    r"(?P<number>\d[\d.,]*|[一二两三四五六七八九十百千]+)(?P<scale>[万亿]*)(?P<unit>%|[\u4e00-\u9fff]{0,2}?)"
    "(?:大关|台阶|以上)?(?=[,，是在]|$|报告|最)"
)
_AROUND = re.compile(
    "^(?:请问)?(?:[各历每]年的?)?(?:(?:政府)?工作报告|报告)?(?:[里中上]|公布的?)*[,，]?|一年[里中内]|实际|[,，]|报告$"
)
# 增速是多少, asked of that year.
_HOW_MUCH = re.compile("[,，](?:当年|那年|那一年|具体)?[^,，]{0,6}?(?:多少|几)[^,，]{0,4}$")


class Most(NamedTuple):
    """Of every year the highest, or lowest, of what is asked for, or the first that is so high."""

    every: str  # the question for all years
    high: bool
    past: tuple[str, str, str] | None = None  # number, 万 or 亿, and unit


def most(plain: str) -> Most | None:
    """What a normalised question, without its period, asks the year of; None where it asks else.

    >>> most("哪年粮食产量最低?")
    Most(every='历年粮食产量', high=False, past=None)
    >>> most("外汇储备首次越过1000亿美元大关是哪年?")
    Most(every='历年外汇储备', high=True, past=('1000', '亿', '美元'))
    """
    plain = _HOW_MUCH.sub("", plain.rstrip("?？呢"))
    past = _PAST.search(_FIRST.sub("", plain)) if _FIRST.search(plain) else None
    found = past or _MOST.search(plain)
    if not found or not _WHICH.search(plain):
        return None
    rest = _WHICH.sub("", found.string[: found.start()] + found.string[found.end() :])
    every = f"历年{_AROUND.sub('', rest).strip('的是')}"
    if past:
        return Most(every, True, (past["number"], past["scale"], past["unit"]))
    return Most(every, found["high"] is not None)


_ROW = re.compile(rf"[在从]?(?:{ANY_YEAR}年?(?:{AND}|\s)+)+{ANY_YEAR}年?(?![\d.年])")
_FROM_TO = re.compile(  # not of a plan that is called so
    rf"[从自在]?{YEAR_RANGE.pattern}年?(?:之?间|期间)?(?![^，,。？?]{{0,10}}(?:规划|计划|方案|纲要|行动))"
)
_TALK = (
    "[提说写讲]法|表述|措辞|用词|口径|调门|限定词|定语|怎么(?:表述)?[说提写讲]?的?"
    "|[讲说]了(?:什么|哪些)|一步步"
)
_COURSE = f"(?:相关)?(?:{_TALK}|历程|轨迹|演变|进度|进展|推进|变化|变的|不同|差[别异])"
_SAYS = re.compile(f"报告(?!期)|{_COURSE}")
# What is said beside what it is on.
_BESIDE = re.compile(
    "(?:请|帮我|想)?(?:梳理|比较|对比|看看?)(?:一下)?|关于|(?:(?:政府)?工作)?报告[里中]?"
    "|这?[两三四五六七八九十](?:份|年)|分别|各自?|都"
    "|(?:有什么|有没有)?(?:改动|调整)了?吗?|后来|为什么|了吗|是?什么(?=\\s|$)|[：:，,？?。、的]"
    f"|(?:[有是]?(?:什么|哪些|怎么|如何|何)|的)?{_COURSE}(?:到?(?:什么程度|哪一步|哪里))?了?"
)
_LEADING = re.compile("^(?:[在从里中是]|对(?![象外口策手]))+")
_ASKS_ELSE = re.compile(
    "(?:[率额量数价]|目标|指标|收入|支出|增速)的?有?(?:什么|何|哪些)?(?:不同|变化|差[别异])"
    "|[他她]|多少|(?<!能生)几|多[大高]|谁|哪[位年个]|[一总]共|合计|累计|平均|年均"
)


class SaidByYear(NamedTuple):
    """On what, and in which years."""

    topic: str
    years: list[str]


def said_by_year(text: str) -> SaidByYear | None:
    """What it is asked of what is said in each of several years; None where it is asked otherwise.

    >>> said_by_year("关于修桥，2018年、2019年和2021年的报告分别讲了什么？")
    SaidByYear(topic='修桥', years=['2018', '2019', '2021'])
    """
    row = _FROM_TO.search(text) or _ROW.search(text)
    if not row or not _SAYS.search(text) or _ASKS_ELSE.search(text):
        return None
    named = [*years_between(row.group())] or years(row.group())
    rest = f"{text[: row.start()]} {text[row.end() :]}"
    topic = "".join(
        _LEADING.sub("", one).rstrip("对在从里中是") for one in _BESIDE.sub(" ", rest).split()
    )
    if len(topic) < SHORTEST or not 1 < len(named) <= MOST_YEARS or years(rest):
        return None
    return SaidByYear(topic, named)
