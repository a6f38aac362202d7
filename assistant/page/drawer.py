"""What lies beside the conversation: earlier conversations, and the documents."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from assistant.messages import Messages
from assistant.page.shelf import Conversation, Shelf
from corpus.types import Document


def render_history(shelf: Shelf, messages: Messages) -> Markup:
    """The current conversation with its exports, then the others, newest first."""
    current = (shelf.current,) if shelf.current.turns else ()
    rows = [
        _conversation(c, messages, current=c in current) for c in (*current, *shelf.others[::-1])
    ]
    body = Markup("<ul>{}</ul>").format(Markup("").join(rows)) if rows else messages.history_empty
    return _drawer(
        messages.history,
        Markup('{}<p class="small">{}</p>').format(body, messages.history_note),
        messages,
    )


def render_documents(
    documents: Sequence[Document], chunks: Sequence[int], messages: Messages
) -> Markup:
    """Every document of the index; a click opens it at its beginning."""
    rows = [_document(d, count, messages) for d, count in zip(documents, chunks, strict=True)]
    listed = Markup(
        '<input type="search" class="filter" placeholder="{0}" aria-label="{0}"><ul>{1}</ul>'
    ).format(messages.find_documents, Markup("").join(rows))
    return _drawer(
        f"{messages.documents} {len(documents)}",
        listed if rows else messages.documents_empty,
        messages,
    )


def _drawer(title: str, body: Markup | str, messages: Messages) -> Markup:
    return Markup(
        '<section class="drawer" aria-label="{}"><header class="bar"><h2>{}</h2>'
        '<button type="button" class="close" data-do="close" aria-label="{}">✕</button></header>'
        '<div class="list">{}</div></section>'
    ).format(title, title, messages.cancel_edit, body)


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
        ).format(conversation.id, title, messages.save_name, messages.cancel_edit, messages.rename),
        Markup(
            '<button type="button" class="quiet" data-do="remove" data-id="{}">{}</button>'
        ).format(conversation.id, messages.delete),
    )


def _exports(messages: Messages) -> Markup:
    return Markup("").join(
        Markup(
            '<button type="button" class="quiet" data-do="export" data-kind="{}">{}</button>'
        ).format(kind, label)
        for kind, label in (("md", messages.export_markdown), ("docx", messages.export_word))
    )


def _document(document: Document, chunks: int, messages: Messages) -> Markup:
    pages = len(document.page_starts)
    facts = [
        document.date,
        messages.characters.format(count=f"{len(document.text):,}"),
        messages.pages.format(count=pages) if pages else "",
        messages.chunks.format(count=chunks),
    ]
    return Markup(
        '<li><button type="button" class="row" data-do="open" data-doc="{}">{}'
        '<span class="small">{}</span><span class="small">{}</span></button></li>'
    ).format(document.path, document.title, document.path, " · ".join(filter(None, facts)))
