"""How a question came to its answer: what was found, how it was judged, why it was refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import starmap

from assistant.answers.found import Outcome, Way
from assistant.answers.unknown import unknown_people
from assistant.query.question import Question
from assistant.sentences.choose import Ranked
from assistant.sentences.evidence import FEATURES
from assistant.sentences.ranker import HITS, REFUSE_BELOW, Judgement, Lack
from assistant.sentences.ranking import rank
from assistant.sentences.reader import Reader
from assistant.types import Answer, Quote
from index.search import Hit
from index.titles import document_years, years
from index.types import Passage


class Why(StrEnum):
    """Why there is no answer, if not for a Lack."""

    SMALL_TALK = "small_talk"
    NOTHING_ASKED = "nothing_asked"
    NO_SUCH_ITEM = "no_such_item"
    NO_SUCH_ARTICLE = "no_such_article"
    NOTHING_NEW = "nothing_new"
    NOBODY_NAMED = "nobody_named"
    NO_SUCH_DOCUMENT = "no_such_document"
    NOBODY_IN_REGISTER = "nobody_in_register"
    NOT_IN_MINUTES = "not_in_minutes"
    NOT_IN_MOTION = "not_in_motion"
    NOTHING_FOUND = "nothing_found"
    NOT_LITERAL = "not_literal"  # probable enough, but for the stricter judgement
    NOT_TOGETHER = "not_together"  # probable enough, but for reading question and sentence together
    UNLIKELY = "unlikely"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A chunk that was found; the score of its passage is the fused one."""

    passage: Passage
    dense: float  # cosine
    lexical: float  # BM25
    scope: float  # 0 to 1: how well its document is the one that the question names
    is_neighbour: bool  # taken along because it stands beside one of the best


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a candidate; the score of its passage is what it was ranked by."""

    passage: Passage
    candidate: int  # which of the candidates, from 1
    learned: float  # points of the ranker; the rest is for who speaks, and of which year
    belief: float  # share, of all sentences
    quote: int  # the quote that holds it, from 1; 0 where none does
    features: dict[str, float]

    @property
    def adjustment(self) -> float:
        """The points that the ranker did not give."""
        return self.passage.score - self.learned


@dataclass(frozen=True, slots=True)
class Inspection:
    """What one question went through. Best first; empty where the question did not come so far."""

    answer: Answer
    way: Way
    why: Why | Lack | None  # None where it is answered
    resolved: str  # the question made whole, before its spelling was corrected
    asked: Question | None
    sought: str  # what the sentences are compared with: without the words that name a document
    years: tuple[str, ...]
    document_years: tuple[str, ...]  # of these those said of a document
    people: tuple[str, ...]
    unknown_people: tuple[str, ...]
    searched: bool  # whether the answer rests on the search; if not, it is only for comparison
    judgement: Judgement | None
    threshold: float
    candidates: tuple[Candidate, ...]
    sentences: tuple[Sentence, ...]
    characters: dict[str, int]  # of each document that has a candidate or a quote


def inspection(reader: Reader, outcome: Outcome) -> Inspection:
    """The inspection of an outcome; the search is made anew only where the answer needed none."""
    asked, found, answer = outcome.asked, outcome.found, outcome.answer
    text = asked.text if asked else ""
    people, unknown = reader.people(text), unknown_people(reader, text)
    verdict = found.verdict or (rank(reader, asked, people) if asked else None)
    ranked = verdict.ranked if verdict else None
    candidates = _candidates(reader, ranked) if ranked else ()
    shown = {one.passage.document for one in candidates} | {one.document for one in answer.quotes}
    return Inspection(
        answer=answer,
        way=found.way,
        why=None if answer.answered else _why(outcome),
        resolved=outcome.resolved,
        asked=asked,
        sought=reader.index.core(text),
        years=tuple(years(text)),
        document_years=tuple(document_years(text)),
        people=tuple(dict.fromkeys(person.name for person in people)),
        unknown_people=tuple(unknown),
        searched=found.verdict is not None,
        judgement=found.verdict.judgement if found.verdict else None,
        threshold=REFUSE_BELOW,
        candidates=candidates,
        sentences=_sentences(reader, ranked, answer.quotes) if ranked else (),
        characters={path: len(reader.index.document(path).text) for path in sorted(shown)},
    )


def _why(outcome: Outcome) -> Why | Lack:
    found, verdict = outcome.found, outcome.found.verdict
    by_way = {
        Way.SMALL_TALK: Why.SMALL_TALK,
        Way.NOTHING_ASKED: Why.NOTHING_ASKED,
        Way.ITEM: Why.NO_SUCH_ITEM,
        Way.ARTICLE: Why.NO_SUCH_ARTICLE,
        Way.NOTHING_NEW: Why.NOTHING_NEW,
        Way.MEETING: Why.NOT_IN_MINUTES,
        Way.MOTION: Why.NOT_IN_MOTION,
        Way.YEARS: Why.NOTHING_FOUND,
    }
    if found.way in by_way:
        return by_way[found.way]
    if found.way is Way.MISSING:
        of_document = found.refusal and found.refusal.sentence.startswith("no_document")
        return Why.NO_SUCH_DOCUMENT if of_document else Why.NOBODY_NAMED
    if found.way is not Way.SENTENCES:
        return Why.NOBODY_IN_REGISTER
    if verdict is None:
        return Why.NOTHING_FOUND
    judgement = verdict.judgement
    if judgement.lacks:
        return judgement.lacks
    if judgement.together is not None and judgement.apart >= REFUSE_BELOW:
        return Why.NOT_TOGETHER
    return Why.NOT_LITERAL if judgement.free >= REFUSE_BELOW else Why.UNLIKELY


def _candidates(reader: Reader, ranked: Ranked) -> tuple[Candidate, ...]:
    def candidate(at: int, hit: Hit) -> Candidate:
        passage = reader.index.passage(hit)
        return Candidate(passage, hit.dense, hit.lexical, hit.named, is_neighbour=at >= HITS)

    return tuple(starmap(candidate, enumerate(ranked.evidence.hits)))


def _sentences(reader: Reader, ranked: Ranked, quotes: Sequence[Quote]) -> tuple[Sentence, ...]:
    evidence, belief = ranked.evidence, ranked.belief
    found = []
    for at in map(int, ranked.order):
        span = reader.sentence_span(int(evidence.rows[at]))
        score = float(ranked.scores[at])
        passage = reader.index.span(span.row, span.start, span.end, score)
        place = passage.document, passage.start, passage.end
        values = evidence.features[at].tolist()
        found.append(
            Sentence(
                passage=passage,
                candidate=int(evidence.hit[at]) + 1,
                learned=round(float(ranked.learned[at]), 4),  # as finely as scores
                belief=float(belief[at]),
                quote=next((one.n for one in quotes if one.touches(*place)), 0),
                features=dict(zip(FEATURES, values, strict=True)),
            )
        )
    return tuple(found)
