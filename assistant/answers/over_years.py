"""What documents of many years say: 历年的赤字率, 哪些年份的报告提到稀土, 哪一年首次提到."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from assistant.answers.found import AS_WRITTEN, Found
from assistant.answers.mentions import by_year
from assistant.query.question import EACH, Question, between_asking
from assistant.register import Value, series
from assistant.sentences.quotes import Span
from assistant.sentences.reader import Reader
from assistant.types import Said
from index.titles import AIMS, years_of

LEAST = 3  # years: of two one asks by name
MOST = 20  # quotes; of more years the newest

_WORK = "(?:(?:国务院|政府)*工作)?(?:报告|文件|文档)[里中]?"
_WHICH = "(?:是)?在?哪(?:些|几?个?)?一?年(?:份|头)?的?"
_FIRST = "(?P<first>首次|第一次|首度|最[早先初]|头一次)"
_SAYS = "(?P<says>提[到及出]|[谈讲说]到|谈及|写[入进到]|出现|涉及)[过了]*"
_ALSO = "(?:是|都|曾经?|分别|先后)*"
_WHAT = "(?P<what>.{2,30}?)(?:这(?:个|一))?(?:概念|[说提]法|字眼|一?词)?"
_END = "[的呢?]*"
# The orders in which it is asked: 哪年的报告首次提到稀土, 报告最早在哪年提到稀土, 首次提到稀土是
# 在哪年的报告里, 稀土在哪些年的报告里提到过.
_ASKS = tuple(
    re.compile(order)
    for order in (
        f"{_WHICH}(?:{_WORK})?{_ALSO}{_FIRST}?{_SAYS}{_WHAT}{_END}",
        f"{_WORK}{_ALSO}{_FIRST}?{_WHICH}{_ALSO}{_SAYS}{_WHAT}{_END}",
        f"{_FIRST}(?:在)?(?:{_WORK})?{_SAYS}{_WHAT}{_WHICH}(?:{_WORK})?{_END}",
        f"{_WHAT}{_ALSO}{_FIRST}?{_WHICH}{_WORK}{_ALSO}被?{_SAYS}{_END}",
    )
)
_OF_WORKS = re.compile(f"{_WORK}|年份")
_OTHER = re.compile("[没未不无]有?$|[,;、“”《》]")  # 没提到; two things
_EVERY = re.compile("(?<!农)历年来?|历次|历届|逐年|各年(?![龄级轮代])度?")
_ELSE = re.compile(
    "为[什何啥]|什么|怎|如何|原因|谁|哪|吗|是否|最[高低大小多少快慢]|平均|[合总]计|[一总]共|变"
)
_GREW = re.compile("增速|增长率|增幅|涨幅|增长")
_HOW_MANY = re.compile("(?:人数|数量|总量|总数)$")  # of 新增就业人数, which a report leaves out
_NUMERAL = re.compile(r"\d+|[〇零一二三四五六七八九十]+")


def over_years(reader: Reader, question: Question) -> Found | None:
    """A sentence of each year; None where that is not asked, or the words stand nowhere."""
    for order in _ASKS:
        if asked := order.fullmatch(question.plain):
            return _mentioned(reader, asked)
    if _EVERY.search(question.plain) and not _ELSE.search(question.plain):
        return _of_every_year(reader, question.plain)
    return None


def _mentioned(reader: Reader, asked: re.Match[str]) -> Found | None:
    """The first sentence of every year that has what is asked about; 首次: of the first year."""
    what = re.sub("^[“《](.*)[”》]$", r"\1", asked["what"])
    # 哪年首次出现赤字 asks when that was, and not where it is written.
    of_works = _OF_WORKS.search(asked.string.replace(asked["what"], ""))
    of_words = asked["first"] and asked["says"] not in ("出现", "涉及", "提出")
    if not (of_works or of_words) or _OTHER.search(what):
        return None
    spans = {year: rows[0] for year, rows in sorted(by_year(reader, what).items()) if rows}
    spans.pop("", None)  # of documents without a year
    if not spans:
        return None
    if asked["first"]:
        return _newest([next(iter(spans.values()))])
    sentence = "told_in_years" if len(spans) <= MOST else "told_in_years_newest"
    fields = {"n": str(len(spans)), "shown": str(MOST), "years": "、".join(spans)}
    told = Said(sentence=sentence, fields=fields)
    return _newest([*spans.values()], told if len(spans) > 1 else None)


def _of_every_year(reader: Reader, plain: str) -> Found | None:
    """The sentences with the figures of the subject that is asked for, year by year; what is aimed
    at only where that is asked for, or the documents hardly say what came of it.
    """
    parts = between_asking(re.sub(f"{_EVERY.pattern}|{EACH}", "", plain))
    asked = "".join(parts).strip("的是为有达")
    aims, grew = AIMS.search(asked) is not None, _GREW.search(asked) is not None
    subject = _GREW.sub("", AIMS.sub("", asked)).strip("的")
    called = {asked, subject, _HOW_MANY.sub("", subject)}
    years = years_of(reader.documents)
    values = _of_one(
        value
        for one in series(reader.register.figures, years)
        if one.subject in called and one.sense == ("change" if grew else "level")
        for value in one.values
        if value.figure.document in years
    )
    told, planned = (_surest(one for one in values if one.planned is is_) for is_ in (False, True))
    figures = planned if aims or len(told) < len(planned) else told
    if len(figures) < LEAST:
        return None
    lead = Said(sentence="aims_of_years") if figures is planned and not aims else None
    if len(figures) > MOST:
        lead = Said(sentence="newest_of_years", fields={"n": str(len(figures))})
    rows = (value.figure for _, value in sorted(figures.items()))
    sentences = [reader.sentences_of(row.document, row.start, row.end)[0] for row in rows]
    return _newest(list(dict.fromkeys(sentences)), lead)


def _of_one(values: Iterable[Value]) -> list[Value]:
    """Those of documents that are called alike but for the year, and in % or not; none where there
    are several such sets: what one firm or province has is not the next one's.
    """
    sets = defaultdict[tuple[str, bool], list[Value]](list)
    for value in values:
        title = _NUMERAL.sub("", value.figure.title)
        sets[title, value.figure.unit == "%"].append(value)
    long = [one for one in sets.values() if len({value.year for value in one}) >= LEAST]
    return long[0] if len(long) == 1 else []


def _surest(values: Iterable[Value]) -> dict[str, Value]:
    """The surest of each year."""
    best: dict[str, Value] = {}
    for one in sorted(values, key=lambda one: (not one.stated, -one.figure.confidence)):
        best.setdefault(one.year, one)
    return best


def _newest(spans: Sequence[Span], lead: Said | None = None) -> Found:
    return Found(tuple(spans[-MOST:]), AS_WRITTEN, lead=lead)
