"""Several people named at once: 张三、李四两位代表, the entries of a roll."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.register.lines import Span
from assistant.register.lists import past
from assistant.register.names import NAME, USUAL, ends_name, is_name, name_end, names_apart
from assistant.register.numerals import HAN
from assistant.register.posts import POST_END, POSTS, ROLE, split_role
from assistant.register.recurring import could_be_name
from assistant.register.titled import PASSING, Introduction

_TOGETHER = re.compile(
    "(?:[我他她](?:已经?|还|也|曾|将)?[和与同])?"
    f"(?P<names>{NAME}(?:[、和与]{NAME})*?)(?:等[\\d{HAN}]*[位名]?|[两二三四五六]位)(?:(?P<role>{ROLE.pattern}|"
    f"代表|委员)|(?<=位)联名（[都均皆]是(?P<all>{ROLE.pattern}|代表|委员)[^（）]*）)"
)
# 张三、李四代表：……, where nothing else stands before the first
_BOTH = re.compile(
    f"(?:^|(?<=[。；：]))(?:针对|采纳|根据)?(?P<names>{NAME}?(?:、{NAME}?)+)(?P<role>代表|委员)(?![团会们])"
)
# 主持人：张三（某乡党委书记）, who may have something to say as well
_CHAIRS = re.compile(f"[^一-鿿]*(?:会议)?主持人?：(?={NAME}（)")
# 张三、李四（共同发言）：……, 王五（应邀发言）：……
_SPEAKS = re.compile("(?P<names>[一-鿿·、]{2,30})（[^（）]{0,6}发言）：")
_OF_GROUP = re.compile(
    "(?:[一这那]位|(?:^|[，。；：.、）·的])(?:[一-鿿]{1,4}族|[一-鿿]{2,6}界的|青年|年轻|基层|常委会|(?P<held>农民|工人|"
    f"医生|教师|律师))|的是(?P<post>[^，。；：、]{{0,12}}(?:{POSTS})))(?P<role>代表|委员)"
)
# 发言委员：张三（某院院长）、李四（某厂厂长）
ROLL_HEAD = (
    "(?:(?P<come>(?:书面)?发言|(?:第[一-鿿]组)?(?:入场|登场|亮相)|与会|出席|到会|参会|参加(?:本组|小组)?(?:讨论|"
    "会议|审议|座谈)?|受邀)(?:会议)?的?|(?:本期|特邀|对话|圆桌|访谈|采访|受访)?(?=嘉宾|对象|专家)|"
    "受访(?=[人者]))(?:(?P<role>(?:(?:全国|[省市区县州])?政协)?委员|(?:(?:全国|[省市区县州])?人大)?代表)|人员?|者|"
    "对象|专家|嘉宾|领导|同志)?(?:名单|名录|介绍|简介)*(?:（[^）]*）)?"
)
ROLL = re.compile(
    f"(?:{ROLL_HEAD}|(?:参加|出席|参会|与会)[^，。；：]{{0,6}}(?:有|包括|为|是)|[汇主]报人|主讲人)："
)


def _rolled(text: str) -> Iterator[Introduction]:
    roll = ROLL.match(text)
    if roll is None:
        return
    role = roll["role"] or ""
    if one := ENTRY.fullmatch(text, roll.end()):
        if is_name(one["name"]) and POST_END.search(one["post"]):
            at = one.span("name")
            yield Introduction(one["name"], role, one["post"], (0, one.end()), at, 0.95)
        return
    yield from _of_bodies(text, roll.end(), role)
    yield from entries(text, roll.end(), len(text.rstrip("。")), role)


def entries(
    text: str, begin: int, end: int, role: str, sure: float = 0.95
) -> Iterator[Introduction]:
    """张三（某院院长）、某局副局长李四、王五: who stands behind a 、 shares the post before it."""
    shared, first = "", 0
    for start, close in names_apart(text, begin, end, _POST_ENDS):
        name, _, aside = text[start:close].partition("（")
        post, at = "" if _NO_POST.fullmatch(aside.rstrip("）")) else aside.rstrip("）"), start
        listed = not role and text[start - 1 : start] in ("、", "和", "与", "及")
        if led := _POSTED.fullmatch(name):
            shared = post = led["post"]
            name, at = led["name"], start + led.start("name")
        elif post or not listed:
            shared = ""
        first = first if shared and not led else start
        own, post = split_role(post or shared)
        named = is_name(name) and (role or own or POST_END.search(post))
        if named or (POST_END.search(post) and could_be_name(name)):
            whole, place = (0 if role else first, close), (at, at + len(name))
            yield Introduction(name, own or role, post, whole, place, 0.95 if own else sure)


def _of_bodies(text: str, begin: int, role: str) -> Iterator[Introduction]:
    """某局：张三、李四；某行：王五: of whom only tells where they are from."""
    for group in _GROUP.finditer(text, begin):
        first = group.start("names")
        names = first, first + len(group["names"].rstrip("。"))
        for person in _each(text, names, role, group["at"], 0.95):
            yield replace(person, whole=(group.start(), person.end))


_GROUP = re.compile(
    "(?:(?<=[；：])|^)(?P<at>[^，。；：、（）]{2,20}[局厅委办院所站会行司团厂校学户部社心])：(?P<names>[^；：]+)"
)
# 张三（某院院长）, 张三，某院院长; 张三，某公司副总裁，分管采购
ENTRY = re.compile(
    f"(?P<name>{NAME})[（，：—]+(?P<post>[^，。；：（）]{{3,40}})(?:[）。；]|，[^。；：]{{2,40}}。?)?"
)
_NO_POST = re.compile("[男女]|[一-鿿]{1,5}族|列席|请假|书面|线上|视频")  # 李四（女）
# 某局副局长李四、某公司经理王五
# The post as long as it can be: 某局局长张三 names no Mr 长.
_POSTED = re.compile(f"(?:以及)?(?P<post>[^（）]{{1,40}}(?:{POSTS}))(?P<name>{NAME})")
_POST_ENDS = re.compile(POSTS)


def together(text: str) -> Iterator[Introduction]:
    """张三、李四两位代表; 蒙古族代表王五; the roll of those who speak."""
    yield from _rolled(text)
    if chair := _CHAIRS.match(text):
        yield from entries(text, chair.end(), len(text), "", PASSING)
    if label := _SPEAKS.match(text):
        yield from _each(text, label.span("names"), "", "", PASSING)
    for group in _TOGETHER.finditer(text):
        role, names = group["role"] or group["all"] or "", group.span("names")
        names = past(_WITH, text, names[0]), names[1]
        for person in _each(text, names, role, "", 0.9, "、" in group["names"]):
            yield replace(person, whole=(group.start("names"), group.end()))
    for group in _BOTH.finditer(text):
        people = list(_each(text, group.span("names"), group["role"], "", 0.9))
        if len(people) == group["names"].count("、") + 1 and ends_name(text, group.end()):
            yield from (replace(one, whole=(one.start, group.end())) for one in people)
    for one in _OF_GROUP.finditer(text):
        end, sure = name_end(text, one.end())
        if sure > _SURE_NAME:
            name, post = text[one.end() : end], one["held"] or one["post"] or ""
            start = one.start("role") - len(post)
            yield Introduction(name, one["role"], post, (start, end), (one.end(), end), sure)


_SURE_NAME = 0.8
_WITH = re.compile("[一-鿿]*?[与同](?=[一-鿿·]{2,16}[、和与])")  # 与张三、李四两位委员联名


def _each(
    text: str, names: Span, role: str, post: str, sure: float, listed: bool = False
) -> Iterator[Introduction]:
    """`listed`: where only names stand, be they of no surname."""
    for at in names_apart(text, *names):
        name = text[slice(*at)]
        if is_name(name) or (listed and len(name) <= USUAL and could_be_name(name)):
            yield Introduction(name, role, post, at, at, sure)
