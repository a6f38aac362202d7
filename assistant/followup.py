"""Follow-up questions made whole from the questions before them, without a language model."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from index.scope import naming, years

_OPENING = re.compile(r"^(?:那么?|还有|另外|然后|以及|再?问一?下|请问)[，,]?")
_ENDING = re.compile(r"呢?[？?。！!]*$")
# Where a question asks: what stands before it is its topic.
_INTERROGATIVE = re.compile(
    r"(?:大约|目前|现在|一共|总共|到底|究竟|超过|不足|低于|高于)*(?:是|有|为|达到?了?|定为|等于|叫|占|要|说)?"
    r"(?:多[少大高长远]|几[个位年]|谁|什么|啥|怎么|怎样|如何|为什么|为何|何时|何地|哪)"
)
_ASKING_FIRST = re.compile(
    r"^(?:请问|是)?(?:谁|哪位[\u4e00-\u9fff]{0,4}|什么人|哪些[\u4e00-\u9fff]{0,4}|为什么|怎样|如何|怎么)"
)

# Of what the question before was about: 比上一年多了多少, 其中建成的有多少, 加上贷款是多少.
_OF_THE_SAME = re.compile(
    r"(?:这|那)?(?:[比较](?=[^，,]{1,12}(?:多|少|高|低|增|减|上升|下降|提高|变化))|其中[^，,]{1,12}的(?=[有是占达多])|(?:再|如果)?(?:加上|连同|算上))"
)

# He, she, that deputy; not 其他, 吉他, 他国.
_PERSON = re.compile(
    r"(?<![其吉])(?:他们|她们|[他她](?![人国乡]))|(?:这|那|该)位?(?:代表|委员|院士)|此人"
)
_THING = re.compile(r"(?<!其)它们?")
_ITS = re.compile(r"(?<![\u4e00-\u9fff])其(?![中他它实余次])")
# This figure, the said plan; not 应该, 这些年, 该怎么办, nor the document itself (这份报告).
_THIS = re.compile(
    r"(?:这|那)(?=是)|这(?:[一个项些种家类座条]|样)(?!年)|上述|该(?=[\u4e00-\u9fff])(?![怎如不由做去有是])"
)
_LEADS_TO_THIS = re.compile(r"(?:^.{0,3}|[比对在从把给由到，、与和])$")
_MODAL = re.compile(r"应该?$|本$|就$|不$")

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_OTHER_YEAR = re.compile(
    r"(?P<next>第二年|次年|下一?年|后一?年|翌年|转年)|(?P<last>(?:前|上)一?年|头一年)"
    r"|(?P<n>[一两三四五六七八九十]|\d{1,2})年(?:以|之)?(?:(?P<after>后)|(?P<ago>前))"
)
_NUMERALS = "零一二三四五六七八九十"
_NUMERAL_VALUES = {**{sign: at for at, sign in enumerate(_NUMERALS)}, "两": 2}
_ITEM = re.compile(
    r"(?P<first>^(?:请|再|把|那|展开|详细|具体|说说|讲讲|介绍|一下)*)"
    r"第(?P<n>[一二三四五六七八九十]|\d+)(?:条|个|点|项|则)(?:建议|意见|引文)?"
    r"(?P<rest>呢|[^，。]{0,6}(?:展开|详细|具体|说说|讲讲|多说|介绍).*|$)"
)
_TELL = re.compile(r"展开|详细|具体|说说|讲讲|介绍")

# What a figure or a quality is called, which does not say of what: 目标 after 赤泥综合利用率.
_ATTRIBUTE = (
    r"(?:目标|原因|依据|理由|目的|意义|作用|好处|时间|地点|身份|职务|职位|单位|公司|背景|现状|难点|措施|办法|占比|比重|比例"
    r"|规模|面积|产能|增速|涨幅|(?:[\u4e00-\u9fff]{0,6}[量率额价]))"
)
_BARE_ATTRIBUTE = re.compile(rf"(?:具体|现在|目前)?的?{_ATTRIBUTE}(?=(?:[是有为在]|多|达|怎|如|$))")
_MEASURE = re.compile(
    r"的[^的]{0,8}(?:[量率额数价值比]|面积|规模|目标)$"
    r"|(?:综合|累计|平均|市场|新增|对外|最[高低大小])?(?:[\u4e00-\u9fff]{1,2}[量率额数价值]|面积|规模|产能|占比|比重)$"
)
_NAMED = re.compile(
    r"[\u4e00-\u9fff]{1,7}?(?P<kind>[省市县区镇乡村州旗港]|集团|公司|大学|学院|医院|船闸)"
)
_CHANGE = re.compile(r"(?:同比)?(?:增长|增加|增产|下降|减少|提高|降低|上升|净增)了?多[少大高]")
_COUNTED = re.compile(r"多少[个张户家台座项件名所只条种](?=[\u4e00-\u9fff]{2,12}[？?]?$)")
_EMPTY_WORDS = re.compile(
    r"[又也再还呢吗的了是有在那就都做要]|打算|计划|准备|预计|为什么|多少|几|什么|怎么样?|怎样|如何|何时|时候|哪些?|哪里|安排|情况|具体|[这那]么|这样"
    r"|高|低|大|小|[，,。？?！! ]"
)
_MORE = re.compile(
    r"(?:还|另外|除此之外|此外)*有?(?:其[他它])?(?:的|人|代表|委员|建议|内容)?"
    r"(?:谁|哪些|什么|哪位|没有)?(?:别的|人|代表|委员|建议)?[吗呢]?"
)

_HE = re.compile(r"\b(?:he|she|him)\b", re.IGNORECASE)
_HIS = re.compile(r"\b(?:his|her)\b", re.IGNORECASE)
_ENGLISH_REST = re.compile(
    r"^(?:and|so|but)?\s*(?:what|how) about\b|\belse\b"
    r"|\b(?:it|its|they|them|their|this|these|those)\b|\bthat\??$"
    r"|^(?:why|when|where|how)(?: so| not)?\??$",
    re.IGNORECASE,
)
LEANING_CHARS = 20  # a longer question says itself what it is about
ENGLISH_WORDS = 8  # a longer question has what its pronouns mean in itself


@dataclass(frozen=True, slots=True)
class Previous:
    """The question before, made whole, and what is only looked up when it is needed."""

    question: str
    person: Callable[[], str]  # who its answer is about; empty where that is not clear
    known_person: Callable[[str], str]  # the person of the documents that a text names, or empty


def item_asked(question: str) -> int:
    """n for "第n条展开说说", which is about a quote of the answer before; else 0.

    >>> item_asked("第二条展开说说"), item_asked("第二条建议是谁提的？")
    (2, 0)
    """
    found = _ITEM.match(_ENDING.sub("", question.strip()))
    if not found:
        return 0
    told = _TELL.search(found["first"] + found["rest"])
    if not told and found["rest"] not in ("", "呢"):
        return 0
    return int(found["n"]) if found["n"].isdigit() else _NUMERAL_VALUES[found["n"]]


def resolve(question: str, previous: Previous) -> str:
    """The question with what it leaves to the one before; unchanged where it stands alone."""
    asked = question.strip()
    if not re.search("[\u4e00-\u9fff]", asked):
        return _english(asked, previous) or asked
    body = _ENDING.sub("", _OPENING.sub("", asked))
    elliptic = _is_elliptic(asked, body)
    return (
        _more(asked, previous.question)
        or _of_the_same(body, previous.question)
        or _other_year(body, elliptic, previous.question)
        or _other_person(body, elliptic, previous)
        or _of_person(asked, previous)
        or _of_thing(asked, previous)
        or _of_this(asked, previous.question)
        or _hollow(asked, body, previous.question)
        or _other_place(body, elliptic, previous.question)
        or _other_amount(body, elliptic, previous.question)
        or _completed(body, elliptic, previous.question)
        or asked
    )


def leaning(question: str, previous: Previous) -> str:
    """The question with the topic of the one before, though no word of it points there; or empty.

    小企业要多久 after one on large firms: to be tried where it has no answer by itself.
    """
    asked = question.strip()
    is_long = len(asked) > LEANING_CHARS or not re.search("[\u4e00-\u9fff]", asked)
    if is_long or _YEAR.search(asked) or previous.known_person(asked):
        return ""
    return _with(_topic(previous.question) or previous.question, asked)


def of_same_document(asked: str, before: str) -> str:
    """The question asked of the document that the one before names; unchanged if it says a year.

    >>> of_same_document("那新建机场几个？", "2018年政府工作报告说新修公路多少公里？")
    '2018年政府工作报告说，新建机场几个？'
    """
    named = naming(before).rstrip(",:")
    if not named or years(asked) or not re.search("[\u4e00-\u9fff]", asked):
        return asked
    return f"{named}，{_OPENING.sub('', asked).lstrip('，,')}"


def _is_elliptic(asked: str, body: str) -> bool:
    """Whether it is a mere 那……呢; what has words of its own and asks stands alone."""
    opened = body != _ENDING.sub("", asked) or asked.rstrip("？?。！!").endswith("呢")
    return opened and not _INTERROGATIVE.search(body)


def _english(asked: str, previous: Previous) -> str:
    """What about 2024? Who else? What else did he propose?"""
    if (_HE.search(asked) or _HIS.search(asked)) and not previous.known_person(asked):
        person = previous.known_person(previous.question) or previous.person()
        if person:
            return _HIS.sub(f"{person}'s", _HE.sub(person, asked))
    if len(asked.split()) > ENGLISH_WORDS or not _ENGLISH_REST.search(asked):
        return ""
    own, before = _YEAR.search(asked), _YEAR.search(previous.question)
    if own and before:
        return previous.question.replace(before[1], own[1])
    return f"{previous.question} {asked}"


def _more(asked: str, before: str) -> str:
    """还有谁, 还有吗: the same question again."""
    body = _ENDING.sub("", asked)
    return before if re.match("还|另外|除此|此外|其[他它]", body) and _MORE.fullmatch(body) else ""


def _of_the_same(body: str, before: str) -> str:
    """比上一年多了多少, 其中建成的有多少: with the topic of the question before."""
    return _with(_topic(before) or before, f"{body}？") if _OF_THE_SAME.match(body) else ""


def _other_year(body: str, elliptic: bool, before: str) -> str:
    """那2024年呢, 第二年又安排了多少: the question before, of another year."""
    year, own = _YEAR.search(before), _YEAR.search(body)
    relative = None if own else _OTHER_YEAR.search(body)
    if elliptic and own and not year and len(body) <= len("2024年度"):
        return f"{own[1]}年{before}"
    if not year or not (own or relative):
        return ""
    rest = _OTHER_YEAR.sub("", re.sub(r"(?:19|20)\d\d年?", "", body))
    new = own[1] if own else str(int(year[1]) + _shift(relative))
    if not _adds_something(rest, before):
        may = relative or elliptic or len(rest) < 6
        return before.replace(year[1], new) if may else ""
    if relative and relative.start() == 0:
        topic = _YEAR.sub("", _topic(before)).removeprefix("年")
        return f"{_owner(topic)}{new}年{body[relative.end() :]}？"
    return ""


def _shift(relative: re.Match[str] | None) -> int:
    """The years from the question before to the one meant."""
    if relative is None:
        return 0
    count = relative["n"] or "一"
    years = int(count) if count.isdigit() else _NUMERAL_VALUES[count]
    return -years if relative["last"] or relative["ago"] else years


def _adds_something(rest: str, before: str) -> bool:
    """Whether words remain that the question before does not have."""
    words = _EMPTY_WORDS.sub("", rest)
    return any(words[at : at + 2] not in before for at in range(max(len(words) - 1, 0)))


def _other_person(body: str, elliptic: bool, previous: Previous) -> str:
    """陈某呢: the question before, of another person."""
    new = previous.known_person(body) if elliptic else ""
    if not new or len(body) > len(new) + 2:
        return ""
    old = previous.known_person(previous.question)
    if old:
        return previous.question.replace(old, new) if new != old else ""
    said = _ASKING_FIRST.sub("", _ENDING.sub("", previous.question))
    return f"{new}{said}？" if said != _ENDING.sub("", previous.question) else ""


def _of_person(asked: str, previous: Previous) -> str:
    """他还建议了什么: the name in the place of the pronoun."""
    pronoun = _PERSON.search(asked)
    if not pronoun or previous.known_person(asked):
        return ""
    names = _people(previous) if pronoun.group().endswith("们") else []
    meant = "和".join(names) or previous.known_person(previous.question) or previous.person()
    return _PERSON.sub(meant, asked, count=1) if meant else ""


def _people(previous: Previous) -> list[str]:
    """Everybody whom the question before names, in the order of the question."""
    rest, names = previous.question, []
    while name := previous.known_person(rest):
        names.append(name)
        rest = rest.replace(name, "")
    return sorted(names, key=previous.question.index)


def _of_thing(asked: str, previous: Previous) -> str:
    """它的综合利用率呢, 其目标是多少: the topic of the question before in its place."""
    pronoun = _THING.search(asked) or _ITS.search(asked)
    if not pronoun:
        return ""
    before, topic = previous.question, _topic(previous.question)
    after = asked[pronoun.end() :]
    if _ASKING_FIRST.match(before) and pronoun.group() == "其" and (person := previous.person()):
        topic = f"{person}的"
    elif not topic:
        return _with(before, asked)
    elif after.startswith("的") or pronoun.group() == "其":
        topic = _owner(topic)
    return _ENDING.sub("", asked[: pronoun.start()] + topic + after) + "？"


def _of_this(asked: str, before: str) -> str:
    """这种材料有什么特点, 这是谁预测的: with what the question before was about."""
    this = _THIS.search(asked)
    if not this:
        return ""
    ahead = asked[: this.start()]
    if _MODAL.search(ahead) or not _LEADS_TO_THIS.search(ahead):
        return ""
    return _with(_topic(before) or before, asked)


def _hollow(asked: str, body: str, before: str) -> str:
    """为什么这么高, 具体怎么做: asks, but says nothing of what about."""
    if _INTERROGATIVE.search(body) and len(_EMPTY_WORDS.sub("", body)) <= 1:
        return _with(_topic(before) or before, asked)
    return ""


def _other_place(body: str, elliptic: bool, before: str) -> str:
    """那石岭县呢: the question before, of another place or firm of the kind."""
    new, old = _NAMED.fullmatch(body), _NAMED.match(before, len(naming(before)))
    if not (elliptic and new and old and new["kind"] == old["kind"]):
        return ""
    return before[: old.start()] + body + before[old.end() :]


def _other_amount(body: str, elliptic: bool, before: str) -> str:
    """那粮食呢, after …工业产值增长了多少, or …新增多少个助餐点: the same of another."""
    change, counted = _CHANGE.search(before), _COUNTED.search(before)
    if not elliptic or _BARE_ATTRIBUTE.match(body) or _YEAR.search(body):
        return ""
    if change:
        year = "" if naming(before) else "".join(_YEAR.findall(before)[:1])
        return f"{naming(before)}{year and year + '年'}{body}{before[change.start() :]}"
    return f"{before[: counted.start()]}多少{body}？" if counted else ""


def _completed(body: str, elliptic: bool, before: str) -> str:
    """那目标呢, 目标是多少: of what the question before was about; 锂呢: the same of lithium."""
    topic = _topic(before)
    attribute = _BARE_ATTRIBUTE.match(body)
    # 目标是多少 asks of something said before; 失业率是多少 may well stand alone.
    is_bare = attribute is not None and len(attribute.group()) == 2
    if not body or not topic or body in topic or not (elliptic or is_bare):
        return ""
    owner = _owner(_YEAR.sub("", topic).removeprefix("年"))
    if attribute:
        return f"{owner}的{body}？"
    if owner != topic and owner in before and len(body) <= len(owner) + 4:
        return before.replace(owner, body, 1)
    return _with(before, f"{body}？")


def _with(topic: str, asked: str) -> str:
    return f"{_ENDING.sub('', topic)}，{asked}"


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
