"""Quotes and answers to draw, and text that would act if it were taken for markup."""

from __future__ import annotations

import re
from typing import Any

from assistant.types import Answer, Quote

HOSTILE = '<img src=x onerror="alert(1)"> **粗** $x^2$ [1] [9] {{value}} ${value} </script>'


def quote(n: int, text: str = "甲建议乙。", document: str = "甲.txt", **given: Any) -> Quote:
    usual = {"title": "标题", "section": "一、节", "page": None, "start": 0, "end": len(text)}
    return Quote(n, text, document, **{**usual, "score": 1.0, **given})


def answer(*quotes: Quote, text: str = "找到以下原文：[1]", **given: Any) -> Answer:
    usual = {"question": "谁？", "resolved_question": "谁？", "confidence": 0.9}
    return Answer(**{**usual, "answered": bool(quotes), "text": text, "quotes": quotes, **given})


def tags(html: str) -> set[str]:
    return set(re.findall(r"<(\w+)", html))
