"""Documents are added, indexed, deleted and watched in a real browser, by the real model."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from tests.browsing import Browser, Locator, Page, ask, expect, reload, watched
from tests.conftest import serving
from tests.fake_encoder import documents

TEXTS = {
    "港口.txt": "港口调研\n\n全国人大代表周明建议在临港新区设立稀土仓库，库容为三万吨。\n"
    "码头\t计划（万吨）\t增速\n东港\t540\t5.5%\n西港\t190\t2.2%\n",
    "矿山.txt": "矿山调研\n\n全国政协委员吴静建议为露天矿山统一安装边坡雷达。\n",
}
BRIDGE = "桥梁调研\n\n全国人大代表郑海建议用耐候钢建造跨江大桥，并公布养护费用。\n"
RULE = "第{n}条　本条规定第{n}号仓库的第{m}项收费标准，由管理单位另行公布。"
RULES = 900  # enough for several reports while they are embedded


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of documents, `in`, and its index below `data`. Each test changes its own file."""
    from assistant.library.indexing import update_index

    place = tmp_path_factory.mktemp("place")
    update_index(place / "data" / "index", [documents(place / "in", TEXTS)])
    return place


@pytest.fixture(scope="module")
def address(place: Path) -> Iterator[str]:
    with serving(place / "data" / "index") as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    laptop = {"width": 1440, "height": 900}
    with watched(browser, f"{address}?tab=library", viewport=laptop) as page:
        expect(page.locator("#library .document").first).to_be_visible()
        yield page


def row(page: Page, path: str) -> Locator:
    return page.locator("#library .document", has=page.get_by_text(path, exact=True))


def outcome(page: Page) -> Locator:
    return page.locator("#building .outcome")


def updated(page: Page) -> None:
    """Waits until what was done is in the index."""
    expect(page.locator("#building .running")).to_have_count(0, timeout=120_000)
    expect(page.locator("#building .waiting")).to_have_count(0)


def talk(page: Page, question: str) -> None:
    page.click("#tabs [data-room=talk]")
    ask(page, question)


def test_what_is_added_is_quoted_once_it_is_said_which_one_is_meant(
    page: Page, place: Path
) -> None:
    others = {"空.txt": " ", "表.xls": "x", "港口.txt": "另一份\n\n内容不同。\n"}
    files = documents(place / "elsewhere", {"大桥.txt": BRIDGE, **others})
    with page.expect_file_chooser() as chooser:
        page.click("#library .drop strong")
    chooser.value.set_files(sorted(files.iterdir()))
    said = page.locator("#library .said")
    expect(said).to_contain_text("大桥.txt：已存入")
    expect(said).to_contain_text("港口.txt：已有同名文件，另存为 港口 (2).txt")
    expect(said).to_contain_text("表.xls：没有添加，不支持这种文件")
    expect(page.locator("#library .not-taken")).to_contain_text(["表.xls"])  # in another colour
    assert (place / "in" / "港口.txt").read_text("utf-8") == TEXTS["港口.txt"]
    assert not (place / "in" / "表.xls").exists()
    states = page.locator("#library .document .state").all_inner_texts()
    assert states[:4] == ["待索引"] * 3 + ["已索引"]  # wherever the alphabet has them
    expect(page.locator("#building .waiting")).to_contain_text("3 个文件有变动")
    talk(page, "谁建议用耐候钢建造跨江大桥？")
    expect(page.locator(".answer.refused .unindexed")).to_contain_text("有 3 个文件")
    page.click(".answer.refused .unindexed button")
    expect(page.locator("#building .running")).to_have_count(0)  # it would begin all the same
    said.get_by_role("button", name="两份都保留").click()
    expect(outcome(page)).to_contain_text("索引已更新：新增 2", timeout=120_000)
    expect(row(page, "空.txt").locator(".reason")).to_contain_text("没有文字")
    row(page, "大桥.txt").locator(".row").click()
    expect(page.locator("#source .words")).to_contain_text("耐候钢")
    talk(page, "谁提议用耐候钢建造跨江大桥？")
    expect(page.locator(".card").first).to_contain_text("郑海")
    talk(page, "谁建议给路灯装太阳能板？")
    expect(page.locator(".answer.refused").last).not_to_contain_text("个文件")


def test_a_figure_of_a_table_stands_below_the_head_of_its_column(page: Page) -> None:
    row(page, "港口.txt").locator(".row").click()
    page.fill("#source .find", "540")
    page.press("#source .find", "Enter")
    expect(page.locator("#source td mark")).to_have_text("540")
    left = "(cell) => cell.closest('td').getBoundingClientRect().left"
    head = page.locator("#source td", has_text="计划（万吨）")
    assert page.locator("#source td mark").evaluate(left) == head.evaluate(left)


