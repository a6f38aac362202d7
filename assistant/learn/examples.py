"""Questions with known answers, on documents whose token vectors are kept as they are."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import corpus
from corpus import flat
from index import Index, Query, store, write
from index.encoder import Encoder
from index.late import Projection
from index.progress import Stage
from index.store import Generation


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
    return store.open_generation(cache, store.current(cache))


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
    stems = {Path(document.path).stem: document.path for document in generation.documents}
    rows = [json.loads(line) for line in questions.read_text("utf-8").splitlines()]
    # No gold words and no spans: nothing says where an answer might have been.
    rows = [row for row in rows if "spans" in row or row["gold"]]
    made = []
    for row, query in zip(rows, index.queries([row["question"] for row in rows]), strict=True):
        path = row["document"] if "spans" in row else stems[row["doc"]]
        number = index.number(path)
        if "spans" in row:
            right = _overlapping(generation, number, row["spans"])
        else:
            right = _holding(generation, number, list(map(flat, row["gold"][0])))
        made.append(Example(query, path, right))
    return made


def _overlapping(
    generation: Generation, document: int, spans: Sequence[Sequence[int]]
) -> NDArray[np.int64]:
    """Rows of the sentences that have a part of a span."""
    rows = _rows(generation, document)
    table = generation.sentences[rows]
    hit = [(table["start"] < end) & (start < table["end"]) for start, end in spans]
    found: NDArray[np.int64] = rows[np.any(hit, axis=0)] if hit else rows[:0]
    return found


def _holding(generation: Generation, document: int, answers: Sequence[str]) -> NDArray[np.int64]:
    """Rows of the sentences that hold one of the answers."""
    rows, text = _rows(generation, document), generation.documents[document].text
    sentences = [flat(text[row["start"] : row["end"]]) for row in generation.sentences[rows]]
    right = [any(answer in sentence for answer in answers) for sentence in sentences]
    return rows[np.flatnonzero(right)]


def _rows(generation: Generation, document: int) -> NDArray[np.int64]:
    owner = generation.chunks["document"][generation.sentences["chunk"]]
    rows: NDArray[np.int64] = np.flatnonzero(owner == document)
    return rows
