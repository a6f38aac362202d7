"""The index as it is open: its documents, chunks and sentences, and passages for a question."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus import Document, tidy
from index import store
from index.bundled import ModelMissingError
from index.compatible import check
from index.encoder import Encoder
from index.generation import Generation, open_current
from index.late import STEPS, Projection, projection
from index.search import Hit, Query, find
from index.store import IndexMissingError
from index.titles import Titles, without_document, years
from index.types import Passage


class Index:
    """An immutable snapshot of one generation, with the model that made it."""

    def __init__(
        self, folder: Path, generation: Generation, encoder: Encoder, late: Projection | None
    ) -> None:
        self.folder = folder
        self.generation = generation
        self.encoder = encoder
        self.late = late

    @classmethod
    def open(cls, folder: str | Path) -> Index:
        """Open what CURRENT names; IndexMissingError says what to do where that is not possible."""
        folder = Path(folder)
        generation = open_current(folder)
        encoder = Encoder.load(generation.manifest["model"])
        check(generation, encoder.fingerprint)
        late = projection(encoder.fingerprint)
        if late and late.adapter:
            encoder = encoder.adapted(late.adapter)
        return cls(folder, generation, encoder, late)

    def refreshed(self) -> Index:
        """Itself, or a new snapshot where the index was rebuilt since; the model stays loaded.

        Itself also where the new one cannot be opened: what is in memory is whole, and answers on.
        """
        try:
            if store.current(self.folder) == self.generation.name:
                return self
            generation = open_current(self.folder)
            if generation.manifest["model"] != self.generation.manifest["model"]:
                return Index.open(self.folder)
            check(generation, self.encoder.fingerprint)
        except (IndexMissingError, ModelMissingError):
            return self
        return Index(self.folder, generation, self.encoder, self.late)

    @property
    def documents(self) -> tuple[Document, ...]:
        return self.generation.documents

    def document(self, path: str) -> Document:
        """KeyError where the index has no document of that path."""
        return self.documents[self.number(path)]

    def number(self, path: str) -> int:
        """Its place in `documents`, by which the chunks know it."""
        return self._numbers[path]

    def owner(self, row: int) -> int:
        """The number of the document that the row of the sentence table belongs to."""
        return int(self.owners[row])

    def sentence(self, row: int) -> str:
        """The source text of a row of the sentence table."""
        start, end = self.place(row)
        return self.documents[self.owner(row)].text[start:end]

    def place(self, row: int) -> tuple[int, int]:
        """Where the row begins and ends in its document."""
        return _span(self.generation.sentences[row])

    def follows(self, row: int) -> bool:
        """Whether the row stands in the same document as the one before."""
        there = 0 < row < len(self.owners)
        return there and self.owner(row) == self.owner(row - 1)

    def between(self, row: int) -> str:
        """What stands between the row before and this one, which follows it."""
        (_, start), (end, _) = self.place(row - 1), self.place(row)
        return self.documents[self.owner(row)].text[start:end]

    def is_heading(self, row: int) -> bool:
        return bool(self.generation.sentences["heading"][row])

    def is_cut(self, row: int) -> bool:
        """Whether the next row has the rest of the sentence, behind page furniture."""
        return self.follows(row + 1) and bool(self.generation.sentences["continued"][row])

    def rows(self, chunk: int) -> range:
        """The sentences of a chunk."""
        row = self.generation.chunks[chunk]
        return range(int(row["sentence"]), int(row["sentence"] + row["sentences"]))

    def touched(self, path: str, start: int, end: int) -> list[int]:
        """The rows that the stretch of the document shares text with."""
        own, table = self.owners == self.number(path), self.generation.sentences
        found: list[int]
        found = np.flatnonzero(own & (table["start"] < end) & (table["end"] > start)).tolist()
        return found

    def tokens(self, row: int) -> NDArray[np.float32]:
        """(tokens, projected): those of the sentence; none where the index keeps none."""
        sentence = self.generation.sentences[row]
        first, count = int(sentence["token"]), int(sentence["tokens"])
        return self.generation.tokens[first : first + count].astype(np.float32) / np.float32(STEPS)

    def section(self, row: int) -> str:
        """The headings above the row; empty where there are none."""
        return str(self.generation.sections[self._chunk(row)["section"]])

    def around(self, row: int) -> tuple[int, int]:
        """Where the chunk of the row begins and ends in its document."""
        return _span(self._chunk(row))

    def _chunk(self, row: int) -> Any:
        return self.generation.chunks[self.generation.sentences[row]["chunk"]]

    def outline(self, document: Document) -> list[tuple[str, int]]:
        """The sections of a document in order, each with the offset of its first chunk."""
        sections, chunks = self.generation.sections, self.generation.chunks
        rows = chunks[chunks["document"] == self.number(document.path)]
        first: dict[str, int] = {}
        for section, start in zip(rows["section"], rows["start"], strict=True):
            first.setdefault(sections[section], int(start))
        return [(section, start) for section, start in first.items() if section]

    def search(
        self, query: str, limit: int = 10, *, documents: Collection[str] | None = None
    ) -> list[Passage]:
        """The best passages first; `documents` (paths) narrows down where to look."""
        if not query.strip() or limit < 1:
            return []
        return [self.passage(hit) for hit in self.hits(self.query(query), limit, documents)]

    def query(self, text: str) -> Query:
        """The question encoded, the words that name a document of the index left aside."""
        core = self.core(text)
        encoded = self.encoder.question(core)
        tokens = self.late.question_tokens(encoded.tokens) if self.late else None
        return Query(text, core, encoded, tokens)

    def core(self, text: str) -> str:
        """The question without the words that name a document of the index."""
        names_one = bool(np.isin(years(text), self._titles.years).any())
        return self._titles.without(without_document(text) if names_one else text)

    def hits(
        self,
        query: Query,
        limit: int,
        documents: Collection[str] | None = None,
        *,
        neighbours_of: int = 0,
    ) -> list[Hit]:
        """As `index.search.find`, in the `documents` of these paths or in all."""
        among = None
        if documents is not None:
            among = [self._numbers[path] for path in documents if path in self._numbers]
        return find(self.generation, self._titles, query, limit, among, neighbours_of)

    def passage(self, hit: Hit) -> Passage:
        first = self.rows(hit.chunk)[0]
        return self.span(first, *self.around(first), hit.score)

    def span(self, row: int, start: int, end: int, score: float) -> Passage:
        """The source from `start` to `end`, where the row stands, as a passage."""
        document = self.documents[self.owner(row)]
        return Passage(
            document=document.path,
            title=document.title,
            section=self.section(row),
            page=document.page(start),
            start=start,
            end=end,
            text=tidy(document.text[start:end]),
            score=round(score, 4),
        )

    @cached_property
    def owners(self) -> NDArray[np.int32]:
        """(sentences,): the number of each one's document."""
        owners: NDArray[np.int32]
        owners = self.generation.chunks["document"][self.generation.sentences["chunk"]]
        return owners

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {document.path: at for at, document in enumerate(self.documents)}

    @cached_property
    def _titles(self) -> Titles:
        return Titles(self.documents)

    def cosines(self, rows: Sequence[int] | NDArray[np.int64], query: Query) -> NDArray[np.float32]:
        """(rows,): how like the question these sentences are."""
        vectors = self.generation.sentence_vectors[rows].astype(np.float32)
        cosines: NDArray[np.float32] = vectors @ query.encoded.vector
        return cosines

    def rarity(self, unit: str) -> float:
        """How rare a unit of matching is, see `Lexical.rarity`."""
        return self.generation.lexical.rarity(unit)


def _span(row: Any) -> tuple[int, int]:
    return int(row["start"]), int(row["end"])
