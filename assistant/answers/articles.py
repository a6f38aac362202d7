"""What an article of a law or a contract says, by its number: 办法第九条规定了什么."""

from __future__ import annotations

import re

from assistant.answers.about import named_document
from assistant.answers.found import Found, as_listed
from assistant.query.question import Question
from assistant.register.numerals import HAN, decimal
from assistant.sentences.enumerated import ITEM
from assistant.sentences.reader import Reader
from corpus import Document
from index.matching import normalise

_ASKED = re.compile(rf"第([{HAN}百\d]+)条")
_ARTICLE = re.compile(rf"^\W*第(?P<number>[{HAN}百\d]+)条[*\s：:]", re.MULTILINE)
_ENDS = re.compile(rf"^\W*第[{HAN}百\d]+[编章节条][*\s：:]|^\s*#", re.MULTILINE)
_FEWEST = 3  # articles that make a document one of articles
_FILLER = re.compile(
    "(?:规定|说|讲|写|提|指)(?:的|了|到)?|内容|条文|原文|具体|全文|什么|哪些|怎么|如何|请问"
    "|[里中是的有，,。？?《》 ]"
)


def article(reader: Reader, question: Question) -> Found | None:
    """The sentences of the article, and of its items; nothing where the document has no such; None
    where none is asked for as a whole, or it is open of which document.
    """
    numbers = _ASKED.findall(question.plain)
    if len(numbers) != 1:
        return None
    every = [one for one in reader.documents if len(_ARTICLE.findall(one.text)) >= _FEWEST]
    document = named_document(every, question.text)
    rest = _FILLER.sub("", _ASKED.sub("", question.plain))
    if document is None or not set(rest) <= set(normalise(document.title)):  # 数据办法, in short
        return None
    place = _place(document, numbers[0])
    spans = reader.sentences_of(document.path, *place) if place else []
    return as_listed(spans, reader.index) if spans else Found()


def _place(document: Document, number: str) -> tuple[int, int] | None:
    """Where the article stands: up to the next one, the last up to the end of its items."""
    found = _ARTICLE.finditer(document.text)
    opens = next((one for one in found if decimal(one["number"]) == decimal(number)), None)
    if opens is None:
        return None
    behind = _ENDS.search(document.text, opens.end())
    if behind:
        return opens.start(), behind.start()
    end = opens.end()
    for at, line in enumerate(document.text[opens.end() :].splitlines(keepends=True)):
        if at and line.strip() and not ITEM.match(line):
            break
        end += len(line)
    return opens.start(), end
