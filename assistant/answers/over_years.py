"""In which years documents say something: 哪些年份的报告提到稀土, 哪一年首次提到."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.found import AS_WRITTEN, Found
from assistant.answers.mentions import by_year
from assistant.query.question import Question
from assistant.sentences.quotes import Span
from assistant.sentences.reader import Reader
from assistant.types import Said

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


def over_years(reader: Reader, question: Question) -> Found | None:
    """A sentence of each year; None where that is not asked, or the words stand nowhere."""
    orders = (order.fullmatch(question.plain) for order in _ASKS)
    asked = next(filter(None, orders), None)
    return _mentioned(reader, asked) if asked else None


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
        return newest([next(iter(spans.values()))])
    sentence = "told_in_years" if len(spans) <= MOST else "told_in_years_newest"
    fields = {"n": str(len(spans)), "shown": str(MOST), "years": "、".join(spans)}
    told = Said(sentence=sentence, fields=fields)
    return newest([*spans.values()], told if len(spans) > 1 else None)


def newest(spans: Sequence[Span], lead: Said | None = None) -> Found:
    """The last of them, at most `MOST`."""
    return Found(tuple(spans[-MOST:]), AS_WRITTEN, lead=lead)
