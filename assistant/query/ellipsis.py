"""Ellipsis: questions that say only what is other than in the one before, 那石岭县呢, or ask more
of the same, 还有谁.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.query.contraries import contraries
from assistant.query.countries import countries
from assistant.query.places import is_common
from assistant.query.question import adds
from assistant.query.several import YEARS_IN_A_ROW
from assistant.query.stance import SIDES
from assistant.query.topic import (
    ENDING,
    INTERROGATIVE,
    PAUSES,
    on_topic_of,
    owner_of,
    topic_of,
    with_topic,
)
from assistant.query.years import ANY_YEAR
from assistant.register.numerals import HAN as NUMERALS
from index.matching import HAN
from index.titles import YEAR, document_years, naming, opening

# Of what the question before was about: 比上一年多了多少, 其中建成的有多少, 新开工的有多少,
# 加上贷款是多少.
_OF_THE_SAME = re.compile(
    r"(?:这|那)?(?:(?:为什么|为何|怎么)?(?:定[得的])?"
    r"[比较](?=[^，,]{1,12}(?:多|少|高|低|增|减|上升|下降|提高|变化))"
    r"|其中[^，,]{1,12}的(?=[有是占达多])|[^，,的]{2,10}的(?=[有是占达]?多少$)"
    r"|(?:再|如果)?(?:加上|连同|算上))"
)
_IN_MONEY = re.compile(
    "(?:如果|要是)?(?:换算?|折算?|折合|算)成?(?:了|具体的?)?(?:钱|金额|绝对[数额值]?)"
)
_RATE = re.compile("(.{2,})(?:占比|比[重例]|(?<!比)率)")
# What a figure or a quality is called, which does not say of what: 目标 after 赤泥综合利用率.
_ATTRIBUTE = (
    r"(?:目标|原因|依据|理由|目的|意义|作用|好处|地点|身份|职务|职位|单位|公司"
    r"|背景|现状|难点|措施|办法|占比|比重|比例|规模|面积|产能|增速|涨幅"
    r"|[\u4e00-\u9fff]{0,6}(?:[量额]|(?<!失业)(?<!赤字)(?<!城镇化)率|(?<!物)价|时间|年份|日期|投资"
    r"|人数|长度|负责人|[院局校厂所站馆]长|董事长))"
)
_REASON_ASKED = re.compile(
    "(?:主要|具体)?的?(?:原因|依据|理由|目的|意义|好处)(?:是什么|是啥|有哪些|呢)?"
)
_BARE_ATTRIBUTE = re.compile(
    rf"(?:具体|现在|目前|当[年时])?定?的?{_ATTRIBUTE}(?=(?:[是有为在]|多|达|怎|如|$))"
)
_NAMED = re.compile(
    r"[\u4e00-\u9fff]{1,7}?"
    r"(?P<kind>[市县区镇乡村州旗港厅局]|省(?![^，。？]{1,5}[厅局])|集团|公司|大学|学院|医院|船闸|灌区|水库|电站)"
)
_NO_NAME = "[农乡渔牧]村|城[镇乡市]|[国境省市区县海]内|[国境海]外|上市|其[他余]|别的|[全各本外哪几]"
_ALIKE = ({"厅", "局"}, {"集团", "公司"}, {"大学", "学院"})
# Whose figure is asked for, where a year or 的 follows: 江北铜业2025年的净利润.
_WHOSE = re.compile(rf"[\u4e00-\u9fff]{{3,12}}?(?=(?:在|的)?{ANY_YEAR}年|的)")
_KIND_ENDS = (
    "专业学县市区镇乡村口厂车矿铜铝锌锂镍钴钢油煤米麦豆茶果肉奶"  # 中专, 渔业, 出口: of a kind
)
# At the head of words: after a year, 期间, or what is no character.
_CALLED_ALIKE = rf"(?:(?<=[年间的内])|(?<![{HAN}]))[{HAN}]{{{{1,6}}}}?{{}}"
_WHEN = re.compile(rf"^.{{0,6}}?(?:{YEAR.pattern}年|[今去明前]年)[底末初]?[{PAUSES}]*")
LONGER = 3  # characters that another of the kind may be longer
_CHANGE = re.compile(
    r"(?:(?<![占对相])比[^，,。？?]{2,8})?(?:同比)?(?:增长|增加|增产|下降|减少|提高|降低|上升|净增)了?多[少大高]"
)
_COUNTED = re.compile(r"多少[个张户家台座项件名所只条种](?=[\u4e00-\u9fff]{2,12}[？?]?$)")
_EMPTY_WORDS = re.compile(
    r"[这那]个?数[字额目]?|同期"
    r"|[又也再还呢吗的了是有在那就都做要]|现在|目前|眼下|如今|实际|做到|原来|以前|打算|计划|准备|预计"
    r"|为什么|多少[个家人件条项座名]?|几|什么|怎么样?|怎样|咋样?|如何|何时|时候|哪些?|哪里"
    r"|安排|情况|具体|[这那]么|这样|高|低|大|小|[，,。？?！! ]"
)
_BY_WHEN = re.compile(
    rf"^到?{ANY_YEAR}年[底末]?|^按(?:计划|规划|要求|目标)|[一二两三四五六七八九十]年[以之]?[后内]|到(?=多少$)"
)
_WHO_DID = re.compile("是?(?:谁|哪[天年月个位里]|什么时候|何时)[\u4e00-\u9fff]{1,2}的")
_DID_WHO = re.compile(f"{_WHO_DID.pattern}$")
_IS_IT_SO = re.compile("是(?![谁否不])[^，,]{2,}的[吗么嘛]")  # 是自己造的吗 says not what
_IS_WHO = re.compile("是谁[？?]?$")
_WHOSE_MAN = re.compile("(?:哪|什么)[^，,]{1,8}[的人]")
_WHO_TAKES_SIDE = re.compile(
    f"有?(?:谁|人|哪些人|哪[些几]?位?(?:代表|委员)?)(?P<side>{SIDES})(?:的|了|[吗么])*"
)
_PROPOSED = re.compile(f"(?:{SIDES}|建议|提出|提议|主张|呼吁)了?")
_WHOM = re.compile("(?:由|是|归)?(?:谁|哪[个家](?:部门|单位|机构)?)[\u4e00-\u9fff]{2,4}[？?]?$")
_WHAT_OF_IT = re.compile("(?:单位|部门|机构|时限|时间|期限|人员?|任务)$")
ITEM_NUMBER = re.compile(f"(第(?:[{NUMERALS}]|\\d+)[条点项件个])")
# 最低的呢, after …最高的是哪个市; 那第3条呢, after 第2条建议采纳了吗.
_ONE_OF_SEVERAL = (
    re.compile("(最[高低多少大小快慢长短强弱])的?"),
    ITEM_NUMBER,
    re.compile("([一二三四]期)"),
    re.compile(r"(\d{1,2}月份?)"),
    re.compile(f"(?:(?:下|第二)一?年的?)?(第[{NUMERALS}]+次(?:全体)?会议)"),  # as many a year
)
# Asks for more than was said; 偿还, 还原铝, 退耕还林, 还建房 and 还是 do not.
_STILL = (
    "(?<![偿归退返发交送])还(?!["
    "款贷债息本清原林湿湖田耕权账迁是]|草(?![拟案])|绿(?!色)|乡(?!村)|利于|路于|建[房区点小安面楼])"
)
FURTHER = re.compile(f"{_STILL}|另外|除此|此外|其[他它]")
_WHY = re.compile("为什么|为何|怎么|原因")
_PLURAL = re.compile("(?:哪些|(?<!为)什么|哪几[条项个]|几[条项个])(?=[\u4e00-\u9fff]{2})")
# 还建议了什么, 还有谁, 其他人呢; 还建议在哪几个城市试点 asks for something of its own.
ANYTHING_FURTHER = re.compile(
    f"{_STILL}[^，。？?]{{0,6}}(?:什么|啥|哪些|谁|别的|吗|没有)|还有呢|其[他它]|除此|此外"
    "|另外(?=[还有的一两三几谁哪呢，,？?]|什么|$)"  # 市里另外补多少 has its own
)
_MORE = re.compile(
    r"(?:还|另外|除此之外|此外)*有?(?:其[他它])?(?:的|人|代表|委员|建议|内容)?"
    r"(?:谁|哪些|什么|哪位|没有)?(?:别的|人|代表|委员|建议)?[吗呢]?"
)


def telling(words: str) -> str:
    """The words without those that do not say what is asked about."""
    return _EMPTY_WORDS.sub("", words)


def says_more(words: str, before: str) -> bool:
    """Whether the words tell something that the question before does not have."""
    return adds(telling(words), before)


def instead(old: re.Match[str] | None, new: str) -> str:
    """The text with the new in the place of what was found in it; empty where nothing was."""
    return old.string[: old.start()] + new + old.string[old.end() :] if old else ""


def is_attribute(text: str) -> bool:
    """Whether the text asks for the reason or the like, and does not say of what: 理由是什么."""
    return _REASON_ASKED.fullmatch(text) is not None


def asks_who_did(question: str) -> bool:
    """Whether it asks by whom or when what was told was said or done: …，谁说的."""
    return _DID_WHO.search(ENDING.sub("", question)) is not None


def in_full(body: str, before: str, names_place: Callable[[str], bool]) -> str:
    """石岭县, for 石岭 after a question on another 县, where the documents name that."""
    old, name = _NAMED.match(before, opening(before)), body.removesuffix("的")
    is_name = re.fullmatch(f"(?!{_NO_NAME})[{HAN}]{{2,5}}", name) and not is_common(name)
    whole = f"{name}{old['kind']}" if old and is_name else ""
    return whole if whole and names_place(whole) else body


def more(asked: str, before: str) -> str:
    """还有谁, 还有吗: the same question again."""
    body = ENDING.sub("", asked)
    return before if FURTHER.match(body) and _MORE.fullmatch(body) else ""


def of_the_same(body: str, before: str) -> str:
    """比上一年多了多少, 换成钱是多少: of what the question before was about."""
    if _OF_THE_SAME.match(body):
        return on_topic_of(before, f"{body}？")
    rate = _RATE.match(topic_of(before)) if _IN_MONEY.match(body) else None
    return f"{rate[1]}规模是多少钱？" if rate else ""


def of_another_thing(asked: str, body: str, before: str, *, elliptic: bool) -> str:
    """The question before of another place or thing, or what is asked with its topic."""
    return (
        _other_side(body, before)
        or _other_of_several(body, before)
        or (on_topic_of(before, asked) if _IS_IT_SO.fullmatch(body) else "")
        or _hollow(asked, body, before)
        or (elliptic and _in_its_place(body, before))
        or _of_the_topic(body, before, elliptic=elliptic)
        # after 哪个部门反对, which begins with what it asks
        or (on_topic_of(before, "为什么？") if is_attribute(body) else "")
    )


def _other_side(body: str, before: str) -> str:
    """那谁反对, after 谁支持征收拥堵费 or 甲建议建立交割库: who is against the same."""
    side, proposed = _WHO_TAKES_SIDE.fullmatch(body), _PROPOSED.search(before)
    if not (side and proposed):
        return ""
    thing = INTERROGATIVE.split(ENDING.sub("", before[proposed.end() :]))[0]
    return f"谁{side['side']}{thing.removesuffix('吗')}？" if thing else ""


def _other_of_several(body: str, before: str) -> str:
    for pattern in _ONE_OF_SEVERAL:
        new, old = pattern.fullmatch(body), pattern.search(before)
        if new and old and new[1] != old[1]:
            return before.replace(old[1], new[1], 1)
    return ""


def _hollow(asked: str, body: str, before: str) -> str:
    """为什么这么高, 现在补多少, 三年后要招到多少, 谁提的: asks, but says nothing of what about."""
    says_little = len(telling(_BY_WHEN.sub("", body))) <= 1 or _WHO_DID.fullmatch(body)
    if not (says_little and INTERROGATIVE.search(body)):
        return ""
    is_who = _IS_WHO.search(before)
    if is_who and _WHOSE_MAN.fullmatch(body):  # 作者是谁, then 哪个单位的
        return f"{before[: is_who.start()]}是{asked}"
    # 甲提出了这些建议, of 甲提出了哪些建议: what was told is taken as known.
    told = _PLURAL.sub("这些", before, count=1) if _WHY.search(body) else before
    return on_topic_of(told, asked)


def _in_its_place(body: str, before: str) -> str:
    """那石岭县呢, 出口呢: the question before, of what goes in the place of a part of it."""
    name = body.removesuffix("的")
    return (
        _other_place(body, before)
        or _other_country(body, before)
        or instead(_alike(name, before), name)
        or _other_amount(body, before)
    )


def _other_place(body: str, before: str) -> str:
    """那石岭县呢: the question before, of another place or firm of the kind."""
    new, old = _NAMED.fullmatch(body), _NAMED.match(before, opening(before))
    if not (new and old):
        return ""
    kinds = {new["kind"], old["kind"]}
    return instead(old, body) if len(kinds) == 1 or kinds in _ALIKE else ""


def _other_country(body: str, before: str) -> str:
    """那美国呢, after 对东盟出口多少."""
    names, old = [name.split("/") for name in countries(body)], countries(before)
    if body in before or len(old) != 1 or not any(body in one for one in names):
        return ""
    return instead(re.search(old.pop().replace("/", "|"), before), body)


def _alike(name: str, before: str) -> re.Match[str] | None:
    """What the question before has of the name's kind: 煤炭工业, where that is 石油工业."""
    start, kind = opening(before), name[-2:]
    if name in before:
        return None
    if name[0] in NUMERALS:  # 三孩呢, after “单独二孩”政策
        numbered = f"(?:(?<=“)[{HAN}]*)?[{NUMERALS}]{re.escape(name[1:])}"
        return re.compile(numbered).search(before, start)
    if contrary := re.search("|".join(contraries(name)) or "(?!)", before):
        return contrary
    if len(name) == 2 and name[1] in _KIND_ENDS:  # 中专呢, after 大专院校有多少学生
        return re.compile(f"[{HAN}]{name[1]}").search(before, start)
    old = _WHOSE.match(before, start)
    if name != kind and not (old and old[0].endswith(kind)):
        old = re.compile(_CALLED_ALIKE.format(re.escape(kind))).search(before, start)
    is_alike = old and old[0].endswith(kind) and len(name) <= len(old[0]) + LONGER
    return old if is_alike else None


