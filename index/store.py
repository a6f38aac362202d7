"""Generations of the index on disk: written aside, verified, then switched in one step.

    DIR/CURRENT            the name of the generation that answers
    DIR/generations/NAME/  one complete index, never changed once CURRENT names it
"""

from __future__ import annotations

import json
import os
import shutil
import uuid
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from corpus import Document
from index.lexical import Lexical

FORMAT = 1  # of the files below; raise it when they change
KEPT_GENERATIONS = 2  # the current one, and the one a reader may be about to open

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


class IndexMissingError(RuntimeError):
    """There is no index to open, or it is not one that this program can use."""


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


def current(folder: Path) -> str:
    """The name of the generation that answers."""
    try:
        return (folder / "CURRENT").read_text("utf-8").strip()
    except FileNotFoundError:
        raise IndexMissingError(f"没有索引：{folder}；请先运行 youju index") from None


def new_folder(folder: Path) -> Path:
    """Where the next generation is to be written."""
    path = folder / "generations" / uuid.uuid4().hex[:12]
    path.mkdir(parents=True)
    return path


def switch(folder: Path, name: str) -> None:
    """Make the generation the one that answers, then clear away old ones."""
    aside = folder / f"CURRENT.{uuid.uuid4().hex}"
    with aside.open("w", encoding="utf-8") as file:
        file.write(name + "\n")
        file.flush()
        os.fsync(file.fileno())
    os.replace(aside, folder / "CURRENT")
    generations = sorted((folder / "generations").iterdir(), key=lambda p: p.stat().st_mtime)
    old = [path for path in generations if path.name != name]
    for path in old[: max(0, len(old) - KEPT_GENERATIONS + 1)]:
        shutil.rmtree(path, ignore_errors=True)  # Windows keeps files that are being read


def write_documents(path: Path, documents: Sequence[Document]) -> None:
    with (path / "documents.jsonl").open("w", encoding="utf-8") as file:
        for document in documents:
            # surrogatepass is not needed: text that was decoded strictly has no lone surrogates.
            file.write(json.dumps(asdict(document), ensure_ascii=False) + "\n")


def read_documents(path: Path) -> tuple[Document, ...]:
    with (path / "documents.jsonl").open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return tuple(Document(**{**row, "page_starts": tuple(row["page_starts"])}) for row in rows)


def write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), "utf-8")


def write_vectors(path: Path, vectors: NDArray[np.float32]) -> None:
    flat = faiss.IndexFlatIP(vectors.shape[1])
    flat.add(vectors)
    # Through Python's own files: faiss opens no path with Chinese characters on some systems.
    (path / "vectors.faiss").write_bytes(faiss.serialize_index(flat).tobytes())


def read_manifest(folder: Path, name: str) -> dict[str, Any]:
    """The manifest of a generation; a format of another program version is refused."""
    try:
        text = (folder / "generations" / name / "manifest.json").read_text("utf-8")
        manifest: dict[str, Any] = json.loads(text)
    except (FileNotFoundError, json.JSONDecodeError):
        raise IndexMissingError(
            f"索引不完整：{folder}；请运行 youju index --rebuild 重建"
        ) from None
    if manifest["format"] != FORMAT:
        raise IndexMissingError(
            f"索引格式是版本 {manifest['format']}，本程序需要版本 {FORMAT}；"
            "请运行 youju index --rebuild 重建"
        )
    return manifest


def open_generation(folder: Path, name: str) -> Generation:
    """Open a generation; arrays stay on disk and are mapped into memory."""
    path = folder / "generations" / name
    manifest = read_manifest(folder, name)
    try:
        generation = Generation(
            name=name,
            manifest=manifest,
            documents=read_documents(path),
            sections=tuple(json.loads((path / "sections.json").read_text("utf-8"))),
            chunks=np.load(path / "chunks.npy"),
            sentences=np.load(path / "sentences.npy"),
            vectors=faiss.deserialize_index(np.fromfile(path / "vectors.faiss", dtype=np.uint8)),
            sentence_vectors=_mapped(path / "sentence_vectors.bin", "<f2", manifest["dimension"]),
            tokens=_mapped(path / "tokens.bin", "i1", manifest["token_dimension"]),
            lexical=Lexical(path / "lexical"),
            notes=json.loads((path / "notes.json").read_text("utf-8")),
        )
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise IndexMissingError(
            f"索引不完整：{path}（{error}）；请运行 youju index --rebuild 重建"
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
        "lexical": generation.lexical.size == chunks,
        "sentences": int(generation.chunks["sentences"].sum()) == sentences,
        "sentence vectors": len(generation.sentence_vectors) == sentences,
        "tokens": last is None or last["token"] + last["tokens"] == len(generation.tokens),
        "documents": len(generation.documents) == len(generation.manifest["files"]),
    }
    wrong = [part for part, right in counts.items() if not right]
    if wrong:
        raise IndexMissingError(
            f"索引的各部分对不上（{', '.join(wrong)}）；请运行 youju index --rebuild 重建"
        )
