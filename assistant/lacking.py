"""What the sentences found lack although the question is about it: a year, a place, a person…"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.choose import Ranked, choose
from assistant.evidence import FEATURES, Evidence
from assistant.followup import PRONOUN
from assistant.question import Kind, Question
from assistant.quotes import Span
from assistant.ranker import Lack
from assistant.reader import Reader
from assistant.register import provinces
from assistant.register.places import PROVINCES
from assistant.timing import of_another_year, years_asked
from corpus import flat
from index.matching import normalise
from index.titles import document_years, year_of

BEFORE_CHARS = 200  # in front of the chunk: 这一举措…… speaks of what stands there
SPEECH_CHARS = 2000  # how long somebody speaks in a conversation without a new label
_LABEL = re.compile(r"^[ \t　>*]*((?:[^，。；：:！？（\s]|（[^）\n]*）){2,40})[：:]", re.MULTILINE)
HEAD_CHARS = 300  # of a document; what it is about as a whole is named there
_THING = re.compile(
    "(?=([\u4e00-\u9fff]{2}))..(?:省(?![级委会份内外直])|县(?![级域])|市(?![场值价民政])|州|镇|村(?!民)|街|巷|港(?![口股])|岛|电站"
    "|基地|集团|公司|大学|学院|医院|银行|协会|局(?![面势部限]))"
)
# 上市, 城镇, 半岛, 全县, 哪家公司: no names.
_COMMON = re.compile(
    "[全各本该哪几个这那每某家座的和与在对于]|[上城股超都集楼省县夜门]$|[乡小农]$|[香空海半群]$|"
    "[布格结大当开战核]$|"
    "什么|多少|民营|国有|中小|上市|龙头|贫困|农业|高等|职业|商业|村镇"
)
# 某某县 at the head of a clause is a name, also where the documents know none such.
_UNKNOWN = re.compile(
    r"(?:^|[,。?、和与在])(?!直辖|地级|县级|省会|省级|全|各|哪|本|该|这|那|我|每|某)"
    r"([\u4e00-\u9fff]{2}[省市县镇乡])(?=的|有|去年|今年|\d)"
)
# 第045号提案, “蓝鲸三号”平台: what is called so must be called so somewhere.
_CALLED = re.compile("(第\\s*\\d+\\s*号)|[“《]([^”》]{2,20})[”》]")
GOODS = Path(__file__).with_name("goods.txt")
CITIES = Path(__file__).with_name("cities.txt")
# What a city is a word of its own behind: 在保山, 浙江宁波; not in 确保山区 or 湖南平江.
_BEFORE_CITY = rf"^|(?:{PROVINCES})省?|[^\u4e00-\u9fff]|[年月市区在到从由对和与及跟的是问给向比]"
FAR = 2.0  # ranker points
Which = NDArray[np.bool_]  # (sentences,)


def each_sentence(reader: Reader, evidence: Evidence) -> Iterator[tuple[Span, str]]:
    """Each sentence with where it stands and its normalised text."""
    places = (reader.sentence_span(int(row)) for row in evidence.rows)
    return zip(places, evidence.texts, strict=True)


def of_other_years(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """Those that are of years, but of none that the question is about."""
    if not (asked := years_asked(question.text) - set(document_years(question.text))):
        return np.zeros(len(evidence.rows), dtype=bool)
    documents = reader.index.documents
    return np.array(
        [
            of_another_year(
                text,
                f"{reader.section(span)}\n{_before(reader, span)}",
                asked,
                year_of(documents[span.document]),
            )
            for span, text in each_sentence(reader, evidence)
        ]
    )


def by_others(reader: Reader, names: Collection[str], evidence: Evidence) -> Which:
    """Where somebody is asked about, those that neither name nor quote them."""

    def is_theirs(span: Span, text: str) -> bool:
        # 他, after the name: it goes on about them.
        said = _plain(_before(reader, span) + text if PRONOUN.search(text) else text)
        spoken = {_plain(one.name) for one in reader.speakers(span)}
        label = _plain(_label(reader, span))
        return any(name in said or name in spoken or name in label for name in names)

    if not names:
        return np.zeros(len(evidence.rows), dtype=bool)
    names = [_plain(name) for name in names]
    return np.array([not is_theirs(*one) for one in each_sentence(reader, evidence)])


def _plain(text: str) -> str:
    """As names are compared: 李　强 and 陳建國, too."""
    return flat(normalise(text))


def _label(reader: Reader, span: Span) -> str:
    """张三：, **张三委员（某局局长）**：, or a heading: whose words the lines below are."""
    document = reader.index.documents[span.document]
    start = max(0, span.start - SPEECH_CHARS)
    labels = _LABEL.findall(document.text, start, span.end)
    return (labels[-1] if labels else "") + reader.section(span)


def lack(
    reader: Reader,
    question: Question,
    ranked: Ranked,
    learned: NDArray[np.float64],
    elsewhen: Which,
    others: Which,
) -> Lack | None:
    """What the best sentence lacks. `learned`: the scores before years and people counted.

    Where what is likest an answer, and no question itself, is of other years, or by others, and
    the best of the rest is far less like one, the documents do not say it of what is asked about.
    """
    asked_back = np.array([text.endswith("?") for text in ranked.evidence.texts])
    best, likest = int(ranked.order[0]), int((learned - FAR * 10 * asked_back).argmax())
    is_far = learned[best] < learned[likest] - FAR
    if _lacks_place(reader, question, ranked.evidence, best):
        return Lack.PLACE
    if _lacks_goods(reader, question, ranked.evidence, best):
        return Lack.GOODS
    if elsewhen[best] or (is_far and elsewhen[likest]):
        return Lack.YEAR
    if others[best] or (is_far and others[likest]):
        return Lack.PERSON
    return Lack.UNIT if _lacks_unit(reader, question, ranked) else None


def _lacks_unit(reader: Reader, question: Question, ranked: Ranked) -> bool:
    """Asked how many of something, and the best sentence, or for a list none, counts that."""
    if not question.unit:
        return False
    quoted = choose(ranked, question)
    quoted = quoted if question.wants_list else quoted[:1]
    rows = (int(ranked.evidence.rows[at]) for at in quoted)
    heads = (ranked.evidence.heads[row] for row in rows if row in ranked.evidence.heads)
    if any(question.unit in reader.index.sentence(head) for head in heads):
        return False
    return not ranked.evidence.features[quoted, FEATURES.index("unit")].any()


def _lacks_place(reader: Reader, question: Question, evidence: Evidence, at: int) -> bool:
    """Asked about a place or firm, of which the chunk and what stands before it, section, title and
    head of the document say nothing: a province, or what the documents name elsewhere.
    """
    plain = normalise(question.text)
    named = {name for name in _named_things(plain) if name in reader.text}
    named |= {name for name in _UNKNOWN.findall(plain) if name[:-1] not in reader.text}
    said = (*_city().findall(plain), *(a or b for a, b in _CALLED.findall(plain)))
    named |= {name for name in said if not reader.writes(name)}
    if not (asked := {*provinces(plain), *named}):
        return False
    if question.kind is Kind.NUMBER:  # 云南有…张床位 counts none of 黑龙江
        counted = set(provinces(evidence.texts[at]))
        if counted and not counted & asked:
            return True
    passage = reader.index.passage(evidence.hits[evidence.hit[at]])
    text = reader.index.document(passage.document).text
    near = text[max(0, passage.start - BEFORE_CHARS) : passage.end]
    told = f"{passage.title} {passage.section} {text[:HEAD_CHARS]} {near}"
    around = normalise(flat(told))
    return not any(place in around for place in asked)


def _lacks_goods(reader: Reader, question: Question, evidence: Evidence, at: int) -> bool:
    """Asked about copper, and the sentence is on cobalt, its paragraph so far not on copper."""
    plain, sentence = normalise(question.text), evidence.texts[at]
    kinds = [(kind, asked) for kind in _goods() if (asked := [g for g in kind if _has(plain, g)])]
    if not kinds:
        return False
    passage = reader.index.passage(evidence.hits[evidence.hit[at]])
    before = _before(reader, reader.sentence_span(int(evidence.rows[at])))
    paragraph = before.rpartition("\n")[2]
    told = normalise(f"{passage.title} {passage.section} {paragraph}") + sentence
    for kind, asked in kinds:
        if not any(_has(told, goods) for goods in asked):
            return any(_has(sentence, goods) for goods in kind)
    return False


def _has(text: str, names: Collection[str]) -> bool:
    return any(name in text for name in names)


@cache
def _city() -> re.Pattern[str]:
    lines = (line for line in CITIES.read_text("utf-8").splitlines() if not line.startswith("#"))
    names = "|".join(name for line in lines for name in line.partition(":")[2].split())
    return re.compile(f"(?:{_BEFORE_CITY})({names})")


@cache
def _goods() -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Kinds of goods, of each the goods, and of these the names."""
    lines = GOODS.read_text("utf-8").splitlines()
    return tuple(
        tuple(tuple(goods.split("/")) for goods in line.split())
        for line in lines
        if not line.startswith("#")
    )


def _named_things(plain: str) -> Iterator[str]:
    """The two characters before what a place or firm is called, with that: 某某县, 某某集团."""
    for match in _THING.finditer(plain):
        if not _COMMON.search(match[1]):
            yield match[0]


def _before(reader: Reader, span: Span) -> str:
    """What stands before the sentence in its chunk."""
    start = int(reader.index.generation.chunks[span.chunk]["start"])
    return reader.index.documents[span.document].text[start : span.start]
