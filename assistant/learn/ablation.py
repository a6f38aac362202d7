"""What each part of the ranker is worth: trained again without it, on documents not seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from assistant.evidence import FEATURES
from assistant.learn.boosting import train_ranker
from assistant.learn.cases import FOLDS, Case
from assistant.trees import Trees

# By the beginnings of the features' names.
PARTS: dict[str, tuple[str, ...]] = {
    "nothing": (),
    "late interaction": ("late", "weakest", "plain_late"),
    "vectors of sentences and chunks": ("cosine", "chunk_", "document_score"),
    "shared words": ("overlap", "common_run", "rarest", "lexical"),
    "words around the one that asks": ("focus",),
    "kind of answer": (
        "fits_kind", "new_", "unit", "reason", "measure", "definition", "place", "list_marks",
        "asks_",
    ),
    "the sentences before and after": (
        "late_previous", "late_next", "late_with_previous", "overlap_neighbours", "focus_around",
        "rarest_missing_around", "anaphora",
    ),
    "comparison with the document": ("late_over_usual", "late_document", "late_telling"),
}  # fmt: skip


def ablations(whole: Sequence[Case]) -> Iterator[str]:
    """A line for each part: quote@1 and quote@3 of the ranker that learned without it."""
    for name, beginnings in PARTS.items():
        hidden = [at for at, feature in enumerate(FEATURES) if feature.startswith(beginnings)]
        blind = [without(case, hidden if beginnings else []) for case in whole]
        first, three = quoted(blind, rankers_of_folds(blind))
        yield f"without {name}: quote@1 {first:.4f}  quote@3 {three:.4f}"


def rankers_of_folds(found: Sequence[Case]) -> list[Trees]:
    """For each fold the ranker that did not see its documents."""
    return [
        train_ranker([(c.evidence, c.right) for c in found if c.right.any() and c.fold != fold])
        for fold in range(FOLDS)
    ]


def quoted(whole: Sequence[Case], rankers: Sequence[Trees]) -> tuple[float, float]:
    """Shares of cases with a right sentence first, and among the first three."""
    ranks = []
    for case in whole:
        order = np.argsort(-rankers[case.fold].score(case.evidence.features), kind="stable")
        right = np.flatnonzero(case.right[order])
        ranks.append(right[0] if len(right) else len(order))
    return float(np.mean(np.array(ranks) < 1)), float(np.mean(np.array(ranks) < 3))


def without(case: Case, hidden: Sequence[int]) -> Case:
    """The case with some columns of its features empty."""
    features = case.evidence.features.copy()
    features[:, hidden] = 0
    return replace(case, evidence=replace(case.evidence, features=features))
