"""Whether a sentence is of the year that a question asks about, or of another."""

from __future__ import annotations

import re

from assistant.query.years import ANY_YEAR, years_between
from index.matching import HAN_CHARACTER, normalise, with_years_in_digits
from index.titles import YEAR_RANGE, years

TOLD_YEAR = re.compile(
    rf"(?<![\d.])({ANY_YEAR})(?:(?=\s*年(?!代(?![表理]))|[-—–~至到、和与]{ANY_YEAR}(?!\d))"
    r"|(?:(?<=[\s|]\d{4})|(?<=^\d{4}))(?=\s*(?:\||$)|\s[\d.]))"  # the cell of a table
)
# 《某某方案（2025—2027年）》 is called so; what it says is of one of these years.
_RANGE_IN_TITLE = re.compile(rf"(?<=[（(]){YEAR_RANGE.pattern}\s*年?(?=[)）]》)")
# 2024—2025雪季 is one span of time, and not the season before, though both are of 2024.
_SEASON = re.compile(
    rf"({ANY_YEAR})年?[-—–~至到/]{{1,2}}({ANY_YEAR})年?(?=[\u4e00-\u9fff]?[季期]|学年|年度|财年)"
)
BEFORE_LAST = "(?<![提目以税先当改建扩产革造迁])前年(?![度薪均耗])"  # not 目前年产量, 技改前年产量
_RELATIVE = re.compile(
    r"(?P<last>去年|过去一年)|(?P<now>今年|本年)|(?P<next>明年|下一年)"
    rf"|(?P<before>{BEFORE_LAST})"
    r"|(?P<earlier>上年|上一年|(?<!提)前一年)"  # than one named before; not 提前一年
)
_AGO = {"last": 1, "before": 2, "now": 0, "next": -1, "earlier": 1}  # years
_ONE_YEAR = re.compile(rf"去年|今年|(?<![-\d—–~至到]){ANY_YEAR}年(?!代(?![表理])|以来|[-—–~至到])")
SEVERAL_YEARS = re.compile(
    r"(?:过去|最?近|这|连续)[两三四五六七八九十\d]{1,2}年|[两三四五六七八九十]年(?:来|间|里|累计|一?共)|以来"
)
_OF_LAST = re.compile("(?<![比较提])(?:上一?年|前一年)")
# 比2020年增长, 从2020年的……提高: what the number is compared to; it is of another year itself.
_BASE_BEFORE = re.compile(r"(?:比|较|由|从|自|同|与|对照|按照?)$")
COMPARES = re.compile(
    r"[比较差]|[增减升降涨跌]|提高|[多少]了|变化|变动|翻番|倍"
    rf"|[从自](?:{ANY_YEAR}|[去前上]一?)年|{ANY_YEAR}年(?:\d{{1,2}}月)?(?:起|以来)"
)
_FIGURE = re.compile(r"\s*年[底末]?的(?:约|近)?[\d一二三四五六七八九十百千]")  # 由1987年的2万吨增加
_SHORT_YEAR = re.compile(
    r"(?<![〇零一二三四五六七八九十百千万几第\d龄来近约要了]|[这那])(?!五六|六七|七八|八九)"
    "[五六七八九〇零][〇零一二三四五六七八九]"
    "(?=年(?!代(?![表理])|计划|规划|期间|来|间|均|度|会|[中级]|[以之]?[后内前上下]))"
    r"|(?<![\d.])[05-9]\d(?=年(?:的?(?:政府)?(?:工作)?报告|的?时候|[那底初末]))"
    r"|(?:^|(?<=^那))[0-2]\d(?=年呢)"
)
_YEAR_BEFORE = re.compile(f"({ANY_YEAR})年的?(?:[前上]一年(?!度?的?报告|[级半])|头一年)")
_JOINED, _YEAR_BEHIND = 4, re.compile(rf"\({ANY_YEAR}年?\)")  # 2024年和2025年为…, 3万吨(2024年)
_BASE_AFTER = re.compile(r"\s*年(?:以来|起|相比|同期|[以之]前)")


def with_whole_years(question: str) -> str:
    """九三年报告 as 1993年报告; 七八年 may be a span of time and stays.

    >>> with_whole_years("九三年报告，98年的报告"), with_whole_years("花了七八年，九五年均增长")
    ('1993年报告，1998年的报告', '花了七八年，九五年均增长')
    >>> with_whole_years("2016年前一年"), with_whole_years("22年呢？")
    ('2015年', '2022年呢？')
    """
    whole = with_years_in_digits(_SHORT_YEAR.sub(_whole_year, question))
    return _YEAR_BEFORE.sub(lambda year: f"{int(year[1]) - 1}年", whole)


def _whole_year(short: re.Match[str]) -> str:
    first = short[0][0]
    return {"0": "20", "1": "20", "2": "20", "〇": "二〇", "零": "二〇"}.get(
        first, "19" if first.isdecimal() else "一九"
    ) + short[0]


def years_asked(question: str) -> set[str]:
    """The years that a question is about; of a range all, of 2000元 none.

    >>> sorted(years_asked("2023到2025年产量分别是多少？")), years_asked("2000元以上的有多少？")
    (['2023', '2024', '2025'], set())
    >>> years_asked("1980年代怎么样？"), years_asked("2023年代表建议了什么？")
    (set(), {'2023'})
    """
    plain = normalise(question)
    if seasons := _SEASON.findall(plain):
        return set(map("-".join, seasons))
    return set(_named(plain, "")) if HAN_CHARACTER.search(plain) else set(years(plain))


