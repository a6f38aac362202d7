"""Who proposes what: sentence by sentence, with the person in focus carried along."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.register.lines import Line
from assistant.register.people import Introduction, introductions, mentions
from assistant.register.speech import (
    BARE_PREFIX,
    ENUMERATOR,
    Predicate,
    acts,
    content,
    is_imperative,
    is_normative,
    opens_list,
    predicates,
)


@dataclass(frozen=True, slots=True)
class Known:
    """A person and the line that introduced them."""

    line: Line
    introduction: Introduction


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody, or several together, named in a line; a pronoun names whoever is in focus."""

    start: int
    end: int
    names: tuple[str, ...]
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """One row to be: in `line`, `names` propose `start:end`; `mention` says where it says so."""

    line: Line
    names: tuple[str, ...]
    mention: tuple[int, int]
    mention_line: Line
    start: int
    end: int
    predicate: int
    confidence: float


@dataclass(slots=True)
class _Focus:
    """What the sentences so far leave in mind."""

    names: tuple[str, ...] = ()
    group: tuple[str, ...] = ()  # the last several people named together: 两位代表
    mention: tuple[int, int] = (0, 0)
    line: Line | None = None
    listing: bool = False  # a list of proposals has been announced
    proposed: int = -9  # index of the last line that held a proposal
    known: dict[str, Known] = field(default_factory=dict)


def claims(text_lines: Sequence[Line]) -> tuple[dict[str, Known], list[Claim]]:
    """Everybody introduced, and everything proposed, in document order."""
    focus, found = _Focus(), list[Claim]()
    for number, line in enumerate(text_lines):
        named = _mentions(line, focus)
        speaker = _speaker(line, named) or _later_speaker(text_lines, number, focus)
        if speaker:
            _attend(focus, speaker, line)
        rows = list(_line_claims(line, named, focus, number))
        if rows:
            focus.proposed = number
        elif named and not speaker:
            _attend(focus, named[-1], line)
        found += rows
    return focus.known, found


def _mentions(line: Line, focus: _Focus) -> list[Mention]:
    """Introductions, later mentions and pronouns, in order; neighbours joined into one."""
    fresh = introductions(line.text)
    for one in fresh:
        earlier = focus.known.get(one.name)
        if earlier is None or (one.post and not earlier.introduction.post):
            focus.known[one.name] = Known(line, one)
    found = [Mention(one.name_start, one.name_end, (one.name,)) for one in fresh]
    places = {(one.start, one.end) for one in found}
    posts = {name: known.introduction.post for name, known in focus.known.items()}
    for start, end, name in mentions(line.text, posts):
        if not any(start < b and a < end for a, b in places):
            found.append(Mention(start, end, (name,)))
    found += _pronouns(line.text, focus)
    return _joined(line.text, sorted(found, key=lambda one: one.start), fresh)


_PRONOUN = re.compile("(?<![其吉维])[他她](?![们人国乡日处杀])")
_PLURAL = re.compile("他们|她们|[两二三]人(?!大)|[两二三]位(?:代表|委员|政协委员|人大代表)")


def _pronouns(text: str, focus: _Focus) -> Iterator[Mention]:
    for match in _PRONOUN.finditer(text):
        yield Mention(match.start(), match.end(), focus.names[-1:], pronoun=True)
    for match in _PLURAL.finditer(text):
        yield Mention(match.start(), match.end(), focus.group, pronoun=True)


def _joined(
    text: str, found: list[Mention], fresh: Sequence[Introduction]
) -> list[Mention]:
    """张三、李四和王五: one mention of three people."""
    begins = {one.name_start: one.start for one in fresh}
    result: list[Mention] = []
    for one in found:
        if result and not one.pronoun and not result[-1].pronoun:
            gap = text[result[-1].end : begins.get(one.start, one.start)]
            shared = begins.get(one.start, one.start) <= result[-1].start
            if shared or re.fullmatch("（[^）]*）?[、和与及]|[、和与及]|以及", gap):
                result[-1] = Mention(result[-1].start, one.end, result[-1].names + one.names)
                continue
        result.append(one)
    return result


def _attend(focus: _Focus, mention: Mention, line: Line) -> None:
    if mention.pronoun or not mention.names:
        return
    focus.names, focus.mention, focus.line = mention.names, (mention.start, mention.end), line
    focus.listing = False
    if len(mention.names) > 1:
        focus.group = mention.names


def _speaker(line: Line, named: Sequence[Mention]) -> Mention | None:
    """李四委员： at the head of a line speaks what follows."""
    if named and named[0].start < 60 and not named[0].pronoun:
        rest = line.text[named[0].end :]
        if line.heading or re.match("(?:代表|委员)?(?:（[^）]*）)?(?:代表|委员)?：", rest):
            return named[0]
    return None


_SAID_AFTER = "[^。“”]{0,30}?(?:说|表示|建议|呼吁|指出|强调|认为|称|坦言)[。，]"


def _later_speaker(text_lines: Sequence[Line], number: int, focus: _Focus) -> Mention | None:
    """“要……。”张三说: the speaker is named behind the quotation, perhaps sentences later."""
    line = text_lines[number]
    if not line.text.startswith("“"):
        return None
    for later in text_lines[number : number + 6]:
        if later.paragraph != line.paragraph:
            return None
        close = later.text.find("”，" if later is line else "”")
        close = later.text.find("”") if close < 0 else close
        if close < 0:
            continue
        named = [one for one in _mentions(later, focus) if one.start > close]
        if named and re.match(_SAID_AFTER, later.text[named[0].end :]):
            return named[0] if later is line else Mention(0, 1, named[0].names)
        if len(later.text) > close + 1:
            return None
    return None


