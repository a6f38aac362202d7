"""An inspection in words: what the page and the terminal both say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import exp
from typing import TYPE_CHECKING

from assistant.messages import Inspecting, Messages
from assistant.query.politeness import changed

if TYPE_CHECKING:
    from assistant.answers.inspection import Inspection


def read_as(found: Inspection, messages: Messages) -> list[tuple[str, str]]:
    """How the question was read, each fact with its label; only those there are."""
    words, also = messages.inspecting, messages.scope_and
    facts = [
        (words.resolved, changed(found.answer.question, found.resolved)),
        *_asked(found, words),
        (words.years, also.join(found.years)),
        (words.people, also.join(found.people)),
        (words.unknown_people, also.join(found.unknown_people)),
        (words.way, words.ways[found.way]),
    ]
    return [(label, value) for label, value in facts if value]


def _asked(found: Inspection, words: Inspecting) -> Iterator[tuple[str, str]]:
    asked = found.asked
    if asked is None:
        return
    yield words.corrected, asked.text if asked.text != found.resolved else ""
    yield words.sought, found.sought if found.sought != asked.text else ""
    yield words.kind, words.kinds[asked.kind]
    yield words.unit, asked.unit
    yield words.focus, focus(asked.focus, asked.plain, (*found.people, *found.unknown_people))


_IDLE = re.compile("^[的是在有由从被对和与为因让给向呢吗]+$")  # words that only join others


def focus(read: str, plain: str, names: Sequence[str]) -> str:
    """The words before and behind the one that asks, with dots where more of them is not read.

    >>> focus("鱼肉罐头产量 比前年少卖出了百", "鱼肉罐头产量为何比前年少卖出了百分之九", [])
    '鱼肉罐头产量 · 比前年少卖出了百…'
    >>> focus(" 来承办iso标准", "2024年由谁来承办iso标准", [])
    '来承办iso标准'
    >>> focus("在 里举办", "在哪里举办", [])  # 在 says nothing, nor does the rest of 哪里
    '举办'
    """
    from assistant.query.question import FOCUS_AFTER, FOCUS_BEFORE  # later: the page starts sooner

    before, _, behind = read.partition(" ")
    parts = [_whole(part, plain, names) if part else "" for part in (before, behind)]
    if f"哪{behind}" in plain:
        parts[1] = re.sub("^[里儿个位]", "", parts[1])
    parts = [_IDLE.sub("", part) for part in parts]
    if len(before) == FOCUS_BEFORE and not plain.startswith(parts[0]):
        parts[0] = f"…{parts[0]}"
    if len(behind) == FOCUS_AFTER and not plain.endswith(parts[1]):
        parts[1] += "…"
    return " · ".join(filter(None, parts))


def _whole(part: str, plain: str, names: Sequence[str]) -> str:
    """With the rest of a number or a name at whose middle it begins or ends.

    >>> _whole("24年完成了", "2024年完成了多少部", [])
    '2024年完成了'
    >>> _whole("禾在会上", "请问王小禾在会上", ["王小禾"])
    '王小禾在会上'
    """
    longest_first = sorted(map(re.escape, names), key=len, reverse=True)
    words = "|".join([*longest_first, r"(?a:\w)+"])
    start = plain.find(part)
    if start < 0:
        return part
    end = start + len(part)
    cut = [found.span() for found in re.finditer(words, plain)]
    starts = [begin for begin, stop in cut if begin < start < stop]
    ends = [stop for begin, stop in cut if begin < end < stop]
    return plain[min(starts, default=start) : max(ends, default=end)]


def decided(found: Inspection, words: Inspecting) -> list[str]:
    """Whether there is an answer, how probable it is, and why not."""
    said = [words.answered.format(count=len(found.answer.quotes))]
    if found.why:
        said = [words.refused, words.whys[found.why]]
    judgement = found.judgement
    if judgement is None:
        return said
    likely = words.probability.format(
        percent=_percent(judgement.probability), threshold=_percent(found.threshold)
    )
    present = words.present.format(percent=_percent(judgement.present))
    free = words.free.format(percent=_percent(judgement.free))
    literal = words.literal.format(percent=_percent(judgement.literal))
    counts = words.counts if judgement.is_literal else words.counts_not
    said += [likely, present, free, words.aside.format(said=literal, aside=counts)]
    if judgement.together is not None:
        read = 1 / (1 + exp(-judgement.together))
        said.append(words.together.format(percent=_percent(read)))
    return said


def _percent(share: float) -> str:
    """In percent, with a decimal: a threshold is missed by less than one in a hundred, too."""
    return f"{100 * share:.1f}"
