"""The year a figure is of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from assistant.register.numbers import DASH, Number
from assistant.register.numerals import HAN_YEAR
from assistant.register.qualifiers import FALLS, RELATIVE, RISES, sense
from assistant.register.types import Figure
from index.titles import told_of

_YEAR = re.compile(
    "(?P<digits>(?<!\\d)(?:1[89]|20)\\d\\d)年(?!代)|"
    f"(?P<han>{HAN_YEAR})年(?!代)|"
    # 目前年产, 世界上年产, 60岁以上年龄段, 以前年度: other words
    "(?P<said>(?<![比较同与])(?:今年|去年|(?<![以界])上年|(?<![目当此以之从])前年|明年|本年度|(?<!以)上年度))(?!同期)"
)
_DIGIT_OF = str.maketrans("〇零一二三四五六七八九", "00123456789")
_COMPARED = re.compile(
    "相比|比较|(?:基本)?(?:持平|相当)|[^，。；]{0,16}的总和"
)  # 2015年与2010年相比
_BASE = re.compile("(?:比|较|同|等于|相当于|达到|是|为|恢复到|超过)$")
# 是2010年的2.2倍，全年建成432万套: nothing behind is of that year.
_TIMES = re.compile("的[约近]?[\\d.一二三四五六七八九十百零点分之两]+[倍成%]")
# 2023年提过提案，后来增加到…; 2024年投产，年减排…: of another year, or of each.
_LATER = re.compile(
    "，(?:后来|此后|如今|而今|目前|现[已有在]|至今|[全总]长|占地|(?=年(?:[减节处]|产(?![量值能]))[一-鿿]))"
)
# 由2021年的20.3%降至: of that year is only the number right behind it.
_FROM = re.compile(f"[由从自](?:\\d{{4}}年?{DASH})?$")
# 2000年以前建成的住宅有1926套: when they were built, not when they are counted
_SINCE = re.compile("[以之]前[一-鿿]{2,8}的(?!占)")
_SOON = re.compile("的(?:将?近|约|大约|不足|超过)?")


def year_of(text: str, number: Number) -> str:
    """The last year named before the number, outside titles and not as what it is compared to."""
    said_before = max(text.rfind(mark, 0, number.start) for mark in "。！？")  # in a quotation
    before = text[said_before + 1 : number.start]
    plain = re.sub("《[^》]*》", lambda title: "书" * len(title.group()), before)
    whole = text[said_before + 1 :]
    years = [year for year in _YEAR.finditer(plain) if _dates(whole, plain, year, number)]
    if not years:
        return ""
    if years[-1]["said"] != "今年" and _LATER.search(plain, years[-1].end()):
        return ""
    first = _range_start(plain, years[-1].start())
    return first + _digits(years[-1])


_REVIEW = re.compile("工作的?回顾|过去[一二三四五]年|(?<!以)上一?年")


def is_review(section: str) -> bool:
    """Whether the headings say that the work done is told of: that of the year before."""
    return _REVIEW.search(section) is not None


def named_years(text: str) -> list[str]:
    """Every year that the text names, in digits, and 今年, 去年 as they are."""
    return [_digits(year) for year in _YEAR.finditer(text)]


def _dates(whole: str, plain: str, year: re.Match[str], number: Number) -> bool:
    """Whether what follows is of this year, not only compared to it."""
    if _own_year(plain, year, number):
        return True
    lead, of = plain[: year.start()], plain[year.end() :][:1] == "的"
    if re.search("[比较同]$", lead) or _COMPARED.match(plain, year.end()):
        return False
    if (of and _FROM.search(lead)) or _SINCE.match(plain, year.end()):
        return False
    shared = _TIMES.match(whole, year.end()) is not None
    based = _BASE.search(lead) is not None or (shared and lead.endswith("按"))
    return not (based and (shared or (of and number.unit in RELATIVE)))


def _own_year(text: str, year: re.Match[str], number: Number) -> bool:
    """比2001年的三十亿元增长: the amount is of that year, compared to or not."""
    said = text[year.end() :]
    if _FROM.search(text[: year.start()]):
        return _SOON.fullmatch(said) is not None
    return number.unit not in RELATIVE and said in ("的", "")


def _digits(year: re.Match[str]) -> str:
    return year["digits"] or year["said"] or year["han"].translate(_DIGIT_OF)


def _range_start(text: str, place: int) -> str:
    """2001- of 从2001年到2004年合计; 从2020年的…到 is no range."""
    earlier = re.search(rf"(\d{{4}}|{HAN_YEAR})年?{DASH}{{1,2}}$", text[:place])
    return earlier[1].translate(_DIGIT_OF) + "-" if earlier else ""


# How far a relative year lies from the year of the document that says it.
_AGO = {"今年": 0, "本年度": 0, "去年": 1, "上年": 1, "上年度": 1, "前年": 2, "明年": -1}


def figure_year(row: Figure, years: Mapping[str, str]) -> str:
    """The year of a figure in digits: its sentence's, heading's or document's; none of several."""
    if sums_years(row):
        return ""
    base, ago = years.get(row.document, "")[:4], {"": 0, **_AGO}
    said = row.year or _heading_year(row.section)
    if not row.year and said in ("", base) and _tells_of_last(row, said):
        said = "去年"
    if said.isdigit():
        return said
    if _PERIOD.search(said) and (_is_state(row) or "全年" in row.sentence) and not is_aim(row):
        said = "去年"
    if not said and row.planned and (whole := told_of(row.title)):
        return str(int(whole) + 1)
    return str(int(base) - ago[said]) if base.isdigit() and said in ago else ""


