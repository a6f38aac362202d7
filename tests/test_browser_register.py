"""The register in a real browser: filtered, sorted, opened at the place, exported."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from assistant.library.indexing import read_register, update_index
from corpus import flat
from tests.browsing import Browser, Page, expect, reload, watched
from tests.conftest import serving


def enter(page: Page) -> None:
    page.click("#tabs [data-room=register]")
    expect(page.locator("#register table")).to_be_visible()


def names(page: Page) -> list[str]:
    return page.locator("#register tbody tr td:first-child").all_inner_texts()


def test_every_proposal_has_its_row_and_opens_at_its_place(page: Page, default_index: Path) -> None:
    enter(page)
    proposals = read_register(default_index).proposals
    expect(page.locator("#register tbody tr")).to_have_count(len(proposals))
    row = page.locator("#register tbody tr").nth(2)
    first = row.locator("td").first.bounding_box()
    assert first
    page.mouse.move(first["x"] + 12, first["y"] + 18)
    page.mouse.down()
    page.mouse.move(first["x"] + 40, first["y"] + 20, steps=4)
    page.mouse.up()
    assert page.evaluate("String(getSelection())")  # to be copied
    page.wait_for_timeout(300)
    assert not page.locator("#source .source").count()
    row.click()
    expect(page.locator("#source mark")).to_be_visible()
    assert flat(page.locator("#source mark").inner_text()) == flat(proposals[2].proposal)
    marked = page.locator("#register tr[aria-current]")
    expect(row).to_have_attribute("aria-current", "true")
    page.click("#register [data-sort=name]")
    expect(page.locator("#register [aria-sort=ascending]")).to_be_visible()
    expect(marked).to_contain_text(proposals[2].proposal)  # wherever it stands by now
    page.click("#register [data-sort=name]")
    expect(page.locator("#register [aria-sort=descending]")).to_be_visible()
    page.keyboard.press("Escape")
    expect(marked).to_have_count(0)
    row.click()
    # Though the room is narrower, and longer, than before; the last columns are for scrolling to.
    expect(row.locator("td.named").first).to_be_in_viewport(ratio=1)
    for cell in row.locator("td.named").all():
        box = cell.bounding_box()
        assert box and box["width"] > 130  # px: eight characters a line
    name = page.locator("#register [name=person]").bounding_box()
    assert name and name["width"] > 60


def test_rows_are_filtered_by_words_by_choice_and_by_a_click_on_a_bar(page: Page) -> None:
    enter(page)
    every = page.locator("#register tbody tr").count()
    page.fill("#register [name=text]", "交割库")
    page.press("#register [name=text]", "Enter")
    expect(page.locator("#register tbody tr")).to_have_count(1)
    page.locator("#register .filters > button").click()
    expect(page.locator("#register tbody tr")).to_have_count(every)
    page.select_option("#register select[name=role]", index=1)
    expect(page.locator("#register .filters > button")).to_be_visible()
    assert 0 < page.locator("#register tbody tr").count() < every
    page.locator("#register .filters > button").click()
    expect(page.locator("#register tbody tr")).to_have_count(every)
    bar = page.locator("#register .bar").first
    wanted = int(bar.locator("span").last.inner_text())
    bar.click()
    expect(page.locator("#register tbody tr")).to_have_count(wanted)


def test_what_is_typed_filters_without_enter_and_typing_goes_on(page: Page) -> None:
    enter(page)
    field = page.locator("#register [name=text]")
    field.press_sequentially("交割")
    expect(page.locator("#register tbody tr")).to_have_count(1)
    expect(field).to_be_focused()
    field.press_sequentially("库")
    expect(field).to_have_value("交割库")
    field.press("Home")
    field.press_sequentially("没有")
    expect(page.locator("#register .ways-out")).to_be_visible()
    expect(field).to_have_value("没有交割库")
    cut = """() => [...document.querySelectorAll("#register input")].filter((one) => {
        const pen = document.createElement("canvas").getContext("2d");
        pen.font = getComputedStyle(one).font;
        return pen.measureText(one.placeholder).width > one.clientWidth - 24;
    }).map((one) => one.placeholder)"""
    assert page.evaluate(cut) == []


def test_what_is_folded_stays_so_and_the_keyboard_goes_on_after_clearing(page: Page) -> None:
    enter(page)
    counts = page.locator("#register details").first
    counts.locator("summary").click()
    expect(counts).not_to_have_attribute("open", "")
    page.locator("#register th button").first.click()
    expect(page.locator("#register th").first).to_have_attribute("aria-sort", "ascending")
    expect(counts).not_to_have_attribute("open", "")
    page.fill("#register [name=text]", "交割库")
    expect(page.locator("#register tbody tr")).to_have_count(1)
    page.locator("#register .filters > button").press("Enter")
    expect(page.locator("#register .filters > button")).to_have_count(0)
    expect(page.locator("#register [name=text]")).to_be_focused()


def test_the_keyboard_goes_on_after_a_bar_that_is_gone(page: Page) -> None:
    enter(page)
    bars = page.locator("#register button.bar")
    count = bars.count()
    bars.last.press("Enter")  # the counts of what it leaves are fewer
    expect(page.locator("#register .filters > button")).to_be_visible()
    assert bars.count() < count
    expect(page.locator("#register [name=text]")).to_be_focused()


def test_two_filters_set_in_a_row_both_count(page: Page, default_index: Path) -> None:
    enter(page)
    page.evaluate(
        """async () => {  // the second while the first is on its way
            for (const [name, value] of [["person", "丁士启"], ["text", "交割库"]]) {
                const control = document.querySelector(`#register [name=${name}]`);
                control.value = value;
                control.dispatchEvent(new Event("change", { bubbles: true }));
                await new Promise((sent) => setTimeout(sent, 10));
            }
        }"""
    )
    expect(page.locator("#register tbody tr")).to_have_count(1)
    assert sum(row.name == "丁士启" for row in read_register(default_index).proposals) > 1


def test_rows_are_sorted_and_turned_around(page: Page) -> None:
    enter(page)
    page.locator("#register th button").first.click()
    expect(page.locator("#register th").first).to_have_attribute("aria-sort", "ascending")
    upwards = names(page)
    page.locator("#register th button").first.click()
    expect(page.locator("#register th").first).to_have_attribute("aria-sort", "descending")
    assert names(page)[0] == upwards[-1] != upwards[0]


def test_the_head_stays_in_view_below_which_rows_are_read(page: Page) -> None:
    enter(page)
    last, head = page.locator("#register tbody tr").last, page.locator("#register th").first
    last.scroll_into_view_if_needed()
    room, top = page.locator("#register").bounding_box(), head.bounding_box()
    assert room and top and abs(top["y"] - room["y"]) <= 1
    last.click()  # the source takes room, in which the table scrolls sideways
    expect(page.locator("#source mark").first).to_be_visible()
    sideways = page.locator("#register .scroll")
    expect(sideways).to_have_css("overflow-x", "auto")


def test_what_is_filtered_is_exported(page: Page) -> None:
    enter(page)
    page.fill("#register [name=text]", "交割库")
    page.press("#register [name=text]", "Enter")
    expect(page.locator("#register tbody tr")).to_have_count(1)
    with page.expect_download() as csv:
        page.click("#register [data-kind=csv]")
    text = Path(csv.value.path()).read_bytes()
    assert text.startswith(b"\xef\xbb\xbf") and "姓名" in text.decode("utf-8-sig")
    with page.expect_download() as excel:
        page.click("#register [data-kind=xlsx]")
    book = load_workbook(io.BytesIO(Path(excel.value.path()).read_bytes()))
    assert book.active is not None
    assert book.active.max_row == 2


def test_figures_and_people_have_tables_too(page: Page, default_index: Path) -> None:
    enter(page)
    whole = read_register(default_index)
    page.click("#register [data-table=figures]")
    expect(page.locator("#register [data-table=figures]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#register tbody tr")).to_have_count(min(50, len(whole.figures)))
    expect(page.locator("#register .filters select, #register [name=person]")).to_have_count(0)
    with page.expect_download() as download:
        page.click("#register [data-do=export][data-kind=csv]")
    assert download.value.suggested_filename == "提案台账-数据.csv"
    page.click("#register [data-table=people]")
    expect(page.locator("#register tbody tr")).to_have_count(len(whole.people))


def test_what_qualifies_a_value_stands_beside_it(browser: Browser, outputs: str) -> None:
    with watched(browser, outputs) as page:
        page.click("#tabs [data-room=register]")
        page.click("#register [data-table=figures]")
        rows = page.locator("#register tbody tr")
        expect(rows.nth(1).locator("td").nth(1)).to_have_text("同比、下降 30")
        expect(rows.nth(2).locator("td").nth(2)).to_have_text("万吨 左右")
        with page.expect_download() as download:
            page.click("#register [data-do=export][data-kind=csv]")
        lines = Path(download.value.path()).read_text("utf-8-sig").splitlines()
        assert "限定" in lines[0] and "左右" in lines[3].split(",")


def test_who_and_from_where_are_typed(page: Page) -> None:
    enter(page)
    shown = [name.removesuffix(" ?") for name in names(page)]
    page.fill("#register [name=person]", shown[0])
    page.press("#register [name=person]", "Enter")
    expect(page.locator("#register tbody tr")).to_have_count(shown.count(shown[0]))
    expect(page.locator("#register [name=person]")).to_be_focused()
    page.locator("#register .filters > button").click()
    expect(page.locator("#register tbody tr")).to_have_count(len(shown))
    page.fill("#register [name=place]", "河南")
    page.press("#register [name=place]", "Enter")
    expect(page.locator("#register tbody tr")).to_have_count(1)
    expect(page.locator("#register tbody")).to_contain_text("河南")


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page on three yearly reports with more figures than a page of the table has."""
    folder = tmp_path_factory.mktemp("outputs")
    for year, tons in ((2021, "30"), (2022, "35"), (2024, "41")):
        told = f"去年铜产量{tons}万吨。甲厂铝产量同比下降{tons}%。锌产量拟为{tons}万吨左右。"
        counted = "".join(f"第{line}号线运送矿石{line}吨。" for line in range(20, 38))
        (folder / f"{year}.txt").write_text(f"{year}年产业报告\n\n{told}{counted}", "utf-8")
    update_index(folder / "index", [folder])
    with serving(folder / "index") as address:
        yield address


