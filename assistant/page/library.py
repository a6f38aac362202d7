"""The room with the documents: what the index holds of each."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from assistant.messages import BY_LANGUAGE, Language, Messages
from assistant.page.events import Chat
from assistant.page.find import chunk_counts
from corpus.types import Document


class Library:
    """Events of the room with the documents."""

    def __init__(self, chat: Chat) -> None:
        self._chat = chat

    def enter(self, language: Language) -> str:
        """Every document that is indexed now."""
        messages = BY_LANGUAGE[language]
        try:
            index = self._chat.assistant().index
        except RuntimeError:
            return render_documents((), (), messages)
        return render_documents(index.documents, chunk_counts(index), messages)


def render_documents(
    documents: Sequence[Document], chunks: Sequence[int], messages: Messages
) -> Markup:
    """Every document of the index; a click opens it at its beginning."""
    rows = [_document(d, count, messages) for d, count in zip(documents, chunks, strict=True)]
    listed = Markup(
        '<input type="search" class="filter" placeholder="{0}" aria-label="{0}"><ul>{1}</ul>'
    ).format(messages.find_documents, Markup("").join(rows))
    return Markup('<div class="list"><h2>{} {}</h2>{}</div>').format(
        messages.documents, len(documents), listed if rows else messages.documents_empty
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
