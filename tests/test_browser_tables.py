"""A quoted row of a wide table on a phone, in real Chromium."""

from __future__ import annotations

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
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    from assistant.indexing import update_index

    folder = tmp_path_factory.mktemp("tables")
    update_index(folder / "index", [documents(folder / "in", {"指标.md": REPORT})])
    with serving(folder / "index") as address:
        yield address


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    size = {"width": 390, "height": 844}
    with watched(browser, address, viewport=size, has_touch=True) as page:
        yield page


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
