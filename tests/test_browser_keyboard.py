"""The focus in a real browser: it is never lost, whatever is drawn anew."""

from __future__ import annotations

from tests.browsing import PHONE, Browser, Page, ask, expect, watched

QUESTION = "谁建议设立LME交割库？"


def test_a_form_that_is_left_gives_the_focus_back(page: Page) -> None:
    ask(page, QUESTION)
    edit = page.locator(".question [data-do=edit]")
    edit.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".edit textarea")).to_be_focused()
    page.keyboard.press("Escape")
    expect(edit).to_be_focused()


def test_what_is_drawn_anew_keeps_the_focus(page: Page) -> None:
    ask(page, QUESTION)
    wrong = page.locator(".actions [data-do=reason]")
    wrong.focus()
    page.keyboard.press("Enter")
    page.keyboard.type("答非所问")
    page.keyboard.press("Enter")
    expect(wrong).to_have_attribute("aria-pressed", "true")
    expect(wrong).to_be_focused()
    retry = page.locator(".actions [data-do=retry]")
    retry.focus()
    page.keyboard.press("Enter")
    expect(wrong).to_have_attribute("aria-pressed", "false")  # another answer, not yet rated
    expect(retry).to_be_focused()


def test_after_a_suggestion_one_can_type_on(page: Page) -> None:
    ask(page, QUESTION)
    page.locator(".next button").first.click()
    expect(page.locator(".turn").last.locator(".card").first).to_be_visible(timeout=60_000)
    expect(page.locator("#question textarea")).to_be_focused()


def test_in_a_new_conversation_one_can_type(page: Page) -> None:
    ask(page, QUESTION)
    page.click("#new")
    expect(page.locator(".welcome")).to_be_visible()
    expect(page.locator("#question textarea")).to_be_focused()


def test_the_drawer_gives_the_focus_back(page: Page) -> None:
    ask(page, QUESTION)
    page.click("#history")
    expect(page.locator("#drawer .row")).to_be_focused()
    page.click("#drawer [data-do=rename]")
    page.keyboard.type("交割库")  # in place of the old name
    page.keyboard.press("Enter")
    expect(page.locator("#drawer .row")).to_have_text("交割库")
    expect(page.locator("#drawer [data-do=rename]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#history")).to_be_focused()
    page.click("#history")
    page.get_by_role("button", name="删除 交割库").press("Enter")
    asked = page.get_by_role("alertdialog", name="无法找回")
    expect(asked.get_by_role("button", name="取消")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="删除 交割库")).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="确认删除").press("Enter")
    expect(page.get_by_role("button", name="关闭历史")).to_be_focused()


def test_a_quote_opened_by_a_key_is_read_and_left_by_keys(page: Page) -> None:
    ask(page, "丁士启提出了哪些建议？")
    cites = page.locator(".card .cite")
    cites.first.press("Enter")
    expect(page.locator("#source .text")).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator("#source .steps")).to_contain_text("2 /")
    page.keyboard.press("Escape")
    expect(cites.nth(1)).to_be_focused()  # of the quote that was read last
    cites.first.press("Enter")
    page.locator("#source .close").press("Enter")
    expect(cites.first).to_be_focused()
    cites.nth(1).click()
    expect(page.locator("#source .steps")).to_contain_text("2 /")
    expect(cites.nth(1)).to_be_focused()  # a mouse needs no focus elsewhere


def test_at_the_last_quote_and_in_a_section_the_keys_go_on(page: Page) -> None:
    ask(page, "丁士启提出了哪些建议？")
    quotes = page.locator(".card").count()
    text, steps = page.locator("#source .text"), page.locator("#source .steps")
    page.locator(".card .cite").nth(quotes - 3).click()
    expect(steps).to_contain_text(f"引文 {quotes - 2}")
    page.locator("#source [data-by='1']").focus()
    for _ in range(2):
        page.keyboard.press("Enter")
    expect(steps).to_contain_text(f"引文 {quotes} /")
    expect(text).to_be_focused()  # there is no further one: the button is of no use any more
    page.keyboard.press("k")
    expect(steps).to_contain_text(f"引文 {quotes - 1}")
    page.locator("#source summary").focus()
    for key in ("Enter", "Tab", "Enter"):
        page.keyboard.press(key)
    page.keyboard.press("Alt+ArrowRight")  # no quote any more, whenever it is drawn
    expect(page.locator("#source mark")).to_have_count(0)
    expect(text).to_be_focused()


def test_on_a_phone_the_keyboard_goes_once_the_question_is_sent(
    browser: Browser, served: str
) -> None:
    with watched(browser, served, **PHONE) as page:
        box = page.locator("#question textarea")
        box.tap()
        expect(box).to_be_focused()
        ask(page, "谁建议设立LME交割库？")
        expect(box).not_to_be_focused()
