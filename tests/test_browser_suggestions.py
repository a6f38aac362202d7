"""Questions to ask next, and what else stays below an answer, in a real browser."""

from __future__ import annotations

from pathlib import Path

from assistant import Assistant
from tests.browsing import Page, Route, ask, expect, reload

QUESTION = "谁建议设立LME交割库？"
UNANSWERABLE = "2026年铜价会涨到多少？"


def test_a_click_asks_a_question_that_is_answered(page: Page, default_index: Path) -> None:
    assistant = Assistant.open(default_index)
    ask(page, QUESTION)
    buttons = page.locator(".turn:last-child .next button")
    expect(buttons).to_have_count(3)
    questions = buttons.all_inner_texts()
    assert questions == assistant.suggest(assistant.ask(QUESTION))
    buttons.first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".turn")).to_have_count(2)
    turn = page.locator(".turn").last
    expect(turn.locator(".card").first).to_be_visible(timeout=60_000)
    expect(turn.locator(".question > p")).to_have_text(questions[0])
    expect(turn.locator(".next button").first).to_be_visible()
    expect(page.locator(".next")).to_have_count(1)  # below the newest only
    assert questions[0] not in turn.locator(".next button").all_inner_texts()


def test_who_asks_before_anything_is_offered_is_offered_something_once(page: Page) -> None:
    """Drawn anew, what is offered would take the focus along."""
    ask(page, QUESTION)
    page.evaluate(
        """() => {  // what a welcome offers comes after the answer
          const [late, soon] = [[], setTimeout];
          window.setTimeout = (act, ms, ...of) =>
            ms === 500 ? late.push(act) : soon(act, ms, ...of);
          window.come = () => late.forEach((act) => act());
        }"""
    )
    page.click("#new")
    expect(page.locator(".welcome")).to_be_visible()
    ask(page, QUESTION)
    first = page.locator(".next button").first
    first.focus()
    page.evaluate("come()")
    page.wait_for_timeout(1500)
    expect(first).to_be_focused()


def test_below_a_refusal_there_are_questions_that_are_answered(page: Page) -> None:
    ask(page, UNANSWERABLE)
    expect(page.locator(".next h3")).to_have_text("可以这样问")
    page.locator(".next button").first.click()
    expect(page.locator(".turn").last.locator(".card").first).to_be_visible(timeout=60_000)


def test_suggestions_stay_through_rating_language_and_reload(page: Page) -> None:
    ask(page, QUESTION)
    buttons = page.locator(".next button")
    expect(buttons).to_have_count(3)
    questions = buttons.all_inner_texts()
    page.click(".actions [data-rating=up]")
    expect(page.locator(".actions [data-rating=up]")).to_have_attribute("aria-pressed", "true")
    expect(buttons).to_have_text(questions)
    page.click("#language")
    expect(page.locator(".next h3")).to_have_text("Ask next")
    expect(buttons).to_have_text(questions)
    reload(page)
    expect(buttons).to_have_text(questions)
    page.click("#new")
    expect(page.locator(".welcome")).to_be_visible()
    expect(buttons).to_have_count(0)


def test_an_unfolded_context_stays_open(page: Page) -> None:
    ask(page, "丁士启提出了哪些建议？")
    cards = page.locator(".turn:first-child .card")
    for n in (0, 1):
        cards.nth(n).locator("[data-do=unfold]").click()
        expect(cards.nth(n).locator(".context")).to_be_visible()
    cards.nth(0).locator("[data-do=unfold]").click()
    page.click(".actions [data-rating=up]")
    expect(page.locator(".actions [data-rating=up]")).to_have_attribute("aria-pressed", "true")
    ask(page, QUESTION)
    expect(cards.nth(1).locator(".context")).to_be_visible()
    expect(cards.nth(1).locator("[data-do=unfold]")).to_have_text("收起上下文")
    expect(cards.nth(0).locator(".context")).to_have_count(0)
    cards.nth(1).locator("[data-do=unfold]").click()
    expect(cards.nth(1).locator(".context")).to_be_hidden()
    expect(cards.nth(1).locator("[data-do=unfold]")).to_have_attribute("aria-expanded", "false")


def test_a_draft_stays_in_its_box_when_something_else_is_asked(page: Page) -> None:
    page.fill("#question textarea", "还没问完")
    page.locator(".next button").first.click()
    expect(page.locator(".card").first).to_be_visible()
    expect(page.locator("#question textarea")).to_have_value("还没问完")


def test_what_is_sent_too_early_is_asked_when_its_turn_comes(page: Page) -> None:
    ask(page, QUESTION)
    page.locator(".next button").first.click()
    page.fill("#question textarea", UNANSWERABLE)
    page.press("#question textarea", "Enter")
    expect(page.locator(".turn")).to_have_count(3, timeout=60_000)
    expect(page.locator(".refusal")).to_be_visible(timeout=60_000)
    expect(page.locator(".turn").nth(1).locator(".card").first).to_be_attached()
    expect(page.locator("#question textarea")).to_have_value("")


def test_a_context_that_comes_late_is_not_put_below_another_quote(page: Page) -> None:
    ask(page, QUESTION)
    page.click("#new")
    expect(page.locator(".welcome")).to_be_visible()
    ask(page, "钴资源外采率是多少？")
    held: list[Route] = []
    page.route("**/run/predict*", lambda route: route.continue_() if held else held.append(route))
    with page.expect_request("**/run/predict*"):
        page.locator(".card [data-do=unfold]").first.click()
    page.click("#history")
    page.click("#drawer .row:not([aria-current])")
    expect(page.locator(".question > p")).to_have_text(QUESTION)
    (request,) = held
    with page.expect_response(request.request.url):
        request.continue_()
    page.unroute("**/run/predict*")
    page.wait_for_timeout(500)  # it would be there
    expect(page.locator(".context")).to_have_count(0)
    page.locator(".card [data-do=unfold]").first.click()
    expect(page.locator(".context mark")).to_contain_text("LME")
