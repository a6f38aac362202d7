"""Repairs, as cases: what is mended, what must stay as it is, and what we know to get wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import as_paragraphs, repair
from corpus.lines import ZERO_WIDTH

CASES = json.loads((Path(__file__).parent / "cases" / "repair.json").read_text("utf-8"))

# Text that repairs bite on: punctuation, numbers, breaks of every kind, characters without width.
LINES = st.sampled_from(
    [
        "",
        "3",
        "- 3 -",
        "第3页",
        "一、概况",
        "《",
        "》的报告",
        "铜\t铝",
        "产量约1亿",
        "吨，同比增长。",
        "的",
    ]
) | st.text("字，。《》“”12 aB.\t　\u200b\ufeff", max_size=30)
TEXTS = st.lists(
    st.tuples(LINES, st.sampled_from(["\n", "\n\n", "\r\n", "\f", "\n　　", "\u2028"]))
).map(lambda lines: "".join(line + end for line, end in lines))


def ids(cases: list[dict[str, str]]) -> list[str]:
    return [case["what"] for case in cases]


@pytest.mark.parametrize("case", CASES["repaired"], ids=ids(CASES["repaired"]))
def test_damage_is_undone(case: dict[str, str]) -> None:
    assert repair(case["text"]).text == case["repaired"]


@pytest.mark.parametrize("case", CASES["unchanged"], ids=ids(CASES["unchanged"]))
def test_what_is_no_damage_stays(case: dict[str, str]) -> None:
    assert repair(case["text"]).text == case["text"]


@pytest.mark.parametrize("case", CASES["known_failures"], ids=ids(CASES["known_failures"]))
@pytest.mark.xfail(strict=True, reason="known failure: mend it, then move it to the repaired")
def test_known_failures(case: dict[str, str]) -> None:
    assert repair(case["text"]).text == case["repaired"]


@given(TEXTS)
def test_every_character_is_the_source_s_own(text: str) -> None:
    repaired = repair(text)
    assert len(repaired.text) == len(repaired.offsets)
    assert list(repaired.offsets) == sorted(set(repaired.offsets))
    for character, offset in zip(repaired.text, repaired.offsets, strict=True):
        source = text[offset]
        assert character == source or (character in " \n" and source.isspace())


@given(TEXTS)
def test_no_white_space_is_left_over(text: str) -> None:
    repaired = repair(text).text
    assert repaired == repaired.strip()
    assert not ZERO_WIDTH.search(repaired)
    assert "\n\n" not in repaired


@given(st.text())
def test_any_text_can_be_repaired(text: str) -> None:
    assert len(repair(text).text) <= len(text)


def test_page_numbers_and_running_heads_go_where_pages_are_known() -> None:
    pages = [f"行业周报\n第{n}节讲的是产量。\n{n}\n" for n in "123"]
    starts = (0, len(pages[0]), len(pages[0]) * 2)
    assert (
        repair("".join(pages), starts).text
        == "第1节讲的是产量。\n第2节讲的是产量。\n第3节讲的是产量。"
    )


def test_a_number_in_the_text_of_a_page_is_no_page_number() -> None:
    page = "以下是结果。\n说明如下。\n15\n这是增速。\n完。\n"
    assert "15" in repair(page * 2, (0, len(page))).text


def test_a_sentence_goes_on_over_a_known_page_break() -> None:
    first = "目前的经济增长速度是一个综合性的指标，今年的预期目标设定\n"
    text = first + "为百分之六以上，考虑了恢复情况。"
    assert "设定为百分之六" in repair(text, (0, len(first))).text


def test_no_text_needs_no_repair() -> None:
    assert repair("").text == ""
    assert repair(" \n\u200b\n").offsets == ()


@given(TEXTS)
def test_paragraphs_are_shown_with_every_character_in_its_place(text: str) -> None:
    shown = as_paragraphs(text)
    assert len(shown) == len(text)
    for character, instead in zip(text, shown, strict=True):
        assert instead == character or (character.isspace() and instead in ("", " "))


def test_what_is_no_damage_is_shown_as_it_stands() -> None:
    for case in CASES["unchanged"]:
        assert "".join(as_paragraphs(case["text"])) == case["text"]
    for text in ("题目\n\n　　第一段。\n　　第二段。", "页眉之上，\n— 3 —\n页眉之下。"):
        assert "".join(as_paragraphs(text)) == text
