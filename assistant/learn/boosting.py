"""The trees: what ranks sentences, and what tells whether there is an answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.sentences.evidence import Evidence
from assistant.sentences.trees import Trees


def train_ranker(contests: Sequence[tuple[Evidence, NDArray[np.bool_]]]) -> Trees:
    """LambdaMART (Burges 2010): for each question its sentences, and which of them are right."""
    import lightgbm

    data = lightgbm.Dataset(
        np.concatenate([one.features for one, _ in contests]),
        np.concatenate([right.astype(int) for _, right in contests]),
        group=[len(one.rows) for one, _ in contests],
    )
    settings = {
        **_BOOSTING,
        "objective": "lambdarank",
        "num_leaves": 31,
        "lambdarank_truncation_level": 5,
    }
    return from_lightgbm(lightgbm.train(settings, data, 200))


def train_probability(
    features: NDArray[np.float32],
    true: NDArray[np.bool_],
    weights: NDArray[np.float32],
    rounds: int = 250,
) -> Trees:
    """Whether something is true of a case; scores are log-odds."""
    import lightgbm

    data = lightgbm.Dataset(features, true.astype(int), weight=weights)
    settings = {**_BOOSTING, "objective": "binary", "num_leaves": 15}
    return from_lightgbm(lightgbm.train(settings, data, rounds))


_BOOSTING = {
    "learning_rate": 0.05,
    "min_data_in_leaf": 50,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 1.0,
    "verbose": -1,
    "seed": 0,
    "deterministic": True,
}


def from_lightgbm(booster: Any) -> Trees:
    """The trees of a LightGBM model as plain arrays."""
    nodes: list[tuple[int, float, int, int, float]] = []
    roots, depth = [], 0

    def add(node: dict[str, Any], level: int) -> int:
        nonlocal depth
        depth = max(depth, level)
        at = len(nodes)
        if "leaf_value" in node:
            nodes.append((0, 0.0, at, at, node["leaf_value"]))
            return at
        nodes.append((0, 0.0, at, at, 0.0))
        left = add(node["left_child"], level + 1)
        right = add(node["right_child"], level + 1)
        nodes[at] = (node["split_feature"], node["threshold"], left, right, 0.0)
        return at

    for tree in booster.dump_model()["tree_info"]:
        roots.append(add(tree["tree_structure"], 0))
    feature, threshold, left, right, value = zip(*nodes, strict=True)
    return Trees(
        np.array(feature, np.int32),
        np.array(threshold, np.float64),
        np.array(left, np.int32),
        np.array(right, np.int32),
        np.array(value, np.float64),
        np.array(roots, np.int32),
        depth,
    )


def calibration(scores: NDArray[np.float64], right: NDArray[np.bool_]) -> tuple[float, float]:
    """Slope and intercept of the logistic curve through (score, right)."""
    slope, intercept = logistic(scores[:, None], right)
    return float(slope), float(intercept)


def logistic(x: NDArray[np.float64], right: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Weights (columns,) of a logistic regression of (rows, columns), and behind them the
    intercept.
    """
    from sklearn.linear_model import LogisticRegression

    fitted = LogisticRegression(C=np.inf, solver="newton-cholesky").fit(x, right)
    return np.append(fitted.coef_[0], fitted.intercept_)
