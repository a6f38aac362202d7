"""The register seen from above: how many proposals on what, from whom, in which year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.register.places import home_provinces, place_of
from assistant.register.qualifiers import Sense, falls, sense
from assistant.register.select import organisation_kind
from assistant.register.types import Figure, Proposal
from assistant.register.years import figure_year, is_aim

By = Literal["theme", "role", "kind", "province", "person", "document"]


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

    `years`: document path to its year. What a province has is no part of what the country has.
    """
    groups: dict[tuple[str, str, Sense, str], list[Value]] = {}
    for one in values(figures, years):
        row = one.figure
        key = row.subject, row.unit, sense(row.qualifier), place_of(row.title)
        groups.setdefault(key, []).append(one)
    every = (
        Series(subject, unit, meant, tuple(sorted(_once(group), key=lambda one: one.year)), place)
        for (subject, unit, meant, place), group in groups.items()
    )
    several = [one for one in every if len(one.years) > 1]
    return tuple(sorted(several, key=lambda one: (-len(one.years), -len(one.values))))


def values(figures: Iterable[Figure], years: Mapping[str, str]) -> Iterator[Value]:
    """Those with a subject and a year; 今年 and 去年 are reckoned from the document's, `years`."""
    for row in figures:
        if row.subject and (year := figure_year(row, years)):
            aimed = is_aim(row) or _is_ahead(row, year, years.get(row.document, "")[:4])
            yield Value(year, row, bool(row.year), falls(row.qualifier), aimed)


def _is_ahead(row: Figure, year: str, told: str) -> bool:
    """Whether its year is yet to come: 2030 in a document `told` in 2026; else 到2030年."""
    if told.isdigit():
        return year > told
    return f"到{year}年" in row.sentence[: row.start - row.sentence_start]


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
