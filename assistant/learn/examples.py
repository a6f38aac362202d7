"""Questions with known answers, on documents whose token vectors are kept as they are."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import corpus
from index import store, write
from index.encoder import Encoded, Encoder
from index.late import Projection
from index.store import Generation


class RawTokens:
    """Keeps token vectors as they are, to project them later."""

    def text_tokens(self, tokens: NDArray[np.float32]) -> NDArray[np.float16]:
        return tokens.astype(np.float16)


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A question, what the model makes of it, and where its answer stands."""

    question: str
    document: str  # path
    answers: tuple[str, ...]  # without white space
    encoded: Encoded


def flat(text: str) -> str:
    return "".join(text.split())


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


def _report(done: int, total: int) -> None:
    print(f"\r{done}/{total}", end="", file=sys.stderr)


def projected(generation: Generation, late: Projection) -> Generation:
    """The generation with its raw token vectors projected."""
    raw = generation.tokens.view("<f2")
    parts = [
        late.text_tokens(raw[at : at + 65536].astype(np.float32))
        for at in range(0, len(raw), 65536)
    ]
    return replace(generation, tokens=np.concatenate(parts))


def examples(questions: Path, generation: Generation, encoder: Encoder) -> list[Example]:
    """One per line of a gold file whose questions have an answer."""
    paths = {Path(document.path).stem: document.path for document in generation.documents}
    rows = [json.loads(line) for line in questions.read_text("utf-8").splitlines()]
    rows = [row for row in rows if row["gold"]]
    encoded = encoder.questions([row["question"] for row in rows])
    return [
        Example(row["question"], paths[row["doc"]], tuple(map(flat, row["gold"][0])), one)
        for row, one in zip(rows, encoded, strict=True)
    ]


def holds_answer(generation: Generation, example: Example) -> NDArray[np.bool_]:
    """(sentences,): whether each holds the answer, in the example's own document."""
    number = next(at for at, d in enumerate(generation.documents) if d.path == example.document)
    text = generation.documents[number].text
    owner = generation.chunks["document"][generation.sentences["chunk"]]
    right = np.zeros(len(generation.sentences), dtype=bool)
    for row in np.flatnonzero(owner == number):
        sentence = generation.sentences[row]
        content = flat(text[sentence["start"] : sentence["end"]])
        right[row] = any(answer in content for answer in example.answers)
    return right
