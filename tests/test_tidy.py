"""What a quote looks like: white space as Chinese is read, and not one character more or less."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import tidy


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("新增约1亿\n\n吨", "新增约1亿吨"),
        ("保障\r\n能力", "保障能力"),
        ("  李　强\n", "李强"),
        ("记者　李强　　编辑：王芳", "记者 李强 编辑：王芳"),
        ("案　　由：关于，　其他", "案由：关于，其他"),
        ("他说\n“好”", "他说“好”"),
        ("the first\nhalf of", "the first half of"),
        ("about   15  %", "about 15 %"),
        ("约 15%，推动 AI 应用", "约 15%，推动 AI 应用"),  # somebody typed these spaces
        ("驱动\nAI", "驱动AI"),
        ("铜\t1000\t5%", "铜 1000 5%"),
        ("AI 应用\u200b", "AI 应用\u200b"),  # without width, but a character of the source
        ("专科67\n00人", "专科6700人"),
        ("in 67\n00 men", "in 67 00 men"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_white_space(source: str, shown: str) -> None:
    assert tidy(source) == shown


@given(st.text() | st.text("字a1 \n\t　\u2028\x85“。", max_size=40))
def test_only_white_space_changes(text: str) -> None:
    assert "".join(tidy(text).split()) == "".join(text.split())
    assert tidy(tidy(text)) == tidy(text)
