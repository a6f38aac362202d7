"""What documents of several years say of something: 从2014到2018年，报告对雾霾的提法有什么变化."""

from __future__ import annotations

import re
from typing import NamedTuple

from assistant.query.period import years_between
from index.titles import YEAR_RANGE, years

MOST_YEARS = 12  # that are each looked through
SHORTEST = 2  # characters of what it is on

_ANY = r"(?:19|20)\d\d年?"
_AND = r"(?:[、，,和与跟同及\s]|以及)"
_THREE = re.compile(rf"[在从]?(?:{_ANY}{_AND}+){{2,}}{_ANY}(?![\d.年])")
_TWO = re.compile(rf"[在从]?{_ANY}{_AND}{_ANY}(?![\d.年])")
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
_OF_FIGURES = (
    "(?:[率量额数价]|目标|指标|收入|支出|增速)的?有?(?:什么|何|哪些)?(?:不同|变化|差[别异])"
)
_ASKS_ELSE = re.compile(
    f"{_OF_FIGURES}|[他她]|多少|(?<!能生)几|多[大高]|谁|哪[位年个]|[一总]共|合计|累计|平均|年均"
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
    row = _THREE.search(text) or _FROM_TO.search(text) or _TWO.search(text)
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
