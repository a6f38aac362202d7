"""Marks of Markdown in what comes from a .md file: drawn as what they mean, or left out.

The text itself stays as it is: here stands what is shown for each of its characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from markupsafe import Markup

from corpus import Document, as_paragraphs
from corpus.lines import line_end, line_start
from corpus.types import Repaired

ENDINGS = (".md", ".xlsx")  # the latter with the names of its sheets as headings

AROUND_CHARACTERS = 800  # read with a quote: in about 1 ms

Character = tuple[str, bool]  # what is shown for it, which may be nothing; whether it is bold
Run = tuple[str, bool]  # words, and whether they are bold
Line = tuple[Run, ...]

_LINE = re.compile(r".+")
_RULE = re.compile(r"[ \t]*(?:```.*|~~~.*|(?:[-*_][ \t]*){3,}|=+)[ \t]*\Z")
_QUOTED = re.compile(r"[ \t]*(?:>[ \t]?)+")
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+")
_HEADING_END = re.compile(r"[ \t]+#+[ \t]*\Z")
_ITEM = re.compile(r"[ \t]*([-*+])[ \t]+(?:\[[ xX]\][ \t]+)?")
_BOLD = re.compile(r"(\*\*)(?=[^\s*]).+?(?<=[^\s*])(\*\*)")
_SLANTED = re.compile(r"(?<![0-9A-Za-z*\\])(\*)(?=[^\s*])[^*]+?(?<=[^\s*])(\*)(?![0-9A-Za-z*])")
_CODE = re.compile(r"(`+)(?=[^`])[^`]+(`+)")
_LINK = re.compile(r"(!?\[)[^\[\]]+(\]\([^()\s]*\))")
_ESCAPED = re.compile(r"(\\)(?=[\\`*_{}\[\]()#+.!|>~-])()")


def is_marked_up(path: str) -> bool:
    """Whether a document is written in Markdown."""
    return path.lower().endswith(ENDINGS)


def characters(
    document: Document, first: int, last: int, repaired: Repaired | None = None
) -> list[Character]:
    """What is shown for each character of `document.text[first:last]`; where that is given
    `repaired`, without what stands between the pages.
    """
    text = document.text[first:last]
    pages = tuple(page - first for page in document.page_starts if first <= page < last)
    shown = _of(repaired, first, last) if repaired else as_paragraphs(text, pages)
    bold = [False] * len(text)
    if is_marked_up(document.path):
        for line in _LINE.finditer(text):
            _mark(line.group(), line.start(), shown, bold)
    return list(zip(shown, bold, strict=True))


def _of(repaired: Repaired, first: int, last: int) -> list[str]:
    shown = [""] * (last - first)
    for character, offset in zip(repaired.text, repaired.offsets, strict=True):
        if first <= offset < last:
            shown[offset - first] += character
    return shown


def lines(document: Document, start: int, end: int) -> tuple[Line, ...]:
    """`document.text[start:end]` in the lines it is read in."""
    text = document.text
    # Marks are those of lines; whether one ends where it is full is told by those around it.
    first = line_start(text, max(0, start - AROUND_CHARACTERS))
    last = line_end(text, min(len(text), end + AROUND_CHARACTERS))
    shown = characters(document, first, last)
    found: list[list[Character]] = [[]]
    for character in shown[start - first : end - first]:
        if character[0] == "\n":
            found.append([])
        else:
            found[-1].append(character)
    return tuple(filter(None, (_trimmed(runs(line)) for line in found)))


def runs(shown: Iterable[Character]) -> Line:
    """Characters in the same type together."""
    grouped = groupby(filter(itemgetter(0), shown), key=itemgetter(1))
    return tuple(("".join(words for words, _ in group), bold) for bold, group in grouped)


def plain(text: str) -> str:
    """One line of Markdown without its marks.

    >>> plain("- **时间：** 见[附件](a.md)")
    '• 时间： 见附件'
    """
    shown, bold = list(text), [False] * len(text)
    _mark(text, 0, shown, bold)
    return "".join(shown)


def render_line(line: Line) -> Markup:
    """Bold words as such."""
    return Markup("").join(
        Markup("<strong>{}</strong>").format(words) if bold else words for words, bold in line
    )


def said(line: Line) -> str:
    """The words of a line."""
    return "".join(words for words, _ in line)


def _mark(line: str, at: int, shown: list[str], bold: list[bool]) -> None:
    """Take the marks of a line that begins at `at` out of what is shown."""

    def hide(start: int, end: int) -> None:
        shown[at + start : at + end] = [""] * (end - start)

    begin, end = 0, len(line)
    if _RULE.match(line):
        hide(begin, begin := end)
    if quoted := _QUOTED.match(line):
        hide(0, begin := quoted.end())
    if heading := _HEADING.match(line, begin):
        hide(begin, begin := heading.end())
        closing = _HEADING_END.search(line, begin)
        hide(closing.start() if closing else end, end)
        bold[at + begin : at + end] = [True] * (end - begin)
    elif item := _ITEM.match(line, begin):
        hide(begin, begin := item.end())
        shown[at + item.start(1)] = "• "
    for start, stop, is_bold in _inline(line, begin):
        if is_bold:
            bold[at + start : at + stop] = [True] * (stop - start)
        else:
            hide(start, stop)


def _inline(line: str, begin: int) -> Iterator[tuple[int, int, bool]]:
    """The marks within a line, to be hidden, and the words that are bold."""
    taken: list[tuple[int, int]] = []
    for shape in (_CODE, _ESCAPED, _BOLD, _SLANTED, _LINK):
        for found in shape.finditer(line, begin):
            spans = [found.span(1), found.span(2)]
            if any(a < d and c < b for a, b in spans for c, d in taken):
                continue
            for span in spans:
                yield (*span, False)
            taken += spans
            if shape is _CODE:
                taken.append(found.span())
            if shape is _BOLD:
                yield found.end(1), found.start(2), True


def _trimmed(line: Line) -> Line:
    """Without white space at its ends."""
    if not line:
        return line
    (first, bold), rest = line[0], line[1:]
    line = ((first.lstrip(), bold), *rest)
    (last, bold), rest = line[-1], line[:-1]
    return tuple(run for run in (*rest, (last.rstrip(), bold)) if run[0])
