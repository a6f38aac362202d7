"""The text of HTML files."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from contextlib import suppress

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

from corpus.cells import FEWEST
from corpus.decode import decode
from corpus.tidy import spacing
from corpus.types import Content

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_GB = {"gb2312", "gbk", "gb_2312-80", "x-gbk"}  # pages that say so often hold more: GB18030
# What a meta tag that can be read cannot mean, or never fails: believed where nothing else fits.
_FITS_ANY_BYTES = re.compile("utf-?16|iso-?8859|windows-125|latin")
_UNSEEN = {"script", "style", "noscript", "template", "head", "svg", "iframe", "nav"}
# What begins no line of its own; the parts of a table neither, whose rows do.
_INLINE = re.compile(
    r"(?:a|abbr|b|bd[io]|big|cite|code|em|font|i|ins|kbd|label|mark|q|rb|ruby|s|samp|small|span"
    r"|strike|strong|su[bp]|tbody|tfoot|thead|time|tt|u|var)$"
)
_CELL_CHARS = 200  # a cell in several paragraphs that is longer is read as text, in sentences
_MOST_SPANNED = 100  # columns or rows: no table of data has more
_INNER_SPACE = re.compile(r"\s+")


def html(data: bytes) -> Content:
    """Blocks on lines of their own, a table row on one line with tabs between its cells."""
    soup = BeautifulSoup(_html_text(data), "lxml")
    for table in soup.find_all("table"):
        _spread(table)
    named = soup.find_all("h1") if len(soup.find_all("h1")) == 1 else soup.find_all("title")
    title = named[0].get_text(" ", strip=True) if named else ""
    lines = (re.sub(r"[^\S\n\t]+", " ", line) for line in "".join(_blocks(soup)).split("\n"))
    text = "\n".join(line.strip(" ") for line in lines)  # tabs at its ends: empty cells
    return Content(re.sub(r"\n{3,}", "\n\n", text).strip("\n"), title=title)


def _html_text(data: bytes) -> str:
    declared = _META_CHARSET.search(data[:4096])
    if not declared or data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return decode(data)
    charset = declared.group(1).decode("ascii").lower()
    try:
        if _FITS_ANY_BYTES.match(charset):
            with suppress(ValueError):
                return decode(data)
        return data.decode("gb18030" if charset in _GB else charset)
    except (UnicodeDecodeError, LookupError):
        return decode(data)  # the page declares what it is not: judge by its bytes


def _blocks(node: Tag) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, PreformattedString):  # comments, declarations
            continue
        if isinstance(child, NavigableString):
            yield _INNER_SPACE.sub(_as_shown, child)
        elif isinstance(child, Tag) and child.name not in _UNSEEN:
            yield from _block(child)


def _as_shown(run: re.Match[str]) -> str:
    """White space in HTML is one space, but none where a line of Chinese was broken."""
    start, end = run.span()
    inside = start > 0 and end < len(run.string)
    return spacing(run.string, start, end) if inside and "\n" in run.group() else " "


def _block(tag: Tag) -> Iterator[str]:
    if tag.name == "br":
        yield "\n"
    elif tag.name == "tr":
        row, before = _row(tag), tag.previous_sibling
        # No blank line between rows: it would end the table.
        is_apart = "\n" in row or (isinstance(before, NavigableString) and before.strip())
        yield f"\n{row}\n" if is_apart else f"{row}\n"
    elif _INLINE.match(tag.name):
        yield from _blocks(tag)
    else:
        yield "\n"
        yield from _blocks(tag)
        yield "\n"


def _row(tag: Tag) -> str:
    """The cells with tabs between them, but one below the other where they only lay out a page."""
    cells = _cells(tag)
    texts = ["".join(_blocks(cell)) for cell in cells]
    if len(cells) == 1 or any(map(_is_page, cells, texts)):
        return "\n".join(texts)
    return "\t".join(" ".join(text.split()) for text in texts) if any(map(str.strip, texts)) else ""


def _cells(row: Tag) -> list[Tag]:
    """Not those of a table inside a cell; what stands between row and cell may be a form."""
    every = row.find_all(["td", "th"])
    return [cell for cell in every if cell.find_parent(["tr", "td", "th"]) is row]


def _spread(table: Tag) -> None:
    """A cell for every column in each row of a table of data, or what follows would stand below the
    heads of other columns: what covers several rows once in each, as in Word; empty where it covers
    several columns, but for a line of text, and the name and the value of a form.
    """
    rows = [(row, _cells(row)) for row in table.find_all("tr")]
    every = [cell for _, cells in rows for cell in cells]
    if table.find("table") or any(_is_page(one, one.get_text("\n")) for one in every):
        return
    wide = [[_span(cell, "colspan") for cell in cells] for _, cells in rows]
    has_columns = any(len(one) == sum(one) > 1 for one in wide)
    above: dict[int, tuple[int, Tag]] = {}  # column: how many rows its cell covers from here on
    for row, cells in rows:
        goes_on = any(_span(cell, "rowspan") > 1 for cell in cells)
        if not (above or goes_on or (has_columns and len(cells) >= FEWEST)):
            continue
        made: list[Tag] = []
        below: dict[int, tuple[int, Tag]] = {}
        while cells or len(made) in above:
            if len(made) in above:
                deep, first = above[len(made)]
                parts = [copy.copy(first)]
            else:
                first = cells.pop(0)
                deep, blank = _span(first, "rowspan"), copy.copy(first)
                blank.clear()
                parts = [first, *(copy.copy(blank) for _ in range(1, _span(first, "colspan")))]
            for part in parts:
                below |= {len(made): (deep - 1, part)} if deep > 1 else {}
                made.append(part)
        above = below
        row.clear()
        row.extend(made)


def _span(cell: Tag, name: str) -> int:
    said = str(cell.get(name, ""))
    return min(int(said), _MOST_SPANNED) if re.fullmatch("[1-9][0-9]{0,4}", said) else 1


def _is_page(cell: Tag, text: str) -> bool:
    """Whether it holds what no cell of a table of data does, or running text in paragraphs."""
    if cell.find(["table", "h1", "h2", "h3", "h4", "h5", "h6"]):
        return True
    lines = [line for line in text.split("\n") if line.strip()]
    return len(lines) > 1 and sum(map(len, lines)) > _CELL_CHARS
