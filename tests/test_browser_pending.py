"""What a user does while an answer is on its way: nothing is lost, or misplaced."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.browsing import (
    APIResponse,
    Browser,
    Page,
    Route,
    ask,
    expect,
    holding,
    leaving,
    reload,
    watched,
)
from tests.conftest import answering, free_port, running
from tests.fakes import Slow, slow

AT_ONCE = 4_000  # ms
TOLD_MS = 700  # a tab tells another of what it keeps


@pytest.fixture(scope="module")
def late(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Slow]:
    """A page on which a conversation's first answer comes at once, each further one as allowed."""
    with slow(tmp_path_factory.mktemp("slow")) as late:
        late.answer()
        yield late


@pytest.fixture
def pending(browser: Browser, late: Slow) -> Iterator[Page]:
    """Of the conversation 一？, the second question's answer is on its way, until it is allowed."""
    with watched(browser, late.address) as page:
        late.hold()
        ask(page, "一？")
        page.fill("#question textarea", "二？")
        page.press("#question textarea", "Enter")
        expect(page.locator(".pending")).to_be_visible()
        yield page
        late.answer()  # lest it keeps those of the next test waiting


def shows(page: Page, *questions: str) -> None:
    """Waits until these are the questions of the conversation that is shown."""
    expect(page.locator(".question > p")).to_have_text(list(questions))


def test_a_question_shows_before_the_server_has_heard_of_it(browser: Browser, late: Slow) -> None:
    """While an index is being made that takes a while, in which it would seem to be lost."""
    with watched(browser, late.address) as page:
        ask(page, "一？")

        def asked(act: Callable[[], None], *questions: str) -> None:
            with holding(page) as held:
                with page.expect_request("**/queue/join*"):
                    act()
                expect(page.locator(".pending")).to_have_text("正在查找依据…")
                shows(page, *questions)
                held[0].continue_()
                expect(page.locator(".pending")).to_have_count(0)
                expect(page.locator(".card")).to_have_count(len(questions))
                shows(page, *questions)

        def enter() -> None:
            page.fill("#question textarea", "二？")
            page.press("#question textarea", "Enter")
            expect(page.locator("#question textarea")).to_have_value("")
            page.keyboard.type("还没问完")  # goes on being typed meanwhile

        def edit() -> None:
            page.locator("[data-do=edit]").first.click()
            page.fill(".edit textarea", "三？")
            page.keyboard.press("Enter")

        asked(enter, "一？", "二？")
        expect(page.locator("#question textarea")).to_have_value("还没问完")
        asked(page.locator("[data-do=retry]").first.click, "一？", "二？")
        asked(edit, "三？")
        page.click("#new")
        asked(page.locator(".welcome .next button").first.click, "例一？")


def test_a_new_conversation_is_there_at_once_and_stays(pending: Page, late: Slow) -> None:
    pending.click("#new")
    expect(pending.locator(".welcome")).to_be_visible()
    late.answer()
    expect(pending.locator("#stop")).to_be_hidden()  # the answer is there
    expect(pending.locator(".welcome")).to_be_visible()
    ask(pending, "三？")
    shows(pending, "三？")
    pending.click("#history")
    pending.click("#drawer .row:has-text('一？')")
    expect(pending.locator(".turn .card")).to_have_count(2)
    shows(pending, "一？", "二？")
    reload(pending)
    expect(pending.locator(".turn .card")).to_have_count(2)


def test_what_is_clicked_while_a_question_is_being_sent_comes_after_it(
    browser: Browser, late: Slow
) -> None:
    with watched(browser, late.address) as page:
        late.hold()
        ask(page, "一？")
        with holding(page) as held:
            page.fill("#question textarea", "二？")
            with page.expect_request("**/queue/join*"):
                page.press("#question textarea", "Enter")
            page.click("#new")
            page.wait_for_timeout(TOLD_MS)
            held[0].continue_()
            expect(page.locator(".welcome")).to_be_visible()
        late.answer()
        expect(page.locator("#stop")).to_be_hidden()  # the answer is there
        expect(page.locator(".welcome")).to_be_visible()
        page.click("#history")
        page.click("#drawer .row:has-text('一？')")
        shows(page, "一？", "二？")
        expect(page.locator(".turn .card")).to_have_count(2)


def at_once(page: Page, acts: list[Callable[[], None]]) -> None:
    """What Python gives to the first of them comes last."""
    held: list[Route] = []
    given: list[APIResponse] = []

    def is_slow(route: Route) -> None:
        if held:
            return route.continue_()
        held.append(route)
        return given.append(route.fetch())

    page.route("**/run/predict*", is_slow)
    for act in acts:
        act()
        while not given:
            page.wait_for_timeout(20)
    page.wait_for_timeout(TOLD_MS)
    held[0].fulfill(response=given[0])


