"""Quotes that are rows of tables, cell by cell."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest

from assistant.page.columns import ROOM, widths
from assistant.page.drawn import as_lines, drawn
from assistant.page.grid import Grid, render_grid, runs
from assistant.types import Quote
from corpus import Document, tidy
from corpus.word import docx as read_docx
from tests.pieces import answer, quote

BARS = "甲乙。\n\n| 县 | 产量（吨） | 增速 |\n|---|---|---|\n| 丙 县 |  | 3% |\n| 丁县 | 7 | 5% |\n"
TABS = "县\t产量（吨）\t增速\n丙 县\t\t3%\n丁县\t7\t5%\n\n另\t一张\t表\n\n后文，\t一句。\n"
HEAD, ROW = ("县", "产量（吨）", "增速"), ("丙 县", "", "3%")


def found(
    text: str,
    *rows: str,
    head: tuple[str, ...] = (),
    changed: str = "",
    path: str = "甲.txt",
    question: str = "问",
) -> list[Grid]:
    """The rows as the quotes of an answer, below a head."""
    starts = [text.index(row) for row in rows]
    quotes = [
        Quote(n, tidy(row), path, "甲", "", None, start, start + len(row), 1.0, head)
        for n, (row, start) in enumerate(zip(rows, starts, strict=True), 1)
    ]
    asked = answer(*quotes, resolved_question=question)
    forms = drawn(asked, lambda path: Document(path, changed or text, path))
    return [form for form in forms.values() if isinstance(form, Grid)]


@pytest.mark.parametrize("text", [BARS, TABS])
def test_a_row_stands_below_its_head_with_every_cell_as_written(text: str) -> None:
    row = [line for line in text.splitlines() if "县" in line][1]
    assert found(text, row, head=HEAD) == [Grid((ROW,), HEAD)]
    assert found(text, row) == [Grid((ROW,))]
    html = render_grid(Grid((ROW,), HEAD), ())
    assert "<th>增速</th>" in html and "<td>丙 县</td> <td></td>" in html


def word(*rows: tuple[str, ...]) -> str:
    """The text of a Word file with a table of these rows."""
    document = docx.Document()
    table = document.add_table(0, len(rows[0]))
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    file = io.BytesIO()
    document.save(file)
    return read_docx(file.getvalue()).text


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
    assert found(text, text.splitlines()[1].strip(), head=head) == [Grid((row,), head)]


def test_tabs_that_indent_make_no_column() -> None:
    text = "".join(f"\t{line}\n" for line in TABS.splitlines()[:2])
    assert found(text, "丙 县\t\t3%", head=("", *HEAD)) == [Grid((ROW,), HEAD)]


def test_what_is_no_row_or_has_changed_stays_as_it_is() -> None:
    assert found(TABS, "后文，\t一句。") == []
    assert found(BARS, "甲乙。") == []
    assert found(BARS, "| 丁县 | 7 | 5% |", changed=BARS.replace("7", "8")) == []


def test_the_column_that_is_asked_for_is_told() -> None:
    row = TABS.splitlines()[1]
    (grid,) = found(TABS, row, head=HEAD, question="丙县的增速是多少？")
    assert grid.asked == 2 and render_grid(grid, ()).count('class="asked"') == 2
    assert found(TABS, row, head=HEAD, question="丙县怎么样？")[0].asked == 0


@pytest.mark.parametrize(
    ("row", "named"),
    [
        (("12", "甲矿", "7"), True),
        (("甲矿", "7", "8"), False),
        (("2023", "甲矿", "7"), False),  # a year
        (("12", "7.5", "8"), False),
    ],
)
def test_what_only_counts_the_rows_does_not_name_them(row: tuple[str, ...], named: bool) -> None:
    shown = render_grid(Grid((row,), ("一", "二", "三")), ())
    assert shown.count(' class="names"') == 3 * named  # in the column, its head, the row


def test_bars_make_a_table_of_two_columns_and_marks_are_not_shown() -> None:
    text = "| 事项 | 期限 |\n|---|---|\n| **甲** \\| 乙 | `5月` |\n"
    row = text.splitlines()[2]
    (grid,) = found(text, row, path="甲.md", head=("**事项**", "期限"))
    assert grid.rows == (("甲 | 乙", "5月"),) and grid.head == ("事项", "期限")


def test_rows_of_one_table_in_a_row_have_one_head_and_columns_as_wide() -> None:
    first, last = Grid((ROW,), HEAD), Grid((("丁县", "7", "5%"),), HEAD)
    alone = [Grid((ROW,)), Grid((ROW,))]
    forms = dict(zip((1, 2, 4, 5), (first, last, *alone), strict=True))
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


def test_the_unit_that_stands_above_a_table_is_told_with_its_rows() -> None:
    text = f"二、近年\n单位：万元　币种：人民币\n{TABS}"
    row = [line for line in text.splitlines() if "县" in line][1]
    (made,) = found(text, row, head=HEAD)
    assert made.unit == "单位：万元"
    assert as_lines(made)[0] == made.unit
    assert "<caption>单位：万元</caption>" in render_grid(made, ())
    assert found(f"单位很多，各不相同。\n{TABS}", row, head=HEAD)[0].unit == ""


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("**表2 近三年主要指标(亿元)**", "表2 近三年主要指标(亿元)"),
        ("表3　产量和增速（万吨、%）", "表3 产量和增速（万吨、%）"),
        ("表2 近三年主要指标（续）", ""), ("近三年主要指标（亿元）如下。", ""),
    ],
)  # fmt: skip
def test_a_caption_that_ends_with_the_unit_is_told_as_it_stands(line: str, unit: str) -> None:
    row = [line for line in BARS.splitlines() if "县" in line][1]
    (made,) = found(
        f"二、近年\n\n{line}\n\n{BARS[BARS.index('|') :]}", row, head=HEAD, path="甲.md"
    )
    assert made.unit == unit
