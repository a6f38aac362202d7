"""Surnames as they occur behind posts and at the head of clauses, rare ones too."""

from __future__ import annotations

import re

from corpus import names

# Rare ones too: here a missing one costs a person, one too many little, because the right-hand
# context decides. A line of its own has none, there 海南 and 商报 would become authors.
_RARE = (
    "仉督缑亢况郈有琴归海晋法汝鄢涂钦商牟佘佴伯赏墨哈谯笪阳言福敬佀修原仪门撒初冼揭郄火铁迟植"
    "兰青展来揣行苑练赫丛栗綦隋郇楼尉鹿衣眭芦邝闪奕禤粘粟区布塔昂朴尕才拉洛尼仁扎赞旦英盘奉侬"
    "睢丌侴俎僪叵弭檀渠漆祢翦肇蒉虢遆邗邳郐鄞鄯钊铎隽撖戢爨亶逖寸禚祭由妥"
    "黑杞宾亓刀沐虎拜喇宛妫嬴麴庹帖矫靖谌辜雒菅颉贠茆忻恽迮镡蹇苌"
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
