"""What each part of the ranker is worth: trained again without it, on documents not seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.learn.cases import Case, quoted, rankers_of_folds
from assistant.sentences.evidence import FEATURES

# By the beginnings of the features' names; one with a blank is a whole name.
PARTS: dict[str, tuple[str, ...]] = {
    "nothing": (),
    "late interaction": ("late", "weakest", "plain_late"),
    "vectors of sentences and chunks": ("cosine", "chunk_", "document_score"),
    "shared words": ("overlap", "common_run", "rarest", "lexical"),
    "words around the one that asks": ("focus",),
    "kind of answer": (
        "fits_kind", "new_", "unit", "reason", "measure", "definition", "place ", "list_marks",
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
        blind = [without(case, columns(beginnings)) for case in whole]
        first, three = quoted(blind, rankers_of_folds(blind))
        yield f"without {name}: quote@1 {first:.4f}  quote@3 {three:.4f}"


def columns(beginnings: tuple[str, ...]) -> list[int]:
    """The places of the features whose names begin so."""
    return [at for at, feature in enumerate(FEATURES) if f"{feature} ".startswith(beginnings)]


def without(case: Case, hidden: Sequence[int]) -> Case:
    """The case with some columns of its features empty."""
    features = case.evidence.features.copy()
    features[:, hidden] = 0
    return replace(case, evidence=replace(case.evidence, features=features))
