"""A whole question to the spans that answer it: from the register, or from ranked sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from assistant import register
from assistant.choose import Ranked, choose
from assistant.evidence import FEATURES, Evidence, gather
from assistant.question import Kind, Question, analyse
from assistant.quotes import Span, joined
from assistant.ranker import CONTENDERS, HITS, NEIGHBOURS_OF, REFUSE_BELOW, Ranker, fallback, ranker
from assistant.register import Person, Proposal, Register
from assistant.register.names import name_end
from assistant.spelling import Spelling
from index import Index
from index.matching import normalise, terms
from index.scope import year_of, years

NAMED_BONUS = 4.0  # ranker points for a sentence that names, or is spoken by, whom is asked about
SPEAKER_BONUS = 1.0  # for a sentence somebody proposes in, where it is asked who
YEAR_PENALTY = 3.0  # for a sentence of another year than the question's

_PROPOSES = re.compile(
    r"建议|提出|提议|主张|呼吁|意见|提案|观点|看法|诉求|关注|强调|说了|谈到|propos|suggest|recommend|urge"
)
_IDENTITY = re.compile(
    r"(?:是谁|什么身份|何许人|什么人|什么职务|担任什么|什么职位|身份是|职务是|来自哪|哪个单位|什么单位)"
    r"|\bwho is\b"
)
_ALL = re.compile(r"(?:哪些|什么|几[条项个点]|有啥|所有|全部|哪几[条项个点])")
_ROLE = re.compile(
    r"((?:全国|[\u4e00-\u9fff]{2,3}[省市])?(?:政协委员|政协常委|人大代表|人大常委会委员)|院士|董事长|教授|校长)"
)
_WHICH_PEOPLE = re.compile(r"哪[些几]|有谁|都有|名单|哪[一]?[位名]|\bwhich\b|\bwho\b|\blist\b")


@dataclass(frozen=True, slots=True)
class Found:
    """Spans that answer, in the order of the quotes, and how sure that is (0 to 1)."""

    spans: tuple[Span, ...] = ()
    confidence: float = 0.0
    named: tuple[Person | Proposal, ...] = ()  # whom each span is about, where that is asked
    refusal: str = ""


class Reader:
    """One snapshot of the index with what is derived from it; shared by all questions."""

    def __init__(self, index: Index) -> None:
        self.index = index
        notes = index.generation.notes
        self.register = register.merge(Register.from_dict(note) for note in notes.values() if note)

    @cached_property
    def text(self) -> str:
        """All documents in a row, to look names up in."""
        return "\n".join(document.text for document in self.index.documents)

    @cached_property
    def spelling(self) -> Spelling:
        return Spelling(self.text)

    @cached_property
    def ranker(self) -> Ranker:
        return ranker(self.index.encoder.fingerprint) or fallback()

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {document.path: at for at, document in enumerate(self.index.documents)}

    # -- people -------------------------------------------------------------------------------

    def people(self, text: str) -> tuple[Person, ...]:
        """Whom the text names."""
        return register.people_named(self.register, text)

    def proposals(self, name: str) -> list[Proposal]:
        return [row for row in self.register.proposals if row.name == name]

    def speakers(self, span: Span) -> list[Proposal]:
        """Whose proposals the span holds, or is part of; the largest overlap first."""
        path = self.index.documents[span.document].path
        rows = [
            row
            for row in self.register.proposals
            if row.document == path and row.start < span.end and span.start < row.end
        ]
        return sorted(rows, key=lambda row: max(span.start, row.start) - min(span.end, row.end))

    # -- spans --------------------------------------------------------------------------------

    def sentence_span(self, row: int, score: float = 0.0) -> Span:
        """The sentence, and its other half where page furniture cuts it."""
        table = self.index.generation.sentences
        sentence = table[row]
        document = int(self.index.generation.chunks[sentence["chunk"]]["document"])
        start, end = int(sentence["start"]), int(sentence["end"])
        return Span(document, start, end, int(sentence["chunk"]), score)

    def sentences_of(self, path: str, start: int, end: int, score: float = 1.0) -> list[Span]:
        """The sentences that the stretch of the document touches."""
        generation = self.index.generation
        owner = generation.chunks["document"][generation.sentences["chunk"]]
        touched = (
            (owner == self._numbers[path])
            & (generation.sentences["start"] < end)
            & (generation.sentences["end"] > start)
        )
        return [self.sentence_span(int(row), score) for row in np.flatnonzero(touched)]

    def around(self, path: str, start: int, end: int) -> list[Span]:
        """The stretch with the sentences of its chunk before and after, as one span."""
        first = self.sentences_of(path, start, end)[0]
        chunk = self.index.generation.chunks[first.chunk]
        return [Span(first.document, int(chunk["start"]), int(chunk["end"]), first.chunk, 1.0)]


def find(reader: Reader, question: Question, documents: Sequence[str] | None = None) -> Found:
    """The spans that answer the question, or none."""
    people = reader.people(question.text)
    return (
        _about_document(reader, question)
        or _people_of_role(reader, question)
        or _identity(reader, question, people)
        or _all_proposals(reader, question, people)
        or _each(reader, question, people, documents)
        or _from_sentences(reader, question, people, documents)
    )


def _about_document(reader: Reader, question: Question) -> Found | None:
    """Author, organisation, title: the lines at the head of the document that show them."""
    every = reader.index.documents
    meant = [document for document in every if document.title in question.text] or list(every)
    if not question.about_document or len(meant) > 1:
        return None
    document = meant[0]
    shown = [part for part in (document.title, document.organisation, document.author) if part]
    spans = []
    for part in shown:
        at = document.text.find(part)
        if 0 <= at < 600:
            spans += reader.sentences_of(document.path, at, at + len(part))
    return Found(tuple(joined(spans, reader.index)), 0.9) if spans else None


def _people_of_role(reader: Reader, question: Question) -> Found | None:
    """哪些政协委员: everybody of that role, each introduced in the source's words."""
    role = _ROLE.search(normalise(question.text))
    if role is None or not _WHICH_PEOPLE.search(normalise(question.text)):
        return None
    rest = _CONTENT.sub("", normalise(question.text).replace(role.group(), ""))
    people = register.with_role(reader.register.people, role.group())
    if not people or len(rest) > 2:
        return None  # asks for somebody of that role who did something: that is for the ranker
    return _introduced(reader, people)


