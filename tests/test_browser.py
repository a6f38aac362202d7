"""The page in a real browser, with the real model and the default document's index."""

from __future__ import annotations

import re
import time
from pathlib import Path
from urllib.parse import quote

import pytest

from assistant.library import feedback
from assistant.messages import ZH
from corpus import flat
from tests.browsing import (
    PHONE,
    Browser,
    Locator,
    Page,
    Route,
    ask,
    expect,
    in_view,
    leaving,
    reload,
    watched,
)
from tests.conftest import serving
from tests.fakes import slow

TOLD_MS = 1000  # the browser tells another tab of what this one keeps
QUESTION = "谁建议设立LME交割库？"
FOLLOW_UP = "他还建议了什么？"
UNANSWERABLE = "哪位代表提到了量子计算机的售价？"
HOSTILE = '<img src=x onerror="window.hacked=1"> **粗** $x^2$ [1] [9]'
OPEN_MS = 300  # from the click to the highlighted quote; slower feels like waiting


def test_a_citation_opens_the_source_at_the_quote(page: Page) -> None:
    ask(page, QUESTION)
    quoted = page.locator(".card blockquote").first.inner_text()
    page.locator(".lead .cite").first.click()
    mark = page.locator("#source mark")
    expect(mark).to_be_visible()
    assert flat(mark.inner_text()) == flat(quoted)
    assert in_view(page, "#source mark")
    expect(page.locator("#source .title")).to_contain_text("全国两会有色金属行业代表委员建言扫描")
    expect(page.locator(".card.is-open")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("#source .source")).to_have_count(0)


