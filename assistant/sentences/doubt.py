"""Where it is in doubt whether the best sentence answers, it and its rivals are each read together
with the question.
"""

from __future__ import annotations

from assistant.query.question import ASKS_WHO_ASKED, Kind, Question
from assistant.query.stance import stance
from assistant.sentences.choose import Ranked
from assistant.sentences.enumerated import announced, replied
from assistant.sentences.evidence import Evidence
from assistant.sentences.ranker import Judgement
from assistant.sentences.reader import Reader
from corpus import tidy

DOUBT = (0.1, 0.88)  # probability; outside of it the answer would hardly change, and it takes time
RIVALS = 3  # best sentences that are read at most
NEAR = 2.0  # points of the ranker within which a sentence is a rival of the best
SHARE = 0.5  # what a point of the ranker counts beside the log-odds of the cross-encoder
TITLE_CHARS, SECTION_CHARS, BEFORE_CHARS, SENTENCE_CHARS = 40, 30, 60, 220


def in_doubt(question: Question, judgement: Judgement) -> bool:
    """Whether reading may change the answer, and was learned for such questions: few were in
    English, for all who say something, for who is against it, or who asked it.
    """
    several_people = question.kind is Kind.PERSON and question.wants_list
    others = stance(question.plain) or ASKS_WHO_ASKED.search(question.plain)
    taught = question.is_chinese and not several_people and not others
    return taught and DOUBT[0] <= judgement.probability <= DOUBT[1]


def readings(reader: Reader, question: Question, ranked: Ranked) -> dict[int, float]:
    """By place in the evidence the log-odds that the sentence answers, what reads most like an
    answer first: the best, and, unless it reads like one or opens a list, its rivals. Nothing
    where the model has no cross-encoder.
    """
    cross = reader.index.encoder.cross  # the first time it is read from the disk
    if cross is None:
        return {}
    rows, scores, asked = ranked.evidence.rows, ranked.scores, question.plain

    def read(at: int) -> float:
        return cross.log_odds(asked, *paired(reader, ranked.evidence, int(rows[at])))

    best, *rivals = map(int, ranked.order[:RIVALS])
    found = {best: read(best)}
    items = announced(reader.index, int(rows[best]))  # which are quoted with it, and hardly read
    if found[best] < 0 and items[:1] != [rows[best]]:
        found |= {at: read(at) for at in rivals if scores[best] - scores[at] <= NEAR}
    return dict(sorted(found.items(), key=lambda one: -(one[1] + SHARE * scores[one[0]])))


def paired(reader: Reader, evidence: Evidence, row: int) -> tuple[str, str]:
    """A sentence behind what leads to it: title, section, the paragraph before, each its end; a row
    of a table begins with the head; what announces a list goes on with it, what asks with what is
    said to it.
    """
    items = announced(reader.index, row)
    rows = items if items[:1] == [row] else [*reader.parts(row), *replied(reader.index, row)]
    sentence = "".join(map(reader.index.sentence, rows))[:SENTENCE_CHARS]
    if head := evidence.heads.get(row):
        above = " ".join(map(reader.index.sentence, head))
        sentence = f"{above[:BEFORE_CHARS]} {sentence}"
    span = reader.sentence_span(row)
    document, before = reader.document(span), reader.so_far(span)[-BEFORE_CHARS:]
    title, section = document.title[-TITLE_CHARS:], reader.section(span)[-SECTION_CHARS:]
    if not section and not before:  # of a title alone it has seen few answers follow
        before = tidy(document.text[: reader.opens(span)])[-BEFORE_CHARS:]
    return f"{title} {section} {before}".strip(), sentence
