"""The parts of one sentence, asked one by one, and what surely answers each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.answers.found import Outcome, Way
from assistant.answers.single import no_evidence
from assistant.answers.wording import answer
from assistant.query.parts import BRIEF, carried, leaves_subject
from assistant.query.question import Kind
from assistant.query.topic import ENDING
from assistant.sentences.quotes import Span
from assistant.sentences.reader import Reader, unspaced
from corpus.lines import is_table_row

CERTAIN = 0.9  # probability for the answer to a part to stand wherever it is
LIKELY = 0.8  # for a sentence close to others to be added to an answer that has one
POSSIBLE = 0.6  # for what is quoted for another part to be taken as telling of this one, too
NEARLY = 1.0  # ranker points
CLOSE = 400  # characters from what answers another part: what is found there is of the same matter

# 谁提的，是哪家公司的？
_ASKS_WHO = re.compile("谁|叫(?:什么|啥)|哪一?[位名]")
_OF_THEM = re.compile("是?(?:哪[家个所]|什么(?:职|身份|单位|人)|[在任]|来自|担任|[做干]什么)")

Once = Callable[[str, Sequence[str]], Outcome]  # a question, after earlier ones


def each_part(
    reader: Reader, made: Outcome, parts: Sequence[str], history: Sequence[str], once: Once
) -> list[Outcome]:
    """What surely answers each part; without spans where nothing does. `made`: the outcome of the
    whole sentence.
    """
    if not parts:
        return []
    first = briefly(reader, once(parts[0], history))
    outcomes, near = [first], [*made.found.spans, *_likeliest(reader, first)]
    for at, part in enumerate(parts[1:], 1):
        tried = [once(part, [*history, *parts[:at]])]
        if _ASKS_WHO.search(parts[0]) and _OF_THEM.match(part):
            tried.append(once(f"他{part}", [*history, parts[0]]))
        whole = carried(first.resolved or parts[0], part)
        if whole and not _is_sure(tried[0], part, near):
            tried.append(once(whole, []))
        sure = [one for one in tried if _is_sure(one, part, near)]
        best = max(sure, key=lambda one: _rank(one, near), default=tried[-1])
        near += best.found.spans[:1] if sure else ()
        best = _beyond(best, outcomes)
        outcomes.append(_as_part(reader, best, part, is_sure=bool(sure)))
    return [_with_quoted(reader, one, outcomes) for one in outcomes]


def after_those(parts: Sequence[str], history: Sequence[str], once: Once) -> list[Outcome]:
    """Each question after those before it, of what the first is about where it says nothing of
    that.
    """
    outcomes: list[Outcome] = []
    for at, part in enumerate(parts):
        one = once(part, [*history, *parts[:at]])
        if at and one.resolved == part and leaves_subject(part):
            whole = carried(outcomes[0].resolved or parts[0], part)
            one = _asked_as(once(whole, []), part) if whole else one
        outcomes.append(one)
    return outcomes


def told(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The parts, no quote twice, where every one is answered, or one beyond doubt; else none."""
    every = all(one.found.spans for one in outcomes)
    if not every and not any(map(_is_certain, outcomes)):
        return []
    kept: list[Outcome] = []
    quoted: list[Span] = []
    for one in outcomes:
        spans = one.found.spans
        if not spans or not all(_is_held(span, quoted) for span in spans):
            kept.append(one)
        quoted += spans
    return kept


def untold(reader: Reader, outcomes: Sequence[Outcome], made: Outcome) -> Iterator[Outcome]:
    """The best of what surely answers a part, and is not quoted yet."""
    quoted = list(made.found.spans)
    at_least = LIKELY if made.found.way is Way.SENTENCES else 0.0  # 是谁 was, 补多少 was not told
    for at, one in enumerate(outcomes):
        is_sentence = one.found.way is Way.SENTENCES
        spans = one.found.spans[: 1 if is_sentence else None]
        others = [other.found.spans[0] for other in outcomes[1:] if other.found.spans]
        if not at and not (_is_certain(one) or (spans and _is_near(spans[0], others))):
            continue
        new = tuple(span for span in spans if not _is_held(span, quoted))
        says_title = is_sentence and new and _is_title(reader, new[0])
        if new and one.found.confidence >= at_least and not says_title:
            quoted += new
            yield replace(one, found=replace(one.found, spans=new))


