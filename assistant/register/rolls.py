"""Who is there: on a roll, with a name and a post on each line below its head, or told in a
sentence of minutes, 出席会议的有某局局长张三，市政协委员李四、王五。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.register.beside import before_post, introduced_in
from assistant.register.entries import ENTRY, ROLL, ROLL_HEAD, entries
from assistant.register.lines import RULE, Line, Lines, Part
from assistant.register.lists import ENUMERATOR, past
from assistant.register.names import is_name
from assistant.register.posts import POST_END, ROLE, split_role
from assistant.register.titled import PASSING, Introduction, Met, given_role

# 发言人员：, 与会代表名单, 嘉宾：; not 发言 above what each of them says
_HEAD = re.compile(f"{ENUMERATOR.pattern}?(?!发言(?:（|$)){ROLL_HEAD}：?")
# Of whom they are lines above it tell, if any: 主持：张三委员
_MEMBERS = re.compile("(?:委员|代表)(?![会团])")
_ABOVE = 8  # lines
_BELOW = 4  # lines: who has called the meeting, how many have come
# 姓名 | 单位 | 职务
_COLUMNS = re.compile("(?:序号)?姓名(?:性别)?(?:工作)?(?:单位|职务|职称)[一-鿿、/及和]*")


def read_rolls(text_lines: Lines) -> Iterator[tuple[int, Line, Introduction]]:
    """Everybody on a roll, with the number of the line, in a line that the head's role begins."""
    reading = False
    head: Part | None = None
    until = 0  # the line up to which a table may begin whose people have the head's role
    for number, line in enumerate(text_lines):
        found = _HEAD.fullmatch(line.text)
        if found and (found["come"] or line.text.endswith("：")):
            above = text_lines[:number][-_ABOVE:] if found["come"] else ()
            told = ((one, *role.span()) for one in above if (role := _MEMBERS.search(one.text)))
            head = (line, *found.span("role")) if found["role"] else next(told, None)
            reading, until = True, number + _BELOW
        elif _COLUMNS.fullmatch(line.text.replace("\t", "")):
            reading, head = True, head if reading or number <= until else None
        elif beside := list(_beside(line)):
            yield from ((number, line, one) for one in beside)
        elif not RULE.fullmatch(line.text):
            met = _member(line, head) if reading else None
            if met:
                until = number  # behind the last of them the roll has ended
                yield number, *met
            reading = met is not None


def _beside(line: Line) -> Iterator[Introduction]:
    """访谈对象：张三　某院院长; those behind what emphasis and a space set apart, and no colon."""
    edge = min(line.spaced & line.marked, default=0)
    if _WHO.fullmatch(line.text, 0, edge):
        yield from entries(line.text, edge, len(line.text), "")
    elif label := ROLL.match(line.text):
        found = list(before_post(line, label.end(), len(line.text)))
        whole = len(found) == 1 and found[0].start == label.end()
        yield from found if whole and not ROLE.search(found[0].post) else ()


# **参会专家**　张三（某院院长）、李四（某厂厂长）
_WHO = re.compile("(?:参会|与会|出席|到会|受邀|企业|行业|居民|群众)?(?:专家|嘉宾|代表|人员)")


def _member(line: Line, head: Part | None) -> Met | None:
    """Whom an entry names: with a role of his own, with that of the head, or with none."""
    own = [one for one in introduced_in(line) if one.role and one.end == len(line.text)]
    if len(own) == 1 and own[0].start <= past(ENUMERATOR, line.text, 0):
        return line, own[0]
    below = _entry(line)
    return given_role(head, line, below) if below else None


def _entry(line: Line) -> Introduction | None:
    """张三 某院院长, and nothing else; 某院 张三 院长."""
    start, end = past(ENUMERATOR, line.text, 0), len(line.text)
    end = aside.start() if (aside := _HOW_THERE.search(line.text)) else end
    for one in before_post(line, start, end):
        if one.whole == (start, end):
            return one
    entry = ENTRY.fullmatch(line.text, start)
    if entry is None or not is_name(entry["name"]) or not POST_END.search(entry["post"]):
        return _in_columns(line, start)
    whole, named = (start, entry.end()), entry.span("name")
    return Introduction(entry["name"], "", entry["post"], whole, named, 0.95)


_HOW_THERE = re.compile("（(?:书面|线上|视频|远程|请假|缺席)[^）]{0,4}）$")


def _in_columns(line: Line, start: int) -> Introduction | None:
    """1 | 张三 | 某院 | 院长: one cell is a name, and what else says something is the post."""
    gaps = {gap.start() for gap in re.finditer("\t", line.text)} | line.spaced
    edges = sorted({start, *(gap for gap in gaps if gap > start), len(line.text)})
    cells = [(a, line.text[a:b].strip("\t")) for a, b in pairwise(edges)]
    words = [(a, cell) for a, cell in cells if re.search("[一-鿿]{2}", cell)]
    named = [(line.text.index(cell, a), cell) for a, cell in words if is_name(cell)]
    post = "、".join(cell for _, cell in words if not is_name(cell))
    if len(words) < 2 or len(named) != 1 or not POST_END.search(post):
        return None
    at, name = named[0]
    whole = start, len(line.text)
    return Introduction(name, *split_role(post), whole, (at, at + len(name)), 0.95)


# 三位全国人大代表……他们是甲省某院院长张三
_OPENS = re.compile(
    "(?:(?:出席|参加|列席|与会|到会|参会)(?:了)?(?:[^，。；：、]{0,12}的[^，。；：、]{0,6}?)?"
    "(?:还|分别|主要)?(?:有|包括|为|是)|(?P<they>[他她]们(?:分别)?是))：?(?P<roll>[^。]+)"
)
_SEVERAL = re.compile(
    f"[两二三四五六七八九十\\d]+[位名][^，。；：]{{0,10}}?(?P<role>{ROLE.pattern})"
)


def attending(text_lines: Lines) -> Iterator[Met]:
    """Everybody whom such a sentence names with a post; two and more, or it is no roll. Those
    that 他们 stands for have the role told of them in the sentence before.
    """
    for before, line in zip([None, *text_lines], text_lines, strict=False):
        # 参会的有：张三（某局局长）, with a mark behind its head, is read where the line is met
        opened = None if ROLL.match(line.text) else _OPENS.search(line.text)
        begin, end = opened.span("roll") if opened else (0, 0)
        end -= line.text.endswith("等", begin, end)
        found = list(entries(line.text, begin, end, "", PASSING)) if opened else []
        if len(found) > 1:
            head: Part | None = None
            if before and opened and opened["they"] and (told := _SEVERAL.search(before.text)):
                head = before, *told.span("role")
            yield from (given_role(head, line, one) for one in found)
