"""Buttons: what a click on one does; those that copy, fold a long text, ask first; one of a few."""

from __future__ import annotations

from collections.abc import Mapping

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


def labelled(label: str, *, disabled: bool = False) -> Markup:
    """Attributes of a button that shows only a sign."""
    return Markup('aria-label="{0}" title="{0}"{1}').format(label, " disabled" if disabled else "")


def render_copy(text: str, messages: Messages, *, quote: bool = False) -> Markup:
    """Copies `text`; of a `quote`, on its card, with the link that opens it."""
    told = Markup('title="{}"').format(messages.copy_quote) if quote else ""
    what = "quote" if quote else "copy"
    return button(messages.copy, what, told, copy=text, done=messages.copied)


def render_to_documents(messages: Messages) -> Markup:
    """Leads to the room where they are kept."""
    return button(messages.open_documents, "visit", room="library")


def is_long(text: str) -> bool:
    """Whether it is folded."""
    return len(text) > FOLDED_FROM or text.count("\n") >= FOLDED_LINES


def render_fold(messages: Messages) -> Markup:
    """Behind a long text: shows all of it, or less."""
    return button(messages.question_more, "fold", FOLDED, less=messages.question_less)


def render_choices(label: str, event: Markup, choices: Mapping[str, str], chosen: str) -> Markup:
    """Buttons in one frame, of which one is pressed.

    `event`: the attributes of a click, the last of which is to name what is chosen; `choices`:
    what each is called.
    """
    buttons = (
        Markup('<button type="button" {}="{}" aria-pressed="{}">{}</button>').format(
            event, name, "true" if name == chosen else "false", called
        )
        for name, called in choices.items()
    )
    return Markup('<div class="choices" role="group" aria-label="{}">{}</div>').format(
        label, Markup("").join(buttons)
    )


def render_remove(
    anchor: str, name: str, question: str, event: Markup, messages: Messages
) -> Markup:
    """Removes `name` once that is confirmed; `event`: what more the click says."""
    event = Markup('data-do="remove" {}').format(event)
    said = f"{messages.delete} {name}"
    return render_sure(
        anchor, messages.delete, said, question, event, messages.delete_yes, messages
    )


def render_sure(
    anchor: str, label: str, said: str, question: str, event: Markup, yes: str, messages: Messages
) -> Markup:
    """Asks `question` before it does what `event`, attributes of a click, says; the browser opens
    and closes the question by itself.

    `anchor`: an id of its own on the page; `said`: the label for those who hear it.
    """
    return Markup(
        '<button type="button" class="quiet" popovertarget="{0}" aria-label="{1}">{2}</button>'
        '<div popover id="{0}" class="sure" role="alertdialog" aria-labelledby="{0}-asks">'
        '<p id="{0}-asks">{3}</p><div class="tools"><button type="button" class="quiet" autofocus'
        ' popovertarget="{0}" popovertargetaction="hide">{4}</button>'
        '<button type="button" class="warn" popovertarget="{0}"'
        ' popovertargetaction="hide" {5}>{6}</button></div></div>'
    ).format(anchor, said, label, question, messages.cancel, event, yes)
