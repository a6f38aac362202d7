"""A quoted row of a wide table, on a desk and on a phone, in real Chromium."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.browsing import Browser, Locator, Page, ask, expect, watched
from tests.conftest import serving
from tests.fake_encoder import documents

REPORT = """# 企业指标

## 分企业数据

| 企业 | 阴极铜产量（万吨） | 营业收入（亿元） | 净利润（亿元） | 研发投入（亿元） |
| --- | --- | --- | --- | --- |
| 江北铜业 | 128.4 | 1042.0 | 38.5 | 12.1 |
| 东海冶炼 | 88.0 | 702.7 | 4.6 | 5.5 |

表2 合同数量（件）

| 部门 | 新签合同 | 到期合同 |
| --- | --- | --- |
| 供应部 | 312 | 96 |

## 任务分工

| 序号 | 重点任务 | 牵头单位 | 配合单位 | 完成时限 | 产量（万吨） | 负责人 | 备注说明 |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 1 | 建设再生铜回收利用体系，完善废旧电缆、电机和家电的分类回收网络，提高原料保障能力 \
| 工业厅 | 发展改革委、生态环境厅、商务厅 | 2026年12月 | 120.5 | 王某 | 按季度报送，年底评估 |
| 2 | 推进铝加工企业节能改造，推广高效电解槽和余热利用技术，降低单位产品综合能耗 \
| 发展改革委 | 工业厅、财政厅 | 2026年10月 | 86.0 | 李某 | 纳入年度考核 |

## 分省运行

| 省份 | 2023年 |  | 2024年 |  |
| --- | --- | --- | --- | --- |
| 省份 | 废铜产量（万吨） | 回收额（亿元） | 废铜产量（万吨） | 回收额（亿元） |
| 江南省 | 98.6 | 1870 | 104.2 | 2015 |
| 江东省 | 78.1 | 1420 | 80.9 | 1511 |
"""

HARBOURS = "\n".join(
    f"| 礁石{n}号渔港 | {n % 40 + 1} | {n + 3000} | 礁石镇渔业管理站第{n % 9 + 1}小组 |"
    for n in range(1, 400)
)
BERTHS = f"""# 渔港登记

| 渔港 | 泊位（个） | 鱼获量（吨） | 负责单位 |
| --- | --- | --- | --- |
{HARBOURS}
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    from assistant.library.indexing import update_index

    folder = tmp_path_factory.mktemp("tables")
    update_index(
        folder / "index", [documents(folder / "in", {"指标.md": REPORT, "泊位.md": BERTHS})]
    )
    with serving(folder / "index") as address:
        yield address


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    size = {"width": 390, "height": 844}
    with watched(browser, address, viewport=size, has_touch=True) as page:
        yield page


COLUMNS = "废铜产量（万吨）", "回收额（亿元）"
WHOLE = """(row) => {
  const [names, ...cells] = [...row.cells].map((cell) => cell.getBoundingClientRect());
  return cells.every(({ left, right }) => right <= names.right + 1 || left >= names.right - 1);
}"""  # none is cut by the names of the rows: -4.6 would read 4.6


def is_whole_in(box: Locator, part: Locator) -> bool:
    outer, inner = box.bounding_box(), part.bounding_box()
    assert outer and inner
    return outer["x"] <= inner["x"] and inner["x"] + inner["width"] <= outer["x"] + outer["width"]


def test_the_name_of_a_row_and_the_column_asked_for_are_in_view(phone: Page) -> None:
    ask(phone, "东海冶炼的研发投入是多少？")
    quoted = phone.locator(".card blockquote").first
    expect(quoted.locator("th")).to_have_count(5)
    expect(phone.locator(".card")).to_have_count(1)
    assert is_whole_in(quoted, quoted.locator("td.asked"))
    assert is_whole_in(quoted, quoted.locator("td").first)
    assert quoted.locator("tbody tr").evaluate(WHOLE)
    phone.locator(".card [data-do=unfold]").click()
    context = phone.locator(".card .context")
    expect(context.locator("tr")).to_have_count(3)
    expect(context.locator("mark").last).to_have_text("5.5")
    assert context.locator("tr").last.evaluate(WHOLE)
    assert is_whole_in(context, context.locator("tr").last.locator("td").last)


def test_the_name_is_in_view_where_a_number_stands_before_it(phone: Page) -> None:
    ask(phone, "铝加工企业节能改造的负责人是谁？")
    quoted = phone.locator(".card blockquote").first
    expect(quoted.locator("td.names")).to_contain_text("铝加工企业")
    assert is_whole_in(quoted, quoted.locator("td.names"))
    assert is_whole_in(quoted, quoted.locator("td.asked"))
    left = "(cell) => cell.getBoundingClientRect().left"
    assert quoted.locator("td.asked").evaluate(left) >= quoted.locator("td.names").evaluate(
        "(cell) => cell.getBoundingClientRect().right - 1"
    )


def test_in_what_comes_nearest_headings_and_rows_stand_apart(phone: Page) -> None:
    ask(phone, "哪位代表提到了量子计算机的售价？")
    lines = "\n".join(phone.locator(".passage-text").all_inner_texts()).split("\n")
    assert "东海冶炼 ｜ 88.0 ｜ 702.7 ｜ 4.6 ｜ 5.5" in lines
    phone.locator("[data-do=inspect]").click()
    expect(phone.locator("#inspector .clamp").first).to_be_visible()
    candidates = "\n".join(phone.locator("#inspector .clamp").all_inner_texts()).split("\n")
    assert "分企业数据" in candidates


