"""One generation of the index: its files, opened only where they add up."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from corpus import Document
from index import store
from index.lexical import Lexical
from index.store import IndexMissingError

CHUNK = np.dtype(
    [
        ("document", "<i4"),
        ("section", "<i4"),
        ("start", "<i4"),
        ("end", "<i4"),
        ("sentence", "<i4"),  # its first row in the table of sentences
        ("sentences", "<i4"),
        ("key", "S32"),  # of the text that was embedded
    ]
)
SENTENCE = np.dtype(
    [
        ("chunk", "<i4"),
        ("start", "<i4"),
        ("end", "<i4"),
        ("heading", "?"),
        ("continued", "?"),
        ("token", "<i8"),  # its first row in the token vectors
        ("tokens", "<i4"),
    ]
)


@dataclass(frozen=True, slots=True, eq=False)
class Generation:
    """One complete index, as it lies on disk."""

    name: str
    manifest: dict[str, Any]
    documents: tuple[Document, ...]
    sections: tuple[str, ...]
    chunks: NDArray[Any]  # of CHUNK
    sentences: NDArray[Any]  # of SENTENCE
    vectors: faiss.Index  # row i is chunk i
    sentence_vectors: NDArray[np.float16]  # (sentences, dimension)
    tokens: NDArray[np.int8]  # (tokens, projected dimension)
    lexical: Lexical
    notes: dict[str, Any]  # by document path: what the caller of the build had recorded


def open_current(folder: Path) -> Generation:
    """Open the generation that answers."""
    while True:
        name = store.current(folder)
        try:
            return open_generation(folder, name)
        except IndexMissingError:
            if store.current(folder) == name:
                raise
            # Another one was switched in, and this one cleared away, while it was being opened.


def open_generation(folder: Path, name: str) -> Generation:
    """Open a generation; arrays stay on disk and are mapped into memory."""
    path = store.path_of(folder, name)
    manifest = store.read_manifest(folder, name)
    try:
        generation = Generation(
            name=name,
            manifest=manifest,
            documents=store.read_documents(path),
            sections=tuple(json.loads((path / "sections.json").read_text("utf-8"))),
            chunks=np.load(path / "chunks.npy", allow_pickle=False),
            sentences=np.load(path / "sentences.npy", allow_pickle=False),
            vectors=faiss.deserialize_index(np.fromfile(path / "vectors.faiss", dtype=np.uint8)),
            sentence_vectors=_mapped(path / "sentence_vectors.bin", "<f2", manifest["dimension"]),
            tokens=_mapped(path / "tokens.bin", "i1", manifest["token_dimension"]),
            lexical=Lexical(path / "lexical"),
            notes=json.loads((path / "notes.json").read_text("utf-8")),
        )
    except (OSError, EOFError, ValueError, TypeError, KeyError, RuntimeError) as error:
        raise IndexMissingError(
            f"索引不完整：{path}（{error}）；请运行 youju index --rebuild"
        ) from error
    _verify(generation)
    return generation


def _mapped(path: Path, dtype: str, width: int) -> NDArray[Any]:
    if path.stat().st_size == 0:  # an empty file cannot be mapped
        return np.empty((0, width), dtype=dtype)
    return np.memmap(path, dtype=dtype, mode="r").reshape(-1, width)


def _verify(generation: Generation) -> None:
    """The parts must add up: counts that differ would cite another document."""
    chunks, sentences = len(generation.chunks), len(generation.sentences)
    last = generation.sentences[-1] if sentences else None
    counts = {
        "vectors": generation.vectors.ntotal == chunks,
        "dimension": generation.vectors.d == generation.manifest["dimension"],
        "lexical": generation.lexical.size == chunks,
        "sentences": int(generation.chunks["sentences"].sum()) == sentences,
        "sentence vectors": len(generation.sentence_vectors) == sentences,
        "tokens": last is None or last["token"] + last["tokens"] == len(generation.tokens),
        "documents": len(generation.documents) == len(generation.manifest["files"]),
    }
    wrong = [part for part, right in counts.items() if not right]
    if wrong:
        raise IndexMissingError(
            f"索引的各部分对不上（{', '.join(wrong)}）；请运行 youju index --rebuild"
        )
