"""Figures of a table, 企业 | 产量（万吨） above 某某铜业 | 128.4: label and head say of what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from assistant.register.lines import CELL, RULE, Line, Lines, Part, Span, text_of
from assistant.register.measured import Measured
from assistant.register.numbers import DIGITS, Number, digits, numbers
from assistant.register.years import named_years
from corpus.heads import is_grouped

_BARE = re.compile(rf"(?P<about>约)?\+?(?P<value>[-−－﹣]?(?:{DIGITS}))(?P<share>[%‰])?")
# 产量（万吨）, 产量/万吨, 单位：万吨
_UNIT = re.compile(
    "[（/，](?:单位：?)?(?P<inside>[^（）/，：]{1,6}(?:/[^（）]{1,4})?)）?$|单位：(?P<said>[^（）\t，]{1,8})"
)
# Heads that say nothing of what is counted.
_EMPTY = re.compile(
    "(?:数值|数据|数量|指标值?|合计|总计|实际完成|完成情况|本期数?|金额|人数|比例|数额|"
    "[\\d年月第季度上下半一二三四初末底全—\\-（）预计实际完成目标]+)(?:（[^）]*）)?"
)
_NO_LABEL = re.compile("序号|编号|排名|名次|位次|No\\.?")
_SHARE = re.compile("增[速幅]|[涨跌降]幅|[同环]比|占比|比重|率(?:（[^）]*）)?$")  # in no 万吨
_STATED = 0.9  # that the subject is right, as in a sentence that says it
_LONGEST_CAPTION = 40  # characters


@dataclass(frozen=True, slots=True)
class _Head:
    """The row that heads a table, its cells, and the unit and year that the caption gives; `over`:
    for each cell the one of a row above that holds it together with others, 2024年 over 产量.
    """

    line: Line
    cells: tuple[Span, ...]
    unit: str
    year: str
    over: tuple[Part, ...] = ()

    def text(self, at: int) -> str:
        return self.line.text[slice(*self.cells[at])]

    def above(self, at: int) -> str:
        """What stands over a cell."""
        return text_of(self.over[at]) if self.over else ""


def in_cells(rows: Sequence[tuple[Line, list[Measured]]]) -> Iterator[tuple[Line, list[Measured]]]:
    """Each line with its numbers; of a table's row each with label and head as what it counts."""
    head: _Head | None = None
    upper: _Head | None = None  # the head right above, rules aside
    above: list[Line] = []  # what may be the caption: the last two lines, headings, too
    for line, found in rows:
        cells = [match.span() for match in CELL.finditer(line.text)]
        over = _over(upper, line.text, cells)
        if _is_of_no(head, line.text, cells) or over:
            head = None
        if len(cells) > 1 and head is None and _is_head(line.text, cells):
            head = upper = replace(_headed(line, cells, above), over=over)
            yield line, found
        elif RULE.fullmatch(line.text):
            yield line, found
        else:
            upper = None
            yield line, _of_row(line, cells, found, head) if head else found
        above = [*above[-1:], line]


def _is_of_no(head: _Head | None, text: str, cells: Sequence[Span]) -> bool:
    """Whether a line is none of those below a head."""
    return len(cells) < 2 or (
        head is not None and (len(cells) != len(head.cells) or _heads(text, cells))
    )


def _over(upper: _Head | None, text: str, cells: Sequence[Span]) -> tuple[Part, ...]:
    """The cells of the head right above, for each cell of a row that parts what they hold."""
    if upper is None or RULE.fullmatch(text):
        return ()
    # A line ends with its last word, not with its empty cells.
    spans = [*upper.cells, *[(0, 0)] * (len(cells) - len(upper.cells))]
    words = [upper.line.text[slice(*span)] for span in spans]
    if not is_grouped(words, [text[slice(*cell)] for cell in cells]):
        return ()
    over: Iterator[Span] = accumulate(spans, lambda before, one: one if one[0] < one[1] else before)
    return tuple((upper.line, *span) for span in over)


def _is_head(text: str, cells: Sequence[Span]) -> bool:
    """No cell is a number, and two say something."""
    words = [text[start:end] for start, end in cells if start < end]
    return len(words) > 1 and not any(_BARE.fullmatch(word) for word in words)


def _heads(text: str, cells: Sequence[Span]) -> bool:
    """地区 | 产值（亿元） right below a table heads another one."""
    units = any(_unit(text[start:end]) for start, end in cells)
    return units and _is_head(text, cells) and not re.search(r"\d", text)


