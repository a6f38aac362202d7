"""Which year a question names, of a document or of a fact, and which numbers are none."""

from __future__ import annotations

import pytest

from corpus import Document
from index.titles import Titles, document_years, naming, year_of, years


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("江畔产业研究院的专报说，走访了几家企业？", "走访了几家企业?"),
        ("《江畔产业研究院》是什么？", "《江畔产业研究院》是什么？"),  # asks nothing without it
        ("走访了江畔产业研究院几次？", "走访了江畔产业研究院几次？"),
    ],
)
def test_what_names_the_document_is_not_looked_for_in_it(question: str, rest: str) -> None:
    document = Document("专报.txt", "", "园区供热专报", organisation="江畔产业研究院")
    titles = Titles([document, Document("其他.txt", "", "其他")])
    assert titles.without(question) == rest
    assert titles.match(question).tolist() == [1.0, 0.0]


@pytest.mark.parametrize(
    ("text", "named", "of_document"),
    [
        ("2024年政府工作报告说产量是多少？", ["2024"], ["2024"]),
        ("二〇二四年的产量是多少？", ["2024"], []),
        ("张三2024年提了什么提案？", ["2024"], []),
        ("2024人均收入是多少？", ["2024"], []),
        ("2025家电下乡补贴多少？", ["2025"], []),
        ("2026项目清单", ["2026"], []),
        ("2024元旦、2024所得税、2025亩均产值", ["2024", "2025"], []),
        ("2024户籍改革、2025座谈会、2026倍增计划", ["2024", "2025", "2026"], []),
        ("2000元、2000亩、2000户、2000所、2000座和2000倍", [], []),
        ("2000万元以上的项目有哪些规划？", [], []),
        ("补贴2000元的方案是谁提的？", [], []),
        ("年处理2000吨的提案", [], []),
        ("覆盖2000多人的报告", [], []),
        ("2000.5公里，2000,500吨", [], []),
        ("2019，2020年和2024.3.5", ["2019", "2020", "2024"], []),
        ("the 2009 report", ["2009"], ["2009"]),
    ],
)
def test_a_year_is_no_amount(text: str, named: list[str], of_document: list[str]) -> None:
    assert years(text) == named
    assert document_years(text) == of_document
    assert named or not naming(text)


def test_of_a_year_only_what_is_on_the_place_that_is_asked_about_is_meant() -> None:
    names = ("辰原市2024年统计公报", "申屿市政府工作报告2023", "2023年全会公报")
    titles = Titles([Document(f"{name}.txt", "", name) for name in names])
    assert titles.match("辰原市2023年的财政收入是多少？").tolist() == pytest.approx([0.7, 0, 1])
    assert titles.match("2023年的财政收入是多少？").tolist() == [0, 1, 1]


def test_a_bulletin_tells_of_its_own_year_whenever_it_appears() -> None:
    bulletin = Document("甲.txt", "", "辰原市2024年统计公报", date="2025-03-28")
    titles = Titles([bulletin, Document("乙.txt", "", "政府工作报告", date="2025-01-08")])
    assert titles.match("2024年的财政收入是多少？").tolist() == pytest.approx([1, 0.7])
    assert titles.match("2023年的财政收入是多少？").tolist() == [0, 0]
    assert titles.match("2025年的财政收入是多少？").tolist() == pytest.approx([0.7, 1])


def test_by_how_much_something_grew_is_told_a_year_later() -> None:
    titles = Titles([Document(f"{year}.txt", "", f"{year}年政府工作报告") for year in (2016, 2017)])
    assert titles.match("2016年产值增长多少？").tolist() == [1, 1]
    assert titles.match("2016年产值增长目标是多少？").tolist() == pytest.approx([1, 0.7])


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("甲市五家企业2020—2024年经营情况", "2024"),
        ("甲市水网规划（2021—2025年）", "2021"),
        ("甲市三年行动方案2021—2023", "2021"),
        ("甲院大事记（1986—2025）", "1986"),
        ("甲市2020—2024年主要经济指标", "2024"),
        ("2023年调研报告", "2023"),
        ("调研报告", ""),
    ],
)
def test_a_document_on_several_years_is_of_the_last_unless_it_plans_them(
    title: str, year: str
) -> None:
    assert year_of(Document("甲.txt", "", title)) == year
