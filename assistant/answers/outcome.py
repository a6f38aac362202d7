"""A message to its answer: small talk, one question, or several told apart and put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.answers.found import Found, Outcome, Way
from assistant.answers.in_parts import Once, after_those, briefly, each_part, told, untold
from assistant.answers.indicators import by_figures
from assistant.answers.single import no_evidence, quote_asked, single
from assistant.answers.wording import answer, lead_in
from assistant.query import several, smalltalk
from assistant.query.parts import apart
from assistant.query.plainly import plainly
from assistant.query.politeness import without_politeness
from assistant.query.question import analyse
from assistant.query.timing import with_whole_years
from assistant.sentences.quotes import Span, quotes
from assistant.sentences.reader import Reader, unspaced
from assistant.types import Answer, Said
from index.titles import years

# What tells of one thing asked, and may not of another.
_MAY_LEAVE_OPEN = (Way.SENTENCES, Way.PROPOSALS, Way.IDENTITY, Way.DOCUMENT_HEAD, Way.HEADED)
SHOWN_TITLES = 5  # of the documents, where it is asked which there are


def outcome(reader: Reader, question: str, history: Sequence[str]) -> Outcome:
    """What was found for the question, after the earlier ones, and the answer made of it."""
    said = smalltalk.reply(question)
    asking = plainly(with_whole_years(without_politeness(question)))
    if said or not several.asks(asking):
        way = Way.SMALL_TALK if said else Way.NOTHING_ASKED
        held = _held(reader) if said == "documents_held" else {}
        told = Said(sentence=said, fields=held) if said else no_evidence(reader)
        return Outcome(answer(question, question, [told]), Found(way=way))
    history = _questions(history)
    if history and smalltalk.asks_again(asking):
        again = outcome(reader, history[-1], history[:-1])
        return replace(again, answer=replace(again.answer, question=question))
    yearly = several.by_year(asking)
    if yearly and by_figures(reader, analyse(asking)):  # which are quoted year by year
        yearly = []
    parts = yearly or several.split(asking)
    if len(parts) > 1:
        outcomes = after_those(parts, history, _once(reader))
        if by_year := _of_years(reader, question, yearly, outcomes):
            return by_year
        if any(one.found.spans for one in outcomes):
            return _together(reader, question, outcomes)
        if yearly:  # asked at once, it would be answered of whatever year
            refused = replace(outcomes[0].answer, question=question, resolved_question=asking)
            return replace(outcomes[0], answer=refused)
    made = _asked_once(reader, question, asking, history)
    return _of_parts(reader, question, asking, history, made)


def _held(reader: Reader) -> dict[str, str]:
    """How many documents there are, and what the first of them are called."""
    titles = "".join(f"《{document.title}》" for document in reader.documents[:SHOWN_TITLES])
    more = "……" if len(reader.documents) > SHOWN_TITLES else ""
    return {"n": str(len(reader.documents)), "titles": titles + more}


def _of_parts(
    reader: Reader, question: str, asking: str, history: Sequence[str], made: Outcome
) -> Outcome:
    """The answers to what is asked of each of two, or clause by clause, where the one to all tells
    not of both, or is none; else that one.
    """
    if made.found.way not in _MAY_LEAVE_OPEN:
        return made
    once = _once(reader)
    yearly = several.by_year(made.resolved) if made.resolved != asking else []
    if yearly:
        return _of_years(reader, question, yearly, after_those(yearly, [], once)) or made
    each = several.of_each(asking)
    names = [_as_written(reader, name) for name in each]
    if each and not _tells_of(reader, made, names):
        outcomes = after_those(list(each.values()), history, once)
        tell = (_tells_of(reader, one, [name]) for name, one in zip(names, outcomes, strict=True))
        return _together(reader, question, outcomes) if all(tell) else made
    outcomes = each_part(reader, made, apart(asking), history, once)
    if not made.answer.answered:
        return _together(reader, question, kept) if (kept := told(outcomes)) else made
    if added := list(untold(reader, outcomes, made)):
        together = _together(reader, question, [*added, made])
        whole = replace(together.answer, resolved_question=made.answer.resolved_question)
        return replace(together, answer=whole)
    return made


def _of_years(
    reader: Reader, question: str, yearly: Sequence[str], outcomes: Sequence[Outcome]
) -> Outcome | None:
    """Year by year, each with its best sentence; None where it is not asked so, or none is told."""
    if not yearly or not any(one.found.spans for one in outcomes):
        return None
    shared = set.intersection(*(set(years(part)) for part in yearly))  # of the document
    own = [[year for year in years(part) if year not in shared] for part in yearly]
    of = [f"{year}年，" for named in own for year in named[:1]]
    best = [briefly(reader, one) for one in outcomes]
    return _together(reader, question, best, of if len(of) == len(yearly) else ())


def _tells_of(reader: Reader, made: Outcome, names: Iterable[str]) -> bool:
    """Whether the quotes, or what leads to them, have all of the names."""
    said = (reader.so_far(span) + reader.said(span) for span in made.found.spans)
    quoted = unspaced("".join(said))
    return all(name in quoted for name in names)


def _as_written(reader: Reader, name: str) -> str:
    """As much of the end of the name as the documents have: 国家给甲水库 is 甲水库 there."""
    plain = unspaced(name)
    ends = (plain[at:] for at in range(len(plain) - 1))
    return next((end for end in ends if end in reader.plain_text), name)


def _once(reader: Reader) -> Once:
    return lambda part, history: _asked_once(reader, part, part, history)


def _together(
    reader: Reader, question: str, outcomes: Sequence[Outcome], of: Sequence[str] = ()
) -> Outcome:
    """The answers to the questions of one message as one, each quote once; `of`: what to say before
    whose each is, 2023年.
    """
    every = [span for one in outcomes for span in one.found.spans]
    spans = list(dict.fromkeys(_widest(span, every) for span in every))
    made = quotes(spans, reader.index)
    numbered = {span: made[_widest(span, every)] for span in every}
    said: list[Said] = []
    for one, told_of in zip(outcomes, of or [""] * len(outcomes), strict=True):
        if one.found.spans:
            lines = lead_in(reader, one.found, numbered)
            told = (replace(line, source=line.source and told_of + line.source) for line in lines)
            said += (line for line in told if line not in said)
        else:
            asked_so = f"“{one.answer.question}”"
            said += (replace(line, source=asked_so) for line in one.answer.said)
    first = next(one for one in outcomes if one.found.spans)
    asked = (one.answer.resolved_question for one in outcomes)
    resolved = "".join(part if part.endswith(("？", "?")) else f"{part}？" for part in asked)
    together = answer(question, resolved, said, made.values(), first.found.confidence)
    return replace(first, answer=together, found=replace(first.found, way=Way.SEVERAL))


def _widest(span: Span, spans: Sequence[Span]) -> Span:
    """The first of the longest that hold the span."""
    holding = (one for one in spans if one.holds(span))
    return max(holding, key=lambda one: one.end - one.start)


def _asked_once(reader: Reader, question: str, asking: str, history: Sequence[str]) -> Outcome:
    def before(messages: Sequence[str]) -> Answer:
        return outcome(reader, messages[-1], messages[:-1]).answer

    return single(reader, question, asking, history, before)


def _questions(history: Sequence[str]) -> list[str]:
    """The earlier messages that ask something of their own."""
    kept: list[str] = []
    for one in history:
        if not (smalltalk.reply(one) or smalltalk.asks_again(one) or quote_asked(one, kept)):
            kept.append(with_whole_years(without_politeness(one)))
    return kept
