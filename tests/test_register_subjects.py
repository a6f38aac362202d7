"""What a figure counts, apart from marks of lists, heads of wires, and who does the counting."""

from __future__ import annotations

import pytest

from tests.registers import register


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("- 全市夜校学员38.6万人，占职工总数的1/6", ["全市夜校学员"] * 2),
        ("●夜校课时突破1500万小时。", ["夜校课时"]),
        ("某某网5月7日电（记者张三丰）2025年夜校经费达到50.1万元。", ["夜校经费"]),
        ("2025年，全国12315平台受理夜校投诉103件，是2021年的2.3倍。", ["夜校投诉"] * 2),
        ("2025年，某某国家公园监测到雪豹143只。", ["雪豹"]),
        ("去年我们班接听夜校来电8.7万通，同比下降6.4%。", ["夜校来电"] * 2),
        ("他们科去年接诊夜校学员337人次。", ["夜校学员"]),
        ("夜校学员达386人，增速为-1.6%。", ["夜校学员"] * 2),
        ("夜校事故73起，降幅为12%。", ["夜校事故"] * 2),
        ("试点后，退学率没升，反而下降0.6个百分点。", ["退学率"]),
        ("夜校经费80万元，真正用在学员身上的不到15%。", ["夜校经费", "真正用在学员身上"]),
        ("划定10米保护范围。", ["保护范围"]),
        ("十七个孩子挤在一间教室里。", ["孩子"]),
        ("每两年体检1次。", ["体检"]),
        ("利用闲置校舍每年新建夜校不少于40个。", ["夜校"]),
        ("夜校应当配备校医，至少每个校区1名。", [""]),
    ],
)
def test_what_is_counted_is_named_and_nothing_around_it(text: str, subjects: list[str]) -> None:
    assert [one.subject for one in register(text).figures] == subjects


def test_calls_are_counted_and_what_begins_with_the_same_word_is_not() -> None:
    found = register("夜校来电8.7万通，接了3通电话，办了3通讯站。").figures
    assert [(one.value, one.unit) for one in found] == [("8.7", "万通"), ("3", "通")]
