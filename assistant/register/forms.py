"""Lists of proposals: 案由：… 提案人：… 建议：…."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from assistant.register.beside import before_post, introduced_in
from assistant.register.contents import asks_first
from assistant.register.fields import ALL_ARE, ROLE_KEY, SO_MANY_ARE, Block, kind_of, listed
from assistant.register.labels import is_nobodys, is_strange, opens_advice
from assistant.register.lines import Line, Lines, Part, part_of
from assistant.register.lists import BULLET, ENUMERATOR, announces
from assistant.register.names import NAME, is_name
from assistant.register.norms import is_imperative
from assistant.register.posts import ROLE
from assistant.register.rows import columns_headed, in_row, is_aside, with_values_below

_FIELD = re.compile(
    f"(?:{BULLET})?(?:【?(?P<plain>[一-鿿]{{2,8}}(?:（(?:[均都皆同][^）]*|\\d+[名人位]?)）)?)】?[：\t]|"
    "【(?P<head>[一-鿿]{2,8})】)(?P<value>.*)$"
)
# 二、解决的办法
_HEADED = re.compile(f"{ENUMERATOR.pattern}(?P<key>[一-鿿]{{2,8}})：?")
# 赵武（市人大代表） or 赵武　市人大代表、某校校长 below 附议人：…
_ONE_MORE = re.compile(f"(?:{ROLE.pattern}\\t?)?(?P<name>{NAME})（[^）]*）$")
# 提案一　关于延长夜校的提案（第12号） above the fields
_CALLED = re.compile(
    "(?:(?P<title>关于[^。；：]{2,60}?的(?:提案|建议|议案))》?|^[^《]{0,8}《(?P<called>[^》]{2,40})》)(?:（[^）]*）)?$"
)


def blocks(text_lines: Lines) -> Iterator[tuple[Block, set[int]]]:
    """Runs of 栏目：内容 lines; a key that comes again begins the next proposal."""
    block, numbers = Block(), set[int]()
    named: Part | None = None
    for number, line in enumerate(text_lines):
        key, begin = field_of(line)
        again = bool(key) and _begins_another(key, kind_of(key), block)
        joins = not key and block.reading == "proposer" and _names_one_more(line)
        if again or (not key and line.heading and not (joins or _goes_on(line, block))):
            yield _with_below(block, numbers)
            block, numbers = Block(), set()
        if not key and (called := _CALLED.search(line.text)):
            named = (line, *called.span(str(called.lastgroup)))
        if key:
            block.named, named = block.named or named, None
            block.keys.add(key)
            _fill(block, kind_of(key), line, begin)
            if kind_of(key) or not introduced_in(line):  # 李四委员：…… is no field
                numbers.add(number)
        elif joins:
            block.people += [block.in_role(line, one) for one in listed(line, 0, len(line.text))]
            numbers.add(number)
        elif _may_advise(block, named) and opens_advice(line):
            block.reading, block.headed = "content", True  # 为此，建议如下： in a letter
            numbers.add(number)
        elif block.reading in _CONTENTS and not _ends_content(text_lines, number, block):
            block.content.append((line, 0, len(line.text)))
            numbers.add(number)
        elif _stands_below(text_lines, number, block):
            block.below.append((line, number))
            block.reading = ""
        else:
            block.reading = ""
    yield _with_below(block, numbers)


def _may_advise(block: Block, named: Part | None) -> bool:
    """Whether a letter about a proposal, or a group's report, has yet to say what it asks for."""
    called = block.title or named or "组长" in block.keys
    return bool(called and not (block.content or block.reading))


def _stands_below(text_lines: Lines, number: int, block: Block) -> bool:
    """A paragraph below 提案人：… and 承办单位：…, where no field has what is proposed."""
    line, above = text_lines[number], text_lines[number - 1]
    if line.paragraph == above.paragraph and (above, number - 1) not in block.below:
        return False  # 答复摘要：…。提案建议……
    if not block.people or block.content or line.heading:
        return False
    return not (is_nobodys(line) or is_strange(line) or introduced_in(line))


