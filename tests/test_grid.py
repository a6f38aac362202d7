"""Quotes that are rows of tables, cell by cell."""

from __future__ import annotations

import pytest

from assistant.page.grid import Grid, grids, render_grid
from assistant.types import Answer, Quote
from corpus import Document, tidy

BARS = "甲乙。\n\n| 县 | 产量（吨） | 增速 |\n|---|---|---|\n| 丙 县 |  | 3% |\n| 丁县 | 7 | 5% |\n"
TABS = "县\t产量（吨）\t增速\n丙 县\t\t3%\n丁县\t7\t5%\n\n另\t一张\t表\n\n后文，\t一句。\n"
HEAD, ROW = ("县", "产量（吨）", "增速"), ("丙 县", "", "3%")


def found(text: str, *rows: str, changed: str = "") -> list[Grid]:
    starts = [text.index(row) for row in rows]
    quotes = [
        Quote(n, tidy(row), "甲", "甲", "", None, start, start + len(row), 1.0)
        for n, (row, start) in enumerate(zip(rows, starts, strict=True), 1)
    ]
    answer = Answer("问", "问", True, "", tuple(quotes))
    return list(grids(answer, lambda path: Document(path, changed or text, path)))


@pytest.mark.parametrize("text", [BARS, TABS])
def test_a_row_stands_below_its_head_with_every_cell_as_written(text: str) -> None:
    head, row = [line for line in text.splitlines() if "县" in line][:2]
    assert found(text, row, head) == [Grid(1, (ROW,), HEAD), Grid(2, (HEAD,))]
    assert found(text, row) == [Grid(1, (ROW,))]
    html = render_grid(Grid(1, (ROW,), HEAD))
    assert "<th>增速</th>" in html and "<td>丙 县</td> <td></td>" in html


def test_only_a_head_of_the_same_table_is_one() -> None:
    head, row, last = TABS.splitlines()[:3]
    assert found(TABS, last, row) == [Grid(1, (("丁县", "7", "5%"),)), Grid(2, (ROW,))]
    other = "另\t一张\t表"
    assert found(TABS, other, head)[0] == Grid(1, (("另", "一张", "表"),))


def test_what_is_no_row_or_has_changed_stays_as_it_is() -> None:
    assert found(TABS, "后文，\t一句。") == []
    assert found(BARS, "甲乙。") == []
    assert found(BARS, "| 丁县 | 7 | 5% |", changed=BARS.replace("7", "8")) == []
