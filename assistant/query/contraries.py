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
    re.compile("([a-z甲乙丙丁])(?:座|栋|区|馆|组|标段|类|级|方|项目|公司|单位)"),
    re.compile(f"第{_NUMBER}(?:批|组|章|条|款|标段|阶段|车间|分[厂局校]|小组|梯队)"),
    re.compile(f"第{_NUMBER}(?:[小中]学|医院|幼儿园|泵站|水厂|派出所)"),
)


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
    """
    asked = asked.replace("的", "")
    found = [found for kinds in _contraries() if (found := _told_apart(*kinds, asked, fact))]

    def is_contrary(sentence: str) -> bool:
        sentence = sentence.replace("的", "")
        return any(_number_others(one, asked, sentence) for one in _NUMBERED) or any(
            not any(name in sentence for name in names) and any(one in sentence for one in others)
            for names, others in found
        )

    return is_contrary


def _told_apart(
    alone: bool, kinds: tuple[tuple[str, ...], ...], asked: str, fact: bool
) -> tuple[tuple[str, ...], set[str]] | None:
    """The names of the one kind that the question names, and what tells of the others; None where
    it names none, or several.
    """
    wanted = [kind for kind in kinds if any(name in asked for name in kind)]
    if len(wanted) != 1:
        return None
    names = wanted[0]
    others = {name for kind in kinds for name in kind} - {*names}
    if (fact and alone) or re.search(f"多少[名位个所家座]?(?:{'|'.join(names)})", asked):
        return names, others
    beside = set[str]()
    for found in re.finditer("|".join(names), asked):
        behind, before = _BEHIND.match(asked, found.end()), _BEFORE.search(asked[: found.start()])
        beside |= {f"{other}{behind.group()}" for other in others if behind}
        beside |= {f"{before.group()}{other}" for other in others if before}
    return names, beside


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
