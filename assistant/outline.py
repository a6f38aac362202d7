"""The sections of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.types import Document

if TYPE_CHECKING:
    from index import Index


def outline(index: Index, document: Document) -> list[tuple[str, int]]:
    """The sections of a document in order, each with the offset of its first chunk."""
    number = index.number(document.path)
    generation = index.generation
    rows = generation.chunks[generation.chunks["document"] == number]
    first: dict[str, int] = {}
    for section, start in zip(rows["section"], rows["start"], strict=True):
        first.setdefault(generation.sections[section], int(start))
    return [(section, start) for section, start in first.items() if section]
