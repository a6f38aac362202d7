"""The sentences chosen, made whole: lists, replies and reasons are not cut off."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import partial
from itertools import takewhile

from assistant.query.question import ASKS_WHO_ASKED, Kind, Question
from assistant.register.numerals import HAN as NUMERALS
from assistant.sentences.choose import FACT_CHARS, LIST_CHARS, Ranked, choose
from assistant.sentences.enumerated import (
    ITEM,
    OPENS,
    announced,
    goes_on,
    headed,
    is_item,
    paragraph,
    replied,
)
from assistant.sentences.heads import Head
from assistant.sentences.quotes import Span
from assistant.sentences.reader import Reader
from assistant.sentences.signs import REASON
from corpus.lines import is_table_row
from index import Index

_POINTS_BACK = re.compile(r"\W*(?:这|此|因此|所以|为此|正因|由此|于是|据此)")
_TAKES_SIDE = re.compile("反对|不(?:赞[成同]|同意|主张)|支持|赞成|主张")
_ASKS_PROPOSAL = re.compile("建议|主意|办法|点子|[高妙]招|提议|主张")
_PROPOSES = re.compile("建议|提议|主张|应当?|希望|可以|(?<![主需重首])要(?!求)")
_GIVES_REASON = re.compile(
    rf"{REASON.pattern}|^\W*“|否则|不然|毕竟|(?<![恐哪])怕|会[引导招造带让]|[就只]会|容易|意味着"
)
_LISTS_REASONS = re.compile("(?:原因|理由)(?:主要)?[是有]?[两二三四五]?[个条点]?[：:，]一是")
_FIGURE = re.compile(
    "\\d|[一二三四五六七八九十百千万亿两〇０-９]{2}|[一二三四五六七八九十两几]成|分之"
)
# 年末达到……, 其中……: of what the sentence before is on
_GOES_ON_WITH_FIGURE = re.compile(
    f"(?:截?[至到])?(?:[〇零{NUMERALS}\\d]{{2,4}}年|[上去今当全]年)?[年末底]*(?:已|共|总共|约)*"
    f"(?:达到?|[为是有]|其中|比|增[加长]|提高|下降|减少)[^，。；]*[\\d{NUMERALS}]"
)
_BARE_SIDE = 36  # characters; 总工程师某某：主张甲方案。 has its reason behind it
NEAR = 4  # sentences


def completed(reader: Reader, question: Question, ranked: Ranked) -> dict[int, float]:
    """Sentence rows to quote with their scores, the best first."""
    rows = ranked.evidence.rows
    chosen: dict[int, float] = {}
    for at in choose(ranked, question):
        for row in _reply(reader, question, ranked, int(rows[at])):
            chosen.setdefault(row, float(ranked.scores[at]))
    chosen = _with_whole_list(reader, question, chosen)
    chosen = _with_paragraph(reader, chosen)
    chosen = _with_figure(reader, question, chosen)
    chosen = _with_reason(reader, question, chosen)
    chosen = _with_proposal(reader, question, chosen)
    return _with_their_text(reader, chosen)


def _reply(reader: Reader, question: Question, ranked: Ranked, row: int) -> list[int]:
    """The row; where it is a question that the document asks, 记者：为什么？, what is said to it:
    all, its first paragraph, or the likest sentence, as is wanted and not too long.
    """
    said = replied(reader.index, row)
    if not said or ASKS_WHO_ASKED.search(question.plain):
        return [row]
    if _has_parts(question):
        if announced(reader.index, said[0]):
            return said[:1]  # the items come with it
        most = LIST_CHARS if question.wants_list else FACT_CHARS
        for rows in (said, paragraph(reader.index, said)):
            if _chars(reader, rows) <= most:
                return rows
    by_rank = map(int, ranked.evidence.rows[ranked.order])
    return [next((one for one in by_rank if one in said), said[0])]


def _has_parts(question: Question) -> bool:
    """Whether the answer may well be a list."""
    return question.wants_list or question.kind in (Kind.REASON, Kind.MEASURE)


def _chars(reader: Reader, rows: Collection[int]) -> int:
    return sum(one.end - one.start for one in map(reader.sentence_span, rows))


def _with_whole_list(
    reader: Reader, question: Question, chosen: dict[int, float]
) -> dict[int, float]:
    """With the rest of the list that the best sentence announces: 原因有三条 is no answer.

    Where a list is asked for, also of one that it is an item of, or that a heading announces.
    """
    best, index = next(iter(chosen)), reader.index
    opening = [row for row in chosen if OPENS.search(index.sentence(row))]
    if not (_has_parts(question) or best in opening):
        return chosen
    heads = [best]
    if question.wants_list:
        heads += [row for row in chosen if index.is_heading(row) or row in opening]
    found = next(filter(None, (announced(index, row) for row in heads)), [])
    if _chars(reader, {best, *found}) > LIST_CHARS:  # of each item its first sentence
        found = [row for row in found if row == found[0] or is_item(index, row)]
    too_long = _chars(reader, {best, *found}) > LIST_CHARS
    if not found or too_long or not (question.wants_list or found[0] == best):
        return chosen
    if not question.wants_list:
        return dict.fromkeys([best, *found], chosen[best])
    return chosen | {row: chosen[best] for row in found if row not in chosen}


def _with_paragraph(reader: Reader, chosen: dict[int, float]) -> dict[int, float]:
    """With the sentences that the best one only heads, as many as are not too long; or, where what
    heads its paragraph is chosen, too, with what stands between.
    """
    best = head = next(iter(chosen))
    while goes_on(reader.index, head):
        head -= 1
    below = headed(reader.index, head if head in chosen else best)
    if best != head and best in below and _chars(reader, {*range(head, best + 1)}) <= FACT_CHARS:
        return dict.fromkeys(range(head, best + 1), chosen[best]) | chosen
    whole = {best: chosen[best]}
    for row in below:
        if _chars(reader, {*whole, row}) <= FACT_CHARS:
            whole[row] = chosen[best]
    return whole | chosen


def _with_figure(reader: Reader, question: Question, chosen: dict[int, float]) -> dict[int, float]:
    """Asked how much, also with the next sentence, where the best has no figure and that goes on
    with one: 储蓄大幅度增加。年末达到…….
    """
    best, index = next(iter(chosen)), reader.index
    below = best + 1
    if question.kind is not Kind.NUMBER or not goes_on(index, below):
        return chosen
    said, more = (ITEM.sub("", index.sentence(row), count=1) for row in (best, below))
    if _FIGURE.search(said) or not _GOES_ON_WITH_FIGURE.match(more.strip()):
        return chosen
    return {best: chosen[best], below: chosen[best]} | chosen


def _with_reason(reader: Reader, question: Question, chosen: dict[int, float]) -> dict[int, float]:
    """Asked why, also with the sentence before or behind that tells it, where the best, or another
    that takes a side, points there or tells none: 这也是……的原因; 她反对考核数量。“就会有人凑数。”
    """
    if question.kind is not Kind.REASON:
        return chosen
    best = next(iter(chosen))
    listed = _listed_reasons(reader.index, best) if question.wants_list else best
    whole = {listed: chosen[best]} if listed != best else dict[int, float]()
    for at, (row, score) in enumerate(chosen.items()):
        whole.setdefault(row, score)
        if at == 0 or _TAKES_SIDE.search(reader.index.sentence(row)):
            whole.setdefault(_reason_beside(reader.index, row), score)
    return whole


def _listed_reasons(index: Index, row: int) -> int:
    """Of the few sentences below it, before the next heading, the one that lists the reasons,
    原因有三：一是……; the same one if none does.
    """
    near = range(row + 1, row + 1 + NEAR)
    below = takewhile(lambda at: index.follows(at) and not index.is_heading(at), near)
    return next((at for at in below if _LISTS_REASONS.search(index.sentence(at))), row)


def _reason_beside(index: Index, row: int) -> int:
    """The row of the sentence before or behind that tells why; the same one if none does."""
    said = index.sentence(row)
    if _POINTS_BACK.match(said):
        return row - 1 if goes_on(index, row) else row
    if REASON.search(said) or not goes_on(index, row + 1):
        return row
    if _TAKES_SIDE.search(said) and len(said) <= _BARE_SIDE:
        return row + 1
    below = takewhile(partial(goes_on, index), (row + 1, row + 2))
    return next((at for at in below if _GIVES_REASON.search(index.sentence(at))), row)


def _with_proposal(
    reader: Reader, question: Question, chosen: dict[int, float]
) -> dict[int, float]:
    """Asked what somebody proposes, also with the sentence of the paragraph that does, where the
    best only leads to it: 我更担心没有电梯的老人。…建议先配爬楼机。
    """
    best, index = next(iter(chosen)), reader.index
    if not _ASKS_PROPOSAL.search(question.text) or _PROPOSES.search(index.sentence(best)):
        return chosen
    asked = {person.name for person in reader.people(question.text)}
    row = best + 1
    while goes_on(index, row):
        said = index.sentence(row)
        named = {person.name for person in reader.people(said)}
        if asked and named and not asked & named:  # what they propose is no answer
            break
        if _PROPOSES.search(said):
            return {best: chosen[best], row: chosen[best]} | chosen
        row += 1
    return chosen


def _with_their_text(reader: Reader, chosen: Mapping[int, float]) -> dict[int, float]:
    """Without the headings of sections of which nothing is quoted, but for the best sentence, and
    those that it announces.
    """
    best, index = next(iter(chosen)), reader.index
    announces = announced(index, best)
    bare = {
        row
        for row in chosen
        if index.is_heading(row)
        and not is_table_row(index.sentence(row))
        and row not in (best, *announces)
        and row + 1 not in chosen
        # the lines at the head of a document stand in no section
        and reader.section(reader.sentence_span(row))
    }
    return {row: score for row, score in chosen.items() if row not in bare}


def with_heads(
    reader: Reader, chosen: Mapping[int, float], heads: Mapping[int, Head], *, every_row: bool
) -> list[Span]:
    """The whole sentences; behind the first row of a table its head. Of further rows chosen of it
    only where `every_row`.
    """
    rows: dict[int, float] = {}
    for row, score in chosen.items():
        head = heads.get(row, ())
        if every_row or not any(one in rows for one in head):
            for part in reader.parts(row):
                rows.setdefault(part, score)
        for one in head:
            rows.setdefault(one, score)
    return [reader.sentence_span(row, score) for row, score in rows.items()]
