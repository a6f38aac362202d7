"""Rows of tables: found by what heads their columns, and quoted with it."""

from __future__ import annotations

import re

import pytest

from assistant import Assistant
from assistant.jsonl import answer_line
from assistant.sentences.heads import heads_of
from corpus.lines import is_table_row
from tests.conftest import asking

TABLE = """# 某地供水情况

全省漏损率比五年前低了三个百分点，各地差别很大，县城的管道普遍比城区的旧，改造的任务还很重。

| 地方 | 2021年漏损率 | 2025年漏损率 | 管网总长（公里） | 其中明管（公里） | 泵站（个） |
|---|---|---|---|---|---|
| 甲宁市 | 13.1% | 8.2% | 4860 | 31.5 | 57 |
| 乙岗县 | 24.6% | 21.3% | 612 | 88 | 23 |
| 丙湖县 | 19.7% | 19.9% | 703 | 44 | 19 |
| 合计 | 17.2% | 14.1% | 6175 | 163.5 | 99 |

管道更换的钱由省里和县里各出一半。

| | |
|---|---|
| 甲宁市 | 检查了12次 |

| 面积 | 押金 |
|---|---|
| 100-500 | 8 |
| 500以上 | 20 |

|  | 2024年投诉 | 2025年投诉 |
|---|---|---|
| 丁山镇 | 341件 | 288件 |

| 指标 | 2025年 | 2030 年 |
|---|---|---|
| 水表智能化率（%） | 27 | 60 |
| 再生水利用量（万吨） | 310 | 900 |

| 公司 | 年份 | 营业收入（亿元） |
|---|---|---|
| 丁源水务 | 2024年 | 5.2 |
| 丁源水务 | 2025年 | 6.1 |

| 工程名称 | 施工单位 | 概算（万元） | 农户实际接水率 |
|---|---|---|---|
| 东渠清淤 | 省水工局 | 340 | 62% |
| 西坝加固 | 市水务所 | 2150 | 87% |

2025年，全省供水总量为920万吨，比上年增长3%，其中生活用水占六成，工业用水占三成。

| 时间 | 全省供水总量（万吨） | 全省节水量（万吨） | 新装水表（万只） |
|---|---|---|---|
| 2023 | 870 | 12.5 | 41 |
| 2024 | 893 | 13.1 | 44 |
| 2025 | 920 | 15.8 | 52 |

单位：万吨
────────────────
产品          单位      2024年产量     2023年产量
────────────────
净水剂          万吨        142.8         131.6
絮凝剂          万吨        918.3        1020.7
────────────────

| 业务 | 2021年 | 2024年 | 2024年毛利率 |
|---|---|---|---|
| 直饮水 | 45.6 | 36.2 | 6.3% |

| 行业 | 2025年增速 |
|---|---|
| 纺织业 | 3.1% |
| 规模以上纺织业 | 5.4% |

| 乡镇 | 茶业产值 |
|---|---|
| 戊坪镇 | 1.2亿元 |
| 己沟镇 | 9800万元 |
| 庚滩镇 | 7450万元 |

|  | 水厂 | 水塔（座） |
|---|---|---|
| 辛池乡 | 5 | 30 |
| 壬桥乡 | 9 | 20 |
| 癸岭乡 | 7 | 50 |

| 水站 | 滤芯（个） | 班次 |
|---|---|---|
| 一号站 | 6 | — |
| 二号站 | 9 | 4 |
| 三号站 | 9 |  |

| 园区 | 面积（亩） | 备注 |
|---|---|---|
| 子岭园区 | 320 | 全市最早的园区 |
| 丑溪园区 | 280 |  |

| 指标 | 泵房数（座） | 招工数（人） |
|---|---|---|
| 南门泵房 | 7 | 15 |
| 北门泵房 | 4 | 38 |

表3 水务公司
公司        2025年收入（亿元）  管网（公里）  说明
西河水务      23.6          128      净利率4.1%，全省第一
东川水务      17.9          96       毛利率22.7%
"""


