"""Buttons: what a click on one does, and those that copy, and that fold a long text."""

from __future__ import annotations

from markupsafe import Markup

from assistant.messages import Messages

FOLDED_FROM = 240  # characters: a question of more is a pasted text
FOLDED_LINES = 6  # as question.css shows of it
FOLDED = Markup('aria-expanded="false"')


def button(
    label: str, do: str, attributes: str | Markup = "", kind: str = "quiet", /, **data: object
) -> Markup:
    """One whose click is the event `do` with `data`; `attributes`: what else it has.

    >>> button("重试", "retry", turn=1)
    Markup('<button type="button" class="quiet" data-do="retry" data-turn="1">重试</button>')
    """
    told = (Markup(' data-{}="{}"').format(name, value) for name, value in data.items())
    return Markup('<button type="button" class="{}" data-do="{}"{}{}{}>{}</button>').format(
        kind, do, Markup("").join(told), " " if attributes else "", attributes, label
    )


def render_copy(text: str, messages: Messages, *, quote: bool = False) -> Markup:
    """Copies `text`; of a `quote`, on its card, with the link that opens it."""
    told = Markup('title="{}"').format(messages.copy_quote) if quote else ""
    what = "quote" if quote else "copy"
    return button(messages.copy, what, told, copy=text, done=messages.copied)


def is_long(text: str) -> bool:
    """Whether it is folded."""
    return len(text) > FOLDED_FROM or text.count("\n") >= FOLDED_LINES


def render_fold(messages: Messages) -> Markup:
    """Behind a long text: shows all of it, or less."""
    return button(messages.question_more, "fold", FOLDED, less=messages.question_less)
