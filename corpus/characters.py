"""What stands on a PDF's page: its text, line by line, and where each character of it is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2  # type: ignore[import-untyped]

from corpus.ruled import Point, Ruled, Square, rows, ruled, upright
from corpus.tidy import flat, tidy

CELL_CHARS = 200  # a table with a longer cell lays out a page, whose paragraphs are read as such
FEWEST_ROWS = 2  # of several cells
TOUCHING = 0.5  # points between two characters of a word

_FIGURE = re.compile(r"[-+−(（]?\d[\d,.]*\s*[%％‰)）]?")
_LOW, _LAST_LOW = "\udc00", "\udfff"  # second half of a character beyond U+FFFF


@dataclass(frozen=True, slots=True)
class PageText:
    """The text, and for each of its characters, white space aside, the index on the page; None
    where the page does not add up to its text.
    """

    text: str
    indexes: Sequence[int] | None


def page_text(page: pypdfium2.PdfPage, *, placed: bool = True) -> PageText:
    """What stands on the page; of ruled tables each row on a line, with tabs between its cells.
    Where its characters are only if they are to be `placed`, which takes time.
    """
    characters = page.get_textpage()
    text = plain(str(characters.get_text_bounded())).strip("\n")
    tables = ruled(page)
    indexes = _visible(characters, text) if placed or tables else None
    read = PageText(text, indexes)
    if tables and indexes:
        points = {index: _middle(characters, index) for index in indexes}
        for table in tables:
            read = _with_rows(read, table, characters, points)
    return read


def plain(text: str) -> str:
    """PDFium's text with the line breaks and hyphens that the page shows."""
    # PDFium ends lines with CR LF and marks a hyphen at a line's end with U+0002 or U+FFFE.
    return text.replace("\r\n", "\n").replace("\x02", "-").replace("\ufffe", "-")


def _with_rows(
    read: PageText, table: Ruled, page: pypdfium2.PdfTextPage, points: Mapping[int, Point]
) -> PageText:
    """The text with the rows of the table for the lines that stand in it; as it is where a line is
    only partly in it, or where a cell holds paragraphs. `points`: where the characters are.
    """
    indexes = read.indexes or ()
    squares = [table.square(points[index]) for index in indexes]
    cells: dict[Square, list[int]] = defaultdict(list)  # which of the characters stand in each
    for n, square in enumerate(squares):
        if square:
            cells[table.cells[square]].append(n)
    places = [n for n, one in enumerate(read.text) if not one.isspace()]
    lines_of = {cell: _lines(read.text, places, its) for cell, its in cells.items()}
    said = {cell: tidy("\n".join(lines)) for cell, lines in lines_of.items()}
    made = list(_row_lines(table, said, cells))
    is_page = any(len(words) > CELL_CHARS for words in said.values())
    # A word across a line: the grid of a chart.
    is_cut = any(
        table.cells[one] != table.cells[other] and one[0] == other[0] and _touch(page, *pair)
        for (one, other), pair in zip(pairwise(squares), pairwise(indexes), strict=True)
        if one and other
    )
    if is_page or is_cut or _holds_rows(table, lines_of):
        return read
    if sum("\t" in line.strip() for line, _ in made) < FEWEST_ROWS:
        return read
    lines: list[str] = []
    order: list[int] = []
    done = 0
    for line in read.text.split("\n"):
        own = range(done, done := done + len(flat(line)))
        inside = {squares[n] is not None for n in own}
        if len(inside) > 1:
            return read
        for text, shown in made if inside == {True} else [(line, own)]:
            lines.append(text)
            order += shown
        made = [] if inside == {True} else made
    return PageText("\n".join(lines), [indexes[n] for n in order])


def _middle(page: pypdfium2.PdfTextPage, index: int) -> Point:
    left, bottom, right, top = page.get_charbox(index, loose=True)
    return upright(page.page, (left + right) / 2, (bottom + top) / 2)


def _touch(page: pypdfium2.PdfTextPage, before: int, after: int) -> bool:
    """Whether the two characters stand side by side."""
    (*_, right, _), (left, *_) = (page.get_charbox(one, loose=True) for one in (before, after))
    return bool(abs(left - right) < TOUCHING)


def _lines(text: str, places: Sequence[int], characters: Sequence[int]) -> list[str]:
    """What a cell says, of the text, line by line; a date that is wrapped, 2028-05-⏎19, in one."""
    lines = [text[places[characters[0]]]]
    for before, n in pairwise(characters):
        between = text[places[before] + 1 : places[n]] if n == before + 1 else "\n"
        one = text[places[n]]
        if "\n" in between and text[places[before]] not in "-/":
            lines.append(one)
        else:
            lines[-1] += ("" if "\n" in between else between) + one
    return lines


def _holds_rows(table: Ruled, lines: Mapping[Square, Sequence[str]]) -> bool:
    """Whether two cells of a row have several figures each: there are no lines between its rows."""
    for row in rows(table):
        figures = (all(map(_FIGURE.fullmatch, lines.get(cell, ("",)))) for cell in row if cell)
        several = (len(lines.get(cell, ())) > 1 for cell in row if cell)
        if sum(a and b for a, b in zip(figures, several, strict=True)) > 1:
            return True
    return False


def _row_lines(
    table: Ruled, said: Mapping[Square, str], cells: Mapping[Square, Sequence[int]]
) -> Iterator[tuple[str, list[int]]]:
    """Each row of the table as a line, and its characters; what stands alone is a line of text."""
    for row in rows(table):
        shown = [said.get(cell, "") if cell else "" for cell in row]
        if any(shown):
            is_text = sum(cell is not None for cell in row) == 1
            order = [n for cell in row if cell for n in cells.get(cell, ())]
            yield "".join(shown) if is_text else "\t".join(shown), order


def _visible(page: pypdfium2.PdfTextPage, text: str) -> list[int] | None:
    """The indexes of the characters of the text, white space aside."""
    wanted = flat(text)
    row = _characters(page)
    if _joined(row) != wanted:  # the row also has what stands beyond the page's edges
        row = [(index, one) for index, one in row if _on_page(page, index)]
    return [index for index, _ in row] if _joined(row) == wanted else None


def _characters(page: pypdfium2.PdfTextPage) -> list[tuple[int, str]]:
    """Index and character, without white space; both halves of a rare one as one."""
    row: list[tuple[int, str]] = []
    for index in range(page.count_chars()):
        one = plain(chr(pypdfium2.raw.FPDFText_GetUnicode(page, index)))
        if _LOW <= one <= _LAST_LOW and row:
            first, high = row.pop()
            one, index = (high + one).encode("utf-16", "surrogatepass").decode("utf-16"), first
        if not one.isspace():
            row.append((index, one))
    return row


def _joined(row: list[tuple[int, str]]) -> str:
    return "".join(one for _, one in row)


def _on_page(page: pypdfium2.PdfTextPage, index: int) -> bool:
    left, bottom, right, top = page.get_charbox(index)
    edges = page.page.get_bbox()
    return bool(left < edges[2] and right > edges[0] and bottom < edges[3] and top > edges[1])
