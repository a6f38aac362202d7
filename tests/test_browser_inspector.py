"""How an answer was found, and which years speak of something, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant
from corpus import flat
from tests.browsing import PHONE, APIResponse, Browser, Page, Route, ask, expect, reload, watched
from tests.conftest import assistant_on, serving, titled

QUESTION = "西湾村水库的蓄水量是多少？"
TEXTS = {
    "2011年西湾村工作报告.txt": "西湾村水库的蓄水量为40万立方米。\n\n水库由村民轮流看守。",
    "2012年西湾村工作报告.txt": "今年整修村道6公里。\n\n新建小学一所，学生120人。",
    "2013年西湾村工作报告.txt": "今年加固水库大坝。\n\n全村种植柑橘300亩。",
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of three small reports."""
    folder = tmp_path_factory.mktemp("reports")
    return assistant_on(folder, titled(TEXTS)).index.folder


@pytest.fixture(scope="module")
def served(small: Path) -> Iterator[str]:
    """The page on these reports, in place of the default document."""
    with serving(small) as address:
        yield address


def inspect(page: Page) -> None:
    ask(page, QUESTION)
    page.click("[data-do=inspect]")
    expect(page.locator("#inspector table.found").first).to_be_visible()


def years(page: Page, text: str) -> None:
    page.click("#tabs [data-room=inspector]")
    typed = page.locator("#inspector form.look input")
    before = typed.get_attribute("placeholder")
    page.click("#inspector [data-mode=years]")
    expect(typed).not_to_have_attribute("placeholder", before or "")
    page.fill("#inspector form.look input", text)
    page.press("#inspector form.look input", "Enter")
    expect(page.locator("#inspector h2").first).to_contain_text(text)


def test_an_answer_shows_what_was_found_for_it(page: Page, small: Path) -> None:
    found = Assistant.open(small).inspect(QUESTION)
    assert found.answer.answered
    inspect(page)
    tables = page.locator("#inspector table.found")
    expect(tables.nth(0).locator("tbody tr")).to_have_count(len(found.candidates))
    expect(page.locator("#inspector .track .quoted")).to_have_count(len(found.answer.quotes))
    expect(page.locator("#inspector .said li").first).to_contain_text(
        f"{100 * found.answer.confidence:.1f}%"
    )
    first = tables.nth(1).locator("tbody tr.quoted").first
    first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#source mark")).to_be_visible()
    assert flat(page.locator("#source mark").inner_text()) == flat(found.sentences[0].passage.text)
    page.go_back()
    expect(page.locator("#chat .turn")).to_be_visible()


def test_a_table_is_sorted_either_way(page: Page) -> None:
    inspect(page)
    table = page.locator("#inspector table.found").first
    lexical = table.locator("th button").nth(4)
    lexical.click()
    expect(table.locator("th").nth(4)).to_have_attribute("aria-sort", "descending")
    downwards = table.locator("tbody td:nth-child(5)").all_inner_texts()
    lexical.click()
    expect(table.locator("th").nth(4)).to_have_attribute("aria-sort", "ascending")
    assert table.locator("tbody td:nth-child(5)").all_inner_texts() == downwards[::-1]
    assert float(downwards[0]) > float(downwards[-1])


def test_what_is_drawn_again_and_again_does_once_what_it_is_for(page: Page) -> None:
    sent: list[str] = []
    page.on("request", lambda one: sent.append(one.post_data or ""))
    page.click("#tabs [data-room=inspector]")
    typed = page.locator("#inspector form.look input")
    expect(typed).to_be_visible()
    for question in ("村道有多少公里？", "柑橘种植多少亩？", QUESTION):
        typed.fill(question)
        typed.press("Enter")
        expect(page.locator("#inspector table.found tbody tr").first).to_be_visible()
        page.wait_for_timeout(500)
        assert sum(question in one for one in sent) == 1
    column = page.locator("#inspector table.found th").nth(4)
    column.locator("button").click()
    expect(column).to_have_attribute("aria-sort", "descending")
    page.locator("#inspector table.found tbody tr").first.press("Enter")
    expect(page.locator("#source mark")).to_be_visible()
    assert sum('"doc"' in one for one in sent) == 1


def test_a_question_of_its_own_and_why_it_is_refused(page: Page) -> None:
    page.click("#tabs [data-room=inspector]")
    expect(page.locator("#inspector .note")).to_be_visible()
    page.fill("#inspector form.look input", "西湾村水库有多少只白鹭？")
    page.click("#inspector form.look button")
    expect(page.locator("#inspector p.no")).to_have_text("未回答")
    expect(page.locator("#inspector form.look input")).to_be_focused()
    expect(page.locator("#inspector .said")).to_contain_text("没有这个单位")


def test_years_have_their_counts_and_a_bar_lists_its_sentences(page: Page) -> None:
    years(page, "水库")
    bars = page.locator("#inspector .years button")
    assert [bar.get_attribute("title") for bar in bars.all()] == [
        "2011：2 句，1 份文档中的 1 份",
        "2012：0 句，1 份文档中的 0 份",
        "2013：1 句，1 份文档中的 1 份",
    ]
    assert bars.all_inner_texts() == ["2", "", "1"]
    room = page.locator("#inspector .years").bounding_box()
    for count in bars.locator("b").all():
        box = count.bounding_box()
        assert room and box and box["y"] >= room["y"]  # also that of the highest is in view
    expect(page.locator("#inspector .years li span")).to_have_text(["2011", "2012", "2013"])
    expect(page.locator("#inspector .years li span").nth(1)).to_be_visible()
    expect(page.locator("#inspector .sentences li")).to_have_count(3)
    bars.nth(2).click()
    expect(page.locator("#inspector .sentences li")).to_have_count(1)
    expect(bars.nth(2)).to_be_focused()
    page.locator("#inspector .track button").first.click()
    expect(page.locator("#source mark")).to_have_text("今年加固水库大坝。")


