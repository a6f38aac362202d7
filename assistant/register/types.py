"""The rows of the register. Every span counts characters of the document's source text."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import Any

SURE = 0.9  # of confidence: what is less was inferred, so look before relying on it


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the document introduces; the span is the introduction, role and post included."""

    name: str
    role: str  # 全国人大代表, 河南省政协委员, ...; empty where the document gives none
    organisation_title: str  # organisation and post as written; parts joined by 、
    document: str
    title: str
    start: int
    end: int
    name_start: int
    name_end: int
    post_start: int  # where organisation and post stand, mostly in the introduction
    post_end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing one person proposes, in the source's own words at `start:end`."""

    name: str
    role: str
    organisation_title: str
    proposal: str
    theme: str  # the heading it stands under; where there is none, its topic
    topic: str  # what the sentence says it is about: 针对…, 在…方面, 《关于…》; often empty
    document: str
    title: str
    section: str
    start: int
    end: int
    name_start: int  # the mention that carries this proposal: a name, 他, 丁代表
    name_end: int
    introduced_start: int  # where name and role are given
    introduced_end: int
    post_start: int  # where organisation and post stand, mostly there too
    post_end: int
    topic_start: int
    topic_end: int
    confidence: float  # see SURE


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts: 某金属自给率 · 40 · % · 不足."""

    subject: str  # of a cell in a table the row's label and the column's head, joined by 、
    value: str  # decimal digits: "95", "3.5", "-1.5"; a range as "25-30"
    unit: str  # as counted: "%", "万亿元", "个百分点"
    year: str  # "2025", "2001-2004", or the document's own 今年, 上年; empty where none is named
    qualifier: str  # 超过, 约, 增长, 以上, ...; joined by 、
    document: str
    title: str
    section: str
    start: int
    end: int
    subject_start: int  # equal to subject_end where the subject is unknown
    subject_end: int
    sentence_start: int
    sentence_end: int
    sentence: str = ""  # as written, line breaks aside
    confidence: float = 0.0  # that the subject is right; 0 where none is claimed
    planned: bool = False  # an aim or a forecast, not what came of it

    @property
    def numbers(self) -> tuple[Fraction, ...]:
        """The value to calculate with; both ends of a range, each with its own sign."""
        return tuple(map(Fraction, _NUMBER.findall(self.value)))


_NUMBER = re.compile(r"(?:^|-)(-?\d+(?:\.\d+|/\d+)?)")


@dataclass(frozen=True, slots=True)
class Register:
    """What one document, or many, say about who proposes what."""

    people: tuple[Person, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    figures: tuple[Figure, ...] = ()

    def to_dict(self) -> dict[str, list[dict[str, Any]]]:
        """Plain lists and dicts, for JSON."""
        return {
            "people": [asdict(person) for person in self.people],
            "proposals": [asdict(proposal) for proposal in self.proposals],
            "figures": [asdict(figure) for figure in self.figures],
        }

    @classmethod
    def from_dict(cls, rows: dict[str, list[dict[str, Any]]]) -> Register:
        """The inverse of `to_dict`."""
        return cls(
            tuple(Person(**row) for row in rows["people"]),
            tuple(Proposal(**row) for row in rows["proposals"]),
            tuple(Figure(**row) for row in rows["figures"]),
        )


# The register on its way out, as a table of CSV or Excel.
Cell = str | int | float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table for a file."""

    keys: list[str]  # of its columns, whatever they are called
    lines: list[list[Cell]]  # its head, then a line for each item
