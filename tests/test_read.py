"""Files of every kind become documents, or say what is wrong with them and how to mend it."""

from __future__ import annotations

import hashlib
import io
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path, PureWindowsPath

import docx
import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from reportlab.lib.pdfencrypt import StandardEncryption  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from corpus import ReadError, find, read, split, tidy
from corpus.read import document_paths

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
DEFAULT = Path(__file__).parents[1] / "corpus" / "documents"

PAGES = [
    [
        "新能源汽车产业发展报告",
        "王明",
        "一、产量情况",
        "据统计，今年全国新能源汽车产量达到一千二百万辆，同比增长",
    ],
    [
        "百分之三十五，动力电池装车量同步增长。各地要加快充电设施",
        "建设，完善县乡网络，支持企业开展技术攻关。",
    ],
    ["二、问题", "部分地区充电难，主要原因是公共停车场的电力容量还不足，", "改造的周期也长。"],
]


def pdf(pages: list[list[str]], password: str = "") -> bytes:
    """A PDF with a running head and page numbers."""
    file = io.BytesIO()
    canvas = Canvas(file, encrypt=StandardEncryption(password) if password else None)
    for number, page in enumerate(pages, 1):
        canvas.setFont("STSong-Light", 12)
        lines = [(820, "行业研究周报"), *((780 - 20 * n, line) for n, line in enumerate(page))]
        for height, line in [*lines, (30, str(number))]:
            canvas.drawString(72, height, line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def scan() -> bytes:
    """A page without text."""
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.rect(10, 10, 100, 100)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def word(fill: Callable[[docx.document.Document], None]) -> bytes:
    file = io.BytesIO()
    document = docx.Document()
    fill(document)
    document.save(file)
    return file.getvalue()


def other_zip() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "a")
    return file.getvalue()


def damaged_word(change: Callable[[bytearray], None]) -> bytes:
    data = bytearray(word(lambda _: None))
    change(data)
    return bytes(data)


def scrambled(data: bytearray) -> None:
    packed = data.find(b"word/document.xml") + len("word/document.xml")
    data[packed : packed + 40] = b"\xff" * 40


def packed_otherwise(data: bytearray) -> None:
    """Its entry in the list of contents says "compressed patched data"."""
    data[data.rfind(b"word/document.xml") - 38] |= 0x20


