"""The register as a table: rows with Chinese headers, CSV and Excel files."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from assistant.register.select import organisation_kind
from assistant.register.types import Figure, Person, Proposal

Row = dict[str, str | int | float]

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
_FORMULA = ("=", "+", "-", "@")  # a cell that begins so is calculated by spreadsheet programs


def rows(items: Iterable[Proposal | Person | Figure]) -> list[Row]:
    """Each item as a row of headed cells, in order; the items are all of one kind."""
    return [_row(item) for item in items]


_KEYS = {
    Proposal: "name role organisation_title proposal theme document title section start end",
    Person: "name role organisation_title document title start end",
    Figure: "subject value unit year qualifier sentence document title section start end",
}


def records(items: Iterable[Proposal | Person | Figure]) -> list[Row]:
    """Each item as a row of JSON: the same keys for all rows of a kind."""
    return [_record(item) for item in items]


def _record(item: Proposal | Person | Figure) -> Row:
    row: Row = {key: getattr(item, key) for key in (*_KEYS[type(item)].split(), "confidence")}
    if isinstance(item, Person):
        row["kind"] = organisation_kind(item.organisation_title)
    return row


def to_csv(table: Sequence[Row]) -> bytes:
    """UTF-8 with a byte order mark, without which Excel takes it for GBK."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    if table:
        writer.writerow(table[0])
    writer.writerows([_harmless(value) for value in row.values()] for row in table)
    return out.getvalue().encode("utf-8-sig")


def to_xlsx(sheets: Mapping[str, Sequence[Row]]) -> bytes:
    """An Excel file with one sheet per name."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, table in sheets.items():
        _fill(book.create_sheet(name), table)
    if not sheets:
        book.create_sheet("提案台账")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _row(item: Proposal | Person | Figure) -> Row:
    if isinstance(item, Proposal):
        return {
            "姓名": item.name,
            "身份": item.role,
            "单位及职务": item.organisation_title,
            "建议内容": item.proposal,
            "主题": item.theme,
            "议题": item.topic,
            "把握": item.confidence,
            **_place(item),
        }
    if isinstance(item, Person):
        return {
            "姓名": item.name,
            "身份": item.role,
            "单位及职务": item.organisation_title,
            "单位类别": organisation_kind(item.organisation_title),
            "把握": item.confidence,
            **_place(item),
        }
    return {
        "对象": item.subject,
        "数值": item.value,
        "单位": item.unit,
        "年份": item.year,
        "限定": item.qualifier,
        "原句": item.sentence,
        "把握": item.confidence,
        **_place(item),
    }


def _place(item: Proposal | Person | Figure) -> Row:
    section = {} if isinstance(item, Person) else {"小节": item.section}
    return {"文档": item.title or item.document, **section, "起": item.start, "止": item.end}


def _harmless(value: str | int | float) -> str | int | float:
    """A document's words must not run as a formula when the file is opened."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _fill(sheet: Worksheet, table: Sequence[Row]) -> None:
    if not table:
        return
    sheet.append(list(table[0]))
    for number, row in enumerate(table, start=2):
        for column, value in enumerate(row.values(), start=1):
            words = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
            cell = sheet.cell(number, column, words)
            if isinstance(words, str):
                cell.data_type = "s"  # text, even where it begins with an equals sign
    _dress(sheet, list(table[0]))


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
