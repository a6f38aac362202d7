"""Question to Answer: resolve, search, choose, refuse or quote, check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.answers.answering import find
from assistant.answers.conversation import new_against, resolved_after
from assistant.answers.found import Found, Outcome, Way
from assistant.answers.meeting import leaves_open_of_which
from assistant.answers.nearest import nearest
from assistant.answers.unknown import missing
from assistant.answers.wording import answer, lead_in
from assistant.query import followup, goods, several, smalltalk
from assistant.query.ellipsis import ANYTHING_FURTHER, FURTHER, ITEM_NUMBER
from assistant.query.question import Kind, Question, analyse, content, words
from assistant.query.whom import speaking
from assistant.sentences.quotes import Span, quotes
from assistant.sentences.reader import Reader, unspaced
from assistant.types import Answer, Said
from corpus.lines import is_table_row
from index.matching import normalise
from index.titles import naming, year_of, years

CLEARLY = 1 / 3  # of the doubt may be left where a typing error is assumed
BARE, BRIEF = 3, 5  # characters of a question that says nothing, or hardly, what it is about
CERTAIN = 0.9  # probability for the answer to a clause to be added to that to the whole question
SURE = 0.8  # probability for such a one to be taken as on the topic of the one before
LEANING = 0.72  # probability for one to be taken as meant otherwise that has no answer as it is


def outcome(reader: Reader, question: str, history: list[str]) -> Outcome:
    """What was found for the question, after the earlier ones, and the answer made of it."""
    said = smalltalk.reply(question)
    asking = smalltalk.without_politeness(question)
    if said or not several.asks(asking):
        way = Way.SMALL_TALK if said else Way.NOTHING_ASKED
        told = Said(sentence=said) if said else _no_evidence(reader)
        return Outcome(answer(question, question, [told]), Found(way=way))
    history = _questions(history)
    yearly = several.by_year(asking)
    parts = yearly or several.split(asking)
    if len(parts) > 1:
        outcomes = _one_by_one(reader, parts, history)
        if told := _of_years(reader, question, yearly, outcomes):
            return told
        if any(one.found.spans for one in outcomes):
            return _together(reader, question, outcomes)
        if yearly:  # asked at once, it would be answered of whatever year
            refused = replace(outcomes[0].answer, question=question, resolved_question=asking)
            return replace(outcomes[0], answer=refused)
    made = _single(reader, question, parts[0] if len(parts) == 1 else asking, history)
    return _of_parts(reader, question, asking, history, made)


def _of_parts(
    reader: Reader, question: str, asking: str, history: list[str], made: Outcome
) -> Outcome:
    """The answers to what is asked of each of two, or clause by clause, where the one to all tells
    not of both, or is none; else that one.
    """
    if made.found.way not in (Way.SENTENCES, Way.PROPOSALS):
        return made
    yearly = several.by_year(made.resolved) if made.resolved != asking else []
    if yearly:
        return _of_years(reader, question, yearly, _one_by_one(reader, yearly, [])) or made
    each = several.of_each(asking)
    names = [_as_written(reader, name) for name in each]
    if each and not _tells_of(reader, made, names):
        outcomes = _one_by_one(reader, list(each.values()), history)
        told = (_tells_of(reader, one, [name]) for name, one in zip(names, outcomes, strict=True))
        return _together(reader, question, outcomes) if all(told) else made
    parts = several.clauses(asking)
    outcomes = _one_by_one(reader, parts, history) if len(parts) > 1 else []
    if not made.answer.answered:
        is_told = bool(outcomes) and all(one.found.spans for one in outcomes)
        return _together(reader, question, outcomes) if is_told else made
    if untold := list(_untold(outcomes, made)):
        together = _together(reader, question, [*untold, made])
        whole = replace(together.answer, resolved_question=made.answer.resolved_question)
        return replace(together, answer=whole)
    return made


def _untold(outcomes: Sequence[Outcome], made: Outcome) -> Iterator[Outcome]:
    """Of what surely answers a clause, and is not quoted yet, the best."""
    told = list(made.found.spans)
    for one in outcomes:
        best = one.found.spans[:1] if one.found.confidence >= CERTAIN else ()
        if best and not any(span.holds(best[0]) for span in told):
            told += best
            yield replace(one, found=replace(one.found, spans=best))


def _of_years(
    reader: Reader, question: str, yearly: Sequence[str], outcomes: Sequence[Outcome]
) -> Outcome | None:
    """Year by year, each with its best sentence; None where it is not asked so, or none is told."""
    if not yearly or not any(one.found.spans for one in outcomes):
        return None
    of = [f"{year}年，" for part in yearly for year in years(part)[:1]]
    briefly = [_best(reader, one) for one in outcomes]
    return _together(reader, question, briefly, of if len(of) == len(yearly) else ())


def _best(reader: Reader, one: Outcome) -> Outcome:
    """With the best sentence only; a table's row keeps its head."""
    spans, asks_list = one.found.spans, one.asked is not None and one.asked.wants_list
    if asks_list or any(is_table_row(reader.said(span)) for span in spans):
        return one
    return replace(one, found=replace(one.found, spans=spans[:1]))


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


