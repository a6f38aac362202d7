"""The text of a source as it is read: in paragraphs and tables, with one place marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from markupsafe import Markup

from assistant.page.marks import BARRED, BELOW_HEAD, Character, characters, render_line, runs
from corpus import Document
from corpus.types import Repaired

_ROW = re.compile(r"\S\t|\t\t")  # a single tab in front of a line only indents it
_PLACED = re.compile('<mark>|<span class="anchor">')

Span = tuple[int, int]


def render_text(
    document: Document, first: int, last: int, mark: Span, repaired: Repaired | None = None
) -> Markup:
    """`document.text[first:last]`, or what is made of it when it is repaired; where nothing can be
    marked, an anchor stands there.
    """
    shown = characters(document, first, last, repaired)
    marked = mark[0] - first, mark[1] - first
    lines = list(_lines(shown))
    pieces = []
    for are_rows, group in groupby(lines, key=lambda line: _is_row(shown, line)):
        block = list(group)
        if are_rows and len(block) > 1:
            pieces.append(_table(shown, block, marked))
        else:
            pieces.append(_words(shown, (block[0][0], block[-1][1]), marked))
    text = Markup("").join(pieces)
    return text if _PLACED.search(text) else Markup('{}<span class="anchor"></span>').format(text)


def _lines(shown: Sequence[Character]) -> Iterator[Span]:
    """Each with its line break."""
    start = 0
    for at, character in enumerate(shown, 1):
        if character[0] == "\n" or at == len(shown):
            yield start, at
            start = at


def _is_row(shown: Sequence[Character], line: Span) -> bool:
    text = _joined(shown, line)
    return _ROW.search(text) is not None or BARRED.fullmatch(text) is not None


def _joined(shown: Sequence[Character], span: Span) -> str:
    return "".join(words for words, _ in shown[slice(*span)])


def _table(shown: Sequence[Character], rows: Sequence[Span], marked: Span) -> Markup:
    """Without the line breaks, tabs and bars, which its grid stands for."""
    return Markup("<table>{}</table>").format(
        Markup("").join(
            Markup("<tr>{}</tr>").format(
                Markup("").join(
                    Markup("<td>{}</td>").format(_words(shown, cell, marked))
                    for cell in _cells(shown, row)
                )
            )
            for row in rows
            if not BELOW_HEAD.fullmatch(_joined(shown, row))
        )
    )


def _cells(shown: Sequence[Character], row: Span) -> Iterator[Span]:
    start, end = row
    if BARRED.fullmatch(_joined(shown, row)):
        bars = [at for at in range(start, end) if shown[at][0] == "|"]
        yield from (_trimmed(shown, before + 1, bar) for before, bar in pairwise(bars))
        return
    for at in range(start, end):
        if shown[at][0] in ("\t", "\n"):
            yield start, at
            start = at + 1
    if start < end:
        yield start, end


def _trimmed(shown: Sequence[Character], start: int, end: int) -> Span:
    while start < end and _is_blank(shown[start]):
        start += 1
    while start < end and _is_blank(shown[end - 1]):
        end -= 1
    return start, end


def _is_blank(character: Character) -> bool:
    return not character[0].strip()


def _words(shown: Sequence[Character], span: Span, marked: Span) -> Markup:
    """A stretch of the text with as much of the mark as lies in it."""
    start, end = span
    first, last = max(start, min(marked[0], end)), max(start, min(marked[1], end))
    before, inner, behind = (
        render_line(runs(shown[a:b])) for a, b in ((start, first), (first, last), (last, end))
    )
    if inner:
        return Markup("{}<mark>{}</mark>{}").format(before, inner, behind)
    anchor = Markup('<span class="anchor"></span>') if start <= marked[0] == marked[1] < end else ""
    return Markup("{}{}{}").format(before, anchor, behind)
