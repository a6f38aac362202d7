"""The text of Excel and CSV files. A ValueError says in Chinese why there is none."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

import openpyxl
from openpyxl.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from corpus.decode import decode
from corpus.names import is_personal_name
from corpus.office import DAMAGED, OLE
from corpus.types import Content

SAMPLE = 2_000  # characters by which it is told what sets the cells apart
_FIXED = re.compile("0(?!.*[?E])")  # no fraction, no power of ten
_DECIMALS = re.compile(r"0\.(0+)")
_UNNAMED = re.compile(r"(?:Sheet|工作表)\s*\d*", re.IGNORECASE)


def xlsx(data: bytes) -> Content:
    """Sheet by sheet, below its name, a row on one line with tabs between its cells."""
    if data.startswith(OLE):
        raise ValueError("文件有密码，或者是旧的 .xls 格式；请去掉密码，另存为 .xlsx")
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)  # what formulas came to
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        text = "\n\n".join(filter(None, map(_sheet, shown)))
    except DAMAGED as error:
        raise ValueError("Excel 文件已损坏；请用 Excel 或 WPS 打开后另存为 .xlsx") from error
    about = book.properties
    author = about.creator if is_personal_name(about.creator or "") else ""
    return Content(text, title=about.title or "", author=author or "")


def _sheet(sheet: Worksheet) -> str:
    lines = "\n".join(_lines(sheet)).strip("\n")
    return lines if not lines or _UNNAMED.fullmatch(sheet.title) else f"## {sheet.title}\n\n{lines}"


def _lines(sheet: Worksheet) -> Iterator[str]:
    """What covers several rows once in each, as in Word; empty where it covers several columns."""
    above: dict[tuple[int, int], str] = {}  # what a cell says that goes on downwards
    for merged in sheet.merged_cells.ranges:
        said = _shown(sheet.cell(merged.min_row, merged.min_col))
        above |= {(row, merged.min_col): said for row in range(merged.min_row, merged.max_row + 1)}
    rows = [
        [above.get((down, along)) or _shown(cell) for along, cell in enumerate(row, 1)]
        for down, row in enumerate(sheet.iter_rows(), 1)
    ]
    return _told(rows)


def comma_separated(data: bytes) -> Content:
    """A row on one line with tabs between its cells; set apart by commas, semicolons or tabs."""
    text = decode(data)
    head = text[:SAMPLE]
    mark = max(",;\t" if any(map(head.count, ",;\t")) else "，；", key=head.count)
    csv.field_size_limit(max(len(text), 1))  # a cell may hold a document
    try:
        rows = list(csv.reader(io.StringIO(text, newline=None), delimiter=mark))
    except csv.Error as error:
        raise ValueError("CSV 文件已损坏；请用 Excel 或 WPS 打开后另存为 .xlsx") from error
    return Content(
        "\n".join(_told([[" ".join(cell.split()) for cell in row] for row in rows])).strip("\n")
    )


def _told(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows as lines, without columns that are empty to the end. One cell above a table is a
    line of text. An empty row ends a table.
    """
    width = max((at for texts in rows for at, text in enumerate(texts, 1) if text), default=0)
    is_table = False
    for texts in rows:
        told = [text for text in texts if text]
        is_table = bool(told) and (is_table or len(told) > 1)
        yield "\t".join(texts[:width]) if is_table else "".join(told)


def _shown(cell: Cell | MergedCell) -> str:
    """The value in the form that its sheet shows, as far as that changes what it says."""
    value, form = cell.value, str(cell.number_format)
    if isinstance(value, datetime | date):
        return str(value).removesuffix(" 00:00:00")
    if isinstance(value, bool) or not isinstance(value, int | float):
        return " ".join(str("" if value is None else value).split())
    if not _FIXED.search(form):
        return f"{value:.15g}"
    decimals = _DECIMALS.search(form)
    shown = f"{',' if '#,#' in form else ''}.{len(decimals[1]) if decimals else 0}f"
    return f"{value * 100:{shown}}%" if "%" in form else f"{value:{shown}}"
