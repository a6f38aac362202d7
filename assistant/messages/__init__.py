"""What answers and the page say: what there is to say in *fields.py, the words of each language in
a folder of its own; changes: what an update did, in a sentence.

What only the commands print, and why something fails, stands in Chinese where it arises;
en/translated.py has the latter in English.
"""

from __future__ import annotations

from typing import Literal

from assistant.messages.en.inspecting import EN_INSPECTING
from assistant.messages.en.page import EN
from assistant.messages.en.storing import EN_STORING
from assistant.messages.en.translated import EN_KINDS, in_english, in_words
from assistant.messages.fields import Messages
from assistant.messages.inspecting_fields import Inspecting
from assistant.messages.storing_fields import Storing
from assistant.messages.zh.inspecting import ZH_INSPECTING
from assistant.messages.zh.page import ZH
from assistant.messages.zh.storing import ZH_STORING

__all__ = [
    "BY_LANGUAGE",
    "EN",
    "INSPECTING",
    "SMALL_TALK",
    "STORING",
    "ZH",
    "Inspecting",
    "Language",
    "Messages",
    "Storing",
    "in_language",
    "kind_in",
    "language_of",
    "reason_in",
]

Language = Literal["zh", "en"]

# What an assistant says without quoting: no answers found in documents.
SMALL_TALK = ("greeting", "thanks", "farewell", "about_assistant")
REFUSALS = (
    "no_evidence",
    "no_evidence_within",
    "nothing_new",
    "nobody_named_but_alike",  # before the next, which would take it for a name
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
    >>> in_language("共2位：\\n张三、李四：[1]", EN)
    'People: 2\\n张三、李四：[1]'
    """
    first, *rest = text.split("\n", 1)
    if rest:
        return "\n".join([in_words(first, ZH.counted, messages.counted) or first, *rest])
    known = (
        in_words(text, getattr(ZH, name), getattr(messages, name)) for name in ANSWERED_IN_OWN_WORDS
    )
    return next(filter(None, known), text)


def reason_in(reason: object, words: Messages | Storing) -> str:
    """Why something could not be read, which files and the index say in Chinese."""
    return in_english(str(reason)) if words is EN or words is EN_STORING else str(reason)


def kind_in(kind: str, messages: Messages) -> str:
    """A kind of organisation of the register."""
    return EN_KINDS.get(kind, kind) if messages is EN else kind


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
