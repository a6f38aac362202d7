"""The file that a document was read from, while it is still the one that was indexed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import corpus
from corpus.types import Document
from index.files import printable

if TYPE_CHECKING:
    from assistant.library.pages import PageImage
    from index import Index

AT_ONCE = 2  # pages drawn together: a quote may run over a page break


class OriginalGoneError(LookupError):
    """There is no such file any more where the index was made from."""


class OriginalChangedError(LookupError):
    """The file is another one than was indexed."""


def files_in(sources: Iterable[Path]) -> dict[str, Path]:
    """The documents in those of the sources that are there, by their path in the index."""
    found = corpus.find(path for path in sources if path.exists())
    return {printable(path): file for file, path in found}


def original(index: Index, document: Document) -> bytes:
    """The file's bytes, the same that were indexed."""
    sources = map(Path, index.generation.manifest["sources"])
    try:
        data = files_in(sources)[document.path].read_bytes()
    except (corpus.ReadError, KeyError, OSError):
        raise OriginalGoneError(document.path) from None
    if hashlib.sha256(data).hexdigest() != document.sha256:
        raise OriginalChangedError(document.path)
    return data


def page_images(
    index: Index, document: Document, start: int, end: int, page: int | None = None
) -> list[PageImage]:
    """That page of a PDF, or else the ones on which `start` to `end` stands, boxes around it."""
    from assistant.library.pages import draw  # slow to load, and most questions show no page

    data = original(index, document)
    first = document.page(start) or 1
    last = document.page(max(start, end - 1)) or 1
    if page is not None:
        first = last = min(max(page, 1), len(document.page_starts))
    numbers = range(first, min(last, first + AT_ONCE - 1) + 1)
    return draw(data, document, start, end, numbers)
