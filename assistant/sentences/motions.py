"""The 提案 and 建议 that a document lists, each headed by its title, with labelled lines below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from assistant.sentences.enumerated import ITEM
from corpus import Document, flat
from corpus.lines import Line, lines_of
from index.matching import normalise


class Told(Enum):
    """What a labelled line tells of a 提案, by its label; the first that fits."""

    MOVER = (
        "(?:第一|主要|领衔|联名)?(?:提案|建议|提出|议案)(?:人|者|单位|方|委员|代表)"
        "|领衔(?:代表|委员|人)|联名(?:人|委员)|委托提出(?:人|者)?"
    )
    DRAFTER = "执笔(?:人|者|单位)?"
    PROPOSED = "(?:具体|主要|提案|对策|意见)*(?:建议|对策)(?:内容)?|办法"
    REASON = "案由|理由|事由|(?:提案)?背景|问题|情况"
    HANDLER = "(?:主办|承办|办理)(?:单位|部门|机构)?"
    JOINT_HANDLER = "(?:会办|协办|分办|配合)(?:单位|部门)?"
    RESULT = "(?:办理|答复)(?:结果|情况|进展|状态|类[别型])|办结情况|采纳情况"
    REPLY = "(?:办理)?(?:答复|回复)(?:要点|摘要|内容|意见)?"
    REPLIED_ON = "(?:答复|办复|回复|办结)(?:日期|时间)"
    PROPOSED_ON = "(?:提出|提交|提案|建议|立案)(?:日期|时间)"
    FEEDBACK = "(?:提案人|委员|代表|建议人)?(?:反馈|评价|满意)(?:意见|情况|度)?"
    SECTOR = "界别|类别|分类"
    NUMBER = "(?:提案|建议|议案|案)?(?:编号|案号|号)"
    OTHER = (
        "(?:内容)?摘要|(?:主要)?内容|标题|(?:提案|建议|议案)?(?:名称|题目)|工作单位(?:及职务)?"
        "|附[注件]|备注"
    )


_ANY = "|".join(told.value for told in Told)
# 案由：, or 【案由】
_LABEL = re.compile(
    f"[\\s>*#•·\\-]*(?P<framed>【)?(?P<label>{_ANY})(?(framed)】[：:]?|[*]*[：:][*]*)"
)
_INLINE = re.compile(f"(?<=[。；;　 ])(?=(?:{_ANY})[：:]|【(?:{_ANY})】)")
_TITLE = re.compile("关于[^。]{2,60}?的?(?:提案|建议|议案)")
# Alone above the title: 【第0012号】, 编号：0107.
_NUMBER = re.compile(
    rf"[#*\s【（(]*(?:第?\s*\d{{2,}}\s*号|(?:{Told.NUMBER.value})[：:].*)[】）)*]*"
)
# A reply to one: whom it addresses, and below it what it calls their 提案.
_ADDRESSED = re.compile(
    "[*\\s]*[\u4e00-\u9fff·、]{2,40}(?:等[\\d一二三四五六七八九十]+[名位]?)?"
    "(?:代表|委员)(?:等?[\\d一二三四五六七八九十]+[位名])?[*]*[：:][*]*"
)
_RECEIVED = re.compile(
    "(?:提出|提交|所提)的?(?:《[^》]+》|[^。]{0,20}关于.+?的(?:提案|建议|议案))[^。]*收悉"
)
TITLE_CHARS = 90  # of a line with no more than the title, its number and its order


# What an office says of it.
_OF_OTHERS = (Told.HANDLER, Told.JOINT_HANDLER, Told.RESULT, Told.REPLY, Told.REPLIED_ON)


class Labelled(NamedTuple):
    """What is told in a labelled line, and where: from its label on."""

    told: Told
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Motion:
    """One of them: where its title stands, and each labelled line with what goes on below it."""

    document: str
    title: tuple[int, int]
    named: str  # normalised: its number, its title, its movers
    lines: tuple[Labelled, ...]
    end: int
    movers: str  # normalised; empty for what a document replies to, whose words are not theirs

    def is_theirs(self, at: int) -> bool:
        """Whether what stands at this character is what the movers themselves say."""
        answered = (one.start <= at < one.end for one in self.lines if one.told in _OF_OTHERS)
        return bool(self.movers) and self.title[0] <= at < self.end and not any(answered)


def motions(document: Document) -> Iterator[Motion]:
    """The 提案 of a document, in reading order; what has no line on who moved it is none."""
    text = document.text
    if not _TITLE.search(text):
        return
    lines = lines_of(text)
    shown = [flat(line.of(text)) for line in lines]
    yield from _replied_to(document, lines, shown)
    heads = [at for at, line in enumerate(shown) if _is_title(line)]
    if heads and _is_above(lines, shown, heads[0]):
        begins = [_block(lines, at) for at in heads]
    else:
        begins = [at - 1 if at and _NUMBER.fullmatch(shown[at - 1]) else at for at in heads]
    ends = [*begins[1:], len(lines)][: len(heads)]
    for begin, head, end in zip(begins, heads, ends, strict=True):
        told = tuple(_labelled(text, lines[begin:end]))
        signed = (
            [text[one.start : one.end] for one in told if one.told is by]
            for by in (Told.MOVER, Told.DRAFTER)  # a party moves it, and one of its members writes
        )
        if movers := next(filter(None, signed), []):
            numbers = [text[one.start : one.end] for one in told if one.told is Told.NUMBER]
            named = normalise(flat("\n".join([*shown[begin : head + 1], *numbers, *movers])))
            place, end_at = (lines[begin].start, lines[head].end), lines[end - 1].end
            moved = normalise(flat("".join(movers)))
            yield Motion(document.path, place, named, told, end_at, moved)


def _block(lines: Sequence[Line], at: int) -> int:
    """The first of the lines that stand on `at` without a blank one between them."""
    while at and lines[at].gap == 1:
        at -= 1
    return at


def _is_above(lines: Sequence[Line], shown: Sequence[str], head: int) -> bool:
    """Whether who moved it stands above its title, and so above those that follow: 领衔代表：……"""
    labels = map(_LABEL.match, shown[_block(lines, head) : head])
    return any(label and _told(label["label"]) is Told.MOVER for label in labels)


def _replied_to(
    document: Document, lines: Sequence[Line], shown: Sequence[str]
) -> Iterator[Motion]:
    """Those that the document replies to; who moved them is whom it addresses."""
    for to, received in enumerate(lines[1:]):
        said = received.of(document.text)
        if _ADDRESSED.fullmatch(shown[to]) and _RECEIVED.search(said):
            named = normalise(flat(f"{document.title}\n{said}\n{shown[to]}"))
            movers = Labelled(Told.MOVER, lines[to].start, lines[to].end)
            place = received.start, received.end
            yield Motion(document.path, place, named, (movers,), lines[-1].end, "")


def _is_title(line: str) -> bool:
    label = _LABEL.match(line)
    if label and label["label"] != "案由" and _told(label["label"]) is not Told.OTHER:
        return False
    return len(line) <= TITLE_CHARS and bool(_TITLE.search(line)) and not line.endswith("。")


def _told(label: str) -> Told:
    return next(told for told in Told if re.fullmatch(told.value, label))


def _labelled(text: str, lines: Sequence[Line]) -> Iterator[Labelled]:
    """What is told, and where: 主办单位：甲局。会办单位：乙局。 on one line tells two things; items
    below a label, and what stands below an empty one, are part of it.
    """
    told: Told | None = None
    start = end = 0
    for line in lines:
        at = line.start
        for part in _INLINE.split(line.of(text)):
            if label := _LABEL.match(flat(part)):
                if told:
                    yield Labelled(told, start, end)
                told, start, end = _told(label["label"]), at, at + len(part)
            elif told and (line.gap == 1 or ITEM.match(part) or text[end - 1] in "：:*"):
                end = at + len(part)
            elif told:
                yield Labelled(told, start, end)
                told = None
            at += len(part)
    if told:
        yield Labelled(told, start, end)
