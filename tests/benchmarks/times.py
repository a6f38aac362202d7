"""How long it takes to start, to ask, to index and to update. Run it on a quiet machine.

    python tests/benchmarks/times.py [../shared]

The index of many documents is measured where SHARED/documents holds them, SHARED/eval questions.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))  # for what tests and benchmarks share

from tests.benchmarks.thousand_pages import clicking  # noqa: E402
from tests.conftest import answering, free_port, running  # noqa: E402

YOUJU = [sys.executable, "-m", "assistant"]
GOLD = ROOT / "tests" / "cases" / "gold.jsonl"
QUESTION = "谁建议设立LME交割库？"
ROUNDS = 3  # over the questions, and starts of the page


def starting(index: Path) -> Iterator[str]:
    """Processes of their own, as the user starts them."""
    on = "--index", str(index)
    for arguments in (("--help",), (*on, "status"), (*on, "ask", QUESTION)):
        # The first of all compiles the program's modules.
        first, *rest = (seconds(partial(command, *arguments)) for _ in range(ROUNDS + 1))
        name = next(one for one in arguments if one not in on)
        yield f"youju {name}: first {first:.2f} s, median {statistics.median(rest):.2f} s"


def in_browser(index: Path, work: Path) -> Iterator[str]:
    """What users of the page wait for."""
    try:
        from tests.browsing import launched
    except pytest.skip.Exception as why:
        yield f"skipped: the page, as {why}"
        return
    with launched() as browser:
        yield from page(index, browser)
        yield from clicking(browser, work)


def page(index: Path, browser: Browser) -> Iterator[str]:
    """The page from the start of its process to the first answer, in a browser that is open."""
    for _ in range(ROUNDS):
        yield page_start(index, browser.new_page(locale="zh-CN"))


def page_start(index: Path, page: Page) -> str:
    """Seconds until there is an address, a box to type in, and an answer to what was typed."""
    port = free_port()
    began = time.perf_counter()
    with running("app.py", "--index", str(index), "--port", str(port)):
        page.goto(answering(port), wait_until="commit")
        served = time.perf_counter() - began
        page.wait_for_selector("#question textarea")
        drawn = time.perf_counter() - began
        page.fill("#question textarea", QUESTION)
        page.press("#question textarea", "Enter")
        page.wait_for_selector(".card")
        answered = time.perf_counter() - began
    return f"page: served {served:.1f} s, drawn {drawn:.1f} s, first answer {answered:.1f} s"


def asking(index: Path, gold: Path, on: str) -> Iterator[str]:
    """In one process, with the model loaded."""
    from assistant.asking import Assistant
    from assistant.evaluation.evaluate import read_gold

    assistant = Assistant.open(index)
    asked = [partial(assistant.ask, one.question, one.history) for one in read_gold(gold)]
    for ask in asked:  # the first time is slower for everybody
        ask()
    times = sorted(map(seconds, asked * ROUNDS))
    median, slow = statistics.median(times), times[int(0.95 * len(times))]
    yield f"a question on {on}: median {1000 * median:.0f} ms, 95th percentile {1000 * slow:.0f} ms"


def indexing(documents: Path, gold: Path, work: Path) -> Iterator[str]:
    """Build, update after one change, update after none; ask what they answer, and what not."""
    from assistant.library.indexing import update_index

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
    yield from asking(index, gold, "them")
    yield from asking(index, GOLD, "something else")


def seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def command(*arguments: str) -> None:
    subprocess.run([*YOUJU, *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def main() -> None:
    from assistant.library.indexing import update_index

    # As users have it: else this program's own modules are compiled anew at every start.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared"
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "index"
        update_index(index, [ROOT / "corpus" / "documents"])
        alone = asking(index, GOLD, "the default document")
        for line in chain(starting(index), in_browser(index, Path(folder)), alone):
            print(line, flush=True)
        many = shared / "documents" / "government_work_reports"
        if not many.is_dir():
            print(f"skipped: there are no documents in {many}")
            return
        for line in indexing(many, shared / "eval" / "gov_dev.jsonl", Path(folder)):
            print(line, flush=True)


if __name__ == "__main__":
    main()
