"""Who belongs to a group, and what they propose, as spans: each part with its own quote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from assistant import register
from assistant.answers.found import AS_WRITTEN, Found, how_many, introduced_at
from assistant.query.groups import Group, asked_group
from assistant.query.question import Question, abbreviated
from assistant.register import Person, Proposal, organisation_kind, provinces
from assistant.register.places import PLACE
from assistant.sentences.quotes import Span, joined
from assistant.sentences.reader import Reader
from index.matching import normalise

_Row = TypeVar("_Row", Person, Proposal)

_AI = re.compile("(?<![a-z])ai(?![a-z])")
_NEAR = 400  # characters between an introduction and a proposal that it may tell the subject of
INTRODUCING = 2  # sentences: 第一个发言的是甲。这位小学校长，…… tells the post in the second


def of_group(reader: Reader, question: Question) -> Found | None:
    """哪些委员来自高校: everybody of that kind, introduced, or all they propose.

    Nothing where there is nobody; None where the question, or the theme, is not understood.
    """
    plain, left_out = _without_exceptions(question.plain, reader)
    group = asked_group(plain)
    if group is None or not reader.register.people:
        return None
    people = [row for row in reader.register.people if row.name not in left_out]
    proposals = [row for row in reader.register.proposals if row.name not in left_out]
    rows = _members(reader, proposals, group)
    if group.theme:
        words = _words(reader, group.theme)
        rows = [row for row in rows if _is_on(reader, row, words)]
        return proposed(reader, rows, words, counted=group.counted) if rows else None
    if group.proposals:
        return proposed(reader, rows)
    people = _members(reader, people, group)
    if group.proposing:
        proposers = {(row.document, row.name) for row in rows}
        people = [row for row in people if (row.document, row.name) in proposers]
        return _proposing(reader, people, rows, counted=group.counted)
    return introduced(reader, people, counted=group.counted)


def _without_exceptions(plain: str, reader: Reader) -> tuple[str, set[str]]:
    """除了张三，还有谁……: the question without them, and their names."""
    people = reader.register.people if plain.startswith("除") else ()
    names = "|".join({re.escape(row.name) for row in people})
    except_for = names and re.match(
        f"除了?(?P<who>(?:(?:{names})(?:代表|委员)?[、和与]?)+)(?:以外|之外|外)?,?", plain
    )
    if not except_for:
        return plain, set()
    return plain[except_for.end() :], set(re.findall(names, except_for["who"]))


def same_theme(reader: Reader, question: Question, people: Sequence[Person]) -> Found | None:
    """和某某关注同一主题的还有谁: who else proposes something under the same headings."""
    if len({person.name for person in people}) != 1 or not _SAME.search(question.plain):
        return None
    one = people[0].name
    rows = [row for row in reader.register.proposals if row.section]
    themes = {(row.document, row.section) for row in rows if row.name == one}
    others = {(row.document, row.name) for row in rows if (row.document, row.section) in themes} - {
        (row.document, one) for row in rows
    }
    known = [row for row in reader.register.people if (row.document, row.name) in others]
    return introduced(reader, known) if themes else None


_SAME = re.compile(
    "(?:同一?[个类样]?|相同|一样|类似|相近|相似)的?(?:个)?(?:主题|议题|话题|问题|领域|方向|方面|事)"
)


def _members(reader: Reader, rows: Iterable[_Row], group: Group) -> list[_Row]:
    """The rows of the group; 代表 and 委员 are also said loosely, of members of either body."""
    roles = group.role.split()
    strict = [
        row
        for row in rows
        if all(register.with_role([row], role) for role in roles)
        and (not group.province or group.province in _places(reader, row))
        and (not group.kind or organisation_kind(row.organisation_title) == group.kind)
    ]
    loosely = group.role in ("人大代表", "政协委员") and (
        group.province or group.kind or group.theme
    )
    return strict if strict or not loosely else _members(reader, rows, replace(group, role=""))


_LED = re.compile(f"({PLACE})(?:代表团)?的?$")


def _places(reader: Reader, row: Person | Proposal) -> tuple[str, ...]:
    """The provinces that role and post name, and 甘肃代表团的 right before them."""
    start, _ = introduced_at(row)
    led = _LED.search(reader.index.document(row.document).text[max(0, start - 12) : start])
    return (*provinces(f"{row.role} {row.organisation_title}"), *provinces(led[1] if led else ""))


def _is_on(reader: Reader, row: Proposal, words: Sequence[Sequence[str]]) -> bool:
    """Whether heading, subject, or what is said up to the proposal have the words of the theme."""
    text = reader.index.document(row.document).text
    near = 0 <= row.start - row.introduced_end < _NEAR
    begin = row.introduced_start if near else min(row.name_start, row.start)
    said = [
        reader.said(span)
        for start, end in ((begin, begin + 1), (row.name_start, row.name_end), (row.start, row.end))
        for span in reader.sentences_of(row.document, start, end)
    ]
    return _have(" ".join([row.section, row.topic, *said, _opening(text, row)]), words)


_ABOUT = re.compile("的?(?:治理|问题|建设|发展|工作|情况|方面|话题|事)$")


def _words(reader: Reader, theme: str) -> list[tuple[str, ...]]:
    """The theme, if it is written so; else its words, also in short: 固体废物的治理 is 固废."""
    theme = _AI.sub("人工智能", theme)
    if theme in _AI.sub("人工智能", reader.plain_text):
        return [(theme,)]
    words = [word for word in _ABOUT.sub("", theme).split("的") if word]
    return [(word, abbreviated(word)) for word in words]


def _opening(text: str, row: Proposal) -> str:
    """The sentence that opens the paragraph, or that before a blank line, where it names nobody:
    在固废治理侧，……。
    """
    before = text[max(0, row.start - 2 * _NEAR) : row.start]
    first = re.split(r"[。！？”]\s*\n", before)[-1].rsplit("\n\n", 1)[0].split("。")[0]
    return "" if row.name in first or re.search("代表[、，]|委员[、，]", first) else first


def proposed(
    reader: Reader,
    rows: Sequence[Proposal],
    words: Sequence[Sequence[str]] = (),
    *,
    counted: bool = False,
) -> Found:
    """What the rows propose, each person's apart, with the sentence that names who it is, and that
    which has the words of the theme, where it stands by another.
    """
    spans: set[Span] = set()
    for name in dict.fromkeys(row.name for row in rows):
        own: list[Span] = []
        for row in rows:
            if row.name == name:
                said = _said(reader, row)
                own += said
                if not _have("".join(map(reader.said, said)), words):
                    told = reader.sentences_of(row.document, row.introduced_start, row.start)
                    own += [one for one in told if _have(reader.said(one), words)][:1]
        spans |= set(joined(own, reader.index))
    return found_in(spans, rows, counted=counted)


def _have(text: str, words: Sequence[Sequence[str]]) -> bool:
    """Whether the text has the words, each in one of its forms."""
    text = _AI.sub("人工智能", normalise(text))
    return all(any(form in text for form in forms) for forms in words)


def _said(reader: Reader, row: Proposal) -> list[Span]:
    """The sentences of the proposal; before them the one that names the person, if they do not."""
    said = reader.sentences_of(row.document, row.start, row.end)
    if any(row.name in text for text in map(reader.said, said)):
        return said
    return reader.introduction(row) + said


def introduced(reader: Reader, people: Sequence[Person], *, counted: bool = False) -> Found:
    """Where each of them is introduced, in reading order."""
    spans = {
        span
        for person in people
        if person.role or person.organisation_title or counted or len(people) > 1
        for span in reader.sentences_of(person.document, person.start, person.end)[:INTRODUCING]
    }
    return found_in(spans, people, counted=counted)


def _proposing(
    reader: Reader, people: Sequence[Person], rows: Sequence[Proposal], *, counted: bool
) -> Found:
    """Where each is introduced, or, without a role, the first thing they propose."""
    first = {(row.document, row.name): row for row in reversed(rows)}
    spans = set(introduced(reader, [row for row in people if row.role]).spans)
    for person in people:
        if not person.role:
            spans |= set(joined(_said(reader, first[person.document, person.name]), reader.index))
    return found_in(spans, people, counted=counted)


def found_in(
    spans: Iterable[Span], named: Sequence[Person | Proposal], *, counted: bool = False
) -> Found:
    """The spans in reading order; with none, nobody is found, surely. `counted`: how many are."""
    ordered = tuple(sorted(spans))
    lead = how_many({row.name for row in named}) if counted else None
    return Found(ordered, AS_WRITTEN, tuple(named), lead=lead) if ordered else Found()
