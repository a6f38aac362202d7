"""What is noticed of each of the sentences found, beside what the learned ranker looks at."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.query.contraries import contrary_to
from assistant.query.question import NO_THING, Kind, Question, pairs, shared
from assistant.query.stance import asks_who, proposed_by_anybody
from assistant.query.whom import speaking
from assistant.register import Person, provinces
from assistant.register.numerals import small
from assistant.sentences import tables
from assistant.sentences.enumerated import (
    ASKS,
    NUMBERED_TABLE,
    announced,
    goes_on,
    is_caption,
    replied,
)
from assistant.sentences.evidence import Evidence, Which
from assistant.sentences.indicated import of_other_figures
from assistant.sentences.particulars import telling_none
from assistant.sentences.reader import Reader
from assistant.sentences.sides import of_sides, of_views
from assistant.sentences.speech import by_others
from assistant.sentences.whereabouts import of_other_places
from assistant.sentences.years import bare_years, of_aims, of_other_reports, of_other_years, of_year
from assistant.sentences.yes_no import ASKS_ONE
from index.matching import HAN, normalise
from index.titles import document_years

# 三件; no 两个月, and not the end of another count: 第三方, 二十个.
COUNT = re.compile(
    rf"(?<![第几\d一二三四五六七八九十百])[两二三四五六七八九十](?:个(?!{NO_THING})|[条件点项份方大])"
)

_LEAST_PROPOSED = 1 / 3  # of what it is asked whether anybody proposes, what an answer says of it
# - **甲公司**：……
_CALLED = re.compile("\\s*[-*•●■◆▪]\\s*[*]*(?P<name>[^\\W_][^，。；：:*]{2,14})[*]*[：:]")
# 2. **最缺的设备**：甲、乙、丙
_CALLED_LIST = re.compile("\\W*(?:\\d+\\W+)?(?P<name>[\u4e00-\u9fff]{4,14})\\W*:[^。]*、")
_CALLED_SO = 0.7  # of the pairs of characters of what it is called
# 方案二：……, which is none of 方案一
_IN_ORDER = r"[一二三四五六七八九十甲乙丙丁\d]"
_ORDERED = re.compile(f"(?P<stem>[{HAN}]{{2,3}}?)(?P<number>{_IN_ORDER}{{1,2}})[:,]")
_NAME = 4  # characters of an item's name, at least: 投资 is in many questions
_BESIDE = 20  # sentences, in which a list stands
_LISTED = 16  # characters of one of those listed
_MEASURES = "[个座家项条大所名位处件站宗]"
_SO_MANY = re.compile(rf"哪([两二三四五六七八九十]|\d){_MEASURES}")
_COUNTED = re.compile(rf"(?:[这等]|共)?([两二三四五六七八九十]|\d){_MEASURES}")
# 哪些港口; 新增长引擎是哪几个
_WHICH_THINGS = re.compile(
    "哪些(?P<behind>[\u4e00-\u9fff]{2,6})(?=[,。?]|$)"
    "|(?P<before>[\u4e00-\u9fff]{2,8}?)(?:提到?|说|指)?的?(?:分别|都|具体)?[是有]哪(?:些|几个)(?:[,。?]|$)"
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
    contrary: Which  # say of the opposite what is asked
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
    names = _whose(question, people)
    asks_how = question.kind is Kind.MEASURE and bool(names)
    asks_for_anybody = question.kind is Kind.PERSON and not names
    home = provinces(question.plain)
    asks_fact = question.kind in (Kind.NUMBER, Kind.DATE, Kind.PERSON) or (
        question.kind is Kind.OTHER and ASKS_ONE.search(question.plain) is not None
    )
    is_contrary = contrary_to(question.plain, fact=asks_fact)
    sided, opposed = of_sides(reader, question, evidence)
    on_view, off_view = of_views(reader, question, names, evidence)
    other_rows = tables.of_others(reader, question, evidence)
    other_rows |= _of_other_items(reader, question, evidence)
    other_rows |= evidence.which(lambda _, text: _is_of_another(question.plain, text))
    own_year = of_year(reader, question, evidence)
    other_years = of_other_years(reader, question, evidence)
    other_years |= of_other_figures(reader, question, evidence)
    sections, reports = of_other_reports(reader, question, evidence)
    asked = tables.asked_for(reader, question, evidence) & ~other_years
    others = by_others(reader, names, document_years(question.text), evidence)
    listing = _listing(reader, question, evidence)
    untold = telling_none(reader, question, evidence)
    if thing := proposed_by_anybody(question.plain):  # what else is proposed is no answer
        untold |= reader.those(
            evidence,
            lambda span, text: (
                shared(normalise(reader.so_far(span)) + text, thing) < _LEAST_PROPOSED
            ),
        )
    return Marked(
        names=names,
        others=others,
        on_view=on_view,
        off_view=off_view,
        speaking=_speaking(reader, evidence) if asks_for_anybody else evidence.none,
        remedying=_speaking(reader, evidence, names) if asks_how else evidence.none,
        sided=sided,
        opposed=opposed,
        own_year=own_year & ~other_years & bool(bare_years(question)),
        other_years=other_years,
        other_sections=sections & ~own_year,
        other_reports=(sections | reports) & ~own_year,
        aiming=of_aims(reader, question, evidence),
        own_province=evidence.which(lambda _, text: any(one in text for one in home)),
        other_places=of_other_places(reader, question, evidence),
        contrary=evidence.which(lambda _, text: is_contrary(text)),
        asked=asked,
        other_rows=other_rows & ~asked,
        asking=evidence.which(lambda row, _: ASKS.search(reader.index.sentence(row))),
        entitling=_entitling(reader, question, evidence),
        listing=listing,
        untold=untold & ~listing,
        alike=asked | (sided & (question.kind is Kind.PERSON)),
    )


def _whose(question: Question, people: Sequence[Person]) -> set[str]:
    """The names of those whose words are asked for."""
    if asks_who(question.plain):  # of what one proposes another is against
        return set()
    names, said = {person.name for person in people}, set(speaking(question.text))
    return said if said and not said & names else names  # 甲对乙的建议怎么答复: what 甲 says


def _speaking(reader: Reader, evidence: Evidence, names: Collection[str] = ()) -> Which:
    """Those that are proposals, of one of the `names` where there are any."""
    return reader.those(
        evidence,
        lambda span, _: any(not names or one.name in names for one in reader.speakers(span)),
    )


def _listing(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """Those that say the number of things asked for, 三件, and are followed by them, or list what
    is asked for by its name: 甲、乙、丙等三个港口 of 哪些港口.
    """
    index = reader.index
    asked = COUNT.search(question.plain) if question.wants_list else None
    asked_for = (one["behind"] or one["before"] for one in _WHICH_THINGS.finditer(question.plain))
    things = "|".join(map(re.escape, asked_for))
    lists = re.compile(f"、[^。;]*等[^。;,、]{{0,6}}(?:{things})") if things else None
    so_many = _SO_MANY.search(question.plain)

    def is_one(row: int, text: str) -> bool:
        if (lists and lists.search(text)) or (so_many and _lists(small(so_many[1]), text)):
            return True
        called = _CALLED_LIST.match(text) if question.wants_list else None
        if called and shared(question.plain, called["name"].replace("的", "")) >= _CALLED_SO:
            return True
        counts = asked is not None and asked.group() in COUNT.findall(text)
        return counts and (announced(index, row)[:1] == [row] or bool(replied(index, row)))

    return evidence.which(is_one)


def _of_other_items(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """Asked for a figure or a date of one item of a list, those of others: - 甲公司：亏损…….

    Not what names that one, or is called in part as is asked: - 造价：…….
    """
    index, plain = reader.index, normalise(question.plain)
    if question.kind not in (Kind.NUMBER, Kind.DATE) or question.wants_list:
        return evidence.none

    @cache  # each stands beside many
    def called(row: int) -> str:
        """What the item is called; empty where the row begins none."""
        found = None if goes_on(index, row) else _CALLED.match(index.sentence(row))
        return normalise(found["name"]) if found else ""

    def is_other(row: int, text: str) -> bool:
        while goes_on(index, row):
            row -= 1
        own, document = called(row), index.owner(row)
        if not own or any(pair in plain for pair in pairs(own)):
            return False
        near = range(max(row - _BESIDE, 0), min(row + _BESIDE + 1, len(index.owners)))
        beside = {called(one) for one in near if index.owner(one) == document}
        asked = [one for one in beside if len(one) >= _NAME and one in plain]
        return bool(asked) and not any(one in text for one in asked)

    return evidence.which(is_other)


def _is_of_another(plain: str, text: str) -> bool:
    """Whether the text begins as what is told of 方案二, where 方案一 alone is asked about."""
    own = _ORDERED.match(text)
    if own is None or own["stem"] + own["number"] in plain:
        return False
    # 方案一共多少钱 names none.
    return (
        re.search(f"{own['stem']}{_IN_ORDER}(?![共次年月个起些律直般定样项件条])", plain)
        is not None
    )


def _lists(number: int, text: str) -> bool:
    """Whether so many are listed and then counted: 甲、乙、丙三座站."""
    for counted in _COUNTED.finditer(text):
        *listed, last = re.split("[,。;:]", text[: counted.start()])[-1].split("、")
        listed += re.split("(?<=..)[和与及]", last)
        if small(counted[1]) == number == len(listed) and max(map(len, listed)) <= _LISTED:
            return True
    return False


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
