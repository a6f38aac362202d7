"""The sentences found for a question, ranked, and whether the best of them answers it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.query import goods
from assistant.query.question import Kind, Question
from assistant.register import Person
from assistant.sentences.choose import Ranked
from assistant.sentences.doubt import in_doubt, readings
from assistant.sentences.evidence import FEATURES, Evidence, gather
from assistant.sentences.lacking import FAR, lacking
from assistant.sentences.marking import Marked, mark
from assistant.sentences.particulars import WORDED
from assistant.sentences.ranker import HITS, NEIGHBOURS_OF, REFUSE_BELOW, Judgement, Lack
from assistant.sentences.reader import Reader
from index.search import QUOTED
from index.titles import AIMS, asks_outcome

NAMED_BONUS = 4.0  # ranker points for a sentence that names, or is spoken by, whom is asked about
SPEAKER_BONUS = 1.0  # for a sentence somebody proposes in, where it is asked who
REMEDY_BONUS = 3.0  # for one in which whom is asked about proposes, where it is asked how
PLACE_BONUS = 2.0  # for one that names the province asked about
YEAR_PENALTY = 3.0  # for a sentence in a document of another year than the question's
AIM_PENALTY = 2.0  # for an aim, where it is asked what came of a year, or the other way round
CELL_BONUS = 8.0  # for a row of a table that is named together with one of its columns
SURE_CELL = 0.95  # probability for such a row
# A sentence that is LIKELY, and that the ranker, before any of these, believes in more than in all
# others together: of 54 that had been refused 43 answered. Not where it is asked who: whoever is
# told of, some sentence is (docs/evaluation.md).
CLEAR, LIKELY, SURE_CLEAR = 0.5, 0.5, 0.7
SURE_WORDS = 0.9  # for one with the very words, where it is asked in which they are said
COUNT_BONUS = 5.0  # for one that says how many there are, as the question does, and lists them
SURE_SIDE = 0.7  # for somebody said to be for or against, or to have a view on, what is asked
OTHER_YEARS_PENALTY = 6.0  # for a sentence that is of other years itself
OTHER_PLACE_PENALTY = 4.0  # for one that names the next county, and not that asked about
OTHER_SIDE_PENALTY = 6.0  # for one that is for what it is asked who is against
SIDE_BONUS = 4.0  # for one that says of somebody that they are
VIEW_BONUS = 2.0  # for one on what somebody's view on is asked
CONTRARY_PENALTY = 6.0  # for one that says of the opposite what is asked
UNTOLD_PENALTY = 3.0  # for one without the telephone, age or rate that is asked for
OTHER_UNIT_PENALTY = 0.5  # for one that counts nothing of what is asked how many of
TITLE_PENALTY = 4.0  # for one that entitles the document or a table
OTHER_ROW_PENALTY = 6.0  # for a row of a table that is called otherwise
POSSIBLE = 0.3  # probability of the one taken then, at least; 0 where it lacks something
NEAR = 1.0  # ranker points
NEXT = 3  # best sentences, of which one is taken where the first is of another place


class Verdict(NamedTuple):
    """The sentences found, ranked, and whether the best one answers."""

    ranked: Ranked
    judgement: Judgement


def rank(reader: Reader, question: Question, people: Sequence[Person]) -> Verdict | None:
    """The verdict on what is found for the question; None where nothing is."""
    index = reader.index
    query = index.query(question.text)
    hits = reader.hits(query, HITS, neighbours_of=NEIGHBOURS_OF)
    if not hits:
        return None
    evidence = gather(index, query, hits)
    learned = reader.whole.ranker.sentences.score(evidence.features)
    marked = mark(reader, question, people, evidence)
    scores = _scores(question, evidence, learned, marked)
    ranked = Ranked(evidence, learned, scores, marked.alike)

    def judged(ranked: Ranked) -> Judgement:
        return _judged(reader, question, ranked, marked)

    first = Verdict(ranked, judged(ranked))
    verdict = _of_its_place(question, first, judged, marked)
    best = verdict.ranked.order[0]
    if in_doubt(question, verdict.judgement) and not marked.surely[best]:
        verdict = _read_together(reader, question, verdict, judged, marked)
    # What the best one lacks says more than that no other answers.
    told = verdict.judgement.probability >= REFUSE_BELOW or not first.judgement.lacks
    return verdict if told else first


def _of_its_place(
    question: Question, verdict: Verdict, judged: Callable[[Ranked], Judgement], marked: Marked
) -> Verdict:
    """The verdict; led by another sentence, nearly as like an answer, where the first is not of the
    place, the year or the goods asked about, or not in the unit.
    """
    ranked, judgement = verdict
    scores = ranked.scores
    first, *others = ranked.order[:NEXT].tolist()
    texts = ranked.evidence.texts
    if judgement.lacks is Lack.GOODS:
        others = [at for at in others if goods.names_all(question.plain, texts[at])]
    elif judgement.lacks is Lack.YEAR and AIMS.search(question.plain):  # not what came before
        others = [at for at in others if marked.own_year[at]]
    elif judgement.lacks is Lack.UNIT:  # 扩大到40%的县, where it is asked to how many
        units = ranked.evidence.features[:, FEATURES.index("unit")]
        others = [at for at in others if units[at] and scores[at] > scores[first] - NEAR]
    elif judgement.lacks is not Lack.PLACE:
        others = []
    for number, at in enumerate(others, 1):
        if scores[at] < scores[first] - FAR:
            break
        led = ranked.led_by(at, passed_over=[first, *others][:number])
        other = judged(led)
        if other.probability >= POSSIBLE:
            return Verdict(led, other)
    return verdict


def _read_together(
    reader: Reader,
    question: Question,
    verdict: Verdict,
    judged: Callable[[Ranked], Judgement],
    marked: Marked,
) -> Verdict:
    """The verdict led by what reads most like an answer and lacks nothing: what is told of another
    year reads like one, too, but not before what is of that asked about.
    """
    ranked, judgement = verdict
    best = ranked.order[0]
    for at, read in readings(reader, question, ranked).items():
        if at == best:  # judged already; in doubt, it lacks nothing
            return Verdict(ranked, replace(judgement, together=read))
        if marked.own_year[best] and (marked.other_sections | marked.aiming)[at]:
            continue
        led = ranked.led_by(at)
        other = judged(led)
        if not other.lacks:
            return Verdict(led, replace(other, together=read))
    return verdict


def _scores(
    question: Question, evidence: Evidence, learned: NDArray[np.float64], marked: Marked
) -> NDArray[np.float64]:
    """The ranker's scores, with what it does not know."""
    beside = SPEAKER_BONUS * marked.speaking + REMEDY_BONUS * marked.remedying
    beside += PLACE_BONUS * marked.own_province
    aimed = OTHER_YEARS_PENALTY if asks_outcome(question.plain) else AIM_PENALTY
    beside -= YEAR_PENALTY * marked.other_reports + aimed * marked.aiming
    # A table says in its caption of which year it is.
    of_cells = CELL_BONUS + np.maximum(beside, 0)
    scores: NDArray[np.float64] = learned + np.where(marked.asked, of_cells, beside)
    scores += SIDE_BONUS * marked.sided - OTHER_SIDE_PENALTY * marked.opposed
    scores -= OTHER_YEARS_PENALTY * marked.other_years + OTHER_ROW_PENALTY * marked.other_rows
    scores -= OTHER_PLACE_PENALTY * marked.other_places + CONTRARY_PENALTY * marked.contrary
    scores -= UNTOLD_PENALTY * marked.untold + TITLE_PENALTY * marked.entitling
    if question.unit:
        scores -= OTHER_UNIT_PENALTY * (evidence.features[:, FEATURES.index("unit")] == 0)
    if marked.names:
        scores += NAMED_BONUS * np.where(marked.others, -1, 1) + VIEW_BONUS * marked.on_view
    scores += COUNT_BONUS * marked.listing
    return scores


