"""What is compared, and that comparing never changes offsets where it must not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.matching import normalise, simplify, terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("開發區", "开发区"),
        ("２０２５年", "2025年"),
        ("２ ０ ２ ５", "2025"),
        ("合肥 2024 9.4 22%", "合肥 2024 9.4 22%"),  # the cells of a row are no spaced digits
        ("一九九五年", "1995年"),
        ("二〇二四年", "2024年"),
        ("LME", "lme"),
        ("铜\u200b矿", "铜矿"),
        ("铜\u2063矿", "铜矿"),  # an invisible comma
        ("第二十五条", "第二十五条"),  # a number in characters that is no year stays
    ],
)
def test_normalised(text: str, expected: str) -> None:
    assert normalise(text) == expected


@given(st.text())
def test_simplifying_keeps_the_length(text: str) -> None:
    assert len(simplify(text)) == len(text)


@given(st.text())
def test_terms_hold_no_white_space(text: str) -> None:
    assert all(unit.strip() for unit in terms(text))


def test_traditional_and_simplified_text_share_their_terms() -> None:
    assert terms("開發銅礦") == terms("开发铜矿")


def test_numbers_are_whole_units() -> None:
    assert terms("1,200万吨") == ["1200", "万", "万吨", "吨"]
    assert "3.5" in terms("增长3.5%")


@pytest.mark.parametrize("text", ["", " ", "——。", "？！"])
def test_text_without_words_has_no_terms(text: str) -> None:
    assert terms(text) == []
