"""What is counted, given questions with known answers and what was answered.

A fact of the gold answer counts as found when one of its wordings stands, white space aside, in a
quote. Questions without gold facts have no answer in the documents: there a refusal is right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from statistics import fmean, median
from typing import Any

from assistant.types import Answer, Quote
from corpus import flat
from index import Index, Passage

# Quoting everything finds everything: an answer longer than this counts as wrong.
LIMIT_CHARACTERS = 350
LIMIT_CHARACTERS_OF_SEVERAL = 700  # for kinds that ask for several things
KINDS_OF_SEVERAL = ("list", "compare")
KINDS_IN_TEXT = ("who", "meta")  # the lead-in may give the name
KINDS_OF_ONE_DOCUMENT = ("factoid", "crossyear")  # the first quote must be from the right one
DEPTHS = (1, 3, 5, 10)  # passages looked at
BINS = 5  # of the reliability table; more have too few questions each


@dataclass(frozen=True, slots=True)
class Gold:
    """A question with the facts that answer it, each in alternative wordings."""

    id: Any
    kind: str
    question: str
    document: str  # its title or file name without ending; empty where any will do
    facts: tuple[tuple[str, ...], ...]
    history: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()  # to keep to; none: all


Search = Callable[[Gold, int], list[Passage]]  # the best first, of its documents alone


@dataclass(frozen=True, slots=True)
class Judged:
    """What one system made of one question."""

    gold: Gold
    answer: Answer
    right: bool
    first: bool  # the first quote holds every fact
    three: bool  # the first three do
    verbatim: int  # quotes that are their source's words


@dataclass(frozen=True, slots=True)
class Score:
    """One system over all questions; shares from 0 to 1, None where there is nothing to count."""

    system: str
    accuracy: float | None
    by_kind: dict[str, tuple[int, int]]  # right, all
    quote_1: float | None
    quote_3: float | None
    quoted_characters: float | None
    verbatim: float | None
    wrongly_refused: int
    wrongly_answered: int
    refusal_precision: float | None
    refusal_recall: float | None
    median_ms: float | None


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers of like confidence: how sure they were, and how many of them were right."""

    low: float
    high: float
    answers: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """Where the passage that answers was found."""

    questions: int
    recall: dict[int, float]  # by depth
    reciprocal_rank: float


def holds(facts: Sequence[Sequence[str]], texts: Iterable[str]) -> bool:
    """Whether the texts together say every fact in one of its wordings."""
    said = "\n".join(map(flat, texts))
    return bool(facts) and all(any(flat(way) in said for way in fact) for fact in facts)


def judge(gold: Gold, answer: Answer, index: Index) -> Judged:
    """One answer against its gold."""
    texts = [quote.text for quote in answer.quoted]
    return Judged(
        gold=gold,
        answer=answer,
        right=_right(gold, answer, texts),
        first=holds(gold.facts, texts[:1]),
        three=holds(gold.facts, texts[:3]),
        verbatim=sum(_is_verbatim(quote, index) for quote in answer.quoted),
    )


def score(system: str, outcomes: Sequence[Judged]) -> Score:
    """All outcomes of one system."""
    answerable = [one for one in outcomes if one.gold.facts]
    hopeless = [one for one in outcomes if not one.gold.facts]
    refused = [one for one in outcomes if not one.answer.answered]
    rightly = sum(not one.gold.facts for one in refused)
    return Score(
        system=system,
        accuracy=_mean(one.right for one in outcomes),
        by_kind=_by_kind(outcomes),
        quote_1=_mean(one.first for one in answerable),
        quote_3=_mean(one.three for one in answerable),
        quoted_characters=_mean(_quoted(one.answer) for one in answerable if one.answer.answered),
        verbatim=_ratio(
            sum(one.verbatim for one in outcomes), sum(len(one.answer.quoted) for one in outcomes)
        ),
        wrongly_refused=len(refused) - rightly,
        wrongly_answered=len(hopeless) - rightly,
        refusal_precision=_ratio(rightly, len(refused)),
        refusal_recall=_ratio(rightly, len(hopeless)),
        median_ms=_median(one.answer.elapsed_ms for one in outcomes),
    )


