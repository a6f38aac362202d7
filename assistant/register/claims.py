"""What one sentence has somebody propose, and the claims of a quotation, one for each sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.register.acts import BOUNDARY
from assistant.register.lines import Line
from assistant.register.norms import goes_on, is_imperative, normative_clause
from assistant.register.past import past
from assistant.register.speech import trimmed


@dataclass(frozen=True, slots=True)
class Claim:
    """One row to be: in `line`, `names` propose `start:end`; `mention` is where they are named."""

    line: Line
    names: tuple[str, ...]
    mention: tuple[int, int]
    mention_line: Line
    start: int
    end: int
    confidence: float
    topic: tuple[Line, int, int] | None = None  # known already, from the layout


LEAST_SAID = 10  # where nothing but 应 or 要 makes it one: 这事要抓紧 is none


_I_ASK = re.compile(
    "(?:(?:但|所以|因此)?我?们?(?:还|也|又)?(?:建议|希望|呼吁|请)(?=[^，。；：的]{3}))?"
)


def past_asking(text: str, start: int) -> int:
    """Behind 我建议, 请, where the words begin so."""
    return past(_I_ASK, text, start)


def by_sentence(claim: Claim) -> Iterator[Claim]:
    """“建议设立……。支持……。”: of a quotation of several sentences each that asks for something."""
    text = claim.line.text
    said = text[claim.start : claim.end]
    first, *more = re.finditer("[^。！？]+(?:[。！？][”’）》]*|$)", said)
    yield replace(claim, end=trimmed(text, claim.start, claim.start + first.end())[1])
    for sentence in more:
        start, stop = claim.start + sentence.start(), claim.start + sentence.end()
        if not (is_imperative(text[start:stop]) or goes_on(text[start:stop])):
            start = normative_clause(text[:stop], start)
        start, stop = trimmed(text, start, stop)
        if stop - start >= LEAST_SAID and not re.match("让", text[start:stop]):
            yield replace(claim, start=start, end=stop)


def quoted(line: Line, rows: Sequence[Claim]) -> Iterator[Claim]:
    """“要……。……”张三建议，……: what the quotation before the name asks for."""
    quotation = re.match("“?(?P<said>[^“”]{10,})”", line.text)
    if not rows or not quotation or rows[0].mention_line is not line:
        return
    first, text = rows[0], line.text[: quotation.end("said")]
    between = line.text[quotation.end() : max(first.mention[0], quotation.end())]
    if first.mention[0] < quotation.end() or BOUNDARY.search(between):
        return
    sentences = list(re.finditer("[^。！？]+", text))
    for sentence in sentences:
        begin, stop = max(sentence.start(), quotation.start("said")), sentence.end()
        asked = goes_on(text[begin:stop])
        if not asked and len(sentences) == 1:
            return  # “市场不能只有大制作。”: a motto
        start = begin if asked else normative_clause(text[:stop], begin)
        start, stop = trimmed(line.text, past_asking(text, start), stop)
        sure = 0.8 if asked else 0.65
        if stop - start >= LEAST_SAID:
            yield replace(first, start=start, end=stop, confidence=sure)
