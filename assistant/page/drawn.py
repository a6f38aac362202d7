"""What the quotes of an answer look like where they are more than a run of words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from markupsafe import Markup

from assistant.page.grid import Grid, as_row, grid, render_grid
from assistant.page.marks import Line, lines, render_line, said
from assistant.types import Answer, Quote
from corpus import Document, flat
from corpus.cells import BELOW_HEAD
from corpus.lines import is_table_row, line_start
from index.types import Passage

BETWEEN_CELLS = " ｜ "
CUT = "……"
LEADING = 40  # characters shown before what comes near: more than one line would hide it


@dataclass(frozen=True, slots=True)
class Written:
    """A quote in the lines it is read in, some of their words bold."""

    lines: tuple[Line, ...]


Form = Grid | Written


def drawn(answer: Answer, document: Callable[[str], Document]) -> dict[int, Form]:
    """Its quotes that are rows of tables, of several lines, or with marks of Markdown, by number;
    `document` gives the document of a path.
    """
    forms = {
        quote.n: _form(quote, document(quote.document), answer.resolved_question)
        for quote in answer.quotes
    }
    return {n: form for n, form in forms.items() if form}


def _form(quote: Quote, document: Document, question: str) -> Form | None:
    if table := grid(quote, document.text, question):
        return table
    read = _lines(quote, document)
    return Written(read) if read not in ((), (((quote.text, False),),)) else None


def excerpts(answer: Answer, document: Callable[[str], Document]) -> tuple[tuple[Line, ...], ...]:
    """What comes nearest, each from shortly before the sentence that does: a page shows no more
    than the first lines of it.
    """
    return tuple(
        excerpt(one, document(one.document), near)
        for one, near in zip_longest(answer.related, answer.nearest)
    )


def excerpt(item: Passage, document: Document, near: int | None = None) -> tuple[Line, ...]:
    """A passage in the lines it is read in: a heading stands apart, and so do a row's cells; from
    shortly before the place `near` on.
    """
    start = item.start if near is None else _shortly_before(document.text, item.start, near)
    read = (one for one in _lines(item, document, start) if not BELOW_HEAD.fullmatch(said(one)))
    made = tuple(map(_parted, read))
    if made and start > item.start:
        made = (((CUT, False), *made[0]), *made[1:])
    return made or (((item.text, False),),)


def _shortly_before(text: str, start: int, near: int) -> int:
    """The beginning of its line, or of a short one above, what leads to it; of a long line `near`
    itself.
    """
    line = max(start, line_start(text, near))
    above = text.rfind("\n", start, start + len(text[start:line].rstrip())) + 1
    first = next((one for one in (above, line) if near - max(start, one) <= LEADING), near)
    return max(start, first)


def _parted(line: Line) -> Line:
    words = said(line)
    return (
        ((BETWEEN_CELLS.join(as_row(words, marked_up=False)), False),)
        if is_table_row(words)
        else line
    )


def render_excerpt(made: Iterable[Line]) -> Markup:
    """To stand where line breaks are kept."""
    return Markup("\n").join(map(render_line, made))


def _lines(item: Quote | Passage, document: Document, start: int | None = None) -> tuple[Line, ...]:
    """No lines where the document no longer says what was quoted; only those from `start` on."""
    if flat(document.text[item.start : item.end]) != flat(item.text):
        return ()
    return lines(document, item.start if start is None else start, item.end)


def render_form(form: Form, among: Sequence[Grid]) -> Markup:
    """A table, or part of one whose other rows stand in the cards beside it, or lines."""
    if isinstance(form, Grid):
        return render_grid(form, among)
    return render_excerpt(form.lines)


def as_lines(form: Form) -> list[str]:
    """As plain text; between cells the tab that every program makes a table of again."""
    if isinstance(form, Grid):
        rows = ["\t".join(row) for row in (form.head, *form.rows) if row]
        return [form.unit, *rows] if form.unit else rows
    return [said(line) for line in form.lines]