def _other_amount(body: str, before: str) -> str:
    """那粮食呢, after …工业产值增长了多少, or …新增多少个助餐点: the same of another."""
    if YEAR.search(body):
        return ""
    row = YEARS_IN_A_ROW.search(before)
    if row and "多少" in before and not is_attribute(body):  # of each of the years
        whose = _WHOSE.match(before)
        return f"{whose[0] if whose else ''}{row[0]}{body}分别是多少？"
    change, counted = _CHANGE.search(before), _COUNTED.search(before)
    if _BARE_ATTRIBUTE.match(body):
        return ""
    if change:
        year = "" if naming(before) else "".join(YEAR.findall(before)[:1])
        asks = "是多少？" if body.endswith("率") else before[change.start() :]
        return f"{naming(before)}{year and year + '年'}{body}{asks}"
    return f"{before[: counted.start()]}多少{body}？" if counted else ""


def _of_the_topic(body: str, before: str, *, elliptic: bool) -> str:
    """那目标呢, 目标是多少: of what the question before was about; 锂呢: the same of lithium."""
    topic, attribute = topic_of(before), _BARE_ATTRIBUTE.match(body)
    # 目标是多少 asks of something said before; 失业率是多少 may well stand alone.
    is_bare = attribute is not None and len(attribute[0]) == 2
    if not body or not topic or body in topic or not (elliptic or is_bare):
        return ""
    told = topic[opening(topic) :] if document_years(topic) else topic
    whose = _WHOSE.match(told) if YEAR.search(told) else None
    owner = whose[0] if whose else owner_of(_WHEN.sub("", told))
    if attribute:
        return f"{owner}的{body}？"
    # 那演练呢, after 规划谁牵头
    if _WHOM.match(before, len(topic)) and not _WHAT_OF_IT.search(body):
        return f"{body}{before[len(topic) :]}"
    if owner != topic and owner in before and len(body) <= len(owner) + 4:
        return before.replace(owner, body, 1)
    return with_topic(before, f"{body}？")
