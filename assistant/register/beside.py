"""Where a space or emphasis tells what the words do not: 某某事务所主任 张三, **张三**求证."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import chain, pairwise

from assistant.register.lines import Line, Lines, part_of, side_by_side
from assistant.register.lists import ENUMERATOR, past
from assistant.register.names import NAME, is_name, name_end
from assistant.register.people import introductions
from assistant.register.posts import POST_END, POSTS, ROLE, holds_post
from assistant.register.recurring import could_be_name
from assistant.register.titled import Introduction

_MARK = re.compile("[，。；：！？、（）“”《》\t]")


def introduced_in(line: Line, heads: Collection[str] = ()) -> list[Introduction]:
    """Everybody whom the line introduces, with spaces and emphasis taken into account."""
    found = dict[int, Introduction]()
    if _PRESS.match(line.text) and line.text[-1] not in "？。":  # 记者：张三代表，您……？
        return []
    head = line.text.partition("（")[0]  # **察罕春水**（全国政协委员……）
    if len(head) in line.marked and could_be_name(head):
        heads = {*heads, head}
    last = line.text[max(line.spaced, default=0) :]  # ——市人大代表、某某剧团 察罕春水
    if _SIGNED.match(line.text) and could_be_name(last):
        heads = {*heads, last}
    for one in introductions(line.text, heads):
        whole = _cut(line, one, heads)
        if not in_error(line.text, one.name_start):
            found.setdefault(whole.name_start, whole)
    return [found[start] for start in sorted(found)]


def in_error(text: str, start: int) -> bool:
    """Whether what a correction or a rumour has somebody say is told there."""
    return any(at.start() < start < at.end() for at in _IN_ERROR.finditer(text))


_SIGNED = re.compile(f"[—-]+{ROLE.pattern}")
# “市政协委员张三”应为……, 误写为“市政协委员张三”: what was wrong; 网传市政协委员张三……: a rumour
_IN_ERROR = re.compile(
    "“[^“”]+”(?:有误，)?(?:应当?|更正)[为是作]|误[一-鿿]{0,2}[为成作]“[^“”]+”|"
    "(?:(?<![联电管官就针对])网传(?![播媒输统感])|[讹谣误]传|谣言)(?:称|说|，|：)*(?!的)[^，。；：“”]+"
)
# 采访者：本刊记者 张三: who asks, and proposes nothing.
_PRESS = re.compile(
    "(?:采访[者人]?|采写|[本特]?[报刊台]?记者|整理|编辑|责编|摄影|通讯员)(?:/[一-鿿]+)?[：\t]"
)
# 01 张三, or 张三、李四 ZHANG San & LI Si
_NAMES_ONLY = re.compile(
    "(?:[\\d一二三四五六七八九十]{1,2}[.、]?|[^一-鿿\\d]+|(?:[一-鿿]{0,2}嘉宾|受访[者人]|采访对象|"
    "主讲人)：)?(?P<names>[一-鿿·、]{2,30}?)(?:代表|委员)?[\tA-Za-z&·.,，\\-]*"
)
_ROLE_BELOW = "(?<=^（)[^（）]+(?=）$)|^[^（].*"  # （全国人大代表、某公司董事长）, too


def with_roles_below(text_lines: Lines) -> list[Line]:
    """Join a name and the role on the line below, or beside it, into one line, with a tab between.

    张三、李四 above as many roles, set apart by ；, become a line for each.
    """
    result: list[Line] = []
    apart = chain.from_iterable(map(_with_byline_apart, _with_author(text_lines)))
    for line in chain.from_iterable(map(_with_role_beside, apart)):
        if result and _ASIDE.fullmatch(line.text) and _SIGNS.fullmatch(result[-1].text):
            name = result[-1]
            text, offsets = name.text + line.text, name.offsets + line.offsets
            result[-1] = replace(name, text=text, offsets=offsets)
            continue
        label = _SPEAKS_BELOW.fullmatch(result[-1].text) if result else None
        if label and label["title"] and _IN_BRACKETS.fullmatch(line.text):  # without the title
            end = label.end("names") if result[-1].heading else label.start("title") + 1
            result[-1] = part_of(result[-1], 0, end)
        named = _NAMES_ONLY.fullmatch(result[-1].text) if result else None
        names = list(re.finditer("[^、]+", named["names"])) if named else []
        roles = list(re.finditer("[^；]+" if len(names) > 1 else _ROLE_BELOW, line.text))
        fit = len(names) == len(roles) and all(is_name(name.group()) for name in names)
        if named and fit and all(ROLE.match(role.group()) for role in roles):
            above, at = result.pop(), named.start("names")
            result += [
                _with_role(above, at + name.start(), name.group(), line, role)
                for name, role in zip(names, roles, strict=True)
            ]
        else:
            result.append(line)
    return result


# 建议人：张三 and 市政协委员　张三, above （某院院长）
_SIGNS = re.compile(f"(?:[一-鿿]{{2,6}}人：|{ROLE.pattern}\\t?){NAME}")
_ASIDE = re.compile(f"（[^（）]*(?:{POSTS})[^（）]*）")
_BY = re.compile(f"(?:(?:图?文|作者|撰文|口述|[^一-鿿])[：／/]?)?(?P<name>{NAME})")
_AUTHOR = re.compile("（?(?:本文)?作者(?:系|为|是|：|，)(?P<role>[^（）。；]+)）?。?")
_HEAD = 6  # lines: title, subtitle, who has written it


def _with_author(text_lines: Lines) -> Lines:
    """文／张三 with what （作者系全国人大代表、某校校长） says of him, be it at the text's end."""
    notes = [(line, said) for line in text_lines if (said := _AUTHOR.fullmatch(line.text))]
    notes = [(line, said) for line, said in notes if ROLE.match(said["role"])]
    named = ((line, _BY.fullmatch(line.text)) for line in text_lines[:_HEAD])
    above = [line for line, by in named if by and is_name(by["name"])]
    if len(notes) != 1 or not above:
        return text_lines
    ((note, said),), name = notes, above[-1]
    whole = side_by_side(name, (name, 0, len(name.text)), (note, *said.span("role")))
    whole = replace(whole, heading=False)
    return [whole if line is name else line for line in text_lines if line is not note]


