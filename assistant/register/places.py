"""The province that role, organisation or post name, or in which a city lies that they name."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

_CITIES = Path(__file__).parent.with_name("cities.txt")
PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|"
    "广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门"
)
_IN_SHORT = "京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川黔滇陕甘青台蒙桂藏宁新港澳"
_SHORT = dict(zip(_IN_SHORT, PROVINCES.split("|"), strict=True))
_SHORTS = re.compile(f"[{''.join(_SHORT)}]{{2,}}")
_KIND = "(?:省|(?<=[京津海庆])市|(?:壮族|回族|维吾尔)?自治区|特别行政区)"
PLACE = f"(?:{PROVINCES}){_KIND}?"
# Not 海南藏族自治州; behind 某省, as in 广东省海南商会, it says what is within, not where.
_PROVINCE = re.compile(
    f"(?P<name>{PROVINCES})(?!州|(?:藏族|蒙古族)自治){_KIND}?(?:(?<=[省市区])(?:{PROVINCES})(?!{_KIND}))?"
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


def joined_provinces(words: str) -> set[str]:
    """Those that two and more name together by a character each.

    >>> sorted(joined_provinces("青藏铁路全线通车"))
    ['西藏', '青海']
    """
    return {_SHORT[one] for every in _SHORTS.findall(words) for one in every}


@lru_cache(4096)  # the same posts at every key that is typed
def home_provinces(words: str) -> tuple[str, ...]:
    """Every province that the words name or that a city they name lies in, in order, each once.

    >>> home_provinces("徐州市市长")
    ('江苏',)
    >>> home_provinces("河南阳光公司")  # read from the left: not also of 南阳
    ('河南',)
    """
    named = dict.fromkeys(provinces(words))
    for match in _places().finditer(words):
        named |= dict.fromkeys(filter(None, [cities().get(match.group(), "")]))
    return tuple(named)


@cache
def cities() -> dict[str, str]:
    """The province of each city and prefecture of China (GB/T 2260)."""
    lines = (line for line in _CITIES.read_text("utf-8").splitlines() if not line.startswith("#"))
    parts = (line.partition(":") for line in lines)
    return {city: name for name, _, within in parts for city in within.split()}


@cache
def _places() -> re.Pattern[str]:
    """Read from the left, the longest first."""
    names = "|".join(sorted(cities(), key=len, reverse=True))
    return re.compile(f"{PLACE}|{names}")


_OF_PLACE = re.compile(
    "(?:\\d{4}年|关于)?(?!关于|全[国省市县区]|中[华央])(?P<place>[一-鿿]{2,7}?(?:省|(?<!城)市|县|自治[区州]|地区))"
)


def place_of(title: str) -> str:
    """The place that a document is of, where its title begins with that.

    >>> place_of("甲川省2025年计划执行情况的报告"), place_of("2025年国务院政府工作报告")
    ('甲川省', '')
    """
    found = _OF_PLACE.match(title)
    return found["place"] if found else ""
