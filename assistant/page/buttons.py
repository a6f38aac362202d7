"""Buttons that more than one part of the conversation has: copying, and folding a long text."""

from __future__ import annotations

from markupsafe import Markup

from assistant.messages import Messages

FOLDED_FROM = 240  # characters: a question of more is a pasted text
FOLDED_LINES = 6  # as question.css shows of it


def render_copy(text: str, messages: Messages, *, quote: bool = False) -> Markup:
    """Copies `text`; of a `quote`, on its card, with the link that opens it."""
    return Markup(
        '<button type="button" class="quiet" data-do="{}" data-copy="{}" data-done="{}" title="{}">'
        "{}</button>"
    ).format(
        "quote" if quote else "copy", text, messages.copied,
        messages.copy_quote if quote else "", messages.copy,
    )  # fmt: skip


def is_long(text: str) -> bool:
    """Whether it is folded."""
    return len(text) > FOLDED_FROM or text.count("\n") >= FOLDED_LINES


def render_fold(messages: Messages) -> Markup:
    """Behind a long text: shows all of it, or less."""
    return Markup(
        '<button type="button" class="quiet" data-do="fold" data-less="{}" aria-expanded="false">'
        "{}</button>"
    ).format(messages.question_less, messages.question_more)
