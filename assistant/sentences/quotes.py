"""Spans of the source as numbered quotes; none leaves without being compared with its source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from itertools import count

from assistant.sentences.heads import heads_of, is_rule, names
from assistant.types import Quote
from corpus import flat, tidy
from corpus.lines import is_ended, is_table_row, line_end, line_start, starts_block
from index import Index

JOINABLE_CHARS = 260  # neighbouring sentences become one quote up to this length


class NotVerbatimError(AssertionError):
    """A quote is not its source's words: a defect of this program, never to be shown."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document (its number) to be quoted, and its first sentence (row)."""

    document: int
    start: int
    end: int
    row: int = field(default=0, compare=False)
    score: float = field(default=0.0, compare=False)

    def holds(self, other: Span) -> bool:
        """Whether the other is a part of it."""
        within = self.start <= other.start and other.end <= self.end
        return within and self.document == other.document

    def overlap(self, start: int, end: int) -> int:
        """How many characters it shares with the stretch of the same document; below 0: none."""
        return min(self.end, end) - max(self.start, start)


def joined(spans: Iterable[Span], index: Index) -> list[Span]:
    """The spans in reading order, overlapping ones merged, and neighbours with nothing between
    them; without rules, ---, | --- |, which say nothing.
    """
    result: list[Span] = []
    for span in sorted(spans):
        text = index.documents[span.document].text
        if is_rule(text[span.start : span.end]):
            continue
        last = result[-1] if result else None
        if last is None or last.document != span.document:
            result.append(span)
            continue
        end = max(last.end, span.end)
        overlap = span.start < last.end
        near = end - last.start <= JOINABLE_CHARS and _runs_on(text, last, span)
        if overlap or near:
            result[-1] = replace(last, end=end, score=max(last.score, span.score))
        else:
            result.append(span)
    return result


def _runs_on(text: str, first: Span, second: Span) -> bool:
    """Whether the second reads on behind the first: a blank line opens a paragraph, and a line
    break an item or what stands below a heading; the cells of a table would run together.
    """
    above, said = text[first.start : first.end].strip(), text[second.start : second.end].strip()
    gap = text[first.end - 1 : second.start]  # a sentence may end with the break
    if gap[1:].strip() or "\n\n" in gap or is_table_row(said):
        return False
    opens = above.endswith(("：", ":"))
    return "\n" not in gap or opens or (is_ended(above) and not starts_block(said))


def quotes(spans: Sequence[Span], index: Index) -> dict[Span, Quote]:
    """The spans as quotes, each checked, numbered from 1 in the order given; 0 numbers what heads
    the columns of rows among them: it says nothing by itself, and is told with each row.
    """
    rows = {span: span.row for span in spans if _is_line(span, index)}
    quoted, heads, called = {*rows.values()}, set[int](), dict[Span, tuple[str, ...]]()
    head_of = heads_of(index, sorted(quoted))
    for span, row in rows.items():
        head = head_of.get(row)
        if head and head[0] in quoted and (columns := names(index, head, row)):
            heads |= {*head}
            called[span] = columns
    numbers, made = count(1), dict[Span, Quote]()
    for span in dict.fromkeys(spans):
        passage = index.span(span.row, span.start, span.end, span.score)
        n = 0 if rows.get(span) in heads else next(numbers)
        made[span] = Quote(n=n, **asdict(passage), head=called.get(span, ()))
        verify(made[span], index)
    return made


def _is_line(span: Span, index: Index) -> bool:
    """Whether it is a whole line, as rows of tables are."""
    text = index.documents[span.document].text
    line = text[line_start(text, span.start) : line_end(text, span.start)]
    return flat(line) == flat(text[span.start : span.end])


def verify(quote: Quote, index: Index) -> None:
    """NotVerbatimError unless the quote equals its source, white space aside."""
    source = index.document(quote.document).text[quote.start : quote.end]
    if not quote.text.strip() or flat(source) != flat(quote.text) or tidy(source) != quote.text:
        raise NotVerbatimError(f"{quote.document}:{quote.start}-{quote.end}")
