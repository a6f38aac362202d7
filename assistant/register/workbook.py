"""Tables of the register as an Excel file."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from assistant.register.types import Sheet

_WIDTHS = {
    "建议内容": 80,
    "原句": 80,
    "单位及职务": 32,
    "文档": 28,
    "主题": 28,
    "议题": 28,
    "小节": 28,
    "对象": 28,
}

_VALUES = "数值"
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
    values = table[0].index(_VALUES) + 1 if _VALUES in table[0] else 0
    for number, line in enumerate(table, start=1):
        for column, value in enumerate(line, start=1):
            words = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
            cell = sheet.cell(number, column, words)
            if isinstance(words, str):
                cell.data_type = "s"  # text, even where it begins with an equals sign
            if column == values and number > 1:
                _count(cell)
    _dress(sheet, [str(head) for head in table[0]])


def _count(cell: Cell) -> None:
    """A number to calculate with, shown with all of its decimals; a range or a share stays text."""
    if plain := _NUMBER.fullmatch(str(cell.value)):
        cell.value = float(plain.group())
        cell.number_format = f"0.{'0' * len(plain['decimals'])}" if plain["decimals"] else "0"


def _dress(sheet: Worksheet, headers: Sequence[str]) -> None:
    """A bold head that stays in view, wide columns wrapped, a filter on every column."""
    for column, header in enumerate(headers, start=1):
        sheet.cell(1, column).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS.get(header, 12)
    for line in sheet.iter_rows(min_row=2):
        for cell in line:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
