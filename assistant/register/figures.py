"""What each number counts: subject, year and qualifier, from the words of its own sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.register.lines import Line
from assistant.register.numbers import Number, numbers
from assistant.register.qualifiers import AFTER, RELATIVE, TIME, qualifier
from assistant.register.years import year_of


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with what its sentence says of it; offsets count in the line."""

    number: Number
    start: int  # of the subject; equal to `end` where the sentence names none
    end: int
    year: str
    qualifier: str
    sure: float  # that the subject is right; 0 where there is none


# What may lead up to a subject in its clause. Verbs stay: 降低利息负担 is what was measured.
_LEAD = re.compile(
    f"^(?:(?:比|较|同)?{TIME}|（?[一二三四五六七八九十]{{1,2}}）|\\d{{1,2}}[.、．]|到本世纪末的?|其中|同时|此外|另外|目前|当前|现在|同期|截至目前|据[^，]{{2,20}}，|"
    f"数据显示，|据统计|预计|力争|我国|中国(?!家|有|营)的?|以[上下](?=的|、)|左右(?=的|、)|还|进一步|"
    "将(?!来)|把(?!握)|对(?![外口华])|使(?![用馆])|按照|按(?!揭)|我们|例如|比如|单是|计划(?=[将把规])|规定|即使|争取|而|但是?|且|并且|并(?!网|购)|也|"
    "就(?![业医学读地近])|只(?!读)|才(?![能干])|仅|大约|大体|分别|后来|结果|接着|首先|完全|它们?|他们|"
    "共(?![产同享青和建有])|该|仍|即(?![使将便])|虽然?|尽管|不过|然而|因此|所以|届时|当时|如果?|再(?![生就次保])|因为|由于|由(?!于)|从(?![业事严])|"
    "在(?![校建岗册职])|让|努力|争取|应当|应该|应(?![急用届收])|要(?!求)|必须|已经|已|是|为了|"
    "为(?!了)|给|向|全年|年内|期间|"
    "不仅|不但|及(?!时)|和(?!谐)|与|以及|包括|特别是|尤其是|甚至|所有|一共|总共|都(?!市)|均(?![价衡等线匀])|据(?!点)|关于|对于|"
    "则|又|却|或者|"
    "每[一-鿿]{1,6}?(?=安排|拿出|补助|投入)|(?:全[市省区县校]|该?[市省区县])?(?:现有|共有|拥有)|"
    "[一二三四五六七八九]是|[，、：；“”（）《》的])+"
)
# A clause that is one of these only names no subject of its own.
_BARE_VERB = re.compile(
    "(?:我们|实际|共|又|还|全国|新|再|已|基本|其中|继续|累计|合计|共计|高的|低的|最高的|先后|五年|"
    "三年|两年|十年|每年|各国|"
    "(?:就将)?(?:至少)?为?国家|[一-鿿]{2,4}后|可以|节省|节约|少用|出|做到|计划|规划|给予|提供|享受|享有|全面|圆满|胜利|递增|新增|增产|减产|拟定|印|建成|办结|立案|受理|形成|建立|建设|改造|完成|安排|增加|减少|投入|达到|出访|取得|获得|发放|开工|"
    "投产|实施|开展|用于|"
    "团结|培养|培训|组织|出现|创造|派出|接待|参加|设立|成立|使|有|占|修建|兴建|扩建|新建|动工|扶持|"
    "支持|通过|制定|修订|"
    "一次性|过去|原来|以前|象|像|年产|带动|用好|能够|应该|应当|出产|开始|增加到|就|力求|降低|提前|坚决|淘汰|关停|花掉|花费|花了|"
    "要|一年|出台|取消|下放|用来|铺设|生产|供应|解决|转移|安置|实现|涉及|覆盖|超额|推出|打造|约|"
    "了)+"
)
_SAID = re.compile(
    "(?:建议|指出|认为|表示|提出|呼吁|强调|介绍|坦言|透露|通报|主张|希望|期待|提醒|说|发现|显示|"
    "表明|预测|测算|统计|相信|》[^，。；]{0,4}?(?:设定|规定|明确|要求|确定|提出))(?:了|，|：|情况|的)*"
)
_CUT = re.compile("[，。；！？：]|（(?![^）]*）)")


