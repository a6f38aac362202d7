"""An answer as it is read, in a real browser on the default document's index."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.messages import ZH
from corpus import flat
from tests.browsing import PHONE, Browser, Page, ask, expect, leaving, watched
from tests.fakes import slow


def test_every_line_above_the_quotes_says_something(page: Page) -> None:
    ask(page, "如何保障锂资源供应？")
    expect(page.locator(".card")).to_have_count(3)
    count, *lines = page.locator(".lead").inner_text().splitlines()
    assert count == "共 3 条引文，其中：" and len(lines) == 2
    assert all("（全国" in line for line in lines)  # who says it; one quote is nobody's
    ask(page, "有色金属行业发展的首要前提是什么？")
    expect(page.locator(".turn").nth(1).locator(".card")).to_have_count(1)
    expect(page.locator(".lead")).to_have_count(1)  # that of the first answer


def test_a_text_that_is_pasted_as_a_question_is_folded(page: Page) -> None:
    text = "请看以下材料。\n" + "代表们就此提出了许多建议。" * 200
    ask(page, text)
    asked = page.locator(".question > p")
    expect(page.locator(".failure")).to_be_in_viewport()
    line = "(p) => p.clientHeight / parseFloat(getComputedStyle(p).lineHeight)"
    assert asked.evaluate(line) <= 6.5
    fold = page.locator(".question [data-do=fold]")
    fold.click()
    expect(fold).to_have_attribute("aria-expanded", "true")
    assert asked.evaluate("(p) => p.scrollHeight - p.clientHeight") == 0
    fold.click()
    expect(page.locator(".failure")).to_be_in_viewport()
    page.locator("[data-do=edit]").click()
    expect(page.locator(".edit textarea")).to_have_value(text)
    page.fill(".edit textarea", "谁建议设立LME交割库？")
    page.keyboard.press("Enter")
    expect(page.locator(".card")).to_have_count(1)
    expect(fold).to_have_count(0)


def test_how_such_a_text_was_understood_is_folded_too(page: Page) -> None:
    ask(page, "谁建议设立LME交割库？")
    ask(page, "请看以下材料，" + "会上的讨论十分热烈，" * 40 + "他还建议了什么？")
    understood = page.locator(".understood")
    line = "(p) => p.clientHeight / parseFloat(getComputedStyle(p).lineHeight)"
    assert understood.evaluate(line) <= 3.5
    page.click(".answer > [data-do=fold]")
    assert understood.evaluate("(p) => p.scrollHeight - p.clientHeight") == 0


@pytest.mark.parametrize(
    ("language", "said"), [("zh-CN", "导出整个对话"), ("en-GB", "Export conversation")]
)
def test_an_export_says_that_it_is_of_the_whole_conversation(
    browser: Browser, served: str, language: str, said: str
) -> None:
    with watched(browser, served, locale=language) as page:
        ask(page, "谁建议设立LME交割库？")
        ask(page, "谁建议建立大宗固废基础信息数据库？")
        exports = page.locator("#chat .exports")
        expect(exports).to_have_count(1)  # below the last answer
        expect(exports).to_have_text(f"{said}MarkdownWord")
        with page.expect_download() as download:
            page.get_by_role("button", name=f"{said} Markdown").click()
        text = download.value.path().read_text("utf-8")
        assert "LME" in text and "大宗固废" in text
        page.click("#history")
        expect(page.locator("#drawer .exports")).to_contain_text(said)


def test_a_greeting_is_neither_rated_nor_inspected(page: Page) -> None:
    ask(page, "你好")
    expect(page.locator("#chat .actions > button")).to_have_text(["复制", "重试"])
    ask(page, "2026年铜价会涨到多少？")
    refusal = page.locator(".turn").last.locator(".actions > button")
    expect(refusal).to_have_text(["复制", "重试", "有用", "有误", "检索过程"])


def test_an_export_that_fails_says_so_where_it_was_asked_for(
    browser: Browser, tmp_path: Path
) -> None:
    with slow(tmp_path) as served, watched(browser, served.address) as page:
        served.answer()
        ask(page, "一？")
        ask(page, "丢")  # the documents, from here on
        for place in ("#chat", "#drawer"):
            page.locator(f"{place} .exports [data-kind=docx]").click()
            note = page.locator(f"{place} .exports [role=alert]")
            expect(note).to_have_text(ZH.export_failed.format(reason="读不到 甲.txt"))
            expect(page.locator(".export-failed, .toast-body")).to_have_count(1)
            page.click("#history")


def test_a_rating_that_cannot_be_recorded_says_so_below_its_answer(
    browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "feedback.jsonl"
    file.mkdir()
    with slow(tmp_path) as served, watched(browser, served.address) as page:
        served.answer()
        ask(page, "一？")
        ask(page, "二？")
        helpful, note = page.locator("[data-rating=up]"), page.locator("#chat [role=alert]")
        helpful.first.click()
        expect(note).to_have_text(ZH.rate_failed.format(reason="那是一个文件夹"))
        expect(page.locator(".turn").first.locator("[role=alert]")).to_be_visible()
        expect(helpful.first).to_have_attribute("aria-pressed", "false")
        expect(page.locator(".toast-body")).to_have_count(0)
        file.rmdir()
        helpful.first.click()
        expect(helpful.first).to_have_attribute("aria-pressed", "true")
        expect(note).to_have_count(0)


# How much of a box its text takes up to some words, which are in it.
UP_TO = """(box, words) => {
  const [text] = [...box.childNodes].filter(({ data }) => data?.includes(words));
  const range = document.createRange();
  range.setStart(text, text.data.indexOf(words));
  range.setEnd(text, text.data.indexOf(words) + words.length);
  const [outer, inner] = [box, range].map((one) => one.getBoundingClientRect());
  return outer.bottom - inner.bottom;
}"""


@pytest.mark.parametrize("size", [{"width": 1280, "height": 800}, PHONE["viewport"]])
def test_what_came_nearest_to_a_question_can_be_read_below_a_refusal(
    browser: Browser, served: str, size: dict[str, int]
) -> None:
    with watched(browser, served, viewport=size) as page:
        ask(page, "LME交割库2030年的库存是多少？")
        expect(page.locator(".refusal")).to_be_visible()
        nearest = page.locator(".passage-text").first
        expect(nearest).to_contain_text("他特别提出在上海建立伦敦金属交易所（LME）交割库")
        assert nearest.evaluate(UP_TO, "伦敦金属交易所（LME）交割库") >= 0


def test_an_export_names_the_paragraph_and_leads_back_to_it(page: Page) -> None:
    ask(page, "谁建议设立LME交割库？")
    quoted = page.locator(".card blockquote").inner_text()
    with page.expect_download() as download:
        page.click("#chat .exports [data-kind=md]")
    source = download.value.path().read_text("utf-8").splitlines()[-1]
    assert "一、筑牢安全底线，构建多元化资源保障体系，第2段（" in source
    link = source.partition("(<")[2].removesuffix(">)")
    with leaving(page):
        page.goto(link)
    expect(page.locator("#source mark")).to_be_visible()
    assert flat(page.locator("#source mark").inner_text()) == flat(quoted)
    expect(page.locator("#source .title")).to_contain_text("一、筑牢安全底线")


def test_what_is_selected_by_mouse_has_no_labels_of_buttons(page: Page) -> None:
    ask(page, "谁建议设立LME交割库？")
    expect(page.locator(".next button").first).to_be_visible()
    page.locator(".question p").click()
    page.keyboard.press("Control+a")
    page.context.grant_permissions(["clipboard-read"])
    page.keyboard.press("Control+c")
    copied: str = page.evaluate("navigator.clipboard.readText()")
    assert "谁建议设立LME交割库？" in copied and "上海建立伦敦金属交易所" in flat(copied)
    for label in (ZH.copy, ZH.retry, ZH.edit, ZH.context_more, ZH.ask_next, ZH.your_question):
        assert label not in copied.split("谁建议设立LME交割库？", 1)[1], label
