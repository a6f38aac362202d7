"""The button that copies: a whole answer, or one quote with where it stands."""

from __future__ import annotations

from markupsafe import Markup

from assistant.messages import Messages


def render_copy(text: str, messages: Messages, *, quote: bool = False) -> Markup:
    """Copies `text`; of a `quote`, on its card, with the link that opens it."""
    return Markup(
        '<button type="button" class="quiet" data-do="{}" data-copy="{}" data-done="{}" title="{}">'
        "{}</button>"
    ).format(
        "quote" if quote else "copy", text, messages.copied,
        messages.copy_quote if quote else "", messages.copy,
    )  # fmt: skip
