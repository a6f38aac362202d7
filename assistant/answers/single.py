"""One question, after those before it: resolved, searched, answered with quotes or refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answers.answering import find
from assistant.answers.conversation import BARE, asks_of_it, new_against, resolved_after, said
from assistant.answers.english import with_chinese_words
from assistant.answers.found import Found, Outcome, Way
from assistant.answers.meeting import leaves_open_of_which
from assistant.answers.nearest import nearest
from assistant.answers.unknown import missing
from assistant.answers.wording import answer, lead_in
from assistant.query import followup, goods, several
from assistant.query.anaphora import Previous, paper_meant
from assistant.query.ellipsis import ANYTHING_FURTHER, FURTHER, ITEM_NUMBER
from assistant.query.plainly import written
from assistant.query.question import Question, analyse, shared, words
from assistant.query.stance import viewed
from assistant.query.topic import PAUSES
from assistant.query.whom import speaking
from assistant.sentences.quotes import quotes
from assistant.sentences.reader import Reader
from assistant.types import Answer, Said
from index.matching import normalise
from index.titles import document_years, naming, year_of, years

CLEARLY = 1 / 3  # of the doubt may be left where a typing error is assumed
BRIEF = 5  # characters of a question that hardly says what it is about
SURE = 0.8  # probability for such a one to be taken as on the topic of the one before
OF_IT = 0.5  # of the pairs of characters of what is asked on, in the questions before
LEANING = 0.72  # probability for one to be taken as meant otherwise that has no answer as it is

Before = Callable[[Sequence[str]], Answer]  # the answer to the last of these messages


def single(
    reader: Reader, question: str, asking: str, history: Sequence[str], before: Before
) -> Outcome:
    """The answer to what is asked once; `question`: as it was put."""
    asking, *history = (one.lstrip(PAUSES) or one for one in (asking, *history))
    if n := quote_asked(asking, history):
        return _item(reader, question, n, before(history))
    if history and (title := _title_before(reader, asking, history, before)):
        return single(reader, question, f"《{title}》{asking}", [], before)
    one = resolved_after(reader, several.singly(history), asking)
    resolved, alone = one.whole, one.alone
    asked, found = _found(reader, resolved)
    if resolved != alone and (found.way is Way.SENTENCES or not found.spans):
        instead = _found(reader, alone)
        # Another subject: what that document does not say, or what the register tells.
        other = instead[1].way is not Way.SENTENCES or not _is_there(reader, resolved, found)
        is_sure = found.spans or instead[1].confidence >= LEANING
        if instead[1].spans and other and is_sure:
            resolved, (asked, found) = alone, instead
    if meant := _on_topic_before(reader, asking, alone, found, one.previous):
        resolved, asked, found = meant
    if history and FURTHER.search(f"{question} {resolved}"):
        more = ANYTHING_FURTHER.search(resolved) or ANYTHING_FURTHER.search(question)
        # 对绿电还有什么建议, where only copper was asked about: a quote beside may have told it.
        thing = viewed(normalise(resolved))
        of_else = thing and shared(normalise("".join(history)), thing) < OF_IT
        asks_more = more is not None and not of_else
        found = new_against(reader, before(history), found, asks_more=asks_more)
    return Outcome(_answer(reader, question, asked, found), found, asked, resolved)


def _title_before(reader: Reader, asking: str, history: Sequence[str], before: Before) -> str:
    """The document of the answer before that 作者是谁, or 那份决议哪天通过的, is of; or empty."""
    paper = paper_meant(asking) if len(reader.documents) > 1 else ""
    is_open = leaves_open_of_which(reader, analyse(asking))
    if not (paper or is_open):
        return ""
    titles = {quote.title for quote in before(history).quotes}
    called = [title for title in titles if paper and paper in title]
    called = called or ([*titles] if is_open else [])
    return called[0] if len(called) == 1 else ""


def quote_asked(asking: str, history: Sequence[str]) -> int:
    """The quote of the answer before that is asked about, or 0: 那第3条呢 after 第2条采纳了吗 is of
    what a document numbers.
    """
    is_of_answer = history and not ITEM_NUMBER.search(history[-1])
    return followup.item_asked(asking) if is_of_answer else 0


def _on_topic_before(
    reader: Reader, asking: str, alone: str, found: Found, previous: Previous
) -> tuple[str, Question, Found] | None:
    """The question on the topic of the one before, where it is rather that which is meant."""
    of_it, size = alone == asking and asks_of_it(asking), len(said(asking))
    goes_on = followup.goes_on(asking)
    may_be = (goes_on and size <= BRIEF) or (of_it and size <= BARE)
    is_open = not found.refusal and (may_be or not found.spans)
    leaning = followup.leaning(asking, previous) if is_open else ""
    if not leaning:
        return None
    asked, instead = _found(reader, leaning)
    is_meant = of_it and size <= BRIEF and instead.confidence >= SURE
    leans = instead.confidence >= LEANING and _leans(asking, instead)
    goes_on = goes_on and bool(instead.spans)
    better = (is_meant or leans or goes_on) and instead.confidence > found.confidence
    better = better or (goes_on and size <= BRIEF)  # 后来提前了吗, whatever that finds
    return (leaning, asked, instead) if better else None


def _leans(asking: str, found: Found) -> bool:
    """Whether what the topic of the question before led to is about this one, too, which names
    nobody who would speak, and no document.
    """
    if found.verdict is None or speaking(asking) or analyse(asking).about_document:
        return False
    ranked = found.verdict.ranked
    best = ranked.evidence.texts[int(ranked.order[0])]
    told = [name for names in goods.named(normalise(asking)) for name in names]
    return any(word in best for word in [*words(asking), *told])


def no_evidence(reader: Reader) -> Said:
    return Said(sentence="no_evidence_within" if reader.is_narrow else "no_evidence")


def _only_lacking(found: Found) -> list[Said]:
    """What the nearest sentence lacks, where it would answer if it did not."""
    judgement = found.verdict.judgement if found.verdict else None
    if judgement is None or not (judgement.lacks and judgement.lacks_alone):
        return []
    likely = replace(judgement, lacks=None).probability >= LEANING
    return [Said(sentence=judgement.lacks.value)] if likely else []


def _answer(reader: Reader, question: str, asked: Question, found: Found) -> Answer:
    """What was found as numbered quotes, or a refusal with what came nearest."""
    if not found.spans:
        said = [found.refusal] if found.refusal else [no_evidence(reader), *_only_lacking(found)]
        related, starts = nearest(reader, asked, found.verdict)
        refused = answer(question, asked.text, said, confidence=found.confidence)
        return replace(refused, related=related, nearest=starts)
    made = quotes(found.spans, reader.index)
    said = lead_in(reader, found, made)
    return answer(question, asked.text, said, made.values(), found.confidence)


def _found(reader: Reader, resolved: str) -> tuple[Question, Found]:
    """What answers the question as it is written, or, if that is clearly better, as corrected; or,
    where it has no answer, in the words of documents.
    """
    asked = analyse(resolved)
    refusal = missing(reader, asked)
    compared = analyse(with_chinese_words(reader, resolved))
    found = Found(refusal=refusal, way=Way.MISSING) if refusal else find(reader, compared)
    corrected = reader.whole.spelling.correct(resolved)
    as_written = written(resolved) if not (found.spans or found.refusal) else resolved
    for text in (corrected, as_written):
        if text == resolved or missing(reader, other := analyse(text)):
            continue
        instead = find(reader, other)
        clearly = 1 - instead.confidence < CLEARLY * (1 - found.confidence)
        unanswered = not (found.spans or found.refusal)
        if (clearly and text == corrected) or (unanswered and instead.confidence >= LEANING):
            return other, instead
    return asked, found


def _is_there(reader: Reader, resolved: str, found: Found) -> bool:
    """Whether the document that the question was taken to be of has the answer."""
    named = years(naming(resolved))
    if not document_years(resolved):  # what came of a year is told in the next
        named += [str(int(year) + 1) for year in named]
    return any(year_of(reader.document(span)) in named for span in found.spans)


def _item(reader: Reader, question: str, n: int, before: Answer) -> Outcome:
    """第n条展开说说: the n-th quote of the answer before, with what stands around it."""
    if n > len(before.quotes):
        none = answer(question, question, [no_evidence(reader)])
        return Outcome(none, Found(way=Way.ITEM))
    quote = before.quotes[n - 1]
    around = reader.around(quote.document, quote.start, quote.end)
    found = Found((around,), before.confidence, way=Way.ITEM)
    return Outcome(_answer(reader, question, analyse(quote.text), found), found)
