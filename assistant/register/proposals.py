"""Who proposes what: sentence by sentence, with the person in focus carried along."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.register.acts import Act, acts_of, content_end, says_another
from assistant.register.apart import hero, met_apart
from assistant.register.attention import Focus, Known, Mention, meet
from assistant.register.bodies import ITSELF, writer
from assistant.register.claims import (
    Claim,
    by_sentence,
    claimed,
    handed_in,
    quoted,
    unannounced,
    without_headlines,
)
from assistant.register.labels import (
    answer_begins,
    invites,
    is_address,
    is_closing,
    is_nobodys,
    is_question,
    is_strange,
    opens_advice,
    opens_troubles,
)
from assistant.register.lines import Line
from assistant.register.lists import is_open, opens_list
from assistant.register.named import I_ASK, named_in
from assistant.register.norms import names_no_object
from assistant.register.posts import ROLE
from assistant.register.recurring import heads, name_at_head, name_in_label, subject
from assistant.register.speakers import (
    Spoken,
    gesture_end,
    heads_words,
    is_byline,
    is_reply,
    later_speaker,
    opens_another,
    speaker,
    stands_below,
    title_above,
)
from assistant.register.speech import content


def claims(text_lines: Sequence[Line], known: dict[str, Known]) -> list[Claim]:
    """Everything proposed, in document order; `known` learns everybody introduced."""
    focus = Focus(known=known, heads=heads(text_lines))
    if letter := writer(text_lines):
        meet(known, *letter)
        focus.writer = (letter[1].name,)
    found: list[Claim] = []
    for number, line in enumerate(text_lines):
        rows = _of_line(text_lines, number, focus)
        focus.proposed_line = number if rows else focus.proposed_line
        focus.pass_by(line)
        found += [one for row in rows for one in by_sentence(row)]
    return without_headlines(found)


def _of_line(text_lines: Sequence[Line], number: int, focus: Focus) -> list[Claim]:
    line = text_lines[number]
    _meet_apart(text_lines, number, focus)
    named = named_in(line, focus)
    if _is_anothers(line, number, named, focus):
        focus.forget()
    spoken = speaker(line, named)
    if _proposes_nothing(text_lines, number, named, spoken, focus):
        return []
    if _comes_in(text_lines, number, named, focus):
        focus.spoken_to_line = -1
    _go_on_with_list(line, focus)
    later = None if spoken else later_speaker(text_lines, number, focus)
    answer = answer_begins(line)
    gesture = 0 if spoken or later else gesture_end(line, named, focus)
    who = (focus.who if named[0].pronoun else (named[0], line)) if gesture else None
    later = (*who, number) if who else later
    _listen(text_lines, number, named, spoken, later, focus)
    acts_found = list(acts_of(line, named, focus, number))
    focus.said_line = number if acts_found else focus.said_line
    rows = list(_announced(line, named, focus, acts_found))
    rows = [*quoted(line, rows), *rows]
    for mention, start, end in handed_in(line, named) if not rows else ():
        rows += claimed(line, mention, focus, start, end, 0.85)
    if not rows and not (acts_found and focus.listing and not spoken):
        begin = spoken[1] if spoken else answer or gesture
        reported = bool(focus.who and not acts_found) and says_another(line, named)
        rows = list(unannounced(line, begin, named, focus, number, reported))
    if who:
        focus.attend(*who)  # whomever he has quoted
    if focus.author and focus.names == focus.author and focus.spoken_to_line < number:
        focus.spoken_to_line = number + _ANSWER
    names_another = answer and line.text.startswith("是", answer)  # 答：是张三。他建议……
    heard = spoken or later or (focus.spoken_to_line >= number and not names_another)
    others = [o for o in named if not (o.pronoun or ITSELF.match(line.text, o.start))]
    announced = focus.listing and (line.text.endswith("：") or opens_advice(line))
    # Who comes in with a role speaks, whatever was told of before.
    fresh = any((one := focus.known.get(o.names[0])) and one.line is line for o in others)
    told = focus.told_paragraph == line.paragraph and not fresh
    if not rows and others and not (heard or announced or told):
        # 张三接过话头：“李四讲的是车。”: who is named in his words does not speak
        outside = [one for one in others if not is_open(line.text, one.start)]
        focus.attend((outside or others)[-1], line)
    return rows


def _go_on_with_list(line: Line, focus: Focus) -> None:
    """二、几点建议 in somebody's speech begins a list of proposals; 1. in one begins an item."""
    in_speech = bool(focus.names) and focus.names in (focus.author, focus.narrator)
    focus.listing |= in_speech and opens_advice(line)
    if focus.listing and _ITEM.match(line.text):
        focus.item_paragraph = line.paragraph


