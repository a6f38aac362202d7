"""What one sentence asks, one by one, and a later part with what the first is about."""

from __future__ import annotations

import re

from assistant.query.several import MOST
from assistant.query.topic import ASKING_FIRST, ENDING, INTERROGATIVE
from index.matching import HAN
from index.titles import YEAR, document_years

LONG = 4  # characters behind the word that asks, which say more than what is counted
BRIEF = 6  # characters of a part that leave open what is counted: 退了多少
_HIDDEN = re.compile(
    "“[^”]*”|《[^》]*》|「[^」]*」|（[^）]*）|[好十近这那前后第头数剩没]几|没[有剩]几|几[乎何]|几内亚"
)
_STRONG = r"[，；;？?]|,(?!\d{3}(?!\d))"  # 1,000 is one figure
_MARK = re.compile(rf"(?P<strong>{_STRONG})|、|(?<=[{HAN}\d）”]) +(?=[{HAN}\d“])")
# 补几年, 采纳了吗, 前一年呢
_ASKS_WORD = re.compile(f"{INTERROGATIVE.pattern}|几|多久")
_ASKS = re.compile(rf"{_ASKS_WORD.pattern}|(?:[吗呢]|了没有?)$")
# At the end only: before another part it says what that is about, 要不要提高，谁反对.
_ASKS_LAST = re.compile(rf"{_ASKS.pattern}|是否|有没有|([能会要是可算])不\1")
# What asks, with what is counted by it, to be left out: 多少钱, 哪两家, 什么时候.
_ASKING = re.compile(
    "(?:是|有|为)?(?:为什么|什么(?:时[候间]|地方)?|为?啥(?:时候)?|怎么样?|怎样|如何|咋|谁|何[时地处]"
    "|哪(?:[里儿些天]|一?年|[一几两三]*[个家位所种块类条项座](?:人|部门|单位)?)?|多[大高长远久]"
    "|(?:多少|几)(?:钱|[个家位所种块类条项座名份件套只艘架起栋万亿吨元天年]+)?)|[吗呢]$"
)
_TWO_COUNTED = re.compile(
    f"(?P<ahead>.*(?:多少|几)[{HAN}])(?P<first>[{HAN}]{{2,6}})[和与及、](?P<last>[{HAN}]{{2,6}})"
)
_REFERS = re.compile(
    "^(?:那么|那(?![曲坡])|而|又|并且|并(?![网购列轨联行]))?"
    "(?:[他她它]们?的?|其(?![中他它实余次])|[这该][位个项件]的?)?"
)
_TRAILING = re.compile(
    f"(?:[{HAN}]了|[在由被从到把将的是叫、，,\\s]|(?<!供)给|(?<![产动功性智潜])能"
    "|(?<![纪需摘概])要|(?<![国所公])有|分别|各自?|总?共|一共|目前|现在|打算|大约)+$"
)
# 原先打算控制在多少以内: what it says that of stands before.
_WITHOUT_SUBJECT = re.compile(
    "(?:原[先来本定]|后来|当时|最[后终]|现在|目前|计划|打算|预计|实际|其中|一?共|总共|分别|各自?"
    "|[又还再]?[是由从到占达要])(?=[^，。？?]{0,6}(?:多少|几))"
)


def apart(text: str) -> list[str]:
    """The parts that ask, each with what stands before it and does not; [] where it is but one.

    >>> apart("建交割库这个建议是谁提的，他在哪个单位任职、任了几年？")
    ['建交割库这个建议是谁提的？', '他在哪个单位任职？', '任了几年？']
    >>> apart("2010年报告 运河有多长 流经几个省")
    ['2010年报告 运河有多长？', '流经几个省？']
    """
    plain = text.strip().rstrip("？?")
    hidden = _HIDDEN.sub(lambda quoted: "〇" * len(quoted.group()), plain)
    marks = [*_MARK.finditer(hidden)]
    ends = [*(mark.start() for mark in marks), len(plain)]
    parts, start = [], 0
    for at, mark in enumerate(marks):
        so_far, following = hidden[start : mark.start()], hidden[mark.end() : ends[at + 1]]
        both = _ASKS_WORD.search(so_far) and _ASKS_WORD.search(following)
        if both or (mark["strong"] and _ASKS.search(so_far.strip())):
            parts.append(plain[start : mark.start()])
            start = mark.end()
    if not (parts and _ASKS_LAST.search(hidden[start:].strip())) or len(parts) >= MOST:
        return []
    every = (one for part in [*parts, plain[start:]] for one in _one_by_one(part))
    return [f"{part.strip()}？" for part in every]


def carried(first: str, part: str) -> str:
    """The part with what the first is about before it; empty where that is nothing more.

    >>> carried("江北合作社的调查走了多少家农户？", "收了多少份问卷？")
    '江北合作社的调查，收了多少份问卷？'
    """
    rest = _REFERS.sub("", part, count=1)
    about = _subject(first, briefly=len(ENDING.sub("", rest)) > BRIEF)
    if YEAR.search(rest) and not document_years(first):
        about = re.sub(f"{YEAR.pattern}年?", "", about)
    return f"{about}，{rest}" if len(about) > 1 and about not in part else ""


def leaves_subject(part: str) -> bool:
    """Whether the question begins with what is said of something: 原先打算定多少."""
    return _WITHOUT_SUBJECT.match(part) is not None


def _subject(first: str, *, briefly: bool) -> str:
    """What a question is about: what stands before the word that asks, and behind it if that says
    more than what is counted.
    """
    plain = ENDING.sub("", first)
    asking = ASKING_FIRST.search(plain) or _ASKING.search(plain)
    if asking is None:
        return plain
    before, after = plain[: asking.start()], plain[asking.end() :]
    if len(before) > 1 and (len(after) <= LONG and briefly):
        return _TRAILING.sub("", before)
    return before + after


def _one_by_one(part: str) -> list[str]:
    """多少件建议, 多少件提案, of 多少件建议和提案."""
    both = _TWO_COUNTED.fullmatch(part)
    return [both["ahead"] + both[one] for one in ("first", "last")] if both else [part]
