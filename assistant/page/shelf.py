"""The conversations one browser keeps, as values, and as the JSON it keeps them in."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Any, Literal
from unicodedata import east_asian_width

from pydantic import TypeAdapter, ValidationError

from assistant.page.drawn import Form
from assistant.page.marks import Line
from assistant.types import Answer

DELETED = 20  # remembered
KEPT_BYTES = 2_500_000  # of JSON; a third more as Gradio writes it, where browsers allow 5 MB
TURNS = 60  # kept per conversation
NAME_COLUMNS = 48  # of a title, in which a Chinese character counts two

_WORD = re.compile(r"[!-~]")  # goes on without a blank
_WORD_BEGUN = re.compile(r"(?<=[^!-~])[!-~]+\Z")

Rating = Literal["", "up", "down"]


@dataclass(frozen=True, slots=True)
class Turn:
    """One question with what came of it: an answer, an error sentence, or nothing yet."""

    question: str
    answer: Answer | None = None
    error: str = ""
    rating: Rating = ""
    reason: str = ""  # for that rating
    unrated: str = ""  # why the rating that was just given could not be recorded; never kept
    scope: tuple[str, ...] = ()  # the documents it was asked within; none: all
    unindexed: int = 0  # files that the index had not taken in, as far as that was looked at
    forms: dict[int, Form] = field(default_factory=dict)  # of quotes, by number; others are words
    related: tuple[tuple[Line, ...], ...] = ()  # what came nearest, in the lines it is read in

    def is_but_for_rating(self, other: Turn) -> bool:
        """Whether the other is this one, but for the rating."""
        return replace(other, rating=self.rating, reason=self.reason) == self


@dataclass(frozen=True, slots=True)
class Conversation:
    """A named row of turns."""

    id: str = field(default_factory=lambda: secrets.token_hex(4))
    name: str = ""  # empty: called after its first question
    named: float = 0.0  # when, in seconds of the epoch: its answers may come from before
    turns: tuple[Turn, ...] = ()
    scope: tuple[str, ...] = ()  # paths and folders that its questions keep to; none: all documents
    used: float = 0.0  # when it was last answered in, in seconds of the epoch; 0: unknown
    after: float = 0.0  # the same of what that was asked in: another tab may have gone on with it

    @property
    def waiting(self) -> Turn | None:
        """The turn whose answer is on its way, if one is."""
        return next((t for t in self.turns if t.answer is None and not t.error), None)

    @property
    def words(self) -> str:
        """What was asked and answered in it, to be searched."""
        said = [self.title]
        for turn in self.turns:
            said += [turn.question, turn.error]
            if turn.answer:
                said += [turn.answer.text, *(quote.text for quote in turn.answer.quotes)]
        return " ".join(" ".join(said).split())

    @property
    def title(self) -> str:
        """Its name, or the beginning of its first question."""
        first = self.turns[0].question if self.turns else ""
        return self.name or shortened(first)

    def history(self, turn: int) -> list[str]:
        """The questions asked before `turn`."""
        return [earlier.question for earlier in self.turns[:turn]]


@dataclass(frozen=True, slots=True)
class Shelf:
    """All conversations of a browser, the one left last at the end, and the one on the page."""

    current: Conversation = field(default_factory=Conversation)
    others: tuple[Conversation, ...] = ()
    deleted: tuple[str, ...] = ()  # ids of late, as an answer may still be on its way to one

    @property
    def newest_first(self) -> list[Conversation]:
        """Those with something in them, by when they were used, else by when they were left."""
        every = [c for c in (self.current, *self.others[::-1]) if c.turns]
        return sorted(every, key=lambda c: -c.used)

    def conversation(self, conversation_id: str) -> Conversation | None:
        """One conversation, if it is there."""
        every = (self.current, *self.others)
        return next((c for c in every if c.id == conversation_id), None)

    def with_turn(self, at: int, turn: Turn) -> Shelf:
        """With `turn` at `at` of the current conversation, which may be its end."""
        turns = self.current.turns
        kept = (*turns[:at], turn, *turns[at + 1 :])
        return replace(self, current=replace(self.current, turns=kept))

    def with_room(self) -> Shelf:
        """With room for a turn at the end of the current conversation: its first one may go."""
        kept = self.current.turns[-(TURNS - 1) :]
        return replace(self, current=replace(self.current, turns=kept))

    def keep(self, asked: Conversation, used: float) -> Shelf:
        """With the turns of a conversation wherever it stands by now; one that was left before its
        first answer goes to the others, one that was deleted stays so. What another tab has added
        to it since it was asked in stays as a conversation of its own.
        """
        if asked.id in self.deleted:
            return self
        meant = self.conversation(asked.id)
        if meant is None:
            return replace(self, others=(*self.others, replace(asked, used=used)))
        # A turn that was only rated meanwhile stays so.
        rated = [one for one in meant.turns if one.rating]
        turns = tuple(next(filter(turn.is_but_for_rating, rated), turn) for turn in asked.turns)
        kept = replace(meant, turns=turns, used=used, after=asked.used)
        shelf = self._each(lambda c: kept if c is meant else c)
        if meant.used == asked.used:
            return shelf
        apart = replace(meant, id=f"{meant.id}-{meant.used}")  # the name it has in asking.js, too
        return replace(shelf, others=(*shelf.others, apart))

    def cut(self, at: int) -> Shelf:
        """Without the current conversation's turns from `at` on."""
        return replace(self, current=replace(self.current, turns=self.current.turns[:at]))

    def within(self, scope: tuple[str, ...]) -> Shelf:
        """With the current conversation's questions restricted to some documents, or not."""
        return replace(self, current=replace(self.current, scope=scope))

    def in_tab(self, left: Conversation | None) -> Shelf:
        """With what a tab of the browser had on its page; a new one goes on with what was left
        last. One that is still empty is another one in every tab.
        """
        left = left or self.current
        if any(c.id == left.id for c in self.newest_first):
            return self.open(left.id)
        return replace(self.start_new(), current=Conversation(scope=left.scope))

    def start_new(self) -> Shelf:
        """An empty conversation on the page; the one that was there goes to the others."""
        return replace(self, current=Conversation(), others=self._put_away())

    def open(self, conversation_id: str) -> Shelf:
        """With another conversation on the page; unchanged when it is not there."""
        opened = self.conversation(conversation_id)
        if opened is None or opened is self.current:
            return self
        return replace(self, current=opened, others=self._put_away(without=opened))

    def rename(self, conversation_id: str, name: str, now: float = 0.0) -> Shelf:
        """With one conversation renamed; an empty name gives it its first question again."""

        def renamed(c: Conversation) -> Conversation:
            return replace(c, name=shortened(name), named=now) if c.id == conversation_id else c

        return self._each(renamed)

    def delete(self, conversation_id: str) -> Shelf:
        """Without one conversation; the page is empty if it was the current one."""
        others = tuple(c for c in self.others if c.id != conversation_id)
        current = Conversation() if self.current.id == conversation_id else self.current
        return Shelf(current, others, (*self.deleted, conversation_id)[-DELETED:])

    def _each(self, change: Callable[[Conversation], Conversation]) -> Shelf:
        """With every conversation as `change` makes it."""
        others = tuple(map(change, self.others))
        return replace(self, current=change(self.current), others=others)

    def _put_away(self, without: Conversation | None = None) -> tuple[Conversation, ...]:
        """The others and what was on the page."""
        kept = (*self.others, self.current) if self.current.turns else self.others
        return tuple(c for c in kept if c is not without)


