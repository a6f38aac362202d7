"""Places in a document: where words stand, and where sections begin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.types import Document

if TYPE_CHECKING:
    from index import Index

WORDS_CHARACTERS = 100  # looked for at most
MATCHES = 999  # shown at most; nobody steps through more


def find(text: str, words: str) -> list[tuple[int, int]]:
    """Spans of `words` in `text`, whatever their case and the white space inside them."""
    characters = "".join(words.split())[:WORDS_CHARACTERS]
    if not characters:
        return []
    pattern = re.compile(r"\s*".join(map(re.escape, characters)), re.IGNORECASE)
    return [match.span() for match, _ in zip(pattern.finditer(text), range(MATCHES), strict=False)]


def outline(index: Index, document: Document) -> list[tuple[str, int]]:
    """The sections of a document in order, each with the offset of its first chunk."""
    number = index.documents.index(document)
    generation = index.generation
    rows = generation.chunks[generation.chunks["document"] == number]
    first: dict[str, int] = {}
    for section, start in zip(rows["section"], rows["start"], strict=True):
        first.setdefault(generation.sections[section], int(start))
    return [(section, start) for section, start in first.items() if section]
