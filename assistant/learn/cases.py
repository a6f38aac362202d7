"""What the trees learn from: the evidence for a question, and for the same without an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.evidence import Evidence, gather
from assistant.learn.boosting import train_answerable
from assistant.learn.examples import Example
from assistant.question import analyse
from assistant.ranker import HITS, NEIGHBOURS_OF, answerable_features, relative
from assistant.trees import Trees
from index import Index, Query

FOLDS = 5


def evidence(
    index: Index,
    example: Example,
    documents: Sequence[str] | None = None,
    *,
    without: NDArray[np.int64] | None = None,
) -> Evidence:
    """As it is gathered when a question is asked; from some documents, or without sentences."""
    late = index.late
    query = Query(
        example.question,
        example.question,
        example.encoded,
        late.question_tokens(example.encoded.tokens) if late else None,
    )
    hits = index.hits(query, HITS, documents, neighbours_of=NEIGHBOURS_OF)
    return gather(index, query, analyse(example.question), hits, without=without)


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """The evidence for a question: as it is, without its document, without the right sentences."""

    whole: Evidence
    absent: Evidence
    hollow: Evidence
    right: NDArray[np.bool_]  # for the sentences of `whole`


def cases(index: Index, found: Sequence[Example], right: Sequence[NDArray[np.int64]]) -> list[Case]:
    paths = [document.path for document in index.documents]
    made = []
    for example, rows in zip(found, right, strict=True):
        whole = evidence(index, example)
        others = [path for path in paths if path != example.document]
        absent = evidence(index, example, others)
        hollow = evidence(index, example, without=rows)
        made.append(Case(whole, absent, hollow, np.isin(whole.rows, rows)))
    return made


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """Features of the best sentence of each kind of evidence, and whether it was the right one."""

    whole: NDArray[np.float32]
    absent: NDArray[np.float32]
    hollow: NDArray[np.float32]
    right: NDArray[np.bool_]

    @property
    def features(self) -> NDArray[np.float32]:
        return np.concatenate([self.whole, self.absent, self.hollow])

    @property
    def answerable(self) -> NDArray[np.bool_]:
        return np.repeat([True, False, False], len(self.whole))

    @property
    def weights(self) -> NDArray[np.float32]:
        # A document without the sentence may still answer otherwise, so that counts for less.
        return np.repeat(np.array([1.0, 1.0, 0.5], np.float32), len(self.whole))

    def of(self, which: NDArray[np.bool_]) -> Judged:
        return Judged(self.whole[which], self.absent[which], self.hollow[which], self.right[which])


def judge(found: Sequence[Case], trees: Sequence[Trees]) -> Judged:
    """With the ranker that did not see the question, one for each case."""

    def features(kind: str) -> NDArray[np.float32]:
        return np.array(
            [
                answerable_features(getattr(case, kind), one.score(getattr(case, kind).features))
                for case, one in zip(found, trees, strict=True)
            ]
        )

    right = [
        case.right[one.score(case.whole.features).argmax()]
        for case, one in zip(found, trees, strict=True)
    ]
    return Judged(features("whole"), features("absent"), features("hollow"), np.array(right))


def held_out(
    judged: Judged, fold: NDArray[np.int64], *, everything: bool
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Raw scores of whole, absent and hollow, each by trees that did not see the question."""
    scores = [np.zeros(len(fold)) for _ in range(3)]
    for number in range(FOLDS):
        seen = judged.of(fold != number)
        trees = train_answerable(visible(seen.features, everything), seen.answerable, seen.weights)
        rest = judged.of(fold == number)
        for kind, score in zip(("whole", "absent", "hollow"), scores, strict=True):
            score[fold == number] = trees.score(visible(getattr(rest, kind), everything))
    return scores[0], scores[1], scores[2]


def visible(features: NDArray[np.float32], everything: bool) -> NDArray[np.float32]:
    return features if everything else relative(features)


def refusals(whole: NDArray[np.float64], other: NDArray[np.float64], share: float) -> float:
    """Wrongly answered, at a threshold that refuses `share` of the questions with an answer."""
    return float((other >= np.quantile(whole, share)).mean())
