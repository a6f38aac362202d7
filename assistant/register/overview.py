"""The register seen from above: how many proposals on what, from whom, in which year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from assistant.register.places import provinces
from assistant.register.select import organisation_kind
from assistant.register.types import Figure, Proposal

By = Literal["theme", "role", "kind", "province", "person", "document"]


@dataclass(frozen=True, slots=True)
class Count:
    """How many proposals, made by how many people, go by this name; empty: none is given."""

    name: str
    proposals: int
    people: int


@dataclass(frozen=True, slots=True)
class Value:
    """A figure with the year it is of, as digits."""

    year: str
    figure: Figure


def counts(proposals: Iterable[Proposal], by: By) -> tuple[Count, ...]:
    """Proposals and people by theme, role, kind of organisation, ...; the most first."""
    made = _grouped((_label(row, by), row) for row in proposals)
    return tuple(sorted(made, key=lambda one: (not one.name, -one.proposals, -one.people)))


def timeline(proposals: Iterable[Proposal], years: Mapping[str, str]) -> tuple[Count, ...]:
    """Proposals and people by year, the earliest first; `years`: document path to its year."""
    made = _grouped((years.get(row.document, "")[:4], row) for row in proposals)
    return tuple(sorted(made, key=lambda one: (not one.name, one.name)))


def values(
    figures: Iterable[Figure], subject: str, years: Mapping[str, str] | None = None
) -> tuple[Value, ...]:
    """The figures whose subject has all these words and whose year is known, by year.

    今年 and 去年 are reckoned from the document's year in `years`, where it is given.
    """
    words = subject.split()
    found = (
        Value(year, row)
        for row in figures
        if words and all(word in row.subject for word in words)
        if (year := _year(row, years or {}))
    )
    return tuple(sorted(found, key=lambda one: one.year))


def _grouped(labelled: Iterable[tuple[str, Proposal]]) -> list[Count]:
    groups: dict[str, list[Proposal]] = {}
    for label, row in labelled:
        groups.setdefault(label, []).append(row)
    return [
        Count(label, len(group), len({row.name for row in group}))
        for label, group in groups.items()
    ]


def _label(row: Proposal, by: By) -> str:
    match by:
        case "theme":
            return row.theme or row.topic
        case "role":
            return row.role
        case "kind":
            return organisation_kind(row.organisation_title)
        case "province":
            return next(iter(provinces(f"{row.role} {row.organisation_title}")), "")
        case "person":
            return row.name
        case "document":
            return row.title or row.document


# How far a relative year lies from the year of the document that says it.
_AGO = {"今年": 0, "本年度": 0, "去年": 1, "上年": 1, "上年度": 1, "前年": 2, "明年": -1}


def _year(row: Figure, years: Mapping[str, str]) -> str:
    if row.year.isdigit():
        return row.year
    base = years.get(row.document, "")[:4]
    return str(int(base) - _AGO[row.year]) if base.isdigit() and row.year in _AGO else ""
