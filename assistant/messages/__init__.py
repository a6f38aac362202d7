"""What answers and the page say: what there is to say in *fields.py, the words of each language in
a folder of its own; here, what puts them together.

What only the commands print, and why something fails, stands in Chinese where it arises;
en/translated.py has the latter in English, zh/system.py what the system says of it in Chinese.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.messages.en.page import EN
from assistant.messages.en.translated import EN_KINDS, in_english
from assistant.messages.fields import Language, Messages
from assistant.messages.inspecting_fields import Inspecting
from assistant.messages.storing_fields import Storing
from assistant.messages.zh.page import ZH
from assistant.messages.zh.system import in_chinese
from assistant.types import Said

if TYPE_CHECKING:
    from index.build import Summary

__all__ = [
    "BY_LANGUAGE",
    "EN",
    "ZH",
    "Inspecting",
    "Language",
    "Messages",
    "Storing",
    "kind_in",
    "language_of",
    "reason_in",
    "table_name",
    "what_changed",
    "worded",
]

BY_LANGUAGE: dict[Language, Messages] = {"zh": ZH, "en": EN}


def worded(said: Said, messages: Messages) -> str:
    """A line of an answer, up to its numbers, in one language.

    >>> worded(Said(sentence="nobody_named", fields={"names": "张三"}), EN)
    'The documents do not mention 张三, so there is no evidence.'
    >>> worded(Said("《纪要》", (1, 2)), EN)
    '《纪要》：'
    """
    sentence = getattr(messages, said.sentence).format(**said.fields) if said.sentence else ""
    return f"{said.source}：{sentence}" if said.source else sentence


def reason_in(reason: object, messages: Messages) -> str:
    """Why something could not be done: files and the index say so in Chinese, the system does in
    English, and with its number and the file, which are no words.

    >>> reason_in(OSError(28, "No space left on device", "a.csv"), ZH)
    '磁盘已满'
    """
    said = str(getattr(reason, "strerror", None) or reason)
    return in_english(said) if messages.language == "en" else in_chinese(said)


def kind_in(kind: str, messages: Messages) -> str:
    """A kind of organisation of the register."""
    return EN_KINDS.get(kind, kind) if messages.language == "en" else kind


def table_name(table: str, messages: Messages, count: int | None = None) -> str:
    """A table of the register, with how many rows it has where that is said.

    >>> table_name("people", ZH), table_name("people", ZH, 1234)
    ('人物', '人物 1,234')
    """
    names = {
        "proposals": messages.register_proposals,
        "people": messages.register_people,
        "figures": messages.register_figures,
    }
    return names[table].format(count="" if count is None else f"{count:,}").strip()


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


def what_changed(summary: Summary, words: Storing) -> str:
    """What an update of the index did, as 新增 4 份文档，删除 1 份文档."""
    told = (
        words.changes[name].format(count=count)
        for name, count in (
            ("new", summary.new),
            ("changed", summary.changed),
            ("moved", summary.moved),
            ("deleted", summary.deleted),
        )
        if count
    )
    return words.also.join(told) or words.no_changes
