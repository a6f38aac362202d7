"""What users say of answers, as JSON lines beside the index. It stays on this machine."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path, PurePath
from typing import Any

from assistant import jsonl
from assistant.library.naming import beside
from assistant.types import Answer

FILE = "feedback.jsonl"
REASON_CHARACTERS = 1_000
WITHDRAWN = "withdrawn"  # a rating that says that the one before no longer holds

_writing = threading.Lock()


def record(
    index_dir: Path,
    question: str,
    history: Sequence[str],
    answer: Answer,
    rating: str,
    reason: str,
    documents: Sequence[str],
) -> None:
    """Append one line: what was asked, what was quoted, and what the user thinks of it.

    `documents`: what the question was kept to; none: all.
    """
    line = {
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "rating": rating,
        "reason": reason[:REASON_CHARACTERS],
        "question": question,
        "history": list(history),
        "documents": list(documents),
        "resolved_question": answer.resolved_question,
        "answered": answer.answered,
        "quotes": [
            {
                "document": quote.document,
                "start": quote.start,
                "end": quote.end,
                "text": quote.text,  # the document may be another one when this is read
            }
            for quote in answer.quotes
        ],
    }
    with _writing, _file(index_dir).open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")


def read(index_dir: Path) -> list[dict[str, Any]]:
    """The ratings, oldest first; of a question that was rated again, the last, if any holds."""
    if not _file(index_dir).exists():
        return []
    last: dict[tuple[tuple[str, ...], ...], dict[str, Any]] = {}
    for _, line in jsonl.read_objects(str(_file(index_dir))):
        asked = (*line["history"], line["question"]), tuple(line["documents"])
        last.pop(asked, None)
        last[asked] = line
    return [line for line in last.values() if line["rating"] != WITHDRAWN]


def gold(ratings: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Questions for `youju eval` from what users found helpful.

    An answer becomes its quotes, all of them expected again; a refusal stays one. An answer that
    was called wrong gives none: nobody said what would have been right.
    """
    for number, line in enumerate(ratings, start=1):
        if line["rating"] != "up":
            continue
        texts = [quote["text"] for quote in line["quotes"]]
        several = "list" if len(texts) > 1 else "factoid"
        yield {
            "id": f"feedback-{number}",
            "kind": several if texts else "none",
            "question": line["question"],
            "history": line["history"],
            "documents": line["documents"],
            "doc": PurePath(line["quotes"][0]["document"]).stem if texts else "",
            "gold": [[text] for text in texts],
        }


def _file(index_dir: Path) -> Path:
    return beside(index_dir, FILE)
