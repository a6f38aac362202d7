"""What the index holds of each document: for programs, the command line and the page alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.types import Document


@dataclass(frozen=True, slots=True)
class Listed:
    """One document of the index."""

    path: str  # below the indexed folder
    title: str
    date: str  # as precise as the document: "2024", "2024-03" or "2024-03-05"; may be empty
    characters: int
    pages: int  # 0 where the format has no pages
    chunks: int  # passages that are searched


def listed(documents: Sequence[Document], chunks: NDArray[Any]) -> list[Listed]:
    """The documents of a generation in their order; `chunks` is its array of chunks."""
    counts = np.bincount(chunks["document"], minlength=len(documents))
    return [
        Listed(one.path, one.title, one.date, len(one.text), len(one.page_starts), int(count))
        for one, count in zip(documents, counts, strict=True)
    ]
