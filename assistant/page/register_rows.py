"""The rows of the register: in order, a page of them at a time; a click opens the source."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from markupsafe import Markup

from assistant.messages import Messages
from assistant.page.buttons import button
from assistant.page.drawn import BETWEEN_CELLS
from assistant.page.grid import as_row
from assistant.page.links import opens_span
from assistant.page.marks import is_marked_up, plain
from assistant.register import SURE, Figure, Person, Proposal, figure_year
from assistant.register.qualifiers import sides
from corpus.lines import is_table_row

Row = Proposal | Figure | Person
COLUMNS: dict[str, tuple[str, ...]] = {
    "proposals": ("name", "role", "organisation_title", "proposal", "theme", "title"),
    "figures": ("subject", "value", "unit", "year", "sentence", "title"),
    "people": ("name", "role", "organisation_title", "title"),
}
KINDS = {
    **dict.fromkeys(("proposal", "sentence"), Markup(' class="long"')),
    **dict.fromkeys(("organisation_title", "theme", "title"), Markup(' class="named"')),
    **dict.fromkeys(("value", "unit", "year"), Markup(' class="short"')),
}
ROWS = 50  # on a page: drawn in about 50 ms


def ordered(items: Sequence[Row], sort: str, years: Mapping[str, str]) -> list[Row]:
    """`years`: of each document, to which 去年 in it is put in order."""
    column = sort.removeprefix("-")
    if not items or not hasattr(items[0], column):
        return list(items)
    # Empty cells last, whichever way round.
    filled = [item for item in items if getattr(item, column)]
    empty = [item for item in items if not getattr(item, column)]

    def key(item: Row) -> tuple[bool, float, str]:
        told = figure_year(item, years) if isinstance(item, Figure) and column == "year" else ""
        return _key(told or getattr(item, column))

    filled.sort(key=key, reverse=sort.startswith("-"))
    return filled + empty


def _key(value: str) -> tuple[bool, float, str]:
    """Figures by what they are worth, before all that is none."""
    number = re.match(r"-?\d+(?:\.\d+|/\d+)?", value)
    return (number is None, float(Fraction(number.group())) if number else 0.0, value)


def render_rows(
    items: Sequence[Row],
    table: str,
    sort: str,
    page: int,
    years: Mapping[str, str],
    messages: Messages,
) -> Markup:
    """A page of the table, and the way to the others; `years`: of each document."""
    pages = -(-len(items) // ROWS)
    page = min(max(page, 1), pages)
    columns = COLUMNS[table]
    head = Markup("").join(_header(column, sort, messages) for column in columns)
    shown = items[(page - 1) * ROWS : page * ROWS]
    body = Markup("").join(_row(item, columns, years, messages) for item in shown)
    return Markup(
        '<div class="scroll"><table><thead><tr data-label="{}">{}</tr></thead>'
        '<tbody lang="zh-CN">{}</tbody></table></div>{}'
    ).format(
        messages.register_order, head, body, _pager(page, pages, messages) if pages > 1 else ""
    )


def _pager(page: int, pages: int, messages: Messages) -> Markup:
    back, forth = (
        button(label, "show", "" if 1 <= to <= pages else "disabled", page=to)
        for to, label in (
            (page - 1, messages.previous_page), (page + 1, messages.next_page)
        )
    )  # fmt: skip
    return Markup('<nav class="pager" aria-label="{}">{}<span>{}</span>{}</nav>').format(
        messages.register_pages, back,
        messages.register_page.format(page=page, pages=pages), forth,
    )  # fmt: skip


def _header(column: str, sort: str, messages: Messages) -> Markup:
    order = {column: "ascending", f"-{column}": "descending"}.get(sort)
    sign = {"ascending": " ↑", "descending": " ↓", None: ""}[order]
    return Markup(
        '<th scope="col" aria-sort="{}"><button type="button" data-do="show" data-sort="{}">{}{}'
        "</button></th>"
    ).format(order or "none", column, messages.columns[column], sign)


def _row(item: Row, columns: Sequence[str], years: Mapping[str, str], messages: Messages) -> Markup:
    unsure = Markup(' <span class="unsure" title="{}">?</span>').format(messages.register_unsure)
    cells = (
        Markup('<td data-label="{}"{}>{}{}</td>').format(
            messages.columns[column],
            KINDS.get(column, ""),
            _of_figure(item, column, years) if isinstance(item, Figure) else getattr(item, column),
            unsure if column == columns[0] and item.confidence < SURE else "",
        )
        for column in columns
    )  # fmt: skip
    return Markup('<tr tabindex="0" {}>{}</tr>').format(
        opens_span(item.document, item.start, item.end), Markup("").join(cells)
    )


def _of_figure(row: Figure, column: str, years: Mapping[str, str]) -> str | Markup:
    """A cell; what qualifies the value stands on the side of it where the sentence says it."""
    before, inner, behind = sides(row.qualifier)
    match column:
        case "value":
            return _beside(_qualifier(before), row.value + inner)
        case "unit":
            return _beside(row.unit, _qualifier(behind))
        case "year":
            return _year(row, years)
        case "sentence":
            return _sentence(row)
        case _:
            written: str = getattr(row, column)
            return written


def _qualifier(words: str) -> Markup:
    return Markup('<span class="qualifier">{}</span>').format(words) if words else Markup("")


def _beside(*parts: str | Markup) -> Markup:
    return Markup(" ").join(filter(None, parts))


def _sentence(row: Figure) -> str:
    """Without the bars of a table and the marks of Markdown."""
    marked_up = is_marked_up(row.document)
    if is_table_row(row.sentence):
        return BETWEEN_CELLS.join(as_row(row.sentence, marked_up))
    return plain(row.sentence) if marked_up else row.sentence


def _year(row: Figure, years: Mapping[str, str]) -> str | Markup:
    """What the sentence says; 去年 with the year that it is, where the document has one."""
    year = figure_year(row, years) if row.year else ""
    if not year or year == row.year:
        return row.year
    return Markup('{}<span class="small">{}</span>').format(year, row.year)
