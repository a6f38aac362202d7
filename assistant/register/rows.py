"""The rows of tables: each of a list a proposal, each of a form some of its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.register.fields import ROLE_KEY, Block, kind_of, listed
from assistant.register.lines import CELL, RULE, Line, Lines, part_of
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
    kinds = [kind_of(cell) for cell in CELL.findall(line.text)]
    return kinds if "proposer" in kinds and {"content", "gist", "title"} & set(kinds) else []


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
    named = [bool(kind_of(one.group()) or _ASIDE.fullmatch(one.group())) for one in cells]
    pairs = zip(cells[::2], cells[1::2], strict=True)
    read = [part_of(line, a.start(), b.end()) for a, b in pairs if kind_of(a.group())]
    return read if all(named[::2]) and not any(named[1::2]) else []


_FEWEST_CELLS = 4  # of a row with several names and values
# What a form asks besides: no field of a proposal.
_ASIDE = re.compile(
    "(?:所[在属])?(?:界别|党派|性别|民族|年龄|学历|专委会)|(?:联系|办公|手机)?(?:电话|方式|号码)|手机|"
    "(?:联系|通[讯信])?地址|邮[编箱]|邮政编码|(?:提案|建议)?(?:类别|分类|编号|案号|日期|时间)"
)
