"""The numbers of lists and headings that Word counts, and writes nowhere: 第三条, （二）, 1.2."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import cn2an  # type: ignore[import-untyped]
from docx.oxml.ns import qn

Element = Any  # of lxml

_ROMAN = {
    1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l", 40: "xl", 10: "x",
    9: "ix", 5: "v", 4: "iv", 1: "i",
}  # fmt: skip
_ABSTRACT, _LEVEL = qn("w:abstractNum"), qn("w:lvl")
MOST = 9_999  # a list that goes on further is none
_PLACE = re.compile("%([1-9])")


def chinese(number: int) -> str:
    """As articles are counted.

    >>> chinese(12), chinese(110)
    ('十二', '一百一十')
    """
    said = str(cn2an.an2cn(number))
    return said.removeprefix("一") if said.startswith("一十") else said


def roman(number: int) -> str:
    """In small letters, as Word counts notes at the end.

    >>> roman(14)
    'xiv'
    """
    said = ""
    for worth, letters in _ROMAN.items():
        said += letters * (number // worth)
        number %= worth
    return said


def _letter(number: int) -> str:
    """a to z, then aa, bb, as Word goes on."""
    times, at = divmod(number - 1, 26)
    return chr(ord("a") + at) * (times + 1)


def _in_row(first: str, length: int) -> Callable[[int], str]:
    """Characters that follow each other from the first on, ① for 1, and digits after the last."""
    return lambda at: chr(ord(first) + at - 1) if 0 < at <= length else str(at)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02}".format,
    "none": lambda _: "",
    "upperLetter": lambda at: _letter(at).upper(),
    "lowerLetter": _letter,
    "upperRoman": lambda at: roman(at).upper(),
    "lowerRoman": roman,
    "decimalEnclosedCircle": _in_row("①", 20),
    "decimalEnclosedCircleChinese": _in_row("①", 20),
    "decimalEnclosedParen": _in_row("⑴", 20),
    "decimalEnclosedFullstop": _in_row("⒈", 20),
    "ideographTraditional": lambda at: "甲乙丙丁戊己庚辛壬癸"[(at - 1) % 10],
    "ideographZodiac": lambda at: "子丑寅卯辰巳午未申酉戌亥"[(at - 1) % 12],
    "chineseLegalSimplified": lambda at: str(cn2an.an2cn(at, "up")),
    "ideographDigital": lambda at: "".join("〇一二三四五六七八九"[int(one)] for one in str(at)),
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
}


@dataclass(frozen=True, slots=True)
class _Level:
    text: str  # 第%1条, %1.%2
    format: str
    start: int
    style: str  # the paragraph style that is of this level
    in_digits: bool  # 2.1, though the chapters are 第二章
    goes_on: bool  # 第三条 is the first of 第二章, too

    @classmethod
    def read(cls, node: Element) -> _Level:
        start = value(node, "w:start")
        return cls(
            text=value(node, "w:lvlText"),
            format=value(node, "w:numFmt"),
            start=int(start) if start.isdecimal() else 1,
            style=value(node, "w:pStyle"),
            in_digits=node.find(path("w:isLgl")) is not None,
            goes_on=value(node, "w:lvlRestart") == "0",
        )

    def written(self, number: int, *, in_digits: bool) -> str:
        return str(number) if in_digits else _FORMATS[self.format](number)


class Numbering:
    """Asked for the label of each paragraph of a document, one after the other."""

    def __init__(self, definitions: Iterable[Element], styles: Element) -> None:
        """`definitions`: w:abstractNum and w:num, of the part that numbers; `styles`: w:styles."""
        nodes = list(definitions)
        self._abstract = {
            node.get(qn("w:abstractNumId")): node for node in nodes if node.tag == _ABSTRACT
        }
        self._lists = {node.get(qn("w:numId")): node for node in nodes if node.tag != _ABSTRACT}
        self._styles = {node.get(qn("w:styleId")): node for node in styles.iter(qn("w:style"))}
        self._read: dict[str, dict[int, _Level]] = {}  # by list, as it is come to
        self._counts: dict[str, dict[int, int]] = {}  # by abstract list, which its lists count on

    def label(self, paragraph: Element) -> str:
        """第三条, 1.2 or the like; empty where it has none, or only a dot."""
        number, depth = self._place(paragraph)
        levels = self._levels(number)
        if depth not in levels:
            return ""
        level, counts = levels[depth], self._counted(number, depth)
        above = [levels[at] for one in _PLACE.findall(level.text) if (at := int(one) - 1) in levels]
        if max(counts.values()) > MOST or any(
            one.format not in _FORMATS for one in (level, *above)
        ):
            return ""

        def counted(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            of = levels.get(at, level)
            return of.written(counts.get(at, of.start), in_digits=level.in_digits)

        label = _PLACE.sub(counted, level.text)
        return f"{label} " if label and label[-1].isascii() else label

    def _place(self, paragraph: Element) -> tuple[str, int]:
        """The list it is in, and how deep; both may stand with its style."""
        chain = [("", paragraph), *self._inherited(paragraph)]
        depths = (value(node, "w:pPr/w:numPr/w:ilvl") for _, node in chain)
        depth = next(filter(None, depths), "")
        numbers = ((value(node, "w:pPr/w:numPr/w:numId"), style) for style, node in chain)
        number, style = next((one for one in numbers if one[0]), ("", ""))
        if depth or not style:
            return number, int(depth or 0)
        levels = self._levels(number).items()
        return number, next((at for at, level in levels if level.style == style), 0)

    def _inherited(self, paragraph: Element) -> Iterator[tuple[str, Element]]:
        """Its style, that which this one is based on, and so on."""
        seen: set[str] = set()
        style = value(paragraph, "w:pPr/w:pStyle")
        while style in self._styles.keys() - seen:
            seen.add(style)
            yield style, self._styles[style]
            style = value(self._styles[style], "w:basedOn")

    def _levels(self, number: str) -> dict[int, _Level]:
        """Of the list, by how deep; a list that begins anew where others went on starts so."""
        listed = self._lists.get(number)
        if listed is None or number in self._read:
            return self._read.get(number, {})
        name = value(listed, "w:abstractNumId")
        abstract = self._abstract.get(name)
        if abstract is not None and (link := value(abstract, "w:numStyleLink")):
            every = self._abstract.values()  # another has them
            abstract = next((one for one in every if value(one, "w:styleLink") == link), None)
        nodes = [*([] if abstract is None else abstract.iter(_LEVEL)), *listed.iter(_LEVEL)]
        levels = {int(one.get(qn("w:ilvl"), 0)): _Level.read(one) for one in nodes}
        for node in listed.iter(qn("w:lvlOverride")):
            at, start = int(node.get(qn("w:ilvl"), 0)), value(node, "w:startOverride")
            if start.isdecimal() and at in levels:
                levels[at] = replace(levels[at], start=int(start))
                self._counts.setdefault(name, {}).pop(at, None)
        self._read[number] = levels
        return levels

    def _counted(self, number: str, depth: int) -> dict[int, int]:
        """What the list, with those that count on with it, has come to at each depth."""
        levels = self._levels(number)
        counts = self._counts.setdefault(value(self._lists[number], "w:abstractNumId"), {})
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [at for at in counts if at > depth]:
            if not (deeper in levels and levels[deeper].goes_on):
                del counts[deeper]
        return counts


def path(names: str) -> str:
    """As lxml finds it: w:pPr/w:rPr."""
    return "/".join(map(qn, names.split("/")))


def value(node: Element, names: str) -> str:
    """The w:val of what stands there; empty where nothing does."""
    found = node.find(path(names))
    return str(found.get(qn("w:val"), "")) if found is not None else ""
