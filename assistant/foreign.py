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
    question = answer.question
    foreign = HAN_CHARACTER.search(question) is None and any(map(str.isalpha, question))
    return foreign and not answer.answered and not is_small_talk(answer)
