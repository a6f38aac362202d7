"""The events of the room with the register. What draws it brings the register's grammar along: it
is imported when the room is entered, so that the page is there sooner.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import gradio as gr
from markupsafe import Markup

from assistant.messages import BY_LANGUAGE, Language, Messages, reason_in
from assistant.page.export import attempted
from assistant.page.kept import kept
from assistant.page.opened import Opened
from index.titles import years_of


class RegisterRoom:
    """Events of the room with the register."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened

    def enter(
        self, seen: dict[str, str], language: Language, event: gr.EventData
    ) -> tuple[str, dict[str, str]]:
        """The register as it was left, of the documents that are indexed now."""
        from assistant.page.register_view import RegisterView

        return self._shown(asdict(kept(RegisterView, seen, event)), {}, language)

    def show(
        self, seen: dict[str, str], language: Language, event: gr.EventData
    ) -> tuple[str, dict[str, str]]:
        """With another filter, table or order."""
        return self._shown(seen, event._data, language)

    def export(
        self, seen: dict[str, str], language: Language, event: gr.EventData
    ) -> dict[str, str]:
        """A file for the browser to save."""
        messages = BY_LANGUAGE[language]
        return attempted(lambda: self._file(seen, event.kind, messages), messages)

    def _file(self, seen: dict[str, str], ending: str, messages: Messages) -> dict[str, str]:
        from assistant.page.register import exported
        from assistant.page.register_view import RegisterView

        assistant, view = self._opened.assistant().snapshot(), RegisterView(**seen)
        years = years_of(assistant.index.documents)
        return exported(assistant.register, years, view, ending, messages)

    def _shown(
        self, seen: dict[str, str], wanted: Mapping[str, Any], language: Language
    ) -> tuple[str, dict[str, str]]:
        from assistant.page.register import render_register
        from assistant.page.register_view import RegisterView

        messages, view = BY_LANGUAGE[language], RegisterView(**seen)
        try:
            assistant = self._opened.assistant().snapshot()
        except RuntimeError as error:
            told = Markup('<div class="register"><p>{}</p></div>')
            return told.format(reason_in(error, messages)), seen
        if wanted:
            view = view.changed(wanted)
        shown = render_register(
            assistant.register, years_of(assistant.index.documents), view, messages
        )
        return shown, asdict(view)
