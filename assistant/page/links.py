"""Places of the documents: as attributes of a click that opens them, as what such a click or a link
asks for, and their names.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

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


@dataclass(frozen=True, slots=True)
class Place:
    """What a click asks for: a span of a document, which quote it is, and how much to show."""

    document: str
    start: int = 0
    end: int = 0
    section: str = ""
    check: str = ""  # fingerprint of the quote; empty where a link names the span alone
    first: int | None = None  # the part shown, where it was already extended
    last: int | None = None
    turn: str = ""
    n: str = ""  # number of the quote and of how many, empty where it is not a quote
    of: str = ""
    find: str = ""  # words looked for in the document, instead of a span
    hit: int | None = None  # which of the places where they stand; none: the nearest
    view: str = "text"  # or "pages", as they look
    page: int | None = None  # the one to show, where it is not that of the span
    sent: str = ""  # tells one click from the next, also where both ask for the same


def read_place(data: Mapping[str, Any]) -> Place:
    """The place that data attributes or a link's parameters name; bad numbers count as 0."""
    return Place(
        document=str(data.get("doc", "")),
        start=number(data.get("start")) or 0,
        end=number(data.get("end")) or 0,
        section=str(data.get("section", "")),
        check=str(data.get("check", "")),
        first=number(data.get("first")),
        last=number(data.get("last")),
        turn=str(data.get("turn", "")),
        n=str(data.get("n", "")),
        of=str(data.get("of", "")),
        find=str(data.get("find", "")).strip(),
        hit=number(data.get("hit")),
        view=str(data.get("view", "text")),
        page=number(data.get("page")),
        sent=str(data.get("sent", "")),
    )


def number(value: Any) -> int | None:
    """A whole number of at most twelve digits."""
    text = str(value)
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 12 else None


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
