"""One document in, its register out."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter

from assistant.register.apart import in_full, learn_titles, speaking_below, with_common_role
from assistant.register.attention import Known, meet
from assistant.register.beside import posts_below, with_colons, with_roles_below
from assistant.register.cells import in_cells
from assistant.register.claims import Claim, by_measure
from assistant.register.fields import Block
from assistant.register.figures import figures
from assistant.register.forms import blocks, one_field_each
from assistant.register.lines import Line, Lines, Part, lines, span_of, written
from assistant.register.lists import ENUMERATOR
from assistant.register.measured import Measured, is_planned
from assistant.register.named import learn_posts
from assistant.register.proposals import claims, without_headlines, without_outsiders
from assistant.register.replies import read_replies
from assistant.register.rolls import attending, read_rolls
from assistant.register.rows import rows
from assistant.register.speakers import beside_members
from assistant.register.titled import PASSING
from assistant.register.types import Figure, Person, Proposal, Register
from corpus.tidy import flat
from corpus.types import Chunk, Document


def extract(document: Document, chunks: Sequence[Chunk]) -> Register:
    """Everybody the document introduces, everything they propose, every figure."""
    text_lines = with_colons(with_roles_below(list(one_field_each(lines(document, chunks)))))
    known, found, used, motions = _set_apart(text_lines)
    prose = [line for number, line in enumerate(text_lines) if number not in used]
    found += claims(prose, known, motions[0].names if len(motions) == 1 else ())
    found += _untold(motions, found)
    learn_titles(text_lines, known)
    found = without_headlines(without_outsiders(found, known))
    found = [one for claim in found for one in by_measure(replace(claim, topic=_topic(claim)))]
    found = _each_once(sorted(found, key=lambda one: one.line.offsets[one.start]))
    for line in text_lines:  # what stands above the line that tells the role
        learn_posts(line, known)
    known = in_full(with_common_role(known, text_lines), text_lines)
    proposers = {name for claim in found for name in claim.names}
    return Register(
        people=tuple(
            _person(document, one)
            for name, one in known.items()
            if one.introduction.role or name in proposers or one.introduction.confidence > PASSING
        ),
        proposals=tuple(
            _proposal(document, claim, known[name]) for claim in found for name in claim.names
        ),
        figures=tuple(
            _figure(document, line, one)
            for line, found_here in in_cells(
                [(at, [] if at.heading else figures(at)) for at in text_lines]
            )
            for one in found_here
        ),
    )


def _set_apart(
    text_lines: Lines,
) -> tuple[dict[str, Known], list[Claim], set[int], list[Block]]:
    """People and proposals of lists, tables, rolls and replies, and the lines they stand in; the
    motions of which but title and proposers are told in fields.
    """
    known: dict[str, Known] = {}
    found, used, motions = list[Claim](), set[int](), list[Block]()
    for block, numbers in (*blocks(text_lines), *rows(text_lines)):
        if block.people and (block.title or block.content):
            used |= numbers
            found += block.claims()
        motions += [block] if block.named and block.people else []
        block.meet(known)  # **代表：张三（某院院长）** above a paragraph
    people, asked, told = read_replies(text_lines)
    rolled = [*read_rolls(text_lines), *posts_below(text_lines)]
    there = [*attending(text_lines), *speaking_below(text_lines), *beside_members(text_lines)]
    for line, one in (*people, *((line, one) for _, line, one in rolled), *there):
        meet(known, line, one)
    used |= told | {number for number, _, _ in rolled}
    return known, found + asked, used, motions


def _untold(motions: Sequence[Block], found: Sequence[Claim]) -> list[Claim]:
    """The titles of those of which nothing but what they are called is told: before the next
    motion nobody who signs them proposes anything.
    """
    titled = sorted(
        ((span_of(one.about)[0], one) for one in motions if one.about), key=itemgetter(0)
    )
    ends = [*(start for start, _ in titled[1:]), math.inf]
    told = [(claim.line.span(claim.start, claim.end)[0], {*claim.names}) for claim in found]
    return [
        row
        for (start, one), end in zip(titled, ends, strict=False)
        if not any(start <= at < end and not names.isdisjoint(one.names) for at, names in told)
        for row in one.claims()
    ]


def _each_once(found: Sequence[Claim]) -> list[Claim]:
    """Without what the same people have proposed in the same words before."""
    said: dict[tuple[str, ...], list[str]] = {}
    result: list[Claim] = []
    for claim in found:
        earlier, words = said.setdefault(claim.names, []), claim.line.text[claim.start : claim.end]
        if not any(words in one for one in earlier):
            result.append(claim)
        earlier.append(words)
    return result


def _person(document: Document, known: Known) -> Person:
    one, line = known.introduction, known.line
    return Person(
        *_cells(document, known),
        document.path,
        document.title,
        *line.span(*one.whole),
        *line.span(*one.named),
        *span_of(known.post),
        round(0.95 * one.confidence, 2),
    )


def _cells(document: Document, known: Known) -> tuple[str, str, str]:
    """Name, role and post in the source's own characters, which may be traditional."""
    one, line = known.introduction, known.line
    name = _original(document, line, one.name, *one.named)
    role = _original(document, line, one.role, *one.whole)
    at, *place = known.post
    parts = (_original(document, at, part, *place) for part in one.post.split("、"))
    return name, role, "、".join(parts)