def _with_below(block: Block, numbers: set[int]) -> tuple[Block, set[int]]:
    """With what a paragraph below its fields asks for, 建议……, behind facts or at once."""
    top = block.below[0][1] if block.below else 0
    below = [line for at, (line, number) in enumerate(block.below) if number == top + at]
    first = next((at for at, line in enumerate(below) if asks_first(line.text)), None)
    if first is None or block.content or any(ENUMERATOR.match(one.text) for one in below[:first]):
        return block, numbers
    paragraph = below[first].paragraph
    for at, line in enumerate(below):
        if at > first and line.paragraph != paragraph and not ENUMERATOR.match(line.text):
            break
        numbers.add(top + at)
        block.content += [(line, 0, len(line.text))] if at >= first else []
    return block, numbers


def one_field_each(text_lines: Iterable[Line]) -> Iterator[Line]:
    """领衔代表：张三　附议代表：李四 on one line, or a title with （提案人：张三）: one each."""
    for line in chain.from_iterable(map(_without_attached, with_values_below(text_lines))):
        if fields := in_row(line):
            yield from fields
            continue
        if columns_headed(line):
            yield line
            continue
        called = _CALLED_BY.match(line.text)
        if called and kind_of(called["key"]) == "proposer":
            yield part_of(line, 0, called.end("title"))
            yield part_of(line, *called.span("by"))
            if called.end() == len(line.text):
                continue
            line = part_of(line, called.end(), len(line.text))
        begins = _fields_of(line)
        # 001号 on a line above 案由：……, or a title in front of it
        if begins and (begins[0] in line.broken or _ENTITLED.fullmatch(line.text[: begins[0]])):
            begins.insert(0, 0)
        if len(begins) < 2 or begins[0]:
            yield line
            continue
        for start, end in pairwise((*begins, len(line.text))):
            yield part_of(line, start, end)


def _without_attached(line: Line) -> list[Line]:
    """What a line of its own in the source, 办理情况：……, adds to the last item: apart."""
    parts = (part_of(line, at, len(line.text)) for at in sorted(line.broken))
    tail = next(filter(is_nobodys, parts), None)
    return [part_of(line, 0, len(line.text) - len(tail.text)), tail] if tail else [line]


_CALLED_BY = re.compile(
    "(?P<title>[^（）]*关于[^（）。；：]{2,60})（(?P<by>(?P<key>[^（）：]{2,8})：(?:[^（）]|（[^（）]*）)+)）"
)
_BULLETS = re.compile(BULLET)
# 1.《让温泉水够用》　提案人：……; 第12号　关于……的提案　提案人：……
_ENTITLED = re.compile(
    f"(?:{ENUMERATOR.pattern}|第?[\\d一二三四五六七八九十]+号)*(?:《[^》]+》|关于[^，。；：]+)"
)


def _fields_of(line: Line) -> list[int]:
    """Where fields begin, be it at a space, if one of them is of a kind that is read."""
    begins: list[int] = []
    is_read = False
    for at in sorted({0, *line.spaced, *line.broken}):
        is_bullet = at and _BULLETS.fullmatch(line.text[:at])
        field = None if is_bullet else _FIELD.match(line.text[at:])
        field = None if field and is_name(field["head"] or "") else field  # 【张三】建议：……
        kind = kind_of(field["plain"] or field["head"]) if field else ""
        # 联名人：张三　李四　王五 are three names and one field
        named = field and line.text[at + field.start("value") - 1] != "\t"
        behind = not at or (begins and named and "：" in line.text[begins[-1] : at])
        cell = line.text[at : min((edge for edge in line.spaced if edge > at), default=at)]
        alone = at in line.broken and kind_of(cell) != ""  # 第一提案人　张三 on a line below
        if (field and (kind or behind)) or alone:
            begins.append(at)
            is_read = is_read or bool(kind) or alone
    return begins if is_read else []


_CONTENTS = ("content", "gist")


def _goes_on(line: Line, block: Block) -> bool:
    """一、提出的理由, 省人大常委会： below who proposes: what is proposed has yet to come."""
    complete = block.content and not block.gist
    goes_on = ENUMERATOR.match(line.text) or _TO_BODY.fullmatch(line.text)
    besides = _REASONS.fullmatch(line.text) or is_aside(line)
    return bool(block.people and not complete and (goes_on or besides))


