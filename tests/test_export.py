"""A conversation as Markdown and as a Word file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

from assistant.messages import ZH
from assistant.page.grid import Grid, Row
from assistant.page.shelf import Conversation, Turn
from assistant.types import Said
from tests.pieces import HOSTILE, answer, as_markdown, as_word, quote, tags


def conversation() -> Conversation:
    """The same quote twice, another one, and a refusal."""
    again = answer(quote(1, start=9, end=14), quote(2), said=(Said("见", (1, 2)),))
    turns = (
        Turn("一？", answer(quote(1))),
        Turn("二？", again),
        Turn("三？", answer()),
    )
    return Conversation(turns=turns)


def test_markdown_numbers_sources_throughout() -> None:
    text = as_markdown(conversation())
    assert "见：\\[2\\] \\[1\\]" in text
    assert text.count("\n1. 《标题》") == 1 and text.count("\n2. 《标题》") == 1
    assert "\n3. " not in text and ZH.no_evidence in text


def test_what_is_not_sure_says_so_on_paper_as_well() -> None:
    chat = Conversation(
        turns=(Turn("一？", answer(quote(1), confidence=0.6)), Turn("二？", answer(quote(1))))
    )
    assert as_markdown(chat).count("\n把握 较低\n") == 1 and "把握 较高" not in as_markdown(chat)
    assert [one.text for one in as_word(chat).paragraphs].count("把握 较低") == 1


def test_markdown_keeps_the_lines_of_the_lead() -> None:
    said = Said("甲", (1,)), Said("乙", (2,))
    chat = Conversation(
        turns=(Turn("一？", answer(quote(1), quote(2, start=9, end=14), said=said)),)
    )
    html = MarkdownIt().render(as_markdown(chat))
    assert "共 2 条引文<br />\n甲：[1]<br />\n乙：[2]</p>" in html


@pytest.mark.parametrize("head", [(), ("省", "产量")])
def test_markdown_keeps_every_cell_of_a_row_longer_than_those_above(head: Row) -> None:
    form = Grid((("甲省", "10"), ("乙省", "20", "见注")), head)
    chat = Conversation(turns=(Turn("谁？", answer(quote(1)), forms={1: form}),))
    html = MarkdownIt("gfm-like", {"linkify": False}).render(as_markdown(chat))
    assert "<td>见注</td>" in html


def test_a_lead_without_words_is_left_out() -> None:
    chat = Conversation(turns=(Turn("谁？", answer(quote(1), said=(Said("《标题》", (1,)),))),))
    assert "## 谁？\n\n> 甲建议乙。" in as_markdown(chat)
    paragraphs = as_word(chat).paragraphs
    texts = [paragraph.text for paragraph in paragraphs]
    assert texts[texts.index("甲建议乙。") - 1] == "谁？"


def test_no_number_heads_a_list_but_that_of_a_source() -> None:
    chat = Conversation(turns=(Turn("谁？", answer(quote(1, "2025. 目标如下。"))),))
    html = MarkdownIt().render(as_markdown(chat))
    assert html.count("<ol") == 1 and "<p>2025. 目标如下。" in html


def test_small_talk_keeps_to_no_documents() -> None:
    turns = (Turn("你好", answer(sentence="greeting"), scope=("甲.txt",)),)
    assert ZH.scope not in as_markdown(Conversation(turns=turns))


def test_markdown_of_hostile_text_is_only_text() -> None:
    chat = Conversation(turns=(Turn(f"# {HOSTILE}", answer(quote(1, text=HOSTILE))),))
    html = MarkdownIt().render(as_markdown(chat))
    assert not tags(html) & {"img", "strong", "script", "a"}


def test_word_has_the_same() -> None:
    chat = Conversation(turns=(*conversation().turns, Turn("坏\x00\ufffe字", None, "错\x0b")))
    document = as_word(chat)
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    assert "甲建议乙。" in paragraphs and "见：[2] [1]" in paragraphs
    at = paragraphs.index("甲建议乙。")
    assert paragraphs[at + 1] == "——《标题》一、节 [1]"
    assert [p for p in paragraphs if p.startswith("[2] 《标题》")]


def test_word_is_dated_today() -> None:
    about = as_word(conversation()).core_properties
    assert about.created and about.modified and about.last_modified_by == ZH.title
    assert abs(datetime.now(UTC).replace(tzinfo=None) - about.created.replace(tzinfo=None)) < (
        timedelta(minutes=5)
    )


def test_word_is_set_in_chinese_type() -> None:
    document = as_word(conversation())
    used = {str(paragraph.style and paragraph.style.name) for paragraph in document.paragraphs}
    assert used == {"Normal", "Title", "Heading 1", "Quote", "Quote Source"}
    for name in used:
        style = document.styles[name]
        fonts = style.element.rPr.rFonts.attrib
        assert fonts[qn("w:eastAsia")] in ("宋体", "黑体") and not style.font.italic
        assert not [name for name in fonts if "heme" in name]  # would go before the names
