"""What each number counts: subject, year and qualifier, from the words of its own sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.register.lines import Line
from assistant.register.numbers import Number, numbers
from assistant.register.years import year_of


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
    "[，的为是在了已也都却还则又就将要共于及和与、按以：达]|(?<![国所占保])有|(?<![占同环])比|较|仍然?|能够|"
    "可以|已经|分别|均|预计|有望|力争|左右|完成|实现|总计|合计|总共|"
    "拥有|仍有|还有|共有|安排|拿出|再|给予|作为|全年|全部|一共|平均|大概|"
    "目前|现有|其中|约占|每年|截至目前|则为|它|只|每吨|可以|可能|并|到底|控制|稳定|保持|维持"
)
_TELLING = (
    "完成[^，。；、]{0,8}的|"
    "将?近|接近|大?约|超过|超出|超|逾|达到|达|突破|不足|不到|不少于|不低于|不超过|不高于|不多于|"
    "不大于|不小于|仅仅|"
    "仅为|仅有|仅|只有|只占|至少|最多|最高|最低|低于|高于|多于|少于|多达|高达|累计|同比|环比|年均|"
    "比上年同期|比上年|比去年同期|比去年|较上年|较去年|"
    "(?:实际|名义|合计|累计|直接|净|再|新)?(?:增长|下降|上升|提高|降低|减少|增加|缩短|提升|回落|"
    "上涨|下跌|扩大|压缩|压减|"
    "下调|上调|调整|控制|稳定|保持|维持|翻|新增|增|降|升|减|高出|低出|节约|回升|下滑|放宽|延长|"
    "推高|拉高|恢复|补助)"
    "(?:了|到|至|为|在|幅度)?(?:约|近)?|"
    "(?<!所)占(?:到|比)?[^，。；、占已从]{0,14}?的|(?<!所)占(?:到)?(?!比|"
    "的)[^，。；、占已从]{0,10}|(?<![占同环])比(?![重例率较值超约已达为仅])[^，。；]{1,10}?(?:多|少|高|"
    "低|增长|增加|提高)?|"
    "(?:只有|仅为|相当于|仅相当于|只及)[^，。；、]{2,12}的|从|由|[人户亩]均|每[一-鿿]{1,2}(?:每年|"
    "每月)?|人均每年|每人"
)
_BEFORE = re.compile(f"(?:(?P<telling>{_TELLING})|(?P<silent>{_SILENT}))$")
_AFTER = re.compile("以上|以下|以内|左右|上下|之间|之内|多|余")
_TIME = (
    "(?:截至|截止|自|从|到|至|在|于)?(?:公元)?(?:\\d{4}|[一二][一二三四五六七八九〇零]{3}|今|去|上|"
    "前|明|当|本|近[一-鿿\\d]{1,3}|"
    "过去[一-鿿\\d]{1,2}|[一二三四五六七八九十两几\\d]{1,3})年(?:年?(?:[初底末]|中(?!国|央|期|小|等|西|东|医))|"
    "以来|以后|前后|间|内|上半年|下半年|度|来|全年)?(?:\\d{1,2}月)?"
    "(?:\\d{1,2}日)?[底末初]?(?:的|，)?"
)
# What may lead up to a subject in its clause. Verbs stay: 降低利息负担 is what was measured.
_LEAD = re.compile(
    f"^(?:(?:比|较|同)?{_TIME}|[一二三四五六七八九十]{{1,2}}）|到本世纪末的?|其中|同时|此外|另外|目前|当前|现在|同期|截至目前|据[^，]{{2,20}}，|"
    f"数据显示，|据统计|预计|力争|我国|中国(?!家|有|营)的?|以[上下](?=的|、)|左右(?=的|、)|还|进一步|"
    "将(?!来)|把(?!握)|对(?![外口华])|使(?![用馆])|按照|按(?!揭)|而|但是?|且|并且|并(?!网|购)|也|"
    "该|仍|如|因为|由于|由(?!于)|从(?![业事严])|"
    "在(?![校建岗册职])|让|努力|争取|应当|应该|应(?![急用届收])|要(?!求)|必须|已经|已|是|为了|"
    "为(?!了)|给|向|全年|年内|期间|"
    "不仅|不但|及(?!时)|和(?!谐)|与|以及|包括|特别是|尤其是|甚至|所有|一共|总共|都(?!市)|均(?!价)|"
    "则|又|却|或者|"
    "每[一-鿿]{1,6}?(?=安排|拿出|补助|投入)|(?:全[市省区县校]|该?[市省区县])?(?:现有|共有|拥有)|"
    "[一二三四五六七八九]是|[，、：；“”（）《》的])+"
)
# A clause that is one of these only names no subject of its own.
_BARE_VERB = re.compile(
    "(?:我们|实际|共|又|还|全国|新|再|已|基本|其中|继续|累计|合计|共计|高的|低的|最高的|先后|五年|"
    "三年|两年|十年|每年|各国|"
    "新增|建成|形成|建立|建设|改造|完成|安排|增加|减少|投入|达到|出访|取得|获得|发放|开工|"
    "投产|实施|开展|用于|"
    "团结|培养|培训|组织|出现|创造|派出|接待|参加|设立|成立|使|有|占|修建|兴建|扩建|新建|动工|扶持|"
    "支持|通过|制定|修订|"
    "一次性|过去|原来|以前|象|像|年产|带动|用好|能够|应该|应当|出产|开始|增加到|就|力求|降低|提前|坚决|淘汰|关停|花掉|花费|花了|"
    "要|一年|出台|取消|下放|用来|铺设|生产|供应|解决|转移|安置|实现|涉及|覆盖|超额|推出|打造|约|"
    "了)+"
)
_SAID = re.compile(
    "(?:建议|指出|认为|表示|提出|呼吁|强调|介绍|坦言|透露|通报|主张|希望|期待|提醒|说|发现|显示|"
    "表明|预测|测算|统计|》[^，。；]{0,4}?(?:设定|规定|明确|要求|确定|提出))(?:了|，|：|情况|的)*"
)
_CUT = re.compile("[，。；！？：]|（(?![^）]*）)")


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
        year = year_of(line.text, number)
        found.append(Measured(number, start, end, year, "、".join(words)))
    return _distributed(line.text, found)


def _qualifier(text: str, number: Number, begin: int) -> tuple[int, list[str]]:
    """Where the words before the number stop being about its size, and those words."""
    place, words = number.start, list[str]()
    while place > begin:
        date = re.search(f"{_TIME}$", text[begin:place])
        if date and re.search(
            r"\d{4}|[一二][一二三四五六七八九〇零]{3}|[今去上前明当]年", date.group()
        ):
            place = begin + date.start() + bool(re.match("[到至]", date.group()))
            continue
        match = _BEFORE.search(text, begin, place)
        if match is None or match.start() == place:
            break
        if place == number.start and match.group() == "，":
            break  # 3.58亿人参保 at a clause's head has its noun behind it
        if text[match.start()] == "，" and place < number.start and words:
            break
        place = match.start()
        if match["telling"]:
            words.insert(0, match["telling"])
        if text[place] == "，":
            break
    return place, words


def _subject(text: str, number: Number, head: int, found: Sequence[Measured]) -> tuple[int, int]:
    """What the number counts: the noun behind it, the phrase before it, the last subject."""
    behind = _behind(text, number)
    last = found[-1] if found else None
    begin = max((cut.end() for cut in _CUT.finditer(text, 0, head)), default=0)
    begin = max(begin, last.number.end if last else 0)
    start, end = _phrase(text, begin, head)
    own = _names_something(text[start:end]) and not _BARE_VERB.fullmatch(text[start:end])
    if behind and (not own or _counts(text, number)):
        return behind
    if not own and start < end and (near := _behind(text, number, any_unit=True)):
        return near
    if own and "其中" not in text[end : number.start]:
        return start, end
    if last and not re.search("[。！？]", text[last.number.end : number.start]):
        return last.start, last.end
    if begin > 1 and text[begin - 1] == "，":
        return _subject(text, number, begin - 1, found)
    return behind or (start, end)


def _counts(text: str, number: Number) -> bool:
    """Whether the number stands before its noun: 90个国家, 30%的购置补贴."""
    behind = text[number.end : number.end + 4]
    return bool(_COUNTER.search(number.unit) or "的" in behind[:3] or _GRANT.match(behind))


# The only nouns of one character that are counted in lists: 钢增长八成，煤增长两成.
_SHORT = frozenset("钢煤铁油粮棉糖纸布盐茶气电铜铝铅锌锡镍锂钴猪牛羊鱼麦米豆纱")


def _names_something(phrase: str) -> bool:
    return len(phrase) > 1 or phrase in _SHORT


def _phrase(text: str, begin: int, head: int) -> tuple[int, int]:
    """The clause before `head` without what leads up to its noun."""
    said = list(_SAID.finditer(text, begin, head))
    begin = said[-1].end() if said else begin
    lead = _LEAD.match(text[begin:head])
    start = begin + (lead.end() if lead else 0)
    phrase = text[start:head]
    start += len(phrase) - len(phrase.lstrip("的、，“”"))
    phrase = phrase.strip("的、，“”")
    if re.fullmatch("[和与及、到至]*", phrase):
        return head, head
    return start, start + len(phrase)


_GRANT = re.compile("奖励|补助|补贴|资助|奖金|专项|罚款|经费")
_COUNTER = re.compile("(?:[个家所座处件项条种类名位辆台套部支批场只]|^[万亿])$")
_BEHIND = re.compile(
    "(?:以上|以下|以内|左右)?(?P<of>的)?(?P<noun>[一-鿿A-Za-z“”·]{1,18}?)"
    "(?=[，。；、（）]|$|已|将|达|实现|完成|集中|开展|建立|实施|分别|联合|签订|领取|参保|纳入|进行|得到|以上|以下|左右|的|，|应|必须|能|"
    "没有|和|与|普及|实行|得以|受益|亏损)"
)
# Words behind a number that are not what it counts: 25%的目标, 41处集中在, 3项以上.
_BLAND = re.compile(
    "目标|水平|比例|速度|要求|标准|任务|高位|历史|基础|情况|时候|幅度|规模|速率|成绩|增速|势头|"
    "增长|发展|条件|前提|环境|"
    "关口|大关|以上|以下|以内|左右|之间|集中|用于|分布|位于|投入|纳入|达到|建成|投产|实现|通过|"
    "来自|参加|进入|"
    "完成|提高|增加|减少|降低|上升|下降|扩大|缩短|降到|增至|降至|跌|升|降|增|减|占|在|是|为|和|与|"
    "及|到|至|多|都|均|被|由|从|以|不"
)


_AIMS = ("目标", "水平", "基础", "速度", "要求", "任务", "标准")


def _behind(text: str, number: Number, *, any_unit: bool = False) -> tuple[int, int] | None:
    """1200万个就业岗位, 30%的购置补贴: the noun that the number stands before."""
    match = _BEHIND.match(text, number.end)
    if match is None or _BLAND.match(match["noun"]) or match["noun"].endswith(_AIMS):
        return None
    granted = _GRANT.match(match["noun"])
    people = re.search("(?:人|户|[万亿])$", number.unit)
    if any_unit or match["of"] or _COUNTER.search(number.unit) or granted or people:
        return match.start("noun"), match.end("noun")
    return None


def _distributed(text: str, found: list[Measured]) -> list[Measured]:
    """甲、乙和丙分别占5%、6%和7%: each number goes to its own subject."""
    result = list(found)
    for place, first in enumerate(found):
        between = text[first.end : first.number.start]
        if "分别" not in between or "，" in between:
            continue
        parts = list(re.finditer("[^、和与及]+", text[first.start : first.end]))
        run = _side_by_side(text, found, place)
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


def _side_by_side(text: str, found: Sequence[Measured], place: int) -> list[Measured]:
    """The numbers from `place` on that only 、 or 和 sets apart."""
    run = [found[place]]
    for one in found[place + 1 :]:
        if not re.fullmatch(
            "(?:左右|以上|以下|多)?[、和与及，](?:约|近|超过)?",
            text[run[-1].number.end : one.number.start],
        ):
            break
        run.append(one)
    return run
