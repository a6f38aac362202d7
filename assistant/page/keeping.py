"""What the events around the conversation do: keep it, name it, hand it on, rate it."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime
from time import time
from typing import Any

import gradio as gr

from assistant.library import feedback
from assistant.messages import BY_LANGUAGE, Language, Messages, reason_in
from assistant.page import export
from assistant.page import shelf as shelves
from assistant.page.drawer import render_history
from assistant.page.events import Chat
from assistant.page.opened import Opened
from assistant.page.references import References
from assistant.page.shelf import Conversation
from assistant.page.word import as_word

log = logging.getLogger(__name__)

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Keeping:
    """Events of the drawer and of the buttons below an answer."""

    def __init__(self, opened: Opened, chat: Chat) -> None:
        self._opened = opened
        self._chat = chat

    def history(self, stored: Any, language: Language) -> str:
        """The drawer with the conversations."""
        return render_history(shelves.load(stored), BY_LANGUAGE[language])

    def choose(
        self, asked: Conversation | None, stored: Any, language: Language, event: gr.EventData
    ) -> list[Any]:
        """Another conversation on the page; drawer and source close."""
        shelf = shelves.load(stored).open(event.id)
        shown = self._chat.render(shelf, BY_LANGUAGE[language], asked)
        return [shown, shelves.dump(shelf), "", ""]

    def rename(self, stored: Any, language: Language, event: gr.EventData) -> list[Any]:
        """The drawer with a conversation's new name."""
        shelf = shelves.load(stored).rename(event.id, event.value, time())
        return [render_history(shelf, BY_LANGUAGE[language]), shelves.dump(shelf)]

    def remove(
        self, asked: Conversation | None, stored: Any, language: Language, event: gr.EventData
    ) -> list[Any]:
        """The drawer and the page without a conversation; with the one on the page goes what it
        had opened.
        """
        before, messages = shelves.load(stored), BY_LANGUAGE[language]
        shelf = before.delete(event.id)
        source = "" if event.id == before.current.id else gr.skip()
        chat = self._chat.render(shelf, messages, asked)
        return [render_history(shelf, messages), shelves.dump(shelf), chat, source]

    def export(self, stored: Any, language: Language, event: gr.EventData) -> dict[str, str]:
        """A file for the browser to save; nothing is left on the server."""
        messages, address = BY_LANGUAGE[language], str(event._data.get("address", ""))
        shelf, which = shelves.load(stored), event._data.get("id")
        meant = shelf.conversation(str(which)) if which else shelf.current
        if meant is None:  # as after it was deleted in another tab
            return {"failed": messages.export_gone}
        return export.attempted(lambda: self._file(meant, event.kind, address, messages), messages)

    def _file(
        self, conversation: Conversation, ending: str, address: str, messages: Messages
    ) -> dict[str, str]:
        today = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
        references = References(messages, self._opened.document, address)
        if ending == "docx":
            data, kind = as_word(conversation, messages, today, references), WORD
        else:
            data = export.as_markdown(conversation, messages, today, references).encode()
            kind = "text/markdown"
        name = f"{messages.title} {conversation.title}.{ending}"
        return export.download(name, kind, data)

    def rate(self, stored: Any, language: Language, event: gr.EventData) -> list[Any]:
        """The page with the answer's rating, which is recorded beside the index; the same one
        again withdraws it, unless it comes with a reason.
        """
        shelf, at = shelves.load(stored), int(event.turn)
        messages = BY_LANGUAGE[language]
        turn = next(iter(shelf.current.turns[at:]), None)
        if not turn or not turn.answer or event.rating not in ("up", "down"):
            return [gr.skip(), gr.skip()]
        history, reason = shelf.current.history(at), event._data.get("reason")
        again = turn.rating == event.rating and reason is None
        rating: shelves.Rating = "" if again else event.rating
        reason = reason or ""
        said = rating or feedback.WITHDRAWN
        try:
            feedback.record(
                self._opened.folder, turn.question, history, turn.answer, said, reason, turn.scope
            )
        except OSError as error:  # a disk that is full, or not to be written on
            log.exception("%s", turn.question)
            # Told on the page only: what is kept is as if nothing was clicked.
            told = messages.rate_failed.format(reason=reason_in(error, messages))
            failed = shelf.with_turn(at, replace(turn, unrated=told))
            return [self._chat.render(failed, messages), gr.skip()]
        shelf = shelf.with_turn(at, replace(turn, rating=rating, reason=reason))
        return [self._chat.render(shelf, messages), shelves.dump(shelf)]
