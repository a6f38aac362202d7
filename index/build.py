"""Bring the index in line with the files: new, changed, moved and deleted ones."""

from __future__ import annotations

import shutil
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

import corpus
from corpus import Chunk, Document
from index import store, write
from index.compatible import program
from index.encoder import Encoder, model_label
from index.files import Files, Known, read_files
from index.generation import Generation, open_current, open_generation
from index.late import Projection, projection
from index.progress import Progress, counted, silent
from index.store import IndexMissingError

Annotate = Callable[[Document, Sequence[Chunk]], Any]  # what to keep with a document: JSON


class BuildError(RuntimeError):
    """The index cannot be built; the old one, if any, is as it was."""


class BusyError(BuildError):
    """Another process is at it."""


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


def update(
    folder: Path,
    sources: Sequence[Path],
    *,
    model: str | None = None,
    rebuild: bool = False,
    annotate: Annotate | None = None,
    annotate_version: str = "",
    progress: Progress = silent,
) -> Summary:
    """Index the documents in `sources` into `folder`; they are all that it will hold afterwards.

    `model` is a sentence-transformers name or folder; None keeps the index's own, or the default.
    """
    began = time.perf_counter()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / "lock", timeout=0):
            store.clear_unfinished(folder)
            recorded = store.recorded(folder)
            old = None if rebuild else _previous(folder)
            model = _model(model, recorded, rebuild=rebuild)
            files = read_files(sources, _known(old), progress)
            about = {
                "model": model,
                "sources": [str(corpus.located(path)) for path in sources],
                "annotate_version": annotate_version,
                "files": files.hashes,
                "failed": files.failed,
                "failed_hashes": files.failed_hashes,
            }
            if old and _unchanged(about, old):
                return _summary(files, recorded, old, 0, began)
            split = _split(sources, files, progress)
            notes = _notes(split, old, annotate, annotate_version, progress)
            made, embedded = _build(folder, split, notes, about, old, progress)
            return _summary(files, recorded, made, embedded, began)
    except Timeout:
        raise BusyError(f"另一个进程正在重建索引：{folder}；请等它结束") from None
    except OSError as error:
        raise BuildError(
            f"无法写入索引：{folder}（{error.strerror or error}）；"
            "请检查磁盘空间和写入权限。原来的索引没有改动"
        ) from error


def _build(
    folder: Path,
    split: Sequence[write.Split],
    notes: dict[str, Any],
    about: dict[str, Any],
    old: Generation | None,
    progress: Progress,
) -> tuple[Generation, int]:
    """Write a generation aside, open it to see that it is whole, switch; and what was embedded."""
    encoder = Encoder.load(about["model"])
    late = projection(encoder.fingerprint)
    aside = store.new_folder(folder)
    try:
        embedded = write.parts(aside, split, encoder, late, _reusable(old, encoder), progress)
        store.write_json(aside / "notes.json", notes)
        # Last: a folder without a manifest was not finished.
        store.write_json(aside / "manifest.json", _manifest(encoder, late, about))
        made = open_generation(folder, aside.name)
        store.switch(folder, made.name)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    return made, embedded


def _previous(folder: Path) -> Generation | None:
    """The generation to take over from; one that cannot be used counts as none."""
    try:
        return open_current(folder)
    except IndexMissingError:
        return None


def _model(wanted: str | None, recorded: dict[str, Any], *, rebuild: bool) -> str | None:
    """The model to load: the one asked for, else the one the index was made with.

    They may differ only where nothing is taken over from the old index.
    """
    used: str | None = recorded.get("model")
    if wanted is None:
        return used
    asked = model_label(wanted)
    if "model" in recorded and asked != used and not rebuild:
        raise BuildError(
            f"索引由模型 {used or '（默认）'} 建立，不是 {wanted}；"
            f"请运行 youju index --rebuild --model {wanted}"
        )
    return asked


def _known(old: Generation | None) -> Known:
    """The documents that need not be read again."""
    if old is None or not _same_reading(old):
        return {}
    return {(document.path, document.sha256): document for document in old.documents}


def _same_reading(old: Generation) -> bool:
    """Whether files were read and split as this version of the program does."""
    return bool(old.manifest["program"].get("reading") == corpus.code_version("corpus"))


def _split(sources: Sequence[Path], files: Files, progress: Progress) -> list[write.Split]:
    documents = counted(files.documents, "split", progress)
    split = [(document, corpus.split(document)) for document in documents]
    if any(chunks for _, chunks in split):
        return split
    if files.failed:
        raise BuildError("没有一个文件可以读取：" + "；".join(files.failed.values()))
    places = "、".join(map(str, sources))
    raise BuildError(
        f"没有可以索引的文档：{places}；"
        "请放入有文字的 .txt、.md、.html、.docx、.xlsx、.csv 或 .pdf 文件"
    )


def _unchanged(about: dict[str, Any], old: Generation) -> bool:
    now = {**about, "program": program(old.manifest["program"]["fingerprint"])}
    return all(old.manifest.get(part) == value for part, value in now.items())


def _notes(
    split: Sequence[write.Split],
    old: Generation | None,
    annotate: Annotate | None,
    version: str,
    progress: Progress,
) -> dict[str, Any]:
    """By path, what `annotate` makes of each document; kept from `old` where nothing changed."""
    if annotate is None:
        return {}
    kept = {}
    if old and _same_reading(old) and old.manifest["annotate_version"] == version:
        kept = {(path, old.manifest["files"][path]): note for path, note in old.notes.items()}
    return {
        document.path: kept.get((document.path, document.sha256)) or annotate(document, chunks)
        for document, chunks in counted(split, "annotate", progress)
    }


def _reusable(old: Generation | None, encoder: Encoder) -> Generation | None:
    """The old generation, if the same model and projection made its vectors."""
    now = program(encoder.fingerprint)
    if old and all(old.manifest["program"][part] == now[part] for part in ("fingerprint", "late")):
        return old
    return None


def _manifest(encoder: Encoder, late: Projection | None, about: dict[str, Any]) -> dict[str, Any]:
    return {
        "format": store.FORMAT,
        "created": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        "program": program(encoder.fingerprint),
        "dimension": encoder.dimension,
        "token_dimension": late.dimension if late else 0,
        **about,
    }


def _summary(
    files: Files, recorded: dict[str, Any], made: Generation, embedded: int, began: float
) -> Summary:
    """What is new beside the manifest `recorded` before, also where nothing of it was kept."""
    now, chunks = files.hashes, len(made.chunks)
    before: dict[str, str] = recorded.get("files", {})
    gone = [path for path in before if path not in now and path not in files.failed]
    fresh = [path for path in now if path not in before]
    moved = sum((Counter(before[p] for p in gone) & Counter(now[p] for p in fresh)).values())
    changed = sum(path in before and before[path] != sha256 for path, sha256 in now.items())
    return Summary(
        documents=len(now),
        new=len(fresh) - moved,
        changed=changed,
        moved=moved,
        deleted=len(gone) - moved,
        unchanged=len(now) - len(fresh) - changed,
        failed=files.failed,
        chunks=chunks,
        chunks_embedded=embedded,
        chunks_reused=chunks - embedded,
        seconds=round(time.perf_counter() - began, 3),
        generation=made.name,
    )
