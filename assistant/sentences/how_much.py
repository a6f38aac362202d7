"""Whether a sentence says how much it is that is asked for, or only which way it goes.

住院次均费用较上年有所下降 tells no figure, whatever another clause counts, and 东街、西街两个街道
none of one of the two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.matching import HAN

LEAST = 3  # characters of what is measured that must be told of
BRIEF = 5  # characters before a figure, that hardly say what else it is of
_ASKED = re.compile(
    f"([{HAN}a-z]{{2,16}}?)(?:一?共|合计|大?约|目前|现在|已经?)?(?:是|为|有|达到?|占|到|要)?"
    "(?:多少|百分之[几多]|几(?!年前))"
)
_BEHIND = re.compile("(?:类|的|共|总|一|各|分别|[^为达占][了到])$")  # 任务定了多少
_DIGITS = "一二三四五六七八九十百千万亿"
_FIGURE = re.compile(
    rf"\d|[{_DIGITS}两半几数][{_DIGITS}多余来成倍分年个人元家户名位次件天日月吨亩里块所座项条种级岁米例宗场台]"
    "|[二两三四五六七八九十]起|[过一近减]半|半数|分之|翻[番了]|零|全[部额免]|免费|都|(?<![平日人年月户])均|没有|无"
)
_MOVES = re.compile(
    "[低高]于|有所|不[高低足及]|较[快上]|明显|继续|下降|上升|增长|减少|提高|回落|改善|超[过额]|完成|次之|其次"
)
# What leads to a figure of the same, 已降至286元, and what of something else, 床位使用率85%.
_TIME = re.compile(r"(?:(?:\d+|[一两二三])年|\d+月|[一二三四\d]季度|[上下]半年)(?:份|末|底|间)*")
_REASON = re.compile("主要|受|这?是?由于|因|但|虽|总体")
_LEADS = re.compile("(?:[为达至到从由约超近仅只已现共占是有]|合计|突破|目前|左右)+$")
_GOES_ON = re.compile("[为达至到从由约超近比较同环增降提下上升每最共]|其中|平均|一共|合计|累计|总")
_OTHER = re.compile("[率量额比重数价值费金入出家员位伍队]$|(?<!幅)度$|(?:企业|项目)$")
# Of two that are counted together each is told of only where that is said.
_BOTH = re.compile(f"([{HAN}]{{2,4}})[、和与]([{HAN}]{{2,4}}?)[两二]个[{HAN}]")
_APART = re.compile("分别|各|前者|后者|(?<![平日人年月户])均|都")


def tells_no_figure(asked: str, sentences: Sequence[str]) -> bool:
    """Whether the first of what is quoted only says that it rises or falls, or that another is
    higher, and the rest nothing of it; or counts two together, of which one is asked about.

    >>> tells_no_figure("住院费用是多少元?", ["门诊费用286元,住院费用较上年有所下降。"])
    True
    >>> tells_no_figure("住院费用是多少元?", ["住院费用有所下降,为7120元。"])
    False
    >>> tells_no_figure("西站发送多少人?", ["东站、西站两个车站发送3万人,其中西站1万人。"])
    False
    """
    first, *others = sentences
    return _only_moves(asked, first, others) or _is_of_both(asked, first)


def _only_moves(asked: str, sentence: str, others: Sequence[str]) -> bool:
    measured = _measured(asked, sentence)
    if not measured or any(measured in one and _FIGURE.search(one) for one in others):
        return False
    clauses = re.split("[,;。:!?]", sentence)
    for at, clause in enumerate(clauses):
        if measured not in clause:
            continue
        told = _FIGURE.search(clause.replace(measured, "")) or not _MOVES.search(clause)
        behind = (_TIME.sub("", one) for one in clauses[at + 1 :])
        reasons = (one for one in behind if _FIGURE.search(one) or not _REASON.match(one))
        if told or _goes_on(measured, next(reasons, "")):
            return False
    return True


def _goes_on(measured: str, clause: str) -> bool:
    """Whether the clause has a figure of what is measured: it names nothing else before it."""
    figure = _FIGURE.search(clause)
    if figure is None:
        return False
    before = _LEADS.sub("", clause[: figure.start()])
    if set(before) <= {*measured, *"总其中年月日均"}:
        return True
    # 游客人数增长，全年接待游客320万人次; of a rate what counts something else says nothing.
    may_be = not measured.endswith("率") or len(before) < BRIEF or _GOES_ON.match(clause)
    return bool(may_be) and not _OTHER.search(before)


def _measured(asked: str, sentence: str) -> str:
    """The end of what is asked how much it is, as far as the sentence has it, or nothing."""
    found = [one[1] for one in _ASKED.finditer(asked)]
    thing = _BEHIND.sub("", found[-1]).split("的")[-1] if found else ""
    ends = (thing[at:] for at in range(len(thing) - LEAST + 1))
    return next((end for end in ends if end in sentence), "")


def _is_of_both(asked: str, sentence: str) -> bool:
    if not re.search("多少|几", asked) or _APART.search(sentence) or re.search("[两二]", asked):
        return False
    for both in _BOTH.finditer(sentence):
        first, second = both[1], both[2]
        while first and second and first[-1] == second[-1]:  # 工业园区、物流园区
            first, second = first[:-1], second[:-1]
        meant = [name for name in (first[-2:], second[:2]) if name and name in asked]
        rest = sentence.replace(both[0], "")
        if len(meant) == 1 and not re.search(f"{meant[0]}[^,;。、]*(?:{_FIGURE.pattern})", rest):
            return True
    return False
