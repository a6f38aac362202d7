"""In which year an indicator was highest or lowest: 最近十年哪年GDP增速最高."""

from __future__ import annotations

import re
from typing import NamedTuple

_HIGH, _LOW = "[高多大快]", "[低少小慢]"
_YEAR = "[是在]{0,2}哪一?个?年(?:份|度)?(?:的?报告)?(?:提出|公布)?的?"
_MOST = re.compile(
    f"(?:安排|[制设确]?定|设|提|公布)?得?(?:的?是)?最(?:(?P<high>{_HIGH})|{_LOW})的?(?:一年|年份)?"
)
_WHICH = re.compile(_YEAR)
_BESIDE = re.compile(
    "^(?:请问)?(?:[各历每]年的?)?(?:(?:政府)?工作报告|报告)?(?:[里中上]|公布的?)*[,，]?|一年[里中内]|实际|[,，]"
)
# 增速是多少, asked of that year.
_HOW_MUCH = re.compile("[,，](?:当年|那年|那一年|具体)?[^,，]{0,6}?(?:多少|几)[^,，]{0,4}$")


class Most(NamedTuple):
    """Of every year the highest, or lowest, of what is asked for."""

    every: str  # the question for all years
    high: bool


def most(plain: str) -> Most | None:
    """What a normalised question, without its period, asks the year of; None where it asks else.

    >>> most("哪年粮食产量最低?")
    Most(every='历年粮食产量', high=False)
    """
    plain = _HOW_MUCH.sub("", plain.rstrip("?？呢"))
    found = _MOST.search(plain)
    if not found or not _WHICH.search(plain):
        return None
    rest = _WHICH.sub("", plain[: found.start()] + plain[found.end() :])
    return Most(f"历年{_BESIDE.sub('', rest).strip('的是')}", found["high"] is not None)