def _one_by_one(reader: Reader, parts: Sequence[str], history: Sequence[str]) -> list[Outcome]:
    """Each question after those before it."""
    return [_single(reader, part, part, [*history, *parts[:at]]) for at, part in enumerate(parts)]


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
        refused = (replace(line, source=f"“{one.answer.question}”") for line in one.answer.said)
        lines = lead_in(reader, one.found, numbered)
        told = (replace(line, source=line.source and told_of + line.source) for line in lines)
        said += told if one.found.spans else refused
    first = next(one for one in outcomes if one.found.spans)
    asked = (one.answer.resolved_question for one in outcomes)
    resolved = "".join(part if part.endswith(("？", "?")) else f"{part}？" for part in asked)
    together = answer(question, resolved, said, made.values(), first.found.confidence)
    return replace(first, answer=together, found=replace(first.found, way=Way.SEVERAL))


def _widest(span: Span, spans: Sequence[Span]) -> Span:
    """The first of the longest that hold the span."""
    holding = (one for one in spans if one.holds(span))
    return max(holding, key=lambda one: one.end - one.start)


def _single(reader: Reader, question: str, asking: str, history: list[str]) -> Outcome:
    """The answer to what is asked once; `question`: as it was put."""
    if n := _item_asked(asking, history):
        return _item(reader, question, n, history)
    if history and (title := _title_before(reader, asking, history)):
        return _single(reader, question, f"《{title}》{asking}", [])
    resolved, alone, previous = resolved_after(reader, several.singly(history), asking)
    asked, found = _found(reader, resolved)
    if resolved != alone and (found.way is Way.SENTENCES or not found.spans):
        instead = _found(reader, alone)
        # Another subject: what that document does not say, or what the register tells.
        other = instead[1].way is not Way.SENTENCES or not _is_there(reader, resolved, found)
        if instead[1].spans and other:
            resolved, (asked, found) = alone, instead
    if meant := _on_topic_before(reader, asking, resolved, found, previous):
        resolved, asked, found = meant
    if history and FURTHER.search(f"{question} {resolved}"):
        more = ANYTHING_FURTHER.search(resolved) or ANYTHING_FURTHER.search(question)
        shown = _before(reader, history)
        found = new_against(reader, shown, found, asks_more=more is not None)
    return Outcome(_answer(reader, question, asked, found), found, asked, resolved)


def _questions(history: Sequence[str]) -> list[str]:
    """The earlier messages that ask something of their own."""
    kept: list[str] = []
    for one in history:
        if not (smalltalk.reply(one) or _item_asked(one, kept)):
            kept.append(smalltalk.without_politeness(one))
    return kept


def _item_asked(asking: str, history: Sequence[str]) -> int:
    """The quote of the answer before that is asked about, or 0: 那第3条呢 after 第2条采纳了吗 is of
    what a document numbers.
    """
    is_of_answer = history and not ITEM_NUMBER.search(history[-1])
    return followup.item_asked(asking) if is_of_answer else 0


