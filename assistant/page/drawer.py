"""What lies beside the conversation: this one and the earlier ones, to go on with or export."""

from __future__ import annotations

from markupsafe import Markup

from assistant.messages import Messages
from assistant.page.shelf import CONVERSATIONS, Conversation, Shelf
from assistant.page.sure import render_remove


def render_history(shelf: Shelf, messages: Messages) -> Markup:
    """The current conversation with its exports, then the others, newest first."""
    current = (shelf.current,) if shelf.current.turns else ()
    rows = [
        _conversation(c, messages, current=c in current) for c in (*current, *shelf.others[::-1])
    ]
    body = Markup("<ul>{}</ul>").format(Markup("").join(rows)) if rows else messages.history_empty
    return _drawer(
        messages.history,
        Markup('{}<p class="small">{}</p>').format(
            body, messages.history_note.format(conversations=CONVERSATIONS)
        ),
        messages,
    )


def _drawer(title: str, body: Markup | str, messages: Messages) -> Markup:
    return Markup(
        '<section class="drawer" aria-label="{}"><header class="bar"><h2>{}</h2>'
        '<button type="button" class="close" data-do="close" aria-label="{}">✕</button></header>'
        '<div class="list">{}</div></section>'
    ).format(title, title, messages.close_history, body)


def _conversation(conversation: Conversation, messages: Messages, *, current: bool) -> Markup:
    title = conversation.title or messages.untitled
    return Markup(
        '<li class="{}"><button type="button" class="row" data-do="choose" data-id="{}"{}>{}'
        '</button><div class="tools">{}{}{}</div></li>'
    ).format(
        "current" if current else "",
        conversation.id,
        Markup(' aria-current="true"') if current else "",
        title,
        _exports(messages) if current else "",
        Markup(
            '<button type="button" class="quiet" data-do="rename" data-id="{}" data-value="{}"'
            ' data-save="{}" data-cancel="{}">{}</button>'
        ).format(conversation.id, title, messages.save_name, messages.cancel, messages.rename),
        render_remove(
            f"remove-{conversation.id}", title, messages.delete_sure.format(title=title),
            Markup('data-id="{}"').format(conversation.id), messages,
        ),
    )  # fmt: skip


def _exports(messages: Messages) -> Markup:
    return Markup("").join(
        Markup(
            '<button type="button" class="quiet" data-do="export" data-kind="{}">{}</button>'
        ).format(kind, label)
        for kind, label in (("md", messages.export_markdown), ("docx", messages.export_word))
    )
