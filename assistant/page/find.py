"""Where words stand in a document."""

from __future__ import annotations

import re

from corpus import flat

WORDS_CHARACTERS = 100  # looked for at most
MATCHES = 999  # shown at most; nobody steps through more


def find(text: str, words: str) -> list[tuple[int, int]]:
    """Spans of `words` in `text`, whatever their case and the white space inside them."""
    characters = flat(words)[:WORDS_CHARACTERS]
    if not characters:
        return []
    pattern = re.compile(r"\s*".join(map(re.escape, characters)), re.IGNORECASE)
    return [match.span() for match, _ in zip(pattern.finditer(text), range(MATCHES), strict=False)]
