"""Lists and tables of proposals: 案由：… 提案人：… 建议：…, or a row for each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.register.attention import Known, meet
from assistant.register.edges import before_post, introduced_in, posted
from assistant.register.labels import is_attached
from assistant.register.lines import Line
from assistant.register.names import is_name
from assistant.register.norms import is_imperative, is_normative
from assistant.register.people import Introduction
from assistant.register.posts import POST_END, ROLE
from assistant.register.proposals import Claim
from assistant.register.speech import ENUMERATOR

_PROPOSER = (
    "(?:第一|首位|联名|领衔|共同|主要)?(?:提案|建议|提出|提议|议案|领衔|提交|联名|反映)(?:人|者|"
    "委员|代表|单位|方)(?:姓名)?|"
    "(?:委员|代表)?姓名|委员|代表"
)
_TITLE = "(?:提案|建议|议案)?(?:案由|名称|题目|标题|案名)|案由|题[目名]"
_CONTENT = (
    "(?:具体|主要|有关|工作|对策|意见|提案|议案|相关)?(?:建议|办法|措施|对策)"
    "(?:内容|事项|措施|和办法)?|提案内容|建议内容"
)
_GIST = "(?:主要|具体)?内容|内容(?:摘要|概要|简介)"  # states facts too, where it is all there is
_POST = "(?:工作)?(?:单位|职务)(?:及|和|与|、)?(?:职务|职称)?|身份|单位职务"
_KINDS = {
    "proposer": _PROPOSER, "title": _TITLE, "content": _CONTENT, "gist": _GIST, "post": _POST,
}  # fmt: skip
_FIELD = re.compile("【?(?P<key>[一-鿿]{2,8})】?[：\t](?P<value>.*)$")
_NUMBERED_TITLE = re.compile(
    r"(?:提案|建议|议案|案)?第?[一二三四五六七八九十百\d]+[号件、.：]?《?关于[^。；]+(?:提案|建议|议案)》?$"
)
_BODY_WORD = re.compile(
    "(?:委|会|社|中央|联|集团|公司|局|院|校|界别|小组|组|联盟|中心|代表团|总支|支部)$"
)


@dataclass(slots=True)
class _Block:
    """One proposal of a list as far as it has been read."""

    keys: set[str] = field(default_factory=set)
    people: list[tuple[Line, Introduction]] = field(default_factory=list)
    title: tuple[Line, int, int] | None = None
    content: list[tuple[Line, int]] = field(default_factory=list)
    gist: bool = False  # the content is from a field that may state facts as well
    reading: bool = False  # the lines that follow still belong to the content


def read_forms(text_lines: Sequence[Line]) -> tuple[dict[str, Known], list[Claim], set[int]]:
    """People and proposals of lists and tables, and the numbers of the lines they stand in."""
    known: dict[str, Known] = {}
    found, used = list[Claim](), set[int]()
    for block, numbers in (*_blocks(text_lines), *_rows(text_lines)):
        if not block.people or not (block.title or block.content):
            continue
        used |= numbers
        for line, person in block.people:
            meet(known, line, person)
        found += _claims(block)
    return known, found, used


def _claims(block: _Block) -> Iterator[Claim]:
    """The content, sentence by sentence; the title where there is no content."""
    stated = [part for part in block.content if not (block.gist and _states(part[0].text))]
    parts = stated or ([(block.title[0], block.title[1])] if block.title else [])
    for line, start in parts:
        last = len(line.text) if stated else (block.title or (line, 0, 0))[2]
        end = len(line.text[:last].rstrip("。；，"))
        for at, person in block.people if start < end else ():
            place = (person.name_start, person.name_end)
            names = (person.name,)
            yield Claim(line, names, place, at, start, end, start, 0.95, block.title)


def _blocks(text_lines: Sequence[Line]) -> Iterator[tuple[_Block, set[int]]]:
    """Runs of 栏目：内容 lines; a key that comes again begins the next proposal."""
    block, numbers = _Block(), set[int]()
    for number, line in enumerate(text_lines):
        match = _field(line)
        kind = _kind(match["key"]) if match else ""
        again = match is not None and _begins_another(match["key"], kind, block)
        if again or (match is None and line.heading):
            yield block, numbers
            block, numbers = _Block(), set()
        if match:
            block.keys.add(match["key"])
            _fill(block, kind, line, match.start("value"))
            numbers.add(number)
        elif block.reading and not _ends_content(text_lines, number, block):
            block.content.append((line, 0))
            numbers.add(number)
        else:
            block.reading = False
    yield block, numbers


def _field(line: Line) -> re.Match[str] | None:
    """提案人：祁望, or 提案人 祁望 with only a space behind a word that is a key."""
    edge = min(line.spaced, default=0)
    apart = _kind(line.text[:edge]) and re.match(f"(?P<key>.{{{edge}}})(?P<value>.*)$", line.text)
    return _FIELD.match(line.text) or apart or None


def _begins_another(key: str, kind: str, block: _Block) -> bool:
    """A key that comes again, and 领衔人 behind what 提案人 proposes; not 联名人, who joins in."""
    complete = bool(block.people and block.content)
    joins = key.startswith(("联名", "共同"))
    return key in block.keys or (kind == "proposer" and complete and not joins)


def _ends_content(text_lines: Sequence[Line], number: int, block: _Block) -> bool:
    """The next title, which belongs to the 提案人 below it; an attachment; somebody else."""
    line, below = text_lines[number], text_lines[number + 1 : number + 2]
    if line.heading or is_attached(line) or _NUMBERED_TITLE.match(line.text):
        return True
    names = {person.name for _, person in block.people}
    if any(one.name not in names for one in introduced_in(line)):
        return True  # somebody else comes in
    field_below = _field(below[0]) if below else None
    again = field_below is not None and field_below["key"] in block.keys
    return line.text[-1] not in _MARKS and (again or _is_headline(line, block))


_MARKS = "。；！？，”"


def _is_headline(line: Line, block: _Block) -> bool:
    """提案办理情况 behind sentences with their full stops: asks for nothing, so is no content."""
    sentences = bool(block.content) and block.content[-1][0].text[-1] in _MARKS
    return sentences and not ENUMERATOR.match(line.text) and not is_imperative(line.text)


_STATES = re.compile(
    "现有|目前|当前|存在|仍有|[仅只]有|已[经有达]|不足|难以|随着|近年来|(?:统计|调[研查])(?:发现|显示)"
)


def _states(text: str) -> bool:
    """全县现有…… tells what is, unless it goes on to ask for something."""
    return bool(_STATES.search(text)) and not is_normative(text)


def _fill(block: _Block, kind: str, line: Line, start: int) -> None:
    block.reading = kind in ("content", "gist")
    if kind == "content" and block.gist:
        block.content, block.gist = [], False
    if kind == "proposer":
        block.people += [(line, one) for one in listed(line, start, len(line.text))]
    elif kind == "title":
        block.title = (line, start, len(line.text))
    elif kind == "content" and start < len(line.text):
        block.content.append((line, start))
    elif kind == "gist" and not block.content:
        block.gist = True
        block.content += [(line, start)] if start < len(line.text) else []
    elif kind == "post" and len(block.people) == 1:
        block.people = [_with_post(block.people[0], line, start, len(line.text))]


def _kind(key: str) -> str:
    key = re.sub("（[^）]*）$", "", key)
    return next((kind for kind, words in _KINDS.items() if re.fullmatch(words, key)), "")


def _with_post(
    person: tuple[Line, Introduction], line: Line, start: int, end: int
) -> tuple[Line, Introduction]:
    """The post from a field of its own, where it shares the line with the name (a table)."""
    at, one = person
    if at is not line or one.post:
        return person
    role = ROLE.match(line.text, start, end)
    post = line.text[role.end() if role else start : end].strip("、，")
    begin, close = min(one.start, start), max(one.end, end)
    held = role.group() if role else one.role
    return at, Introduction(
        one.name, held, post, begin, close, one.name_start, one.name_end, one.confidence
    )


def listed(line: Line, start: int, end: int) -> Iterator[Introduction]:
    """窦建国（市水利学会副理事长）、胥红: the people and bodies a field names."""
    text = line.text
    fuller = [one for one in introduced_in(line) if one.name_start >= start and one.name_end <= end]
    fuller += [
        one
        for one in (*posted(line, start, end), *before_post(line, start, end))
        if not any(other.start < one.end and one.start < other.end for other in fuller)
    ]
    yield from fuller
    for part in re.finditer("[^、，；（\t和与]+(?:（[^）]*）)?", text[start:end]):
        begin, close = start + part.start(), start + part.end()
        if any(one.start < close and begin < one.end for one in fuller):
            continue
        name, _, aside = part.group().partition("（")
        name = re.sub("(?:委员|代表|等)$", "", name)
        if not is_name(name) and not (_BODY_WORD.search(name) and 3 <= len(name) <= 25):
            continue
        post = aside.rstrip("）") if POST_END.search(aside.rstrip("）")) else ""
        yield Introduction(name, "", post, begin, close, begin, begin + len(name), 1.0)


def _rows(text_lines: Sequence[Line]) -> Iterator[tuple[_Block, set[int]]]:
    """A table: its head names the columns, each further line with as many cells is a proposal."""
    columns: list[str] = []
    for number, line in enumerate(text_lines):
        cells = list(re.finditer("[^\t]+", line.text))
        kinds = [_kind(cell.group()) for cell in cells]
        if "proposer" in kinds and {"content", "title"} & set(kinds):
            columns = kinds
        elif len(cells) != len(columns) or len(cells) < 2:
            columns = columns if "\t" in line.text or set(line.text) <= set("-:\t") else []
        else:
            block = _Block()
            for kind, cell in sorted(zip(columns, cells, strict=True), key=_proposer_first):
                _cell(block, kind, line, cell)
            yield block, {number}


def _proposer_first(column: tuple[str, re.Match[str]]) -> bool:
    return column[0] != "proposer"


def _cell(block: _Block, kind: str, line: Line, cell: re.Match[str]) -> None:
    if kind == "proposer":
        block.people += [(line, one) for one in listed(line, cell.start(), cell.end())]
    elif kind == "post" and (len(block.people) == 1 or ROLE.fullmatch(cell.group())):
        span = cell.span()
        block.people = [_with_post(person, line, *span) for person in block.people]
    elif kind == "title" or (kind == "content" and block.title is None):
        block.title = (line, cell.start(), cell.end())
