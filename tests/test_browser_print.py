"""What comes out on paper, from a real browser: all that is shown, and nothing to click."""

from __future__ import annotations

import pypdfium2  # type: ignore[import-untyped]
import pytest

from corpus import flat
from tests.browsing import Browser, Page, ask, expect, watched

QUESTIONS = ("谁建议设立LME交割库？", "哪些代表提出了建议？", "2026年铜价会涨到多少？")
FOR_CLICKS = ("发送", "范围", "检索过程", "展开上下文", "接着问")


def printed(page: Page) -> str:
    with pypdfium2.PdfDocument(page.pdf(format="A4")) as paper:
        return flat("".join(sheet.get_textpage().get_text_bounded() for sheet in paper))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_conversation_is_printed_whole(browser: Browser, served: str, scheme: str) -> None:
    with watched(browser, served, color_scheme=scheme) as page:
        for question in QUESTIONS:
            ask(page, question)
        expect(page.locator("#chat .next")).to_be_visible()
        paper = printed(page)
        parts = ".question > p", "blockquote", "figcaption > :first-child", ".passage-text"
        told = page.locator(",".join(parts))
        assert [one for one in told.all_text_contents() if flat(one) not in paper] == []
        assert [word for word in FOR_CLICKS if word in paper] == []
        page.emulate_media(media="print")
        light = "getComputedStyle(document.querySelector('blockquote')).color"
        assert page.evaluate(light) == "rgb(35, 33, 30)"


def test_the_source_is_printed_whole_behind_it(page: Page) -> None:
    ask(page, QUESTIONS[0])
    page.locator(".card .cite").first.click()
    expect(page.locator("#source mark")).to_be_visible()
    paper = printed(page)
    shown = flat(page.locator("#source .words").inner_text())
    assert shown[:60] in paper and shown[-60:] in paper
    assert paper.index(QUESTIONS[0]) < paper.index(shown[:60])


def test_a_table_of_a_room_is_printed_whole(page: Page) -> None:
    page.click("#tabs [data-room=register]")
    rows = page.locator("#register tbody tr")
    expect(rows.first).to_be_visible()
    proposals = rows.locator("td.long").all_text_contents()
    paper = printed(page)
    assert proposals and [one for one in proposals if flat(one) not in paper] == []
    assert QUESTIONS[0] not in paper and "导出" not in paper


def test_what_its_rows_are_of_is_printed_with_it(page: Page) -> None:
    page.click("#tabs [data-room=register]")
    page.fill("#register [name=text]", "建设")
    page.locator("#register select[name=role]").select_option(index=1)
    expect(page.locator("#register button:has-text('清除筛选')")).to_be_visible()
    chosen = page.locator("#register select[name=role]").input_value()
    paper = printed(page)
    assert "建设" in paper.partition("统计")[0] and chosen in paper.partition("统计")[0]
    assert not [word for word in ("清除筛选", "姓名", "全部") if word in paper.partition("统计")[0]]
    page.click("#register [data-table=figures]")
    page.fill("#register [name=text]", "")
    subject = page.locator("#register [name=series]").input_value()
    assert f"对象{flat(subject)}" in printed(page)  # of what the columns are
    chart = page.locator("#register .years > svg")
    chart.evaluate("(svg) => svg.style.setProperty('--wide', 3000)")  # as of sixty years
    assert chart.evaluate("(svg) => svg.getBoundingClientRect().width") >= 3000
    page.set_viewport_size({"width": 720, "height": 1000})  # pixels of a sheet
    page.emulate_media(media="print")
    assert chart.evaluate("(svg) => svg.getBoundingClientRect().width") <= 720


def test_bars_are_printed_as_they_are_drawn(page: Page) -> None:
    ask(page, QUESTIONS[0])
    page.locator("[data-do=inspect]").click()
    expect(page.locator("#inspector .track button").first).to_be_visible()
    page.emulate_media(media="print")
    adjusted = "(bar) => getComputedStyle(bar).printColorAdjust"
    assert page.locator("#inspector .track button").first.evaluate(adjusted) == "exact"


def test_what_was_looked_at_is_printed_with_its_question(page: Page) -> None:
    ask(page, QUESTIONS[0])
    page.locator("[data-do=inspect]").click()
    expect(page.locator("#inspector table.found").first).to_be_visible()
    paper = printed(page)
    assert QUESTIONS[0] in paper and "查看" not in paper
