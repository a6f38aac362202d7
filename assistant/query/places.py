"""Places and firms that a text names, whether or not a document knows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.register.places import PROVINCES, cities

_THING = re.compile(
    "([\u4e00-\u9fff]{2})(?:省(?![级委会份内外直])|县(?![级域])|市(?![场值价民政])"
    "|[新城]区|开发区|区(?![域别间块位内长])|州|镇|村(?!民)|街|巷|港(?![口股])|岛"
    "|核?电站|水厂|码头|[林农牧渔]场|枢纽|水库|大桥|隧道|机场|灌区|船闸|基地"
    "|集团|公司|大学|学院|医院|法院|银行|协会|局(?![面势部限]))"
)
# Of what kind one is: 民营医院, 村民委员会; no name.
_KINDS = (
    "试点|示范|重点|大型|中型|小型|病险|综合|运输|国际|支线|民营|国有|公立|私立|社会办?|中小|上市|龙头|贫困|农业"
    "|医疗|教育|高等|职业|商业|村镇|乡镇|农村|建设|新建|改造|货运|客运|村民|居民|业主|基层|地方|返乡|在校|管理"
)
# 上市, 城镇, 半岛, 全县, 哪家公司: no names.
_COMMON = re.compile(
    "[全各本该哪几个这那每某家座的和与在对于]|[上城股超都集楼省县夜门乡小农香空海半群布格结大当开战核入取请报]$|"
    f"什么|多少|其中|我$|{_KINDS}"
)
# No other word runs into a name that stands behind one of these.
_BEFORE_NAME = re.compile(r"(?:^|[^\u4e00-\u9fff]|[年月日期省市州县和与及在对从比]|其中)$")
# 山区, 示范区; but 唐山市, 玉林市 are names.
_AREA = re.compile(
    "^.[社小园景山地市矿校库片灾牧林农老新特湾郊专禁疫展发贸范税城态能命]"
    "(?!(?<=[山林湾园景特新])[县市州镇])"
)
_BUILT = ("电站", "水库", "大桥", "隧道", "机场", "灌区", "船闸")  # 秦山核电站 is a name, too
# 某某县 at the head of a clause is a name, also where the documents know none such.
_UNKNOWN = re.compile(
    r"(?:^|[,。?、和与在])(?!直辖|地级|县级|省会|省级|全|各|哪|本|该|这|那|我|每|某)"
    r"([\u4e00-\u9fff]{2}(?:[省市县镇乡](?=的|有|去年|今年|\d)|省(?![钱电油时力事心水煤料级])))"
)
TRADES = "[铜铝锌锂镍钴钢药茶矿]业(?!权)"  # a firm is called by: 江北铜业
# What a city is a word of its own behind: in 在保山, 浙江宁波; not in 确保山区 or 湖南平江.
_BEFORE_CITY = rf"^|(?:{PROVINCES})省?|[^\u4e00-\u9fff]|[年月市区在到从由对和与及跟的是问给向比]"


def named_things(plain: str, *, apart: bool = False) -> Iterator[str]:
    """The two characters before what a place or firm is called, with that: 某某县, 某某集团.
    `apart`: not where another word may run into them.
    """
    for match in _THING.finditer(plain):
        if apart and not _BEFORE_NAME.search(plain[: match.start()]):
            continue
        is_counted = plain[: match.start()].endswith("个")  # 四个主产县
        is_area = _AREA.search(match[0]) and not match[0].endswith(_BUILT)
        if not (_COMMON.search(match[1]) or is_area or is_counted):
            yield match[0]


def is_common(own: str) -> bool:
    """Whether what stands before 医院 or the like tells a kind of them, and is no name: 民营."""
    return re.search(f"^$|(?:[全各本该哪几这那每家]|{_KINDS})$", own) is not None


def unknown_places(plain: str) -> list[str]:
    """某某县 at the head of a clause, which is a name also where the documents know none such."""
    return _UNKNOWN.findall(plain)


def towns(plain: str) -> list[str]:
    """The cities that the text names."""
    return _city().findall(plain)


@cache
def _city() -> re.Pattern[str]:
    return re.compile(f"(?:{_BEFORE_CITY})({'|'.join(cities())})")