def test_a_copied_link_tells_when_the_document_says_something_else_there(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(page, QUESTION)
    page.locator(".card .cite").first.click()
    mark, note = page.locator("#source mark"), page.locator("#source .note")
    expect(mark).to_be_visible()
    quoted = mark.inner_text()
    page.click("#source [data-do=link]")
    link = page.evaluate("navigator.clipboard.readText()")
    page.locator(".card [data-do=quote]").first.click()
    with_source = page.evaluate("navigator.clipboard.readText()")
    assert flat(with_source).startswith(flat(quoted) + "——《全国两会")
    assert with_source.endswith(f"\n    {link}")
    with leaving(page):
        page.goto(link)
        expect(mark).to_have_text(quoted)
        page.goto(re.sub(r"start=(\d+)", lambda at: f"start={int(at[1]) - 9}", link))
        expect(note).to_contain_text("文档在引用之后已更新")
        expect(mark).to_have_count(0)
        page.click("#source [data-do=link]")
        page.goto(page.evaluate("navigator.clipboard.readText()"))  # it still does
        expect(note).to_contain_text("文档在引用之后已更新")


def test_opening_is_quick(page: Page) -> None:
    ask(page, QUESTION)
    page.locator(".card .cite").first.click()  # the first one also warms things up
    expect(page.locator("#source mark")).to_be_visible()
    best = min(_open_ms(page) for _ in range(10))  # the machine may be busy
    assert best < OPEN_MS


def _open_ms(page: Page) -> float:
    page.locator("#source .close").click()
    expect(page.locator("#source mark")).to_have_count(0)
    began = time.perf_counter()
    page.locator(".card .cite").first.click()
    page.wait_for_selector("#source mark")
    return (time.perf_counter() - began) * 1000


def first_held(page: Page) -> list[Route]:
    """Of what the source asks of Python the first is held back, and stands in the list.

    For as long as the page lives: what is sent while a route is taken off is lost.
    """
    held: list[Route] = []
    page.route("**/run/predict*", lambda one: one.continue_() if held else held.append(one))
    return held


def test_of_two_citations_clicked_in_a_row_the_second_opens(page: Page) -> None:
    ask(page, "丁士启提出了哪些建议？")
    quoted = page.locator(".card blockquote").nth(1).inner_text()
    held = first_held(page)
    with page.expect_request("**/run/predict*"):
        page.locator(".card .cite").first.click()
    page.locator(".card .cite").nth(1).click()  # while the first is on its way
    page.wait_for_timeout(500)
    held[0].continue_()
    expect(page.locator("#source .steps")).to_contain_text("2 /")
    page.wait_for_timeout(500)
    expect(page.locator("#source mark")).to_contain_text(flat(quoted)[:10])
    expect(page.locator(".card").nth(1)).to_have_class(re.compile("is-open"))


def stepping(page: Page) -> tuple[Locator, list[Route]]:
    """The first of many quotes is open, and the step to the second held back, on its way."""
    ask(page, "有哪些代表提出了建议？")
    steps = page.locator("#source .steps")
    page.locator(".card .cite").first.click()
    expect(steps).to_contain_text("引文 1")
    held = first_held(page)
    with page.expect_request("**/run/predict*"):
        page.keyboard.press("Alt+ArrowRight")
    return steps, held


def test_of_steps_in_a_row_none_is_lost(page: Page) -> None:
    steps, held = stepping(page)
    for key in ("Right", "Right", "Right"):  # while the first is on its way
        page.keyboard.press(f"Alt+Arrow{key}")
    held[0].continue_()
    expect(steps).to_contain_text("引文 5 ")
    page.fill("#source .find", "建议")
    expect(steps).to_contain_text("查找")
    at = int(re.findall(r"(\d+) /", steps.inner_text())[0])
    held.clear()
    with page.expect_request("**/run/predict*"):
        page.press("#source .find", "Enter")
    for key in ("Enter", "Enter", "Shift+Enter"):
        page.press("#source .find", key)
    held[0].continue_()
    expect(steps).to_contain_text(f"{at + 2} /")
    page.wait_for_timeout(500)
    expect(steps).to_contain_text(f"{at + 2} /")


def test_what_was_closed_is_not_opened_by_what_was_on_its_way(page: Page) -> None:
    steps, held = stepping(page)
    page.keyboard.press("Alt+ArrowRight")  # waits for the first
    page.keyboard.press("Escape")
    with page.expect_response("**/run/predict*"):
        held[0].continue_()
    page.wait_for_timeout(500)
    expect(page.locator("#source .source")).to_have_count(0)
    page.locator(".card .cite").nth(1).click()
    expect(steps).to_contain_text("引文 2")


def test_a_citation_clicked_again_comes_back_to_its_quote(page: Page) -> None:
    ask(page, QUESTION)
    page.locator(".card .cite").first.click()
    expect(page.locator("#source mark")).to_be_visible()
    text = page.locator("#source .text")
    text.evaluate("(text) => (text.scrollTop = text.scrollHeight)")
    assert not in_view(page, "#source mark")
    page.locator(".card .cite").first.click()
    expect(page.locator("#source mark")).to_be_in_viewport()


def test_a_follow_up_says_how_it_was_understood(page: Page) -> None:
    ask(page, QUESTION)
    ask(page, FOLLOW_UP)
    expect(page.locator(".turn").nth(1).locator(".understood")).to_contain_text("丁士启")


def test_without_evidence_it_refuses(page: Page) -> None:
    ask(page, UNANSWERABLE)
    expect(page.locator(".refusal")).to_be_visible()
    expect(page.locator(".card")).to_have_count(0)


def test_a_hostile_question_is_only_text(page: Page) -> None:
    ask(page, HOSTILE)
    expect(page.locator(".question > p")).to_have_text(HOSTILE)
    assert page.evaluate("window.hacked") is None
    assert page.locator("#chat :is(img, strong, .katex, .question .cite)").count() == 0


def test_a_hostile_document_is_only_text(browser: Browser, tmp_path: Path) -> None:
    """The very passage that answers carries the markup, in the chat and in the source."""
    from assistant.library.indexing import update_index

    folder = tmp_path / "in"
    folder.mkdir()
    text = (
        f"钴矿调研\n\n全国人大代表张三建议设立钴矿储备基地{HOSTILE}{{{{x}}}} ${{y}}，并说明理由。\n"
    )
    (folder / "坏<b>.txt").write_text(text, encoding="utf-8")
    update_index(tmp_path / "index", [folder])
    with serving(tmp_path / "index") as address, watched(browser, address) as page:
        ask(page, "谁建议设立钴矿储备基地？")
        page.locator(".cite, .passage").first.click()
        expect(page.locator("#source .words")).to_contain_text(HOSTILE)
        assert page.evaluate("window.hacked") is None
        assert page.locator("#chat img, #source img, #source b, .katex").count() == 0


def test_english_and_back(page: Page) -> None:
    ask(page, QUESTION)
    page.locator(".card .cite").first.click()
    expect(page.locator("#source mark")).to_be_visible()
    page.click("#language")
    expect(page.locator("#send")).to_have_text("Send")
    expect(page.locator("#question textarea")).to_have_attribute(
        "placeholder", "Ask about the documents"
    )
    expect(page.locator(".actions")).to_contain_text("Retry")
    expect(page.locator("#source .steps")).to_contain_text("Quotation 1")
    assert page.evaluate("document.documentElement.lang") == "en"
    page.click("#language")
    expect(page.locator("#send")).to_have_text("发送")


def test_an_english_browser_gets_english(browser: Browser, served: str) -> None:
    with watched(browser, served, locale="en-US") as page:
        expect(page.locator("#send")).to_have_text("Send")


def test_a_phone_needs_no_sideways_scrolling(browser: Browser, served: str) -> None:
    with watched(browser, served, **PHONE) as page:
        ask(page, QUESTION)
        page.locator(".card .cite").first.tap()
        expect(page.locator("#source mark")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert in_view(page, "#source mark")


def test_on_a_phone_back_closes_the_source(browser: Browser, served: str) -> None:
    with watched(browser, served, **PHONE) as page:
        ask(page, QUESTION)
        for leave in (page.go_back, page.locator("#source .close").tap, page.go_back):
            page.locator(".card .cite").first.tap()
            expect(page.locator("#source mark")).to_be_visible()
            leave()
            expect(page.locator("#source .source")).to_have_count(0)
            expect(page.locator(".card").first).to_be_visible()
            assert page.url == served


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_is_large_enough_and_stands_out(browser: Browser, served: str, scheme: str) -> None:
    with watched(browser, served, color_scheme=scheme) as page:
        ask(page, QUESTION)
        ask(page, UNANSWERABLE)
        page.locator(".card .cite").first.click()
        expect(page.locator("#source mark")).to_be_visible()
        page.wait_for_timeout(600)  # cards fade in
        small, faint = page.evaluate(_LEGIBILITY)
        assert not small
        assert not faint


def test_keys_go_from_quote_to_quote(page: Page) -> None:
    ask(page, "丁士启提出了哪些建议？")
    assert page.locator(".card").count() > 1
    page.locator(".card .cite").first.click()
    expect(page.locator("#source .steps")).to_contain_text("引文 1")
    for key, number in (("Alt+ArrowRight", 2), ("k", 2), ("Alt+ArrowLeft", 1)):
        page.keyboard.press(key)
        expect(page.locator("#source .steps")).to_contain_text(f"引文 {number}")
    for key, number in (("j", 2), ("k", 1)):
        page.press("#source .text", key)
        expect(page.locator("#source .steps")).to_contain_text(f"引文 {number}")


def test_keys_are_left_alone_where_there_is_no_quote_to_go_to(page: Page) -> None:
    taken = """(key) => {
      const event = new KeyboardEvent("keydown",
        { key, altKey: true, bubbles: true, cancelable: true });
      document.activeElement.dispatchEvent(event);
      return event.defaultPrevented;
    }"""
    ask(page, "丁士启提出了哪些建议？")
    page.locator("#question textarea").blur()
    assert not page.evaluate(taken, "ArrowLeft")  # the browser goes back
    page.locator(".card .cite").first.click()
    expect(page.locator("#source .steps")).to_contain_text("引文 1")
    assert page.evaluate(taken, "ArrowRight")
    expect(page.locator("#source .steps")).to_contain_text("引文 2")
    page.locator("#question textarea").focus()
    assert not page.evaluate(taken, "ArrowLeft")  # to the word before, on a Mac
    expect(page.locator("#source .steps")).to_contain_text("引文 2")
    page.click("#tabs [data-room=register]")
    assert not page.evaluate(taken, "ArrowLeft")


def test_a_link_opens_the_document_at_the_place(browser: Browser, served: str) -> None:
    document = "全国两会有色金属行业代表委员建言扫描.txt"
    with watched(browser, f"{served}?doc={quote(document)}&start=100&end=120") as page:
        expect(page.locator("#source mark")).to_be_visible(timeout=30_000)
        assert in_view(page, "#source mark")
        page.click("#source .close")
        reload(page)
        expect(page.locator(".welcome")).to_be_visible()
        page.wait_for_timeout(500)
        expect(page.locator("#source .source")).to_have_count(0)  # it was closed
        assert page.url == served
        with leaving(page):
            page.goto(f"{served}?doc={quote('没有.txt')}")
        expect(page.locator("#source .note")).to_contain_text("不在本机的索引中：没有.txt")
        page.click("#source .note button")
        expect(page.locator("#library .row").first).to_be_visible()


def test_a_link_opens_a_tab_and_the_address_follows_it(browser: Browser, served: str) -> None:
    with watched(browser, f"{served}?tab=register") as page:
        expect(page.locator("#register table")).to_be_visible()
        expect(page.locator("#tabs [data-room=register]")).to_have_attribute(
            "aria-selected", "true"
        )
        page.click("#tabs [data-room=library]")
        expect(page.locator("#library .row").first).to_be_visible()
        assert page.url == f"{served}?tab=library"
        page.go_back()
        expect(page.locator("#register table")).to_be_visible()
        page.click("#tabs [data-room=talk]")
        expect(page.locator(".welcome")).to_be_visible()
        assert page.url == served


def test_a_link_asks(browser: Browser, served: str) -> None:
    with watched(browser, f"{served}?q={quote(QUESTION)}&tab=register") as page:
        expect(page.locator("#register table")).to_be_visible()
        page.wait_for_url(f"{served}?tab=register")  # where it is goes on being told
        page.click("#tabs [data-room=talk]")
        expect(page.locator(".card").first).to_be_visible(timeout=30_000)
        reload(page)
        expect(page.locator(".card").first).to_be_visible(timeout=30_000)
        expect(page.locator(".turn")).to_have_count(1)


def test_nothing_ends_the_stream_that_a_links_question_waits_for(
    browser: Browser, served: str
) -> None:
    """Gradio ends it with the last event it knows of, and a question just sent with it."""
    queued: list[Route] = []

    def join(route: Route) -> None:
        queued.append(route)
        known = route.fetch()
        route.request.frame.page.wait_for_timeout(500)
        route.fulfill(response=known)

    with watched(browser, served) as page:
        page.route("**/queue/join*", join)
        with leaving(page):
            page.goto(f"{served}?q={quote(QUESTION)}", wait_until="commit")
        expect(page.locator(".card").first).to_be_visible()
        assert len(queued) == 1


def test_a_conversation_is_still_there_after_a_reload(page: Page) -> None:
    ask(page, QUESTION)
    reload(page)
    expect(page.locator(".card").first).to_be_visible(timeout=30_000)
    page.click("#new")
    expect(page.locator(".welcome")).to_be_visible()
    page.click("#history")
    page.click("#drawer .row")
    expect(page.locator(".card").first).to_be_visible()
    expect(page.locator("#drawer .drawer")).to_have_count(0)


def test_a_reload_shows_the_newest_turn(page: Page) -> None:
    for question in (QUESTION, "丁士启提出了哪些建议？", "陈雪华提出了哪些建议？"):
        ask(page, question)
    reload(page)
    expect(page.locator(".turn")).to_have_count(3)
    expect(page.locator(".turn").last).to_be_in_viewport(ratio=0.5)
    page.click("#tabs [data-room=library]")
    reload(page)
    expect(page.locator("#library .row").first).to_be_visible()
    page.click("#tabs [data-room=talk]")
    expect(page.locator(".turn").last).to_be_in_viewport(ratio=0.5)


def test_a_link_to_a_document_leaves_the_conversation_where_it_is(page: Page) -> None:
    for question in (QUESTION, "丁士启提出了哪些建议？", "陈雪华提出了哪些建议？"):
        ask(page, question)
    document = quote("全国两会有色金属行业代表委员建言扫描.txt")
    page.evaluate(f"history.replaceState(null, '', '?doc={document}&start=100&end=120')")
    reload(page)
    expect(page.locator("#source mark")).to_be_visible()
    expect(page.locator(".turn").last).not_to_be_in_viewport()


def test_edit_and_retry(page: Page) -> None:
    ask(page, QUESTION)
    page.hover(".question")
    page.click(".question [data-do=edit]")
    page.fill(".edit textarea", UNANSWERABLE)
    page.click(".edit .primary")
    expect(page.locator(".refusal")).to_be_visible(timeout=30_000)
    expect(page.locator(".question > p")).to_have_text(UNANSWERABLE)
    page.click(".actions [data-do=retry]")
    expect(page.locator(".refusal")).to_be_visible(timeout=30_000)
    expect(page.locator(".turn")).to_have_count(1)


def test_editing_says_what_goes_with_it_and_closes_its_quote(page: Page) -> None:
    for question in (QUESTION, FOLLOW_UP):
        ask(page, question)
    page.locator(".turn").last.locator(".cite").first.click()
    expect(page.locator("#source mark")).to_be_visible()
    page.locator(".question").first.hover()
    page.locator("[data-do=edit]").first.click()
    expect(page.locator(".edit")).to_contain_text("此后的 1 轮问答会删除")
    page.fill(".edit textarea", UNANSWERABLE)
    page.click(".edit .primary")
    expect(page.locator("#source .source")).to_have_count(0)
    expect(page.locator(".refusal")).to_be_visible(timeout=30_000)
    expect(page.locator(".turn")).to_have_count(1)
    page.locator(".question").hover()
    page.click("[data-do=edit]")
    expect(page.locator(".edit p")).to_have_count(0)


def test_a_question_of_two_lines_has_no_gap_below(page: Page) -> None:
    ask(page, "量子计算机的售价是多少？" * 5)
    words_and_box = (page.locator(".question > p"), page.locator(".question"))
    words_box, whole = (part.bounding_box() for part in words_and_box)
    assert words_box and whole
    assert words_box["height"] > 50  # px: two lines
    assert whole["height"] - words_box["height"] < 4


def test_words_that_are_not_there_leave_the_quote(page: Page) -> None:
    ask(page, "丁士启提出了哪些建议？")
    page.locator(".card .cite").first.click()
    back, forth = (page.locator(f"#source [data-do=step][data-by='{by}']") for by in (-1, 1))
    expect(back).to_be_disabled()
    forth.click()
    expect(page.locator("#source .steps")).to_contain_text("引文 2")
    expect(back).to_be_enabled()
    quoted = page.locator("#source mark").inner_text()
    page.fill("#source .find", "没有的词")
    page.press("#source .find", "Enter")
    expect(page.locator("#source .note")).to_have_text("没有找到“没有的词”")
    expect(page.locator("#source mark")).to_have_text(quoted)
    assert in_view(page, "#source mark")
    back.click()
    expect(page.locator("#source .steps")).to_contain_text("引文 1")


def test_a_slow_question_blocks_nothing_and_can_be_stopped(
    browser: Browser, tmp_path: Path
) -> None:
    with slow(tmp_path) as served, watched(browser, served.address) as page:
        ask(page, "一？")
        page.fill("#question textarea", "二？")
        page.click("#send")
        expect(page.locator(".pending")).to_be_visible()
        page.locator(".cite").first.click()
        expect(page.locator("#source mark")).to_be_visible(timeout=5_000)
        page.fill("#question textarea", "三？")
        page.press("#question textarea", "Enter")  # waits for its turn
        expect(page.locator("html.held")).to_have_count(1)
        expect(page.locator("#held")).to_have_text(ZH.held)
        page.fill("#question textarea", "")
        page.click("#stop")
        expect(page.locator(".pending")).to_have_count(0, timeout=5_000)
        expect(page.locator("#question textarea")).to_have_value("二？")
        expect(page.locator("#send")).to_be_visible()


def test_an_example_from_the_documents_is_answered(page: Page) -> None:
    page.locator(".welcome .next button").first.click()
    expect(page.locator(".card").first).to_be_visible(timeout=60_000)


def test_without_an_index_the_page_says_what_to_run(browser: Browser, tmp_path: Path) -> None:
    with serving(tmp_path / "none") as address, watched(browser, address) as page:
        expect(page.locator(".notice")).to_contain_text("youju index --index")
        ask(page, "谁提出了建议？")
        expect(page.locator(".failure")).to_contain_text("还不能回答：没有索引")
        expect(page.locator(".failure")).not_to_contain_text("查看终端")


def test_no_file_of_the_machine_is_served(page: Page, served: str) -> None:
    for path in ("app.py", "/etc/passwd", "pyproject.toml"):
        assert page.request.get(f"{served}gradio_api/file={path}").status in (403, 404)


@pytest.fixture
def other(page: Page) -> Page:
    """Another tab of the same browser."""
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator(".welcome")).to_be_visible(timeout=30_000)
    return other


def test_two_tabs_keep_a_conversation_each_in_one_list(page: Page, other: Page) -> None:
    page.evaluate("window.same = true")
    ask(page, QUESTION)
    ask(other, UNANSWERABLE)
    expect(other.locator(".question > p")).to_have_text([UNANSWERABLE])
    for tab, its in ((page, QUESTION), (other, UNANSWERABLE)):
        expect(tab.locator(".question > p")).to_have_text([its])
        tab.wait_for_timeout(TOLD_MS)
        tab.click("#history")
        expect(tab.locator("#drawer .row")).to_have_text([UNANSWERABLE, QUESTION])
        expect(tab.locator("#drawer .current .row")).to_have_text(its)
    assert page.evaluate("window.same")  # never read anew


def test_a_tab_keeps_the_name_that_another_one_has_given(page: Page, other: Page) -> None:
    ask(page, QUESTION)
    page.click("#history")
    page.click("#drawer [data-do=rename]")
    page.fill("#drawer textarea", "交割库")
    page.keyboard.press("Enter")
    expect(page.locator("#drawer .row")).to_have_text("交割库")
    other.wait_for_timeout(TOLD_MS)
    ask(other, UNANSWERABLE)
    for tab in (page, other):
        tab.wait_for_timeout(TOLD_MS)
        reload(tab)
        tab.click("#history")
        expect(tab.locator("#drawer .row")).to_have_text([UNANSWERABLE, "交割库"])


def test_what_another_tab_does_to_a_conversation_shows(page: Page, other: Page) -> None:
    ask(page, QUESTION)
    reload(other)  # goes on with what was left last
    other.click("#history")
    other.click("#drawer .row")
    expect(other.locator(".card").first).to_be_visible(timeout=30_000)
    page.fill("#question textarea", "赤泥")
    ask(other, FOLLOW_UP)
    expect(page.locator(".question > p")).to_have_text([QUESTION, FOLLOW_UP])
    page.press("#question textarea", "Enter")
    for tab in (page, other):
        expect(tab.locator(".question > p")).to_have_text([QUESTION, FOLLOW_UP, "赤泥"])
    other.click("#history")
    other.get_by_role("button", name=re.compile("^删除")).first.click()
    other.get_by_role("button", name="确认删除").click()
    for tab in (other, page):
        expect(tab.locator(".welcome")).to_be_visible()
    page.click("#history")
    expect(page.locator("#drawer .close")).to_be_visible()
    expect(page.locator("#drawer .row")).to_have_count(0)


def test_what_is_ticked_stays_when_another_tab_has_answered(page: Page, other: Page) -> None:
    page.click("#scope [data-do=enter]")
    page.check("#scope li input")
    ask(other, QUESTION)
    page.wait_for_timeout(TOLD_MS)
    expect(page.locator("#scope li input")).to_be_checked()
    page.click("#scope [data-do=apply]")
    expect(page.locator("#scope .panel")).to_have_count(0)
    page.click("#history")
    expect(page.locator("#drawer .row")).to_have_text(QUESTION)


def test_a_conversation_is_named_exported_and_deleted(page: Page) -> None:
    ask(page, QUESTION)
    page.locator(".lead .cite").first.click()
    expect(page.locator("#source .source")).to_be_visible()
    with page.expect_download() as download:
        page.click("#chat .foot [data-kind=docx]")
    assert download.value.suggested_filename.endswith("docx")
    page.click("#history")
    for kind in ("md", "docx"):
        with page.expect_download() as download:
            page.click(f"#drawer [data-kind={kind}]")
        assert download.value.suggested_filename.endswith(kind)
    page.click("#drawer [data-do=rename]")
    page.fill("#drawer textarea", "交割库")
    page.keyboard.press("Enter")
    expect(page.locator("#drawer .row")).to_have_text("交割库")
    page.get_by_role("button", name="删除 交割库").click()
    expect(page.locator("#drawer .sure")).to_contain_text("无法找回")
    page.keyboard.press("Escape")
    expect(page.locator("#drawer .sure")).to_be_hidden()
    expect(page.locator("#drawer .row")).to_be_visible()
    page.get_by_role("button", name="删除 交割库").click()
    page.get_by_role("button", name="确认删除").click()
    expect(page.locator(".welcome")).to_be_visible()
    expect(page.locator("#drawer .row")).to_have_count(0)
    expect(page.locator("#source .source")).to_have_count(0)


def test_documents_open_and_words_are_found_in_them(page: Page) -> None:
    page.click("#tabs [data-room=library]")
    page.fill("#library .filter", "建言")
    page.click("#library .row")
    page.fill("#source .find", "钴")
    page.press("#source .find", "Enter")
    expect(page.locator("#source mark")).to_have_text("钴")
    page.press("#source .find", "Enter")
    expect(page.locator("#source .steps")).to_contain_text("2 /")
    assert in_view(page, "#source mark")
    everywhere = page.evaluate("[...CSS.highlights.get('found')].map(String)")
    assert everywhere == ["钴"] * int(page.inner_text("#source .steps span").split("/ ")[1])
    page.fill("#source .find", "没有的词")
    page.press("#source .find", "Enter")
    expect(page.locator("#source .note")).to_have_text("没有找到“没有的词”")
    expect(page.locator("#source mark")).to_have_text("钴")
    assert in_view(page, "#source mark")
    page.click("#source summary")
    page.keyboard.press("Escape")  # of what lies one in the other, the inner goes first
    expect(page.locator("#source details[open]")).to_have_count(0)
    expect(page.locator("#source .find")).to_have_value("没有的词")
    page.keyboard.press("Escape")
    expect(page.locator("#source .note")).to_have_count(0)
    expect(page.locator("#source .find")).to_have_value("")
    page.click("#source summary")
    page.locator("#source details button").last.click()
    expect(page.locator("#source mark")).to_have_count(0)
    assert page.evaluate("CSS.highlights.has('found')") is False
    page.keyboard.press("Escape")
    expect(page.locator("#source .source")).to_have_count(0)


def test_words_are_found_while_they_are_typed(page: Page) -> None:
    page.click("#tabs [data-room=library]")
    page.fill("#library .filter", "建言")
    page.click("#library .row")
    field, mark = page.locator("#source .find"), page.locator("#source mark")
    field.press_sequentially("资源")
    expect(mark).to_have_text("资源")
    held = first_held(page)
    with page.expect_request("**/run/predict*"):
        field.press_sequentially("安")
    field.press_sequentially("甲")  # while what came before is on its way
    held[0].continue_()
    expect(page.locator("#source .note")).to_have_text("没有找到“资源安甲”")
    expect(field).to_have_value("资源安甲")
    expect(field).to_be_focused()
    field.press("Backspace")
    expect(page.locator("#source .steps")).to_contain_text("1 / 3")
    field.press("Enter")
    expect(page.locator("#source .steps")).to_contain_text("2 /")


def test_words_that_are_found_elsewhere_are_told_with_their_own_section(page: Page) -> None:
    ask(page, QUESTION)
    page.locator(".card .cite").first.click()
    expect(page.locator("#source .title p")).to_contain_text("一、筑牢安全底线")
    page.fill("#source .find", "赤泥")
    page.press("#source .find", "Enter")
    expect(page.locator("#source mark")).to_have_text("赤泥")
    expect(page.locator("#source .title p")).to_contain_text("三、践行绿色转型")
    expect(page.locator("#source .title p")).not_to_contain_text("一、筑牢安全底线")


def test_what_leads_away_from_a_quote_leads_back_to_it(page: Page) -> None:
    ask(page, QUESTION)
    page.locator(".card .cite").first.click()
    back, mark = page.locator("#source .back"), page.locator("#source mark")
    expect(mark).to_be_visible()
    expect(back).to_be_hidden()
    quoted = mark.inner_text()
    page.click("#source .find")
    page.keyboard.type("赤泥")
    for nth in ("“赤泥” 1 /", "“赤泥” 2 /"):  # 引文 1 / 1 stood there before
        page.keyboard.press("Enter")
        expect(page.locator("#source .steps")).to_contain_text(nth)
        expect(page.locator("#source .find")).to_be_focused()  # though it is drawn anew
    back.click()
    expect(mark).to_have_text(quoted)
    assert in_view(page, "#source mark")
    expect(page.locator("#source .steps")).to_contain_text("引文 1")
    expect(page.locator("#chat .card.is-open")).to_have_count(1)
    expect(back).to_be_hidden()
    page.click("#source summary")
    page.locator("#source details button").last.click()
    expect(mark).to_have_count(0)
    back.click()
    expect(mark).to_have_text(quoted)


def test_a_document_opened_as_a_whole_has_no_quote_to_go_back_to(page: Page) -> None:
    ask(page, QUESTION)
    page.locator(".card .cite").first.click()
    expect(page.locator("#source mark")).to_be_visible()
    page.click("#tabs [data-room=library]")
    page.click("#library .row")
    expect(page.locator("#source mark")).to_have_count(0)
    page.fill("#source .find", "钴")
    page.press("#source .find", "Enter")
    expect(page.locator("#source mark")).to_have_text("钴")
    expect(page.locator("#source .back")).to_be_hidden()


def test_a_wrong_answer_can_be_reported(page: Page, default_index: Path) -> None:
    ask(page, QUESTION)
    page.click(".actions [data-do=reason]")
    page.fill(".edit textarea", "答非所问")
    page.click(".edit .primary")
    wrong, rated = page.locator(".actions [data-do=reason]"), page.locator(".rated")
    expect(wrong).to_have_attribute("aria-pressed", "true")
    expect(rated).to_contain_text("已记下：答非所问")
    rated.get_by_role("button").click()
    expect(page.locator(".edit textarea")).to_have_value("答非所问")
    page.fill(".edit textarea", "人名有误")
    page.click(".edit .primary")
    expect(rated).to_contain_text("已记下：人名有误")
    expect(wrong).to_have_attribute("aria-pressed", "true")
    assert feedback.read(default_index)[-1]["reason"] == "人名有误"


@pytest.mark.parametrize("rating", ["up", "down"])
def test_a_rating_is_withdrawn_by_another_click(
    page: Page, default_index: Path, rating: str
) -> None:
    question = f"{QUESTION}（{rating}）"
    ask(page, question)
    button = page.locator(f".actions .rate[data-rating={rating}]")
    button.click()
    if rating == "down":
        page.click(".edit .primary")
    expect(button).to_have_attribute("aria-pressed", "true")
    assert question in {line["question"] for line in feedback.read(default_index)}
    page.keyboard.press("Enter")  # the focus is back where it was
    expect(button).to_have_attribute("aria-pressed", "false")
    assert question not in {line["question"] for line in feedback.read(default_index)}


# Elements with text of their own that are smaller than 14 px, or whose contrast is below WCAG AA.
_LEGIBILITY = """() => {
  const luminance = ([r, g, b]) => {
    const part = (v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
  const behind = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const color = numbers(getComputedStyle(e).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const shown = [...document.querySelectorAll("body *")].filter((e) =>
    e.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()));
  const small = shown.filter((e) => parseFloat(getComputedStyle(e).fontSize) < 14);
  const faint = shown.filter((e) => {
    const [a, b] = [numbers(getComputedStyle(e).color), behind(e)].map(luminance);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5;
  });
  const names = (list) => list.map((e) => `${e.className}: ${e.textContent.slice(0, 20)}`);
  return [names(small), names(faint)];
}"""
