"""Lists that a sentence or a heading announces: 形成了四点共识。第一，……；第二，……"""

from __future__ import annotations

import re

from index import Index

MOST = 12  # items of a list that are looked at
_ANNOUNCES = re.compile(
    r"(?:(?:[一二两三四五六七八九十几\d]|如下|以下|下列|这样)[^，。；：]{0,16}"
    r"|(?:建议|包括|主要[是有]|分别是))[：:。]\W*$"
)
ITEM = re.compile(
    r"\W*(?:[一二三四五六七八九十]{1,2}[、是要]|第[一二三四五六七八九十]{1,2}[，、是]"
    r"|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}(?:[、．)）]|\.(?!\d))|[①-⑳]|首先|其次|再次|最后)"
    r"|[-*•·●■◆▪]\s"
)


def announced(index: Index, row: int) -> list[int]:
    """Sentence rows: what `row` announces, or stands in, with what announces it; else nothing."""
    above = _first_item(index, row) - 1
    first = above if above >= 0 and _announces(index, above) else row
    if not _announces(index, first):
        return []
    items: list[int] = []
    for at in range(first + 1, first + 1 + MOST):
        if not _follows(index, at) or not _is_item(index, at):
            break
        items.append(at)
    return [first, *items] if items else []


def _first_item(index: Index, row: int) -> int:
    """The first of the items in a row of which `row` is one; 0 where it is none."""
    first = row if _is_item(index, row) else 0
    while first and row - first < MOST and _follows(index, first) and _is_item(index, first - 1):
        first -= 1
    return first


def _is_item(index: Index, row: int) -> bool:
    heading = bool(index.generation.sentences["heading"][row])
    return not heading and ITEM.match(index.sentence(row)) is not None


def _announces(index: Index, row: int) -> bool:
    heading = bool(index.generation.sentences["heading"][row])
    return heading or _ANNOUNCES.search(index.sentence(row)) is not None


def _follows(index: Index, row: int) -> bool:
    """Whether the row stands in the same document as the one before."""
    there = row < len(index.generation.sentences)
    return there and index.owner(row) == index.owner(row - 1)