def figures(line: Line) -> list[Measured]:
    """Every number of the line with its subject; several numbers of one subject share it."""
    found: list[Measured] = []
    for number in numbers(line.text):
        begin = found[-1].number.end if found else 0
        head, words = qualifier(line.text, number, begin)
        start, end, sure = _subject(line.text, number, head, found, bool(words))
        after = AFTER.match(line.text, number.end)
        words += [number.approximate] if number.approximate else []
        words += [after.group()] if after else []
        year = year_of(line.text, number)
        sure = sure if start < end else 0.0
        found.append(Measured(number, start, end, year, "、".join(words), sure))
    return _distributed(line.text, found)


_OWN, _SHARED, _EARLIER = 0.9, 0.8, 0.6  # in its clause, of the number before, of a clause before


def _subject(
    text: str, number: Number, head: int, found: Sequence[Measured], told: bool
) -> tuple[int, int, float]:
    """What the number counts: the noun behind it, the phrase before it, the last subject."""
    behind = _done(text, number) or _behind(text, number)
    last = found[-1] if found else None
    begin = max(_clause(text, head), last.number.end if last else 0)
    start, end = _phrase(text, begin, head)
    own = _is_name(text, begin, start, end) and (
        (head > begin and text[head : head + 1] != "，") or not _TELLS.search(text[begin:head])
    )
    if behind and (not own or _counts(text, number)):
        return *behind, _OWN
    near = _behind(text, number, any_unit=True)
    if near and own and _DANGLING.search(text[start:end]):
        return *near, _OWN
    if not own and (start < end or not told) and near:
        return *near, _OWN
    if own and "其中" not in text[end : number.start]:
        return start, end, _OWN if end - start <= _LONGEST else _EARLIER
    if not own and last and last.number.end < begin - 1 and (before := _named_before(text, begin)):
        return *before, _SHARED
    close = last is not None and not re.search("[。！？]", text[last.number.end : number.start])
    if last and close and (told or _alike(number, last.number)):
        return last.start, last.end, min(_SHARED, last.sure)
    return _earlier(text, begin) if begin > 1 else (head, head, 0.0)


def _alike(number: Number, last: Number) -> bool:
    """Whether the one can be said of what the other counts: 63处，其中41处; a share of anything."""
    kinds = [re.sub("[万亿千百十多余]|人民币", "", one.unit) for one in (number, last)]
    return number.unit in RELATIVE or number.unit.endswith("百分点") or kinds[0] == kinds[1]


# 同意地方发行2000亿元债券: what the verb takes stands behind the number.
_DANGLING = re.compile("(?:发行|增发|抓好|发放|下达|筹措|争取|动用|节约|减少|增加|[年日月]产)$")


def _is_name(text: str, begin: int, start: int, end: int) -> bool:
    """Whether the phrase names what is counted: no bare verb, no 从去年收入中."""
    phrase = text[start:end]
    adverbial = re.search(
        "[从在于自][^，。；]*[中上里内下时]$|在内$|除外$|除了?[^，。；]*外$|^[高低大小]于|抓好$",
        text[begin:end],
    )
    return bool(_names_something(phrase) and not _BARE_VERB.fullmatch(phrase) and not adverbial)


_LONGEST = 30  # characters of a subject; what is longer tells a story


def _clause(text: str, head: int) -> int:
    """Where the clause that ends at `head` begins; a comma in brackets that close is none."""
    begin = max((cut.end() for cut in _CUT.finditer(text, 0, head)), default=0)
    while begin and text.count("）", begin, head) > text.count("（", begin, head):
        opening = text.rfind("（", 0, begin)
        if opening < 0:
            break
        begin = max((cut.end() for cut in _CUT.finditer(text, 0, opening)), default=0)
    return begin


