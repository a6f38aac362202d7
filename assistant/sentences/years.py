"""Which of the sentences found are of a year asked about, which of another, and which say what is
aimed at.
"""

from __future__ import annotations

import re
from collections.abc import Set

from assistant.query.periods import (
    is_outside_plan,
    of_another_issue,
    of_another_month,
    of_another_session,
    of_another_stage,
    plans,
)
from assistant.query.question import Kind, Question
from assistant.query.timing import (
    COMPARES,
    SEVERAL_YEARS,
    is_of_several_years,
    of_another_year,
    told_by_year,
    years_asked,
)
from assistant.register import is_review
from assistant.sentences.evidence import Evidence, Which
from assistant.sentences.quotes import Span
from assistant.sentences.reader import Reader
from assistant.sentences.signs import counted
from index.matching import normalise
from index.titles import (
    AIMS,
    YEAR_RANGE,
    asks_outcome,
    document_years,
    told_of,
    without_document,
    year_of,
    years,
)

_ASKS_AIM = re.compile("目标|预期|计划(?!生育|经济|单列|内)")
_IS_REACHED = re.compile("完成|实现|达[到成标]|落实|实际|结果|超|高于|低于|突破|兑现")
_AIM_REACHED = re.compile(
    "(?:超过|高于|低于|好于|超出|完成|实现|达到|比)了?[^,。;、]{0,4}?(?:预期)?(?:目标|计划)"
)
_LAST_YEAR, _AHEAD = re.compile("去年|上一?年"), re.compile("今年|任务|部署|要求|安排")
_AIM = re.compile(
    "目标(?:[是为:]|,?定[为在])|[今明]年[^。;]{0,6}(?:(?<![主重需])要|将|拟)|拟(?:按|安排)|力争|计划(?:安排|增长|完成)"
    "|预期(?:目标|增长|增加)"
)

_SUMS = re.compile("累计|[总一合]共|合计|总计|截[至止到]|至今")
_IN_TOTAL = re.compile(
    f"(?:{YEAR_RANGE.pattern})[^。;]{{0,12}}?(?:累计|合计|总计|(?<![公中])共(?![享同青产党建])(?=[^,。;]{{0,12}}\\d))"
)


def bare_years(question: Question) -> set[str]:
    """The years of the question, where none is said of a document, as one is that tells of
    several: 2013年，五年累计…….
    """
    named = set(years(question.text))
    tells_of_several = len(named) == 1 and SEVERAL_YEARS.search(question.plain)
    return set() if document_years(question.text) or tells_of_several else named


