"""How long it takes to start, to ask, to index and to update. Run it on a quiet machine.

    python tests/benchmarks/times.py [../shared]

The index of many documents is measured where SHARED/documents holds them.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
YOUJU = [sys.executable, "-m", "assistant"]
GOLD = ROOT / "tests" / "cases" / "gold.jsonl"
ROUNDS = 3  # over the questions


def starting(index: Path) -> Iterator[str]:
    """Processes of their own, as the user starts them."""
    help_seconds = seconds(lambda: command("--help"))
    status = seconds(lambda: command("--index", str(index), "status"))
    ask = seconds(lambda: command("--index", str(index), "ask", "谁提出了建议？"))
    yield f"youju --help {help_seconds:.2f} s, status {status:.2f} s, one ask {ask:.2f} s"


def asking(index: Path) -> Iterator[str]:
    """In one process, with the model loaded."""
    from assistant.asking import Assistant
    from assistant.evaluate import read_gold

    questions = [gold.question for gold in read_gold(GOLD)]
    assistant = Assistant.open(index)
    for question in questions:  # the first time is slower for everybody
        assistant.ask(question)
    times = sorted(seconds(partial(assistant.ask, question)) for question in questions * ROUNDS)
    median, slow = statistics.median(times), times[int(0.95 * len(times))]
    yield f"a question: median {1000 * median:.0f} ms, 95th percentile {1000 * slow:.0f} ms"


def indexing(documents: Path, work: Path) -> Iterator[str]:
    """Build, update after one change, update after none."""
    from assistant.indexing import update_index

    copy, index = work / "documents", work / "many"
    shutil.copytree(documents, copy)
    first = update_index(index, [copy])
    yield (
        f"{first.documents} documents, {first.chunks} chunks: built in {first.seconds:.0f} s "
        f"({first.chunks / first.seconds:.0f} chunks/s)"
    )
    changed = min(copy.rglob("*.txt"))
    changed.write_text(changed.read_text("utf-8") + "\n\n又添了一句话。\n", "utf-8")
    second = update_index(index, [copy])
    yield f"one document changed: {second.seconds:.1f} s, {second.chunks_embedded} chunks embedded"
    yield f"nothing changed: {update_index(index, [copy]).seconds:.2f} s"
    yield from asking(index)


def seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def command(*arguments: str) -> None:
    subprocess.run([*YOUJU, *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def main() -> None:
    from assistant.indexing import update_index

    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared"
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "index"
        update_index(index, [ROOT / "corpus" / "documents"])
        for line in (*starting(index), *asking(index)):
            print(line, flush=True)
        many = shared / "documents" / "government_work_reports"
        if not many.is_dir():
            print(f"skipped: there are no documents in {many}")
            return
        for line in indexing(many, Path(folder)):
            print(line, flush=True)


if __name__ == "__main__":
    main()
