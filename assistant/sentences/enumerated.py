"""Lists that a sentence or a heading announces: 形成了四点共识。第一，……；第二，……"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from assistant.register.labels import ASKING
from assistant.register.numerals import HAN, small
from assistant.sentences.heads import is_rule
from index import Index

MOST = 12  # items of a list that are looked at
SEVERAL = 3  # items of one that nothing announces
NUMBERED_TABLE = re.compile(r"表\s*[\d一二三四五六七八九十]")
_CAPTION = re.compile(rf"\W*{NUMBERED_TABLE.pattern}")
OPENS = re.compile(r"[：:]\W*$")  # what stands below
_ANNOUNCES = re.compile(
    rf"{OPENS.pattern}"
    r"|(?:(?:[一二两三四五六七八九十几\d]|如下|以下|下列|这样)[^，。；：]{0,16}|建议|包括|主要[是有])。\W*$"
)
_BULLET = r"(?P<bullet>[-*•·●■◆▪]\s|—)"
ITEM = re.compile(
    r"\W*(?:(?P<number>[一二三四五六七八九十]{1,2}[、是要])"
    r"|(?P<ordinal>第[一二三四五六七八九十]{1,2}[个条件点项份]?[，、是])"
    r"|(?P<bracketed>[（(][一二三四五六七八九十\d]{1,2}[)）])"
    r"|(?P<digits>\d{1,2}(?:[、．)）]|\.(?!\d)))|[①-⑳]|首先|其次|再次|最后"
    r"|(?:还有|另)?[一另][个条件点项份]是)"
    rf"|{_BULLET}"
)
# A list begins so; below 补助提高到6000元。 the item （三） is of another.
_FIRST = re.compile(rf"\W*(?:第?一|1(?!\d)|①|首先)|{_BULLET}")
# 抓好三个方面：一是……。 has the first item within.
_HAS_FIRST = re.compile("[，；：]\\s*(?:一是|第一[，、])")
_COUNTS = re.compile("([两二三四五六七八九十])(?:[个条项点件]|方面|大)")
# What follows 一是……；二是…… is the third.
_WITHIN = re.compile(rf"(?:^|[，；：。])\s*(?:第([{HAN[:-1]}])[，、]|([{HAN[:-1]}])是)")
_BARE = 8  # characters; 第三，数据。 says nothing yet, what follows does
_HEADED = 14  # characters; nor does 2.汇率风险。, which heads its paragraph
_ENTITLED = re.compile(r"^\W*[\d一二三四五六七八九十]+\W*关于[^。]{2,80}的(?:建议|意见|提案)。\s*$")
_REACH = 40  # sentences, in which a list stands
_QUESTION = re.compile(r"[？?]\W*$")
# 记者：…… or anything that ends so; the pattern is for whole lines or sentences.
ASKS = re.compile(rf"^{ASKING.pattern}|{_QUESTION.pattern}")


def announced(index: Index, row: int) -> list[int]:
    """Sentence rows: the list that `row` announces or belongs to, behind what announces it; []
    where there is none.
    """
    for first in (row, _first_item(index, row) - 1):
        if first >= 0 and (items := _items(index, first)):
            return [first, *items]
    return []


def _items(index: Index, first: int) -> list[int]:
    """The rows of the list that `first` announces, or stands before; [] where it does neither."""
    own, said = _numbering(index, first), index.sentence(first)
    begun = _HAS_FIRST.search(said) is not None  # with the first item within
    counted = _COUNTS.findall(said)
    told = small(counted[-1]) - begun if counted else 0  # 以下四项: as many follow
    items: list[int] = []
    for at in _behind(index, first):
        numbered = is_item(index, at)
        # （五）, behind the list of （四）
        is_next = numbered and own is not None and _numbering(index, at) == own
        is_other = numbered and bool(items) and _begins_another(index, at, items[0])
        within = goes_on(index, at) or len(items) < told
        if is_next or is_other or not (numbered or (begun + len(items) and within)):
            break
        is_said = at - 1 in items and _is_bare(index, at - 1)
        if numbered or is_said:
            items.append(at)
    begins = bool(items) and _begins(said, index.sentence(items[0]))
    # What stands before a list of several need not announce it.
    is_list = _announces(index, first) or sum(is_item(index, one) for one in items) >= SEVERAL
    return items[:MOST] if begins and is_list else []


def headed(index: Index, row: int) -> list[int]:
    """The rest of the paragraph that `row` only heads: （二）下年目标。营业收入达到……, or
    1.关于甲的建议。予以采纳。; [] where it says something itself.
    """
    is_head = _is_bare(index, row) or _ENTITLED.search(index.sentence(row))
    if goes_on(index, row) or not (is_head and is_item(index, row)):
        return []
    return list(takewhile(lambda at: goes_on(index, at), _behind(index, row)))


def _is_bare(index: Index, row: int) -> bool:
    heads = _numbering(index, row) in ("digits", "bracketed")
    return len(index.sentence(row).strip()) < (_HEADED if heads else _BARE)


def _begins(announcing: str, item: str) -> bool:
    """Whether the item is the first, or the next behind those that the sentence before it has."""
    if not _HAS_FIRST.search(announcing):
        return _FIRST.match(item) is not None
    last = max(small(first or other) for first, other in _WITHIN.findall(announcing))
    second = "|其次" if last == 1 else ""
    return re.match(rf"\W*(?:第?{HAN[last]}{second})", item) is not None


def is_caption(line: str) -> bool:
    """Whether it names the table below it: 表1 主要产品产量."""
    return _CAPTION.match(line) is not None


def _begins_another(index: Index, row: int, first: int) -> bool:
    """Whether the item is the first of another list than that of `first`, and not one within it."""
    is_first = _FIRST.match(index.sentence(row)) is not None
    is_within = goes_on(index, row) or OPENS.search(index.sentence(row - 1)) is not None
    return is_first and not is_within and _numbering(index, row) != _numbering(index, first)


def _numbering(index: Index, row: int) -> str | None:
    """In which way the row is numbered, if it is an item."""
    found = ITEM.match(index.sentence(row))
    return found.lastgroup if found else None


def replied(index: Index, row: int) -> list[int]:
    """Sentence rows: what is said to the question that `row` asks at the end of its paragraph, up
    to the next question or heading; [] where it asks none.

    记者：为什么要慢下来？ and 问：有人说太慢。 ask, and the paragraphs below reply; to one within a
    paragraph, 为什么？因为……, the next sentence does; to 能领什么？多久去办？ what is said to both.
    """
    asks = _QUESTION.search
    while asks(index.sentence(row)) and goes_on(index, row + 1) and asks(index.sentence(row + 1)):
        row += 1
    if not _asks(index, row):
        goes = _QUESTION.search(index.sentence(row)) and goes_on(index, row + 1)
        return [row + 1] if goes and not _QUESTION.search(index.sentence(row + 1)) else []
    rows: list[int] = []
    for at in _behind(index, row):
        if index.is_heading(at) or _asks(index, at):
            break
        if not is_rule(index.sentence(at)):
            rows.append(at)
    return rows


def paragraph(index: Index, rows: Sequence[int]) -> list[int]:
    """Those of consecutive rows that stand in the paragraph of the first."""
    ends = (at for at, row in enumerate(rows) if at and not goes_on(index, row))
    return list(rows[: next(ends, len(rows))])


def _asks(index: Index, row: int) -> bool:
    return ASKS.search(index.sentence(row)) is not None and not goes_on(index, row + 1)


def _first_item(index: Index, row: int) -> int:
    """The first of the items in a row of which `row` is one; 0 where it is none."""
    first = row if is_item(index, row) else 0
    for at in range(row, max(row - _REACH, 0), -1):
        if not first or _FIRST.match(index.sentence(first)) or not index.follows(at):
            break
        if is_item(index, at - 1):
            first = at - 1
        elif _announces(index, at - 1) or not (goes_on(index, at) or goes_on(index, at - 1)):
            break
    return first


def is_item(index: Index, row: int) -> bool:
    return not index.is_heading(row) and ITEM.match(index.sentence(row)) is not None


def _announces(index: Index, row: int) -> bool:
    said = index.sentence(row)
    tells = _ANNOUNCES.search(said) or _HAS_FIRST.search(said)
    return index.is_heading(row) or tells is not None


def _behind(index: Index, row: int) -> Iterator[int]:
    """The rows behind it in its document, as far as a list may reach."""
    return takewhile(index.follows, range(row + 1, row + 1 + _REACH))


def goes_on(index: Index, row: int) -> bool:
    """Whether the row stands in the same paragraph as the one before."""
    # A sentence may end with the break.
    return index.follows(row) and "\n" not in index.sentence(row - 1)[-1:] + index.between(row)
