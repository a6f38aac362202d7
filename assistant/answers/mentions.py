"""Which years speak of something: the sentences that have all of its words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from assistant.query.question import between_asking
from assistant.query.stance import SIDES
from assistant.sentences.quotes import Span
from assistant.sentences.reader import Reader
from index.matching import normalise, terms
from index.titles import year_of
from index.types import Passage

_SIDES = re.compile(SIDES)  # 谁反对涨价 is about 涨价
SHOWN = 50  # sentences given in full
STRIPS = 12  # documents whose places are given, those with the most
QUESTION_CHARACTERS = 100  # looked at for what a question is about


@dataclass(frozen=True, slots=True)
class Year:
    """How often the documents of one year speak of it; no year for those that have none."""

    year: str
    sentences: int
    documents: int  # that speak of it
    of: int  # documents of that year


@dataclass(frozen=True, slots=True)
class Places:
    """Where one document speaks of it."""

    document: str
    title: str
    characters: int
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Mentions:
    """All that speak of it by year, and those of the year that was chosen, or of all."""

    words: str
    years: tuple[Year, ...]  # every year that a document is of, oldest first
    chosen: str | None  # None: all years
    sentences: int
    passages: tuple[Passage, ...]  # the first of them
    places: tuple[Places, ...]


def mentions(reader: Reader, words: str, chosen: str | None = None) -> Mentions:
    """The sentences with all of the words, set apart by white space; none for no words."""
    spans = by_year(reader, words)
    of = Counter(map(year_of, reader.documents))
    years = tuple(
        Year(year, len(rows), len({span.document for span in rows}), of[year])
        for year, rows in sorted(spans.items(), key=lambda item: (not item[0], item[0]))
    )
    if chosen not in spans:
        chosen = None
    wanted = [span for one in years if chosen in (None, one.year) for span in spans[one.year]]
    return Mentions(
        words=words,
        years=years,
        chosen=chosen,
        sentences=len(wanted),
        passages=tuple(
            reader.index.span(span.row, span.start, span.end, 0.0) for span in wanted[:SHOWN]
        ),
        places=_places(reader, wanted),
    )


def by_year(reader: Reader, words: str) -> dict[str, list[Span]]:
    """For every year of the documents its sentences, in reading order."""
    of_document = {reader.index.number(one.path): year_of(one) for one in reader.documents}
    spans: dict[str, list[Span]] = {year: [] for year in of_document.values()}
    wanted = normalise(words).split()
    for row, text in enumerate(reader.whole.plain_sentences if wanted else ()):
        if all(word in text for word in wanted):
            span = reader.sentence_span(row)
            if span.document in of_document:
                spans[of_document[span.document]].append(span)
    return spans


def _places(reader: Reader, spans: list[Span]) -> tuple[Places, ...]:
    of_document: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for span in spans:
        of_document[span.document].append((span.start, span.end))
    most = sorted(of_document, key=lambda number: -len(of_document[number]))[:STRIPS]
    documents = reader.index.documents
    return tuple(
        Places(one.path, one.title, len(one.text), tuple(of_document[number]))
        for number, one in ((number, documents[number]) for number in sorted(most))
    )


def subject(reader: Reader, question: str) -> str:
    """What a question is about: the most telling of its stretches that a document writes."""
    rarity = reader.index.rarity
    plain = normalise(question)[:QUESTION_CHARACTERS]
    stretches = {
        _written(reader, part[start:])
        for part in between_asking(_SIDES.sub("?", plain))
        for start in range(len(part))
    }
    telling = {one: sum(map(rarity, terms(one))) for one in sorted(stretches) if len(one) > 1}
    return max(telling, key=telling.__getitem__, default="")


def _written(reader: Reader, text: str) -> str:
    """As much of the beginning of the text as a document writes in a sentence."""
    length = 0
    while length < len(text) and text[: length + 1] in reader.plain_text:
        length += 1
    return text[:length]
