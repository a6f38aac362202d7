"""Who proposes what: sentence by sentence, with the person in focus carried along."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence

from assistant.register import turns
from assistant.register.acts import Act, acts_of, content_end, handed_in, says_another
from assistant.register.attention import Focus, Known, Named, meet
from assistant.register.bodies import BODY, ITSELF, writer
from assistant.register.claims import Claim, by_sentence, claimed, quoted, unannounced
from assistant.register.contents import heads_demands
from assistant.register.labels import answer_begins, opens_advice
from assistant.register.lines import Line, Lines
from assistant.register.lists import ENUMERATOR, opens_list, past
from assistant.register.named import named_in
from assistant.register.norms import names_no_object, wants
from assistant.register.numerals import HAN
from assistant.register.recurring import heads
from assistant.register.speakers import Spoken, gesture_end, later_speaker, speaker
from assistant.register.speech import content
from assistant.register.titled import PASSING, Introduction
from assistant.register.verbs import ASK, MEND


def claims(text_lines: Lines, known: dict[str, Known], movers: tuple[str, ...] = ()) -> list[Claim]:
    """Everything proposed, in document order; `known` learns everybody introduced.

    `movers`: those of the motion that the text is.
    """
    focus = Focus(known=known, heads=heads(text_lines), movers=movers)
    if letter := writer(text_lines):
        meet(known, *letter)
        focus.writer = (letter[1].name,)
    found: list[Claim] = []
    for number, line in enumerate(text_lines):
        rows = _of_line(text_lines, number, focus)
        focus.proposed_line = number if rows else focus.proposed_line
        focus.pass_by(line)
        found += [one for row in rows for one in by_sentence(row)]
    return found


def without_headlines(found: Sequence[Claim]) -> list[Claim]:
    """张三：建议多建夜校 above the paragraph in which 张三 says what exactly is no second row.

    Nor is （一）多建夜校。, nor 【张三：建议多建夜校】, before the sentence that does.
    """
    return [
        claim
        for claim in found
        if not any(_is_headline(claim, one, found) for one in found if one.names == claim.names)
    ]


def _is_headline(claim: Claim, other: Claim, found: Sequence[Claim]) -> bool:
    line, below = claim.line, other.line
    after = below.paragraph - line.paragraph
    if line.text.startswith("】", claim.end):
        return not after and line.offsets[claim.end] < below.offsets[other.start]
    if short := _IN_SHORT.fullmatch(line.text):
        near = not after and 0 < below.offsets[0] - line.offsets[-1] <= 2  # be there a space
        more = bool(short["solves"] or short["mends"]) or wants(below.text)
        return near and more and not ENUMERATOR.match(below.text)
    whole = claim.end >= len(line.text) and "：" in line.text[: claim.start]
    # Or the title of it all, above a byline, and no news of which others follow.
    entitles = after == 2 and line.heading and line.paragraph == 1
    if not whole or not (after == 1 or entitles) or below.text[-1] not in "。！”":
        return False
    return after == 1 or all(one.line.paragraph != line.paragraph + 1 for one in found)


def _of_line(text_lines: Lines, number: int, focus: Focus) -> list[Claim]:
    line = text_lines[number]
    turns.meet_apart(text_lines, number, focus)
    named = named_in(line, focus)
    turns.turn_to_movers(text_lines, number, named, focus)
    if turns.is_anothers_turn(text_lines, number, named, focus):
        focus.forget()
        focus.author = ()
    if focus.narrator and named and named[0].names == focus.narrator and _WROTE.match(line.text):
        focus.give_word(focus.narrator, number)
    spoken = turns.heads_items(text_lines, number, named) or speaker(line, named)
    if turns.proposes_nothing(text_lines, number, named, spoken, focus):
        return []
    if turns.comes_in(text_lines, number, named, focus):
        focus.spoken_to_line = -1
    _go_on_with_list(line, text_lines[max(number - 1, 0)], focus)
    later = None if spoken else later_speaker(text_lines, number, focus)
    answer = answer_begins(line)
    gesture = 0 if spoken or later else gesture_end(line, named, focus)
    who = (focus.who if named[0].pronoun else (named[0], line)) if gesture else None
    later = (*who, number) if who else later
    turns.listen(text_lines, number, named, spoken, later, focus)
    rows = _rows(line, number, named, spoken, answer or gesture, focus)
    if who:
        focus.attend(*who)  # whomever he has quoted
    if focus.author and focus.names == focus.author and focus.spoken_to_line < number:
        focus.spoken_to_line = number + turns.ANSWER
    names_another = answer and line.text.startswith("是", answer)  # 答：是张三。他建议……
    heard = spoken or later or (focus.spoken_to_line >= number and not names_another)
    announced = focus.listing and (line.text.endswith("：") or opens_advice(line))
    # Who comes in here speaks, whatever was told of before.
    fresh = any((one := focus.known.get(o.names[0])) and one.line is line for o in named if o.names)
    told = focus.told_paragraph == line.paragraph and not fresh
    if not (rows or heard or announced or told):
        turns.turn_to_last(line, named, focus)
    return rows


def _rows(
    line: Line, number: int, named: Named, spoken: Spoken, begin: int, focus: Focus
) -> list[Claim]:
    """What the verbs of the line announce; else a title handed in; else what ought to be."""
    acts_found, before = list(acts_of(line, named, focus, number)), focus.who
    focus.said_line = number if acts_found else focus.said_line
    rows = list(_announced(line, named, focus, acts_found))
    rows = [*quoted(line, rows, before), *rows]
    for mention, start, end in handed_in(line, named) if not rows else ():
        rows += claimed(line, mention, focus, start, end, 0.85)
    if rows or (acts_found and focus.listing and not spoken):
        return rows
    reported = bool(focus.who and not acts_found) and says_another(line, named)
    tells = focus.who is not None and focus.names == focus.narrator
    begin = spoken[1] if spoken else begin or (past(_WROTE, line.text, 0) if tells else 0)
    return list(unannounced(line, begin, named, focus, number, reported))


# 我在灯下写了：……, 又说了第二件：…… in what a deputy tells of himself
_WROTE = re.compile(
    "[^：“”]*(?:^|[我，])[^，。；：“”他她]{0,12}(?:[写抄改]成|[写说提讲]了|写[下道上])[^，。；：“”]{0,8}：(?=[^“”]{8})"
)


def _go_on_with_list(line: Line, above: Line, focus: Focus) -> None:
    """二、几点建议 in somebody's speech begins a list of proposals; 1. in one begins an item.

    So does a paragraph that a ； ends, or the last of such.
    """
    in_speech = bool(focus.names) and focus.names in (focus.author, focus.narrator)
    focus.listing |= in_speech and opens_advice(line)
    if line.indent <= focus.told_apart:  # below another item are facts, however far out
        focus.told_apart = line.indent if heads_demands(line.text) else sys.maxsize
    in_row = line.paragraph > above.paragraph and "；" in (line.text[-1], above.text[-1])
    if focus.listing and (in_row or _ITEM.match(line.text)):
        focus.item_paragraph = line.paragraph


# 一、, but not 一是, behind which one argues, unless it names the trouble to be solved.
_SOLVES = f"[{HAN}]是(?P<solves>{MEND})"
_ITEM = re.compile(rf"{_SOLVES}|（?[{HAN}\d]{{1,2}}[、.）]|[①-⑩]|—+(?=[一-鿿])")
_IN_SHORT = re.compile(
    f"(?:{_SOLVES}|(?![{HAN}]是){ENUMERATOR.pattern}(?P<mends>{MEND})?)[^，；：]{{2,12}}。"
)


def _announced(
    line: Line, named: Named, focus: Focus, acts_found: Sequence[Act]
) -> Iterator[Claim]:
    """What follows the verbs of the line whose subject is somebody known."""
    for place, act in enumerate(acts_found):
        if act.mention and not act.mention.names:
            continue
        following = acts_found[place + 1] if place + 1 < len(acts_found) else None
        end = content_end(line.text, act, following, named)
        start, stop = content(line.text, act.verb, end)
        by = act.mention
        if by and by.names != focus.names and not ITSELF.match(line.text, by.start):
            # 张三是代表，她说，……: the next sentence's 她 is 张三, too
            focus.attend(next((one for one in named if one.names == by.names), by), line)
        about = _ABOUT.search(line.text, 0, act.verb.start)
        words = line.text[start:stop]
        lists = opens_list(words) and not turns.ENTITLED.match(words)
        if lists and about and "：" not in line.text[stop:]:
            yield from claimed(line, act.mention, focus, *about.span(1), 0.6)
        elif lists or (start == stop and act.verb.kind != "say" and line.text[-1] in "：—"):
            focus.listing, focus.troubles = True, False
        elif start < stop and not names_no_object(words):
            yield from claimed(line, act.mention, focus, start, stop, act.confidence)


# 就尘肺病保障提出建议: the subject is all that is said of the proposal.
_ABOUT = re.compile(
    "(?:就|围绕|针对)(?!同[一样]|[这该此上])([^，。；：]{4,40}?)(?:分别|共同|联名)?$"
)


def without_outsiders(found: Sequence[Claim], known: Mapping[str, Known]) -> list[Claim]:
    """Without what an expert, a villager or an official says where most who propose are deputies.

    Kept is what such a one asks for outright, 某协会会长张三呼吁……. Where most are no deputies, in
    a forum or a hearing, each has a say.
    """
    people = {name: known[name].introduction for claim in found for name in claim.names}
    members = sum(bool(one.role) for one in people.values())
    if 2 * members <= len(people):
        return list(found)
    outside = {name for name, one in people.items() if _is_outsider(one)}
    asks = [
        one.line is one.mention_line
        and _ASKS.fullmatch(one.line.text, one.mention[1], one.start) is not None
        for one in found
    ]
    said = zip(found, asks, strict=True)
    return [one for one, asked in said if asked or not outside.issuperset(one.names)]


def _is_outsider(one: Introduction) -> bool:
    """Whom neither a role nor a label has speak, nor whoever sent him: 消费者代表."""
    speaks = one.role or one.confidence > PASSING or BODY.fullmatch(one.name)
    return not (speaks or re.search("代表|委员(?!会)|特邀", one.post))


_ASKS = re.compile(f"[^，。；：“”]*(?:{ASK})[，：“]*")