_REACHED = re.compile(f"(?:{RISES}|{FALLS})[到至]")


def _is_state(row: Figure) -> bool:
    """Whether it is what something came to, 五年间增加到, and so of the last year."""
    return _REACHED.search(row.qualifier) is not None


# Given as a year begins: what it tells is of the one before. A 年度工作报告 tells of its own.
_WORK_REPORT = re.compile("^(?!.*(?:年度|董事会|监事会|总结)).*工作报告")
_LOOKS_BACK = re.compile("回顾|情况|总结|成效")


def _tells_of_last(row: Figure, heading: str) -> bool:
    """Whether it stands in a work report, and is none of the tasks there; `heading`: the year that
    this names.
    """
    if not _WORK_REPORT.search(row.title) or told_of(row.title) or is_aim(row):
        return False
    return not (heading and _LOOKS_BACK.search(row.section))


# 三、主要目标, as the innermost heading, below no review; 圆满完成目标任务 tells what was reached.
_GOALS = re.compile("^(?!.*(?:完成|实现|达[成到]|成效|回顾|总结))(?:.*> )?[^>]*目标(?:任务|要求)?$")
# 二、2012年工作总体部署, which a work report sets, whatever it says of them.
_AHEAD = re.compile("任务|部署|安排|要求|目标|今年|取向|(?:19|20)\\d\\d年的?[^>回]{0,6}工作")
_PLANNED, _EXPECTED = re.compile("目标|预期"), re.compile("预[计测](?![^。]{0,8}[今明]年)")
_SO_FAR = re.compile("今年(?:以来|[一前1]|上半年)")


def is_aim(row: Figure) -> bool:
    """Whether it is what somebody aims at or expects, not what came of it; as a year begins, that
    is only expected of the one before, too: 预计全年增长.
    """
    reviews = is_review(row.section)
    if row.planned and reviews and _EXPECTED.search(row.sentence):
        return False
    if row.planned or _PLANNED.search(row.subject) or _GOALS.search(row.section):
        return True
    if not _WORK_REPORT.search(row.title) or told_of(row.title):
        return False
    this_year = row.year in ("今年", "本年度") and not _SO_FAR.search(row.sentence)
    is_task = not row.year and not reviews and _AHEAD.search(row.section) is not None
    return this_year or is_task


# 五年新增就业6000万人; not 连续五年, 五年前, 五年计划, 三年期, 九年义务教育 or 超过30年的.
_SEVERAL = re.compile(
    "(?<![\\d.〇零一二三四五六七八九十续第比])"
    "(?:[两几二三四五六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?|[2-9]|[1-9]\\d)[多余]?年"
    "(?![前后级期制代度义的一均]|以[上下前后]|[计规]划)"
)
_ONE_YEAR = re.compile(r"(?:\d{4}|[一二][一二三四五六七八九〇零]{3}|[今去前明上])年")
_PERIOD = re.compile("十[一二三四五六七八九]?五”?(?:时期|期间)|过去[两二三四五六七八九十]年")


def sums_years(row: Figure) -> bool:
    """Whether it is of several years: their sum or mean, not what changed over them."""
    if sense(row.qualifier) == "longer" or _is_state(row):
        return False
    before = row.sentence[: row.start - row.sentence_start].rpartition("；")[2]
    said = _ONE_YEAR.split(before)[-1]
    summed = "累计" in row.qualifier and not row.year  # 2024年累计…: of this one
    compared = _YEARS_APART.search(before) if sense(row.qualifier) == "change" else None
    if compared and int(compared[1]) - int(compared[2]) > 1:
        return True
    return summed or bool(_SEVERAL.search(said) or _EACH_YEAR.search(said.rpartition("，")[2]))


# 2005年与2000年相比增长: over five years.
_YEARS_APART = re.compile(r"(\d{4})年[与同比较]\D{0,3}(\d{4})年(?:相比|比)?")
# 年均1270万人, 连年稳定在…; PM2.5年均浓度 is of one year
_EACH_YEAR = re.compile("(?<!月)年均(?!浓度|气温|降[水雨])|平均每年|连年|连续[^，。；]{1,3}年")


@lru_cache(1024)  # of one document's figures many stand below the same headings
def _heading_year(section: str) -> str:
    for heading in reversed(section.split(" > ")):
        if named := set(named_years(heading)):
            return named.pop() if len(named) == 1 else ""
        if _PERIOD.search(heading):
            return heading  # of no single year
        if is_review(heading):
            return "去年"
    return ""
