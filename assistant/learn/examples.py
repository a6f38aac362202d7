"""Questions with known answers, on documents whose token vectors are kept as they are."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any

import numpy as np
from numpy.typing import NDArray

import corpus
from assistant import jsonl
from corpus import flat
from index import Index, Query, store, write
from index.encoder import Encoder
from index.generation import Generation, open_generation
from index.late import Projection
from index.progress import Stage


class RawTokens:
    """Keeps token vectors as they are, to project them later."""

    def text_tokens(self, tokens: NDArray[np.float32]) -> NDArray[np.float16]:
        return tokens.astype(np.float16)


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A question as the index compares it, and the sentences that answer it."""

    query: Query  # not projected
    document: str  # path
    right: NDArray[np.int64]  # rows of the sentence table; none where there is no answer


def prepare(sources: Path, cache: Path, encoder: Encoder) -> Generation:
    """The documents split and embedded, with raw token vectors (float16, as pairs of bytes)."""
    marker = cache / "CURRENT"
    if not marker.exists():
        split = []
        for file, path in corpus.find([sources]):
            document = corpus.read(file, path)
            split.append((document, corpus.split(document)))
        aside = store.new_folder(cache)
        write.parts(aside, split, encoder, RawTokens(), None, _report)
        manifest = {
            "format": store.FORMAT,
            "dimension": encoder.dimension,
            "token_dimension": 2 * encoder.dimension,
            "files": {document.path: document.sha256 for document, _ in split},
        }
        store.write_json(aside / "notes.json", {})
        store.write_json(aside / "manifest.json", manifest)
        store.switch(cache, aside.name)
    return open_generation(cache, store.current(cache))


def _report(stage: Stage, done: int, total: int) -> None:
    print(f"\r{stage} {done}/{total}", end="", file=sys.stderr)


def projected(generation: Generation, late: Projection) -> Generation:
    """The generation with its raw token vectors projected."""
    raw = generation.tokens.view("<f2")
    parts = [
        late.text_tokens(raw[at : at + 65536].astype(np.float32))
        for at in range(0, len(raw), 65536)
    ]
    return replace(generation, tokens=np.concatenate(parts))


def examples(questions: Path, generation: Generation, encoder: Encoder) -> list[Example]:
    """One per line of a file of questions.

    A line says where the answer stands as "spans" ([start, end] in the "document"; none where the
    document does not answer), or which words of "doc" it has, as "gold" (as score.py reads it).
    """
    index = Index(Path(), generation, encoder, None)
    made = []
    for _, row in jsonl.read_objects(str(questions)):
        if "spans" in row or row["gold"]:  # else nothing says where an answer might have been
            document, *_ = _named(index, row)
            path = index.documents[document].path
            made.append(Example(index.query(row["question"]), path, answering(index, row)))
    return made


def answering(index: Index, row: dict[str, Any]) -> NDArray[np.int64]:
    """Rows of the sentences that have a part of the spans, or one of the words, of a line of
    questions: of the document that it names, or of all.
    """
    spans = [one for one in row.get("spans") or () if _is_span(one)]
    words = [flat(way) for fact in row.get("gold") or () for way in fact]
    table = index.generation.sentences

    def answers(at: int) -> bool:
        sentence = table[at]
        inside = (sentence["start"] < end and start < sentence["end"] for start, end in spans)
        return any(inside) or any(word in flat(index.sentence(at)) for word in words)

    rows = np.flatnonzero(np.isin(index.owners, _named(index, row)))
    return rows[[answers(at) for at in rows.tolist()]]


def _named(index: Index, row: dict[str, Any]) -> list[int]:
    """The documents by that name, or all where a line of questions names none."""
    name = row.get("document") or row.get("doc") or ""
    paths = (PurePath(document.path) for document in index.documents)
    names = ({"", path.as_posix(), path.name, path.stem} for path in paths)
    return [at for at, those in enumerate(names) if name in those]


def _is_span(one: object) -> bool:
    return isinstance(one, list) and list(map(type, one)) == [int, int]
