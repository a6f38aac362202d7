"""Which document a question names: by its year, and by the words of its title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from corpus import Document
from index.matching import normalise, terms

# 2000元, 2000多人 and 2000万吨 name no year; 2024人均, 2025家电, 2026项目 do.
_MEASURE = (
    "[万亿](?![科达])|千[万瓦米]|百万|元(?!旦)|吨|公里|平方|立方|公顷|亩(?!均)|户(?!籍|均)"
    "|人(?![均口大才工民类社居]|力资|工智)|家(?![电庭长国具居])|个(?![人税体]|月)|件|名(?![单录称])"
    "|项(?!目)|条(?!例)|台(?![湾账])|所(?!得|有|属)|座(?!谈)|辆|倍(?!增)|度电|头(?!部)|只|套|%"
)
_COUNTED = rf"\d|年代(?![表理])|,\d{{3}}(?!\d)|(?:\.\d+)?\s*[多余来]?(?:{_MEASURE})"
_YEAR = rf"(?<!\d)((?:19|20)\d\d)(?!{_COUNTED})"
YEAR = re.compile(_YEAR)
# 2021年收到提案多少件, 2019年通过的决议: of the year in which that was done to a document.
_DONE_THEN = "收到|提[出交]|立案|出台|通过|编制|制定|审议|形成|办理(?!情况)"
_DOCUMENT = (
    rf"(?:(?!{_DONE_THEN})[^\d，,。；？?什哪几谁]){{0,16}}?"
    "(?:报告|文件|决议|公报|规划|草案|方案|白皮书|纪要|提案(?![有共])|简报|综述)"
)
# A year said of a document ("2003年政府工作报告", "the 2009 report") rather than of a fact in it:
# 2003年提了什么提案 asks of the year.
_OF_DOCUMENT = re.compile(rf"{_YEAR}年?度?的?(?:{_DOCUMENT}|\s*(?:\w+\s){{0,4}}report)")
# The same with what only leads over to the question, which says nothing of the passage sought.
_NAMING = re.compile(
    rf"(?:在|据|按照?|根据|依据)?{_YEAR}年?度?的?{_DOCUMENT}"
    "(?!(?<=提案)[是有共都])"
    r"(?:[里中上内]|里面|当中)?"
    r"(?:说|提到|指出|公布|显示|称|表示|讲|认为|介绍|宣布|披露|写道|提出|定下|定|点名|安排)?的?(?:是)?[，,:]?"
    r"|,? ?(?:according to|as stated in|in) the (?:19|20)\d\d (?:\w+ ){0,4}report,?"
)
# A 2025年年度报告 appears in 2026, and tells of 2025; by 上年 it means 2024.
_TOLD_OF = re.compile(
    r"((?:19|20)\d\d)年?[一-鿿]{0,16}?(?:年度报告|年报(?![废名告道送刊])|公报|决算)"
)
AIMS = re.compile(
    "目标|计划(?!生育|单列)|规划|预[期计测]|(?<!公共)预算|任务|安排|打算|将(?!军)|拟|(?<![主重需必])要(?!素)|力争|准备"
    "|今后|未来"
)
YEAR_RANGE = re.compile(r"((?:19|20)\d\d)\s*年?(?:底|初|末)?[-—–~至到]{1,2}((?:19|20)\d\d)(?!\d)")
# What is called so is not told in the last of its years: these are to come, or told one by one.
_PLANS = re.compile("规划|计划|方案|纲要|要点|目标|举措|布局|意见|安排|部署|展望|大事记|纪事|年表")
_GREW = re.compile("实际|新增|增长|增速|增幅|[上下][涨降跌]|[涨跌降][了幅]")
_AMOUNT = re.compile("多少|几[个家项人件]|多[大高]")
# 目标完成了没有, 最后实现了多少, 有没有达到8%的目标
_REACHED = "(?:完成|实现|达[到成标]|兑现)"
_CAME_OF_IT = re.compile(
    f"{_REACHED}[^,，。?？]{{0,6}}(?:没|吗|多少|几成|如何|怎)|(?:有没有|是否|有无)[^,，。?？]{{0,4}}{_REACHED}"
    f"|最[后终][^,，。?？]{{0,3}}{_REACHED}"
)
_PLACE = re.compile(r"\W*([\u4e00-\u9fff]{2,3}?)[省市县区州]")  # that a title begins with
NEXT_YEAR = 0.7  # how well a document of the year after is the one that a question of a year names
ORGANISATION_CHARS = 4  # 国务院 is named without a thought of its documents
LEAST_TERMS = 8  # 是谁写的 has seven, and asks nothing without the document's name
TITLE_SHARE = 0.6  # a question that has so much of a title means that document
_LEADING_OVER = re.compile(
    "^(?:这份|这篇|的)?(?:报告|专报|简报|纪要|文章|报道)?[里中上内]?"
    "(?:说|提到|指出|显示|认为|写道)?的?[，,:：]?"
)
_LEADING_YEAR = re.compile(r"^(?:在|到)?(?:19|20)\d\d年度?的?")


def years(text: str) -> list[str]:
    """Every year the text names, in order, each once."""
    return list(dict.fromkeys(YEAR.findall(normalise(text))))


def document_years(text: str) -> list[str]:
    """The years that the text says of a document.

    >>> document_years("2023年的报告提出的目标是多少？"), document_years("2021年收到提案多少件？")
    (['2023'], [])
    """
    return list(dict.fromkeys(_OF_DOCUMENT.findall(normalise(text))))


def naming(text: str) -> str:
    """The words, normalised, that name a document by its year; empty where none do.

    >>> naming("据2003年政府工作报告，高考录取率提高到多少？"), naming("2003年粮食产量是多少？")
    ('据2003年政府工作报告,', '2003年')
    """
    plain = normalise(text)
    found = _NAMING.search(plain) or _LEADING_YEAR.match(plain)
    return found.group() if found else ""


def opening(text: str) -> int:
    """How far the words that name a document reach at the head of the text."""
    named = naming(text)
    return len(named) if normalise(text).startswith(named) else 0


def without_document(text: str) -> str:
    """The question, normalised, without the words that name a document by its year.

    >>> without_document("2003年政府工作报告里，高考录取率提高到多少？")
    '高考录取率提高到多少?'
    """
    plain = normalise(text)
    rest = _NAMING.sub("", plain)
    rest = _LEADING_YEAR.sub("", rest) if rest == plain else rest
    return rest if len(terms(rest)) > 2 else plain


def asks_outcome(question: str) -> bool:
    """Whether it asks by how much something grew, and not how much it is to, or what came of an
    aim.

    >>> asks_outcome("2016年产值增长多少？"), asks_outcome("2016年产值的增长目标是多少？")
    (True, False)
    >>> asks_outcome("2016年产值增长的目标完成了没有？")
    True
    """
    grew = _GREW.search(question) and not AIMS.search(question)
    return bool(grew or (AIMS.search(question) and _CAME_OF_IT.search(question)))


@lru_cache(4096)  # of every document at each question, and of each sentence found
def told_of(title: str) -> str:
    """The year that a document tells of as a whole, by its title; "" where that tells of none.

    >>> told_of("某县2024年国民经济和社会发展统计公报"), told_of("2024年政府工作报告")
    ('2024', '')
    """
    found = _TOLD_OF.search(title)
    return found[1] if found else ""


def year_of(document: Document) -> str:
    """The year a document is of: the one it tells of, else that of its date or in its title; of
    2020—2024 the last, but the first where these are yet to come, or told one by one.
    """
    title = document.title
    named = [*years(title), ""]
    within = YEAR_RANGE.search(title) if not _PLANS.search(title) else None
    return told_of(title) or document.date[:4] or (within[2] if within else named[0])


def years_of(documents: Iterable[Document]) -> dict[str, str]:
    """The year of each document, empty where it has none, by its path."""
    return {document.path: year_of(document) for document in documents}


class Titles:
    """The titles of a collection, as far as they tell its documents apart."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.years = np.array([year_of(document) for document in documents])
        self._tell_of_last = np.array([not told_of(document.title) for document in documents])
        self._appeared = np.array([document.date[:4] for document in documents])
        self._units = [set(terms(document.title)) for document in documents]
        titles = [normalise(document.title) for document in documents]
        placed = map(_PLACE.match, titles)
        self._places = np.array([found[1] if found else "" for found in placed])
        self._organisations = [normalise(document.organisation) for document in documents]
        names = {*self._organisations, *titles}
        self._names = {name for name in names if len(name) >= ORGANISATION_CHARS}
        counts = Counter(unit for units in self._units for unit in units)
        self._rarity = {unit: np.log(len(documents) / count) for unit, count in counts.items()}

    def match(self, question: str) -> NDArray[np.float32]:
        """(documents,), 0 to 1: the documents of a year that the question names, or else of its
        title, or by whom it names; 0 for all where it names none of these.
        """
        told = document_years(question)
        named = 1.0 * np.isin(self.years, told or years(question))
        if not told:  # what came of a year is told in the next
            after = [str(int(year) + 1) for year in years(question)]
            asks_figure = _AMOUNT.search(question) and not AIMS.search(question)
            # Where no bulletin tells of that year alone.
            tells = (named > 0) & ~self._tell_of_last
            is_told_later = (asks_figure and not tells.any()) or asks_outcome(question)
            of_next = 1.0 if len(after) == 1 and is_told_later else NEXT_YEAR
            named = np.maximum(named, of_next * np.isin(self.years, after) * self._tell_of_last)
            # The aims of 2025 stand in the 2024年年度报告.
            named = np.maximum(named, NEXT_YEAR * np.isin(self._appeared, years(question)))
        plain = normalise(question)
        asked = np.array([bool(place) and place in plain for place in self._places])
        if named.any() and asked.any():  # a report of that year on another city is not meant
            named = np.where(asked | (self._places == ""), np.maximum(named, NEXT_YEAR * asked), 0)
        if named.any():
            return named.astype(np.float32)
        shares = self._shares(set(terms(question)))
        by = [len(name) >= ORGANISATION_CHARS and name in plain for name in self._organisations]
        shares = np.maximum(np.where(shares >= TITLE_SHARE, shares, 0), by)
        return shares.astype(np.float32)

    def without(self, question: str) -> str:
        """The question without the whole title, or the organisation, of a document before it."""
        plain = normalise(question).lstrip("《")
        longest = max(filter(plain.startswith, self._names), key=len, default="")
        rest = _LEADING_OVER.sub("", plain[len(longest) :].lstrip("》"))
        return rest if longest and len(terms(rest)) > LEAST_TERMS else question

    def only(self, question: str) -> NDArray[np.bool_]:
        """(documents,): where to look, as the question says a document's year; else everywhere."""
        named = np.isin(self.years, document_years(question))
        return named if named.any() else np.ones(len(self.years), dtype=bool)

    def _shares(self, asked: set[str]) -> NDArray[np.float64]:
        """Of what tells each title from the others, the share that the question has."""
        shares = []
        for units in self._units:
            whole = sum(self._rarity[unit] for unit in units)
            shares.append(sum(self._rarity[unit] for unit in units & asked) / max(whole, 1e-6))
        return np.array(shares)
