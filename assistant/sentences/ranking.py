"""The sentences found for a question, ranked, and whether the best of them answers it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from assistant.query.question import Kind, Question, analyse
from assistant.query.stance import asks_who
from assistant.query.whom import speaking
from assistant.register import Person, is_review, provinces
from assistant.sentences import cells
from assistant.sentences.choose import Ranked
from assistant.sentences.doubt import DOUBT, in_doubt, readings
from assistant.sentences.enumerated import ASKS, NUMBERED_TABLE, announced, is_caption, replied
from assistant.sentences.evidence import FEATURES, Evidence, Which, gather
from assistant.sentences.lacking import FAR, by_others, lack, of_other_years
from assistant.sentences.particulars import telling_none
from assistant.sentences.quotes import Span
from assistant.sentences.ranker import HITS, NEIGHBOURS_OF, Judgement, Lack
from assistant.sentences.reader import Reader
from assistant.sentences.sides import of_sides, of_views
from assistant.sentences.whereabouts import of_other_places
from index.search import QUOTED
from index.titles import document_years, year_of, years

NAMED_BONUS = 4.0  # ranker points for a sentence that names, or is spoken by, whom is asked about
SPEAKER_BONUS = 1.0  # for a sentence somebody proposes in, where it is asked who
PLACE_BONUS = 2.0  # for one that names the province asked about
YEAR_PENALTY = 3.0  # for a sentence in a document of another year than the question's
CELL_BONUS = 8.0  # for a row of a table that is named together with one of its columns
SURE_CELL = 0.95  # probability for such a row
# A sentence that is LIKELY, and that the ranker, before any of these, believes in more than in all
# others together: of 54 that had been refused 43 answered. Not where it is asked who: whoever is
# told of, some sentence is (docs/evaluation.md).
CLEAR, LIKELY, SURE_CLEAR = 0.5, 0.5, 0.7
COUNT_BONUS = 5.0  # for one that says how many there are, as the question does, and lists them
SURE_SIDE = 0.7  # for somebody said to be for or against, or to have a view on, what is asked
OTHER_YEARS_PENALTY = 6.0  # for a sentence that is of other years itself
OTHER_PLACE_PENALTY = 4.0  # for one that names the next county, and not that asked about
OTHER_SIDE_PENALTY = 6.0  # for one that is for what it is asked who is against
SIDE_BONUS = 4.0  # for one that says of somebody that they are
VIEW_BONUS = 2.0  # for one on what somebody's view on is asked
UNTOLD_PENALTY = 3.0  # for one without the telephone, age or rate that is asked for
OTHER_UNIT_PENALTY = 0.5  # for one that counts nothing of what is asked how many of
TITLE_PENALTY = 4.0  # for one that entitles the document or a table
OTHER_ROW_PENALTY = 6.0  # for a row of a table that is called otherwise
NEXT = 3  # best sentences, of which one is taken where the first is of another place
COUNT = re.compile("[两二三四五六七八九十][个条件点项份方大]")


def rank(
    reader: Reader, question: Question, people: Sequence[Person]
) -> tuple[Ranked | None, Judgement | None]:
    """The sentences found, ranked, and whether the best one answers."""
    index = reader.index
    query = index.query(question.text)
    hits = reader.hits(query, HITS, neighbours_of=NEIGHBOURS_OF)
    if not hits:
        return None, None
    evidence = gather(index, query, analyse(query.text), hits)
    learned = reader.ranker.sentences.score(evidence.features)
    marked = _marked(reader, question, people, evidence)
    scores = _scores(reader, question, evidence, learned, marked)
    ranked = Ranked(evidence, scores, marked.alike)
    judgement = _judged(reader, question, ranked, learned, marked)
    order = ranked.order[:NEXT].tolist()
    for number, at in enumerate(order[1:], 1):
        # Of the place asked about another sentence may tell, which is nearly as like an answer.
        if judgement.lacks is not Lack.PLACE or scores[at] < scores[order[0]] - FAR:
            break
        led = ranked.led_by(at, passed_over=order[:number])
        other = _judged(reader, question, led, learned, marked)
        if other.probability >= DOUBT[0]:  # which is 0 where it lacks something
            ranked, judgement = led, other
    best = ranked.order[0]
    if marked.surely[best] or not in_doubt(question, judgement, ranked):
        return ranked, judgement
    likely = judgement.probability > DOUBT[1]  # that it is answered; only by which is in doubt
    for at, read in readings(reader, question, ranked).items():
        together = None if likely else read
        if at == best:  # judged already; in doubt, it lacks nothing
            return ranked, replace(judgement, together=together)
        led = ranked.led_by(at)
        other = _judged(reader, question, led, learned, marked)
        if not other.lacks:
            return led, replace(other, together=together)
    return ranked, judgement


@dataclass(frozen=True, slots=True, eq=False)
class _Marked:
    """What the ranker does not know: whom is asked about, and which of the sentences…"""

    names: Collection[str]
    others: Which  # neither name nor quote them
    viewing: Which  # say what somebody's view is
    elsewhere: Which  # …or that of somebody else
    sided: Which  # say that somebody is for or against what is asked
    opposed: Which  # …or the other way round
    of_year: Which  # are of a year asked about
    elsewhen: Which  # …or are of other years
    asked: Which  # are rows of a table, named together with a column
    other_rows: Which  # are rows that are called otherwise
    asking: Which  # ask something themselves
    untold: Which  # tell nothing of the particular that is asked for
    alike: Which  # answer each, if any does: rows asked for, all who are against it

    @property
    def own_view(self) -> Which:
        return self.viewing & ~self.others

    @property
    def surely(self) -> Which:
        """Those that answer whatever is learned from prose."""
        return self.alike | self.own_view


def _marked(
    reader: Reader, question: Question, people: Sequence[Person], evidence: Evidence
) -> _Marked:
    names = {person.name for person in people} or set(speaking(question.text))
    if asks_who(question.plain):  # of what one proposes another is against
        names = set()
    elsewhen = of_other_years(reader, question, evidence)
    others = by_others(reader, names, evidence)
    sided, opposed = of_sides(reader, question, evidence)
    viewing, elsewhere = of_views(reader, question, names, evidence)
    asked = cells.asked_for(reader, question, evidence) & ~elsewhen
    written = map(reader.index.sentence, map(int, evidence.rows))
    return _Marked(
        names=names,
        others=others,
        viewing=viewing,
        elsewhere=elsewhere,
        sided=sided,
        opposed=opposed,
        of_year=_of_year(reader, question, evidence),
        elsewhen=elsewhen,
        asked=asked,
        other_rows=cells.of_others(reader, question, evidence) & ~asked,
        asking=np.array([ASKS.search(one) is not None for one in written]),
        untold=telling_none(reader, question, evidence),
        alike=asked | (sided & (question.kind is Kind.PERSON)),
    )


def _scores(
    reader: Reader,
    question: Question,
    evidence: Evidence,
    learned: NDArray[np.float64],
    marked: _Marked,
) -> NDArray[np.float64]:
    """The ranker's, with what it does not know."""
    adjustments = _adjustments(reader, question, marked, evidence)
    # A table says in its caption of which year it is.
    cells_first = CELL_BONUS + np.maximum(adjustments, 0)
    scores: NDArray[np.float64] = learned + np.where(marked.asked, cells_first, adjustments)
    scores += SIDE_BONUS * marked.sided - OTHER_SIDE_PENALTY * marked.opposed
    scores -= OTHER_YEARS_PENALTY * marked.elsewhen + OTHER_ROW_PENALTY * marked.other_rows
    scores -= OTHER_PLACE_PENALTY * of_other_places(reader, question, evidence)
    scores -= UNTOLD_PENALTY * marked.untold + TITLE_PENALTY * _entitling(
        reader, question, evidence
    )
    if question.unit:
        scores -= OTHER_UNIT_PENALTY * (evidence.features[:, FEATURES.index("unit")] == 0)
    if marked.names:
        scores += NAMED_BONUS * np.where(marked.others, -1, 1) + VIEW_BONUS * marked.viewing
    scores += COUNT_BONUS * _listing(reader, question, evidence)
    return scores


