"""A whole question to the spans that answer it: from the register, or from ranked sentences."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np

from assistant import members
from assistant import people as of_people
from assistant.about import about_document
from assistant.complete import completed, with_heads
from assistant.english import asks_for_speakers
from assistant.followup import PRONOUN
from assistant.found import OF_EACH, Found, Way
from assistant.lacking import NO_SPEAKER
from assistant.meeting import of_meeting
from assistant.of_motions import of_motion
from assistant.question import EACH, Kind, Question, analyse
from assistant.quotes import Span, joined
from assistant.ranker import REFUSE_BELOW
from assistant.ranking import rank
from assistant.reader import Reader
from assistant.register import Person, Proposal, spelt_out
from assistant.register.labels import ASKING
from assistant.register.names import is_name
from assistant.sections import headed, parts
from corpus.lines import is_salutation, names_speaker

_POST = re.compile("[（(][^（）()\n]{2,40}[）)](?=[：:])")
# 张三：, **张三（某局局长）**, or 【张三】 before what he says.
_LABEL_ALONE = re.compile(
    r"^(?:[^，。；：！？:\s][^，。；：！？:\n]{0,19}(?:（[^（）\n]{2,40}）)?：(?=[ \t]*$)"
    r"|[ 　*]*(?P<posted>[^，。；：！？（\s*]{2,8})（[^（）\n]{4,40}）(?=[ 　*]*$)"
    r"|【(?P<framed>[^】\d，。]{2,8})】)",
    re.MULTILINE,
)


def find(reader: Reader, question: Question) -> Found:
    """The spans that answer the question, or none."""
    people = reader.people(question.text)
    return (
        _by(Way.HEADED, parts(reader, question))
        or _by(Way.DOCUMENT_HEAD, about_document(reader, question))
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
    each = {person.name: person for person in people}  # whom several documents name is one
    if len(each) < 2 or not question.compares:
        return None
    spans: set[Span] = set()
    asked = spelt_out(reader.register, question.text)  # 丁代表, too
    proposes = of_people.asks_proposals(question.plain)
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
    """Of each sentence looked at, by its document and start; the highest, where it came twice."""
    if found.ranked is None:
        return {}
    rows, scores = found.ranked.evidence.rows, found.ranked.scores
    worst_first = ((reader.sentence_span(int(rows[at])), at) for at in found.ranked.order[::-1])
    return {(span.document, span.start): float(scores[at]) for span, at in worst_first}


def _without(text: str, names: Collection[str]) -> str:
    """甲对丙有什么建议, of 甲和乙对丙各有什么建议."""
    for name in map(re.escape, names):
        text = re.sub(f"(?:[、和与跟同及]{name}|{name}[、和与跟同及]?)", "", text)
    return re.sub(EACH, "", text)


def _from_sentences(reader: Reader, question: Question, people: Sequence[Person]) -> Found:
    ranked, judgement = rank(reader, question, people)
    if ranked is None or judgement is None:
        return Found()
    looked = Found(confidence=judgement.probability, ranked=ranked, judgement=judgement)
    if looked.confidence < REFUSE_BELOW:
        return looked
    heads = ranked.evidence.heads
    several = question.wants_list or bool(ranked.alike[ranked.order[:2]].all())
    chosen = completed(reader, question, ranked)
    spans = with_heads(reader, chosen, heads, every_row=several)
    if asks_for_speakers(question.text) and (said := _by_speakers(reader, spans)):
        return replace(looked, spans=tuple(joined(said, reader.index)))
    if question.wants_list:
        return replace(looked, spans=tuple(joined(spans, reader.index)))
    if question.kind is not Kind.PERSON:
        return replace(looked, spans=tuple(spans))
    if several and not any(row in heads for row in chosen):
        known = [one for span in spans for one in (*_named_before(reader, span), span)]
        return replace(looked, spans=tuple(joined(known, reader.index)))
    return _who_said(reader, looked, spans)


def _who_said(reader: Reader, looked: Found, spans: Sequence[Span]) -> Found:
    """The best of the spans with what introduces whoever says it, then the next."""
    best, *others = spans
    speakers = reader.speakers(best)
    if not speakers:
        return replace(looked, spans=(best, *_named_before(reader, best), *others))
    said = joined([best, *_introducing(reader, speakers[0], best)], reader.index)
    # What is said comes first, also where the speaker is introduced before it.
    said.sort(key=lambda span: not span.holds(best))
    more = [one for one in others[:1] if not any(span.holds(one) for span in said)]
    return replace(looked, spans=(*said, *more), named=(speakers[0],))


def _by_speakers(reader: Reader, spans: Sequence[Span]) -> list[Span]:
    """Those of the spans in which somebody of the register speaks, with what introduces them."""
    said = []
    for span in spans:
        if rows := reader.speakers(span):
            said += [span, *_introducing(reader, rows[0], span)]
    return said


def _named_before(reader: Reader, span: Span) -> list[Span]:
    """The sentence that opens the paragraph, where this one names nobody itself and says 她, or
    that one is headed by who speaks: 张三：……; else the line above that says who does.
    """
    said, opens = reader.said(span), reader.opens(span)
    if reader.people(said):
        return []
    first = reader.sentences_of(reader.document(span).path, opens, opens + 1)[:1]
    if PRONOUN.search(said) or any(_labels_speech(reader.said(one)) for one in first):
        return [one for one in first if one.start < span.start]
    return _label_above(reader, span)


def _labels_speech(said: str) -> bool:
    label = _POST.sub("", said, 1)  # 张三（某局局长）：
    return names_speaker(label) and not NO_SPEAKER.search(label.partition("：")[0])


def _label_above(reader: Reader, span: Span) -> list[Span]:
    """张三： on a line of its own, the last above the sentence, and in its section."""
    document = reader.document(span)
    every = _LABEL_ALONE.finditer(document.text, 0, span.start)
    labels = [
        label
        for label in every
        if is_name(label["posted"] or label["framed"] or "") or _labels_speech(label[0])
    ]
    if not labels or ASKING.search(labels[-1][0]) or is_salutation(labels[-1][0]):
        return []
    start = labels[-1].start()
    above = reader.sentences_of(document.path, start, start + 1)[:1]
    below = reader.section(span)  # which the label may head
    return [one for one in above if reader.section(one) == below or reader.said(one) in below]


def _introducing(reader: Reader, row: Proposal, said: Span) -> list[Span]:
    """The sentence that names the speaker, where what is said only has 他."""
    if row.name in reader.said(said):
        return []
    return reader.sentences_of(row.document, row.introduced_start, row.introduced_end)[:1]
