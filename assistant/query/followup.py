"""Follow-up questions made whole from the questions before them, without a language model."""

from __future__ import annotations

import re

from assistant.query.anaphora import Previous, points_back, with_antecedent
from assistant.query.ellipsis import asks_who_did, in_full, more, of_another_thing, of_the_same
from assistant.query.politeness import DOWN, PLEASE
from assistant.query.question import WHETHER
from assistant.query.temporal import of_another_time, of_those_years
from assistant.query.topic import ASKING_FIRST, ENDING, INTERROGATIVE, PAUSES, on_topic_of
from assistant.register.numerals import HAN as NUMERALS
from assistant.register.numerals import small
from index.matching import HAN_CHARACTER, with_years_in_digits
from index.titles import YEAR, document_years, naming, years

_OPENING = re.compile(
    r"^(?:那么?(?![曲坡些个里边年次条座位种棵场样天])(?!时候?|家(?!长|里)|一年)"
    r"|(?:不对|不是|错了)[，,]?我?[问要说指]的是"
    rf"|(?:换一?个|另一个)(?:话题|问题)|还有|另外|然后|以及|再?问(?:一下|{DOWN})|请问)[{PAUSES}]*"
)
_ITEM = re.compile(
    "(?:请|再|把|那|展开|详细|具体|说说|讲讲|介绍|一下)*"
    rf"第(?P<n>[{NUMERALS}]|\d+)(?:条|个|点|项|则)(?:建议|意见|引文)?"
    "(?:呢|[^，。]{0,6}(?:展开|详细|具体|说说|讲讲|多说|介绍)|$)"
)
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
_CLAUSE = re.compile("[，,。；;]")
_WHICH_YEAR = re.compile("哪一?年")
# 去年呢，一样吗
_TAG = re.compile(
    "(?<=呢)[，,]?(?:也是?|还是?)?(?:一样|相同|同样|差不多|变了?)[的了]?(?:吗|么|没有?)[？?]*$"
)
STANDALONE_CHARS = 60  # so long is a pasted paragraph
LEANING_CHARS = 20  # a longer question says itself what it is about
ENGLISH_WORDS = 8  # a longer question has what its pronouns mean in itself


def item_asked(question: str) -> int:
    """n for "第n条展开说说", which is about a quote of the answer before; else 0.

    >>> item_asked("第二条展开说说"), item_asked("能详细说说吗？"), item_asked("第二条是谁提的？")
    (2, 1, 0)
    """
    plain = ENDING.sub("", question.strip())
    if _TELL_MORE.fullmatch(plain):
        return 1
    found = _ITEM.match(plain)
    return small(found["n"]) if found else 0


def resolve(question: str, previous: Previous) -> str:
    """The question with what it leaves to the one before; unchanged where it stands alone."""
    asked = _TAG.sub("", with_years_in_digits(question.strip()))
    if not HAN_CHARACTER.search(asked):
        return _english(asked, previous) or asked
    if _stands_alone(asked):
        return question.strip()
    body = ENDING.sub("", _OPENING.sub("", asked))
    elliptic = _is_elliptic(asked, body)
    # 锂呢, after 谁说的: of what was said.
    before = (asks_who_did(previous.question) and previous.subject) or previous.question
    if elliptic:
        if previous.newest in YEAR.findall(before):
            body = body.replace("去年", f"{int(previous.newest) - 1}年")
        body = in_full(body, before, previous.names_place)
    return (
        more(asked, previous.question)
        or of_the_same(body, before)
        or of_another_time(body, before, elliptic=elliptic, last=previous.year)
        or (elliptic and _other_person(body, previous))
        or with_antecedent(asked, previous)
        or of_those_years(body, before)
        or of_another_thing(asked, body, before, elliptic=elliptic)
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


def of_same_document(asked: str, before: str) -> str:
    """The question asked of the document that the one before names; unchanged if it says a year,
    or stands alone.

    >>> of_same_document("那新建机场几个？", "2018年政府工作报告说新修公路多少公里？")
    '2018年政府工作报告说，新建机场几个？'
    """
    if _stands_alone(asked) or (_WHICH_YEAR.search(asked) and not document_years(before)):
        return asked
    named = naming(before).rstrip(",:")
    several = not document_years(before) and len(years(before)) > 1  # and none of them is meant
    if not named or several or years(asked) or not HAN_CHARACTER.search(asked):
        return asked
    return f"{named}，{_OPENING.sub('', asked)}"


def _stands_alone(asked: str) -> bool:
    """Whether it is long and begins with its own subject; a statement may itself have named what
    its pronouns mean.
    """
    if len(asked) < STANDALONE_CHARS or _OPENING.match(asked) or goes_on(asked):
        return False
    return not points_back(asked if asked.endswith(("？", "?")) else _CLAUSE.split(asked)[0])


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


def _other_person(body: str, previous: Previous) -> str:
    """陈某呢: the question before, of another person."""
    new = previous.known_person(body)
    if not new or len(body) > len(new) + 2:
        return ""
    if old := previous.known_person(previous.question):
        return previous.question.replace(old, new) if new != old else ""
    before = ENDING.sub("", previous.question)
    said = ASKING_FIRST.sub("", before)
    return f"{new}{said}？" if said != before else ""