assistant = asking({"供水.md": TABLE})


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("乙岗县2025年的漏损率是多少？", "21.3%"),
        ("丙湖县的管网总长是多少？", "703"),
        ("丙湖县有多少个泵站？", "19"),
        ("丙湖县的明管有多少公里？", "44"),
        ("100到500平方米的押金是多少？", "8"),
        ("500以上的押金是多少？", "20"),
        ("丁山镇2024年投诉有多少件？", "341件"),
        ("2025年漏损率最高的地方是哪里？", "21.3%"),
        ("西河水务2025年收入是多少亿元？", "23.6"),  # columns of a text, the head's gaps narrow
        ("哪里的泵站最少？", "19"),
        ("净水剂2023年生产了多少万吨？", "131.6"),  # between rules, and 生产 for 产量
        ("直饮水2021年的营收是多少元？", "45.6"),  # the unit may stand above the table
        ("直饮水2024年的毛利率是多少？", "6.3%"),
        ("哪项工程花钱最多？", "西坝加固"),
        ("哪项工程的接水率最低？", "东渠清淤"),
        ("水表智能化率2030年的目标是多少？", "60"),
        ("规模以上纺织业2025年增速是多少？", "5.4%"),
        ("纺织业2025年增速是多少？", "3.1%"),
        ("茶业产值最高的是哪个乡镇？", "戊坪镇"),
        ("水厂最多的是哪个乡？", "壬桥乡"),  # whose names have no head
        ("水塔最多的是哪个乡？", "癸岭乡"),
        ("滤芯最多的是哪个水站？", "二号站"),
        ("丑溪园区占地面积多少亩？", "280"),  # 占地 is no share
        ("丁源水务2024年的营收是多少？", "5.2"),  # 营业收入 in short, and not the row of 2025
    ],
)
def test_a_row_is_quoted_with_the_head_of_its_columns(
    assistant: Assistant, question: str, value: str
) -> None:
    answer = assistant.ask(question)
    assert value in answer.quotes[0].text
    assert question[:3] in answer.quotes[0].text or "最" in question
    heads = (
        "园区|水厂|滤芯|2025年收入|2021年漏损率|2024年投诉|押金|指标|年份|工程名称|行业|乡镇|产品"
        "|业务"
    )
    assert re.search(heads, answer.heads[0].text)


def test_a_row_of_the_year_is_quoted_though_prose_tells_of_another(assistant: Assistant) -> None:
    answer = assistant.ask("2023年全省供水总量是多少万吨？")
    assert answer.answered and "870" in answer.quotes[0].text


@pytest.mark.parametrize(
    "question",
    [
        "水管更新率2030年的目标是多少？",
        "河北省2025年的漏损率是多少？",
        "直饮水2021年的毛利率是多少？",
        "己沟镇的茶业产值占全县的比重是多少？",  # a row, but of no share
        "一号站有几个班次？",  # the cell is empty
        "三号站的班次是多少？",
    ],
)
def test_neither_another_row_nor_a_head_is_an_answer(assistant: Assistant, question: str) -> None:
    assert not assistant.ask(question).answered


def test_every_row_that_is_compared_is_quoted_with_one_head(assistant: Assistant) -> None:
    answer = assistant.ask("比较乙岗县和丙湖县2025年的漏损率")
    rows = sorted(quote.text for quote in answer.quotes if "县" in quote.text)
    assert len(rows) == 2 and "19.9%" in rows[0] and "21.3%" in rows[1]
    assert [quote.text.count("2025年漏损率") for quote in answer.heads] == [1]


def test_a_head_is_not_counted_among_the_sources(assistant: Assistant) -> None:
    question = "各地2025年的漏损率分别是多少？"
    answer = assistant.ask(question)
    numbers = [quote.n for quote in answer.quotes]
    assert numbers == [*range(1, len(numbers) + 1)]
    assert re.findall(r"\[(\d+)\]", answer.text) == list(map(str, numbers))
    assert {quote.head[2] for quote in answer.quotes if "%" in quote.text} == {"2025年漏损率"}
    listed = answer_line(None, answer)["quotes"]
    assert [one["n"] for one in listed] == [
        *numbers,
        len(numbers) + 1,
    ] and "2025年漏损率" in listed[-1]["text"]
    second = assistant.ask("第2条展开说说", [question]).quotes[0]
    assert second.start <= answer.quotes[1].start and answer.quotes[1].text in second.text


def test_all_that_are_highest_are_quoted(assistant: Assistant) -> None:
    answer = assistant.ask("滤芯最多的是哪个水站？")
    assert [quote.text[:5] for quote in answer.quotes] == ["| 二号站", "| 三号站"]


