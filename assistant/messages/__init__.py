"""What answers and the page say, in one place per language.

What only the commands print, and why something fails, stands in Chinese where it arises.
"""

from __future__ import annotations

import re
from typing import Literal

from assistant.messages.en import EN
from assistant.messages.fields import Messages
from assistant.messages.inspecting import EN_INSPECTING, ZH_INSPECTING, Inspecting
from assistant.messages.storing import EN_STORING, ZH_STORING, Storing
from assistant.messages.zh import ZH

__all__ = [
    "BY_LANGUAGE",
    "EN",
    "INSPECTING",
    "SMALL_TALK",
    "STORING",
    "ZH",
    "Language",
    "Messages",
    "Storing",
    "in_language",
    "language_of",
]

Language = Literal["zh", "en"]

# What an assistant says without quoting: no answers found in documents.
SMALL_TALK = ("greeting", "thanks", "farewell", "about_assistant")
REFUSALS = (
    "no_evidence",
    "no_evidence_within",
    "nothing_new",
    "nobody_named",
    "nobody_named_within",
    "no_document_of",
    "no_document_of_within",
    "not_my_task",
)
ANSWERED_IN_OWN_WORDS = (*SMALL_TALK, *REFUSALS)

BY_LANGUAGE: dict[Language, Messages] = {"zh": ZH, "en": EN}
INSPECTING: dict[Language, Inspecting] = {"zh": ZH_INSPECTING, "en": EN_INSPECTING}
STORING: dict[Language, Storing] = {"zh": ZH_STORING, "en": EN_STORING}


def in_language(text: str, messages: Messages) -> str:
    """What an answer says in Chinese, in the words of `messages`; any other text as it is.

    >>> in_language("文档中没有提到张三，没有找到依据。", EN)
    'The documents do not mention 张三, so there is no evidence.'
    >>> in_language("张三建议设立基地。", EN)
    '张三建议设立基地。'
    """
    for name in ANSWERED_IN_OWN_WORDS:
        pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(getattr(ZH, name)))
        if said := re.fullmatch(pattern, text):
            own: str = getattr(messages, name)
            return own.format(**said.groupdict())
    return text


def language_of(stored: str, accepted: str) -> Language:
    """The language chosen before, else the first of the browser's that the page speaks."""
    if stored in BY_LANGUAGE:
        return stored
    for tag in accepted.lower().split(","):
        if tag.strip().startswith("zh"):
            return "zh"
        if tag.strip().startswith("en"):
            return "en"
    return "en" if accepted.strip() else "zh"
