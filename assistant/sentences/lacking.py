"""What the sentences found lack although the question is about it: a year, a place, a person…"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

import numpy as np
from numpy.typing import NDArray

from assistant.query import goods
from assistant.query.question import Kind, Question
from assistant.query.timing import (
    COMPARES,
    is_of_several_years,
    of_another_month,
    of_another_round,
    of_another_session,
    of_another_year,
    years_asked,
)
from assistant.sentences.choose import Ranked, choose
from assistant.sentences.enumerated import replied
from assistant.sentences.evidence import FEATURES, Evidence, Which
from assistant.sentences.motions import Motion, Told
from assistant.sentences.particulars import MONEY
from assistant.sentences.quotes import Span
from assistant.sentences.ranker import Lack
from assistant.sentences.reader import Reader, names_whom
from assistant.sentences.speech import PRONOUN, label_of
from assistant.sentences.whereabouts import lacks_place
from corpus import Document, flat
from index.matching import normalise
from index.titles import document_years, without_document, year_of

_MONEY = re.compile(MONEY)
FAR = 2.0  # ranker points
_WROTE_DOWN = re.compile("记者|通讯员|编辑|整理|摄影|联系人")  # what others say
HEAD_CHARS = 200  # of a document, where it says whose it is
POST_CHARS = 10  # in front of a name


def of_other_years(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """Those that are of years, months, rounds or sessions, but of none that is asked about."""
    plain, figure = question.plain, question.kind is Kind.NUMBER
    fact = without_document(question.text)
    other = np.array(
        [
            (figure and (of_another_month(plain, text) or is_of_several_years(fact, text)))
            or of_another_round(plain, text)
            or of_another_session(plain, text, reader.document(span).title)
            for span, text in reader.sentences(evidence)
        ]
    )
    if not (asked := years_asked(question.text) - set(document_years(question.text))):
        return other
    others = [
        of_another_year(
            text,
            f"{reader.section(span)}\n{_before(reader, span)}",
            asked,
            year_of(reader.document(span)),
            compares=COMPARES.search(plain) is not None or not question.is_chinese,
        )
        for span, text in reader.sentences(evidence)
    ]
    return other | np.array(others, dtype=np.bool_)


def by_others(reader: Reader, names: Collection[str], evidence: Evidence) -> Which:
    """Where somebody is asked about, those that neither name nor quote them."""

    def is_theirs(row: int) -> bool:
        span, text = reader.sentence_span(row), normalise(reader.index.sentence(row))
        path = reader.document(span).path
        # 他, after the name: it goes on about them.
        before = _before(reader, span)
        said = _plain(before + text if PRONOUN.search(text) else text)
        spoken = {_plain(one.name) for one in reader.speakers(span)}
        whose = _plain(label_of(reader, span))
        if whose.startswith(("答", "回答")):  # whom the interview is with, its title says
            whose += _plain(reader.document(span).title)
        # She, in a portrait of her that names nobody else so far
        if PRONOUN.search(text) and not reader.people(reader.so_far(span) + text):
            whose += _plain(reader.document(span).title)
        if any(
            name in spoken or names_whom(said, name) or names_whom(whose, name) for name in names
        ):
            return True
        theirs = (one for one in moved if one.document == path and one.is_theirs(span.start))
        if not spoken and any(_is_within(reader, span, one) for one in theirs):
            return True
        if not spoken and path in signed:
            return True
        # What names nobody goes on about whom its paragraph did.
        last = "" if reader.people(text) else _last_named(reader, reader.so_far(span))
        if any(name in _plain(last) for name in names):
            return True
        # 聂院长, whose full name stands elsewhere
        by_title = any(name[0] in said for name in names) and reader.people(said)
        if any(_plain(one.name) in names for one in by_title or ()):
            return True
        return any(map(is_theirs, replied(reader.index, row)[:1]))  # a question put to them

    if not names:
        return np.zeros(len(evidence.rows), dtype=bool)
    names = [_plain(name) for name in names]
    found = (reader.index.documents[at] for at in set(reader.index.owners[evidence.rows].tolist()))
    listing = {one.document for one in reader.motions}
    signed = {one.path for one in found if one.path not in listing and _is_by(one, names)}
    moved = [one for one in reader.motions if any(names_whom(one.movers, name) for name in names)]
    return np.array([not is_theirs(int(row)) for row in evidence.rows])


def _is_by(document: Document, names: Collection[str]) -> bool:
    """Whether a line at its head ends with one of the names: 国务院总理　李强."""
    head = (one for one in document.text[:HEAD_CHARS].splitlines() if not _WROTE_DOWN.search(one))
    return any(
        line.endswith(name) and len(line) <= len(name) + POST_CHARS
        for line in map(_plain, head)
        for name in names
    )


def _is_within(reader: Reader, span: Span, motion: Motion) -> bool:
    """Whether the sentence is of that motion: the only one of its document, or below its heading.
    Behind the last of a list what others say may follow.
    """
    if sum(one.document == motion.document for one in reader.motions) == 1:
        return True
    mover = next(start for told, start, _ in motion.lines if told is Told.MOVER)
    line = reader.sentences_of(motion.document, mover, mover + 1)[0]
    return reader.section(line) == reader.section(span)


def _last_named(reader: Reader, text: str) -> str:
    """The person named last in the text; empty where nobody is."""
    people = {one.name: text.rfind(one.name) for one in reader.people(text)}
    return max(people, key=people.__getitem__, default="")


def _plain(text: str) -> str:
    """As names are compared: 李　强 and 陳建國, too."""
    return flat(normalise(text))


def lack(
    reader: Reader,
    question: Question,
    ranked: Ranked,
    learned: NDArray[np.float64],
    asking: Which,
    amiss: Mapping[Lack, Which],
) -> Lack | None:
    """What the best sentence lacks. `learned`: the scores before years and people counted;
    `asking`: the sentences that are questions; `amiss`: those that lack something each.

    Where what is likest an answer, and no question itself, lacks something but its side, and the
    best of the rest is far less like one, the documents do not say it of what is asked about.
    """
    best, likest = int(ranked.order[0]), int((learned - FAR * 10 * asking).argmax())
    is_far = learned[best] < learned[likest] - FAR
    for lacking, which in amiss.items():
        if which[best] or (is_far and which[likest] and lacking is not Lack.STANCE):
            return lacking
    if lacks_place(reader, question, ranked.evidence, best):
        return Lack.PLACE
    if _lacks_goods(reader, question, ranked.evidence, best):
        return Lack.GOODS
    return Lack.UNIT if _lacks_unit(reader, question, ranked) else None


def _lacks_unit(reader: Reader, question: Question, ranked: Ranked) -> bool:
    """Asked how many of something, and the best sentence, or for a list none, counts that."""
    if not question.unit:
        return False
    quoted = choose(ranked, question)
    best = ranked.evidence.texts[quoted[0]]
    if question.unit == "元" and _MONEY.search(best):  # 投了46万
        return False
    quoted = quoted if question.wants_list else quoted[:1]
    rows = (int(ranked.evidence.rows[at]) for at in quoted)
    heads = (one for row in rows for one in ranked.evidence.heads.get(row, ()))
    if any(question.unit in reader.index.sentence(one) for one in heads):
        return False
    return not ranked.evidence.features[quoted, FEATURES.index("unit")].any()


def _lacks_goods(reader: Reader, question: Question, evidence: Evidence, at: int) -> bool:
    """Asked about copper, and the sentence is on cobalt, its paragraph so far not on copper, or no
    document is; or for a figure of one kind, and it has that of another.
    """
    plain, sentence = question.plain, evidence.texts[at]
    span = reader.sentence_span(int(evidence.rows[at]))
    above = f"{reader.document(span).title} {reader.section(span)}"
    told = normalise(f"{above} {reader.so_far(span)}") + sentence
    return (
        goods.is_unheard_of(plain, reader.whole.plain_text)
        or goods.is_of_others(plain, sentence, told)
        or (question.kind is Kind.NUMBER and goods.is_of_another_kind(plain, sentence, told))
    )


def _before(reader: Reader, span: Span) -> str:
    """What stands before the sentence in its chunk, and its paragraph."""
    start = int(reader.index.generation.chunks[span.chunk]["start"])
    return reader.document(span).text[min(start, reader.opens(span)) : span.start]
