"""Scores a register against gold rows: what tests/test_register_gold.py holds the extraction to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from assistant.register import Register, extract
from corpus import flat, read, split

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


def overlap(one: str, other: str) -> float:
    """Longest common run over the longer text: 1 for equal, 0.5 for half."""
    one, other = flat(one), flat(other)
    run = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return run.size / max(len(one), len(other)) if one or other else 1.0


def cases(folder: str) -> Iterable[tuple[Path, dict[str, list[dict[str, Any]]]]]:
    """Each document of the folder with its gold rows."""
    for gold in sorted((CASES / folder).glob("*.json")):
        path = next(gold.with_suffix(end) for end in KINDS if gold.with_suffix(end).exists())
        yield path, json.loads(gold.read_text("utf-8"))


def register_of(path: Path) -> Register:
    """What the extraction makes of the file."""
    document = read(path)
    return extract(document, split(document))


def score(folder: str) -> dict[str, Count]:
    """Counts by column over all documents of the folder."""
    total: dict[str, Count] = {}
    for path, gold in cases(folder):
        for column, count in score_one(register_of(path), gold).items():
            total[column] = total.get(column, Count()) + count
    return total


def score_one(register: Register, gold: dict[str, list[dict[str, Any]]]) -> dict[str, Count]:
    """Counts by column for one document."""
    proposers = {row.name for row in register.proposals}
    wanted = {row["name"] for row in gold["proposals"]}
    return {
        "proposer": Count(len(proposers & wanted), len(proposers), len(wanted)),
        "proposal": _proposals(register, gold["proposals"]),
        **_people(register, gold["people"]),
        **(_figures(register, gold["figures"]) if "figures" in gold else {}),  # not measured
    }


def _people(register: Register, gold: Sequence[dict[str, Any]]) -> dict[str, Count]:
    found = {row.name: row for row in register.people}
    result = {"person": Count(len(found.keys() & {r["name"] for r in gold}), len(found), len(gold))}
    both = [(found[row["name"]], row) for row in gold if row["name"] in found]
    for column in ("role", "organisation_title"):
        equal = [getattr(one, column) == row[column] for one, row in both]
        result[column] = Count(sum(equal), len(equal), len(equal))
    return result


def _proposals(register: Register, gold: Sequence[dict[str, Any]]) -> Count:
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
        found += 1
    missed = sum(not g.get("optional") for g in left)
    return Count(right, found, right + missed)


def _figures(register: Register, gold: Sequence[dict[str, Any]]) -> dict[str, Count]:
    left, pairs, extra = list(gold), [], 0
    for row in register.figures:
        same = [g for g in left if (g["value"], g["unit"]) == (row.value, row.unit)]
        if not same:
            extra += 1
            continue
        best = max(same, key=lambda g: overlap(g["subject"], row.subject))
        left.remove(best)
        if not best.get("optional"):
            pairs.append((row, best))
    subject = [overlap(row.subject, g["subject"]) >= 0.5 for row, g in pairs]
    year = [row.year == g["year"] for row, g in pairs]
    missed = sum(not g.get("optional") for g in left)
    found, wanted = len(pairs) + extra, len(pairs) + missed
    return {
        "figure": Count(len(pairs), found, wanted),
        "figure_subject": Count(sum(subject), found, wanted),
        "figure_year": Count(sum(year), len(year), len(year)),
    }
