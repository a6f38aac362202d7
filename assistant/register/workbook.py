"""Tables of the register as an Excel file."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from assistant.in_xml import in_xml
from assistant.register.types import Sheet

_WIDTHS = {
    "proposal": 80, "sentence": 80, "organisation_title": 32,
    "title": 28, "theme": 28, "topic": 28, "section": 28, "subject": 28,
}  # fmt: skip
# As Excel can keep it: of 15 digits, and without zeros in front.
_NUMBER = re.compile(r"(?=-?[\d.]{1,16}$)-?(?:0|[1-9]\d{0,14})(?:\.(?P<decimals>\d+))?")


def workbook(sheets: Mapping[str, Sheet]) -> bytes:
    """An Excel file with one sheet per name."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, table in sheets.items():
        _fill(book.create_sheet(name), table)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(sheet: Worksheet, table: Sheet) -> None:
    for number, line in enumerate(table.lines, start=1):
        for column, (key, value) in enumerate(zip(table.keys, line, strict=True), start=1):
            words = in_xml(value) if isinstance(value, str) else value
            cell = sheet.cell(number, column, words)
            if isinstance(words, str):
                cell.data_type = "s"  # text, even where it begins with an equals sign
            if key == "value" and number > 1:
                _count(cell)
    _dress(sheet, table.keys)


def _count(cell: Cell) -> None:
    """A number to calculate with, shown with all of its decimals; a range or a share stays text."""
    if plain := _NUMBER.fullmatch(str(cell.value)):
        cell.value = float(plain.group())
        cell.number_format = f"0.{'0' * len(plain['decimals'])}" if plain["decimals"] else "0"


def _dress(sheet: Worksheet, keys: Sequence[str]) -> None:
    """A bold head that stays in view, wide columns wrapped, a filter on every column."""
    for column, key in enumerate(keys, start=1):
        sheet.cell(1, column).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS.get(key, 12)
    for line in sheet.iter_rows(min_row=2):
        for cell in line:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