@pytest.mark.parametrize("first", ["new", "answer"])
def test_a_new_conversation_and_an_answer_at_once_are_both_there(
    pending: Page, late: Slow, first: str
) -> None:
    acts = [lambda: pending.click("#new"), late.answer]
    at_once(pending, acts if first == "new" else acts[::-1])
    expect(pending.locator(".welcome")).to_be_visible()
    pending.wait_for_timeout(TOLD_MS)
    expect(pending.locator(".welcome")).to_be_visible()
    reload(pending)
    pending.click("#history")
    pending.click("#drawer .row:has-text('一？')")
    shows(pending, "一？", "二？")
    expect(pending.locator(".turn .card")).to_have_count(2)


@pytest.mark.parametrize("first", ["name", "answer"])
def test_a_new_name_and_an_answer_at_once_are_both_there(
    pending: Page, late: Slow, first: str
) -> None:
    pending.click("#history")
    pending.click("#drawer [data-do=rename]")
    pending.fill("#drawer textarea", "新名")
    acts = [lambda: pending.keyboard.press("Enter"), late.answer]
    at_once(pending, acts if first == "name" else acts[::-1])
    expect(pending.locator(".turn .card")).to_have_count(2)
    pending.wait_for_timeout(TOLD_MS)
    reload(pending)
    expect(pending.locator(".turn .card")).to_have_count(2)
    pending.click("#history")
    expect(pending.locator("#drawer .row")).to_have_text("新名")


def test_a_question_of_another_conversation_waits_for_its_turn(pending: Page, late: Slow) -> None:
    pending.click("#new")
    expect(pending.locator(".welcome")).to_be_visible()
    pending.fill("#question textarea", "三？")
    pending.press("#question textarea", "Enter")
    expect(pending.locator("html.held")).to_have_count(1)
    late.answer()
    expect(pending.locator(".card")).to_have_count(1)
    shows(pending, "三？")
    pending.click("#history")
    pending.click("#drawer .row:has-text('一？')")
    expect(pending.locator(".turn .card")).to_have_count(2)


@pytest.fixture
def elsewhere(pending: Page, late: Slow) -> Page:
    """The conversation 一？, 二？, while the second question of another one, 四？, is asked."""
    late.answer()
    expect(pending.locator(".turn .card")).to_have_count(2)
    late.hold()
    pending.click("#new")
    pending.click(".welcome .next button >> nth=0")
    expect(pending.locator(".card")).to_have_count(1)
    pending.fill("#question textarea", "四？")
    pending.press("#question textarea", "Enter")
    expect(pending.locator(".pending")).to_be_visible()
    pending.click("#history")
    pending.click("#drawer .row:has-text('一？') >> nth=-1")
    expect(pending.locator(".turn .card")).to_have_count(2)
    return pending


def waits(page: Page, late: Slow) -> None:
    """What was done is done once the other conversation has its answer, and that is not lost."""
    expect(page.locator("html.held")).to_have_count(1)
    late.answer()
    expect(page.locator("html.held")).to_have_count(0)
    expect(page.locator(".pending, .edit")).to_have_count(0)


def other_has_its_answers(page: Page) -> None:
    page.click("#history")
    page.click("#drawer .row:has-text('例一？')")
    expect(page.locator(".turn .card")).to_have_count(2)
    shows(page, "例一？", "四？")


def test_a_click_in_another_conversation_waits_for_its_turn(elsewhere: Page, late: Slow) -> None:
    elsewhere.locator("[data-do=retry]").first.click()
    waits(elsewhere, late)
    expect(elsewhere.locator(".turn .card")).to_have_count(2)
    shows(elsewhere, "一？", "二？")
    other_has_its_answers(elsewhere)


def test_an_edited_question_of_another_conversation_waits_for_its_turn(
    elsewhere: Page, late: Slow
) -> None:
    elsewhere.locator("[data-do=edit]").first.click()
    elsewhere.fill(".edit textarea", "五？")
    elsewhere.keyboard.press("Enter")
    waits(elsewhere, late)
    shows(elsewhere, "五？")
    expect(elsewhere.locator(".turn .card")).to_have_count(1)
    other_has_its_answers(elsewhere)


def test_why_an_answer_is_wrong_waits_for_its_turn(elsewhere: Page, late: Slow) -> None:
    wrong = elsewhere.locator("[data-do=reason]").first
    wrong.click()
    elsewhere.fill(".edit textarea", "答非所问")
    elsewhere.keyboard.press("Enter")
    waits(elsewhere, late)
    expect(wrong).to_have_attribute("aria-pressed", "true")
    other_has_its_answers(elsewhere)


