"""Rolls of who is there: a head, and below it a name and a post on each line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.register.edges import before_post
from assistant.register.lines import Line, side_by_side
from assistant.register.lists import ENUMERATOR
from assistant.register.names import is_name
from assistant.register.past import past
from assistant.register.posts import POST_END
from assistant.register.titled import ROLL_HEAD, Introduction, Met

_HEAD = re.compile(f"(?:{ENUMERATOR.pattern})?{ROLL_HEAD}(?:名单|名录)?(?:（[^）]*）)?：?")
# Of whom they are lines above it tell: 主持：张三委员
_BARE_HEAD = re.compile(
    f"(?:{ENUMERATOR.pattern})?(?:发言|与会|出席|到会|参会)(?:人员?|名单|人员名单)(?:（[^）]*）)?：?"
)
_MEMBERS = re.compile("(?:委员|代表)(?![会团])")
_ABOVE = 8  # lines
# 张三（某院院长）, 张三，某院院长
_ENTRY = re.compile("(?P<name>[一-鿿·]{2,16})[（，：—]+(?P<post>[^，。；：（）]{3,40})[）。；]?")


def read_rolls(text_lines: Sequence[Line]) -> Iterator[tuple[int, Line, Introduction]]:
    """Everybody on a roll, with the number of the line, in a line that the head's role begins."""
    head: tuple[Line, int, int] | None = None
    for number, line in enumerate(text_lines):
        if found := _HEAD.fullmatch(line.text):
            head = line, *found.span("role")
            continue
        if _BARE_HEAD.fullmatch(line.text):
            above = ((one, _MEMBERS.search(one.text)) for one in text_lines[:number][-_ABOVE:])
            head = next(((one, *role.span()) for one, role in above if role), None)
            continue
        below = _entry(line) if head else None
        if head and below:
            yield number, *_with_role(*head, line, below)
        else:
            head = None


def _entry(line: Line) -> Introduction | None:
    """张三 某院院长, and nothing else."""
    start, end = past(ENUMERATOR, line.text, 0), len(line.text)
    for one in before_post(line, start, end):
        if (one.start, one.end) == (start, end):
            return one
    entry = _ENTRY.fullmatch(line.text, start)
    if entry is None or not is_name(entry["name"]) or not POST_END.search(entry["post"]):
        return None
    return Introduction(entry["name"], "", entry["post"], start, end, *entry.span("name"), 0.95)


def _with_role(head: Line, begin: int, close: int, line: Line, one: Introduction) -> Met:
    shift = close - begin + 1
    whole = side_by_side(line, (head, begin, close), (line, 0, len(line.text)))
    name = one.name_start + shift, one.name_end + shift
    role = head.text[begin:close]
    return whole, Introduction(one.name, role, one.post, 0, one.end + shift, *name, 0.95)
