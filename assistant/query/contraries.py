"""Whether a sentence says of the opposite what is asked: 小型水库 for 大型水库."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from assistant.register.numerals import decimal
from index.matching import HAN

CONTRARIES = Path(__file__).with_name("contraries.txt")

BESIDE = 2  # characters beside the word, that tell of what the question and the sentence say it
_BEHIND = re.compile(f"(?:(?![是有占为达共在多几哪什怎吗呢])[{HAN}]){{1,{BESIDE}}}")
_BEFORE = re.compile(f"(?:(?![是有和与及或了])[{HAN}]){{{BESIDE}}}$")
# 二号线, 5号楼, B座, 第二批; no 第三方, 一组数字.
_NUMBER = r"([\d一二三四五六七八九十百]+)"
_NUMBERED = (
    re.compile(f"{_NUMBER}号(?:线|楼|馆|院|井|仓|库|机|炉|桥|泵站|船闸|码头)"),
    re.compile(f"{_NUMBER}(?:档|年级)"),
    re.compile(r"([a-z]?\d+)(?:路|航站楼)"),
    re.compile(rf"(\d[\d.]*)(?:兆瓦|千瓦|英寸|毫米|毫升|吨级|千伏)(?=[{HAN}])"),
    re.compile("(?<=[坝桥渠路墙堤池])([长高宽深厚])"),
    re.compile("([a-z甲乙丙丁])(?:座|栋|区|馆|组|标段|类|级|方|项目|公司|单位)"),
    re.compile(f"第{_NUMBER}(?:批|组|章|条|款|标段|阶段|车间|分[厂局校]|小组|梯队|名|阶梯)"),
    re.compile(f"第{_NUMBER}(?:[小中]学|医院|幼儿园|泵站|水厂|派出所)"),
)
_NOT, _UNDONE = re.compile("[未没不无]"), re.compile(f"(?:未|没有)([{HAN}]{{2}})")


def contrary_to(asked: str, *, fact: bool) -> Callable[[str], bool]:
    """Tells of a sentence whether it has another word of those that tell a kind apart than the
    question, beside the same words, and not the question's, or another number of the same; both
    normalised.

    `fact`: whether a figure, a day or a name is asked for: some words need no others beside them.

    >>> contrary_to("大型水库有多少座?", fact=True)("现有小型水库86座。")
    True
    >>> contrary_to("大型水库有多少座?", fact=True)("现有水库86座,小型的占九成。")
    False
    >>> contrary_to("项目何时竣工?", fact=True)("项目于3月开工。")
    True
    >>> contrary_to("地铁二号线有多长?", fact=True)("地铁1号线长31公里。")
    True
    >>> contrary_to("未办结的有多少件?", fact=True)("办结3980件。")
    True
    """
    asked = asked.replace("的", "")
    found = [found for kinds in _contraries() if (found := _told_apart(*kinds, asked, fact))]

    def is_contrary(sentence: str) -> bool:
        sentence = sentence.replace("的", "")
        if fact and _denies(asked, sentence):
            return True
        return any(_number_others(one, asked, sentence) for one in _NUMBERED) or any(
            not own.search(sentence) and any(one in sentence for one in others)
            for own, others in found
        )

    return is_contrary


def _told_apart(
    alone: bool, kinds: tuple[tuple[str, ...], ...], asked: str, fact: bool
) -> tuple[re.Pattern[str], set[str]] | None:
    """What tells of the one kind that the question names, and what of the others; None where it
    names none, or several.
    """
    wanted = [kind for kind in kinds if any(name in asked for name in kind)]
    if len(wanted) != 1:
        return None
    named = f"(?:{'|'.join(wanted[0])})"
    others = {name for kind in kinds for name in kind} - {*wanted[0]}
    if (fact and alone) or re.search(f"多少[名位个所家座]?{named}", asked):
        return re.compile(named), others
    own, beside = {f"{named}(?=[和与及或、,。])"}, set[str]()
    for found in re.finditer(named, asked):
        behind, before = _BEHIND.match(asked, found.end()), _BEFORE.search(asked[: found.start()])
        if behind:
            own.add(f"{named}{behind.group()}")
            beside |= {f"{other}{behind.group()}" for other in others}
        elif before:
            own.add(f"{before.group()}{named}")
            beside |= {f"{before.group()}{other}" for other in others}
    return re.compile("|".join(own)), beside


def _denies(asked: str, sentence: str) -> bool:
    """Whether what is not done is asked for, 未办结, and the sentence tells of what is."""
    undone = _UNDONE.findall(asked)
    return bool(undone) and not _NOT.search(sentence) and any(one in sentence for one in undone)


def _number_others(pattern: re.Pattern[str], asked: str, sentence: str) -> bool:
    """Whether both number the same, and no number is in both."""
    found = (pattern.findall(text) for text in (asked, sentence))
    wanted, told = ({decimal(one) or one for one in numbers} for numbers in found)
    return bool(wanted and told) and wanted.isdisjoint(told)


@cache
def _contraries() -> tuple[tuple[bool, tuple[tuple[str, ...], ...]], ...]:
    """The kinds that exclude each other, of these the names, and whether they may stand alone."""
    lines = CONTRARIES.read_text("utf-8").splitlines()
    given = (line.partition("*") for line in lines if not line.startswith("#"))
    return tuple(
        (bool(alone), tuple(tuple(kind.split("/")) for kind in (before + after).split()))
        for before, alone, after in given
    )
