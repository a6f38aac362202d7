"""Embed the chunks and write the arrays of a generation, batch by batch."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Protocol

import faiss
import numpy as np
from numpy.typing import NDArray

from corpus import Chunk, Document, tidy
from index import lexical, store
from index.encoder import Encoded, Encoder
from index.generation import CHUNK, SENTENCE, Generation
from index.progress import Progress

BATCH_CHUNKS = 64  # embedded, then written; 128 take 2 % less time

Split = tuple[Document, tuple[Chunk, ...]]


class TokenProjection(Protocol):
    """What makes the token vectors of a text small enough to keep."""

    def text_tokens(self, tokens: NDArray[np.float32]) -> NDArray[Any]: ...


@dataclass(frozen=True, slots=True)
class PassageInput:
    """What is embedded for a chunk, and where its sentences stand in it."""

    text: str
    spans: tuple[tuple[int, int], ...]

    @property
    def key(self) -> bytes:
        # The same text may be cut into other sentences, each with vectors of its own.
        return hashlib.sha256(f"{self.spans} {self.text}".encode()).hexdigest()[:32].encode()


@dataclass(frozen=True, slots=True, eq=False)
class _Vectors:
    """What the model gives for a chunk, as it is stored."""

    chunk: NDArray[np.float32]  # (dimension,)
    sentences: NDArray[np.float16]  # (sentences, dimension)
    tokens: NDArray[Any]  # (tokens, projected dimension), all sentences in order
    counts: tuple[int, ...]  # tokens of each sentence


def passage_input(document: Document, chunk: Chunk) -> PassageInput:
    """The chunk under what identifies it: the same sentence stands in fifty years' reports."""
    text = _header(document, chunk.section) + "\n"
    spans = []
    for sentence in chunk.sentences:
        start = len(text)
        text += tidy(document.text[sentence.start : sentence.end])
        spans.append((start, len(text)))
        text += "\n" if sentence.heading else ""
    return PassageInput(text, tuple(spans))


def _header(document: Document, section: str) -> str:
    """Title, year where the title has none, and section."""
    year = document.date[:4]
    dated = f"{document.title} {year}年" if year and year not in document.title else document.title
    return f"{dated} {section}".strip()


def parts(
    folder: Path,
    split: Sequence[Split],
    encoder: Encoder,
    late: TokenProjection | None,
    old: Generation | None,
    progress: Progress,
) -> int:
    """Write everything but manifest and notes; returns how many chunks had to be embedded.

    What `old` has of the same text is taken over: it must have been made with the same model and
    projection.
    """
    pairs = [(document, chunk) for document, chunks in split for chunk in chunks]
    inputs = [passage_input(document, chunk) for document, chunk in pairs]
    counts, embedded = _write_vectors(folder, inputs, encoder, late, old, progress)
    progress("finish", 0, 1)
    store.write_documents(folder, [document for document, _ in split])
    _write_tables(folder, split, inputs, counts)
    lexical.write((item.text for item in inputs), folder / "lexical")
    return embedded


def _write_vectors(
    folder: Path,
    inputs: Sequence[PassageInput],
    encoder: Encoder,
    late: TokenProjection | None,
    old: Generation | None,
    progress: Progress,
) -> tuple[list[int], int]:
    """Stream the vectors to disk; returns the tokens of every sentence, and what was embedded."""
    reusable = {bytes(key): at for at, key in enumerate(old.chunks["key"])} if old else {}
    counts: list[int] = []
    embedded = 0
    new = sum(item.key not in reusable for item in inputs)
    progress("embed", 0, new)  # to load the model takes seconds
    chunks = np.empty((len(inputs), encoder.dimension), dtype=np.float32)
    with (
        (folder / "sentence_vectors.bin").open("wb") as sentence_file,
        (folder / "tokens.bin").open("wb") as token_file,
    ):
        for first in range(0, len(inputs), BATCH_CHUNKS):
            batch = inputs[first : first + BATCH_CHUNKS]
            missing = [item for item in batch if item.key not in reusable]
            # Else whoever cancels waits for the whole batch, seconds.
            told = partial(_told, progress, embedded, new)
            texts = [item.text for item in missing]
            fresh = zip(missing, encoder.passages(texts, told), strict=True)
            made = {item.key: _vectors(item, encoded, late) for item, encoded in fresh}
            for at, item in enumerate(batch, first):
                vectors = made.get(item.key) or _taken_over(old, reusable[item.key])
                chunks[at] = vectors.chunk
                sentence_file.write(vectors.sentences.tobytes())
                token_file.write(vectors.tokens.tobytes())
                counts.extend(vectors.counts)
            embedded += len(missing)
            progress("embed", embedded, new)  # those taken over are no measure of the pace
    flat = faiss.IndexFlatIP(encoder.dimension)
    flat.add(chunks)
    # Through Python's own files: faiss opens no path with Chinese characters on some systems.
    (folder / "vectors.faiss").write_bytes(faiss.serialize_index(flat).tobytes())
    return counts, embedded


