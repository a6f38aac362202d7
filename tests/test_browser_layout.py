"""What stands where on screens of several widths, in a real browser."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.browsing import PHONE, Browser, Page, ask, expect, watched

BOXES = """(selector) => [...document.querySelectorAll(selector)]
  .map((one) => one.getBoundingClientRect())
  .filter(({ width }) => width)
  .map(({ left, top, right, bottom }) => ({ left, top, right, bottom }))"""

# Of a number of several digits, which takes no line of its own for each.
LINES = """(number) => {
  number.textContent = "1234";
  const range = new Range();
  range.selectNodeContents(number);
  return range.getClientRects().length;
}"""

Box = dict[str, float]


def boxes(page: Page, selector: str) -> list[Box]:
    found: list[Box] = page.evaluate(BOXES, selector)
    return found


def overlap(one: Box, other: Box) -> bool:
    beside = one["right"] <= other["left"] or other["right"] <= one["left"]
    below = one["bottom"] <= other["top"] or other["bottom"] <= one["top"]
    return not (beside or below)


@pytest.mark.parametrize("language", ["zh-CN", "en-GB"])
@pytest.mark.parametrize("width", [390, 820, 961, 1440])
def test_the_bar_holds_all_that_is_in_it(
    browser: Browser, served: str, width: int, language: str
) -> None:
    size = {"width": width, "height": 844}
    with watched(browser, served, viewport=size, locale=language) as page:
        (bar,) = boxes(page, "#top")
        parts = boxes(page, "#brand h1, #brand p, #top button")
        assert len(parts) >= 8
        for part in parts:
            assert bar["top"] <= part["top"] and part["bottom"] <= bar["bottom"]
            assert bar["left"] <= part["left"] and part["right"] <= bar["right"]
        assert not any(overlap(*pair) for pair in combinations(parts, 2))


def test_the_register_is_in_order_on_a_phone(browser: Browser, served: str) -> None:
    with watched(browser, f"{served}?tab=register", **PHONE) as page:
        expect(page.locator("#register table")).to_be_visible()
        first, *others = boxes(page, "#register .register > .filters > :is(input, select)")
        assert len({round(one["right"] - one["left"]) for one in others}) == 1  # two columns
        assert first["right"] == max(one["right"] for one in others)
        (table,) = boxes(page, "#register table")
        assert table["top"] < 2 * 844  # the counts lie side by side above it
        assert page.locator("#register .bar span + span").first.evaluate(LINES) == 1
        page.click("#register [data-table=figures]")
        expect(page.locator("#register .key").first).to_be_visible()
        pieces = "(keys) => keys.map((key) => key.getClientRects().length)"
        assert set(page.locator("#register .key").evaluate_all(pieces)) == {1}


def test_how_sure_an_answer_is_and_how_quick_stand_in_one_line(
    browser: Browser, served: str
) -> None:
    with watched(browser, served, viewport={"width": 1280, "height": 720}) as page:
        ask(page, "谁建议设立LME交割库？")
        page.locator(".card .cite").first.click()
        expect(page.locator("#source mark")).to_be_visible()
        assert len({box["top"] for box in boxes(page, "#chat .trust > span")}) == 1


def test_the_registers_table_tells_that_it_goes_on_at_the_right(
    browser: Browser, served: str
) -> None:
    size = {"width": 820, "height": 844}
    with watched(browser, f"{served}?tab=register", viewport=size) as page:
        around = page.locator("#register .scroll:has(> table)")
        expect(around).to_be_visible()
        assert around.evaluate("(box) => box.scrollWidth > box.clientWidth")
        ground = around.evaluate("(box) => getComputedStyle(box).backgroundImage")
        assert ground.count("linear-gradient") == 2  # the shade, and what covers it at the end


def test_what_a_question_before_a_deletion_offers_stands_in_a_row(
    browser: Browser, served: str
) -> None:
    """As does the document's own row, whose title is above its buttons on a phone."""
    with watched(browser, f"{served}?tab=library", **PHONE) as page:
        row = page.locator("#library .document .row").first.bounding_box()
        assert row and row["width"] > 300  # px: beside its buttons a title would be a narrow column
        page.locator("#library .document [popovertarget]").first.click()
        expect(page.locator("#library .sure:popover-open")).to_be_visible()
        leave, remove = boxes(page, "#library .sure:popover-open button")
        assert leave["right"] <= remove["left"]
