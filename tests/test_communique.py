"""A communiqué, whose title and captions have the words of most questions on it."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.sentences.ranker import Lack
from tests.conftest import asking

TEXT = """# 柳浦市2024年国民经济和社会发展统计公报

柳浦市统计局

## 一、综合

初步核算，2024年全市生产总值812.4亿元，比上年增长5.6%。其中，第一产业增加值96.2亿元，增长3.8%；第二产业增加值347.5亿元，增长6.4%；第三产业增加值368.7亿元，增长5.3%。

大青山水库建成蓄水。

年末各类水库库容合计2.3亿立方米。

分行业看，制鞋业增加值增长8.1%，造纸业增加值下降3.7%。

## 二、金融

年末各项存款余额1204.6亿元，增长7.2%；各项贷款余额986.3亿元，其中绿色贷款余额58.9亿元，增长21.4%。

## 三、人口和社会保障

年末全市常住人口143.8万人，城镇化率58.2%。全市有托育机构218家，其中已登记151家；每千人口拥有托位3.9个。

年末拆除危旧房屋1.6万平方公尺。市水泥厂年产量由2023年的21万吨增加到2024年的34万吨。

全市绿化面积43万亩，比2022年的40万亩多。有4A级景区5家。农村居民人均可支配收入24310元。

苇塘县人口不到42万，县医院院长叫许南亭，外科医生出身。

**表1 分县主要指标**

| 县 | 常住人口（万人） | 果园面积（亩） | 规上企业（家） |
| --- | --- | --- | --- |
| 东川县 | 32.4 | 18600 | 74 |
| 南桥县 | 27.9 | 25300 | 41 |
| 西坪县 | 19.5 | 9700 | 23 |

## 四、企业困难

部分企业经营困难，主要原因，

一是
产品跟不上市场。不少企业设备陈旧。

二是
用工成本上升。去年人均工资涨了一成。

三是
历史欠账太多，轻装上阵不易。

这些问题要逐步解决。
"""

TALK = """食堂怎样办得久——对话两位委员

嘉宾：

巫启衡  全国政协委员、柳浦市安和养老集团董事长

鲍春霖  全国政协委员、柳浦市图书馆馆长

问：收费怎么定？

　　巫启衡：我们的收费，自理老人每月2600元，失能老人每月5900元。前年招了40名毕业生，一年后留下来的只有17名。

问：鲍馆长怎么看？

　　鲍春霖：图书馆给老人送书，去年送了八千册。政协第二十三号提案就是讲送书上门的。
"""


assistant = asking(
    {
        "柳浦市2024年国民经济和社会发展统计公报.md": TEXT,
        "食堂怎样办得久——对话两位委员.txt": TALK,
    }
)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("2024年柳浦市绿色贷款余额", "绿色贷款余额58.9亿元"),
        ("2024年柳浦市造纸业增加值增减情况", "造纸业增加值下降3.7%"),
        ("柳浦市2024年生产总值中三次产业的增加值各是多少？", "第三产业增加值368.7亿元"),
        ("全市一共有多少家托育机构完成了登记？", "已登记151家"),
        ("年末拆了多少平方米危旧房屋？", "1.6万平方公尺"),
        ("水泥厂2023年的年产量是多少？", "21万吨"),
        ("安和养老集团失能老人每月收费多少？", "失能老人每月5900元"),
        ("巫启衡集团前年招了多少名毕业生，后来留下几个？", "留下来的只有17名"),
        ("第23号提案讲的是什么？", "送书上门"),
        ("2022年绿化面积是多少？", "比2022年的40万亩"),
        ("苇塘县医院院长是谁？", "县医院院长叫许南亭"),
        ("水泥公司年产量2024年是多少？", "2024年的34万吨"),
    ],
)
def test_what_a_title_says_too_is_no_answer(
    assistant: Assistant, question: str, words: str
) -> None:
    answer = assistant.ask(question)
    assert answer.answered and words in answer.quotes[0].text


def test_rows_are_compared_by_what_their_column_measures(assistant: Assistant) -> None:
    texts = [quote.text for quote in assistant.ask("东川县和南桥县，哪个县果园多？").quotes]
    assert [text.split("|")[1].strip() for text in texts] == ["东川县", "南桥县"]


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("东川县的城镇化率是多少？", Lack.PLACE),  # that of the whole city is told
        ("西坪县常住人口城镇化率是多少？", Lack.PLACE),  # not what the column is on
        ("全市的黄金产量是多少？", Lack.GOODS),
        ("全市有多少家5A级景区？", Lack.GOODS),
        ("全市城镇居民人均可支配收入是多少？", Lack.GOODS),
    ],
)
def test_what_is_of_others_is_none(assistant: Assistant, question: str, why: Lack) -> None:
    found = assistant.inspect(question)
    assert found.why is why and not found.answer.answered


def test_what_a_document_is_called_is_no_name(assistant: Assistant) -> None:
    assert assistant.ask("文件里说的“历史欠账”是怎么回事？").answered


def test_where_somebody_works_is_no_university(assistant: Assistant) -> None:
    assert not assistant.ask("鲍春霖在哪所大学任职？").answered
    assert "图书馆馆长" in assistant.ask("鲍春霖是什么身份？").quotes[0].text


def test_items_may_be_told_more_of(assistant: Assistant) -> None:
    answer = assistant.ask("企业经营困难的三条主要原因是什么？")
    said = "".join(quote.text for quote in answer.quotes)
    assert all(words in said for words in ("产品跟不上市场", "用工成本上升", "历史欠账太多"))


REPORT = """1971年政府工作报告

