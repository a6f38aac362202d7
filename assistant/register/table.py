"""The register as a table: rows with Chinese headers, CSV and Excel files."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from assistant.register.select import organisation_kind
from assistant.register.types import Figure, Person, Proposal, Register

Cell = str | int | float
Row = dict[str, Cell]
Sheet = list[list[Cell]]  # its head, then a line for each item
Item = Proposal | Person | Figure

_PLAIN = re.compile(r"-\d+(?:\.\d+)?")
_FORMULA = ("=", "+", "-", "@")  # a cell that begins so is calculated by spreadsheet programs


def table_of(register: Register, table: str) -> Sequence[Item]:
    """Its proposals, people or figures."""
    tables: dict[str, Sequence[Item]] = {
        "proposals": register.proposals,
        "people": register.people,
        "figures": register.figures,
    }
    return tables[table]


def sheet(table: str, items: Iterable[Item]) -> Sheet:
    """Items of one table, in order; with the head also where there are none."""
    keys = _HEADS[table]
    return [list(keys), *([_cell(item, key) for key in keys.values()] for item in items)]


_KEYS = {
    Proposal: "name role organisation_title proposal theme document title section start end",
    Person: "name role organisation_title document title start end",
    Figure: "subject value unit year qualifier sentence document title section start end",
}


_PLACE = {"文档": "title", "小节": "section", "起": "start", "止": "end"}
_HEADS: dict[str, dict[str, str]] = {
    "proposals": {
        "姓名": "name",
        "身份": "role",
        "单位及职务": "organisation_title",
        "建议内容": "proposal",
        "主题": "theme",
        "议题": "topic",
        "把握": "confidence",
        **_PLACE,
    },
    "people": {
        "姓名": "name",
        "身份": "role",
        "单位及职务": "organisation_title",
        "单位类别": "kind",
        "把握": "confidence",
        **{head: key for head, key in _PLACE.items() if key != "section"},
    },
    "figures": {
        "对象": "subject",
        "数值": "value",
        "单位": "unit",
        "年份": "year",
        "限定": "qualifier",
        "原句": "sentence",
        "把握": "confidence",
        **_PLACE,
    },
}


def records(items: Iterable[Item]) -> list[Row]:
    """Each item as a row of JSON: the same keys for all rows of a kind."""
    return [_record(item) for item in items]


def _record(item: Item) -> Row:
    row: Row = {key: getattr(item, key) for key in (*_KEYS[type(item)].split(), "confidence")}
    if isinstance(item, Person):
        row["kind"] = organisation_kind(item.organisation_title)
    return row


def to_csv(table: Sheet) -> bytes:
    """UTF-8 with a byte order mark, without which Excel takes it for GBK."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(map(_harmless, line) for line in table)
    return out.getvalue().encode("utf-8-sig")


def to_xlsx(sheets: Mapping[str, Sheet]) -> bytes:
    """An Excel file with one sheet per name."""
    from assistant.register.workbook import workbook  # slow to load, and seldom wanted

    return workbook(sheets)


def _cell(item: Item, key: str) -> Cell:
    if isinstance(item, Person) and key == "kind":
        return organisation_kind(item.organisation_title)
    value: Cell = getattr(item, key)
    return value or item.document if key == "title" else value


def _harmless(value: Cell) -> Cell:
    """A document's words must not run as a formula when the file is opened."""
    runs = isinstance(value, str) and value.startswith(_FORMULA) and not _PLAIN.fullmatch(value)
    return f"'{value}" if runs else value
