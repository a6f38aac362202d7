"""The text of Word files, as Word shows it. A ValueError says in Chinese why there is none."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime

import docx as word
from docx.document import Document as WordDocument
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from corpus.cells import FEWEST
from corpus.names import is_personal_name
from corpus.office import DAMAGED, OLE
from corpus.shown import show
from corpus.types import Content

_TEMPLATE_MADE = datetime(2013, 12, 23, 23, 15)  # python-docx's own, which files it makes keep


def docx(data: bytes) -> Content:
    """Paragraphs and table rows in the order of the document."""
    if data.startswith(OLE):
        raise ValueError("文件有密码，或者是旧的 .doc 格式；请去掉密码，另存为 .docx")
    try:
        document = word.Document(io.BytesIO(data))
        show(document)
        text = "\n".join(_word_lines(document))
        about = document.core_properties
        made = about.created.replace(tzinfo=None) if about.created else _TEMPLATE_MADE
    except DAMAGED as error:
        raise ValueError("Word 文件已损坏；请用 Word 或 WPS 打开后另存为 .docx") from error
    date = made.date().isoformat() if made != _TEMPLATE_MADE else ""
    # The property holds who is logged in as often as who wrote: Administrator, Lenovo, a name.
    author = about.author if is_personal_name(about.author or "") else ""
    return Content(text, title=about.title or "", author=author, date=date)


def _word_lines(part: WordDocument | _Cell) -> Iterator[str]:
    for item in part.iter_inner_content():
        if isinstance(item, Paragraph):
            yield item.text
        else:
            yield from _word_rows(item)


def _word_rows(table: Table) -> Iterator[str]:
    """A merged cell is given once for every cell it covers, and stands once: empty where it goes
    on, or what follows would stand below the heads of other columns; but a line of text stands by
    itself, and so do the name and the value of a form.
    """
    rows = [row.cells for row in table.rows]
    has_columns = any(len({cell._tc for cell in cells}) == len(cells) > 1 for cells in rows)
    following: list[tuple[_Cell, ...]] = [*rows[1:], ()]
    for cells, below in zip(rows, following, strict=False):
        seen: list[object] = []
        words = []
        for cell in cells:
            is_new = cell._tc not in seen
            seen += [cell._tc] if is_new else []
            words.append(" ".join(" ".join(_word_lines(cell)).split()) if is_new else None)
        goes_on = {cell._tc for cell in cells[:1]} == {cell._tc for cell in below[:1]}
        if not has_columns or len(seen) < (FEWEST - goes_on):
            words = [one for one in words if one is not None]
        yield "\t".join(one or "" for one in words)
