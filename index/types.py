"""What a search gives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of a document, found for a query: `source[start:end]` is `text`, white space aside."""

    document: str  # path below the indexed folder
    title: str
    section: str
    page: int | None
    start: int
    end: int
    text: str
    score: float  # higher is better
