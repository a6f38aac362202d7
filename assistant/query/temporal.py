"""Temporal expressions that mean a time by the question before: 那2024年呢, 第二年, 同一年."""

from __future__ import annotations

import re

from assistant.query.ellipsis import instead, says_more, telling
from assistant.query.question import EACH
from assistant.query.several import YEARS_IN_A_ROW
from assistant.query.topic import INTERROGATIVE, PAUSES, owner_of, topic_of
from assistant.query.years import ANY_YEAR
from assistant.register.numerals import HAN as NUMERALS
from assistant.register.numerals import decimal, in_words, small
from index.titles import YEAR, YEAR_RANGE, document_years, naming

_OTHER_ROUND = re.compile("(?:(?P<next>下)|[上前])一?(?P<of>[届期批轮])")
_ROUND = re.compile(rf"(?P<n>[{NUMERALS}]+|\d+)(?P<of>[届期批轮])")
_YEAR_BEFORE, _THAT_YEAR = re.compile("[前上]一?年|去年"), re.compile("[当同]年|[那这]一年")
_N = rf"(?<![第两{NUMERALS}])(?:[两{NUMERALS}]{{1,3}}|\d{{1,2}})"
_YEARS = re.compile(f"{_N}(?=年)")
_OTHER_YEAR = re.compile(
    "(?:接下来|紧接着|随后)的?[那这]?一年|第二年|次年|下一?年|后一?年|翌年|转年"
    f"|(?P<back>[前上]一?年|头一年|再?往前{_N}年|{_N}年[以之]?前)"
    f"|(?:再?过|再?往后){_N}年(?:[以之]?后)?|{_N}年[以之]?后"
)
# Of the years that the question before names: the last, or the first.
_ENDS = re.compile("(?:最后|最末|末)[那这]?一?年的?|(?P<first>(?:头|开头|最初)[那这]?一?年的?)")
_PLAN = re.compile(f"“?([{NUMERALS}]+五)(?=[”计规时期])[”]?(?:计划|规划|时期|期间)?")
_THIS_YEAR = re.compile("[今去明]年")
_WITHIN = (
    "(?:1[0-2]|[1-9])(?:[-—至到](?:1[0-2]|[1-9]))?月(?:份|底|末)?"
    "|[上下]半年|[一二三四]季度|[底末初]"
)
_PART_OF_YEAR = re.compile(f"[到至]?(?:{ANY_YEAR}年|[今去明]年)(?:{_WITHIN})")
# At the head 那年; 那时候, 当时 anywhere.
_SAME_YEAR = re.compile(
    "^(?:结果|[在到])?(?:同一?|该|[当那这]一?)年(?![产均度收龄轻代])[,，]?|那一?年(?![产均度收龄轻代])"
    "|[在到]?(?:那时候?|当时|那会儿)的?[,，]?"
)
# 那粮食产量这两年分别是？ 这两年的赤字率呢; not 最近这几年谁当市长
_EACH_IS = f"(?:{EACH})?[是为有]*(?:多少)?$"
_THOSE_YEARS = re.compile(
    "^[这那]([两三四五几])年(?:里|间|的)?(?![来以之多])"
    f"|(?<!最近)(?<!过去)[这那]([两三四五几])年(?:里|间)?(?={_EACH_IS})"
)
_OF_REPORT = re.compile("的?(?:那份)?(?:政府)?(?:工作)?报告[里中上]?")  # 下一年的报告里又是多少
_CHANGED = re.compile(
    "[上下]?调整?|[提升降][高低]?[到至为]|[增减涨跌][加少]?[到至为]|变[成为]|(?:提高|降低|上升|下降)"
)
_AMOUNTS_NOW = re.compile("^又?[升涨增降跌减]到了?多少了?$")
LITTLE = 2  # characters of words that hardly tell what is asked about
BRIEF = 6  # characters that hardly say more than a year: 2024年度, 又是多少


def of_another_time(body: str, before: str, *, elliptic: bool, last: str) -> str:
    """The question before, or what else is asked, of a time that is told by it, or told alone.

    `last`: the last year that was asked of.
    """
    return (
        _of_years_end(body, before)
        or _other_plan(body, before)
        or (elliptic and _other_part_of_year(body, before))
        or _of_that_year(body, before, last)
        or (elliptic and _other_round(body, before))
        or (elliptic and _year_alone(body, before))
        or _year_of_report(body, before)
        or _other_year(body, before, elliptic=elliptic)
    )


def of_those_years(body: str, before: str) -> str:
    """这两年的赤字率呢, after 2023年和2024年增长目标分别是多少: of each of the years."""
    row, those = YEARS_IN_A_ROW.search(before), _THOSE_YEARS.search(body)
    if not (row and those):
        return ""
    named, number = len(YEAR.findall(row[0])), those[1] or those[2]
    if not (named > 2 if number == "几" else small(number) == named):
        return ""
    rest = f"{body[: those.start()]}{body[those.end() :]}"
    if not INTERROGATIVE.search(rest):
        rest = f"{re.sub(_EACH_IS, '', rest)}分别是多少"
    return f"{row[0].removesuffix('年')}年{rest}？"


def _of_years_end(body: str, before: str) -> str:
    """末一年的进口额是多少, after 2008到2012年利用了多少外资: of the last year, or the first."""
    span, end = YEAR_RANGE.search(before), _ENDS.match(body)
    if not (span and end):
        return ""
    year, rest = f"{span[1] if end['first'] else span[2]}年", body[end.end() :]
    if says_more(rest, before):
        return f"{year}{rest}？"
    return before[: span.start()] + year + before[span.end() :].removeprefix("年")


