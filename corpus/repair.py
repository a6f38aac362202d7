"""Undo what extraction did to a text: cut sentences, page furniture, stray white space.

Every repair is a small function from a text to edits. An edit deletes a span, or lets white space
shrink to one space or one line break; no other character is ever added. So each character of the
repaired text stands somewhere in the source, and `Repaired.offsets` says where.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import pairwise

from corpus.furniture import furniture, page_edges
from corpus.joins import Gap, cut_paragraphs, fragments, runs_over, wrapped_lines
from corpus.lines import ZERO_WIDTH, is_table_row, line_start
from corpus.tidy import LINE_BREAK, spacing
from corpus.types import Repaired

Edit = tuple[int, int, str]  # start, end, and what stands there instead: "", " " or "\n"


def repair(text: str, page_starts: tuple[int, ...] = ()) -> Repaired:
    """The text as its author wrote it, with the way back to the source for every character.

    >>> repair("赤泥堆存量约16亿吨，年内新增约1亿\\n\\n吨，但综合利用率不高。").text
    '赤泥堆存量约16亿吨，年内新增约1亿吨，但综合利用率不高。'
    """
    repaired = Repaired(text, tuple(range(len(text))))
    repaired = _apply(repaired, drop_furniture(text, page_starts))
    for step in _STEPS:
        repaired = _apply(repaired, step(repaired.text))
    return repaired


def as_paragraphs(text: str, page_starts: tuple[int, ...] = ()) -> list[str]:
    """What to show for each character of the text, so that its paragraphs can be read as such:
    nothing or a space for a line break in the middle of one, and every other character itself.

    >>> "".join(as_paragraphs("一、矿产\\n赤泥堆存量约16亿吨，年内新增约1亿\\n\\n吨。"))
    '一、矿产\\n赤泥堆存量约16亿吨，年内新增约1亿吨。'
    """
    shown, repaired = list(text), repair(text, page_starts)
    kept = [n for n, character in enumerate(repaired.text) if not character.isspace()]
    for before, after in pairwise(kept):
        start, end = repaired.offsets[before] + 1, repaired.offsets[after]
        broken, between = text[start:end], repaired.text[before + 1 : after]
        if broken.isspace() and LINE_BREAK.search(broken) and "\n" not in between:
            shown[start:end] = [between, *[""] * (end - start - 1)]
    return shown


def drop_furniture(text: str, page_starts: tuple[int, ...]) -> Iterator[Edit]:
    """Delete page numbers and running heads, and the page break itself inside a sentence.

    A running head is a line that repeats at the edges of pages. A title that stands once, and a
    number that may be a figure or a section, stay.
    """
    for start, end in _page_breaks(text, page_starts):
        above, below = _text_end(text, start), _text_start(text, end)
        if _runs_over(text, above, below):
            yield above, below, spacing(text, above, below)
        elif start < end:
            yield start, end, ""


def drop_zero_width(text: str) -> Iterator[Edit]:
    """Delete characters that take no room: word joiners, soft hyphens, marks of direction.

    Combining characters and variation selectors change how a character looks; they stay. A line
    of nothing else goes with its line break: it is no blank line between paragraphs.
    """
    for match in ZERO_WIDTH.finditer(text):
        start, end = match.span()
        alone = text[start - 1 : start] == text[end : end + 1] == "\n"
        yield start, end + alone, ""


def tidy_spaces(text: str) -> Iterator[Edit]:
    """Shrink white space: none around lines, one line break between them, one space within.

    A single space inside a line and what parts the cells of a table stay.
    """
    for run in re.finditer(r"\s{2,}|[^\S ]|\A | \Z", text):
        start, end = run.span()
        if start == 0 or end == len(text):
            yield start, end, ""
        elif LINE_BREAK.search(run.group()):
            yield start, end, "\n"
        elif "\t" not in run.group() and not _is_in_row(text, start, end):
            yield start, end, spacing(text, start, end)


def _is_in_row(text: str, start: int, end: int) -> bool:
    """Whether the gap stands in a row of figures; 李   克   强 is only set wide."""
    after = LINE_BREAK.search(text, end)
    line = text[line_start(text, start) : after.start() if after else len(text)]
    return end - start > 1 and is_table_row(line) and any(map(str.isdigit, line))


def _closed(rule: Callable[[str], Iterable[Gap]], text: str) -> Iterator[Edit]:
    """The gaps that the rule finds closed: nothing or a space in place of the line break."""
    return ((start, end, spacing(text, start, end)) for start, end in rule(text))


_STEPS: tuple[Callable[[str], Iterable[Edit]], ...] = (
    drop_zero_width,
    *(partial(_closed, rule) for rule in (fragments, wrapped_lines, cut_paragraphs)),
    tidy_spaces,
)


def _page_breaks(text: str, page_starts: tuple[int, ...]) -> list[tuple[int, int]]:
    """Furniture and bare page starts, those with only white space between them as one."""
    starts = [(start, start) for start in page_edges(text, page_starts)]
    breaks: list[tuple[int, int]] = []
    for start, end in sorted(furniture(text, page_starts) + starts):
        if breaks and not text[breaks[-1][1] : start].strip():
            breaks[-1] = (breaks[-1][0], max(end, breaks[-1][1]))
        else:
            breaks.append((start, end))
    return breaks


def _text_end(text: str, at: int) -> int:
    while at > 0 and text[at - 1].isspace():
        at -= 1
    return at


def _text_start(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _runs_over(text: str, above: int, below: int) -> bool:
    """Whether the line that ends at `above` goes on in the one that starts at `below`."""
    if above == 0 or below == len(text):
        return False
    before = text[max(line_start(text, above), above - 500) : above].strip()
    after = text[below : below + 500].split("\n")[0]
    return runs_over(before, after)


def _apply(repaired: Repaired, edits: Iterable[Edit]) -> Repaired:
    """`edits` in order of their start and without overlap, on the text and its offsets alike."""
    text: list[str] = []
    offsets: list[int] = []
    done = 0
    for start, end, instead in edits:
        text += repaired.text[done:start], instead
        offsets += repaired.offsets[done:start]
        offsets += repaired.offsets[start : start + len(instead)]
        done = end
    text.append(repaired.text[done:])
    offsets += repaired.offsets[done:]
    return Repaired("".join(text), tuple(offsets))
