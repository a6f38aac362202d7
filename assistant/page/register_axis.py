"""Where the years of a drawing lie: as far apart as in time, if there is room for that."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import accumulate, pairwise

from assistant.register import Series

ROOMY = 1200  # pixels: as wide as the room itself on a laptop
WIDEST = 2  # times the room that the columns need side by side


@dataclass(frozen=True, slots=True)
class Axis:
    """Where the years lie, in shares of the drawing, and how wide it is at least, in pixels."""

    places: dict[str, float]
    width: float
    slot: float  # a column's
    breaks: tuple[float, ...] = ()  # where years are left out


def axis_of(series: Series, slot: float) -> Axis:
    """In time, if that takes not much more room than the columns; else side by side."""
    years = series.years
    counts = Counter(value.year for value in series.values)
    needed = [slot * counts[year] for year in years]
    gaps = [int(later) - int(year) for year, later in pairwise(years)]
    halves = [(one + other) / 2 for one, other in pairwise(needed)]
    year = max((half / gap for half, gap in zip(halves, gaps, strict=True)), default=slot)
    packed = sum(needed)
    timed = (needed[0] + needed[-1]) / 2 + year * sum(gaps)
    if in_time := timed <= max(ROOMY, WIDEST * packed):
        steps = [year * gap for gap in gaps]
    else:
        steps = halves
    middles = list(accumulate(steps, initial=needed[0] / 2))
    width = timed if in_time else packed
    breaks = [
        (middle + one / 2) / width
        for middle, one, gap in zip(middles, needed, gaps, strict=False)
        if gap > 1 and not in_time
    ]
    places = {year: middle / width for year, middle in zip(years, middles, strict=True)}
    return Axis(places, width, slot, tuple(breaks))