def of_aims(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """2016年增长多少 asks what came of it, 2016年的目标 what was aimed at, which the report of the
    year after does not say.
    """
    bare = bare_years(question)
    if _ASKS_AIM.search(question.plain) and not _IS_REACHED.search(question.plain):
        after = {str(int(year) + 1) for year in bare} - bare
        return reader.those(evidence, lambda span, _: year_of(reader.document(span)) in after)
    names_aim = AIMS.search(question.plain) is not None
    if document_years(question.text) and _LAST_YEAR.search(question.plain) and not names_aim:
        # 2021年报告公布的上一年的就业人数
        return evidence.which(lambda _, text: _aims(text) and not _LAST_YEAR.search(text))
    asks_outcome_of_aim = names_aim and asks_outcome(question.plain)
    if not bare or not (asks_outcome_of_aim or (question.kind is Kind.NUMBER and not names_aim)):
        return evidence.none
    # What came of it is told a year later, where there is such a document.
    later = {str(int(year) + 1) for year in bare} if asks_outcome_of_aim else set[str]()
    too_early = bare if any(year_of(one) in later for one in reader.documents) else set[str]()

    def aims(span: Span, text: str) -> bool:
        # What the year's own report expects; in that of the year after, 预计全年完成 is told.
        year = year_of(reader.document(span))
        return _aims(text) or year in too_early or (year in bare and "预计" in text)

    return reader.those(evidence, aims)


def of_year(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """Those that name a year asked about, themselves or in a heading, or review it a year later."""
    asked = set(years(question.text))
    if not asked:
        return evidence.none
    reviewing = {str(int(year) + 1) for year in bare_years(question)}

    def is_one(span: Span, text: str) -> bool:
        section = reader.section(span)
        year = year_of(reader.document(span))
        is_back = _looks_back(reader, span, text)
        reviews = year in reviewing and (is_review(section) or is_back)
        is_now = year in asked and "今年" in text
        named = {*years(text), *(() if is_back else years(section))}
        return reviews or is_now or not named.isdisjoint(asked)

    return reader.those(evidence, is_one)


def _looks_back(reader: Reader, span: Span, text: str) -> bool:
    """Whether it tells of the year before, 比上年增长, in what begins a year: a work report."""
    document = reader.document(span)
    begins = document.date[5:7] <= "04" if document.date[5:7] else "工作报告" in document.title
    if not begins or told_of(document.title) or not _LAST_YEAR.search(text):
        return False
    told = f"{reader.before(span)}{text}"
    return not (_AHEAD.search(reader.section(span)) or "今年" in told or _aims(told))


def _aims(text: str) -> bool:
    """Whether it says what is aimed at, and not only that it was reached: 超过全年预期目标."""
    return _AIM.search(_AIM_REACHED.sub("", text)) is not None


def of_other_years(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """Those of years, months, rounds, plans or sessions, and of none that is asked about."""
    plain, figure = question.plain, question.kind is Kind.NUMBER
    fact, reports = without_document(question.text), {*document_years(question.text)}
    asked, planned = years_asked(question.text) - reports, plans(plain)
    compares = COMPARES.search(plain) is not None or not question.is_chinese
    aims = AIMS.search(plain) is not None

    def is_one(span: Span, text: str) -> bool:
        return (
            (figure and (of_another_month(plain, text) or is_of_several_years(fact, text)))
            or of_another_stage(plain, text)
            or of_another_issue(plain, reader.document(span).title)
            or (bool(planned) and is_of_another_plan(span, text))
            or of_another_session(plain, text, reader.document(span).title)
            or (bool(asked) and is_of_another_year(span, text))
            or is_on_another_report(span, text)
        )

    def is_of_another_plan(span: Span, text: str) -> bool:
        published = year_of(reader.document(span))
        return is_outside_plan(planned, normalise(led_by(span)) + text, published)

    def is_of_another_year(span: Span, text: str) -> bool:
        document, before = reader.document(span), led_by(span)
        of_one, published = bool(told_of(document.title)), year_of(document)
        # What a report plans for the next year it tells without saying so again.
        plans_next = aims and published in reports and asked == {str(int(published) + 1)}
        wanted = asked | {published} if plans_next else asked
        return of_another_year(text, before, wanted, published, compares=compares, of_one=of_one)

    def led_by(span: Span) -> str:
        return f"{reader.section(span)}\n{reader.before(span)}"

    def is_on_another_report(span: Span, text: str) -> bool:  # 2026年《政府工作报告》提出……
        named = document_years(text) if year_of(reader.document(span)) not in reports else ()
        return bool(reports and named) and reports.isdisjoint(named)

    others = reader.those(evidence, is_one)
    if figure and question.unit not in ("", "%") and len(asked) == 1:
        others |= _counting_others(question.unit, asked, evidence)
    if figure and len(asked) == 1 and not _SUMS.search(plain):
        others |= evidence.which(lambda _, text: _sums_up(text, asked))
    return others


def _sums_up(text: str, asked: Set[str]) -> bool:
    """Whether what it tells of the year is the sum of several, which is no figure of one:
    2021至2024年累计新建50座.
    """
    alone = YEAR_RANGE.sub("", text)
    each = "分别" in text or "学年" in text
    return not each and _IN_TOTAL.search(text) is not None and asked.isdisjoint(years(alone))


def _counting_others(unit: str, asked: Set[str], evidence: Evidence) -> Which:
    """Those that count so many behind other years, and none behind those asked about, which they
    name: 2025年重9.8万吨,2030年将超过6万支. Not rows of a table, whose columns are of years.
    """
    counts = counted(unit)

    def is_one(row: int, text: str) -> bool:
        told = [] if row in evidence.heads else told_by_year(text)
        counting = {year for year, part in told if counts.search(part)}
        return bool(counting) and counting.isdisjoint(asked) and not asked.isdisjoint(dict(told))

    return evidence.which(is_one)


def of_other_reports(reader: Reader, question: Question, evidence: Evidence) -> tuple[Which, Which]:
    """Those below what another year's work is told in, and those in a document of another year."""
    asked, bare = set(years(question.text)), bare_years(question)
    if not asked:
        return evidence.none, evidence.none

    def is_below(span: Span, text: str) -> bool:
        if not bare:
            return False
        year, section = year_of(reader.document(span)), reader.section(span)
        # 2024年增长多少 is not what the report of 2024 tells below 2023年工作回顾, or 去年工作回顾.
        is_past = "回顾" in section or is_review(section) or _looks_back(reader, span, text)
        return bool(years(section)) or (year in bare and is_past)

    def is_in(span: Span, _: str) -> bool:
        year = year_of(reader.document(span))
        return bool(year) and year not in asked

    return reader.those(evidence, is_below), reader.those(evidence, is_in)