def _judged(
    reader: Reader,
    question: Question,
    ranked: Ranked,
    learned: NDArray[np.float64],
    marked: _Marked,
) -> Judgement:
    """Whether the first of them answers."""
    evidence, best = ranked.evidence, int(ranked.order[0])
    judgement = reader.ranker.judge(evidence, learned, best, question)
    elsewhen, asked = marked.elsewhen, marked.asked[best]
    own_year = bool(_bare_years(question)) and marked.of_year[best] and not elsewhen[best]
    amiss = {
        Lack.STANCE: marked.opposed,
        Lack.ROW: marked.other_rows,
        Lack.YEAR: elsewhen & (not (asked or own_year)),
        Lack.PERSON: marked.others & ~marked.own_view[best] | marked.elsewhere,
        Lack.PARTICULAR: marked.untold,
    }
    lacks = lack(reader, question, ranked, learned, marked.asking, amiss)
    if asked:  # whatever the ranker, which learned from prose, says; units stand in the head
        judgement = judgement.at_least(SURE_CELL)
        lacks = None if lacks in (Lack.UNIT, Lack.PARTICULAR) else lacks
    if marked.surely[best]:
        judgement = judgement.at_least(SURE_SIDE)
    belief = replace(ranked, scores=learned).belief[best]
    is_clear = belief >= CLEAR and question.kind is not Kind.PERSON
    quoted = QUOTED.findall(question.plain)  # “三个一亿人”指哪三件事
    explains = question.wants_list or question.kind is Kind.DEFINITION
    told = explains and quoted and all(words in evidence.texts[best] for words in quoted)
    if is_clear and (judgement.probability >= LIKELY or told):
        judgement = judgement.at_least(SURE_CLEAR)
    return replace(judgement, lacks=lacks)


