"""Quotes that are rows of tables, cell by cell."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import docx
import pytest

from assistant.page.columns import ROOM, widths
from assistant.page.grid import Grid, grids, render_grid, runs
from assistant.types import Answer, Quote
from corpus import Document, formats, tidy
from tests.pieces import quote

BARS = "甲乙。\n\n| 县 | 产量（吨） | 增速 |\n|---|---|---|\n| 丙 县 |  | 3% |\n| 丁县 | 7 | 5% |\n"
TABS = "县\t产量（吨）\t增速\n丙 县\t\t3%\n丁县\t7\t5%\n\n另\t一张\t表\n\n后文，\t一句。\n"
HEAD, ROW = ("县", "产量（吨）", "增速"), ("丙 县", "", "3%")


def asked(text: str, *rows: str, changed: str = "", **given: str) -> tuple[Answer, list[Grid]]:
    """The rows as the quotes of an answer."""
    path = given.get("path", "甲.txt")
    starts = [text.index(row) for row in rows]
    quotes = [
        Quote(n, tidy(row), path, "甲", "", None, start, start + len(row), 1.0)
        for n, (row, start) in enumerate(zip(rows, starts, strict=True), 1)
    ]
    said = " ".join(f"“{quote.text}” [{quote.n}]" for quote in quotes)
    question = given.get("question", "问")
    answer = Answer(question, question, True, f"《甲》：{said}", tuple(quotes))
    shown, found = grids(answer, lambda path: Document(path, changed or text, path))
    return shown, list(found)


def found(text: str, *rows: str, changed: str = "") -> list[Grid]:
    return asked(text, *rows, changed=changed)[1]


@pytest.mark.parametrize("text", [BARS, TABS])
def test_a_row_stands_below_its_head_with_every_cell_as_written(text: str) -> None:
    head, row = [line for line in text.splitlines() if "县" in line][:2]
    assert found(text, row, head) == [Grid(1, (ROW,), HEAD)]
    assert found(text, row) == [Grid(1, (ROW,))]
    html = render_grid(Grid(1, (ROW,), HEAD))
    assert "<th>增速</th>" in html and "<td>丙 县</td> <td></td>" in html


def word(*rows: tuple[str, ...], fill: Callable[[docx.table.Table], object] = bool) -> str:
    """The text of a Word file with a table of these rows, on which `fill` works."""
    document = docx.Document()
    table = document.add_table(0, len(rows[0]))
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    fill(table)
    file = io.BytesIO()
    document.save(file)
    return formats.docx(file.getvalue()).text


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (("单位", "编制（人）"), ("财务处", "9")),
        (("", "2024年（吨）", "2025年（吨）"), ("甲厂", "8", "9")),
        (("企业", "收入（元）", "备注"), ("甲厂", "8", "")),
        (("企业", "收入（元）", "备注"), ("甲厂", "", "")),
    ],
)
def test_a_row_in_word_stands_below_its_head(head: tuple[str, ...], row: tuple[str, ...]) -> None:
    text = word(head, row)
    quoted = [line.strip() for line in text.splitlines()]
    assert asked(text, *quoted[::-1])[1] == [Grid(1, (row,), head)]
    assert [quote.n for quote in asked(text, *quoted[::-1])[0].quotes] == [1]


def test_of_two_rows_of_a_head_each_column_has_its_whole_name() -> None:
    def fill(table: docx.table.Table) -> None:
        table.cell(0, 1).merge(table.cell(0, 2))
        table.cell(0, 0).merge(table.cell(1, 0))

    text = word(("省", "2024年", ""), ("", "产量", "营收"), ("甲省", "8", "9"), fill=fill)
    first, second, row = (line.strip() for line in text.splitlines())
    named = Grid(1, (("甲省", "8", "9"),), ("省", "2024年 产量", "2024年 营收"))
    for quoted in ((first, second, row), (first, row), (row, second, first)):
        shown, found = asked(text, *quoted)
        assert found == [named] and [quote.n for quote in shown.quotes] == [1]
    assert asked(text, first, second)[1] == [
        Grid(1, (("省", "产量", "营收"),), ("省", "2024年", ""))
    ]


def test_tabs_that_indent_make_no_column() -> None:
    text = "".join(f"\t{line}\n" for line in TABS.splitlines()[:2])
    assert found(text, "丙 县\t\t3%", "县\t产量（吨）\t增速") == [Grid(1, (ROW,), HEAD)]


def test_a_paragraph_behind_its_number_is_no_head() -> None:
    text = "（一）\t甲乙。\n（二）\t丙丁。\n"
    shown, rows = asked(text, *text.splitlines()[::-1])
    assert rows == [] and len(shown.quotes) == 2


def test_only_a_head_of_the_same_table_is_one() -> None:
    head, row, last = TABS.splitlines()[:3]
    assert found(TABS, last, row) == [Grid(1, (("丁县", "7", "5%"),)), Grid(2, (ROW,))]
    other = "另\t一张\t表"
    assert found(TABS, other, head)[0] == Grid(1, (("另", "一张", "表"),))


def test_what_is_no_row_or_has_changed_stays_as_it_is() -> None:
    assert found(TABS, "后文，\t一句。") == []
    assert found(BARS, "甲乙。") == []
    assert found(BARS, "| 丁县 | 7 | 5% |", changed=BARS.replace("7", "8")) == []


def test_a_head_above_its_row_is_no_quote_of_its_own() -> None:
    head, row, last = (line for line in TABS.splitlines()[:3])
    shown, found = asked(TABS, row, head, last)
    assert [(quote.n, quote.text) for quote in shown.quotes] == [(1, tidy(row)), (2, tidy(last))]
    assert shown.text == f"《甲》：“{tidy(row)}” [1]  “{tidy(last)}” [2]"
    assert [grid.n for grid in found] == [1, 2] and all(grid.head == HEAD for grid in found)


def test_a_row_without_values_is_no_head_of_those_below_it() -> None:
    text = "| 任务 | 牵头 | 配合 |\n|---|---|---|\n| 规划 | 甲厅 | 乙局 |\n| 整合 | 丙局 | 各县 |\n"
    head, _, first, last = text.splitlines()
    shown, found = asked(text, first, head, last)
    assert [quote.n for quote in shown.quotes] == [grid.n for grid in found] == [1, 2]
    assert {grid.head for grid in found} == {("任务", "牵头", "配合")}
    assert [grid.head for grid in asked(text, first, last)[1]] == [(), ()]


def test_the_column_that_is_asked_for_is_told() -> None:
    head, row = TABS.splitlines()[:2]
    (grid,) = asked(TABS, row, head, question="丙县的增速是多少？")[1]
    assert grid.asked == 2 and render_grid(grid).count('class="asked"') == 2
    assert asked(TABS, row, head, question="丙县怎么样？")[1][0].asked == 0


def test_bars_make_a_table_of_two_columns_and_marks_are_not_shown() -> None:
    text = "| 事项 | 期限 |\n|---|---|\n| **甲** \\| 乙 | `5月` |\n"
    row = text.splitlines()[2]
    assert asked(text, row, path="甲.md")[1][0].rows == (("甲 | 乙", "5月"),)


def test_rows_of_one_table_in_a_row_have_one_head_and_columns_as_wide() -> None:
    first, last = Grid(1, (ROW,), HEAD), Grid(2, (("丁县", "7", "5%"),), HEAD)
    alone = [Grid(4, (ROW,)), Grid(5, (ROW,))]
    forms = {grid.n: grid for grid in (first, last, *alone)}
    quotes = [quote(n) for n in (1, 2, 3, 4, 5)]
    assert runs(quotes, forms) == [(first, last)] * 2 + [()] * 3
    assert runs([quotes[0], replace(quotes[1], section="二")], forms) == [(), ()]
    shown = [str(render_grid(one, (first, last))) for one in (first, last)]
    assert "<th>增速</th>" in shown[0] and "<th>" not in shown[1] and "<td>丁县</td>" in shown[1]
    columns = [one[one.index("<colgroup>") : one.index("</colgroup>")] for one in shown]
    assert columns[0] == columns[1] and columns[0].count("<col ") == len(HEAD)


def test_columns_are_lowered_until_there_is_room_but_no_word_is_broken() -> None:
    names, tasks = ["江北铜业有限公司"] * 2, ["长" * 80, "短"]
    (first, second, third) = widths((), list(zip(names, tasks, names, strict=True)))
    assert first == third > 8 and second > 20  # there is room
    every = widths((), list(zip(names, tasks, *[names] * 4, strict=True)))
    assert sum(every) < ROOM + 0.1 and every[1] > max(every[0], *every[2:])
    heads = [f"规模以上工业增加值{n}（%）" for n in range(9)]
    assert min(widths(heads, [["1"] * 9])) > 9  # it is scrolled
    assert widths(("甲",), [("1", "2"), ("3",)])[1] > 0  # a row that is longer than its head
