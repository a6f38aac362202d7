"""What is asked while the page is still opening its index is neither lost nor sent twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.browsing import Browser, Page, expect, holding
from tests.conftest import answering, free_port, running

OPENING = """
import sys, time
from pathlib import Path
import app
from tests.fakes import FakeAssistant

def opened(_):
    while not Path(sys.argv[2]).exists():
        time.sleep(0.02)
    return FakeAssistant()

page, functions = app.build_page(Path("index"), opened)
app.launch(page, functions, "127.0.0.1", int(sys.argv[1]))
page.block_thread()
"""


@contextmanager
def opening(browser: Browser, index: Path) -> Iterator[Page]:
    """A page that opens its index once the file `index` is there."""
    port = free_port()
    with running("-c", OPENING, str(port), str(index)):
        page = browser.new_page(locale="zh-CN")
        page.goto(answering(port))
        expect(page.locator("#question textarea")).to_be_visible(timeout=60_000)
        yield page
        page.close()


@pytest.mark.parametrize("send", ["Enter", "button"])
def test_a_question_sent_too_early_is_answered_once(
    browser: Browser, tmp_path: Path, send: str
) -> None:
    with opening(browser, tmp_path / "index") as page:
        page.fill("#question textarea", "早？")
        for _ in range(2):  # nothing happens at first, so one sends again
            page.press("#question textarea", "Enter") if send == "Enter" else page.click("#send")
        expect(page.locator("html.held")).to_be_visible()
        expect(page.locator("#question textarea")).to_have_value("早？")
        expect(page.locator(".turn")).to_have_count(0)
        (tmp_path / "index").touch()
        expect(page.locator(".card")).to_have_count(1)
        expect(page.locator(".turn")).to_have_count(1)
        expect(page.locator("#question textarea")).to_have_value("")
        expect(page.locator("html.held")).to_have_count(0)


def test_a_question_waits_for_what_the_page_asks_itself(browser: Browser, tmp_path: Path) -> None:
    """With the answer to that ends the stream of answers, and what was just sent had none."""
    with opening(browser, tmp_path / "index") as page, holding(page) as held:
        page.fill("#question textarea", "早？")
        page.click("#send")
        with page.expect_request("**/queue/join*"):
            (tmp_path / "index").touch()
        expect(page.locator("#chat .welcome")).to_be_visible()
        page.wait_for_timeout(500)  # it would be sent
        expect(page.locator("html.held")).to_be_visible()
        held[0].continue_()
        expect(page.locator(".card")).to_have_count(1)


def test_a_question_typed_but_not_sent_stays_in_its_box(browser: Browser, tmp_path: Path) -> None:
    with opening(browser, tmp_path / "index") as page:
        page.fill("#question textarea", "还没问完")
        (tmp_path / "index").touch()
        expect(page.locator("#chat .welcome")).to_be_visible()
        expect(page.locator("#question textarea")).to_have_value("还没问完")
        expect(page.locator(".turn")).to_have_count(0)