def test_a_newer_file_of_the_same_name_replaces_the_older_or_both_are_kept(
    page: Page, place: Path
) -> None:
    def send(text: str) -> None:
        file = documents(place / "newer", {"矿山.txt": text}) / "矿山.txt"
        page.set_input_files("#library input[type=file]", file)

    said = page.locator("#library .said li", has_text="矿山.txt：已有同名文件")
    send(TEXTS["矿山.txt"] + "草稿。")
    said.get_by_role("button", name="两份都保留").click()
    expect(said).to_have_count(0)
    updated(page)
    expect(row(page, "矿山 (2).txt").locator(".state")).to_have_text("已索引")
    (place / "in" / "矿山 (2).txt").unlink()
    send(TEXTS["矿山.txt"] + "定稿。")
    said.get_by_role("button", name="替换旧文件").click()
    expect(page.locator("#library .said")).to_contain_text("removed/矿山.txt")
    assert (place / "in" / "矿山.txt").read_text("utf-8").endswith("定稿。")
    assert not (place / "in" / "矿山 (2).txt").exists()
    updated(page)
    expect(row(page, "矿山.txt").locator(".state")).to_have_text("已索引")
    kept = place / "data" / "removed" / "矿山.txt"
    kept.replace(place / "in" / "矿山.txt")


def test_one_document_alone_is_asked(page: Page) -> None:
    row(page, "矿山.txt").get_by_role("button", name="只问这份文档").click()
    expect(page.locator("#scope .chip")).to_contain_text("矿山调研")
    expect(page.locator("#question textarea")).to_be_focused()
    ask(page, "谁建议设立稀土仓库？")
    expect(page.locator(".answer.refused .within")).to_contain_text("矿山调研")
    page.click("#tabs [data-room=library]")
    row(page, "港口.txt").locator(".row").click()
    page.click("#source [data-do=only]")
    expect(page.locator("#scope .chip")).to_contain_text("港口调研")
    expect(page.locator("#source .source")).not_to_be_visible()


def test_rows_are_found_by_what_is_typed(page: Page) -> None:
    expect(row(page, "港口.txt")).to_be_visible()
    page.fill("#library .filter", "没有这样的名字")
    expect(page.locator("#library li.document").first).to_be_hidden()
    page.fill("#library .filter", "港口")
    expect(row(page, "港口.txt")).to_be_visible()


def test_what_lies_in_the_folder_and_is_not_read_is_told(page: Page, place: Path) -> None:
    table = place / "in" / "产量.xls"
    table.write_bytes(b"x")
    page.click("#tabs [data-room=talk]")
    page.click("#tabs [data-room=library]")
    expect(page.locator("#library .left-out")).to_contain_text("不会用于回答：产量.xls")
    table.unlink()


def test_what_could_not_be_read_comes_first_with_what_to_do(page: Page, place: Path) -> None:
    (place / "in" / "终.docx").write_bytes(b"PK")  # the last by its name
    page.click("#building [data-do=build][data-again='']")
    expect(row(page, "终.docx").locator(".reason")).to_contain_text("另存为", timeout=120_000)
    states = page.locator("#library .document .state")
    failed = page.locator("#library .document .state.failed").count()
    assert states.all_inner_texts()[:failed] == ["读取失败"] * failed
    expect(page.locator("#library .mend")).to_contain_text(f"{failed} 个文件没有读成")
    expect(page.locator("#building .outcome")).to_contain_text("索引已更新")
    shown = page.locator("#holdings").inner_text()
    assert shown.count("没有读成") == 1 and shown.count("读取失败") == failed


def test_a_rebuild_asks_first(page: Page, place: Path) -> None:
    current = place / "data" / "index" / "CURRENT"
    before = current.read_text()
    page.get_by_role("button", name="全部重建").click()
    question = page.locator("#building .sure")
    expect(question).to_contain_text("全部重新计算？")
    question.get_by_role("button", name="取消").click()
    expect(question).to_be_hidden()
    expect(page.locator("#building .running")).to_have_count(0)
    page.get_by_role("button", name="全部重建").click()
    page.get_by_role("button", name="确认重建").click()
    until = time.monotonic() + 120
    while current.read_text() == before and time.monotonic() < until:
        page.wait_for_timeout(100)
    expect(page.locator("#building .running")).to_have_count(0, timeout=120_000)
    assert current.read_text() != before
    # What was clicked gave way to the bar, and that to the buttons again.
    expect(page.locator("#building [data-do=build]").first).to_be_focused()