def _with_byline_apart(line: Line) -> list[Line]:
    """A title, who speaks and what, each on a line of the source, where no mark ends the first."""
    parts = [part_of(line, *at) for at in pairwise([0, *sorted(line.broken), len(line.text)])]
    return parts if len(parts) > 1 and any(map(_is_signed, parts)) else [line]


def _is_signed(line: Line) -> bool:
    """市政协委员、某所律师　张三, and nothing else."""
    held, edge = ROLE.match(line.text), max(line.spaced, default=0)
    return bool(held and held.end() <= edge and is_name(line.text[edge:]))


def _with_role_beside(line: Line) -> list[Line]:
    """张三、李四（女，蒙古族）　市政协委员, too: a line for each."""
    start = past(ENUMERATOR, line.text, 0)
    edges = sorted(line.spaced)
    for edge in reversed(edges):  # no 张三市, be there a space
        cut = min((at for at in line.broken if at > edge), default=len(line.text))
        role = ROLE.match(line.text, edge) and _TO_END.match(line.text, edge, cut)
        if not role:
            continue
        apart = pairwise([start, *(at for at in edges if start < at < edge), edge])
        for spans in ([(start, edge)], [*apart]):  # 张三、李四, then 张三　李四
            names = [one for span in spans for one in _ONE_OF.finditer(line.text, *span)]
            named = all(is_name(one["name"]) for one in names)
            if named:
                break
        if names and named:
            each = [_with_role(line, one.start(), one["name"], line, role) for one in names]
            return [*each, *([part_of(line, cut, len(line.text))] if cut < len(line.text) else [])]
    return [line]


_ONE_OF = re.compile("(?P<name>[^、]+?)(?:（[男女]?，?(?:[^（），]{1,5}族)?）)?(?:、|$)")
_TO_END = re.compile("(?:(?!(?:分别|依次)[为是任])[^。：])+(?:$|(?=分别|依次))")


def _with_role(above: Line, at: int, name: str, line: Line, role: re.Match[str]) -> Line:
    whole = side_by_side(above, (above, at, at + len(name)), (line, *role.span()))
    held = ROLE.match(whole.text, len(name) + 1)
    text = whole.text
    if held and text.startswith("\t", held.end()):  # 市政协委员｜某校教师
        text = f"{text[: held.end()]}，{text[held.end() + 1 :]}"
    return replace(whole, text=text, heading=False)


def with_colons(text_lines: Lines) -> Lines:
    """张三　我补充一句。 in minutes in which people take turns: 张三：我补充一句。"""
    heads = [line.text[: min(line.spaced, default=0)] for line in text_lines]
    turns = Counter(filter(could_be_name, heads))
    if sum(times > 1 for times in turns.values()) < 2:  # who say something more than once
        return text_lines
    return [
        side_by_side(line, (line, 0, len(name)), (line, len(name), len(line.text)), "：")
        if name in turns and line.text[-1] in "。？！"
        else line
        for name, line in zip(heads, text_lines, strict=True)
    ]


