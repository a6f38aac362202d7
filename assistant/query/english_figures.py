"""Questions in English on a yearly figure, put as `assistant.query.indicator` reads them."""

from __future__ import annotations

import re

from assistant.query.official import INDICATORS
from assistant.query.years import ANY_YEAR
from index.matching import HAN

_NAMES = INDICATORS | dict.fromkeys(("economy", "economic"), "国内生产总值")
_INDICATOR = re.compile(
    rf"\b(?:{'|'.join(sorted(map(re.escape, _NAMES), key=len, reverse=True))})\b"
)
_WHETHER = re.compile("(?:was|were|is|are|did|does|do|has|have|can|will)\\b", re.IGNORECASE)
_ACTUAL = re.compile("\\bactual", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s\b")
_SPAN = re.compile(rf"(?:between |from )?({ANY_YEAR})(?: to | and | ?[-–—] ?)({ANY_YEAR})")
_SEVERAL = re.compile(rf"{ANY_YEAR}(?:(?:,? and |, ?){ANY_YEAR})+")
_EVERY = re.compile(
    r"\b(?:each|every) year|\b(?:over|through|by) the years|\b(?:by|per) year|\byear by year"
)
_NEWEST = re.compile(r"\b(?:in|over|of|for|during) the (?:last|past) (\w+) years")
_NUMERALS = {
    "two": "两", "three": "三", "four": "四", "five": "五", "six": "六", "seven": "七",
    "eight": "八", "nine": "九", "ten": "十",
}  # fmt: skip
_AIM = re.compile(r"\b(?:target|goal|aim|expected|planned|projected)(?:s|ed)?\b(?: for)?")
_GROWTH = re.compile(
    r"\b(?:(?:rate of )?growth(?: rate)?|gr[eo]w|grown|increased?|rise|rose|risen|expand(?:ed)?)\b"
)
_OF_GDP = re.compile(
    r"(?<=deficit),? ?(?:as )?(?:an? )?(?:share|percentage|proportion|per ?cent|%) of gdp\b"
)
# What else such a question may say: by how much did it grow, how many were added in China.
_BESIDE = re.compile(
    r"\b(?:what|which|how|much|many|fast|high|large|big|was|were|is|are|did|does|do|the|an?|of|in"
    r"|for|at|by|to|and|set|reach(?:ed)?|total|figures?|number|percent(?:age)?|value|level|rate"
    r"|ratio|trillion|billion|million|ton(?:ne)?s|hectares"
    r"|yuan|national(?:ly)?|nationwide|china|chinese|country|new|add(?:ed)?"
    r"|created?|there|(?:tell|give|show) me|annual|yearly|actual|real|overall)\b"
    rf"|[^\w{HAN}]+"
)


def in_chinese(text: str) -> str:
    """The same in Chinese; empty where it asks anything else. A place stays as the documents
    write it.

    >>> in_chinese("What was the GDP growth target for 2012?")
    '2012年国内生产总值增长目标是多少？'
    """
    if _WHETHER.match(text.strip()) or (_ACTUAL.search(text) and _AIM.search(text)):
        return ""
    years, rest = _years(_OF_GDP.sub("-to-gdp ratio", _POSSESSIVE.sub(" ", text.lower())))
    named = _INDICATOR.search(rest)
    if not years or named is None:
        return ""
    rest = f"{rest[: named.start()]} {rest[named.end() :]}"
    aims, rest = _AIM.search(rest), _AIM.sub(" ", rest)
    grew, rest = _GROWTH.search(rest), _GROWTH.sub(" ", rest)
    places = re.findall(f"[{HAN}]+", rest)
    if _BESIDE.sub("", re.sub(f"[{HAN}]+", " ", rest)).strip() or len(places) > 1:
        return ""
    place, indicator = "".join(places), _NAMES[named.group()]
    return f"{years}{place}{indicator}{'增长' if grew else ''}{'目标' if aims else ''}是多少？"


def _years(text: str) -> tuple[str, str]:
    """Which are asked about, in Chinese, and the text without them; empty where none is told."""
    if found := _NEWEST.search(text):
        count = found[1] if found[1].isdigit() else _NUMERALS.get(found[1])
        return (f"近{count}年" if count else ""), _NEWEST.sub(" ", text)
    if found := _EVERY.search(text):
        return ("" if re.search(ANY_YEAR, text) else "历年"), _EVERY.sub(" ", text)
    if (found := _SEVERAL.search(text)) and not text[: found.start()].endswith("between "):
        each = re.findall(ANY_YEAR, found.group())
        return "、".join(f"{year}年" for year in each), _SEVERAL.sub(" ", text)
    if found := _SPAN.search(text):
        return f"{found[1]}年至{found[2]}年", _SPAN.sub(" ", text)
    each = re.findall(rf"(?<!\d){ANY_YEAR}(?!\d)", text)
    return (f"{each[0]}年", text.replace(each[0], " ")) if len(each) == 1 else ("", text)
