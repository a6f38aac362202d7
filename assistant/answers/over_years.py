"""What documents of many years say: 历年的赤字率, 哪些年份的报告提到稀土, 哪一年首次提到."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.found import AS_WRITTEN, Found
from assistant.answers.mentions import by_year
from assistant.query.question import EACH, Question, between_asking
from assistant.register import series
from assistant.sentences.quotes import Span
from assistant.sentences.reader import Reader
from assistant.types import Said
from index.titles import AIMS, years_of

LEAST = 3  # years: of two one asks by name
MOST = 20  # quotes; of more years the newest

_WORK = "(?:(?:政府)?工作)?(?:报告|文件|文档|材料)"
_SAYS = "(?:提[到及出]|[谈讲说]到|谈及|写[入进到]|出现|涉及)[过了]*"
_FIRST = "首次|第一次|首度|最[早先初]|头一次"
_WHICH = "哪(?P<several>些|几个?)?一?年(?:份|头)?"
_ASKS = re.compile(f"(?=.*{_WHICH})(?=.*{_SAYS})(?=.*(?:{_WORK}|{_FIRST}|年份))")
_PARTS = re.compile(f"{_WHICH}|{_SAYS}|{_WORK}[里中内上]?|{_FIRST}")
_BETWEEN = "[是在的都曾经分别被里中内过了呢,?“”]"
_EVERY = re.compile("历年来?|历届|历次|逐年|各年度?|每一年(?=的)")
_HOW_MANY = re.compile("(?:人数|数量|总量|总数)$")  # of 新增就业人数, which a report leaves out
_GREW = re.compile("增速|增长率|增幅|涨幅|增长")


def over_years(reader: Reader, question: Question) -> Found | None:
    """A sentence of each year; None where that is not asked, or the words stand nowhere."""
    if _ASKS.search(question.plain):
        return _mentioned(reader, question.plain)
    if _EVERY.search(question.plain):
        return _of_every_year(reader, question.plain)
    return None


def _mentioned(reader: Reader, plain: str) -> Found | None:
    """The first sentence of every year that has what is asked about; 首次: of the first year."""
    rest = (one.strip() for one in re.split(f"(?:{_BETWEEN})+|\n", _PARTS.sub("\n", plain)))
    sought = [one for one in rest if len(one) > 1]
    if len(sought) != 1 or sought[0] not in reader.plain_text:
        return None
    spans = {year: rows[0] for year, rows in sorted(by_year(reader, sought[0]).items()) if rows}
    spans.pop("", None)  # of documents without a year
    if not spans:
        return None
    if re.search(_FIRST, plain):
        return Found((next(iter(spans.values())),), AS_WRITTEN)
    told = Said(sentence="told_in_years", fields={"n": str(len(spans)), "years": "、".join(spans)})
    return _quoted([*spans.values()], told if len(spans) > 1 else None)


def _of_every_year(reader: Reader, plain: str) -> Found | None:
    """The sentences with the figures of the subject that is asked for, year by year."""
    parts = between_asking(re.sub(f"{_EVERY.pattern}|{EACH}", "", plain))
    asked = "".join(parts).strip("的是为有达")
    aims, grew = AIMS.search(asked) is not None, _GREW.search(asked) is not None
    subject = _GREW.sub("", AIMS.sub("", asked)).strip("的")
    called = {asked, subject, _HOW_MANY.sub("", subject)}
    years = years_of(reader.documents)
    every = [
        value
        for one in series(reader.register.figures, years)
        if one.subject in called and (one.sense == "change") == grew
        for value in one.values
        if value.figure.document in years
    ]
    of_kind = {value.year: value.figure for value in every if value.planned == aims}
    figures = {value.year: value.figure for value in every}
    if aims or 2 * len(of_kind) >= len(figures):  # of a rate that is only set, what is set
        figures = of_kind
    if len(figures) < LEAST:
        return None
    told = [figures[year] for year in sorted(figures)]
    spans = [reader.sentences_of(one.document, one.start, one.end)[0] for one in told]
    return _quoted(list(dict.fromkeys(spans)))


def _quoted(spans: Sequence[Span], lead: Said | None = None) -> Found:
    return Found(tuple(spans[-MOST:]), AS_WRITTEN, lead=lead)