def shortened(text: str) -> str:
    """A line as short as a title, cut between words."""
    line = " ".join(text.split())
    ends = accumulate(1 + (east_asian_width(one) in "WF") for one in line)
    short = line[: sum(end <= NAME_COLUMNS for end in ends)]
    if short == line:
        return line
    if _WORD.match(line, len(short)):
        short = _WORD_BEGUN.sub("", short)
    return short.rstrip() + "…"


_SHELF = TypeAdapter(Shelf)
_CONVERSATION: TypeAdapter[Conversation | None] = TypeAdapter(Conversation | None)
_EMPTY = Shelf()  # the same each time, so that an answer finds its conversation again


def load(stored: Any) -> Shelf:
    """The shelf a browser kept; an empty one where there is none or it cannot be read."""
    try:
        return _SHELF.validate_python(stored)
    except ValidationError:  # written by another version, or by hand
        return _EMPTY


def load_in_tab(stored: Any, tab: Any) -> Shelf:
    """The same as a tab left it, which tells the conversation on its page, without the turns."""
    try:
        left = _CONVERSATION.validate_python(tab)
    except ValidationError:
        left = None
    return load(stored).in_tab(left)


def dump(shelf: Shelf) -> Any:
    """`shelf` as the JSON value a browser keeps; when it is full the oldest conversations go, those
    that were given a name last.
    """
    while shelf.others and len(_SHELF.dump_json(shelf)) > KEPT_BYTES:
        gone = min(shelf.others, key=lambda c: bool(c.name))
        others = tuple(c for c in shelf.others if c is not gone)
        # Or another tab, which still has it, would put it back.
        shelf = replace(shelf, others=others, deleted=(*shelf.deleted, gone.id)[-DELETED:])
    return _SHELF.dump_python(shelf, mode="json")