def _headed(line: Line, cells: Sequence[Span], above: Lines) -> _Head:
    caption = "，".join(_spaced(one) for one in above if len(one.text) <= _LONGEST_CAPTION)
    return _Head(line, tuple(cells), _unit(caption), _year(caption))


def _spaced(line: Line) -> str:
    """With its spaces: 表1 2025年 is of no year 1202."""
    text = line.text
    return "".join(f" {text[at]}" if at in line.spaced else text[at] for at in range(len(text)))


def _of_row(
    line: Line, cells: Sequence[Span], found: Sequence[Measured], head: _Head
) -> list[Measured]:
    label = _label(line.text, cells, head)
    if label is None:
        return list(found)
    result: list[Measured] = []
    for at, (start, end) in enumerate(cells):
        own = [one for one in found if start <= one.number.start < end]
        if at > label and not own:
            own = _bare(line, cells, at, label, head)
        elif at <= label or not _fills(line.text[start:end], own, start):
            result += own  # words with a number in them: they say themselves what it counts
            continue
        result += (_named(line, cells[label], head, at, one) for one in own)
    return result


def _fills(cell: str, own: Sequence[Measured], start: int) -> bool:
    """约97.6万吨: nothing but a number."""
    around = cell[: own[0].number.start - start] + cell[own[-1].number.end - start :]
    return not around.strip("+约近超余多左右以上下")


def _label(text: str, cells: Sequence[Span], head: _Head) -> int | None:
    """The first cell that names the row."""
    for at, (start, end) in enumerate(cells):
        word = text[start:end]
        if not word or _NO_LABEL.fullmatch(head.text(at)):
            continue
        return at if _year(word) or not _BARE.fullmatch(word) else None
    return None


def _year(words: str) -> str:
    """The year that a head or a label is of: 2024年产量, or 2024 and nothing else."""
    if re.fullmatch(r"(?:19|20)\d\d", words):
        return words
    years = named_years(words)
    return years[0] if len(years) == 1 else ""


def _bare(line: Line, cells: Sequence[Span], at: int, label: int, head: _Head) -> list[Measured]:
    """The number of a cell that has no unit of its own."""
    start, end = cells[at]
    number = _BARE.fullmatch(line.text, start, end)
    if number is None:
        return []
    beside = next(
        (line.text[slice(*cells[i])] for i in range(len(cells)) if "单位" in head.text(i)), ""
    )
    shared = "" if _SHARE.search(head.text(at)) else head.unit
    own = (head.text(at), head.above(at), line.text[slice(*cells[label])])
    ways = (*map(_unit, own), _known(beside), shared)
    unit = number["share"] or next(filter(None, ways), "")
    if not unit or unit == "年":
        return []
    place = Number(digits(number["value"]), unit, number.start("value"), end)
    return [Measured(place, start, start, "", number["about"] or "", _STATED)]


def _named(line: Line, label: Span, head: _Head, at: int, one: Measured) -> Measured:
    """With row and column as its subject, and the year of either or of the caption."""
    row, column = line.text[slice(*label)], head.text(at)
    above = head.above(at)
    year = one.year or _year(column) or _year(above) or _year(row) or head.year
    start, end = label[0], label[0] + _name_length(row)
    parts: list[Part] = [] if _year(row) and _EMPTY.fullmatch(row) else [(line, start, end)]
    if above not in ("", column) and not _EMPTY.fullmatch(above):
        upper, begin, _ = head.over[at]
        parts.append((upper, begin, begin + _name_length(above)))
    if column and not _EMPTY.fullmatch(column):
        begin = head.cells[at][0]
        parts.append((head.line, begin, begin + _name_length(column)))
    parts = parts or [(line, start, end)]
    return replace(one, start=start, end=end, year=year, parts=tuple(parts), sure=_STATED)


def _name_length(words: str) -> int:
    """Of 产量（万吨） that of 产量."""
    unit = _UNIT.search(words)
    return unit.start() if unit and unit.start() and _unit(words) else len(words)


def _unit(words: str) -> str:
    """The unit that the words end with in brackets, or say: 单位：万吨."""
    found = _UNIT.search(words)
    return _known(found["inside"] or found["said"]) if found else ""


def _known(unit: str) -> str:
    """The unit as it is written behind a number; empty for other words."""
    text = f"1{unit}"
    one = next(numbers(text), None) if unit else None
    return one.unit if one and one.end == len(text) else ""
