"""What a question gives."""

from __future__ import annotations

from dataclasses import dataclass

from index.types import Passage


@dataclass(frozen=True, slots=True)
class Quote:
    """The source's own words: `source[start:end]` is `text`, white space aside."""

    n: int  # the [n] by which the answer's text refers to it, from 1; 0 for a table's head
    text: str
    document: str
    title: str
    section: str
    page: int | None
    start: int
    end: int
    score: float
    head: tuple[str, ...] = ()  # what the columns are called, of a row whose head is quoted, too

    @property
    def citation(self) -> str:
        """《书名》第3页, or 《书名》小节 where there are no pages."""
        place = f"第{self.page}页" if self.page else self.section
        return f"《{self.title}》{place}"

    def touches(self, document: str, start: int, end: int) -> bool:
        """Whether that stretch of a document shares text with it."""
        return document == self.document and start < self.end and self.start < end


@dataclass(frozen=True, slots=True)
class Answer:
    """Quotes under a short lead-in, or an honest refusal (`answered` false, no quotes)."""

    question: str
    resolved_question: str  # with what a follow-up leaves out filled in
    answered: bool
    text: str  # lead-in with [n] marks, or the refusal
    quotes: tuple[Quote, ...] = ()
    related: tuple[Passage, ...] = ()  # nearest passages below a refusal: not an answer
    nearest: tuple[int, ...] = ()  # where in each of these the sentence begins that comes near
    # Probability that the first quote answers: calibrated where sentences are judged, else one for
    # each way that the register or the document itself tells.
    confidence: float = 0.0
    elapsed_ms: float = 0.0
    heads: tuple[Quote, ...] = ()  # of the tables whose rows are quoted: part of them, so no source

    @property
    def quoted(self) -> tuple[Quote, ...]:
        """All of the sources' words: the quotes, behind them the heads."""
        return (*self.quotes, *self.heads)
