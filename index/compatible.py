"""What of this program an index depends on, and whether the one that made it was the same."""

from __future__ import annotations

from subprocess import list2cmdline
from typing import Any

import corpus
from index.generation import Generation
from index.late import projection
from index.store import IndexMissingError


def program(fingerprint: str) -> dict[str, Any]:
    """What of this program an index depends on, given its model."""
    late = projection(fingerprint)
    return {
        "fingerprint": fingerprint,
        "reading": corpus.code_version("corpus"),
        "terms": corpus.code_version("index", "matching"),
        "late": late.version if late else "",
    }


def check(generation: Generation, fingerprint: str) -> None:
    """Refuse an index that another model or program version made."""
    made, now = generation.manifest["program"], program(fingerprint)
    if made != now:
        parts = "、".join(part for part in now if made.get(part) != now[part])
        model = generation.manifest["model"]
        named = ["--model", model] if model else []
        command = list2cmdline(["youju", "index", "--rebuild", *named])
        raise IndexMissingError(f"索引与本程序或模型不符（{parts}）；请运行 {command}", command)