def test_one_subject_by_year_opens_at_the_value(browser: Browser, outputs: str) -> None:
    with watched(browser, outputs) as page:
        page.click("#tabs [data-room=register]")
        expect(page.locator("#register [aria-pressed=true]")).to_contain_text(
            "数据"
        )  # no proposals
        subject = page.locator("#register [name=series]")
        subject.click()
        expect(subject).to_have_value("")  # the list below it is of all subjects
        subject.press_sequentially("铝产")  # without Enter
        expect(page.locator("#register svg .column").first).to_contain_text("↓30")
        expect(subject).to_have_value("铝产")  # typing goes on
        subject.click()
        expect(subject).to_have_value("")
        subject.blur()
        expect(subject).to_have_value("甲厂铝产量（% · 增减）")
        subject.click()
        subject.press_sequentially("铜产")
        columns = page.locator("#register svg .column text")
        expect(columns).to_have_text(["30", "35", "41"])
        assert page.locator("#register svg .year").all_text_contents() == ["2020", "2021", "2023"]
        boxes = [column.bounding_box() for column in page.locator("#register svg .amount").all()]
        one, two, three = (box["x"] if box else 0.0 for box in boxes)
        assert three - two == pytest.approx(2 * (two - one), abs=2)  # nothing is known of 2022
        drawing = page.locator("#register .years > svg").bounding_box()
        room = page.locator("#register .years").bounding_box()
        assert drawing and room and drawing["width"] > room["width"] - 40
        page.locator("#register svg .column").nth(1).press("Enter")
        expect(page.locator("#source mark")).to_have_text("35万吨")
        page.fill("#register [name=series]", "铝产量")
        page.press("#register [name=series]", "Enter")
        expect(columns).to_have_text(["↓30", "↓35", "↓41"])
        expect(page.locator("#register svg .assumed")).to_have_count(3)
        expect(page.locator("#register details li")).to_have_count(3)
        page.fill("#register [name=series]", "锌产量")
        page.press("#register [name=series]", "Enter")
        told = page.locator("#register details li").first
        expect(told).to_contain_text("2021年：30万吨左右")
        expect(told).to_contain_text("不是结果")
        expect(page.locator("#register svg .planned")).to_have_count(3)
        dashed = "(column) => getComputedStyle(column).strokeDasharray"
        assert page.locator("#register svg .planned .amount").first.evaluate(dashed) != "none"
        expect(page.locator("#register .key.planned")).to_contain_text("不是结果")
        expect(page.locator("#register .key.result")).to_have_text("实际数据")


