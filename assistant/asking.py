"""What answers from one index: ask, inspect, search, look for words, suggest what to ask."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from copy import copy
from dataclasses import replace
from pathlib import Path

from assistant.answers import suggesting
from assistant.answers.found import Outcome
from assistant.answers.inspection import Inspection, inspection
from assistant.answers.mentions import Mentions, mentions, subject
from assistant.answers.outcome import outcome
from assistant.library import scope
from assistant.library.listing import Listed, listed
from assistant.register import Register
from assistant.sentences.reader import Reader
from assistant.types import Answer, Quote
from index import Index, Passage

HISTORY = 6  # earlier questions that a follow-up may rest on


class Assistant:
    """Answers from one index; picks up a rebuilt one by itself, each answer from one snapshot."""

    def __init__(self, index: Index) -> None:
        self._reader, self._stays = Reader.of(index), False
        self._renewing = threading.Lock()

    @classmethod
    def open(cls, folder: str | Path) -> Assistant:
        """The index in `folder`; IndexMissingError says what to do where there is none."""
        return cls(Index.open(folder))

    def snapshot(self) -> Assistant:
        """One that stays on the index as it is now, which has every document that it quotes."""
        fixed = copy(self)
        fixed._reader, fixed._stays = self._current(), True
        return fixed

    @property
    def index(self) -> Index:
        return self._current().index

    @property
    def register(self) -> Register:
        """Who proposed what, in the documents that are indexed now."""
        return self._current().register

    @property
    def documents(self) -> list[Listed]:
        """What the index holds now, document by document."""
        index = self.index
        return listed(index.documents, index.generation.chunks)

    def search(
        self, query: str, limit: int = 10, *, documents: Sequence[str] | None = None
    ) -> list[Passage]:
        """The best passages first, without any judgement on whether they answer."""
        index = self.index
        return index.search(query, limit, documents=scope.resolve(index.documents, documents))

    def ask(
        self,
        question: str,
        history: Sequence[str] = (),
        *,
        documents: Sequence[str] | None = None,
    ) -> Answer:
        """`history`: the user's earlier questions, oldest first.

        `documents`: paths, folders or patterns to keep to; DocumentMissingError for an unknown one.
        """
        return self._asked(question, history, documents)[1].answer

    def inspect(
        self,
        question: str,
        history: Sequence[str] = (),
        *,
        documents: Sequence[str] | None = None,
    ) -> Inspection:
        """What `ask` answers, and how it came to that: what was found, and how it was judged."""
        return inspection(*self._asked(question, history, documents))

    def mentions(
        self, words: str, year: str | None = None, *, documents: Sequence[str] | None = None
    ) -> Mentions:
        """The sentences with all the words, counted by year; those of one year, or the first."""
        return mentions(self._within(documents), words, year)

    def subject(self, question: str) -> str:
        """What the documents write of a question's words: to look for with `mentions`."""
        return subject(self._current(), question)

    def examples(self, limit: int = 4, *, documents: Sequence[str] | None = None) -> list[str]:
        """Questions that the documents answer, each of them tried."""
        reader = self._within(documents)
        return suggesting.examples(reader, limit, lambda asked: outcome(reader, asked, []).answer)

    def suggest(
        self,
        answer: Answer,
        history: Sequence[str] = (),
        *,
        documents: Sequence[str] | None = None,
        earlier: Sequence[Quote] = (),
    ) -> list[str]:
        """Up to three questions to ask next, all of which are answered, with quotes that neither
        `answer` shows nor those before it, `earlier`; below a refusal questions near to it.
        `history`: as `answer` was asked after.
        """
        reader = self._within(documents)
        asked = [*history, answer.question]

        def ask(question: str) -> Answer:
            return outcome(reader, question, asked[-HISTORY:]).answer

        return suggesting.suggest(reader, answer, asked, ask, earlier)

    def _within(self, documents: Sequence[str] | None) -> Reader:
        reader = self._current()
        paths = scope.resolve(reader.documents, documents)
        return reader if paths is None else reader.within(paths)

    def _asked(
        self, question: str, history: Sequence[str], documents: Sequence[str] | None
    ) -> tuple[Reader, Outcome]:
        began = time.perf_counter()
        reader = self._within(documents)
        made = outcome(reader, question, list(history)[-HISTORY:])
        elapsed = round((time.perf_counter() - began) * 1000, 1)
        return reader, replace(made, answer=replace(made.answer, elapsed_ms=elapsed))

    def _current(self) -> Reader:
        if self._stays:
            return self._reader
        with self._renewing:
            index = self._reader.index.refreshed()
            if index is not self._reader.index:
                self._reader = Reader.of(index)
            return self._reader
