"""What users say of answers, as JSON lines beside the index. It stays on this machine."""

from __future__ import annotations

import json
import threading
from datetime import UTC, datetime
from pathlib import Path

from assistant.page.shelf import Turn

FILE = "feedback.jsonl"
REASON_CHARACTERS = 1_000

_writing = threading.Lock()


def record(index_dir: Path, turn: Turn, rating: str, reason: str) -> None:
    """Append one line: what was asked, what was quoted, and what the user thinks of it."""
    answer = turn.answer
    line = {
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
        "rating": rating,
        "reason": reason[:REASON_CHARACTERS],
        "question": turn.question,
        "resolved_question": answer.resolved_question if answer else "",
        "answered": bool(answer and answer.answered),
        "quotes": [
            {"document": quote.document, "start": quote.start, "end": quote.end}
            for quote in (answer.quotes if answer else ())
        ],
    }
    path = index_dir.absolute().parent / FILE
    with _writing, path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
