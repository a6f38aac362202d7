"""The register in a real browser: filtered, sorted, opened at the place, exported."""

from __future__ import annotations

import io
from pathlib import Path

from openpyxl import load_workbook

from assistant.indexing import read_register
from tests.browsing import Browser, Page, expect, watched, words


def enter(page: Page) -> None:
    page.click("#tabs [data-room=register]")
    expect(page.locator("#register table")).to_be_visible()


def names(page: Page) -> list[str]:
    return page.locator("#register tbody tr td:first-child").all_inner_texts()


def test_every_proposal_has_its_row_and_opens_at_its_place(page: Page, default_index: Path) -> None:
    enter(page)
    proposals = read_register(default_index).proposals
    expect(page.locator("#register tbody tr")).to_have_count(len(proposals))
    row = page.locator("#register tbody tr").nth(2)
    row.click()
    expect(page.locator("#source mark")).to_be_visible()
    assert words(page.locator("#source mark").inner_text()) == words(proposals[2].proposal)


def test_rows_are_filtered_by_words_by_choice_and_by_a_click_on_a_bar(page: Page) -> None:
    enter(page)
    every = page.locator("#register tbody tr").count()
    page.fill("#register .words", "交割库")
    page.press("#register .words", "Enter")
    expect(page.locator("#register tbody tr")).to_have_count(1)
    page.locator("#register .filters button").click()
    expect(page.locator("#register tbody tr")).to_have_count(every)
    page.select_option("#register select[name=role]", index=1)
    expect(page.locator("#register .filters button")).to_be_visible()
    assert 0 < page.locator("#register tbody tr").count() < every
    page.locator("#register .filters button").click()
    expect(page.locator("#register tbody tr")).to_have_count(every)
    bar = page.locator("#register .bar").first
    wanted = int(bar.locator("span").last.inner_text())
    bar.click()
    expect(page.locator("#register tbody tr")).to_have_count(wanted)


def test_rows_are_sorted_and_turned_around(page: Page) -> None:
    enter(page)
    page.locator("#register th button").first.click()
    expect(page.locator("#register th").first).to_have_attribute("aria-sort", "ascending")
    upwards = names(page)
    page.locator("#register th button").first.click()
    expect(page.locator("#register th").first).to_have_attribute("aria-sort", "descending")
    assert names(page)[0] == upwards[-1] != upwards[0]


def test_what_is_filtered_is_exported(page: Page) -> None:
    enter(page)
    page.fill("#register .words", "交割库")
    page.press("#register .words", "Enter")
    expect(page.locator("#register tbody tr")).to_have_count(1)
    with page.expect_download() as csv:
        page.click("#register [data-kind=csv]")
    text = Path(csv.value.path()).read_bytes()
    assert text.startswith(b"\xef\xbb\xbf") and "姓名" in text.decode("utf-8-sig")
    with page.expect_download() as excel:
        page.click("#register [data-kind=xlsx]")
    book = load_workbook(io.BytesIO(Path(excel.value.path()).read_bytes()))
    assert book.active is not None
    assert book.active.max_row == 2


def test_figures_and_people_have_tables_too(page: Page, default_index: Path) -> None:
    enter(page)
    whole = read_register(default_index)
    page.click("#register [data-table=figures]")
    expect(page.locator("#register [data-table=figures]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#register tbody tr")).to_have_count(min(100, len(whole.figures)))
    page.click("#register [data-table=people]")
    expect(page.locator("#register tbody tr")).to_have_count(len(whole.people))


def test_on_a_phone_in_english(browser: Browser, served: str) -> None:
    phone = {"viewport": {"width": 390, "height": 800}, "locale": "en-GB"}
    with watched(browser, served, **phone) as page:
        enter(page)
        expect(page.locator("#register [data-table=proposals]")).to_contain_text("Proposals")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
