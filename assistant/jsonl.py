"""Questions in, answers out, one JSON object a line: what other programs rely on."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.types import Answer
    from index.types import Passage

STDIN = "-"


class LineError(ValueError):
    """A line that is not what it should be; the message names file and line, in Chinese."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One line of input."""

    id: Any  # whatever the caller wants to recognise it by
    question: str
    history: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()  # to keep to; none: all


def read_questions(source: str) -> Iterator[Asked]:
    """The questions in a file, or on standard input for "-", as they come in."""
    for place, line in _lines(source):
        yield _asked(line, place)


def read_objects(source: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The JSON objects in a file, each with the place where it stands, for what is wrong in it."""
    for place, line in _lines(source):
        yield place, _object(line, place)


def strings(row: dict[str, Any], key: str, place: str) -> tuple[str, ...]:
    """The strings listed there; none where the key is left out."""
    value = row.get(key) or []
    if not (isinstance(value, list) and all(isinstance(one, str) for one in value)):
        raise LineError(f'{place}的 "{key}" 应当是字符串的列表；请改正')
    return tuple(value)


def answer_line(asked_id: Any, answer: Answer) -> dict[str, Any]:
    """An answer in the keys and the order that programs rely on."""
    return {
        "id": asked_id,
        "question": answer.question,
        "resolved_question": answer.resolved_question,
        "answered": answer.answered,
        "text": answer.text,
        "quotes": [asdict(quote) for quote in answer.quoted],
        "elapsed_ms": round(answer.elapsed_ms, 1),
        "confidence": round(answer.confidence, 4),
        "related": [asdict(passage) for passage in answer.related],
    }


def search_line(asked_id: Any, passages: Sequence[Passage]) -> dict[str, Any]:
    """The passages of one query."""
    return {"id": asked_id, "passages": [asdict(passage) for passage in passages]}


def write_line(value: Any) -> None:
    """One line on standard output, handed on at once."""
    print(json.dumps(value, ensure_ascii=False), flush=True)


def _lines(source: str) -> Iterator[tuple[str, str]]:
    """Lines that are not blank, each with what it is called, numbered from 1."""
    if source == STDIN:
        yield from _decoded(sys.stdin.buffer, source)
        return
    try:
        with Path(source).open("rb") as file:
            yield from _decoded(file, source)
    except OSError as error:
        raise LineError(f"无法读取文件：{source}（{error.strerror}）；请检查路径和权限") from None


def _decoded(stream: Any, source: str) -> Iterator[tuple[str, str]]:
    name = "标准输入" if source == STDIN else source
    for number, data in enumerate(stream, start=1):
        place = f"{name} 第 {number} 行"
        try:
            line = data.decode("utf-8-sig" if number == 1 else "utf-8").strip()
        except UnicodeDecodeError:
            raise LineError(f"{place}不是 UTF-8；请把文件另存为 UTF-8") from None
        if line:
            yield place, line


def _object(line: str, place: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
        json.dumps(row, ensure_ascii=False).encode()  # half a surrogate pair is no text
    except (ValueError, RecursionError) as error:
        raise LineError(f"{place}不是有效的 JSON（{error}）；请改正这一行") from None
    if not isinstance(row, dict):
        raise LineError(f'{place}应当是 JSON 对象，例如 {{"id": "1", "question": "…"}}')
    return row


def _asked(line: str, place: str) -> Asked:
    row = _object(line, place)
    question = row.get("question", row.get("query"))
    if not isinstance(question, str):
        raise LineError(f'{place}缺少字符串 "question"；请补上')
    history, documents = (strings(row, key, place) for key in ("history", "documents"))
    return Asked(row.get("id"), question, history, documents)
