"""The rows of tables: each of a list a proposal, each of a form some of its fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.register.fields import ASIDE, ROLE_KEY, Block, kind_of, listed
from assistant.register.lines import CELL, RULE, Line, Lines, part_of, side_by_side
from assistant.register.lists import ENUMERATOR


def rows(text_lines: Lines) -> Iterator[tuple[Block, set[int]]]:
    """A table: its head names the columns, each further line with as many cells is a proposal."""
    columns, role = list[str](), None
    for number, line in enumerate(text_lines):
        cells = list(CELL.finditer(line.text))
        if headed := columns_headed(line):
            columns, head = headed, cells[headed.index("proposer")]
            told = ROLE_KEY.search(line.text, *head.span())
            role = (line, *told.span("role")) if told else None
        elif len(cells) != len(columns) or len(cells) < 2:
            columns = columns if "\t" in line.text or RULE.fullmatch(line.text) else []
        else:
            block = Block(role=role)
            for kind, cell in sorted(
                zip(columns, cells, strict=True), key=lambda one: one[0] != "proposer"
            ):
                _cell(block, kind, line, cell)
            yield block, {number}


def columns_headed(line: Line) -> list[str]:
    """Of 提案人 | 案由 | 建议, which names who proposes and what, each in a cell, the kind of each
    column; empty for any other line.
    """
    cells = CELL.findall(line.text)
    kinds = [kind_of(cell) or ("content" if _ASKED.fullmatch(cell) else "") for cell in cells]
    return kinds if "proposer" in kinds and {"content", "gist", "title"} & set(kinds) else []


# 一句话建议, 今年想说的, 最大的心愿: a column's head in no form's words
_ASKED = re.compile(
    "[^，。；：\\d]{1,5}(?:建议|主张|诉求|呼声|心声|心愿|期盼|建言)|[一-鿿]{0,4}[想要][说提]的"
)


def _cell(block: Block, kind: str, line: Line, cell: re.Match[str]) -> None:
    if kind == "proposer":
        block.people += [block.in_role(line, one) for one in listed(line, *cell.span())]
    elif kind == "post":
        block.posts.append((line, *cell.span()))
    elif kind == "title" and cell.group():
        block.title = (line, *cell.span())
    elif kind in ("content", "gist"):
        block.gist = block.gist or kind == "gist"
        parts = _SENTENCE.finditer(line.text, *cell.span())
        block.content += [(line, part.start("said"), part.end("said")) for part in parts]


# 1．延长……。<br>2．设立……。
_SENTENCE = re.compile(f"(?:<br/?>|{ENUMERATOR.pattern})*(?P<said>(?:(?!<br)[^\t。])+。?)")


def in_row(line: Line) -> list[Line]:
    """提案者 | 张三 | 界别 | 科技界: the fields of a form's row; none of a table's head."""
    cells = list(CELL.finditer(line.text))
    if len(cells) < _FEWEST_CELLS or len(cells) % 2 or not kind_of(cells[0].group()):
        return []
    named = [bool(kind_of(one.group()) or ASIDE.fullmatch(one.group())) for one in cells]
    pairs = zip(cells[::2], cells[1::2], strict=True)
    read = [part_of(line, a.start(), b.end()) for a, b in pairs if kind_of(a.group())]
    return read if all(named[::2]) and not any(named[1::2]) else []


def with_values_below(text_lines: Iterable[Line]) -> list[Line]:
    """领衔代表 above 张三, each a paragraph of a web page's list: one line, with a tab between."""
    result: list[Line] = []
    for line in text_lines:
        above = result[-1] if result else line
        keyed = _is_key(above) and line.paragraph == above.paragraph + 1
        if keyed and not (_is_key(line) or line.text[-1] in "：。"):
            result[-1] = side_by_side(above, (above, 0, len(above.text)), (line, 0, len(line.text)))
        else:
            result.append(line)
    return result


def _is_key(line: Line) -> bool:
    read = kind_of(line.text) in ("proposer", "title", "post")
    return read or ASIDE.fullmatch(line.text) is not None


def is_aside(line: Line) -> bool:
    """联系电话　12345 and the like in a form."""
    return ASIDE.fullmatch(line.text, 0, min(line.spaced, default=0)) is not None


_FEWEST_CELLS = 4  # of a row with several names and values
