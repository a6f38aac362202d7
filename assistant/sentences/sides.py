"""Asked who is for or against something, or for a view on it: what tells, what tells otherwise."""

from __future__ import annotations

import re
from collections.abc import Collection

import numpy as np

from assistant.query.question import Kind, Question, shared
from assistant.query.stance import is_opposed, names_unwritten, stance, takes, viewed
from assistant.register import spelt_out
from assistant.sentences.enumerated import ASKS
from assistant.sentences.evidence import Evidence, Which
from assistant.sentences.quotes import Span
from assistant.sentences.reader import Reader
from assistant.sentences.speech import SPEECH_CHARS
from index.matching import normalise

# Of the pairs of characters of what one's view on, or whose side, is asked.
SPOKEN_OF, HARDLY_OF = 0.5, 0.25
NEAR_CHARS = 200  # before a sentence; 对此表示反对 is said of what stands there
_OF_VIEWS = re.compile("声音|意见|观点|看法|态度|各方|争议|讨论|发言|反对|支持|赞成")


def of_sides(reader: Reader, question: Question, evidence: Evidence) -> tuple[Which, Which]:
    """Where it is asked who is for or against something: the sentences in which somebody takes that
    side, and those that take the other one, or none.
    """
    asked = stance(question.plain)
    if asked is None:
        return evidence.none, evidence.none
    unwritten = not asked.apart and names_unwritten(asked.thing, reader.plain_text)
    if unwritten and not asked.other:
        return evidence.none, ~evidence.none
    surnames = {person.name[0] for person in reader.people(question.text)}
    said = [
        (_spelt_out(reader, surnames, text), _on_what(reader, span))
        for span, text in reader.sentences(evidence)
    ]
    with_it = np.array([asked.other is None and takes(asked, *one) for one in said])
    opposed = np.array([is_opposed(asked, *one) for one in said])
    if question.kind is Kind.NUMBER or (asked.apart and not with_it.any()):  # 一成的人反对
        near = [shared(text + before, asked.thing) >= HARDLY_OF for text, before in said]
        sides = [asked.strict.search(text) is not None for text, _ in said]
        opposed &= ~(np.array(near) & np.array(sides))
    return with_it, opposed


def _spelt_out(reader: Reader, surnames: Collection[str], text: str) -> str:
    """The text with the full name for 聂院长, where somebody of that surname is asked about."""
    return spelt_out(reader.register, text) if any(one in text for one in surnames) else text


def of_views(
    reader: Reader, question: Question, names: Collection[str], evidence: Evidence
) -> tuple[Which, Which]:
    """Where somebody's view on something is asked, and the sentences speak of it, those that are
    on it, and those that are not: the rest of what somebody says is no answer.
    """
    thing = viewed(question.plain)
    if not (names and thing and any(shared(text, thing) >= SPOKEN_OF for text in evidence.texts)):
        return evidence.none, evidence.none
    said = ((text, _led_by(reader, span, names)) for span, text in reader.sentences(evidence))
    on_it = np.array([shared(text + led_by, thing) for text, led_by in said])
    return on_it >= SPOKEN_OF, on_it < HARDLY_OF


def _led_by(reader: Reader, span: Span, names: Collection[str]) -> str:
    """What tells what the sentence is on: its section, a question before it, what stands before it
    in its paragraph, from where one of the names does.
    """
    text = reader.document(span).text
    before = text[max(span.start - SPEECH_CHARS, 0) : span.start].split("\n")
    asked = next((line for line in reversed(before) if ASKS.search(line)), "")
    begins = max(before[-1].rfind(name) for name in names)
    named = {one.name for one in reader.people(reader.said(span))} & set(names)
    told = "" if named else before[-1][max(begins, 0) :]
    return normalise(f"{reader.section(span)}\n{asked}\n{told}")


def _on_what(reader: Reader, span: Span) -> str:
    """What tells what the sentence is on: its paragraph so far; for the first of a paragraph its
    section, or the title where that says but 各方意见, and the text above.
    """
    document, section = reader.document(span), reader.section(span)
    text = document.text
    if (paragraph := reader.so_far(span)).strip():
        return normalise(paragraph)
    named = section if section and not _OF_VIEWS.search(section) else f"{document.title}{section}"
    heading = section.rpartition(" > ")[2]
    above = text.rfind(heading, 0, span.start) if heading else 0
    begins = max(above, span.start - NEAR_CHARS, 0)
    return normalise(f"{named}\n{text[begins : span.start]}")
