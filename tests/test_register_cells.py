"""Figures in tables: what names the row, what heads the column, whose unit and year it is."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from assistant.register import extract
from corpus import read, split
from tests.registers import assert_spans, register

HEAD = "| 企业 | 阴极铜产量（万吨） | 净利润（亿元） |\n| --- | --- | --- |\n"


def cells(text: str) -> list[tuple[str, str, str, str, str]]:
    """Subject, value, unit, year and qualifier of every figure."""
    found = register(text, "a.md" if "|" in text else "a.txt").figures
    return [(row.subject, row.value, row.unit, row.year, row.qualifier) for row in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the unit in the column's head, the year in the caption
        (
            f"表1 2025年主要指标\n\n{HEAD}| 江北铜业 | 128.40 | -4.6 |\n",
            [
                ("江北铜业、阴极铜产量", "128.40", "万吨", "2025", ""),
                ("江北铜业、净利润", "-4.6", "亿元", "2025", ""),
            ],
        ),
        # in the caption; the years head the columns; an empty cell
        (
            "表2 产量（单位：万吨）\n\n产品\t2024年\t2025年\n电解铝\t1,204.5\t—",
            [("电解铝", "1204.5", "万吨", "2024", "")],
        ),
        # in a column of its own, and behind the number
        (
            "序号\t指标\t单位\t2025年\t同比\n1\t企业数\t家\t37\t+5.3%",
            [
                ("企业数", "37", "家", "2025", ""),
                ("企业数、同比", "5.3", "%", "", ""),
            ],
        ),
        # in the row's label; the year in the row's label
        (
            "指标\t江北铜业\t滇西铜业\n产量（万吨）\t约128\t97.6",
            [
                ("产量、江北铜业", "128", "万吨", "", "约"),
                ("产量、滇西铜业", "97.6", "万吨", "", ""),
            ],
        ),
        (
            "年份\t产量（万吨）\n2023年\t12.1\n2024\t13.1",
            [("产量", "12.1", "万吨", "2023", ""), ("产量", "13.1", "万吨", "2024", "")],
        ),
        # two rows at the head: the upper holds columns together, and is empty where it goes on
        (
            (
                "地区\t2023年\t\t2024年\t\n地区\t产量（万吨）\t产值\t产量（万吨）\t产值\n"
                "江北省\t12.1\t80亿元\t13.4\t91亿元"
            ),
            [
                ("江北省、产量", "12.1", "万吨", "2023", ""),
                ("江北省、产值", "80", "亿元", "2023", ""),
                ("江北省、产量", "13.4", "万吨", "2024", ""),
                ("江北省、产值", "91", "亿元", "2024", ""),
            ],
        ),
        (
            (
                "| 企业 | 铜产量（万吨） | | 企业数 |\n|---|---|---|---|\n"
                "| | 2023年 | 2024年 | |\n| 江北铜业 | 12.1 | 13.4 | 5家 |\n"
            ),
            [
                ("江北铜业、铜产量", "12.1", "万吨", "2023", ""),
                ("江北铜业、铜产量", "13.4", "万吨", "2024", ""),
                ("江北铜业、企业数", "5", "家", "", ""),
            ],
        ),
        # cells with their units keep them, and are of their column, too
        (
            "地区\t产量\t占比\n江北\t约128.4万吨\t31%",
            [("江北、产量", "128.4", "万吨", "", "约"), ("江北、占比", "31", "%", "", "")],
        ),
    ],
)
def test_a_cell_counts_what_row_and_column_say(
    text: str, found: list[tuple[str, str, str, str, str]]
) -> None:
    assert cells(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "序号\t姓名\t电话\t年龄\n1\t张三丰\t13800000000\t45",
        "| 事项 | 完成时限 |\n| --- | --- |\n| 评估报告 | 2026年6月30日 |\n",
        "产品\t均价（随行就市）\n电解铝\t18500",
    ],
)
def test_a_number_without_a_unit_is_no_figure(text: str) -> None:
    assert cells(text) == []


def test_what_follows_a_table_is_not_of_its_columns() -> None:
    text = f"{HEAD}| 江北铜业 | 128.4 | 38.5 |\n\n全市铜材产量9万吨。\n"
    assert cells(text)[-1] == ("全市铜材产量", "9", "万吨", "", "")


def test_the_tables_of_a_word_file_are_read(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("表1 2025年主要指标")
    table = document.add_table(rows=2, cols=3)
    rows = (("企业", "产量（万吨）", "收入（亿元）"), ("江北铜业", "128.4", "1042.0"))
    for row, words in zip(table.rows, rows, strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    document.save(str(tmp_path / "a.docx"))
    source = read(tmp_path / "a.docx")
    found = extract(source, split(source))
    assert_spans(source, found)
    assert [(row.subject, row.value, row.unit, row.year) for row in found.figures] == [
        ("江北铜业、产量", "128.4", "万吨", "2025"),
        ("江北铜业、收入", "1042.0", "亿元", "2025"),
    ]
    first = found.figures[0]
    assert source.text[first.start : first.end] == "128.4"
