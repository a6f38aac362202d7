"""Trees on plain arrays: the same as one walk after another, and as what trained them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from assistant.learn.ablation import PARTS, columns
from assistant.sentences import evidence
from assistant.sentences.trees import Trees

FEATURES = 4


@st.composite
def forests(draw: st.DrawFn) -> Trees:
    """One to four trees of random shape, no deeper than five."""
    nodes: list[tuple[int, float, int, int, float]] = []
    deepest = 0

    def add(level: int) -> int:
        nonlocal deepest
        deepest = max(deepest, level)
        at = len(nodes)
        nodes.append((0, 0.0, at, at, draw(st.floats(-9, 9, width=32))))
        if level < 5 and draw(st.booleans()):
            feature, threshold = draw(st.integers(0, FEATURES - 1)), draw(st.integers(-3, 3))
            nodes[at] = (feature, float(threshold), add(level + 1), add(level + 1), 0.0)
        return at

    roots = [add(0) for _ in range(draw(st.integers(1, 4)))]
    feature, threshold, left, right, value = zip(*nodes, strict=True)
    whole = [np.array(part, np.int32) for part in (feature, left, right, roots)]
    return Trees(
        feature=whole[0], threshold=np.array(threshold), left=whole[1], right=whole[2],
        value=np.array(value), roots=whole[3], depth=deepest,
    )  # fmt: skip


def walked(trees: Trees, row: NDArray[np.float32]) -> float:
    """The slow, obvious way."""
    total = 0.0
    for root in trees.roots:
        node = int(root)
        while trees.left[node] != node:
            below = row[trees.feature[node]] <= trees.threshold[node]
            node = int(trees.left[node] if below else trees.right[node])
        total += float(trees.value[node])
    return total


@given(
    forests(),
    st.lists(st.lists(st.integers(-4, 4), min_size=FEATURES, max_size=FEATURES), max_size=6),
)
def test_all_at_once_as_one_by_one(trees: Trees, rows: list[list[int]]) -> None:
    features = np.array(rows, np.float32).reshape(len(rows), FEATURES)
    expected = [walked(trees, row) for row in features]
    assert np.allclose(trees.score(features), expected, atol=1e-9)


def test_the_threshold_itself_goes_left() -> None:
    trees = Trees(
        feature=np.zeros(3, np.int32), threshold=np.array([0.5, 0, 0]),
        left=np.array([1, 1, 2], np.int32), right=np.array([2, 1, 2], np.int32),
        value=np.array([0.0, -1.0, 1.0]), roots=np.zeros(1, np.int32), depth=1,
    )  # fmt: skip
    scores = trees.score(np.array([[0.5], [0.6]], np.float32))
    assert scores.tolist() == [-1.0, 1.0]


def test_without_a_part_of_the_ranker_no_other_is_hidden() -> None:
    hidden = [evidence.FEATURES[at] for at in columns(PARTS["kind of answer"])]
    assert "place" in hidden and "place_in_document" not in hidden
    assert columns(PARTS["nothing"]) == []


def test_equal_to_lightgbm() -> None:
    lightgbm = pytest.importorskip("lightgbm", reason="only training needs it")
    from assistant.learn.boosting import from_lightgbm

    random = np.random.default_rng(0)
    features = random.normal(size=(400, FEATURES)).astype(np.float32)
    target = features[:, 0] * features[:, 1] + features[:, 2]
    settings = {"objective": "regression", "verbose": -1, "num_leaves": 12, "num_threads": 1}
    booster = lightgbm.train(settings, lightgbm.Dataset(features, target), 20)
    ours = from_lightgbm(booster).score(features)
    assert np.allclose(ours, booster.predict(features, raw_score=True), atol=1e-6)
