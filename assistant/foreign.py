"""Questions in other languages than that of the documents."""

from __future__ import annotations

from assistant.messages import SMALL_TALK, ZH
from assistant.types import Answer
from index.matching import HAN_CHARACTER


def is_small_talk(answer: Answer) -> bool:
    """Whether the documents were not asked at all."""
    return answer.text in {getattr(ZH, name) for name in SMALL_TALK}


def wants_chinese(answer: Answer) -> bool:
    """Whether nothing was found for a question that is put in words, none of them Chinese."""
    return is_foreign(answer.question) and not answer.answered and not is_small_talk(answer)


def is_foreign(text: str) -> bool:
    """Whether it has words, and no Chinese character."""
    return HAN_CHARACTER.search(text) is None and any(map(str.isalpha, text))