@pytest.fixture
def desk(browser: Browser, address: str) -> Iterator[Page]:
    with watched(browser, address, viewport={"width": 1280, "height": 800}) as page:
        yield page


SCROLLED = "(box) => box.scrollWidth > box.clientWidth"
# How many lines each part of a head takes that is not to be broken.
LINES = """(heads) => heads.flatMap((head) => {
  const text = head.firstChild;
  return [...text.data.matchAll(/[^（）]+/g)].map(({ 0: part, index }) => {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + part.length);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
  });
})"""


def test_on_a_desk_every_column_is_in_view(desk: Page) -> None:
    ask(desk, "铝加工企业节能改造由谁牵头？")
    quoted = desk.locator(".card blockquote").first
    heads = quoted.locator("th")
    expect(heads).to_have_count(8)
    assert not quoted.evaluate(SCROLLED)
    assert is_whole_in(quoted, heads.last)
    assert set(heads.evaluate_all(LINES)) == {1}
    task = quoted.locator("td").nth(1).bounding_box()
    assert task and task["height"] < 6 * 28  # its column keeps more than the others


def test_where_a_table_goes_on_a_shade_tells_so(desk: Page, phone: Page) -> None:
    for page, scrolled in ((desk, False), (phone, True)):
        ask(page, "铝加工企业节能改造由谁牵头？")
        quoted = page.locator(".card blockquote").first
        assert quoted.evaluate(SCROLLED) is scrolled
        shade = "(box) => getComputedStyle(box).backgroundAttachment"
        assert quoted.evaluate(shade) == "local, scroll"  # its end covers it


def test_the_number_of_a_quote_stands_beside_its_row(desk: Page) -> None:
    ask(desk, "铝加工企业节能改造由谁牵头？")
    ask(desk, "各企业的营业收入分别是多少？")
    ask(desk, "供应部的新签合同是多少？")
    expect(desk.locator(".card")).to_have_count(4)
    expect(desk.locator(".card caption")).to_have_text("表2 合同数量（件）")
    for card in desk.locator(".card").all():
        number, row = (card.locator(one).bounding_box() for one in (".cite", "tbody tr"))
        assert number and row and abs(number["y"] - row["y"]) < 8


def test_of_rows_in_one_frame_the_one_that_is_open_is_told_at_its_side(desk: Page) -> None:
    ask(desk, "江北铜业和东海冶炼的净利润分别是多少？")
    first, second = desk.locator(".card").all()
    expect(second).to_have_class("card goes-on")
    second.locator(".cite").click()
    expect(second).to_have_css("box-shadow", re.compile("inset"))
    expect(first).to_have_css("box-shadow", "none")
    border = "(card) => getComputedStyle(card).borderLeftColor"
    assert second.evaluate(border) == first.evaluate(border)


def test_a_head_of_two_rows_lies_over_the_columns_it_names(browser: Browser, address: str) -> None:
    with watched(browser, address) as page:
        ask(page, "江南省2024年的回收额是多少？")
        card = page.locator(".card").first
        expect(card.locator("th")).to_have_text(
            ["省份", *(f"{year}年 {one}" for year in (2023, 2024) for one in COLUMNS)]
        )
        expect(card.locator("th.asked")).to_have_text("2024年 回收额（亿元）")
        card.locator(".cite").click()
        expect(page.locator("#source td[rowspan]").last).to_have_text("省份")
        spans = [
            (box["x"], box["x"] + box["width"])
            for words in ("2024年", "104.2", "2015")
            if (box := page.locator("#source td", has_text=words).last.bounding_box())
        ]
        (left, right), (first, _), (_, last) = spans
        assert abs(left - first) < 2 and abs(right - last) < 2


HEAD = """(text) => {
  const [head, mark] = ["thead", "mark"].map((one) => text.querySelector(one));
  const tops = [text, head, mark].map((one) => one.getBoundingClientRect().top);
  const cells = [...text.querySelectorAll("tr")].map((row) => row.cells.length);
  return { tops, cells: [...new Set(cells)], hidden: head.offsetHeight };
}"""


def test_a_row_far_down_its_table_opens_below_the_head_of_its_columns(
    desk: Page, phone: Page
) -> None:
    for page in (desk, phone):
        ask(page, "礁石377号渔港")
        page.locator(".cite").first.click()
        text = page.locator("#source .text")
        expect(text.locator("mark").first).to_have_text("礁石377号渔港")
        expect(text.locator("thead td").nth(2)).to_have_text("鱼获量（吨）")
        found = text.evaluate(HEAD)
        top, head, mark = found["tops"]
        assert head == pytest.approx(top, abs=2) and mark >= head + found["hidden"]
        assert found["cells"] == [4]  # nor does a row begin in its middle
    phone.locator(".card [data-do=unfold]").click()
    context = phone.locator(".card .context")
    expect(context.locator("thead td").nth(2)).to_have_text("鱼获量（吨）")
    expect(context.locator("tbody td").first).to_contain_text("礁石")
    assert context.locator("tr").evaluate_all(
        "(rows) => rows.every((row) => row.cells.length === 4)"
    )
