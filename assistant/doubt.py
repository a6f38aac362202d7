"""Where it is in doubt whether the best sentence answers, it and its rivals are each read together
with the question.
"""

from __future__ import annotations

from assistant.choose import Ranked
from assistant.enumerated import announced
from assistant.evidence import Evidence
from assistant.question import Kind, Question
from assistant.ranker import Judgement
from assistant.reader import Reader
from assistant.stance import stance
from corpus import tidy

DOUBT = (0.3, 0.85)  # probability; outside of it the answer would hardly change, and it takes time
RIVALS = 3  # best sentences that are read
SHARE = 0.3  # what a point of the ranker counts beside the log-odds of the cross-encoder
TITLE_CHARS, SECTION_CHARS, BEFORE_CHARS, SENTENCE_CHARS = 40, 30, 60, 220


def in_doubt(question: Question, judgement: Judgement) -> bool:
    """Whether reading may change the answer, and was learned for such questions: few were in
    English, for all who say something, or for who is against it.
    """
    several_people = question.kind is Kind.PERSON and question.wants_list
    taught = question.is_chinese and not several_people and not stance(question.plain)
    return taught and DOUBT[0] <= judgement.probability <= DOUBT[1]


def readings(reader: Reader, question: Question, ranked: Ranked) -> dict[int, float]:
    """By place in the evidence the log-odds that the sentence answers, what reads most like an
    answer first; nothing where the model has no cross-encoder.
    """
    cross = reader.index.encoder.cross  # the first time it is read from the disk
    if cross is None:
        return {}
    rows, scores, order = ranked.evidence.rows, ranked.scores, ranked.order
    opens_list = announced(reader.index, int(rows[order[0]]))[:1] == [rows[order[0]]]
    most = 1 if opens_list else RIVALS  # whose items are quoted with it, and hardly read
    read = {
        at: cross.log_odds(question.text, *paired(reader, ranked.evidence, int(rows[at])))
        for at in map(int, order[:most])
    }
    return dict(sorted(read.items(), key=lambda one: -(one[1] + SHARE * scores[one[0]])))


def paired(reader: Reader, evidence: Evidence, row: int) -> tuple[str, str]:
    """A sentence behind what leads to it: title, section, the paragraph before, each its end; a row
    of a table begins with the head; what announces a list goes on with it.
    """
    items = announced(reader.index, row)
    rows = items if items[:1] == [row] else reader.parts(row)
    sentence = "".join(map(reader.index.sentence, rows))[:SENTENCE_CHARS]
    head = evidence.heads.get(row)
    if head is not None:
        sentence = f"{reader.index.sentence(head)[:BEFORE_CHARS]} {sentence}"
    span = reader.sentence_span(row)
    document, begins = reader.document(span), reader.opens(span)
    before = document.text[begins : span.start][-BEFORE_CHARS:]
    title, section = document.title[-TITLE_CHARS:], reader.section(span)[-SECTION_CHARS:]
    if not section and not before:  # of a title alone it has seen few answers follow
        before = tidy(document.text[:begins])[-BEFORE_CHARS:]
    return f"{title} {section} {before}".strip(), sentence