# 稳增长是为了保就业, 完善补助机制: a whole sentence before the comma names no subject.
_TELLS = re.compile(
    "^(?:针对|围绕|建立|健全|完善|加强|推进|推动|坚持|实施|深化|全面|大力|积极|着力|继续|进一步|扎实|"
    "扩大|支持|鼓励|根据|按|经|以|用|通过|由于)|是|为了|能够|必须|应该|应当|要求|力求|进行|考虑|使|让|把|基本|也|就|都|地(?=[进开加推])"
)


def _earlier(text: str, begin: int) -> tuple[int, int, float]:
    """The subject from the clause before, where that is a name and no statement."""
    if text[begin - 1] != "，":
        return begin, begin, 0.0
    start, end = _phrase(text, _clause(text, begin - 1), begin - 1)
    if not _names_something(text[start:end]) or _TELLS.search(text[start:end]):
        return begin, begin, 0.0
    return start, end, _EARLIER


# What measures something, so that 粮食等产品的产量，也都比上年增长一倍 is of 产量.
_MEASURE = re.compile(
    "(?:[量额率值数价费款税]|比重|比例|收入|支出|人口|成本|面积|能力|规模|里程|投资|产能|库存|储备|利润|"
    "赤字|工资|消费|贸易|出口|进口|装机|资金|水平|速度|强度|浓度)$"
)


def _named_before(text: str, begin: int) -> tuple[int, int] | None:
    """The measure that makes up the clause before, where the number's own names nothing."""
    start, end, sure = _earlier(text, begin)
    return (start, end) if sure and _MEASURE.search(text[start:end]) else None


_DONE = re.compile("[^，。；、：（）的]{4,20}(?=[，。；])")


def _done(text: str, number: Number) -> tuple[int, int] | None:
    """4次降低存款准备金率: what was done so often stands behind."""
    done = _DONE.match(text, number.end) if number.unit in ("次", "万次", "亿次") else None
    return done.span() if done else None


def _counts(text: str, number: Number) -> bool:
    """Whether the number stands before its noun: 90个国家, 30%的购置补贴."""
    behind = text[number.end : number.end + 4]
    counts = _COUNTER.search(number.unit) or number.unit.endswith("次")
    return bool(counts or (behind.startswith("的")) or _GRANT.match(behind))


# The only nouns of one character that are counted in lists: 钢增长八成，煤增长两成.
_SHORT = frozenset("钢煤铁油粮棉糖纸布盐茶气电铜铝铅锌锡镍锂钴猪牛羊鱼麦米豆纱")


def _names_something(phrase: str) -> bool:
    return len(phrase) > 1 or phrase in _SHORT


def _phrase(text: str, begin: int, head: int) -> tuple[int, int]:
    """The clause before `head` without what leads up to its noun."""
    said = [one for one in _SAID.finditer(text, begin, head) if one.end() < head]
    begin = said[-1].end() if said else begin
    lead = _LEAD.match(text[begin:head])
    start = begin + (lead.end() if lead else 0)
    acted = _ACTED.match(text, start, head)
    start = acted.end() if acted and head - acted.end() > 1 else start
    phrase = text[start:head]
    start += len(phrase) - len(phrase.lstrip("的、，“”"))
    phrase = _TRAILING.sub("", phrase.strip("的、，“”"))
    if re.fullmatch("[和与及、到至]*", phrase):
        return head, head
    return start, start + len(phrase)


