"""Scores a register against gold rows: what tests/test_register_gold.py holds the extraction to."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.register import Register, extract
from corpus import read, split

CASES = Path(__file__).parent / "cases" / "register"
KINDS = (".txt", ".md")


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows were right, found and wanted."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def squeezed(text: str) -> str:
    """Without white space, which no span check counts."""
    return re.sub(r"\s", "", text)


def overlap(one: str, other: str) -> float:
    """Longest common run over the longer text: 1 for equal, 0.5 for half."""
    one, other = squeezed(one), squeezed(other)
    if not one or not other:
        return float(one == other)
    short, long = sorted((one, other), key=len)
    for length in range(len(short), 0, -1):
        if any(short[i : i + length] in long for i in range(len(short) - length + 1)):
            return length / len(long)
    return 0.0


def cases(folder: str) -> Iterable[tuple[Path, dict[str, list[dict[str, Any]]]]]:
    """Each document of the folder with its gold rows."""
    for gold in sorted((CASES / folder).glob("*.json")):
        path = next(gold.with_suffix(end) for end in KINDS if gold.with_suffix(end).exists())
        yield path, json.loads(gold.read_text("utf-8"))


def register_of(path: Path) -> Register:
    """What the extraction makes of the file."""
    document = read(path)
    return extract(document, split(document))


def score(folder: str, show: bool = False) -> dict[str, Count]:
    """Counts by column over all documents of the folder."""
    total: dict[str, Count] = {}
    for path, gold in cases(folder):
        for column, count in score_one(register_of(path), gold, path.name if show else "").items():
            total[column] = total.get(column, Count()) + count
    return total


def score_one(
    register: Register, gold: dict[str, list[dict[str, Any]]], show: str = ""
) -> dict[str, Count]:
    """Counts by column for one document; `show` names it where misses are to be printed."""
    proposers = {row.name for row in register.proposals}
    wanted = {row["name"] for row in gold["proposals"]}
    people = gold["people"]
    result = {
        "proposer": Count(len(proposers & wanted), len(proposers), len(wanted)),
        "proposal": _proposals(register, gold["proposals"], show),
        **_people(register, people, show),
        **(_figures(register, gold["figures"], show) if "figures" in gold else {}),  # not measured
    }
    if show and proposers != wanted:
        print(show, "PROPOSERS missing", wanted - proposers, "invented", proposers - wanted)
    return result


def _people(register: Register, gold: Sequence[dict[str, Any]], show: str) -> dict[str, Count]:
    found = {row.name: row for row in register.people}
    result = {"person": Count(len(found.keys() & {r["name"] for r in gold}), len(found), len(gold))}
    both = [(found[row["name"]], row) for row in gold if row["name"] in found]
    for column in ("role", "organisation_title"):
        equal = [getattr(one, column) == row[column] for one, row in both]
        result[column] = Count(sum(equal), len(equal), len(equal))
    if show:
        for one, row in both:
            if (one.role, one.organisation_title) != (row["role"], row["organisation_title"]):
                print(show, "CELLS", row, "got", one.role, one.organisation_title)
        print(show, "PEOPLE", found.keys() ^ {row["name"] for row in gold})
    return result


def _proposals(register: Register, gold: Sequence[dict[str, Any]], show: str) -> Count:
    left, right, found = list(gold), 0, 0
    for row in register.proposals:
        match = [
            g for g in left if g["name"] == row.name and overlap(g["text"], row.proposal) >= 0.6
        ]
        if match:
            left.remove(match[0])
            if match[0].get("optional"):
                continue
            right += 1
        elif show:
            print(show, "TOO MUCH", row.name, row.proposal)
        found += 1
    missed = [g for g in left if not g.get("optional")]
    if show and missed:
        print(show, "MISSED", missed)
    return Count(right, found, right + len(missed))


def _figures(register: Register, gold: Sequence[dict[str, Any]], show: str) -> dict[str, Count]:
    left, pairs, extra = list(gold), [], 0
    for row in register.figures:
        same = [g for g in left if (g["value"], g["unit"]) == (row.value, row.unit)]
        same.sort(key=lambda g: -overlap(g["subject"], row.subject))
        if not same:
            extra += 1
            if show:
                print(show, "FIGURE TOO MUCH", row.subject, row.value, row.unit)
            continue
        left.remove(same[0])
        if not same[0].get("optional"):
            pairs.append((row, same[0]))
    missed = [g for g in left if not g.get("optional")]
    if show:
        for row, g in pairs:
            if overlap(row.subject, g["subject"]) < 0.5 or row.year != g["year"]:
                print(show, "FIGURE CELLS", g, "got", row.subject, row.year, row.qualifier)
        print(show, "FIGURES MISSED", missed)
    subject = [overlap(row.subject, g["subject"]) >= 0.5 for row, g in pairs]
    year = [row.year == g["year"] for row, g in pairs]
    found, wanted = len(pairs) + extra, len(pairs) + len(missed)
    return {
        "figure": Count(len(pairs), found, wanted),
        "figure_subject": Count(sum(subject), found, wanted),
        "figure_year": Count(sum(year), len(year), len(year)),
    }
