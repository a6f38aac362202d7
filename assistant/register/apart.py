"""People whose name and role, full role, or proposal stand in different sentences."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from assistant.register.attention import Known
from assistant.register.beside import introduced_in
from assistant.register.bodies import BODY
from assistant.register.experts import post_ending
from assistant.register.fields import ALL_ARE
from assistant.register.lines import Line, Lines, Part, part_of, side_by_side
from assistant.register.lists import ENUMERATOR, names_no_subject, past
from assistant.register.named import HE
from assistant.register.names import NAME, ends_name, is_name, likely_end, name_before, name_end
from assistant.register.numerals import HAN
from assistant.register.posts import OFFICIAL, POSTS, ROLE
from assistant.register.recurring import has_post, name_in_label, subject
from assistant.register.titled import (
    ORGANISATION,
    PASSING,
    Introduction,
    Met,
    given_role,
    without_lead,
)
from assistant.register.types import SURE

# 当上全国人大代表那年，她……
_BECAME = "(?:(?<=[，。年他她])|^)[当作身][上选为]为?(?=[^，。]+(?:那年|[以之]?后|以来|，[他她]))"
_HE_IS = "(?P<he>^[他她]是(?:[^，。；：]{1,10}的，?)?)"
# 这位来自某县的小学校长，连任三届全国人大代表: the post may come first.
_HELD_FIRST = (
    "(?:来自[^，。；：]{1,12}的|[^，。；：]{1,6}是)?(?P<held>[^，。；：]{2,20})"
    "(?:、|，(?:连任[^，。；：]{1,4}届|[也还]?是(?:[^，。；：]{1,8}的)?|当选))"
)
_THIS_ONE = re.compile(
    f"(?:{_HE_IS}|{_BECAME}|这[位名](?:{_HELD_FIRST}|[^，。；：]{{0,12}}?))(?P<role>{ROLE.pattern})"
)
_ITS_POST = re.compile(f"(?:、|是)(?P<post>[^，。；：“”]{{2,40}}(?:{POSTS}))")
_HELD = re.compile(f"(?:{POSTS})(?<!代表)(?<!委员)$")
_NEAR, _FAR = 3, 20  # sentences
_PROPOSES = re.compile("[他她](?:还|也|则|同时|特别)*(?:建议|呼吁|主张|提议|倡议|提出)")
_POSTED = re.compile(f"(?:^|[，。；：“”])(?P<post>[^，。；：“”\t、]{{2,40}}?(?:{POSTS}))")


def met_apart(text_lines: Lines, number: int, heads: Collection[str]) -> Met | None:
    """Whom only an earlier sentence names: 这位全国人大代表……; 他建议……, of an expert."""
    return _this_one(text_lines, number, heads) or _expert(text_lines, number)


def hero(text_lines: Lines, number: int, known: Mapping[str, Known]) -> Met | None:
    """He who a paragraph begins with, 他……, where only one deputy is told of in the text so far."""
    paragraph = text_lines[number].paragraph
    only = [one for one in known.values() if one.introduction.role]
    if len(only) != 1 or (number and text_lines[number - 1].paragraph == paragraph):
        return None
    below = (one for one in text_lines[number : number + _NEAR] if one.paragraph == paragraph)
    he = next(((one.text, found) for one in below if (found := _HE.search(one.text))), None)
    told = he is not None and names_no_subject(he[0][: he[1].start()])
    return (only[0].line, only[0].introduction) if told else None


_HE = re.compile(HE)


def _this_one(text_lines: Lines, number: int, heads: Collection[str]) -> Met | None:
    """张三挑着担。再过五天，这位全国人大代表、某村村民就要启程。"""
    line = text_lines[number]
    one = _THIS_ONE.search(line.text)
    if one is None or any(name in line.text[one.start() :] for name in heads):
        return None
    here = part_of(line, 0, one.start())
    behind = _ITS_POST.match(line.text, one.end())
    reach, known = (_FAR, _hero_above(text_lines[:number])) if one["he"] else (_NEAR, heads)
    for above in (here, *reversed(text_lines[max(0, number - reach) : number])):
        places = [(at, name) for name in known if (at := above.text.rfind(name)) >= 0]
        if last := max(places) if places else _last_word(above):
            at, name = last
            start, end = one.start("held" if one["held"] else "role"), (behind or one).end()
            before = post_ending(above.text, at) if _HELD.search(above.text, 0, at) else ""
            post = behind["post"] if behind else one["held"] or before
            first = at - len(before) if post == before else at
            whole = side_by_side(line, (above, first, at + len(name)), (line, start, end))
            begin, total = at - first, len(whole.text)
            place = begin, begin + len(name)
            return whole, Introduction(name, one["role"], post, (0, total), place, 0.85)
    return None


def _hero_above(text_lines: Lines) -> set[str]:
    """The name that clauses begin with, if it is but one: of whom a portrait tells."""
    clauses = (one for line in text_lines for one in re.split("[，。；：！？“”]", line.text))
    names = {name for clause in clauses if (name := subject(clause)[0])}
    return names if len(names) == 1 else set()


_NAMED_LAST = re.compile(f"(?<=[等见找访到叫遇是])(?P<name>{NAME}?)(?:带来|提出?|说|讲)?的?[。，]$")


def _last_word(above: Line) -> tuple[int, str] | None:
    """我在门口等张三。 and 药箱是张三的。: the name that ends it; 昨天，张三把……: a clause's."""
    for at in range(len(above.text)):
        named = _NAMED_LAST.match(above.text, at)
        if named and is_name(named["name"]):
            return at, named["name"]
    clauses = re.compile("[^，。；：“”]+").finditer(above.text)
    found = ((clause.start(), *subject(clause.group())) for clause in clauses)
    return next(((start + at, name) for start, name, at in found if name), None)


