"""The years that a question keeps to: 2016年以来, 1985年以前, 最近十年, 九十年代."""

from __future__ import annotations

import re

from assistant.register.numerals import decimal, small
from index.titles import YEAR_RANGE

FIRST = 1900
_ANY = r"((?:19|20)\d\d)年?度?"
_NUMERAL = r"([二三四五六七八九]?十|[两三四五六七八九]|\d{1,2})"
_IN = "(?:之?间|期间|这几年|里|中|来)?的?[,，]?"
_BETWEEN = re.compile(rf"[从自在]?{YEAR_RANGE.pattern}年?{_IN}")
_SINCE = re.compile(rf"[从自]?{_ANY}(?:以来|[以之]后|[起后](?!的?几))的?[,，]?")
_BEFORE = re.compile(rf"{_ANY}(?:[以之]?前)的?[,，]?")
_NEWEST = re.compile(rf"(?:(?:最?近|过去)(?:这|的)?{_NUMERAL}年来?|{_NUMERAL}年来){_IN}")
_DECADE = re.compile(
    rf"(?:上(?:个)?世纪|20世纪|(19|20))?(?:([二三四五六七八九])十|([0-9])0)年代{_IN}"
)
_EPOCHS = (  # since when is said by a name
    (re.compile(f"(?:改革)?开放(?:以来|[以之]后){_IN}"), 1979),
    (re.compile(f"(?:建国|新中国成立)(?:以来|[以之]?后){_IN}"), 1949),
    (re.compile(f"(?:本世纪|21世纪|二十一世纪|新世纪)(?:以来|[以之]?后)?{_IN}"), 2000),
)


def period(plain: str, newest: int, *, told_later: int) -> tuple[str, range]:
    """The rest of a normalised question, and the years it keeps to; all where it names none.

    `newest`: the year of the newest document. `told_later`: years until a figure is told.

    >>> period("最近十年哪年产值最高?", 2025, told_later=1)
    ('哪年产值最高?', range(2015, 2026))
    >>> period("1985年以前,哪些年的报告提到洪水?", 2025, told_later=0)
    ('哪些年的报告提到洪水?', range(1900, 1985))
    """
    if found := _BETWEEN.search(plain):
        first, last = sorted((int(found[1]), int(found[2])))
    elif found := _SINCE.search(plain):
        first, last = int(found[1]), newest
    elif found := _BEFORE.search(plain):
        first, last = FIRST, int(found[1]) - 1
    elif found := _NEWEST.search(plain):
        count = decimal(found[1] or found[2]) or 0
        first, last = newest - int(count) + 1 - told_later, newest
    elif found := _DECADE.search(plain):
        decade = int(found[3] or small(found[2]))
        century = found[1] or ("19" if decade > 2 else "20")
        first = int(century) * 100 + decade * 10
        last = first + 9
    else:
        named = ((epoch.search(plain), year) for epoch, year in _EPOCHS)
        found, first = next(((one, year) for one, year in named if one), (None, FIRST))
        last = newest
    rest = plain[: found.start()] + plain[found.end() :] if found else plain
    return rest, range(first, last + 1)


def years_between(text: str) -> tuple[str, ...]:
    """Every year of a range that the text names, the earliest first; none where it names none.

    >>> years_between("2021—2019年的产量")
    ('2019', '2020', '2021')
    """
    between = YEAR_RANGE.search(text)
    first, last = sorted(map(int, between.groups())) if between else (0, -1)
    return tuple(map(str, range(first, last + 1)))
