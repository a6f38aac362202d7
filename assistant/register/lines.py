"""Sentences as patterns can read them: no white space, simplified characters, a map back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from opencc import OpenCC

from corpus.lines import ZERO_WIDTH, is_table_row, line_start
from corpus.sentences import curled
from corpus.types import Chunk, Document, Sentence

_SIMPLIFIER = OpenCC("t2s")
# One character for one character, so that offsets stay.
_WIDTH = str.maketrans(
    {
        **{chr(code + 0xFEE0): chr(code) for code in range(0x30, 0x3A)},  # digits
        **{chr(code + 0xFEE0): chr(code) for code in range(0x41, 0x5B)},  # capitals
        **{chr(code + 0xFEE0): chr(code) for code in range(0x61, 0x7B)},
        "％": "%",
        "．": ".",
        "－": "-",
        "～": "~",
        "○": "〇",
        "「": "“",
        "」": "”",
        "『": "‘",
        "』": "’",
        "〔": "【",
        "〕": "】",
        "﹪": "%",
        "•": "·",
        "‧": "·",
        "(": "（",
        ")": "）",
        ":": "：",
        ";": "；",
        "?": "？",
        "!": "！",
        **dict.fromkeys("|｜│┃║", "\t"),
    }
)
# Columns are set apart by a tab or by two spaces and more; a single (ideographic) space only
# spreads a name or separates Latin from Chinese.
_GAP = re.compile(r"[ \u00a0]*\t[^\S\t]*|(?<![|｜\t])[ \u00a0]{2,}(?![|｜ \u00a0])")
# Not those of 王  芳, the two characters of which fill the width of three, be it in a column.
_SPREAD = re.compile(
    r"(?:(?<=[：:、，\n\t])|(?<=   )|^)[一-鿿]( {2,4}|\u00a0{2,4})[一-鿿]"
    r"(?=[：:、，（(\n\t]| {3}|$)"
)
# Marks of Markdown emphasis, headings and quotations are no part of a sentence.
_EMPHASIS = re.compile(r"\*+|(?<!_)__(?!_)|</?(?:strong|b|em|i)>")
_MARKUP = re.compile(rf"{_EMPHASIS.pattern}|(?:(?<=\n)|^)(?:#+(?![^#\s]+#)|>)")
_COMMA = re.compile(r"(?<!\d),|,(?!\d{3}(?!\d))")  # none of 12,000
_HASHTAG = re.compile(r"(?<!\d)#([一-鿿·]{2,16})#")  # #张三# 建议：…… in a live report
CELL = re.compile("(?:(?<=\t)|^)[^\t]*")  # of a table's row; an empty one is a cell, too
RULE = re.compile("[\t：—\u2500-\u257f-]+")  # | --- | --- |, ├──┼──┤


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence; `offsets[i]` is where its character i stands in the source."""

    text: str
    offsets: tuple[int, ...]
    section: str
    paragraph: int  # sentences with the same number share a paragraph
    heading: bool
    spaced: frozenset[int] = frozenset()  # places in `text` before which the source has a space
    marked: frozenset[int] = frozenset()  # and those where emphasis begins or ends
    broken: frozenset[int] = frozenset()  # and those where it breaks the line
    indent: int = 0  # spaces before the source's line in which it begins

    def span(self, start: int, end: int) -> Span:
        """The source span of `text[start:end]`; empty stays empty."""
        if start >= end:
            place = self.offsets[min(start, len(self.offsets) - 1)]
            return place, place
        return self.offsets[start], self.offsets[end - 1] + 1


Lines = Sequence[Line]
Span = tuple[int, int]  # where words begin and end
Part = tuple[Line, int, int]  # a stretch of a line


def span_of(part: Part) -> Span:
    """Where it stands in the source."""
    line, start, end = part
    return line.span(start, end)


def text_of(part: Part) -> str:
    line, start, end = part
    return line.text[start:end]


def side_by_side(base: Line, left: Part, right: Part, between: str = "\t") -> Line:
    """Two stretches with a mark between them, as a line of the section and paragraph of `base`."""
    (one, begin, close), (other, start, end) = left, right
    gap = one.offsets[close - 1] + 1
    return replace(
        base,
        text=f"{one.text[begin:close]}{between}{other.text[start:end]}",
        offsets=(*one.offsets[begin:close], gap, *other.offsets[start:end]),
        spaced=frozenset(),
        marked=frozenset(),
        broken=frozenset(),
    )


def part_of(line: Line, start: int, end: int) -> Line:
    """`line.text[start:end]` as a line of its own."""

    def inside(places: frozenset[int]) -> frozenset[int]:
        return frozenset(place - start for place in places if start < place < end)

    return replace(
        line,
        text=line.text[start:end],
        offsets=line.offsets[start:end],
        spaced=inside(line.spaced),
        marked=inside(line.marked),
        broken=inside(line.broken),
    )


