"""What to ask next: questions made from what stands around an answer, each tried before it is
offered. Below a refusal, questions near to it that the documents do answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, pairwise, zip_longest

from assistant.answers import worded
from assistant.answers.found import introduced_at
from assistant.register import Figure, Person, Proposal
from assistant.sentences.reader import Reader
from assistant.types import Answer, Quote
from index.matching import terms
from index.types import Passage

OFFERED = 3
TRIED = 8  # at most: a question asked right after must not wait for them
NEAR = 600  # characters: a figure further off is about something else
OF_A_KIND = 4  # candidates of each: the rest would never be tried
SURE = 0.8  # of a figure's subject
LOOKED_AT = 40  # figures, of which the shortest questions are examples
FROM_EACH = 8  # of these, from one document at most

Place = tuple[str, int, int]  # document, start, end


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question, and where what answers it stands."""

    question: str
    places: tuple[Place, ...]  # none: anywhere


def suggest(
    reader: Reader,
    answer: Answer,
    asked: Sequence[str],
    ask: Callable[[str], Answer],
    earlier: Sequence[Quote] = (),
) -> list[str]:
    """Up to three questions, each answered from where it was made, and by nothing shown yet.

    `asked`: what the user asked so far, `answer`'s question included. `ask` answers after that.
    `earlier`: what answers before this one quoted.
    """
    if any(one.sentence == "farewell" for one in answer.said):
        return []
    shown, offered = [_place(quote) for quote in (*answer.quotes, *earlier)], list[str]()
    for candidate in islice(_candidates(reader, answer, asked, shown), TRIED):
        quotes = ask(candidate.question).quotes
        if _answers(candidate, quotes, shown):
            offered.append(candidate.question)
            shown += map(_place, quotes)  # in place: the candidates to come look at it
        if len(offered) == OFFERED:
            break
    if offered or answer.answered:
        return offered
    # Whoever is refused is shown at least what can be asked at all.
    return [one for one in examples(reader, OFFERED, ask, shown) if one not in asked]


def _answers(candidate: Candidate, quotes: Sequence[Quote], shown: Sequence[Place]) -> bool:
    """Whether the best of the quotes is what the question was made from, and new."""
    # A heading may be quoted, but answers nothing.
    first = next((one for one in quotes if not one.section.endswith(one.text)), None)
    if first is None or _in(_place(first), shown):
        return False
    return not candidate.places or _in(_place(first), candidate.places)