def test_the_year_of_a_question_is_not_among_the_words(page: Page) -> None:
    ask(page, "2013年加固水库大坝了吗？")  # 今年加固水库大坝, a document says
    page.click("[data-do=inspect]")
    page.click("#inspector [data-mode=years]")
    expect(page.locator("#inspector form.look input")).to_have_value("加固水库大坝")


@pytest.mark.parametrize("sent", [True, False])
def test_what_is_typed_before_the_other_way_is_drawn_is_meant_for_it(
    page: Page, sent: bool
) -> None:
    page.click("#tabs [data-room=inspector]")
    expect(page.locator("#inspector [data-mode=years]")).to_be_visible()
    before = page.get_attribute("#inspector form.look input", "placeholder")
    page.evaluate(
        """(sent) => {  // in one go, so that nothing is drawn in between
            document.querySelector("#inspector [data-mode=years]").click();
            const input = document.querySelector("#inspector form.look input");
            input.focus();
            input.value = "水库";
            input.dispatchEvent(new Event("input", { bubbles: true }));
            if (sent) input.form.requestSubmit();
        }""",
        sent,
    )
    typed = page.locator("#inspector form.look input")
    expect(typed).not_to_have_attribute("placeholder", before)
    expect(typed).to_have_value("水库")
    expect(typed).to_be_focused()  # Enter is for what was typed
    if sent:
        expect(page.locator("#inspector h2").first).to_contain_text("水库")


def test_who_goes_to_the_field_before_the_other_way_is_drawn_types_there(page: Page) -> None:
    page.click("#tabs [data-room=inspector]")
    typed = page.locator("#inspector form.look input")
    expect(typed).to_be_visible()
    before = typed.get_attribute("placeholder") or ""
    page.evaluate(
        """() => {  // in one go, so that nothing is drawn in between
            document.querySelector("#inspector [data-mode=years]").click();
            document.querySelector("#inspector form.look input").focus();
        }"""
    )
    expect(typed).not_to_have_attribute("placeholder", before)
    expect(typed).to_be_focused()
    page.keyboard.insert_text("水库")
    page.keyboard.press("Enter")
    expect(page.locator("#inspector h2").first).to_contain_text("水库")


def test_years_on_a_phone_in_english(browser: Browser, served: str) -> None:
    phone = {"viewport": {"width": 390, "height": 844}, "locale": "en-GB"}
    with watched(browser, served, **phone) as page:
        years(page, "水库")
        expect(page.locator("#inspector .years button").first).to_have_attribute(
            "aria-label", "2011: 2 sentences, in 1 of 1 documents"
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_of_two_looks_in_a_row_the_second_is_shown(page: Page) -> None:
    sent: list[str] = []
    page.on("request", lambda one: sent.append(one.url) if "run/predict" in one.url else None)
    page.click("#tabs [data-room=inspector]")
    expect(page.locator("#inspector form.look input")).to_be_visible()
    page.wait_for_timeout(500)
    sent.clear()
    late: list[tuple[Route, APIResponse]] = []

    def delay_the_first(route: Route) -> None:
        if late:
            route.continue_()
        else:
            late.append((route, route.fetch()))

    # For as long as the page lives: what is sent while a route is taken off is lost.
    page.route("**/run/predict*", delay_the_first)
    page.click("#inspector [data-mode=years]")
    page.fill("#inspector form.look input", "蓄水量")
    page.press("#inspector form.look input", "Enter")
    page.wait_for_timeout(300)
    late[0][0].fulfill(response=late[0][1])  # Python has answered both by now, or but the first
    expect(page.locator("#inspector h2").first).to_contain_text("蓄水量")
    page.wait_for_timeout(1_000)
    expect(page.locator("#inspector h2").first).to_contain_text("蓄水量")
    assert len(sent) == 2


def test_what_is_looked_at_outlives_a_reload(page: Page) -> None:
    inspect(page)
    page.click("[data-mode=years]")
    expect(page.locator("#inspector .years")).to_be_visible()
    words = page.locator("form.look input")
    was = words.input_value()
    reload(page)
    expect(page.locator("#inspector .years")).to_be_visible()
    expect(words).to_have_value(was)
    page.click("[data-mode=process]")
    expect(words).to_have_value(QUESTION)


def test_a_chart_wider_than_the_page_shows_years_that_speak_of_it(
    browser: Browser, tmp_path: Path
) -> None:
    words = {year: "水库加固。" if year == 2020 else "修整村道。" for year in range(1970, 2026)}
    texts = {f"{year}年西湾村工作报告.txt": said for year, said in words.items()}
    folder = assistant_on(tmp_path, titled(texts)).index.folder
    with serving(folder) as address, watched(browser, address, **PHONE) as page:
        page.click("#tabs [data-room=inspector]")
        page.click("[data-mode=years]")
        page.fill("form.look input", "水库")
        page.keyboard.press("Enter")
        bar = page.locator(".years [data-year='2020']")
        expect(bar).to_be_in_viewport(ratio=0.9)
        other = page.locator(".years [data-year='2010']")
        other.click()
        expect(other).to_have_attribute("aria-pressed", "true")
        expect(other).to_be_in_viewport(ratio=0.9)
