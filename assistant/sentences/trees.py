"""Gradient-boosted trees, evaluated on plain arrays: no training library at run time, no pickle."""

from __future__ import annotations

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

    def score(self, features: NDArray[np.float32]) -> NDArray[np.float64]:
        """(rows, features) to (rows,): the sum over the trees of the leaf that each row reaches."""
        rows = np.arange(len(features))[:, None]
        node = np.broadcast_to(self.roots, (len(features), len(self.roots)))
        for _ in range(self.depth):
            below = features[rows, self.feature[node]] <= self.threshold[node]
            node = np.where(below, self.left[node], self.right[node])
        total: NDArray[np.float64] = self.value[node].sum(axis=1)
        return total
