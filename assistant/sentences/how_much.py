"""Whether a sentence says how much it is that is asked for, or only which way it goes.

住院次均费用较上年有所下降 tells no figure, whatever another clause counts, and 东街、西街两个街道
none of one of the two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.matching import HAN

LEAST = 3  # characters of what is measured that must be told of
_ASKED = re.compile(
    f"([{HAN}a-z]{{2,16}}?)(?:一?共|合计|大?约|目前|现在|已经?)?(?:是|为|有|达到?|占|到|要)?"
    "(?:多少|百分之[几多]|几(?!年前))"
)
_BEHIND = re.compile("(?:类|的|共|总|一|各|分别|[^为达占][了到])$")  # 任务定了多少
_FIGURE = re.compile(
    r"\d|[一二两三四五六七八九十百千半几数][十百千万亿成倍分年个人元家户名位次件天日月吨亩里块所座项条种级]"
    "|分之|翻番|零|全[部额免]|免费|[都均]|没有|无"
)
_MOVES = re.compile(
    "[低高]于|有所|不[高低足及]|较[快上]|明显|继续|下降|上升|增长|减少|提高|回落|改善|超[过额]|完成|次之|其次"
)
# Goes on about the same: ……下降，为286元.
_GOES_ON = re.compile("[为达至到从由约超近比较同环增降提下上升每最共]|其中|平均|一共|合计|累计|总")
# Of two that are counted together each is told of only where that is said.
_BOTH = re.compile(f"([{HAN}]{{2,4}})[、和与]([{HAN}]{{2,4}}?)[两二]个[{HAN}]")
_APART = re.compile("分别|各|均|都")


def tells_no_figure(asked: str, sentences: Sequence[str]) -> bool:
    """Whether the first of what is quoted only says that it rises or falls, or that another is
    higher, and the rest nothing of it; or counts two together, of which one is asked about.

    >>> tells_no_figure("住院费用是多少元?", ["门诊费用286元,住院费用较上年有所下降。"])
    True
    >>> tells_no_figure("住院费用是多少元?", ["住院费用有所下降,为7120元。"])
    False
    """
    first, *others = sentences
    return _only_moves(asked, first, others) or _is_of_both(asked, first)


def _only_moves(asked: str, sentence: str, others: Sequence[str]) -> bool:
    measured = _measured(asked, sentence)
    if not measured or any(measured in one and _FIGURE.search(one) for one in others):
        return False
    clauses = re.split("[,;。:!?]", sentence)
    for clause, behind in zip(clauses, [*clauses[1:], ""], strict=True):
        if measured not in clause:
            continue
        told = _FIGURE.search(clause.replace(measured, "")) or not _MOVES.search(clause)
        if told or (_GOES_ON.match(behind) and _FIGURE.search(behind)):
            return False
    return True


def _measured(asked: str, sentence: str) -> str:
    """The end of what is asked how much it is, as far as the sentence has it, or nothing."""
    found = [one[1] for one in _ASKED.finditer(asked)]
    thing = _BEHIND.sub("", found[-1]).split("的")[-1] if found else ""
    ends = (thing[at:] for at in range(len(thing) - LEAST + 1))
    return next((end for end in ends if end in sentence), "")


def _is_of_both(asked: str, sentence: str) -> bool:
    if not re.search("多少|几", asked) or _APART.search(sentence) or re.search("[两二]", asked):
        return False
    both = ((one[1][-2:], one[2][:2]) for one in _BOTH.finditer(sentence))
    return any((first in asked) != (second in asked) for first, second in both)
