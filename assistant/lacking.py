"""What the sentences found lack although the question is about it: a year, a place, a person…"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from assistant import goods
from assistant.cells import Which
from assistant.choose import Ranked, choose
from assistant.enumerated import replied
from assistant.evidence import FEATURES, Evidence
from assistant.followup import PRONOUN
from assistant.question import Kind, Question
from assistant.quotes import Span
from assistant.ranker import Lack
from assistant.reader import Reader
from assistant.register import spelt_out
from assistant.register.labels import ASKING
from assistant.stance import is_opposed, names_unwritten, shared, stance, takes, viewed
from assistant.timing import (
    of_another_month,
    of_another_session,
    of_another_year,
    years_asked,
)
from assistant.whereabouts import lacks_place
from corpus import flat
from index.matching import normalise
from index.titles import document_years, year_of

SPEECH_CHARS = 2000  # how long somebody speaks in a conversation without a new label
_LABEL = re.compile(r"^[ \t　>*]*((?:[^，。；：:！？（\s]|（[^）\n]*）){2,40})[：:]", re.MULTILINE)
# What is asked for by name, of a person, a firm, goods or a word: what asks for it, what tells it.
_PARTICULARS = tuple(
    (re.compile(asks), re.compile(tells))
    for asks, tells in (
        ("电话|手机号|联系方式|邮箱|微信号|传真|网址", r"\d{7}|@|www|http|电话|手机|邮箱|微信"),
        ("总部|地址|注册地|办公地", "总部|地址|位于|坐落|注册|设在|地处"),
        ("年龄|多大(?:年纪|岁数)|[几多]少?岁|生日|出生", "岁|出生|生于|年生"),
        ("籍贯|老家|哪里人", "籍贯|老家|[省市县]人(?!大)|出生"),
        ("学历|毕业于?|哪所?(?:大学|学校)", "学历|毕业|博士|硕士|本科|就读"),
        ("股价|市值", "股价|市值|收盘|每股"),
        ("产量", r"产量|产出|生产|年产|总产|单产|收成|[产收][了\s]?\d|增产|减产|达到?[约近]?\d"),
        ("储量", "储量|储存|蕴藏|[探查]明|资源量"),
        ("销量|销售量", "销|卖|售"),
        ("进口[量额]", "进口"),
        ("出口[量额]", "出口|外销"),
        (
            "什么意思|含义|定义|什么叫|何谓|指什么",
            "是指|指的?是|即|所谓|就是|是一[种个项类]|[称叫][为作做]|意味着|定义|——|[(（]",
        ),
        ("工资|薪酬|年薪|月薪|收入是", "工资|薪|收入|报酬"),
        (
            r"哪一?天|几[号日](?!线)|几月几",
            "[0-9一二三四五六七八九十][日号]|[今昨明当即]日|[今昨当]天|之日",
        ),
        ("答复|回复", "答[复覆]|回复|回应|批复|复函|收悉|采纳|回音|反馈"),
        (
            "(?:哪个?|什么)(?:部门|单位|部委|机构)[^,。?]{0,3}(?:牵头|负责|主管)|谁(?:来)?牵头",
            "牵头|负责|主管|会同|[部委局厅署办](?!分)",
        ),
    )
)
SPOKEN_OF, HARDLY_OF = 0.5, 0.25  # of the pairs of characters of what one's view on is asked
NEAR_CHARS = 200  # before a sentence; 对此表示反对 is said of what stands there
_OF_VIEWS = re.compile("声音|意见|观点|看法|态度|各方|争议|讨论|发言|反对|支持|赞成")
# 利用率, 上架率; not 增长率, which is told in 增长三成.
_RATE = re.compile(
    "((?!增长|增速|比率|效率)[\u4e00-\u9fff]{2}率)(?:目标)?(?:要|应|将|会|已)?"
    "(?:[\u4e00-\u9fff]{0,3}[到至为是有达])?(?:多少|几|多[高大])"
)
_ASKS = re.compile(f"^{ASKING.pattern}|[？?]\\s*$")
FAR = 2.0  # ranker points


def each_sentence(reader: Reader, evidence: Evidence) -> Iterator[tuple[Span, str]]:
    """Each sentence with where it stands and its normalised text."""
    places = (reader.sentence_span(int(row)) for row in evidence.rows)
    return zip(places, evidence.texts, strict=True)


def of_other_years(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """Those that are of years, or months, but of none that the question is about."""
    plain, figure = normalise(question.text), question.kind is Kind.NUMBER
    months = np.array(
        [
            (figure and of_another_month(plain, text))
            or of_another_session(plain, text, reader.index.documents[span.document].title)
            for span, text in each_sentence(reader, evidence)
        ]
    )
    if not (asked := years_asked(question.text) - set(document_years(question.text))):
        return months
    documents = reader.index.documents
    others = [
        of_another_year(
            text,
            f"{reader.section(span)}\n{_before(reader, span)}",
            asked,
            year_of(documents[span.document]),
        )
        for span, text in each_sentence(reader, evidence)
    ]
    return months | np.array(others, dtype=np.bool_)


def of_sides(reader: Reader, question: Question, evidence: Evidence) -> tuple[Which, Which]:
    """Where it is asked who is for or against something, those that say so of somebody, and those
    of the other side, or of none.
    """
    asked = stance(normalise(question.text))
    nowhere = np.zeros(len(evidence.rows), dtype=bool)
    if asked is None:
        return nowhere, nowhere
    if names_unwritten(asked.thing, reader.plain_text) and not asked.other:
        return nowhere, ~nowhere
    said = [
        (_spelt_out(reader, question, text), _around(reader, span))
        for span, text in each_sentence(reader, evidence)
    ]
    with_it = [asked.other is None and takes(asked, *one) for one in said]
    return np.array(with_it), np.array([is_opposed(asked, *one) for one in said])


def _spelt_out(reader: Reader, question: Question, text: str) -> str:
    """With the full name for 聂院长, where somebody of that surname is asked about."""
    surnames = {person.name[0] for person in reader.people(question.text)}
    return spelt_out(reader.register, text) if any(one in text for one in surnames) else text


def of_views(
    reader: Reader, question: Question, names: Collection[str], evidence: Evidence
) -> tuple[Which, Which]:
    """Where somebody's view on something is asked, and the sentences speak of it, those that are
    on it, and those that are not: the rest of what somebody says is no answer.
    """
    thing = viewed(normalise(question.text))
    if not (names and thing and any(shared(text, thing) >= SPOKEN_OF for text in evidence.texts)):
        return (np.zeros(len(evidence.rows), dtype=bool),) * 2
    said = ((text, _led_by(reader, span, names)) for span, text in each_sentence(reader, evidence))
    on_it = np.array([shared(text + led_by, thing) for text, led_by in said])
    return on_it >= SPOKEN_OF, on_it < HARDLY_OF


def _led_by(reader: Reader, span: Span, names: Collection[str]) -> str:
    """What tells what the sentence is on: its section, a question before it, what stands before it
    in its paragraph, from where one of the names does.
    """
    text = reader.index.documents[span.document].text
    before = text[max(span.start - SPEECH_CHARS, 0) : span.start].split("\n")
    asked = next((line for line in reversed(before) if _ASKS.search(line)), "")
    begins = max(before[-1].rfind(name) for name in names)
    named = {one.name for one in reader.people(text[span.start : span.end])} & set(names)
    told = "" if named else before[-1][max(begins, 0) :]
    return normalise(f"{reader.section(span)}\n{asked}\n{told}")


def _around(reader: Reader, span: Span) -> str:
    """What the sentence is on: what stands before it in its paragraph; at the head of one, what
    does in its section, and the heading, that of the document where its own is but 各方意见.
    """
    text = reader.index.documents[span.document].text
    paragraph = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    if paragraph.strip():
        return normalise(paragraph)
    document, section = reader.index.documents[span.document], reader.section(span)
    named = section if section and not _OF_VIEWS.search(section) else f"{document.title}{section}"
    heading = section.rpartition(" > ")[2]
    begins = max(text.rfind(heading, 0, span.start), span.start - NEAR_CHARS, 0)
    return normalise(f"{named}\n{text[begins : span.start]}")


def telling_none(reader: Reader, question: Question, evidence: Evidence) -> Which:
    """Asked for a telephone, an age, an output…, or a rate that some document calls by its name,
    those that tell none.
    """
    plain = normalise(question.text)
    wanted = [tells for asks, tells in _PARTICULARS if asks.search(plain)]
    rate = _RATE.search(plain)
    if rate and rate[1] in reader.plain_text:
        wanted.append(re.compile(rate[1]))
    texts = evidence.texts
    return np.array([not all(tells.search(text) for tells in wanted) for text in texts], bool)


def by_others(reader: Reader, names: Collection[str], evidence: Evidence) -> Which:
    """Where somebody is asked about, those that neither name nor quote them."""

    def is_theirs(span: Span, text: str, row: int) -> bool:
        # 他, after the name: it goes on about them; to a question they reply below.
        said = _plain(_before(reader, span) + text if PRONOUN.search(text) else text)
        said += "".join(
            _plain(reader.index.sentence(one)) for one in replied(reader.index, row)[:1]
        )
        spoken = {_plain(one.name) for one in reader.speakers(span)}
        label = _plain(_label(reader, span))
        if any(name in said or name in spoken or name in label for name in names):
            return True
        # 聂院长, whose full name stands elsewhere
        by_title = any(name[0] in said for name in names) and reader.people(said)
        return any(_plain(one.name) in names for one in by_title or ())

    if not names:
        return np.zeros(len(evidence.rows), dtype=bool)
    names = [_plain(name) for name in names]
    places = zip(each_sentence(reader, evidence), map(int, evidence.rows), strict=True)
    return np.array([not is_theirs(*one, row) for one, row in places])


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
    amiss: Mapping[Lack, Which],
) -> Lack | None:
    """What the best sentence lacks. `learned`: the scores before years and people counted;
    `amiss`: the sentences that lack something each.

    Where what is likest an answer, and no question itself, is of other years, or by others, and
    the best of the rest is far less like one, the documents do not say it of what is asked about.
    """
    asked_back = np.array([text.endswith("?") for text in ranked.evidence.texts])
    best, likest = int(ranked.order[0]), int((learned - FAR * 10 * asked_back).argmax())
    is_far = learned[best] < learned[likest] - FAR
    for lacking, which in amiss.items():
        if which[best] or (is_far and which[likest] and lacking is not Lack.STANCE):
            return lacking
    if lacks_place(reader, question, ranked.evidence, best):
        return Lack.PLACE
    if _lacks_goods(reader, question, ranked.evidence, best):
        return Lack.GOODS
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


def _lacks_goods(reader: Reader, question: Question, evidence: Evidence, at: int) -> bool:
    """Asked about copper, and the sentence is on cobalt, its paragraph so far not on copper; or no
    document is.
    """
    plain, sentence = normalise(question.text), evidence.texts[at]
    if any(not any(map(reader.writes, names)) for names in goods.named(plain)):
        return True
    passage = reader.index.passage(evidence.hits[evidence.hit[at]])
    before = _before(reader, reader.sentence_span(int(evidence.rows[at])))
    paragraph = before.rpartition("\n")[2]
    told = normalise(f"{passage.title} {passage.section} {paragraph}") + sentence
    return goods.is_of_others(plain, sentence, told)


def _before(reader: Reader, span: Span) -> str:
    """What stands before the sentence in its chunk."""
    start = int(reader.index.generation.chunks[span.chunk]["start"])
    return reader.index.documents[span.document].text[start : span.start]