def lines(document: Document, chunks: Sequence[Chunk]) -> list[Line]:
    """The sentences in order; those cut by a page break or within a long table row are joined."""
    whole: list[tuple[list[Sentence], str, int]] = []  # parts, section, paragraph
    paragraph = 0
    for chunk in chunks:
        for sentence in chunk.sentences:
            last = whole[-1][0] if whole else []
            apart = not last or "\n" in document.text[last[-1].end : sentence.start]
            paragraph += apart and not (last and last[-1].continued)
            in_row = not apart and is_table_row(document.text[last[0].start : last[-1].end])
            if last and (last[-1].continued or in_row):
                last.append(sentence)
            else:
                whole.append(([sentence], chunk.section, paragraph))
    found = (one for parts in whole for one in _rows(_line(document.text, *parts)))
    return [one for line in found if line.text for one in _by_minute(line)]


def _rows(line: Line) -> list[Line]:
    """Each row of a table whose bars stand between spaces, joined as prose would be."""
    if not line.broken:
        return [line]
    edges = pairwise([0, *sorted(line.broken), len(line.text)])
    parts = [part_of(line, start, end) for start, end in edges]
    gaps = [part.text.count("\t") for part in parts]
    return parts if max(gaps) >= _GAPS and gaps.count(max(gaps)) > 1 else [line]


_GAPS = 3  # between the cells of such a row


def _by_minute(line: Line) -> list[Line]:
    """16:31 全国人大代表张三……, of a live report, without the minute, be it a line of its own."""
    stamps = [one for at in (0, *sorted(line.broken)) if (one := _MINUTE.match(line.text, at))]
    apart = line.broken, line.broken | line.spaced
    edges = [at for one in stamps if one.end() in apart[not one.start()] for at in one.span()]
    parts = zip((0, *edges[1::2]), (*edges[::2], len(line.text)), strict=True)
    return [part_of(line, *at) for at in parts if at[0] < at[1]] if edges else [line]


_MINUTE = re.compile("\\d{1,2}：\\d{2}(?=[^\\d：])")


def written(text: str, start: int, end: int) -> str:
    """The source's own words, marks of emphasis, line breaks and doubled spaces aside."""
    words = ZERO_WIDTH.sub("", _EMPHASIS.sub("", text[start:end]))
    return re.sub(r"\s+", " ", re.sub(r"\s*[\n\r]\s*", "", words)).strip()


def _line(text: str, parts: list[Sentence], section: str, paragraph: int) -> Line:
    offsets = [place for part in parts for place in _kept(text, part.start, part.end)]
    squeezed = "".join("\t" if text[place].isspace() else text[place] for place in offsets)
    between = _between(text, parts, offsets)
    row = text[line_start(text, parts[0].start) : parts[0].end]
    return Line(
        _readable(squeezed),
        tuple(offsets),
        section,
        paragraph,
        parts[0].heading,
        frozenset(place for place, left_out in between if re.search(r"[^\S\n\r]", left_out)),
        frozenset(place for place, left_out in between if _EMPHASIS.search(left_out)),
        frozenset(place for place, left_out in between if "\n" in left_out),
        len(row) - len(row.lstrip()),
    )


def _between(text: str, parts: list[Sentence], offsets: list[int]) -> list[tuple[int, str]]:
    """What of the source was left out, with the place in the line's text behind it."""
    begins = [parts[0].start, *(offset + 1 for offset in offsets)]
    ends = [*offsets, parts[-1].end]
    pairs = enumerate(zip(begins, ends, strict=True))
    return [(place, text[begin:end]) for place, (begin, end) in pairs if begin < end]


def _kept(text: str, start: int, end: int) -> list[int]:
    gaps = {match.start() for match in _GAP.finditer(text, start, end)}
    gaps -= {match.start(1) for match in _SPREAD.finditer(text, start, end)}
    marks = {
        place for match in _MARKUP.finditer(text, start, end) for place in range(*match.span())
    }
    return [
        place
        for place in range(start, end)
        if place in gaps
        or not (place in marks or text[place].isspace() or ZERO_WIDTH.match(text[place]))
    ]


def _readable(text: str) -> str:
    """Half-width digits, full-width brackets, simplified characters; never another length."""
    text = _HASHTAG.sub(r"【\1】", _COMMA.sub("，", curled(text.translate(_WIDTH))))
    text = re.sub('(?<![^，：。；！？“])"', "“", text).replace('"', "”")  # where one is odd
    simplified: str = _SIMPLIFIER.convert(text)
    if len(simplified) != len(text):
        return text
    # 沈默 is Mr 沈, whom the converter takes for traditional 沉默
    return "".join("沈" if a == "沈" else b for a, b in zip(text, simplified, strict=True))
