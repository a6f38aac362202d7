"""The learned judgements: which sentence answers best, and whether it answers at all."""

from __future__ import annotations

import json
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

# About the best sentence as it stands; relative features say nothing of it.
_OF_BEST = tuple(
    name for name in FEATURES if not name.endswith(("_from_best", "_rank", "_previous", "_next"))
)
ANSWERABLE_FEATURES = (
    *_OF_BEST, "rank_score", "lead_over_second", "lead_over_contenders", "best_late", "best_cosine",
    "best_overlap", "best_weakest",
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Ranker:
    """Trained by `python -m assistant.learn`, for one embedding model."""

    sentences: Trees
    answerable: Trees
    slope: float  # Platt's calibration of the second (Platt 1999): 1 / (1 + exp(-(ax + b)))
    intercept: float

    def order(self, evidence: Evidence) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Rows of the evidence, best first, and the score of every row."""
        scores = self.sentences.score(evidence.features)
        return np.argsort(-scores, kind="stable"), scores

    def probability(self, evidence: Evidence, scores: NDArray[np.float64]) -> float:
        """That the best sentence answers the question."""
        raw = self.answerable.score(answerable_features(evidence, scores)[None])[0]
        return float(1 / (1 + np.exp(-(self.slope * raw + self.intercept))))


def answerable_features(
    evidence: Evidence, scores: NDArray[np.float64]
) -> NDArray[np.float32]:
    """(len(ANSWERABLE_FEATURES),) for the best sentence among its contenders."""
    order = np.argsort(-scores, kind="stable")
    best, table = order[0], evidence.features
    top = np.sort(scores)[::-1][:CONTENDERS]
    column = {name: table[:, at] for at, name in enumerate(FEATURES)}
    return np.array(
        [
            *(column[name][best] for name in _OF_BEST),
            top[0],
            top[0] - top[min(1, len(top) - 1)],
            top[0] - top.mean(),
            *(column[name].max() for name in ("late", "cosine", "overlap", "weakest")),
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
    sentences, answerable = (
        Trees(
            **{
                part: tensors[f"{name}.{part}"]
                for part in ("feature", "threshold", "left", "right", "value", "roots")
            },
            depth=int(tensors[f"{name}.depth"][0]),
        )
        for name in ("sentences", "answerable")
    )
    slope, intercept = tensors["calibration"]
    return Ranker(sentences, answerable, float(slope), float(intercept))
