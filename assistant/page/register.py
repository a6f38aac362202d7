"""The room with the register: who proposed what, filtered, sorted, counted and exported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

import gradio as gr
from markupsafe import Markup

from assistant import register as registers
from assistant.messages import BY_LANGUAGE, Language, Messages
from assistant.page.events import Chat
from assistant.page.export import download
from assistant.register import Count, Figure, Person, Proposal, Register
from index.scope import year_of

ROWS = 100  # shown at first, and more at a time
BARS = 8  # of each count
SURE = 0.9  # see Proposal.confidence
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Row = Proposal | Figure | Person
COLUMNS: dict[str, tuple[str, ...]] = {
    "proposals": ("name", "role", "organisation_title", "proposal", "theme", "title"),
    "figures": ("subject", "value", "unit", "year", "qualifier", "sentence", "title"),
    "people": ("name", "role", "organisation_title", "title"),
}
LONG = ("proposal", "sentence")


@dataclass(frozen=True, slots=True)
class View:
    """What is shown: a table, the filters, the order, and how much of it."""

    table: str = "proposals"
    text: str = ""
    role: str = ""
    kind: str = ""
    theme: str = ""
    sort: str = ""  # a column; "-" before it for the other way; empty: as in the documents
    rows: str = str(ROWS)


class RegisterRoom:
    """Events of the room with the register."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat

    def enter(self, seen: dict[str, str], language: Language) -> tuple[str, dict[str, str]]:
        """The register as it was left, of the documents that are indexed now."""
        return self._shown(View(**seen), language)

    def show(
        self, seen: dict[str, str], language: Language, event: gr.EventData
    ) -> tuple[str, dict[str, str]]:
        """With another filter, table or order."""
        return self._shown(_changed(View(**seen), event._data), language)

    def export(
        self, seen: dict[str, str], language: Language, event: gr.EventData
    ) -> dict[str, str]:
        """What is filtered as a file for the browser to save, all rows of it."""
        view, messages = View(**seen), BY_LANGUAGE[language]
        narrowed = _narrowed(self._chat.assistant().register, view)
        rows = registers.rows(_ordered(_items(narrowed, view.table), view.sort))
        if event.kind == "xlsx":
            data, kind, ending = registers.to_xlsx({messages.tab_register: rows}), SHEET, "xlsx"
        else:
            data, kind, ending = registers.to_csv(rows), "text/csv", "csv"
        name = f"{messages.tab_register}.{ending}"
        return download(name, kind, data)

    def _shown(self, view: View, language: Language) -> tuple[str, dict[str, str]]:
        messages = BY_LANGUAGE[language]
        try:
            assistant = self._chat.assistant()
        except RuntimeError as error:
            return Markup('<div class="register"><p>{}</p></div>').format(error), asdict(view)
        years = {document.path: year_of(document) for document in assistant.index.documents}
        return render_register(assistant.register, years, view, messages), asdict(view)


def _narrowed(whole: Register, view: View) -> Register:
    return registers.narrow(
        whole, text=view.text, role=view.role, organisation=view.kind, theme=view.theme
    )


def _changed(view: View, wanted: dict[str, Any]) -> View:
    """A click on the column that is sorted by turns the order around."""
    known = {field.name for field in fields(View)}
    change = {name: str(value) for name, value in wanted.items() if name in known}
    if change.get("table", view.table) not in COLUMNS:
        return view
    if "table" in change:
        change["sort"] = ""
    if change.get("sort") and change["sort"] == view.sort:
        change["sort"] = f"-{view.sort}"
    if not change.get("rows", "0").isdecimal():
        change["rows"] = str(ROWS)
    return replace(view, **change)


def _items(register: Register, table: str) -> Sequence[Row]:
    tables: dict[str, Sequence[Row]] = {
        "proposals": register.proposals,
        "figures": register.figures,
        "people": register.people,
    }
    return tables[table]


def _ordered(items: Sequence[Row], sort: str) -> list[Row]:
    column = sort.removeprefix("-")
    if not items or not hasattr(items[0], column):
        return list(items)
    # Empty cells last, whichever way round.
    filled = [item for item in items if getattr(item, column)]
    empty = [item for item in items if not getattr(item, column)]
    filled.sort(key=lambda item: _key(getattr(item, column)), reverse=sort.startswith("-"))
    return filled + empty


def _key(value: str) -> tuple[bool, float, str]:
    """Figures by what they are worth, before all that is none."""
    plain = value.split("-")[0]
    is_number = plain.replace(".", "", 1).isdecimal()
    return (not is_number, float(plain) if is_number else 0.0, value)


def render_register(
    whole: Register, years: dict[str, str], view: View, messages: Messages
) -> Markup:
    """Tables to choose from, filters, counts, and the rows; a click opens the source."""
    narrowed = _narrowed(whole, view)
    items = _ordered(_items(narrowed, view.table), view.sort)
    shown = items[: int(view.rows)]
    more = Markup(
        '<button type="button" class="quiet" data-do="show" data-rows="{}">{}</button>'
    ).format(int(view.rows) + ROWS, messages.register_more)
    return Markup(
        '<section class="register" aria-label="{}">{}{}{}<p class="note" aria-live="polite">{}</p>'
        "{}{}</section>"
    ).format(
        messages.tab_register,
        _tables(narrowed, view, messages),
        _filters(whole, view, messages),
        _charts(narrowed, years, messages) if view.table == "proposals" and items else "",
        messages.register_rows.format(count=f"{len(items):,}") if items else
        messages.register_empty,
        _table(shown, view, messages) if items else "",
        more if len(items) > len(shown) else "",
    )  # fmt: skip


