"""The room that shows how a question finds its answer, and which years speak of something."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any

import gradio as gr
from markupsafe import Markup

from assistant.api.functions import QUESTION_CHARACTERS
from assistant.library.scope import DocumentMissingError
from assistant.messages import BY_LANGUAGE, Inspecting, Language, Messages, reason_in
from assistant.page import shelf as shelves
from assistant.page.answer import where
from assistant.page.buttons import button, labelled, render_choices
from assistant.page.charts import place_label, render_mark, render_strip, render_year_bars
from assistant.page.drawn import excerpt, render_excerpt
from assistant.page.inspection import render_inspection
from assistant.page.kept import kept, to_keep
from assistant.page.links import Known, named, opens, opens_span
from assistant.page.opened import Opened
from corpus import Document
from index.matching import normalise
from index.types import Passage

if TYPE_CHECKING:
    from assistant import Assistant
    from assistant.answers.mentions import Mentions, Places, Year

# Which years speak of something: of a question, the one it names is not among the words.
_YEAR = re.compile(r"(?:19|20)\d\d\s*年")


@dataclass(frozen=True, slots=True)
class InspectorView:
    """What is looked at: a question with those before it, or words and a year of theirs."""

    mode: str = "process"  # or "years"
    question: str = ""
    history: list[str] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)  # looked at; none: all
    words: str = ""
    year: str = "all"


class Inspector:
    """Events of the room."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened

    def inspect(self, stored: Any, event: gr.EventData) -> dict[str, Any]:
        """The question of a turn, to be looked at when the room is entered."""
        conversation, at = shelves.load(stored).current, int(event.turn)
        if at >= len(conversation.turns):
            return asdict(InspectorView())
        turn, history = conversation.turns[at], conversation.history(at)
        return asdict(
            InspectorView(question=turn.question, history=history, documents=list(turn.scope))
        )

    def enter(
        self, seen: dict[str, Any], language: Language, event: gr.EventData
    ) -> tuple[str, dict[str, Any]]:
        """The room as it was left, of the documents that are indexed now."""
        return self._shown(kept(InspectorView, seen, event), language)

    def look(
        self, seen: dict[str, Any], language: Language, event: gr.EventData
    ) -> tuple[str, dict[str, Any]]:
        """Another question, other words, another year, or the other way of looking."""
        return self._shown(_changed(InspectorView(**seen), event._data), language)

    def _shown(self, view: InspectorView, language: Language) -> tuple[str, dict[str, Any]]:
        messages = BY_LANGUAGE[language]
        try:
            assistant = self._opened.assistant().snapshot()
        except RuntimeError as error:
            return Markup('<div class="inspector"><p>{}</p></div>').format(
                reason_in(error, messages)
            ), asdict(view)
        if view.mode == "years" and not view.words:
            asked = _YEAR.sub("", normalise(view.question))
            view = replace(view, words=assistant.subject(asked))
        try:
            shown = self._opened.line.wait(lambda: _looked(assistant, view, messages))
        except DocumentMissingError as error:
            missing = messages.scope_missing.format(document=error.document)
            shown = Markup('<p class="note">{}</p>').format(missing)
        within = _within(view.documents, self._opened.document, messages)
        return _room(view, within, shown, messages), asdict(view)


def _looked(assistant: Assistant, view: InspectorView, messages: Messages) -> Markup:
    documents = view.documents or None
    document = assistant.index.document
    if view.mode == "years":
        year = None if view.year == "all" else view.year
        found = assistant.mentions(view.words, year, documents=documents)
        return _mentions(found, document, messages)
    if not view.question:
        return Markup('<p class="note">{}</p>').format(messages.inspecting.nothing_yet)
    inspected = assistant.inspect(view.question, view.history, documents=documents)
    return render_inspection(inspected, document, messages)


