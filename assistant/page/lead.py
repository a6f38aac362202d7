"""The words of an answer above its quotes, as a page shows them that shows the quotes as well."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.messages import Messages, in_language
from assistant.types import Answer, Quote

CITATION = re.compile(r"\[(\d{1,3})\]")  # the number of a quote in the text of an answer
LISTED = 3  # quotes that are a list: their number is said
_NUMBERS = re.compile(r"(?:\s*\[\d{1,3}\])+\s*")
OPENING_CHARACTERS = 2  # of a quote: shorter than any excerpt, long enough to find where it begins


def lead_in(answer: Answer, messages: Messages) -> str:
    """The answer's text without the quotes' own words, which stand in full below it, as do the
    titles; with how many they are, where they are a list. Nothing where no word is left.
    """
    text = in_language(answer.text, messages)
    for quote in answer.quotes:
        text = _without_words(quote, text)
    lines = text.split("\n")
    if not all(map(CITATION.search, lines)):  # it has words of its own
        return text
    titles = {quote.title for quote in answer.quotes}
    title = titles.pop() if len(titles) == 1 else ""
    bare = [_under(title, line) for line in lines]
    said = [line for line, numbers in zip(lines, bare, strict=True) if not numbers]
    counted = messages.lead_counted.format(n=len(answer.quotes))
    if not said:
        return counted + " ".join(bare) if len(answer.quotes) > 1 else ""
    if len(lines) > 1 or len(answer.quotes) >= LISTED:
        # Of whom the others are nobody tells: else 共 4 条引文 stands above one number.
        partly = messages.lead_partly.format(n=len(answer.quotes))
        said.insert(0, partly if any(bare) else counted.rstrip("：: "))
    return "\n".join(said)


def _under(title: str, line: str) -> str:
    """The numbers of a line that has nothing but the title of the only document before them: it
    stands above the quotes.
    """
    numbers = line.removeprefix(f"《{title}》：")
    return numbers.strip() if title and _NUMBERS.fullmatch(numbers) else ""


def renumbered(text: str, numbers: Mapping[int, int]) -> str:
    """With the quotes it cites under other numbers."""
    return CITATION.sub(lambda mark: f"[{numbers.get(int(mark[1]), mark[1])}]", text)


def _without_words(quote: Quote, text: str) -> str:
    """`text` without “the quote” or “its beginning……” in front of the quote's number."""
    mark = text.find(f"[{quote.n}]")
    before = text[: max(mark, 0)].rstrip()
    if not before.endswith("”"):
        return text
    for opening in re.finditer("“" + re.escape(quote.text[:OPENING_CHARACTERS]), before):
        if quote.text.startswith(before[opening.end() - OPENING_CHARACTERS : -1].rstrip("…")):
            return before[: opening.start()] + text[mark:]
    return text
