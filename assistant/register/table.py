"""The register as a table: rows with their keys, CSV and Excel files."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from assistant.register.select import organisation_kind
from assistant.register.types import Cell, Figure, Person, Proposal, Register, Sheet
from assistant.register.years import figure_year

Row = dict[str, Cell]
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


def sheet(
    table: str, items: Iterable[Item], names: Mapping[str, str], years: Mapping[str, str]
) -> Sheet:
    """Items of one table below its head, also where there are none.

    `names`: of the columns; `years`: of each document, from which 今年 in it is reckoned.
    """
    keys = [key for key in _KEYS[table] if key != "document"]  # a path: in JSON only
    head: list[Cell] = [names[key] for key in keys]
    return Sheet(keys, [head, *([_cell(item, key, years) for key in keys] for item in items)])


_PLACE = ("title", "section", "start", "end", "document")
_KEYS = {
    "proposals": (
        "name", "role", "organisation_title", "proposal", "theme", "topic", "confidence", *_PLACE,
    ),
    "people": (
        "name", "role", "organisation_title", "kind", "confidence",
        *(key for key in _PLACE if key != "section"),
    ),
    "figures": (
        "subject", "value", "unit", "year", "qualifier", "sentence", "confidence", *_PLACE,
        "year_meant",
    ),
}  # fmt: skip


def records(table: str, items: Iterable[Item], years: Mapping[str, str]) -> list[Row]:
    """Each item as a row of JSON: the same keys for all rows of a table; `years` as of `sheet`."""
    return [{key: _value(item, key, years) for key in _KEYS[table]} for item in items]


def to_csv(table: Sheet) -> bytes:
    """UTF-8 with a byte order mark, without which Excel takes it for GBK."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(map(_harmless, line) for line in table.lines)
    return out.getvalue().encode("utf-8-sig")


def to_xlsx(sheets: Mapping[str, Sheet]) -> bytes:
    """An Excel file with one sheet per name."""
    from assistant.register.workbook import workbook  # slow to load, and seldom wanted

    return workbook(sheets)


def _cell(item: Item, key: str, years: Mapping[str, str]) -> Cell:
    value = _value(item, key, years)
    return value or item.document if key == "title" else value


def _value(item: Item, key: str, years: Mapping[str, str]) -> Cell:
    if isinstance(item, Person) and key == "kind":
        return organisation_kind(item.organisation_title)
    if isinstance(item, Figure) and key == "year_meant":
        return figure_year(item, years)
    value: Cell = getattr(item, key)
    return value


def _harmless(value: Cell) -> Cell:
    """A document's words must not run as a formula when the file is opened."""
    runs = isinstance(value, str) and value.startswith(_FORMULA) and not _PLAIN.fullmatch(value)
    return f"'{value}" if runs else value
