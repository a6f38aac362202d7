"""Generations of the index on disk: written aside, then switched in one step.

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
from dataclasses import asdict
from pathlib import Path
from typing import Any

from corpus import Document

FORMAT = 1  # of the files of a generation; raise it when they change
REPLACE_TRIES = 50  # Windows replaces no file that is being read; 0.1 s apart


class IndexMissingError(RuntimeError):
    """There is no index to open, or it is not one that this program can use.

    `command`: what helps, where a command does.
    """

    def __init__(self, said: str, command: str = "youju index --rebuild") -> None:
        super().__init__(said)
        self.command = command


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


def read_manifest(folder: Path, name: str) -> dict[str, Any]:
    """The manifest of a generation; a format of another program version is refused."""
    try:
        manifest = _manifest(folder, name)
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
        return {**_manifest(folder, name), "name": name}
    except (IndexMissingError, OSError, ValueError, TypeError):
        return {}


def _manifest(folder: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((path_of(folder, name) / "manifest.json").read_text("utf-8"))
    return found
