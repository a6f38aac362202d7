"""How long a citation of a thousand pages takes from the click to the highlight, in Chromium.

python tests/benchmarks/thousand_pages.py
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))  # for what tests and benchmarks share

from tests.conftest import serving  # noqa: E402
from tests.test_pages import make_pdf  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LONG_PAGES, FURTHER_PDFS, FURTHER_PAGES = 320, 4, 145
MARKDOWN_CHARACTERS = 60_000  # a hundred pages of a book
# What is opened has a third of the text of real pages, the rest a line a page: embedding takes
# longer than all that is measured, and a click shows a part of the text however long it is.
FULL_LINES, SPARE_LINES = 6, 1
LINE_CHARACTERS = 30
CLICKS = 9
SEED = 20260305

PEOPLE = {"长报告.pdf": "赵青", "长文.md": "孙敏"}
PROPOSED = "全国人大代表{name}建议在沿海城市建立海水淡化示范区，三年内把日产水量提高到八十万吨。"

# Milliseconds from the click until the next frame in which the quote is marked and in view.
CLICK = """
async ([citation, shown]) => {
  const visible = () => {
    const mark = document.querySelector(shown)?.getBoundingClientRect();
    const box = document.querySelector("#source .text")?.getBoundingClientRect();
    const drawn = [...document.querySelectorAll("#source .text img")].every((i) => i.naturalWidth);
    return mark && mark.height && mark.top >= box.top && mark.top < box.bottom && drawn;
  };
  const began = performance.now();
  document.querySelector(citation).click();
  do { await new Promise(requestAnimationFrame); } while (!visible());
  return performance.now() - began;
}
"""


def corpus(folder: Path) -> Path:
    """`folder` with PDFs and a Markdown file, a thousand pages in all, the same at every run."""
    folder.mkdir()
    chance = random.Random(SEED)
    for n in range(FURTHER_PDFS):
        pages = [_lines(chance, SPARE_LINES) for _ in range(FURTHER_PAGES)]
        (folder / f"第{n + 1}册.pdf").write_bytes(make_pdf(pages))
    long = [_lines(chance, FULL_LINES) for _ in range(LONG_PAGES)]
    said = PROPOSED.format(name=PEOPLE["长报告.pdf"])
    long[LONG_PAGES * 2 // 3][3:5] = [said[:24], said[24:]]
    (folder / "长报告.pdf").write_bytes(make_pdf(long))
    lines = _lines(chance, MARKDOWN_CHARACTERS // LINE_CHARACTERS)
    lines[len(lines) * 2 // 3] = PROPOSED.format(name=PEOPLE["长文.md"])
    for n in range(0, len(lines), 100):
        lines[n] = f"## 第{n // 100 + 1}章\n\n{lines[n]}"
    (folder / "长文.md").write_text("\n\n".join(lines), "utf-8")
    return folder


def _lines(chance: random.Random, count: int) -> list[str]:
    """Sentences without sense, of the 3,000 characters that begin the Han block."""
    return ["".join(map(chr, chance.choices(range(0x4E00, 0x59B8), k=LINE_CHARACTERS - 1))) + "。"
            for _ in range(count)]  # fmt: skip


def clicking(browser: Browser, work: Path) -> Iterator[str]:
    """A line for the index, and one for each way to show a source."""
    from assistant.library.indexing import update_index

    index = work / "thousand"
    built = update_index(index, [corpus(work / "pages")])
    yield f"1,000 pages, {built.chunks} chunks: built in {built.seconds:.0f} s"
    with serving(index) as address:
        page = browser.new_page(locale="zh-CN", viewport={"width": 1440, "height": 900})
        for document, name in PEOPLE.items():
            page.goto(address)
            page.fill("#question textarea", f"{name}建议建立什么？")
            page.press("#question textarea", "Enter")
            citation = f'.lead .cite[data-doc="{document}"]'
            page.wait_for_selector(citation)
            times = _times(page, citation, "#source .words mark", "#source [data-do=close]")
            yield f"click to highlight, {document}: {times}"
            if document.endswith(".pdf"):
                page.click(citation)
                view = "#source .choices [data-view='{}']".format
                text, pages = view("text"), view("pages")
                yield f"the same as its page looks: {_times(page, pages, '#source .box', text)}"


def _times(page: Page, click: str, shown: str, back: str) -> str:
    """The first click apart: what it needs may not be loaded yet."""
    times = []
    page.wait_for_selector(click)
    for _ in range(CLICKS + 1):
        times.append(page.evaluate(CLICK, [click, shown]))
        page.click(back)
        page.wait_for_selector(shown, state="detached")
    return f"first {times[0]:.0f} ms, median {statistics.median(times[1:]):.0f} ms"


def main() -> None:
    from tests.browsing import launched

    with launched() as browser, tempfile.TemporaryDirectory() as folder:
        for line in clicking(browser, Path(folder)):
            print(line, flush=True)


if __name__ == "__main__":
    main()
