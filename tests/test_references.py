"""Where the quotes of an export stand, as people look it up."""

from __future__ import annotations

import io
import re

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from markdown_it import MarkdownIt

from assistant.messages import EN, ZH
from assistant.page import export
from assistant.page.references import References
from assistant.page.shelf import Conversation, Turn
from assistant.page.word import as_word
from assistant.types import Quote
from corpus import Document
from tests.pieces import answer, quote

TEXT = """# 纪要

开头的一段话，说明会议在什么时候召开、有哪些人参加、讨论了什么问题，以及最后形成的意见。

## 一、决定

第一段写的是由甲负责评估，评估的范围包括各个部门已经提出的全部事项，年底以前完成。

| 事项 | 人 |
| --- | --- |
| 评估 | 甲 |
| 测算 | 乙 |

最后一段写的是由乙负责测算，测算的结果要向大会报告，并且在会后公布。它有两句话。
"""
ADDRESS = "http://127.0.0.1:7860/"


def written(path: str) -> Document | None:
    return Document(path, TEXT, "纪要") if path == "甲.md" else None


def of(words: str, section: str = "一、决定", document: str = "甲.md", **given: int) -> Quote:
    start = TEXT.index(words)
    there = {"title": "纪要", "section": section, "start": start, "end": start + len(words)}
    return quote(1, words, document, **{**there, **given})


@pytest.mark.parametrize(
    ("cited", "place"),
    [
        (of("开头的一段话", ""), "《纪要》，第1段（甲.md）"),
        (of("第一段写的是"), "《纪要》一、决定，第1段（甲.md）"),
        (of("| 测算 | 乙 |"), "《纪要》一、决定，第2段（甲.md）"),  # a table is one
        (of("它有两句话。"), "《纪要》一、决定，第3段（甲.md）"),
        (of("一、决定"), "《纪要》一、决定（甲.md）"),  # a heading
        (of("第一段写的是", page=3), "《纪要》第3页，一、决定（甲.md）"),
        (of("第一段写的是", document="没了.md"), "《纪要》一、决定（没了.md）"),
        (quote(1, "别的话。", "甲.md", title="纪要"), "《纪要》一、节（甲.md）"),  # it has changed
    ],
)
def test_a_place_is_a_page_or_a_paragraph_of_a_section(cited: Quote, place: str) -> None:
    assert References(ZH, written, "").place(cited) == place


def test_a_place_in_english() -> None:
    references = References(EN, written, "")
    assert references.place(of("它有两句话。")) == "《纪要》一、决定, paragraph 3（甲.md）"


def test_exports_lead_back_to_the_page() -> None:
    cited = of("第一段写的是", document="部/甲 (1).md")
    chat = Conversation(turns=(Turn("谁？", answer(cited)),))
    references = References(ZH, written, ADDRESS)
    html = MarkdownIt().render(export.as_markdown(chat, ZH, "", references))
    link = references.link(cited)
    assert link.startswith(f"{ADDRESS}?doc=%E9%83%A8%2F") and link.isascii()
    assert f'<a href="{link.replace("&", "&amp;")}">打开原文</a>' in html
    document = docx.Document(io.BytesIO(as_word(chat, ZH, "", references)))
    known = document.part.rels.values()
    assert [one.target_ref for one in known if one.reltype == RELATIONSHIP_TYPE.HYPERLINK] == [link]
    assert document.paragraphs[-1].text.endswith("（部/甲 (1).md） 打开原文")


@pytest.mark.parametrize("address", ["", "javascript:alert(1)", "http://a/> [x](http://b"])
def test_without_an_address_there_is_no_link(address: str) -> None:
    chat = Conversation(turns=(Turn("谁？", answer(of("第一段写的是"))),))
    references = References(ZH, written, address)
    text = export.as_markdown(chat, ZH, "", references)
    assert "打开原文" not in text and not re.search(r"\d–\d", text)
    paragraphs = docx.Document(io.BytesIO(as_word(chat, ZH, "", references))).paragraphs
    assert paragraphs[-1].text == "[1] 《纪要》一、决定，第1段（甲.md）"
