"""The text of a source as it is read: in paragraphs and tables, with one place marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from assistant.page.marks import Character, characters, render_line, runs
from corpus import Document, flat
from corpus.cells import BELOW_HEAD, Span, cells, is_row
from corpus.heads import laid_out
from corpus.types import Repaired

_ANCHOR = Markup('<span class="anchor"></span>')
_LINE = re.compile(r"\S.*")
_PLACED = re.compile('<mark>|<span class="anchor">')


def render_text(
    document: Document,
    first: int,
    last: int,
    mark: Span,
    repaired: Repaired | None = None,
    sections: Sequence[tuple[str, int]] = (),
) -> Markup:
    """`document.text[first:last]`, or what is made of it when it is repaired; where nothing can be
    marked, an anchor stands there. The headings of `sections` are bold.
    """
    shown = characters(document, first, last, repaired)
    for start, end in headings(document, sections):
        for at in range(max(start, first) - first, min(end, last) - first):
            shown[at] = shown[at][0], True
    written = document.text[first:last]
    marked = mark[0] - first, mark[1] - first
    pieces = []
    for are_rows, group in groupby(_lines(shown), key=lambda line: is_row(written[slice(*line)])):
        block = list(group)
        if are_rows and len(block) > 1:
            table = _table(shown, written, block, marked)
            here = block[0][0] <= marked[0] < block[-1][1] and not _PLACED.search(table)
            pieces.append(_ANCHOR + table if here else table)
        else:
            pieces.append(_words(shown, (block[0][0], block[-1][1]), marked))
    text = Markup("").join(pieces)
    return text if _PLACED.search(text) else text + _ANCHOR


def headings(document: Document, sections: Sequence[tuple[str, int]]) -> Iterator[Span]:
    """The lines that a document and its sections are called by: each begins with its own, or with
    those above it.
    """
    for section, start in ((document.title, 0), *sections):
        names = set(map(flat, section.split(" > ")))
        for line in _LINE.finditer(document.text, start):
            if flat(line.group()) not in names:
                break
            yield line.span()


def _lines(shown: Sequence[Character]) -> Iterator[Span]:
    """Each with its line break."""
    start = 0
    for at, character in enumerate(shown, 1):
        if character[0] == "\n" or at == len(shown):
            yield start, at
            start = at


def _table(shown: Sequence[Character], written: str, lines: Sequence[Span], marked: Span) -> Markup:
    """Without the line breaks, tabs, bars and gaps, which its grid stands for."""
    rows = [
        [(start + a, start + b) for a, b in cells(written[start:end])]
        for start, end in lines
        if not BELOW_HEAD.fullmatch(written[start:end])
    ]
    drawn = laid_out([[written[slice(*cell)] for cell in row] for row in rows])
    return Markup("<table>{}</table>").format(
        Markup("").join(
            Markup("<tr>{}</tr>").format(
                Markup("").join(
                    Markup("<td{}{}>{}</td>").format(
                        _over("colspan", wide), _over("rowspan", deep),
                        _words(shown, row[column], marked),
                    )
                    for column, wide, deep in columns
                )
            )
            for row, columns in zip(rows, drawn, strict=True)
        )
    )  # fmt: skip


def _over(name: str, count: int) -> Markup:
    return Markup(' {}="{}"').format(name, count) if count > 1 else Markup("")


def _words(shown: Sequence[Character], span: Span, marked: Span) -> Markup:
    """A stretch of the text with as much of the mark as lies in it."""
    start, end = span
    first, last = max(start, min(marked[0], end)), max(start, min(marked[1], end))
    before, inner, behind = (
        render_line(runs(shown[a:b])) for a, b in ((start, first), (first, last), (last, end))
    )
    if inner:
        return Markup("{}<mark>{}</mark>{}").format(before, inner, behind)
    anchor = _ANCHOR if start <= marked[0] == marked[1] < end else ""
    return Markup("{}{}{}").format(before, anchor, behind)
