"""Quotes of Markdown and of several lines: shown as they are meant."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

from assistant.messages import ZH
from assistant.page.answer import as_text, render_answer
from assistant.page.context import render_context
from assistant.page.drawn import drawn, excerpt
from assistant.page.marks import lines, said
from assistant.page.shelf import Conversation, Turn
from assistant.page.text import render_text
from assistant.types import Quote
from corpus import Document, tidy
from index.types import Passage
from tests.pieces import answer, as_markdown, as_word, tags

TEXT = """# 纪要

**时间：** 2026年4月8日

## 决定

- 由甲负责*评估*，见[附件](a.md)。
- 由乙负责，用`a*b`算2*3*4。

| 事项 | 人 | 期限 |
| --- | --- | --- |
| **评估** | 甲 | 5月 |
| 测算 | 乙 | 6月 |
"""
LISTED = TEXT[TEXT.index("- 由甲") : TEXT.index("\n\n|")]
ROW, COLUMNS = "| **评估** | 甲 | 5月 |", ("事项", "人", "期限")


def turn(*words: str, path: str = "甲.md", text: str = TEXT) -> Turn:
    """A row as one below its head."""
    quotes = []
    for n, part in enumerate(words, 1):
        start = text.index(part)
        end, head = start + len(part), COLUMNS if part == ROW else ()
        quotes.append(Quote(n, tidy(part), path, "纪要", "", None, start, end, 1.0, head))
    given = answer(*quotes)
    return Turn("问？", given, forms=drawn(given, lambda path: Document(path, text, path)))


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("## 决定", ["决定"]),
        ("**时间：** 2026年4月8日", ["时间： 2026年4月8日"]),
        ("时间：** 2026年", ["时间： 2026年"]),
        (LISTED, ["• 由甲负责评估，见附件。", "• 由乙负责，用a*b算2*3*4。"]),
        ("由乙负责", ["由乙负责"]),
    ],
)
def test_marks_are_not_shown(words: str, shown: list[str]) -> None:
    start = TEXT.index(words)
    document = Document("甲.md", TEXT, "甲")
    assert [said(line) for line in lines(document, start, start + len(words))] == shown


def test_a_line_that_ends_because_it_is_full_goes_on() -> None:
    """How long a full line is shows in those around what is quoted."""
    wide = "渔港的码头已经建成并通过验收今年起向全部渔船开放停泊费用\n减半收取到年底为止。\n"
    quoted = "新设的冷库由三家合作社共同管理每家出资一百万元冷库容量为\n八千吨。"
    text = wide * 4 + quoted + "\n" + wide * 4
    start = text.index(quoted)
    (line,) = lines(Document("甲.pdf", text, "甲"), start, start + len(quoted))
    assert said(line) == quoted.replace("\n", "")


def test_only_markdown_has_marks() -> None:
    text = "1. **时间：** 2*3*4。\n- 甲。\n"
    assert [said(line) for line in lines(Document("甲.txt", text, "甲"), 0, len(text))] == [
        "1. **时间：** 2*3*4。",
        "- 甲。",
    ]


def test_in_a_passage_headings_and_cells_stand_apart() -> None:
    start = TEXT.index("**时间")
    words = tidy(TEXT[start:])
    passage = Passage("甲.md", "纪要", "", None, start, len(TEXT), words, 1.0)
    assert [said(line) for line in excerpt(passage, Document("甲.md", TEXT, "甲"))] == [
        "时间： 2026年4月8日",
        "决定",
        "• 由甲负责评估，见附件。",
        "• 由乙负责，用a*b算2*3*4。",
        "事项 ｜ 人 ｜ 期限",
        "评估 ｜ 甲 ｜ 5月",
        "测算 ｜ 乙 ｜ 6月",
    ]
    changed = Document("甲.md", "别的话。" * 40, "甲")
    assert [said(line) for line in excerpt(passage, changed)] == [words]


@pytest.mark.parametrize(
    ("near", "first"),
    [
        ("# 纪要", "纪要"),
        ("**时间", "纪要"),  # a short line above leads to it
        ("- 由甲", "……决定"),
        ("用`a*b`", "……• 由甲负责评估，见附件。"),
        ("| 测算", "……评估 ｜ 甲 ｜ 5月"),
        ("这一句", "……这一句近。"),  # far from the beginning of its line
        ("另一句", "……另一句也近。"),  # below a long line
    ],
)
def test_of_what_comes_nearest_the_sentence_that_does_is_not_cut_off(near: str, first: str) -> None:
    text = f"{TEXT}\n{'很长的一句话。' * 9}这一句近。\n\n另一句也近。\n"
    passage = Passage("甲.md", "纪要", "", None, 0, len(text), tidy(text), 1.0)
    shown = excerpt(passage, Document("甲.md", text, "甲"), text.index(near))
    assert said(shown[0]) == first and said(shown[-1]).endswith("另一句也近。")


def test_the_page_draws_bold_words_lines_and_tables() -> None:
    asked = turn("**时间：** 2026年4月8日", LISTED, ROW)
    assert asked.answer
    page = BeautifulSoup(render_answer(asked.answer, 0, ZH, asked.forms, ()), "lxml")
    bold, listed, table = page("blockquote")
    assert bold("strong")[0].text == "时间：" and listed.text.count("\n") == 1
    assert [cell.text for cell in table("th")] == ["事项", "人", "期限"]
    assert not {"**", "##", "| "} & {mark for mark in ("**", "##", "| ") if mark in page.text}
    copied = as_text(asked.answer, ZH, asked.forms)
    assert "事项\t人\t期限\n评估\t甲\t5月" in copied and "**" not in copied


def test_exports_have_tables_and_no_marks_of_the_source() -> None:
    chat = Conversation(turns=(turn("**时间：** 2026年4月8日", LISTED, ROW),))
    document = as_word(chat)
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["事项", "人", "期限"],
        ["评估", "甲", "5月"],
    ]
    words = [paragraph for paragraph in document.paragraphs if paragraph.style]
    quoted = [paragraph for paragraph in words if paragraph.style.name == "Quote"]  # type: ignore[union-attr]
    assert [run.text for run in quoted[0].runs if run.bold] == ["时间："]
    assert [paragraph.text[0] for paragraph in quoted[1:]] == ["•", "•"]
    html = MarkdownIt("commonmark").enable("table").render(as_markdown(chat))
    cells = [cell.text for cell in BeautifulSoup(html, "lxml")(["th", "td"])]
    assert cells == ["事项", "人", "期限", "评估", "甲", "5月"]
    assert tags(html) >= {"br", "blockquote"} and "**" not in html and "a*b算2*3*4" in html


def test_a_row_is_unfolded_as_a_table() -> None:
    start = TEXT.index(ROW)
    page = BeautifulSoup(
        render_context(Document("甲.md", TEXT, "甲"), start, start + len(ROW)), "lxml"
    )
    assert [[cell.text for cell in row("td")] for row in page("tr")] == [
        ["事项", "人", "期限"],
        ["评估", "甲", "5月"],
        ["测算", "乙", "6月"],
    ]
    assert [mark.text for mark in page("mark")] == ["评估", "甲", "5月"]


def test_the_source_is_drawn_and_marked_likewise() -> None:
    start = TEXT.index("时间")
    document = Document("甲.md", TEXT, "甲")
    page = BeautifulSoup(render_text(document, 0, len(TEXT), (start, start + 7)), "lxml")
    assert [part.text for part in page.select("mark, mark strong")] == ["时间： 2", "时间："]
    assert not [mark for mark in ("#", "**", "](", "| ") if mark in page.text]


def test_a_quote_that_has_changed_stays_as_it_was() -> None:
    quote = Quote(1, "别的话。", "甲.md", "纪要", "", None, 0, 4, 1.0)
    assert drawn(answer(quote), lambda path: Document(path, TEXT, path)) == {}
