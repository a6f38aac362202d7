"""What the events of the page do: ask the assistant, and render what it gives."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from time import time
from typing import Any

import gradio as gr

from assistant.api.functions import QUESTION_CHARACTERS
from assistant.library.holdings import Holdings
from assistant.library.originals import page_images
from assistant.library.scope import DocumentMissingError
from assistant.messages import BY_LANGUAGE, Language, Messages, language_of, reason_in
from assistant.page import layout
from assistant.page import shelf as shelves
from assistant.page.chat import render_chat, render_notice
from assistant.page.context import around
from assistant.page.drawn import drawn, excerpts
from assistant.page.links import read_place
from assistant.page.opened import Opened
from assistant.page.shelf import Conversation, Shelf, Turn
from assistant.page.source import render_missing, render_source

log = logging.getLogger(__name__)

# What an asking event gives: question box, conversation, shelf, what is asked, send, stop.
_UNCHANGED = [gr.skip()] * 6


class Chat:
    """Events of the conversation, of the source beside it, and of the whole page."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened

    def load(self, language: str, stored: Any, tab: Any, request: gr.Request) -> list[Any]:
        """The page as this tab left it, in its language, opened at what the link names."""
        self._opened.drawn.set()
        spoken = language_of(language, request.headers.get("accept-language", ""))
        messages, link = BY_LANGUAGE[spoken], request.query_params
        shelf = shelves.load_in_tab(stored, tab)
        return [
            *layout.words(messages),
            spoken,
            shelves.dump(shelf),
            self.render(shelf, messages),
            self._source(link, messages) if link.get("doc") else "",
            dict(link),
        ]

    def ask_from_link(
        self, stored: Any, language: Language, request: gr.Request
    ) -> Iterator[list[Any]]:
        """Ask what the link asks, in a new conversation, unless a reload asks it again."""
        question, shelf = request.query_params.get("q", "").strip(), shelves.load(stored)
        last = shelf.current.turns[-1].question if shelf.current.turns else ""
        if question and question != last:
            shelf = shelf.start_new()
            yield [*_UNCHANGED[:2], shelves.dump(shelf), *_UNCHANGED[3:]]
            yield from self._answer(question, shelf, 0, BY_LANGUAGE[language], ())
        else:
            yield _UNCHANGED

    def ask(self, question: str, stored: Any, language: Language) -> Iterator[list[Any]]:
        """Answer what was typed."""
        yield from self._append(question, shelves.load(stored), language)

    def example(self, stored: Any, language: Language, event: gr.EventData) -> Iterator[list[Any]]:
        """Ask one of the questions offered."""
        yield from self._append(event.question, shelves.load(stored), language)

    def retry(self, stored: Any, language: Language, event: gr.EventData) -> Iterator[list[Any]]:
        """Ask a question of the conversation again, in its place; everywhere, if that is wanted."""
        shelf = shelves.load(stored)
        at = int(event.turn)
        if at < len(shelf.current.turns):
            turn = shelf.current.turns[at]
            scope = () if event._data.get("everywhere") else turn.scope
            yield from self._answer(turn.question, shelf, at, BY_LANGUAGE[language], scope)
        else:
            yield _UNCHANGED

    def revise(self, stored: Any, language: Language, event: gr.EventData) -> Iterator[list[Any]]:
        """Ask a changed question; what was asked after it may rest on it, and goes."""
        shelf = shelves.load(stored).cut(int(event.turn))
        yield from self._append(event.question, shelf, language)

    def land(self, asked: Conversation | None, stored: Any, language: Language) -> list[Any]:
        """The answer in its conversation, which need not be the one on the page any more."""
        if asked is None or asked.waiting:  # stopped
            return _UNCHANGED
        shelf = shelves.load(stored).keep(asked, time())
        chat = self.render(shelf, BY_LANGUAGE[language])
        return [gr.skip(), chat, shelves.dump(shelf), None, *_buttons(asking=False)]

    def stopped(
        self, asked: Conversation | None, typed: str, stored: Any, language: Language
    ) -> list[Any]:
        """The page as before the question, and the question back in its box, if that is empty; with
        the answer where that had come already.
        """
        if asked and not asked.waiting:
            return self.land(asked, stored, language)
        chat = self.render(shelves.load(stored), BY_LANGUAGE[language])
        question = asked.waiting.question if asked and asked.waiting else ""
        return [typed or question, chat, gr.skip(), None, *_buttons(asking=False)]

    def show(self, asked: Conversation | None, stored: Any, language: Language) -> str:
        """The conversation as another tab has changed it."""
        return self.render(shelves.load(stored), BY_LANGUAGE[language], asked)

    def start_new(self, stored: Any, language: Language) -> list[Any]:
        """An empty conversation; the one that was there is kept."""
        shelf = shelves.load(stored).start_new()
        return [self.render(shelf, BY_LANGUAGE[language]), shelves.dump(shelf), "", ""]

    def open(self, language: Language, event: gr.EventData) -> tuple[str, dict[str, Any]]:
        """The source at the place that was clicked, and that place."""
        place = dict(event._data)
        return self._source(place, BY_LANGUAGE[language]), place

    def context(self, language: Language, event: gr.EventData) -> dict[str, Any]:
        """What stands around a quote, for the card at that place; or why that cannot be shown."""
        place, messages = read_place(event._data), BY_LANGUAGE[language]
        return {
            "place": event._data,
            **around(self._opened.document(place.document), place, messages),
        }

    def switch(
        self,
        asked: Conversation | None,
        stored: Any,
        language: Language,
        place: dict[str, Any],
        source: str,
    ) -> list[Any]:
        """The page in the other language, with the source still open if it is."""
        other: Language = "zh" if language == "en" else "en"
        messages = BY_LANGUAGE[other]
        return [
            *layout.words(messages),
            other,
            self.render(shelves.load(stored), messages, asked),
            self._source(place, messages) if source else "",
            "",
        ]

    def _append(self, question: str, shelf: Shelf, language: Language) -> Iterator[list[Any]]:
        """Answer a question at the end of the conversation."""
        if question.strip():
            shelf = shelf.with_room()  # before its number is told: the answer goes there, too
            at, scope = len(shelf.current.turns), shelf.current.scope
            yield from self._answer(question.strip(), shelf, at, BY_LANGUAGE[language], scope)
        else:
            yield _UNCHANGED

    def _answer(
        self, question: str, shelf: Shelf, at: int, messages: Messages, scope: tuple[str, ...]
    ) -> Iterator[list[Any]]:
        """First the question with a sign that an answer is on its way, then what is to land."""
        asked = Turn(question, scope=scope)
        waiting = shelf.with_turn(at, asked)
        chat = self.render(waiting, messages)
        yield [gr.skip(), chat, gr.skip(), waiting.current, *_buttons(asking=True)]
        turn = self._answered(asked, shelf.current.history(at), messages)
        yield [*_UNCHANGED[:3], waiting.with_turn(at, turn).current, *_UNCHANGED[4:]]

    def _answered(self, asked: Turn, history: list[str], messages: Messages) -> Turn:
        question, documents = asked.question, asked.scope or None
        if len(question) > QUESTION_CHARACTERS:
            said = messages.too_long.format(length=len(question), limit=QUESTION_CHARACTERS)
            return replace(asked, error=said)
        try:
            assistant = self._opened.assistant().snapshot()
            answer = self._opened.line.wait(
                lambda: assistant.ask(question, history=history, documents=documents)
            )
            document = assistant.index.document
            forms, related = drawn(answer, document), excerpts(answer, document)
            turn = replace(asked, answer=answer, forms=forms, related=related)
            # To look at the files takes a while; without a change an answer needs none of it.
            is_current = answer.answered and not self._opened.builder.running
            if is_current or asked.scope or answer.is_small_talk:
                return turn
            return replace(turn, unindexed=Holdings(self._opened.folder).unindexed())
        except DocumentMissingError as error:
            return replace(asked, error=messages.scope_missing.format(document=error.document))
        except Exception as error:  # the page's outer edge: the user gets a sentence, not silence
            log.exception("%s", question)
            # Before what a command mends is mended, another try would fail as well.
            said = messages.unready if getattr(error, "command", "") else messages.failed
            return replace(asked, error=said.format(reason=reason_in(error, messages)))

    def render(self, shelf: Shelf, messages: Messages, asked: Conversation | None = None) -> str:
        """The current conversation, with a question on its way if that is `asked` in it; where it
        is empty, a welcome, or why nothing can be asked.
        """
        if asked:
            shelf = shelf.keep(asked, asked.used)
        try:
            if not shelf.current.turns:
                _ = self._opened.assistant().index
        except RuntimeError as error:  # no index, or one that cannot be opened: it says why
            return render_notice(error, self._opened.folder, messages)
        return render_chat(shelf.current, self._opened.document, messages)

    def _source(self, data: Mapping[str, Any], messages: Messages) -> str:
        place = read_place(data)
        try:
            index = self._opened.assistant().index
            document = index.document(place.document)
        except (KeyError, RuntimeError):
            return render_missing(place, messages)
        draw = partial(page_images, index, document)
        return render_source(
            document,
            place,
            index.outline(document),
            messages,
            draw,
            among_others=len(index.documents) > 1,
        )


def _buttons(*, asking: bool) -> tuple[Any, Any]:
    """Send while nothing is asked, stop while something is."""
    # Never False: what Gradio has yet to draw misses the updates that come meanwhile.
    return (
        gr.update(visible="hidden" if asking else True),
        gr.update(visible=True if asking else "hidden"),
    )
