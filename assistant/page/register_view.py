"""What the room with the register shows: a table, the filters, the order, the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from assistant import register as registers
from assistant.page.register_rows import COLUMNS
from assistant.register import Register, table_of

FILTERS = ("text", "person", "place", "role", "kind", "theme", "document")
OF_FIGURES = ("text", "document")  # they are nobody's, of no role and theme


@dataclass(frozen=True, slots=True)
class RegisterView:
    """What is shown."""

    table: str = ""  # until one is chosen, the first that has rows
    text: str = ""
    person: str = ""
    place: str = ""  # a province or an organisation
    role: str = ""
    kind: str = ""
    theme: str = ""
    document: str = ""
    sort: str = ""  # a column; "-" before it for the other way; empty: as in the documents
    page: str = "1"
    series: str = ""  # words of the subject whose figures are drawn by year

    def on(self, whole: Register) -> RegisterView:
        """With a table chosen; where none has rows, the first."""
        first, *_ = [*filter(lambda table: table_of(whole, table), COLUMNS), *COLUMNS]
        return replace(self, table=self.table or first)

    def narrow(self, whole: Register) -> Register:
        """The rows that pass the filters."""
        if self.table == "figures":
            return registers.narrow(whole, **{name: getattr(self, name) for name in OF_FIGURES})
        return registers.narrow(
            whole,
            text=self.text,
            person=self.person,
            organisation=f"{self.kind} {self.place}".strip(),
            role=self.role,
            theme=self.theme,
            document=self.document,
        )

    def changed(self, wanted: Mapping[str, Any]) -> RegisterView:
        """As a click wants it; one on the column that is sorted by turns the order around."""
        known = {field.name for field in fields(RegisterView)}
        change = {"page": "1", **{name: str(wanted[name]) for name in known & wanted.keys()}}
        if change.get("table", "") not in ("", *COLUMNS) or not change["page"].isdecimal():
            return self
        if "table" in change:
            change["sort"] = ""
        if change.get("sort") and change["sort"] == self.sort:
            change["sort"] = f"-{self.sort}"
        return replace(self, **change)
