"""PDF files: their text, page by page."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import accumulate, chain

import pypdfium2  # type: ignore[import-untyped]

from corpus.characters import page_text
from corpus.furniture import furniture
from corpus.types import Content

_ONE_AT_A_TIME = threading.Lock()  # PDFium must not run in two threads at once


@contextmanager
def opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The file in PDFium, for one thread at a time."""
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(data)
        try:
            yield document
        finally:
            document.close()


def pdf(data: bytes) -> Content:
    """The pages' text without page numbers and running heads."""
    try:
        with opened(data) as document:
            pages = [page_text(page, placed=False).text for page in document]
    except pypdfium2.PdfiumError as error:
        if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise ValueError("PDF 有密码；请去掉密码后再放入") from error
        raise ValueError("PDF 文件已损坏；请重新导出或另存一份") from error
    if not any(page.strip() for page in pages):
        raise ValueError("PDF 没有文字层，是扫描件或图片；请先做文字识别（OCR）")
    return _without_furniture(pages)


def _without_furniture(pages: list[str]) -> Content:
    text = "\n".join(pages)
    starts = tuple(accumulate((len(page) + 1 for page in pages[:-1]), initial=0))
    spans = furniture(text, starts)
    moved = (start - sum(min(e, start) - s for s, e in spans if s < start) for start in starts)
    edges = [0, *chain.from_iterable(spans), len(text)]
    kept = (text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    return Content("".join(kept), page_starts=tuple(moved))