def _told(progress: Progress, before: int, total: int, done: int) -> None:
    progress("embed", before + done, total)


def _vectors(item: PassageInput, encoded: Encoded, late: TokenProjection | None) -> _Vectors:
    """Split what the model gave for the chunk among its sentences (late chunking).

    A sentence's vector is the mean of its tokens, which have seen the whole chunk.
    """
    middles = encoded.spans.mean(axis=1)
    members = [np.flatnonzero((middles >= a) & (middles <= b)) for a, b in item.spans]
    means = [
        encoded.tokens[rows].mean(axis=0) if len(rows) else np.zeros_like(encoded.vector)
        for rows in members
    ]
    sentences = np.array(means, dtype=np.float32).reshape(len(members), len(encoded.vector))
    sentences /= np.maximum(np.linalg.norm(sentences, axis=1, keepdims=True), 1e-9)
    if late is None:
        empty = np.empty((0, 0), dtype=np.int8)
        return _Vectors(encoded.vector, sentences.astype(np.float16), empty, (0,) * len(members))
    tokens = late.text_tokens(encoded.tokens[np.concatenate(members)])
    counts = tuple(len(rows) for rows in members)
    return _Vectors(encoded.vector, sentences.astype(np.float16), tokens, counts)


def _taken_over(old: Generation | None, at: int) -> _Vectors:
    """The vectors of chunk `at` as they stand in the old generation."""
    assert old is not None
    chunk = old.chunks[at]
    own = slice(chunk["sentence"], chunk["sentence"] + chunk["sentences"])
    rows = old.sentences[own]
    first, last = rows[0], rows[-1]
    return _Vectors(
        np.asarray(old.vectors.reconstruct(at)),
        old.sentence_vectors[own],
        old.tokens[first["token"] : last["token"] + last["tokens"]],
        tuple(int(count) for count in rows["tokens"]),
    )


def _write_tables(
    folder: Path, split: Sequence[Split], inputs: Sequence[PassageInput], counts: Sequence[int]
) -> None:
    """The tables of chunks, sentences and sections, in the order of the vectors."""
    sections: dict[str, int] = {}
    chunk_rows: list[tuple[object, ...]] = []
    sentence_rows: list[tuple[object, ...]] = []
    tokens = 0
    for at, (document, chunk) in enumerate(
        (number, chunk) for number, (_, chunks) in enumerate(split) for chunk in chunks
    ):
        section = sections.setdefault(chunk.section, len(sections))
        first = len(sentence_rows)
        row = (document, section, chunk.start, chunk.end, first, len(chunk.sentences))
        chunk_rows.append((*row, inputs[at].key))
        for sentence in chunk.sentences:
            count = counts[len(sentence_rows)]
            flags = (sentence.heading, sentence.continued)
            sentence_rows.append((at, sentence.start, sentence.end, *flags, tokens, count))
            tokens += count
    np.save(folder / "chunks.npy", np.array(chunk_rows, dtype=CHUNK))
    np.save(folder / "sentences.npy", np.array(sentence_rows, dtype=SENTENCE))
    store.write_json(folder / "sections.json", list(sections))
