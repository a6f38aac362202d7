"""The province that role, organisation or post name; nothing is known beyond their words."""

from __future__ import annotations

import re

PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|"
    "广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门"
)
_KIND = "(?:省|(?<=[京津海庆])市|(?:壮族|回族|维吾尔)?自治区|特别行政区)"
PLACE = f"(?:{PROVINCES}){_KIND}?"
# Not 海南藏族自治州; behind 某省, as in 广东省海南商会, it says what is within, not where.
_PROVINCE = re.compile(
    f"(?P<name>{PROVINCES})(?!州|(?:藏族|蒙古族)自治){_KIND}?"
    f"(?:(?<=[省市区])(?:{PROVINCES})(?!{_KIND}))?"
)


def province(words: str) -> str:
    """The province that the words are the name of: 河南省 is 河南; else empty."""
    return provinces(words)[0] if re.fullmatch(PLACE, words) else ""


def provinces(words: str) -> tuple[str, ...]:
    """Every province the words name, in order, each once.

    >>> provinces("河南省政协委员、中国矿业大学（北京）原副校长")
    ('河南', '北京')
    >>> provinces("青海省海南藏族自治州人大代表")
    ('青海',)
    >>> provinces("上海南方公司")  # read from the left: not also of 海南
    ('上海',)
    """
    return tuple(dict.fromkeys(match["name"] for match in _PROVINCE.finditer(words)))