_REASONS = re.compile("[一-鿿]{0,6}(?:问题|情况|现状|背景|原因|理由|分析|依据)[一-鿿]{0,4}：?")
_TO_BODY = re.compile("[^，。；：]{0,20}(?:委员会|常委会|政协|人大|主席团)：")


def _names_one_more(line: Line) -> bool:
    named = _ONE_MORE.match(line.text)
    whole = 0, len(line.text)
    roles = [one for one in introduced_in(line) if one.role]
    alone = {one.whole for one in (*roles, *before_post(line, *whole))} == {whole}
    return alone or (named is not None and is_name(named["name"]))


def field_of(line: Line) -> tuple[str, int]:
    """The key of 提案人：张三 or 提案人 张三 and where its value begins; no key for other lines."""
    headed = _HEADED.fullmatch(line.text)
    if headed and kind_of(headed["key"]) == "content":
        return headed["key"], len(line.text)
    is_item = ENUMERATOR.match(line.text) and not _BULLETS.match(line.text)
    match = None if is_item else _FIELD.match(line.text)
    edge = min(line.spaced, default=0)
    if match is None and kind_of(line.text[:edge]):
        return line.text[:edge], edge
    if kind_of(line.text) == "content":  # 意见建议 on a line of its own
        return line.text, len(line.text)
    key = match["plain"] or match["head"] if match else ""
    if match is None or (not kind_of(key) and _SAYS.search(key)):
        return "", 0  # 提案提出三条意见：……, 有居民留言：……
    return key, match.start("value")


_SAYS = re.compile("提出|指出|认为|表示|留言|说(?!明)|[写讲]")


def _begins_another(key: str, kind: str, block: Block) -> bool:
    """A key that comes again, and 领衔人 behind what 提案人 proposes; not 联名人, who joins in."""
    complete = bool(block.people and block.content)
    joins = key.startswith(("联名", "共同"))
    return key in block.keys or (kind == "proposer" and complete and not joins)


def _ends_content(text_lines: Lines, number: int, block: Block) -> bool:
    """The next title, which belongs to the 提案人 below it; an attachment; somebody else."""
    line, below = text_lines[number], text_lines[number + 1 : number + 2]
    if line.heading or is_nobodys(line) or is_strange(line) or line.text.startswith("———"):
        return True
    names = {person.name for _, person in block.people}
    own = "个人" in line.text  # 张三代表另提一条个人意见
    if any(own or one.name not in names for one in introduced_in(line)):
        return True  # somebody else comes in
    again = bool(below) and field_of(below[0])[0] in block.keys
    return line.text[-1] not in _MARKS and (again or _is_headline(line, block))


_MARKS = "。；！？，”"


def _is_headline(line: Line, block: Block) -> bool:
    """提案办理情况 behind sentences with their full stops: asks for nothing, so is no content."""
    sentences = bool(block.content) and block.content[-1][0].text[-1] in _MARKS
    asks = ENUMERATOR.match(line.text) or is_imperative(line.text) or announces(line.text)
    return sentences and not asks


_ALL_OF_KEY = re.compile(f"（{ALL_ARE}）")


def _fill(block: Block, kind: str, line: Line, start: int) -> None:
    alone = start == len(line.text) and kind == "content"
    block.headed |= line.heading or alone
    block.reading = kind if kind in ("proposer", *_CONTENTS) else ""
    if kind == "content" and block.gist:
        block.content, block.gist = [], False
    if kind == "proposer":
        told = _ALL_OF_KEY.search(line.text) or ROLE_KEY.search(line.text, 0, start)
        told = SO_MANY_ARE.search(line.text, start) or told
        block.role = (line, *told.span("role")) if told else None
        found = [block.in_role(line, one) for one in listed(line, start, len(line.text))]
        group = re.search("组长|成员", line.text[:start])  # of deputies; of others, no proposers
        block.people += [met for met in found if met[1].role or not group]
    elif kind == "title":
        block.title = (line, start, len(line.text))
    elif kind == "content" and start < len(line.text):
        block.content.append((line, start, len(line.text)))
    elif kind == "gist" and not block.content:
        block.gist = True
        block.content += [(line, start, len(line.text))] if start < len(line.text) else []
    elif kind == "post":
        block.hold((line, start, len(line.text)))