def test_who_comes_back_still_sees_it_pending(pending: Page, late: Slow) -> None:
    pending.click("#new")
    expect(pending.locator(".welcome")).to_be_visible()
    pending.click("#history")
    pending.click("#drawer .row")
    expect(pending.locator(".pending")).to_be_visible()
    late.answer()
    expect(pending.locator(".turn .card")).to_have_count(2)
    shows(pending, "一？", "二？")


def test_what_one_is_at_work_on_stays_when_the_answer_comes(pending: Page, late: Slow) -> None:
    pending.locator("[data-do=edit]").first.click()
    pending.keyboard.type("何？")
    pending.keyboard.press("ArrowLeft")
    pending.click("#scope [data-do=enter]")
    pending.check("#scope li input")
    late.answer()
    expect(pending.locator(".turn .card")).to_have_count(2)
    expect(pending.locator("#stop")).to_be_hidden()
    pending.wait_for_timeout(500)  # what is kept has changed, too
    expect(pending.locator("#scope li input")).to_be_checked()
    pending.keyboard.press("Escape")
    expect(pending.locator(".edit textarea")).to_have_value("一？何？")
    pending.locator(".edit textarea").focus()
    pending.keyboard.type("如")
    expect(pending.locator(".edit textarea")).to_have_value("一？何如？")
    pending.keyboard.press("Escape")
    expect(pending.locator("[data-do=edit]").first).to_be_focused()


@pytest.mark.parametrize("at_once", [False, True])
def test_questions_in_two_tabs_of_one_conversation_keep_both_answers(
    pending: Page, late: Slow, at_once: bool
) -> None:
    """The server answers one after the other; with `at_once`, in a moment."""
    late.answer()
    expect(pending.locator(".turn .card")).to_have_count(2)
    other = pending.context.new_page()
    other.goto(pending.url)
    pending.click("#history")
    expect(other.locator(".welcome, .turn").first).to_be_visible()
    other.click("#history")
    other.click("#drawer .row")
    expect(other.locator(".turn .card")).to_have_count(2)
    pending.keyboard.press("Escape")
    if not at_once:
        late.hold()
    for tab, question in ((pending, "三？"), (other, "四？")):
        tab.fill("#question textarea", question)
        tab.press("#question textarea", "Enter")
    if not at_once:
        for tab in (pending, other):
            expect(tab.locator(".pending")).to_be_visible()
        late.answer()
    for tab, question in ((pending, "三？"), (other, "四？")):
        expect(tab.locator(".turn .card")).to_have_count(3)
        expect(tab.locator(".question > p").last).to_have_text(question)
        tab.wait_for_timeout(TOLD_MS)
    for tab in (pending, other):
        tab.reload()
        tab.click("#history")
        expect(tab.locator("#drawer .row")).to_have_text(["一？", "一？"])
        for question in ("三？", "四？"):
            expect(tab.locator(f'#drawer [data-text*="{question}"]')).to_have_count(1)
        tab.keyboard.press("Escape")


def test_questions_in_two_tabs_keep_both_conversations(pending: Page, late: Slow) -> None:
    other = pending.context.new_page()
    other.goto(pending.url)
    expect(other.locator(".welcome, .turn").first).to_be_visible()
    other.click("#new")
    expect(other.locator(".welcome")).to_be_visible()
    other.fill("#question textarea", "五？")
    other.press("#question textarea", "Enter")  # behind the one that is on its way
    other.wait_for_timeout(TOLD_MS)
    late.answer()
    expect(pending.locator(".turn .card")).to_have_count(2)
    expect(other.locator(".turn .card")).to_have_count(1)
    for tab in (pending, other):
        tab.wait_for_timeout(TOLD_MS)
        tab.click("#history")
        expect(tab.locator("#drawer .row")).to_have_text(["五？", "一？"])
    other.click("#drawer .row:has-text('一？')")
    shows(other, "一？", "二？")
    pending.click("#drawer .row:has-text('五？')")
    shows(pending, "五？")


def test_language_and_name_are_changed_meanwhile(pending: Page, late: Slow) -> None:
    pending.click("#history")
    pending.click("#drawer [data-do=rename]")
    pending.fill("#drawer textarea", "新名")
    pending.keyboard.press("Enter")
    expect(pending.locator("#drawer .row")).to_have_text("新名")
    pending.click("#language")
    expect(pending.locator(".pending")).to_contain_text("Looking")
    late.answer()
    expect(pending.locator(".turn .card")).to_have_count(2)
    expect(pending.locator(".actions").last).to_contain_text("Retry")
    pending.click("#history")
    expect(pending.locator("#drawer .row")).to_have_text("新名")


