"""Passages for a question: embed, store, search. Knows nothing of answers or of the chat.

Its rooms:

documents in      files -> build (progress) -> write -> store; compatible: with this program
what is kept      store: on disk, switched in one step; generation: opened -> snapshot: in use
questions         search -> types; titles: which document is meant
vectors           encoder: bundled (convert), bert; late: of each token; cross: two texts together;
                  learned: the files of both
words             matching -> lexical
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from index.build import BuildError, BusyError, Summary, update
    from index.search import Hit, Query
    from index.snapshot import Index
    from index.store import IndexMissingError
    from index.types import Passage

__all__ = [
    "BuildError",
    "BusyError",
    "Hit",
    "Index",
    "IndexMissingError",
    "Passage",
    "Query",
    "Summary",
    "update",
]

_HOMES = {
    "build": ("BuildError", "BusyError", "Summary", "update"),
    "search": ("Hit", "Query"),
    "snapshot": ("Index",),
    "store": ("IndexMissingError",),
    "types": ("Passage",),
}


def __getattr__(name: str) -> Any:
    """Import what is asked for only then (PEP 562): the page is drawn before it needs an index."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
