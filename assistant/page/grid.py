"""Quotes that are rows of tables, cell by cell: a card shows a table, not a run of words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from assistant.types import Answer, Quote
from corpus import Document, flat, tidy
from corpus.lines import is_table_row

FEWEST = 3  # cells that make a row by themselves; two may be a number and its paragraph
_RULE = re.compile(r"[\s|:-]*-[\s|:-]*")  # |---|---| below a head in Markdown
_GAP = re.compile(r" {3,}")
_BLANK = re.compile(r"\n\s*\n")  # ends a table

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of quote `n`, below the head of their columns where that is quoted as well."""

    n: int
    rows: tuple[Row, ...]
    head: Row = ()


def grids(answer: Answer, document: Callable[[str], Document]) -> tuple[Grid, ...]:
    """Of those quotes of an answer that are rows; `document` gives the one of a path."""
    written = [(quote, document(quote.document).text) for quote in answer.quotes]
    rows = {quote.n: _rows(quote, text) for quote, text in written}
    found = []
    for quote, text in written:
        head = next((q for q in answer.quotes if _heads(q, quote, rows, text)), None)
        if rows[quote.n]:
            found.append(Grid(quote.n, rows[quote.n], rows[head.n][0] if head else ()))
    return tuple(found)


def render_grid(grid: Grid) -> Markup:
    """Blanks between the cells: whoever hears or selects the text is to have them, too."""
    head = Markup("<thead>{}</thead>").format(_line(grid.head, "th")) if grid.head else ""
    body = Markup("\n").join(_line(row, "td") for row in grid.rows)
    return Markup("<table>{}<tbody>{}</tbody></table>").format(head, body)


def _line(cells: Row, kind: str) -> Markup:
    made = (Markup("<{0}>{1}</{0}>").format(kind, cell) for cell in cells)
    return Markup("<tr>{}</tr>").format(Markup(" ").join(made))


def _rows(quote: Quote, text: str) -> tuple[Row, ...]:
    """None where it is no table, or no longer what was quoted."""
    source = text[quote.start : quote.end]
    lines = [line for line in source.splitlines() if line.strip()]
    if flat(source) != flat(quote.text) or not all(map(is_table_row, lines)):
        return ()
    rows = tuple(_cells(line) for line in lines if not _RULE.fullmatch(line))
    return rows if all(len(row) >= FEWEST for row in rows) else ()


def _cells(line: str) -> Row:
    """As written, empty ones too."""
    if "\t" in line:
        parts: Sequence[str] = line.split("\t")
    elif "|" in line:
        parts = line.strip().removeprefix("|").removesuffix("|").split("|")
    else:
        parts = _GAP.split(line)
    return tuple(tidy(part) for part in parts)


def _heads(head: Quote, quote: Quote, rows: dict[int, tuple[Row, ...]], text: str) -> bool:
    """Whether a quote heads the columns of another: above it, with nothing but rows between."""
    from assistant.tables import has_values  # brings the index along, which a page needs later

    above, below = rows[head.n], rows[quote.n]
    if head.document != quote.document or head.end > quote.start or len(above) != 1:
        return False
    between = text[head.end : quote.start]
    if _BLANK.search(between) or not all(map(is_table_row, filter(None, between.splitlines()))):
        return False
    same = all(len(row) == len(above[0]) for row in below)
    return same and not has_values("\t".join(above[0]))
