"""A whole question to the spans that answer it: from the register, or from ranked sentences."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np

from assistant import members
from assistant import people as of_people
from assistant.about import about_document
from assistant.choose import FACT_CHARS, LIST_CHARS, Ranked, choose
from assistant.enumerated import announced, goes_on, paragraph, replied
from assistant.followup import PRONOUN
from assistant.found import Found, Way
from assistant.meeting import of_meeting
from assistant.of_motions import of_motion
from assistant.question import EACH, Kind, Question, analyse
from assistant.quotes import Span, joined
from assistant.ranker import REFUSE_BELOW
from assistant.ranking import rank
from assistant.reader import Reader
from assistant.register import Person, Proposal
from assistant.sections import headed
from assistant.signs import REASON


def find(reader: Reader, question: Question) -> Found:
    """The spans that answer the question, or none."""
    people = reader.people(question.text)
    return (
        _by(Way.DOCUMENT_HEAD, about_document(reader, question))
        or _by(Way.MEETING, of_meeting(reader, question))
        or _by(Way.MOTION, of_motion(reader, question))
        or _by(Way.GROUP, members.of_group(reader, question))
        or _by(Way.SAME_THEME, members.same_theme(reader, question, people))
        or _by(Way.IDENTITY, of_people.identity(reader, question, people))
        or _by(Way.PROPOSALS, of_people.all_proposals(reader, question, people))
        or _by(Way.HEADED, headed(reader, question))
        or _by(Way.EACH, _each(reader, question, people))
        or _from_sentences(reader, question, people)
    )


def _by(way: Way, found: Found | None) -> Found | None:
    return replace(found, way=way) if found else None


def _each(reader: Reader, question: Question, people: Sequence[Person]) -> Found | None:
    """甲和乙分别…: the question asked of each, the answers in reading order."""
    if len(people) < 2 or not question.compares:
        return None
    spans: list[Span] = []
    for person in people:
        others = {other.name for other in people if other.name != person.name}
        found = _from_sentences(reader, analyse(_without(question.text, others)), [person])
        said = [
            span
            for row in reader.proposals(person.name)
            for span in reader.sentences_of(row.document, row.start, row.end)
        ]
        scores = _scores(reader, found)
        said.sort(key=lambda span: -scores.get((span.document, span.start), -np.inf))
        spans += [span for span in found.spans[:1] if span not in said][:1] + said[:2]
    return Found(tuple(joined(spans, reader.index)), 0.8) if spans else None


def _scores(reader: Reader, found: Found) -> dict[tuple[int, int], float]:
    """Of each sentence looked at, by its document and start; the highest, where it came twice."""
    if found.ranked is None:
        return {}
    rows, scores = found.ranked.evidence.rows, found.ranked.scores
    worst_first = ((reader.sentence_span(int(rows[at])), at) for at in found.ranked.order[::-1])
    return {(span.document, span.start): float(scores[at]) for span, at in worst_first}


def _without(text: str, names: Collection[str]) -> str:
    """甲对丙有什么建议, of 甲和乙对丙各有什么建议."""
    for name in names:
        text = re.sub(f"(?:[、和与跟同及]{name}|{name}[、和与跟同及]?)", "", text)
    return re.sub(EACH, "", text)


def _from_sentences(reader: Reader, question: Question, people: Sequence[Person]) -> Found:
    ranked, judgement = rank(reader, question, people)
    if ranked is None or judgement is None:
        return Found()
    looked = Found(confidence=judgement.probability, ranked=ranked, judgement=judgement)
    if looked.confidence < REFUSE_BELOW:
        return looked
    chosen = {
        int(ranked.evidence.rows[at]): float(ranked.scores[at]) for at in choose(ranked, question)
    }
    chosen = _replies(reader, question, ranked, chosen)
    chosen = _with_whole_list(reader, question, chosen)
    chosen = _with_reason(reader, question, chosen)
    chosen = _with_their_text(reader, chosen)
    heads = ranked.evidence.heads
    several = question.wants_list or bool(ranked.alike[ranked.order[:2]].all())
    spans = _with_heads(reader, chosen, heads, every_row=several)
    if question.wants_list:
        return replace(looked, spans=tuple(joined(spans, reader.index)))
    if question.kind is Kind.PERSON and several and not heads:
        known = [one for span in spans for one in (*_named_before(reader, span), span)]
        return replace(looked, spans=tuple(joined(known, reader.index)))
    speakers = reader.speakers(spans[0])
    if question.kind is Kind.PERSON and not speakers:
        spans[1:1] = _named_before(reader, spans[0])
    elif question.kind is Kind.PERSON:
        said = joined([spans[0], *_introducing(reader, speakers[0], spans[0])], reader.index)
        # What is said comes first, also where the speaker is introduced before it.
        said.sort(key=lambda span: not span.holds(spans[0]))
        more = [one for one in spans[1:2] if not any(span.holds(one) for span in said)]
        return replace(looked, spans=(*said, *more), named=(speakers[0],))
    return replace(looked, spans=tuple(spans))


def _replies(
    reader: Reader, question: Question, ranked: Ranked, chosen: dict[int, float]
) -> dict[int, float]:
    """With what is said to the question that a document asks, 记者：为什么？, instead of it: all of
    it, its first paragraph, or, where that is too long, the likest sentence of it.
    """
    index = reader.index
    result: dict[int, float] = {}
    for row, score in chosen.items():
        said = replied(index, row)
        most = LIST_CHARS if question.wants_list else FACT_CHARS
        fitting = (rows for rows in (said, paragraph(index, said)) if _chars(reader, rows) <= most)
        likest = [int(one) for one in ranked.evidence.rows[ranked.order] if int(one) in said]
        whole = question.wants_list or question.kind in (Kind.REASON, Kind.MEASURE)
        told = (next(fitting, []) if whole else []) or [*likest, *said][:1]
        if not told or (len(told) > 1 and announced(index, told[0])):
            told = told[:1]
        for one in told or [row]:
            result.setdefault(one, score)
    return result


def _chars(reader: Reader, rows: Collection[int]) -> int:
    return sum(one.end - one.start for one in map(reader.sentence_span, rows))


def _with_whole_list(
    reader: Reader, question: Question, chosen: dict[int, float]
) -> dict[int, float]:
    """With the rest of the list that the best sentence announces: 原因有三条 is no answer.

    Where a list is asked for, also of one that it is an item of, or that a heading announces.
    """
    if not question.wants_list and question.kind not in (Kind.REASON, Kind.MEASURE):
        return chosen
    best, heading = next(iter(chosen)), reader.index.generation.sentences["heading"]
    heads = [best, *(row for row in chosen if heading[row])] if question.wants_list else [best]
    found = next(filter(None, (announced(reader.index, row) for row in heads)), [])
    too_long = _chars(reader, {best, *found}) > LIST_CHARS
    if not found or too_long or not (question.wants_list or found[0] == best):
        return chosen
    rest = {row: chosen[best] for row in found if row not in chosen}
    return chosen | rest if question.wants_list else {best: chosen[best]} | rest


_POINTS_BACK = re.compile(r"\W*(?:这|此|因此|所以|为此|正因|由此|于是|据此)")
_GIVES_REASON = re.compile(rf"{REASON.pattern}|^\W*“|否则|不然|毕竟|就会|只会|容易|意味着")


def _with_reason(reader: Reader, question: Question, chosen: dict[int, float]) -> dict[int, float]:
    """Asked why, also with the sentence before or behind that tells it, where the best points there
    or tells none: 这也是……的原因; 她反对考核数量。“考数量，就会有人凑数。”
    """
    best, index = next(iter(chosen)), reader.index
    said = index.sentence(best)
    if question.kind is not Kind.REASON:
        return chosen
    if _POINTS_BACK.match(said):
        beside = best - 1 if goes_on(index, best) else best
    else:
        told = REASON.search(said) or not goes_on(index, best + 1)
        beside = best if told or not _GIVES_REASON.search(index.sentence(best + 1)) else best + 1
    return {best: chosen[best], beside: chosen[best]} | chosen


def _with_their_text(reader: Reader, chosen: Mapping[int, float]) -> dict[int, float]:
    """Without the headings of sections, but for the best sentence, of which nothing is quoted."""
    heading, best = reader.index.generation.sentences["heading"], next(iter(chosen))
    bare = {
        row
        for row in chosen
        if heading[row]
        and row != best
        and row + 1 not in chosen
        # the lines at the head of a document stand in no section
        and reader.section(reader.sentence_span(row))
    }
    return {row: score for row, score in chosen.items() if row not in bare}


def _with_heads(
    reader: Reader, chosen: Mapping[int, float], heads: Mapping[int, int], *, every_row: bool
) -> list[Span]:
    """The whole sentences; the first row chosen of a table, or every one, with the head behind."""
    rows: dict[int, float] = {}
    for row, score in chosen.items():
        head = heads.get(row)
        if head is None or every_row or head not in rows:
            for part in reader.parts(row):
                rows.setdefault(part, score)
        if head is not None:
            rows.setdefault(head, score)
    return [reader.sentence_span(row, score) for row, score in rows.items()]


def _named_before(reader: Reader, span: Span) -> list[Span]:
    """The sentence that opens the paragraph, where this one says 她, and names nobody itself."""
    document = reader.index.documents[span.document]
    said = document.text[span.start : span.end]
    if not PRONOUN.search(said) or reader.people(said):
        return []
    opens = document.text.rfind("\n", 0, span.start) + 1
    first = reader.sentences_of(document.path, opens, opens + 1)[:1]
    return [one for one in first if one.start < span.start]


def _introducing(reader: Reader, row: Proposal, said: Span) -> list[Span]:
    """The sentence that names the speaker, where what is said only has 他."""
    document = reader.index.documents[said.document]
    if row.name in document.text[said.start : said.end]:
        return []
    return reader.sentences_of(row.document, row.introduced_start, row.introduced_end)[:1]
