"""Bring the index in line with the files: new, changed, moved and deleted ones."""

from __future__ import annotations

import hashlib
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

import corpus
from corpus import Chunk, Document
from index import store, write
from index.encoder import Encoder, model_label
from index.late import projection
from index.store import Generation, IndexMissingError

Annotate = Callable[[Document, Sequence[Chunk]], Any]  # what to keep with a document: JSON


class BuildError(RuntimeError):
    """The index cannot be built; the old one, if any, is as it was."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What one update did; `chunks_embedded` + `chunks_reused` are all chunks."""

    documents: int
    new: int
    changed: int
    moved: int
    deleted: int
    unchanged: int
    failed: dict[str, str]  # path: why
    chunks: int
    chunks_embedded: int
    chunks_reused: int
    seconds: float
    generation: str


@dataclass(frozen=True, slots=True)
class _Files:
    """What was found in the sources: the documents, and the files that could not be read."""

    documents: list[Document] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)


def update(
    folder: Path,
    sources: Sequence[Path],
    *,
    model: str | None = None,
    rebuild: bool = False,
    annotate: Annotate | None = None,
    annotate_version: str = "",
    progress: write.Progress | None = None,
) -> Summary:
    """Index the documents in `sources` into `folder`; they are all that it will hold afterwards.

    `model` is a sentence-transformers name or folder; None keeps the index's own, or the default.
    """
    began = time.perf_counter()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder / "lock", timeout=0):
            old = None if rebuild else _previous(folder)
            model = _model(model, old)
            files = _read(sources, old)
            if not files.documents:
                raise BuildError(_nothing(sources, files))
            if old and _unchanged(files, old, annotate_version):
                return _summary(files, old, old.name, len(old.chunks), 0, began)
            split = [(document, corpus.split(document)) for document in files.documents]
            encoder = Encoder.load(model)
            aside = store.new_folder(folder)
            try:
                embedded = write.parts(aside, split, encoder, old, progress)
                store.write_json(
                    aside / "notes.json", _notes(split, old, annotate, annotate_version)
                )
                store.write_json(
                    aside / "manifest.json",
                    _manifest(encoder, model, sources, files, annotate_version),
                )
                made = store.open_generation(folder, aside.name)  # verifies that it is whole
                store.switch(folder, made.name)
            except BaseException:
                shutil.rmtree(aside, ignore_errors=True)
                raise
            return _summary(files, old, made.name, len(made.chunks), embedded, began)
    except Timeout:
        raise BuildError(f"另一个进程正在重建索引：{folder}；请等它结束") from None


def program(fingerprint: str) -> dict[str, Any]:
    """What of this program an index depends on, given its model."""
    late = projection(fingerprint)
    return {
        "fingerprint": fingerprint,
        "splitter": corpus.SPLITTER_VERSION,
        "late": late.version if late else "",
    }


def _previous(folder: Path) -> Generation | None:
    """The generation to take over from; one that cannot be used counts as none."""
    try:
        return store.open_generation(folder, store.current(folder))
    except IndexMissingError:
        return None


def _model(wanted: str | None, old: Generation | None) -> str | None:
    """The model to load: the one asked for, else the one the index was made with."""
    if old is None:
        return wanted and model_label(wanted)
    used: str | None = old.manifest["model"]
    if wanted is not None and model_label(wanted) != used:
        raise BuildError(
            f"索引由模型 {used or '（默认）'} 建立，不是 {wanted}；"
            f"请运行 youju index --rebuild --model {wanted}"
        )
    return used


def _read(sources: Sequence[Path], old: Generation | None) -> _Files:
    """Every document in the sources; what is known by path and content is not read again."""
    known = {(d.path, d.sha256): d for d in old.documents} if old else {}
    files = _Files()
    for file, path in corpus.find(sources):
        try:
            sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
            files.documents.append(known.get((path, sha256)) or corpus.read(file, path))
        except (corpus.ReadError, OSError) as error:
            files.failed[path] = str(error)
    return files


def _nothing(sources: Sequence[Path], files: _Files) -> str:
    if files.failed:
        return "没有一个文件可以读取：" + "；".join(files.failed.values())
    places = "、".join(map(str, sources))
    return f"没有可以索引的文档：{places}；请放入 .txt、.md、.html、.docx 或 .pdf 文件"


def _unchanged(files: _Files, old: Generation, annotate_version: str) -> bool:
    fingerprint = old.manifest["program"]["fingerprint"]
    return (
        _hashes(files.documents) == old.manifest["files"]
        and old.manifest["program"] == program(fingerprint)
        and old.manifest["annotate_version"] == annotate_version
    )


def _hashes(documents: Sequence[Document]) -> dict[str, str]:
    return {document.path: document.sha256 for document in documents}


def _notes(
    split: Sequence[write.Split], old: Generation | None, annotate: Annotate | None, version: str
) -> dict[str, Any]:
    """By path, what `annotate` makes of each document; kept from `old` where nothing changed."""
    if annotate is None:
        return {}
    kept = {}
    if old and old.manifest["annotate_version"] == version:
        kept = {(path, old.manifest["files"][path]): note for path, note in old.notes.items()}
    return {
        document.path: kept.get((document.path, document.sha256)) or annotate(document, chunks)
        for document, chunks in split
    }


def _manifest(
    encoder: Encoder,
    model: str | None,
    sources: Sequence[Path],
    files: _Files,
    annotate_version: str,
) -> dict[str, Any]:
    late = projection(encoder.fingerprint)
    return {
        "format": store.FORMAT,
        "created": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        "model": model,
        "program": program(encoder.fingerprint),
        "dimension": encoder.dimension,
        "token_dimension": late.dimension if late else 0,
        "sources": [str(path.resolve()) for path in sources],
        "annotate_version": annotate_version,
        "files": _hashes(files.documents),
        "failed": files.failed,
    }


def _summary(
    files: _Files, old: Generation | None, name: str, chunks: int, embedded: int, began: float
) -> Summary:
    now = _hashes(files.documents)
    before: dict[str, str] = old.manifest["files"] if old else {}
    gone = {sha256 for path, sha256 in before.items() if path not in now}
    fresh = [path for path in now if path not in before]
    moved = sum(now[path] in gone for path in fresh)
    changed = sum(path in before and before[path] != sha256 for path, sha256 in now.items())
    return Summary(
        documents=len(now),
        new=len(fresh) - moved,
        changed=changed,
        moved=moved,
        deleted=sum(path not in now for path in before) - moved,
        unchanged=len(now) - len(fresh) - changed,
        failed=files.failed,
        chunks=chunks,
        chunks_embedded=embedded,
        chunks_reused=chunks - embedded,
        seconds=round(time.perf_counter() - began, 3),
        generation=name,
    )
