"""Lists of proposals: the marks of their items, and the sentences that only announce them."""

from __future__ import annotations

import re

BULLET = r"[-·●■◆▪*]\s*"
ENUMERATOR = re.compile(
    r"(?:[一二三四五六七八九十]是|第[一二三四五六七八九十]条?[，是]|（[一二三四五六七八九十\d]+）|"
    r"\d{1,2}[.、．）]|[①-⑩]|[一二三四五六七八九十]、|其[一二三四五]，?|"
    rf"首先，|其次，|再次，|最后，|{BULLET})"
)
_LIST_ONLY = re.compile(
    "(?:以下|如下)?[^，。；]{0,12}?(?:[几两一二三四五六七八九十多\\d]+)?(?:点|条|项|个方面的?|个|"
    "方面的?|份|件)?[^，。；、]{0,6}?"
    "(?:建议|提案|议案|对策|举措|意见|思路|想法|主张|期待|看法|问题|请求|诉求|提议)[：。；，]?$"
)


# 五份建议，内容涉及绿色制造、出口退税等方面
_IN_ALL = re.compile(
    "[几两一二三四五六七八九十百多\\d]+[份件条项](?:建议|提案|议案)，(?:内容)?(?:分别|[都均])?(?:涉及|涵盖|覆盖|与[^，。；]+(?:有关|相关))|"
    "[^，。；《]*(?:建议|提案|议案)，[^，。；]{0,6}[有是为共][几两一二三四五六七八九十\\d]+[点条项个][^，。；]{0,4}[：。]?$"
)


def opens_list(text: str) -> bool:
    """三点建议： and the like announce proposals without making one."""
    if _IN_ALL.match(text):
        return True
    return (
        bool(_LIST_ONLY.match(text)) and not re.search("《|[份件条个]关于", text) and len(text) < 22
    )


def announces(text: str) -> bool:
    """条例应规范以下内容： and the like: nothing of its own, but a list to come."""
    text = re.sub("^(?:为此|因此|对此|据此|综上)，", "", text)
    return opens_list(text) or re.search("[以如]下[^，。：]{0,6}：$", text) is not None