def unknown_people(reader: Reader, text: str) -> list[str]:
    """Names in the question, said or asked to have spoken, that stand in no document."""
    found = []
    for match in _SPOKEN.finditer(text):
        start = match.start("name")
        end, sure = name_end(text, start)
        name = text[start:end]
        if sure >= SURE_NAME and end == match.end("name") and name not in reader.text:
            found.append(name)
    return found


SURE_NAME = 0.7
_SPEAKS = (
    "提出|建议|提议|主张|呼吁|认为|指出|强调|谈到|说|是谁|是什么|的(?:建议|提案|观点|看法|意见)"
)
_SPOKEN = re.compile(
    r"(?:^|[，,。；;？?、和与及]|代表|委员|院士|董事长)(?P<name>[\u4e00-\u9fff·]{2,4}?)"
    rf"(?=(?:还|又|也|分别)?(?:{_SPEAKS})|(?:在|对于?|就|针对|围绕|关于)[^，,。？?]{{1,20}}(?:{_SPEAKS}))"
)
_CONTENT = re.compile(
    r"文[中件档章]|里面?|中|提到|出现|涉及|包括|参与|发言|建言|提出|建议|意见|了|的|过|有|都|一共|哪些|哪几|[位名个]|是|谁|"
    r"[？?，,。!！ ]|这|份|本|报告|材料"
)


def _introduced(reader: Reader, people: Sequence[Person]) -> Found:
    spans, named = [], []
    for person in people:
        touched = reader.sentences_of(person.document, person.start, person.end)
        if touched and touched[0] not in spans:
            spans.append(touched[0])
            named.append(person)
    return Found(tuple(spans), 0.9, tuple(named))


def _identity(reader: Reader, question: Question, people: Sequence[Person]) -> Found | None:
    """某某是什么身份: where the document introduces the person."""
    if not people or not _IDENTITY.search(normalise(question.text)):
        return None
    return _introduced(reader, people)


def _all_proposals(reader: Reader, question: Question, people: Sequence[Person]) -> Found | None:
    """某某提出了哪些建议: all of them, in reading order; about a subject: those on it."""
    plain = normalise(question.text)
    if len(people) != 1 or not _PROPOSES.search(plain) or not _ALL.search(plain):
        return None
    rows = reader.proposals(people[0].name)
    rest = _SUBJECT.sub("", plain.replace(people[0].name, ""))
    if len(rest) > 2:
        rows = _on_subject(reader, rows, rest)
    spans = [span for row in rows for span in reader.sentences_of(row.document, row.start, row.end)]
    if not spans:
        return None
    unique = tuple(dict.fromkeys(joined(spans, reader.index)))
    return Found(unique, 0.9, tuple(rows))


_SUBJECT = re.compile(
    r"提出|建议|提议|主张|呼吁|意见|提案|观点|看法|诉求|强调|说了|谈到|哪些|哪几|什么|几|有啥|所有|全部|具体|关于|对于?|在|方面|上|"
    r"[的了过有是都还又也条项个点么吗呢]|代表|委员|院士|[？?，,。!！、 ]"
)


