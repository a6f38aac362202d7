"""A quoted table as a table of Word, with the head of its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.in_xml import in_xml
from assistant.page.grid import Grid, Row

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Row

TYPE_POINTS, ROOM_POINTS = 10.5, 2  # of the type, and above and below it


def add_table(document: Document, grid: Grid) -> None:
    """At the end of `document`; what follows it stays on its page."""
    if grid.unit:
        document.add_paragraph(in_xml(grid.unit)).paragraph_format.keep_with_next = True
    rows = [grid.head, *grid.rows] if grid.head else list(grid.rows)
    table = document.add_table(len(rows), max(map(len, rows)), "Table Grid")
    for at, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
        _fill(row, cells, is_head=bool(grid.head) and at == 0)


def _fill(row: _Row, cells: Row, *, is_head: bool) -> None:
    from docx.shared import Pt

    for cell, words in zip(row.cells, cells, strict=False):
        paragraph = cell.paragraphs[0]
        run = paragraph.add_run(in_xml(words))
        run.bold, run.font.size = is_head or None, Pt(TYPE_POINTS)
        about = paragraph.paragraph_format
        about.space_before = about.space_after = Pt(ROOM_POINTS)
        about.line_spacing, about.keep_with_next = 1, True
