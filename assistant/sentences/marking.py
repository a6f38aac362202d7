"""What is noticed of each of the sentences found, beside what the learned ranker looks at."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.query.question import NO_THING, Kind, Question
from assistant.query.stance import asks_who, may_be_against, opposed_for_a_reason
from assistant.query.timing import (
    COMPARES,
    is_of_several_years,
    of_another_month,
    of_another_round,
    of_another_session,
    of_another_year,
    years_asked,
)
from assistant.query.whom import speaking
from assistant.register import Person, is_review, provinces
from assistant.sentences import tables
from assistant.sentences.enumerated import ASKS, NUMBERED_TABLE, announced, is_caption, replied
from assistant.sentences.evidence import Evidence, Which
from assistant.sentences.particulars import telling_none
from assistant.sentences.quotes import Span
from assistant.sentences.reader import Reader
from assistant.sentences.sides import of_sides, of_views
from assistant.sentences.speech import by_others
from assistant.sentences.whereabouts import of_other_places
from index.matching import normalise
from index.titles import (
    AIMS,
    asks_outcome,
    document_years,
    told_of,
    without_document,
    year_of,
    years,
)

# 三件; no 两个月, and not the end of another count: 第三方, 二十个.
COUNT = re.compile(
    rf"(?<![第几\d一二三四五六七八九十百])[两二三四五六七八九十](?:个(?!{NO_THING})|[条件点项份方大])"
)

# 哪些港口; 新增长引擎是哪几个
_WHICH_THINGS = re.compile(
    "哪些(?P<behind>[\u4e00-\u9fff]{2,6})(?=[,。?]|$)"
    "|(?P<before>[\u4e00-\u9fff]{2,8}?)(?:提到?|说|指)?的?(?:分别|都|具体)?[是有]哪(?:些|几个)(?:[,。?]|$)"
)
_ASKS_AIM = re.compile("目标|预期|计划(?!生育|经济|单列|内)")
_IS_REACHED = re.compile("完成|实现|达[到成标]|落实|实际|结果|超|高于|低于|突破|兑现")
_AIM_REACHED = re.compile(
    "(?:超过|高于|低于|好于|超出|完成|实现|达到)了?[^,。;、]{0,4}?(?:预期)?(?:目标|计划)"
)
_LAST_YEAR, _AHEAD = re.compile("去年|上一?年"), re.compile("今年|任务|部署|要求|安排")
_AIM = re.compile(
    "目标[是为:]|[今明]年[^。;]{0,6}(?:要|将|拟)|拟(?:按|安排)|力争|计划(?:安排|增长|完成)"
    "|预期(?:目标|增长|增加)"
)


@dataclass(frozen=True, slots=True, eq=False)
class Marked:
    """Whom is asked about, and which of the sentences…"""

    names: Collection[str]
    others: Which  # neither name nor quote them
    on_view: Which  # are on what their view on is asked
    off_view: Which  # …or on something else
    speaking: Which  # are proposals of somebody's, where it is asked who
    remedying: Which  # are proposals of theirs, where it is asked what they would do
    sided: Which  # say that somebody is for or against what is asked
    opposed: Which  # …or the other way round
    own_year: Which  # are of a year asked about, and not only their document
    other_years: Which  # …or are of other years
    other_sections: Which  # …or stand below what another year's work is told in
    other_reports: Which  # …or there, or in a document of another year
    aiming: Which  # say what is aimed at, where it is asked what came of a year, or the reverse
    own_province: Which  # name the province asked about
    other_places: Which  # name the next county, and not that asked about
    asked: Which  # are rows of a table, named together with a column
    other_rows: Which  # are rows that are called otherwise
    asking: Which  # ask something themselves
    entitling: Which  # entitle the document or a table, and say no more
    listing: Which  # list what is asked for, by its number, as the question has it, or its name
    untold: Which  # tell nothing of the particular that is asked for
    alike: Which  # answer each, if any does: rows asked for, all who are against it

    @property
    def own_view(self) -> Which:
        return self.on_view & ~self.others

    @property
    def surely(self) -> Which:
        """Those that answer whatever is learned from prose."""
        return self.alike | self.own_view


def mark(
    reader: Reader, question: Question, people: Sequence[Person], evidence: Evidence
) -> Marked:
    """`people`: whom the question names."""
    names, said = {person.name for person in people}, set(speaking(question.text))
    if said and not said & names:  # 甲对乙的建议怎么答复: what 甲 says
        names = said
    if asks_who(question.plain):  # of what one proposes another is against
        names = set()
    asks_how = question.kind is Kind.MEASURE and bool(names)
    asks_for_anybody = question.kind is Kind.PERSON and not names
    home = provinces(question.plain)
    sided, opposed = of_sides(reader, question, evidence)
    on_view, off_view = of_views(reader, question, names, evidence)
    of_year = _of_year(reader, question, evidence)
    other_years = _of_other_years(reader, question, evidence)
    sections, reports = _of_other_reports(reader, question, evidence)
    asked = tables.asked_for(reader, question, evidence) & ~other_years
    others = by_others(reader, names, document_years(question.text), evidence)
    untold = telling_none(reader, question, evidence)
    if names and (thing := opposed_for_a_reason(question.plain)):  # who proposes it has none
        against = reader.those(
            evidence, lambda span, text: may_be_against(thing, text, normalise(reader.before(span)))
        )
        untold = untold if (against & ~others).any() else ~evidence.none
    return Marked(
        names=names,
        others=others,
        on_view=on_view,
        off_view=off_view,
        speaking=_speaking(reader, evidence) if asks_for_anybody else evidence.none,
        remedying=_speaking(reader, evidence, names) if asks_how else evidence.none,
        sided=sided,
        opposed=opposed,
        own_year=of_year & ~other_years & bool(_bare_years(question)),
        other_years=other_years,
        other_sections=sections & ~of_year,
        other_reports=(sections | reports) & ~of_year,
        aiming=_of_aims(reader, question, evidence),
        own_province=evidence.which(lambda _, text: any(one in text for one in home)),
        other_places=of_other_places(reader, question, evidence),
        asked=asked,
        other_rows=tables.of_others(reader, question, evidence) & ~asked,
        asking=evidence.which(lambda row, _: ASKS.search(reader.index.sentence(row))),
        entitling=_entitling(reader, question, evidence),
        listing=_listing(reader, question, evidence),
        untold=untold,
        alike=asked | (sided & (question.kind is Kind.PERSON)),
    )


def _speaking(reader: Reader, evidence: Evidence, names: Collection[str] = ()) -> Which:
    """Those that are proposals, of one of the `names` where there are any."""
    return reader.those(
        evidence,
        lambda span, _: any(not names or one.name in names for one in reader.speakers(span)),
    )


def _bare_years(question: Question) -> set[str]:
    """The years of the question, where none is said of a document."""
    return set(years(question.text)) if not document_years(question.text) else set()


def _of_aims(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """2016年增长多少 asks what came of it, 2016年的目标 what was aimed at, which the report of the
    year after does not say.
    """
    bare = _bare_years(question)
    if _ASKS_AIM.search(question.plain) and not _IS_REACHED.search(question.plain):
        after = {str(int(year) + 1) for year in bare} - bare
        return reader.those(evidence, lambda span, _: year_of(reader.document(span)) in after)
    names_aim = AIMS.search(question.plain) is not None
    asks_outcome_of_aim = names_aim and asks_outcome(question.plain)
    if not bare or not (asks_outcome_of_aim or (question.kind is Kind.NUMBER and not names_aim)):
        return evidence.none
    # What came of it is told a year later, where there is such a document.
    later = {str(int(year) + 1) for year in bare} if asks_outcome_of_aim else set[str]()
    too_early = bare if any(year_of(one) in later for one in reader.documents) else set[str]()
    return reader.those(
        evidence,
        lambda span, text: _aims(text) or year_of(reader.document(span)) in too_early,
    )


def _of_year(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """Those that name a year asked about, themselves or in a heading, or review it a year later."""
    asked = set(years(question.text))
    reviewing = {str(int(year) + 1) for year in _bare_years(question)}

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


def _of_other_years(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """Those of years, months, rounds or sessions, and of none that is asked about."""
    plain, figure = question.plain, question.kind is Kind.NUMBER
    fact, reports = without_document(question.text), {*document_years(question.text)}
    asked = years_asked(question.text) - reports
    compares = COMPARES.search(plain) is not None or not question.is_chinese

    def is_one(span: Span, text: str) -> bool:
        return (
            (figure and (of_another_month(plain, text) or is_of_several_years(fact, text)))
            or of_another_round(plain, text)
            or of_another_session(plain, text, reader.document(span).title)
            or (bool(asked) and is_of_another_year(span, text))
            or is_on_another_report(span, text)
        )

    def is_of_another_year(span: Span, text: str) -> bool:
        document, led_by = reader.document(span), f"{reader.section(span)}\n{reader.before(span)}"
        of_one, published = bool(told_of(document.title)), year_of(document)
        return of_another_year(text, led_by, asked, published, compares=compares, of_one=of_one)

    def is_on_another_report(span: Span, text: str) -> bool:  # 2026年《政府工作报告》提出……
        named = document_years(text) if year_of(reader.document(span)) not in reports else ()
        return bool(reports and named) and reports.isdisjoint(named)

    return reader.those(evidence, is_one)


def _of_other_reports(
    reader: Reader, question: Question, evidence: Evidence
) -> tuple[Which, Which]:
    """Those below what another year's work is told in, and those in a document of another year."""
    asked, bare = set(years(question.text)), _bare_years(question)

    def is_below(span: Span, text: str) -> bool:
        year, section = year_of(reader.document(span)), reader.section(span)
        # 2024年增长多少 is not what the report of 2024 tells below 2023年工作回顾, or 去年工作回顾.
        is_past = "回顾" in section or is_review(section) or _looks_back(reader, span, text)
        return bool(bare and (years(section) or (year in bare and is_past)))

    def is_in(span: Span, _: str) -> bool:
        year = year_of(reader.document(span))
        return bool(asked and year and year not in asked)

    return reader.those(evidence, is_below), reader.those(evidence, is_in)