def of_another_year(
    sentence: str,
    before: str,
    asked: set[str],
    published: str,
    *,
    compares: bool = False,
    of_one: bool = False,
) -> bool:
    """Whether the sentence, normalised, is of years, and none of those asked about is among them.

    `before`: its section, and what stands before it in its chunk; `published`: the year of the
    document or ""; `compares`: whether it is asked how one year is to another; `of_one`: whether
    the document tells of that year alone, as one that appears in January does not.
    A sentence that names no year is of the last one named before it, else of when it was written.

    >>> of_another_year("截至2025年底，产能为30万吨。", "", {"2020"}, "2026")
    True
    >>> of_another_year("产能比2020年增长两成。", "", {"2026"}, "2026")
    False
    >>> of_another_year("2024年为5万吨，比2023年多1万吨。", "", {"2023"}, "2026")
    True
    >>> of_another_year("2024年为5万吨，比2023年的4万吨多。", "", {"2023"}, "2026")
    False
    >>> of_another_year("今年的赤字率为3.2%，比去年低。", "", {"2020"}, "2021")
    True
    >>> of_another_year("2024年为5万吨，上年是4万吨。", "", {"2023"}, "2026")
    False
    >>> of_another_year("回收率刚好五成，上一年为44%。", "2025年回收了41万吨。", {"2024"}, "2026")
    False
    >>> of_another_year("其中出口1万吨。", "去年为3万吨。2019年为2万吨。", {"2019"}, "2022")
    False
    >>> of_another_year("2024—2025雪季接待百万人次。", "", {"2023-2024"}, "2026")
    True
    >>> of_another_year("2019年以前的陈茶计提30万元。", "", {"2025"}, "2026")
    False
    >>> of_another_year("产量为3万吨。", "", {"2023"}, "2024", of_one=True)
    True
    >>> of_another_year("未达《方案(2025-2027年)》设定的2027年的目标。", "", {"2026"}, "2026")
    True
    """
    sentence = _RANGE_IN_TITLE.sub("", sentence) if len(asked) == 1 else sentence
    own = set(_named(sentence, published, compared=compares))
    if not asked or asked & own:
        return False
    if own and asked & set(_named(sentence, published)) and published not in asked:
        return True  # the year asked about is only what another is compared to
    told_before = _named(normalise(before), published, compared=False)[-1:]
    if _OF_LAST.search(sentence):  # 回收率为五成，上一年为四成: of the year told of before
        base = next(filter(str.isdigit, told_before), published)
        if asked & set(_named(sentence, base)):
            return False
    named = _named(sentence, published, compared=False)
    if not named and not TOLD_YEAR.search(sentence):
        named = told_before
        if asked & set(named):
            return False
        heading = _named(normalise(before.partition("\n")[0]), published, compared=False)
        if {*heading} == {published} == {*named}:  # below 2021年重点工作 nothing is of 2020
            return True
    recent = {published, published if of_one else str(int(published) - 1)} if published else asked
    return not recent & asked or bool(named and TOLD_YEAR.search(sentence))


def told_by_year(sentence: str) -> list[tuple[str, str]]:
    """Each year of the sentence, normalised, and what is told behind it; not what another is
    compared to, and nothing where one figure may be of several.

    >>> told_by_year("2025年退役1.3万支,比2020年多,2030年将超过6万支。")
    [('2025', '年退役1.3万支,比2020年多,'), ('2030', '年将超过6万支。')]
    >>> told_by_year("2024年、2025年分别为3万吨和4万吨。")
    []
    """
    every = TOLD_YEAR.finditer(sentence)
    found = [one for one in every if not _BASE_BEFORE.search(sentence[: one.start()])]
    ends = [*(one.start() for one in found[1:]), len(sentence)]
    told = [(one[1], sentence[one.end() : end]) for one, end in zip(found, ends, strict=False)]
    is_joined = any(len(part) <= _JOINED or "基础上" in part for _, part in told)
    return [] if is_joined or _YEAR_BEHIND.search(sentence) else told


def is_of_several_years(asked: str, sentence: str) -> bool:
    """Whether it is asked of one year, and the sentence counts over several and names none.

    >>> is_of_several_years("去年一年流失了多少人?", "过去三年流失27人。")
    True
    >>> is_of_several_years("去年流失了多少人?", "过去三年流失27人,去年9人。")
    False
    """
    one = _ONE_YEAR.search(asked) and not SEVERAL_YEARS.search(asked)
    named = TOLD_YEAR.search(sentence) or _RELATIVE.search(sentence)
    return bool(one and SEVERAL_YEARS.search(sentence)) and not named


def _named(plain: str, published: str, *, compared: bool = True) -> list[str]:
    """The years and seasons of a normalised text, as they stand; with those something is compared
    to, or not.
    """
    named = [(one.start(), "-".join(one.groups())) for one in _SEASON.finditer(plain)]
    for one in YEAR_RANGE.finditer(plain):
        named += [(one.start(), year) for year in years_between(one[0])]
    for one in TOLD_YEAR.finditer(plain):
        if compared or not _is_base(one):
            named.append((one.start(), one[1]))
    for one in _RELATIVE.finditer(plain):
        # 2024年为5万吨，上年是4万吨
        before = TOLD_YEAR.findall(plain, 0, one.start()) if one["earlier"] else []
        base = (before or [published])[-1]
        if base and (compared or not _is_base(one)):
            named.append((one.start(), str(int(base) - _AGO[str(one.lastgroup)])))
    return [year for _, year in sorted(named)]


def _is_base(year: re.Match[str]) -> bool:
    """Whether another is compared to it, and no figure is told of it itself."""
    behind = _BASE_BEFORE.search(year.string[: year.start()])
    has_figure = behind and behind[0] in "由从自比较" and _FIGURE.match(year.string, year.end())
    is_before = behind is not None and not has_figure
    return is_before or _BASE_AFTER.match(year.string, year.end()) is not None
