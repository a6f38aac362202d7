"""The register counted: by theme, role, kind and place, and by year."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from assistant.messages import ZH
from assistant.page.register_counts import render_counts
from assistant.page.register_filters import named_counts, render_filters
from assistant.page.register_rows import ordered, render_rows
from assistant.page.register_view import RegisterView
from assistant.register import (
    Count,
    Register,
    counts,
    extract,
    figure_year,
    province,
    provinces,
    select,
    sense,
    series,
    timeline,
)
from assistant.register.overview import By
from corpus import split
from corpus.types import Document

DOCUMENT = Document("a.txt", "全国人大代表、某大学校长张三丰建议立法。去年钢产量10亿吨。", "甲")
FOUND = extract(DOCUMENT, split(DOCUMENT))
(ROW,), (FIGURE,) = FOUND.proposals, FOUND.figures
ROW = replace(ROW, theme="教育")
OTHER = replace(ROW, name="李四", role="河南省政协委员", theme="", document="b.txt")
ROWS = (ROW, replace(ROW, proposal="拨款"), OTHER)


@pytest.mark.parametrize(
    ("by", "counted"),
    [
        ("theme", [Count("教育", 2, 1), Count("", 1, 1)]),
        ("role", [Count("全国人大代表", 2, 1), Count("河南省政协委员", 1, 1)]),
        ("kind", [Count("高校", 3, 2)]),
        ("province", [Count("河南", 1, 1), Count("", 2, 1)]),
        ("person", [Count("张三丰", 2, 1), Count("李四", 1, 1)]),
        ("document", [Count("甲", 3, 2)]),
    ],
)
def test_counts_put_the_most_first_and_the_nameless_last(by: By, counted: list[Count]) -> None:
    assert list(counts(ROWS, by)) == counted
    assert counts((), by) == ()


def test_the_first_table_with_rows_is_shown_until_one_is_chosen() -> None:
    view, figures = RegisterView(), Register(figures=FOUND.figures)
    assert view.on(FOUND).table == view.on(Register()).table == "proposals"
    assert view.on(figures).table == view.changed({"text": "钢"}).on(figures).table == "figures"
    assert view.changed({"table": "people"}).on(figures).table == "people"
    assert view.changed({"table": "x"}) == view


def test_only_filters_that_figures_have_are_cleared_above_them() -> None:
    whole = replace(FOUND, figures=(FIGURE,))
    for table, cleared in (("proposals", True), ("figures", False)):
        shown = RegisterView(table=table, theme="教育")
        assert (ZH.register_clear in render_filters(whole, shown, ZH)) is cleared
    assert ZH.register_clear in render_filters(whole, RegisterView(table="figures", text="钢"), ZH)


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("| 甲县 | 12 |  |", "甲县 ｜ 12 ｜ "),
        ("- **产量**12吨。", "• 产量12吨。"),
        ("12|3", "12|3"),
    ],
)
def test_a_row_of_a_table_is_read_without_its_marks(sentence: str, shown: str) -> None:
    row = replace(FIGURE, sentence=sentence, document="a.md")
    drawn = render_rows([row], "figures", "", 1, {}, ZH)
    assert f">{shown}</td>" in drawn


def test_the_timeline_goes_by_the_years_of_the_documents() -> None:
    assert timeline(ROWS, {"a.txt": "2026-03-05", "b.txt": "2024"}) == (
        Count("2024", 1, 1),
        Count("2026", 2, 1),
    )
    assert timeline(ROWS, {}) == (Count("", 3, 2),)


def test_what_has_no_year_is_counted_beside_the_years() -> None:
    rows = (*ROWS, replace(ROW, document="c.txt"))
    drawn = render_counts(Register(proposals=rows), {"a.txt": "2024", "c.txt": "2025-03"}, ZH)
    by_year = drawn[drawn.index("年份") :]
    assert re.findall("<span>([^<]+)</span><span>(.)</span>", by_year) == [
        ("2024", "2"), ("2025", "1"), ("无年份", "1"),
    ]  # fmt: skip


def test_the_day_of_a_diary_is_no_theme() -> None:
    days = ("5月2日 小雨", "2024年十月十一日", "5月2日植树节倡议书的由来与影响")
    rows = [replace(ROW, theme=day) for day in days]
    assert [one.name for one in named_counts(rows, "theme")] == [days[-1]]
    assert len(named_counts([replace(ROW, role=days[0])], "role")) == 1


def test_a_subject_by_year_holds_every_value_and_says_which_years_are_assumed() -> None:
    silent = replace(FIGURE, year="")
    rows = (silent, FIGURE, replace(silent, value="11"), replace(FIGURE, subject="煤产量"))
    (one,) = series(rows, {"a.txt": "2026"})
    assert (one.subject, one.unit, one.years) == ("钢产量", "亿吨", ("2025", "2026"))
    assert [value.stated for value in one.values] == [True, False, False]
    assert series(rows, {}) == ()


def test_what_two_documents_say_of_a_year_is_one_value() -> None:
    stated = replace(FIGURE, year="2025")
    rows = [
        replace(FIGURE, year="", document="b.txt"),  # of 2025, by the year of the document
        replace(FIGURE, year="去年", document="c.txt", confidence=0.6),
        stated,
        replace(FIGURE, year="2025", value="11"),
        replace(FIGURE, year="2024"),
    ]
    (one,) = series(rows, {"b.txt": "2025", "c.txt": "2026"})
    told = [(value.year, value.figure.value) for value in one.values]
    assert told == [("2024", FIGURE.value), ("2025", FIGURE.value), ("2025", "11")]
    assert one.values[1].figure is stated  # says the year, and most surely


def test_what_a_province_has_is_another_series_than_what_the_country_has() -> None:
    titles = ("甲川省2025年计划执行情况的报告", "2025年政府工作报告")
    rows = [
        replace(FIGURE, year=year, title=title, document=title)
        for title in titles
        for year in ("2024", "2025")
    ]
    assert [(one.place, len(one.values)) for one in series(rows, {})] == [("甲川省", 2), ("", 2)]


@pytest.mark.parametrize(
    ("section", "year"),
    [
        ("一、2018年工作回顾", "2018"),
        ("一、一九五六年的工作 > （一）农业", "1956"),
        ("一、过去一年和五年工作回顾", "2018"),
        ("二、对今年政府工作的建议", "2019"),
        ("一、过去五年工作回顾", ""),
        ("二、“十四五”时期主要目标", ""),
        ("一、过去五年工作回顾 > （一）2017年工作", "2017"),
        ("三、2018年执行情况和2019年草案", "2019"),
        ("某公司", "2019"),
    ],
)
def test_without_a_year_a_figure_is_of_the_year_of_its_heading(section: str, year: str) -> None:
    silent = replace(FIGURE, year="", section=section)
    assert figure_year(silent, {"a.txt": "2019"}) == year
    assert figure_year(replace(silent, year="2001"), {"a.txt": "2019"}) == "2001"
    assert figure_year(replace(silent, year="去年"), {"a.txt": "2019"}) == "2018"
    annual = replace(silent, title="某公司2018年年度报告", section="")
    assert figure_year(annual, {"a.txt": "2018"}) == "2018"
    assert figure_year(replace(annual, planned=True), {"a.txt": "2018"}) == "2019"


@pytest.mark.parametrize(
    ("before", "said", "year"),
    [
        ("五年城镇新增就业", "", ""),
        ("近三年全市共处理污水", "", ""),
        ("二十多年来造林", "", ""),
        ("2018年起发放，两年共", "2018", ""),  # the sum of two years, not what 2018 had
        ("五年新增公路300公里；城镇新增就业", "", "2019"),
        ("粮食连续6年增产，产量", "", "2019"),
        ("比五年前的管道长", "", "2019"),
        ("第五个五年计划规定产量为", "", "2019"),
        ("三年建成大坝，2018年发电", "2018", "2018"),
        ("三年建成大坝，一九五七年发电", "1957", "1957"),
        ("PM2.5年均浓度降到", "", "2019"),
        ("城镇新增就业年均", "", ""),
        ("粮食产量连年稳定在", "", ""),
        ("粮食产量连续五年稳定在", "", ""),
        ("2018年，平均每年造林", "2018", ""),
    ],
)
def test_what_several_years_have_together_is_of_none(before: str, said: str, year: str) -> None:
    row = replace(
        FIGURE, year=said, qualifier="", sentence=f"{before}60万人。", sentence_start=0,
        start=len(before), end=len(before) + 3,
    )  # fmt: skip
    assert figure_year(row, {"a.txt": "2019"}) == year
    in_all = replace(row, qualifier="累计")  # over the years of its heading, if none is said
    assert figure_year(in_all, {"a.txt": "2019"}) == (year if said else "")
    grown = replace(row, qualifier="累计增长")  # drawn apart from what one year changed
    assert figure_year(grown, {"a.txt": "2019"}) == (said or "2019")


def test_a_year_to_come_is_no_result() -> None:
    words = "到2030年钢产量达到10亿吨。"
    at = words.index("10")
    row = replace(FIGURE, year="2030", sentence=words, sentence_start=0, start=at, end=at + 4)
    for years, aimed in (({"a.txt": "2026"}, True), ({"a.txt": "2031"}, False), ({}, True)):
        (one,) = series((row, replace(FIGURE, year="2025")), years)
        assert [value.planned for value in one.values] == [False, aimed]


@pytest.mark.parametrize(
    ("section", "aimed"),
    [
        ("甲市规划 > 二、主要目标", True),
        ("二、主要目标 > 去年工作", False),
        ("一、目标完成情况", False),
        ("一、圆满完成全年目标任务", False),
        ("二、锚定目标，经济稳中有进", False),
        ("一、2023年工作回顾 > （一）主要目标", False),
        ("二、目标任务", True),
    ],
)
def test_what_stands_below_the_aims_is_no_result(section: str, aimed: bool) -> None:
    row = replace(FIGURE, year="2024", section=section)
    (one,) = series((row, replace(FIGURE, year="2023")), {})
    assert [value.planned for value in one.values] == [False, aimed]


def test_the_ends_of_a_range_have_their_own_signs() -> None:
    values = {"95": [95], "25-30": [25, 30], "1/4": [0.25], "-3.5": [-3.5], "-3--1": [-3, -1]}
    for value, ends in values.items():
        assert list(replace(FIGURE, value=value).numbers) == ends


def test_only_like_is_drawn_with_like() -> None:
    said = (
        "增长",
        "比上年增长",
        "年均、增长",
        "比1952年增长",
        "占总量的",
        "提高到",
        "下降",
        "降至",
    )
    rows = [
        replace(FIGURE, value=str(place), qualifier=words, year=year)
        for place, words in enumerate(said)
        for year in ("1", "2")
    ]
    found = {one.sense: one.values for one in series(rows, {})}
    told = {sense: {value.figure.qualifier for value in values} for sense, values in found.items()}
    assert told == {
        "change": {"增长", "比上年增长", "下降"},
        "longer": {"年均、增长", "比1952年增长"},
        "share": {"占总量的"},
        "level": {"提高到", "降至"},
    }
    assert {value.figure.qualifier for value in found["change"] if value.falls} == {"下降"}
    assert not any(value.falls for value in found["level"])


@pytest.mark.parametrize("words", ["上浮", "上调", "反弹", "走高", "下浮", "下调"])
def test_whatever_rises_or_falls_in_a_sentence_has_changed(words: str) -> None:
    text = f"2025年门票价格{words}5%。"
    document = Document("a.txt", text, "甲")
    (figure,) = extract(document, split(document)).figures
    assert (figure.qualifier, sense(figure.qualifier)) == (words, "change")
    (one,) = series([figure, replace(figure, year="2024")], {})
    assert {value.falls for value in one.values} == {words.startswith("下")}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("河南省", "河南"),
        ("新疆维吾尔自治区", "新疆"),
        ("上海", "上海"),
        ("上海市", "上海"),
        ("吉林市", ""),
        ("河南大学", ""),
        ("", ""),
    ],
)
def test_names_of_provinces(words: str, name: str) -> None:
    assert province(words) == name


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("青海海南州", ["青海"]),
        ("河南蒙古族自治县", []),
        ("广东省海南商会", ["广东"]),
        ("上海市北京西路街道", ["上海"]),
        ("江苏省浙江省、安徽", ["江苏", "浙江", "安徽"]),
        ("北京上海", ["北京", "上海"]),
    ],
)
def test_a_place_within_a_province_is_no_other_province(words: str, names: list[str]) -> None:
    assert list(provinces(words)) == names


def test_a_city_lies_in_its_province() -> None:
    mayor = replace(ROW, role="全国人大代表", organisation_title="徐州市市长")
    other = replace(ROW, role="全国人大代表", organisation_title="河南阳光公司董事长")  # not 南阳
    assert [one.name for one in counts([mayor, other], "province")] == ["江苏", "河南"]
    assert select([mayor, other], organisation="江苏省") == (mayor,)
    assert select([mayor, other], organisation="河南") == (other,)


def test_last_year_is_put_in_order_by_the_year_of_its_document() -> None:
    earlier, named = replace(FIGURE, document="b.txt"), replace(FIGURE, year="2001")
    years = {"a.txt": "2024", "b.txt": "1978"}
    rows = [earlier, FIGURE, named]
    assert ordered(rows, "-year", years) == [FIGURE, named, earlier]
    assert ordered(rows, "year", years) == [earlier, named, FIGURE]
