"""The words of an answer above its quotes: how many there are, who says them, where they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.answers.found import Found, introduced_at
from assistant.messages import ZH
from assistant.register import Person, Proposal
from assistant.sentences.quotes import Span
from assistant.sentences.reader import Reader
from assistant.types import Quote

LEAD_CHARS = 56  # of a quote in the lead-in


def lead_in(reader: Reader, found: Found, made: Mapping[Span, Quote]) -> str:
    """The lead-in to the quotes, below how many there are where that is asked."""
    text = _sources(reader, found, made)
    return f"{ZH.counted.format(n=found.counted)}\n{text}" if found.counted else text


def _sources(reader: Reader, found: Found, made: Mapping[Span, Quote]) -> str:
    """Who says it, or where it stands, with the numbers of the quotes; one line for each source."""
    lines: dict[str, list[str]] = {}
    for span in found.spans:
        quote = made[span]
        if not quote.n:  # told with the rows below it
            continue
        who = _introduced_in(found, quote) or _speakers(reader, found, span)
        source = "、".join(map(_attribution, who)) or f"《{quote.title}》"
        lines.setdefault(source, []).append(f"“{_opening(quote.text)}” [{quote.n}]")
    return "\n".join(f"{source}：{' '.join(texts)}" for source, texts in lines.items())


def _opening(text: str) -> str:
    """The quote, or its first clauses: it stands whole under its number."""
    if len(text) <= LEAD_CHARS:
        return text
    cut = max(text.rfind(mark, 0, LEAD_CHARS) for mark in "，；：、,;")
    return (text[:cut] if cut > LEAD_CHARS // 3 else text[:LEAD_CHARS]) + "……"


def _introduced_in(found: Found, quote: Quote) -> Sequence[Person | Proposal]:
    """Of those whom the answer names, everybody whom the quote introduces."""
    rows = (row for row in found.named if row.document == quote.document)
    placed = ((row, *introduced_at(row)) for row in rows)
    within = {
        row.name: row for row, start, end in placed if quote.start <= start and end <= quote.end
    }
    return list(within.values())


def _speakers(reader: Reader, found: Found, span: Span) -> Sequence[Person | Proposal]:
    """Who proposes what the span holds, in its order: whose proposal it is a part of, and everybody
    whose proposal is for the most part in it.
    """
    named = {row.name for row in found.named}
    rows = [row for row in reader.speakers(span) if not named or row.name in named]
    held = [row for row in rows if span.overlap(row.start, row.end) * 2 > row.end - row.start]
    of_each = {row.name: row for row in reversed([*rows[:1], *held])}
    return sorted(of_each.values(), key=lambda row: (row.start, row.name_start))


def _attribution(row: Person | Proposal) -> str:
    """丁某（全国人大代表、某公司董事长）."""
    posts = "、".join(part for part in (row.role, row.organisation_title) if part)
    return f"{row.name}（{posts}）" if posts else row.name
