"""Page furniture: page numbers and running heads, which belong to the page and not to the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator

from corpus.lines import ZERO_WIDTH, Line, is_ended, lines_of, starts_block

_BARE_NUMBER = re.compile(r"[0-9０-９]{1,4}$")
_DRESSED_NUMBER = re.compile(
    r"[-—–·•]+\s*\d{1,4}\s*[-—–·•]+$"
    r"|第\s*\d{1,4}\s*[页頁](?:\s*[,，/]?\s*共\s*\d{1,4}\s*[页頁])?$"
    r"|\d{1,4}\s*/\s*\d{1,4}$"
    r"|[Pp]age\s+\d{1,4}(?:\s+of\s+\d{1,4})?$"
)
_EDGE_LINES = 2  # furniture stands in the first or last two lines of a page
_LONGEST_HEAD = 40  # characters
_FEWEST_PAGES = 3  # a line must be seen on as many pages to be a running head
_FEWEST_NUMBERS = 3  # bare numbers must count up as often to be page numbers
_LEAST_BETWEEN = 100  # characters between two page numbers


def furniture(text: str, page_starts: tuple[int, ...]) -> list[tuple[int, int]]:
    """The spans of page numbers and running heads in `text`.

    A number alone on a line may be a figure, a section or a cell. It is taken for a page number
    only at the edge of a known page, in a row that counts up, or between the halves of a sentence.
    """
    lines = lines_of(text)
    starts = page_edges(text, page_starts)
    shown = [ZERO_WIDTH.sub("", line.of(text)).strip() for line in lines]
    pages = [bisect_right(starts, line.start) for line in lines]
    edges = _edges(pages)
    numbers = set(_page_numbers(lines, shown, edges))
    heads = _running_heads(shown, edges, numbers)
    return [(lines[n].start, lines[n].end) for n in sorted(numbers | heads)]


def page_edges(text: str, page_starts: tuple[int, ...]) -> list[int]:
    """Where pages start: as the format says, and after every form feed."""
    return sorted({*page_starts, *(match.end() for match in re.finditer("\f", text))})


def _edges(pages: list[int]) -> set[int]:
    """The lines that stand first or last on a page, where the text has pages."""
    on_page: dict[int, list[int]] = defaultdict(list)
    for line, page in enumerate(pages):
        on_page[page].append(line)
    if len(on_page) < 2:
        return set()
    return {
        line for lines in on_page.values() for line in (*lines[:_EDGE_LINES], *lines[-_EDGE_LINES:])
    }


def _page_numbers(lines: tuple[Line, ...], shown: list[str], edges: set[int]) -> Iterator[int]:
    counting = _counting_up(shown)
    for n, line in enumerate(shown):
        ambiguous = _BARE_NUMBER.match(line) is not None or "/" in line  # a figure, a date
        if ambiguous and not (n in edges or n in counting or _cuts_sentence(lines, shown, n)):
            continue
        if _DRESSED_NUMBER.match(line) or _BARE_NUMBER.match(line):
            yield n


def _counting_up(shown: list[str]) -> set[int]:
    """Bare numbers that follow each other by one, each after at least a few lines of text."""
    found: set[int] = set()
    row: list[int] = []
    for n in (n for n, line in enumerate(shown) if _BARE_NUMBER.match(line)):
        follows = row and int(shown[n]) == int(shown[row[-1]]) + 1
        # A column of a table counts, too, but with little between its figures.
        if not follows or sum(map(len, shown[row[-1] + 1 : n])) < _LEAST_BETWEEN:
            row = []
        row.append(n)
        if len(row) >= _FEWEST_NUMBERS:
            found.update(row)
    return found


def _cuts_sentence(lines: tuple[Line, ...], shown: list[str], n: int) -> bool:
    """A number with blank lines around it, between an unfinished line and its other half."""
    if not 0 < n < len(lines) - 1 or min(lines[n].gap, lines[n + 1].gap) < 2:
        return False
    before, after = shown[n - 1], shown[n + 1]
    unfinished = len(before) >= 20 and not is_ended(before) and not starts_block(before)
    return unfinished and len(after) >= 20 and not starts_block(after)


def _running_heads(shown: list[str], edges: set[int], numbers: set[int]) -> set[int]:
    """Short lines that come back, but for their digits, at the edge of page after page."""
    near = edges | {n + step for n in numbers for step in (-1, 1)} - numbers
    shapes = {
        n: re.sub(r"\d+", "0", shown[n])
        for n in near
        if 0 <= n < len(shown) and 0 < len(shown[n]) <= _LONGEST_HEAD and not is_ended(shown[n])
    }
    seen = Counter(shapes.values())
    return {n for n, shape in shapes.items() if seen[shape] >= _FEWEST_PAGES}
