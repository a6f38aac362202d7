"""One snapshot of the index with what questions need of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np

from assistant import register
from assistant.choose import Ranked
from assistant.quotes import Span
from assistant.ranker import Judgement, Ranker, fallback, ranker
from assistant.register import Person, Proposal, Register
from assistant.spelling import Spelling
from index import Index
from index.matching import normalise


class Way(StrEnum):
    """By what a question is answered, or refused."""

    SMALL_TALK = "small_talk"  # a greeting, or a task for somebody else
    NOTHING_ASKED = "nothing_asked"
    ITEM = "item"  # a quote of the answer before
    MISSING = "missing"  # whoever, or whatever document, is named is not there
    DOCUMENT_HEAD = "document_head"
    GROUP = "group"  # from the register, as the four below
    SAME_THEME = "same_theme"
    IDENTITY = "identity"
    PROPOSALS = "proposals"
    EACH = "each"
    SENTENCES = "sentences"


@dataclass(frozen=True, slots=True)
class Found:
    """Spans that answer, in the order of the quotes, and how sure that is (0 to 1)."""

    spans: tuple[Span, ...] = ()
    confidence: float = 0.0
    named: tuple[Person | Proposal, ...] = ()  # whom each span is about, where that is asked
    refusal: str = ""
    counted: int = 0  # how many people, where that is asked
    way: Way = Way.SENTENCES
    ranked: Ranked | None = None  # the sentences that were looked at
    judgement: Judgement | None = None  # of the best of them


class Reader:
    """One snapshot of the index with what is derived from it; shared by all questions."""

    def __init__(self, index: Index) -> None:
        self.index = index
        notes = index.generation.notes
        self.register = register.merge(Register.from_dict(note) for note in notes.values() if note)

    @cached_property
    def text(self) -> str:
        """All documents in a row, to look names up in."""
        return "\n".join(document.text for document in self.index.documents)

    @cached_property
    def plain_sentences(self) -> tuple[str, ...]:
        """Every sentence, normalised and without white space, to look words up in."""
        spans = map(self.sentence_span, range(len(self.index.generation.sentences)))
        texts = (self.index.documents[one.document].text[one.start : one.end] for one in spans)
        return tuple("".join(normalise(text).split()) for text in texts)

    @cached_property
    def plain_text(self) -> str:
        """The plain sentences, one a line."""
        return "\n".join(self.plain_sentences)

    @cached_property
    def spelling(self) -> Spelling:
        return Spelling(self.text)

    @cached_property
    def ranker(self) -> Ranker:
        return ranker(self.index.encoder.fingerprint) or fallback()

    # -- people -------------------------------------------------------------------------------

    def people(self, text: str) -> tuple[Person, ...]:
        """Whom the text names."""
        return register.people_named(self.register, text)

    def proposals(self, name: str) -> list[Proposal]:
        return [row for row in self.register.proposals if row.name == name]

    def speakers(self, span: Span) -> list[Proposal]:
        """Whose proposals the span holds, or is part of; the largest overlap first."""
        path = self.index.documents[span.document].path
        rows = [
            row
            for row in self.register.proposals
            if row.document == path and row.start < span.end and span.start < row.end
        ]
        return sorted(rows, key=lambda row: max(span.start, row.start) - min(span.end, row.end))

    # -- spans --------------------------------------------------------------------------------

    def sentence_span(self, row: int, score: float = 0.0) -> Span:
        """The sentence, and its other half where page furniture cuts it."""
        table = self.index.generation.sentences
        sentence = table[row]
        document = int(self.index.generation.chunks[sentence["chunk"]]["document"])
        start, end = int(sentence["start"]), int(sentence["end"])
        return Span(document, start, end, int(sentence["chunk"]), score)

    def sentences_of(self, path: str, start: int, end: int, score: float = 1.0) -> list[Span]:
        """The sentences that the stretch of the document touches."""
        generation = self.index.generation
        owner = generation.chunks["document"][generation.sentences["chunk"]]
        touched = (
            (owner == self.index.number(path))
            & (generation.sentences["start"] < end)
            & (generation.sentences["end"] > start)
        )
        return [self.sentence_span(int(row), score) for row in np.flatnonzero(touched)]

    def around(self, path: str, start: int, end: int) -> list[Span]:
        """The stretch with the sentences of its chunk before and after, as one span."""
        first = self.sentences_of(path, start, end)[0]
        chunk = self.index.generation.chunks[first.chunk]
        return [Span(first.document, int(chunk["start"]), int(chunk["end"]), first.chunk, 1.0)]
