"""What a question comes to: the spans that answer it, by which way, and the answer made of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from assistant.query.question import Question
from assistant.register import Person, Proposal
from assistant.sentences.choose import LIST_CHARS
from assistant.sentences.quotes import Span, joined
from assistant.sentences.ranking import Verdict
from assistant.types import Answer, Said
from index import Index

# Probability of what no sentence is judged for: what the register, or the head of a document, says;
# what somebody is called by, and the best of each of several people.
AS_WRITTEN, AS_CALLED, OF_EACH = 0.9, 0.8, 0.8


class Way(StrEnum):
    """By what a question is answered, or refused."""

    SMALL_TALK = "small_talk"  # a greeting, or a task for somebody else
    NOTHING_ASKED = "nothing_asked"
    ITEM = "item"  # a quote of the answer before
    NOTHING_NEW = "nothing_new"  # asked for more than the answer before, and there is no more
    MISSING = "missing"  # whoever, or whatever document, is named is not there
    OUTLINE = "outline"  # the headings of a document
    DOCUMENT_HEAD = "document_head"
    ARTICLE = "article"  # of a law or a contract, by its number
    MEETING = "meeting"  # lines of its minutes
    MOTION = "motion"  # labelled lines of one that a document lists
    GROUP = "group"  # from the register, as the three below
    SAME_THEME = "same_theme"
    IDENTITY = "identity"
    PROPOSALS = "proposals"
    HEADED = "headed"  # from the section that is headed as what is asked
    EACH = "each"
    YEARS = "years"  # in which it is mentioned, or what is said in each
    INDICATOR = "indicator"  # figures of the register, of one year or of each
    SENTENCES = "sentences"
    SEVERAL = "several"  # questions in one message, each in its own way


@dataclass(frozen=True, slots=True)
class Found:
    """Spans that answer, in the order of the quotes, and how sure that is (0 to 1)."""

    spans: tuple[Span, ...] = ()
    confidence: float = 0.0
    named: tuple[Person | Proposal, ...] = ()  # whom the answer names, where that is asked
    refusal: Said | None = None
    lead: Said | None = None  # said first: how many people there are, in which years it is told
    way: Way = Way.SENTENCES
    verdict: Verdict | None = None  # on the sentences, where these were looked at


def introduced_at(row: Person | Proposal) -> tuple[int, int]:
    """Where the document says who that is."""
    if isinstance(row, Person):
        return row.start, row.end
    return row.introduced_start, row.introduced_end


def how_many(names: Collection[str]) -> Said:
    """How many people there are, where that is asked."""
    return Said(sentence="counted", fields={"n": str(len(names))})


def as_written(spans: Iterable[Span], index: Index) -> Found:
    """What a document says in so many words, in reading order."""
    return Found(tuple(joined(spans, index)), AS_WRITTEN)


def as_listed(spans: Sequence[Span], index: Index) -> Found:
    """The same of as many spans as are not too long to read; of the first in any case."""
    lengths = accumulate(span.end - span.start for span in spans)
    kept = [span for span, so_far in zip(spans, lengths, strict=True) if so_far <= LIST_CHARS]
    return as_written(kept or spans[:1], index)


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer with what it was made from."""

    answer: Answer
    found: Found
    asked: Question | None = None  # as it was looked up; None where nothing was
    resolved: str = ""  # before its spelling was corrected
