"""A button that asks first: the browser opens and closes the question by itself."""

from __future__ import annotations

from markupsafe import Markup

from assistant.messages import Messages


def render_remove(
    anchor: str, name: str, question: str, event: Markup, messages: Messages
) -> Markup:
    """A button that removes `name` once that is confirmed; `event`: what more the click says."""
    event = Markup('data-do="remove" {}').format(event)
    said = f"{messages.delete} {name}"
    return render_sure(
        anchor, messages.delete, said, question, event, messages.delete_yes, messages.cancel
    )


def render_sure(
    anchor: str, label: str, said: str, question: str, event: Markup, yes: str, cancel: str
) -> Markup:
    """A button that asks `question` before it does what `event`, attributes of a click, says.

    `anchor`: an id of its own on the page; `said`: the label for those who hear it.
    """
    return Markup(
        '<button type="button" class="quiet" popovertarget="{0}" aria-label="{1}">{2}</button>'
        '<div popover id="{0}" class="sure" role="alertdialog" aria-labelledby="{0}-asks">'
        '<p id="{0}-asks">{3}</p><div class="tools"><button type="button" class="quiet" autofocus'
        ' popovertarget="{0}" popovertargetaction="hide">{4}</button>'
        '<button type="button" class="warn" popovertarget="{0}"'
        ' popovertargetaction="hide" {5}>{6}</button></div></div>'
    ).format(anchor, said, label, question, cancel, event, yes)
