"""Which of the ranked sentences to quote: few for a fact, every part for a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from assistant.query.question import CONJUNCTION, Question, words
from assistant.sentences.evidence import Evidence

FACT_QUOTES, FACT_CHARS = 3, 260  # the best sentence is always quoted, however long it is
LIST_QUOTES, LIST_CHARS = 8, 560
SURE = 0.9  # the first sentence alone, where it has this share of the belief
FACT_SHARE = 0.04  # a further sentence needs this share of the belief that the first has
LIST_SHARE = 0.12
TABLE_ROWS = 20
_PARTS = re.compile(rf"以及|{CONJUNCTION}|\band\b|,")
_ASKING = re.compile(r"(?:分别|各自?)?(?:是|为|有|达到?)?(?:多少|什么|哪些|如何|怎样)[^,]*$|[?]")


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """The sentences found with their scores, and the belief (softmax) in each."""

    evidence: Evidence
    learned: NDArray[np.float64]  # points of the ranker
    scores: NDArray[np.float64]  # the same with what it does not know
    # (sentences,): of which each answers, if any does: compared rows, all who are against something
    alike: NDArray[np.bool_]

    @property
    def order(self) -> NDArray[np.int64]:
        return np.argsort(-self.scores, kind="stable")

    @property
    def belief(self) -> NDArray[np.float64]:
        weights = np.exp(self.scores - self.scores.max())
        belief: NDArray[np.float64] = weights / weights.sum()
        return belief

    def led_by(self, at: int, passed_over: Sequence[int] = ()) -> Ranked:
        """The same ranking with `at` first, and with `passed_over` last."""
        scores = self.scores.copy()
        scores[at] = np.nextafter(scores.max(), np.inf)
        scores[list(passed_over)] = scores.min() - 1
        return replace(self, scores=scores)


def choose(ranked: Ranked, question: Question) -> list[int]:
    """Positions in the evidence, the best first."""
    if several := _alike(ranked):
        return several
    if question.wants_list:
        return _list(ranked, question)
    return _fact(ranked)


def _alike(ranked: Ranked) -> list[int]:
    """All that are alike, where the best is one of several; of rows those of its own table."""
    rows, heads = ranked.evidence.rows, ranked.evidence.heads
    every = [int(at) for at in ranked.order if ranked.alike[at]]
    if not every or every[0] != ranked.order[0]:
        return []
    head = heads.get(int(rows[every[0]]))
    same = [at for at in every if heads.get(int(rows[at])) == head]
    if head is not None:  # as they stand below each other
        same.sort(key=lambda at: int(rows[at]))
    return same[:TABLE_ROWS] if len(same) > 1 else []


def _fact(ranked: Ranked) -> list[int]:
    order, belief, texts = ranked.order, ranked.belief, ranked.evidence.texts
    chosen = [int(order[0])]
    if belief[order[0]] >= SURE:
        return chosen
    for at in order[1:]:
        length = sum(len(texts[one]) for one in chosen) + len(texts[at])
        if len(chosen) == FACT_QUOTES or belief[at] < FACT_SHARE * belief[order[0]]:
            break
        if length <= FACT_CHARS and texts[at] not in {texts[one] for one in chosen}:
            chosen.append(int(at))
    return chosen


def _list(ranked: Ranked, question: Question) -> list[int]:
    """What is believed nearly as much as the best, and what holds the parts asked for by name."""
    order, belief, texts = ranked.order, ranked.belief, ranked.evidence.texts
    chosen = [int(order[0])]
    parts = _parts(question)
    naming = _naming(ranked, parts, chosen)
    for at in [*naming, *order[1:]]:
        length = sum(len(texts[one]) for one in chosen) + len(texts[at])
        likely = belief[at] >= LIST_SHARE * belief[order[0]]
        wanted = (likely or at in naming) and at not in chosen
        if wanted and len(chosen) < LIST_QUOTES and length <= LIST_CHARS:
            chosen.append(int(at))
            naming = _naming(ranked, parts, chosen)
    return chosen


def _parts(question: Question) -> list[set[str]]:
    """The words of each part of "A、B和C各是多少"; none where there is but one part."""
    plain = _ASKING.sub("", question.plain)
    parts = [part for part in _PARTS.split(plain) if len(part) >= 2]
    return [set(words(part)) for part in parts if len(parts) > 1]


def _naming(ranked: Ranked, parts: Sequence[set[str]], chosen: Sequence[int]) -> list[int]:
    """For each part not quoted yet the best sentence that names it."""
    texts, best = ranked.evidence.texts, list(map(int, ranked.order[:20]))
    found: list[int] = []
    for units in parts:
        if not any(_names(texts[at], units) for at in chosen):
            found += [at for at in best if _names(texts[at], units)][:1]
    return found


def _names(text: str, units: set[str]) -> bool:
    return sum(unit in text for unit in units) >= max(len(units), 1) / 2
