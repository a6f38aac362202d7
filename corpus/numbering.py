"""The numbers of lists and headings that Word counts, and writes nowhere: 第三条, （二）, 1.2."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import cn2an  # type: ignore[import-untyped]
from docx.oxml.ns import qn

Element = Any  # of lxml

_ROMAN = {
    1000: "M", 900: "CM", 500: "D", 400: "CD", 100: "C", 90: "XC", 50: "L", 40: "XL", 10: "X",
    9: "IX", 5: "V", 4: "IV", 1: "I",
}  # fmt: skip
_ABSTRACT, _LEVEL = qn("w:abstractNum"), qn("w:lvl")
_UNCOUNTED = {"bullet", "none", ""}
_PLACE = re.compile("%([1-9])")


def chinese(number: int) -> str:
    """As articles are counted.

    >>> chinese(12), chinese(110)
    ('十二', '一百一十')
    """
    said = str(cn2an.an2cn(number))
    return said.removeprefix("一") if said.startswith("一十") else said


def roman(number: int) -> str:
    """
    >>> roman(14)
    'XIV'
    """
    said = ""
    for value, letters in _ROMAN.items():
        said += letters * (number // value)
        number %= value
    return said


def _letter(number: int) -> str:
    """A to Z, then AA, BB, as Word goes on."""
    times, at = divmod(number - 1, 26)
    return chr(ord("A") + at) * (times + 1)


def _circled(number: int) -> str:
    return chr(ord("①") + number - 1) if number <= 20 else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": "{:02}".format,
    "upperLetter": _letter,
    "lowerLetter": lambda number: _letter(number).lower(),
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
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

    @classmethod
    def read(cls, node: Element) -> _Level:
        text, made_of = _value(node, "w:lvlText"), _value(node, "w:numFmt")
        start, style = int(_value(node, "w:start") or 1), _value(node, "w:pStyle")
        return cls(text, made_of, start, style, node.find(qn("w:isLgl")) is not None)

    def written(self, number: int, *, in_digits: bool) -> str:
        return str(number) if in_digits else _FORMATS.get(self.format, str)(number)


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
        self._counts: dict[str, dict[int, int]] = {}  # by abstract list, which its lists count on
        self._begun: list[Element] = []

    def label(self, paragraph: Element) -> str:
        """第三条, 1.2 or the like; empty where it has none, or only a dot."""
        number, depth = self._place(paragraph)
        listed = self._lists.get(number)
        levels = self._levels(listed) if listed is not None else {}
        if listed is None or depth not in levels:
            return ""
        level = levels[depth]
        counts = self._counted(listed, depth, level.start)

        def counted(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            above = levels.get(at, level)
            return above.written(counts.get(at, above.start), in_digits=level.in_digits)

        label = _PLACE.sub(counted, level.text) if level.format not in _UNCOUNTED else ""
        return f"{label} " if label and label[-1].isascii() else label

    def _place(self, paragraph: Element) -> tuple[str, int]:
        """The list it is in, and how deep; both may stand with its style."""
        chain = [("", paragraph), *self._inherited(paragraph)]
        depths = (_value(node, "w:pPr/w:numPr/w:ilvl") for _, node in chain)
        depth = next(filter(None, depths), "")
        numbers = ((_value(node, "w:pPr/w:numPr/w:numId"), style) for style, node in chain)
        number, style = next((one for one in numbers if one[0]), ("", ""))
        if depth or not style or number not in self._lists:
            return number, int(depth or 0)
        levels = self._levels(self._lists[number]).items()
        return number, next((at for at, level in levels if level.style == style), 0)

    def _inherited(self, paragraph: Element) -> Iterator[tuple[str, Element]]:
        """Its style, that which this one is based on, and so on."""
        seen: set[str] = set()
        style = _value(paragraph, "w:pPr/w:pStyle")
        while style in self._styles.keys() - seen:
            seen.add(style)
            yield style, self._styles[style]
            style = _value(self._styles[style], "w:basedOn")

    def _levels(self, listed: Element) -> dict[int, _Level]:
        abstract = self._abstract.get(_value(listed, "w:abstractNumId"))
        if abstract is not None and (link := _value(abstract, "w:numStyleLink")):
            every = self._abstract.values()  # another has them
            abstract = next((one for one in every if _value(one, "w:styleLink") == link), None)
        nodes = [*([] if abstract is None else abstract.iter(_LEVEL)), *listed.iter(_LEVEL)]
        return {int(one.get(qn("w:ilvl"), 0)): _Level.read(one) for one in nodes}

    def _counted(self, listed: Element, depth: int, start: int) -> dict[int, int]:
        """What the list, with those that count on with it, has come to at each depth."""
        counts = self._counts.setdefault(_value(listed, "w:abstractNumId"), {})
        if listed not in self._begun:
            self._begun.append(listed)
            for node in listed.iter(qn("w:startOverride")):  # anew, where others went on
                at = int(node.getparent().get(qn("w:ilvl"), 0))
                counts[at] = int(node.get(qn("w:val"), 1)) - 1
        counts[depth] = counts.get(depth, start - 1) + 1
        for deeper in [at for at in counts if at > depth]:
            del counts[deeper]
        return counts


def _value(node: Element, path: str) -> str:
    found = node.find("/".join(map(qn, path.split("/"))))
    return str(found.get(qn("w:val"), "")) if found is not None else ""