def _changed(view: InspectorView, wanted: dict[str, Any]) -> InspectorView:
    """What is typed in is a question of its own, or words; both keep to the same documents."""
    if wanted.get("mode") in ("process", "years"):
        view = replace(view, mode=wanted["mode"])
    if "text" in wanted:
        text = str(wanted["text"]).strip()[:QUESTION_CHARACTERS]
        if view.mode == "years":
            return replace(view, words=text, year="all")
        return replace(view, question=text, history=[], words="", year="all")
    if "everywhere" in wanted:
        return replace(view, documents=[])
    if "year" in wanted:
        return replace(view, year="all" if wanted["year"] == view.year else str(wanted["year"]))
    return view


def _room(view: InspectorView, within: Markup, shown: Markup, messages: Messages) -> Markup:
    """The two ways of looking, what is looked for, and what is found."""
    words = messages.inspecting
    ways = {"process": messages.inspect, "years": words.by_year}
    event = Markup('data-do="look" data-mode')
    years = view.mode == "years"
    return Markup(
        '<section class="inspector" aria-label="{0}" data-kept="{7}"><div class="ways">{1}</div>'
        '<form class="look"><input type="search" value="{2}" placeholder="{3}" aria-label="{3}">'
        '<button class="quiet">{4}</button></form>{5}{6}</section>'
    ).format(
        messages.tab_inspector, render_choices(messages.tab_inspector, event, ways, view.mode),
        view.words if years else view.question,
        words.words_help if years else words.ask_help, words.ask,
        within, shown, to_keep(view),
    )  # fmt: skip


def _within(documents: list[str], known: Known, messages: Messages) -> Markup:
    """The documents that are looked at, and the way out of them; nothing where it is all."""
    if not documents:
        return Markup("")
    return Markup('<p class="within" title="{}">{}{}{}</p>').format(
        "\n".join(documents), messages.scope, named(documents, messages, known),
        button("✕", "look", labelled(messages.scope_remove), everywhere="yes"),
    )  # fmt: skip


def _mentions(found: Mentions, document: Callable[[str], Document], messages: Messages) -> Markup:
    if not found.words.strip():
        return Markup("")
    words = messages.inspecting
    total = sum(one.sentences for one in found.years)
    if not total:
        said = words.mentions_none.format(words=found.words)
        return Markup('<p class="note" aria-live="polite">{}</p>').format(said)
    return Markup("{}{}{}{}").format(
        Markup('<h2 aria-live="polite">{}</h2><p class="note">{}</p>').format(
            words.mentions.format(
                words=found.words,
                documents=sum(one.documents for one in found.years),
                sentences=total,
            ),
            words.by_year_help,
        ),
        render_year_bars(_dated(found), found.chosen, words) if len(_dated(found)) > 1 else "",
        Markup("").join(_strip(one, words) for one in found.places),
        _list(found, document, messages),
    )


def _dated(found: Mentions) -> list[Year]:
    """The years, and what has none where it speaks of it."""
    return [one for one in found.years if one.year or one.sentences]


def _strip(one: Places, words: Inspecting) -> Markup:
    marks = (
        render_mark(
            opens_span(one.document, start, end), start, end,
            place_label(one.title, "", start, one.characters, words),
        )
        for start, end in one.spans
    )  # fmt: skip
    return render_strip(one.title, one.characters, marks)


def _list(found: Mentions, document: Callable[[str], Document], messages: Messages) -> Markup:
    """The sentences of the year that is chosen, or the first of all."""
    words = messages.inspecting
    chosen = words.every_year if found.chosen is None else found.chosen or words.no_year
    first = words.shown_first.format(count=len(found.passages))
    every = button(words.every_year, "look", year="all")
    return Markup('<h2>{}{} {}</h2><ul class="sentences">{}</ul>').format(
        words.year_heading.format(year=chosen, count=found.sentences),
        f" · {first}" if len(found.passages) < found.sentences else "",
        every if found.chosen is not None else "",
        Markup("").join(_passage(one, document(one.document), messages) for one in found.passages),
    )


def _passage(item: Passage, document: Document, messages: Messages) -> Markup:
    words = render_excerpt(excerpt(item, document))
    return Markup(
        '<li><button type="button" class="row" {}>{}<span class="small">《{}》{}</span></button>'
        "</li>"
    ).format(opens(item), words, item.title, where(item, messages))
