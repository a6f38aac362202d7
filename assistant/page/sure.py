"""A button that asks first: the browser opens and closes the question by itself."""

from __future__ import annotations

from markupsafe import Markup

from assistant.messages import Messages


def render_remove(
    anchor: str, name: str, question: str, event: Markup, messages: Messages
) -> Markup:
    """A button that removes `name` once that is confirmed.

    `anchor`: an id of its own on the page; `event`: the attributes of the click that removes.
    """
    return Markup(
        '<button type="button" class="quiet" popovertarget="{0}" aria-label="{1} {2}">{1}</button>'
        '<div popover id="{0}" class="sure"><p>{3}</p><div class="tools">'
        '<button type="button" class="quiet" popovertarget="{0}" popovertargetaction="hide">{4}'
        '</button><button type="button" class="warn" popovertarget="{0}"'
        ' popovertargetaction="hide" data-do="remove" {5}>{6}</button></div></div>'
    ).format(
        anchor, messages.delete, name, question, messages.cancel, event, messages.delete_yes
    )  # fmt: skip
