"""What lies beside the conversation: this one and the earlier ones, to go on with or export."""

from __future__ import annotations

from datetime import datetime

from markupsafe import Markup

from assistant.messages import Messages
from assistant.page.buttons import button, render_remove
from assistant.page.export import render_exports
from assistant.page.shelf import Conversation, Shelf


def render_history(shelf: Shelf, messages: Messages) -> Markup:
    """The conversations, the last used first, and a box to search them."""
    now = datetime.now().astimezone()
    rows = [_conversation(c, now, messages, current=c is shelf.current) for c in shelf.newest_first]
    listed = Markup(
        '<input type="search" placeholder="{0}" aria-label="{0}"><ul>{1}</ul>'
        '<p class="none" role="status">{2}</p>'
    ).format(messages.history_find, Markup("").join(rows), messages.history_none)
    return Markup(
        '<section class="drawer" aria-label="{0}"><header class="bar"><h2>{0}</h2>{1}</header>'
        '<div class="list">{2}<p class="small">{3}</p></div></section>'
    ).format(
        messages.history,
        button("✕", "close", Markup('aria-label="{}"').format(messages.close_history), "close"),
        listed if rows else messages.history_empty,
        messages.history_note,
    )  # fmt: skip


def when(used: datetime, now: datetime, messages: Messages) -> str:
    """A time as people say it: 今天 14:05, 昨天, 11-24, and with its year where that is another."""
    days = (now.date() - used.date()).days
    if days == 0:
        return messages.today.format(time=f"{used:%H:%M}")
    if days == 1:
        return messages.yesterday
    return f"{used:%m-%d}" if used.year == now.year else f"{used:%Y-%m-%d}"


def _conversation(
    conversation: Conversation, now: datetime, messages: Messages, *, current: bool
) -> Markup:
    title = conversation.title or messages.untitled
    return Markup(
        '<li class="{}" data-text="{}">{}{}<p class="small found"></p>'
        '<div class="tools">{}{}{}</div></li>'
    ).format(
        "current" if current else "",
        conversation.words,
        button(
            title, "choose", Markup('aria-current="true"') if current else "", "row",
            id=conversation.id,
        ),
        _time(conversation.used, now, messages) if conversation.used else "",
        render_exports(messages, **({} if current else {"id": conversation.id})),
        button(
            messages.rename, "rename", id=conversation.id, value=title, save=messages.save_name,
            cancel=messages.cancel,
        ),
        render_remove(
            f"remove-{conversation.id}", title, messages.delete_sure.format(title=title),
            Markup('data-id="{}"').format(conversation.id), messages,
        ),
    )  # fmt: skip


def _time(used: float, now: datetime, messages: Messages) -> Markup:
    at = datetime.fromtimestamp(used).astimezone()
    return Markup('<time datetime="{}" title="{:%Y-%m-%d %H:%M}">{}</time>').format(
        at.isoformat(timespec="minutes"), at, when(at, now, messages)
    )
