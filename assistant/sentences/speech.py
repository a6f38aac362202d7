"""Whose words a sentence is: the label above it, or who is meant by the pronoun in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import cache, partial

from assistant.query.anaphora import ITS, PERSON
from assistant.query.whom import names_whom
from assistant.register import Person
from assistant.register.labels import ASKING
from assistant.register.names import is_name
from assistant.sentences.enumerated import replied
from assistant.sentences.evidence import Evidence, Which
from assistant.sentences.motions import Motion, Told
from assistant.sentences.quotes import Span
from assistant.sentences.reader import Reader, unspaced
from corpus import Document
from corpus.lines import is_salutation, names_speaker
from index.matching import normalise
from index.titles import year_of

_QUESTION = re.compile("^\\s*(?:问|提问|记者|主持人)[：:]", re.MULTILINE)
HEAD_CHARS = 200  # of a document, where it says whose it is
REPORT_CHARS = 1000  # at its beginning, where what a report says is told by others
POST_CHARS = 10  # in front of a name
SPEECH_CHARS = 2000  # how long somebody speaks in a conversation without a new label
PRONOUN = re.compile(f"{PERSON.pattern}|{ITS}")  # in a sentence of a document
_WROTE_DOWN = re.compile("记者|通讯员|编辑|整理|摄影|联系人")  # what others say
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


def labelled(reader: Reader, span: Span) -> list[Person]:
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
    if not labels or ASKING.search(labels[-1][0]):
        return []
    if is_salutation(labels[-1][0]) and "您" not in reader.said(span):
        return []
    start = labels[-1].start()
    above = reader.sentences_of(document.path, start, start + 1)[:1]
    below = reader.section(span)  # which the label may head
    return [one for one in above if reader.section(one) == below or reader.said(one) in below]


def by_others(
    reader: Reader, names: Collection[str], years: Collection[str], evidence: Evidence
) -> Which:
    """Where somebody is asked about, those that neither name nor quote them. `years`: that the
    question says of documents, in which it then asks what they say.
    """
    if not names:
        return evidence.none
    names = [unspaced(name) for name in names]
    found = (reader.index.documents[at] for at in set(reader.index.owners[evidence.rows].tolist()))
    listing = {one.document for one in reader.motions}
    signed = {
        one.path
        for one in found
        if one.path not in listing and (_is_by(one, names) or _is_report_of(one, names, years))
    }
    moved = [one for one in reader.motions if any(names_whom(one.movers, name) for name in names)]
    interviewed = cache(partial(_interviewed, reader))

    def is_theirs(row: int) -> bool:
        span, text = reader.sentence_span(row), normalise(reader.index.sentence(row))
        path = reader.document(span).path
        # 他, after the name: it goes on about them.
        said = unspaced(reader.before(span) + text if PRONOUN.search(text) else text)
        whose = _whose(reader, span, text, interviewed)
        spoken = {unspaced(one.name) for one in reader.speakers(span)}
        if any(
            name in spoken or names_whom(said, name) or names_whom(whose, name) for name in names
        ):
            return True
        theirs = (one for one in moved if one.document == path and one.is_theirs(span.start))
        if not spoken and (path in signed or any(_is_within(reader, span, one) for one in theirs)):
            return True
        # What names nobody goes on about whom its paragraph did.
        last = "" if reader.people(text) else _last_named(reader, reader.so_far(span))
        if any(name in unspaced(last) for name in names):
            return True
        # 聂院长, whose full name stands elsewhere
        by_title = reader.people(said) if any(name[0] in said for name in names) else ()
        if any(unspaced(one.name) in names for one in by_title):
            return True
        return any(map(is_theirs, replied(reader.index, row)[:1]))  # a question put to them

    return evidence.which(lambda row, _: not is_theirs(row))


def _whose(reader: Reader, span: Span, text: str, interviewed: Callable[[int], str]) -> str:
    """The label above the sentence; with the title, or who alone is named before the first
    question, if that tells whom an interview is with; with the title, if a portrait is of them,
    which names nobody else so far: 她……
    """
    label = unspaced(label_of(reader, span))
    if label.startswith(("答", "回答")):
        title = unspaced(reader.document(span).title)
        return f"{label}{title} {unspaced(interviewed(span.document))}"
    if PRONOUN.search(text) and not reader.people(reader.so_far(span) + text):
        return label + unspaced(reader.document(span).title)
    return label


def _interviewed(reader: Reader, document: int) -> str:
    """Who alone is named before the first question of the document; empty where nobody is."""
    text = reader.index.documents[document].text
    first = _QUESTION.search(text)
    named = {one.name for one in reader.people(text[: first.start()])} if first else set()
    return named.pop() if len(named) == 1 else ""


def _is_by(document: Document, names: Collection[str]) -> bool:
    """Whether a line at its head ends with one of the names: 国务院总理　李强."""
    head = (one for one in document.text[:HEAD_CHARS].splitlines() if not _WROTE_DOWN.search(one))
    return any(
        line.endswith(name) and len(line) <= len(name) + POST_CHARS
        for line in map(unspaced, head)
        for name in names
    )


def _is_report_of(document: Document, names: Collection[str], years: Collection[str]) -> bool:
    """Whether it is of one of the years, and its beginning says who gave it: 某总理在报告中指出."""
    begins = unspaced(document.text[:REPORT_CHARS])
    return year_of(document) in years and any(name in begins for name in names)


def _is_within(reader: Reader, span: Span, motion: Motion) -> bool:
    """Whether the sentence is of that motion: the only one of its document, or below its heading.
    Behind the last of a list what others say may follow.
    """
    if sum(one.document == motion.document for one in reader.motions) == 1:
        return True
    mover = next(one.start for one in motion.lines if one.told is Told.MOVER)
    line = reader.sentences_of(motion.document, mover, mover + 1)[0]
    return reader.section(line) == reader.section(span)


def _last_named(reader: Reader, text: str) -> str:
    """The person named last in the text; empty where nobody is."""
    people = {one.name: text.rfind(one.name) for one in reader.people(text)}
    return max(people, key=people.__getitem__, default="")