def reliability(outcomes: Sequence[Judged]) -> tuple[Bin, ...]:
    """Answers by confidence: of those that are 80 % sure, 80 % should be right."""
    given = [one for one in outcomes if one.answer.answered]
    bins = []
    for step in range(BINS):
        inside = [one for one in given if _bin(one.answer.confidence) == step]
        if inside:
            sure = fmean(one.answer.confidence for one in inside)
            right = fmean(one.first for one in inside)
            bins.append(Bin(step / BINS, (step + 1) / BINS, len(inside), sure, right))
    return tuple(bins)


def calibration_error(bins: Sequence[Bin]) -> float | None:
    """The mean distance of confidence from truth, over the answers."""
    answers = sum(one.answers for one in bins)
    return _ratio(sum(one.answers * abs(one.confidence - one.right) for one in bins), answers)


def ranking(search: Search, golds: Sequence[Gold]) -> Ranking:
    """Where the first passage stands that is of the right document and says one of the facts."""
    asked = [gold for gold in golds if gold.document and gold.facts and not gold.history]
    ranks = [_rank(gold, search(gold, max(DEPTHS))) for gold in asked]
    return Ranking(
        questions=len(asked),
        recall={depth: _mean(0 < rank <= depth for rank in ranks) or 0.0 for depth in DEPTHS},
        reciprocal_rank=_mean(1 / rank if rank else 0.0 for rank in ranks) or 0.0,
    )


def _right(gold: Gold, answer: Answer, texts: Sequence[str]) -> bool:
    if not gold.facts:
        return not answer.answered
    several = gold.kind in KINDS_OF_SEVERAL
    limit = LIMIT_CHARACTERS_OF_SEVERAL if several else LIMIT_CHARACTERS
    pool = [*texts, answer.text] if gold.kind in KINDS_IN_TEXT else texts
    if not answer.answered or _quoted(answer) > limit or not holds(gold.facts, pool):
        return False
    if gold.document and gold.kind in KINDS_OF_ONE_DOCUMENT:
        return bool(answer.quotes) and _is_of(gold, answer.quotes[0])
    return True


def _is_of(gold: Gold, span: Quote | Passage) -> bool:
    return gold.document in (span.title, PurePath(span.document).stem)


def _is_verbatim(quote: Quote, index: Index) -> bool:
    source = index.document(quote.document).text[quote.start : quote.end]
    return flat(source) == flat(quote.text) != ""


def _quoted(answer: Answer) -> int:
    return sum(len(quote.text) for quote in answer.quoted)


def _rank(gold: Gold, passages: Sequence[Passage]) -> int:
    """The place of the first passage that answers, from 1; 0 where none does."""
    ways = [way for fact in gold.facts for way in fact]
    for rank, passage in enumerate(passages, start=1):
        if _is_of(gold, passage) and any(flat(way) in flat(passage.text) for way in ways):
            return rank
    return 0


def _by_kind(outcomes: Sequence[Judged]) -> dict[str, tuple[int, int]]:
    kinds = sorted({one.gold.kind for one in outcomes})
    of = {kind: [one.right for one in outcomes if one.gold.kind == kind] for kind in kinds}
    return {kind: (sum(right), len(right)) for kind, right in of.items()}


def _bin(confidence: float) -> int:
    return min(int(confidence * BINS), BINS - 1)


def _mean(values: Iterable[float]) -> float | None:
    every = list(values)
    return fmean(every) if every else None


def _ratio(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _median(values: Iterable[float]) -> float | None:
    """The median of what was timed; baselines are not."""
    timed = [value for value in values if value]
    return median(timed) if timed else None
