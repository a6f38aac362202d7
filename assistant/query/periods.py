"""Whether a sentence is of the month, session, issue, stage or five-year plan that a question asks
about, or of another.
"""

from __future__ import annotations

import re
from collections.abc import Set

from assistant.query.timing import TOLD_YEAR
from assistant.query.years import ANY_YEAR
from assistant.register.numerals import HAN as NUMERALS
from assistant.register.numerals import decimal, small
from index.matching import normalise
from index.titles import years

PLAN_YEARS = 5
_NTH = f"[{NUMERALS}]+"
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
    f"|(?<![{NUMERALS}百月初第比较从由])({_PLAN})五(?=规划|计划|期间|时期|末|纲要|以来)"
    f"|第({_PLAN})个五年(?:规划|计划)"
)
_STAGE = re.compile("(?<![第分学周日长短近中远十])([一二三四五])期(?![间限货待望权内末初刊])")
_FROM_TO = re.compile(
    rf"[从自](?:[去今前上]一?年|{ANY_YEAR}年|\d{{1,2}}月)[^,。?]{{0,6}}"
    r"(?<![收达得受看])[到至](?=[去今前上明本]|\d|目前|现在)"
)
_PERIOD = re.compile("[上下]半年|季度|全年")


def of_another_session(asked: str, text: str, title: str = "") -> bool:
    """Whether the text, or else the title of its document, is of sessions, but of none asked about.

    >>> of_another_session("五届四次会议收到提案多少件?", "五届五次会议收到提案486件。")
    True
    >>> of_another_session("政协五次会议何时召开?", "", "政协江城市第十四届委员会第四次会议摘编")
    True
    """
    told = set(_SESSION.findall(text) or _SESSION.findall(title))
    if wanted := set(_SESSION.findall(asked)):
        return _are_apart(wanted, told)
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


def of_another_stage(asked: str, sentence: str) -> bool:
    """Whether the sentence is of this round of games, and the last one is asked about, or the other
    way round; of other stages of works than are asked about, or other five-year plans.

    >>> of_another_stage("上届有多少人参赛?", "本届有7860人参赛。")
    True
    >>> of_another_stage("一期花了多少亿元?", "二期总投资137亿元。")
    True
    >>> of_another_stage("十三五期间要增长多少?", "“十五”期间年均增长7%左右。")
    True
    >>> of_another_stage("第十三个五年规划提出什么?", "“十三五”时期年均增长6.5%。")
    False
    >>> of_another_stage("“十三五”时期增加了多少公里?", "比“十二五”末增加320公里。")
    False
    >>> of_another_stage("“十四五”期间培训多少人?", "实施“八五”普法规划,培训3200人。")
    False
    """
    kinds = (_ROUND, _STAGE, _PLANS)
    return any(_are_apart(_names(kind, asked), _names(kind, sentence)) for kind in kinds)


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


def _are_apart(wanted: Set[object], told: Set[object]) -> bool:
    return bool(wanted and told) and wanted.isdisjoint(told)


def _names(pattern: re.Pattern[str], text: str) -> set[str]:
    return {one[one.lastindex or 0] for one in pattern.finditer(text)}


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
    whole = _PERIOD.search(sentence) or TOLD_YEAR.search(sentence)
    return bool(asked and not asked & told and (told or whole))


def _months(text: str) -> set[tuple[int, ...]]:
    """The months of a text, as numbers, and from which to which; 0 for from none."""
    return {tuple(map(small, months)) for months in _MONTHS.findall(text)}
