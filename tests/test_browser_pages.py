"""A quote of a PDF on its pages, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.library.indexing import update_index
from tests.browsing import Browser, Page, ask, expect, in_view, watched
from tests.conftest import serving
from tests.test_accessibility import findings
from tests.test_pages import CROSSING, PAGES, make_pdf

QUESTION = "谁建议建立海水淡化示范区？"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="module")
def served_pdf(folder: Path) -> Iterator[str]:
    """The page on an index of one PDF."""
    (folder / "in").mkdir()
    (folder / "in" / "海水.pdf").write_bytes(make_pdf(PAGES))
    update_index(folder / "index", [folder / "in"])
    with serving(folder / "index") as address:
        yield address


@pytest.fixture
def page(browser: Browser, served_pdf: str) -> Iterator[Page]:
    with watched(browser, served_pdf, viewport={"width": 1440, "height": 900}) as page:
        ask(page, QUESTION)
        yield page


def test_a_quote_over_a_page_break_is_boxed_on_both_pages(page: Page) -> None:
    page.locator(".lead .cite").first.click()
    page.get_by_role("button", name="原页").click()
    expect(page.locator("#source .sheet:has(.box) img")).to_have_count(2)
    drawn = "(image) => image.decode().then(() => image.naturalWidth)"
    assert page.locator("#source img").first.evaluate(drawn) > 1_000
    assert in_view(page, "#source .box")
    assert not findings(page)
    page.click("#source [aria-label=下一页]")
    expect(page.locator("#source .leaf")).to_contain_text("第 3 页，共 3 页")
    expect(page.locator("#source .box")).to_have_count(0)
    page.locator(".card .cite").first.click()  # goes on with pages
    expect(page.locator("#source .box").first).to_be_visible()
    page.get_by_role("button", name="文字").click()
    expect(page.locator("#source .words mark")).to_contain_text("海水淡化示范区")


def test_the_text_is_shown_in_paragraphs_and_quotes_stay_in_their_place(page: Page) -> None:
    page.locator(".lead .cite").first.click()
    expect(page.locator("#source mark")).to_have_text(CROSSING)  # on two pages of the file
    lines = page.locator("#source .words").inner_text().split("\n")
    assert CROSSING in lines and "沿海城市缺水已久，调水的成本逐年上升。" in lines
    page.fill("#source .find", CROSSING[20:30])
    page.press("#source .find", "Enter")
    expect(page.locator("#source mark")).to_have_text(CROSSING[20:30])


def test_without_the_file_it_says_so_and_shows_the_text(page: Page, folder: Path) -> None:
    file = folder / "in" / "海水.pdf"
    data = file.read_bytes()
    page.locator(".lead .cite").first.click()
    try:
        file.write_bytes(data + b"\n")
        page.get_by_role("button", name="原页").click()
        expect(page.locator("#source .note")).to_contain_text("已改动")
        expect(page.locator("#source .words mark")).to_be_visible()
        file.unlink()
        page.get_by_role("button", name="原页").click()
        expect(page.locator("#source .note")).to_contain_text("已不在")
    finally:
        file.write_bytes(data)


def test_the_sentences_of_the_years_are_told_with_their_pages(page: Page) -> None:
    page.click("#tabs [data-room=inspector]")
    page.click("#inspector [data-mode=years]")
    page.fill("#inspector form.look input", "海水")
    page.press("#inspector form.look input", "Enter")
    expect(page.locator("#inspector .sentences .small").first).to_contain_text("第 1 页")


def test_a_card_unfolds_what_stands_around_its_quote(page: Page) -> None:
    button = page.locator(".card [data-do=unfold]").first
    button.focus()
    page.keyboard.press("Enter")
    context = page.locator(".card .context").first
    expect(context.locator("mark")).to_contain_text("海水淡化示范区，三年内")
    expect(context).to_contain_text("也说到此事")
    expect(context).to_contain_text("电价优惠是推广的关键")
    expect(button).to_have_attribute("aria-expanded", "true")
    assert not findings(page)
    expect(page.locator("#source .source")).to_have_count(0)
    button.click()
    expect(context).to_be_hidden()
    expect(page.locator(".card blockquote").first).to_be_visible()


def test_a_citation_tells_where_it_leads(page: Page) -> None:
    cite = page.locator(".lead .cite").first
    before = cite.bounding_box()
    cite.hover()
    expect(page.locator("#peek")).to_contain_text("关于海水利用的建议》 · 第 1 页")
    expect(page.locator("#peek")).to_contain_text("全国人大代表赵青建议")
    expect(page.locator("#peek")).to_have_attribute("lang", "zh-CN")  # on the English page, too
    assert cite.bounding_box() == before
    page.mouse.move(0, 0)
    expect(page.locator("#peek")).to_have_count(0)
    page.locator(".question .quiet").focus()
    page.keyboard.press("Tab")
    expect(page.locator("#peek")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#peek")).to_have_count(0)
    expect(page.locator("#source mark")).to_be_visible()
