"""Quotes and answers to draw, and text that would act if it were taken for markup."""

from __future__ import annotations

import re
from typing import Any

from assistant.types import Answer, Quote, Said

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


def tags(html: str) -> set[str]:
    return set(re.findall(r"<(\w+)", html))
