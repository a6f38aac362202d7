"""The words of an answer above its quotes, as a page shows them that shows the quotes as well."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from assistant.messages import Messages, worded
from assistant.types import Answer

LISTED = 3  # quotes that are a list: their number is said

Line = tuple[str, tuple[int, ...]]  # words, and the numbers of the quotes behind them


def lead_in(answer: Answer, messages: Messages) -> list[Line]:
    """What the answer says without the quotes' own words, which stand in full below it, as do the
    titles; with how many they are, where they are a list. Nothing where no word is left.
    """
    lines = [(worded(one, messages), one.numbers) for one in answer.said]
    titles = {f"《{quote.title}》" for quote in answer.quotes}

    def without(sources: Collection[str]) -> list[Line]:
        told = zip(answer.said, lines, strict=True)
        return [line for one, line in told if one.source not in sources]

    if any(one.sentence for one in answer.said):
        # 6个年份的文档写到：……: what it sums up stands below.
        return without(titles if not answer.said[0].source else ())
    named = without({"", *(titles if len(titles) == 1 else ())})
    counted = messages.lead_counted.format(n=len(answer.quotes))
    if not named:
        every = tuple(n for one in answer.said for n in one.numbers)
        return [(counted, every)] if len(answer.quotes) > 1 else []
    if len(lines) > 1 or len(answer.quotes) >= LISTED:
        # Of whom the others are nobody tells: else 共 4 条引文 stands above one number.
        partly = messages.lead_partly.format(n=len(answer.quotes))
        named.insert(0, (partly if len(named) < len(lines) else counted.rstrip("：: "), ()))
    return named


def as_text(answer: Answer, messages: Messages, numbers: Mapping[int, int]) -> str:
    """The same as plain text, with the quotes under these numbers."""
    return "\n".join(
        words + " ".join(f"[{numbers[n]}]" for n in of if n in numbers)
        for words, of in lead_in(answer, messages)
    )
