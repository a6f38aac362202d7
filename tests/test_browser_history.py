"""The conversations that were kept, in a real browser: when they were used, and what they say."""

from __future__ import annotations

from tests.browsing import Page, ask, expect

FIRST, SECOND = "谁建议设立LME交割库？", "你好"


def talks(page: Page) -> None:
    ask(page, FIRST)
    page.click("#new")
    expect(page.locator(".welcome")).to_be_visible()
    ask(page, SECOND)
    page.click("#history")


def test_each_says_when_it_was_used_and_the_last_used_comes_first(page: Page) -> None:
    talks(page)
    rows, times = page.locator("#drawer .row"), page.locator("#drawer time")
    expect(rows).to_have_text([SECOND, FIRST])
    expect(times).to_contain_text(["今天 "] * 2)
    rows.last.click()
    expect(page.locator(".question p")).to_have_text(FIRST)
    page.click("#history")
    expect(rows).to_have_text([SECOND, FIRST])  # looked at only
    expect(page.locator("#drawer .current .row")).to_have_text(FIRST)


def test_words_of_an_answer_find_it_and_are_shown(page: Page) -> None:
    talks(page)
    box, rows = page.locator("#drawer input"), page.locator("#drawer .row")
    box.fill("lme 上海")  # the name of the one, and what its answer quotes
    expect(rows.filter(visible=True)).to_have_text([FIRST])
    expect(page.locator("#drawer mark")).to_have_text("上海")
    page.locator("#drawer [data-do=rename]:visible").click()
    page.fill("#drawer textarea", "交割库")
    page.keyboard.press("Enter")
    expect(rows.filter(visible=True)).to_have_text(["交割库"])  # drawn anew
    box.fill("没有这样的话")
    expect(rows.filter(visible=True)).to_have_count(0)
    expect(page.locator("#drawer .none")).to_be_visible()


def test_a_conversation_opens_at_its_newest_turn_or_where_the_words_stand(page: Page) -> None:
    page.set_viewport_size({"width": 900, "height": 420})
    for question in (FIRST, "产能权交易制度是谁提出的？", "我国钴资源的外采率是多少？"):
        ask(page, question)
    page.click("#new")
    turns, rows = page.locator(".question p"), page.locator("#drawer .row")
    for words, shown in (("", 2), ("产能权交易制度", 1), ("", 2)):
        page.click("#history")
        expect(page.locator("#drawer input")).to_have_value("")
        page.locator("#drawer input").fill(words)
        rows.filter(visible=True).last.click()
        expect(turns).to_have_count(3)
        expect(turns.nth(shown)).to_be_in_viewport()
        expect(turns.nth(0)).not_to_be_in_viewport()


def test_an_earlier_conversation_is_exported_without_being_opened(page: Page) -> None:
    talks(page)
    with page.expect_download() as download:
        page.locator("#drawer li", has_text=FIRST).locator("[data-kind=md]").click()
    assert FIRST[:-1] in download.value.suggested_filename
    text = download.value.path().read_text("utf-8")
    assert "LME" in text and SECOND not in text
    expect(page.locator(".question p")).to_have_text(SECOND)
