"""What a question gives."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

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


# Sentences.
SMALL_TALK = frozenset({"greeting", "thanks", "farewell", "about_assistant", "documents_held"})


@dataclass(frozen=True, slots=True)
class Said:
    """A line of an answer: which quotes are whose, or a sentence of its own."""

    source: str = ""  # 丁某（某公司董事长）, 《书名》; of several questions the one that is refused
    numbers: tuple[int, ...] = ()  # of the quotes
    sentence: str = ""  # the name of a message; browsers keep it, so it stays
    fields: dict[str, str] = field(default_factory=dict)  # what fills it in


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
    said: tuple[Said, ...] = ()  # what `text` is made of, line by line

    @property
    def quoted(self) -> tuple[Quote, ...]:
        """All of the sources' words, numbered on: the quotes, behind them the heads."""
        behind = enumerate(self.heads, start=len(self.quotes) + 1)
        return (*self.quotes, *(replace(head, n=n) for n, head in behind))

    @property
    def is_small_talk(self) -> bool:
        """Whether it is a greeting or the like, for which no document is looked at."""
        return any(one.sentence in SMALL_TALK for one in self.said)

    @property
    def found_nothing(self) -> bool:
        """Whether it was looked for in the documents, and nothing there answers."""
        not_looked = {*SMALL_TALK, "not_my_task"}
        return not self.answered and not_looked.isdisjoint(one.sentence for one in self.said)