def _listing(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """Those that say the number of things asked for, 三件, and are followed by them, or list what
    is asked for by its name: 甲、乙、丙等三个港口 of 哪些港口.
    """
    index = reader.index
    asked = COUNT.search(question.plain) if question.wants_list else None
    asked_for = (one["behind"] or one["before"] for one in _WHICH_THINGS.finditer(question.plain))
    things = "|".join(map(re.escape, asked_for))
    lists = re.compile(f"、[^。;]*等[^。;,、]{{0,6}}(?:{things})") if things else None

    def is_one(row: int, text: str) -> bool:
        if lists and lists.search(text):
            return True
        counts = asked is not None and asked.group() in COUNT.findall(text)
        return counts and (announced(index, row)[:1] == [row] or bool(replied(index, row)))

    return evidence.which(is_one)


def _entitling(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """Those that say what the document or a table is about, and no more; but for 表2里有哪些."""
    asks_of_table = NUMBERED_TABLE.search(question.plain) is not None

    def is_one(row: int, _: str) -> bool:
        said = reader.index.sentence(row)
        if not asks_of_table and is_caption(said):
            return True
        if not reader.index.is_heading(row):
            return False
        return said.strip("#* ") == reader.document(reader.sentence_span(row)).title

    return evidence.which(is_one)
