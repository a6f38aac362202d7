"""Who has the word: the person in focus as labels, questions, quotations and strangers turn it."""

from __future__ import annotations

import re
from itertools import takewhile

from assistant.register import labels, speakers
from assistant.register.apart import hero, met_apart
from assistant.register.attention import ME, Focus, Mention, Named, meet
from assistant.register.bodies import BODY, ITSELF
from assistant.register.contents import asks_first, heads_demands
from assistant.register.lines import Line, Lines
from assistant.register.lists import BULLET, ENUMERATOR, is_open, past
from assistant.register.named import I_ASK, named_in
from assistant.register.names import is_name
from assistant.register.posts import ROLE
from assistant.register.recurring import name_at_head, name_in_label, subject
from assistant.register.speakers import Heard, Spoken

_ASKED_BY = re.compile("提?问（")
_MUSE = re.compile("一(?:句话|个词)(?!，?[^。]*(?:建议|呼吁|主张))")
ANSWER = 30  # sentences an answer or a contribution may run on; the next speaker ends it


def is_anothers_turn(text_lines: Lines, number: int, named: Named, focus: Focus) -> bool:
    """江西的张三不是代表: somebody unknown begins the sentence; who spoke before has ended."""
    line = text_lines[number]
    begin = past(ENUMERATOR, line.text, 0)
    close = min((edge for edge in line.marked if edge > begin), default=begin)
    bold = begin in line.marked and is_name(line.text[begin:close])  # - **张三**，院士
    if not named and ROLE.match(line.text):
        return True
    # - 张三（市人大代表）, and behind what is listed farther in an item as far out
    who = focus.who[1] if focus.who else line
    out = ENUMERATOR.match(who.text) and line.indent <= who.indent < text_lines[number - 1].indent
    if (bold or out) and all(one.pronoun for one in named):
        return True
    if focus.listing or focus.spoken_to_line >= number:
        return False
    stranger, at = subject(line.text)
    if not stranger:
        stranger = max(filter(line.text.startswith, focus.heads), key=len, default="")
    return bool(stranger) and stranger not in focus.known and all(one.start > at for one in named)


def listen(
    text_lines: Lines, number: int, named: Named, spoken: Spoken, later: Heard, focus: Focus
) -> None:
    """Turn to whose words the line holds: an answer, what a label or a quotation's end says."""
    line = text_lines[number]
    asked = focus.asked if labels.answer_begins(line) else None
    if asked:
        focus.attend(*asked)
        focus.spoken_to_line, focus.listing = number + ANSWER, focus.invited
    elif spoken:
        _hear_speaker(text_lines, number, *spoken, focus)
    elif later:
        focus.attend(later[0], later[1])
        focus.spoken_to_line = later[2]
    elif (
        not named
        and (focus.told_paragraph != line.paragraph or I_ASK.match(line.text))
        and (focus.voice_paragraph == line.paragraph or speakers.stands_below(line, focus))
    ):
        focus.who, focus.spoken_to_line = focus.voice, number + ANSWER
    if asked or (spoken and spoken[1] < len(line.text)):
        here = {*focus.names, *(name for one in named for name in one.names)}
        here |= _asked_about(text_lines, number, focus)
        focus.voice, focus.voice_paragraph = focus.who, line.paragraph
        focus.recent = tuple(name for name in focus.recent if name in here)


def heads_items(text_lines: Lines, number: int, named: Named) -> Spoken:
    """- 张三代表，某乡护林员 above items farther in: whose they are."""
    line, begin = text_lines[number], past(_BULLET, text_lines[number].text, 0)
    below = text_lines[number + 1 : number + 2] if begin else ()
    items = any(one.indent > line.indent and ENUMERATOR.match(one.text) for one in below)
    heads = items and named and named[0].start == begin and not named[0].pronoun
    return (named[0], len(line.text)) if heads else None


_BULLET = re.compile(BULLET)


def _asked_about(text_lines: Lines, number: int, focus: Focus) -> set[str]:
    """晚报：李四也在呼吁……。 above an answer: of whom it may go on to tell."""
    above = text_lines[max(number - 1, 0)].paragraph
    asked = [
        one.text for one in text_lines[max(number - _NEAR, 0) : number] if one.paragraph == above
    ]
    asks = asked and above != focus.voice_paragraph and _ASKS.match(asked[0])
    return {name for name in focus.recent if asks and name in "".join(asked)}


_NEAR = 6  # sentences of a question, or of what is told of a proposal
_ASKS = re.compile("[^，。；：！？“”]{1,12}：")


def _hear_speaker(text_lines: Lines, number: int, mention: Mention, end: int, focus: Focus) -> None:
    """Turn to whom a label, a byline or a heading of the line says to speak, up to `end`."""
    line, byline = text_lines[number], speakers.is_byline(text_lines[number])
    focus.byline_line = number if byline else focus.byline_line
    focus.author = mention.names if byline else ()
    alone = byline or (end == len(line.text) and line.text[-1] == "：")
    below = text_lines[number + 1].text if alone and number + 1 < len(text_lines) else ""
    own = re.sub("“[^”]*”?|^[^“]*：.*", "", below) if byline and not mention.names[1:] else ""
    is_diary = byline and number and re.search("日记|札记|日志|自述", text_lines[number - 1].text)
    if (
        is_diary or ME.search(own) or below.startswith("我") or (alone and focus.narrator)
    ):  # 那天，我……
        focus.narrator = mention.names
    focus.attend(mention, line)
    whole = line.heading and not byline
    told_of = whole and not speakers.heads_words(line, mention)
    focus.spoken_to_line = -1 if told_of else number + ANSWER
    focus.headed = line.section if whole else ""
    focus.title = speakers.title_above(text_lines, number) if byline else None
    entitled = line.heading and ENTITLED.match(line.text, end)
    focus.listing = end == len(line.text) or focus.invited or bool(entitled)
    # **张三**（某院院长） may stand above as well.
    item = ENUMERATOR.match(line.text) or line.text.endswith("：")
    items = takewhile(
        lambda one: one.indent > line.indent or (not item and ENUMERATOR.match(one.text)),
        text_lines[number + 1 :],
    )
    focus.told_apart = max((one.indent for one in items if heads_demands(one.text)), default=-1)
    focus.voice = focus.who if whole and not told_of else None


