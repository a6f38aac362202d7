"""What the documents of each of several years say of something, year by year."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answers.found import AS_CALLED, Found
from assistant.query.question import Question, analyse, half_told
from assistant.query.years import said_by_year
from assistant.sentences.quotes import Span
from assistant.sentences.ranking import rank
from assistant.sentences.reader import Reader
from assistant.types import Said
from index.matching import normalise

FEW_YEARS = 4  # of which two sentences each are quoted
SURE = 0.85  # probability for a sentence that has not even half of the words


def each_year(reader: Reader, question: Question) -> Found | None:
    """The best sentences of each year; None where that is not asked, or of no documents."""
    asked = said_by_year(question.text)
    if asked is None:
        return None
    most = 2 if len(asked.years) <= FEW_YEARS else 1
    of_year = {year: [*_said(reader, asked.topic, year)][:most] for year in asked.years}
    untold = [year for year, spans in of_year.items() if not spans]
    if len(untold) == len(of_year):
        return Found() if {*asked.years} <= {*reader.years.values()} else None
    lead = Said(sentence="unsaid_years", fields={"years": "、".join(untold)}) if untold else None
    return Found(tuple(span for spans in of_year.values() for span in spans), AS_CALLED, lead=lead)


def _said(reader: Reader, topic: str, year: str) -> Iterator[Span]:
    """The sentences of that year with the words, or else with half of them; where no document has
    the words, the best one if that is sure.
    """
    paths = [path for path, of in reader.years.items() if of == year]
    verdict = rank(reader.within(paths), analyse(f"{topic}怎么说？"), ()) if paths else None
    if verdict is None:
        return
    name, ranked = normalise(topic), verdict.ranked
    rows = [int(ranked.evidence.rows[at]) for at in ranked.order]
    sentences = [row for row in rows if not reader.index.is_heading(row)]
    said = reader.whole.plain_sentences
    telling = [row for row in sentences if name in said[row]]
    telling = telling or [row for row in sentences if half_told(name, said[row])]
    if (
        not telling
        and name not in reader.whole.plain_text
        and verdict.judgement.probability >= SURE
    ):
        telling = sentences[:1]
    yield from map(reader.sentence_span, telling)