def test_every_row_is_quoted_where_each_is_asked_for(assistant: Assistant) -> None:
    quoted = [quote.text for quote in assistant.ask("各地2025年的漏损率分别是多少？").quotes]
    assert [value for value in ("8.2%", "21.3%", "19.9%") if value not in "".join(quoted)] == []
    both = "".join(q.text for q in assistant.ask("西河水务和东川水务2025年收入分别是多少？").quotes)
    assert "23.6" in both and "17.9" in both


def test_a_column_is_named_in_full_before_another_in_part(assistant: Assistant) -> None:
    answer = assistant.ask("哪个泵房招工人数最多？")
    assert ["北门泵房" in quote.text for quote in answer.quotes] == [True]


def test_another_row_is_asked_for_by_its_name_alone(assistant: Assistant) -> None:
    answer = assistant.ask("丙湖县呢？", ["乙岗县2025年的漏损率是多少？"])
    assert "19.9%" in answer.quotes[0].text and "21.3%" not in answer.quotes[0].text


CHANGES = """# 辰原市2024年统计公报

各项统计由市统计局汇总，个别数字因四舍五入，分项加起来与合计略有出入，使用时请注意。

**表1　历年主要指标**

| 年份 | 生产总值（亿元） | 增速（%） | 财政收入（亿元） |
|---|---|---|---|
| 2023 | 812.4 | 6.9 | 51.3 |
| 2024 | 851.7 | 4.8 | 53.2 |

**表2　各县区经济情况**

| 地区 | 生产总值（亿元） | 比上年增长（%） |
|---|---|---|
| 巳田区 | 402.6 | 5.1 |
| 午川县 | 251.8 | 3.2 |
| 未桥县 | 197.3 | 6.4 |

**表3　主要工业品产量**

| 产品 | 单位 | 产量 | 增长（%） |
|---|---|---|---|
| 平板玻璃 | 万箱 | 96.2 | -7.4 |
| 电动自行车 | 万辆 | 8.15 | 12.9 |
| 陶瓷 | 万件 | 613 | -1.8 |
| 发电量 | 亿千瓦时 | 77.1 | 3.3 |
| 　其中：风力发电量 | 亿千瓦时 | 20.4 | 16.8 |

港口开发投资下降9.6%，仓储投资增长2.2%。平板玻璃产量下降，主要是两条老线停下来大修。
"""
OTHER = """# 申屿市2022年政府工作报告

2020年我市在全省率先复工；2021年全市生产总值达到733.9亿元，比上年多41亿元。
"""
changes = asking({"辰原.md": CHANGES, "申屿.md": OTHER})


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("辰原市各县区里，2024年经济增速最快和最慢的分别是哪个？", ["未桥县", "午川县"], "巳田区"),
        ("辰原市公报的工业品表里，哪些产品的产量是下降的？", ["-7.4", "-1.8"], "77.1"),
        ("辰原市的工业品里，哪种产品的产量降幅最小？", ["-1.8"], "12.9"),
        ("辰原市2024年造了多少辆电动自行车？", ["8.15"], "96.2"),
        ("辰原市2024年风力发电量比上年增长多少？", ["16.8"], "3.3"),
        ("辰原市的财政收入，2024年和2023年相比哪年多，各是多少？", ["53.2", "51.3"], "97.3"),
        ("辰原市 2024 港口开发投资 增速", ["下降9.6%"], "77.1"),
        ("申屿市2021年的生产总值是多少亿元？", ["733.9"], "812.4"),
    ],
)
def test_rows_are_picked_by_their_values_and_of_the_place_that_is_asked_about(
    changes: Assistant, question: str, told: list[str], not_told: str
) -> None:
    quoted = "".join(quote.text for quote in changes.ask(question).quotes)
    assert [one for one in told if one not in quoted] == [] and not_told not in quoted


def test_no_cell_tells_why(changes: Assistant) -> None:
    assert "停下来大修" in changes.ask("平板玻璃产量怎么掉下来了？").quotes[0].text


