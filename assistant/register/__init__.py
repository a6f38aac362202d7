"""提案台账: who proposed what, with which figures; every cell is a span of the source."""

from assistant.register.extract import extract
from assistant.register.select import (
    find_people,
    merge,
    organisation_kind,
    people_named,
    select,
    with_role,
)
from assistant.register.table import rows, to_csv, to_xlsx
from assistant.register.types import Figure, Person, Proposal, Register

__all__ = [
    "Figure",
    "Person",
    "Proposal",
    "Register",
    "extract",
    "find_people",
    "merge",
    "organisation_kind",
    "people_named",
    "rows",
    "select",
    "to_csv",
    "to_xlsx",
    "with_role",
]
