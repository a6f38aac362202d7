"""What the words right before a number say of its size: 超过, 比上年增长, 只占总量的."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from assistant.register.numbers import DASH, Number
from assistant.register.numerals import HAN, HAN_YEAR

RELATIVE = ("%", "‰", "倍", "成", "")  # units of what is measured against something else
RISES = "(?:增[长加]|上[升涨浮调]|提[高升]|扩大|回升|反弹|攀升|飙升|跃升|激增|猛增|走高|[增升涨])"
FALLS = (
    "(?:下[降跌浮调滑]|降低|减少|缩[短减小水]|[削核裁压]减|递减|回落|压缩|萎缩|锐减|骤降|[降减跌])"
)
_THAN = "(?<![占同环之对配价正反可])比"
# What may stand between a subject and its number, read from the number backwards. Words in the
# second group say something about the figure and are kept as its qualifier.
_SILENT = (
    "[，的为是在了已也都却还则又就将要共于及和与、按以：达]|(?<![国所占保])有|仍然?|能够|可以|已经|分别|均|"
    "预计|有望|力争|争取|左右|完成|实现|总计|合计|总共|共计|一共|少则|多则|少说也?要?|(?<!人)才|卖到?|售价|拥有|"
    "仍有|还有|共有|现有|安排|拿出|再|给予|作为|全年|全部|平均|大概|[拟确核]定为?|拟|先(?!进)|应该|应当|不得|略微?|"
    "稍微?|必须|将要|(?<=目标)定|目前|其中|约占|每年|依然|更是|普遍|一度|一路|常年|就能|(?<![供响效反适相])应|截至目前|"
    f"则为|它|只|每吨|可能|并|到底|控制|稳定|保持|维持|周[一二三四五六日](?:收盘?|报收)|较|{_THAN}"
)
# How much it is of what: 近, 超过, 不足.
_SIZE = (
    "将?近|接近|[只仅]够|[低高]至|长达|大?约|刚过|[跌升]破|超过|超出|超|逾|达到|达|突破|不足|不到|不少于|不低于|"
    "不超过|不高于|不多于|不大于|不小于|仅仅|仅为|仅有|[仅只还]剩|仅|不过|只有|只占|至少|最多|最高|最低|低于|高于|"
    "多于|少于|多达|高达|累计|同比|环比|年均|[从由][0零]|从|由"
)
# 完成全年计划的, 扣除价格因素, 超过原定目标
_PLAN = (
    "完成[^，。；、]{0,6}(?:计划|目标|任务|预算|指标|总量)[^，。；、]{0,2}的|"
    "(?:扣除|剔除)[^，。；、]{2,10}(?:因素|影响)后?|按[^，。；、]{2,6}(?:价格|口径|汇率)(?:计算)?|"
    "(?:超过|超额|超)(?:原定|原来|国家规定|年度|五年)[^，。；、]{0,8}"
)
# 实际增长, 下降到约
_CHANGES = (
    "(?:实际|名义|合计|累计|直接|净|再|新)?"
    f"(?:{RISES}|{FALLS}|减征|递增|压(?=[到至])|调[高低升减]|调整|控制|稳定|保持|维持|翻|放大|便宜|"
    "新增|高出|低出|节约|恢复(?=[到至])|徘徊|收窄|放宽|延长|推高|拉高|[涨跌][了去]?|偏[多少高低]|"
    "[多少][了出])(?:了|到|至|为|在|幅度)?(?:约|近)?"
)
# 占总量, 比上年, 相当于两省之和的, 较同期: what the number is set against
_PERIOD = (
    "[^，。；、较]{2,5}年|常年|同期|现行|原|此前|之前|上|去|前|往|全[国省市]|平均|世界|国际|同行|行业|"
    "高点|峰值|传统|常规"
)
_AGAINST = (
    "比上年同期|比上年|比去年同期|比去年|较上年|较去年|(?<![所被])占(?!用)(?:到|比)?[^，。；、占已从]{0,14}?的|"
    "(?<![所被])占(?:到)?(?!比|用|有|地(?!方)|的)[^，。；、占已从]{0,10}|"
    f"{_THAN}(?![重例率较值超约已达为仅赛])[^，。；]{{1,20}}?(?:多|少|高|低|增长|增加|提高)?|"
    "(?:只有|仅为|约为|大约是|相当于|仅相当于|只及)[^，。；、]{2,12}的|距离?[^，。；、]{2,10}差|"
    f"(?<![相比])较(?:{_PERIOD})[^，。；、较]{{0,10}}|(?<=[本价率额量费资入])[高低][了出]?"
)
# 人均, 平均每, 每千瓦时
_EACH = (
    "达到每[百千万][一-鿿]{1,4}|[人户亩生校日月村]均|平均每|人均每年|每人|"
    "每(?:张床位|千瓦时|平方米|立方米|[一-鿿]{1,2})(?:每年|每月)?"
)
# What a share or a multiple is of: 已接近学生人数的50%, 相当于全部面积的六倍.
_REACHES = "达到|增加到|提高到|只能覆盖|接近|相当于|超过|等于|不足|不到"
_OF_WHAT = re.compile(
    f"(?:已经|已|要|将|大体|大致|远远|只|还|仅)*(?:{_REACHES})了?[^，。；、：]{{2,26}}?(?:的|(?<!占))[近约]?$|"
    "(?<![但于就还不正都也])是(?!\\d{4}年的)[^，。；、：的是]{2,20}的[近约]?$|"
    "(?<=，)为[^，。；、：的为]{2,16}的[近约]?$|(?<=[额率例准价限])由(?![^，。；]*年的)[^，。；、：由]{2,12}的$"
)
# 高出城镇14个百分点, 不低于基本工资的15%
_COMPARED = re.compile("(?:普遍|平均|整体)?(?:高出|不?低于|不?高于|不少于)[^，。；、：]{2,14}$")
_TELLING = f"{_SIZE}|{_PLAN}|{_CHANGES}|{_AGAINST}|{_EACH}"
_BEFORE = re.compile(f"(?:(?P<telling>{_TELLING})|(?P<silent>{_SILENT}))$")
# 不得超过成交金额的, 不应低于: left out, they would say the opposite.
_SIZED = re.compile("超|[高低多少大小]于|突破|达")
_NOT = re.compile("(?:不(?:得|能|可|应该?|准|许|宜|会|要|应当)?|未能?|没有?|难以)$")
AFTER = re.compile("以上|以下|以内|左右|上下|之间|之内|多|余")
_DAY = "\\d{1,2}月(?:\\d{1,2}日|[底末初])?"
# 今年底, 2020年3月, 到过去两年间
_WHICH_YEAR = (
    f"(?:公元)?(?:\\d{{4}}|{HAN_YEAR}|今|去|上|前|明|当|本|近[一-鿿\\d]{{1,3}}|"
    f"(?:过去|前)[{HAN}两几\\d]{{1,2}}|[{HAN}两几\\d]{{1,3}})年"
)
_WHEN_IN_YEAR = (
    "年?(?:[初底末]|中(?!国|央|期|小|等|西|东|医))|以来|以后|前后|间|内|[春夏秋冬]季(?:学期)?|上半年|下半年|"
    "度|来|全年|[底末]?(?:之|以)?前(?!后)"
)
_MONTHS = "(?:\\d{1,2}[到至—-])?\\d{1,2}月份|\\d{1,2}[到至—-]\\d{1,2}月|第[一二三四]季度|[上下]半年"
TIME = (
    "(?:\\d{1,2}月\\d{1,2}日[至到—-](?:\\d{1,2}月)?\\d{1,2}日，?|"
    f"(?:截至|截止|自|从|到|至|在|于)?{_WHICH_YEAR}(?:{_WHEN_IN_YEAR})?(?:\\d{{1,2}}月)?(?:\\d{{1,2}}日)?[底末初]?"
    f"(?:的|，)?|(?:截至|截止|到){_DAY}，?|{_MONTHS}|(?:从|自|在)?\\d{{4}}年?{DASH}\\d{{4}}年(?:的|期?间)?|"
    f"到?“[{HAN}]{{1,2}}五”(?:[期时][间期]|以来|末)?|今后)"
)
_DURATION = re.compile(f"(?<![的{HAN}两几\\d])[{HAN}两几\\d]{{1,2}}年[间来]$")
# A date that tells the year or the time of year; 三年 alone may belong to a name.
_DATED = re.compile(
    rf"\d{{4}}|{HAN_YEAR}|[今去上前明当]年|季度|半年|月份?$|^前|过去|五”|今后|^[^的]+年前的$"
)


def qualifier(text: str, number: Number, begin: int) -> tuple[int, list[str]]:
    """Where the words before the number stop being about its size, and those words."""
    place, words = _against_what(text, number, begin)
    place = _negated(text, begin, place, words)
    while place > begin:
        if (dated := _date(text, begin, place)) < place:
            place = dated
            continue
        match = _BEFORE.search(text, begin, place)
        if match is None or match.start() == place:
            break
        if place == number.start and match.group() == "，":
            break  # 800万人参保 at a clause's head has its noun behind it
        if text[match.start()] == "，" and place < number.start and words:
            break
        place = match.start()
        if match["telling"]:
            words.insert(0, match["telling"])
            place = _negated(text, begin, place, words)
        if text[place] == "，":
            break
    return place, words


def _negated(text: str, begin: int, place: int, words: list[str]) -> int:
    """Where the 不得 in front of the first of the words begins, which has it then, too."""
    found = _NOT.search(text, begin, place) if words and _SIZED.match(words[0]) else None
    if found is None:
        return place
    words[0] = found.group() + words[0]
    return found.start()


def sides(told: str) -> tuple[str, str, str]:
    """Of the words of a qualifier, those before a number, between it and its unit, and behind.

    >>> sides("占、左右"), sides("超过"), sides("余")
    (('占', '', '左右'), ('超过', '', ''), ('', '余', ''))
    """
    words = told.split("、")
    behind = [word for word in words if AFTER.fullmatch(word)]
    before = [word for word in words if word not in behind]
    inner = "".join(word for word in behind if word in "多余")
    return "、".join(before), inner, "".join(word for word in behind if word not in "多余")


def _against_what(text: str, number: Number, begin: int) -> tuple[int, list[str]]:
    """What the number is a share or multiple of, or compared to."""
    what = _OF_WHAT.search(text, begin, number.start) if number.unit in RELATIVE else None
    what = what or _COMPARED.search(text, begin, number.start)
    return (what.start(), [what.group()]) if what else (number.start, [])


def _date(text: str, begin: int, place: int) -> int:
    """Where a date that ends at `place` begins; `place` itself where none does."""
    lasted = _DURATION.search(text[begin:place])
    if lasted:
        return begin + lasted.start()
    date = re.search(f"{TIME}$", text[begin:place])
    if not date or not _DATED.search(date.group()):
        return place
    return begin + date.start() + bool(re.match("[到至]", date.group()))


# What a number says of its subject: how much there is of it, by how much it rose or fell, the same
# over several years, or what share of something else it is. Only like goes with like.
Sense = Literal["level", "change", "longer", "share"]
_CHANGE = re.compile(f"{RISES}|{FALLS}|[缩翻]|高出|低出")
_FALL = re.compile(f"{FALLS}|缩|低出")
_REACHED = re.compile("[到至为在]")  # 降至, 提高到: not by how much, but how much
_LONGER = re.compile("均|每|累计|\\d{4}年|[二三四五六七八九十]年")


def changes(qualifier: str) -> list[str]:
    """The words that say that the number is by how much something rose or fell."""
    words = qualifier.split("、")
    return [word for word in words if _CHANGE.search(word) and not _REACHED.search(word)]


@lru_cache(1024)  # there are few qualifiers and many figures
def falls(qualifier: str) -> bool:
    """Whether such a word says that something fell."""
    return any(_FALL.search(word) for word in changes(qualifier))


@lru_cache(1024)
def sense(qualifier: str) -> Sense:
    """What a number with this qualifier says of its subject."""
    if changes(qualifier):
        return "longer" if _LONGER.search(qualifier) else "change"
    return "share" if re.search("占|比重", qualifier) else "level"
