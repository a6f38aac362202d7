"""Quotes and answers to draw, and text that would act if it were taken for markup."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any

import docx

from assistant.library.originals import OriginalGoneError
from assistant.library.pages import PageImage
from assistant.messages import ZH, Messages
from assistant.page import export, word
from assistant.page.answer import render_answer
from assistant.page.links import Place
from assistant.page.references import References
from assistant.page.shelf import Conversation
from assistant.page.source import render_source
from assistant.types import Answer, Quote, Said
from corpus import Document

NOWHERE = References(ZH, lambda _: None, "")
HOSTILE = '<img src=x onerror="alert(1)"> **粗** $x^2$ [1] [9] {{value}} ${value} </script>'


def quote(n: int, text: str = "甲建议乙。", document: str = "甲.txt", **given: Any) -> Quote:
    usual = {"title": "标题", "section": "一、节", "page": None, "start": 0, "end": len(text)}
    return Quote(n, text, document, **{**usual, "score": 1.0, **given})


def answer(*quotes: Quote, sentence: str = "no_evidence", **given: Any) -> Answer:
    """The quotes below some words, or else a sentence."""
    found = Said("找到以下原文", tuple(quote.n for quote in quotes))
    usual = {
        "question": "谁？", "resolved_question": "谁？", "answered": bool(quotes), "text": "见引文",
        "quotes": quotes, "said": (found if quotes else Said(sentence=sentence),),
    }  # fmt: skip
    return Answer(**{**usual, "confidence": 0.9, **given})


def rendered(answer: Answer, messages: Messages = ZH, turn: int = 0) -> str:
    """On the page, its quotes as runs of words."""
    return render_answer(answer, turn, messages, {}, ())


def opened_at(document: Document, place: Place, sections: Sequence[tuple[str, int]] = ()) -> str:
    """The only document there is, opened as text."""

    def draw(*_: object) -> list[PageImage]:
        raise OriginalGoneError(document.path)

    return render_source(document, place, sections, ZH, draw, among_others=False)


def as_markdown(chat: Conversation) -> str:
    """Exported where no document is known, and no address."""
    return export.as_markdown(chat, ZH, "", NOWHERE)


def as_word(chat: Conversation) -> docx.document.Document:
    """The same as Word opens it."""
    return docx.Document(io.BytesIO(word.as_word(chat, ZH, "", NOWHERE)))


def tags(html: str) -> set[str]:
    return set(re.findall(r"<(\w+)", html))
