"""The text of a source as it is read: in paragraphs and tables, with one place marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from markupsafe import Markup

from assistant.page.marks import Character, characters, render_line, runs
from assistant.sentences.heads import FARTHEST, VALUE
from corpus import Document, flat
from corpus.cells import BELOW_HEAD, Span, cells, is_row
from corpus.heads import is_grouped, laid_out
from corpus.lines import line_end, line_start
from corpus.types import Repaired

_ANCHOR = Markup('<span class="anchor"></span>')
HEAD_LINES = 3  # at most: two rows, and what sets them apart from those below
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
    marked, an anchor stands there. The headings of `sections` are bold. Rows are whole, below the
    head of their columns also where that stands further up.
    """
    first, last = _with_whole_rows(document.text, first, last)
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
            above = "" if block[0][0] else _head_above(document, first, repaired)
            head, body = _rows(shown, written, block, marked, has_head=not above)
            table = Markup("<table>{}<tbody>{}</tbody></table>").format(above or head, body)
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


def _with_whole_rows(text: str, first: int, last: int) -> Span:
    """What is left of a row that is cut would stand below the heads of other columns."""
    start, end = line_start(text, first), line_end(text, last)
    return (
        start if is_row(text[start : line_end(text, first)]) else first,
        end if is_row(text[line_start(text, last) : end]) else last,
    )


def _head_above(document: Document, first: int, repaired: Repaired | None) -> Markup:
    """The head of the table that goes on at `first`."""
    text, start, rows = document.text, first, 0
    while start and rows <= FARTHEST and is_row(text[line_start(text, start - 1) : start - 1]):
        start, rows = line_start(text, start - 1), rows + 1
    if not 0 < rows <= FARTHEST:
        return Markup("")
    shown = characters(document, start, first, repaired)
    lines = list(islice(_lines(shown), HEAD_LINES))
    return _rows(shown, text[start:first], lines, (-1, -1), has_head=True)[0]


def _rows(
    shown: Sequence[Character], written: str, lines: Sequence[Span], marked: Span, *, has_head: bool
) -> tuple[Markup, Markup]:
    """The head and the body, without the line breaks, tabs, bars and gaps, which the grid stands
    for; what has values is no head.
    """
    rows = [
        [(start + a, start + b) for a, b in cells(written[start:end])]
        for start, end in lines
        if not BELOW_HEAD.fullmatch(written[start:end])
    ]
    texts = [[written[slice(*cell)] for cell in row] for row in rows]
    drawn = [
        Markup("<tr>{}</tr>").format(
            Markup("").join(
                Markup("<td{}{}>{}</td>").format(
                    _over("colspan", wide), _over("rowspan", deep),
                    _words(shown, row[column], marked),
                )
                for column, wide, deep in columns
            )
        )
        for row, columns in zip(rows, laid_out(texts), strict=True)
    ]  # fmt: skip
    if not has_head or not texts or any(map(VALUE.fullmatch, texts[0])):
        return Markup(""), Markup("").join(drawn)
    heads = 2 if len(texts) > 1 and is_grouped(*texts[:2]) else 1
    head, body = Markup("").join(drawn[:heads]), Markup("").join(drawn[heads:])
    return Markup("<thead>{}</thead>").format(head), body


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
