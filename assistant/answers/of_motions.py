"""Questions about a 提案 or 建议 that a document lists: who moved it, what it proposes, who handles
it, what came of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answers.found import Found, as_listed
from assistant.query.numbered import numbers_asked, numbers_titled
from assistant.query.question import Question, shared
from assistant.register.numerals import decimal
from assistant.sentences.enumerated import ITEM
from assistant.sentences.motions import Labelled, Motion, Told
from assistant.sentences.quotes import Span
from assistant.sentences.reader import Reader
from corpus import flat
from index.matching import normalise, terms

_WHEN = "何时|什么时[候间]|哪一?[天年月日]|几[月号]|日期|时间"
_REPLIES = "答复|办复|回复|办结"
_UNIT = "(?:哪|什么|何)个?(?:单位|部门|机构|局|厅|委)"
# In this order: 什么时候答复 asks for no reply.
_ASKED_BY = {
    Told.REPLIED_ON: f"(?:{_WHEN})[^?]{{0,6}}(?:{_REPLIES})|(?:{_REPLIES})[^?]{{0,6}}(?:{_WHEN})",
    Told.PROPOSED_ON: (
        f"(?:{_WHEN})[^?]{{0,2}}(?:提[出交]?|立案)[的了]*[?]?$|(?:提[出交]|立案)的?(?:日期|时间)"
    ),
    Told.FEEDBACK: "满意|反馈|评价",
    Told.JOINT_HANDLER: "会办|协办|分办|配合",
    Told.RESULT: "办理(?:结果|情况)|采纳|办得怎|办成|[办解]决了?[吗没]|进展",
    Told.REPLY: "(?:答复|回复)(?!(?:单位|部门|的?是?哪))",
    Told.REASON: "(?<!提)案由|背景|为什么要?提",
    Told.SECTOR: "界别|哪个?界|哪一?类|类别",
    Told.NUMBER: "编号|案号|几号|多少号|第几号",
    Told.HANDLER: (
        f"主办|承办|(?:{_UNIT}|谁)(?:来|负责|在)*(?:主办|承办|办理|办|答复|回复)"
        "|归(?:谁|哪)|交给?(?:谁|哪)"
    ),
    Told.PROPOSED: (
        "(?:哪|什么|几)[^?谁]{0,3}(?:建议|办法|措施|对策)|提了?(?:什么|哪|几)"
        "|(?:建议|提案)(?:的?内容)?(?:了?什么|有?哪|是什么|是啥)"
    ),
    Told.DRAFTER: "执笔|谁写",
    Told.MOVER: (
        "谁(?:提|交|写|领衔|联名)|是谁的|(?:提案|建议|提出|领衔|联名)的?(?:人|者|单位|代表|委员)"
        "|哪[几两三四五]?[位些个名](?:委员|代表)"
    ),
}
_ASKS = {told: re.compile(asks) for told, asks in _ASKED_BY.items()}
# What says it where no line has the label; what is not here may be said in any words.
_TELLS = {
    Told.REPLIED_ON: _REPLIES,
    Told.REPLY: _REPLIES,
    Told.RESULT: "采纳|吸纳|落实|解决|办[理复结]",
    Told.FEEDBACK: "满意|反馈|评价",
    Told.JOINT_HANDLER: "会办|协办|分办|配合|会同",
    Told.HANDLER: "主办|承办|办理|负责|牵头",
    Told.SECTOR: "界",
}
_ABOUT_ONE = re.compile("提案|议案|案由|号建议|[份件][^,。?]{0,16}建议|采纳|[主承会协]办|答复")
_CALLED = re.compile("关于什么|题目|标题|叫什么|什么(?:提案|议案|建议)")
_TURNED_DOWN = re.compile("[没未不]有?(?:予以?|被|获)?(?:采纳|答应|同意)")
_ADOPTED = re.compile("采纳|解决|落实")
_NTH = re.compile(r"第\s*([一二三四五六七八九十\d]+)\s*[条项点个]")
_WHICH = re.compile("哪[些几]?一?[件份个条]?[^?]{0,4}(?:提案|议案|建议)")
# What a question says of a 提案 besides what it is about.
_FILLER = re.compile(
    r"(?:提案|建议)人|提案|议案|建议|重点|关于|[那这][件份个条]?|第?[一二三四五六七八九十\d]+[条项点件份]"
    "|哪[些几]?[件份个条位]?|什么|为什么|为何|是否|有没有|全部|最后|单位|部门|委员|代表"
    "|[被由的了吗呢是有在对谁和与，,。？?！!“”《》 ]"
)
NAMED, ALSO = 0.5, 0.15  # of the pairs of characters of what it is about; more than the next


def of_motion(reader: Reader, question: Question) -> Found | None:
    """The title and the lines that say it; nothing where only others have such a line; None where
    no 提案 of a list is meant.
    """
    plain = question.plain
    every = reader.motions if _ABOUT_ONE.search(plain) else ()
    if not every:
        return None
    asked = _asked(plain)
    told, rest = next(iter(asked), None), _rest(plain)
    if told and _WHICH.search(plain) and (those := _with(reader, every, told, rest)):
        return as_listed(those, reader.index)
    motion = _meant(every, rest, plain)
    if motion is None:
        return None
    if told is None:
        return as_listed(_title(reader, motion), reader.index) if _CALLED.search(plain) else None
    wanted = {*asked, Told.REPLY} if told is Told.RESULT and _ADOPTED.search(plain) else {*asked}
    lines = [line for line in motion.lines if line.told in wanted]
    if not lines:
        return None if _may_tell(reader, motion, told) else Found()
    spans = [span for line in lines for span in _spans(reader, motion, line)]
    spans = _only(reader, spans, nth) if (nth := _nth(plain)) else spans
    if _TURNED_DOWN.search(plain) and not any(map(_TURNED_DOWN.search, map(reader.said, spans))):
        return Found()
    found = as_listed([*_title(reader, motion), *spans], reader.index)
    return replace(found, named=reader.people(motion.named)) if Told.MOVER in wanted else found


def with_line(reader: Reader, question: Question, found: Found) -> Found:
    """With the line that tells what is asked of the 提案 that the best sentence is of, where it is
    not named by its title: 垃圾车没人管那份提案谁写的.
    """
    if not (found.spans and _ABOUT_ONE.search(question.plain)):
        return found
    best, *others = found.spans
    wanted, path = _asked(question.plain), reader.document(best).path
    its = (one for one in reader.motions if one.document == path)
    own = (one for one in its if one.title[0] <= best.start < one.end)
    lines = ((one, line) for one in own for line in one.lines if line.told in wanted)
    told = (span for one, line in lines for span in _spans(reader, one, line))
    more = [span for span in told if not any(one.holds(span) for one in found.spans)]
    return replace(found, spans=(best, *more, *others))


def _asked(plain: str) -> list[Told]:
    """What is asked for, each by words of its own; 提案人对答复满意吗 asks for one thing."""
    asked: list[Told] = []
    for told, asks in _ASKS.items():
        if Told.FEEDBACK in asked or (asked and told is Told.REPLY):
            continue
        if asks.search(plain):
            plain = asks.sub("，", plain)
            asked.append(told)
    return asked


def _may_tell(reader: Reader, motion: Motion, told: Told) -> bool:
    """Whether what stands below the title may say it without a label, as a reply to one does."""
    if not motion.movers:
        return True
    text = reader.index.document(motion.document).text[motion.title[1] : motion.end]
    return told not in _TELLS or re.search(_TELLS[told], text) is not None


def _rest(plain: str) -> str:
    """What the question says besides what it asks."""
    for asks in (_NTH, *_ASKS.values()):
        plain = asks.sub("", plain)
    return _FILLER.sub("", plain)


def _meant(every: Sequence[Motion], rest: str, plain: str) -> Motion | None:
    """The one of that number, or called by more of the words than any other."""
    if asked := numbers_asked(plain):
        called = [one for one in every if asked & numbers_titled(one.named)]
        return called[0] if len(called) == 1 else None
    if not any(len(unit) == 2 for unit in terms(rest)):
        return None
    shares = [shared(one.named, rest) for one in every]
    best = max(shares)
    near = sum(share > best - ALSO for share in shares)
    return every[shares.index(best)] if best >= NAMED and near == 1 else None


def _with(reader: Reader, every: Sequence[Motion], told: Told, value: str) -> list[Span]:
    """省民政厅主办了哪件提案: the titles, and the line, of those whose line has it."""
    found: list[Span] = []
    for motion in every if value[1:] else ():
        text = reader.index.document(motion.document).text
        for line in motion.lines:
            if line.told is told and value in normalise(flat(text[line.start : line.end])):
                found += [*_title(reader, motion), *_spans(reader, motion, line)]
    return found


def _title(reader: Reader, motion: Motion) -> list[Span]:
    return reader.sentences_of(motion.document, *motion.title)


def _spans(reader: Reader, motion: Motion, line: Labelled) -> list[Span]:
    return reader.sentences_of(motion.document, line.start, line.end)


def _nth(plain: str) -> int:
    """Which of the numbered 建议 is meant; 0: not one of them."""
    found = _NTH.search(plain)
    return int(decimal(found[1]) or 0) if found else 0


def _only(reader: Reader, spans: Sequence[Span], nth: int) -> list[Span]:
    """What is said of the n-th: from where it is named to where another is; else the n-th item."""
    texts = list(map(reader.said, spans))
    named = [_nth(text) for text in texts]
    if nth in named:
        begin = named.index(nth)
        after = (at for at in range(begin + 1, len(named)) if named[at])
        return list(spans[begin : next(after, len(named))])
    items = [at for at, text in enumerate(texts) if ITEM.match(text)]
    if 0 < nth <= len(items):
        return list(spans[items[nth - 1] : [*items, len(spans)][nth]])
    return list(spans)