ENTITLED = re.compile("《?关于[^。；]+的(?:提案|建议|议案)》?$")  # 张三：关于……的建议 above items


def meet_apart(text_lines: Lines, number: int, focus: Focus) -> None:
    apart = met_apart(text_lines, number, focus.heads | focus.known.keys())
    told = hero(text_lines, number, focus.known) if focus.who is None else None
    if apart:
        told = None if apart[1].name in focus.known else apart
        meet(focus.known, *apart)
    if told:
        line, one = told
        focus.attend(Mention.of(one), line)


def comes_in(text_lines: Lines, number: int, named: Named, focus: Focus) -> bool:
    """全国人大代表张三……: somebody new at the head of a paragraph; who spoke before has ended."""
    line = text_lines[number]
    one = focus.known.get(named[0].names[0]) if named and named[0].names else None
    if one is None or one.line is not line or one.introduction.start or not one.introduction.role:
        return False
    return number == 0 or text_lines[number - 1].paragraph != line.paragraph


def turn_to_last(line: Line, named: Named, focus: Focus) -> None:
    """张三接过话头：“李四讲的是车。”: who is named in his words does not speak."""
    others = [o for o in named if not (o.pronoun or ITSELF.match(line.text, o.start))]
    outside = [one for one in others if not is_open(line.text, one.start)]
    if others:
        focus.attend((outside or others)[-1], line)


def turn_to_movers(text_lines: Lines, number: int, named: Named, focus: Focus) -> None:
    """建议…… at the head of a paragraph of a motion: its movers', whomever was told of before.

    In a speech whose byline names somebody: his, whom else he has quoted.
    """
    line = text_lines[number]
    opens = number == 0 or text_lines[number - 1].paragraph != line.paragraph
    theirs = focus.movers or (() if focus.who else focus.author)
    if theirs and opens and not named and asks_first(line.text):
        focus.give_word(theirs, number if focus.movers else number + ANSWER)
    bodies = tuple(name for name in focus.known if BODY.fullmatch(name))
    if len(bodies) == 1 and opens and not named and line.text.startswith("集体提案"):
        focus.give_word(bodies, number + _NEAR)  # 集体提案《……》……。提案建议……


def proposes_nothing(
    text_lines: Lines, number: int, named: Named, spoken: Spoken, focus: Focus
) -> bool:
    """A question, a title, a stranger's words, an attachment: most end what was said."""
    line = text_lines[number]
    if line.heading and not named and focus.byline_line == number - 1:
        focus.title = line
        return True
    head = len(re.split("[，：]", line.text)[0])
    of_known = spoken is not None or any(one.start < head for one in named)
    begins = spoken is not None and not labels.is_question(text_lines[max(number - 1, 0)])
    told_before = focus.troubles and not (line.heading or begins or labels.is_question(line))
    focus.troubles = labels.opens_troubles(line, told_before)
    if line.heading and focus.narrator and labels.opens_advice(line):  # ## 我的建议
        focus.give_word(focus.narrator, number + ANSWER)
        focus.listing = True
        return True
    labelled = focus.voice is not None or len(focus.names) > 1  # all on a roll say nothing at once
    stranger = name_at_head(line.text) or (
        name_in_label(line.text[past(ENUMERATOR, line.text, 0) :]) if labelled else ""
    )
    unknown = bool(stranger) and stranger not in focus.known
    others = (labels.is_strange(line) or unknown) and not of_known
    others = others or speakers.is_reply(line, spoken, focus)
    asked_by = focus.voice is not None and _ASKED_BY.match(focus.voice[1].text) is not None
    others = others or (asked_by and labels.answer_begins(line) > 0)
    # not 有人跟我说：……
    another = labels.is_nobodys(line) or (others and "我" not in line.text[:head])
    focus.told_paragraph = line.paragraph if another else focus.told_paragraph
    # 问（市人大代表 张三）：……: who asks may propose something as well
    asks = focus.known[spoken[0].names[0]] if spoken and _ASKED_BY.match(line.text) else None
    if labels.is_question(line) and not (asks and asks.introduction.role):
        focus.hear_question(line, named)
        focus.musing = _MUSE.search(line.text) is not None
        focus.invited = labels.INVITES.search(line.text) is not None
        return True
    apart = others or labels.is_nobodys(line) or speakers.is_signature(text_lines, number)
    below = speakers.signature(text_lines, number)  # ——旁听市民老李
    apart = apart or (below > 0 and not named_in(text_lines[below], focus))
    apart = apart or (not spoken and speakers.quotes_stranger(text_lines, number, focus))
    apart = apart or labels.is_address(line, text_lines[number + 1 : number + 2])
    if apart or (not named and speakers.opens_another(text_lines, number, focus)):
        focus.forget()
        focus.author = focus.author if others else ()
        focus.movers = () if apart else focus.movers  # what stands behind is no part of the motion
        return True
    return False
