"""The register as HTML: who proposed what, filtered, sorted, counted and exported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from markupsafe import Markup

from assistant import register as registers
from assistant.messages import Messages, table_name
from assistant.page.buttons import button, render_choices
from assistant.page.export import download
from assistant.page.kept import to_keep
from assistant.page.register_counts import render_counts
from assistant.page.register_filters import render_filters, render_ways_out
from assistant.page.register_rows import COLUMNS, ordered, render_rows
from assistant.page.register_view import RegisterView
from assistant.page.register_years import render_series
from assistant.register import Register, table_of

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def exported(
    whole: Register, years: Mapping[str, str], view: RegisterView, ending: str, messages: Messages
) -> dict[str, str]:
    """What is filtered as a file for the browser to save, all rows of it."""
    view = view.on(whole)
    items = ordered(table_of(view.narrow(whole), view.table), view.sort, years)
    sheet = registers.sheet(view.table, items, messages.columns, years)
    name = f"{messages.tab_register}-{table_name(view.table, messages)}"
    if ending == "xlsx":
        return download(f"{name}.xlsx", WORKBOOK, registers.to_xlsx({name: sheet}))
    return download(f"{name}.csv", "text/csv", registers.to_csv(sheet))


def render_register(
    whole: Register, years: Mapping[str, str], view: RegisterView, messages: Messages
) -> Markup:
    """Tables to choose from, filters, a picture, and the rows."""
    view = view.on(whole)
    narrowed = view.narrow(whole)
    items = ordered(table_of(narrowed, view.table), view.sort, years)
    count = messages.register_rows.format(count=f"{len(items):,}")
    return Markup(
        '<section class="register" aria-label="{}" data-kept="{}">{}{}{}'
        '<p class="note" aria-live="polite">{}</p>{}</section>'
    ).format(
        messages.tab_register,
        to_keep(view),
        _tables(whole, view, messages),
        render_filters(whole, view, messages),
        _picture(narrowed, years, view, messages) if items else "",
        count if items else messages.register_empty,
        render_rows(items, view.table, view.sort, int(view.page), years, messages)
        if items
        else render_ways_out(whole, view, messages),
    )


def _picture(
    register: Register, years: Mapping[str, str], view: RegisterView, messages: Messages
) -> Markup | str:
    match view.table:
        case "proposals":
            return render_counts(register, years, messages)
        case "figures":
            return render_series(registers.series(register.figures, years), view.series, messages)
        case _:
            return ""


def _tables(whole: Register, view: RegisterView, messages: Messages) -> Markup:
    counts = {
        table: len(table_of(replace(view, table=table).narrow(whole), table)) for table in COLUMNS
    }
    labels = {table: table_name(table, messages, count) for table, count in counts.items()}
    event = Markup('data-do="show" data-table')
    exports = (
        button(label, "export", kind=kind)
        for kind, label in (("csv", messages.register_csv), ("xlsx", messages.register_excel))
    )
    return Markup('<div class="ways">{}{}</div>').format(
        render_choices(messages.tab_register, event, labels, view.table), Markup("").join(exports)
    )
