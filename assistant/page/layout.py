"""The page's components and what each says in a language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import gradio as gr
from markupsafe import Markup

from assistant.messages import Messages
from assistant.page.chat import render_opening
from assistant.page.shelf import Shelf, dump

# The browser keeps its own conversations. The key below only makes what Gradio writes readable
# after a restart: this is no secret, the data never leaves the browser but for its own server.
_STORAGE_KEY = "youju"


@dataclass(frozen=True, slots=True)
class Parts:
    """The components that events read and write."""

    brand: gr.HTML
    tabs: gr.HTML
    new: gr.Button
    history: gr.Button
    switch: gr.Button
    chat: gr.HTML
    scope: gr.HTML
    question: gr.Textbox
    send: gr.Button
    stop: gr.Button
    register: gr.HTML
    inspector: gr.HTML
    building: gr.HTML
    library: gr.HTML
    source: gr.HTML
    drawer: gr.HTML
    language: gr.BrowserState
    shelf: gr.BrowserState
    tab: gr.JSON  # the conversation that this tab of the browser had on its page
    asked: gr.State  # the conversation with the question being answered
    place: gr.State  # what the source shows, to show it in another language
    view: gr.State  # what the register shows
    looked: gr.State  # what the inspector shows
    file: gr.JSON  # an export on its way to the browser
    context: gr.JSON  # what stands around a quote, on its way to its card
    suggested: gr.JSON  # questions to ask next, on their way to the newest answer

    @property
    def worded(self) -> list[Any]:
        """The components that `words` fills, in its order."""
        return [
            self.brand, self.tabs, self.new, self.history, self.switch, self.question, self.send,
            self.stop,
        ]  # fmt: skip


def build(messages: Messages) -> Parts:
    """Lay the page out. Call inside a Blocks context."""
    brand, tabs, new, history, switch = _top(messages)
    with gr.Row(elem_id="workspace"):
        with gr.Column(elem_id="talk"):
            chat = _part(
                "chat", "open", "context", "example", "retry", "revise", "rate", "inspect",
                "suggest", "export", "join", "show", value=render_opening(messages),
            )  # fmt: skip
            scope = _part("scope", "enter", "leave", "limit")
            question, send, stop = _composer(messages)
        register = _room("register", "open", "show", "export")
        inspector = _room("inspector", "open", "look")
        with gr.Column(elem_id="holdings"):
            building = _part("building", "build", "halt", "tick")
            library = _room("library", "open", "upload", "remove", "settle", "only")
        source = _part("source", "open", "only")
    drawer = _part("drawer", "choose", "rename", "remove", "export")
    return Parts(
        brand, tabs, new, history, switch, chat, scope, question, send, stop, register, inspector,
        building, library, source, drawer,
        language=gr.BrowserState("", storage_key=f"{_STORAGE_KEY}.language", secret=_STORAGE_KEY),
        shelf=gr.BrowserState(
            dump(Shelf()), storage_key=f"{_STORAGE_KEY}.shelf", secret=_STORAGE_KEY
        ),
        tab=gr.JSON(visible=False),
        asked=gr.State(None),
        place=gr.State({}),
        view=gr.State({}),
        looked=gr.State({}),
        file=gr.JSON(visible=False),
        context=gr.JSON(visible=False),
        suggested=gr.JSON(visible=False),
    )  # fmt: skip


def _top(messages: Messages) -> tuple[gr.HTML, gr.HTML, gr.Button, gr.Button, gr.Button]:
    with gr.Row(elem_id="top"):
        return (
            _part("brand", value=render_brand(messages)),
            _part("tabs", value=render_tabs(messages)),
            gr.Button(messages.new_chat, elem_id="new", scale=0),
            gr.Button(messages.history, elem_id="history", scale=0),
            gr.Button(messages.other_language, elem_id="language", scale=0),
        )


def _composer(messages: Messages) -> tuple[gr.Textbox, gr.Button, gr.Button]:
    with gr.Row(elem_id="composer"):
        return (
            gr.Textbox(
                label=messages.question_label,
                placeholder=messages.question_placeholder,
                show_label=False,
                container=False,
                lines=1,
                max_lines=6,
                autofocus=True,
                elem_id="question",
            ),
            gr.Button(messages.send, elem_id="send", variant="primary", scale=0),
            gr.Button(messages.stop, elem_id="stop", visible="hidden", scale=0),
        )


def _part(name: str, *events: str, value: str = "") -> gr.HTML:
    """A rendered part of the page, with its own script.

    Gradio knows a custom event by its name standing, quoted, in the component's script.
    """
    script = f"youju.{name}(element, trigger, props, watch); // {list(events)}"
    return gr.HTML(value, elem_id=name, apply_default_css=False, js_on_load=script)


def _room(name: str, *events: str) -> gr.HTML:
    """What a tab shows in place of the conversation; empty until it is entered first."""
    given = f"element, trigger, props, watch, upload, '{name}'"
    script = f"youju.room({given}); // {['enter', *events]}"
    return gr.HTML(elem_id=name, elem_classes="room", apply_default_css=False, js_on_load=script)


def words(messages: Messages) -> list[Any]:
    """Updates that put every fixed text of the page into one language."""
    return [
        render_brand(messages),
        render_tabs(messages),
        gr.update(value=messages.new_chat),
        gr.update(value=messages.history),
        gr.update(value=messages.other_language),
        gr.update(label=messages.question_label, placeholder=messages.question_placeholder),
        gr.update(value=messages.send),
        gr.update(value=messages.stop),
    ]


def render_brand(messages: Messages) -> Markup:
    """The page's name and promise."""
    return Markup(
        '<h1 lang="{}" data-title="{}" data-lost="{}" data-held="{}" data-unsent="{}"'
        ' data-searching="{}">{}</h1>'
        "<p>{}</p>"
    ).format(
        messages.html_language, messages.title, messages.lost, messages.held,
        messages.unsent, messages.searching, messages.title, messages.tagline,
    )  # fmt: skip


def render_tabs(messages: Messages) -> Markup:
    """One tab for the conversation and each room; page.js marks the one that is shown."""
    tabs = (
        Markup('<button type="button" role="tab" data-room="{}">{}</button>').format(room, label)
        for room, label in (
            ("talk", messages.tab_talk),
            ("register", messages.tab_register),
            ("inspector", messages.tab_inspector),
            ("library", messages.tab_library),
        )
    )
    return Markup('<div role="tablist" aria-label="{}">{}</div>').format(
        messages.tabs, Markup("").join(tabs)
    )
