"""What the trees learn from: the evidence for a question, and for the same without an answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.learn.boosting import train_probability, train_ranker
from assistant.learn.examples import Example
from assistant.sentences.evidence import Evidence, gather
from assistant.sentences.ranker import HITS, NEIGHBOURS_OF, answerable_features, both
from assistant.sentences.trees import Trees
from index import Hit, Index

FOLDS = 5
# A document without the sentence may still answer otherwise, so that counts for less.
WEIGHTS = {
    "whole": 1.0, "unanswered": 1.0, "absent": 1.0, "near": 1.0, "hollow": 0.5, "foreign": 0.5,
}  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """The evidence for a question under one of six circumstances.

    whole: as it is, with an answer; absent: without its document; hollow: without the sentences
    that answer; near: with one of its words replaced; unanswered: as it is, where the document does
    not answer; foreign: in a collection on other matters.
    """

    kind: str
    evidence: Evidence
    right: NDArray[np.bool_]  # (sentences,)
    fold: int


def cases(index: Index, example: Example, fold: int) -> list[Case]:
    """The circumstances in which the program would look for an answer at all."""
    query = index.query(example.query.asked)

    def found_in(documents: Sequence[str] | None) -> list[Hit]:
        return index.hits(query, HITS, documents, neighbours_of=NEIGHBOURS_OF)

    def case(kind: str, hits: list[Hit], without: NDArray[np.int64] | None = None) -> list[Case]:
        if not hits:
            return []
        found = gather(index, query, hits, without=without)
        return [Case(kind, found, np.isin(found.rows, example.right), fold)]

    hits = found_in(None)
    if not len(example.right):
        return case("unanswered", hits)
    others = [document.path for document in index.documents if document.path != example.document]
    return [
        *case("whole", hits),
        *case("absent", found_in(others)),
        *case("hollow", hits, example.right),
    ]


def unanswerable(
    kind: str, index: Index, question: str, fold: int, documents: Sequence[str] | None = None
) -> Case:
    """A question asked of an index, or of some of its documents, that does not answer it."""
    query = index.query(question)
    hits = index.hits(query, HITS, documents, neighbours_of=NEIGHBOURS_OF)
    found = gather(index, query, hits)
    return Case(kind, found, np.zeros(len(found.rows), dtype=bool), fold)


def ranker_of(found: Iterable[Case]) -> Trees:
    """Learned from the cases that have an answer."""
    return train_ranker([(case.evidence, case.right) for case in found if case.right.any()])


def rankers_of_folds(found: Sequence[Case]) -> list[Trees]:
    """For each fold the ranker that did not see its documents."""
    return [ranker_of(case for case in found if case.fold != fold) for fold in range(FOLDS)]


def quoted(whole: Sequence[Case], rankers: Sequence[Trees]) -> tuple[float, float]:
    """Shares of cases with a right sentence first, and among the first three."""
    ranks = []
    for case in whole:
        order = np.argsort(-rankers[case.fold].score(case.evidence.features), kind="stable")
        right = np.flatnonzero(case.right[order])
        ranks.append(right[0] if len(right) else len(order))
    return float(np.mean(np.array(ranks) < 1)), float(np.mean(np.array(ranks) < 3))


@dataclass(frozen=True, slots=True, eq=False)
class BestSentences:
    """For each case the features of its best sentence, and whether that was a right one."""

    kind: NDArray[np.str_]
    fold: NDArray[np.int64]
    features: NDArray[np.float32]
    right: NDArray[np.bool_]

    @property
    def answerable(self) -> NDArray[np.bool_]:
        whole: NDArray[np.bool_] = self.kind == "whole"
        return whole

    @property
    def present(self) -> NDArray[np.bool_]:
        """Whether the document that was asked about is there."""
        return ~np.isin(self.kind, ("absent", "foreign"))

    @property
    def weights(self) -> NDArray[np.float32]:
        return np.array([WEIGHTS[kind] for kind in self.kind], np.float32)

    def of(self, which: NDArray[np.bool_]) -> BestSentences:
        return BestSentences(
            self.kind[which], self.fold[which], self.features[which], self.right[which]
        )


def best_sentences(found: Sequence[Case], trees: Sequence[Trees]) -> BestSentences:
    """Each case by the ranker of its fold, which did not see its document."""
    scores = [trees[case.fold].score(case.evidence.features) for case in found]
    return BestSentences(
        np.array([case.kind for case in found]),
        np.array([case.fold for case in found]),
        np.array([answerable_features(c.evidence, s) for c, s in zip(found, scores, strict=True)]),
        np.array([case.right[s.argmax()] for case, s in zip(found, scores, strict=True)]),
    )


def held_out(best: BestSentences) -> NDArray[np.float64]:
    """(cases,): log-odds, each by trees that did not see the document."""
    scores = np.zeros(len(best.fold))
    for number in range(FOLDS):
        present, answers = train_judgement(best.of(best.fold != number))
        rest = best.fold == number
        features = best.features[rest]
        scores[rest] = both(present.score(features), answers.score(features))
    return scores


def train_judgement(best: BestSentences) -> tuple[Trees, Trees]:
    """Whether the documents speak of what is asked about; whether the sentence answers, if so."""
    spoken = best.of(best.present)
    return (
        train_probability(best.features, best.present, best.weights, rounds=500),
        train_probability(spoken.features, spoken.answerable, spoken.weights),
    )


def train_literal(best: BestSentences) -> Trees:
    """Whether it is spoken of and answers, at once: stricter."""
    return train_probability(best.features, best.answerable, best.weights)
