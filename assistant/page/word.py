"""A conversation as a Word file to send on as it is: A4, in the fonts of Chinese offices."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from assistant.in_xml import in_xml
from assistant.messages import Messages
from assistant.page.answer import citation
from assistant.page.drawn import Form
from assistant.page.export import Cited, number, preface
from assistant.page.grid import Grid, Row
from assistant.page.references import References
from assistant.page.shelf import Conversation
from assistant.types import Quote

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.table import _Row
    from docx.text.paragraph import Paragraph

# Every Word in Chinese offices has them.
LATIN, SONG, HEI = "Times New Roman", "宋体", "黑体"
SOURCE = "Quote Source"
CELL_POINTS, ROOM_POINTS = 10.5, 2  # of the type in a table, and above and below it


def as_word(
    conversation: Conversation, messages: Messages, time: str, references: References
) -> bytes:
    """Every question with its answer, each quote with its source below, and the list of sources."""
    import docx  # slow to load, and seldom wanted

    document = docx.Document()
    _lay_out(document)
    title, about = in_xml(conversation.title), document.core_properties
    about.title, about.author, about.comments = title, messages.title, ""
    about.created = about.modified = datetime.now(UTC)  # not those of the empty file it begins with
    about.last_modified_by, about.revision = messages.title, 1
    document.add_heading(title, 0)
    document.add_paragraph(messages.exported_on.format(time=time))
    turns, sources = number(conversation, messages)
    for cited in turns:
        _add(document, cited, references, messages)
    if sources:
        document.add_heading(messages.sources, 1)
    for n, quote in enumerate(sources, 1):
        paragraph = document.add_paragraph(in_xml(f"[{n}] {references.place(quote)}"))
        if link := references.link(quote):
            _link(paragraph, messages.open_source, link)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _add(document: Document, cited: Cited, references: References, messages: Messages) -> None:
    document.add_heading(in_xml(cited.turn.question), 1)
    for line in preface(cited, references.document, messages):
        document.add_paragraph(in_xml(line))
    for n, quote in cited.quotes:
        _quote(document, quote, cited.turn.forms.get(quote.n))
        document.add_paragraph(in_xml(f"——{citation(quote, messages)} [{n}]"), style=SOURCE)


def _quote(document: Document, quote: Quote, form: Form | None) -> None:
    """A table as one, and lines as lines, their bold words bold."""
    if isinstance(form, Grid):
        return _table(document, form)
    for line in form.lines if form else (((quote.text, False),),):
        paragraph = document.add_paragraph(style="Quote")
        for words, bold in line:
            paragraph.add_run(in_xml(words)).bold = bold or None
    return None


def _table(document: Document, grid: Grid) -> None:
    """With the head of its columns; what follows it stays on its page."""
    if grid.unit:
        document.add_paragraph(in_xml(grid.unit)).paragraph_format.keep_with_next = True
    rows = [grid.head, *grid.rows] if grid.head else list(grid.rows)
    table = document.add_table(len(rows), max(map(len, rows)), "Table Grid")
    for at, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
        _fill(row, cells, is_head=bool(grid.head) and at == 0)


def _fill(row: _Row, cells: Row, *, is_head: bool) -> None:
    from docx.shared import Pt

    for cell, words in zip(row.cells, cells, strict=False):
        paragraph = cell.paragraphs[0]
        run = paragraph.add_run(in_xml(words))
        run.bold, run.font.size = is_head or None, Pt(CELL_POINTS)
        about = paragraph.paragraph_format
        about.space_before = about.space_after = Pt(ROOM_POINTS)
        about.line_spacing, about.keep_with_next = 1, True


def _link(paragraph: Paragraph, words: str, address: str) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    to = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), to)
    paragraph.add_run(" ")
    run = paragraph.add_run(words)
    run.underline = True
    link.append(run._r)
    paragraph._p.append(link)


def _lay_out(document: Document) -> None:
    """Sizes of paper and type, and plain styles in place of the blue and slanted ones."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    page, styles = document.sections[0], document.styles
    page.page_width, page.page_height = Mm(210), Mm(297)
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    styles.add_style(SOURCE, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    for name, font, size, above, below in (
        ("Normal", SONG, 12, 0, 6),
        ("Title", HEI, 18, 0, 6),
        ("Heading 1", HEI, 14, 18, 6),
        ("Quote", SONG, 12, 6, 0),
        (SOURCE, SONG, 10.5, 0, 8),
    ):
        style = styles[name]
        _set_type(style, font)
        style.font.size = Pt(size)
        about = style.paragraph_format
        about.space_before, about.space_after = Pt(above), Pt(below)
        about.line_spacing = 1.5
    for name in ("Quote", SOURCE):
        styles[name].paragraph_format.left_indent = Pt(24)
    styles["Quote"].paragraph_format.keep_with_next = True


def _set_type(style: ParagraphStyle, font: str) -> None:
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    style.font.italic, style.font.bold, style.font.color.rgb = False, False, RGBColor(0, 0, 0)
    style.font.name = LATIN
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):  # come before names
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), font)
    fonts.set(qn("w:hint"), "eastAsia")  # “ and … are as wide as a Chinese character
    for line in style.element.findall(f"{qn('w:pPr')}/{qn('w:pBdr')}"):
        line.getparent().remove(line)