# ### 张三委员：让夜校亮起来 above *某院院长、某党党员*, the whole of it emphasised, or 张三、李四
# （联合发言）：让夜校亮起来 above （市政协委员，均为某院院长）
_SPEAKS_BELOW = re.compile(
    f"{ENUMERATOR.pattern}?(?P<names>{NAME}?(?:、{NAME}?)*)(?P<role>代表|委员)?(?:（[^）]*）)?(?P<title>：.*)?"
)
_IN_BRACKETS = re.compile(f"（(?P<role>{ROLE.pattern})[、，](?:[均都皆]为)?(?P<post>[^（）]+)）")


def posts_below(text_lines: Lines) -> Iterator[tuple[int, Line, Introduction]]:
    """Those whose names begin a heading right above their posts, with the number of the latter."""
    for number, (above, line) in enumerate(pairwise(text_lines), start=1):
        named = _SPEAKS_BELOW.fullmatch(above.text)
        aside = _IN_BRACKETS.fullmatch(line.text)
        whole = above.heading and {0, len(line.text)} <= line.marked and holds_post(line.text)
        if not (named and (aside or whole) and all(map(is_name, named["names"].split("、")))):
            continue
        start, close = aside.span("role")[0] if aside else 0, len(line.text) - bool(aside)
        held = ROLE.match(line.text, start)
        role = held.group() if held and held.group().endswith(("代表", "委员", "常委")) else ""
        post = aside["post"] if aside else line.text[len(role) :].lstrip("，、")
        for one in re.finditer("[^、]+", named["names"]):
            name, last = one.group(), named.end("role" if named["role"] else "names")
            told = side_by_side(line, (above, one.start(), last), (line, start, close))
            span, called = (0, len(told.text)), role or named["role"] or ""
            yield number, told, Introduction(name, called, post, span, (0, len(name)), 0.95)


def posted(line: Line, start: int, end: int) -> Iterator[Introduction]:
    """某某公司经理 张三 in a field: no role, but a post, a space, and a name that ends there."""
    for edge in sorted(line.spaced | line.marked):
        begin = max([start, *(mark.end() for mark in _MARK.finditer(line.text, 0, edge))])
        close = name_end(line.text, edge)[0] if start < edge < end else edge
        ended = close == end or (close < end and _MARK.match(line.text, close))
        if close > edge and ended and POST_END.search(line.text[begin:edge]):
            post = line.text[begin:edge]
            yield Introduction(line.text[edge:close], "", post, (begin, close), (edge, close), 0.95)


def before_post(line: Line, start: int, end: int) -> Iterator[Introduction]:
    """张三 某某公司经理 in a field: a name, a space, and a post that ends there; a role, too."""
    gaps = {gap.end() for gap in re.finditer("\t", line.text)}
    edges = [edge for edge in sorted(line.spaced | line.marked | gaps) if start < edge < end]
    for before, edge, behind in zip([start, *edges], edges, [*edges[1:], end], strict=False):
        names = (re.split(_MARK, line.text[at:edge].rstrip("\t"))[-1] for at in (start, before))
        name = next(filter(is_name, names), "")
        held = ROLE.match(line.text, edge, end)
        at = held.end() + line.text.startswith(("、", "，"), held.end()) if held else edge
        close = mark.start() if (mark := _MARK.search(line.text, at, end)) else end
        if at < behind < close and holds_post(line.text[at:behind]):
            close = behind  # 张三　某厂厂长　李四　某店店主
        begin = line.text.rindex(name, start, edge)
        role, post = held.group() if held else "", line.text[at:close]
        if name and (role or holds_post(post)) and not post.startswith("等"):
            yield Introduction(name, role, post, (begin, close), (begin, begin + len(name)), 0.95)


def _cut(line: Line, one: Introduction, heads: Collection[str]) -> Introduction:
    """**张三**求证 names 张三, not 张三求, and 艾山·买买提求证 him who is named elsewhere."""
    known = (name for name in heads if "·" in name and one.name.startswith(name))
    edges = {*line.marked, *(one.name_start + len(name) for name in known)}
    inside = (edge for edge in edges if one.name_start + 2 <= edge < one.name_end)
    end = min(inside, default=one.name_end)
    whole, named = (one.start, end if one.end == one.name_end else one.end), (one.name_start, end)
    return replace(one, name=line.text[slice(*named)], whole=whole, named=named)
