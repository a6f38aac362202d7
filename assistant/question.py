"""What a question asks for: read from its own words, without a language model."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from index.matching import HAN_CHARACTER, normalise


class Kind(Enum):
    """The kind of answer that is asked for."""

    PERSON = auto()
    NUMBER = auto()
    DATE = auto()
    PLACE = auto()
    REASON = auto()
    MEASURE = auto()  # 怎么办, 如何: what is to be done
    DEFINITION = auto()
    OTHER = auto()


# In this order: the first that occurs decides ("谁…多少" asks who, "什么时候" is not "什么").
_KINDS: tuple[tuple[Kind, str], ...] = (
    (Kind.PERSON, r"谁|哪一?[位名]|哪几?[位名]|哪些(?:人|代表|委员|专家|院士)|什么人|作者|\bwho(?:se|m)?\b"),
    (Kind.DATE, r"何时|什么时[候间]|哪一?[年天日月]|几[年月日]|几点|年份是|日期|\bwhen\b|what (?:year|date|day)"),
    (
        Kind.NUMBER,
        r"多少|多[大高长远深重快久宽]|几[个位名年次项条家倍种件成吨亿万千百元天座所]?|百分之几"
        r"|(?:比例|比重|占比|[率额量数价值]|规模|增速|目标|指标|涨幅)(?:目前|大约)?(?:是|为|呢|达|有)"
        r"|how (?:many|much|large|high|long|far|big|old)|what (?:share|percent|proportion|number|rate)",
    ),
    (Kind.PLACE, r"哪里|哪儿|何处|什么地[方点]|哪个(?:省|市|国家|地区|城市|县|地方)|位于|\bwhere\b"),
    (Kind.REASON, r"为什么|为何|为啥|原因|缘故|何以|\bwhy\b"),
    (Kind.MEASURE, r"怎么|怎样|如何|咋|措施|办法|对策|途径|方式|\bhow\b"),
    (Kind.DEFINITION, r"什么是|是什么|指什么|含义|定义|何谓|是指|什么意思|\bwhat (?:is|are|was|were)\b"),
)
_LIST = re.compile(
    r"哪些|哪几|哪[两二三四五六七八九十]|分别|各(?:是|有|为|自)|有什么|列出|列举|都有|几[个条点项方面大]"
    r"|[、和与及].{1,24}多少|\b(?:list|which)\b"
)
_COMPARISON = re.compile(r"分别|各自|相比|比较|区别|不同|异同|对比|\bcompare|\bdiffer|\brespectively")
_META = re.compile(
    r"(?:这[份篇个]|本|该)?(?:文[件章档]|材料|报告|资料|稿子).{0,8}(?:谁|哪个?(?:机构|单位|人)|作者|何时|什么时候|标题|题目|叫什么).{0,6}"
    r"(?:写|作|发布|撰|编|出|名|$|？|\?)|作者是谁|谁写的|who wrote|author of"
)
_UNIT = re.compile(r"(?:多少|几)(?:亿|万|千|百)*([^\W\d_的了？?，,。]{1,2})")


FOCUS_BEFORE, FOCUS_AFTER = 10, 8  # characters; a clause's subject, and what is counted
_ASKING = re.compile(
    r"(?:分别|各)?(?:是|为|有|达到?|到)?(?:多少|多[大高长远重]|几|谁|哪[一几些]?|什么|何|怎么?样?|如何)"
)
_BREAK = re.compile(r"[，,。；;：:？?、]")


@dataclass(frozen=True, slots=True)
class Question:
    """A question, resolved, with what can be read off it."""

    text: str
    kind: Kind
    wants_list: bool  # several parts, all of which are wanted
    compares: bool
    about_document: bool  # asks for author, title or date of the document itself
    unit: str  # what is counted, for "多少吨": "吨"; empty where it is not said
    focus: str  # the words around the one that asks: "堆存量" and "吨" of "赤泥堆存量是多少吨？"
    is_chinese: bool


def analyse(text: str) -> Question:
    """Read the kind of answer, the unit and the number of parts off the words of the question."""
    plain = normalise(text)
    kind = next((kind for kind, words in _KINDS if re.search(words, plain)), Kind.OTHER)
    unit = _UNIT.search(plain)
    return Question(
        text=text,
        kind=kind,
        wants_list=bool(_LIST.search(plain)),
        compares=bool(_COMPARISON.search(plain)),
        about_document=bool(_META.search(plain)),
        unit=unit.group(1) if unit and kind is Kind.NUMBER else "",
        focus=_focus(plain),
        is_chinese=bool(HAN_CHARACTER.search(plain)),
    )


def _focus(plain: str) -> str:
    """What stands within a few characters of the word that asks; all where no word does."""
    asking = _ASKING.search(plain)
    if asking is None:
        return plain
    before = _BREAK.split(plain[: asking.start()])[-1][-FOCUS_BEFORE:]
    after = _BREAK.split(plain[asking.end() :])[0][:FOCUS_AFTER]
    return f"{before} {after}"
