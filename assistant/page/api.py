"""The same answers for programs: HTTP and MCP, by Gradio's own routes."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from assistant.jsonl import answer_line
from assistant.page.events import Chat

PASSAGES = 50  # given at most


class Api:
    """Functions whose names, types and docstrings are what programs see."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat

    def ask(self, question: str, history: list[str] | None = None) -> dict[str, Any]:
        """Answer a question with word-for-word quotations from the indexed documents, or refuse.

        Args:
            question: The question, in Chinese.
            history: Earlier questions of the same conversation, oldest first, for follow-ups.

        Returns:
            The answer: "answered", "text" with [n] marks, and "quotes" with the document,
            section, page and the start and end of each quote in the document's source text.
        """
        return answer_line(None, self._chat.assistant().ask(question, history=history or []))

    def retrieve(self, query: str, limit: int = 10) -> list[dict[str, Any]]:
        """Find the passages of the indexed documents that are nearest to a query, best first.

        Args:
            query: Words or a question, in Chinese.
            limit: How many passages at most, up to 50.

        Returns:
            Passages with document, title, section, page, start, end, text and score.
        """
        return [asdict(p) for p in self._chat.assistant().search(query, min(limit, PASSAGES))]