def _on_subject(reader: Reader, rows: Sequence[Proposal], subject: str) -> list[Proposal]:
    """The proposals whose sentence or paragraph shares words with the subject; [] if none does."""
    units = {unit for unit in terms(subject) if len(unit) > 1}

    def shared(row: Proposal) -> int:
        text = reader.index.document(row.document).text
        around = normalise(text[max(0, row.introduced_start) : row.end])
        return sum(unit in around for unit in units)

    counts = [shared(row) for row in rows]
    best = max(counts, default=0)
    return [row for row, count in zip(rows, counts, strict=True) if best and count >= best / 2]


def _each(
    reader: Reader,
    question: Question,
    people: Sequence[Person],
    documents: Sequence[str] | None,
) -> Found | None:
    """甲和乙分别…: the question asked of each, the answers in reading order."""
    if len(people) < 2 or not question.compares:
        return None
    spans: list[Span] = []
    for person in people:
        found = _from_sentences(reader, question, [person], documents)
        said = [
            span
            for row in reader.proposals(person.name)
            for span in reader.sentences_of(row.document, row.start, row.end)
        ]
        spans += [span for span in found.spans[:1] if span not in said][:1] + said[:2]
    return Found(tuple(joined(spans, reader.index)), 0.8) if spans else None


def _from_sentences(
    reader: Reader,
    question: Question,
    people: Sequence[Person],
    documents: Sequence[str] | None,
) -> Found:
    ranked, probability = rank(reader, question, people, documents)
    if ranked is None or probability < REFUSE_BELOW:
        return Found(confidence=probability)
    spans = [
        reader.sentence_span(int(ranked.evidence.rows[at]), float(ranked.scores[at]))
        for at in choose(ranked, question)
    ]
    if question.wants_list:
        return Found(tuple(joined(spans, reader.index)), probability)
    if question.kind is Kind.PERSON and (speakers := reader.speakers(spans[0])):
        said = joined([spans[0], *_introducing(reader, speakers[0], spans[0])], reader.index)
        # What is said comes first, also where the speaker is introduced before it.
        said.sort(key=lambda span: not (span.start <= spans[0].start < span.end))
        return Found((*said, *spans[1:2]), probability, (speakers[0],))
    return Found(tuple(spans), probability)


def _introducing(reader: Reader, row: Proposal, said: Span) -> list[Span]:
    """The sentence that names the speaker, where what is said only has 他."""
    document = reader.index.documents[said.document]
    if row.name in document.text[said.start : said.end]:
        return []
    return reader.sentences_of(row.document, row.introduced_start, row.introduced_end)[:1]


def rank(
    reader: Reader,
    question: Question,
    people: Sequence[Person],
    documents: Sequence[str] | None,
) -> tuple[Ranked | None, float]:
    """The sentences found, ranked, and the probability that the best one answers."""
    index = reader.index
    query = index.query(question.text)
    hits = index.hits(query, HITS, documents, neighbours_of=NEIGHBOURS_OF)
    if not hits:
        return None, 0.0
    evidence = gather(index, query, analyse(query.text), hits)
    plain = reader.ranker.sentences.score(evidence.features)
    ranked = Ranked(evidence, plain + _adjustments(reader, question, people, evidence))
    best = int(ranked.order[0])
    sure = reader.ranker.probability(evidence, plain, best, question)
    return ranked, 0.0 if _lacks_unit(question, ranked) else sure


def _lacks_unit(question: Question, ranked: Ranked) -> bool:
    """Asked how many of something, and none of the best sentences counts that."""
    unit = FEATURES.index("unit")
    best = ranked.order[:CONTENDERS]
    return bool(question.unit) and not ranked.evidence.features[best, unit].any()


def _adjustments(
    reader: Reader, question: Question, people: Sequence[Person], evidence: Evidence
) -> np.ndarray:
    """What the ranker does not know: who speaks, and of which year the document is."""
    result = np.zeros(len(evidence.rows))
    asked = set(years(question.text))
    names = {person.name for person in people}
    for at, row in enumerate(evidence.rows):
        span = reader.sentence_span(int(row))
        speakers = (
            {one.name for one in reader.speakers(span)} if reader.register.proposals else set()
        )
        if names:
            is_theirs = names & speakers or any(n in evidence.texts[at] for n in names)
            result[at] += NAMED_BONUS if is_theirs else -NAMED_BONUS
        elif question.kind is Kind.PERSON and speakers:
            result[at] += SPEAKER_BONUS
        year = year_of(reader.index.documents[span.document])
        if asked and year and year not in asked and not asked & set(years(evidence.texts[at])):
            result[at] -= YEAR_PENALTY
    return result