def _tables(register: Register, view: View, messages: Messages) -> Markup:
    labels = {
        "proposals": messages.register_proposals,
        "figures": messages.register_figures,
        "people": messages.register_people,
    }
    tables = (
        Markup(
            '<button type="button" data-do="show" data-table="{}" aria-pressed="{}">{}</button>'
        ).format(
            table, "true" if table == view.table else "false",
            label.format(count=f"{len(_items(register, table)):,}"),
        )
        for table, label in labels.items()
    )  # fmt: skip
    exports = (
        Markup(
            '<button type="button" class="quiet" data-do="export" data-kind="{}">{}</button>'
        ).format(kind, label)
        for kind, label in (("csv", messages.register_csv), ("xlsx", messages.register_excel))
    )
    return Markup('<div class="tables">{}{}</div>').format(
        Markup("").join(tables), Markup("").join(exports)
    )


def _filters(whole: Register, view: View, messages: Messages) -> Markup:
    proposals = whole.proposals
    clear = Markup(
        '<button type="button" class="quiet" data-do="show" data-text="" data-role=""'
        ' data-kind="" data-theme="">{}</button>'
    ).format(messages.register_clear)
    return Markup(
        '<div class="filters"><input type="search" class="words" value="{}" placeholder="{}"'
        ' aria-label="{}">{}{}{}{}</div>'
    ).format(
        view.text, messages.register_words_help, messages.register_words,
        _choice("role", messages.register_role, registers.counts(proposals, "role"), view.role,
                messages),
        _choice("kind", messages.register_kind, registers.counts(proposals, "kind"), view.kind,
                messages),
        _choice("theme", messages.register_theme, registers.counts(proposals, "theme"),
                view.theme, messages),
        clear if view.text or view.role or view.kind or view.theme else "",
    )  # fmt: skip


def _choice(
    name: str, label: str, counts: Sequence[Count], chosen: str, messages: Messages
) -> Markup:
    options = (
        Markup('<option value="{}"{}>{}</option>').format(
            value, Markup(" selected") if value == chosen else "", text
        )
        for value, text in (
            ("", f"{label}：{messages.register_all}"),
            *((one.name, one.name) for one in counts if one.name),
        )
    )
    return Markup('<select name="{}" aria-label="{}">{}</select>').format(
        name, label, Markup("").join(options)
    )


def _charts(register: Register, years: dict[str, str], messages: Messages) -> Markup:
    """Proposals by theme, role and kind of organisation, and by year where there are several."""
    rows = register.proposals
    charts = [
        _chart(messages.register_theme, "theme", registers.counts(rows, "theme")),
        _chart(messages.register_role, "role", registers.counts(rows, "role")),
        _chart(messages.register_kind, "kind", registers.counts(rows, "kind")),
    ]
    by_year = [one for one in registers.timeline(rows, years) if one.name]
    if len(by_year) > 1:
        charts.append(_chart(messages.register_year, "", by_year, limit=len(by_year)))
    return Markup(
        '<details open><summary>{}</summary><div class="counts">{}</div></details>'
    ).format(messages.register_charts, Markup("").join(charts))


def _chart(label: str, key: str, counts: Iterable[Count], limit: int = BARS) -> Markup:
    named = [one for one in counts if one.name][:limit]
    most = max((one.proposals for one in named), default=1)
    bars = (
        Markup('<{0} class="bar" style="--share:{1}"{2}><span>{3}</span><span>{4}</span></{5}>')
        .format(
            Markup('button type="button"') if key else Markup("div"),
            round(100 * one.proposals / most),
            Markup(' data-do="show" data-{}="{}"').format(key, one.name) if key else "",
            one.name, one.proposals, Markup("button" if key else "div"),
        )
        for one in named
    )  # fmt: skip
    return Markup("<div><h2>{}</h2>{}</div>").format(label, Markup("").join(bars))


def _table(items: Sequence[Row], view: View, messages: Messages) -> Markup:
    columns = COLUMNS[view.table]
    head = Markup("").join(_header(column, view, messages) for column in columns)
    body = Markup("").join(_row(item, columns, messages) for item in items)
    return Markup(
        '<div class="scroll"><table><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>'
    ).format(head, body)


def _header(column: str, view: View, messages: Messages) -> Markup:
    order = {column: "ascending", f"-{column}": "descending"}.get(view.sort)
    sign = {"ascending": " ↑", "descending": " ↓", None: ""}[order]
    return Markup(
        '<th scope="col" aria-sort="{}"><button type="button" data-do="show" data-sort="{}">{}{}'
        "</button></th>"
    ).format(order or "none", column, getattr(messages, f"column_{column}"), sign)


def _row(item: Row, columns: Sequence[str], messages: Messages) -> Markup:
    unsure = Markup(' class="unsure" title="{}"').format(messages.register_unsure)
    cells = (
        Markup('<td data-label="{}"{}>{}{}</td>').format(
            getattr(messages, f"column_{column}"),
            Markup(' class="long"') if column in LONG else "",
            getattr(item, column),
            Markup(" <span{}>?</span>").format(unsure)
            if column == columns[0] and item.confidence < SURE
            else "",
        )
        for column in columns
    )
    return Markup(
        '<tr tabindex="0" data-do="open" data-doc="{}" data-start="{}" data-end="{}">{}</tr>'
    ).format(item.document, item.start, item.end, Markup("").join(cells))
