"""One snapshot of the index with what questions need of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Container, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import compress
from pathlib import PurePath

import numpy as np

from assistant import register
from assistant.query.bodies import Bodies
from assistant.query.romanised import by_sound
from assistant.query.spelling import Spelling
from assistant.query.whom import names_whom
from assistant.register import Person, Proposal, Register
from assistant.register.places import PROVINCES
from assistant.sentences.evidence import Evidence, Which
from assistant.sentences.motions import Motion, motions
from assistant.sentences.quotes import Span
from assistant.sentences.ranker import Ranker, fallback, ranker
from corpus import Document, flat
from corpus.lines import is_table_row, line_start
from index import Hit, Index, Query
from index.matching import normalise
from index.titles import years_of

CAPTION = 60  # characters of a line above a table that says what it is of


class Reader:
    """One snapshot of the index with what is derived from it; shared by all questions.

    What a question may look at is read from here: `documents`, `register`, `text` and `hits` are
    of all documents, or, in a reader that `within` gives, of some.
    """

    def __init__(
        self,
        index: Index,
        register: Register,
        documents: tuple[Document, ...],
        whole: Reader | None = None,
    ) -> None:
        self.index = index
        self.register = register
        self.documents = documents
        self.whole = whole or self  # on all documents
        self.is_narrow = whole is not None

    @classmethod
    def of(cls, index: Index) -> Reader:
        """A reader on all documents of the index."""
        return cls(index, register.from_notes(index.generation.notes.values()), index.documents)

    def within(self, paths: Collection[str]) -> Reader:
        """The same on these documents only."""
        kept = set(paths)
        return Reader(
            self.index,
            _of(self.whole.register, kept),
            tuple(document for document in self.index.documents if document.path in kept),
            self.whole,
        )

    @cached_property
    def text(self) -> str:
        """The documents in a row, to look names up in."""
        return "\n".join(document.text for document in self.documents)

    @cached_property
    def spelling(self) -> Spelling:
        return Spelling(self.text)

    @cached_property
    def ranker(self) -> Ranker:
        return ranker(self.index.encoder.fingerprint) or fallback()

    @cached_property
    def plain_sentences(self) -> tuple[str, ...]:
        """Every sentence, normalised and without white space, to look words up in."""
        rows = range(len(self.index.owners))
        return tuple(unspaced(self.index.sentence(row)) for row in rows)

    @cached_property
    def plain_text(self) -> str:
        """The sentences, normalised and without white space, one a line."""
        numbers = [self.index.number(document.path) for document in self.documents]
        mine = np.isin(self.index.owners, numbers)
        return "\n".join(compress(self.whole.plain_sentences, mine))

    def plain_document(self, number: int) -> str:
        """The same of the document of that number."""
        mine = np.flatnonzero(self.index.owners == number)
        return "\n".join(self.whole.plain_sentences[row] for row in mine)

    @cached_property
    def years(self) -> dict[str, str]:
        """The year of each document, empty where it has none, by its path."""
        return years_of(self.documents)

    @cached_property
    def newest_year(self) -> int:
        """The year of the newest document; 0 where none has one."""
        return max(map(int, filter(str.isdigit, self.years.values())), default=0)

    @cached_property
    def places(self) -> dict[str, str]:
        """The province, city or county that each document is of, in short, by its path: 某某 of
        某某市人民政府工作报告; empty where its name and its head name none.
        """
        return {document.path: _place_of(document) for document in self.documents}

    def places_named(self, text: str) -> set[str]:
        """The places of documents, narrow or not, that the text names, in short or in full."""
        return {place for place in self.whole.places.values() if place and place in text}

    @cached_property
    def motions(self) -> tuple[Motion, ...]:
        """The 提案 and 建议 that the documents list."""
        if self.is_narrow:
            paths = {document.path for document in self.documents}
            return tuple(one for one in self.whole.motions if one.document in paths)
        return tuple(motion for document in self.documents for motion in motions(document))

    def writes(self, name: str) -> bool:
        """Whether the name stands in the documents: 李　强 or 陳建國, too, and 不可逾越的“红线”."""
        marked = "[“”‘’]?".join(map(re.escape, name))
        plain = name in self.text or unspaced(name) in self.plain_text
        return plain or re.search(marked, self.text) is not None

    def writes_latin(self, word: str) -> bool:
        """Whether the Latin word stands there, small or in capitals: AI, and not only in maid."""
        written = rf"(?<![a-z]){re.escape(word)}(?![a-z])"
        return re.search(written, self.text, re.IGNORECASE) is not None

    def writes_of(self, name: str) -> bool:
        """Whether somebody of that name stands there: 李强, and not only 李强国."""
        return names_whom(self.text, name) or names_whom(self.plain_text, unspaced(name))

    def hits(self, query: Query, limit: int, *, neighbours_of: int = 0) -> list[Hit]:
        """The best chunks first, see `Index.hits`."""
        paths = [document.path for document in self.documents] if self.is_narrow else None
        return self.index.hits(query, limit, paths, neighbours_of=neighbours_of)

    # -- people -------------------------------------------------------------------------------

    def people(self, text: str) -> tuple[Person, ...]:
        """Whom the text names."""
        return register.people_named(self.register, text)

    @cached_property
    def names_by_sound(self) -> dict[str, set[str]]:
        """Everybody in the register, also whom other documents name, by the pinyin of the name."""
        return by_sound({person.name for person in self.register.people})

    @cached_property
    def bodies(self) -> Bodies:
        """The organisations and places of all documents."""
        return Bodies(self.text, [person.organisation_title for person in self.register.people])

    def elsewhere(self, text: str) -> list[str]:
        """Whom the text names, where they stand in other documents only."""
        named = register.people_named(self.whole.register, text) if self.is_narrow else ()
        names = dict.fromkeys(row.name for row in named)
        absent = [name for name in names if not self.writes_of(name)]
        # 王代表 can be several people: one of them is enough.
        by_title = len(absent) < len(names)
        return [name for name in absent if name in text or not by_title]

    def proposals(self, name: str) -> list[Proposal]:
        return [row for row in self.register.proposals if row.name == name]

    @cached_property
    def _proposals_in(self) -> dict[str, list[Proposal]]:
        """The proposals of each document."""
        rows: dict[str, list[Proposal]] = {}
        for row in self.register.proposals:
            rows.setdefault(row.document, []).append(row)
        return rows

    def speakers(self, span: Span) -> list[Proposal]:
        """Whose proposals the span holds, or is part of; the largest overlap first."""
        own = self._proposals_in.get(self.document(span).path, [])
        rows = [row for row in own if span.overlap(row.start, row.end) > 0]
        return sorted(rows, key=lambda row: -span.overlap(row.start, row.end))

    def introduction(self, row: Proposal) -> list[Span]:
        """The sentence that tells who proposes it."""
        return self.sentences_of(row.document, row.introduced_start, row.introduced_end)[:1]

    # -- spans --------------------------------------------------------------------------------

    def sentence_span(self, row: int, score: float = 0.0) -> Span:
        """Where the sentence stands, or, where page furniture cuts it, this part of it."""
        return Span(self.index.owner(row), *self.index.place(row), row, score)

    def sentences(self, evidence: Evidence) -> Iterator[tuple[Span, str]]:
        """Where each sentence of the evidence stands, with its normalised text."""
        return zip(map(self.sentence_span, map(int, evidence.rows)), evidence.texts, strict=True)

    def those(self, evidence: Evidence, holds: Callable[[Span, str], object]) -> Which:
        """The sentences of which `holds` is true, given where each stands and its plain text."""
        return evidence.which(lambda row, text: holds(self.sentence_span(row), text))

    def parts(self, row: int) -> range:
        """The rows of the whole sentence: more than its own where page furniture cuts it."""
        first, last = row, row
        while self.index.is_cut(first - 1):
            first -= 1
        while self.index.is_cut(last):
            last += 1
        return range(first, last + 1)

    def document(self, span: Span) -> Document:
        """The document that the span is of."""
        return self.index.documents[span.document]

    def said(self, span: Span) -> str:
        """The source text of the span."""
        return self.document(span).text[span.start : span.end]

    def opens(self, span: Span) -> int:
        """Where the paragraph begins that the span begins in."""
        return line_start(self.document(span).text, span.start)

    def so_far(self, span: Span) -> str:
        """The paragraph of the span, up to it."""
        return self.document(span).text[self.opens(span) : span.start]

    def before(self, span: Span) -> str:
        """What leads to the span: its chunk and its paragraph, up to it."""
        start, _ = self.index.around(span.row)
        return self.document(span).text[min(start, self.opens(span)) : span.start]

    def section(self, span: Span) -> str:
        """The headings above the span; empty where there are none."""
        return self.index.section(span.row)

    def above(self, head: Sequence[int]) -> list[str]:
        """The headings that the table with that head stands below, and its caption."""
        before = head[0] - 1
        caption = self.index.sentence(before) if self.index.follows(head[0]) else ""
        is_caption = len(caption) <= CAPTION and not is_table_row(caption)
        section = self.section(self.sentence_span(head[0]))
        return [section, caption] if is_caption else [section]

    def sentences_of(self, path: str, start: int, end: int) -> list[Span]:
        """The sentences that the stretch of the document touches."""
        return [self.sentence_span(row, 1.0) for row in self.index.touched(path, start, end)]

    def around(self, path: str, start: int, end: int) -> Span:
        """The stretch with the sentences of its chunk before and after."""
        touched = self.sentences_of(path, start, end)
        (begin, _), (_, close) = (self.index.around(touched[at].row) for at in (0, -1))
        return replace(touched[0], start=begin, end=close)


_NAME = (
    "(?![全本我各该上下]|第|人民|中[华央国]|加快|推进|促进|支持|发展)"
    "((?:(?![年的了是为位于它距离在从向与及或把被让有这那其省市县])[一-鿿]){1,5}?)"
    "(?:(?<!多快好)省|(?<![城超都门夜股楼车])市(?![场民值])|自治[区州县旗]|县"
    "|(?<![灌小园社矿林景城地山库校厂牧])区(?![域间块])|州(?!市)|旗|盟)"
)
_PROVINCE = f"({PROVINCES})(?:省|市|[一-鿿]{{0,3}}自治区)"
_IN_A_ROW = f"(?:{_PROVINCE})?(?:{_NAME})*"
# Of 某某省某某市 the last.
_PLACE = re.compile(f"(?:^|[^一-鿿]|[在年]|关于)(?=[一-鿿]){_IN_A_ROW}")
# In the lines between title and text: 2021年2月3日在某某市第七届人民代表大会第六次会议上.
_PLACE_ABOVE = re.compile(
    f"(?:^|日在|[（(]){_IN_A_ROW}(?:人民|第.{{1,3}}[届次]|统计局)", re.MULTILINE
)
_ABOVE_CHARS = 150


def _place_of(document: Document) -> str:
    named = f"{PurePath(document.path).stem}\n{document.title}\n{document.organisation}"
    above = document.text[:_ABOVE_CHARS]
    for row in (*_PLACE.finditer(named), *_PLACE_ABOVE.finditer(above)):
        province, place = row.groups()
        if place and len(place) == 1:  # 某县, for which 某 alone is no name
            return row[0][-2:]
        if place or province:
            return place or province
    return ""


def unspaced(text: str) -> str:
    """As words and names are compared with text whose lines are broken: 李　强 and 陳建國, too."""
    return flat(normalise(text))


def _of(register: Register, documents: Container[str]) -> Register:
    """The rows of these documents (paths)."""
    return Register(
        tuple(row for row in register.people if row.document in documents),
        tuple(row for row in register.proposals if row.document in documents),
        tuple(row for row in register.figures if row.document in documents),
    )