def _expert(text_lines: Lines, number: int) -> Met | None:
    """某设计院总工程师张三画了张图。他建议……: no deputy, but with a post, and proposing."""
    line = text_lines[number]
    if not _PROPOSES.match(line.text):
        return None
    for above in reversed(text_lines[max(0, number - _NEAR) : number]):
        found = _posted(above) if above.paragraph == line.paragraph else None
        if found or ROLE.search(above.text):
            return found
    return None


def _posted(above: Line) -> Met | None:
    for match in reversed(list(_POSTED.finditer(above.text))):
        post, begin = match["post"], match.end()
        end, sure = name_end(above.text, begin)
        if not sure:
            end, sure = likely_end(above.text, begin)
        if sure and ORGANISATION.search(post) and not ROLE.search(above.text):
            post = without_lead(post)
            start, name = begin - len(post), above.text[begin:end]
            return above, Introduction(name, "", post, (start, end), (begin, end), PASSING * sure)
    return None


_BARE = ("代表", "委员")
# 上述人员均为市人大代表, below a table
_ALL_ABOVE = re.compile(
    f"(?:上述|以上|[本上]表|[表单]中|所列)[^，。；：]{{0,12}}?{ALL_ARE}(?=[，。；]|$|[^，。；]*提出的)"
)


def with_common_role(known: Mapping[str, Known], text_lines: Lines) -> dict[str, Known]:
    """The people, each of those on a list with the role that a note below has for all of it."""
    notes = ((line, all_are) for line in text_lines if (all_are := _ALL_ABOVE.search(line.text)))
    result = dict(known)
    for note, all_are in notes:
        for name, one in known.items():
            above = one.line.offsets[0] < note.offsets[0]
            less = all_are["role"].endswith(one.introduction.role)  # none, or 代表
            person = one.introduction.confidence > PASSING and not BODY.fullmatch(name)
            if above and less and person:
                result[name] = _with_role(one, note, all_are)
    return result


def _with_role(one: Known, line: Line, told: re.Match[str]) -> Known:
    """Somebody with the role that a line farther down tells."""
    whole = side_by_side(one.line, (one.line, 0, len(one.line.text)), (line, *told.span("role")))
    begin = min(one.introduction.start, one.introduction.name_start)
    fuller = replace(one.introduction, role=told["role"], whole=(begin, len(whole.text)))
    return replace(one, line=whole, introduction=fuller)


