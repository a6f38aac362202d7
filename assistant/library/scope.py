"""Which documents a question is restricted to: by path, folder or pattern."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Sequence
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus import Document

NEAREST = 3  # names given instead of one that is not there


class DocumentMissingError(LookupError):
    """The index has no document of that path, nor a folder or pattern's documents."""

    def __init__(self, message: str, document: str) -> None:
        super().__init__(message)
        self.document = document


def resolve(documents: Sequence[Document], wanted: Sequence[str] | None) -> list[str] | None:
    """The paths meant, in the order of the documents; None where nothing restricts them."""
    if wanted is None:
        return None
    paths = [document.path for document in documents]
    chosen: set[str] = set()
    for entry in wanted:
        meant = those_meant(paths, entry)
        if not meant:
            raise missing(entry, paths)
        chosen.update(meant)
    return [path for path in paths if path in chosen]


def missing(entry: str, paths: Sequence[str]) -> DocumentMissingError:
    """The error for what no document is called, with the names that come near."""
    names = [*paths, *folders(paths)]
    near = [name for name in names if entry.strip("/") in name][:NEAREST]
    near = near or difflib.get_close_matches(entry, names, n=NEAREST, cutoff=0.3)
    instead = f"可能是：{'、'.join(near)}" if near else "youju status --json 列出全部文档"
    return DocumentMissingError(f"索引里没有文档 {entry}；{instead}", entry)


def folders(paths: Sequence[str]) -> list[str]:
    """Every folder that holds documents, at any depth, in order, with a slash at its end."""
    parents = (parent for path in paths for parent in PurePosixPath(path).parents)
    return sorted({f"{parent}/" for parent in parents if parent.name})


def shortened(paths: Sequence[str], chosen: Collection[str]) -> tuple[str, ...]:
    """The chosen of all paths, with a folder in place of all it holds; none where all are chosen.

    >>> shortened(["a/b.txt", "a/c.txt", "d.txt"], ["a/c.txt", "a/b.txt"])
    ('a/',)
    """
    chosen = set(chosen)
    kept = [path for path in paths if path in chosen]
    left = [path for path in paths if path not in chosen]
    if not left:
        return ()
    used = {folder for path in left for folder in folders([path])}
    whole = [folder for folder in folders(kept) if folder not in used]
    entries = (next((one for one in whole if path.startswith(one)), path) for path in kept)
    return tuple(dict.fromkeys(entries))


def those_meant(paths: Sequence[str], entry: str) -> list[str]:
    """The path, or what is in the folder, that is called so; else what the pattern fits.

    >>> those_meant(["200[3]/a.txt", "2003/b.txt"], "200[3]/"), those_meant(["3/b.txt"], "[3]")
    (['200[3]/a.txt'], ['3/b.txt'])
    """
    entry = entry.removeprefix("./").rstrip("/")
    if not entry:
        return []
    called = [path for path in paths if path == entry or path.startswith(f"{entry}/")]
    return called or [path for path in paths if any(fnmatchcase(x, entry) for x in _names(path))]


def _names(path: str) -> list[str]:
    """The path itself, and those of the folders above."""
    return [path, *map(str, PurePosixPath(path).parents[:-1])]
