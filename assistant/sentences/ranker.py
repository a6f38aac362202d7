"""The learned judgements: which sentence answers best, and whether it answers at all."""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.query.question import Kind, Question
from assistant.sentences.evidence import FEATURES, Evidence
from assistant.sentences.trees import Trees
from index.learned import tensors

FILE = Path(__file__).with_name("ranker.safetensors")
HITS = 12  # chunks whose sentences are looked at: 99.3 % of CMRC dev answers are among them
NEIGHBOURS_OF = 3  # of the best of these the chunks beside them too
UNLIKELY = -5.5  # raw points of the stricter judgement; 9 in 10 questions on other matters get less
REFUSE_BELOW = 0.64  # probability; see docs/evaluation.md for what it costs on either side
# What the stricter judgement counts at least, of a question in other words than its document's;
# the second where the question names the document.
LEAST_LITERAL = (0.25, 0.38)
# From log-odds on the mixture the trees are trained on, of which less than a third have an answer,
# to those of questions that users ask of their own documents, of which five in six have one: slope
# and intercept, fitted to 713 of them (docs/evaluation.md).
AS_ASKED = (0.86, 2.87)
# What the log-odds of the cross-encoder and of the other judgements are worth, where it is asked,
# and what is added (docs/evaluation.md).
TOGETHER = (0.6, 0.8, 1.9)
CONTENDERS = 5  # the best sentences that tell how clear the first is

# About the best sentence as it stands: relative features say nothing of it, and those in standard
# deviations grow with the collection.
_OF_BEST = tuple(
    name
    for name in FEATURES
    if not name.endswith(("_from_best", "_rank", "_previous", "_next"))
    and name not in ("chunk_score", "place_in_document", "position")
)
_BEST_OF_ALL = ("late", "late_telling", "cosine", "overlap", "weakest", "focus")
_COMPARED = (
    "late", "cosine", "late_telling", "plain_late", "weakest", "chunk_cosine", "late_over_usual",
)  # fmt: skip
_CIRCUMSTANCES = (
    "fits_kind", "chunk_rank", "document_score_from_best", "late_document_from_best", "anaphora",
    "heading",
)  # fmt: skip
# How the sentence stands out from the others found: this means the same in every language and
# where a question shares no words with its answer.
_RELATIVE = (
    *(f"{name}_{how}" for name in _COMPARED for how in ("lead", "deviation", "rank", "over_top")),
    "belief", "lead_over_second", "lead_over_contenders", "spread", "score", *_CIRCUMSTANCES,
)  # fmt: skip
ANSWERABLE_FEATURES = (*_OF_BEST, *(f"best_{name}" for name in _BEST_OF_ALL), *_RELATIVE)


class Lack(StrEnum):
    """What is asked about and missing: then the best sentence is no answer, however like one."""

    UNIT = "lacks_unit"  # asked how many of something, and none of the best counts that
    PLACE = "lacks_place"  # neither it nor what stands around it names the place asked about
    GOODS = "lacks_goods"  # it is about others of the kind: cobalt for copper, 农村 for 城镇
    STANCE = "lacks_stance"  # it is for what it is asked who is against, or the other way round
    ROW = "lacks_row"  # it is a row of a table that is called otherwise
    PARTICULAR = "lacks_particular"  # asked for a telephone, an age…, and it tells none
    YEAR = "lacks_year"  # it is of other years
    PERSON = "lacks_person"  # it is not about whom is asked about, or not their words on it


@dataclass(frozen=True, slots=True)
class Judgement:
    """How probable it is that a sentence answers, by either judgement, and which of them counts."""

    present: float  # that the documents speak of what is asked about at all: part of both below
    free: float
    literal: float  # the stricter one
    is_literal: bool  # whether the stricter one counts as much
    lacks: Lack | None = None
    lacks_alone: bool = False  # the sentence itself, and nothing else
    together: float | None = None  # log-odds by the cross-encoder, where the others leave a doubt

    @property
    def probability(self) -> float:
        if self.lacks:
            return 0.0
        if self.together is None:
            return self.apart
        together, apart, constant = TOGETHER
        log_odds = together * self.together + apart * math.log(self.apart / (1 - self.apart))
        return 1 / (1 + math.exp(-(log_odds + constant)))

    @property
    def apart(self) -> float:
        """The same without what reading question and sentence together says."""
        if not self.is_literal:
            return self.free
        odds = [one / max(1 - one, 1e-9) for one in (self.free, self.literal)]
        return 1 - 1 / (1 + math.sqrt(math.prod(odds)))

    def at_least(self, sure: float) -> Judgement:
        """No less probable than `sure`, as something else than learning says so."""
        free, literal = max(self.free, sure), max(self.literal, sure)
        return replace(self, free=free, literal=literal)


