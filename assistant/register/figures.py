"""What each number counts: subject, year and qualifier, from the words of its own sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.register.lines import Line, Span
from assistant.register.measured import Measured, distributed, is_of_those
from assistant.register.nouns import (
    done,
    given_to,
    grants,
    noun_behind,
    spent_on,
    stands_before_noun,
)
from assistant.register.numbers import Number, numbers
from assistant.register.phrases import DID, MEASURE_END, clause, phrase, row_label
from assistant.register.qualifiers import AFTER, RELATIVE, TIME, qualifier
from assistant.register.subjects import earlier, is_adverbial, is_statement, names_counted
from assistant.register.years import year_of

# The sentence says what is counted; says it of the number before; does not quite say it. Of a
# hundred rows of long reports 3, 5 and 35 were wrong.
_STATED, _LIKELY, _GUESSED = 0.9, 0.8, 0.6
_OF_IT = re.compile("占比[重例]?|[增降涨跌][速幅]")  # of what was counted before
_LONGEST = 30  # characters of a subject; what is longer tells a story
# What a name seldom holds: marks, adverbs, half a verb, a number.
_ODD = re.compile(
    "^(?:以|超过|达到|由于|加上|计划在|确定|[一二三四五六七八九十](?![农般次级类产带氧川线])|另)|"
    "(?:[到将即过由多在时没]|(?<!费)用)$|[，：；了已是曾]|[就即](?!业)|共计|因此|这样|没有|不仅|相当于|可以|经过"
)


def figures(line: Line) -> list[Measured]:
    """Every number of the line with its subject; several numbers of one subject share it."""
    found: list[Measured] = []
    for number in numbers(line.text):
        begin = found[-1].number.end if found else 0
        head, words = qualifier(line.text, number, begin)
        last = found[-1] if found else None
        (start, end), sure = _subject(line.text, number, head, last, bool(words))
        after = AFTER.match(line.text, number.end)
        words += [number.approximate] if number.approximate else []
        words += [after.group()] if after else []
        year = year_of(line.text, number)
        sure = min(sure, _trust(line.text[start:end]))
        found.append(Measured(number, start, end, year, "、".join(words), sure))
    return [one for one in distributed(line.text, found) if not _of_whom(line.text, one.number)]


def _of_whom(text: str, number: Number) -> bool:
    """35岁以下的骑手, 每1000名学生: of whom or how many it is told; it counts nothing."""
    before = text[clause(text, number.start) : number.start]
    return before.endswith("每") or (number.unit == "岁" and not re.search("[龄寿]|岁数", before))


@dataclass(frozen=True, slots=True)
class _Reading:
    """What stands around a number, as far as it can name what is counted."""

    text: str
    number: Number
    last: Measured | None
    begin: int  # of the number's own clause
    head: int  # where the words about the number's size begin
    start: int  # of the phrase before them, up to `end`
    end: int
    own: bool  # that this phrase names something
    told: bool  # that there are words about the number's size
    before: Span | None  # what a clause before names


def _subject(
    text: str, number: Number, head: int, last: Measured | None, told: bool
) -> tuple[Span, float]:
    """What the number counts: the noun behind it, the phrase before it, the last subject."""
    if label := row_label(text, number.start, number.end):
        return label, _STATED
    begin = max(clause(text, head), last.number.end if last else 0)
    if last and begin <= last.start < last.end < head and text[last.end] not in "的（即":
        begin = last.end  # 在30个国家建成工坊36所: the noun there is the last number's
    start, end = phrase(text, begin, head)
    did = DID.match(text, start, end) if text[end : end + 1] != "的" else None
    start = did.end() if did else start
    start = given_to(text, number, start, end)
    if last and re.fullmatch("及?以[上下内][^，。；：、]*", text[last.number.end : end]):
        start = last.number.start  # 60岁以上人口, 45岁以下的
    elif last and start == end and text[end] == "的" and clause(text, head) <= last.start:
        start = last.start  # 上座不到5人的
    after_comma = head == begin or text[head : head + 1] == "，"
    own = names_counted(text, begin, start, end)
    own = own and not (last and _OF_IT.fullmatch(text, start, end))
    own = own and not (after_comma and _is_apart(text, number, (begin, head), (start, end)))
    before = earlier(text, begin)
    if before and last and before[0] <= last.number.start < before[1]:
        # 更新项目七万四千个，全部建成的: the number there has named it already
        same = last.start < last.end and before[0] <= last.start and last.end <= before[1]
        before = (last.start, last.end) if same else before
        before = before if same or before[1] > last.number.end else None
    read = _Reading(text, number, last, begin, head, start, end, own, told, before)
    return _behind(read) or _own(read) or _inherited(read)


def _is_apart(text: str, number: Number, clause: Span, subject: Span) -> bool:
    """Whether the clause before the comma says nothing of the number: it tells, or a 的 follows."""
    counted = re.match("以[上下]的", text[number.end :]) and not MEASURE_END.search(
        text[slice(*subject)]
    )
    return bool(counted) or is_statement(text, *clause)


def _behind(read: _Reading) -> tuple[Span, float] | None:
    """The noun behind the number, where it is that which is counted."""
    text, number = read.text, read.number
    if is_of_those(text, number, read.last):
        return None
    if spent := spent_on(text, number):
        return spent, _STATED
    noun = done(text, number) or noun_behind(text, number)
    given = read.own and text[read.start - 1] == "对" and grants(text, number)
    noun = None if noun and given and noun[1] - noun[0] == 2 else noun  # 对骑手给予300元的补助
    noun = None if read.own and _GROWN_TO.search(text, read.end, number.start) else noun
    if noun and (not read.own or (stands_before_noun(text, number) and not _is_measured(read))):
        return noun, _STATED
    near = noun_behind(text, number, any_unit=True)
    dangling = read.own and _DANGLING.search(text[read.start : read.end])
    did = read.text[read.end : read.end + 1] == "了"  # 种了6800亩玉米
    added = read.text[: number.start].endswith(("新增", "追加"))  # 新增300亿元技改贷款
    empty = not read.own and (read.start < read.end or not read.told or added)
    # 社区有3860户居民
    has = read.text[read.end : number.start] in ("有", "共有", "现有")
    has = has and number.unit in ("户", "名", "位") and near is not None and near[1] - near[0] < 5
    # 近四成县级博物馆 at a clause's head
    headed = read.head == read.begin and number.unit in ("成", "%")
    # 符合条件的580户企业: what stands before the number tells which
    which = not read.told and text[read.head : number.start] == "的"
    which = which and number.unit not in RELATIVE
    if near and (dangling or did or has or empty or headed or which):
        return near, _STATED
    return None


def _own(read: _Reading) -> tuple[Span, float] | None:
    """The phrase before the number, or what it says where, when or how much of."""
    text, start, end = read.text, read.start, read.end
    if not read.own and text[end : end + 1] == "的" and start < end:
        share = _SHARE.search(text, end, read.number.start)
        told = read.told or text.startswith("的有", end)
        some = told and end - start > 1  # 其中还在使用的不到3成; not 高的达到5%
        begin = read.begin + 2 * (some and text.startswith("其中", read.begin))
        return ((begin, end), _GUESSED) if share or some else None
    if not read.own:
        return None
    if read.before:
        measured = MEASURE_END.search(text[slice(*read.before)])
        partly = _PARTLY.match(text, start, end) and text[end : end + 1] == "的"
        if partly or (measured and _is_where(read)):
            return read.before, _GUESSED
    if "其中" in text[end : read.number.start]:
        return None
    return (start, end), _STATED


def _inherited(read: _Reading) -> tuple[Span, float]:
    """What a clause or a number before has named; nothing where that would be a guess."""
    text, last, before = read.text, read.last, read.before
    measured = before is not None and _NAMED.search(text[slice(*before)]) is not None
    if last and before and not read.own and last.number.end < read.begin - 1:
        apart = "；" in text[last.number.end : before[0]]
        if apart or measured:
            return before, _LIKELY if apart and not measured else _STATED
    close = last is not None and not re.search(
        "[。！？]", text[last.number.end : read.number.start]
    )
    if last and close and (read.told or _alike(read.number, last.number)):
        return (last.start, last.end), min(_STATED if read.told else _LIKELY, last.sure)
    verb = read.start < read.end and last is not None and before == (last.start, last.end)
    if verb and last and last.number.unit not in RELATIVE and not _alike(read.number, last.number):
        before = None  # 补助标准提到1000元，改造600万亩
    guess = before or noun_behind(text, read.number, any_unit=True)
    sure = _STATED if measured else _GUESSED
    return (guess, sure) if guess else ((read.begin, read.begin), 0.0)


def _is_measured(read: _Reading) -> bool:
    """人口占世界五分之一的国家, 规模不少于60天的消费量: what is measured stands before."""
    base = read.text[read.begin : read.start]
    if read.number.unit in RELATIVE:
        return "占" in read.text[read.end : read.number.start] or base.endswith("按")
    phrase = read.text[read.start : read.end]
    measured = MEASURE_END.search(phrase)
    of = read.text[read.number.end : read.number.end + 1] == "的"
    if _FOUNDED.match(read.text, read.start) or (of and _SIZE.fullmatch(phrase)):
        return False
    return (read.told or of) and measured is not None and not grants(read.text, read.number)


def _trust(subject: str) -> float:
    """How far the words can be trusted to be a name."""
    open_quote = subject.count("“") != subject.count("”")
    odd = open_quote or len(subject) > _LONGEST or _ODD.search(subject)
    return _GUESSED if odd else 1.0


def _alike(number: Number, last: Number) -> bool:
    """Whether the one can be said of what the other counts: 63处，其中41处; a share of anything."""
    kinds = [re.sub("[万亿千百十多余]|人民币", "", one.unit) for one in (number, last)]
    return number.unit in RELATIVE or number.unit.endswith("百分点") or kinds[0] == kinds[1]


def _is_where(read: _Reading) -> bool:
    """户均收入，到2015年在两类村分别达到: what is counted stands before."""
    date = re.match(TIME, read.text[read.begin : read.end])
    place = read.begin + (date.end() if date else 0)
    why = re.match("因为|由于", read.text[place : read.end])
    return why is None and is_adverbial(read.text, place, read.end)


# 某市发行3亿元债券: what the verb takes stands behind the number.
_DANGLING = re.compile(
    "(?:[一两二三四五六七八九十][座台条艘家套辆]|带动|周边|惠及?|覆盖|发行|增发|抓好|发放|下达|筹措|争取|动用|节约|"
    "减少|增加|建立起|办起|安置|形成|[年日月]产|[一-鿿](?<![沉执意])[着掉]|只?招到?|产生)$"
)
# 将试点扩大到4个县: of what grew, not of what it grew to.
_GROWN_TO = re.compile("(?:扩大|增加|提高|增|减少|减|降|升|扩|拓展|延伸)[到至]$")
# 设立总规模200亿元的基金: the noun behind is what is founded, and counted.
_FOUNDED = re.compile("设立|实施|建立|组建|发行")
_SIZE = re.compile("总(?:额|规模|价值|面值)|面[额值]")  # 总额200万元的消费券
# 同我国有贸易联系的国家和地区，已经达到: a measure or what is described, not what is told.
_NAMED = re.compile(
    f"{MEASURE_END.pattern}|^(?!占|除|向|取得|一直|还)[^，；]{{4,}}的[^的，；]{{1,7}}[^的，；上态果]$"
)
# 其中2000年以前建成的占七成: a verb alone does not tell, the whole of it does.
_SHARE = re.compile("占|比[重例]")
# 可以完工的有35个: some of what a clause before names.
_PARTLY = re.compile("可以|正在|全部|部分|基本|初步|计划|尚|需要")
