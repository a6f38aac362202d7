"""Tables of proposals: the head names the columns, each row below is a proposal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.register.fields import Block, kind_of, listed, with_posts
from assistant.register.lines import CELL, Line
from assistant.register.lists import ENUMERATOR


def rows(text_lines: Sequence[Line]) -> Iterator[tuple[Block, set[int]]]:
    """A table: its head names the columns, each further line with as many cells is a proposal."""
    columns: list[str] = []
    for number, line in enumerate(text_lines):
        cells = list(CELL.finditer(line.text))
        kinds = [kind_of(cell.group()) for cell in cells]
        if "proposer" in kinds and {"content", "gist", "title"} & set(kinds):
            columns = kinds
        elif len(cells) != len(columns) or len(cells) < 2:
            columns = columns if "\t" in line.text else []
        else:
            block = Block()
            for kind, cell in sorted(zip(columns, cells, strict=True), key=_proposer_first):
                _cell(block, kind, line, cell)
            yield block, {number}


def _proposer_first(column: tuple[str, re.Match[str]]) -> bool:
    return column[0] != "proposer"


def _cell(block: Block, kind: str, line: Line, cell: re.Match[str]) -> None:
    if kind == "proposer":
        block.people += [(line, one) for one in listed(line, *cell.span())]
    elif kind == "post":
        block.people = with_posts(block.people, line, *cell.span())
    elif kind == "title" and cell.group():
        block.title = (line, *cell.span())
    elif kind in ("content", "gist"):
        block.gist = block.gist or kind == "gist"
        parts = _SENTENCE.finditer(line.text, *cell.span())
        block.content += [(line, part.start("said"), part.end("said")) for part in parts]


# 1．延长……。<br>2．设立……。
_SENTENCE = re.compile(f"(?:<br/?>|{ENUMERATOR.pattern})*(?P<said>(?:(?!<br)[^\t。])+。?)")
