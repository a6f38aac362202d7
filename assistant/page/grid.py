"""Quotes that are rows of tables, cell by cell: a card shows a table, not a run of words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from markupsafe import Markup

from assistant.page.columns import widths
from assistant.page.marks import is_marked_up, plain
from assistant.types import Quote
from corpus import flat, tidy
from corpus.cells import BARRED, BELOW_HEAD, FEWEST, cells
from corpus.lines import LONGEST_HEADING, is_table_row, line_end, line_start

_UNIT_SAID = re.compile(
    r"(?<![一-龥])(?:金额|计量)?单位[：:]\s*(?:人民币)?(?:[%％]|[百千万亿]*[一-龥]{1,3})(?![一-龥])"
)
# 表2 近三年主要指标(亿元、%); not （续表）
_AMOUNT = (
    "[百千万亿]*(?:[美港欧日]?元|吨|公斤|千克|人次|[人户个家件套台辆次亩]|公顷|(?:平方|立方)?(?:公里|千?米)"
    "|千瓦时?|[%％‰])"
)
_UNIT_BEHIND = re.compile(f"[(（]{_AMOUNT}(?:[、，,/／]{_AMOUNT})*[)）]$")
_UNIT = re.compile(r"[(（][^()（）]*[)）]")
_COUNT = re.compile(r"(?!(?:19|20)\d\d)\d{1,5}")  # 12, but not a year
_NAME = re.compile(r"[^\W\d_]")
NAMING = 2  # characters of a column's head in the question: one may be any word's

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a quote, below the head of their columns where that is quoted as well."""

    rows: tuple[Row, ...]
    head: Row = ()
    asked: int = 0  # the column that the question names; 0, the names of the rows: none
    unit: str = ""  # what the line above the table says of all its values


def grid(quote: Quote, text: str, question: str) -> Grid | None:
    """A quote that is a row, or rows, of a table in `text`; the question tells the column."""
    named = map(plain, quote.head) if is_marked_up(quote.document) else quote.head
    head, *rows = _flush([tuple(named), *_rows(quote, text)])
    if rows and (head or _is_table_alone(quote, rows, text)):
        return Grid(tuple(rows), head, _asked(head, question), _unit(quote, text) if head else "")
    return None


def _unit(quote: Quote, text: str) -> str:
    """What the line above the table says: 单位：万元, or all of it where it ends with (万元)."""
    line, start = "", line_start(text, quote.start)
    while start and (not line.strip() or is_table_row(line)):
        end, start = start - 1, line_start(text, start - 1)
        line = text[start:end]
    if is_table_row(line) or len(line) > LONGEST_HEADING:
        return ""
    if said := _UNIT_SAID.search(line):
        return tidy(said.group())
    read = tidy(plain(line) if is_marked_up(quote.document) else line)
    return read if _UNIT_BEHIND.search(read) else ""


def _asked(head: Row, question: str) -> int:
    """The column whose head has most in common with the question, if one has more than others."""
    common = [
        sum(
            SequenceMatcher(None, part, question, autojunk=False).find_longest_match().size
            for part in _UNIT.sub("", cell).split()
        )
        for cell in head[1:]
    ]
    most = max(common, default=0)
    return common.index(most) + 1 if most >= NAMING and common.count(most) == 1 else 0


def render_grid(grid: Grid, among: Sequence[Grid]) -> Markup:
    """Blanks between the cells: whoever hears or selects the text is to have them, too.

    `among`: all of one table whose cards stand in a row; only the first shows the head, and the
    columns of all are as wide.
    """
    is_first, names = not among or grid is among[0], _naming(among or [grid])
    head = _line(grid.head, "th", grid.asked, names) if grid.head and is_first else ""
    head = Markup("<thead>{}</thead>").format(head) if head else ""
    caption = Markup("<caption>{}</caption>").format(grid.unit) if grid.unit and is_first else ""
    body = Markup("\n").join(_line(row, "td", grid.asked, names) for row in grid.rows)
    return Markup("<table{}>{}{}{}<tbody>{}</tbody></table>").format(
        Markup(' class="of-one"') if among else "", caption, _columns(among or [grid]), head, body
    )


