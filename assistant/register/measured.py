"""A number with what its sentence says of it; several in a row share what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import cycle

from assistant.register.lines import Part, Span
from assistant.register.numbers import Number
from assistant.register.phrases import MEASURE_END
from assistant.register.qualifiers import FALLS, RELATIVE, RISES
from assistant.register.years import named_years


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
    "目标[是为：]|要[把使]|(?<![模虚])拟|力争|争取|确保|预[计测]|有望|将(?:达|超|突破)|计划(?=安排|新增|投|到|用|在)"
)


def is_planned(text: str, number: Number) -> bool:
    """Whether the sentence leads over to the number as to an aim or a forecast, or calls it one."""
    before = text[: number.start]
    clause = before.rpartition("，")[2]  # 已提高到16%，但尚未达到30%的目标
    called = _AIM.match(text, number.end) is not None and not _DONE.search(clause)
    return called or _PLANNED.search(_MET.sub("", before)) is not None


_BETWEEN = re.compile(
    f"(?:左右|以上|以下|多)?[、和与及，](?:约|近|超过)?(?:(?:{RISES}|{FALLS})(?:了|到|至|为)?)?"
)


def distributed(text: str, found: Sequence[Measured]) -> list[Measured]:
    """Each number with its own subject where one sentence speaks of as many as of numbers."""
    result = list(_years_apart(text, found))
    for place, first in enumerate(found):
        run = _side_by_side(text, found, place)
        subjects = _parts(text, first, len(run)) or _just_named(text, result, place, len(run))
        while len(run) == len(subjects) > 1:
            for offset, (start, end) in enumerate(subjects):
                told = run[offset].qualifier or run[0].qualifier
                result[place + offset] = replace(run[offset], start=start, end=end, qualifier=told)
            place += len(run)
            # 分别为5亿元和6亿元，增长7%和8%: the same again
            run = _side_by_side(text, found, place) if place < len(found) else []
            run = run if run and (run[0].start, run[0].end) == (first.start, first.end) else []
    return result


# 2023年、2024年和2025年，…分别为
_YEARS = re.compile("(?:(?:\\d{4}|[去今前]|上)年?[、和与及，])+(?:\\d{4}|[去今前]|上)年(?!的)")


def _years_apart(text: str, found: Sequence[Measured]) -> list[Measured]:
    """Each number with its own year where as many years as numbers stand side by side."""
    result = list(found)
    for years in _YEARS.finditer(text):
        if len(named := named_years(years.group())) < 2:  # 5500年和9000年 are none
            continue
        behind = [place for place, one in enumerate(found) if one.number.start >= years.end()]
        run = _side_by_side(text, found, behind[0]) if behind else []
        run = run[: len(run) // len(named) * len(named)]  # 分别达到30万吨、32万吨，增长5%、6%
        between = text[years.end() : run[0].number.start] if run else "。"
        told = re.search("分别|依次|各", between) or not re.search("[，；。]", between[1:])
        if run and told and not re.search("[；。]", between):
            for place, (one, year) in enumerate(zip(run, cycle(named)), start=behind[0]):
                result[place] = replace(one, year=year)
    return result


def _just_named(text: str, found: Sequence[Measured], place: int, wanted: int) -> list[Span]:
    """收入10493元，支出3255元，分别增长9.6%和6.2%: the subjects of the numbers before."""
    first = found[place]
    if place < wanted or wanted < 2 or first.number.unit not in RELATIVE:
        return []
    before = found[place - wanted : place]
    subjects = [(one.start, one.end) for one in before]
    inherited = (first.start, first.end) == subjects[-1]
    apart = len(set(subjects)) == wanted and all(start < end for start, end in subjects)
    said = text[before[0].number.end : first.number.start]
    return subjects if inherited and apart and not re.search("[。；]", said) else []


def _parts(text: str, first: Measured, wanted: int) -> list[Span]:
    """What the subject lists, where it lists as many as are wanted."""
    between = text[first.end : first.number.start]
    parts = list(re.finditer("[^、和与及]+", text[first.start : first.end]))
    if wanted < 2 or len(parts) != wanted or not re.search("分别[^，。；]*$", between):
        return []
    last = parts[-1].group()
    # 内河和沿海企业的货运量, 山区和坝区户均住房面积: the end is shared
    shared = [
        "的" in last or (len(part.group()) < _WORD and MEASURE_END.search(last)) for part in parts
    ]
    return [
        (first.start + part.start(), first.end if whole else first.start + part.end())
        for part, whole in zip(parts, shared, strict=True)
    ]


_WORD = 3  # characters that stand for themselves: 化学需氧量, but not 山区


def _side_by_side(text: str, found: Sequence[Measured], place: int) -> list[Measured]:
    """The numbers from `place` on that only 、 or 和 sets apart."""
    run = [found[place]]
    for one in found[place + 1 :]:
        if not _BETWEEN.fullmatch(text[run[-1].number.end : one.number.start]):
            break
        run.append(one)
    return run
