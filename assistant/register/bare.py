"""Roles told as 代表 or 委员 only, completed from the one session the document speaks of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.register.attention import Known
from assistant.register.lines import Line
from assistant.register.posts import OFFICIAL, ROLE
from assistant.register.titled import given_role
from assistant.register.types import SURE

_BARE = ("代表", "委员")
_LEVEL = re.compile("[国省市县区州](?:人大代表|政协委员)$")
# 某县政协三届二次会议: of which body they are who speak there.
_SESSION = re.compile("([国省市县区州])(人大|政协)[^，。；]{0,8}次会议")


def spelt_out(known: Mapping[str, Known], text_lines: Sequence[Line]) -> dict[str, Known]:
    """The people, each with the full role where the text tells only 代表 or 委员, or tells it once
    for all who speak in turn.
    """
    roles = {bare: _only(bare, text_lines) for bare in _BARE}
    turns = [(line, turn) for line in text_lines if (turn := _IN_TURN.search(line.text))]
    result = {name: _with_role(one, roles) for name, one in known.items()}
    for name, one in result.items() if len(turns) == 1 else ():
        head, turn = turns[0]
        labelled = _LABELLED.match(one.line.text) and head.paragraph < one.line.paragraph
        official = OFFICIAL.search(one.introduction.post)  # in attendance, and perhaps no deputy
        if labelled and not (one.introduction.role or official):
            line, told = given_role(head, *turn.span("role"), one.line, one.introduction)
            told = replace(told, confidence=one.introduction.confidence)
            result[name] = replace(one, line=line, introduction=told)
    return result


# 到会市人大代表逐一发言。 above 张三（某院院长）：……
_IN_TURN = re.compile(
    f"(?P<role>{ROLE.pattern})们?(?:逐一|依次|先后|轮流|分别|相继|踊跃)(?:作了?)?发言"
)
_LABELLED = re.compile("[一-鿿·]{2,16}（[^（）]*）：")


def _with_role(known: Known, roles: Mapping[str, str]) -> Known:
    one = known.introduction
    role = roles.get(one.role) if known.line.text.startswith(one.role, one.name_end) else ""
    sure = min(one.confidence, SURE - 0.05)  # inferred
    return replace(known, introduction=replace(one, role=role, confidence=sure)) if role else known


def _only(bare: str, text_lines: Sequence[Line]) -> str:
    """The one role of this kind in a document that tells at which session they speak, else none."""
    texts = [line.text for line in text_lines]
    roles = {role.group() for text in texts for role in ROLE.finditer(text)}
    full = sorted((one for one in roles if one.endswith(bare) and _LEVEL.search(one)), key=len)
    if not full or not all(one.endswith(full[0]) for one in full):
        return ""
    sessions = {"".join(one) for text in texts for one in _SESSION.findall(text)}
    return full[0] if sessions == {full[0][-5:-2]} else ""