# Adverbs and helpers that the qualifier left at the end: 产量迅速, 支出还要用.
_TRAILING = re.compile(
    "(?:就|才(?<!人才)|只|虽然?|或者|一直|大体上|主要|到?现|后来|结果|提前|迅速|连年|预定|估算|可以?用?|[就才只]能|"
    "(?<![需主重纲])要用?|就?需要?|没有|一律|再转|竟|只?差(?<!顺差|逆差|落差)|各|一般)+$"
)
# 市财政每年安排专项资金, 我省引进博士: what is counted is what was provided.
_ACTED = re.compile(
    "(?:[一-鿿“”]{0,12}?(?:财政|政府|公司|企业|集团|部门|银行|学校|单位|各地|农户|"
    "[我本全][省市县区国州镇乡校]|[他她]|我们)[^，。；、]{0,6}?)?"
    "(?:每年|累计|共|已|还|将|再|要|新|拟|先后|带着[^，。；、]{1,4})*"
    "(?:安排|引进|流转|招收|招录|发放|拨付|筹集|募集|带动|吸纳|收治|救助|资助|聘请|派出|撬动|签订|购置)"
    "(?!业|费|站|点|率|额|量|的|资金|人员|中心|贸易|面积|规模|增加值|收入|比例|企业|机构|标准|价格|成本)"
)
_GRANT = re.compile("奖励|补助|补贴|资助|奖金|专项|罚款|经费")
_COUNTER = re.compile("(?:[个家所座处件项条种类名位辆台套部支批场只]|^[万亿])$")
_BEHIND = re.compile(
    "(?:以上|以下|以内|左右|多|余)?(?P<of>的)?(?P<noun>[一-鿿A-Za-z“·][一-鿿A-Za-z“”·]{0,17}?)"
    "(?=[，。；、（）]|$|已|将|达|实现|完成|集中|开展|建立|实施|分别|联合|签订|领取|参保|纳入|进行|得到|(?:以上|以下)(?!的)|左右|的|，|(?<!供)应|必须|能|"
    "没有|和|与|普及|实行|得以|受益|亏损|组成|构成|以外|之外|外(?=[，。])|不到|超过|不足|是|享受|解决|在|用上|喝上|摆脱|仍|就|都(?!市))"
)
# Words behind a number that are not what it counts: 25%的目标, 41处集中在, 3项以上.
_BLAND = re.compile(
    "目标|水平|比例|速度|要求|标准|任务|高位|历史|基础|情况|时候|幅度|规模|速率|成绩|增速|势头|"
    "增长|发展|条件|前提|环境|"
    "关口|大关|以上|以下|以内|左右|之间|集中|用于|分布|位于|投入|纳入|达到|建成|投产|实现|通过|"
    "过|做|没有|[中新](?=[，的])|来说|来讲|来看|而言|办法|原则|做法|来自|参加|进入|"
    "完成|提高|增加|减少|降低|上升|下降|扩大|缩短|降到|增至|降至|跌|升|降|增|减|占|在|是|为|和|与|"
    "及|到|至|多|都|均|被|由|从|以|不"
)


_LEAST = 2  # characters of a noun
_AIMS = ("目标", "水平", "基础", "速度", "要求", "任务", "标准")


def _behind(text: str, number: Number, *, any_unit: bool = False) -> tuple[int, int] | None:
    """1200万个就业岗位, 30%的购置补贴: the noun that the number stands before."""
    match = _BEHIND.match(text, number.end)
    if match is None or _BLAND.match(match["noun"]):
        return None
    aim = next((aim for aim in _AIMS if match["noun"].endswith(aim)), "")
    if aim and len(match["noun"]) < len(aim) + _LEAST:
        return None
    granted = _GRANT.match(match["noun"])
    people = re.search("(?:人|户|[万亿])$", number.unit)
    another = re.match("[和与及、][\\d一二三四五六七八九]", text[match.end("noun") :])
    if another and re.search("[级型类]$", match["noun"]):
        return None  # 1410个县级和250个省级中心: the noun stands behind the second number
    if any_unit or match["of"] or _COUNTER.search(number.unit) or granted or people:
        further = _FURTHER.match(text, match.end("noun"))
        end = further.end() if further else match.end("noun") - len(aim)
        return match.start("noun"), end
    return None


# 165项地方实施的审批事项, 800个限额以上的企业: what was counted stands behind 的.
_FURTHER = re.compile(
    "(?:(?<=以[上下外内])|实施|实行|进行|开展|签订|建立)的[一-鿿]{2,8}?(?=[，。；、（]|$)"
)


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
            begin, end = first.start + part.start(), first.start + part.end()
            if "的" in parts[-1].group():
                end = first.end  # 内河和沿海企业的货运量: the end is shared
            result[place + offset] = replace(
                found[place + offset],
                start=begin,
                end=end,
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
