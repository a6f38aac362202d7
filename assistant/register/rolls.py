"""Rolls of who is there: a head, and below it a name and a post on each line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.register.edges import before_post
from assistant.register.lines import Line
from assistant.register.names import is_name
from assistant.register.posts import POST_END
from assistant.register.speech import ENUMERATOR
from assistant.register.titled import ROLL_HEAD, Introduction

_HEAD = re.compile(f"(?:{ENUMERATOR.pattern})?{ROLL_HEAD}(?:名单|名录)?(?:（[^）]*）)?：?")
# 张三（某院院长）, 张三，某院院长
_ENTRY = re.compile("(?P<name>[一-鿿·]{2,16})[（，：—]+(?P<post>[^，。；：（）]{3,40})[）。；]?")


def read_rolls(text_lines: Sequence[Line]) -> Iterator[tuple[int, Introduction]]:
    """Everybody on a roll, with the number of the line."""
    role = ""
    for number, line in enumerate(text_lines):
        head = _HEAD.fullmatch(line.text)
        entry = _entry(line, role) if role and not head else None
        if entry:
            yield number, entry
        role = head["role"] if head else role if entry else ""


def _entry(line: Line, role: str) -> Introduction | None:
    """张三 某院院长, and nothing else."""
    numbered = ENUMERATOR.match(line.text)
    start, end = numbered.end() if numbered else 0, len(line.text)
    for one in before_post(line, start, end):
        if (one.start, one.end) == (start, end):
            return Introduction(one.name, role, one.post, start, end, start, one.name_end, 0.95)
    entry = _ENTRY.fullmatch(line.text, start)
    if entry is None or not is_name(entry["name"]) or not POST_END.search(entry["post"]):
        return None
    return Introduction(entry["name"], role, entry["post"], start, end, *entry.span("name"), 0.95)
