"""In which years documents say something: 哪些年份的报告提到稀土, 稀土最早出现在哪年的报告里."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.found import AS_WRITTEN, Found
from assistant.answers.mentions import by_year
from assistant.query.question import Question
from assistant.query.years import period
from assistant.sentences.quotes import Span
from assistant.sentences.reader import Reader
from assistant.types import Said

MOST = 20  # quotes; of more years the newest

_WORK = (
    "(?:历[年次届]的?)?(?:国务院|政府|官方|总理)*(?:工作)?(?:报告|文件|文档)(?:原文)?"
    "(?:[里中上]|当中)?"
)
_WHEN = (
    "(?:从|自|到|直到)?[是在]{0,2}(?:哪(?:些|几?个?)?一?年(?:份|头)?(?:之前|之后|以后)?|什么时候|何时"
    f"|哪(?:一?份|[几些]份?)(?={_WORK}))(?:起|开始)?的?|年份"
)
_FIRST, _LAST = "首次|第一次|首度|最[早先初]|头一[次回]|开始|率先", "最后一?次?|最近一次|不再"
_SAYS = (
    "提[到及出]|[谈讲说]到|谈及|写[入进到上]|出现|涉及|使用|用[到上]|回顾|点[名到]|露面|亮相|进入"
    "|(?<=[次回先起被])[提谈讲说写用]|[提谈讲说写]过|[提谈讲说](?=“)"
)
_ALSO = "[是都还被曾][有曾]?|曾经?|分别|先后|有没有|有"
_FROM = "[从自][是在]?哪一?年(?:起|开始)"
_TOKENS = f"(?P<when>{_WHEN})|(?P<work>{_WORK})|(?P<says>(?:{_SAYS})[过了]*)"
_ASKED = re.compile(f"(?P<order>{_FIRST}|{_LAST})|{_TOKENS}")
_ASKED_OF_ALL = re.compile(_TOKENS)  # 哪些年份提到最后一公里 asks for neither
_ALL = re.compile("哪[些几]")
# What is asked besides of that year: 当时怎么说, 原话是什么.
_THEN = re.compile(
    "[,，?？](?:(?:当时|那年|那一年|原[话文]|具体|最后一次的?|分别)[^,，?？]*|[^,，?？]{0,4}怎么[说提讲写][^,，?？]*"
    "|是?(?:哪一?年|什么时候))[?？]?$"
)
# What is said beside, at either end.
_BESIDE = re.compile(
    f"^(?:请问|想|帮我|查一?下|看看?|{_ALSO}|[在从的和,，“”])+"
    "|(?:[,，]?(?:(?:是|都)?怎么[说提讲写]的?|分别(?:是|有)?(?:什么|几号)|原[话文](?:是什么|怎么说的?)?))?"
    f"(?:{_ALSO}|这?(?:个|一|句)?(?:概念|[说提]法|字眼|话|词)|[二两三四]个?字|[在的了呢就和?,，“”])*$"
)
_OTHER = re.compile("[没未不无]有?$|[,;、“”《》]")  # 没提到; two things
_QUOTED = re.compile("[“《]([^”》]{2,})[”》]")


def over_years(reader: Reader, question: Question) -> Found | None:
    """A sentence of each year, or of the first or last; None where that is not asked, or the words
    stand nowhere.
    """
    plain, within = period(question.plain, reader.newest_year, told_later=0)
    what, order = _words_asked(plain)
    if not what:
        return None
    bounded = re.compile(rf"(?<![a-z]){re.escape(what)}(?![a-z])")  # ai stands in domain, too
    spans, sentences = dict[str, Span](), reader.whole.plain_sentences
    for year, rows in sorted(by_year(reader, what).items()):
        written = (row for row in rows if bounded.search(sentences[row.row]))
        if year and int(year) in within and (first := next(written, None)):
            spans[year] = first
    if not spans:
        return None
    fields = {"n": str(len(spans)), "shown": str(MOST), "years": "、".join(spans)}
    if order:
        year = min(spans) if order == "first" else max(spans)
        told = Said(sentence=f"told_{order}", fields={**fields, "year": year, "words": what})
        return newest([spans[year]], told if plain == question.plain else None)
    sentence = "told_in_years" if len(spans) <= MOST else "told_in_years_newest"
    lead = Said(sentence=sentence, fields=fields) if len(spans) > 1 else None
    return newest([*spans.values()], lead)


def _words_asked(plain: str) -> tuple[str, str]:
    """The words of which it is asked in which years they are written, and whether in the "first" or
    "last" of them, "" for all; no words where that is not asked.
    """
    quoted = _QUOTED.search(plain)
    bare = _QUOTED.sub("“”", plain)
    while (rest := _THEN.sub("", bare)) != bare and re.search(_WHEN, rest):
        bare = rest
    asked: dict[str, str] = {}
    pieces, end = [], 0
    for found in (_ASKED_OF_ALL if _ALL.search(bare) else _ASKED).finditer(bare):
        asked.setdefault(str(found.lastgroup), found.group())
        pieces.append(bare[end : found.start()])
        end = found.end()
    if not {"when", "says"} <= asked.keys():
        return "", ""
    # 哪年首次出现赤字 asks when that was, and not where it is written.
    is_said = quoted or not asked["says"].startswith(("出现", "涉及", "提出", "进入"))
    of_words = "order" in asked and is_said
    if not ("work" in asked or of_words or "年份" in asked["when"]):
        return "", ""
    told = [told for piece in (*pieces, bare[end:]) if (told := _BESIDE.sub("", piece))]
    told = [quoted[1]] if quoted else told
    if len(told) != 1 or len(told[0]) < 2 or _OTHER.search(told[0]):
        return "", ""
    if re.match(_LAST, asked.get("order", "")):
        return told[0], "last"
    return told[0], "first" if "order" in asked or re.search(_FROM, bare) else ""


def newest(spans: Sequence[Span], lead: Said | None = None) -> Found:
    """The last of them, at most `MOST`."""
    return Found(tuple(spans[-MOST:]), AS_WRITTEN, lead=lead)
