"""Which words before a number name what it counts, in its own clause or in one before."""

from __future__ import annotations

import re

from assistant.register.phrases import (
    BARE_VERB,
    IN,
    MEASURE,
    MEASURE_END,
    SAID,
    SHORT,
    clause,
    phrase,
)

# 确保物价涨幅比去年有所回落，力争控制在15%: what the clause before speaks of.
_TOPIC = re.compile(
    f"[^，。；：]{{1,24}}?(?:{MEASURE}|幅度|出口|金|覆盖面)"
    "(?=[却仍也]?(?:没(?!有)|近年来|首次|出现|逐[步年]|连年|大幅|不断|持续|稳步|超过|不足|接近|突破|连续|"
    "比|较[去上]|从|有所|明显|继续|稳定|保持)|应(?![急用对收]))"
)
# 稳增长是为了保就业, 完善补助机制: a whole sentence before the comma names no subject.
_TELLS_FIRST = (
    "[一-鿿]{1,4}了[一-鿿]{2,6}$|针对|围绕|建立|健全|完善|加强|推进|推动|坚持|实施|深化|全面|大力|积极|着力|"
    "继续|进一步|扎实|扩大|支持|鼓励|根据|按|经(?!济|营|费|常)|以|用(?!电|水|户|地|工|人|汇)|通过|由于"
)
_TELLS = re.compile(
    f"^(?:{_TELLS_FIRST})|是|将(?:逐|认真|积极|继续|全力|抓紧|尽快)|能够|必须|应该|应当|要求|力求|进行|"
    "已经|大大|(?:前提|条件|情况)下|考虑|使|让|把|为了|基本(?!建设|医疗|养老|公共|农田)|也|就(?!业)|都|地(?=[进开加推])"
)
# 在两类村，…: a clause that says where, when or how, before which the subject stands.
_ADVERBIAL = re.compile(
    f"(?P<may>{IN}|按照?|根据|通过|包括)|"
    "经过|随着|由于|因为|如果|虽然|尽管|为了|只要|不包括|连同|扣除|剔除|考虑|同[^，]*比较?$|与[^，]*相比$"
)
# 投入较上年增长: a noun here.
_GROWS = re.compile("(?:同比|环比|[较比][上去])")
_PAPERS = re.compile("建议[\\d一二三四五六七八九十百千万余多]+[件条份项]")  # 收到提案9件、建议12件
_SOMEBODY = re.compile("(?:人大代表|政协(?:委员|常委))、?(?!建议|提案)[一-鿿]{3}")  # who did it


def names_counted(text: str, begin: int, start: int, end: int) -> bool:
    """Whether `text[start:end]` names what is counted: no bare verb, no 从去年收入中."""
    words = text[start:end]
    adverbial = re.search(
        f"(?:从(?!业|事)|{IN}|于|自(?![动然主由贸治行]))[^，。；]*[中上里内下时]$|"
        "(?:统计|测算|估算|调查)$|在内$|除外$|^(?:其中)?对[华美欧日韩]$|除了?[^，。；]*外$|^[高低大小]于|抓好$",
        text[begin:end],
    )
    noun = _GROWS.match(text, end) or _PAPERS.match(text, start)
    other = _SOMEBODY.search(words) or re.fullmatch("(?!人口)[一-鿿]{1,3}[到至]", words)
    bare = BARE_VERB.fullmatch(words) and not noun
    return _names_something(words) and not (other or bare or adverbial)


def _names_something(words: str) -> bool:
    """Whether the words are long enough to be a noun."""
    return len(words) > 1 or words in SHORT


def is_statement(text: str, begin: int, end: int) -> bool:
    """Whether the clause tells something instead of naming it; 正在进行建设的工厂 names it."""
    plain = re.sub("（[^）]*）", "", text[begin:end])
    telling = _TELLS.search(plain)
    relative = re.search("的[^的，]{2,14}$", plain)
    if telling and telling.start() and relative:
        telling = _TELLS.search(relative.group())
    reported = any(said.end() == end for said in SAID.finditer(text, begin, end))
    return reported or telling is not None or is_adverbial(text, begin, end)


def is_adverbial(text: str, begin: int, end: int) -> bool:
    """Whether the clause only says where, when or how; 在总产值中所占的比重 names something."""
    where = _ADVERBIAL.match(text, begin, end)
    return where is not None and not (where["may"] and MEASURE_END.search(text[begin:end]))


def earlier(text: str, begin: int) -> tuple[int, int] | None:
    """The name that a clause before gives, past those that only say where, when or how."""
    while begin > 1 and text[begin - 1] == "，":
        end = begin - 1
        begin = clause(text, end)
        start, stop = phrase(text, begin, end)
        if is_adverbial(text, begin, end):
            continue
        topic = _TOPIC.match(text, start, end)
        if topic and not MEASURE_END.search(text[start:stop]):
            return topic.span()
        if _names_something(text[start:stop]) and not is_statement(text, start, stop):
            return start, stop
        return None
    return None
