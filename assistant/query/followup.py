"""Follow-up questions made whole from the questions before them, without a language model."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.query.ellipsis import (
    asks_who_did,
    carried_over,
    in_full,
    is_attribute,
    more,
    repeated,
)
from assistant.query.question import WHETHER
from assistant.query.smalltalk import DOWN, PLEASE
from assistant.query.topic import (
    ASKING_FIRST,
    ENDING,
    INTERROGATIVE,
    PAUSES,
    on_topic_of,
    owner_of,
    topic_of,
    with_topic,
)
from assistant.register.named import HE
from assistant.register.numerals import small
from index.matching import HAN_CHARACTER, with_years_in_digits
from index.titles import YEAR, document_years, naming, years

_OPENING = re.compile(
    r"^(?:那么?(?![曲坡些个里边年次条座位种棵场样天])(?!时候?|家(?!长|里)|一年)"
    r"|(?:不对|不是|错了)[，,]?我?[问要说指]的是"
    rf"|(?:换一?个|另一个)(?:话题|问题)|还有|另外|然后|以及|再?问(?:一下|{DOWN})|请问)[{PAUSES}]*"
)
# He, they, that deputy, who brought this up; not 该委员会, 这代表什么.
_WHO_SAID_SO = (
    "[^，,。的]{1,4}[这那]个?(?:情况|问题|现象|建议|观点|看法|话|事|数)的(?:人|代表|委员|院士|专家)"
)
PERSON = re.compile(
    rf"{HE}们?|^{_WHO_SAID_SO}|(?:这|那|该)位?(?:代表|委员|院士)(?![会团们性什了着])|此人"
)
_THING = re.compile(r"(?<!其)它们?")
# 这件事它怎么看, after 2006年的报告怎么说
_DOCUMENT_SAYS = re.compile("它(?=又?是?(?:怎么|怎样|如何)(?:[看讲说]|评价|形容|判断|解释|描述))")
ITS = "其(?![中他它实余次])"
_ITS = re.compile(rf"(?<![\u4e00-\u9fff]){ITS}")
# This figure, the said plan; not 应该, 这些年, 该怎么办, nor the document itself (这份报告).
_THIS = re.compile(
    r"(?:这|那)(?=是)|[这那](?:[一个项些种家类座条笔件事]|话(?!题)|样)(?!年)|上述|^(?:里[面头边]|当中)"
    r"|该(?=[\u4e00-\u9fff])(?![怎如不由做去有是])|(?:^|(?<=[在去到从往对给跟和]))那[边里儿](?!的?人)"
)
_AS_SUBJECT = re.compile(
    "[这那]个?(?:数|额)?(?=排(?:[名到在第几]|多少)|占(?![地用道])|[升降涨跌][到至了]|相当于)"
)
_OF_YEAR = re.compile(rf"(\D{{2,}}){YEAR.pattern}年?.")
_LEADS_TO_THIS = re.compile(r"(?:^.{0,3}|[比对在从把给由到为，、与和])$")
_MODAL = re.compile(r"应该?$|本$|就$|不$")

_ITEM = re.compile(
    r"(?P<first>^(?:请|再|把|那|展开|详细|具体|说说|讲讲|介绍|一下)*)"
    r"第(?P<n>[一二三四五六七八九十]|\d+)(?:条|个|点|项|则)(?:建议|意见|引文)?"
    r"(?P<rest>呢|[^，。]{0,6}(?:展开|详细|具体|说说|讲讲|多说|介绍).*|$)"
)
_TELL = re.compile(r"展开|详细|具体|说说|讲讲|介绍")
_TELL_MORE = re.compile(
    f"{PLEASE}(?:展开|详细|具体|仔细)(?:地|点|一点)?"
    "(?:说说|讲讲|谈谈|介绍|说明|解释|[说讲]一?下)(?:一下)?[吗吧]?"
)


_HE = re.compile(r"\b(?:he|she|him)\b", re.IGNORECASE)
_HIS = re.compile(r"\b(?:his|her)\b", re.IGNORECASE)
_ENGLISH_REST = re.compile(
    r"^(?:and|so|but)?\s*(?:what|how) about\b|\belse\b"
    r"|\b(?:it|its|they|them|their|this|these|those|of that)\b|\bthat\??$"
    r"|^(?:why|when|where|how)(?: so| not)?\??$",
    re.IGNORECASE,
)
_ENGLISH_AND = re.compile("(?:and|but|so) ", re.IGNORECASE)  # goes on, however long it is
# What begins so says nothing of whom or what it asks: 后来退了没有, 还差多少.
_GOES_ON = re.compile(
    "(?:那|可|但)?(?:后来|[之随事]后|前后|[一总]共|还[差剩欠缺要能]|又[花投用建增减]|其中|到底"
    "|实际[花用支完到收]|都[是有在](?=哪|什么|谁|几)|主要(?=[是在往向靠由从用投给]|包括|有[哪几什])|[剩余]下)"
)
_PAPER = re.compile(r"^(?:[这那该]|同一)[份篇](?P<called>[\u4e00-\u9fff]{2})")
_WHICH_YEAR = re.compile("哪一?年")
# 去年呢，一样吗
_TAG = re.compile(
    "(?<=呢)[，,]?(?:也是?|还是?)?(?:一样|相同|同样|差不多|变了?)[的了]?(?:吗|么|没有?)[？?]*$"
)
LEANING_CHARS = 20  # a longer question says itself what it is about
ENGLISH_WORDS = 8  # a longer question has what its pronouns mean in itself


@dataclass(frozen=True, slots=True)
class Previous:
    """The question before, made whole, and what is only looked up when it is needed."""

    question: str
    person: Callable[[], str]  # who its answer is about; empty where that is not clear
    known_person: Callable[[str], str]  # the person of the documents that a text names, or empty
    names_place: Callable[[str], bool] = lambda _: False  # whether the documents name the place
    subject: str = ""  # the last question that was not just on who somebody is, if another one
    year: str = ""  # the last one that was asked of
    newest: str = ""  # of the years of the documents


def item_asked(question: str) -> int:
    """n for "第n条展开说说", which is about a quote of the answer before; else 0.

    >>> item_asked("第二条展开说说"), item_asked("能详细说说吗？"), item_asked("第二条是谁提的？")
    (2, 1, 0)
    """
    plain = ENDING.sub("", question.strip())
    if _TELL_MORE.fullmatch(plain):
        return 1
    found = _ITEM.match(plain)
    asks = found and (found["rest"] in ("", "呢") or _TELL.search(found["first"] + found["rest"]))
    return small(found["n"]) if found and asks else 0


def resolve(question: str, previous: Previous) -> str:
    """The question with what it leaves to the one before; unchanged where it stands alone."""
    asked = _TAG.sub("", with_years_in_digits(question.strip()))
    if not HAN_CHARACTER.search(asked):
        return _english(asked, previous) or asked
    body = ENDING.sub("", _OPENING.sub("", asked))
    elliptic = _is_elliptic(asked, body)
    # 锂呢, after 谁说的: of what was said.
    before = (asks_who_did(previous.question) and previous.subject) or previous.question
    if elliptic and previous.newest and previous.newest in YEAR.findall(before):
        body = body.replace("去年", f"{int(previous.newest) - 1}年")
    body = in_full(body, before, previous.names_place) if elliptic else body
    return (
        more(asked, previous.question)
        or repeated(body, elliptic, before, previous.year)
        or _other_person(body, elliptic, previous)
        or _of_person(asked, previous)
        or _of_thing(asked, previous)
        or _of_this(asked, previous.question)
        or carried_over(asked, body, elliptic, before)
        or question.strip()
    )


def leaning(question: str, previous: Previous) -> str:
    """The question with the topic of the one before, though no word of it points there; or empty.

    小企业要多久 after one on large firms: to be tried where it has no answer by itself.
    """
    asked = question.strip()
    is_long = len(asked) > LEANING_CHARS or not HAN_CHARACTER.search(asked)
    if not previous.question or is_long or YEAR.search(asked) or previous.known_person(asked):
        return ""
    before = previous.question if goes_on(asked) else previous.subject or previous.question
    return on_topic_of(before, asked)


def goes_on(question: str) -> bool:
    """Whether it has no subject of its own.

    >>> goes_on("后来退了没有？"), goes_on("还款要多久？")
    (True, False)
    """
    return _GOES_ON.match(question.strip()) is not None


def paper(asked: str) -> str:
    """What the document is called that it points at.

    >>> paper("那份决议哪天通过的？"), paper("这份礼物谁送的？"), paper("决议哪天通过的？")
    ('决议', '礼物', '')
    """
    found = _PAPER.match(asked)
    return found["called"] if found else ""


def keeps_subject(asked: str) -> bool:
    """Whether it is of the subject before and names none: 建它有什么用; not 它的利用率."""
    return bool(_THING.search(asked)) and "它的" not in asked


def of_same_document(asked: str, before: str) -> str:
    """The question asked of the document that the one before names; unchanged if it says a year.

    >>> of_same_document("那新建机场几个？", "2018年政府工作报告说新修公路多少公里？")
    '2018年政府工作报告说，新建机场几个？'
    """
    if _WHICH_YEAR.search(asked) and not document_years(before):
        return asked
    named = naming(before).rstrip(",:")
    several = not document_years(before) and len(years(before)) > 1  # and none of them is meant
    if not named or several or years(asked) or not HAN_CHARACTER.search(asked):
        return asked
    return f"{named}，{_OPENING.sub('', asked)}"


def _is_elliptic(asked: str, body: str) -> bool:
    """Whether it is a mere 那……呢; what has words of its own and asks stands alone."""
    opened = body != ENDING.sub("", asked) or asked.rstrip("？?。！!").endswith("呢")
    return opened and not (INTERROGATIVE.search(body) or WHETHER.search(body))


def _english(asked: str, previous: Previous) -> str:
    """What about 2024? Who else? What else did he propose?"""
    if (_HE.search(asked) or _HIS.search(asked)) and not previous.known_person(asked):
        person = previous.known_person(previous.question) or previous.person()
        if person:
            return _HIS.sub(f"{person}'s", _HE.sub(person, asked))
    most = ENGLISH_WORDS * (2 if _ENGLISH_AND.match(asked) else 1)
    if len(asked.split()) > most or not _ENGLISH_REST.search(asked):
        return ""
    own, before = YEAR.search(asked), YEAR.search(previous.question)
    if own and before:
        return previous.question.replace(before[1], own[1])
    return f"{previous.question} {asked}"


def _other_person(body: str, elliptic: bool, previous: Previous) -> str:
    """陈某呢: the question before, of another person."""
    new = previous.known_person(body) if elliptic else ""
    if not new or len(body) > len(new) + 2:
        return ""
    if old := previous.known_person(previous.question):
        return previous.question.replace(old, new) if new != old else ""
    before = ENDING.sub("", previous.question)
    said = ASKING_FIRST.sub("", before)
    return f"{new}{said}？" if said != before else ""


def _of_person(asked: str, previous: Previous) -> str:
    """他还建议了什么: the name in the place of the pronoun; 丁某说他…… has its own."""
    pronoun = PERSON.search(asked)
    if not pronoun or previous.known_person(asked[: pronoun.start()]):
        return ""
    names = _people(previous) if pronoun.group().endswith("们") else []
    meant = "和".join(names) or previous.known_person(previous.question) or previous.person()
    whole = PERSON.sub(meant, asked, count=1) if meant else ""
    # 甲反对乙吗, then 他的理由是什么: of what he is asked to have said.
    asks_why = is_attribute(ENDING.sub("", asked[pronoun.end() :]).removeprefix("的"))
    return with_topic(previous.question.rstrip("？?吗"), whole) if whole and asks_why else whole


def _people(previous: Previous) -> list[str]:
    """Everybody whom the question before names, in the order of the question."""
    rest, names = previous.question, []
    while (name := previous.known_person(rest)) and name in rest:
        names.append(name)
        rest = rest.replace(name, "")
    return sorted(names, key=previous.question.index)


def _of_thing(asked: str, previous: Previous) -> str:
    """它的综合利用率呢, 其目标是多少: the topic of the question before in its place."""
    pronoun = _THING.search(asked) or _ITS.search(asked)
    if not pronoun:
        return ""
    # 从哪天起可以申请 names nothing that 它 may mean: what the one before it named.
    before = previous.question if topic_of(previous.question) else previous.subject
    before = before or previous.question
    topic = topic_of(before)
    if _DOCUMENT_SAYS.search(asked) and document_years(before):
        return f"{naming(before).rstrip(',:')}，{_DOCUMENT_SAYS.sub('', asked)}"
    after = asked[pronoun.end() :]
    if ASKING_FIRST.match(before) and pronoun.group() == "其" and (person := previous.person()):
        topic = f"{person}的"
    elif not topic:
        return with_topic(before, asked)
    elif after.startswith("的") or pronoun.group() == "其":
        topic = owner_of(topic)
    elif of_year := _OF_YEAR.match(topic):  # 某公司2025年收入: the firm
        topic = of_year[1]
    return ENDING.sub("", asked[: pronoun.start()] + topic + after) + "？"


def _of_this(asked: str, before: str) -> str:
    """这种材料有什么特点, 这是谁预测的: with what the question before was about; 这排第几 of it."""
    topic = topic_of(before)
    if topic and (subject := _AS_SUBJECT.match(asked)):
        return topic + asked[subject.end() :]
    this = _THIS.search(asked)
    if not this:
        return ""
    ahead = asked[: this.start()]
    if _MODAL.search(ahead) or not _LEADS_TO_THIS.search(ahead):
        return ""
    return on_topic_of(before, asked)