# 二、代表发言要点: what they are who speak below
_SPEAK_BELOW = re.compile(
    f"{ENUMERATOR.pattern}?[一-鿿]{{0,6}}?(?P<role>代表|委员)(?:[们团]|大会|第?[小{HAN}]组|审议|讨论|交流|"
    "[^，。；：]{2,12}报告)*发言(?:要点|摘[要登]|实录|情况)?：?"
)


def speaking_below(text_lines: Lines) -> Iterator[Met]:
    """1. 张三（某厂焊工）：…… and 2. 李四：…… below such a heading, up to the next."""
    head: Part | None = None
    texts = [line.text for line in text_lines]
    for line in text_lines:
        if found := _SPEAK_BELOW.fullmatch(line.text):
            head = line, *found.span("role")
        elif line.heading:
            head = None
        elif head:
            begin = past(ENUMERATOR, line.text, 0)
            first = [one for one in introduced_in(line) if one.start <= begin][:1]
            name = "" if first else name_in_label(line.text[begin:])
            if name and not has_post(name, texts):
                at = begin, begin + len(name)
                first = [Introduction(name, "", "", at, at, 0.9)]
            for one in first:
                if line.text.startswith("：", one.end) and not OFFICIAL.search(one.post):
                    yield given_role(head, line, one)


def learn_titles(text_lines: Lines, known: dict[str, Known]) -> None:
    """李委员批评得对: what another calls somebody later of whom no role is told."""
    for name, one in known.items():
        told, above = one.introduction, one.line.offsets[0]
        called = re.compile(f"(?:{name}|{name[:2]}|{name[:1]}|{name[-2:]})(?P<role>代表|委员)")
        namesakes = sum(other[:1] == name[0] for other in known)
        if told.role or OFFICIAL.search(told.post) or namesakes > 1:
            continue
        for line in text_lines:
            found = called.search(line.text) if line.offsets[0] > above else None
            if found is None or not ends_name(line.text, found.end()):
                continue
            begins = name_before(line.text, found.start("role"))
            if found[0].startswith(name) or begins in (found.start(), found.start("role")):
                known[name] = _with_role(one, line, found)
                break


_LEVEL = re.compile("[国省市县区州](?:人大代表|政协委员)$")
# 某县政协三届二次会议: of which body they are who speak there.
_SESSION = re.compile(f"([国省市县区州])(?:[{HAN}]{{1,3}}届)?(人大|政协)[^，。；]{{0,8}}次会议")


def in_full(known: Mapping[str, Known], text_lines: Lines) -> dict[str, Known]:
    """The people, each with the full role where 代表 is told, or one for all who speak in turn."""
    roles = {bare: _only(bare, text_lines) for bare in _BARE}
    return {name: _fuller(one, roles) for name, one in known.items()}


def _fuller(known: Known, roles: Mapping[str, str]) -> Known:
    one = known.introduction
    text = known.line.text  # 张三代表, 张三、李四两位代表
    told = text.startswith(one.role, one.name_end) or text.endswith(one.role, 0, one.end)
    role = roles.get(one.role) if told else ""
    sure = min(one.confidence, SURE - 0.05)  # inferred
    return replace(known, introduction=replace(one, role=role, confidence=sure)) if role else known


def _only(bare: str, text_lines: Lines) -> str:
    """The one role of this kind in a document that tells at which session they speak, else none."""
    texts = [line.text for line in text_lines]
    roles = {role.group() for text in texts for role in ROLE.finditer(text)}
    full = sorted((one for one in roles if one.endswith(bare) and _LEVEL.search(one)), key=len)
    if not full or not all(one.endswith(full[0]) for one in full):
        return ""
    sessions = {"".join(one) for text in texts for one in _SESSION.findall(text)}
    # 在甲全国人大代表关于……的建议综述, 出席会议的39名省人大代表
    many = f"{full[0]}们?(?:关于|围绕|聚焦|就|建言|热议|参会|出席|参加)|[\\d{HAN}][名位]{full[0]}"
    if any(re.search(many, text) for text in texts):
        return full[0]
    return full[0] if sessions == {full[0][-5:-2]} else ""
