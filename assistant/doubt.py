"""Where it is in doubt whether the best sentence answers, the two are read together."""

from __future__ import annotations

from dataclasses import replace

from assistant.evidence import Evidence
from assistant.question import Kind, Question
from assistant.ranker import Judgement
from assistant.reader import Reader
from assistant.stance import stance
from corpus import tidy

DOUBT = (0.3, 0.85)  # probability; outside of it the answer would hardly change, and it takes time
TITLE_CHARS, SECTION_CHARS, BEFORE_CHARS, SENTENCE_CHARS = 40, 30, 60, 220


def looked_closer(
    reader: Reader, question: Question, evidence: Evidence, at: int, judgement: Judgement
) -> Judgement:
    """The judgement, where it is in doubt, with what reading the two together says."""
    if not DOUBT[0] <= judgement.probability <= DOUBT[1] or not _taught(question):
        return judgement
    cross = reader.index.encoder.cross  # last: the first time it is read from the disk
    if cross is None:
        return judgement
    read = cross.log_odds(question.text, *paired(reader, evidence, int(evidence.rows[at])))
    return replace(judgement, together=read)


def _taught(question: Question) -> bool:
    """Whether it learned from such questions: few in English, for all who say something, or for
    who is against it.
    """
    several_people = question.kind is Kind.PERSON and question.wants_list
    return question.is_chinese and not several_people and not stance(question.plain)


def paired(reader: Reader, evidence: Evidence, row: int) -> tuple[str, str]:
    """A sentence behind what leads to it: title, section, the paragraph before, each its end; a row
    of a table begins with the head.
    """
    sentence = "".join(map(reader.index.sentence, reader.parts(row)))[:SENTENCE_CHARS]
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
