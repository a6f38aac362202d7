"""Pronouns and demonstratives, 他, 它, 这, and what of the question before they mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.query.ellipsis import is_attribute
from assistant.query.topic import ASKING_FIRST, ENDING, on_topic_of, owner_of, topic_of, with_topic
from assistant.register.named import HE
from index.titles import YEAR, document_years, naming

# He, they, that deputy, who brought this up; not 该委员会, 这代表什么.
_WHO_SAID_SO = (
    "[^，,。的]{1,4}[这那]个?(?:情况|问题|现象|建议|观点|看法|话|事|数)的(?:人|代表|委员|院士|专家)"
)
PERSON = re.compile(
    rf"{HE}们?|^{_WHO_SAID_SO}|(?:这|那|该)位?(?:代表|委员|院士)(?![会团们性什了着])|此人"
)
_KIN = (
    "女儿|儿子|孩子|母亲|父亲|妈妈|爸爸|丈夫|妻子|爱人|老伴|爷爷|奶奶"
    "|[哥弟姐妹][哥弟姐妹]|孙[子女]|徒弟"
)
_HERS = re.compile("[女母妈妻奶姐妹]")
_HIS = re.compile("儿子|[父爸爷哥]|丈夫|(?<!徒)弟|孙子")
_PROPOSES = re.compile("建议|提案|议案|主张|呼吁|代表|委员|履职|提[出到了交过]")  # kin hardly does
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
_PAPER = re.compile(r"^(?:[这那该]|同一)[份篇](?P<called>[\u4e00-\u9fff]{2})")


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


def with_antecedent(asked: str, previous: Previous) -> str:
    """The question with what its pronoun means; empty where it has none."""
    return (
        _of_person(asked, previous)
        or _of_thing(asked, previous)
        or _of_this(asked, previous.question)
    )


def points_back(text: str) -> bool:
    """Whether it has a pronoun, or this, for what is named before."""
    return any(one.search(text) for one in (PERSON, _THING, _ITS, _THIS))


def paper_meant(asked: str) -> str:
    """What the document is called that it points at.

    >>> paper_meant("那份决议哪天通过的？"), paper_meant("决议哪天通过的？")
    ('决议', '')
    """
    found = _PAPER.match(asked)
    return found["called"] if found else ""


def keeps_subject(asked: str) -> bool:
    """Whether it is of the subject before and names none: 建它有什么用; not 它的利用率."""
    return bool(_THING.search(asked)) and "它的" not in asked


def _of_person(asked: str, previous: Previous) -> str:
    """他还建议了什么: the name in the place of the pronoun; 丁某说他…… has its own."""
    pronoun = PERSON.search(asked)
    if not pronoun or previous.known_person(asked[: pronoun.start()]):
        return ""
    names = _people(previous) if pronoun[0].endswith("们") else []
    named = previous.known_person(previous.question)
    meant = "和".join(names) or named or previous.person()
    if named and not _PROPOSES.search(asked):  # 甲的女儿叫什么, then 她学什么
        kin = re.search(f"{re.escape(named)}(?:代表|委员)?的?({_KIN})", previous.question)
        other = _HIS if "她" in pronoun[0] else _HERS
        meant = f"{named}的{kin[1]}" if kin and not other.search(kin[1]) else meant
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
    if _DOCUMENT_SAYS.search(asked) and document_years(before):
        return f"{naming(before).rstrip(',:')}，{_DOCUMENT_SAYS.sub('', asked)}"
    topic, after, is_its = topic_of(before), asked[pronoun.end() :], pronoun[0] == "其"
    if is_its and ASKING_FIRST.match(before) and (person := previous.person()):
        topic = f"{person}的"
    elif not topic:
        return with_topic(before, asked)
    elif is_its or after.startswith("的"):
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
    points_back = _LEADS_TO_THIS.search(ahead) and not _MODAL.search(ahead)
    return on_topic_of(before, asked) if points_back else ""
