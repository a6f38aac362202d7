"""The register seen from above: how many proposals on what, from whom, in which year."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from assistant.register.places import home_provinces
from assistant.register.qualifiers import FALLS, RISES
from assistant.register.select import organisation_kind
from assistant.register.types import Figure, Proposal
from assistant.register.years import is_review, named_years

By = Literal["theme", "role", "kind", "province", "person", "document"]
# What a number says of its subject: how much there is of it, by how much it rose or fell, the same
# over several years, or what share of something else it is. Only like goes with like.
Sense = Literal["level", "change", "longer", "share"]


@dataclass(frozen=True, slots=True)
class Count:
    """How many proposals, made by how many people, go by this name; empty: none is given."""

    name: str
    proposals: int
    people: int


@dataclass(frozen=True, slots=True)
class Value:
    """A figure with its year in digits: the one it is of, else that of its heading or document."""

    year: str
    figure: Figure
    stated: bool  # that the sentence says the year
    falls: bool  # that the number says by how much something fell
    planned: bool  # that it is what somebody aims at or expects, not what came of it


@dataclass(frozen=True, slots=True)
class Series:
    """What the documents of one place say of one subject in one unit, the earliest year first."""

    subject: str
    unit: str
    sense: Sense
    values: tuple[Value, ...]
    place: str = ""  # of which the titles say they are; empty: they name none

    @property
    def years(self) -> tuple[str, ...]:
        """The years there are values of, in order."""
        return tuple(dict.fromkeys(value.year for value in self.values))


def counts(proposals: Iterable[Proposal], by: By) -> tuple[Count, ...]:
    """Proposals and people by theme, role, kind of organisation, ...; the most first."""
    made = _grouped((_LABELS[by](row), row) for row in proposals)
    return tuple(sorted(made, key=lambda one: (not one.name, -one.proposals, -one.people)))


def timeline(proposals: Iterable[Proposal], years: Mapping[str, str]) -> tuple[Count, ...]:
    """Proposals and people by year, the earliest first; `years`: document path to its year."""
    made = _grouped((years.get(row.document, "")[:4], row) for row in proposals)
    return tuple(sorted(made, key=lambda one: (not one.name, one.name)))


def series(figures: Iterable[Figure], years: Mapping[str, str]) -> tuple[Series, ...]:
    """Every subject with figures of several years, the most years first.

    `years`: document path to its year. 今年 and 去年 are reckoned from it. What a province has is
    no part of what the country has.
    """
    groups: dict[tuple[str, str, Sense, str], list[Value]] = {}
    for row in figures:
        if row.subject and (year := figure_year(row, years)):
            told = years.get(row.document, "")[:4]
            aimed = row.planned or _is_ahead(row, year, told)
            value = Value(year, row, bool(row.year), _falls(row.qualifier), aimed)
            key = row.subject, row.unit, sense(row.qualifier), _place_of(row.title)
            groups.setdefault(key, []).append(value)
    every = (
        Series(subject, unit, meant, tuple(sorted(_once(group), key=lambda one: one.year)), place)
        for (subject, unit, meant, place), group in groups.items()
    )
    several = [one for one in every if len(one.years) > 1]
    return tuple(sorted(several, key=lambda one: (-len(one.years), -len(one.values))))


_PLACE = re.compile(
    "(?:\\d{4}年|关于)?(?!关于|全[国省市县区]|中[华央])"
    "(?P<place>[\u4e00-\u9fff]{2,7}?(?:省|(?<!城)市|县|自治[区州]|地区))"
)


def _place_of(title: str) -> str:
    """The place that a document is of, where its title begins with that.

    >>> _place_of("甲川省2025年计划执行情况的报告"), _place_of("2025年国务院政府工作报告")
    ('甲川省', '')
    """
    found = _PLACE.match(title)
    return found["place"] if found else ""


def _once(values: Sequence[Value]) -> list[Value]:
    """What several sentences say of one year once: by that which says the year, and most surely."""
    best: dict[tuple[str, str, bool, bool], Value] = {}
    for one in sorted(values, key=lambda one: (not one.stated, -one.figure.confidence)):
        best.setdefault((one.year, one.figure.value, one.falls, one.planned), one)
    kept = set(map(id, best.values()))
    return [one for one in values if id(one) in kept]


def _grouped(labelled: Iterable[tuple[str, Proposal]]) -> list[Count]:
    groups: dict[str, list[Proposal]] = {}
    for label, row in labelled:
        groups.setdefault(label, []).append(row)
    return [
        Count(label, len(group), len({(row.document, row.name) for row in group}))
        for label, group in groups.items()
    ]


_LABELS: dict[By, Callable[[Proposal], str]] = {
    "theme": lambda row: row.theme or row.topic,
    "role": lambda row: row.role,
    "kind": lambda row: organisation_kind(row.organisation_title),
    "province": lambda row: next(iter(home_provinces(f"{row.role} {row.organisation_title}")), ""),
    "person": lambda row: row.name,
    "document": lambda row: row.title,
}


# How far a relative year lies from the year of the document that says it.
_AGO = {"今年": 0, "本年度": 0, "去年": 1, "上年": 1, "上年度": 1, "前年": 2, "明年": -1}


def figure_year(row: Figure, years: Mapping[str, str]) -> str:
    """The year of a figure in digits: its sentence's, heading's or document's; none of several."""
    if _sums_years(row):
        return ""
    said = row.year or _heading_year(row.section)
    if said.isdigit():
        return said
    base, ago = years.get(row.document, "")[:4], {"": 0, **_AGO}
    return str(int(base) - ago[said]) if base.isdigit() and said in ago else ""


