"""What a document itself recommends: the section of a report that is headed so, item by item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.about import named_document
from assistant.choose import LIST_CHARS
from assistant.found import AS_WRITTEN, Found
from assistant.question import Question
from assistant.quotes import Span, joined
from assistant.reader import Reader
from corpus import Document

# 研究院开了哪几条药方, 报告提出了什么对策; not 哪些代表对报告提了建议.
_ASKS = re.compile(
    r"(?P<who>[院所会组]|智库|报告|专报|简报|文章|这篇|作者|笔者|机构|编者)(?:自己|本身|最后|里|中)*"
    r"(?:针对|对于?|就|为|给)?[^，。？谁]{0,14}"
    r"(?:提|开|给|支|出|有|的)[^，。？谁]{0,6}?(?:哪|什么|几)?[^，。？谁]{0,4}"
    r"(?:建议|对策|药方|方子|招|主张|举措|解法)"
)
_ALL = re.compile("哪|什么|几[条项个点]|全")
_HEADING = re.compile(
    r"(?:[一二三四五六七八九十\d]+[、.．]|第[一二三四五六七八九十]+[章节部]分?|（[一二三四五六七八九十]+）)?\s*"
    r"(?:我们|本院|课题组|本会|协会|几点|若干|主要|有关|相关|对策|政策|工作|措施|的|与|和|及|及其)*"
    r"(?:建议|对策)"
)
SHORT = 16  # characters; 保险先行。 is the head of an item, what follows says it


def recommended(reader: Reader, question: Question) -> Found | None:
    """The items of the section of recommendations of the document that is named."""
    if not _ASKS.search(question.text) or not _ALL.search(question.text):
        return None
    document = named_document(reader.documents, question.text)
    spans = list(_items(reader, document)) if document else []
    return Found(tuple(joined(spans, reader.index)), AS_WRITTEN) if spans else None


def _items(reader: Reader, document: Document) -> Iterator[Span]:
    """The beginning of each paragraph below the heading, as far as they are not too long."""
    end, length, begun = -1, 0, False
    for span in reader.sentences_of(document.path, 0, len(document.text)):
        above = [part.strip("# ") for part in reader.section(span).split(" > ")]
        said = document.text[span.start : span.end].strip("# \n")
        if not any(map(_HEADING.fullmatch, above)) or said in above:
            continue
        opens = end < 0 or "\n" in document.text[end : span.start]
        end = span.end
        if opens or begun:
            length += span.end - span.start
            if length > LIST_CHARS:
                return
            yield span
        begun = opens and span.end - span.start < SHORT
