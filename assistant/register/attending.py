"""Who is there, told in a sentence of minutes: 出席会议的有某局局长张三，市政协委员李四、王五。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.register.lines import Line
from assistant.register.names import is_name, name_end, names_apart
from assistant.register.posts import split_role
from assistant.register.recurring import could_be_name
from assistant.register.titled import PASSING, POST_ENDS, POSTED, ROLL, Introduction

_OPENS = re.compile(
    "(?:出席|参加|列席|与会|到会|参会)(?:了)?(?:[^，。；：、]{0,12}的[^，。；：、]{0,6}?)?"
    "(?:还|分别|主要)?(?:有|包括|为|是)(?:：)?(?P<roll>[^。]+)"
)


def attending(text_lines: Sequence[Line]) -> Iterator[tuple[Line, Introduction]]:
    """Everybody whom such a sentence names with a post; two and more, or it is no roll."""
    for line in text_lines:
        # 参会的有：张三（某局局长）, with a mark behind its head, is read where the line is met
        opened = None if ROLL.match(line.text) else _OPENS.search(line.text)
        found = list(_named(line.text, *opened.span("roll"))) if opened else []
        if len(found) > 1:
            yield from ((line, one) for one in found)


def _named(text: str, begin: int, end: int) -> Iterator[Introduction]:
    shared: tuple[int, int] | None = None  # the post that those behind a 、 have as well
    for start, close in names_apart(text, begin, end - text.endswith("等", begin, end), POST_ENDS):
        listed = text[start - 1 : start] in ("、", "和", "与", "及")
        found = POSTED.fullmatch(text, start, close)
        if found and _is_one(found["name"]):
            shared = found.span("post")
            yield _one(text, shared, found.span("name"))
        elif not found and shared and listed and _is_one(text[start:close]):
            yield _one(text, shared, (start, close))
        else:
            shared = None


def _is_one(name: str) -> bool:
    return is_name(name) or (name_end(name, 0)[0] == 0 and len(name) < 5 and could_be_name(name))


def _one(text: str, post: tuple[int, int], name: tuple[int, int]) -> Introduction:
    """Who has a post and no role is in the register only where he proposes something."""
    role, kept = split_role(text[slice(*post)])
    sure = 0.95 if role else PASSING
    return Introduction(text[slice(*name)], role, kept, post[0], name[1], *name, sure)