# 五年新增就业6000万人; not 连续五年, 五年前, 五年计划, 三年期, 九年义务教育 or 超过30年的.
_SEVERAL = re.compile(
    "(?<![\\d.〇零一二三四五六七八九十续第比])"
    "(?:[两几二三四五六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?|[2-9]|[1-9]\\d)[多余]?年"
    "(?![前后级期制代度义的一均]|以[上下前后]|[计规]划)"
)
_ONE_YEAR = re.compile(r"(?:\d{4}|[一二][一二三四五六七八九〇零]{3}|[今去前明上])年")
_PERIOD = re.compile("十[一二三四五六七八九]?五”?(?:时期|期间)|过去[两二三四五六七八九十]年")


def _sums_years(row: Figure) -> bool:
    """Whether it is of several years: their sum or mean, not what changed over them."""
    if sense(row.qualifier) == "longer":
        return False
    before = row.sentence[: row.start - row.sentence_start].rpartition("；")[2]
    said = _ONE_YEAR.split(before)[-1]
    summed = "累计" in row.qualifier and not row.year  # 2024年累计…: of this one
    return summed or bool(_SEVERAL.search(said) or _EACH_YEAR.search(said.rpartition("，")[2]))


# 年均1270万人, 连年稳定在…; PM2.5年均浓度 is of one year
_EACH_YEAR = re.compile("(?<!月)年均(?!浓度|气温|降[水雨])|平均每年|连年|连续[^，。；]{1,3}年")


@lru_cache(1024)  # of one document's figures many stand below the same headings
def _heading_year(section: str) -> str:
    for heading in reversed(section.split(" > ")):
        if named := set(named_years(heading)):
            return named.pop() if len(named) == 1 else ""
        if _PERIOD.search(heading):
            return heading  # of no single year
        if is_review(heading):
            return "去年"
    return ""


def _is_ahead(row: Figure, year: str, told: str) -> bool:
    """Whether its year is yet to come: 2030 in a document `told` in 2026; else 到2030年."""
    if told.isdigit():
        return year > told
    return f"到{year}年" in row.sentence[: row.start - row.sentence_start]


_CHANGE = re.compile(f"{RISES}|{FALLS}|[缩翻]|高出|低出")
_FALL = re.compile(f"{FALLS}|缩|低出")
_REACHED = re.compile("[到至为在]")  # 降至, 提高到: not by how much, but how much
_LONGER = re.compile("均|每|累计|\\d{4}年|[二三四五六七八九十]年")


def changes(qualifier: str) -> list[str]:
    """The words that say that the number is by how much something rose or fell."""
    words = qualifier.split("、")
    return [word for word in words if _CHANGE.search(word) and not _REACHED.search(word)]


@lru_cache(1024)  # there are few qualifiers and many figures
def _falls(qualifier: str) -> bool:
    return any(_FALL.search(word) for word in changes(qualifier))


@lru_cache(1024)
def sense(qualifier: str) -> Sense:
    """What a number with this qualifier says of its subject."""
    if changes(qualifier):
        return "longer" if _LONGER.search(qualifier) else "change"
    return "share" if re.search("占|比重", qualifier) else "level"
