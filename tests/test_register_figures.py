"""Numbers in every notation, and what they count."""

from __future__ import annotations

import re

import pytest

from assistant.register import Figure, extract
from assistant.register.numbers import _COUNTERS, _MEASURES, numbers
from corpus import split
from corpus.types import Document


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("超过 95%", [("95", "%")]),
        ("增长百分之十七点八", [("17.8", "%")]),
        ("增加百分之四百十一", [("411", "%")]),
        ("一百四十五亿七千七百万元", [("145.77", "亿元")]),
        ("三千零六十八所", [("3068", "所")]),
        ("四亿三千五百万吨", [("4.35", "亿吨")]),
        ("一点五万亿元，两点五亿吨铜", [("1.5", "万亿元"), ("2.5", "亿吨")]),
        ("三点二万户，两点五至三点五亿元", [("3.2", "万户"), ("2.5-3.5", "亿元")]),
        ("1,234.5亿元", [("1234.5", "亿元")]),
        ("120多万元", [("120", "万元")]),
        ("3.5万亿元", [("3.5", "万亿元")]),
        ("25%-30%", [("25-30", "%")]),
        ("100至200万人", [("100-200", "万人")]),
        ("8000亿至1.2万亿元，500万-1亿元", [("0.8-1.2", "万亿元"), ("0.05-1", "亿元")]),
        ("1，000至2，000元", [("1000-2000", "元")]),
        ("百分之二到百分之三", [("2-3", "%")]),
        ("10.6万、3.8万、3.3万平方公里", [(n, "万平方公里") for n in ("10.6", "3.8", "3.3")]),
        ("三分之一", [("1/3", "")]),
        ("降至1/3，约占全球的1/2以上", [("1/3", ""), ("1/2", "")]),
        ("提高到八成，", [("8", "成")]),
        ("提高到八成五，", [("8.5", "成")]),
        ("翻两番", [("2", "番")]),
        ("两个百分点", [("2", "个百分点")]),
        ("万分之三", [("3", "万分之")]),
        ("2.5GWh，500kWh，3MWh", [("2.5", "GWh"), ("500", "kWh"), ("3", "MWh")]),
        ("13000kWh/吨，60MW，5MWp", [("13000", "kWh/吨"), ("60", "MW"), ("5", "MWp")]),
        ("3万多亿元", [("3", "万亿元")]),
        ("由5千多户增加到1万6千多户", [("5", "千户"), ("1.6", "万户")]),
        # a minus sign, and what only looks like one
        ("利润下降-3.2%，M1同比－3.2%", [("-3.2", "%"), ("-3.2", "%")]),
        ("气温−1.5℃，夜间-5℃至-1℃", [("-1.5", "℃"), ("-5--1", "℃")]),
        ("下浮-5~8%", [("-5-8", "%")]),
        ("5-11个，3月-11个", [("5-11", "个"), ("11", "个")]),
        ("10元-20元，200元至1000元", [("10-20", "元"), ("200-1000", "元")]),
        ("由5元到8元，另一番光景", [("5", "元"), ("8", "元")]),
        ("一亩增收80元，不到一亩", [("80", "元"), ("1", "亩")]),
        ("2020-2025年增长3%-5%", [("3-5", "%")]),
        ("编号A-3，附件-3份，电话0791-5526018", [("3", "份")]),
        ("-25%的企业", [("25", "%")]),
        ("一元化领导", []),
        ("", []),
        # no figures: dates, ordinals, names, turns of phrase
        ("2025年3月5日，第十四届，第12期", []),
        ("一带一路、三个代表、“十五五”、2.0模式、5G", []),
        ("一个问题，两会期间，在同一天，几十个，三四十个", []),
        ("PM2.5、A320客机、3个月、五年内", []),
        ("完成三成立体", []),
        ("1/3，第1/3页，于2025/3/5，全年24/7，型号A1/3，会议3/5日，下午三点五十人", []),
        ("由一九五二年上升到一九五七年", []),
    ],
)
def test_numbers(text: str, found: list[tuple[str, str]]) -> None:
    text = text.replace(" ", "")
    assert [(one.value, one.unit) for one in numbers(text)] == found


def test_no_unit_stands_before_a_longer_one_that_begins_with_it() -> None:
    words = f"{_MEASURES}|{_COUNTERS}"
    while words != (words := re.sub(r"\(\?[=!<][^()]*\)", "", words)):
        pass  # what may not follow, the innermost first
    units = re.sub(r"\(\?:|\)", "", words).split("|")
    for place, unit in enumerate(units):
        assert not [longer for longer in units[place + 1 :] if longer.startswith(unit)]


def rows(text: str) -> list[Figure]:
    document = Document("a.txt", text, "a")
    return list(extract(document, split(document)).figures)


def cells(text: str) -> list[tuple[str, str, str, str, str]]:
    return [(row.subject, row.value, row.unit, row.year, row.qualifier) for row in rows(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("我国钴资源外采率超过 95%。", [("钴资源外采率", "95", "%", "", "超过")]),
        (
            "清洁能源占比已从2020年的约16%提升至2025年的28.9%。",
            [
                ("清洁能源占比", "16", "%", "2020", "约"),
                ("清洁能源占比", "28.9", "%", "2025", "提升至"),
            ],
        ),
        (
            "２０２４年产量增至２７万吨，比上年增长12.5%。",
            [("产量", "27", "万吨", "2024", "增至"), ("产量", "12.5", "%", "2024", "比上年增长")],
        ),
        (
            "二氧化硫、氮氧化物排放量分别下降5.6%和4%。",
            [("二氧化硫", "5.6", "%", "", "下降"), ("氮氧化物排放量", "4", "%", "", "下降")],
        ),
        ("帮助1200万个家庭。", [("家庭", "1200", "万个", "", "")]),
        ("一批项目到2025年建成50个。", [("一批项目到2025年建成", "50", "个", "2025", "")]),
        ("给予30%的购置补贴。", [("购置补贴", "30", "%", "", "")]),
        ("可再生能源装机达12亿千瓦。", [("可再生能源装机", "12", "亿千瓦", "", "达")]),
        # the year compared to is not the figure's own
        ("2024年出口是2010年的2.2倍。", [("出口", "2.2", "倍", "2024", "")]),
        ("2024年与2010年相比，出口增长57%。", [("出口", "57", "%", "2024", "增长")]),
        ("《方案（2025-2027年）》实施后，占比达到30%。", [("占比", "30", "%", "", "达到")]),
        # 由2020年的: of that year is only the number behind it
        (
            "占比由2020年的16%提升到28.9%。",
            [("占比", "16", "%", "2020", "由"), ("占比", "28.9", "%", "", "提升到")],
        ),
        (
            "出口是2010年的2.2倍，进口300亿元。",
            [("出口", "2.2", "倍", "", ""), ("进口", "300", "亿元", "", "")],
        ),
        # a cell of a table that holds nothing else counts what its row is named after
        ("1\t钢材产量\t6800万吨", [("钢材产量", "6800", "万吨", "", "")]),
    ],
)
def test_subject_year_and_qualifier(text: str, found: list[tuple[str, str, str, str, str]]) -> None:
    assert cells(text) == found


def test_a_figure_cut_by_a_page_break_is_whole() -> None:
    (row,) = rows("中国赤泥堆存量年内新增约1亿\n\n吨，但综合利用不足。")
    assert (row.value, row.unit) == ("1", "亿吨")
