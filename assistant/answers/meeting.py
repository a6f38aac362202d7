"""Questions about a meeting, answered from its minutes: when, where, who came, what was settled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.answers.about import is_about_one, named_document
from assistant.answers.found import Found, as_written
from assistant.answers.outline import asks_gist
from assistant.query.question import Question, adds
from assistant.query.whom import names_whom
from assistant.register.names import is_name
from assistant.sentences.reader import Reader
from corpus import Document, flat
from corpus.lines import Line, lines_of, numbered_rank
from index.matching import normalise

_PEOPLE = "(?:人员|名单|领导|专家|代表|嘉宾|单位|人)?"
_ABSENT = "(?:因[病事公故])?(?:请假|缺席|未到会?|未出席)"
_PRESENT = "(?:出席|参加|参会|与会|到会)"


class _Field(NamedTuple):
    """What minutes tell of a meeting."""

    asks: re.Pattern[str]
    label: re.Pattern[str]  # of the line, or the heading of the lines, that says it
    prose: re.Pattern[str]  # says it in a sentence


def _field(asks: str, label: str, prose: str) -> _Field:
    label, prose = f"(?:会议|召开|本次会议)?(?:{label})", f"(?:{prose})[^。\n]*"
    return _Field(re.compile(asks), re.compile(label), re.compile(prose))


_OF_NAMES = (
    _field(
        f"没有?来|[没未]有?(?:到|{_PRESENT})|缺席|请假|缺了",
        f"{_ABSENT}{_PEOPLE}",
        "(?:因|赴)[^。，]{1,20}(?:请假|缺席|未能?(?:出席|参加))",
    ),
    _field("列席|旁听", f"(?:列席|旁听){_PEOPLE}", "列席(?:会议|座谈会)?的?有"),
    _field("主持", "主持人?", "由[^。，]{2,30}主持|[^。，]{2,20}主持(?:了|召开)?(?:会议|座谈会)"),
    _field("记录", "记录(?:人|员|整理)?", "由[^。，]{2,12}(?:负责)?记录"),
    _field(
        f"{_PRESENT}|来(?:[了过的]|开)|到场|有(?:谁|哪些人|哪[几些]位|多少人|几[个位]人)",
        f"{_PRESENT}(?:会议|座谈会|研讨会)?(?:的有|的?{_PEOPLE})",
        f"{_PRESENT}(?:会议|座谈会|研讨会)?的?(?:还?有|人员[有是包])",
    ),
)
_WHEN = _field(
    "何时|什么时[候间]|时间|哪一?[天年月日]|几[点号时月]|日期|多久|多长",
    "时间|日期",
    r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日[^。\n]{0,60}(?:召开|举行|举办)",
)
_WHERE = _field(
    "在?哪[里儿]|在哪|地[点方]|何[处地]|会场|会议室",
    "地[点址]|会场",
    "在[^。，]{2,30}(?:召开|举行|举办)",
)
_SETTLED = _field(
    "[议商]定|决定|定下|定了|结论|决议|成果|达成|形成|布置",
    "(?:[议商]定|决定|决议|达成|形成|确定|明确)(?:的|了)?(?:事项|意见|结论|共识|如下)?|结论|成果",
    "会议(?:议定|决定|商定)[^：:\\n]{2}",
)
_FIELDS = (*_OF_NAMES, _WHEN, _WHERE, _SETTLED)
_AT_A_MEETING = re.compile(f"会(?![计员长社])|论坛|主持|记录|没来|列席|旁听|{_ABSENT}|{_PRESENT}")
_OTHER_MEETING = re.compile("下一?[次届场]|上一?[次届场]|[两全]会")
_WHO = re.compile(
    "^(?P<name>[\u4e00-\u9fff·]{2,4}?)(?:有没有|是否|是不是|也|都|为什么|为何|怎么|因何)?"
    f"(?={_PRESENT}|[来没未请缺列到])"
)
# What a question about a meeting says besides what it asks.
_FILLER = re.compile(
    "为什么|为何|怎么"
    "|座谈|研讨|讨论|论证|评审|协商|工作|专题|会议|论坛|例会|纪要|请问|[这那本此][次场个]|哪[些里儿天几]"
    "|什么|多少|名单|人员|单位|代表|专家|领导|参加|召开|举[行办]|事项|共识|意见|一[共下]|总共|分别|最后|时候"
    "|[会上是在的了谁都有几位个人开吗呢和过来没未到请由哪于底种条项，,。？?！!、《》 ]"
)
_MARKS = re.compile(
    r"[ \t　>*#•·\-|]+|[一二三四五六七八九十\d]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]"
)
_IN_BRACKETS = re.compile(r"[（(][^（）()]*[)）](?=[*\s]*(?:[：:]|$))")
_COLON = re.compile(r"[*\s]*[：:|]")
MASTHEAD_CHARS = 60  # which name the meeting in full
HEAD_CHARS = 1500  # of minutes, in which they say when, where, who
_CALLED = re.compile("纪要|会议记录")
LEAST_FIELDS = 2
_RANK = 20  # of 一、, where the label is no heading
_RULE = re.compile(r"[-*_=—]{3,}")
MOST_CHARS = 700  # of the lines below a heading


def of_meeting(reader: Reader, question: Question) -> Found | None:
    """The lines of the minutes that say it; nothing where whoever is asked about is on no list;
    None where no meeting is asked about, or the minutes have no such line.
    """
    plain = question.plain
    asked = [field for field in _FIELDS if field.asks.search(plain)]
    if asked != [_WHEN, _WHERE]:  # 哪天在哪儿开的 asks both; 没来的 is no 来的
        asked = asked[:1]
    who = _WHO.search(plain)
    name = who["name"] if who and is_name(who["name"]) else ""
    is_meant = (name or _AT_A_MEETING.search(plain)) and not _OTHER_MEETING.search(plain)
    if not asked or not is_meant:
        return None
    document = named_document(_minutes(reader), question.text)
    if document is None or _says_more(plain.removeprefix(name), document):
        return None
    places = _listed(document, name) if name else _told(document, asked)
    spans = [span for place in places for span in reader.sentences_of(document.path, *place)]
    if not spans:
        return Found() if name else None
    return as_written(spans, reader.index)


def leaves_open_of_which(reader: Reader, question: Question) -> bool:
    """Whether a document or a meeting is asked about, and it is not said which of several."""
    is_about = asks_gist(question.text) or is_about_one(reader, question)
    if is_about and named_document(reader.documents, question.text) is None:
        return True
    plain = question.plain
    if not (_AT_A_MEETING.search(plain) and any(field.asks.search(plain) for field in _FIELDS)):
        return False
    minutes = _minutes(reader)
    return len(minutes) > 1 and named_document(minutes, question.text) is None


def _minutes(reader: Reader) -> list[Document]:
    """The documents that are called so, or say when, where and who in lines of their own."""
    return [
        one
        for one in reader.documents
        if _CALLED.search(one.title) or _fields(one.text[:HEAD_CHARS]) >= LEAST_FIELDS
    ]


@lru_cache(4096)  # of every document, at each question that may be of a meeting
def _fields(head: str) -> int:
    """How many of the fields a document's first lines have labels of."""
    lines = [_label(line.of(head)) for line in lines_of(head)]
    return sum(any(map(field.label.fullmatch, lines)) for field in _FIELDS)