def _asks_later(text_lines: Sequence[Line], number: int) -> bool:
    """Whether the speech below has 几点建议： further on: what it lists before is no proposal."""
    for line in text_lines[number + 1 : number + _SPEECH]:
        if is_byline(line):
            return False
        if opens_advice(line):
            return True
    return False


def _is_anothers(line: Line, number: int, named: Sequence[Mention], focus: Focus) -> bool:
    """江西的张三不是代表: somebody unknown begins the sentence; who spoke before has ended."""
    if ROLE.match(line.text) and not named:
        return True
    if focus.listing or focus.spoken_to_line >= number:
        return False
    stranger, at = subject(line.text)
    return bool(stranger) and stranger not in focus.known and all(one.start > at for one in named)


def _listen(
    text_lines: Sequence[Line],
    number: int,
    named: Sequence[Mention],
    spoken: Spoken,
    later: tuple[Mention, Line, int] | None,
    focus: Focus,
) -> None:
    """Turn to whose words the line holds: an answer, what a label or a quotation's end says."""
    line = text_lines[number]
    asked = focus.asked if answer_begins(line) else None
    if asked:
        focus.attend(*asked)
        focus.spoken_to_line, focus.listing = number + _ANSWER, focus.invited
    elif spoken:
        mention, byline = spoken[0], is_byline(line)
        if byline and focus.byline_line == number - 1:  # two names, one above the other
            mention = replace(mention, names=focus.names + mention.names)
        focus.byline_line = number if byline else focus.byline_line
        focus.author = mention.names if byline else ()
        focus.attend(mention, line)
        whole = line.heading and not byline
        told_of = whole and not heads_words(line, mention)
        focus.spoken_to_line = -1 if told_of else number + _ANSWER
        focus.headed = line.section if whole else ""
        focus.title = title_above(text_lines, number) if byline else None
        is_alone = spoken[1] == len(line.text) and not _asks_later(text_lines, number)
        focus.listing = is_alone or focus.invited
        focus.voice = focus.who if whole and not told_of else None
    elif later:
        focus.attend(later[0], later[1])
        focus.spoken_to_line = later[2]
    elif (
        not named
        and (focus.told_paragraph != line.paragraph or I_ASK.match(line.text))
        and (focus.voice_paragraph == line.paragraph or stands_below(line, focus))
    ):
        focus.who, focus.spoken_to_line = focus.voice, number + _ANSWER
    if asked or (spoken and spoken[1] < len(line.text)):
        focus.voice, focus.voice_paragraph = focus.who, line.paragraph
        here = {*focus.names, *(name for one in named for name in one.names)}
        focus.recent = tuple(name for name in focus.recent if name in here)


def _meet_apart(text_lines: Sequence[Line], number: int, focus: Focus) -> None:
    apart = met_apart(text_lines, number, focus.heads | focus.known.keys())
    told = hero(text_lines, number, focus.known) if focus.who is None else None
    if apart:
        told = None if apart[1].name in focus.known else apart
        meet(focus.known, *apart)
    if told:
        line, one = told
        focus.attend(Mention.of(one), line)


def _comes_in(
    text_lines: Sequence[Line], number: int, named: Sequence[Mention], focus: Focus
) -> bool:
    """全国人大代表张三……: somebody new at the head of a paragraph; who spoke before has ended."""
    line = text_lines[number]
    one = focus.known.get(named[0].names[0]) if named and named[0].names else None
    if one is None or one.line is not line or one.introduction.start or not one.introduction.role:
        return False
    return number == 0 or text_lines[number - 1].paragraph != line.paragraph


