"""Which figures of the register are those of an indicator that a question asks for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from assistant.query.indicator import (
    Indicator,
    called,
    in_short,
    indicator,
    is_growth,
    is_set,
    says_growth,
)
from assistant.query.question import Question, half_told
from assistant.register import Figure, Value, sense, sums_years, values
from assistant.sentences.evidence import Evidence, Which
from assistant.sentences.quotes import Span
from assistant.sentences.reader import Reader
from index.matching import normalise

BRIEF = 3  # characters of a name half of which says too little
KNOWN = 3  # years with figures: what documents tell so often they call by its name


def indicator_asked(reader: Reader, question: Question) -> Indicator | None:
    """See `indicator`; of one of the places that documents are of."""
    return indicator(question, reader.places_named(question.plain))


def rows(reader: Reader, asked: Indicator) -> list[Figure]:
    """All figures of what is called so or, where none is, of what is in short: of any year, by how
    much it grew as well as how much it is, aimed at or not.
    """
    figures, places = reader.register.figures, reader.whole.places
    if asked.of_nation or asked.place:
        figures = tuple(row for row in figures if places[row.document] == asked.place)
    found = [row for row in figures if called(row.subject) == asked.name]
    found = found or [row for row in figures if asked.name in in_short(row.subject)]
    named = {(row.document, row.sentence_start) for row in found}
    grown = (row for row in figures if (row.document, row.sentence_start) in named)
    return found + [row for row in grown if is_growth(row.subject)]


def told(reader: Reader, asked: Indicator, figures: Iterable[Figure]) -> list[Value]:
    """Values that say what is asked, growth or amount, of a year each; of many years not both."""
    every = list(values(figures, reader.years))
    meant = [one for one in every if is_meant(one.figure, asked)]
    if asked.year and asked.either:
        return [one for one in every if sense(one.figure.qualifier) in ("change", "level")]
    return meant or (every if asked.either else [])


def years_meant(reader: Reader, asked: Indicator) -> tuple[str, ...]:
    """The years asked for; of 近三年 the last that documents may tell of; none for every year."""
    if not asked.newest:
        return asked.years
    last = reader.newest_year
    return tuple(map(str, range(last - asked.newest, last + 1)))


def of_other_figures(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """Those that tell the indicator asked about of other years only, or its aim for what came of
    it, its growth over years for that of one; and those on something else, where the documents
    tell it of many years.
    """
    asked = indicator_asked(reader, question)
    years = years_meant(reader, asked) if asked else ()
    if asked is None or not years:
        return evidence.none
    figures = rows(reader, asked)
    is_known = len({one.year for one in told(reader, asked, figures)}) >= KNOWN
    others = {row.subject for row in figures if len(row.subject) > BRIEF}
    names = {asked.words, *others} if is_known else set()
    by_document = defaultdict[str, list[Figure]](list)
    for row in figures:
        by_document[row.document].append(row)

    def may_answer(row: Figure) -> bool:
        if sense(row.qualifier) == "longer" or (is_known and sums_years(row)):
            return False
        if asked.grew and not is_meant(row, asked):  # how much there is says the next number, too
            return False
        # What is told of this year in its report is hardly all done yet.
        may_be_aim = asked.aims and row.year == "今年"
        either = may_be_aim or is_set(row.subject)
        return all(
            # Of a year to come there is nothing but aims.
            one.year in years
            and (either or one.planned is asked.aims or int(one.year) > reader.newest_year > 0)
            for one in values([row], reader.years)
        )

    def is_one(span: Span, text: str) -> bool:
        own = by_document[reader.document(span).path]
        if here := [row for row in own if span.start <= row.start < span.end]:
            return not any(map(may_answer, here))
        return bool(names) and not any(half_told(normalise(name), text) for name in names)

    return reader.those(evidence, is_one)


def is_meant(row: Figure, asked: Indicator) -> bool:
    """Whether it says by how much it grew in a year, or else how much it is, as is asked."""
    meant = sense(row.qualifier)
    grew = meant == "change" or (meant == "level" and says_growth(row.subject))
    return meant in ("change", "level") and grew is asked.grew
