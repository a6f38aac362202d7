"""Pages of a PDF as images, with the boxes in which a stretch of the document's text stands.

The document's text is what PDFium gave for its pages, less the lines of page furniture. So each
line of a page either stands in the text as it is, or was emptied; the characters of a page are
counted without white space, of which PDFium makes some up. Where a page does not add up in this
way, it gets no boxes: no box is better than a wrong one.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import pypdfium2  # type: ignore[import-untyped]

from corpus.characters import page_text
from corpus.pdf import opened
from corpus.types import Document

WIDTH_PIXELS = 1_400  # sharp in a panel of 700, quick to draw
HEIGHT_PIXELS = 4_200  # at most: some pages are one long strip
JPEG_QUALITY = 85

Rectangle = tuple[float, float, float, float]  # left, bottom, right, top in the page's own units


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page image, in parts of its width and height."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page as it looks."""

    number: int  # from 1
    jpeg: bytes
    width: int
    height: int
    boxes: tuple[Box, ...]
    matched: bool  # whether the boxes are all there is of the text on this page


def draw(
    data: bytes, document: Document, start: int, end: int, numbers: Sequence[int]
) -> list[PageImage]:
    """Those pages of the PDF in `data`, from 1, with boxes around `document.text[start:end]`."""
    with opened(data) as file:
        return [_draw(file[number - 1], document, start, end, number) for number in numbers]


def _draw(
    page: pypdfium2.PdfPage, document: Document, start: int, end: int, number: int
) -> PageImage:
    scale = min(WIDTH_PIXELS / page.get_width(), HEIGHT_PIXELS / page.get_height())
    bitmap = page.render(scale=scale)
    rectangles = _rectangles(page, document, start, end, number)
    where = bitmap.get_posconv(page)
    boxes = tuple(
        _box(where.to_bitmap(left, top), where.to_bitmap(right, bottom), bitmap)
        for left, bottom, right, top in rectangles or ()
    )
    jpeg = io.BytesIO()
    bitmap.to_pil().convert("RGB").save(jpeg, "JPEG", quality=JPEG_QUALITY)
    matched = rectangles is not None
    return PageImage(number, jpeg.getvalue(), bitmap.width, bitmap.height, boxes, matched)


def _box(one: tuple[int, int], other: tuple[int, int], bitmap: pypdfium2.PdfBitmap) -> Box:
    (left, right), (top, bottom) = (sorted(pair) for pair in zip(one, other, strict=True))
    width, height = bitmap.width, bitmap.height
    return Box(left / width, top / height, (right - left) / width, (bottom - top) / height)


def _rectangles(
    page: pypdfium2.PdfPage, document: Document, start: int, end: int, number: int
) -> list[Rectangle] | None:
    """Around `document.text[start:end]`, as far as it stands on the page; None if unknown where."""
    first, last = _span(document, number)
    if last <= start or end <= first:
        return []
    places = _places(page, document.text[first:last])
    if places is None:
        return None
    shown = (places.get(at - first) for at in range(max(start, first), min(end, last)))
    characters = page.get_textpage()
    boxes = (characters.get_charbox(index, loose=True) for index in shown if index is not None)
    return _by_line(list(boxes))


def _span(document: Document, number: int) -> tuple[int, int]:
    """The page's part of the text, without the line break between it and the next."""
    ends = [*(start - 1 for start in document.page_starts[1:]), len(document.text)]
    return document.page_starts[number - 1], ends[number - 1]


def _places(page: pypdfium2.PdfPage, text: str) -> dict[int, int] | None:
    """For each character of `text`, the page's part of the document, its index on the page."""
    read = page_text(page)
    lines, kept = read.text.split("\n"), text.split("\n")
    if read.indexes is None or len(lines) != len(kept):
        return None
    places: dict[int, int] = {}
    at, indexes = 0, iter(read.indexes)
    for line, left in zip(lines, kept, strict=True):
        if left.strip() and left != line:
            return None
        seen = [n for n, character in enumerate(line) if not character.isspace()]
        found = list(islice(indexes, len(seen)))
        if left == line:
            places.update(zip((at + n for n in seen), found, strict=True))
        at += len(left) + 1
    return places


def _by_line(boxes: list[Rectangle]) -> list[Rectangle]:
    """Neighbours on one line as one rectangle."""
    lines: list[Rectangle] = []
    for box in boxes:
        if lines and _goes_on(lines[-1], box):
            last = lines.pop()
            box = (
                min(last[0], box[0]),
                min(last[1], box[1]),
                max(last[2], box[2]),
                max(last[3], box[3]),
            )
        lines.append(box)
    return lines


def _goes_on(line: Rectangle, box: Rectangle) -> bool:
    """Whether the character stands at the height of the line, and not left of it."""
    middle = (box[1] + box[3]) / 2
    return line[1] < middle < line[3] and box[0] >= line[0]
