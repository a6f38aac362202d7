"""Names written by their sound: Mongolian, Tibetan, Uygur, Kazakh, Yi; no surname shows them."""

from __future__ import annotations

import re
import sys

_SOUNDS = (
    "阿艾安巴白班贝毕宾布才昌朝措达旦丹德登迪丁顿多尔法嘎噶甘刚格戈贡古哈海汗赫吉加嘉杰金俊卡凯康克"
    "库拉江兰让勒乐力利丽洛玛马买麦曼毛米蒙木穆那娜尼努诺帕培平普其奇齐恰强钦青琼热仁日肉若萨赛桑色斯"
    "松苏索塔堆罗泰坦特提图吐娃瓦旺维乌西希雅亚央依伊音英尤玉云扎赞泽增珠卓宗仓娅琪朗姆孜甫别次珍果孟"
    "旭逊愣干敖鄂莫托曲琴朵尕茨绒晋郎瑙彦锡腾莎茹惹孛沁呷琳菲楞敦琶"
)
# In everyday words as well: they count beside two of the others.
_ALSO = (
    "呼根里恩额博宝策查道都胡花和贺济肯莱龙鲁伦满纳南荣如森沙山善天铁吾武义永边久土美群益藏合衣祖叶俄者"
    "罕岩华高晓莲顺包拥翁温石觉体玖堪则求更娘傲照贵村周苦东"
)
_SPELT = re.compile(
    f"(?=(?:[{_ALSO}]*[{_SOUNDS}]){{2}})(?:[{_SOUNDS}{_ALSO}]|(?<=阿)不){{2,7}}"  # 阿不都
)
_SOUND = re.compile(f"[{_SOUNDS}]")
_EITHER = re.compile(f"[{_SOUNDS}{_ALSO}]")


def spelt(text: str, start: int, end: int = sys.maxsize) -> re.Match[str] | None:
    """The longest run of characters that write sounds, from `start` on."""
    return _SPELT.match(text, start, end)


def mostly_spelt(name: str) -> bool:
    """Whether all characters but one write sounds, the last as well: 完么才让."""
    sounds, either = len(_SOUND.findall(name)), len(_EITHER.findall(name))
    return sounds >= 2 and either >= len(name) - 1 and _EITHER.match(name[-1]) is not None
