"""Gradient-boosted trees, evaluated on plain arrays: no training library at run time, no pickle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """All trees in one table of nodes; a leaf points to itself: each walk may take `depth` steps.

    `feature`, `threshold`, `left`, `right`, `value` are (nodes,); `roots` is (trees,).
    """

    PARTS: ClassVar[tuple[str, ...]] = ("feature", "threshold", "left", "right", "value", "roots")

    feature: NDArray[np.int32]
    threshold: NDArray[np.float64]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: NDArray[np.float64]
    roots: NDArray[np.int32]
    depth: int

    @classmethod
    def stumps(cls, steps: Sequence[tuple[int, float, float]]) -> Trees:
        """One tree of depth 1 for each (feature, threshold, gain above it)."""
        features, thresholds, gains = zip(*steps, strict=True)
        node = np.arange(3 * len(steps))
        is_root = node % 3 == 0
        return cls(
            feature=np.where(is_root, np.repeat(features, 3), 0).astype(np.int32),
            threshold=np.where(is_root, np.repeat(thresholds, 3), 0.0),
            left=np.where(is_root, node + 1, node).astype(np.int32),
            right=np.where(is_root, node + 2, node).astype(np.int32),
            value=np.where(node % 3 == 2, np.repeat(gains, 3), 0.0),
            roots=node[is_root].astype(np.int32),
            depth=1,
        )

    def score(self, features: NDArray[np.float32]) -> NDArray[np.float64]:
        """(rows, features) to (rows,): the sum over the trees of the leaf that each row reaches."""
        rows = np.arange(len(features))[:, None]
        node = np.broadcast_to(self.roots, (len(features), len(self.roots)))
        for _ in range(self.depth):
            below = features[rows, self.feature[node]] <= self.threshold[node]
            node = np.where(below, self.left[node], self.right[node])
        total: NDArray[np.float64] = self.value[node].sum(axis=1)
        return total
