"""Whose role or post stands behind the name: 张三（全国人大代表）, 张三，市政协委员."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from assistant.register.entries import entries
from assistant.register.experts import NOBODYS, SAYS, post_ending
from assistant.register.lists import ENUMERATOR
from assistant.register.names import NAME, is_name, name_before
from assistant.register.posts import POST_END, POSTS, ROLE, holds_post
from assistant.register.titled import PASSING, Introduction


def before_role(text: str, role: re.Match[str], heads: Collection[str]) -> list[Introduction]:
    """张三（全国人大代表、某公司董事长）; also 张三，全国人大代表，某公司董事长."""
    opening = text.rfind("（", 0, role.start())
    if opening > 0 and "）" not in text[opening : role.start()]:
        close = role.end() + len(text[role.end() :].partition("）")[0])
        # 张三代表（市人大代表、某校校长）
        end = opening - 2 * (text[opening - 2 : opening] in ("代表", "委员"))
        start = name_before(text, end)
        if start == end and (text[:end] in heads or _ANY_NAME.fullmatch(text, 0, end)):
            start = 0
        if _NOBODY.search(text, start, end):
            return []
        full = _IN_FULL.match(text, opening + 1, role.start()) if end < opening else None
        if full and is_name(full["name"]) and text.startswith(full["name"][0], start):
            (one,) = _apposed(text, role, *full.span("name"), full.end(), close)
            return [replace(one, whole=(start, close))]
        last = _apposed(text, role, start, end, opening + 1, close)
        told = _ALL.fullmatch(text, opening + 1, role.start()) is not None
        return [*_sharing(text, start, told or close + 1 == len(text), last), *last]
    separator = _SEPARATOR.search(text[: role.start()])
    if separator and separator.start():
        end = separator.start()
        start = name_before(text, end)
        close = role.end() + len(re.split("[。；\t]", text[role.end() :])[0])
        if text[end - 1] == "）":  # 张三（某院院长）、李四（某厂厂长），市人大代表
            several = entries(text, 0, end, role.group())
            return [replace(one, whole=(one.start, role.end())) for one in several]
        if start < end and text[start - 1 : start] in ("", *"：\t。；，的叫／/□■〇●◎◆◇-·"):
            return _apposed(text, role, start, end, end, close)
        if start < end and separator["is"] and POST_END.search(text[:start]):
            post = post_ending(text, start)
            (one,) = _apposed(text, role, start, end, end, close)
            posts = "、".join(filter(None, (post, one.post)))
            return [replace(one, post=posts, whole=(start - len(post), one.end))]
    return []


_IN_FULL = re.compile(f"(?P<name>{NAME})，")  # 张代表（张三，全国人大代表，某厂厂长）
_ALL = re.compile("[均都皆同](?:为|是|系)?")


def _sharing(
    text: str, start: int, shared: bool, last: Sequence[Introduction]
) -> Sequence[Introduction]:
    """张三、李四（均为全国人大代表）, or with nothing else on the line: the first, too."""
    found: list[Introduction] = []
    while last and text[start - 1 : start] in tuple("、和与及"):
        begin, close = name_before(text, start - 1), start - 1
        if begin == close:
            break
        named, whole = (begin, close), (begin, last[0].end)
        found.append(replace(last[0], name=text[begin:close], post="", whole=whole, named=named))
        start = begin
    return found if shared else ()


# No post: what one does at the meeting, and 张三是某校校长, of one of several.
ATTENDS = re.compile(
    "(?:列席|与会|到会|参会|特邀|应邀)(?:代表|委员|人员)|(?:[一-鿿]{0,8}[组议])?(?:召集人|主持人|联络员)"
)
_NO_POST = re.compile(f"(?:{ATTENDS.pattern})$|[一-鿿·]{{2,16}}?是")
# 张三，女，彝族，全国人大代表; 张三是某厂厂长，2023年当选……; 张三，是首次以……的身份参会
_WHO_ELSE = (
    "，(?:男|女|[一-鿿]{1,4}族|中共党员|\\d{2}岁|\\d{4}年[^，。]{0,6}生|[一-鿿]{2,8}人|"
    f"[^，。；：“”]{{2,30}}(?:{POSTS}))"
)
_IS = (
    f"是[^，。；：“”]{{2,40}}(?:{POSTS})(?:{_WHO_ELSE})*，连任[^，。；：]{{0,14}}|"
    f"(?:是[^，。；：“”]{{2,40}}(?:{POSTS})，)?(?:\\d{{4}}年)?"
    "(?:当选为?|当上了?|被选为|[也还又]是(?:[^，。；：]{1,8}的)?)|，?(?:[也还又既]|同时)?(?<!不)(?:是|"
    "系)(?:来自[^，。；：]{2,12}的)?|，?(?:今年)?[也又]?是?(?:连续)?(?:第[一-鿿]{1,3}|首|再)[次年]以|作为"
)
_SEPARATOR = re.compile(
    f"(?:(?:{_WHO_ELSE})*(?:[，：\\t—]+|，(?:\\d{{4}}年)?(?:当选为?|起?担任|也?是|系))|(?P<is>{_IS}))$"
)
# Of whatever surname: nothing else stands at a line's head before a role in brackets.
_ANY_NAME = re.compile(f"(?![一-鿿]*(?:{POSTS}))[一-鿿]{{2,3}}")
_NOBODY = re.compile("(?:嘉宾|人员|群众|领导|人士|成员|专家)$")  # 特邀嘉宾（全国政协委员张三）


_IS_A = re.compile("^(?:本职|[也还])?是(?:一[名位个])?")


def _apposed(
    text: str, role: re.Match[str], start: int, end: int, begin: int, close: int
) -> list[Introduction]:
    if start == end:
        return []
    parts = [*text[begin : role.start()].split("，"), *text[role.end() : close].split("，")]
    kept = [_IS_A.sub("", part.strip("、；\t ／/")) for part in parts]
    post = "、".join(part for part in kept if holds_post(part) and not _NO_POST.match(part))
    return [Introduction(text[start:end], role.group(), post, (start, close), (start, end), 0.95)]


_BRACKETED = re.compile(
    f"(?:^【?|(?<=[，。；：、“”\\t])){ENUMERATOR.pattern}?(?P<name>{NAME})（(?:(?:[男女]|"
    f"[一-鿿]{{1,4}}族)，)*(?:(?P<role>代表|委员)[，、])?(?P<post>[^（），。；]{{0,40}}(?:{POSTS}|"
    f"居民))(?:，[^（），。；]{{1,12}})?）(?=(?P<rest>.*))"
)


def bracketed(text: str) -> Iterator[Introduction]:
    """张三（某铜业总经理）建议, and such a label: 张三（某铜业总经理）：……."""
    for one in _BRACKETED.finditer(text) if "（" in text else ():
        known, role = ROLE.search(one["post"]) or NOBODYS.search(one["post"]), one["role"] or ""
        alone = role or (not one.start() and (not one["rest"] or one["rest"][0] in "：】"))
        if not known and is_name(one["name"]) and (alone or SAYS.match(one["rest"])):
            start, end = one.start("name"), one.end("post") + 1
            sure = 0.9 if alone else PASSING
            yield Introduction(one["name"], role, one["post"], (start, end), one.span("name"), sure)
