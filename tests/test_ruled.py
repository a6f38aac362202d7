"""Ruled tables of a PDF: a row on a line, its cells parted by tabs, each character in its place."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # type: ignore[import-untyped]
from reportlab.platypus import (  # type: ignore[import-untyped]
    Flowable,
    Paragraph,
    SimpleDocTemplate,
    Table,
)

from assistant.library.pages import draw
from corpus.characters import page_text
from tests.test_pages import opened, under

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
STYLE = ParagraphStyle("", fontName="STSong-Light", fontSize=10, leading=14, wordWrap="CJK")
GRID = [("GRID", (0, 0), (-1, -1), 0.5, "black")]
BEFORE, AFTER = "各乡镇的果园面积如下。", "以上数字由各乡镇上报。"
FRUIT = [["乡镇", "面积（亩）", "增长"], ["柳湾", "1,200", "3.5%"], ["石桥", "860", "-1.2%"]]


def table(cells: Sequence[Sequence[str]], style: Sequence[tuple[object, ...]] = GRID) -> Flowable:
    rows = [[Paragraph(cell, STYLE) for cell in row] for row in cells]
    return Table(rows, colWidths=[90] * len(rows[0]), style=style)


def made(*parts: str | Flowable) -> bytes:
    file = io.BytesIO()
    flow = [Paragraph(one, STYLE) if isinstance(one, str) else one for one in parts]
    SimpleDocTemplate(file).build(flow)
    return file.getvalue()


def lines(data: bytes) -> list[str]:
    return page_text(pypdfium2.PdfDocument(data)[0]).text.split("\n")


def test_a_row_is_a_line_with_tabs_between_its_cells() -> None:
    rows = ["\t".join(row) for row in FRUIT]
    assert lines(made(BEFORE, table(FRUIT), AFTER)) == [BEFORE, *rows, AFTER]


def test_lines_across_and_one_down_are_enough() -> None:
    ruled = [
        ("LINEABOVE", (0, 0), (-1, -1), 0.5, "black"),
        ("LINEAFTER", (0, 0), (1, -1), 1, "red"),
    ]
    ruled.append(("LINEBELOW", (0, -1), (-1, -1), 0.5, "black"))
    assert lines(made(table(FRUIT, ruled))) == ["\t".join(row) for row in FRUIT]


def test_a_cell_of_several_lines_is_read_as_one() -> None:
    wide = [
        ["项目", "说明"],
        ["柳湾果园的灌溉渠道改造工程", "drip irrigation of the upper orchard"],
    ]
    assert lines(made(table(wide))) == ["项目\t说明", "\t".join(wide[1])]


def test_merged_cells_stand_where_what_follows_is_below_its_head() -> None:
    head = [["乡镇", "面积", ""], ["", "今年", "去年"], ["柳湾", "1,200", "1,160"]]
    merged = [*GRID, ("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (2, 0))]
    note = [["合计两千亩，另有新栽", "", ""]]
    style = [*merged, ("SPAN", (0, 3), (2, 3))]
    assert lines(made(table([*head, *note], style))) == [
        "乡镇\t面积\t", "乡镇\t今年\t去年", "柳湾\t1,200\t1,160", "合计两千亩，另有新栽",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "other",
    [
        table([["只是一个框", "和它的另一半"]]),
        table([["乡镇", "面积"], ["柳湾", "果园" * 150]]),
        table(FRUIT, [("LINEABOVE", (0, 0), (-1, -1), 0.5, "black")]),
        table([["", "柳湾"], ["石桥", ""]]),
    ],
    ids=["frame", "paragraphs in cells", "lines across only", "hardly filled"],
)
def test_what_is_no_table_stays_as_it_was(other: Flowable) -> None:
    assert not any("\t" in line for line in lines(made(BEFORE, other, AFTER)))


def test_a_turned_page_is_read_as_it_is_shown() -> None:
    """A wide table is set on its side, on a page that viewers turn."""
    file, out = pypdfium2.PdfDocument(made(BEFORE, table(FRUIT))), io.BytesIO()
    page = file[0]
    for piece in list(page.get_objects(max_depth=1)):
        piece.transform(pypdfium2.PdfMatrix(0, 1, -1, 0, 800, 0))
    page.gen_content()
    page.set_rotation(90)
    file.save(out)
    assert lines(out.getvalue())[-3:] == ["\t".join(row) for row in FRUIT]


def test_a_row_is_boxed_where_it_stands(tmp_path: Path) -> None:
    data = made(BEFORE, table(FRUIT), AFTER)
    document = opened(tmp_path, data)
    start = document.text.index("石桥")
    (image,) = draw(data, document, start, document.text.index("以上"), (1,))
    assert image.matched and len(image.boxes) == 1
    assert under(data, image) == "石桥860-1.2%"


def test_rows_without_lines_between_them_stay_lines() -> None:
    ruled = [("BOX", (0, 0), (-1, -1), 1, "black"), ("LINEBELOW", (0, 0), (-1, 0), 1, "black")]
    ruled.append(("INNERGRID", (0, 0), (-1, 0), 1, "black"))
    ruled.append(("LINEAFTER", (0, 0), (1, -1), 1, "black"))
    read = lines(made(table([*FRUIT, ["沙湖", "1,040", "2.2%"]], ruled)))
    assert [line.split() for line in read[1:]] == [
        [*row] for row in (*FRUIT[1:], ["沙湖", "1,040", "2.2%"])
    ]


def test_a_date_that_is_wrapped_in_its_cell_is_one() -> None:
    wrapped = [["任期", "姓名"], ["2028-05-<br/>19", "古向阳"]]
    assert lines(made(table(wrapped)))[1] == "2028-05-19\t古向阳"
