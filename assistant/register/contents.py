"""What the content of a field asks for: its items and sentences, without labels and facts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.register.lines import Line, Part, text_of
from assistant.register.lists import AND_BELOW, ENUMERATOR, announces, past_links
from assistant.register.norms import is_imperative, is_plain, states, wants


def demanded(content: Sequence[Part], gist: bool, headed: bool) -> list[Part] | None:
    """What is asked for, item by item; None where the proposal has been withdrawn.

    `gist`: the field may tell facts as well; `headed`: it stands below a heading, with reasons.
    """
    if any(WITHDRAWN.search(text_of(part)) for part in content):
        return None
    may_state = gist or headed or len(content) > 1
    stated = [part for part in content if not _says_nothing(part, may_state)]
    if headed:
        items = [part for part in content if ENUMERATOR.match(text_of(part))]
        within = {part[0].paragraph for part in items}
        stated = [
            part
            for part in stated
            if part in items
            or (part[0].paragraph in within and is_plain(text_of(part)))
            or wants(text_of(part))
        ]
    if gist:  # the facts come first, and then 建议……, or what ought to be
        stated = [behind_facts(part) for part in stated]
        words = [text_of(part) for part in stated]
        first = (at for ask in (asks_first, wants) for at, one in enumerate(words) if ask(one))
        stated = stated[next(first, 0) :]
    return [_without_below(*part) for part in stated]


def _without_below(line: Line, start: int, end: int) -> Part:
    """建议制定条例，并明确以下内容： without the latter."""
    more = AND_BELOW.search(line.text, start, end)
    return line, start, more.start() if more else end


def behind_facts(whole: Part) -> Part:
    """充电桩缺口约900个；建议…… in one sentence: from what is asked for on."""
    line, start, end = whole
    asked = _ASKS_BEHIND.search(line.text, start, end)
    tells = asked and not (wants(asked["fact"]) or is_plain(f"{asked['fact']}。"))
    return (line, asked.end(), end) if asked and (tells or states(asked["fact"])) else whole


_ASKS_BEHIND = re.compile(
    "(?P<fact>[^；]+?)[，；](?=(?:为此|对此|因此|故)?，?(?:建议|希望|提议|呼吁|恳?请(?![问教假示])))"
)
# 建议……, 为此建议：……, 提案建议，……, 张三代表希望……, 提案提出两条意见：……
_ASKS = re.compile(
    "(?:(?:[为对据就]此|因此|故|现)(?=建议|希望|提议|呼吁))?(?:(?:[一-鿿·]{0,12}(?:提案|议案|代表|委员)|"
    "本案)(?:还|也|均|都)?)?(?:(?:建议|希望|提议|呼吁)(?:[，：]①?)?|"
    "提出[^，。；：]{1,8}：|另外?提出)|(?:要点|诉求|主张|提案?|对策)(?:：|$)"
)
# 早6：30 is a time, and no label
ASKED = re.compile(
    f"{ENUMERATOR.pattern}?(?:{_ASKS.pattern}(?=(?:[^，。；：]|(?<=\\d)：(?=\\d))*(?:[，。；\t]|$)))?"
)


def asks_first(text: str) -> bool:
    """Whether the sentence begins with 建议……, 为此，呼吁……."""
    return _ASKS.match(text, past_links(text)) is not None


def heads_demands(text: str) -> bool:
    """建议：, - 讲补贴：…… and - 提案两份，…… above what is asked for, farther in."""
    return asks_first(text) or _HEADS_DEMANDS.match(text) is not None


_HEADS_DEMANDS = re.compile(
    f"{ENUMERATOR.pattern}(?:[讲谈][^，。；：]{{1,12}}：|(?:[想只]?要的|诉求)[^，。；：]{{0,12}}：$|"
    "(?:[提议]案|建议)[几两三四五六\\d][份条件项](?:，|$))"
)


# （一）养护责任。 names what the next sentence asks for; （详见附件） names nothing.
_LABEL = re.compile(f"{ENUMERATOR.pattern}?[^，；：]{{2,8}}。?$")
# （三）保障方面。 （一）关于时间。
_IN_FIELD = re.compile("^[^，；：]{2,8}方面。?$|^[^，；：]{0,4}关于[^，；：的]{2,8}。?$")
WITHDRAWN = re.compile(
    "(?:^|[（【])[^，。；]{0,6}(?:本人|已|自行|主动)(?:申请|[来致][电函]|书面)?"
    "撤[回案销](?:本案|提案|该提案)?(?:，[^，。；]{0,16})?[。）】]*$"
)
ELSEWHERE = re.compile(
    "[—/-]*$|（[^）]*）。?$|(?:[^。；：]*，)?(?:具体)?(?:内容)?(?:详?见|略|同上)[^，。]{0,8}。?$|"
    "[与同和]?第\\d+[号项件条][^，。；]{0,4}(?:相[近同似]|类似|重复)(?:，[^，。；]{2,6})?。?$"
)


def _says_nothing(part: Part, may_state: bool) -> bool:
    text = text_of(part)
    label, number = _LABEL.match(text), ENUMERATOR.match(text)
    if number and is_imperative(text[number.end() :]) and not _IN_FIELD.search(text):
        return announces(text)
    return bool(
        (label and number)
        or ELSEWHERE.match(text)
        or announces(text)
        or (may_state and states(text))
    )
