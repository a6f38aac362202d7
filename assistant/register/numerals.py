"""Numerals in words or digits as decimal numbers, and back to how Chinese counts them."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from functools import lru_cache

HAN = "一二三四五六七八九十"  # in a pattern: of what is counted off, 一、, 第三条
HAN_YEAR = "[一二][一二三四五六七八九〇零]{3}"
_ONES = {**{sign: at for at, sign in enumerate("零一二三四五六七八九十")}, "两": 2}
_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}


def times(multiplier: str) -> Decimal:
    """10^12 for 万亿."""
    return Decimal(10) ** sum(_POWERS[character] for character in multiplier)


def scaled(number: Decimal) -> tuple[str, str]:
    """14577000000 as Chinese counts it: 145.77 亿."""
    for size, name in ((Decimal(10**8), "亿"), (Decimal(10**4), "万")):
        if number >= size and (number / size) == (number / size).quantize(Decimal("0.0001")):
            return plain(number / size), name
    return plain(number), ""


def plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def small(words: str) -> int:
    """One of up to twelve, in digits or words, as items and months are counted; 0 for none.

    >>> small("3"), small("两"), small("十一"), small("")
    (3, 2, 11, 0)
    """
    return int(words) if words.isdigit() else sum(_ONES[sign] for sign in words)


@lru_cache(4096)
def decimal(words: str) -> Decimal | None:
    """The number the words say, or None where they are not one number (三四十)."""
    if words == "百":
        return Decimal(100)
    try:
        return Decimal(words.replace(",", "").replace("，", ""))
    except InvalidOperation:
        pass
    import cn2an  # type: ignore[import-untyped]  # here: slow to load, and few questions need it

    try:
        return Decimal(str(cn2an.cn2an(words, "normal")))
    except (KeyError, ValueError):  # 三亿一: numerals, but no number as it is spoken
        return None