GROUPED = """# 各地湖泊监测

下表列出各地两年的湖泊水质和投入，数据来自监测站，每年夏天各测一次，冬天再核对一次。

| 湖区 | 2023年 | | 2024年 | | 蓝藻面积（亩） | |
|---|---|---|---|---|---|---|
| | 透明度（米） | 投入（万元） | 透明度（米） | 投入（万元） | 2023年 | 2024年 |
| 辛湾湖 | 1.2 | 340 | 1.5 | 410 | 63 | 52 |
| 壬泽湖 | 0.7 | 285 | 0.6 | 290 | 118 | 97 |
"""
HTML = """<html><body><h1>各厂水表统计</h1><p>下表列出各厂两年的水表产量和收入。</p><table>
<tr><th rowspan=2>厂名</th><th colspan=2>2023年</th><th colspan=2>2024年</th></tr>
<tr><th>水表产量（只）</th><th>收入（万元）</th><th>水表产量（只）</th><th>收入（万元）</th></tr>
<tr><td>癸河表厂</td><td>3100</td><td>870</td><td>3550</td><td>905</td></tr>
<tr><td>子山表厂</td><td>1200</td><td>330</td><td>1450</td><td>390</td></tr>
</table></body></html>"""
grouped = asking({"湖泊.md": GROUPED, "水表.html": HTML})


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("壬泽湖2024年的透明度是多少米？", "0.6"),
        ("壬泽湖2023年投入多少万元？", "285"),
        ("壬泽湖2023年的蓝藻面积是多少？", "118"),
        ("2024年透明度最高的是哪个湖？", "1.5"),
        ("癸河表厂2024年的水表产量是多少？", "3550"),
        ("子山表厂2023年生产了多少只水表？", "1200"),
    ],
)
def test_two_rows_that_name_the_columns_together_are_both_quoted(
    grouped: Assistant, question: str, value: str
) -> None:
    row, upper, lower, *others = (quote.text for quote in grouped.ask(question).quoted)
    assert value in row and "2024年" in upper and re.search("透明度|水表产量", lower)
    assert others == []


@pytest.mark.parametrize("question", ["癸河表厂2022年的水表产量是多少？", "2024年透明度是多少？"])
def test_no_row_of_two_heads_answers_what_they_do_not_name(
    grouped: Assistant, question: str
) -> None:
    assert not grouped.ask(question).answered


def test_only_rows_below_a_head_have_one(assistant: Assistant) -> None:
    index = assistant.index
    texts = [TABLE[one["start"] : one["end"]] for one in index.generation.sentences]
    heads = [heads_of(index, [row]).get(row, ()) for row in range(len(texts))]
    first = next(row for row, text in enumerate(texts) if text.startswith("| 地方"))
    assert heads[first] == ()
    rows = [head for text, head in zip(texts, heads, strict=True) if "县 |" in text]
    assert rows == [(first,)] * 2
    assert all(head == () for text, head in zip(texts, heads, strict=True) if "。" in text)


LONG = "\n".join(
    [
        "# 全市水库",
        "",
        "| 序号 | 名称 | 库容（万立方米） | 建成年份 |",
        "| --- | --- | --- | --- |",
        *(f"| {n} | 柳塘第{n}号水库 | {n}.5 | {1950 + n % 60} |" for n in range(1, 281)),
    ]
)
long = asking({"水库.md": LONG})


def test_a_row_far_below_its_head_is_found_and_told_with_it(long: Assistant) -> None:
    quote = next(q for q in long.ask("柳塘第277号水库是哪年建成的？").quotes if q.n == 1)
    assert "第277号" in quote.text
    assert quote.head == ("序号", "名称", "库容（万立方米）", "建成年份")


OF_AGES = """# 桐溪供电惠民补贴

| 补贴项目 | 标准 |
|---|---|
| 高温补贴：室外作业人员 | 每人每天30元 |
| 取暖补贴：65至74周岁 | 每户每月40元 |
| 取暖补贴：75周岁及以上 | 每户每月90元 |
"""
of_ages = asking({"补贴.md": OF_AGES})


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("75岁以上老人取暖补贴每月多少？", "90元"),
        ("75周岁及以上的取暖补贴每月多少？", "90元"),
        ("65到74岁的取暖补贴每月多少？", "40元"),
    ],
)
def test_a_row_is_named_by_both_parts_of_its_name(
    of_ages: Assistant, question: str, answer: str
) -> None:
    assert [answer in quote.text for quote in of_ages.ask(question).quotes] == [True]


