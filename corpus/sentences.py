"""Sentences of a paragraph, as spans that follow each other without a gap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from langchain_text_splitters import RecursiveCharacterTextSplitter

HARD_MAX = 400  # characters: no sentence and no chunk is longer
_LONG = 200  # longer sentences are cut at ；: a quote of more cannot be taken in at a glance
_USEFUL = 60  # a clause shorter than this rarely says who, what and how much
_QUOTED = 200  # a quotation longer than this is cut like other text

_BRACKETS = ("“”", "‘’", "「」", "『』", "《》", "（）", "()", "【】")
_SPEECH = "“「『"
_BALANCED = re.compile(
    "|".join(
        rf"{re.escape(pair[0])}[^{re.escape(pair)}]{{0,{_QUOTED}}}{re.escape(pair[1])}"
        for pair in _BRACKETS
    )
)
_ENDERS = "。！？!?…"
_MASK = "字"  # stands for a sentence end inside brackets, where no sentence is cut
# With the marks of notes, 。[1], and the end of Markdown's emphasis.
_CLOSERS = r"(?:[”’」』）)》】〕]|\*\*(?=\s)|[\[［]\d{1,3}[\]］])*+"
# A point behind a number at the head, as of an item, behind an initial or an abbreviation.
_NO_END = (
    r"(?<!^[A-Z0-9])(?<!^[0-9][0-9])(?<!^\*\*[0-9])(?<!^\*\*[0-9][0-9])(?<![^A-Za-z][A-Z])"
    r"(?<!\bNo)(?<!\bMr)(?<!\bDr)(?<!\bvs)(?<!\bMrs)(?<!\betc)(?<!\bVol)"
)
_SENTENCE_END = (
    rf"[。！？]++{_CLOSERS}(?![，、；：])"
    rf"|…++{_CLOSERS}(?![，、；：。])"
    rf"|[!?]++{_CLOSERS}(?![^\s\u2e80-\uffff“”])"
    rf"|{_NO_END}"
    r"\.+[)\"”’]*(?=\s+[^a-z0-9\s])"
)


@cache
def _splitter(room: int, merge: bool, *separators: str) -> RecursiveCharacterTextSplitter:
    """Pieces of at most `room`; unless merged, each counts for more than half of it."""
    # Here: it is slow to load, and whoever asks an index splits nothing.
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    return RecursiveCharacterTextSplitter(
        separators=list(separators),
        is_separator_regex=True,
        keep_separator="end",
        strip_whitespace=False,
        chunk_size=room,
        chunk_overlap=0,
        length_function=len if merge else lambda piece: max(len(piece), room // 2 + 1),
    )


_ANY_LENGTH = 1_000_000_000
_AT_ENDS = (_ANY_LENGTH, False, _SENTENCE_END)
_AT_SEMICOLONS = (_ANY_LENGTH, False, "[；;]+" + _CLOSERS)
_AT_COMMAS = (HARD_MAX, True, "[，,、]", "")


def sentence_spans(paragraph: str) -> Iterator[tuple[int, int]]:
    """The spans of the sentences of `paragraph`, which together are all of it.

    >>> list(sentence_spans("他说：“好。行。”走了。完"))
    [(0, 9), (9, 12), (12, 13)]
    """
    masked = _mask(paragraph)
    start = 0
    for sentence in _splitter(*_AT_ENDS).split_text(masked):
        for piece in _shorten(sentence):
            yield start, start + len(piece)
            start += len(piece)


def _shorten(sentence: str) -> Iterator[str]:
    """A sentence that is too long in parts: at ；, then at ，and 、, then anywhere."""
    clauses = [sentence]
    if len(sentence) > _LONG:
        clauses = _gathered(_splitter(*_AT_SEMICOLONS).split_text(sentence))
    for clause in clauses:
        if len(clause) > HARD_MAX:
            yield from _splitter(*_AT_COMMAS).split_text(clause)
        else:
            yield clause


def _gathered(pieces: list[str]) -> list[str]:
    """Neighbours put together until each is long enough to be useful."""
    gathered: list[str] = []
    for piece in pieces:
        if gathered and len(gathered[-1]) < _USEFUL:
            gathered[-1] += piece
        else:
            gathered.append(piece)
    if len(gathered) > 1 and len(gathered[-1]) < _USEFUL:
        gathered[-2:] = ["".join(gathered[-2:])]
    return gathered


def _mask(paragraph: str) -> str:
    """`paragraph` with sentence ends inside quotation marks and brackets hidden.

    The end of a quotation that stands for itself (他说：“……。”) is still the end of a sentence.
    """
    paired = curled(paragraph)
    return _BALANCED.sub(lambda match: _hidden(match, paired), paired)


def curled(paragraph: str) -> str:
    """Straight quotation marks as opening and closing ones, where they come in pairs."""
    parts = paragraph.split('"')
    if len(parts) % 2 == 0:
        return paragraph
    return "".join(part + mark for part, mark in zip(parts, ["“", "”"] * len(parts), strict=False))[
        : len(paragraph)
    ]


def _hidden(match: re.Match[str], paragraph: str) -> str:
    quoted = match.group()
    closing = len(quoted) - 1
    if quoted[0] in _SPEECH and _stands_alone(match, paragraph):
        closing = len(quoted[:closing].rstrip(_ENDERS))
    return re.sub(f"[{_ENDERS}；;.]", _MASK, quoted[:closing]) + quoted[closing:]


def _stands_alone(match: re.Match[str], paragraph: str) -> bool:
    """Whether a quotation is introduced, or is all there is: not “是不是？”的问题."""
    before = paragraph[match.start() - 1] if match.start() else ""
    after = paragraph[match.end() : match.end() + 1]
    if before and before in "：:，":
        return True
    starts = not before or before in "。！？…”」』\n "
    return starts and (not after or after in "“「『\n " or len(match.group()) >= _USEFUL)
