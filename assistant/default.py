"""The functions for code that wants no objects: the index in YOUJU_INDEX, or data/index."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from assistant import DEFAULT_INDEX
from assistant.asking import Assistant
from assistant.library.listing import Listed
from assistant.types import Answer
from index import Passage


def ask(
    question: str, history: Sequence[str] = (), *, documents: Sequence[str] | None = None
) -> Answer:
    """The answer of the default index; `history`: the user's earlier questions, oldest first.

    `documents`: paths, folders or patterns to keep to.

    >>> answer = ask("谁建议设立LME交割库？")  # doctest: +SKIP
    """
    return _assistant(_folder()).ask(question, history, documents=documents)


def retrieve(
    query: str, limit: int = 10, *, documents: Sequence[str] | None = None
) -> list[Passage]:
    """The best passages of the default index first, whether or not they answer."""
    return _assistant(_folder()).search(query, limit, documents=documents)


def documents() -> list[Listed]:
    """What the default index holds, document by document."""
    return _assistant(_folder()).documents


def _folder() -> Path:
    return Path(os.environ.get("YOUJU_INDEX") or DEFAULT_INDEX).resolve()


@cache
def _assistant(folder: Path) -> Assistant:
    return Assistant.open(folder)