def test_last_year_is_told_with_the_year_that_it_is(browser: Browser, outputs: str) -> None:
    with watched(browser, outputs) as page:
        page.click("#tabs [data-room=register]")
        page.click("#register [data-table=figures]")
        page.fill("#register [name=text]", "铜产量30万吨")
        page.press("#register [name=text]", "Enter")
        row = page.locator("#register tbody tr")
        expect(row).to_have_count(1)
        expect(row.locator("td").nth(3)).to_have_text("2020去年")


def test_the_filter_that_empties_the_table_is_named_and_taken_off(page: Page) -> None:
    enter(page)
    for name, typed in (("person", "丁士启"), ("text", "没有这样的词")):
        page.fill(f"#register [name={name}]", typed)
        page.press(f"#register [name={name}]", "Enter")
        expect(page.locator(f"#register [name={name}]")).to_have_attribute("value", typed)
    way = page.locator("#register .ways-out button")
    expect(way).to_have_count(1)  # without the name there is nothing either
    expect(way).to_contain_text("去掉“筛选：没有这样的词”")
    way.click()
    expect(page.locator("#register tbody tr").first).to_contain_text("丁士启")
    expect(page.locator("#register [name=text]")).to_have_value("")


def test_rows_come_in_pages_and_by_document(browser: Browser, outputs: str) -> None:
    with watched(browser, outputs) as page:
        page.click("#tabs [data-room=register]")
        page.click("#register [data-table=figures]")
        expect(page.locator("#register tbody tr")).to_have_count(50)
        page.locator("#register .pager button").last.click()
        expect(page.locator("#register tbody tr")).to_have_count(13)
        page.locator("#register .pager button").first.click()
        expect(page.locator("#register tbody tr")).to_have_count(50)
        expect(page.locator("#register tbody tr").first).to_be_in_viewport(ratio=1)
        expect(page.locator("#register .years")).not_to_be_in_viewport()  # above the table
        expect(page.locator("#register tbody tr").first).to_be_focused()
        page.fill("#register [name=document]", "2022")
        page.press("#register [name=document]", "Enter")
        expect(page.locator("#register tbody tr")).to_have_count(21)
        expect(page.locator("#register .pager")).to_have_count(0)


