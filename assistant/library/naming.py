"""Names of files: such as every system can keep, and such as nothing else has."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

USUAL_INDEX = "index"
NAME_BYTES = 200  # of UTF-8; file systems allow 255, and a number may be added

# What Windows allows in no name, and what cannot be seen in one.
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


def beside(index_dir: Path, name: str, *, hidden: bool = False) -> Path:
    """A place beside an index that is no other one's of those in the folder.

    >>> beside(Path("data/index"), "removed").name, beside(Path("data/矿业"), "removed").name
    ('removed', '矿业-removed')
    """
    index_dir = index_dir.absolute()
    own = name if index_dir.name == USUAL_INDEX else f"{index_dir.name}-{name}"
    return index_dir.with_name(f".{own}" if hidden else own)


def plain_name(name: str) -> str:
    """A file name that every system can keep, without any part of a path.

    >>> plain_name("../../etc/会议：纪要?.txt")
    '会议：纪要_.txt'
    >>> plain_name("C:\\\\文件\\\\.隐藏.PDF")
    '隐藏.PDF'
    """
    name = unicodedata.normalize("NFC", name.encode("utf-8", "ignore").decode())
    name = _FORBIDDEN.sub("_", re.split(r"[/\\]", name)[-1]).strip(" .~$")
    stem, ending = os.path.splitext(f"_{name}" if _RESERVED.match(name) else name)
    while len((stem + ending).encode()) > NAME_BYTES and stem:
        stem = stem[:-1]
    return stem.rstrip(" .") + ending


def free(folder: Path, name: str) -> Path:
    """A path in `folder` that nothing has: the name, or the name with a number."""
    target, number = folder / name, 1
    while os.path.lexists(target):
        number += 1
        target = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
    return target