def _bare_years(question: Question) -> set[str]:
    """The years of the question, where none is said of a document."""
    return set(years(question.text)) if not document_years(question.text) else set()


def _of_year(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """Those that name a year asked about, themselves or in a heading, or review it a year later."""
    asked = set(years(question.text))
    reviewing = {str(int(year) + 1) for year in _bare_years(question)}

    def tells_of_one(span: Span, text: str) -> bool:
        section = reader.section(span)
        reviews = year_of(reader.document(span)) in reviewing and is_review(section)
        return reviews or not {*years(text), *years(section)}.isdisjoint(asked)

    return np.array([tells_of_one(*one) for one in reader.sentences(evidence)], dtype=bool)


def _listing(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """Those that say the number of things asked for, 三件, and are followed by them."""
    index, told = reader.index, np.zeros(len(evidence.rows), dtype=bool)
    asked = COUNT.search(question.plain) if question.wants_list else None
    if asked is None:
        return told
    for at, (row, text) in enumerate(zip(map(int, evidence.rows), evidence.texts, strict=True)):
        if asked.group() in text:
            told[at] = announced(index, row)[:1] == [row] or bool(replied(index, row))
    return told


def _entitling(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """Those that say what the document or a table is about, and no more; but for 表2里有哪些."""
    heading = reader.index.generation.sentences["heading"]
    asks_of_table = NUMBERED_TABLE.search(question.plain) is not None

    def entitles(row: int) -> bool:
        said = reader.index.sentence(row)
        if not asks_of_table and is_caption(said):
            return True
        title = reader.document(reader.sentence_span(row)).title if heading[row] else None
        return said.strip("#* ") == title

    return np.array([entitles(row) for row in map(int, evidence.rows)], dtype=bool)


def _adjustments(
    reader: Reader, question: Question, marked: _Marked, evidence: Evidence
) -> NDArray[np.float64]:
    """For who speaks, and the year and province it is of."""
    result = np.zeros(len(evidence.rows))
    asked = set(years(question.text))
    home = provinces(question.plain)
    bare = _bare_years(question)
    for at, (span, text) in enumerate(reader.sentences(evidence)):
        if question.kind is Kind.PERSON and not marked.names and reader.speakers(span):
            result[at] += SPEAKER_BONUS
        if any(place in text for place in home):
            result[at] += PLACE_BONUS
        if marked.of_year[at]:
            continue
        year, section = year_of(reader.document(span)), reader.section(span)
        # 2024年增长多少 is not what the report of 2024 tells below 2023年工作回顾, or 去年工作回顾.
        told_of = bare and (years(section) or (year in bare and is_review(section)))
        if (asked and year and year not in asked) or told_of:
            result[at] -= YEAR_PENALTY
    return result