def _label(line: str) -> str:
    """地点 of - **地　点**：三楼; the whole line, without its marks, where no colon follows."""
    while mark := _MARKS.match(line):
        line = line[mark.end() :]
    said, *behind = _COLON.split(line, maxsplit=1)
    return _IN_BRACKETS.sub("", flat(said) if behind else said).strip("* 　\t")


def _says_more(plain: str, document: Document) -> bool:
    """Whether the question has words that neither ask for it nor name the meeting."""
    for field in _FIELDS:
        plain = field.asks.sub("", plain)
    known = normalise(document.title + document.organisation + document.text[:MASTHEAD_CHARS])
    known = f"{known} {_FILLER.sub('', known)}"
    return any(adds(words, known) for words in _FILLER.sub(" ", plain).split())


def _told(document: Document, fields: Iterable[_Field]) -> list[tuple[int, int]]:
    """The lines with the labels; of a field with none, what says it in a sentence."""
    places: list[tuple[int, int]] = []
    for field in fields:
        labelled = [*_below(document, field.label)]
        said = None if labelled else field.prose.search(document.text)
        places += [said.span()] if said else labelled
    return places


def _below(document: Document, label: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Every line with the label; where one says nothing itself, the lines below it, too."""
    lines = [(line, line.of(document.text)) for line in lines_of(document.text)]
    for at, (line, shown) in enumerate(lines):
        if label.fullmatch(_label(shown)):
            said = _COLON.split(shown, maxsplit=1)[1:]
            says = bool(said and said[0].strip("*| \u3000"))
            if says or _IN_BRACKETS.search(shown):  # 参会人员（共8人）：
                yield line.start, line.end
            if not says:
                yield from _until_next(lines[at + 1 :], numbered_rank(shown))


def _until_next(lines: Sequence[tuple[Line, str]], rank: int | None) -> Iterator[tuple[int, int]]:
    """The lines up to the next heading of the rank, label or rule; of items, these only."""
    length, item = 0, numbered_rank(lines[0][1]) if lines and rank is None else None
    for line, shown in lines:
        own, label = numbered_rank(shown), _label(shown)
        length += len(shown)
        is_label = label != shown and any(field.label.fullmatch(label) for field in _FIELDS)
        ends = own != item if item else own and own <= (rank or _RANK)
        if ends or is_label or _RULE.fullmatch(shown) or length > MOST_CHARS:
            return
        yield line.start, line.end


def _listed(document: Document, name: str) -> list[tuple[int, int]]:
    """Where the person stands among those who came, or stayed away."""
    every = _told(document, _OF_NAMES)
    return [(start, end) for start, end in every if names_whom(document.text[start:end], name)][:1]
