"""Files to documents."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath
from typing import TypeVar

from corpus.decode import decode
from corpus.metadata import describe
from corpus.types import Content, Document

P = TypeVar("P", bound=PurePath)

ENDINGS = (".txt", ".md", ".html", ".htm", ".docx", ".xlsx", ".csv", ".pdf")


class ReadError(ValueError):
    """A file that cannot be read; the message names it and the way out, in Chinese."""


def find(paths: Iterable[str | Path]) -> list[tuple[Path, str]]:
    """The documents below `paths`, as file and document path, in the order of the latter.

    A document's path is the one below the folder that was given, or the name of a file that was
    given itself. Where two folders hold the same path, their own names are put in front. A file
    reached twice is listed once; a link is known by its own name and place.
    """
    found: dict[Path, Path] = {}  # each file, and the given path it was found below
    reached: set[Path] = set()
    for path in map(located, paths):
        for file in _documents(path):
            if (target := file.resolve()) not in reached:
                reached.add(target)
                found[file] = path
    return sorted(document_paths(found).items(), key=lambda item: item[1])


def located(path: str | Path) -> Path:
    """Where a file or folder is, from the root; a link to a file stays that link."""
    path = Path(path)
    return path.parent.resolve() / path.name if path.is_file() else path.resolve()


def document_paths(found: Mapping[P, P]) -> dict[P, str]:
    """By file, its document path below the given path it was found in, each another one."""
    depth = dict.fromkeys(found, 0)
    while clashing := _clashing(found, depth):
        for file in clashing:
            depth[file] += 1
    return {file: _name(file, root, depth[file]) for file, root in found.items()}


def read(file: str | Path, path: str = "", data: bytes | None = None) -> Document:
    """The document in `file`, to be known by `path`; ReadError where there is no text to be had.

    `data`: what the file holds, where that is known.
    """
    file = Path(file)
    path = path or file.name
    ending = file.suffix.lower()
    if ending not in ENDINGS:
        raise ReadError(f"不支持的文件类型：{path}；支持 {'、'.join(ENDINGS)}，请另存为其中之一")
    if data is None:
        data = read_bytes(file, path)
    try:
        content = _content(data, ending)
    except ValueError as error:
        raise ReadError(f"{path}：{error}") from error
    if not content.text.strip():
        raise ReadError(f"{path}：文件里没有文字；如果是图片或扫描件，请先做文字识别（OCR）")
    about = describe(content.text, file.stem, content.title)
    entitled = "" if ending in (".xlsx", ".csv") else about.title  # that is a sheet's, or its head
    return Document(
        path=path,
        text=content.text,
        title=entitled or content.title.strip() or file.stem,
        author=about.author or content.author,
        organisation=about.organisation,
        date=about.date or content.date,
        page_starts=content.page_starts,
        sha256=hashlib.sha256(data).hexdigest(),
    )


def read_bytes(file: Path, path: str) -> bytes:
    """What the file holds; ReadError where it cannot be opened."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise ReadError(f"无法打开文件：{path}；请检查文件是否存在、是否有权限") from error


def _content(data: bytes, ending: str) -> Content:
    # Here: the libraries behind it are slow to load, and whoever asks an index reads no file.
    from corpus.html import html
    from corpus.pdf import pdf
    from corpus.spreadsheet import comma_separated, xlsx
    from corpus.word import docx

    readers = {
        ".html": html, ".htm": html, ".docx": docx, ".xlsx": xlsx, ".csv": comma_separated,
        ".pdf": pdf,
    }  # fmt: skip
    return readers[ending](data) if ending in readers else Content(decode(data))


def _documents(path: Path) -> list[Path]:
    if path.is_file():
        return [path]  # what was named itself is read, or reported by `read` if it cannot be
    if not path.is_dir():
        raise ReadError(f"找不到文件或文件夹：{path}；请检查路径")
    return sorted(file for file in path.rglob("*") if _is_document(file, path))


def _is_document(file: Path, root: Path) -> bool:
    """A file of a known type that is not hidden."""
    hidden = is_hidden(file.relative_to(root))
    return not hidden and file.suffix.lower() in ENDINGS and file.is_file()


def is_hidden(below: PurePath) -> bool:
    """Whether a path below a given folder is hidden, or the lock file of an office program."""
    return any(part.startswith((".", "~$")) for part in below.parts)


def _clashing(found: Mapping[P, P], depth: Mapping[P, int]) -> list[P]:
    names = {file: _name(file, root, depth[file]) for file, root in found.items()}
    times = Counter(names.values())
    return [file for file, name in names.items() if times[name] > 1]


def _name(file: PurePath, root: PurePath, depth: int) -> str:
    """`file` below `root`, with `depth` more folders in front, the drive in front of them all."""
    base = file.parent if root == file else root
    for _ in range(depth):
        if base.parent == base:
            return file.as_posix()
        base = base.parent
    return file.relative_to(base).as_posix()
