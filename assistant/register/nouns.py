"""The noun behind a number: 1200万个就业岗位, 30%的购置补贴."""

from __future__ import annotations

import re

from assistant.register.lists import past
from assistant.register.numbers import Number
from assistant.register.numerals import HAN

_DONE = re.compile("[^，。；、：（）的]{4,20}(?=[，。；])")
# 2900万人就业: what so many people come to do.
_TURNED = re.compile("(?:再?就业|脱贫|参保)(?!率|岗|服务|资金|困难)")
_GRANT = re.compile(
    "奖励|奖补|补助|补贴|资助|奖金|专项|罚款|经费|[一-鿿]{2}(?:贴息|资金|基金)(?=[，。；、]|$)|贴息"
)
_COUNTER = re.compile("(?:[个家所座处件项条种类名位辆台套部支批场只张份艘架栋间款期]|^[万亿])$")
# What ends the noun behind a number: a verb, but not in 建设项目, 使用率; when or how; a particle.
_DOES = (
    "实现|完成|集中|开展|建立|设立(?!的)|共有|拥有|配有|处于|实施|举办(?=的)|分别|共建|合办|签订|领取|参保|纳入|进行|"
    "得到|需要|回答|没有|轮流|抽样|抽查|走访|发现|普及|实行|得以|受益|组成|节省|(?<!依)靠|依靠|担心|投向|进入|获得|"
    "严重|通过|享受|解决|启动|选择|增收|免征|反映|愿意|认为|表示|希望|存在|面临|从事|减少|增加|增长|下降|提高|降低|"
    "[降升增]至|降到|提供|建成(?!区)|投产(?!项)|参加(?!单|人)|(?<!专项)用于|免[费除缴]|开[设办]|"
    "使用(?![权率量费者]|寿命|面积|资金|效率)|(?:完善|运营|试行|给予|开通)(?![商率，。；、])|联合(?![网国会体企经])|"
    "建设(?!项目|工程|标准|单位|用地|资金|规划|任务|周期|期|基金)(?=[一-鿿]{4})"
)
_ADVERB = (
    "先后|普遍|陆续|相继|平均|[仅只]有|率先|先行|共同|全部|常年|不同程度|[一每]年|[今明去]年|逐[年步]|有所|明显|不到|"
    "超过|不足|左右|(?<!级)(?:以上|以下)(?!的)|以外|之外|外(?=[，。])|[中里](?=[，。；]|进行)"
)
_PARTICLE = (
    "已|将|达|的|是|仍|即|因|和|与|必须|(?<!供)应|(?<![技功职性产智节动电热核失])能(?![力源耗量])|把(?![握关手])|"
    "按(?![揭摩键])|挤?在|就(?!业)|都(?!市)|对(?![外象口])|从(?![业事])|也(?=[要能不应可])|"
    "约(?=[\\d一二三四五六七八九])|[一-鿿]{2}了|(?:支持|建设)?\\d|"
    "[\\d一二两三四五六七八九十百千万]{2,}[个座家项件种台辆只]"
)
_BEHIND = re.compile(
    "(?:及?以上|及?以下|以内|左右|多|余)?(?P<of>的)?(?P<noun>(?!将(?![军士领来])|会(?![议员计展]))"
    "(?:\\d[A-Z])?[一-鿿A-Za-z“·][一-鿿A-Za-z“”·]{0,17}?)"
    f"(?=[，。；、（）]|$|{_DOES}|{_ADVERB}|{_PARTICLE})"
)
# Words behind a number that are not what it counts: 25%的目标, 41处集中在, 3项以上.
_AIM = "目标|比例(?!尺)|水平|速度|要求|标准|任务|基础|情况|幅度|发展|(?:宏伟|战略)目标|计划$|指标"
_TOLD = (
    "转[为入交]|去(?!年|世|库|产)|再|依靠|[一-鿿]{1,4}[到至]$|占|有(?![机色关限效线])|集中|用于|办好|达到|通过|过|已|"
    "了|百分之|就(?!业)|没有|奋斗|来说|来自|进入|可以|完成|提高|上升|下降|扩大|缩短|升|增|减|降(?!水|雨)|"
    "在|是|为|和|到|至|由|不"
)
_BLAND = re.compile(
    f"{_AIM}|{_TOLD}|[中新高低]$|[内后前]$|部分|仅|以上|以下|以内|左右|之间|只|[{HAN}]+项|办法|还多|"
    "一律|一概|统统|多"
)
# 165项地方实施的审批事项, 800个限额以上的企业: what was counted stands behind 的.
_FURTHER = re.compile(
    "(?:(?<=以[上下外内])|实施|实行|进行|开展|签订|建立|举办)的[一-鿿]{2,10}?(?=[，。；、（]|$|实施)"
)
_KINDS_OF = re.compile("（[省市县区州旗镇乡、]+）")  # 1860个县（市、区）
_LEAST = 2  # characters of a noun
_AIMS = ("目标", "比例", "水平", "基础", "速度", "要求", "任务", "标准")


