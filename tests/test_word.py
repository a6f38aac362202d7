"""What Word shows of its files and no paragraph holds: notes, numbers, boxes, changes."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from corpus.numbering import chinese, roman
from corpus.word import docx as read_docx

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
WORDS = f"{nsdecls('w')} {MC}"


def lines(fill: Callable[[Document], None]) -> list[str]:
    file, document = io.BytesIO(), docx.Document()
    fill(document)
    document.save(file)
    return read_docx(file.getvalue()).text.splitlines()


def put(document: Document, xml: str) -> None:
    """At the end of the document, as Word would write it."""
    for node in parse_xml(f"<w:body {WORDS}>{xml}</w:body>"):
        document.element.body.insert(-1, node)


def text(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def add_part(document: Document, relation: str, xml: str) -> None:
    name = relation.rsplit("/", 1)[1]
    uri, kind = PackURI(f"/word/{name}.xml"), f"application/vnd.openxmlformats.{name}+xml"
    part = Part(uri, kind, xml.encode(), document.part.package)
    document.part.relate_to(part, relation)


@pytest.mark.parametrize(
    ("kind", "numbers"), [("footnote", ("1", "2", "3")), ("endnote", ("i", "ii", "iii"))]
)
def test_notes_stand_numbered_behind_the_paragraph_or_table_that_refers_to_them(
    kind: str, numbers: tuple[str, ...]
) -> None:
    def fill(document: Document) -> None:
        relation = getattr(RELATIONSHIP_TYPE, f"{kind.upper()}S")
        bodies = {0: "分隔线", 4: "按常住人口计算。", 9: "不含代建项目。", 6: " 含税。"}
        notes = "".join(
            f'<w:{kind} w:id="{n}"><w:p>{text(said)}</w:p></w:{kind}>' for n, said in bodies.items()
        )
        add_part(document, relation, f"<w:{kind}s {WORDS}>{notes}</w:{kind}s>")
        at = f'<w:r><w:{kind}Reference w:id="{{}}"/></w:r>'
        put(
            document,
            f"<w:p>{text('人均绿地十四平方米')}{at.format(9)}{text('，')}{at.format(4)}</w:p>",
        )
        put(
            document,
            f"<w:tbl><w:tr><w:tc><w:p>{text('造价')}{at.format(6)}</w:p></w:tc></w:tr></w:tbl>",
        )
        put(document, f"<w:p>{text('完。')}{at.format(77)}</w:p>")  # of which there is none

    first, second, third = numbers
    assert lines(fill) == [
        "人均绿地十四平方米，", f"[{first}] 不含代建项目。", f"[{second}] 按常住人口计算。",
        "造价", f"[{third}] 含税。", "完。",
    ]  # fmt: skip


def test_changes_are_accepted_and_wraps_are_read() -> None:
    def fill(document: Document) -> None:
        ins, gone = '<w:ins w:id="1" w:author="a">', '<w:del w:id="2" w:author="a">'
        deleted = f"{gone}<w:r><w:delText>三</w:delText></w:r></w:del>"
        moved = f"<w:moveFrom>{text('旧处')}</w:moveFrom>"
        put(
            document,
            f"<w:p>{text('补助')}{deleted}{ins}{text('五')}</w:ins>{text('万元')}{moved}</w:p>",
        )
        put(
            document, f"<w:sdt><w:sdtContent><w:p>{text('填写的内容')}</w:p></w:sdtContent></w:sdt>"
        )
        put(
            document,
            f"<w:p><w:sdt><w:sdtContent>{text('选定的')}</w:sdtContent></w:sdt>{text('日期')}</w:p>",
        )
        gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
        put(
            document,
            f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr>"
            f"<w:sdtContent><w:p>{text('一、总则 3')}</w:p></w:sdtContent></w:sdt>",
        )

    assert lines(fill) == ["补助五万元", "填写的内容", "选定的日期"]


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    def fill(document: Document) -> None:
        box = "<w:pict><w:txbxContent>" + "".join(
            f"<w:p>{text(said)}</w:p>" for said in ("提示：", "以公告为准。")
        ) + "</w:txbxContent></w:pict>"  # fmt: skip
        choices = f"<mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        twice = f"<mc:AlternateContent>{choices}</mc:AlternateContent>"
        put(document, f"<w:p>{text('申报条件')}<w:r>{twice}</w:r></w:p><w:p>{text('下文')}</w:p>")

    assert lines(fill) == ["申报条件", "提示：", "以公告为准。", "下文"]


def numbering(document: Document, xml: str) -> None:
    root = document.part.numbering_part.element
    for node in parse_xml(f"<w:numbering {WORDS}>{xml}</w:numbering>"):
        # Word's order: what is abstract comes first.
        root.insert(0, node) if node.tag.endswith("abstractNum") else root.append(node)


def level(at: int, made_of: str, said: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{made_of}"/>{more}'
        f'<w:lvlText w:val="{said}"/></w:lvl>'
    )


def listed(number: int, depth: int, words: str) -> str:
    place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{place}</w:pPr>{text(words) if words else ''}</w:p>"


def test_numbers_are_those_that_word_counts() -> None:
    def fill(document: Document) -> None:
        levels = (
            level(0, "chineseCountingThousand", "第%1章")
            + level(1, "decimal", "%1.%2", "<w:isLgl/>")
            + level(2, "chineseCounting", "（%3）")
            + level(3, "bullet", "·")
        )
        numbering(
            document,
            f'<w:abstractNum w:abstractNumId="70">{levels}</w:abstractNum>'
            '<w:num w:numId="71"><w:abstractNumId w:val="70"/></w:num>'
            '<w:num w:numId="72"><w:abstractNumId w:val="70"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
        )
        told = ((71, 0, "总则"), (71, 1, "范围"), (71, 1, ""), (71, 1, "目的"), (71, 2, "甲"))
        more = ((71, 3, "点"), (71, 0, "分则"), (71, 1, "申请"), (72, 0, "附则"), (71, 0, "附件"))
        put(document, "".join(listed(*one) for one in (*told, *more)))
        put(document, listed(0, 0, "不编号"))

    assert [line for line in lines(fill) if line] == [
        "第一章总则", "1.1 范围", "1.3 目的", "（一）甲", "点",
        "第二章分则", "2.1 申请", "第五章附则", "第六章附件", "不编号",
    ]  # fmt: skip


def test_a_style_may_number_its_paragraphs() -> None:
    def fill(document: Document) -> None:
        for words, style in (
            ("开办", "List Number"), ("登记", "List Number"), ("圆点", "List Bullet"),
        ):  # fmt: skip
            document.add_paragraph(words, style=style)

    assert lines(fill) == ["1. 开办", "2. 登记", "圆点"]


@pytest.mark.parametrize(
    ("made_of", "labels"),
    [
        ("ideographTraditional", ["甲、", "乙、"]),
        ("chineseLegalSimplified", ["壹、", "贰、"]),
        ("decimalEnclosedCircle", ["①、", "②、"]),
        ("upperLetter", ["A、", "B、"]),
        ("none", ["、", "、"]),
        ("koreanCounting", ["", ""]),  # better none than another
    ],
)
def test_numbers_in_other_characters(made_of: str, labels: list[str]) -> None:
    def fill(document: Document) -> None:
        numbering(
            document,
            f'<w:abstractNum w:abstractNumId="70">{level(0, made_of, "%1、")}</w:abstractNum>'
            '<w:num w:numId="71"><w:abstractNumId w:val="70"/></w:num>',
        )
        put(document, listed(71, 0, "会场") + listed(71, 0, "会场"))

    assert lines(fill) == [f"{label}会场" for label in labels]


def test_articles_count_on_through_the_chapters_and_deleted_ones_do_not_count() -> None:
    def fill(document: Document) -> None:
        chapter = level(0, "chineseCounting", "第%1章")
        article = level(1, "chineseCounting", "第%2条", '<w:lvlRestart w:val="0"/>')
        numbering(
            document,
            f'<w:abstractNum w:abstractNumId="70">{chapter}{article}</w:abstractNum>'
            '<w:num w:numId="71"><w:abstractNumId w:val="70"/></w:num>',
        )
        gone = listed(71, 1, "").replace("</w:numPr>", "</w:numPr><w:rPr><w:del/></w:rPr>")
        gone = gone.replace(
            "</w:pPr>", "</w:pPr><w:del><w:r><w:delText>废</w:delText></w:r></w:del>"
        )
        told = ((71, 0, "总则"), (71, 1, "甲"), (71, 0, "分则"), (71, 1, "乙"))
        put(document, "".join(listed(*one) for one in told) + gone + listed(71, 1, "丙"))

    assert lines(fill) == ["第一章总则", "第一条甲", "第二章分则", "第二条乙", "第三条丙"]


def test_what_no_word_would_write_is_read_all_the_same() -> None:
    def fill(document: Document) -> None:
        broken = level(0, "decimal", "%1.").replace('w:start w:val="1"', 'w:start w:val="x"')
        huge = level(1, "upperLetter", "%2.").replace(
            'w:start w:val="1"', 'w:start w:val="9999999"'
        )
        numbering(
            document,
            f'<w:abstractNum w:abstractNumId="70">{broken}{huge}</w:abstractNum>'
            '<w:num w:numId="71"><w:abstractNumId w:val="70"/></w:num>',
        )
        put(document, f"{listed(71, 0, '甲')}{listed(71, 1, '乙')}<w:tbl/>")
        put(document, f"<w:txbxContent><w:p>{text('丙')}</w:p></w:txbxContent>")

    assert lines(fill) == ["1. 甲", "乙", "丙"]


def test_only_the_table_of_contents_itself_is_left_out() -> None:
    def fill(document: Document) -> None:
        gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
        contents = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent/></w:sdt>"
        inner = f"{contents}<w:p>{text('正文')}</w:p>"
        put(document, f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>")

    assert lines(fill) == ["正文"]


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "零"), (10, "十"), (12, "十二"), (20, "二十"), (101, "一百零一"), (1010, "一千零一十")],
)
def test_chinese_numbers(number: int, said: str) -> None:
    assert chinese(number) == said


def test_roman_numbers() -> None:
    assert [roman(number) for number in (4, 9, 49, 1994)] == ["iv", "ix", "xlix", "mcmxciv"]
