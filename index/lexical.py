"""Keyword search: BM25 over the units of `index.matching.terms`, kept by bm25s in plain arrays."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

import bm25s  # type: ignore[import-untyped]
import numpy as np
from numpy.typing import NDArray

from index.matching import terms


def write(texts: Iterable[str], folder: Path) -> None:
    """Index the texts, in order, into `folder`."""
    tokens = [terms(text) for text in texts]
    if not any(tokens):
        tokens = [[""] for _ in tokens]  # bm25s takes no texts without any word; no query has ""
    # By default scores would come from numba on machines that have it: other code, slower start.
    model = bm25s.BM25(method="lucene", backend="numpy")
    model.index(tokens, show_progress=False)
    model.save(folder, show_progress=False)


class Lexical:
    """Scores of every indexed text for a query."""

    def __init__(self, folder: Path) -> None:
        self._model = bm25s.BM25.load(folder, mmap=True)
        self.size = int(self._model.scores["num_docs"])

    def scores(self, query: str) -> NDArray[np.float32]:
        """(texts,); 0 where no unit of the query occurs."""
        known = [unit for unit in terms(query) if unit in self._model.vocab_dict]
        if not known:
            return np.zeros(self.size, dtype=np.float32)
        return np.asarray(self._model.get_scores(known), dtype=np.float32)

    def rarity(self, unit: str) -> float:
        """Inverse document frequency as BM25 has it, as a share of an unknown unit's."""
        indptr = self._model.scores["indptr"]
        at = self._model.vocab_dict.get(unit)
        count = 0 if at is None else int(indptr[at + 1] - indptr[at])
        return float(np.log1p((self.size - count + 0.5) / (count + 0.5)) / self._rarest)

    @cached_property
    def _rarest(self) -> float:
        return float(np.log1p((self.size + 0.5) / 0.5))
