"""The register as a table: rows with Chinese headers, CSV and Excel files."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from assistant.register.select import organisation_kind
from assistant.register.types import Figure, Person, Proposal

Row = dict[str, str | int | float]

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
    from assistant.register.workbook import workbook  # slow to load, and seldom wanted

    return workbook(sheets)


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