def _other_plan(body: str, before: str) -> str:
    """“九五”打算增长多少, after “八五”时期产值每年增长多少: the same of another plan."""
    new, old = _PLAN.search(body), _PLAN.search(before)
    if not (new and old) or new[1] == old[1] or says_more(_PLAN.sub("", body), before):
        return ""
    return before.replace(old[1], new[1])


def _other_part_of_year(body: str, before: str) -> str:
    """那2024年9月呢, 那今年上半年呢."""
    year = _year_in(before, body)
    if not (year and _PART_OF_YEAR.fullmatch(body)):
        return ""
    return re.sub(f"{year}年?(?:{_WITHIN})?", body, before, count=1)


def _of_that_year(body: str, before: str, last: str) -> str:
    """同一年出境旅游有多少人次: of the year that the question before names."""
    year, same = _year_in(before, body) or last, _SAME_YEAR.search(body)
    if not (year and same):
        return ""
    rest = instead(same, "")
    if same.start() > 0 and len(telling(rest)) <= LITTLE:
        return ""  # 为什么当时没建 does not say what
    asks = INTERROGATIVE.search(rest) and not YEAR.search(rest) and says_more(rest, before)
    return f"{year}年{rest}？" if asks else ""


def _other_round(body: str, before: str) -> str:
    """下一届的第一次会议呢, after 三届一次会议是谁主持的."""
    other, nth = _OTHER_ROUND.match(body), _ROUND.search(before)
    if not (other and nth and other["of"] == nth["of"]):
        return ""
    rest = re.sub("^的?第?", "", body[other.end() :])
    number = int(decimal(nth["n"]) or 0) + (1 if other["next"] else -1)
    if not number or says_more(rest, before):
        return ""
    return instead(nth, (str if nth["n"].isdigit() else in_words)(number) + nth["of"])


def _year_alone(body: str, before: str) -> str:
    """那2024年呢, after a question on several years, or on none."""
    year = YEAR.search(body)
    if not year or len(body) > BRIEF:
        return ""
    row = YEARS_IN_A_ROW.search(before) if re.search(EACH, before) else None
    if row:
        return re.sub(EACH, "", instead(row, f"{year[1]}年"))
    return "" if _year_in(before, body) else f"{year[1]}年{before}"


def _year_of_report(body: str, before: str) -> str:
    """当年又安排了多少, after 前一年的投入 in a report."""
    last, same = _YEAR_BEFORE.search(before), _THAT_YEAR.match(body)
    if not (last and same) or says_more(body[same.end() :], before):
        return ""
    return before.replace(last[0], same[0], 1)


def _other_year(body: str, before: str, *, elliptic: bool) -> str:
    """2024年又安排了多少, 第二年呢: the question before, of another year."""
    own, year = YEAR.search(body), _year_in(before, body)
    if not year:
        return ""
    if own:
        return _in_year(own[1], year, body, before, is_short=elliptic)
    if now := _THIS_YEAR.search(body):
        is_same = not says_more(_THIS_YEAR.sub("", body), before)
        return re.sub(f"{year}年?", now[0], before) if is_same else ""
    if relative := _OTHER_YEAR.search(body):
        new = str(int(year) + _shift(relative))
        again = _in_year(new, year, body, before, is_short=True)
        return again or _told_in(new, relative, before)
    return ""


def _in_year(new: str, year: str, body: str, before: str, *, is_short: bool) -> str:
    """The question before, of the new year, where the body asks the same, or only what became of
    it: 降到多少，为什么下调.
    """
    rest = re.sub(f"{ANY_YEAR}年?(?:的?时候)?", "", _OF_REPORT.sub("", body))
    rest = _OTHER_YEAR.sub("", rest)
    rest = _AMOUNTS_NOW.sub("", rest) if "多少" in before else rest
    unchanged, topic = _CHANGED.sub("", rest), topic_of(before)
    if topic and unchanged != rest and not says_more(unchanged, before):
        return f"{topic.replace(year, new)}{rest.lstrip('，,')}？"
    asks_same = not says_more(rest, before) and (is_short or len(rest) < BRIEF)
    return before.replace(year, new) if asks_same else ""


def _told_in(year: str, relative: re.Match[str], before: str) -> str:
    """次年又修了多少公里 is of what was asked about; 到次年的报告里，总数是多少 of a document."""
    behind = relative.string[relative.end() :]
    if _OF_REPORT.match(behind) and relative.start() <= len("到"):
        return f"{year}年{behind}？"
    topic = YEAR.sub("", topic_of(before)).removeprefix("年").lstrip(PAUSES)
    return f"{owner_of(topic)}{year}年{behind}？" if relative.start() == 0 else ""


def _year_in(before: str, body: str) -> str:
    """The year that is another one now: of the document, where that is asked of, else of a fact."""
    of_document = naming(before) if document_years(before) and not document_years(body) else ""
    found = YEAR.search(before, len(of_document)) or YEAR.search(before)
    return found[1] if found else ""


def _shift(relative: re.Match[str]) -> int:
    """The years from the question before to the one meant."""
    number = _YEARS.search(relative[0])
    years = int(decimal(number[0]) or 0) if number else 1
    return -years if relative["back"] else years