@dataclass(frozen=True, slots=True, eq=False)
class Ranker:
    """Trained by `python -m assistant.learn`, for one embedding model."""

    sentences: Trees
    # Over ANSWERABLE_FEATURES: whether the documents speak of what is asked about; whether the
    # sentence answers, if they do; the same, learned only from questions in their documents' words.
    present: Trees
    answers: Trees
    literal: Trees
    # Platt's calibration (Platt 1999): slope a and intercept b of 1 / (1 + exp(-(ax + b))).
    calibration: tuple[float, float]

    def judge(
        self, evidence: Evidence, scores: NDArray[np.float64], best: int, question: Question
    ) -> Judgement:
        """Whether the sentence `best` answers the question.

        A figure is asked for in the words of its source, and whether something is so in those of
        what would say it: there the stricter judgement counts as much. So it does where it finds an
        answer out of the question, unless a document is named; and where there are few passages:
        among them something always stands out.
        """
        features = answerable_features(evidence, scores, best)[None]
        present, answers, literal = (
            trees.score(features) for trees in (self.present, self.answers, self.literal)
        )
        named = any(hit.named > 0 for hit in evidence.hits)
        unlikely = literal[0] < UNLIKELY and not named
        few = len(evidence.hits) < HITS
        strict = question.kind is Kind.NUMBER or question.asks_whether or unlikely or few
        return Judgement(
            float(np.exp(_log_probability(present))[0]),
            self._calibrated(both(present, answers)),
            max(self._calibrated(both(present, literal)), LEAST_LITERAL[named]),
            strict and question.is_chinese,
        )

    def _calibrated(self, score: NDArray[np.float64]) -> float:
        log_odds = score[0]
        for slope, intercept in (self.calibration, AS_ASKED):
            log_odds = slope * log_odds + intercept
        return float(1 / (1 + np.exp(-log_odds)))


def both(present: NDArray[np.float64], answers: NDArray[np.float64]) -> NDArray[np.float64]:
    """Log-odds, by raw scores, that it is spoken of and that the sentence answers if it is."""
    log = _log_probability(present) + _log_probability(answers)
    return log - np.log(-np.expm1(log))


def _log_probability(score: NDArray[np.float64]) -> NDArray[np.float64]:
    return -np.logaddexp(0, -score)


def answerable_features(
    evidence: Evidence, scores: NDArray[np.float64], best: int | None = None
) -> NDArray[np.float32]:
    """(len(ANSWERABLE_FEATURES),) for one sentence, by default the best, among its contenders."""
    best = int(scores.argmax()) if best is None else best
    column = {name: evidence.features[:, at] for at, name in enumerate(FEATURES)}
    rest = np.sort(np.delete(scores, best))[::-1][: CONTENDERS - 1]
    second, contenders = (rest[0], rest.mean()) if len(rest) else (0.0, 0.0)
    belief = 1 / np.exp(scores - scores[best]).sum()
    return np.array(
        [
            *(column[name][best] for name in _OF_BEST),
            *(column[name].max() for name in _BEST_OF_ALL),
            *(value for name in _COMPARED for value in _compared(column[name], best)),
            belief,
            scores[best] - second,
            scores[best] - contenders,
            scores.std(),
            scores[best],
            *(column[name][best] for name in _CIRCUMSTANCES),
        ],
        dtype=np.float32,
    )


def _compared(values: NDArray[np.float32], best: int) -> tuple[float, float, float, float]:
    """Above the mean, the same in deviations, how many are higher, above the highest few."""
    lead = float(values[best] - values.mean())
    top = np.sort(values)[-(CONTENDERS - 1) :]
    return (
        lead,
        lead / (float(values.std()) + 1e-6),
        float((values > values[best]).sum()),
        float(values[best] - top.mean()),
    )


def features_version() -> str:
    """What the trees look at, in short: trees of other features are not used."""
    names = json.dumps([FEATURES, ANSWERABLE_FEATURES])
    return hashlib.sha256(names.encode()).hexdigest()[:16]


@cache
def ranker(fingerprint: str) -> Ranker | None:
    """The ranker that was learned for the model of this fingerprint, if there is one."""
    found = tensors(FILE, fingerprint=fingerprint, features=features_version())
    if found is None:
        return None
    named, _ = found
    sentences, present, answers, literal = (
        Trees(
            **{part: named[f"{name}.{part}"] for part in Trees.PARTS},
            depth=int(named[f"{name}.depth"][0]),
        )
        for name in ("sentences", "present", "answers", "literal")
    )
    slope, intercept = named["calibration"].tolist()
    return Ranker(sentences, present, answers, literal, (slope, intercept))


def fallback() -> Ranker:
    """For a model that nothing was learned for: shared words and likeness, in one step each.

    The steps are coarse on purpose; the probability is that of CMRC dev sentences with the same
    share of shared words.
    """
    steps = [
        *((FEATURES.index("overlap"), at / 20, 0.25) for at in range(1, 20)),
        *((FEATURES.index("cosine_from_best"), -at / 50, 0.25) for at in range(1, 10)),
        *((FEATURES.index("chunk_score_from_best"), -at / 2, 0.25) for at in range(1, 8)),
    ]
    sure = [(ANSWERABLE_FEATURES.index("best_overlap"), at / 20, 0.5) for at in range(1, 20)]
    certain = Trees.stumps([(0, -np.inf, 30.0)])
    return Ranker(Trees.stumps(steps), Trees.stumps(sure), certain, certain, (1.0, -4.0))
