"""What was asked and answered before: a question made whole by it, an answer without it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answers import english
from assistant.answers.answering import find
from assistant.answers.found import Found, Way, how_many
from assistant.answers.people import asks_who_is
from assistant.answers.unknown import called
from assistant.query import followup
from assistant.query.anaphora import PERSON, Previous, keeps_subject
from assistant.query.ellipsis import asks_who_did
from assistant.query.foreign import is_foreign
from assistant.query.question import Kind, analyse, content
from assistant.query.topic import topic_of
from assistant.query.whom import ASKS_WHO_SPOKE, speaking
from assistant.register import spelt_out, with_name_for_post
from assistant.sentences.quotes import Span
from assistant.sentences.reader import Reader
from assistant.types import Answer, Said
from index.matching import normalise, with_years_in_digits
from index.titles import YEAR, document_years

BARE = 3  # characters of a question that says nothing of what it is about


@dataclass(frozen=True, slots=True)
class Resolved:
    """A question made whole by those before it."""

    asked: str
    alone: str  # made whole, as of any document
    whole: str  # as of the document that the one before is of
    is_changed: bool  # it leaves something to those before it
    previous: Previous


def resolved_after(reader: Reader, history: Sequence[str], question: str) -> Resolved:
    """The question made whole, each earlier one first."""
    foreign = any(map(is_foreign, [*history, question]))
    before = None
    for asked in history:
        before = _leaning(_resolved(reader, asked, before, foreign=foreign))
    return _resolved(reader, question, before, foreign=foreign)


def _resolved(reader: Reader, asked: str, before: Resolved | None, *, foreign: bool) -> Resolved:
    own = with_name_for_post(reader.register, english.in_chinese(reader, asked, foreign=foreign))
    previous = _previous(reader, before)
    if before is None or not before.whole:
        return Resolved(asked, own, own, False, previous)
    alone = english.in_chinese(reader, followup.resolve(own, previous), foreign=foreign)
    # Whoever is asked about next did not speak in the year that a figure was asked of.
    names_person = previous.known_person(alone) or speaking(alone) or ASKS_WHO_SPOKE.match(alone)
    of_any = names_person and not document_years(before.whole)
    whole = alone if of_any else followup.of_same_document(alone, before.whole)
    return Resolved(asked, alone, whole, alone != own, previous)


def _leaning(one: Resolved) -> Resolved:
    """With the topic of the question before it, where it says nothing of what it is about."""
    is_bare = asks_of_it(one.alone) and len(said(one.alone)) <= BARE
    leaning = followup.leaning(one.alone, one.previous) if is_bare and not one.is_changed else ""
    return replace(one, whole=leaning) if leaning else one


def asks_of_it(asking: str) -> bool:
    """Whether it may ask of something said before: 效果怎么样; not 谁反对, 那另一家呢."""
    kind = analyse(asking).kind
    # 借鉴了什么; 他演什么 has its own subject.
    asks_what = kind is Kind.OTHER and "什么" in asking and not PERSON.search(asking)
    return asks_what or kind not in (Kind.PERSON, Kind.OTHER)


def said(asking: str) -> str:
    """The characters of what it asks about.

    >>> said("具体怎么运作？"), said("什么时候通的车？")
    ('运作', '通车')
    """
    return re.sub("^(?:具体|时[候间])", "", content(normalise(asking)))


def _previous(reader: Reader, one: Resolved | None) -> Previous:
    before = with_years_in_digits(one.whole) if one else ""

    def named(text: str) -> str:
        # 谭某为什么不同意江某的算法 asks of 谭某; 谭委员 is in full nowhere
        places = {one.name: text.find(one.name) for one in reader.people(text)}
        written = [name for name, place in places.items() if place >= 0] or [*places]
        return min(written, key=places.__getitem__, default="") or called(reader, text)

    def answered() -> str:
        found = find(reader, analyse(before))
        rows = found.named or tuple(reader.speakers(found.spans[0]) if found.spans else ())
        return rows[0].name if rows else _only_one(reader, found.spans[:1])

    def names_place(place: str) -> bool:  # 农村市场 names no 农村市
        return re.search(f"{re.escape(place)}(?![场民级属])", reader.text) is not None

    return Previous(
        # With full names: what is put in the place of a name must find it.
        question=spelt_out(reader.register, before),
        person=answered,
        known_person=named,
        names_place=names_place,
        subject=_subject(one) if one else "",
        year=next(iter(YEAR.findall(one.whole)), one.previous.year) if one else "",
        newest=str(reader.newest_year or ""),
    )


def _subject(one: Resolved) -> str:
    """The last question up to this one that is not just on who somebody is."""
    before = one.previous.subject
    keeps = keeps_subject(one.asked) or not topic_of(one.whole)
    of_whom = asks_who_did(one.whole) or asks_who_is(one.whole)
    return before if before and (keeps or (of_whom and one.is_changed)) else one.whole


def _only_one(reader: Reader, spans: Sequence[Span]) -> str:
    """The person whom the spans name, or say to speak, if it is one."""
    texts = list(map(reader.said, spans))
    named = {person.name for text in texts for person in reader.people(text)}
    named = named or {name for text in texts for name in speaking(text)}
    return named.pop() if len(named) == 1 else ""


def new_against(reader: Reader, before: Answer, found: Found, *, asks_more: bool) -> Found:
    """What is new against the answer before; of what the register lists that may be nothing.

    `asks_more`: for anything further; 他还建议在哪几个城市试点 can ask of a quote that is shown.
    """

    def is_shown(span: Span) -> bool:
        path = reader.document(span).path
        return any(quote.touches(path, span.start, span.end) for quote in before.quoted)

    def parts(span: Span) -> list[Span]:
        return reader.sentences_of(reader.document(span).path, span.start, span.end)

    # Of sentences that would be one quote, those that are not shown yet.
    each = [one for span in found.spans for one in (parts(span) if is_shown(span) else [span])]
    new = tuple(span for span in each if not is_shown(span))
    if found.spans and not new and asks_more and found.way is not Way.SENTENCES:
        return Found(refusal=Said(sentence="nothing_new"), way=Way.NOTHING_NEW)
    if not new or (not asks_more and new[0] != found.spans[0]):
        return found
    paths = [reader.document(span).path for span in new]
    named = {
        row.name
        for row in found.named
        for path, span in zip(paths, new, strict=True)
        if row.document == path and span.overlap(row.start, row.end) > 0
    }
    is_counted = found.lead is not None and found.named
    return replace(found, spans=new, lead=how_many(named) if is_counted else None)
