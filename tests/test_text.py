"""The text of a source: paragraphs, tables, and the mark in its place."""

from __future__ import annotations

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from assistant.page.grid import as_row
from assistant.page.text import render_text
from corpus import Document

TABLE = "地区\t计划\t增速\n华东\t540\t5.5%\n\t\t2.2%\n"
TEXT = f"一、冶炼\n{TABLE}二、消费\n\t缩进的一行。\n"


def render(text: str, start: int, end: int) -> BeautifulSoup:
    return BeautifulSoup(
        render_text(Document("甲", text, "甲"), 0, len(text), (start, end)), "lxml"
    )


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_rows_with_tabs_are_a_table() -> None:
    page = render(TEXT, 0, 0)
    rows = [[cell.text for cell in row("td")] for row in page("tr")]
    assert rows == [["地区", "计划", "增速"], ["华东", "540", "5.5%"], ["", "", "2.2%"]]
    assert str(page("table")[0].next_sibling) == "二、消费\n\t缩进的一行。\n"


def test_a_single_row_is_no_table() -> None:
    assert not render("姓名\t职务\n后文。\n", 0, 0)("table")


def test_a_row_is_marked_cell_by_cell() -> None:
    start = TEXT.index("华东")
    marks = render(TEXT, start, TEXT.index("5.5%") + 4)("mark")
    assert [mark.text for mark in marks] == ["华东", "540", "5.5%"]


@given(
    st.text("甲乙，。\t\n 1", max_size=40).map(lambda text: text + TABLE),
    st.integers(0, 80),
    st.integers(0, 80),
)
def test_any_place_is_marked_exactly_or_has_an_anchor(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    page = render(text, start, end)
    assert squeezed(page.text) == squeezed(text)
    assert squeezed("".join(mark.text for mark in page("mark"))) == squeezed(text[start:end])
    assert page("mark") or page(class_="anchor")


def test_bars_are_a_table_without_the_rule_below_its_head() -> None:
    text = "前文。\n\n| 县 | 产量 |\n|:---|---|\n| 丙县 |  |\n\n后文 | 一句。\n"
    start = text.index("| 丙县")
    shown = render(text, start, start + len("| 丙县 |  |"))
    assert [[cell.text for cell in row("td")] for row in shown("tr")] == [
        ["县", "产量"],
        ["丙县", ""],
    ]
    assert [mark.text for mark in shown("mark")] == ["丙县"]
    assert len(shown("table")) == 1


def test_a_row_has_the_cells_here_that_it_has_in_a_card() -> None:
    gaps = "县   产量   增速\n丙县   7   3%\n"
    bars = "| 事项 | 期限 |\n|---|---|\n| 甲\\|乙 | 5月 |\n"
    for text, row in ((gaps, ("丙县", "7", "3%")), (bars, ("甲|乙", "5月"))):
        document = Document("甲.md", text, "甲")
        page = BeautifulSoup(render_text(document, 0, len(text), (0, 0)), "lxml")
        line = text.splitlines()[-1]
        assert tuple(cell.text for cell in page("tr")[-1]("td")) == row == as_row(line, True)


def test_what_begins_with_a_table_opens_at_its_beginning() -> None:
    page = render("| 县 | 产量 |\n|---|---|\n| 丙县 | 7 |\n\n后文。\n", 0, 0)
    assert page("table")[0].find_previous(class_="anchor")
