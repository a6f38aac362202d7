"""Several questions in one message, told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant import smalltalk
from index.matching import terms
from index.scope import years

MOST = 5  # questions of a message that are told apart
SHORTEST = 2  # characters of words: less asks nothing
_ENDS = re.compile(r"(?<=[？?])")
# 粮食产量是多少？1982年的报告怎么说？ asks once, and says where.
_WHERE = re.compile(
    r"^(?P<where>[^，。？?]{0,20}?(?:报告|文件|文章|原文|文中|材料|规划|纪要|方案))[里中上]?(?:是|又)?"
    r"(?:怎么|如何|怎样)(?:说|讲|写|表述)的?[？?]$"
)


def split(text: str) -> list[str]:
    """The questions of a message; one that asks once, or too much, stays whole.

    >>> split("赤泥堆存量有多少？谁提到了它？谢谢！")
    ['赤泥堆存量有多少？', '谁提到了它？']
    >>> split("粮食产量是多少？1982年的报告怎么说？")
    ['1982年的报告，粮食产量是多少？']
    >>> split("谁建议设立交割库？丁士启怎么说？")
    ['谁建议设立交割库？', '丁士启怎么说？']
    """
    parts = [part.strip() for part in _ENDS.split(text)]
    asked = [part for part in parts if part[-1:] in ("？", "?") and asks(part)]
    where = _WHERE.match(asked[-1]) if len(asked) > 1 else None
    if where:
        named = f"{where['where']}，" if years(where["where"]) else ""
        return [f"{named}{''.join(asked[:-1])}"]
    rest = parts[-1] if parts[-1] not in asked and asks(parts[-1]) else ""
    return asked if 1 < len(asked) <= MOST and not rest else [text]


def asks(text: str) -> bool:
    """Whether there is anything to look for: no greeting, and words enough."""
    return not smalltalk.reply(text) and len("".join(terms(text))) >= SHORTEST


def singly(history: Sequence[str]) -> list[str]:
    """Earlier messages, each of their questions by itself."""
    return [question for message in history for question in split(message)]
