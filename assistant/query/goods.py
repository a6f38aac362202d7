"""Whether a sentence is of the goods, and the kind of them, that a question asks about: what is
said of cobalt is not said of copper, 再生铝产量 is not 原铝产量.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from pathlib import Path

GOODS = Path(__file__).with_name("goods.txt")

_METALS_AND_FUELS = ("金属", "能源", "再生材料")  # as the file calls them
_NO_GOODS = re.compile("[这那哪每某几]个|煤气")  # 那个税 is no 个税, and 煤气 no 煤
# 原铝产量, 农渠的衬砌率: what is measured, which is asked by a word of quantity.
_ASKED = re.compile("([\u4e00-\u9fff]+)(?:多少|几(?![乎何点类种])|多[大高长])")
_MEASURED = re.compile("[率量价费额值例比重位积入产]")
_TAIL, _HEAD = 6, 3  # characters between it and 多少: 要达到; and of it that both must share
# What ends a phrase, or stands before one without telling it from others: 我国, 其中, 年均.
_APART = (
    "年月日号时是有在和与及或把将对从到向说称达为由被让给这那其该各每全共约近超了过着地得才又再也都还就只会能"
    "要可以请问市县省区镇乡村州港国我们中里内外上下前后间按等占但而且并因个均平总新"
)
_SEVERAL = re.compile("[两三四五六七八九十几各多][次大类种个项]$|各.$")  # 三次产业: each of them
_ACTS = re.compile(
    "[动施竣]工?$|[免减征]$|开工|[说定提当设算出让拟排到达增发收完成建投用做开办获享领缴卖买花]"
)


def named(text: str) -> list[tuple[str, ...]]:
    """The goods that the normalised text names, each with all of its names."""
    return [goods for kind in _kinds().values() for goods in kind if _has(text, goods)]


def is_unheard_of(asked: str, every: str) -> bool:
    """Whether the question asks about a metal or fuel, also a recycled one, that no document, or
    not the one asked about, names; both normalised.

    Other goods have names of everyday use beside those in the file: 大学生, 飞机.

    >>> is_unheard_of("黄金储备有多少?", "钴的外采率超过九成。")
    True
    """
    asked = _NO_GOODS.sub("", asked)
    known = (goods for kind in _METALS_AND_FUELS for goods in _kinds().get(kind, ()))
    return any(_has(asked, goods) and not _has(every, goods) for goods in known)


def names_all(asked: str, text: str) -> bool:
    """Whether the text names all goods that the question does; both normalised.

    >>> names_all("铜和钴的外采率是多少?", "钴的外采率超过九成。")
    False
    """
    wanted = named(_NO_GOODS.sub("", asked))
    return bool(wanted) and all(_has(text, goods) for goods in wanted)


def is_of_others(asked: str, sentence: str, told: str) -> bool:
    """Whether the sentence is on other goods of the kind than those asked about, of which `told`,
    what it is told in, says nothing; all normalised.

    >>> is_of_others("铜的外采率是多少?", "钴的外采率超过九成。", "矿产 钴的外采率超过九成。")
    True
    """
    asked = _NO_GOODS.sub("", asked)
    for kind in _kinds().values():
        wanted = [goods for goods in kind if _has(asked, goods)]
        if wanted and not any(_has(told, goods) for goods in wanted):
            return any(_has(sentence, goods) for goods in kind)
    return False


def is_of_another_kind(asked: str, sentence: str, told: str) -> bool:
    """Whether the sentence gives the figure asked for, but of another kind, 再生铝 for 原铝, and
    `told`, what it is told in, does not name the kind asked about; all normalised.

    >>> is_of_another_kind("原铝产量是多少?", "再生铝产量1128万吨。", "再生铝产量1128万吨。")
    True
    >>> is_of_another_kind("动工的重点单位总共多少个?", "施工的重点单位共9个。", "")
    False
    >>> is_of_another_kind("全免书本费惠及多少学生?", "农村书本费全部免除,惠及9万人。", "")
    False
    >>> is_of_another_kind("去年铝产量是多少?", "再生铝产量1128万吨。", "再生铝产量1128万吨。")
    False
    """
    found, sentence = _ASKED.search(asked.replace("的", "")), sentence.replace("的", "")
    phrase = found[1] if found else ""
    ends = (len(phrase) - cut for cut in range(min(_TAIL, len(phrase))))
    shared = [
        (start, end)
        for end in ends
        if _MEASURED.match(phrase[end - 1])
        for start in range(1, end - _HEAD + 1)
        if phrase[start] not in _APART and phrase[start:end] in sentence
    ]
    if not shared:
        return False
    start, end = max(shared, key=lambda one: one[1] - one[0])
    kind, measured = phrase[max(0, start - 2) : start], phrase[start:end]
    is_no_kind = kind[-1] in _APART or _ACTS.search(kind) or _SEVERAL.search(kind)
    if is_no_kind or kind in told.replace("的", ""):
        return False
    before = re.findall(f"(?<=(.)){measured}", f" {sentence}")
    return all("\u4e00" <= one <= "\u9fff" and one not in _APART for one in before)


def _has(text: str, names: Collection[str]) -> bool:
    return any(name in text for name in names)


@cache
def _kinds() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The goods of each kind, and of these the names."""
    lines = GOODS.read_text("utf-8").splitlines()
    kinds = (line.partition(":") for line in lines if not line.startswith("#"))
    return {kind: tuple(tuple(one.split("/")) for one in goods.split()) for kind, _, goods in kinds}
