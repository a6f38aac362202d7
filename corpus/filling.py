"""How far the lines of a text are filled: those that end only because they are full go on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from operator import itemgetter

from corpus.lines import Line, is_ended, is_numbered_heading, is_table_row

STOP = re.compile(r"[。；;！？!?]")
_FULL = 0.85  # of the common width: a line may end earlier, before a long word or a figure
_BRIM = 0.95  # what most lines reach by the measure they were filled by
_OVER = 5  # one line in so many may be longer: a masthead, or lines that are joined already
_FEWEST_FULL = 3  # lines
_CAPTIONS = 2  # lines above a table
_NAME = 20  # characters: what stands right above a table and is shorter names it


@dataclass(frozen=True, slots=True)
class Filling:
    """How far lines are filled: columns as on a page, or characters as a program counts them."""

    measure: Callable[[str], int]
    widest: int

    def is_full(self, line: str) -> bool:
        return self.measure(line) >= _FULL * self.widest


def filling(lines: tuple[Line, ...], text: str) -> Filling | None:
    """How lines are filled, by the measure that more of them reach; None where they are not."""
    every = [line.of(text) for line in lines]
    rows = list(map(is_table_row, every))
    shown = [one for one, is_row in zip(every, rows, strict=True) if not is_row]  # running text
    # What names a table, 单位：万元, right above it, ends where it ends.
    names = {
        n for n, one in enumerate(every) if len(one) < _NAME and any(rows[n : n + 1 + _CAPTIONS])
    }
    unended = [one for n, one in enumerate(every) if not (rows[n] or n in names or is_ended(one))]
    prose = sum(map(_holds_stop, shown)) >= len(shown) / 5
    if len(unended) < _FEWEST_FULL or not prose:  # a list of slogans fills its lines by chance
        return None
    found: list[tuple[int, Filling]] = []
    for measure, least, most in ((_columns, 30, 160), (len, 15, 80)):
        widths = sorted(map(measure, shown))
        not_over = widths[: -(len(widths) // _OVER) or None]
        fill = Filling(measure, not_over[-1])
        reached = sum(map(fill.is_full, unended))
        # A heading ends where it ends; an item that fills its line may go on.
        ended = sum(is_numbered_heading(one) and not fill.is_full(one) for one in unended)
        is_most = reached >= _FEWEST_FULL and 2 * reached >= len(unended) - ended
        if is_most and least <= fill.widest <= most:
            brim = sum(measure(line) >= _BRIM * fill.widest for line in unended)
            found.append((brim, fill))
    return max(found, key=itemgetter(0))[1] if found else None


def _holds_stop(line: str) -> bool:
    return STOP.search(line) is not None or ". " in line or is_ended(line)


def _columns(line: str) -> int:
    """A Chinese character takes two, a Latin one takes one."""
    return sum(2 if character >= "\u2e80" else 1 for character in line)
