"""The source stands beside the room it was opened from, in a real browser."""

from __future__ import annotations

import pytest

from tests.browsing import PHONE, Browser, Page, ask, expect, in_view, watched

QUESTION = "谁建议设立LME交割库？"


def enter(page: Page, room: str) -> None:
    page.click(f"#tabs [data-room={room}]")


@pytest.mark.parametrize("room", ["register", "inspector", "library"])
def test_another_room_has_the_page_to_itself(page: Page, room: str) -> None:
    ask(page, QUESTION)
    page.locator(".card .cite").first.click()
    expect(page.locator("#source mark")).to_be_visible()
    quoted = page.locator("#source mark").inner_text()
    enter(page, room)
    shown = page.locator("#holdings" if room == "library" else f"#{room}")
    expect(page.locator("#source")).to_be_hidden()
    box = shown.bounding_box()
    assert box and box["width"] == page.viewport_size["width"]  # type: ignore[index]
    page.keyboard.press("Escape")  # closes what is seen: nothing
    page.keyboard.press("j")  # no quote is seen, either
    enter(page, "talk")
    expect(page.locator("#source mark")).to_have_text(quoted)  # as it was left
    assert in_view(page, "#source mark")


def test_what_a_room_opens_stays_there(page: Page) -> None:
    ask(page, QUESTION)
    page.locator(".card .cite").first.click()
    enter(page, "library")
    page.click("#library .row")
    expect(page.locator("#source .source")).to_be_visible()
    enter(page, "talk")
    expect(page.locator("#source .source")).to_be_hidden()
    enter(page, "library")
    expect(page.locator("#source .source")).to_be_visible()
    page.click("#language")  # drawn anew, in the same place
    expect(page.locator("#send")).to_have_text("Send")
    expect(page.locator("#source .title")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#source .source")).to_have_count(0)


def test_at_a_large_zoom_the_source_can_be_read(browser: Browser, served: str) -> None:
    large = {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2}  # 200 %
    with watched(browser, served, **large) as page:
        ask(page, QUESTION)
        box = page.locator("#chat").bounding_box()
        assert box and box["height"] > 260  # px: two thirds are for the answer
        page.click("#scope [data-do=enter]")
        expect(page.locator("#scope [data-do=apply]")).to_be_in_viewport(ratio=1)
        panel, foot = (page.locator(f"#scope {one}").bounding_box() for one in (".panel", ".foot"))
        assert panel and foot and foot["y"] + foot["height"] <= panel["y"] + panel["height"]
        page.keyboard.press("Escape")
        page.locator(".card .cite").first.click()
        expect(page.locator("#source mark")).to_be_visible()
        box = page.locator("#source .text").bounding_box()
        assert box and box["height"] > 220  # px: seven lines
        page.keyboard.press("Escape")
        expect(page.locator(".card").first).to_be_visible()


def test_on_a_phone_back_leads_through_rooms_and_source(browser: Browser, served: str) -> None:
    with watched(browser, served, **PHONE) as page:
        ask(page, QUESTION)
        page.locator(".card .cite").first.click()
        expect(page.locator("#source mark")).to_be_visible()
        enter(page, "register")
        expect(page.locator("#source")).to_be_hidden()
        page.go_back()
        expect(page.locator("#source mark")).to_be_visible()
        page.go_back()
        expect(page.locator("#source .source")).to_have_count(0)
        expect(page.locator(".card").first).to_be_visible()
