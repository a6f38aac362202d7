"""What a click or a link asks the source for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


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
