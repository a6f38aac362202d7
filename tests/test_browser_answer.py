"""An answer as it is read, in a real browser on the default document's index."""

from __future__ import annotations

from tests.browsing import Page, ask, expect


def test_every_line_above_the_quotes_says_something(page: Page) -> None:
    ask(page, "如何保障锂资源供应？")
    expect(page.locator(".card")).to_have_count(3)
    count, *lines = page.locator(".lead").inner_text().splitlines()
    assert count == "共 3 条引文" and len(lines) == 2
    assert all("（全国" in line for line in lines)  # who says it; one quote is nobody's
    ask(page, "有色金属行业发展的首要前提是什么？")
    expect(page.locator(".turn").nth(1).locator(".card")).to_have_count(1)
    expect(page.locator(".lead")).to_have_count(1)  # that of the first answer
