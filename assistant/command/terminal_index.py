"""What the command line prints of the index: how an update goes, what it did, and the state."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from assistant.command.terminal import say
from assistant.library.building import Pace
from assistant.messages import ZH, what_changed

if TYPE_CHECKING:
    from index.build import Summary
    from index.progress import Progress, Stage

PLAIN_STEPS = 10  # lines of progress where there is no terminal to draw on
SHOWN_FAILED = 50  # files; --json lists them all
SHOWN_FILES = 200


@contextmanager
def progress() -> Iterator[Progress]:
    """Where to report what is done: a bar on a terminal, else a few lines on the chunks."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _plain_report()
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TextColumn("剩余"),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None, rate="")
        shown = ""

        def report(stage: Stage, done: int, total: int) -> None:
            nonlocal shown
            if stage != shown:  # its pace is its own
                bar.reset(task, total=total, description=ZH.storing.stages[stage], rate="")
                shown = stage
            speed = bar.tasks[0].speed
            rate = f"{speed:.0f} 段/秒" if speed and stage == "embed" else ""
            bar.update(task, completed=done, rate=rate)

        yield report


def _plain_report() -> Progress:
    pace, reported = Pace(), 0

    def report(stage: Stage, done: int, total: int) -> None:
        nonlocal reported
        pace.report(stage, done, total)
        step = PLAIN_STEPS * done // max(total, 1)
        if stage == "embed" and step > reported:
            reported, now = step, pace.running()
            left = f"{now.rate:.0f} 段/秒，剩余 {now.seconds_left or 0:.0f} 秒"
            print(f"{done}/{total} 段，{left}", file=sys.stderr)

    return report


def print_summary(summary: Summary, left_out: Sequence[str]) -> None:
    """What an update of the index did, every file that failed, and those of types not read."""
    say(
        (f"索引就绪：{summary.documents} 份文档，{summary.chunks} 段", "bold"),
        (f"（用时 {summary.seconds:.1f} 秒）", "dim"),
    )
    kept = f"，沿用 {summary.chunks_reused} 段" if summary.chunks_reused else ""
    done = f"新计算 {summary.chunks_embedded} 段{kept}"
    say((f"  {what_changed(summary, ZH.storing)}；{done}", ""))
    if summary.failed:
        say((f"  {len(summary.failed)} 个文件没有读成，改正后请再运行 youju index：", "yellow"))
    for path, reason in list(summary.failed.items())[:SHOWN_FAILED]:
        say((f"    {reason if path in reason else f'{path}：{reason}'}", "yellow"))
    if len(summary.failed) > SHOWN_FAILED:
        say(("    …… 全部列表：youju index --json", "yellow"))
    if left_out:
        told = "、".join(left_out[:SHOWN_FAILED]) + ("……" if len(left_out) > SHOWN_FAILED else "")
        said = ZH.storing.left_out.format(count=len(left_out), names=told)
        say((f"  {said}", "yellow"))


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
