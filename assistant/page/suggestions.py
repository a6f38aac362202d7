"""Below the welcome or the newest answer: questions that the documents are known to answer."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from assistant.library.scope import DocumentMissingError
from assistant.page import shelf as shelves
from assistant.page.chat import suggestions_key

if TYPE_CHECKING:
    from assistant.page.opened import Opened
    from assistant.page.shelf import Conversation


EXAMPLES = 4


class Suggestions:
    """The event that follows a welcome or an answer once it is drawn."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._turn = threading.Lock()  # they take as long as a few questions

    def suggest(self, stored: Any) -> dict[str, Any]:
        """Questions to offer, with the key of what they were made for."""
        conversation = shelves.load(stored).current
        with self._turn:
            questions = self._made(conversation)
        return {"key": suggestions_key(conversation), "questions": questions}

    def _made(self, conversation: Conversation) -> list[str]:
        """As they are asked when they are clicked: within what the conversation keeps to now."""
        documents = conversation.scope or None
        try:
            if not conversation.turns:
                return self._opened.assistant().examples(EXAMPLES, documents=documents)
            *before, last = conversation.turns
            if last.answer is None:
                return []
            earlier = [quote for turn in before if turn.answer for quote in turn.answer.quotes]
            return self._opened.assistant().suggest(
                last.answer,
                [turn.question for turn in before],
                documents=documents,
                earlier=earlier,
            )
        except (DocumentMissingError, RuntimeError):  # said when the next question is asked
            return []
