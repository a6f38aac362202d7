"""Who is introduced, and where each person is mentioned."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from assistant.register.names import ends_name, is_name, likely_end, name_before, name_end
from assistant.register.posts import POST_END, POSTS, ROLE

_STOP = re.compile(r"[。；！？《\n]")
REACH = 75  # characters from a role to its name; the longest in use is a post of some sixty
_PREFIX = re.compile(
    "^(?:.*(?:来自|身为|作为|身兼|还有|采访了|邀请|记者从|获悉|据悉|其中|对于|此外|同时|会上|今年|日前|"
    "近日|昨日))?"
    "(?:[在据由对与和及]|\\d{1,2}[.．、])?"
)


@dataclass(frozen=True, slots=True)
class Introduction:
    """A person as a line introduces them; offsets count in the line."""

    name: str
    role: str
    post: str
    start: int
    end: int
    name_start: int
    name_end: int
    confidence: float


def introductions(text: str, heads: Collection[str] = ()) -> list[Introduction]:
    """Everybody whom the line gives a role: before the name, after it, or in brackets.

    `heads` are names known from elsewhere, where 张三挂在嘴边 alone does not tell their end.
    """
    found: list[Introduction] = []
    for wide in ROLE.finditer(text):
        # 张三和市政协委员 is no 三和市: the role begins behind the name
        begin = max([wide.start(), *(one.end for one in found if one.start <= wide.start())])
        role = ROLE.search(text, begin, wide.end()) if begin < wide.end() else None
        if role is None:
            continue
        found += (
            _bracketed(text, role) or _leading(text, role, heads) or _this_one(text, role, heads)
        )
    for other in (*_titled(text), *_bodies(text), *_experts(text)):
        if not any(one.start < other.end and other.start < one.end for one in found):
            found.append(other)
    named = {one.name_start for one in found}
    found += [one for one in _together(text) if one.name_start not in named]
    return sorted(found, key=lambda one: one.name_start)


def _leading(text: str, role: re.Match[str], heads: Collection[str]) -> list[Introduction]:
    """全国人大代表、某公司董事长张三（、李四）: role and post, then one name or several."""
    first = _after(text, role.end(), role.group(), role.start(), role.end(), heads)
    if first is None:
        return []
    people = [_with_post_before(text, role, first)]
    while (shared := _next_of_list(text, people[-1])) is not None:
        people.append(shared)
    return people


def _this_one(text: str, role: re.Match[str], heads: Collection[str]) -> list[Introduction]:
    """见到张三时，这位来自某地的全国人大代表…: the name, known from elsewhere, comes first."""
    before = re.search("这[位名][^，。]{0,20}$", text[: role.start()])
    found = [(text.rfind(name, 0, before.start()), name) for name in heads] if before else []
    start, name = max(found, default=(-1, ""))
    if start < 0 or "。" in text[start : role.start()]:
        return []
    end = start + len(name)
    return [Introduction(name, role.group(), "", start, role.end(), start, end, 0.85)]


def _after(
    text: str, begin: int, role: str, start: int, post_start: int, heads: Collection[str] = ()
) -> Introduction | None:
    """The first name from `begin` that stands right behind a role or a post."""
    stop = _STOP.search(text, begin)
    limit = min(stop.start() if stop else len(text), begin + REACH)
    places = [place for place in range(begin, limit) if _may_begin(text, start, begin, place)]

    def known_end(text: str, place: int) -> tuple[int, float]:
        name = next((name for name in heads if text.startswith(name, place)), "")
        return place + len(name), 0.9 * bool(name)

    for ending in (name_end, known_end, likely_end):
        for place in places:
            end, sure = ending(text, place)
            behind_mark = text[place - 1 : place] in "、，"
            if not sure or (ending is likely_end and (place == begin or behind_mark)):
                continue
            if behind_mark and sure < _CLEAR:
                continue
            post = text[post_start:place].strip("、，：\t").removeprefix("的")
            return Introduction(text[place:end], role, post, start, end, place, end, sure)
    return None


_CLEAR = 0.95  # behind a mark, where anything can follow, a name must be unmistakable


def _may_begin(text: str, start: int, begin: int, place: int) -> bool:
    if place == begin:
        return True
    before = text[start:place].rstrip("、，：·\t“”")
    return text[place] not in "、，：\t" and bool(POST_END.search(before))


def _next_of_list(text: str, last: Introduction) -> Introduction | None:
    """张三、李四 and 张三和B公司经理李四: those after the first share the role."""
    joint = re.match("[、]|以及|[和与及]", text[last.end :])
    if joint is None:
        return None
    begin = last.end + joint.end()
    if ROLE.match(text, begin):
        return None
    end, sure = name_end(text, begin)
    if sure:
        return Introduction(text[begin:end], last.role, "", last.start, end, begin, end, sure)
    stop = re.compile("[，。；：！？]").search(text, begin)
    limit = stop.start() if stop else len(text)
    found = _after(text[:limit], begin, last.role, begin, begin)
    if found is None or not found.post or ROLE.search(text[begin : found.name_start]):
        return None
    return Introduction(
        found.name, last.role, found.post, last.start, found.end, found.name_start,
        found.name_end, found.confidence * 0.9,
    )  # fmt: skip


def _with_post_before(text: str, role: re.Match[str], person: Introduction) -> Introduction:
    """某公司董事长、全国人大代表张三: the post may also stand before the role."""
    if text[role.start() - 1 : role.start()] not in ("、", "兼"):
        return person
    clause = re.split(r"[，。；：！？“”\t]", text[: role.start() - 1])[-1]
    if not POST_END.search(clause) or ROLE.search(clause):
        return person
    kept = clause[_prefix_length(clause) :]
    post = "、".join(part for part in (kept, person.post) if part)
    start = role.start() - 1 - len(kept)
    return Introduction(
        person.name, person.role, post, start, person.end, person.name_start, person.name_end,
        person.confidence,
    )  # fmt: skip


def _prefix_length(clause: str) -> int:
    match = _PREFIX.match(clause)
    return match.end() if match else 0


def _bracketed(text: str, role: re.Match[str]) -> list[Introduction]:
    """张三（全国人大代表、某公司董事长）; also 张三，全国人大代表，某公司董事长."""
    opening = text.rfind("（", 0, role.start())
    if opening > 0 and "）" not in text[opening : role.start()]:
        close = _first(text, "）", role.end())
        start = name_before(text, opening)
        return _apposed(text, role, start, opening, opening + 1, close)
    separator = re.search(r"(?:[，：\t—]+|是|系)$", text[: role.start()])
    if separator and separator.start():
        start = name_before(text, separator.start())
        head = text[start - 1 : start]
        if start < separator.start() and head in ("", "：", "\t", "。", "；"):
            close = min(_first(text, mark, role.end()) for mark in "。；\t")
            return _apposed(text, role, start, separator.start(), role.start(), close)
    return []


def _first(text: str, mark: str, begin: int) -> int:
    place = text.find(mark, begin)
    return len(text) if place < 0 else place


def _apposed(
    text: str, role: re.Match[str], start: int, end: int, begin: int, close: int
) -> list[Introduction]:
    if start == end:
        return []
    parts = [text[begin : role.start()], *text[role.end() : close].split("，")]
    kept = [part.strip("、；\t ") for part in parts]
    post = "、".join(part for part in kept if POST_END.search(part))
    return [Introduction(text[start:end], role.group(), post, start, close, start, end, 0.95)]


_PARTIES = "民革|民盟|民建|民进|农工党|致公党|九三学社|台盟"
_BODY = re.compile(
    f"(?:{_PARTIES})(?:中央|[一-鿿]{{0,8}}?委(?:员?会)?)(?![一-鿿]{{0,5}}?[主副常委])|"
    "(?:全国|[一-鿿]{0,3}[省市])(?:工商联|妇联|总工会|青联|科协|侨联|台联|"
    "残联)(?![一-鿿]{0,2}[主副常执])"
)
_PROPOSES = (
    "[：]|(?:则|也|还|均|都|已|今年|提案|在[^，。；]{0,20}(?:提案|发言|建议)中|向[^，。；]{0,12}|拟|"
    "联合|共同)*"
    "(?:建议|呼吁|提议|提出|提交|主张|希望|认为|表示|指出|带来)"
)
_ADDRESSED = re.compile(
    "(代表|委员|常委)(?!们|委员|团|大会|会|性|作|人|中|小组|意见|提案|建议[^：，。（]{0,4}[被获得])"
)
_ASIDE = re.compile("（([^）]{2,50})）")


def _titled(text: str) -> Iterator[Introduction]:
    """李四代表建议, 李四委员（某医院院长）说: a title is all the role there is."""
    for title in _ADDRESSED.finditer(text):
        start = name_before(text, title.start())
        if start == title.start() or not ends_name(text, title.end()):
            continue
        aside = _ASIDE.match(text, title.end())
        post = aside[1] if aside and POST_END.search(aside[1]) else ""
        end = aside.end() if aside and post else title.end()
        before = re.split(r"[，。；：）“”\t]", text[:start])[-1]
        begin = start
        if not post and POST_END.search(before):
            post = before[_prefix_length(before) :]
            begin = start - len(post)
        name = text[start : title.start()]
        yield Introduction(name, title[1], post, begin, end, start, title.start(), 0.9)


_TOGETHER = re.compile(
    f"(?P<names>[一-鿿·]{{2,12}}(?:[、和与][一-鿿·]{{2,12}})+?)[两二三四五六]位(?P<role>{ROLE.pattern}|代表|委员)"
)
_OF_GROUP = re.compile("(?:^|[，。；：])(?:[一-鿿]{1,4}族|青年|基层|农民|工人)(?P<role>代表|委员)")


def _together(text: str) -> Iterator[Introduction]:
    """张三、李四两位代表; 蒙古族代表王五."""
    for group in _TOGETHER.finditer(text):
        begin = group.start("names")
        for part in re.finditer("[^、和与]+", group["names"]):
            start, end = begin + part.start(), begin + part.end()
            if is_name(part.group()):
                yield Introduction(
                    text[start:end], group["role"], "", begin, group.end(), start, end, 0.9
                )
    for one in _OF_GROUP.finditer(text):
        end, sure = name_end(text, one.end())
        if sure > SURE_NAME:
            name = text[one.end() : end]
            yield Introduction(name, one["role"], "", one.start("role"), end, one.end(), end, sure)


SURE_NAME = 0.8


def _bodies(text: str) -> Iterator[Introduction]:
    """九三学社中央建议: parties and bodies of the CPPCC propose as such."""
    for body in _BODY.finditer(text):
        if re.match(_PROPOSES, text[body.end() :]) or body.group() == text:
            start, end = body.span()
            yield Introduction(body.group(), "", "", start, end, start, end, 0.95)


_EXPERT = re.compile(
    f"(?:^|[，。；：“”\t])(?:[^，。；：“”\t、]{{0,12}}?(?:此外|同时|对此|当天|会上|近日|日前))?"
    f"(?:（[一二三四五六七八九十\\d]{{1,2}}）)?"
    f"(?P<post>[^，。；：“”\t]{{2,50}}?(?:{POSTS}))(?=(?P<name>[一-鿿·]{{2,12}}?)[^，。；：]{{0,24}}?(?<!的)(?:建议|呼吁|提议|主张)(?!书|稿))"
)
ORGANISATION = re.compile(
    "公司|集团|大学|学院|研究[院所]|协会|学会|商会|联合会|联盟|医院|学校|[中小]学|银行|中心|委员会|"
    "工程院|科学院|设计院|"
    "出版社|合作社|报社|电视台|事务所|基金会|[厂局厅村镇乡县]|社区"
)


def _experts(text: str) -> Iterator[Introduction]:
    """某协会秘书长张三也建议: no deputy, but named with a post, and proposing."""
    for match in _EXPERT.finditer(text):
        post, begin = match["post"], match.end("post")
        end, sure = name_end(text, begin)
        if sure and ORGANISATION.search(post) and not ROLE.search(post):
            start = match.start("post")
            yield Introduction(text[begin:end], "", post, start, end, begin, end, 0.8 * sure)
