"""What each number counts: subject, year and qualifier, from the words of its own sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.register.lines import Line
from assistant.register.numbers import Number, numbers


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with what its sentence says of it; offsets count in the line."""

    number: Number
    start: int  # of the subject; equal to `end` where the sentence names none
    end: int
    year: str
    qualifier: str


# What may stand between a subject and its number, read from the number backwards. Words in the
# second group say something about the figure and are kept as its qualifier.
_SILENT = (
    "[，的为是在有了已也都却还则又就将要能可共于及和与、按以：达]|已经|分别|均|预计|有望|力争|左右|完成|实现|总计|合计|总共|"
    "拥有|仍有|还有|共有|安排|拿出|再|给予|作为|全年|全部|一共|平均|大概|"
    "目前|现有|其中|约占|每年|截至目前|则为|它|只|每吨|可以|可能|并|到底|控制|稳定|保持|维持"
)
_TELLING = (
    "将?近|接近|大?约|超过|超出|超|逾|达到|达|突破|不足|不到|不少于|不低于|不超过|不高于|不多于|不大于|不小于|仅仅|"
    "仅为|仅有|仅|只有|只占|至少|最多|最高|最低|低于|高于|多于|少于|多达|高达|累计|总额|同比|环比|年均|比重|"
    "比上年同期|比上年|比去年同期|比去年|较上年|较去年|"
    "(?:实际|名义|合计|累计|直接|净|再|新)?(?:增长|下降|上升|提高|降低|减少|增加|缩短|提升|回落|上涨|下跌|扩大|压缩|压减|"
    "下调|上调|调整|控制|稳定|保持|维持|翻|新增|增|降|升|减|高出|低出|节约|回升|下滑|放宽|延长|推高|拉高|恢复|补助)"
    "(?:了|到|至|为|在|幅度)?(?:约|近)?|"
    "占(?:到|比)?[^，。；、占]{0,14}?的|占(?:到)?[^，。；、占]{0,10}|占比|比[^，。；]{1,10}?(?:多|少|高|低|增长|增加|提高)?|"
    "(?<![一-鿿][一-鿿]从)从|由|每[一-鿿]{1,2}(?:每年|每月)?|人均每年|每人"
)
_BEFORE = re.compile(f"(?:(?P<telling>{_TELLING})|(?P<silent>{_SILENT}))$")
_AFTER = re.compile("以上|以下|以内|左右|上下|之间|之内|多|余")
_YEAR = re.compile(
    "(?P<digits>(?<![\\d-])(?:1[89]|20)\\d\\d)年(?!代)|(?P<han>[一二][一二三四五六七八九〇零]{3})年(?!代)|"
    "(?P<said>(?<![比较同])(?:今年|去年|上年|前年|明年|本年度|上年度))(?!同期)"
)
_HAN_YEAR = str.maketrans("〇零一二三四五六七八九", "00123456789")
_TIME = (
    "(?:截至|截止|自|从|到|至|在|于)?(?:公元)?(?:\\d{4}|[一二][一二三四五六七八九〇零]{3}|今|去|上|前|明|当|本|近[一-鿿\\d]{1,3}|"
    "过去[一-鿿\\d]{1,2}|[一-鿿\\d]{1,3})年(?:年?[初中底末]|以来|以后|前后|间|内|上半年|下半年|度|来|全年)?(?:\\d{1,2}月)?"
    "(?:\\d{1,2}日)?[底末初]?(?:的|，)?"
)
_LEAD = re.compile(
    f"^(?:{_TIME}|其中|同时|此外|另外|目前|当前|现在|同期|截至目前|据[^，]{{2,20}}，|数据显示，|据统计|预计|力争|我国|中国的?|"
    "将|把|对|使|按照?|而|但是?|且|并且?|也|其|该|仍|如|因为|由于|由|从|在|通过|让|实现|完成|确保|保持|努力|争取|"
    "应当?|应该|要|必须|需要?|可|拟|再|已|已经|只有|有|是|为了?|为|给|向|全年|年内|期间|不仅|不但|只|及|和|与|以及|"
    "包括|特别是|尤其是|甚至|连|另|即|以|所有|全部|共|一共|总共|累计|新增|平均|每年|还|都|均|则|又|却|单|光|或者?|"
    "提高|降低|加大|改造|新建|建设|建成|安排|设立|增加|减少|落实|发放|生产|淘汰|修复|补齐|缩短|扩大|压缩|"
    "推动|推进|支持|调整|开展|完善|建立|增设|新设|投入|筹集|发行|下达|投放|解决|组织|培训|培育|打造|取消|减免|降|"
    "[一二三四五六七八九]是|[，、：；“”（）《》的])+"
)
_SAID = re.compile(
    "(?:建议|指出|认为|表示|提出|呼吁|强调|介绍|坦言|透露|通报|主张|希望|期待|提醒|说|发现|显示|表明|预测|测算|统计)(?:了|，|：|情况)*"
)
_CUT = re.compile("[，。；！？：（]")
_VERB_INSIDE = re.compile(
    "^(?:.*?)(?:已经?|仍|就|却|也|均|都|仅|只|约|将|达|由|从|为|超过|不足)(?=.{0,6}$)|(?:增长|下降|提高|增加|减少|达到|上升|超过).*$"
)
_NOUN_AFTER = re.compile("的?(?P<noun>[一-鿿A-Za-z]{2,12}?)(?=[，。；、）”]|$|(?:已|将|达|实现|完成|集中|纳入|进行|得到|和|与|以上))")
_COUNTS_NEXT = re.compile("(?:个|家|所|座|处|件|项|条|种|类|名|位|人|户|辆|台|套|张|部|支|批|场|只|头|口|次|万|亿)$")