def _proposes_nothing(
    text_lines: Sequence[Line], number: int, named: Sequence[Mention], spoken: Spoken, focus: Focus
) -> bool:
    """A question, a title, a stranger's words, an attachment: most end what was said."""
    line = text_lines[number]
    if line.heading and not named and focus.byline_line == number - 1:
        focus.title = line
        return True
    head = len(re.split("[，：]", line.text)[0])
    of_known = spoken is not None or any(one.start < head for one in named)
    focus.troubles = opens_troubles(line, focus.troubles and not line.heading)
    labelled = focus.voice is not None or len(focus.names) > 1  # all on a roll say nothing at once
    stranger = name_at_head(line.text) or (name_in_label(line.text) if labelled else "")
    unknown = bool(stranger) and stranger not in focus.known
    others = ((is_strange(line) or unknown) and not of_known) or is_reply(line, spoken, focus)
    asked_by = focus.voice is not None and _ASKED_BY.match(focus.voice[1].text) is not None
    others = others or (asked_by and answer_begins(line) > 0)
    closing = is_closing(line)
    another = closing or (others and "我" not in line.text[:head])  # not 有人跟我说：……
    focus.told_paragraph = line.paragraph if another else focus.told_paragraph
    if is_question(line) and not _asks_in_role(line, spoken, focus):
        focus.hear_question(line, named)
        focus.musing = _MUSE.search(line.text) is not None
        focus.invited = invites(line)
        return True
    apart = others or closing or is_nobodys(line)
    apart = apart or is_address(line, text_lines[number + 1 : number + 2])
    if apart or (not named and opens_another(text_lines, number, focus)):
        focus.forget()
        focus.author = focus.author if others else ()
        return True
    return False


def _asks_in_role(line: Line, spoken: Spoken, focus: Focus) -> bool:
    """问（市人大代表 张三）：……: who asks may propose something as well."""
    label = spoken if _ASKED_BY.match(line.text) else None
    return label is not None and bool(focus.known[label[0].names[0]].introduction.role)


_ASKED_BY = re.compile("提?问（")
_MUSE = re.compile("一(?:句话|个词)(?!，?[^。]*(?:建议|呼吁|主张))")
# 一、, but not 一是, behind which one argues.
_ITEM = re.compile(r"（?[一二三四五六七八九十\d]{1,2}[、.）]|[①-⑩]")
_SPEECH = 60  # sentences
_ANSWER = 30  # sentences an answer or a contribution may run on; the next speaker ends it


def _announced(
    line: Line, named: Sequence[Mention], focus: Focus, acts_found: Sequence[Act]
) -> Iterator[Claim]:
    """What follows the verbs of the line whose subject is somebody known."""
    for place, act in enumerate(acts_found):
        following = acts_found[place + 1] if place + 1 < len(acts_found) else None
        end = content_end(line.text, act, following, named)
        start, stop = content(line.text, act.verb, end)
        by = act.mention
        if by and by.names != focus.names and not ITSELF.match(line.text, by.start):
            # 张三是代表，她说，……: the next sentence's 她 is 张三, too
            focus.attend(next((one for one in named if one.names == by.names), by), line)
        about = _ABOUT.search(line.text, 0, act.verb.start)
        if opens_list(line.text[start:stop]) and about and "：" not in line.text[stop:]:
            yield from claimed(line, act.mention, focus, *about.span(1), 0.6)
        elif opens_list(line.text[start:stop]) or (
            start == stop and act.verb.kind != "say" and _LIST_BELOW.search(line.text)
        ):
            focus.listing = True
        elif start < stop and not names_no_object(line.text[start:stop]):
            yield from claimed(line, act.mention, focus, start, stop, act.confidence)


_LIST_BELOW = re.compile(
    "(?:建议|意见|对策|主张|倡议|呼吁|提议|提出|希望|请求|诉求|药方|办法|想法)[^，。；：]{0,8}(?:：|—+)$"
)
# 就尘肺病保障提出建议: the subject is all that is said of the proposal.
_ABOUT = re.compile("(?:就|围绕|针对)([^，。；：]{4,40}?)(?:分别|共同|联名)?$")
