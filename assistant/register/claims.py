"""What one sentence has somebody propose, with a verb of proposing or without one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.register import norms
from assistant.register.attention import Focus, Mention, Named
from assistant.register.contents import behind_facts
from assistant.register.lines import Line, Part, Span
from assistant.register.lists import ENUMERATOR, past, past_links, trimmed
from assistant.register.numerals import HAN
from assistant.register.speakers import FALLS_SILENT, SAID
from assistant.register.speech import before_comment


@dataclass(frozen=True, slots=True)
class Claim:
    """One row to be: in `line`, `names` propose `start:end`; `mention` is where they are named."""

    line: Line
    names: tuple[str, ...]
    mention: Span
    mention_line: Line
    start: int
    end: int
    confidence: float
    topic: Part | None = None  # known already, from the layout


_LEAST_ASKED, _LEAST_PLAIN = 4, 6  # characters of a measure; without a verb that asks for it
_LEAST_SAID = 10  # where nothing but 应 or 要 makes it one: 这事要抓紧 is none
# 我建议, 请, 我看
_I_ASK = re.compile(
    "—*(?:(?:就|只)?一句话[—，：]+|我(?:看|觉得|倾向于?)(?:可以(?=把))?(?=[^，。；：]{4})|(?:但|所以|因此)?我?们?(?:"
    "还|也|又)?(?:(?:建议|希望|呼吁|恳?请(?!您))(?=[^，。；：的]{3}))|还有，)?"
)


def by_sentence(claim: Claim) -> Iterator[Claim]:
    """“建议设立……。支持……。”: of a quotation of several sentences each that asks for something."""
    text = claim.line.text
    said = text[claim.start : claim.end + text.startswith("？", claim.end)]
    first, *more = re.finditer("[^。！？]+(?:[。！？][”’）》]*|$)", said)
    yield replace(claim, end=trimmed(text, claim.start, claim.start + first.end())[1])
    for sentence in more:
        start, stop = claim.start + sentence.start(), claim.start + sentence.end()
        if not norms.is_imperative(text[start:stop]):
            asked = start + norms.goes_on(text[start:stop])
            start = asked if asked < stop else norms.normative_clause(text[:stop], start)
        start, stop = trimmed(text, past(_I_ASK, text, start), stop)
        if stop - start >= _LEAST_SAID and not re.match("让", text[start:stop]):
            yield replace(claim, start=start, end=stop)


def by_measure(claim: Claim) -> Iterator[Claim]:
    """Each measure of ……；……, 一是……，二是…… and ……，同时……, without what sets it off.

    Of “……，”他说，“……”, too.

    What is none, 每亩60元, a fact, a reason, stays with the one before it.
    """
    text = claim.line.text
    marks = [
        mark
        for mark in _SETS_OFF.finditer(text, claim.start, claim.end)
        if not _is_inside(text[claim.start : mark.start()])
    ]
    ends = [*(mark.start() for mark in marks), claim.end]
    spans = [_measure(text, claim.start, ends[0])]
    for mark, end in zip(marks, ends[1:], strict=True):
        span = _measure(text, mark.end(), end)
        before, words = text[slice(*spans[-1])], text[slice(*span)]
        if mark.lastgroup == "first" and not norms.wants(before[past_links(before) :]):
            spans[-1] = span  # 为了……，我们认为，一要……
        elif all(_is_measure(one, mark.lastgroup) for one in (before, words)):
            spans.append(span)
        else:
            spans[-1] = spans[-1][0], span[1]
    for start, end in spans:
        yield replace(claim, start=start, end=end) if marks else claim


_SETS_OFF = re.compile(
    "(?:[，；：、]|(?=[②-⑩]))(?:(?P<first>(?=（?一(?:[是要]|）|、(?![二两]))|第一[，是](?!第)|其一|首先，))|"
    "(?P<next>(?=（?[二三四五六七八九十](?:[是要]|）|(?<=；.)、)|另?一[条点件]是|"
    "第[二三四五六七八九十][，是](?!第)|其[二三四五]|（?\\d{1,2}(?:）|[.、](?!\\d))|[②-⑩])))|；|"
    "(?<=》)[、和与]?(?=《)|"
    "，?”[^，。；：“”]{1,8}说，“|，(?:并?同时|另外，|此外，|并(?:且|再)?(?=建议|呼吁|请(?:国家|有关|"
    "[一-鿿]{1,6}[局厅委部]))|还(?=应|要|需(?!要?(?:说明|指出|[一二两三四五六七八九十\\d]+个?[年月天日元万]))))"
)
_HEAD = re.compile(
    f"(?:{ENUMERATOR.pattern}|[一二三四五六七八九十]要|"
    "(?:另?一[条点件]是|并|同时|另外?|此外|还|(?:再|还有)一[条点件])，?)*(?:(?:[^，；：]+，)*?我?建议(?![的、]))?"
)


def _measure(text: str, start: int, end: int) -> Span:
    """Without 二是, 同时，, 某页“……”，建议."""
    return trimmed(text, past(_I_ASK, text, past(_HEAD, text, start, end)), end)


def _is_measure(words: str, mark: str | None) -> bool:
    """Whether it could be carried out by itself, or, be it 三是补贴到户, is counted."""
    asks = norms.normative_clause(words, 0) < len(words) or norms.is_imperative(f"{words}。")
    if mark is None and not asks and _DETAILS.match(words):
        return False
    first = words.partition("，")[0]
    plain = mark == "next" or (len(first) >= _LEAST_PLAIN and norms.is_plain(f"{first}。"))
    return (asks and len(words) >= _LEAST_ASKED) or (plain and not norms.states(words))


# 延长运营时间；周末延至次日1时: of what
_DETAILS = re.compile(
    "(?![对把将由给在从以按变改]|[实推]行)[^，。；]{1,6}?"
    "(?:按(?!照|规定|要求|[^，。；]*(?:核定|确定|发放|拨付))|延至|(?<![改变调])为|仍|不变)"
)


def _is_inside(words: str) -> bool:
    """Whether a quotation or a bracket is open behind them."""
    return any(words.count(a) > words.count(b) for a, b in ("“”", "‘’", "（）", "《》"))


def quoted(
    line: Line, rows: Sequence[Claim], before: tuple[Mention, Line] | None
) -> Iterator[Claim]:
    """“要……。……”张三建议，……: what the quotation before the name asks for.

    `before`: who was spoken of, whose it is where another goes on, “……”李四则建议…….
    """
    quotation = re.match("“?(?P<said>[^“”]{10,})”", line.text)
    if not rows or not quotation or rows[0].mention_line is not line:
        return
    first, text = rows[0], line.text[: quotation.end("said")]
    if before and re.match("(?:代表|委员)?则", line.text[first.mention[1] :]):
        one, at = before
        first = replace(first, names=one.names, mention=(one.start, one.end), mention_line=at)
    sentences = list(re.finditer("[^。！？]+", text))
    for sentence in sentences:
        begin, stop = max(sentence.start(), quotation.start("said")), sentence.end()
        more = begin + norms.goes_on(text[begin:stop])
        asked = more < stop
        if not asked and len(sentences) == 1:
            return  # “市场不能只有大制作。”: a motto
        start = more if asked else norms.normative_clause(text[:stop], begin)
        start, stop = trimmed(line.text, past(_I_ASK, text, start), stop)
        sure = 0.8 if asked else 0.65
        if stop - start >= _LEAST_SAID:
            yield replace(first, start=start, end=stop, confidence=sure)


def claimed(
    line: Line, mention: Mention | None, focus: Focus, start: int, end: int, sure: float
) -> Iterator[Claim]:
    """The row, if anybody is there to claim it."""
    about = (focus.title, 0, len(focus.title.text)) if focus.title else None
    by = (mention, line) if mention is not None else focus.who
    if by is not None and re.search("[一-鿿]", line.text[start:end]):  # no rule of dashes
        one, at = by
        yield Claim(line, one.names, (one.start, one.end), at, start, end, sure, about)


def unannounced(
    line: Line, begin: int, named: Named, focus: Focus, number: int, reported: bool
) -> Iterator[Claim]:
    """Items of an announced list, what follows 张三（…）：, what a speaker says ought to be.

    `reported`: whether another says it, 业内人士认为，应当…….
    """
    entitled = line.text.startswith(("关于", "《"), begin)
    if focus.who is None or focus.musing or (line.heading and (entitled or not focus.listing)):
        return
    text = line.text
    opening, end = begin or int(text.startswith("“")), len(_without_tail(text))
    here = [one for one in named if opening <= one.start < end]
    own = all(one.pronoun for one in here)
    # not 村里要给他们修路, of those who get it
    told = any(one.pronoun and not _GETS.search(text, 0, one.end) for one in here)
    rest, opened = text[opening:], begin or (focus.listing and own)
    if opened and _is_advice(rest):
        start, sure = opening, 0.8
    elif own:
        start, sure = _item(line, opening, focus, number) or (
            _ought(line, (opening, end), focus, number, (told, told or reported))
        )
        whole = begin or start == len(text)
        if whole and opened and norms.is_plain(rest) and norms.sets_terms(rest):
            start = opening  # 张三：培训名额由五百个增加到一千个。
    else:
        return
    start = past(_I_ASK, text, start)
    end = before_comment(text, start, end)
    if start + _LEAST <= end:
        yield from claimed(line, None, focus, start, end, sure)


def _item(line: Line, opening: int, focus: Focus, number: int) -> tuple[int, float] | None:
    """Where an item of a list begins of what is proposed, and how sure that is."""
    text, first = line.text, past(_POINTS, line.text, opening)
    numbered = ENUMERATOR.match(text, first)
    lists = focus.listing or number - focus.proposed_line <= 1
    words = text[numbered.end() :] if numbered else ""
    asks = norms.wants(words) or norms.sets_terms(words) or _REMEDY.search(words)
    fact = numbered and (line.indent <= focus.told_apart or first > opening) and not asks
    if focus.troubles or _REMARK.match(text) or fact:
        return None
    if numbered and (lists or (number <= focus.spoken_to_line and asks)):
        place = past(ENUMERATOR, text, numbered.end())  # - 建议一：……
        asked = behind_facts((line, place, len(text)))[1]  # not ……只有四条，请求再增三条
        return (asked if asked + _LEAST_SAID < len(text) else place), 0.8
    begun = focus.listing and focus.item_paragraph == line.paragraph
    return (opening, 0.65) if begun and norms.is_plain(text) else None


_REMEDY = re.compile("→[^→\\d]{6,}$")  # - 孩子没人接 → 园区办托管; not → 差40天
# 全文两页，三条建议：第一，……
_POINTS = re.compile(
    f"[^。；：“”我他她]*?[{HAN}几两][条点项](?:具体)?(?:建议|意见)：(?=第?一[，是、]|（一）|1)"
)
# - 判断：……, - 厂里去年……, - 举了例子, - 老李插了一句：…… in notes: what he thinks, what another
# says, and no item of what he asks for
_REMARK = re.compile(
    f"{ENUMERATOR.pattern}(?:第[\\d{HAN}]+号(?:提案|建议|议案)(?!建议)|"
    "[^，。；：“]{0,6}(?:判断|吐槽|抱怨|金句|原话|数据?|背景|现状|插话|追问|花絮)：|"
    "[老小][一-鿿][^，。；：“]{0,4}：|不?赞[成同][^，。；：]{1,8}，但|不(?:赞[成同]|同意|支持)|"
    "(?!建议)[^，。；：“]{2,14}：“[^”]*？|[^，。；：“]{0,6}[去前]年(?!的)|(?![一-鿿]{0,3}[为除])(?!.*(?:[由应可]|"
    "纳入|优先|自动|设立|建设|发放|开通|实行))(?:[一-鿿]{1,4}了(?!解)|没(?!收)|[怕缺愁]|[未没]提)|"
    "[^，。；：]{1,8}[讲说](?:话)?，|(?:[一-鿿]：)?[^，。；：]*(?:没(?:有|[听看]清)|平均[^，。；：一-鿿]*\\d)|"
    "(?:提案|建议|工作)[一-鿿]{0,4}(?:情况|成效)$)"
)


def _ought(
    line: Line, within: Span, focus: Focus, number: int, told: tuple[bool, bool]
) -> tuple[int, float]:
    """Where the words begin that say what ought to be, and how sure they are his.

    `told`: whether it is told of somebody; whether of him or by others.
    """
    text, (opening, end) = line.text, within
    if focus.troubles and not norms.is_imperative(text):
        return len(text), 0.0
    said, more = number - focus.said_line, opening + norms.goes_on(text[opening:])
    recent = min(said, number - focus.proposed_line) <= 1  # 他说，……。应该……。
    if recent and more < end and (norms.is_imperative(text) or end > _LEAST_SAID):
        return more, 0.7
    labelled = focus.voice_paragraph == line.paragraph and number - focus.proposed_line == 1
    # 张三：设立……。对……建立……。
    if labelled and norms.is_plain(text) and norms.is_imperative(text):
        return opening, 0.65
    start = norms.normative_clause(text, opening)
    banned = text.find("不得", start)
    if start + _LEAST_SAID > end and banned >= 0 and _OUGHT.match(text, banned):
        start = opening  # 抽检不合格，三年内不得再入场
    if number <= focus.spoken_to_line and not told[0]:
        asks = norms.is_imperative(text[past(_OUGHT_TO, text, start) :])
        return start if start + _LEAST_SAID <= end or asks else len(text), 0.65
    near = focus.who is not None and focus.who[1].paragraph == line.paragraph
    his = near and said <= _TOLD and not told[1] and _OUGHT.search(text) is not None
    return start if his else len(text), 0.6


_GETS = re.compile("[给为替帮让对把向][他她]们?$")


def _is_advice(text: str) -> bool:
    """加快……。 asks for something; 让借书像串门一样方便 without a full stop is a headline."""
    if re.search("[问说讲答](?:我们?|[他她])?：“", text):
        return False  # 在某村，一个孩子问我：“……
    return norms.is_imperative(text) and not (
        text[-1:] not in "。；”" and re.match("让|别|以|从|为", text)
    )


_OUGHT_TO = re.compile("要|应[当该]?|该")  # 要降低学费 asks, 要防在前头 does not
_OUGHT = re.compile("应当|应由|必须|不得")  # 他认为，……。某处应当……。
_TOLD = 3  # sentences of facts between what somebody says and what ought to be
_LEAST = 5  # characters of a proposal: 对。 is an answer


def _without_tail(text: str) -> str:
    """Without closing marks, and without ”张三说 behind a quotation."""
    close = text.rfind("”")
    tail = text[close + 1 :]
    if close > 0 and re.search(f"^(?:{FALLS_SILENT})|(?:{SAID})[。，]?$", tail):
        text = text[:close]
    return text[: trimmed(text, 0, len(text))[1]]