def _line_claims(
    line: Line, named: Sequence[Mention], focus: _Focus, number: int
) -> Iterator[Claim]:
    accepted = list(_accepted(line, named, focus, number))
    for place, (predicate, mention, sure) in enumerate(accepted):
        following = accepted[place + 1] if place + 1 < len(accepted) else None
        end = _content_end(line.text, predicate, following, named)
        start, stop = content(line.text, predicate, end)
        if mention is not None:
            _attend(focus, mention, line)
        words = line.text[start:stop]
        if opens_list(words):
            focus.listing = True
        elif words and focus.line is not None:
            yield _claim(line, mention, focus, start, stop, predicate.start, sure)
    if not accepted:
        yield from _unannounced(line, named, focus, number)


def _claim(
    line: Line,
    mention: Mention | None,
    focus: _Focus,
    start: int,
    end: int,
    predicate: int,
    sure: float,
) -> Claim:
    assert focus.line is not None
    if mention is None:
        return Claim(line, focus.names, focus.mention, focus.line, start, end, predicate, sure)
    place = (mention.start, mention.end)
    return Claim(line, mention.names, place, line, start, end, predicate, sure)


_BOUNDARY = re.compile("[，；。！？：“”]")


def _accepted(
    line: Line, named: Sequence[Mention], focus: _Focus, number: int
) -> Iterator[tuple[Predicate, Mention | None, float]]:
    """The predicates somebody known is the subject of, with that mention and how sure it is."""
    last: tuple[Predicate, Mention | None] | None = None
    recent = number - focus.proposed <= 2 or focus.listing
    for predicate in predicates(line.text):
        before = [one for one in named if one.end <= predicate.start]
        mention = before[-1] if before else None
        begin = max(_sentence_start(line.text, predicate.start), last[0].end if last else 0)
        if mention is not None and (last is None or mention.start >= last[0].end):
            between = line.text[mention.end : predicate.start]
            if mention.names and acts(between) and _subject(line.text, mention, predicate):
                sure = {"strong": 0.95, "offer": 0.92, "say": 0.85}[predicate.kind]
                yield predicate, mention, sure - 0.03 * mention.pronoun
                last = predicate, mention
            continue
        prefix = _own_clause(line.text[begin : predicate.start], last is not None)
        if not BARE_PREFIX.match(prefix) or (last and not _BOUNDARY.search(line.text[begin:predicate.start])):
            continue
        if last is not None:
            yield predicate, last[1], 0.9
            last = predicate, last[1]
        elif focus.names and (recent or _is_spoken(line, focus)) and predicate.kind != "say":
            yield predicate, None, 0.75
            last = predicate, None


def _own_clause(text: str, inner: bool) -> str:
    """Behind an earlier predicate only the last clause counts."""
    return _BOUNDARY.split(text)[-1] if inner else text


def _is_spoken(line: Line, focus: _Focus) -> bool:
    return focus.line is not None and 0 <= line.paragraph - focus.line.paragraph <= 8


def _sentence_start(text: str, place: int) -> int:
    return max(text.rfind(mark, 0, place) for mark in "。！？") + 1


def _subject(text: str, mention: Mention, predicate: Predicate) -> bool:
    """Not 向张三代表提出, 张三的建议, 根据张三介绍."""
    before = text[max(0, mention.start - 2) : mention.start]
    gap = text[mention.end : predicate.start]
    return not re.search("[向对给]$", before) and not (gap == "的" and predicate.kind != "strong")


def _content_end(
    text: str,
    predicate: Predicate,
    following: tuple[Predicate, Mention | None, float] | None,
    named: Sequence[Mention],
) -> int:
    if following is None:
        return len(text)
    verb, mention, _ = following
    if mention is not None and mention.start > predicate.end:
        place = mention.start
    else:
        place = verb.start
    marks = [text.rfind(mark, predicate.end, place) for mark in "，；。！？”"]
    return max([predicate.end, *marks])


def _unannounced(
    line: Line, named: Sequence[Mention], focus: _Focus, number: int
) -> Iterator[Claim]:
    """Items of a list that was announced, and what follows 张三（…）： without a verb."""
    if focus.line is None or not focus.names or line.heading:
        return
    colon = line.text.find("：") if _speaker(line, named) else -1
    numbered = ENUMERATOR.match(line.text)
    carried = number - focus.proposed <= 1 or focus.listing
    if colon >= 0 and is_imperative(line.text[colon + 1 :]):
        start, sure = colon + 1, 0.8
    elif numbered and carried and not named:
        start, sure = numbered.end(), 0.8
    elif number - focus.proposed == 1 and not named and _goes_on(line.text):
        start, sure = 0, 0.7
    else:
        return
    end = len(line.text.rstrip("。；，”"))
    if start < end:
        yield _claim(line, None, focus, start, end, start, sure)


def _goes_on(text: str) -> bool:
    """同时，要……: no subject, and what ought to be right at the head."""
    head = re.sub("^(?:同时|此外|另外|还|也|并且|其次|最后|，|“)+", "", text)
    return is_normative(head[:3]) and not re.match("要[说知是]", head)
