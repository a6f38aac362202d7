"""What the sentences found lack although the question is about it: a year, a place, a person…"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from assistant import goods
from assistant.cells import Which
from assistant.choose import Ranked, choose
from assistant.enumerated import ASKS, replied
from assistant.evidence import FEATURES, Evidence
from assistant.followup import PRONOUN
from assistant.question import Kind, Question
from assistant.quotes import Span
from assistant.ranker import Lack
from assistant.reader import Reader
from assistant.register import spelt_out
from assistant.stance import is_opposed, names_unwritten, shared, stance, takes, viewed
from assistant.timing import (
    is_of_several_years,
    of_another_month,
    of_another_round,
    of_another_session,
    of_another_year,
    years_asked,
)
from assistant.whereabouts import lacks_place
from corpus import flat
from index.matching import normalise
from index.titles import document_years, year_of

SPEECH_CHARS = 2000  # how long somebody speaks in a conversation without a new label
# 问：, 张三委员（某局局长）：, and the like on a line of its own.
_LABEL = re.compile(
    r"^[ \t　>*]*([问答](?=[：:])|(?:[^，。；：！？（\s]|（[^）\n]*）){2,40}(?=[：:])"
    r"|[^，。；：！？（\s]{2,10}（[^（）\n]{4,40}）(?=[ \t　*]*$))",
    re.MULTILINE,
)
# Of the pairs of characters of what one's view on, or whose side, is asked.
SPOKEN_OF, HARDLY_OF = 0.5, 0.25
NEAR_CHARS = 200  # before a sentence; 对此表示反对 is said of what stands there
_OF_VIEWS = re.compile("声音|意见|观点|看法|态度|各方|争议|讨论|发言|反对|支持|赞成")
FAR = 2.0  # ranker points


def each_sentence(reader: Reader, evidence: Evidence) -> Iterator[tuple[Span, str]]:
    """Each sentence with where it stands and its normalised text."""
    places = (reader.sentence_span(int(row)) for row in evidence.rows)
    return zip(places, evidence.texts, strict=True)


def of_other_years(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """Those that are of years, or months, but of none that the question is about."""
    plain, figure = question.plain, question.kind is Kind.NUMBER
    months = np.array(
        [
            (figure and (of_another_month(plain, text) or is_of_several_years(plain, text)))
            or of_another_round(plain, text)
            or of_another_session(plain, text, reader.index.documents[span.document].title)
            for span, text in each_sentence(reader, evidence)
        ]
    )
    if not (asked := years_asked(question.text) - set(document_years(question.text))):
        return months
    documents = reader.index.documents
    others = [
        of_another_year(
            text,
            f"{reader.section(span)}\n{_before(reader, span)}",
            asked,
            year_of(documents[span.document]),
        )
        for span, text in each_sentence(reader, evidence)
    ]
    return months | np.array(others, dtype=np.bool_)


def of_sides(reader: Reader, question: Question, evidence: Evidence) -> tuple[Which, Which]:
    """Where it is asked who is for or against something, those that say so of somebody, and those
    of the other side, or of none.
    """
    asked = stance(question.plain)
    nowhere = np.zeros(len(evidence.rows), dtype=bool)
    if asked is None:
        return nowhere, nowhere
    unwritten = not asked.apart and names_unwritten(asked.thing, reader.plain_text)
    if unwritten and not asked.other:
        return nowhere, ~nowhere
    said = [
        (_spelt_out(reader, question, text), _around(reader, span))
        for span, text in each_sentence(reader, evidence)
    ]
    with_it = np.array([asked.other is None and takes(asked, *one) for one in said])
    opposed = np.array([is_opposed(asked, *one) for one in said])
    if asked.apart and not with_it.any():
        near = [shared(text + before, asked.thing) >= HARDLY_OF for text, before in said]
        sides = [asked.strict.search(text) is not None for text, _ in said]
        opposed &= ~(np.array(near) & np.array(sides))
    return with_it, opposed


def _spelt_out(reader: Reader, question: Question, text: str) -> str:
    """With the full name for 聂院长, where somebody of that surname is asked about."""
    surnames = {person.name[0] for person in reader.people(question.text)}
    return spelt_out(reader.register, text) if any(one in text for one in surnames) else text


def of_views(
    reader: Reader, question: Question, names: Collection[str], evidence: Evidence
) -> tuple[Which, Which]:
    """Where somebody's view on something is asked, and the sentences speak of it, those that are
    on it, and those that are not: the rest of what somebody says is no answer.
    """
    thing = viewed(question.plain)
    if not (names and thing and any(shared(text, thing) >= SPOKEN_OF for text in evidence.texts)):
        return (np.zeros(len(evidence.rows), dtype=bool),) * 2
    said = ((text, _led_by(reader, span, names)) for span, text in each_sentence(reader, evidence))
    on_it = np.array([shared(text + led_by, thing) for text, led_by in said])
    return on_it >= SPOKEN_OF, on_it < HARDLY_OF


def _led_by(reader: Reader, span: Span, names: Collection[str]) -> str:
    """What tells what the sentence is on: its section, a question before it, what stands before it
    in its paragraph, from where one of the names does.
    """
    text = reader.index.documents[span.document].text
    before = text[max(span.start - SPEECH_CHARS, 0) : span.start].split("\n")
    asked = next((line for line in reversed(before) if ASKS.search(line)), "")
    begins = max(before[-1].rfind(name) for name in names)
    named = {one.name for one in reader.people(text[span.start : span.end])} & set(names)
    told = "" if named else before[-1][max(begins, 0) :]
    return normalise(f"{reader.section(span)}\n{asked}\n{told}")


def _around(reader: Reader, span: Span) -> str:
    """What the sentence is on: what stands before it in its paragraph; at the head of one, what
    does in its section, and the heading, that of the document where its own is but 各方意见.
    """
    text = reader.index.documents[span.document].text
    paragraph = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    if paragraph.strip():
        return normalise(paragraph)
    document, section = reader.index.documents[span.document], reader.section(span)
    named = section if section and not _OF_VIEWS.search(section) else f"{document.title}{section}"
    heading = section.rpartition(" > ")[2]
    above = text.rfind(heading, 0, span.start) if heading else 0
    begins = max(above, span.start - NEAR_CHARS, 0)
    return normalise(f"{named}\n{text[begins : span.start]}")


def by_others(reader: Reader, names: Collection[str], evidence: Evidence) -> Which:
    """Where somebody is asked about, those that neither name nor quote them."""

    def is_theirs(row: int) -> bool:
        span, text = reader.sentence_span(row), normalise(reader.index.sentence(row))
        # 他, after the name: it goes on about them.
        before = _before(reader, span)
        said = _plain(before + text if PRONOUN.search(text) else text)
        spoken = {_plain(one.name) for one in reader.speakers(span)}
        label = _plain(_label(reader, span))
        if label.startswith(("答", "回答")):  # whom the interview is with, its title says
            label += _plain(reader.index.documents[span.document].title)
        if any(name in said or name in spoken or name in label for name in names):
            return True
        # What names nobody goes on about whom its paragraph did.
        last = "" if reader.people(text) else _last_named(reader, before.rpartition("\n")[2])
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
    return np.array([not is_theirs(int(row)) for row in evidence.rows])


def _last_named(reader: Reader, text: str) -> str:
    """The person named last in the text; empty where nobody is."""
    people = {one.name: text.rfind(one.name) for one in reader.people(text)}
    return max(people, key=people.__getitem__, default="")


def _plain(text: str) -> str:
    """As names are compared: 李　强 and 陳建國, too."""
    return flat(normalise(text))


def _label(reader: Reader, span: Span) -> str:
    """张三：, **张三委员（某局局长）**：, or a heading: whose words the lines below are."""
    document = reader.index.documents[span.document]
    start = max(0, span.start - SPEECH_CHARS)
    labels = _LABEL.findall(document.text, start, span.end)
    return (labels[-1] if labels else "") + reader.section(span)


def lack(
    reader: Reader,
    question: Question,
    ranked: Ranked,
    learned: NDArray[np.float64],
    amiss: Mapping[Lack, Which],
) -> Lack | None:
    """What the best sentence lacks. `learned`: the scores before years and people counted;
    `amiss`: the sentences that lack something each.

    Where what is likest an answer, and no question itself, is of other years, or by others, and
    the best of the rest is far less like one, the documents do not say it of what is asked about.
    """
    rows = map(int, ranked.evidence.rows)
    asked_back = np.array([ASKS.search(reader.index.sentence(row)) is not None for row in rows])
    best, likest = int(ranked.order[0]), int((learned - FAR * 10 * asked_back).argmax())
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
    quoted = quoted if question.wants_list else quoted[:1]
    rows = (int(ranked.evidence.rows[at]) for at in quoted)
    heads = (ranked.evidence.heads[row] for row in rows if row in ranked.evidence.heads)
    if any(question.unit in reader.index.sentence(head) for head in heads):
        return False
    return not ranked.evidence.features[quoted, FEATURES.index("unit")].any()


def _lacks_goods(reader: Reader, question: Question, evidence: Evidence, at: int) -> bool:
    """Asked about copper, and the sentence is on cobalt, its paragraph so far not on copper."""
    plain, sentence = question.plain, evidence.texts[at]
    passage = reader.index.passage(evidence.hits[evidence.hit[at]])
    before = _before(reader, reader.sentence_span(int(evidence.rows[at])))
    paragraph = before.rpartition("\n")[2]
    told = normalise(f"{passage.title} {passage.section} {paragraph}") + sentence
    return goods.is_of_others(plain, sentence, told)


def _before(reader: Reader, span: Span) -> str:
    """What stands before the sentence in its chunk, and its paragraph."""
    text = reader.index.documents[span.document].text
    start = int(reader.index.generation.chunks[span.chunk]["start"])
    return text[min(start, text.rfind("\n", 0, span.start) + 1) : span.start]