def examples(
    reader: Reader, limit: int, ask: Callable[[str], Answer], shown: Sequence[Place] = ()
) -> list[str]:
    """Questions to begin with, each answered from where it was made, and by nothing shown yet; half
    of them of people.
    """

    def answered(candidates: Iterable[Candidate], wanted: int) -> list[str]:
        tried = islice(candidates, TRIED)
        good = (one.question for one in tried if _answers(one, ask(one.question).quotes, shown))
        return list(islice(good, wanted))

    people, figures = _to_begin(reader)
    named = answered(people, limit // 2)
    return named + answered(figures, limit - len(named))


def _to_begin(reader: Reader) -> tuple[list[Candidate], list[Candidate]]:
    """Questions on the first people who propose something, and on the first sure figures, one of
    each subject, of the newest documents first: of these the shortest first.
    """
    names = dict.fromkeys(row.name for row in reader.register.proposals)
    people = [_of_person(reader, name) for name in islice(names, TRIED)]
    years = reader.years
    of_each = defaultdict[str, list[Figure]](list)
    for row in reader.register.figures:
        if row.confidence >= SURE:
            of_each[row.document].append(row)
    newest = sorted(of_each.values(), key=lambda rows: years[rows[0].document], reverse=True)
    first: dict[str, Candidate] = {}
    for rows in newest[:LOOKED_AT]:
        asked = ((row.subject, one) for row in rows if (one := _figure_asked(row, years)))
        for subject, one in islice(asked, FROM_EACH):
            first.setdefault(subject, one)
    return people, sorted(islice(first.values(), LOOKED_AT), key=lambda one: len(one.question))


def _candidates(
    reader: Reader, answer: Answer, asked: Sequence[str], shown: Sequence[Place]
) -> Iterator[Candidate]:
    """Candidates of every kind in turn; none that was asked, or whose answer is shown by then."""
    nearest: tuple[Quote | Passage, ...] = (*answer.quotes, *answer.related)
    paths = {document.path for document in reader.documents}
    evidence = [one for one in nearest if one.document in paths]
    if not evidence:
        people, figures = _to_begin(reader)
        yield from (*people[: TRIED // 2], *figures)
        return
    kinds = (
        _of_speakers(reader, evidence, shown),
        _of_others(reader, evidence),
        _of_figures(reader, evidence, shown, asked[-1]),
        _of_sections(reader, evidence),
    )
    seen = set(asked)
    for one in filter(None, chain.from_iterable(zip_longest(*kinds))):
        done = one.places and all(_in(place, shown) for place in one.places)
        if one.question not in seen and not done:
            seen.add(one.question)
            yield one


def _of_speakers(
    reader: Reader, evidence: Sequence[Quote | Passage], shown: Sequence[Place]
) -> list[Candidate]:
    """What else the people there propose."""
    names = _names(reader, evidence)[:OF_A_KIND]
    return [_of_person(reader, name, shown) for name in names]


def _of_person(reader: Reader, name: str, shown: Sequence[Place] = ()) -> Candidate:
    rows = reader.proposals(name)
    known = any(_in(_place(row), shown) for row in rows)
    return Candidate(worded.of_person(name, more=known), _said(rows))


def _of_others(reader: Reader, evidence: Sequence[Quote | Passage]) -> list[Candidate]:
    """Who else speaks of what the people there speak of, then each of those."""
    names = _names(reader, evidence)
    themes = {(row.document, row.section) for name in names for row in reader.proposals(name)}
    rows = [row for row in reader.register.proposals if (row.document, row.section) in themes]
    others = list(dict.fromkeys(row.name for row in rows if row.section and row.name not in names))
    if not others:
        return []
    people = [row for row in reader.register.people if row.name in others]
    made = [Candidate(f"和{names[0]}关注同一主题的还有谁？", tuple(map(_place, people)))]
    made += (_of_person(reader, name) for name in others)
    return made[:OF_A_KIND]


def _of_figures(
    reader: Reader, evidence: Sequence[Quote | Passage], shown: Sequence[Place], asked: str
) -> list[Candidate]:
    """The figures nearby; of those equally near the ones that share words with the question."""
    words = set(terms(asked))
    years = reader.years
    near = [
        (gap, -len(words & set(terms(row.sentence))), at, row)
        for at, row in enumerate(reader.register.figures)
        if row.confidence >= SURE and (gap := _gap(row, evidence)) < NEAR
    ]
    made = (_figure_asked(row, years) for *_, row in sorted(near, key=lambda one: one[:3]))
    new = (one for one in made if one and not _in(one.places[0], shown))
    return list(islice(new, OF_A_KIND))


def _gap(row: Figure, evidence: Sequence[Quote | Passage]) -> int:
    """The characters between a figure and the nearest evidence in its document."""
    gaps = (
        max(one.start - row.end, row.start - one.end, 0)
        for one in evidence
        if one.document == row.document
    )
    return min(gaps, default=NEAR)


def _figure_asked(row: Figure, years: dict[str, str]) -> Candidate | None:
    question = worded.of_figure(row, years)
    return Candidate(question, (_place(row),)) if question else None


def _of_sections(reader: Reader, evidence: Sequence[Quote | Passage]) -> list[Candidate]:
    """The other sections of the first document, those behind the evidence first."""
    document, at = reader.index.document(evidence[0].document), evidence[0].start
    sections = reader.index.outline(document)
    starts = [start for _, start in sections] + [len(document.text)]
    spans = [
        (section, *span) for (section, _), span in zip(sections, pairwise(starts), strict=True)
    ]
    others = [one for one in spans if not one[1] <= at < one[2]]
    ordered = sorted(others, key=lambda one: (one[1] < at, one[1]))
    made = (_section_asked(reader, document.path, *one) for one in ordered)
    return list(islice(filter(None, made), OF_A_KIND))


def _section_asked(
    reader: Reader, path: str, section: str, start: int, end: int
) -> Candidate | None:
    every = reader.register.proposals
    rows = [row for row in every if row.document == path and row.section == section]
    question = worded.of_section(section, proposes=bool(rows))
    places = _said(rows) if rows else ((path, start, end),)
    return Candidate(question, places) if question else None


def _names(reader: Reader, evidence: Sequence[Quote | Passage]) -> list[str]:
    """Who proposes something there, or is introduced there, and proposes something."""
    rows: Sequence[Person | Proposal] = (*reader.register.proposals, *reader.register.people)
    proposers = {row.name for row in reader.register.proposals}
    found = (row.name for one in evidence for row in rows if _in(_place(row), [_place(one)]))
    return [name for name in dict.fromkeys(found) if name in proposers]


def _said(rows: Iterable[Proposal]) -> tuple[Place, ...]:
    """Where they are proposed, and where it is said by whom: an answer quotes that, too."""
    return tuple(
        place for row in rows for place in (_place(row), (row.document, *introduced_at(row)))
    )


def _place(item: Quote | Passage | Proposal | Person | Figure) -> Place:
    return item.document, item.start, item.end


def _in(place: Place, others: Iterable[Place]) -> bool:
    """Whether it shares text with one of the others."""
    document, start, end = place
    return any(one[0] == document and one[1] < end and start < one[2] for one in others)
