"""What was asked and answered before: a question made whole by it, an answer without it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

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
from assistant.query.whom import speaking
from assistant.register import spelt_out, with_name_for_post
from assistant.sentences.quotes import Span
from assistant.sentences.reader import Reader
from assistant.types import Answer, Said
from index.matching import normalise, with_years_in_digits
from index.titles import YEAR, document_years

BARE = 3  # characters of a question that says nothing of what it is about


def resolved_after(
    reader: Reader, history: Sequence[str], question: str
) -> tuple[str, str, Previous]:
    """The question made whole, each earlier one first: as of the same document, and as of any;
    with the one before it.
    """
    whole = alone = subject = year = ""
    newest = str(reader.newest_year or "")
    foreign = any(map(is_foreign, [*history, question]))
    for number, asked in enumerate([*history, question]):
        asked_of = english.in_chinese(reader, asked, foreign=foreign)
        asked_of = with_name_for_post(reader.register, asked_of)
        previous = _previous(reader, with_years_in_digits(whole))
        previous = replace(previous, subject=subject, year=year, newest=newest)
        alone = asked_of
        if whole:
            resolved = followup.resolve(asked_of, previous)
            alone = english.in_chinese(reader, resolved, foreign=foreign)
        # Whoever is asked about next did not speak in the year that a figure was asked of.
        of_person = (
            whole
            and not document_years(whole)
            and (previous.known_person(alone) or speaking(alone))
        )
        whole = alone if of_person else followup.of_same_document(alone, whole)
        is_bare = asks_of_it(alone) and len(said(alone)) <= BARE
        if number < len(history) and alone == asked_of and is_bare:
            whole = followup.leaning(alone, previous) or whole
        year = next(iter(YEAR.findall(whole)), year)
        of_whom = asks_who_did(whole) or asks_who_is(whole)
        keeps = keeps_subject(asked) or not topic_of(whole)
        if not subject or not (keeps or (of_whom and alone != asked_of)):
            subject = whole
    return whole, alone, previous


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


def _previous(reader: Reader, before: str) -> Previous:
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

    # With full names: what is put in the place of a name must find it.
    return Previous(spelt_out(reader.register, before), answered, named, names_place)


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
