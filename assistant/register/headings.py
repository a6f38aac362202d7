"""Headings within a text: which belongs to whoever speaks below, which ends what was said above."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.register.attention import Focus, Mention
from assistant.register.beside import introduced_in
from assistant.register.labels import is_strange
from assistant.register.lines import Line
from assistant.register.lists import ENUMERATOR
from assistant.register.norms import is_imperative
from assistant.register.speakers import BYLINE, is_byline

_LONGEST = 40  # characters of a title
_BULLET = re.compile("[■◆●▪★§◇▲△〇□※]")  # 〇: ○, as a Line has it


_NUMBERED = re.compile(f"{ENUMERATOR.pattern}?")


def heads_words(line: Line, mention: Mention) -> bool:
    """### 二、张三的发言: a heading that is nothing but who speaks below it."""
    before, behind = line.text[: mention.start], line.text[mention.end :]
    if _OF_BODY.fullmatch(before) and behind == "）":
        return True
    return bool(_NUMBERED.fullmatch(before) and BYLINE.fullmatch(behind))


_OF_BODY = re.compile("[^，。；：（）]{2,30}（[^，。；：（）]{2,30}")  # 某公司（副总经理 张三）


def stands_below(line: Line, focus: Focus) -> bool:
    """Whether the line stands below the heading that is nothing but who speaks there."""
    return bool(focus.voice and focus.headed and line.section.endswith(focus.headed))


def opens_another(text_lines: Sequence[Line], number: int, focus: Focus) -> bool:
    """A title, or （二）补上这一课。 before 李四 comes in: what follows is another's."""
    line = text_lines[number]
    numbered = ENUMERATOR.match(line.text)
    below = text_lines[number + 1] if number + 1 < len(text_lines) else None
    if (line.heading and not numbered) or _is_column(line, below):
        return True
    if line.heading and focus.headed and not f"{line.section} > ".startswith(f"{focus.headed} > "):
        return True  # ### 张三 has ended with what it heads
    if below is None:
        return False
    leads = below.paragraph == line.paragraph and numbered is not None
    return (leads and bool(introduced_in(below, focus.heads))) or (
        _is_title(line) and is_byline(below)
    )


def _is_column(line: Line, below: Line | None) -> bool:
    """■ 行业数据 above a text; a list would go on with the same mark, or ask for something."""
    mark = _BULLET.match(line.text)
    if mark is None or not _is_title(line) or is_imperative(line.text[1:]):
        return False
    return below is not None and not below.text.startswith(mark.group())


def _is_title(line: Line) -> bool:
    return len(line.text) <= _LONGEST and line.text.rstrip("”")[-1:] not in "。；：，！"


def title_above(text_lines: Sequence[Line], number: int) -> Line | None:
    """The title between which and the text the byline `number` stands."""
    above = text_lines[number - 1] if number else None
    title = above is not None and _is_title(above) and not is_strange(above)
    return above if title else None
