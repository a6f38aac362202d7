"""提案台账: who proposed what, with which figures; every cell is a span of the source.

Its rooms, each built on those above:

text to lines     lines
words             places -> posts; verbs -> lists, norms -> speech; labels
names             surnames -> names; recurring: told by coming again
numbers           numerals -> numbers -> nouns, qualifiers -> years
who is introduced titled -> entries, bodies, experts -> behind -> people -> beside -> rolls
                  mentions -> attention -> named: who is meant; apart: told in several sentences
what they propose in prose: acts, speakers -> turns; claims -> proposals
                  laid out: contents -> fields -> rows -> forms, replies
figures           phrases -> measured, subjects -> figures; cells
one document      extract -> types
all of them       select, by_post (who is meant), overview, table -> workbook
"""

from assistant.register.by_post import with_name_for_post
from assistant.register.extract import extract
from assistant.register.overview import Count, Series, Value, counts, series, timeline, values
from assistant.register.places import province, provinces
from assistant.register.qualifiers import changes, sense
from assistant.register.select import (
    from_notes,
    merge,
    narrow,
    organisation_kind,
    people_named,
    select,
    spelt_out,
    with_role,
)
from assistant.register.table import records, sheet, table_of, to_csv, to_xlsx
from assistant.register.types import SURE, Figure, Person, Proposal, Register
from assistant.register.years import figure_year, is_review, sums_years

__all__ = [
    "SURE",
    "Count",
    "Figure",
    "Person",
    "Proposal",
    "Register",
    "Series",
    "Value",
    "changes",
    "counts",
    "extract",
    "figure_year",
    "from_notes",
    "is_review",
    "merge",
    "narrow",
    "organisation_kind",
    "people_named",
    "province",
    "provinces",
    "records",
    "select",
    "sense",
    "series",
    "sheet",
    "spelt_out",
    "sums_years",
    "table_of",
    "timeline",
    "to_csv",
    "to_xlsx",
    "values",
    "with_name_for_post",
    "with_role",
]
