"""The folders an index is made from: what lies there, what is added, what is taken away."""

from __future__ import annotations

import hashlib
import shutil
import threading
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

import corpus
from assistant import DEFAULT_SOURCE
from assistant.library.naming import beside, free, plain_name
from assistant.library.originals import files_in
from index import store

ADDED_BYTES = 200 * 1024**2  # of one file; a PDF with scanned pages may be large
# What people keep beside documents that can be read, and expect to be asked as well.
UNREAD = (".doc", ".wps", ".rtf", ".xls", ".et", ".ppt", ".pptx", ".dps", ".ofd")
KNOWN_FILES = 20_000  # whose content need not be read again to see that it is the same


class State(StrEnum):
    """What the index has of a file."""

    INDEXED = "indexed"
    FAILED = "failed"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


class How(StrEnum):
    """What became of a file that was handed over."""

    ADDED = "added"
    SECOND = "second"  # another file has its name
    RENAMED = "renamed"  # no file can have its name
    SAME = "same"  # a file with the same content is there
    UNSUPPORTED = "unsupported"
    TOO_LARGE = "too_large"
    NOT_SENT = "not_sent"


class LastDocumentError(ValueError):
    """Without it nothing could be indexed, and the old index would go on answering from it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the folders or of the index."""

    path: str  # the document's path in the index
    state: State
    bytes: int = 0
    reason: str = ""  # why it could not be read


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a file, and under which path it now is, or the same one was, in the folder."""

    name: str
    how: How
    path: str = ""
    namesake: str = ""  # the document that has its name, where that is another one


class Holdings:
    """The documents of one index as files. Changes of several threads come one after the other."""

    def __init__(self, index_dir: Path) -> None:
        self._index_dir = index_dir.resolve()
        self._changing = threading.Lock()

    @property
    def sources(self) -> list[Path]:
        """The files and folders that the index was made from, or is to be."""
        return _sources(store.recorded(self._index_dir))

    @property
    def folder(self) -> Path | None:
        """Where new documents are kept: the first folder, if there is one."""
        recorded = store.recorded(self._index_dir)
        # Before there is an index, the folder need not be there either.
        folders = (path for path in _sources(recorded) if path.is_dir() or not recorded)
        return next(folders, None)

    @property
    def removed(self) -> Path:
        """Where removed files are kept, out of reach of an update: beside the index."""
        around = self._index_dir.parent
        within = any(around.is_relative_to(source) for source in self.sources)
        return beside(self._index_dir, "removed", hidden=within)  # hidden files are not indexed

    def entries(self) -> list[Entry]:
        """Every file in the folders or the index, in the order of the paths."""
        recorded = store.recorded(self._index_dir)
        hashes, failed = recorded.get("files", {}), recorded.get("failed", {})
        seen = {**hashes, **recorded.get("failed_hashes", {})}
        there = files_in(_sources(recorded))
        return [_entry(path, there.get(path), seen, failed) for path in sorted({*there, *hashes})]

    def unindexed(self) -> int:
        """How many files have come or changed since the index was updated; 0 if unseen."""
        try:
            return sum(entry.state in (State.NEW, State.CHANGED) for entry in self.entries())
        except OSError:  # one of them has gone meanwhile
            return 0

    def left_out(self) -> list[str]:
        """The files in the folders that hold documents of a kind that is not read."""
        inside = (file.relative_to(top) for top in self.sources for file in top.rglob("*"))
        unread = (file for file in inside if file.suffix.lower() in UNREAD)
        return sorted(file.name for file in unread if not corpus.is_hidden(file))

    def add(self, name: str, file: Path) -> Taken:
        """Take the content of `file` into the folder as `name`; never over another file."""
        plain = plain_name(name)
        if refused := refusal(plain, file.stat().st_size):
            return Taken(name, refused)
        with self._changing:
            there = files_in(self.sources)
            digest = _digest(file)
            for path, other in there.items():
                if _digest(other) == digest:
                    return Taken(name, How.SAME, path)
            folder = self.folder
            assert folder is not None, "adding is offered only where there is a folder"
            target = free(folder, plain)
            _copy(file, target)
        if target.name != plain:
            return Taken(name, How.SECOND, target.name, plain if plain in there else "")
        kept = plain == unicodedata.normalize("NFC", name)
        return Taken(name, How.ADDED if kept else How.RENAMED, plain)

    def remove(self, path: str) -> Path:
        """Move a document's file out of the folder; where it is now. KeyError if there is none."""
        with self._changing:
            recorded = store.recorded(self._index_dir)
            there, hashes = files_in(_sources(recorded)), recorded.get("files", {})
            file = there[path]
            if path in hashes and not any(other in there for other in hashes if other != path):
                raise LastDocumentError(path)
            return self._put_aside(file)

    def replace(self, path: str, by: str) -> Path:
        """Put the document `by` in the place of another; where that is now. KeyError as above."""
        with self._changing:
            there = files_in(self.sources)
            file, new = there[path], there[by]
            moved = self._put_aside(file)
            try:
                new.replace(file)
            except OSError:  # it is open in a program that holds it
                shutil.move(moved, file)
                raise
            return moved

    def _put_aside(self, file: Path) -> Path:
        self.removed.mkdir(parents=True, exist_ok=True)
        moved = free(self.removed, file.name)
        shutil.move(file, moved)
        return moved


def refusal(name: str, size: int) -> How | None:
    """Why a file is not taken, or None."""
    if Path(name).suffix.lower() not in corpus.ENDINGS:
        return How.UNSUPPORTED
    return How.TOO_LARGE if size > ADDED_BYTES else None


def _sources(recorded: Mapping[str, Any]) -> list[Path]:
    return [Path(path) for path in recorded.get("sources", [DEFAULT_SOURCE.resolve()])]


def _entry(
    path: str, file: Path | None, seen: Mapping[str, str], failed: Mapping[str, str]
) -> Entry:
    if file is None or (size := _size(file)) is None:
        return Entry(path, State.GONE)
    if path not in seen:
        return Entry(path, State.NEW, size)
    if _digest(file) != seen[path]:
        return Entry(path, State.CHANGED, size)
    if path in failed:
        return Entry(path, State.FAILED, size, failed[path])
    return Entry(path, State.INDEXED, size)


def _size(file: Path) -> int | None:
    try:
        return file.stat().st_size
    except OSError:  # it has gone since the folder was looked through
        return None


def _digest(file: Path) -> str:
    """The hash of the file's content; empty, as of no other file, where that cannot be read."""
    try:
        status = file.stat()
        return _digest_of(file, status.st_mtime_ns, status.st_ctime_ns, status.st_size)
    except OSError:
        return ""


@lru_cache(KNOWN_FILES)
def _digest_of(file: Path, *_unchanged: int) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _copy(file: Path, target: Path) -> None:
    """An update that runs meanwhile sees the whole file or none: hidden ones are not indexed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_name(f".{target.name}")
    try:
        shutil.copyfile(file, aside)
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)
