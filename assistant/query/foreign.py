"""Questions without Chinese, and answers to them."""

from __future__ import annotations

from assistant.types import SMALL_TALK, Answer
from index.matching import HAN_CHARACTER

# How a question or a request begins; Can, Are and Name are pinyin, too.
ASKING = (
    "(?:Who|Whose|What|Which|When|Where|Why|How|Did|Does|Do|Is|Are|Was|Were|Has|Have|Had|Can|Could"
    "|Will|Would|Should|Name|List|Tell|Give|Show)"
)


def wants_chinese(answer: Answer) -> bool:
    """Whether nothing was found for a question that is put in words, none of them Chinese."""
    was_asked = {one.sentence for one in answer.said}.isdisjoint({*SMALL_TALK, "not_my_task"})
    return is_foreign(answer.question) and not answer.answered and was_asked


def is_foreign(text: str) -> bool:
    """Whether it has words, and no Chinese character."""
    return HAN_CHARACTER.search(text) is None and any(map(str.isalpha, text))
