"""Replies to a proposal (答复): what they quote of it is its proposers', the rest the office's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, zip_longest

from assistant.register.claims import Claim
from assistant.register.fields import kind_of, listed
from assistant.register.forms import field_of
from assistant.register.lines import Line, Lines, Part, Span
from assistant.register.lists import ENUMERATOR, trimmed
from assistant.register.names import is_name
from assistant.register.norms import is_imperative, is_normative, is_plain
from assistant.register.recurring import could_be_name
from assistant.register.titled import Introduction, Met
from assistant.register.verbs import TO_DO

_RECEIVED = re.compile(
    "(?:(?:您|你)们?|[两三四五]位(?:代表|委员))[^。；《》“]{0,40}(?:提出|提交|所提|领衔|附议)的?"
    "(?P<title>《.+?》|“关于.+?”|关于.+?的(?:提案|建议|议案))[^。]*(?:收悉|主办)"
)
_SALUTATION = re.compile(
    "(?:尊敬的)?(?P<names>[一-鿿·、]{2,40}?)(?:等)?(?:[\\d一二两三四五六七八九十]+[位名])?"
    "(?P<role>(?:(?:全国|[省市县区州])(?:人大|政协))?(?:代表|委员))：$"
)
# （二）关于推行…的建议。 and 关于推行…。
_ABOUT = re.compile(
    f"{ENUMERATOR.pattern}?关于(?:(?:(?:您|你们?|[两三四五]位(?:代表|委员)|提案)[中所]?)?(?:提出的|建议(?!的|"
    "意见)))?(?:“(?P<quoted>[^”]{6,})”(?:[。：]|的|$)|(?!您|你)(?P<asked>.{4,}?)的(?:建议|意见|提案|问题)(?:[，。：]|"
    "$)|(?!您|你)(?P<bare>[^，。；“”]{4,30}(?=。)|[^。；]{4,60}$))"
)
# 您建议…，我们予以采纳。
_OFFICE_SAYS = (
    "我们|我[厅局委部办省市县区]|经(?!营|济|费)|因(?!地|此)|目前|考虑|鉴于|很|非常|对此|这|该|予以|暂|"
    "[^，。；]{2,14}(?:认为|赞同|采纳|表示|支持|同意)"
)
_YOU = "(?:您|你们?|(?<![一-鿿])(?:代表|委员|提案中?|建议中?(?=提出|希望|要求)))"
_BESIDES = "还|也|又|补充|同时|特别|另外"
_ASKED = re.compile(
    f"{_YOU}(?:(?:{_BESIDES}|在[^，。；]{{1,8}}[中时里上])*|[^。；“”我]{{4,80}}?，并)"
    "(?:建议|提出|希望|呼吁|(?<![照据应]您)(?<![照据应])要求(?!我[局厅委办]|我们)|[谈提]到(?=，?应))(?!的|办理|"
    "工作)，?(?P<asked>.{4,}?)"
    f"(?:，(?:{_OFFICE_SAYS}|并提出“)|[。；]|$)"
)
_HEADS = re.compile(f"{ENUMERATOR.pattern}|关于")
ON_SAME = 0.25  # of the heading's pairs of characters
_APART = re.compile(f"^(?:{_HEADS.pattern})|{_YOU}(?:{_BESIDES})")
# 您……，并提出“……”“……”等意见, 提出甲、乙、丙等建议, 您……提出的关于甲的建议
_LISTED = re.compile(
    f"{_YOU}(?:[^。；]*，)?[^，。；“我]*?提出(?:了|的(?:关于)?)?(?P<all>[^。；《》]{{6,}}?)"
    "(?:等|的|(?<=”))[^，。；]{0,4}(?:意见|建议)"
)
_EACH = re.compile("“[^“”]{6,}”|(?:[^、“”]|、(?![^、]{6})|(?<![^、]{6})、|(?<=为..)、)+")
# 张三委员在电话中提出的把……的意见, of one of those who have signed
_HIS = re.compile(
    "(?P<name>[一-鿿·]{2,16})(?:代表|委员)[^，。；：提]{0,12}提出的(?:关于)?"
    "“?(?P<asked>(?!很|许多|[相有]关|具体|宝贵)[^，。；：“”]{4,}?)”?(?:的(?:意见|建议|想法)|$)"
)


@dataclass(frozen=True, slots=True)
class _Reply:
    """Whom one reply answers, and what it calls their proposal."""

    people: tuple[Met, ...]
    used: frozenset[int]  # numbers of the lines that name them
    received: int  # the line 您提出的《…》收悉
    title: Part


def read_replies(text_lines: Lines) -> tuple[list[Met], list[Claim], set[int]]:
    """Proposers and proposals of replies, and the lines that tell them; nothing of other texts."""
    replies = list(_replies(text_lines))
    people, found, used = list[Met](), list[Claim](), set[int]()
    for reply, following in zip_longest(replies, replies[1:]):
        end = min(following.used | {following.received}) if following else len(text_lines)
        claims, heading = dict[int, list[Claim]](), -1
        items = _recounted(text_lines, reply.received + 1, end) if reply.people else {}
        for number in range(reply.received + 1, end) if reply.people else ():
            line = text_lines[number]
            if his := _his(reply, line):
                claims[number] = [his]
            elif asked := items.get(number) or list(_asked(line, not items)):
                claims[number] = [_claim(reply, line, *span) for span in asked]
                if heading in claims and _is_on_same(claims[number], claims[heading]):
                    claims[heading] = []
            heading = number if _HEADS.match(line.text) else heading
        people += reply.people
        found += chain(*claims.values())
        found += [_claim(reply, *reply.title)] if reply.people and not claims else []
        used |= reply.used | claims.keys()
    return people, found, used


def _replies(text_lines: Lines) -> Iterator[_Reply]:
    begin = 0
    for number, line in enumerate(text_lines):
        if received := _RECEIVED.search(line.text):
            head = range(max(begin, number - _HEAD), number)
            named = {place: found for place in head if (found := [*_proposers(text_lines[place])])}
            people = tuple(
                (text_lines[place], one) for place in reversed(named) for one in named[place]
            )
            title = (line, *_inside(line.text, *received.span("title")))
            yield _Reply(people, frozenset(named), number, title)
            begin = number + 1


_HEAD = 15  # lines above 收悉 that may say whose proposal it is


def _proposers(line: Line) -> Iterator[Introduction]:
    """Whom the line lists as 提案人, or addresses: 尊敬的张三、李四委员："""
    key, begin = field_of(line)
    match = _SALUTATION.match(line.text)
    if kind_of(key) == "proposer":
        yield from listed(line, begin, len(line.text))
    elif match:
        for part in re.compile("[^、]+").finditer(line.text, *match.span("names")):
            if is_name(part.group()) or could_be_name(part.group()):
                whole = part.start(), match.end("role")
                yield Introduction(part.group(), match["role"], "", whole, part.span(), 1.0)


_RECOUNTS = re.compile(
    "(?:(?:[为据对因]此|故)，?(?:您|你们?)?|(?:您|你们?|提案)(?:在提案中)?)[还又]?(?:提出)?"
    "(?:了?(?:以下|如下|[几两三四五六]点)?)(?:具体)?建议(?:如下)?：$"
)


def _recounted(text_lines: Lines, begin: int, end: int) -> dict[int, list[Span]]:
    """为此建议：（一）……；（二）……。 before the office has its say: the items, by line."""
    items = dict[int, list[Span]]()
    reading = False
    for number in range(begin, end):
        text = text_lines[number].text
        numbered = ENUMERATOR.match(text) if reading else None
        if numbered and (is_imperative(text[numbered.end() :]) or is_plain(text)):
            items[number] = [trimmed(text, numbered.end(), len(text))]
        elif items:
            break
        else:
            reading = _RECOUNTS.search(text) is not None
    return items


def _asked(line: Line, headings: bool) -> Iterator[Span]:
    """What the line says the proposers asked for; `headings`: also （一）关于……, if not told."""
    about = _ABOUT.match(line.text) if headings else None
    group = str(about.lastgroup) if about else ""
    words = about[group] if about else ""
    # 关于几条具体建议 and 关于所提建议的办理 are of all.
    is_one = not words.endswith(("建议", "意见", "情况", "问题", "办理", "落实"))
    # 停车位安装……, who or what is to do it coming first
    asks = is_imperative(words) or is_normative(words) or re.search(f"...{TO_DO}", words)
    if about and is_one and (group == "quoted" or asks):
        yield _inside(line.text, *about.span(group))
    listed = _LISTED.search(line.text)
    words = listed["all"] if listed else ""
    asks = is_imperative(words) or re.search(TO_DO, words) or re.match("“[^“”]*，", words)
    start, end = listed.span("all") if listed and asks else (0, 0)
    yield from (_inside(line.text, *one.span()) for one in _EACH.finditer(line.text, start, end))
    for asked in _ASKED.finditer(line.text):
        if asked.end("asked") <= start or asked.start("asked") >= end:
            yield trimmed(line.text, *asked.span("asked"))


def _is_on_same(found: list[Claim], headed: list[Claim]) -> bool:
    """Whether what is found below a heading of a reply says the same with more detail."""
    firsts = (found[:1], headed[:1])
    below, heading = ("".join(one.line.text[one.start : one.end] for one in of) for of in firsts)
    pairs = [heading[at : at + 2] for at in range(len(heading) - 1)]
    had = sum(pair in below for pair in pairs)
    return had >= ON_SAME * len(pairs) and not _APART.search(found[0].line.text)


def _his(reply: _Reply, line: Line) -> Claim | None:
    """What one of several has asked for besides."""
    told = _HIS.search(line.text)
    people = [one for one in reply.people if told and told["name"].endswith(one[1].name)]
    theirs = replace(reply, people=tuple(people))
    return _claim(theirs, line, *told.span("asked")) if told and people else None


def _inside(text: str, start: int, end: int) -> Span:
    """Without marks around, also the two of a quotation or a title that is all there is."""
    start, end = trimmed(text, start, end)
    whole = re.fullmatch("“[^“]*”|《[^《]*》", text[start:end])
    return (start + 1, end - 1) if whole else (start, end)


def _claim(reply: _Reply, line: Line, start: int, end: int) -> Claim:
    at, one = reply.people[0]
    names = tuple(dict.fromkeys(person.name for _, person in reply.people))
    return Claim(line, names, one.named, at, start, end, 0.9, reply.title)
