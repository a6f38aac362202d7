"""The files of an update: what was read, and what could not be."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import corpus
from corpus import Document
from index.progress import Progress, counted

Known = Mapping[tuple[str, str], Document]  # by path and sha256


@dataclass(frozen=True, slots=True)
class Files:
    """The documents in the order of their paths, and the files that could not be read."""

    documents: tuple[Document, ...]
    failed: dict[str, str]  # path: why
    failed_hashes: dict[str, str]  # path: of what could not be read, where it could be opened

    @property
    def hashes(self) -> dict[str, str]:
        return {document.path: document.sha256 for document in self.documents}


def read_files(sources: Sequence[Path], known: Known, progress: Progress) -> Files:
    """Every document in the sources; what is known by path and content is not read again."""
    documents, failed, hashes = [], {}, {}
    for file, path in counted(corpus.find(sources), "read", progress):
        name, sha256 = printable(path), ""
        try:
            data = corpus.read_bytes(file, name)
            sha256 = hashlib.sha256(data).hexdigest()
            if name != path:
                # Archives packed on Windows give such names; they cannot be written down or cited.
                raise corpus.ReadError(f"文件名不是 UTF-8 编码：{name}；请改名后再索引")
            documents.append(known.get((path, sha256)) or corpus.read(file, path, data))
        except corpus.ReadError as error:
            failed[name], hashes[name] = str(error), sha256
    return Files(tuple(documents), failed, hashes)


def printable(path: str) -> str:
    return path.encode("utf-8", "backslashreplace").decode()