@pytest.mark.parametrize(
    "question",
    [
        "75岁以下的取暖补贴每月多少？",
        "60岁以上的取暖补贴每月多少？",
        "60周岁及以上的取暖补贴每月多少？",
    ],
)
def test_a_row_of_other_bounds_is_another(of_ages: Assistant, question: str) -> None:
    assert not of_ages.ask(question).answered


BARE = """# 渔港建议督办目录

编号 | 题目 | 提出人 | 主办 | 答复期限
第03号 | 关于修缮灯塔的建议 | 裴小满 | 港务局 | 6月15日
第07号 | 关于夜航补贴的建议 | 封一舟 | 财政局 | 7月31日

网上投票持续7天。
"""
bare = asking({"目录.txt": BARE})


def test_bars_between_spaces_part_cells_where_there_are_several(bare: Assistant) -> None:
    quotes = bare.ask("裴小满修缮灯塔的建议最晚哪天答复？").quoted
    assert [quote.text.split(" ")[0] for quote in quotes] == ["第03号", "编号"]
    assert not is_table_row("渔港一周 | 石门日报")


FARES = """# 东礁岛渡船收费标准

船票和行李按下表执行，价格每年春天核一次，由港务站公布。

附表：周末票价

舱位 | 每张最高价（元） | 座椅 | 行李（公斤） | 点心（份）
甲舱 | 48 | 软椅 | 31 | 2
乙舱 | 35 | 半软椅 | 25 | 1
丙舱 | 36 | 硬椅 | 22 | 0
"""
fares = asking({"收费.txt": FARES})


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("乙舱的最高价是多少元？", ["乙舱"]),  # neither the highest of all
        ("丙舱的行李是多少公斤？", ["丙舱"]),  # nor a 36 that counts the rows
        ("甲舱周末的最高价是多少元？", ["甲舱"]),  # which the caption says
        ("哪个舱位的最高价最高？", ["甲舱"]),
        ("乙舱的周末票最高价多少元？", ["乙舱"]),
        ("各舱的最高价分别是多少？", ["甲舱", "乙舱", "丙舱"]),
    ],
)
def test_a_column_may_be_called_highest(fares: Assistant, question: str, rows: list[str]) -> None:
    quotes = fares.ask(question).quotes
    assert [quote.text[:2] for quote in quotes if "|" in quote.text] == rows


INDICATORS = """# 某港区考核指标

各项指标由港务站按季核对，年底汇总后公布，办法另定。

| 类别 | 序号 | 指标 | 目标值 | 完成值 |
|---|---|---|---|---|
| 装卸 | 1 | 集装箱作业率 | 88 | 91 |
| 安全 | 2 | 泊位巡查率 | 95 | 97 |
| 安全 | 3 | 缆桩检修率 | 70 | 64 |
"""
indicators = asking({"考核.md": INDICATORS})


def test_a_row_is_called_by_what_stands_behind_its_number(indicators: Assistant) -> None:
    for question, row in (("集装箱作业率的目标值", "88"), ("缆桩检修率的完成值", "64")):
        assert [row in one.text for one in indicators.ask(f"{question}是多少？").quotes] == [True]


RAFTS = "\n".join(
    [
        "# 石浦湾渔排统计",
        "",
        "下表是各渔排两年的渔获量和网箱数，由各村报送，汇总后核对过一次。",
        "",
        "| 渔排 | 2023年 | | 2024年 | |",
        "|---|---|---|---|---|",
        "| | 渔获量（吨） | 网箱（个） | 渔获量（吨） | 网箱（个） |",
        *(f"| 石浦第{n}渔排 | {n + 100} | {n % 40} | {n * 2} | {n % 37} |" for n in range(1, 601)),
    ]
)
rafts = asking({"渔排.md": RAFTS})


def test_a_row_is_found_by_its_number_among_many(rafts: Assistant) -> None:
    for n in (477, 377):
        quotes = rafts.ask(f"石浦第{n}渔排2024年的渔获量是多少？").quotes
        assert [f"第{n}渔排" in quote.text for quote in quotes] == [True]
        found = rafts.index.search(f"石浦第{n}渔排2024年的渔获量是多少？", limit=3)
        assert any(f"第{n}渔排" in passage.text for passage in found)
    assert not rafts.ask("石浦第877渔排2024年的渔获量是多少？").answered
