"""Questions about people, answered from the register: who they are, what they propose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant import register
from assistant.question import Question
from assistant.quotes import joined
from assistant.reader import Found, Reader
from assistant.register import Person, Proposal
from assistant.register.names import name_end
from index.matching import normalise, terms

_PROPOSES = re.compile(
    r"建议|提出|提议|主张|呼吁|意见|提案|观点|看法|诉求|关注|强调|说了|谈到|propos|suggest|recommend|urge"
)
_IDENTITY = re.compile(
    r"(?:是谁|什么身份|何许人|什么人|什么职务|担任什么|什么职位|身份是|职务是|来自哪|哪个单位|什么单位)"
    r"|\bwho is\b"
)
_ALL = re.compile(r"(?:哪些|什么|几[条项个点]|有啥|所有|全部|哪几[条项个点])")
_ROLE = re.compile(
    r"((?:全国|[\u4e00-\u9fff]{2,3}[省市])?(?:政协委员|政协常委|人大代表|人大常委会委员)|院士|董事长|教授|校长)"
)
_WHICH_PEOPLE = re.compile(r"哪[些几]|有谁|都有|名单|哪[一]?[位名]|\bwhich\b|\bwho\b|\blist\b")


def of_role(reader: Reader, question: Question) -> Found | None:
    """哪些政协委员: everybody of that role, each introduced in the source's words."""
    role = _ROLE.search(normalise(question.text))
    if role is None or not _WHICH_PEOPLE.search(normalise(question.text)):
        return None
    rest = _CONTENT.sub("", normalise(question.text).replace(role.group(), ""))
    people = register.with_role(reader.register.people, role.group())
    if not people or len(rest) > 2:
        return None  # asks for somebody of that role who did something: that is for the ranker
    return _introduced(reader, people)


def _introduced(reader: Reader, people: Sequence[Person]) -> Found:
    spans, named = [], []
    for person in people:
        touched = reader.sentences_of(person.document, person.start, person.end)
        if touched and touched[0] not in spans:
            spans.append(touched[0])
            named.append(person)
    return Found(tuple(spans), 0.9, tuple(named))


def identity(reader: Reader, question: Question, people: Sequence[Person]) -> Found | None:
    """某某是什么身份: where the document introduces the person."""
    if not people or not _IDENTITY.search(normalise(question.text)):
        return None
    return _introduced(reader, people)


def all_proposals(reader: Reader, question: Question, people: Sequence[Person]) -> Found | None:
    """某某提出了哪些建议: all of them, in reading order; about a subject: those on it."""
    plain = normalise(question.text)
    if len(people) != 1 or not _PROPOSES.search(plain) or not _ALL.search(plain):
        return None
    rows = reader.proposals(people[0].name)
    rest = _SUBJECT.sub("", plain.replace(people[0].name, ""))
    if len(rest) > 2:
        rows = _on_subject(reader, rows, rest)
    spans = [span for row in rows for span in reader.sentences_of(row.document, row.start, row.end)]
    if not spans:
        return None
    unique = tuple(dict.fromkeys(joined(spans, reader.index)))
    return Found(unique, 0.9, tuple(rows))


_SUBJECT = re.compile(
    r"提出|建议|提议|主张|呼吁|意见|提案|观点|看法|诉求|强调|说了|谈到|哪些|哪几|什么|几|有啥|所有|全部|具体|关于|对于?|在|方面|上|"
    r"[的了过有是都还又也条项个点么吗呢]|代表|委员|院士|[？?，,。!！、 ]"
)


def _on_subject(reader: Reader, rows: Sequence[Proposal], subject: str) -> list[Proposal]:
    """The proposals whose sentence or paragraph shares words with the subject; [] if none does."""
    units = {unit for unit in terms(subject) if len(unit) > 1}

    def shared(row: Proposal) -> int:
        text = reader.index.document(row.document).text
        around = normalise(text[max(0, row.introduced_start) : row.end])
        return sum(unit in around for unit in units)

    counts = [shared(row) for row in rows]
    best = max(counts, default=0)
    return [row for row, count in zip(rows, counts, strict=True) if best and count >= best / 2]


def unknown_people(reader: Reader, text: str) -> list[str]:
    """Names in the question, said or asked to have spoken, that stand in no document."""
    found = []
    for match in _SPOKEN.finditer(text):
        start = match.start("name")
        end, sure = name_end(text, start)
        name = text[start:end]
        if sure >= SURE_NAME and end == match.end("name") and name not in reader.text:
            found.append(name)
    return found


SURE_NAME = 0.7
_SPEAKS = (
    "提出|建议|提议|主张|呼吁|认为|指出|强调|谈到|说|是谁|是什么|的(?:建议|提案|观点|看法|意见)"
)
_SPOKEN = re.compile(
    r"(?:^|[，,。；;？?、和与及]|代表|委员|院士|董事长)(?P<name>[\u4e00-\u9fff·]{2,4}?)"
    rf"(?=(?:还|又|也|分别)?(?:{_SPEAKS})|(?:在|对于?|就|针对|围绕|关于)[^，,。？?]{{1,20}}(?:{_SPEAKS}))"
)
_CONTENT = re.compile(
    r"文[中件档章]|里面?|中|提到|出现|涉及|包括|参与|发言|建言|提出|建议|意见|了|的|过|有|都|一共|哪些|哪几|[位名个]|是|谁|"
    r"[？?，,。!！ ]|这|份|本|报告|材料"
)
