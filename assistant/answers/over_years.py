"""In which years documents say something: 哪些年份的报告提到稀土, 稀土最早出现在哪年的报告里."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.found import AS_WRITTEN, Found
from assistant.answers.mentions import by_year
from assistant.query.period import period
from assistant.query.question import Question
from assistant.sentences.quotes import Span
from assistant.sentences.reader import Reader
from assistant.types import Said

MOST = 20  # quotes; of more years the newest

_WORK = "(?:历[年次届]的?)?(?:(?:国务院|政府)*工作)?(?:报告|文件|文档)(?:原文)?(?:[里中]|当中)?"
_WHEN = "[是在]{0,2}(?:哪(?:些|几?个?)?一?年(?:份|头)?的?|什么时候|何时)|年份"
_FIRST, _LAST = "首次|第一次|首度|最[早先初]|头一次", "最后一?次?|最近一次"
_SAYS = (
    "提[到及出]|[谈讲说]到|谈及|写[入进到]|出现|涉及|使用|用到|回顾|(?<=次)[提谈讲说写用]|[提谈]过"
)
_ALSO = "[是都还被][有曾]?|曾经?|分别|先后"
_ORDER = re.compile(f"(?P<first>{_FIRST})|(?P<last>{_LAST})")
_ASKED = re.compile(
    f"(?P<work>{_WORK})|(?P<when>{_WHEN})|(?P<order>{_FIRST}|{_LAST})|(?P<says>(?:{_SAYS})[过了]*)"
)
# What is said beside, at either end.
_BESIDE = re.compile(
    f"^(?:(?:请问|想|帮我|查一?下|{_ALSO}|[在从的和,，])+)"
    "|(?:[,，]?(?:(?:是|都)?怎么[说提讲写]的?|分别(?:是|有)?(?:什么|几号)|原[话文](?:是什么|怎么说的?)?))?"
    f"(?:{_ALSO}|这?(?:个|一)?(?:概念|[说提]法|字眼|词)|[在的呢和?,，])*$"
)
_OTHER = re.compile("[没未不无]有?$|[,;、“”《》]")  # 没提到; two things
_QUOTED = re.compile("[“《]([^”》]{2,})[”》]")


def over_years(reader: Reader, question: Question) -> Found | None:
    """A sentence of each year, or of the first or last; None where that is not asked, or the words
    stand nowhere.
    """
    plain, within = period(question.plain, reader.newest_year)
    what = _words_asked(plain)
    every = sorted(by_year(reader, what).items()) if what else ()
    spans = {year: rows[0] for year, rows in every if rows and year and int(year) in within}
    if not spans:
        return None
    fields = {"n": str(len(spans)), "shown": str(MOST), "years": "、".join(spans)}
    if order := _ORDER.search(plain):
        year = min(spans) if order["first"] else max(spans)
        told = Said(
            sentence=f"told_{order.lastgroup}", fields={**fields, "year": year, "words": what}
        )
        return newest([spans[year]], told)
    sentence = "told_in_years" if len(spans) <= MOST else "told_in_years_newest"
    told = Said(sentence=sentence, fields=fields)
    return newest([*spans.values()], told if len(spans) > 1 else None)


def _words_asked(plain: str) -> str:
    """What it is asked of in which years it is written; empty where that is not asked."""
    quoted = _QUOTED.search(plain)
    asked: dict[str, str] = {}
    pieces, end = [], 0
    bare = _QUOTED.sub("", plain)
    for found in _ASKED.finditer(bare):
        asked.setdefault(str(found.lastgroup), found.group())
        pieces.append(bare[end : found.start()])
        end = found.end()
    # 哪年首次出现赤字 asks when that was, and not where it is written.
    of_words = "order" in asked and not asked.get("says", "").startswith(("出现", "涉及", "提出"))
    of_works = "work" in asked or "年份" in asked.get("when", "")
    if not {"when", "says"} <= asked.keys() or not (of_works or of_words):
        return ""
    told = [told for piece in (*pieces, bare[end:]) if (told := _BESIDE.sub("", piece))]
    told += [quoted[1]] if quoted else []
    return told[0] if len(told) == 1 and len(told[0]) > 1 and not _OTHER.search(told[0]) else ""


def newest(spans: Sequence[Span], lead: Said | None = None) -> Found:
    """The last of them, at most `MOST`."""
    return Found(tuple(spans[-MOST:]), AS_WRITTEN, lead=lead)
