"""Follow-up questions made whole from the questions before them, without a language model."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_PERSON_PRONOUN = re.compile(r"他们|她们|他|她|这位(?:代表|委员|院士)|该(?:代表|委员|院士)|\b(?:he|she|they)\b", re.IGNORECASE)
_THING_PRONOUN = re.compile(
    r"它们|它|(?<![\u4e00-\u9fff])其(?!中|他|它|实|余|次)|这(?:个|项|些|种|份|家|类|座|条)(?:[\u4e00-\u9fff]{1,4}(?=的))?|该(?!代表|委员|院士)|\b(?:it|its|that|this)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(r"^(?:那么?|那|还有|另外|然后|以及|再?问一?下|请问)[，,]?")
_ENDING = re.compile(r"呢?[？?。！!]*$")
_YEAR = re.compile(r"((?:19|20)\d\d)(?=年|$|[^\d])")
_LATER = re.compile(r"第二年|次年|下一?年|后一?年|翌年|转年")
_EARLIER = re.compile(r"(?:前|上)一?年|头一年")
_ITEM = re.compile(r"^(?:请|再|把|那)*第([一二三四五六七八九十\d]+)(?:条|个|点|项|则)(?:建议|意见|引文)?(?:呢|[^，。]{0,6}(?:展开|详细|具体|说说|讲讲|多说|介绍)|展开|详细|具体|$)")
_NUMERALS = "零一二三四五六七八九十"
# Where a question asks: what stands before it is its topic.
_INTERROGATIVE = re.compile(
    r"(?:大约|目前|现在|一共|总共|到底|究竟)*(?:是|有|为|达到?了?|定为|等于|叫|占|要|说)?(?:多少|几[个位年]|谁|什么|啥|怎么|怎样|如何|为什么|为何|何时|何地|哪)"
)
_ASKING_FIRST = re.compile(r"^(?:请问|是)?(?:谁|哪位[\u4e00-\u9fff]{0,4}|什么人|哪些[\u4e00-\u9fff]{0,4}|为什么|怎样|如何|怎么)")
_MEASURE = re.compile(r"的?[\u4e00-\u9fff]{1,2}[量率额数值价比]$|的?[\u4e00-\u9fff]{0,2}(?:面积|规模|产能|占比|比重)$")
_EMPTY_WORDS = re.compile(
    r"[又也再还呢吗的了是有在那就都]|多少|几|什么|怎么样?|如何|哪些?|安排|情况|[，,。？?！! ]"
)


@dataclass(frozen=True, slots=True)
class Previous:
    """The question before, made whole, and what is only looked up when it is needed."""

    question: str
    person: Callable[[], str]  # who its answer is about; empty where that is not clear
    known_person: Callable[[str], str]  # the person of the documents that a text names, or empty


def item_asked(question: str) -> int:
    """n for "第n条展开说说", which is about a quote of the answer before; else 0."""
    found = _ITEM.match(question.strip())
    if not found:
        return 0
    number = found.group(1)
    return int(number) if number.isdigit() else _NUMERALS.find(number[-1])


def resolve(question: str, previous: Previous) -> str:
    """The question with what it leaves to the one before; unchanged where it stands alone."""
    asked = question.strip()
    body = _ENDING.sub("", _OPENING.sub("", asked))
    elliptic = body != _ENDING.sub("", asked) or asked.rstrip("？?。").endswith("呢")
    return (
        _other_year(body, elliptic, previous.question)
        or _other_person(body, elliptic, previous)
        or _pronoun_person(asked, previous)
        or _pronoun_thing(asked, previous.question)
        or _completed(asked, body, elliptic, previous.question)
        or asked
    )


def _other_year(body: str, elliptic: bool, before: str) -> str:
    """那2024年呢, 第二年又安排了多少: the question before, of another year."""
    years = _YEAR.findall(before)
    if not years:
        return ""
    own = _YEAR.findall(body)
    rest = _EARLIER.sub("", _LATER.sub("", re.sub(r"(?:19|20)\d\d年?", "", body)))
    if _adds_something(rest, before):
        return ""
    if own and (elliptic or len(rest) < 4):
        return before.replace(years[0], own[0])
    if _LATER.search(body):
        return before.replace(years[0], str(int(years[0]) + 1))
    if _EARLIER.search(body):
        return before.replace(years[0], str(int(years[0]) - 1))
    return ""


def _adds_something(rest: str, before: str) -> bool:
    """Whether words remain that the question before does not have."""
    words = _EMPTY_WORDS.sub("", rest)
    return any(words[at : at + 2] not in before for at in range(max(len(words) - 1, 0)))


def _other_person(body: str, elliptic: bool, previous: Previous) -> str:
    """陈某呢: the question before, of another person."""
    if not elliptic:
        return ""
    new, old = previous.known_person(body), previous.known_person(previous.question)
    if new and old and new != old and len(body) <= len(new) + 2:
        return previous.question.replace(old, new)
    return ""


def _pronoun_person(asked: str, previous: Previous) -> str:
    if not _PERSON_PRONOUN.search(asked):
        return ""
    person = previous.known_person(previous.question) or previous.person()
    return _PERSON_PRONOUN.sub(person, asked, count=1) if person else ""


def _pronoun_thing(asked: str, before: str) -> str:
    """它的综合利用率呢, 它比前一年增加了多少: the topic of the question before in its place."""
    pronoun = _THING_PRONOUN.search(asked)
    if not pronoun:
        return ""
    topic = _topic(before)
    if not topic:
        return f"{_ENDING.sub('', before)}？{asked}"
    after = asked[pronoun.end() :]
    if after.startswith("的") or pronoun.group().lower() in ("其", "its"):
        topic = _owner(topic)
    return _ENDING.sub("", asked[: pronoun.start()] + topic + after) + "？"


def _completed(asked: str, body: str, elliptic: bool, before: str) -> str:
    """那综合利用率呢: what is named anew, of what the question before was about."""
    if not elliptic or not body:
        return ""
    topic = _topic(before)
    return f"{_owner(topic)}的{body}？" if topic and topic not in body else ""


def _topic(question: str) -> str:
    """What a question is about: without the words that ask. Empty where they stand within."""
    plain = _ASKING_FIRST.sub("", _ENDING.sub("", question))
    found = _INTERROGATIVE.search(plain)
    if found is None:
        return plain
    before, after = plain[: found.start()], plain[found.end() :]
    return before if len(after) <= 4 else ""


def _owner(topic: str) -> str:
    """赤泥 of 赤泥堆存量: what has the measure."""
    return _MEASURE.sub("", topic) or topic
