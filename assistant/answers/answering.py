"""A whole question to the spans that answer it: from the register, or from ranked sentences."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np

from assistant.answers import members
from assistant.answers import people as of_people
from assistant.answers.about import about_document
from assistant.answers.articles import article
from assistant.answers.each_year import each_year
from assistant.answers.found import OF_EACH, Found, Way
from assistant.answers.indicators import by_figures
from assistant.answers.meeting import of_meeting
from assistant.answers.of_motions import of_motion, with_line
from assistant.answers.outline import outline
from assistant.answers.over_years import over_years
from assistant.answers.sections import headed
from assistant.query.question import EACH, Kind, Question, analyse
from assistant.register import Person, Proposal, spelt_out
from assistant.sentences.complete import completed, with_heads
from assistant.sentences.marking import COUNT
from assistant.sentences.quotes import Span, joined
from assistant.sentences.ranker import REFUSE_BELOW
from assistant.sentences.ranking import rank
from assistant.sentences.reader import Reader
from assistant.sentences.speech import named_before

_WAYS = re.compile("办法|对策|做法|思路")  # of two people: what each proposes


def find(reader: Reader, question: Question) -> Found:
    """The spans that answer the question, or none."""
    people = reader.people(question.text)
    return (
        _by(Way.YEARS, over_years(reader, question))
        or _by(Way.INDICATOR, by_figures(reader, question))
        or _by(Way.YEARS, each_year(reader, question))
        or _by(Way.OUTLINE, outline(reader, question))
        or _by(Way.DOCUMENT_HEAD, about_document(reader, question))
        or _by(Way.ARTICLE, article(reader, question))
        or _by(Way.MEETING, of_meeting(reader, question))
        or _by(Way.MOTION, of_motion(reader, question))
        or _by(Way.GROUP, members.of_group(reader, question))
        or _by(Way.SAME_THEME, members.same_theme(reader, question, people))
        or _by(Way.IDENTITY, of_people.identity(reader, question, people))
        or _proposals(reader, question, people)
        or _by(Way.HEADED, headed(reader, question))
        or _by(Way.EACH, _each(reader, question, people))
        or with_line(reader, question, _from_sentences(reader, question, people))
    )


def _proposals(reader: Reader, question: Question, people: Sequence[Person]) -> Found | None:
    """All that somebody proposes; where three are asked for, the sentence that says 三件 if one
    does.
    """
    found = of_people.all_proposals(reader, question, people)
    counted = COUNT.search(question.plain) if found else None
    if counted:
        told = _from_sentences(reader, question, people)
        so_many = re.compile(f"{counted[0][0]}[个件份条项点]")  # 四个建议, and 提了四件。
        if any(so_many.search(reader.said(span)) for span in told.spans[:2]):
            return told
    return _by(Way.PROPOSALS, found)


def _by(way: Way, found: Found | None) -> Found | None:
    return replace(found, way=way) if found else None


def _each(reader: Reader, question: Question, people: Sequence[Person]) -> Found | None:
    """甲和乙分别…: the question asked of each, the answers in reading order."""
    each = {person.name: person for person in people}  # whom several documents name is one
    if len(each) < 2 or not question.compares:
        return None
    spans: set[Span] = set()
    asked = spelt_out(reader.register, question.text)  # 丁代表, too
    proposes = of_people.asks_proposals(question.plain) or _WAYS.search(question.plain)
    for person in each.values():
        others = each.keys() - {person.name}
        found = _from_sentences(reader, analyse(_without(asked, others)), [person])
        said = [
            span
            for row in (reader.proposals(person.name) if proposes or found.spans else ())
            for span in reader.sentences_of(row.document, row.start, row.end)
        ]
        scores = _scores(reader, found)
        said.sort(key=lambda span: -scores.get((span.document, span.start), -np.inf))
        best = [span for span in found.spans[:1] if span not in said]
        spans |= set(joined([*best, *said[:2]], reader.index))  # what others say stays apart
    return Found(tuple(sorted(spans)), OF_EACH) if spans else None


def _scores(reader: Reader, found: Found) -> dict[tuple[int, int], float]:
    """The score of each sentence looked at, by document and start; the higher of two."""
    if found.verdict is None:
        return {}
    ranked = found.verdict.ranked
    rows, scores = ranked.evidence.rows, ranked.scores
    worst_first = ((reader.sentence_span(int(rows[at])), at) for at in ranked.order[::-1])
    return {(span.document, span.start): float(scores[at]) for span, at in worst_first}


def _without(text: str, names: Collection[str]) -> str:
    """甲对丙有什么建议, of 甲和乙对丙各有什么建议."""
    for name in map(re.escape, names):
        text = re.sub(f"(?:[、和与跟同及]{name}|{name}[、和与跟同及]?)", "", text)
    return re.sub(EACH, "", text)


def _from_sentences(reader: Reader, question: Question, people: Sequence[Person]) -> Found:
    verdict = rank(reader, question, people)
    if verdict is None:
        return Found()
    looked = Found(confidence=verdict.judgement.probability, verdict=verdict)
    if looked.confidence < REFUSE_BELOW:
        return looked
    ranked = verdict.ranked
    heads = ranked.evidence.heads
    several = question.wants_list or bool(ranked.alike[ranked.order[:2]].all())
    chosen = completed(reader, question, ranked)
    spans = with_heads(reader, chosen, heads, every_row=several)
    if question.wants_list:
        return replace(looked, spans=tuple(joined(spans, reader.index)))
    if question.kind is not Kind.PERSON:
        return replace(looked, spans=tuple(spans))
    if several and not any(row in heads for row in chosen):
        known = [one for span in spans for one in (*named_before(reader, span), span)]
        return replace(looked, spans=tuple(joined(known, reader.index)))
    return _who_said(reader, looked, spans)


def _who_said(reader: Reader, looked: Found, spans: Sequence[Span]) -> Found:
    """The best of the spans with what introduces whoever says it, then the next."""
    best, *others = spans
    speakers = reader.speakers(best)
    if not speakers:
        return replace(looked, spans=(best, *named_before(reader, best), *others))
    said = joined([best, *_introducing(reader, speakers[0], best)], reader.index)
    # What is said comes first, also where the speaker is introduced before it.
    said.sort(key=lambda span: not span.holds(best))
    more = [one for one in others[:1] if not any(span.holds(one) for span in said)]
    return replace(looked, spans=(*said, *more), named=(speakers[0],))


def _introducing(reader: Reader, row: Proposal, said: Span) -> list[Span]:
    """The sentence that names the speaker, where what is said only has 他."""
    return [] if row.name in reader.said(said) else reader.introduction(row)
