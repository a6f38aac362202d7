"""Page images of a PDF: each box covers the characters it stands for, and no others."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from assistant.library.pages import Box, PageImage, draw
from corpus import Document, read
from corpus.characters import plain

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))

CROSSING = "全国人大代表赵青建议在沿海城市建立海水淡化示范区，三年内把日产水量提高到八十万吨。"
PAGES = [
    [
        "关于海水利用的建议",
        "沿海城市缺水已久，调水的成本逐年上升。",
        "𠮷林的来信也说到此事。",
        CROSSING[:25],
    ],
    [CROSSING[25:], "他认为，电价优惠是推广的关键。"],
    ["海水利用在海岛也有前景，(see the re-", "port) 应当先行先试。"],
]


def make_pdf(pages: list[list[str]] = PAGES) -> bytes:
    """A PDF with a running head, page numbers, and words outside of the page."""
    file = io.BytesIO()
    canvas = Canvas(file)
    for number, page in enumerate(pages, 1):
        canvas.setFont("STSong-Light", 14)
        canvas.drawString(72, 820, "海水利用内参")
        canvas.drawString(72, 2_000, CROSSING)
        for n, line in enumerate(page):
            canvas.drawString(72, 780 - 22 * n, line)
        canvas.drawString(300, 30, str(number))
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def opened(tmp_path: Path, data: bytes) -> Document:
    (tmp_path / "海水.pdf").write_bytes(data)
    return read(tmp_path / "海水.pdf")


def span(document: Document, first: str, last: str) -> tuple[int, int]:
    return document.text.index(first), document.text.index(last) + len(last)


def under(data: bytes, image: PageImage) -> str:
    """What PDFium reads in the boxes, without the lines that the boxes only touch."""
    page = pypdfium2.PdfDocument(data)[image.number - 1]
    text = page.get_textpage()
    where = page.render(scale=image.width / page.get_width()).get_posconv(page)
    read = (text.get_text_bounded(*_inside(box, image, where)) for box in image.boxes)
    return "".join("".join(read).split())


def _inside(box: Box, image: PageImage, where: pypdfium2.PdfPosConv) -> tuple[float, ...]:
    """The box in the page's units, narrowed to the middle of its line."""
    x, y = box.left * image.width, box.top * image.height
    width, height = box.width * image.width, box.height * image.height
    dx, dy = (0.0, 0.3 * height) if width > height else (0.3 * width, 0.0)
    one = where.to_page(round(x + dx), round(y + dy))
    other = where.to_page(round(x + width - dx), round(y + height - dy))
    (left, right), (bottom, top) = (sorted(pair) for pair in zip(one, other, strict=True))
    return left, bottom, right, top


def test_a_stretch_over_a_page_break_is_boxed_on_both(tmp_path: Path) -> None:
    data = make_pdf()
    document = opened(tmp_path, data)
    images = draw(data, document, *span(document, CROSSING[:6], CROSSING[-6:]), (1, 2))
    assert [under(data, image) for image in images] == [CROSSING[:25], CROSSING[25:]]
    assert [image.matched for image in images] == [True, True]


@pytest.mark.parametrize(
    ("first", "last", "number"),
    [("𠮷林", "来信", 1), ("电价", "关键。", 2), ("成本", "也说到", 1), ("海岛", "port)", 3)],
)
def test_boxes_cover_the_stretch_alone(tmp_path: Path, first: str, last: str, number: int) -> None:
    data = make_pdf()
    document = opened(tmp_path, data)
    start, end = span(document, first, last)
    (image,) = draw(data, document, start, end, (number,))
    wanted = "".join(document.text[start:end].split())
    assert plain(under(data, image)).replace("𠮷", "") == wanted.replace("𠮷", "")  # has no glyph


def test_a_page_turned_by_its_viewer(tmp_path: Path) -> None:
    file, out = pypdfium2.PdfDocument(make_pdf()), io.BytesIO()
    file[1].set_rotation(90)
    file.save(out)
    document = opened(tmp_path, out.getvalue())
    (image,) = draw(out.getvalue(), document, *span(document, "电价", "关键"), (2,))
    assert under(out.getvalue(), image) == "电价优惠是推广的关键"
    assert image.width > image.height


def test_a_page_without_the_stretch_has_no_boxes(tmp_path: Path) -> None:
    data = make_pdf()
    document = opened(tmp_path, data)
    (image,) = draw(data, document, *span(document, "电价", "关键"), (3,))
    assert image.boxes == ()
    assert image.matched
    assert Image.open(io.BytesIO(image.jpeg)).size == (image.width, image.height)
    assert image.width <= 1_600


def test_text_that_is_not_the_pages_gets_no_boxes(tmp_path: Path) -> None:
    data = make_pdf()
    document = opened(tmp_path, data)
    start, end = span(document, "电价", "关键")
    other = replace(document, text=document.text.replace("他认为", "她认为"))
    (image,) = draw(data, other, start, end, (2,))
    assert image.boxes == ()
    assert not image.matched
