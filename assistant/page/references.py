"""Where the quotes of an export stand, as people look it up, and the link that opens the place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlencode

from assistant.messages import Messages
from assistant.page.answer import citation
from assistant.page.links import Known, fingerprint
from assistant.types import Quote
from corpus import Document, repair
from corpus.headings import paragraphs
from corpus.lines import is_table_row

_ADDRESS = re.compile(r"https?://[^\s<>]+")

Paragraph = tuple[int, str, int]  # its offset, section, and number therein; 0, a heading


class References:
    """`document` gives the one of a path, if it is still there; `address`: that of the page."""

    def __init__(self, messages: Messages, document: Known, address: str) -> None:
        self._messages = messages
        self.document = document
        self._address = address if _ADDRESS.fullmatch(address) else ""
        self._paragraphs = cache(lambda path: list(numbered(document(path))))

    def place(self, quote: Quote) -> str:
        """《书名》第3页，小节（file）, or 《书名》小节，第4段（file） where there are no pages."""
        parts = [citation(quote, self._messages)]
        if quote.page:
            parts += [quote.section] if quote.section else []
        elif number := self._number(quote):
            parts.append(self._messages.cited_paragraph.format(n=number))
        return f"{self._messages.cited_next.join(parts)}（{quote.document}）"

    def link(self, quote: Quote) -> str:
        """The page with the source open at the quote; nothing where no page is known."""
        names = {
            "doc": quote.document, "start": quote.start, "end": quote.end,
            "check": fingerprint(quote.text),
        }  # fmt: skip
        return f"{self._address}?{urlencode(names)}" if self._address else ""

    def _number(self, quote: Quote) -> int:
        """Of the paragraph in its section; 0 where the document no longer says what was quoted."""
        document = self.document(quote.document)
        said = document.text[quote.start : quote.end] if document else ""
        if fingerprint(said) != fingerprint(quote.text):
            return 0
        known = self._paragraphs(quote.document)
        at = bisect_right(known, quote.start, key=lambda one: one[0]) - 1
        return known[at][2] if at >= 0 and known[at][1] == quote.section else 0


def numbered(document: Document | None) -> Iterator[Paragraph]:
    """The paragraphs as they are read, those of each section counted; a table counts as one."""
    if document is None:
        return
    repaired = repair(document.text, document.page_starts)
    count, in_table = Counter[str](), False
    for one in paragraphs(repaired.text, document.title):
        is_row = is_table_row(repaired.text[one.start : one.end])
        if not one.heading and not (is_row and in_table):
            count[one.section] += 1
        in_table = is_row
        yield repaired.offsets[one.start], one.section, 0 if one.heading else count[one.section]
