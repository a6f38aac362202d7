"""The ruled tables of a PDF's page: the cells that its lines part, and what stands in them.

Only what is ruled both ways is taken for a table; a frame, a form's boxes or columns without lines
stay running text, as does a table whose cells hold paragraphs.
"""

from __future__ import annotations

import ctypes
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw

STRAIGHT = 1.0  # points that a line may be off
NEAR = 3.0  # points: lines so close are one, and meet; a thin rectangle is drawn for a line, too
OUTER = 10.0  # points that the lines across reach beyond the last line down: an unruled side
MOST_PATHS = 5_000  # on a page: a drawing has more
FEWEST_LINES = 3  # across and down: two rows and two columns

Point = tuple[float, float]
Square = tuple[int, int]  # row, column, from 0


@dataclass(frozen=True, slots=True, order=True)
class _Edge:
    at: float  # height of a line across, place of a line down
    start: float
    end: float

    def reaches(self, at: float) -> bool:
        return self.start - NEAR <= at <= self.end + NEAR


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table: its columns' and rows' borders, and for each square the first of its cell."""

    left_to_right: tuple[float, ...]
    top_to_bottom: tuple[float, ...]  # negative heights: these rise downwards
    cells: dict[Square, Square]

    def square(self, point: Point) -> Square | None:
        """Where the point lies; None outside."""
        row = bisect_right(self.top_to_bottom, -point[1]) - 1
        column = bisect_right(self.left_to_right, point[0]) - 1
        return (row, column) if (row, column) in self.cells else None


def upright(page: pypdfium2.PdfPage, x: float, y: float) -> Point:
    """The point of the page as it is read, where the page is shown turned."""
    turned = {0: (x, y), 90: (y, -x), 180: (-x, -y), 270: (-y, x)}
    return turned[page.get_rotation()]


def ruled(page: pypdfium2.PdfPage) -> list[Ruled]:
    """The tables of the page."""
    across, down = _edges(page)
    return list(filter(None, (_ruled(*one) for one in _crossing(across, down))))


def _edges(page: pypdfium2.PdfPage) -> tuple[list[_Edge], list[_Edge]]:
    """The straight lines across and down."""
    across: list[_Edge] = []
    down: list[_Edge] = []
    for (x, y), (other_x, other_y) in _strokes(page):
        wide, high = abs(x - other_x), abs(y - other_y)
        if high <= STRAIGHT < wide:
            across.append(_Edge(-(y + other_y) / 2, *sorted((x, other_x))))
        elif wide <= STRAIGHT < high:
            down.append(_Edge((x + other_x) / 2, *sorted((-y, -other_y))))
    return _joined(across), _joined(down)


def _strokes(page: pypdfium2.PdfPage) -> Iterator[tuple[Point, Point]]:
    paths = list(page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,)))
    for path in paths if len(paths) <= MOST_PATHS else ():
        matrix = path.get_matrix()
        begun = at = (0.0, 0.0)
        for n in range(raw.FPDFPath_CountSegments(path)):
            segment = raw.FPDFPath_GetPathSegment(path, n)
            kind = raw.FPDFPathSegment_GetType(segment)
            point = upright(page, *matrix.on_point(*_point(segment)))
            if kind == raw.FPDF_SEGMENT_MOVETO:
                begun = point
            elif kind == raw.FPDF_SEGMENT_LINETO:
                yield at, point
            at = point
            if raw.FPDFPathSegment_GetClose(segment):
                yield at, begun
                at = begun


def _point(segment: raw.FPDF_PATHSEGMENT) -> Point:
    x, y = ctypes.c_float(), ctypes.c_float()
    raw.FPDFPathSegment_GetPoint(segment, x, y)
    return x.value, y.value


def _joined(edges: Iterable[_Edge]) -> list[_Edge]:
    """Those on one line at one place, those of them that meet as one."""
    made: list[_Edge] = []
    lines: list[list[_Edge]] = []
    for edge in sorted(edges):
        if lines and edge.at - lines[-1][0].at <= NEAR:
            lines[-1].append(edge)
        else:
            lines.append([edge])
    for line in lines:
        at = sum(edge.at for edge in line) / len(line)
        start, end = float("inf"), float("-inf")
        for edge in sorted(line, key=lambda one: one.start):
            if edge.start > end + NEAR and end > start:
                made.append(_Edge(at, start, end))
                start, end = edge.start, edge.end
            start, end = min(start, edge.start), max(end, edge.end)
        made.append(_Edge(at, start, end))
    return made


def _crossing(
    across: Sequence[_Edge], down: Sequence[_Edge]
) -> Iterator[tuple[list[_Edge], list[_Edge]]]:
    """The lines that hang together, table by table."""
    left = list(range(len(across)))
    while left:
        rows, columns = {left[0]}, set[int]()
        found = True
        while found:
            more = {
                n
                for n, edge in enumerate(down)
                if n not in columns and any(_meet(across[row], edge) for row in rows)
            }
            columns |= more
            others = {n for n in left if any(_meet(across[n], down[c]) for c in columns)} - rows
            rows |= others
            found = bool(more or others)
        left = [n for n in left if n not in rows]
        yield [across[n] for n in sorted(rows)], [down[n] for n in sorted(columns)]


def _meet(across: _Edge, down: _Edge) -> bool:
    return across.reaches(down.at) and down.reaches(across.at)


def _ruled(across: Sequence[_Edge], down: Sequence[_Edge]) -> Ruled | None:
    """The table that the lines make; None where they make no two rows and columns."""
    if not down:
        return None
    tops, sides = sorted({one.at for one in across}), sorted({one.at for one in down})
    ends = min(one.start for one in across), max(one.end for one in across)
    sides = [*ends[:1]] * (ends[0] < sides[0] - OUTER) + sides
    sides += [*ends[1:]] * (ends[1] > sides[-1] + OUTER)
    if len(tops) < FEWEST_LINES or len(sides) < FEWEST_LINES:
        return None
    middle_of_row = [sum(pair) / 2 for pair in pairwise(tops)]
    middle_of_column = [sum(pair) / 2 for pair in pairwise(sides)]
    cells: dict[Square, Square] = {}
    for row, height in enumerate(middle_of_row):
        for column, place in enumerate(middle_of_column):
            first = row, column
            if column and not _parts(down, sides[column], height):
                first = cells[row, column - 1]
            elif row and not _parts(across, tops[row], place):
                first = cells[row - 1, column]
            cells[row, column] = first
    return Ruled(tuple(sides), tuple(tops), cells)


def _parts(edges: Iterable[_Edge], at: float, middle: float) -> bool:
    """Whether a line is drawn there, past the middle of the squares beside it."""
    return any(edge.at == at and edge.start <= middle <= edge.end for edge in edges)


def rows(table: Ruled) -> Iterator[list[Square | None]]:
    """The cells of each row: what covers several rows stands in each, what covers several columns
    in the first and is None in the others, or what follows would stand below the heads of others.
    """
    for _, squares in groupby(sorted(table.cells), key=lambda one: one[0]):
        row: list[Square | None] = []
        for square in squares:
            cell = table.cells[square]
            row.append(None if cell in row else cell)
        yield row
