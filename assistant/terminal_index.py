"""What the command line prints of the index: what an update did, and the state it is in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.changes import changes
from assistant.messages.zh.storing import ZH_STORING
from assistant.printing import say

if TYPE_CHECKING:
    from index.build import Summary

SHOWN_FAILED = 50  # files; --json lists them all
SHOWN_FILES = 200


def print_summary(summary: Summary) -> None:
    """What an update of the index did, and every file that failed."""
    say(
        (f"索引就绪：{summary.documents} 份文档，{summary.chunks} 段", "bold"),
        (f"（用时 {summary.seconds:.1f} 秒）", "dim"),
    )
    kept = f"，沿用 {summary.chunks_reused} 段" if summary.chunks_reused else ""
    done = f"新计算 {summary.chunks_embedded} 段{kept}"
    say((f"  {changes(summary, ZH_STORING)}；{done}", ""))
    if summary.failed:
        say((f"  {len(summary.failed)} 个文件没有读成，改正后请再运行 youju index：", "yellow"))
    for path, reason in list(summary.failed.items())[:SHOWN_FAILED]:
        say((f"    {reason if path in reason else f'{path}：{reason}'}", "yellow"))
    if len(summary.failed) > SHOWN_FAILED:
        say(("    …… 全部列表：youju index --json", "yellow"))


def print_status(status: dict[str, Any]) -> None:
    """The state of an index, one line a fact, and the paths of its documents."""
    labels = {
        "index": "索引",
        "documents": "文档",
        "chunks": "段",
        "sentences": "句",
        "model": "模型",
        "created": "建立于",
        "sources": "来源",
        "bytes": "字节",
        "generation": "版本",
        "failed": "未读成",
    }
    for key, label in labels.items():
        for value in _values(status[key]):
            say((f"{label}：", "bold"), (f"{value}", ""))
    say(("文档的路径：", "bold"))
    for path in status["files"][:SHOWN_FILES]:
        say((f"  {path}", ""))
    if len(status["files"]) > SHOWN_FILES:
        say(("  …… 全部列表：youju status --json", "dim"))


def _values(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else [value]
