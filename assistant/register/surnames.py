"""What names are written with: surnames, rare ones too, and the characters that write the sounds of
Mongolian, Tibetan, Uygur, Kazakh and Yi, where no surname shows a name.
"""

from __future__ import annotations

import re
import sys

from corpus import names

# Rare ones too: here a missing one costs a person, one too many little, because the right-hand
# context decides. A line of its own has none, there 海南 and 商报 would become authors.
_RARE = (
    "仉督缑亢况郈有琴归海晋法汝鄢涂钦商牟佘佴伯赏墨哈谯笪阳言福敬佀修原仪门撒初冼揭郄火铁迟植兰青展来揣行苑练赫丛栗綦"
    "隋郇楼尉鹿衣眭芦邝闪奕禤粘粟区布塔昂朴尕才拉洛尼仁扎赞旦英盘奉侬睢丌侴俎僪叵弭檀渠漆祢翦肇蒉虢遆邗邳郐鄞鄯钊铎隽"
    "撖戢爨亶逖寸禚祭由妥宓黑杞宾亓刀沐虎拜喇宛妫嬴麴庹帖矫靖谌辜雒菅颉贠茆税忻恽迮镡蹇苌"
)
_WORDS = "从别后须越都"  # in running text hardly ever surnames
SURNAMES = (names.SURNAMES | frozenset(_RARE)) - frozenset(_WORDS)
COMPOUND_SURNAMES = names.COMPOUND_SURNAMES | frozenset(
    re.findall(
        "..",
        "独孤太史拓跋第五梁丘左丘谷梁段干微生羊舌达奚纳兰叶赫爱新巫马公西颛孙漆雕乐正公良夹谷宰父"
        "亓官褚师公仪完颜耶律贺兰富察那拉哥舒斛律屈突东里西陵南门相里伊祁佟佳拓拔呼兰"
        "仲长子车壤驷司寇北宫东宫高堂毋丘浩星贺拔钮祜瓜尔",
    )
)
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
