"""What a document itself says below a heading: its recommendations, the problems it finds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answers.about import named_document
from assistant.answers.found import Found, as_written
from assistant.query.question import Kind, Question, adds, words
from assistant.sentences.choose import LIST_CHARS
from assistant.sentences.enumerated import ITEM
from assistant.sentences.quotes import Span
from assistant.sentences.reader import Reader
from corpus import Document
from index.matching import normalise

_ALL = re.compile("哪|什么|几[条项个点]|全")
_NUMBER = (
    r"(?:[一二三四五六七八九十\d]+[、.．]|第[一二三四五六七八九十]+[章节部]分?"
    r"|（[一二三四五六七八九十]+）)?\s*"
)
_TROUBLES = "(?:问题|困难|短板|瓶颈|挑战|难题)"
# What asks for it, what it is headed, and whether it is asked of a subject and not of an author.
_KINDS = (
    # 研究院开了哪几条药方, 报告提出了什么对策; not 哪些代表对报告提了建议, nor 法院.
    (
        re.compile(
            r"(?:(?:研究|科学?|设计|规划|[本我该])[院所]|[本该题目写查稿研草家察导作]组|智库|"
            r"(?:[协学商本总]|联合|委员|研究)会"
            r"|报告|专报|简报|文章|这篇|作者|笔者|机构|编者)(?:自己|本身|最后|里|中)*"
            r"(?:针对|对于?|就|为|给)?[^，。？谁]{0,14}"
            r"(?:提|开|给|支|出|有|的)[^，。？谁]{0,6}?(?:哪|什么|几)?[^，。？谁]{0,4}"
            r"(?:建议|对策|药方|方子|招|主张|举措|解法)"
        ),
        re.compile(
            rf"{_NUMBER}(?:我们|本院|课题组|本会|协会|几点|若干|主要|有关|相关|对策|政策|工作|措施|的|与|和|及|及其)*"
            "(?:建议|对策)"
        ),
        False,
    ),
    (
        re.compile(
            rf"(?:存在|面临|遇到|还?有|暴露)了?(?:着|出)?[^，。？谁]{{0,8}}{_TROUBLES}"
            rf"|{_TROUBLES}(?:都|主要)?(?:有|是|包括)(?:哪|什么)"
        ),
        re.compile(
            rf"{_NUMBER}(?:当前|目前|仍?存在|面临|主要|突出|的|与|和|及)*"
            rf"{_TROUBLES}(?:[和与、](?:问题|困难|不足|挑战))?"
        ),
        True,
    ),
    (
        re.compile(
            "(?:接下来|下一?步|下一?阶段|今后)(?:将|要|会|准备|打算|计划|还|的|主要|重点)*"
            "(?:做|干|抓|推进|开展|工作|打算|安排)"
        ),
        re.compile(
            rf"{_NUMBER}(?:关于)?(?:下一?步|下一?阶段|今后)(?:的|主要|重点|我们)*"
            "(?:工作|打算|计划|措施|安排|思路|举措)(?:打算|安排|计划|思路|措施|举措)?"
        ),
        False,
    ),
)
# What a question about a whole document says besides its name.
_FILLER = re.compile(
    "报告|专报|简报|文章|[指提]出|认为|发展|产业|行业|工作|当前|目前|主要|突出|里|中|在|的|都|了|和|与|及"
    "|哪些?|什么|几[个条]|[，,。？?！! ]"
)
_OTHERS = re.compile("(?:代表|委员(?!会)|各界|人士)们?[都还也又]*(?:[提开给有的对就]|支招)")
SHORT = 16  # characters; 保险先行。 is the head of an item, what follows says it


def headed(reader: Reader, question: Question) -> Found | None:
    """The items of the section, of the document that is named, which is headed as what is asked."""
    for asks, heading, on_subject in _KINDS:
        asked = asks.search(question.text)
        if asked is None or not _ALL.search(question.text) or _OTHERS.search(question.text):
            continue
        if question.kind is Kind.PERSON:  # 替协会提建议的是哪位委员
            continue
        rest = asks.sub("", question.text)
        document = named_document(reader.documents, question.text)
        if document is None and on_subject:
            document = _entitled(reader.documents, rest)
        if document is None or (on_subject and not _is_on_all(document, rest)):
            continue
        if spans := list(_items(reader, document, heading)):
            return as_written(spans, reader.index)
    return None


def _entitled(documents: Sequence[Document], rest: str) -> Document | None:
    """The only document that is about all that the question names."""
    if not words(normalise(_FILLER.sub("", rest))):
        return None
    about = [document for document in documents if _is_on_all(document, rest)]
    return about[0] if len(about) == 1 else None


def _is_on_all(document: Document, rest: str) -> bool:
    """Whether the question asks for nothing narrower than what the document is about."""
    rest, title = normalise(_FILLER.sub("", rest)), normalise(document.title)
    return not adds(rest, title)


def _items(reader: Reader, document: Document, heading: re.Pattern[str]) -> Iterator[Span]:
    """The beginning of each paragraph below the heading, while they are not too long; where the
    first is numbered, of each that is: below the last of a letter it is signed.
    """
    end, length, begun, numbered = -1, 0, False, False
    for span in reader.sentences_of(document.path, 0, len(document.text)):
        above = [part.strip("# ") for part in reader.section(span).split(" > ")]
        text = reader.said(span)
        said = text.strip("# \n")
        if not any(map(heading.fullmatch, above)) or said in above:
            continue
        is_item = bool(ITEM.match(text))
        numbered = is_item if end < 0 else numbered
        is_apart = end < 0 or "\n" in document.text[end : span.start]
        opens = is_item or (is_apart and not numbered)
        end = span.end
        if opens or (begun and not (is_apart and numbered)):
            length += span.end - span.start
            if length > LIST_CHARS:
                return
            yield span
        begun = opens and span.end - span.start < SHORT