def _original(document: Document, line: Line, words: str, start: int, end: int) -> str:
    """The source's characters for `words`, which stand in `line.text[start:end]`."""
    place = line.text.find(words, start, end)
    if not words or place < 0:
        return flat(words)
    found = "".join(document.text[at] for at in line.offsets[place : place + len(words)])
    return flat(found)  # a tab between columns is no part of a post


def _proposal(document: Document, claim: Claim, known: Known) -> Proposal:
    one = known.introduction
    start, end = claim.line.span(claim.start, claim.end)
    topic = span_of(_topic(claim))
    return Proposal(
        *_cells(document, known),
        written(document.text, start, end),
        _heading(claim.line.section) or written(document.text, *topic),
        written(document.text, *topic),
        document.path,
        document.title,
        claim.line.section,
        start,
        end,
        *claim.mention_line.span(*claim.mention),
        *known.line.span(*one.whole),
        *span_of(known.post),
        *topic,
        round(claim.confidence * one.confidence, 2),
    )


def _figure(document: Document, line: Line, one: Measured) -> Figure:
    sentence = line.span(0, len(line.text))
    places = list(map(span_of, one.parts or ((line, one.start, one.end),)))
    subject = min(start for start, _ in places), max(end for _, end in places)
    return Figure(
        "、".join(written(document.text, *place) for place in places),
        one.number.value,
        one.number.unit,
        one.year,
        one.qualifier,
        document.path,
        document.title,
        line.section,
        *line.span(one.number.start, one.number.end),
        *subject,
        *sentence,
        written(document.text, *sentence),
        one.sure,
        is_planned(line.text, one.number),
    )


_TOPIC = re.compile(
    "(?:针对|围绕|聚焦|关于|对于)(?!您|你)(?P<about>[^，。；：！？》]{2,40}?)(?:，|这一|提出|建议|提交|$)|"
    "(?:在|从)(?P<field>[^，。；：！？]{2,24}?)(?:方面|领域|层面|侧|问题上|上)，|"
    "就(?![叫是要可能会把有没完一])(?P<on>[^，。；：！？]{2,40}?)(?:，|提出|建议|提交|发言)"
)
# 四、建议: says of what stands below that it is proposed, and not what it is about.
_BARE_HEADING = re.compile(
    f"{ENUMERATOR.pattern}?(?:(?:讨论|发言|主要|具体|工作|对策|意见|有关|相关|会议|交流|协商|几点)*"
    "(?:讨论|发言|建议|对策|意见|措施|要点|摘要|内容|情况|实录|纪要|记录)(?:[和与及](?:建议|对策|意见|措施))?)：?"
)


def _heading(section: str) -> str:
    """The heading it stands under, if that tells what it is about."""
    last = section.split(" > ")[-1]
    return "" if _BARE_HEADING.fullmatch(re.sub(r"\s", "", last)) else last


_TITLE = re.compile("《([^》]+)》")


def _topic(claim: Claim) -> Part:
    """What the words before the verb, or a title behind it, name as the subject."""
    line = claim.line
    if claim.topic:
        return claim.topic
    if title := _TITLE.match(line.text, claim.start):
        return line, *title.span(1)
    begin = line.text.rfind("；", 0, claim.start) + 1
    found = list(_TOPIC.finditer(line.text, begin, claim.start))
    if not found:
        return line, claim.start, claim.start
    group = str(found[-1].lastgroup)
    return line, found[-1].start(group), found[-1].end(group)
