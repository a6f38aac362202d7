"""In which year an indicator was highest or lowest, 最近十年哪年GDP增速最高, or first so high."""

from __future__ import annotations

import re
from typing import NamedTuple

_HIGH, _LOW = "[高多大快宽]", "[低少小慢]"
_YEAR = (
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
_WHICH = re.compile(_YEAR)
_BESIDE = re.compile(
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
    every = f"历年{_BESIDE.sub('', rest).strip('的是')}"
    if past:
        return Most(every, True, (past["number"], past["scale"], past["unit"]))
    return Most(every, found["high"] is not None)
