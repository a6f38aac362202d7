"""Which line breaks stand in the middle of a sentence. Each rule yields the gaps to close."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from corpus.filling import STOP, filling
from corpus.lines import (
    LONGEST_HEADING,
    Line,
    is_bold,
    is_ended,
    is_masthead,
    is_numbered_heading,
    is_pictured,
    is_salutation,
    is_table_row,
    lines_of,
    names_speaker,
    starts_block,
)

Gap = tuple[int, int]  # the white space between two lines

_CANNOT_START = "，。、；：！？）》〉」』】〕”’"
_CANNOT_END = "《〈（「『“‘【〔"
_PAIRS = {"《": "》", "（": "）", "“": "”", "「": "」", "『": "』", "(": ")"}
_INNER = re.compile(r"[，,。；;、：:]")
# Words and signs that call for more: no title and no item ends with them.
_CALLS_FOR_MORE = re.compile(
    r"(?:(?<!是)[和与與及或在对對为為把被从從向以将將并並而至约約等于於]|[0-9０-９]"
    r"|(?:[一二三四五六七八九十]|一条|首先|其次)[是要]|[，、])$"
)
_OF = re.compile(r"(?<![是])的$")
_TORN_OFF = re.compile(r"的(?![确士])|[^\W\d_一二三四五六七八九十答问][，、。；）]")  # 吨，… 力。…
_FIELDS = re.compile(r"\S[ \u3000]{3,}\S")  # 某函〔2024〕58号　　　　办理结果：B类
_SHORT = 20  # characters: a link or a title inside a sentence is rarely longer
_ENOUGH = 12  # characters of a line before its break tells anything


def fragments(text: str) -> Iterator[Gap]:
    """Gaps that punctuation or a link on its own line shows to be inside a sentence.

    A link or a book title on a line of its own is a fragment. A line that begins a heading, an
    item, a table row or a date is none, and verse keeps its lines.
    """
    lines = lines_of(text)
    by_blank_lines = _blank_lines_part(lines, text) and filling(lines, text) is None
    joined = ""  # the sentence so far, where lines were joined already
    for n, (before, after) in enumerate(pairwise(lines)):
        paragraph = joined or before.of(text)
        coming = list(_unbroken(lines, text, n + 1))
        if (
            _runs_on(paragraph, after.of(text), after.gap)
            or (after.gap == 1 and _leads_to_punctuation(paragraph, coming))
            or (after.gap == 1 and by_blank_lines and _is_linked(paragraph, coming, joined))
        ):
            yield before.end, after.start
            joined = paragraph + after.of(text)
        else:
            joined = ""


def wrapped_lines(text: str) -> Iterator[Gap]:
    """Gaps after lines that are as full as lines get, where most lines are, as in text from a PDF.

    A line that ends with its sentence stays, for whether its paragraph goes on cannot be known.
    """
    lines = lines_of(text)
    fill = filling(lines, text)
    if fill is None:
        return
    for before, after in pairwise(lines):
        above, below = before.of(text), after.of(text)
        new_paragraph = after.indent > before.indent and after.gap > 1
        hanging = before.indent > after.indent and after.gap == 1  # an item's first line, indented
        titled = is_numbered_heading(above) and not hanging
        if fill.is_full(above) and not (new_paragraph or titled or _separate(above, below)):
            yield before.end, after.start


def cut_paragraphs(text: str) -> Iterator[Gap]:
    """Gaps between an unfinished paragraph and what reads like its other half.

    The first half must read like a sentence and lack its end; titles, headings, lists, tables,
    names and dates do not.
    """
    lines = lines_of(text)
    indented = _paragraphs_are_indented(lines)
    for before, after in pairwise(lines):
        above, below = before.of(text), after.of(text)
        if _apart(above, below) or (indented and after.indent):
            continue
        hanging = indented and after.gap == 1 and len(above) >= _ENOUGH and is_ended(below)
        if _INNER.search(below) and (hanging or _is_unfinished(above) or _is_torn(above, below)):
            yield before.end, after.start


def runs_over(above: str, below: str) -> bool:
    """Whether the last line of a page is unfinished and the first of the next is its rest."""
    if len(above) < _SHORT or _apart(above, below):
        return False
    return _INNER.search(above) is not None or _INNER.search(below) is not None


def _unbroken(lines: tuple[Line, ...], text: str, n: int) -> Iterator[str]:
    """The lines from `n` on without a blank line between them, to the first that holds a stop."""
    for ahead, line in enumerate(lines[n : n + 8]):
        if ahead and line.gap != 1:
            return
        yield line.of(text)
        if STOP.search(line.of(text)):
            return


def _runs_on(paragraph: str, following: str, gap: int) -> bool:
    """Whether punctuation forbids a break between `paragraph` and `following`."""
    if following[0] in _CANNOT_START or paragraph[-1] in _CANNOT_END:
        return True
    closer = _open_bracket(paragraph)
    if gap > 1 or not closer or is_ended(paragraph):
        return False
    return 0 <= following.find(closer) < 2 * _SHORT


def _open_bracket(paragraph: str) -> str:
    """What closes the last bracket that `paragraph` leaves open, or "" where none is open."""
    for character in reversed(paragraph):
        if character in _PAIRS.values():
            return ""
        if character in _PAIRS:
            return _PAIRS[character]
    return ""


def _leads_to_punctuation(paragraph: str, coming: list[str]) -> bool:
    """Whether a link on its own line comes next: the line after it begins with punctuation."""
    if len(coming) < 2 or coming[1][0] not in "，。、；" or starts_block(coming[0]):
        return False
    return not (is_ended(paragraph) or is_ended(coming[0]) or is_numbered_heading(paragraph))


def _is_linked(paragraph: str, coming: list[str], joined: str) -> bool:
    """Whether a sentence goes on over single line breaks, where blank lines part paragraphs."""
    if _apart(paragraph, coming[0]):
        return False
    if len(coming[0]) == 1 and not _INNER.search(paragraph):
        return True  # the last character of a title
    if _CALLS_FOR_MORE.search(paragraph) or _OF.search(paragraph):
        return True
    if not STOP.search(coming[-1]):
        return False
    if len(paragraph) >= _SHORT or (len(paragraph) >= _ENOUGH and _INNER.search(paragraph)):
        return len(coming) > 1 or bool(joined or STOP.search(paragraph))
    return bool(joined) or (len(coming) > 1 and max(map(len, coming[:-1])) <= _SHORT)


def _apart(above: str, below: str) -> bool:
    """Whether two lines each stand for themselves, whatever their punctuation."""
    return is_numbered_heading(above) or _separate(above, below)


def _separate(above: str, below: str) -> bool:
    """The same, of lines of which the upper is no numbered heading."""
    if is_ended(above) or starts_block(below) or is_bold(above):
        return True
    if _FIELDS.search(above) or is_masthead(above) or is_table_row(above) or is_salutation(above):
        return True
    if _is_verse(above, below):
        return True
    # 🍚 张三 above 市政协委员｜某校教师
    if any("｜" in one and len(one) <= LONGEST_HEADING for one in (above, below)):
        return True
    if is_pictured(above) and len(above) < _ENOUGH:
        return True
    return names_speaker(above) and names_speaker(below)


def _is_verse(above: str, below: str) -> bool:
    """Two short lines of one length, as in a poem or a couplet."""
    return len(above) <= 24 and abs(len(above) - len(below)) <= 1


def _is_unfinished(line: str) -> bool:
    """A line that reads like running text, with no end: headings hold no stop and call for none."""
    if len(line) < _ENOUGH:
        return False
    calls = _CALLS_FOR_MORE.search(line) or _OF.search(line)
    return bool(STOP.search(line[:-1]) or (calls and _INNER.search(line)))


def _is_torn(above: str, below: str) -> bool:
    """A word or a figure cut in two: what comes next begins with its last character."""
    return len(above) >= 8 and _TORN_OFF.match(below) is not None


def _blank_lines_part(lines: tuple[Line, ...], text: str) -> bool:
    """Whether this document sets blank lines after its paragraphs."""
    after = [
        below.gap
        for above, below in pairwise(lines)
        if above.end - above.start >= 2 * _SHORT and is_ended(above.of(text))
    ]
    return bool(after) and sum(gap > 1 for gap in after) >= 0.7 * len(after)


def _paragraphs_are_indented(lines: tuple[Line, ...]) -> bool:
    return sum(line.indent > 0 for line in lines) > len(lines) / 2
