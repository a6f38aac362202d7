"""What several commands share: options, and files written for the user."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from assistant.command.words import QUESTION

IndexDir = Annotated[
    Path, typer.Option("--index", metavar="DIR", help="索引文件夹（也可用环境变量 YOUJU_INDEX）")
]
AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON")]
Jsonl = Annotated[
    str, typer.Option("--jsonl", metavar="FILE|-", help="每行一个 JSON 问题，每行一个 JSON 结果")
]
Documents = Annotated[
    list[str] | None,
    typer.Option("--document", metavar="PATH", help="只看这份文档、文件夹或通配符；可重复给出"),
]
History = Annotated[
    list[str] | None, typer.Option("--history", metavar=QUESTION, help="此前的问题，按先后重复给出")
]


class CommandError(RuntimeError):
    """What was asked for cannot be done; the message says why and what to do instead."""


def write_file(path: Path, content: bytes) -> None:
    """CommandError where that is not possible."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise CommandError(f"无法写入 {path}（{error.strerror}）；请检查文件夹和权限") from error