def test_who_deletes_the_conversation_meanwhile_is_rid_of_it(pending: Page, late: Slow) -> None:
    pending.click("#history")
    pending.click("#drawer [popovertarget]")
    pending.click("#drawer [data-do=remove]")
    expect(pending.locator(".welcome")).to_be_visible()
    late.answer()
    expect(pending.locator("#stop")).to_be_hidden()
    expect(pending.locator(".welcome")).to_be_visible()
    expect(pending.locator("#drawer .row")).to_have_count(0)


def test_it_can_be_stopped_from_another_conversation(pending: Page) -> None:
    pending.click("#new")
    expect(pending.locator(".welcome")).to_be_visible()
    pending.click("#stop")
    expect(pending.locator("#stop")).to_be_hidden()  # though there is no answer
    expect(pending.locator("#question textarea")).to_have_value("二？")
    pending.press("#question textarea", "Enter")
    expect(pending.locator(".card")).to_have_count(1)
    shows(pending, "二？")


@pytest.mark.parametrize(("do", "shown"), [("new", []), ("retry", ["一？"]), ("edit", ["一？"])])
def test_a_question_that_never_gets_through_is_back_in_its_box(
    browser: Browser, late: Slow, do: str, shown: list[str]
) -> None:
    with watched(browser, late.address) as page, leaving(page):
        if do != "new":
            ask(page, "一？")
        page.route("**/queue/join*", lambda route: route.fulfill(status=502, body="Bad gateway"))
        if do != "new":
            page.click(f"[data-do={do}]")
        if do != "retry":
            page.fill(".edit textarea" if do == "edit" else "#question textarea", "一？")
            page.keyboard.press("Enter")
        expect(page.locator("#chat [role=alert]")).to_contain_text("请再发送一次")
        expect(page.locator(".toast-wrap")).to_be_hidden()  # English
        expect(page.locator(".pending")).to_have_count(0)
        expect(page.locator(".card")).to_have_count(len(shown))
        shows(page, *shown)
        page.unroute("**/queue/join*")
        expect(page.locator("#question textarea")).to_have_value("一？")
        page.click("#send")
        expect(page.locator(".card")).to_have_count(len(shown) + 1)
        expect(page.locator("#chat [role=alert]")).to_have_count(0)


def test_a_reload_loses_no_question(pending: Page) -> None:
    box = pending.locator("#question textarea")
    box.press_sequentially("三？")
    reload(pending)
    expect(box).to_have_value("三？")  # typed, and not sent
    box.fill("")
    reload(pending)
    expect(pending.locator(".turn, .welcome").first).to_be_visible()
    expect(box).to_have_value("")


def test_a_reload_gives_a_question_that_waits_for_its_answer_back(pending: Page) -> None:
    reload(pending)
    expect(pending.locator("#question textarea")).to_have_value("二？")


@pytest.mark.parametrize("delay", [60, 80, 100])
def test_an_answer_that_comes_at_once_to_a_busy_page_leaves_nothing_to_stop(
    browser: Browser, late: Slow, delay: int
) -> None:
    busy = """(delay) => document.addEventListener("keydown", () => setTimeout(() => {
      const until = performance.now() + 1000;
      while (performance.now() < until);
    }, delay), { capture: true, once: true })"""
    with watched(browser, late.address) as page:
        page.evaluate(busy, delay)
        ask(page, "一？")
        expect(page.locator("#send")).to_be_visible()
        expect(page.locator("#stop")).to_be_hidden(timeout=AT_ONCE)


def test_a_question_outlives_the_server(browser: Browser, tmp_path: Path) -> None:
    port = free_port()
    fakes = ("-m", "tests.fakes", str(port), str(tmp_path))
    with ExitStack() as server:
        server.enter_context(running(*fakes))
        with watched(browser, answering(port)) as page, leaving(page):
            ask(page, "一？")
            page.fill("#question textarea", "二？")
            page.press("#question textarea", "Enter")
            expect(page.locator(".pending")).to_be_visible()
            server.close()
            expect(page.locator("#lost")).to_contain_text("正在重新连接")
            expect(page.locator(".toast-wrap")).to_be_hidden()  # English
            told, read = (page.locator(part).bounding_box() for part in ("#lost", "#chat"))
            assert told and read and told["y"] + told["height"] <= read["y"]
            expect(page.locator(".pending")).to_be_hidden()
            expect(page.locator("#question textarea")).to_have_value("二？")
            page.fill("#question textarea", "三？")
            server.enter_context(running(*fakes))
            expect(page.locator("#lost")).to_have_count(0)
            expect(page.locator("#question textarea")).to_have_value("三？")
            page.click("#send")
            expect(page.locator(".pending")).to_be_visible()
            shows(page, "一？", "三？")