def _judged(reader: Reader, question: Question, ranked: Ranked, marked: Marked) -> Judgement:
    """Whether the first of them answers."""
    evidence, best = ranked.evidence, int(ranked.order[0])
    judgement = reader.whole.ranker.judge(evidence, ranked.learned, best, question)
    found = lacking(reader, question, ranked, marked)
    lacks, is_own = next(found, (None, False))
    # Whatever the ranker, which learned from prose, says; units stand in the head.
    if marked.asked[best]:
        judgement = judgement.at_least(SURE_CELL)
        lacks = None if lacks in (Lack.UNIT, Lack.PARTICULAR) else lacks
    if marked.surely[best]:
        judgement = judgement.at_least(SURE_SIDE)
    belief = replace(ranked, scores=ranked.learned).belief[best]
    is_clear = belief >= CLEAR and question.kind is not Kind.PERSON
    quoted = QUOTED.findall(question.plain)  # “三个一亿人”指哪三件事
    told = quoted and all(words in evidence.texts[best] for words in quoted)
    explains = question.wants_list or question.kind is Kind.DEFINITION
    if is_clear and (judgement.probability >= LIKELY or (explains and told)):
        judgement = judgement.at_least(SURE_CLEAR)
    if told and WORDED.search(question.plain):
        judgement = judgement.at_least(SURE_WORDS)
    # Whether it lacks more is asked only where this alone refuses it.
    only_this = lacks and is_own and judgement.probability >= REFUSE_BELOW
    alone = bool(only_this) and next(found, None) is None
    return replace(judgement, lacks=lacks, lacks_alone=alone)