def test_on_a_phone_in_english(browser: Browser, served: str) -> None:
    phone = {"viewport": {"width": 390, "height": 800}, "locale": "en-GB"}
    with watched(browser, served, **phone) as page:
        enter(page)
        expect(page.locator("#register [data-table=proposals]")).to_contain_text("Proposals")
        expect(page.locator("#register [name=role] option").first).to_have_text("Role: all")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        expect(page.locator("#register tbody td").first).not_to_be_empty()
        order = page.locator("#register th [data-sort=name]")
        order.click()
        expect(page.locator("#register th").first).to_have_attribute("aria-sort", "ascending")
        expect(order).to_have_text("Name ↑")


def test_filters_and_order_outlive_a_reload_in_their_tab_only(page: Page, served: str) -> None:
    enter(page)
    every = names(page)
    page.select_option("#register [name=role]", index=1)
    expect(page.locator("#register [data-do=show]", has_text="清除")).to_be_visible()
    page.click("#register [data-sort=name]")
    expect(page.locator("#register [aria-sort=ascending]")).to_be_visible()
    shown = names(page)
    assert shown != every
    reload(page)
    expect(page.locator("#register [aria-sort=ascending]")).to_be_visible()
    assert names(page) == shown
    other = page.context.new_page()
    other.goto(f"{served}?tab=register")
    expect(other.locator("#register table")).to_be_visible()
    assert names(other) == every
    page.evaluate("sessionStorage.setItem('youju.register', '{\"text\": [1], \"no\": 1}')")
    reload(page)
    expect(page.locator("#register table")).to_be_visible()
    assert names(page) == every  # nothing that can be read