def write(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    return folder / name


def test_the_default_document() -> None:
    (file, path), *others = find([DEFAULT])
    document = read(file, path)
    assert not others
    assert path == file.name
    assert document.title == file.stem
    assert document.author == "周匀"
    assert document.organisation == "中国金属矿业经济研究院（五矿产业金融研究院）"
    assert document.text == file.read_text("utf-8")
    assert document.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()


def test_plain_text_is_the_decoded_file_unchanged(tmp_path: Path) -> None:
    text = "\n标题\r\n\r\n正文第一段。\u200b\r\n"
    document = read(write(tmp_path, "a.TXT", text.encode("gb18030")), "x/a.TXT")
    assert document.text == text
    assert (document.path, document.page(0)) == ("x/a.TXT", None)


def test_html(tmp_path: Path) -> None:
    html = """<html><head><meta charset="gb2312"><title>讲话</title><style>p {}</style></head>
    <body><nav><a>首页</a> | <a>新闻</a></nav><h1>朱镕基讲话</h1><p>第一段<b>加粗</b>文字，
    换行。</p><!-- 注 --><table><tr><td>铜</td><td><p>100</p></td></tr><tr><td>铝</td><td>200</td>
    </tr></table><div>甲<br>乙</div><script>x</script></body></html>"""
    document = read(write(tmp_path, "a.html", html.encode("gb18030")))
    assert [line for line in document.text.splitlines() if line] == [
        "朱镕基讲话",
        "第一段加粗文字，换行。",
        "铜\t100",
        "铝\t200",
        "甲",
        "乙",
    ]
    assert document.title == "朱镕基讲话"


def test_a_page_laid_out_by_tables_is_read_as_text(tmp_path: Path) -> None:
    paragraph = "铜精矿供应偏紧，冶炼厂加工费继续下降。" * 6
    html = f"""<table><tr><td>首页<br>新闻</td><td>{paragraph}<br>　　{paragraph}</td></tr></table>
    <table><tr><form><td><h2>产量</h2></td><td>单位：万吨</td></form></tr>
    <tr><td><table><tr><td><p>铜</p><p>（精炼）</p></td><td>100</td></tr><td>铝</td></table></td>
    <td>表后</td></tr><tr><td><p>甲</p><p>乙</p></td></tr></table>"""
    document = read(write(tmp_path, "a.html", html.encode()))
    assert [line for line in document.text.splitlines() if line] == [
        "首页",
        "新闻",
        paragraph,
        paragraph,
        "产量",
        "单位：万吨",
        "铜 （精炼）\t100",
        "铝",
        "表后",
        "甲",
        "乙",
    ]


def test_the_date_of_an_empty_template_is_no_date(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    document = docx.Document()  # the library's template was made in 2013
    document.add_paragraph("这一年，产量继续增长，价格保持稳定，企业效益有所提高。")
    document.save(str(path))
    assert read(path).date == ""


def test_html_keeps_the_columns_below_cells_that_cover_several(tmp_path: Path) -> None:
    html = """<p>本年各地生产情况如下表所示，单位见表头。</p><table>
    <tr><th rowspan="2">地区</th><th colspan="2">2024年</th><th rowspan="2">注</th></tr>
    <tr><th>产量</th><th>增速</th></tr>
    <tr><td colspan="4">一、东部</td></tr><tr><td>填表人</td><td colspan="3">乙</td></tr>
    <tr><td rowspan="2">甲省</td><td>8</td><td>1%</td><td>重</td></tr>
    <tr><td>9</td><td>2%</td><td>轻</td></tr></table>"""
    assert read(write(tmp_path, "a.html", html.encode())).text.splitlines()[2:] == [
        "地区\t2024年\t\t注",
        "地区\t产量\t增速\t注",
        "一、东部",
        "填表人\t乙",
        "甲省\t8\t1%\t重",
        "甲省\t9\t2%\t轻",
    ]
    html = """<p>两年情况。</p><table><tr><td></td><td>2024年</td><td>2025年</td></tr>
    <tr><td> </td><td></td><td></td></tr><tr><td>甲省</td><td>8</td><td></td></tr></table>"""
    told = read(write(tmp_path, "b.html", html.encode())).text
    assert told.splitlines()[2:] == ["\t2024年\t2025年", "", "甲省\t8\t"]


def test_html_ends_no_table_between_its_rows(tmp_path: Path) -> None:
    html = """<p>前文。</p><table><caption>表1</caption>
    <thead><tr><th>省</th><th>产量</th></tr></thead>
    <tbody><tr><td>甲</td><td>8</td></tr>
    <tr><td>乙</td><td>9</td></tr></tbody></table><table>注<tr><td>丙</td><td>7</td></tr></table>"""
    told = read(write(tmp_path, "a.html", html.encode())).text
    assert told == "前文。\n\n表1\n省\t产量\n甲\t8\n乙\t9\n\n注\n丙\t7"


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-16", "utf-8", "nonsense"])
def test_html_that_names_another_encoding_is_read_as_what_it_is(
    tmp_path: Path, charset: str
) -> None:
    html = f'<meta charset="{charset}"><p>本年产量继续增长，价格保持稳定。</p>'
    for encoding in ("utf-8", "gb18030"):
        document = read(write(tmp_path, "a.html", html.encode(encoding)))
        assert document.text == "本年产量继续增长，价格保持稳定。"


def test_html_in_latin_1_is_read_as_such(tmp_path: Path) -> None:
    html = '<meta charset="iso-8859-1"><p>Le marché français a été très élevé à Nîmes.</p>'
    document = read(write(tmp_path, "a.html", html.encode("latin-1")))
    assert document.text == "Le marché français a été très élevé à Nîmes."


def test_html_without_a_title_line_is_named_by_its_title(tmp_path: Path) -> None:
    html = "<title>年度综述</title><p>这一年，产量继续增长，价格保持稳定，企业效益有所提高。</p>"
    assert read(write(tmp_path, "a.htm", html.encode())).title == "年度综述"


def test_word_keeps_paragraphs_and_tables_in_order(tmp_path: Path) -> None:
    def fill(document: docx.document.Document) -> None:
        document.add_heading("关于加快充电设施建设的建议", 0)
        document.add_paragraph("李明")
        document.add_heading("一、现状", 1)
        document.add_paragraph("目前全国有充电桩五百万个。")
        table = document.add_table(4, 4)
        for row in table.rows:
            for column, cell in enumerate(row.cells):
                cell.text = f"格{column}"
        table.cell(0, 0).merge(table.cell(0, 1)).text = "合并"
        table.cell(2, 0).merge(table.cell(2, 3)).text = "横贯"
        table.cell(3, 1).merge(table.cell(3, 3)).text = "值"
        document.add_paragraph("表后说明。")

    document = read(write(tmp_path, "a.docx", word(fill)))
    assert document.text.splitlines()[3:] == [
        "目前全国有充电桩五百万个。",
        "合并\t\t格2\t格3",  # still in their columns
        "格0\t格1\t格2\t格3",
        "横贯",
        "格0\t值",  # a name and its value, in no columns
        "表后说明。",
    ]
    assert (document.title, document.author) == ("关于加快充电设施建设的建议", "李明")


def test_a_spreadsheet_is_read_sheet_by_sheet_as_it_is_shown(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "产量"
    rows: list[list[object]] = [
        ["2024年充电桩产量（单位：万台）"],
        ["地区", "厂家", "产量", "同比", "投产"],
        ["东州", "甲厂", 1234.5, 0.125, date(2019, 5, 1)],
        [None, "乙厂", 0.1 + 0.2, None, None],
        [],
        ["注：初步统计"],
    ]
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("A3:A4")
    sheet["C3"].number_format, sheet["D3"].number_format = "#,##0.0", "0.0%"
    hidden = book.create_sheet("草稿")
    hidden.append(["不要看"])
    hidden.sheet_state = "hidden"
    book.create_sheet("Sheet3").append(["空表名", "值"])
    file = io.BytesIO()
    book.save(file)
    document = read(write(tmp_path, "充电桩.xlsx", file.getvalue()))
    assert document.title == "充电桩"
    assert document.text.splitlines() == [
        "## 产量",
        "",
        "2024年充电桩产量（单位：万台）",
        "地区\t厂家\t产量\t同比\t投产",
        "东州\t甲厂\t1,234.5\t12.5%\t2019-05-01",
        "东州\t乙厂\t0.3\t\t",
        "",
        "注：初步统计",
        "",
        "空表名\t值",
    ]


@pytest.mark.parametrize("mark", [",", ";", "\t", "，"])
def test_a_csv_file_is_read_row_by_row(tmp_path: Path, mark: str) -> None:
    rows = [
        ["2024年充电桩大事", "", "", ""],
        ["日期", "事项", "地区", ""],
        ["2024-03-05", f'"试点{mark}扩到两地\n当天开工"', "东州", ""],
        ["2024-06-01", "甲厂投产", "西州", ""],
    ]
    data = "\r\n".join(mark.join(row) for row in rows).encode("gb18030")
    document = read(write(tmp_path, "大事.csv", data))
    assert document.title == "大事"
    said = " ".join(f"试点{mark}扩到两地 当天开工".split())
    assert document.text.splitlines() == [
        "2024年充电桩大事",
        "日期\t事项\t地区",
        f"2024-03-05\t{said}\t东州",
        "2024-06-01\t甲厂投产\t西州",
    ]


def test_old_line_ends_and_long_cells_of_a_csv_file_are_read(tmp_path: Path) -> None:
    document = read(write(tmp_path, "旧.csv", "事项,地区\r开工,东州\r".encode()))
    assert document.text.splitlines() == ["事项\t地区", "开工\t东州"]
    open_quote = f'事项,地区\n"开工,{"东州" * 100_000}\n'
    assert "东州" in read(write(tmp_path, "长.csv", open_quote.encode())).text


def test_pdf_pages_lose_their_furniture_and_sentences_run_over_them(tmp_path: Path) -> None:
    document = read(write(tmp_path, "a.pdf", pdf(PAGES)))
    sentences = [s for chunk in split(document) for s in chunk.sentences]
    shown = [tidy(document.text[s.start : s.end]) for s in sentences]
    assert (
        "据统计，今年全国新能源汽车产量达到一千二百万辆，同比增长百分之三十五，动力电池装车量同步增长。"
        in shown
    )
    assert "行业研究周报" not in document.text
    assert document.title == "新能源汽车产业发展报告"
    assert document.page(document.text.index("完善县乡")) == 2
    assert document.page(document.text.index("二、问题")) == 3


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("空.txt", b" \n\xef\xbb\xbf".strip(), "没有文字"),
        ("乱.txt", bytes(range(128, 256)), "另存为 UTF-8"),
        ("断.txt", "铜。".encode("utf-8-sig")[:-1], "另存为 UTF-8"),
        ("半.txt", "铜。".encode("utf-16")[:-1], "另存为 UTF-8"),
        ("坏.docx", b"PK\x03\x04xx", "已损坏"),
        ("包.docx", other_zip(), "已损坏"),
        ("块.docx", damaged_word(scrambled), "已损坏"),
        ("补.docx", damaged_word(packed_otherwise), "已损坏"),
        ("旧.docx", b"\xd0\xcf\x11\xe0abc", "另存为 .docx"),
        ("坏.xlsx", b"PK\x03\x04xx", "已损坏"),
        ("包.xlsx", other_zip(), "已损坏"),
        ("旧.xlsx", b"\xd0\xcf\x11\xe0abc", "另存为 .xlsx"),
        ("坏.pdf", b"%PDF-1.4 x", "已损坏"),
        ("锁.pdf", pdf(PAGES, password="x"), "密码"),
        ("图.pdf", scan(), "扫描件"),
        ("表.xls", b"x", "不支持"),
    ],
)
def test_errors_name_the_file_and_the_way_out(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    with pytest.raises(ReadError, match=message) as error:
        read(write(tmp_path, name, data))
    assert name in str(error.value)
    assert "；" in str(error.value)


def test_a_missing_file_and_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"无.txt"):
        read(tmp_path / "无.txt")
    with pytest.raises(ReadError, match="找不到"):
        find([tmp_path / "无"])


def test_find_takes_known_types_and_leaves_hidden_files_and_locks(tmp_path: Path) -> None:
    for name in ("b.md", "a/c.PDF", "a/说明.txt", ".x.txt", "~$d.docx", ".git/e.txt", "f.xls"):
        write(tmp_path, name, b"x")
    assert [path for _, path in find([tmp_path])] == ["a/c.PDF", "a/说明.txt", "b.md"]


def test_find_names_a_file_that_was_given_itself_by_its_name(tmp_path: Path) -> None:
    file = write(tmp_path, "a/b.txt", b"x")
    assert [path for _, path in find([file])] == ["b.txt"]
    assert [path for _, path in find([tmp_path, file])] == ["a/b.txt"]  # once only


def test_find_tells_equal_names_apart(tmp_path: Path) -> None:
    for name in ("x/docs/a.txt", "y/docs/a.txt", "y/docs/b.txt"):
        write(tmp_path, name, b"x")
    found = [path for _, path in find([tmp_path / "x/docs", tmp_path / "y/docs"])]
    assert found == ["b.txt", "x/docs/a.txt", "y/docs/a.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right that few users have")
def test_a_link_is_known_by_its_own_name_and_place(tmp_path: Path) -> None:
    target = write(tmp_path, "elsewhere/原件.txt", "铜。".encode())
    write(tmp_path, "docs/b.txt", b"x")
    link = tmp_path / "docs" / "a.txt"
    link.symlink_to(target)
    assert find([tmp_path / "docs"]) == [(link, "a.txt"), (tmp_path / "docs/b.txt", "b.txt")]
    assert find([link]) == [(link, "a.txt")]
    assert find([tmp_path / "docs", target]) == find([tmp_path / "docs"])  # once only
    assert read(*find([link])[0]).text == "铜。"


def test_equal_paths_on_two_drives_are_told_apart_by_the_drive() -> None:
    drives = [PureWindowsPath(f"{drive}:/文档") for drive in "CD"]
    found = {drive / name: drive for drive in drives for name in ("a.txt", f"{drive.drive[0]}.txt")}
    assert list(document_paths(found).values()) == [
        "C:/文档/a.txt",
        "C.txt",
        "D:/文档/a.txt",
        "D.txt",
    ]


def test_find_nothing(tmp_path: Path) -> None:
    assert find([]) == []
    assert find([tmp_path]) == []
