"""A document as a whole: how it is divided, what it is about."""

from __future__ import annotations

import re

from assistant.answers.about import CALLED, named_document
from assistant.answers.found import Found, as_written
from assistant.query.question import Question, adds, half_told
from assistant.query.smalltalk import ASKS
from assistant.sentences.quotes import Span
from assistant.sentences.reader import Reader
from corpus import Document, tidy
from corpus.lines import is_ended
from index.matching import normalise

LEAD_CHARS = 250  # at least, of a document without headings: what it begins with

_PARTS = re.compile(
    r"(?:文章|报告|文件|正文|全文|[这那][份篇]|材料|文中|白皮书|方案|规划)[^，。？]{0,12}?"
    r"(?:[分有包](?:为|成|含|括)?(?:哪|几|多少)[几些个两三四五六七八九十]*(?:大|主要)?(?:部分|板?块|[章节篇])"
    r"|[大小级]标题|章节标题|目录|提纲)"
    r"|(?:文章|报告|文件|全文|材料|白皮书|方案|规划)(?:的|是|总体|整体|基本)*(?:结构|框架)"
)
# Behind what the document is called: 主要讲了什么, 的核心内容是什么, or nothing: 总结一下报告.
_GIST = re.compile(
    "(?:里面?|中|都|主要|大致|大概|到底|究竟|具体|总体|核心|重点|基本|的|是|在)*"
    "(?:(?:[讲说谈写]|介绍|反映|涉及|包[括含]|关于)(?:了|的是|的)?(?:些|(?:一?些)?(?:哪[些几]?个?|什么|啥))"
    "(?:方面|内容|问题|事情?|主题|东西)?"
    "|(?:内容|观点|意思|要点|概要|大意|梗概|摘要|中心思想|主题)(?:是|有|包括)?(?:什么|哪些)?|)"
    "[呢啊呀？?]*$"
)
_PAPER = f"[这那本该](?:一?[份篇个])?|全[文篇]|整[份篇个]|材料|稿|{CALLED}|[《》]"
_NAMING = re.compile(f"{_PAPER}|的")
_SAYS = re.compile("[讲说谈写]|介绍|反映")
_ASKS = re.compile(f"{ASKS}|[吗何咋啥]")


def outline(reader: Reader, question: Question) -> Found | None:
    """The headings of its sections, where it is asked how a document is divided or what it is
    about; what it begins with, where it has none. Nothing where it is not said of which.
    """
    asks_parts = _PARTS.search(question.text)
    if not (asks_parts or _gist(question.text)) and _ASKS.search(question.text):
        return None  # before all titles are looked through
    document = named_document(reader.documents, question.text)
    if document is None:
        return Found() if asks_gist(question.text) else None
    if not (asks_parts or _is_whole(document, question.text)):
        return None
    spans = _headings(reader, document) or ([] if asks_parts else _lead(reader, document))
    return as_written(spans, reader.index) if spans else None


def asks_gist(text: str) -> bool:
    """Whether it is asked what a document says as a whole, and not said of which: 报告讲了什么."""
    return bool(_gist(text)) and not _NAMING.sub("", _GIST.sub("", text))


def _gist(text: str) -> str:
    """The words at its end that ask what a document says; empty where none do."""
    told = _GIST.search(text)
    return told.group().strip("？?") if told else ""


def _is_whole(document: Document, text: str) -> bool:
    """Whether all that the question names is the document, as 报告 or by most of its title."""
    name, title = normalise(_GIST.sub("", text)), normalise(document.title)
    own = normalise(f"{document.title} {document.organisation} {document.author}")
    says = _SAYS.search(_gist(text)) or title.endswith(name)
    is_named = re.search(_PAPER, name) or (half_told(title, name) and says)
    return bool(is_named) and not adds(_NAMING.sub("", name), own + _NAMING.sub("", own))


def _headings(reader: Reader, document: Document) -> list[Span]:
    """The headings of the first level that has several."""
    sections = [section.split(" > ") for section, _ in reader.index.outline(document)]
    levels = (
        {names[level] for names in sections if len(names) > level}
        for level in range(max(map(len, sections), default=0))
    )
    headings = next((names for names in levels if len(names) > 1), set())
    return [
        span
        for span in reader.sentences_of(document.path, 0, len(document.text))
        if tidy(reader.said(span)).strip("#* ") in headings
    ]


def _lead(reader: Reader, document: Document) -> list[Span]:
    """The first sentences of the document, below the title."""
    told: list[Span] = []
    for span in reader.sentences_of(document.path, 0, len(document.text)):
        if sum(one.end - one.start for one in told) >= LEAD_CHARS:
            break
        if is_ended(reader.said(span).rstrip()):
            told.append(span)
    return told