华明远总理在报告中首先指出，三年来各项事业有了很大的发展，农业连年丰收，工业生产逐步恢复。

接着谈到困难。1970年，邻国突然撕毁合同，撤走专家，停止供应设备，大大加重了我们的困难。但是困难没有把我们压倒。

报告还说，今年要修好两条铁路，办好三百所学校。
"""
report = asking(
    {
        "1971年政府工作报告.txt": REPORT,
        "1972年政府工作报告.txt": "1972年政府工作报告\n\n今年粮食增产。\n",
    }
)


def test_what_somebody_said_in_a_report_is_what_the_report_says(report: Assistant) -> None:
    answer = report.ask("华明远在1971年的报告里说，邻国1970年做了哪些事加重了困难？")
    assert "撕毁合同" in answer.quotes[0].text


AIM = """2016年政府工作报告

今年发展的主要预期目标是：全省生产总值增长7%左右，就业稳定。
"""
CAME = """2017年政府工作报告

一、2016年工作回顾

全省生产总值达到3.2万亿元，增长6.4%，好于预期。
"""
aims = asking({"2016年政府工作报告.txt": AIM, "2017年政府工作报告.txt": CAME})


def test_what_came_of_a_year_is_quoted_before_what_was_aimed_at(aims: Assistant) -> None:
    assert "6.4%" in aims.ask("2016年全省生产总值增长多少？").quotes[0].text
    assert "7%左右" in aims.ask("2016年全省生产总值的增长目标是多少？").quotes[0].text
    assert "6.4%" in aims.ask("2016年定的生产总值增长目标，最后实现了多少？").quotes[0].text
    told = aims.ask("2016年全省生产总值增长的目标完成了没有？").quotes
    assert not any("7%左右" in quote.text for quote in told)
    assert not aims.ask("2017年全省经济增长率实际是多少？").answered


YEAR_BY_YEAR = {
    "2014年政府工作报告.txt": """2014年政府工作报告

各位代表：

全省生产总值突破3000亿元，比上年增长8.4%。粮食总产量46亿公斤，比上年增产2亿公斤。

根据这个要求，今年全省生产总值计划增长7%。
""",
    "2015年政府工作报告.txt": """2015年政府工作报告

各位代表：

全省生产总值达到3320亿元，比上年增长7.7%；城镇新增就业21万人，超过预期目标；公共财政收入310亿元。

综合各方面的条件，今年经济增长速度的目标，定为百分之六至七。
""",
}
year_by_year = asking(YEAR_BY_YEAR)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("2014年全省生产总值增长多少？", "7.7%"),
        ("2014年GDP增速多少", "7.7%"),
        ("2014年经济增长多少？", "7.7%"),
        ("2014年公共财政收入多少？", "310亿元"),
        ("2013年全省生产总值增长多少？", "8.4%"),
    ],
)
def test_what_compares_to_last_year_is_of_the_year_before_its_report(
    year_by_year: Assistant, question: str, words: str
) -> None:
    assert words in year_by_year.ask(question).quotes[0].text


def test_what_a_report_says_of_the_year_before_is_not_told_of_its_own(
    year_by_year: Assistant,
) -> None:
    assert not year_by_year.ask("2014年粮食总产量是多少？").answered
