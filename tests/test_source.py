"""The source beside the chat: where a place is marked, what is found, how much is shown."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest
from bs4 import BeautifulSoup

from assistant.messages import ZH
from assistant.page.find import find
from assistant.page.links import Place, fingerprint, read_place
from assistant.page.source import (
    AROUND_CHARACTERS,
    WHOLE_CHARACTERS,
    render_missing,
)
from corpus.types import Document
from tests.pieces import HOSTILE, opened_at, tags


def test_the_source_highlights_exactly_the_span() -> None:
    document = Document("甲.txt", "前文。甲建议乙。后文。", "标题")
    html = opened_at(document, Place("甲.txt", 3, 8))
    assert "前文。<mark>甲建议乙。</mark>后文。" in html


def test_a_changed_document_is_not_highlighted() -> None:
    document = Document("甲.txt", "前文。甲建议丙。后文。", "标题")
    html = opened_at(document, Place("甲.txt", 3, 8, check=fingerprint("甲建议乙。")))
    assert "<mark>" not in html and ZH.document_changed in html


def test_a_place_beyond_the_end_of_a_document_is_no_place_of_it() -> None:
    document = Document("甲.txt", "甲建议乙。", "标题")
    beyond = Place("甲.txt", 90, 95)
    for place in (beyond, replace(beyond, check=fingerprint("甲建议乙。"))):
        html = opened_at(document, place)
        assert "<mark>" not in html and ZH.document_changed in html
    assert ZH.document_changed not in opened_at(document, Place("甲.txt", 0, 5))


def test_line_breaks_inside_a_quote_are_no_change() -> None:
    document = Document("甲.txt", "前文。甲建\n\n议乙。后文。", "标题")
    html = opened_at(document, Place("甲.txt", 3, 10, check=fingerprint("甲建议乙。")))
    assert "<mark>甲建\n\n议乙。</mark>" in html


def test_a_long_document_is_shown_in_parts() -> None:
    text = "".join(chr(0x4E00 + i % 9000) for i in range(WHOLE_CHARACTERS * 5))
    at = WHOLE_CHARACTERS * 2
    place = Place("长.txt", at, at + 10)
    html = opened_at(Document("长.txt", text, "长"), place)
    assert text[at - AROUND_CHARACTERS : at] in html
    assert text[: at - AROUND_CHARACTERS] not in html
    assert ZH.load_earlier in html and ZH.load_later in html
    more = replace(place, first=0, last=len(text))
    assert text[:at] in opened_at(Document("长.txt", text, "长"), more)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"start": "-3", "end": "x"},
        {"start": "9" * 30},
        {"start": 7},
        {"find": "短", "hit": "x"},
        {"turn": "0", "n": "1", "of": "2"},
    ],
)
def test_links_may_say_anything(data: dict[str, Any]) -> None:
    place = read_place({"doc": "甲", **data})
    assert "短" in opened_at(Document("甲", "短文", "标题"), place)
    missing = render_missing(place, ZH)
    assert "这份文档不在本机的索引中：甲" in missing
    assert "data-by" not in missing and ZH.copy_link not in missing


def test_hostile_documents_stay_text() -> None:
    document = Document(HOSTILE, HOSTILE * 3, HOSTILE, author=HOSTILE)
    html = opened_at(document, Place(HOSTILE, 5, 40, section=HOSTILE), [(HOSTILE, 3)])
    assert not tags(html) & {"img", "script"}


# finding


@pytest.mark.parametrize(
    ("words", "spans"),
    [("钴", [(0, 1), (5, 6)]), ("钴锂", [(5, 8)]), ("a.c", [(8, 11)]), ("", []), ("镍", [])],
)
def test_words_are_found_whatever_their_case_and_white_space(
    words: str, spans: list[tuple[int, int]]
) -> None:
    assert find("钴abc。钴\n锂A.C", words) == spans


def test_a_match_is_highlighted_and_counted() -> None:
    document = Document("甲.txt", "钴一。钴二。", "标题")
    html = opened_at(document, read_place({"doc": "甲.txt", "find": "钴", "hit": "1"}))
    assert "钴一。<mark>钴</mark>二。" in html and "2 / 2" in html
    html = opened_at(document, read_place({"doc": "甲.txt", "find": "镍"}))
    assert "没有找到“镍”" in html
    html = opened_at(document, read_place({"doc": "甲.txt", "start": "4", "find": "钴"}))
    assert "钴一。<mark>钴</mark>二。" in html and "2 / 2" in html  # the nearest


def test_headings_are_bold_and_the_text_stays_as_it_is() -> None:
    text = "标题\n周匀\n一、总则\n（一）范围\n一、总则说的是范围。\n二、附则\n略。\n"
    sections = [("一、总则 > （一）范围", text.index("一、")), ("二、附则", text.index("二、"))]
    html = opened_at(Document("甲.txt", text, "标题"), Place("甲.txt", 0, 0), sections)
    words = BeautifulSoup(html, "lxml").select_one(".words")
    assert words and words.get_text() == text
    bold = [one.get_text() for one in words.select("strong")]
    assert bold == ["标题", "一、总则", "（一）范围", "二、附则"]


def test_a_large_document_opens_at_once() -> None:
    """Two million characters, far more than any report: a click must not wait for them."""
    document = Document("大.txt", "这是很长的一段文字，没有尽头。\n" * 130_000, "大")
    place = Place("大.txt", 1_000_000, 1_000_010)
    began = time.perf_counter()
    html = opened_at(document, place)
    assert time.perf_counter() - began < 0.1
    assert len(html) < 20_000
