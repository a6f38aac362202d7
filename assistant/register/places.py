"""The province that role, organisation or post name; nothing is known beyond their words."""

from __future__ import annotations

import re

PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|"
    "广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门"
)
_PROVINCE = re.compile(PROVINCES)
PLACE = f"(?:{PROVINCES})(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)?"


def province(words: str) -> str:
    """The province that the words are the name of: 河南省 is 河南; else empty."""
    return provinces(words)[0] if re.fullmatch(PLACE, words) else ""


def provinces(words: str) -> tuple[str, ...]:
    """Every province the words name, in order, each once.

    >>> provinces("河南省政协委员、中国矿业大学（北京）原副校长")
    ('河南', '北京')
    >>> provinces("上海南方公司")  # read from the left: not also of 海南
    ('上海',)
    """
    return tuple(dict.fromkeys(_PROVINCE.findall(words)))
