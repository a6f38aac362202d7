"""The learned judgements: which sentence answers best, and whether it answers at all."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import safe_open

from assistant.evidence import FEATURES, Evidence
from assistant.trees import Trees

FILE = Path(__file__).with_name("ranker.safetensors")
HITS = 12  # chunks whose sentences are looked at: 99.3 % of CMRC dev answers are among them
NEIGHBOURS_OF = 3  # of the best of these the chunks beside them too
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
ANSWERABLE_FEATURES = (
    *_OF_BEST, "lead_over_second", "lead_over_contenders",
    *(f"best_{name}" for name in _BEST_OF_ALL),
)  # fmt: skip
# What a question in another language shares with the documents says nothing.
LEXICAL_FEATURES = frozenset(
    name
    for name in ANSWERABLE_FEATURES
    if re.search("overlap|rarest|common|focus|lexical|new_|unit|length", name)
)


@dataclass(frozen=True, slots=True, eq=False)
class Ranker:
    """Trained by `python -m assistant.learn`, for one embedding model."""

    sentences: Trees
    answerable: Trees
    foreign: Trees  # the same without LEXICAL_FEATURES, for questions in another language
    # Platt's calibration of each (Platt 1999), slope a and intercept b of 1 / (1 + exp(-(ax + b))).
    calibration: tuple[float, float]
    foreign_calibration: tuple[float, float]

    def probability(
        self, evidence: Evidence, scores: NDArray[np.float64], best: int, *, is_chinese: bool
    ) -> float:
        """That the sentence `best` answers the question."""
        features = answerable_features(evidence, scores, best)[None]
        if is_chinese:
            raw, (slope, intercept) = self.answerable.score(features)[0], self.calibration
        else:
            features = without_lexical(features)
            raw, (slope, intercept) = self.foreign.score(features)[0], self.foreign_calibration
        return float(1 / (1 + np.exp(-(slope * raw + intercept))))


def without_lexical(features: NDArray[np.float32]) -> NDArray[np.float32]:
    """(rows, ANSWERABLE_FEATURES) with LEXICAL_FEATURES at 0."""
    return features * np.array([name not in LEXICAL_FEATURES for name in ANSWERABLE_FEATURES])


def answerable_features(
    evidence: Evidence, scores: NDArray[np.float64], best: int | None = None
) -> NDArray[np.float32]:
    """(len(ANSWERABLE_FEATURES),) for one sentence, by default the best, among its contenders."""
    best = int(scores.argmax()) if best is None else best
    rest = np.sort(np.delete(scores, best))[::-1][: CONTENDERS - 1]
    column = {name: evidence.features[:, at] for at, name in enumerate(FEATURES)}
    return np.array(
        [
            *(column[name][best] for name in _OF_BEST),
            scores[best] - (rest[0] if len(rest) else 0.0),
            scores[best] - (rest.mean() if len(rest) else 0.0),
            *(column[name].max() for name in _BEST_OF_ALL),
        ],
        dtype=np.float32,
    )


@cache
def ranker(fingerprint: str) -> Ranker | None:
    """The ranker that was learned for the model of this fingerprint, if there is one."""
    if not FILE.exists():
        return None
    with safe_open(FILE, framework="np") as file:
        about = file.metadata()
        if about["fingerprint"] != fingerprint or json.loads(about["features"]) != list(FEATURES):
            return None
        tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    trees = [
        Trees(
            **{part: tensors[f"{name}.{part}"] for part in Trees.PARTS},
            depth=int(tensors[f"{name}.depth"][0]),
        )
        for name in ("sentences", "answerable", "foreign")
    ]
    curves = [tensors[f"{name}.calibration"].tolist() for name in ("answerable", "foreign")]
    return Ranker(*trees, *curves)  # type: ignore[arg-type]


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
    believed = _stumps(sure)
    return Ranker(_stumps(steps), believed, believed, (1.0, -4.0), (1.0, -4.0))


def _stumps(steps: list[tuple[int, float, float]]) -> Trees:
    """One tree of depth 1 for each (feature, threshold, gain above it)."""
    count = len(steps)
    features, thresholds, gains = zip(*steps, strict=True)
    roots = np.arange(count) * 3
    node = np.arange(3 * count)
    is_root = node % 3 == 0
    return Trees(
        feature=np.where(is_root, np.repeat(features, 3), 0).astype(np.int32),
        threshold=np.where(is_root, np.repeat(thresholds, 3), 0.0),
        left=np.where(is_root, node + 1, node).astype(np.int32),
        right=np.where(is_root, node + 2, node).astype(np.int32),
        value=np.where(node % 3 == 2, np.repeat(gains, 3), 0.0),
        roots=roots.astype(np.int32),
        depth=1,
    )
