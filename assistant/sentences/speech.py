"""Whose words a sentence is: the label above it, or who is meant by the pronoun in it."""

from __future__ import annotations

import re

from assistant.query.followup import PERSON
from assistant.register import Person
from assistant.register.labels import ASKING
from assistant.register.names import is_name
from assistant.sentences.quotes import Span
from assistant.sentences.reader import Reader
from corpus.lines import is_salutation, names_speaker

SPEECH_CHARS = 2000  # how long somebody speaks in a conversation without a new label
PRONOUN = re.compile(f"{PERSON.pattern}|其(?![中他它实余次])")  # in a sentence of a document
# 问：, 张三委员（某局局长）：, and the like on a line of its own.
_LABEL = re.compile(
    r"^[ \t　>*]*([问答](?=[：:])|(?:[^，。；：！？（\s]|（[^）\n]*）){2,40}(?=[：:])"
    r"|[^，。；：！？（\s]{2,10}（[^（）\n]{4,40}）(?=[ \t　*]*$))",
    re.MULTILINE,
)
# 当前有两个问题： leads over to what whoever speaks says next.
_NO_SPEAKER = re.compile(
    "(?:建议|对策|措施|举措|办法|做法|原因|问题|理由|困难|[是点条面]|[一二三四五六七八九十两几][件项])"
    "[^：:]{0,4}$"
)
_POST = re.compile("[（(][^（）()\n]{2,40}[）)](?=[：:])")
# 张三：, **张三（某局局长）**, or 【张三】 before what he says.
_LABEL_ALONE = re.compile(
    r"^(?:[^，。；：！？:\s][^，。；：！？:\n]{0,19}(?:（[^（）\n]{2,40}）)?：(?=[ \t]*$)"
    r"|[ 　*]*(?P<posted>[^，。；：！？（\s*]{2,8})（[^（）\n]{4,40}）(?=[ 　*]*$)"
    r"|【(?P<framed>[^】\d，。]{2,8})】)",
    re.MULTILINE,
)


def label_of(reader: Reader, span: Span) -> str:
    """张三：, **张三委员（某局局长）**：, or a heading: whose words the lines below are."""
    document = reader.document(span)
    start = max(0, span.start - SPEECH_CHARS)
    every = _LABEL.findall(document.text, start, span.end)
    labels = [label for label in every if not _NO_SPEAKER.search(label)]
    return (labels[-1] if labels else "") + reader.section(span)


def speakers(reader: Reader, span: Span) -> list[Person]:
    """Whom the label names that heads the paragraph, or stands above it."""
    labels = map(reader.said, _labels(reader, span))
    return [person for one in labels for person in reader.people(one.partition("：")[0])]


def named_before(reader: Reader, span: Span) -> list[Span]:
    """The sentence that opens the paragraph, where this one names nobody itself and says 她, or
    that one is headed by who speaks: 张三：……; else the line above that says who does.
    """
    said = reader.said(span)
    if reader.people(said):
        return []
    told = [_opening(reader, span)] if PRONOUN.search(said) else _labels(reader, span)
    return [one for one in told if one.start < span.start]


def _opening(reader: Reader, span: Span) -> Span:
    """The first sentence of its paragraph, behind what it is indented by."""
    path = reader.document(span).path
    return reader.sentences_of(path, reader.opens(span), span.end)[0]


def _labels(reader: Reader, span: Span) -> list[Span]:
    """What heads its paragraph, if that says who speaks, else the line above that does."""
    first = _opening(reader, span)
    return [first] if _labels_speech(reader.said(first)) else _named_above(reader, span)


def _labels_speech(said: str) -> bool:
    label = _POST.sub("", said, 1)  # 张三（某局局长）：
    return names_speaker(label) and not _NO_SPEAKER.search(label.partition("：")[0])


def _named_above(reader: Reader, span: Span) -> list[Span]:
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
