"""A number with what its sentence says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.register.lines import Part
from assistant.register.numbers import Number


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with subject, year and qualifier; offsets count in the line."""

    number: Number
    start: int  # of the subject; equal to `end` where the sentence names none
    end: int
    year: str
    qualifier: str
    sure: float  # that the subject is right; 0 where there is none
    parts: tuple[Part, ...] = ()  # of the subject, where it stands in several places


def is_of_those(text: str, number: Number, last: Measured | None) -> bool:
    """210家企业中，有86家亏损: how many of those counted just before."""
    if last is None or last.number.unit != number.unit:
        return False
    return _THOSE.fullmatch(text[last.number.end : number.start]) is not None


_THOSE = re.compile("[^，。；]*[中里]，[^，。；]*有")


# 完成了全年目标, 增长6% says what came of it.
_MET = re.compile("(?:完成|实现|达到|超过)[^，。；：]{0,16}(?:目标|计划)")
_DONE = re.compile("[实现完成达到]了|已")
# 500万吨的发展目标
_AIM = re.compile("(?:以[上下内])?[^，。；、\\d]{0,4}的[^，。；、\\d]{0,6}目标")
_PLANNED = re.compile(
    "目标[是为：]|(?<![模虚])拟|力争|争取|确保|预[计测]|有望|将(?:达|超|突破)|计划(?=安排|新增|投|到|用|在)"
)


def is_planned(text: str, number: Number) -> bool:
    """Whether the sentence leads over to the number as to an aim or a forecast, or calls it one."""
    before = text[: number.start]
    clause = before.rpartition("，")[2]  # 已提高到16%，但尚未达到30%的目标
    called = _AIM.match(text, number.end) is not None and not _DONE.search(clause)
    return called or _PLANNED.search(_MET.sub("", before)) is not None
