"""People introduced by less than a role: 李四代表, a roll's member."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from assistant.register.lines import Line, Part, Span, side_by_side
from assistant.register.lists import clause_before
from assistant.register.names import ends_name, is_name, name_before, name_end
from assistant.register.posts import POSTS, ROLE, holds_post, split_role
from assistant.register.recurring import known_at

# Confidence of who has a post and is spoken of: no part of the register unless he proposes.
PASSING = 0.8


@dataclass(frozen=True, slots=True)
class Introduction:
    """A person as a line introduces them; offsets count in the line."""

    name: str
    role: str
    post: str
    whole: Span  # role and post included
    named: Span  # the name alone
    confidence: float

    @property
    def start(self) -> int:
        return self.whole[0]

    @property
    def end(self) -> int:
        return self.whole[1]

    @property
    def name_start(self) -> int:
        return self.named[0]

    @property
    def name_end(self) -> int:
        return self.named[1]


Met = tuple[Line, Introduction]  # somebody, and the line that introduces them


def given_role(told: Part | None, line: Line, one: Introduction) -> Met:
    """The one whom the line names, with the role that is told where the line gives none."""
    if told is None or one.role:
        return line, one
    head, begin, close = told
    if head is line and begin >= one.end:  # 张三、李四等12名省人大代表
        return line, replace(one, role=line.text[begin:close], whole=(one.start, close))
    shift = close - begin + 1
    whole = side_by_side(line, (head, begin, close), (line, 0, len(line.text)))
    name = one.name_start + shift, one.name_end + shift
    role = head.text[begin:close]
    return whole, Introduction(one.name, role, one.post, (0, one.end + shift), name, 0.95)


# 随后发言的是, 坐在旁边的, 应邀列席的, 今年
_LEADS_UP = (
    "[^，。]的是|来自|身为|作为|身兼|还有|采访了|邀请|记者从|[坐站][^，。]{1,8}的|获悉|据悉|"
    "(?:受邀|应邀|到场|参会|到会|列席|旁听|出席)[^，。]{0,6}的|其中|对于|此外|同时|会上|今年|日前|近日|昨日|"
    "(?:会议|[提议]案|建议)(?=首?先?由)|首先(?=由)"
)
_PREFIX = re.compile(f"^(?:.*(?:{_LEADS_UP}))?(?:[在据由对与和及是]|\\d{{1,2}}[.、])?")


def without_lead(clause: str) -> str:
    """Without what leads up to a post and is no part of it: 会上，来自, 由."""
    return re.sub(r"^[^\w“《（]+", "", _PREFIX.sub("", clause, count=1))


_ADDRESSED = re.compile(
    "(代表|委员|常委)(?!(?<=代表)[^，。；：]{2,16}作了?(?:题为|[大会了]*发言)|们|委员|团|证|大会|会|性|作|人|中|小组|"
    "意见|提案(?!呼吁|建议|提出)|[\\d一两二三四五六七八九十百]+[人名位]|建议(?:[^：，。（]{0,4}[被获得]|扫描|"
    "综述|摘[编要登]|"
    "选[登编]|汇编|[交督承]?办|目录|工作|情况))"
)


def titled(text: str) -> Iterator[Introduction]:
    """李四代表建议, 某医院院长李四委员说: a title is all the role there is."""
    last = 0
    for title in _ADDRESSED.finditer(text):
        if any(role.start() < title.start() < role.end() for role in ROLE.finditer(text)):
            continue  # 区政协委员 is no Mr 区
        start = name_before(text, title.start())
        if start == title.start() and (one := _DOTTED_OF.search(text, 0, start)):
            start = one.start(1)  # 同组的买买提·艾力代表
        elif start == title.start() and (one := _OF.search(text, 0, start)) and is_name(one[1]):
            start = one.start(1)
        if start == title.start():
            continue
        before = clause_before(text[last:start], start).lstrip("、和与及")
        held = holds_post(before)
        goes_on = ends_name(text, title.end()) or _GOES_ON.match(text, title.end())
        goes_on = goes_on or re.match("来自|请$", before)
        clear = title[1] == "委员" and title.start() - start > _SHORT
        if not (held or clear or "·" in text[start : title.start()] or goes_on):
            continue
        post = without_lead(before) if held else ""
        name, begin, end = text[start : title.start()], start - len(post), title.end()
        if not post and (aside := _POST_BEHIND.match(text, end)):
            post, end = aside[1], aside.end()
        own, post = split_role(post)  # 张三丰代表（市人大代表、某校校长）
        last = end  # 某校校长张三委员、某院院长李四委员
        yield Introduction(name, own or title[1], post, (begin, end), (start, title.start()), 0.9)


def led(text: str, heads: Collection[str]) -> Iterator[Introduction]:
    """代表李四说, 某厂厂长、代表李四: where the title comes first, of whom a clause shows the name.

    `heads`: names that begin a clause elsewhere.
    """
    for title in _LED.finditer(text):
        place = title.end()
        end, sure = name_end(text, place)
        if sure < _UNMISTAKABLE:
            end, sure = known_at(text, place, heads)
        clause = clause_before(text, title.start("role")).rpartition("我是")[2].rstrip("、")
        post = without_lead(clause) if holds_post(clause) else ""
        plain = title.group()[0] in "我的" and sure >= _UNMISTAKABLE
        if sure and (post or not clause or plain):
            start = title.start("role") - len(post) - bool(post)
            name, named = text[place:end], (place, end)
            yield Introduction(name, title["role"], post, (start, end), named, min(sure, 0.9))


# 我是医药卫生界委员李四, too
_LED = re.compile("(?:^|[，。；：！？”、\t]|我是[一-鿿]{0,10})(?P<role>代表|委员)(?=[一-鿿])")
_UNMISTAKABLE = 0.94
# 张三丰委员（某校校长）, 张三丰委员（港区，某校校长）
_POST_BEHIND = re.compile(
    f"（(?!\\d{{2,4}}级)(?:[一-鿿]{{1,5}}，)?([^（），。]{{2,40}}(?:{POSTS}))）"
)
# 同组的张三丰委员; not 城里的钟表匠代表
_OF = re.compile(
    "的([一-鿿]{2,4}(?<![匠工师员长商户者家生友军士界层派人族籍])(?<![农渔牧居村市]民))$"
)
_DOTTED_OF = re.compile("的([一-鿿]{1,7}(?:·[一-鿿]{1,7})+)$")


_SHORT = 2  # characters of a name that may as well be a word
_GOES_ON = re.compile("[今昨前当][天日年]|去年|这次|此次|关于[^，。；]*的(?:提案|建议|议案)")


ORGANISATION = re.compile(
    "公司|集团|大学|学院|研究[院所]|协会|学会|商会|联合会|联盟|医院|学校|[中小]学|银行|中心|委员会|[省市县区]委会|"
    "工程院|[农社林科]科院|科学院|设计院|出版社|合作社|报社|电视台|事务所|基金会|[厂局厅村镇乡县]|社区"
)