def test_what_is_dropped_on_the_room_is_taken_in_at_once(page: Page, place: Path) -> None:
    page.fill("#library .filter", "港口")
    row(page, "港口.txt").get_by_role("button", name="删除").click()
    expect(page.locator("#library .sure:popover-open")).to_be_visible()
    page.evaluate(
        """() => {  // one while the other is sent, and beside the room
          const drop = (selector, ...file) => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File(...file));
            const event = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
            document.querySelector(selector).dispatchEvent(event);
            if (!event.defaultPrevented) throw new Error("the browser opens the file");
          };
          drop("#library h2", ["另一份文字。"], "另一份.txt");
          drop("#top", ["拖来的文字。"], "拖来.txt");
        }"""
    )
    expect(page.locator("#library .said")).to_contain_text("拖来.txt：已存入")
    expect(page.locator("#library .sure:popover-open")).to_have_count(0)
    expect(row(page, "拖来.txt")).to_be_hidden()  # what is looked for is still typed there
    expect(row(page, "港口.txt")).to_be_visible()
    assert (place / "in" / "另一份.txt").exists()
    assert (place / "in" / "拖来.txt").read_text("utf-8") == "拖来的文字。"
    updated(page)  # also with the one that came while the other was being taken in
    expect(outcome(page)).to_contain_text("索引已更新：新增")
    page.fill("#library .filter", "")
    for name in ("另一份.txt", "拖来.txt"):
        expect(row(page, name).locator(".state")).to_have_text("已索引")


def test_what_is_deleted_is_quoted_no_more_and_kept_aside(page: Page, place: Path) -> None:
    mine = row(page, "矿山.txt")
    mine.get_by_role("button", name="删除 矿山.txt").click()
    mine.get_by_role("button", name="取消").click()
    expect(mine.locator(".sure")).not_to_be_visible()
    mine.get_by_role("button", name="删除 矿山.txt").click()
    mine.get_by_role("button", name="确认删除").press("Enter")
    expect(page.locator("#library .filter")).to_be_focused()  # its row is gone
    expect(outcome(page)).to_contain_text("删除 1", timeout=120_000)
    expect(page.locator("#library .said")).to_contain_text("removed/矿山.txt")
    expect(row(page, "矿山.txt")).to_have_count(0)
    kept = place / "data" / "removed" / "矿山.txt"
    assert kept.read_text("utf-8") == TEXTS["矿山.txt"]
    talk(page, "谁建议安装边坡雷达？")
    expect(page.locator(".refusal")).to_be_visible()


def test_an_update_is_watched_and_cancelled_while_the_old_index_answers(
    page: Page, place: Path
) -> None:
    updated(page)
    rules = "\n\n".join(RULE.format(n=n, m=7 * n) * 3 for n in range(RULES))
    files = documents(place / "larger", {"汇编.txt": f"收费标准汇编\n\n{rules}"})
    index = place / "data" / "index"
    before = (index / "CURRENT").read_text(), set((index / "generations").iterdir())
    page.set_input_files("#library input[type=file]", files / "汇编.txt")
    bar = page.locator("#building")
    remove = row(page, "港口.txt").get_by_role("button", name="删除")
    expect(remove).to_be_disabled()
    expect(bar).to_contain_text("计算向量", timeout=60_000)
    expect(bar.locator("progress[value]")).to_be_visible(timeout=60_000)
    expect(bar).to_contain_text("每秒")
    talk(page, "谁建议在临港新区设立稀土仓库？")
    expect(page.locator(".card").first).to_contain_text("周明")
    expect(page.locator(".answer .unindexed")).to_contain_text("没有查到其中的新内容")
    page.click("#tabs [data-room=library]")
    reload(page)
    expect(bar).to_contain_text("计算向量")
    page.click("#building [data-do=halt]")
    expect(outcome(page)).to_contain_text("已取消", timeout=60_000)
    expect(remove).to_be_enabled()
    assert ((index / "CURRENT").read_text(), set((index / "generations").iterdir())) == before
    expect(row(page, "汇编.txt").locator(".state")).to_have_text("待索引")


def test_another_process_at_it_is_said_in_the_readers_language(page: Page, place: Path) -> None:
    page.click("#language")
    expect(page.locator("#building")).to_contain_text("Rebuild")  # the switch is a question, too
    with FileLock(place / "data" / "index" / "lock"):
        page.click("#building [popovertarget=rebuild]")
        page.click("#building [data-do=build][data-again=yes]")
        expect(outcome(page)).to_contain_text("Another program is updating")


def test_a_quoted_row_of_a_table_is_drawn_below_the_head_of_its_columns(page: Page) -> None:
    talk(page, "西港的计划是多少？")
    card = page.locator(".card").first
    expect(card.locator("td")).to_have_text(["西港", "190", "2.2%"])
    expect(card.locator("th")).to_have_text(["码头", "计划（万吨）", "增速"])
    copied = page.locator(".foot [data-do=copy]").get_attribute("data-copy") or ""
    assert "码头\t计划（万吨）\t增速\n西港\t190\t2.2%" in copied  # as programs take tables
    page.set_viewport_size({"width": 390, "height": 844})
    reload(page)
    expect(card.locator("td").nth(1)).to_have_text("190")
    page.locator(".card .cite").first.click()
    expect(page.locator("#source td mark")).to_have_text(["西港", "190", "2.2%"])
