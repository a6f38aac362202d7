"""Generations of the index on disk: written aside, verified, then switched in one step.

DIR/CURRENT            the name of the generation that answers
DIR/generations/NAME/  one complete index, never changed once CURRENT names it
"""

from __future__ import annotations

import json
import os
import shutil
import time
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
REPLACE_TRIES = 50  # Windows replaces no file that is being read; 0.1 s apart

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
    """There is no index to open, or it is not one that this program can use.

    `command`: what helps, where a command does.
    """

    def __init__(self, said: str, command: str = "youju index --rebuild") -> None:
        super().__init__(said)
        self.command = command


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
    except (FileNotFoundError, NotADirectoryError):
        raise IndexMissingError(
            f"没有索引：{folder}；请先运行 youju index", "youju index"
        ) from None
    except OSError as error:
        raise IndexMissingError(
            f"无法读取索引：{folder}（{error.strerror}）；请检查权限或磁盘", command=""
        ) from error


def path_of(folder: Path, name: str) -> Path:
    """Where the generation lies."""
    return folder / "generations" / name


def new_folder(folder: Path) -> Path:
    """Where the next generation is to be written."""
    path = path_of(folder, uuid.uuid4().hex[:12])
    path.mkdir(parents=True)
    return path


def switch(folder: Path, name: str) -> None:
    """Make the generation the one that answers, then clear away others.

    The one that answered before stays: a reader may be about to open it.
    """
    before = recorded(folder).get("name")
    made = path_of(folder, name)
    _sync(made)
    aside = folder / f"CURRENT.{uuid.uuid4().hex}"
    with aside.open("w", encoding="utf-8") as file:
        file.write(name + "\n")
        file.flush()
        os.fsync(file.fileno())
    _replace(aside, folder / "CURRENT")
    for path in made.parent.iterdir():
        if path.name not in (name, before):
            shutil.rmtree(path, ignore_errors=True)  # Windows keeps files that are being read


def clear_unfinished(folder: Path) -> None:
    """Remove what a killed process has left; to be called by the one process that may write."""
    for path in folder.glob("CURRENT.*"):
        path.unlink(missing_ok=True)
    for path in folder.glob("generations/*"):
        if not (path / "manifest.json").exists():
            shutil.rmtree(path, ignore_errors=True)


def _sync(path: Path) -> None:
    """See that the files are on the disk itself: CURRENT must not outlive them in a power cut."""
    for file in path.rglob("*"):
        if file.is_file():
            with file.open("rb+") as handle:
                os.fsync(handle.fileno())


def _replace(aside: Path, path: Path) -> None:
    for _ in range(REPLACE_TRIES - 1):
        try:
            os.replace(aside, path)
        except PermissionError:
            time.sleep(0.1)
        else:
            return
    os.replace(aside, path)


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
        text = (path_of(folder, name) / "manifest.json").read_text("utf-8")
        manifest: dict[str, Any] = json.loads(text)
    except (OSError, ValueError):
        raise IndexMissingError(f"索引不完整：{folder}；请运行 youju index --rebuild") from None
    if manifest.get("format") != FORMAT:
        raise IndexMissingError(
            f"索引格式是版本 {manifest.get('format')}，本程序需要版本 {FORMAT}；"
            "请运行 youju index --rebuild"
        )
    return manifest


def recorded(folder: Path) -> dict[str, Any]:
    """The manifest of the generation that answers, and its "name"; of whatever format.

    Empty where there is none that can be read.
    """
    try:
        name = current(folder)
        text = (path_of(folder, name) / "manifest.json").read_text("utf-8")
        return {**json.loads(text), "name": name}
    except (IndexMissingError, OSError, ValueError, TypeError):
        return {}


def open_current(folder: Path) -> Generation:
    """Open the generation that answers."""
    while True:
        name = current(folder)
        try:
            return open_generation(folder, name)
        except IndexMissingError:
            if current(folder) == name:
                raise
            # Another one was switched in, and this one cleared away, while it was being opened.


def open_generation(folder: Path, name: str) -> Generation:
    """Open a generation; arrays stay on disk and are mapped into memory."""
    path = path_of(folder, name)
    manifest = read_manifest(folder, name)
    try:
        generation = Generation(
            name=name,
            manifest=manifest,
            documents=read_documents(path),
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
