"""What is a body's: 我会建议 in an association's letter, 提案第三条 that others read out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.register.lines import Line
from assistant.register.titled import BODY, Introduction, Met
from assistant.register.verbs import ASK, ITS_ITEM, WISH

_UNIONS = "协会|学会|商会|联合会|促进会|研究会|基金会|联盟"
_BODIES = f"{_UNIONS}|工商联|妇联|总工会|残联|侨联|科协|[省市区县]委会|总支"
_SIGNED = re.compile(f"(?P<name>[一-鿿]{{2,24}}(?:{_BODIES}))(?:（(?:印章|盖章|公章|章)）)?")
# 我会建议; not 我会议室, and 我会做饭 asks for nothing.
WE = re.compile(f"(?:我|本)(?:会(?!议)|{_UNIONS}|委(?![员托]))|我们(?:协会|学会|商会|联盟)")
_HANDED_IN = re.compile(f"(?:提案|建议|议案)(?:者|人|单位)：(?P<name>{BODY.pattern})")
ITSELF = re.compile(f"(?:提案|建议案?|议案)(?={ITS_ITEM})")
_REPLY = re.compile("^(?:办理)?答复|的答复$|答复意见|复函")
_ASKS = re.compile(f"(?:{WE.pattern})[^，。；：]{{0,8}}(?:{ASK}|{WISH}|提出)")


def writer(text_lines: Sequence[Line]) -> Met | None:
    """The association whose name stands on a line of its own, where the text says 我会建议; the
    one body that is told to have handed in the proposal.
    """
    handed = [(line, one) for line in text_lines if (one := _HANDED_IN.fullmatch(line.text))]
    # In a reply, 我委 is who replies.
    if len(handed) == 1 and not any(_REPLY.search(line.text) for line in text_lines):
        ((line, one),) = handed
        at = one.span("name")
        return line, Introduction(one["name"], "", "", at, at, 0.9)
    if not any(_ASKS.search(line.text) for line in text_lines):
        return None
    for line in text_lines:
        if signed := _SIGNED.fullmatch(line.text):
            at = signed.span("name")
            return line, Introduction(signed["name"], "", "", at, at, 0.9)
    return None