def done(text: str, number: Number) -> tuple[int, int] | None:
    """3次下调电价, 800万人就业: what was done stands behind."""
    match = _DONE.match(text, number.end) if number.unit in ("次", "万次", "亿次") else None
    if number.unit.endswith(("人", "户")):
        match = _TURNED.match(text, number.end)
    return match.span() if match else None


# 安排18亿元支持县级医院建设: the money is for what stands behind.
_SPENDS = re.compile("(?:安排|投入|投资|拨付|拨出|拿出|下达|筹集|筹措|落实)了?(?:约|近|超过?|逾)?$")
_FOR_WHAT = re.compile(
    "[，]?(?:重点|专项|专门|主要|将)?(?:用于|用来|支持|设立|实施|扶持|补助|资助|奖励|新建|改建|"
    "建设|建成|改造|推进|推动)(?P<what>[^，。；：（）]{3,24})(?=[，。；（]|$)"
)


def spent_on(text: str, number: Number) -> tuple[int, int] | None:
    """What so much money is given for, where nothing else is named."""
    if not number.unit.endswith("元") or not _SPENDS.search(text, 0, number.start):
        return None
    what = _FOR_WHAT.match(text, number.end)
    return what.span("what") if what else None


def grants(text: str, number: Number) -> bool:
    """30元奖励: the number says how much is given."""
    return re.match(f"的?(?:{_GRANT.pattern})", text[number.end :]) is not None


_GIVEN_TO = re.compile("[^，。；、：]{2,8}?对(?![外口比])")


def given_to(text: str, number: Number, start: int, end: int) -> int:
    """Where the recipient of a grant begins: 渔船更新, of 省级财政对渔船更新给予每艘18万元补助."""
    return past(_GIVEN_TO, text, start, end) if grants(text, number) else start


def stands_before_noun(text: str, number: Number) -> bool:
    """Whether the number stands before its noun: 90个国家, 30%的购置补贴."""
    behind = text[number.end : number.end + 4]
    if _TURNED.match(text, number.end):
        return True
    counting = _COUNTER.search(number.unit) or number.unit.endswith("次")
    return bool(counting or behind.startswith("的") or _GRANT.match(behind))


def noun_behind(text: str, number: Number, *, any_unit: bool = False) -> tuple[int, int] | None:
    """The noun that the number stands before; `any_unit`: also one that is seldom counted so."""
    match = _BEHIND.match(text, number.end)
    if match is None or _BLAND.match(match["noun"]):
        return None
    aim = next((aim for aim in _AIMS if match["noun"].endswith(aim)), "")
    if aim and len(match["noun"]) < len(aim) + _LEAST:
        return None
    end = past(_KINDS_OF, text, match.end("noun"))
    granted = _GRANT.match(match["noun"])
    people = re.search("(?:人|户|[万亿])$", number.unit)
    another = re.match("[和与及、][\\d一二三四五六七八九]", text[match.end("noun") :])
    if another and re.search("[级型类]$", match["noun"]):
        return None  # 1410个县级和250个省级中心: the noun stands behind the second number
    if any_unit or match["of"] or _COUNTER.search(number.unit) or granted or people:
        further = _FURTHER.match(text, match.end("noun"))
        end = further.end() if further else end - len(aim)
        return match.start("noun"), end
    return None