def _rank(one: Outcome, near: Sequence[Span]) -> tuple[bool, bool, float]:
    """Higher for what is close to what answers the others, then for what tells more."""
    best = one.found.spans[0]
    is_new = _is_certain(one) and not _is_held(best, near)
    return _is_near(best, near), is_new, one.found.confidence


def _as_part(reader: Reader, one: Outcome, part: str, *, is_sure: bool) -> Outcome:
    """The answer to a part, in brief; refused where that is not sure."""
    if is_sure:
        return _asked_as(briefly(reader, one), part)
    refused = answer(part, one.resolved, [no_evidence(reader)])
    return replace(one, answer=refused, found=replace(one.found, spans=()))


def _asked_as(one: Outcome, part: str) -> Outcome:
    return replace(one, answer=replace(one.answer, question=part))


def briefly(reader: Reader, one: Outcome) -> Outcome:
    """The outcome with its best sentence only, unless a list is asked for; a row keeps its head."""
    spans, asked = one.found.spans, one.asked
    asks_list = asked is not None and asked.wants_list and asked.kind is not Kind.NUMBER
    is_row = any(is_table_row(reader.said(span)) for span in spans)
    if asks_list or is_row or one.found.way is not Way.SENTENCES:
        return one
    return replace(one, found=replace(one.found, spans=spans[:1]))


def _beyond(one: Outcome, others: Sequence[Outcome]) -> Outcome:
    """Led by the sentence nearly as good as its best, and close to it, where that is quoted for
    another part: 一台21.8万元。充一次能跑230公里。
    """
    quoted = [span for other in others for span in other.found.spans]
    two = one.found.spans[:2]
    if one.found.way is not Way.SENTENCES or len(two) < 2 or not _is_held(two[0], quoted):
        return one
    is_close = two[0].score - two[1].score <= NEARLY and _is_near(two[1], two[:1])
    return replace(one, found=replace(one.found, spans=two[::-1])) if is_close else one


def _with_quoted(reader: Reader, one: Outcome, outcomes: Iterable[Outcome]) -> Outcome:
    """Answered by what another part is answered by, where that is likeliest to answer it, too."""
    if one.found.spans:
        return one
    likeliest = _likeliest(reader, one) if one.found.confidence >= POSSIBLE else ()
    for other in outcomes:
        if any(_is_held(span, other.found.spans) for span in likeliest):
            return replace(one, found=other.found)
    return one


def _likeliest(reader: Reader, one: Outcome) -> list[Span]:
    """The sentence that answers, or that would if any did."""
    if one.found.spans or one.found.verdict is None:
        return [*one.found.spans[:1]]
    ranked = one.found.verdict.ranked
    return [reader.sentence_span(int(ranked.evidence.rows[int(ranked.order[0])]))]


def _is_sure(one: Outcome, part: str, near: Sequence[Span]) -> bool:
    """Whether it answers the part: of what the first is about, or close to what answers that."""
    if not one.found.spans:
        return False
    says_of_what = one.resolved != part or len(ENDING.sub("", part)) > BRIEF
    return (says_of_what and _is_certain(one)) or _is_near(one.found.spans[0], near)


def _is_certain(one: Outcome) -> bool:
    return bool(one.found.spans) and one.found.confidence >= CERTAIN


def _is_near(span: Span, others: Iterable[Span]) -> bool:
    return any(
        span.document == other.document and abs(span.start - other.start) <= CLOSE
        for other in others
    )


def _is_title(reader: Reader, span: Span) -> bool:
    return unspaced(reader.said(span)) == unspaced(reader.document(span).title)


def _is_held(span: Span, others: Iterable[Span]) -> bool:
    return any(other.holds(span) for other in others)
