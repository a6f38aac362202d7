"""The vocabulary of documents. All offsets count Unicode characters of `Document.text`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read: its source text, never changed, and what the file says about itself."""

    path: str  # below the indexed folder, with forward slashes
    text: str
    title: str
    author: str = ""
    organisation: str = ""
    date: str = ""  # as precise as the document: "2024", "2024-03" or "2024-03-05"
    page_starts: tuple[int, ...] = ()  # offset of each page; empty where the format has no pages
    sha256: str = ""  # of the file's bytes

    def page(self, offset: int) -> int | None:
        """The number, from 1, of the page that holds `offset`; None where there are no pages."""
        return sum(start <= offset for start in self.page_starts) or None


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds: its text, its pages, and what its properties say."""

    text: str
    page_starts: tuple[int, ...] = ()
    title: str = ""
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Repaired:
    """Text with extraction damage undone; character i stands at `offsets[i]` of the source."""

    text: str
    offsets: tuple[int, ...]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The source span of the repaired `text[start:end]`, which must not be empty."""
        return self.offsets[start], self.offsets[end - 1] + 1


@dataclass(frozen=True, slots=True)
class Sentence:
    """The source span of one sentence, without the white space around it."""

    start: int
    end: int
    heading: bool = False  # a heading or title line: context for the others, rarely an answer
    continued: bool = False  # page furniture cuts it here; the next sentence is its other half


@dataclass(frozen=True, slots=True)
class Chunk:
    """Consecutive sentences of one section: what is embedded and found as a whole."""

    start: int
    end: int
    section: str  # the headings above it, outermost first, joined by " > "
    sentences: tuple[Sentence, ...]
