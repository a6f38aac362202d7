"""What `youju index` does: the index brought in line with the files, the register kept in it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

import corpus
import index
from assistant import register
from assistant.library import scope
from assistant.library.listing import listed
from corpus import Chunk, Document
from index import Summary, store
from index.bundled import NAME
from index.progress import Progress, silent
from index.titles import years_of


def update_index(
    folder: Path,
    sources: Sequence[Path],
    *,
    model: str | None = None,
    rebuild: bool = False,
    progress: Progress = silent,
) -> Summary:
    """`index.update`, with each document's register among the notes of the generation."""
    return index.update(
        folder,
        sources,
        model=model,
        rebuild=rebuild,
        annotate=_register_of,
        annotate_version=register_version(),
        progress=progress,
    )


def read_register(folder: Path) -> register.Register:
    """The register of all documents; the model is not needed for it."""
    _, path = _current(folder)
    notes: dict[str, Any] = json.loads((path / "notes.json").read_text("utf-8"))
    return register.from_notes(notes.values())


def read_years(folder: Path) -> dict[str, str]:
    """The year of each document, by its path in the index."""
    _, path = _current(folder)
    return years_of(store.read_documents(path))


def read_text(folder: Path, document: str) -> str:
    """The source text of a document, by its path in the index."""
    _, path = _current(folder)
    texts = {one.path: one.text for one in store.read_documents(path)}
    if document not in texts:
        raise scope.missing(document, list(texts))
    return texts[document]


def read_status(folder: Path) -> dict[str, Any]:
    """What the index holds, from its manifest."""
    manifest, path = _current(folder)
    arrays = {part: np.load(path / f"{part}.npy", "r") for part in ("chunks", "sentences")}
    return {
        "index": str(folder),
        "documents": len(manifest["files"]),
        **{part: len(array) for part, array in arrays.items()},
        "model": manifest["model"] or NAME,
        "created": manifest["created"],
        "sources": manifest["sources"],
        "bytes": sum(file.stat().st_size for file in path.rglob("*") if file.is_file()),
        "generation": path.name,
        "failed": manifest["failed"],
        "files": sorted(manifest["files"]),
        "listing": [asdict(one) for one in listed(store.read_documents(path), arrays["chunks"])],
    }


def _current(folder: Path) -> tuple[dict[str, Any], Path]:
    """Manifest and folder of the generation that answers."""
    name = store.current(folder)
    return store.read_manifest(folder, name), store.path_of(folder, name)


def register_version() -> str:
    """The version of the code that registers are made by: with another, they are made anew."""
    parts = (register.__name__,), ("corpus",), ("index", "matching")
    return "-".join(corpus.code_version(*part) for part in parts)


def _register_of(document: Document, chunks: Sequence[Chunk]) -> Any:
    return register.extract(document, chunks).to_dict()
