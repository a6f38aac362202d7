"""What the rows and columns of tables are called, as it is compared with a question."""

from __future__ import annotations

import re

from assistant.query.question import abbreviated
from assistant.sentences.heads import Head, columns, row_cells
from index import Index
from index.matching import normalise

LEAST = 2  # characters of the name of a row or column that is looked for
OF_TIME = re.compile(r"((?:19|20)\d\d)年?(\d{1,2}月份?|[上下]半年|[一二三四1-4]季度|)")
# How much of the column before came to, or what the caption says: it has no name of its own.
GROWTH = re.compile(
    "(?:[比较](?:上年|去年|上季度?))?(?:同期)?(?:同比|环比)?"
    "(?:增长|增减|增速|增幅|涨跌|升降|变动|变化)(?:幅度|率|情况)?"
)
_ALSO = {"产量": ("生产", "产出", "造"), "销量": ("销售", "卖")}
_NOT_OF_IT = (
    "(?![\u4e00-\u9fff]{0,4}(?<!增长)(?<!增)(?:率|比例|比重|密度|增速))"  # 人口密度 for 人口
)
_MEASURED = re.compile("(?:面积|数量|总量|规模)$")  # 哪个镇茶园多
_UNIT = re.compile(r"[(（][^()（）]*[)）]")
_BETWEEN = re.compile(r"(?<=\d)[到至~—–](?=\d)")  # 100到500
_PART_OF = re.compile("^其中[:：]?")


def compared(text: str) -> str:
    """Without 的, which comes between the words of a column, and without units in brackets."""
    bare = _UNIT.sub("", normalise(text)).replace("的", "").replace(" ", "")
    return _BETWEEN.sub("-", bare)


def read_row(index: Index, row: int) -> list[str]:
    """The cells of a row, as they are compared; 其中：猪肉 is called 猪肉."""
    cells = [compared(cell) for cell in row_cells(index.sentence(row))]
    return [_PART_OF.sub("", cell) for cell in cells[:1]] + cells[1:]


def is_part(index: Index, row: int) -> bool:
    """Whether the row is of a part of what the one above is of: 其中：猪肉."""
    return any(_PART_OF.match(cell) for cell in row_cells(index.sentence(row))[:1])


def row_name(index: Index, row: int) -> str:
    """What the row is called: its first cell."""
    return next(iter(read_row(index, row)), "")


def column_names(index: Index, head: Head) -> list[str]:
    """What the columns are called, as it is compared."""
    return list(map(compared, headings(index, head)))


def headings(index: Index, head: Head) -> list[str]:
    """What the columns are called: of two rows the year comes first, 2024年 产量."""
    found = columns(index, head)
    if len(head) == 1:
        return [*found] if found[0] == "" else row_cells(index.sentence(head[0]))
    parts = (sorted(one.split(), key=_is_no_time) for one in found)
    return [" ".join(one) for one in parts if one]


def _is_no_time(words: str) -> bool:
    return not OF_TIME.fullmatch(words)


def stands_in(column: str, asked: str) -> bool:
    """Whether the words of the head stand there, also in short; its year may stand apart."""
    year = OF_TIME.match(column)
    called = column[year.end() :] if year else column
    if year and not (year[1] in asked and year[2] in asked):
        return False
    words = (called, abbreviated(called), _MEASURED.sub("", called), *_ALSO.get(called, ()))
    named = (re.escape(one) for one in words if len(one) >= LEAST or one in _ALSO.get(called, ()))
    return bool(year and not called) or any(re.search(f"{one}{_NOT_OF_IT}", asked) for one in named)
