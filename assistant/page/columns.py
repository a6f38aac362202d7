"""How wide the columns of a quoted table are: all in view at once, as far as that can be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

ROOM = 45  # em, of a card on a desk
PADDING = 1.2  # em, in front of and behind what a cell says
WIDEST = 20  # em, of what stands in a column
EASY, FEW = 8, 4  # em, to which columns are lowered: names stay whole; still read at a glance
STEP = 0.25  # lines
_BREAKS = re.compile(r"\s|(?=[（(])|(?<=[，、；：）)])")  # of a head, which is broken nowhere else
_RUN = re.compile(r"[!-~]+")  # of a cell: letters and digits, between which nothing breaks


def widths(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    """In em; as the longest cell of each, but where there is no room for all, those that say most
    are lowered first. `head` may be empty.

    >>> widths(("县", "任务"), [("甲县", "长" * 30), ("乙县", "短")])
    [3.2, 21.2]
    >>> widths((), [("长" * 60, "短短", "长" * 12, "长" * 30)])
    [21.2, 3.2, 9.2, 11.2]
    """
    columns = list(zip_longest(head or [""] * max(map(len, rows)), *rows, fillvalue=""))
    full = [max(map(_em, cells)) for cells in columns]
    parts = [_unbroken(*cells) for cells in columns]
    room = ROOM - PADDING * len(columns)
    easy, narrow = (
        [min(wide, max(few, part)) for wide, part in zip(full, parts, strict=True)]
        for few in (EASY, FEW)
    )
    # What has to be scrolled in any case may as well be easy to read.
    least = narrow if sum(easy) > room >= sum(narrow) else easy
    return [round(wide + PADDING, 1) for wide in _lowered(full, least, room)]


def _lowered(full: list[float], least: list[float], room: float) -> list[float]:
    """In as many lines as it takes, the same for all but those that are not to be lowered."""
    lines = 1.0
    while True:
        made = [max(low, min(wide / lines, WIDEST)) for wide, low in zip(full, least, strict=True)]
        if sum(made) <= room or made == least:
            return made
        lines += STEP


def _unbroken(head: str, *cells: str) -> float:
    """The longest part that goes on one line."""
    runs = (run for cell in cells for run in _RUN.findall(cell))
    return min(WIDEST, max(map(_em, (*_BREAKS.split(head), *runs))))


def _em(text: str) -> float:
    return sum(1 if one > "\u2000" else 0.75 if one.isupper() else 0.6 for one in text)
