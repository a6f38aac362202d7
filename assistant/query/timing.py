"""Whether a sentence is of the year, month, session or stage that a question asks about, or of
another.
"""

from __future__ import annotations

import re
from collections.abc import Set

from assistant.query.years import ANY_YEAR
from assistant.register.numerals import decimal, small
from index.matching import HAN_CHARACTER, normalise, with_years_in_digits
from index.titles import YEAR_RANGE, years

_YEAR = re.compile(
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
PLAN_YEARS = 5
_NTH = "[一二三四五六七八九十]+"
# 7月, 七月, and 1—7月, which is another time than 7月.
_MONTH = "1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九]"
_MONTHS = re.compile(
    rf"(?<![\d十这近])(?<!连续)(?:({_MONTH})(?:月份?)?[-—–~至到]{{1,2}})?({_MONTH})月"
    rf"(?!(?:\d{{1,2}}|{_NTH})[日号]|[底末]前)"
)
_UNTIL = re.compile(rf"(?:截?至|到)(?:{ANY_YEAR}年)?\d{{1,2}}月")
_SESSION = re.compile(f"({_NTH})届(?:全国|人民代表大会|人大|政协|委员会){{0,2}}第?({_NTH})次")
# 政协五次会议, where the session is counted without its 届.
_BARE_SESSION = re.compile(f"(?:政协|人大)第?({_NTH})次(?:会议|全会)")
_PAPER = "简报|专报|快报|通报|月报|周报|要情"
_ISSUE = re.compile(
    f"第({_NTH}|\\d+)(?:场(?![次馆所])|期(?=的?(?:{_PAPER})))|(?:{_PAPER})第?({_NTH}|\\d+)期"
)
_ROUND = re.compile("(上)一?届|[本这]一?(届)")
# “十三五”, 十三五期间, 第十三个五年规划; not 比“十二五”末, “八五”普法, 正月十五期间
_PLAN = "十[一二三四五六七八九]?|[一二三四五六七八九]"
_PLANS = re.compile(
    f"(?<![比较与从由超过])“({_PLAN})五”(?!普法)"
    f"|(?<![一二三四五六七八九十百月初第比较从由])({_PLAN})五(?=规划|计划|期间|时期|末|纲要|以来)"
    f"|第({_PLAN})个五年(?:规划|计划)"
)
_STAGE = re.compile("(?<![第分学周日长短近中远十])([一二三四五])期(?![间限货待望权内末初刊])")
_ONE_YEAR = re.compile(rf"去年|今年|(?<![-\d—–~至到]){ANY_YEAR}年(?!代(?![表理])|以来|[-—–~至到])")
SEVERAL_YEARS = re.compile(
    r"(?:过去|最?近|这|连续)[两三四五六七八九十\d]{1,2}年|[两三四五六七八九十]年(?:来|间|里|累计|一?共)|以来"
)
_FROM_TO = re.compile(
    rf"[从自](?:[去今前上]一?年|{ANY_YEAR}年|\d{{1,2}}月)[^,。?]{{0,6}}"
    r"(?<![收达得受看])[到至](?=[去今前上明本]|\d|目前|现在)"
)
_PERIOD = re.compile("[上下]半年|季度|全年")
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
    if seasons := set(map(_season, _SEASON.finditer(plain))):
        return seasons
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
    if _OF_LAST.search(sentence):  # 回收率为五成，上一年为四成: of the year told of before
        told = _named(normalise(before), published, compared=False)[-1:]
        if asked & set(_named(sentence, told[0] if told and told[0].isdigit() else published)):
            return False
    named = _named(sentence, published, compared=False)
    if not named and not _YEAR.search(sentence):
        named = _named(normalise(before), published, compared=False)[-1:]
        if asked & set(named):
            return False
        heading = _named(normalise(before.partition("\n")[0]), published, compared=False)
        if {*heading} == {published} == {*named}:  # below 2021年重点工作 nothing is of 2020
            return True
    recent = {published, published if of_one else str(int(published) - 1)} if published else asked
    return not recent & asked or bool(named and _YEAR.search(sentence))


def told_by_year(sentence: str) -> list[tuple[str, str]]:
    """Each year of the sentence, normalised, and what is told behind it; not what another is
    compared to, and nothing where one figure may be of several.

    >>> told_by_year("2025年退役1.3万支,比2020年多,2030年将超过6万支。")
    [('2025', '年退役1.3万支,比2020年多,'), ('2030', '年将超过6万支。')]
    >>> told_by_year("2024年、2025年分别为3万吨和4万吨。")
    []
    """
    every = _YEAR.finditer(sentence)
    found = [one for one in every if not _BASE_BEFORE.search(sentence[: one.start()])]
    ends = [*(one.start() for one in found[1:]), len(sentence)]
    told = [(one[1], sentence[one.end() : end]) for one, end in zip(found, ends, strict=False)]
    is_joined = any(len(part) <= _JOINED or "基础上" in part for _, part in told)
    return [] if is_joined or _YEAR_BEHIND.search(sentence) else told


def of_another_session(asked: str, text: str, title: str = "") -> bool:
    """Whether the text, or else the title of its document, is of sessions, but of none asked about.

    >>> of_another_session("五届四次会议收到提案多少件?", "五届五次会议收到提案486件。")
    True
    >>> of_another_session("政协五次会议何时召开?", "", "政协江城市第十四届委员会第四次会议摘编")
    True
    """
    told = set(_SESSION.findall(text) or _SESSION.findall(title))
    if wanted := set(_SESSION.findall(asked)):
        return bool(told) and not wanted & told
    meetings = set(_BARE_SESSION.findall(asked))
    told_of = {meeting for _, meeting in told} | set(_BARE_SESSION.findall(text))
    return _are_apart(meetings, told_of)


def of_another_issue(asked: str, title: str) -> bool:
    """Whether a document of that title is another issue, or press conference, than is asked about.

    >>> of_another_issue("第三场发布会有谁?", "第二场发布会实录")
    True
    >>> of_another_issue("第三期工程多长?", "简报第2期")
    False
    >>> of_another_issue("第2期简报说什么?", "简报第二期")
    False
    """
    texts = (asked, normalise(title))
    return _are_apart(*({*map(decimal, _names(_ISSUE, text))} for text in texts))


def of_another_round(asked: str, sentence: str) -> bool:
    """Whether the sentence is of this round of games and not of the last one, which is asked about,
    or the other way round; of the second stage of works and not of the first.

    >>> of_another_round("上届有多少人参赛?", "本届有7860人参赛。")
    True
    >>> of_another_round("一期花了多少亿元?", "二期总投资137亿元。")
    True
    """
    return any(_names_others(one, asked, sentence) for one in (_ROUND, _STAGE))


def of_another_plan(asked: str, sentence: str) -> bool:
    """Whether the sentence is of five-year plans, and of none that is asked about.

    >>> of_another_plan("十三五期间要增长多少?", "“十五”期间年均增长7%左右。")
    True
    >>> of_another_plan("第十三个五年规划提出什么?", "“十三五”时期年均增长6.5%。")
    False
    >>> of_another_plan("“十三五”时期增加了多少公里?", "比“十二五”末增加320公里。")
    False
    >>> of_another_plan("“十四五”期间培训多少人?", "实施“八五”普法规划,培训3200人。")
    False
    """
    return _names_others(_PLANS, asked, sentence)


def plans(text: str) -> set[str]:
    """The five-year plans that the normalised text names, 十二 for 十二五."""
    return _names(_PLANS, text)


def is_outside_plan(asked: Set[str], told: str, published: str) -> bool:
    """Whether a document of that year is of none of the years of a five-year plan that is asked
    about, nor of the one before or after, and what it tells names neither plan nor such a year.

    >>> is_outside_plan(plans("“十二五”末有多少公里?"), "今年将达四万公里。", "1954")
    True
    >>> is_outside_plan({"十二"}, "里程达到四万公里。", "2016")
    False
    >>> is_outside_plan({"十二"}, "到2015年末达到四万公里。", "2022")
    False
    """
    named = {int(year) for year in (published, *years(told)) if year}
    begins = [*map(_first_year, asked - plans(told))]
    around = (range(first - 1, first + PLAN_YEARS + 1) for first in begins)
    return bool(published and begins) and not any(named.intersection(one) for one in around)


def _first_year(plan: str) -> int:
    """Of the n-th five-year plan; the third began after three years between two plans."""
    nth = small(plan)
    return 1953 + PLAN_YEARS * (nth - 1) + (3 if nth > 2 else 0)


def _names_others(pattern: re.Pattern[str], asked: str, sentence: str) -> bool:
    """Whether both name something by a group of the pattern, and nothing in common."""
    return _are_apart(_names(pattern, asked), _names(pattern, sentence))


def _are_apart(wanted: Set[object], told: Set[object]) -> bool:
    return bool(wanted and told) and wanted.isdisjoint(told)


def _names(pattern: re.Pattern[str], text: str) -> set[str]:
    return {one[one.lastindex or 0] for one in pattern.finditer(text)}


def is_of_several_years(asked: str, sentence: str) -> bool:
    """Whether it is asked of one year, and the sentence counts over several and names none.

    >>> is_of_several_years("去年一年流失了多少人?", "过去三年流失27人。")
    True
    >>> is_of_several_years("去年流失了多少人?", "过去三年流失27人,去年9人。")
    False
    """
    one = _ONE_YEAR.search(asked) and not SEVERAL_YEARS.search(asked)
    named = _YEAR.search(sentence) or _RELATIVE.search(sentence)
    return bool(one and SEVERAL_YEARS.search(sentence)) and not named


def of_another_month(question: str, sentence: str) -> bool:
    """Whether the question asks of a month, and the sentence is of others or of a longer time.

    >>> of_another_month("7月份产量是多少?", "6月份产量为3万吨。")
    True
    >>> of_another_month("7月份产量是多少?", "产量为3万吨,7月起限产。")
    False
    >>> of_another_month("7月份产量是多少?", "1—7月产量为20万吨。")
    True
    >>> of_another_month("到2024年9月有多少?", "2024年1月至9月为87起。")
    False
    >>> of_another_month("11月底共有多少人?", "到1954年十一月底共有六百人。")
    False
    """
    if _FROM_TO.search(question):  # 从2023年底到今年2月: of both
        return False
    asked, told = _months(question), _months(sentence)
    if _UNTIL.search(question):  # 到2024年9月: 1月至9月
        asked, told = {one[-1:] for one in asked}, {one[-1:] for one in told}
    whole = _PERIOD.search(sentence) or _YEAR.search(sentence)
    return bool(asked and not asked & told and (told or whole))


def _months(text: str) -> set[tuple[int, ...]]:
    """The months of a text, as numbers, and from which to which; 0 for from none."""
    return {tuple(map(small, months)) for months in _MONTHS.findall(text)}


def _named(plain: str, published: str, *, compared: bool = True) -> list[str]:
    """The years and seasons of a normalised text, as they stand; with those something is compared
    to, or not.
    """
    named = [(match.start(), _season(match)) for match in _SEASON.finditer(plain)]
    for match in _YEAR.finditer(plain):
        behind = _BASE_BEFORE.search(plain[: match.start()])
        has_figure = behind and behind[0] in "由从自比较" and _FIGURE.match(plain, match.end())
        is_base = (behind and not has_figure) or _BASE_AFTER.match(plain, match.end())
        if compared or not is_base:
            named.append((match.start(), match[1]))
    for match in YEAR_RANGE.finditer(plain):
        between = range(int(match[1]), int(match[2]) + 1)
        named += [(match.start(), str(year)) for year in between]
    for match in _RELATIVE.finditer(plain):
        if not compared and _BASE_BEFORE.search(plain[: match.start()]):
            continue
        when = str(match.lastgroup)
        # 2024年为5万吨，上年是4万吨
        before = _YEAR.findall(plain, 0, match.start()) if when == "earlier" else []
        if base := (before or [published])[-1]:
            named.append((match.start(), str(int(base) - _AGO[when])))
    return [year for _, year in sorted(named)]


def _season(match: re.Match[str]) -> str:
    return f"{match[1]}-{match[2]}"
