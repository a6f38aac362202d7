"""Encodings: what a file was written in is what it is read in, to the last character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.decode import decode, plausibility

SIMPLIFIED = "朱镕基总理说，我们要加快建设现代化经济体系，推动高质量发展，国内生产总值增长5.2%。"
TRADITIONAL = "各位委員：我國的根本目的，是在於從帝國主義的壓迫下面解放我國的生產力。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_simplified(encoding: str) -> None:
    assert decode(SIMPLIFIED.encode(encoding)) == SIMPLIFIED


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "gb18030", "utf-16-le", "utf-16-be"])
def test_traditional(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding)) == TRADITIONAL


def test_a_character_far_into_the_file_decides_too() -> None:
    text = "a" * 5000 + SIMPLIFIED  # RAGFlow looks at 1,024 bytes and reads 朱F基
    assert decode(text.encode("gb18030")) == text


def test_big5_is_not_taken_for_gb18030_though_it_decodes_as_such() -> None:
    data = TRADITIONAL.encode("big5")
    assert plausibility(data.decode("gb18030")) < 0.6 < plausibility(TRADITIONAL)
    assert decode(data) == TRADITIONAL


def test_utf_16_without_a_mark() -> None:
    assert decode("report 2024".encode("utf-16-le")) == "report 2024"
    assert decode(SIMPLIFIED.encode("utf-16-be")) == SIMPLIFIED


@pytest.mark.parametrize(
    "data", ["où êtes-vous déjà, là".encode("latin-1"), bytes(range(128, 256))]
)
def test_what_is_no_chinese_text_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="无法识别文字编码"):
        decode(data)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_damaged_file_is_refused_rather_than_patched(encoding: str) -> None:
    data = SIMPLIFIED.encode(encoding)
    with pytest.raises(ValueError, match="无法识别文字编码"):
        decode(data[:20] + b"\xff" + data[20:])


def test_line_ends_stay_for_offsets_count_them() -> None:
    assert decode(b"a\r\nb\rc\n") == "a\r\nb\rc\n"
    assert decode(b"") == ""


@given(st.text())
def test_utf_8_comes_back(text: str) -> None:
    data = text.encode()
    if "\0" not in text and not text.startswith("\ufeff"):
        assert decode(data) == text


COMMON = st.text("的一是不了在人有我国大中说们要发展经济建设工作，。、", min_size=12)


@given(COMMON, st.sampled_from(["gb18030", "utf-16-le", "utf-16-be", "utf-16", "utf-32"]))
def test_common_text_comes_back(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text