def figures(line: Line) -> list[Measured]:
    """Every number of the line with its subject; several numbers of one subject share it."""
    found: list[Measured] = []
    for number in numbers(line.text):
        begin = found[-1].number.end if found else 0
        head, words = _qualifier(line.text, number, begin)
        start, end = _subject(line.text, number, head, found)
        after = _AFTER.match(line.text, number.end)
        words += [number.approximate] if number.approximate else []
        words += [after.group()] if after else []
        year = _year(line.text, number.start)
        found.append(Measured(number, start, end, year, "、".join(words)))
    return _distributed(line.text, found)


def _qualifier(text: str, number: Number, begin: int) -> tuple[int, list[str]]:
    """Where the words before the number stop being about its size, and those words."""
    place, words = number.start, list[str]()
    while place > begin:
        date = re.search(f"{_TIME}$", text[begin:place])
        if date and re.search(r"\d{4}|[一二][一二三四五六七八九〇零]{3}|[今去上前明当]年", date.group()):
            place = begin + date.start()
            continue
        match = _BEFORE.search(text, begin, place)
        if match is None or match.start() == place:
            break
        if text[match.start()] in "，" and place < number.start and words:
            break
        place = match.start()
        if match["telling"]:
            words.insert(0, match["telling"])
        if text[place] == "，":
            break
    return place, words


def _subject(text: str, number: Number, head: int, found: Sequence[Measured]) -> tuple[int, int]:
    """The noun phrase that ends at `head`; else the previous figure's; else the noun behind."""
    begin = max((cut.end() for cut in _CUT.finditer(text, 0, head)), default=0)
    begin = max(begin, found[-1].number.end if found else 0)
    said = list(_SAID.finditer(text, begin, head))
    begin = said[-1].end() if said else begin
    lead = _LEAD.match(text[begin:head])
    start = begin + (lead.end() if lead else 0)
    phrase = text[start:head].strip("的、，“”")
    behind = _behind(text, number)
    if len(phrase) >= 2 and not re.fullmatch("[和与及、到至]*", phrase):
        start = text.find(phrase, start)
        return start, start + len(phrase)
    if behind and (not found or _COUNTS_NEXT.search(number.unit) or text[number.end] == "的"):
        return behind
    if found and not re.search("[。！？]", text[found[-1].number.end : number.start]):
        return found[-1].start, found[-1].end
    if begin > 1 and text[begin - 1] == "，":
        return _subject(text, number, begin - 1, found)
    return behind or (number.start, number.start)


def _behind(text: str, number: Number) -> tuple[int, int] | None:
    if not (_COUNTS_NEXT.search(number.unit) or text[number.end : number.end + 1] == "的"):
        return None
    match = _NOUN_AFTER.match(text, number.end)
    return (match.start("noun"), match.end("noun")) if match else None


def _year(text: str, place: int) -> str:
    """The last year named before `place`, outside titles; as the source says it if relative."""
    plain = re.sub("《[^》]*》", lambda title: "书" * len(title.group()), text[:place])
    found = list(_YEAR.finditer(plain))
    if not found:
        return ""
    last = found[-1]
    return last["digits"] or last["said"] or last["han"].translate(_HAN_YEAR)


def _distributed(text: str, found: list[Measured]) -> list[Measured]:
    """甲、乙和丙分别占5%、6%和7%: each number goes to its own subject."""
    result = list(found)
    for place, first in enumerate(found):
        between = text[first.end : first.number.start]
        if "分别" not in between or "，" in between:
            continue
        parts = [part for part in re.finditer("[^、和与及]+", text[first.start : first.end])]
        run = [one for one in found[place:] if (one.start, one.end) == (first.start, first.end)]
        if len(parts) != len(run) or len(parts) < 2:
            continue
        for offset, part in enumerate(parts):
            begin = first.start + part.start()
            result[place + offset] = replace(
                found[place + offset],
                start=begin,
                end=first.start + part.end(),
                qualifier=found[place + offset].qualifier or first.qualifier,
            )
    return result
