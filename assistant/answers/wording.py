"""What an answer says above its quotes: how many there are, who says them, where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from assistant.answers.found import Found, introduced_at
from assistant.messages import ZH, worded
from assistant.register import Person, Proposal
from assistant.sentences.quotes import Span
from assistant.sentences.reader import Reader
from assistant.types import Answer, Quote, Said

LEAD_CHARS = 56  # of a quote in the lead-in
_CLAUSE_END = re.compile(r"[，；：、;]|,(?!\d)")  # not within 1,234
_ADDRESSED = re.compile("您(?!好)(?![^“]*”)")


def answer(
    question: str,
    resolved: str,
    said: Sequence[Said],
    quoted: Iterable[Quote] = (),
    confidence: float = 0.0,
) -> Answer:
    """The answer that says this, with its text in Chinese."""
    every = tuple(quoted)
    quotes, heads = (tuple(one for one in every if bool(one.n) is its) for its in (True, False))
    openings = {quote.n: f"“{_opening(quote.text)}” [{quote.n}]" for quote in quotes}
    text = "\n".join(worded(one, ZH) + " ".join(openings[n] for n in one.numbers) for one in said)
    return Answer(
        question, resolved, bool(quotes), text, quotes,
        confidence=confidence, heads=heads, said=tuple(said),
    )  # fmt: skip


def lead_in(reader: Reader, found: Found, made: Mapping[Span, Quote]) -> list[Said]:
    """What is said first, if anything; who says it, or where it stands, a line for each source."""
    numbers: dict[str, list[int]] = {}
    for span in found.spans:
        quote = made[span]
        if quote.n:  # a head is told with the rows below it
            who = _introduced_in(found, quote) or _speakers(reader, found, span)
            source = "、".join(map(_attribution, who)) or f"《{quote.title}》"
            numbers.setdefault(source, []).append(quote.n)
    lines = [Said(source, tuple(of)) for source, of in numbers.items()]
    return [found.lead, *lines] if found.lead else lines


def _opening(text: str) -> str:
    """The quote, or its first clauses: it stands whole under its number."""
    if len(text) <= LEAD_CHARS:
        return text
    cut = max((match.start() for match in _CLAUSE_END.finditer(text, 0, LEAD_CHARS)), default=0)
    return (text[:cut] if cut > LEAD_CHARS // 3 else text[:LEAD_CHARS]) + "……"


def _introduced_in(found: Found, quote: Quote) -> Sequence[Person | Proposal]:
    """Everybody whom the answer names and the quote introduces."""
    rows = (row for row in found.named if row.document == quote.document)
    placed = ((row, *introduced_at(row)) for row in rows)
    within = {
        row.name: row for row, start, end in placed if quote.start <= start and end <= quote.end
    }
    return list(within.values())


def _speakers(reader: Reader, found: Found, span: Span) -> Sequence[Person | Proposal]:
    """Who proposes what the span holds, in its order: whose proposal it is a part of, and everybody
    whose proposal is for the most part in it. Nobody where it is said to them: 您建议…….
    """
    if _ADDRESSED.search(reader.said(span)):
        return ()
    named = {row.name for row in found.named}
    rows = [row for row in reader.speakers(span) if not named or row.name in named]
    held = [row for row in rows if span.overlap(row.start, row.end) * 2 > row.end - row.start]
    of_each = {row.name: row for row in reversed([*rows[:1], *held])}
    return sorted(of_each.values(), key=lambda row: (row.start, row.name_start))


def _attribution(row: Person | Proposal) -> str:
    """丁某（全国人大代表、某公司董事长）."""
    posts = "、".join(part for part in (row.role, row.organisation_title) if part)
    return f"{row.name}（{posts}）" if posts else row.name
