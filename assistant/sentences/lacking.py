"""What the best sentence lacks although the question is about it: a year, a place, a person…"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.query import goods
from assistant.query.contraries import names_number
from assistant.query.question import Kind, Question
from assistant.sentences.choose import Ranked, choose
from assistant.sentences.evidence import FEATURES, Evidence
from assistant.sentences.how_much import tells_no_figure
from assistant.sentences.marking import Marked
from assistant.sentences.ranker import Lack
from assistant.sentences.reader import Reader
from assistant.sentences.telling import MONEY
from assistant.sentences.whereabouts import lacks_number, lacks_place
from index.matching import normalise
from index.titles import asks_outcome, years

_MONEY = re.compile(MONEY)
_STRENGTH = re.compile("员额|兵力|编制")
# No figure, and yet how much: 全部取消, 减半, 持平
_IN_WORDS = re.compile(
    "免费|[减全]免|[减一过]半|为零|取消|全[部额]|不[收变用花]|无需|相当|未[作变调]|持平|没有?[变动]|[过数上近][百千万]"
    "|分文|[翻成两三一了]番|成倍"
)
FAR = 2.0  # ranker points
ASKING_PENALTY = 20.0  # ranker points: what itself asks is behind all that may answer


def lacking(
    reader: Reader, question: Question, ranked: Ranked, marked: Marked
) -> Iterator[tuple[Lack, bool]]:
    """What the best sentence lacks, and whether it does so itself.

    Where what is likest an answer, and no question itself, lacks something but its side or
    place, and the best of the rest is far less like one, the documents do not say it of what is
    asked about.
    """
    best, learned = int(ranked.order[0]), ranked.learned
    likest = int((learned - ASKING_PENALTY * marked.asking).argmax())
    is_own = marked.asked[best] or names_number(question.plain, ranked.evidence.texts[best])
    is_far = learned[best] < learned[likest] - FAR and not is_own
    of_figures = marked.other_sections & (question.kind is Kind.NUMBER)
    # What is aimed at this year is no growth of last year.
    of_figures = of_figures | (marked.aiming & asks_outcome(question.plain))
    amiss = {
        Lack.STANCE: marked.opposed,
        Lack.ROW: marked.other_rows,
        Lack.YEAR: (marked.other_years | of_figures) & ~(marked.asked | marked.own_year)[best],
        Lack.PERSON: marked.others & ~marked.own_view[best] | marked.off_view,
        Lack.PLACE: marked.other_places,
        Lack.PARTICULAR: marked.untold,
        Lack.GOODS: marked.contrary,
    }
    for lack, which in amiss.items():
        tells = lack not in (Lack.STANCE, Lack.PLACE)  # the next county's is like its own
        if which[best] or (is_far and which[likest] and tells):
            yield lack, bool(which[best])
    if lacks_number(reader, question.plain):
        yield Lack.GOODS, True
    if lacks_place(reader, question, ranked.evidence, best):
        yield Lack.PLACE, True
    if _lacks_goods(reader, question, ranked.evidence, best):
        yield Lack.GOODS, True
    if _lacks_unit(reader, question, ranked):
        yield Lack.UNIT, True


def _lacks_unit(reader: Reader, question: Question, ranked: Ranked) -> bool:
    """Asked how many of something, and the best sentence, or for a list none, counts that; or how
    much, and no sentence has a figure that the question has not, or the best has none of it.
    """
    quoted = choose(ranked, question)
    texts = [ranked.evidence.texts[at] for at in quoted]
    is_row = int(ranked.evidence.rows[quoted[0]]) in ranked.evidence.heads
    if question.kind is Kind.NUMBER and not is_row and tells_no_figure(question.plain, texts):
        return True
    if not question.unit:
        counts = ranked.evidence.features[quoted, FEATURES.index("new_number")].any()
        told = any(map(_IN_WORDS.search, texts))
        asks = question.kind is Kind.NUMBER and "多少" in question.plain
        return asks and not (counts or told)
    best = texts[0]
    if head := ranked.evidence.heads.get(int(ranked.evidence.rows[quoted[0]])):  # 单位：万元
        best = " ".join([*reader.above(head), best])
    if question.unit == "元" and _MONEY.search(best):  # 投了46万
        return False
    if question.unit == "人" and _STRENGTH.search(best):  # 裁减员额五十万
        return False
    quoted = quoted if question.wants_list else quoted[:1]
    rows = (int(ranked.evidence.rows[at]) for at in quoted)
    heads = (one for row in rows for one in ranked.evidence.heads.get(row, ()))
    if any(question.unit in reader.index.sentence(one) for one in heads):
        return False
    return not ranked.evidence.features[quoted, FEATURES.index("unit")].any()


def _lacks_goods(reader: Reader, question: Question, evidence: Evidence, at: int) -> bool:
    """Asked about copper, and the sentence is on cobalt, its paragraph so far not on copper, or no
    document is, or none of the year; or for a figure of one kind, and it has that of another.
    """
    plain, sentence = question.plain, evidence.texts[at]
    row = int(evidence.rows[at])
    span, head = reader.sentence_span(row), evidence.heads.get(row)
    captions = reader.above(head) if head else (reader.section(span),)
    above = " ".join([reader.document(span).title, *captions])
    told = normalise(f"{above} {reader.so_far(span)}") + sentence
    of_year = years(question.text)  # asked of one, what others say is no answer
    return (
        goods.is_unheard_of(
            plain, reader.plain_document(span.document) if of_year else reader.whole.plain_text
        )
        or goods.is_of_others(plain, sentence, told)
        or (question.kind is Kind.NUMBER and goods.is_of_another_kind(plain, sentence, told))
    )
