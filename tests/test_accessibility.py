"""What axe-core finds wrong for keyboards, screen readers and weak eyes, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browsing import Browser, Page, ask, expect, watched

QUESTION = "谁建议设立LME交割库？"
UNANSWERABLE = "哪位代表提到了量子计算机的售价？"
LOOKS: list[dict[str, Any]] = [
    {"locale": "zh-CN", "color_scheme": "light", "viewport": {"width": 1440, "height": 900}},
    {"locale": "en-US", "color_scheme": "dark", "viewport": {"width": 1440, "height": 900}},
    {"locale": "zh-CN", "color_scheme": "dark", "viewport": {"width": 390, "height": 844}},
]


@pytest.fixture(params=LOOKS, ids=["light", "english-dark", "phone-dark"])
def page(browser: Browser, served: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    with watched(browser, served, **request.param) as page:
        yield page


def test_axe_finds_nothing_wrong(page: Page) -> None:
    expect(page.locator(".welcome .next button").first).to_be_visible()
    found = {"opening": findings(page)}
    ask(page, QUESTION)
    ask(page, UNANSWERABLE)
    expect(page.locator(".next button").first).to_be_visible()
    found["answers"] = findings(page)
    page.locator(".card .cite").first.click()
    expect(page.locator("#source mark")).to_be_visible()
    found["source"] = findings(page)
    page.keyboard.press("Escape")
    page.click("#history")
    expect(page.locator("#drawer .row")).to_be_visible()
    found["drawer"] = findings(page)
    page.keyboard.press("Escape")
    page.click("#tabs [data-room=register]")
    expect(page.locator("#register table")).to_be_visible()
    found["register"] = findings(page)
    page.click("#register [data-table=figures]")
    expect(page.locator("#register .years > svg")).to_be_visible()
    found["figures"] = findings(page)
    page.click("#tabs [data-room=talk]")
    page.locator("[data-do=inspect]").first.click()
    expect(page.locator("#inspector table").first).to_be_visible()
    found["inspector"] = findings(page)
    page.click("#inspector [data-mode=years]")
    expect(page.locator("#inspector .sentences")).to_be_visible()
    found["years"] = findings(page)
    page.click("#tabs [data-room=library]")
    expect(page.locator("#library .row").first).to_be_visible()
    found["library"] = findings(page)
    wrong = [f"{place}: {one}" for place, some in found.items() for one in some]
    assert not wrong, "\n".join(wrong)


def findings(page: Page) -> list[str]:
    """Rule, weight, place and reason of each finding."""
    page.emulate_media(reduced_motion="reduce")  # half faded in, text has too little contrast
    return [
        f"{one['id']} ({one['impact']}) at {node['target']}: {node['failureSummary']}"
        for one in Axe().run(page).response["violations"]
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("look", LOOKS, ids=["light", "english-dark", "phone-dark"])
def test_the_page_for_programs_needs_no_network_and_no_script(
    browser: Browser, served: str, look: dict[str, Any]
) -> None:
    asked: list[str] = []
    with browser.new_context(**look) as opened:
        page = opened.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{served}api/docs")
        assert not findings(page)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        page.fill("form[action=ask] [name=question]", QUESTION)
        page.click("form[action=ask] button")
        expect(page.locator("body")).to_contain_text('"answered":true')
    assert all(url.startswith((served, "data:")) for url in asked)
