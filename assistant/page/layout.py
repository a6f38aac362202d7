"""The page's components and what each says in a language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import gradio as gr
from markupsafe import Markup

from assistant.messages import Messages
from assistant.page.shelf import Shelf, dump

QUESTION_CHARACTERS = 2_000  # far above any question; keeps a pasted document out of the model

# The browser keeps its own conversations. The key below only makes what Gradio writes readable
# after a restart: this is no secret, the data never leaves the browser but for its own server.
_STORAGE_KEY = "youju"


@dataclass(frozen=True, slots=True)
class Parts:
    """The components that events read and write."""

    brand: gr.HTML
    switch: gr.Button
    chat: gr.HTML
    question: gr.Textbox
    send: gr.Button
    stop: gr.Button
    clear: gr.Button
    source: gr.HTML
    language: gr.BrowserState
    shelf: gr.BrowserState
    asked: gr.State  # the question being answered, to give back when it is stopped
    place: gr.State  # what the source shows, to show it in another language

    @property
    def worded(self) -> list[Any]:
        """The components that `words` fills, in its order."""
        return [self.brand, self.switch, self.question, self.send, self.stop, self.clear]


def build(messages: Messages) -> Parts:
    """Lay the page out. Call inside a Blocks context."""
    language = gr.BrowserState("", storage_key=f"{_STORAGE_KEY}.language", secret=_STORAGE_KEY)
    shelf = gr.BrowserState(dump(Shelf()), storage_key=f"{_STORAGE_KEY}.shelf", secret=_STORAGE_KEY)
    with gr.Row(elem_id="top"):
        brand = gr.HTML(
            render_brand(messages), elem_id="brand", apply_default_css=False,
            js_on_load=_script("brand", ()),
        )  # fmt: skip
        switch = gr.Button(messages.other_language, elem_id="language", size="sm", scale=0)
    with gr.Row(elem_id="workspace"):
        with gr.Column(elem_id="talk"):
            chat = gr.HTML(
                "",
                elem_id="chat",
                apply_default_css=False,
                js_on_load=_script("chat", _CHAT_EVENTS),
            )
            question, send, stop, clear = _composer(messages)
        source = gr.HTML(
            "",
            elem_id="source",
            apply_default_css=False,
            js_on_load=_script("panel", _PANEL_EVENTS),
        )
    asked, place = gr.State(""), gr.State({})
    return Parts(
        brand, switch, chat, question, send, stop, clear, source, language, shelf, asked, place
    )  # fmt: skip


def _composer(messages: Messages) -> tuple[gr.Textbox, gr.Button, gr.Button, gr.Button]:
    with gr.Row(elem_id="composer"):
        clear = gr.Button(messages.clear, elem_id="clear", scale=0)
        question = gr.Textbox(
            label=messages.question_label,
            placeholder=messages.question_placeholder,
            show_label=False,
            container=False,
            lines=1,
            max_lines=6,
            autofocus=True,
            elem_id="question",
        )
        send = gr.Button(messages.send, elem_id="send", variant="primary", scale=0)
        stop = gr.Button(messages.stop, elem_id="stop", visible=False, scale=0)
    return question, send, stop, clear


def words(messages: Messages) -> list[Any]:
    """Updates that put every fixed text of the page into one language."""
    return [
        render_brand(messages),
        gr.update(value=messages.other_language),
        gr.update(label=messages.question_label, placeholder=messages.question_placeholder),
        gr.update(value=messages.send),
        gr.update(value=messages.stop),
        gr.update(value=messages.clear),
    ]


def render_brand(messages: Messages) -> Markup:
    """The page's name and promise."""
    return Markup('<h1 lang="{}" data-title="{}">{}</h1><p>{}</p>').format(
        messages.html_language, messages.title, messages.title, messages.tagline
    )


# Gradio takes an event name for real when it stands, quoted, in the component's script.
_CHAT_EVENTS = ("open", "example", "retry", "revise")
_PANEL_EVENTS = ("open",)


def _script(part: str, events: tuple[str, ...]) -> str:
    return f"youju.{part}(element, trigger, props, watch); // events: {list(events)}"
