"""Links: places of the documents as attributes of a click that opens them, and their names."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

from markupsafe import Markup

from assistant.messages import Messages
from assistant.page.buttons import button
from assistant.types import Quote
from corpus import Document, flat
from index.types import Passage

Known = Callable[[str], Document | None]  # the document of a path, if it is still there

NAMED = 2  # entries of a scope that are named; the rest is counted


def fingerprint(text: str) -> str:
    """Short digest of a text, white space aside: tells whether a source still says it."""
    return hashlib.sha256(flat(text).encode()).hexdigest()[:12]


def opens_span(document: str, start: int, end: int) -> Markup:
    """A click opens the source at the span."""
    return Markup('data-do="open" {}').format(_span(document, start, end))


def opens(item: Quote | Passage) -> Markup:
    """A click opens the source at `item`, if it still says the same."""
    return Markup('data-do="open" {}').format(place_attributes(item))


def place_attributes(item: Quote | Passage) -> Markup:
    """Where `item` stands, and what it says there."""
    return Markup('{} data-section="{}" data-check="{}"').format(
        _span(item.document, item.start, item.end), item.section, fingerprint(item.text)
    )


def _span(document: str, start: int, end: int) -> Markup:
    return Markup('data-doc="{}" data-start="{}" data-end="{}"').format(document, start, end)


def render_only(path: str, messages: Messages) -> Markup:
    """The button that keeps the conversation's questions to one document."""
    return button(messages.scope_only, "only", doc=path)


def named(scope: Sequence[str], messages: Messages, known: Known) -> str:
    """The first names of a scope, and how many there are: documents by their titles, folders and
    what is gone as they are called.
    """
    found = ((entry, known(entry)) for entry in scope[:NAMED])
    titles = [document.title if document else short_name(entry) for entry, document in found]
    names = messages.scope_and.join(titles)
    return (
        messages.scope_more.format(names=names, count=len(scope)) if len(scope) > NAMED else names
    )


def short_name(entry: str) -> str:
    """Of a document or a folder, without what it lies in."""
    path = PurePosixPath(entry)
    return f"{path.name}/" if entry.endswith("/") else path.stem
