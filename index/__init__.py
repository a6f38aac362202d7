"""Passages for a question: embed, store, search. Knows nothing of answers or of the chat."""

from index.build import BuildError, Summary, update
from index.search import Hit, Index, Query
from index.store import IndexMissingError
from index.types import Passage

__all__ = [
    "BuildError",
    "Hit",
    "Index",
    "IndexMissingError",
    "Passage",
    "Query",
    "Summary",
    "update",
]