def _before(reader: Reader, history: list[str]) -> Answer:
    """The answer to the question before."""
    return outcome(reader, history[-1], history[:-1]).answer


def _on_topic_before(
    reader: Reader, asking: str, resolved: str, found: Found, previous: followup.Previous
) -> tuple[str, Question, Found] | None:
    """The question on the topic of the one before, where it is rather that which is meant."""
    said = len(content(normalise(asking)))
    # 一天有多少人坐, 效果怎么样 ask of something said before; not 谁反对 or 那另一家呢.
    asks_of_it = resolved == asking and analyse(asking).kind not in (Kind.PERSON, Kind.OTHER)
    is_open = not found.refusal and ((asks_of_it and said <= BARE) or not found.spans)
    leaning = followup.leaning(asking, previous) if is_open else ""
    if not leaning:
        return None
    asked, instead = _found(reader, leaning)
    is_meant = asks_of_it and said <= BRIEF and instead.confidence >= SURE
    leans = instead.confidence >= LEANING and _leans(asking, instead)
    better = (is_meant or leans) and instead.confidence > found.confidence
    return (leaning, asked, instead) if better else None


def _title_before(reader: Reader, asking: str, history: list[str]) -> str:
    """作者是谁, of one of several documents: the title of that which the answer before is from."""
    if not leaves_open_of_which(reader, analyse(asking)):
        return ""
    titles = {quote.title for quote in _before(reader, history).quotes}
    return titles.pop() if len(titles) == 1 else ""


def _leans(asking: str, found: Found) -> bool:
    """Whether what the topic of the question before led to is about this one, too, which names
    nobody who would speak, and no document.
    """
    if found.ranked is None or speaking(asking) or analyse(asking).about_document:
        return False
    best = found.ranked.evidence.texts[int(found.ranked.order[0])]
    told = [name for names in goods.named(normalise(asking)) for name in names]
    return any(word in best for word in [*words(asking), *told])


def _no_evidence(reader: Reader) -> Said:
    return Said(sentence="no_evidence_within" if reader.is_narrow else "no_evidence")


def _answer(reader: Reader, question: str, asked: Question, found: Found) -> Answer:
    """What was found as numbered quotes, or a refusal with what came nearest."""
    if not found.spans:
        said = [found.refusal or _no_evidence(reader)]
        related, starts = nearest(reader, asked, found.ranked)
        refused = answer(question, asked.text, said, confidence=found.confidence)
        return replace(refused, related=related, nearest=starts)
    made = quotes(found.spans, reader.index)
    said = lead_in(reader, found, made)
    return answer(question, asked.text, said, made.values(), found.confidence)


def _found(reader: Reader, resolved: str) -> tuple[Question, Found]:
    """What answers the question as it is written, or, if that is clearly better, as corrected."""
    asked = analyse(resolved)
    refusal = missing(reader, asked)
    found = Found(refusal=refusal, way=Way.MISSING) if refusal else find(reader, asked)
    corrected = reader.spelling.correct(resolved)
    if corrected != resolved and not missing(reader, other := analyse(corrected)):
        instead = find(reader, other)
        clearly = 1 - instead.confidence < CLEARLY * (1 - found.confidence)
        unanswered = not (found.spans or found.refusal)
        if clearly or (unanswered and instead.confidence >= LEANING):
            return other, instead
    return asked, found


def _is_there(reader: Reader, resolved: str, found: Found) -> bool:
    """Whether the document that the question was taken to be of has the answer."""
    named = years(naming(resolved))
    return any(year_of(reader.document(span)) in named for span in found.spans)


def _item(reader: Reader, question: str, n: int, history: list[str]) -> Outcome:
    """第n条展开说说: the n-th quote of the answer before, with what stands around it."""
    before = _before(reader, history)
    if n > len(before.quotes):
        none = answer(question, question, [_no_evidence(reader)])
        return Outcome(none, Found(way=Way.ITEM))
    quote = before.quotes[n - 1]
    around = reader.around(quote.document, quote.start, quote.end)
    found = Found((around,), before.confidence, way=Way.ITEM)
    return Outcome(_answer(reader, question, analyse(quote.text), found), found)
