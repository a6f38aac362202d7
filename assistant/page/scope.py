"""The control above the question box: which documents questions keep to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

import gradio as gr
from markupsafe import Markup

from assistant.library import scope as scopes
from assistant.messages import BY_LANGUAGE, Language, Messages
from assistant.page import shelf as shelves
from assistant.page.buttons import button, labelled
from assistant.page.events import Chat
from assistant.page.links import Known, named, short_name
from assistant.page.opened import Opened
from assistant.page.shelf import Conversation  # not for types only: Gradio reads the annotations
from index.titles import year_of

if TYPE_CHECKING:
    from corpus import Document


class Scope:
    """Events of the control."""

    def __init__(self, opened: Opened, chat: Chat) -> None:
        self._opened = opened
        self._chat = chat

    def show(self, stored: Any, language: Language | Literal[""]) -> Any:
        """The scope of the current conversation; nothing yet where the language is not known."""
        if not language:
            return gr.skip()
        return self._shown(shelves.load(stored).current.scope, BY_LANGUAGE[language])

    def enter(self, stored: Any, language: Language) -> Markup:
        """The same with a panel to choose from, of the documents that are indexed now."""
        scope, messages = shelves.load(stored).current.scope, BY_LANGUAGE[language]
        try:
            documents = self._opened.assistant().index.documents
        except RuntimeError:  # no index: the page says so
            return self._shown(scope, messages)
        return self._shown(scope, messages, _panel(documents, scope, messages))

    def limit(
        self, asked: Conversation | None, stored: Any, language: Language, event: gr.EventData
    ) -> list[Any]:
        """The conversation restricted to what was chosen; to no documents: not restricted."""
        shelf, messages = shelves.load(stored), BY_LANGUAGE[language]
        chosen = event._data.get("documents", ())
        scope: tuple[str, ...] = ()
        if chosen:
            paths = [document.path for document in self._opened.assistant().index.documents]
            scope = scopes.shortened(paths, chosen)
        shelf = shelf.within(scope)
        chat = self._chat.render(shelf, messages, asked)
        return [self._shown(scope, messages), shelves.dump(shelf), chat]

    def _shown(self, scope: Sequence[str], messages: Messages, panel: Markup | str = "") -> Markup:
        return render_scope(scope, self._opened.document, messages, panel)


def render_scope(
    scope: Sequence[str], known: Known, messages: Messages, panel: Markup | str
) -> Markup:
    """What questions keep to, with a way to choose, and out of it."""
    says = messages.scope + ("" if scope else messages.scope_all)
    opens = Markup('aria-haspopup="dialog" aria-expanded="{}" title="{}"').format(
        "true" if panel else "false", messages.scope_choose
    )
    chip = Markup('<span class="chip" title="{}"><span>{}</span>{}</span>').format(
        "\n".join(scope), named(scope, messages, known),
        button("✕", "limit", labelled(messages.scope_remove), ""),
    )  # fmt: skip
    return Markup("{}{}{}").format(panel, button(says, "enter", opens), chip if scope else "")


def _panel(documents: Sequence[Document], scope: Sequence[str], messages: Messages) -> Markup:
    """Documents to tick, with years and folders that tick all of theirs."""
    years = sorted({year for document in documents if (year := year_of(document))}, reverse=True)
    paths = [document.path for document in documents]
    folders = scopes.folders(paths)
    ticked = {path for entry in scope for path in scopes.those_meant(paths, entry)}
    newest_first = sorted(documents, key=year_of, reverse=True)
    shown = sorted(newest_first, key=lambda one: one.path not in ticked)  # those first
    return Markup(
        '<div class="panel" role="dialog" aria-label="{0}">'
        '<input type="search" class="filter" placeholder="{1}" aria-label="{1}">{2}{3}'
        "<ul>{4}</ul>{5}</div>"
    ).format(
        messages.scope_choose, messages.find_documents,
        _groups("year", years, messages.scope_years, messages.scope_years_help)
        if len(years) > 1
        else "",
        _groups("folder", folders, messages.scope_folders),
        Markup("").join(_document(one, chosen=one.path in ticked) for one in shown),
        _foot(messages),
    )  # fmt: skip


def _groups(kind: str, values: Sequence[str], label: str, meant: str = "") -> Markup:
    buttons = (
        Markup('<button type="button" data-{}="{}" aria-pressed="false">{}</button>').format(
            kind, value, value
        )
        for value in values
    )
    shown = Markup(
        '<div class="groups" role="group" aria-label="{0}" title="{2}"><span>{0}</span>'
        "<div>{1}</div></div>"
    )
    return shown.format(label, Markup("").join(buttons), meant) if values else Markup("")


def _document(document: Document, *, chosen: bool) -> Markup:
    path = document.path
    small = "" if short_name(path) == document.title else Markup('<span class="small">{}</span>')
    return Markup(
        '<li><label><input type="checkbox" value="{}" data-year="{}"{}>'
        "<span>{}{}</span></label></li>"
    ).format(
        path,
        year_of(document),
        Markup(" checked") if chosen else "",
        document.title,
        small.format(path),
    )


def _foot(messages: Messages) -> Markup:
    return Markup(
        '<div class="foot"><span aria-live="polite" data-count="{}"></span>{}{}{}{}</div>'
    ).format(
        messages.scope_count,
        button(messages.scope_select, "all"),
        button(messages.scope_clear, "none"),
        button(messages.cancel, "leave"),
        button(messages.scope_apply, "apply", "", "primary"),
    )