def _columns(among: Sequence[Grid]) -> Markup:
    names = _naming(among)
    made = widths(among[0].head, [row for grid in among for row in grid.rows])
    columns = (
        Markup('<col{} style="--em:{}">').format(_marked(names=0 < at == names), width)
        for at, width in enumerate(made)
    )
    return Markup("<colgroup>{}</colgroup>").format(Markup("").join(columns))


def runs(quotes: Sequence[Quote], forms: Mapping[int, object]) -> list[tuple[Grid, ...]]:
    """For each quote of a document the rows beside it of the same table, its own among them; ()
    where none is. What stands on another page or in another section tells so by itself.
    """

    def table(quote: Quote) -> tuple[object, ...]:
        form = forms.get(quote.n)
        return (form.head, quote.section, quote.page) if isinstance(form, Grid) else ((),)

    found: list[tuple[Grid, ...]] = []
    for (head, *_), group in groupby(quotes, key=table):
        same = tuple(forms.get(quote.n) for quote in group)
        found += [same if head and len(same) > 1 else ()] * len(same)  # type: ignore[list-item]
    return found


def _naming(among: Sequence[Grid]) -> int:
    """The column that names the rows: the first, unless that only counts them."""
    rows = [row for grid in among for row in grid.rows]
    return int(
        all(len(row) > 1 and _COUNT.fullmatch(row[0]) and _NAME.search(row[1]) for row in rows)
    )


def _line(cells: Row, kind: str, asked: int, names: int) -> Markup:
    made = (
        Markup("<{0}{1}>{2}</{0}>").format(
            kind, _marked(asked=0 < at == asked, names=0 < at == names), cell
        )
        for at, cell in enumerate(cells)
    )
    return Markup("<tr>{}</tr>").format(Markup(" ").join(made))


def _marked(**marks: bool) -> Markup:
    """As a class each of those that apply."""
    found = " ".join(name for name, applies in marks.items() if applies)
    return Markup(' class="{}"').format(found) if found else Markup("")


def _rows(quote: Quote, text: str) -> tuple[Row, ...]:
    """No rows where it is no table, or no longer what was quoted."""
    source = _whole(quote, text)
    lines = [line for line in source.splitlines() if line.strip()]
    if flat(source) != flat(quote.text) or not all(map(is_table_row, lines)):
        return ()
    lines = [line for line in lines if not BELOW_HEAD.fullmatch(line)]
    return tuple(as_row(line, is_marked_up(quote.document)) for line in lines)


def _whole(quote: Quote, text: str) -> str:
    """What is quoted with the blanks around it, which are empty cells: the corner above the names
    of the rows, what a row leaves out at its end.
    """
    before = text[line_start(text, quote.start) : quote.start]
    behind = text[quote.end : line_end(text, quote.end)]
    blanks = [part if part.isspace() else "" for part in (before, behind)]
    return text[quote.start : quote.end].join(blanks)


def _flush(lines: Sequence[Row]) -> list[Row]:
    """Without the empty cells that all of them begin with: the tabs only indent them."""
    made = list(lines)
    while all(line[:1] == ("",) for line in filter(None, made)) and any(made):
        made = [line[1:] for line in made]
    return made


def _is_table_alone(quote: Quote, rows: Sequence[Row], text: str) -> bool:
    """Whether it is a table though no head tells so."""
    lines = text[quote.start : quote.end].splitlines()
    barred = all(BARRED.fullmatch(line) for line in lines if line.strip())
    return barred or all(len(row) >= FEWEST for row in rows)


def as_row(line: str, marked_up: bool) -> Row:
    """As written, empty cells too."""
    parts = (line[slice(*cell)] for cell in cells(line))
    return tuple(tidy(plain(part) if marked_up else part) for part in parts)
