"""Whether a sentence says of the opposite what is asked: 小型水库 for 大型水库."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from decimal import Decimal
from functools import cache
from itertools import product, takewhile
from pathlib import Path

from assistant.query.numbered import OF_MOTION
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
    *(re.compile(rf"(\d[\d.]*){unit}(?=[{HAN}])") for unit in ("马力", "行", "缸", "匹")),
    re.compile(rf"(\d[\d.]*)(?:兆瓦|千瓦|英寸|毫米|毫升|吨级|千伏)(?=[{HAN}])"),
    re.compile("(?<=[坝桥渠路墙堤池])([长高宽深厚])"),
    re.compile("(?<![a-z])([a-z甲乙丙丁])(?:座|栋|区|馆|组|标段|类|级|方|项目|公司|单位)"),
    re.compile(f"第{_NUMBER}(?:批|组|章|条|款|标段|阶段|车间|分[厂局校]|小组|梯队|名|阶梯)"),
    re.compile(rf"(?<!\d){_NUMBER}{OF_MOTION}"),
    re.compile(f"第{_NUMBER}(?:[小中]学|医院|幼儿园|泵站|水厂|派出所)"),
    # from where; not 从哪里运到, nor 从实际出发; 从国外运到 may be told by any country
    re.compile(
        "从(?!哪|何|什么|几|多|谁|[这那此本上下早晚凌]|实际|大局|长远|根本|[国海]外|国内|外[地国]|[中全]国)"
        f"((?:(?![点时起])[{HAN}]){{2,3}}?)[省市县港]?(?:[运拉飞送][到至往]|开往|出发)"
    ),
)
_BOUND = re.compile("[及(含)]*以([上下内外])")
_BOUNDED = re.compile(
    "(?:(不[低少小]于|(?<!不)超过|[大高]于|至少)|不超过|不[大高多]于|[小低少]于|至多|不到)$"
)
# 矿业333号有限公司 is not 矿业33号有限公司; 3月5号上午 is a day
_NUMBERED_THING = re.compile(
    f"(?<![月期])(?<!\\d)(?P<whole>{_NUMBER}号(?P<thing>(?![上下中晚早凌之以前后开到至])[{HAN}]{{2}}))"
)
_IN_ROW = "、至到~—–-"  # before a number: 一、二年级, 三至六年级
_UNDONE = re.compile(f"(?:未|(?<!有)没有)(?![从在对把被向由给与按])([{HAN}]{{2}})")
_LEFT = re.compile("[未没不无否剩余缺尚仍待除]|弃权")  # what tells of it, too
# 什么地方 is not 地方; nor is 首批 another one than 第一批.
_READ = (("的", ""), ("什么地方", "哪里"), ("哪个地方", "哪里"), ("首批", "第一批"))


def contrary_to(asked: str, *, fact: bool) -> Callable[[str], bool]:
    """Tells of a sentence whether it names another kind than the question does, beside the same
    words, or another number of the same, and not the question's; both normalised.

    `fact`: whether a figure, a day or a name is asked for: some words need no others beside them.

    >>> contrary_to("大型水库有多少座?", fact=True)("现有小型水库86座。")
    True
    >>> contrary_to("大型水库有多少座?", fact=True)("现有水库86座,小型的占九成。")
    False
    >>> contrary_to("初中学生有多少?", fact=True)("初高中学生共9000人。")
    False
    >>> contrary_to("地铁二号线有多长?", fact=True)("地铁1号线长31公里。")
    True
    >>> contrary_to("二年级有几个班?", fact=True)("一至三年级各四个班。")
    False
    >>> contrary_to("未办结的有多少件?", fact=True)("办结3980件。")
    True
    """
    asked = _read(asked)
    kinds = [found for row in _contraries() if (found := _told_apart(*row, asked, fact))]
    numbered = [
        (one, wanted) for one in _NUMBERED if (wanted := {*map(_value, one.findall(asked))})
    ]
    numbered += [
        (re.compile(f"{_NUMBER}号{one['thing']}"), {_value(one[2])})
        for one in _NUMBERED_THING.finditer(asked)
    ]
    undone = _UNDONE.findall(asked) if fact else []

    def is_contrary(sentence: str) -> bool:
        sentence = _read(sentence)
        return (
            _tells_done(undone, sentence)
            or any(_numbers_others(*one, sentence) for one in numbered)
            or any(
                not own.search(sentence) and any(one in sentence for one in others)
                for own, others in kinds
            )
        )

    return is_contrary


def names_number(asked: str, sentence: str) -> bool:
    """Whether what the question calls by a number, 33号矿井, is called so in the sentence."""
    return any(one["whole"] in sentence for one in _NUMBERED_THING.finditer(asked))


def _read(text: str) -> str:
    for words, instead in _READ:
        text = text.replace(words, instead)
    return text


def _told_apart(
    alone: bool, kinds: tuple[tuple[str, ...], ...], asked: str, fact: bool
) -> tuple[re.Pattern[str], set[str]] | None:
    """What names the one kind that the question does, which clears a sentence, and what names the
    others, which tells against it; None where the question names none, or several.
    """
    wanted = [kind for kind in kinds if any(name in asked for name in kind)]
    if len(wanted) != 1:
        return None
    named = f"(?:{'|'.join(wanted[0])})"
    others = {name for kind in kinds for name in kind} - {*wanted[0]}
    own = re.compile("|".join([named, *_in_short(wanted[0], others)]))
    # 多少学生: what is counted tells without others, but for 多少个人.
    counted = re.search(f"多少(?!个人)[名位个所家座]?{named}", asked)
    if counted or (fact and alone):
        return own, others
    beside = set[str]()
    for found in re.finditer(named, asked):
        behind, before = _BEHIND.match(asked, found.end()), _BEFORE.search(asked[: found.start()])
        if behind:
            beside |= {f"{other}{behind.group()}" for other in others}
        elif before:
            beside |= {f"{before.group()}{other}" for other in others}
    return own, beside


def _in_short(names: Iterable[str], others: Iterable[str]) -> Iterator[str]:
    """What is left of a name before others that end as it does: 初高中, 一、二等奖."""
    for name, other in product(names, others):
        pairs = zip(reversed(name), reversed(other), strict=False)
        end = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        if 0 < end < len(name):
            yield f"{name[:-end]}(?=[{_IN_ROW}和与及]|{other})"


def _tells_done(undone: Iterable[str], sentence: str) -> bool:
    """Whether the sentence tells of what is done, where what is not is asked for: 未办结."""
    return any(one in sentence for one in undone) and not _LEFT.search(sentence)


def _numbers_others(pattern: re.Pattern[str], wanted: set[Decimal | str], sentence: str) -> bool:
    """Whether the sentence numbers the same, and none that is wanted; a row may be of any."""
    told = [*pattern.finditer(sentence)]
    if any(one.start() and sentence[one.start() - 1] in _IN_ROW for one in told):
        return False
    return bool(told) and not any(_fits(one, wanted, sentence) for one in told)


def _fits(told: re.Match[str], wanted: Collection[Decimal | str], sentence: str) -> bool:
    """Whether it numbers what is wanted: 100马力以上 does so of 120马力."""
    number = _value(told[1])
    if number in wanted:
        return True
    behind, before = _BOUND.match(sentence, told.end()), _BOUNDED.search(sentence[: told.start()])
    if not (behind or before) or not isinstance(number, Decimal):
        return False
    above = behind[1] in "上外" if behind else before is not None and before[1] is not None
    return any((one > number) is above for one in wanted if isinstance(one, Decimal))


def _value(number: str) -> Decimal | str:
    """The same for 2 and 二; a letter as it is."""
    return decimal(number) or number


def contraries(name: str) -> Iterator[str]:
    """The names of what is not said where this one is.

    >>> list(contraries("城市"))
    ['农村', '乡村']
    """
    for _, kinds in _contraries():
        own = [kind for kind in kinds if name in kind]
        yield from (other for kind in kinds if own and kind not in own for other in kind)


@cache
def _contraries() -> tuple[tuple[bool, tuple[tuple[str, ...], ...]], ...]:
    """The kinds that exclude each other, of these the names, and whether they may stand alone."""
    lines = CONTRARIES.read_text("utf-8").splitlines()
    given = (line.partition("*") for line in lines if not line.startswith("#"))
    return tuple(
        (bool(alone), tuple(tuple(kind.split("/")) for kind in (before + after).split()))
        for before, alone, after in given
    )
