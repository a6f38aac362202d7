"""Whom a line introduces, be it with a role before the name, behind it, or with less."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from functools import partial

from assistant.register.behind import ATTENDS, before_role, bracketed
from assistant.register.bodies import bodies
from assistant.register.entries import together
from assistant.register.experts import experts, scholars
from assistant.register.lists import clause_before
from assistant.register.names import likely_end, name_end
from assistant.register.posts import LIKE_POST, POST_END, POSTS, ROLE, holds_post
from assistant.register.recurring import before_aside, before_colon, before_speech, known_at
from assistant.register.titled import ORGANISATION, Introduction, led, titled, without_lead
from assistant.register.verbs import ADVERBS, SAY, STRONG

_POSTS = re.compile(POSTS)
# 全国人大代表、某厂工人张三，全国政协委员、某校校长李四
_NEXT = re.compile(f"，(?:{ROLE.pattern}、|[和与同]另[一外])")
# Not past 当选省政协委员的那天，老站长张三……, who is another.
_STOP = re.compile(r"[。；！？《\n]|(?:那[天年]|第[一二三四五六]年|时候?|[之以]后|以来)，")
_REACH = 75  # characters from a role to its name; the longest in use is a post of some sixty


def introductions(text: str, heads: Collection[str]) -> list[Introduction]:
    """Everybody whom the line gives a role: before the name, after it, or in brackets.

    `heads` are names known from elsewhere, where 张三挂在嘴边 alone does not tell their end.
    """
    found: list[Introduction] = []
    for wide in (*ROLE.finditer(text), *_OF_SECTOR.finditer(text)):
        # 张三和市政协委员 is no 三和市: the role begins behind the name
        begin = max([wide.start(), *(one.end for one in found if one.start <= wide.start())])
        role = wide if begin == wide.start() else ROLE.search(text, begin, wide.end())
        if role:
            found += before_role(text, role, heads) or _leading(text, role, heads)
    for other in (
        *titled(text),
        *led(text, heads),
        *bodies(text),
        *experts(text, heads),
        *scholars(text),
        *bracketed(text),
    ):
        if not any(one.start < other.end and other.start < one.end for one in found):
            found.append(other)
    named = {one.name_start for one in found}
    found += [one for one in together(text) if one.name_start not in named]
    return sorted(found, key=lambda one: one.name_start)


# 工商联界别的委员、某公司董事长张三; 另一位委员、某公司董事长张三
_OF_SECTOR = re.compile(
    "(?:(?<=界)|(?<=界的)|(?<=界别)|(?<=界别的)|(?<=[一这那]位))(?:委员|代表)(?=、[一-鿿])"
)


def _leading(text: str, role: re.Match[str], heads: Collection[str]) -> list[Introduction]:
    """全国人大代表、某公司董事长张三（、李四）: role and post, then one name or several."""
    first = _after(text, role, heads)
    if first is None or _ONE_OF_THEM.match(text, role.end()):
        return []
    people = [_with_post_behind(text, _with_post_before(text, role, first))]
    while (shared := _next_of_list(text, people[-1])) is not None:
        people.append(shared)
    return people


_ONE_OF_THEM = re.compile("[里们]|当?中[的，]")  # 全国人大代表里少有的快递员


def _after(text: str, role: re.Match[str], heads: Collection[str]) -> Introduction | None:
    """The first name behind the role that stands right behind it or a post."""
    start, begin = role.span()
    likely, behind, apart = _places(text, start, begin)
    marked = _KNOWN if text[:start].endswith(("作为", "身为")) else _CLEAR

    def longest(place: int) -> tuple[int, float]:
        ends = name_end(text, place), known_at(text, place, heads), before_aside(text, place)
        return max(ends, key=lambda found: found[0])

    def told_apart(place: int) -> tuple[int, float]:
        end, sure = name_end(text, place)
        return end, sure * bool(_SPEAKS.match(text, end))

    def labelled(place: int) -> tuple[int, float]:  # ◆省政协委员、某行首席风险官某某：
        return before_colon(text, start, place)

    # What ends the name, where it may begin, how sure it must be, and how sure behind a mark.
    tries = (
        (longest, [begin, *behind], 0.0, marked),
        (lambda place: known_at(text, place, heads), likely, 0.0, marked),
        (partial(name_end, text), likely, _LIKELY, marked),
        (partial(likely_end, text), behind, 0.0, _NEVER),
        (told_apart, apart, _LIKELY, _NEVER),
        (partial(before_speech, text), behind, 0.0, _NEVER),
        (labelled, behind, 0.0, _NEVER),
    )
    for ending, places, least, clear in tries:
        for place in places:
            end, sure = ending(place)
            if sure and sure >= (max(least, clear) if text[place - 1] in "、，" else least):
                post = text[begin:place].strip("、，：·\t／/叫").removeprefix("的")
                named = place, end
                return Introduction(text[place:end], role[0], post, (start, end), named, sure)
    return None


def _places(text: str, start: int, begin: int) -> tuple[list[int], list[int], list[int]]:
    """Where a name can begin behind a role: behind what is like a post, a post, other words."""
    stop = _STOP.search(text, begin)
    limit = min(stop.start() if stop else len(text), begin + _REACH)
    another = _NEXT.search(text, begin, limit)
    limit = another.start() + 1 if another else limit
    within = {  # 总工程师 names no 程师
        place
        for post in _POSTS.finditer(text, begin, limit)
        for place in range(post.start() + 1, post.end())
    }
    free = [place for place in range(begin, limit) if place not in within]
    likely = [place for place in free if _is_behind(LIKE_POST, text, start, place)]
    behind = [place for place in free[1:] if _is_behind(POST_END, text, start, place)]
    # 某某铜业张三建议: at a distance, lest it be the end of an odd name; not 和列席人员建议
    apart = [at for at in free[2:] if at - 1 not in behind and text[begin] not in "和与及等"]
    if text[:start].endswith("时任") and text.startswith("的", begin):
        apart.insert(0, begin + 1)  # 时任市人大代表的张三提议
    return likely, behind, apart


# 某某铜业张三建议, …副总张三教授表示: the verb shows as well that a name stands before it.
_SPEAKS = re.compile(
    f"(?:博士|教授|院士|先生|女士)?(?:代表|委员)?(?:（[^）]*）)?(?:{ADVERBS}){{0,3}}(?:{STRONG}|{SAY}|提[出交]|带来)"
)
_CLEAR = 0.95  # behind a mark, where anything can follow, a name must be unmistakable
_KNOWN = 0.9  # 作为全国人大代表，张三要动身: of whom the clause before the mark tells
_NEVER = 2.0
_LIKELY = 0.94  # behind what is like a post, also 张三的发言


def _is_behind(post: re.Pattern[str], text: str, start: int, place: int) -> bool:
    before = text[start:place].removesuffix("叫").rstrip("、，：·\t“”")
    return text[place] not in "、，：\t" and bool(post.search(before))


def _next_of_list(text: str, last: Introduction) -> Introduction | None:
    """张三、李四: those after the first share the role; not 和某局局长王五."""
    joint = AND.match(text, last.end)
    if joint is None or ROLE.match(text, joint.end()):
        return None
    begin = joint.end()
    end, sure = name_end(text, begin)
    if not sure:
        return None
    return Introduction(text[begin:end], last.role, "", (last.start, end), (begin, end), sure)


# 张三（某院院长）、李四
AND = re.compile("(?:（[^（）]*）)?(?:、|以及|[和与及])")


def _with_post_before(text: str, role: re.Match[str], person: Introduction) -> Introduction:
    """某公司董事长、全国人大代表张三: the post may also stand before the role."""
    if text[role.start() - 1 : role.start()] not in ("、", "兼"):
        return person
    clause = clause_before(text, role.start() - 1)
    kept = without_lead(clause)
    if not POST_END.search(clause) or ROLE.search(clause) or ATTENDS.fullmatch(kept):
        return person
    post = "、".join(part for part in (kept, person.post) if part)
    start = role.start() - 1 - len(kept)
    return replace(person, post=post, whole=(start, person.end))


# 全国人大代表张三，某公司董事长; before another comma only where it names the organisation
_POST_BEHIND = re.compile(
    "，(?P<post>[^，。；：！？“”]{4,40}$|"
    f"(?=[^，]*(?:{ORGANISATION.pattern}))[^，。；：！？“”了过着的名位]{{4,40}}(?=，))"
)


def _with_post_behind(text: str, person: Introduction) -> Introduction:
    """全国人大代表张三，某公司董事长 at a line's head: the post may follow a comma."""
    behind = _POST_BEHIND.match(text, person.end)
    if person.post or person.start or not (behind and holds_post(behind["post"])):
        return person
    return replace(person, post=behind["post"], whole=(person.start, behind.end()))
