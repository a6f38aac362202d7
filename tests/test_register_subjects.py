"""What a figure counts, and numbers of several parts: ranges, changes, 亿 and 万."""

from __future__ import annotations

import pytest

from assistant.register.numbers import numbers
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
        ("去年夜校开课120门，其中到课不足5人的占44%。", ["夜校开课", "到课", "到课不足5人"]),
        ("全县夜校现有203家，停办的有21家，新开的不过6家。", ["全县夜校", "停办", "新开"]),
        ("今年抽查课桌86张，被损坏或占用的有53张。", ["课桌", "被损坏或占用"]),
        ("她说，自己班上去年毕业生52人，只有4人去学了修理。", ["毕业生"] * 2),
        ("镇上2019年有夜校学员1240人，去年秋季只剩687人。", ["有夜校学员"] * 2),
        ("课题组走访夜校54所。", ["夜校"]),
        ("赤水已开通夜校专线17条。", ["夜校专线"]),
        ("今年以来累计送课3200场次。", ["送课"]),
        ("杜老师所在学校生均活动面积4.1平方米。", ["生均活动面积"]),
        ("能上夜校的流动教室只有38间。", ["流动教室"]),
        ("流动教室每年进每所乡村学校不少于2次。", ["流动教室"]),
        ("—— 她那条邮路单程74公里，每月跑9趟。", ["邮路单程"] * 2),
        ("省级财政对老旧校舍更新给予每间18万元补助。", ["老旧校舍更新"]),
        ("由县文化馆每年办1期放映员培训班。", ["放映员培训班"]),
        ("5月6日至9日，我局收到市政协委员提案37件。", ["市政协委员提案"]),
        ("他写信来，说明夜校学员已有21人。", ["夜校学员"]),
        ("把授课时长纳入统计口径，低于20小时的不计。", ["授课时长"]),
        ("支队2024年处理夜校事故58起。", ["夜校事故"]),
        ("夜校教师，花三周走访停办夜校16所。", ["停办夜校"]),
        ("去年问卷调查学员860人。", ["学员"]),
        ("夜校学费一张只有30元。", ["夜校学费"]),
        ("夜校专线6路，2021年一天拉900人。", ["夜校专线6路"]),
        ("夜校的事，局里2024年计划新建7所。", ["夜校的事"]),
        ("未开课的11所转为社区用房。", ["未开课"]),
        ("去年在园儿童96人。", ["在园儿童"]),
        ("张三丰去年在校天数200天，在船天数90天。", ["在校天数", "在船天数"]),
        ("夜校测评：满意12票，不满意3票，投票3次。", ["满意", "不满意", "投票"]),
    ],
)
def test_what_is_counted_is_named_and_nothing_around_it(text: str, subjects: list[str]) -> None:
    assert [one.subject for one in register(text).figures] == subjects


def test_stretches_runs_terms_and_courses_are_counted() -> None:
    found = register("夜校班车跑9趟，修路86段，办2期，贴息年限3年；课时是2时段，第12期。").figures
    assert [(one.value, one.unit) for one in found] == [
        ("9", "趟"),
        ("86", "段"),
        ("2", "期"),
        ("3", "年"),
    ]


def test_calls_are_counted_and_what_begins_with_the_same_word_is_not() -> None:
    found = register("夜校来电8.7万通，接了3通电话，办了3通讯站。").figures
    assert [(one.value, one.unit) for one in found] == [("8.7", "万通"), ("3", "通")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the low end of a range counts as the high one does
        ("年产三至五万吨", [("3-5", "万吨")]),
        ("服务三十至五十万人，三万至五万户", [("30-50", "万人"), ("3-5", "万户")]),
        ("三千至五万元，三百至五百万元", [("0.3-5", "万元"), ("300-500", "万元")]),
        ("每户补助5000至1万元，5000至1万", [("0.5-1", "万元"), ("0.5-1", "万")]),
        ("七八成企业，两三成农户，七成五，", [("7-8", "成"), ("2-3", "成"), ("7.5", "成")]),
        # from one to the other is no range
        ("税率由13%到9%", [("13", "%"), ("9", "%")]),
        ("税率从原来的13%到9%，占13%到15%", [("13", "%"), ("9", "%"), ("13-15", "%")]),
        ("由百分之三到百分之五", [("3", "%"), ("5", "%")]),
        ("从原来的5元到8元", [("5", "元"), ("8", "元")]),
        # one number in two parts
        ("投资3亿5000万元，1亿2000万吨", [("3.5", "亿元"), ("1.2", "亿吨")]),
        ("共有2万3000人，2万5千公里", [("2.3", "万人"), ("2.5", "万公里")]),
    ],
)
def test_numbers_of_several_parts(text: str, found: list[tuple[str, str]]) -> None:
    assert [(number.value, number.unit) for number in numbers(text)] == found


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("公司目前年产能达到30万吨。", ""),
        ("60岁以上年龄段人口达2.8亿人。", ""),
        ("以前年度结余3亿元。", ""),
        ("世界上年产铜3万吨。", ""),
        ("上年产量30万吨。", "上年"),
        ("2016~2020年，全省新增产能300万吨。", "2016-2020"),
        ("2021-2025年，全省新增产能300万吨。", "2021-2025"),
        ("2021年-2025年，全省新增产能300万吨。", "2021-2025"),
        ("2021–2025年，全省新增产能300万吨。", "2021-2025"),
    ],
)
def test_the_year_is_no_part_of_a_word_and_has_both_its_ends(words: str, year: str) -> None:
    (figure,) = register(words).figures
    assert figure.year == year


def test_each_has_its_own_whatever_rises_and_falls() -> None:
    found = register("铜、铝价格分别上涨5%、下跌3%。").figures
    assert [(one.subject, one.value) for one in found] == [("铜", "5"), ("铝价格", "3")]


@pytest.mark.parametrize(
    ("sentence", "aimed"),
    [
        ("今年主要预期目标是：钢产量10亿吨。", True),
        ("钢产量拟压减到10亿吨。", True),
        ("钢产量10亿吨，超额完成目标。", False),
        ("完成了全年预期目标，钢产量10亿吨。", False),
        ("虚拟电厂用钢10亿吨。", False),
        ("提出钢产量10亿吨的发展目标。", True),
        ("实现了钢产量10亿吨的目标。", False),
        ("全\n国\n钢\n产\n量10亿吨，预计明年更高。", False),
        ("提出\n全国\n钢产量\n10亿吨的发展目标。", True),
    ],
)
def test_what_is_aimed_at_is_no_result(sentence: str, aimed: bool) -> None:
    assert [one.planned for one in register(sentence).figures] == [aimed]


def test_a_second_table_right_below_the_first_has_its_own_head() -> None:
    first = "| 企业 | 产量（万吨） |\n| --- | --- |\n| 甲厂 | 20 |\n"
    found = register(f"{first}| 地区 | 产值（亿元） |\n| 东区 | 30 |", "a.md").figures
    assert [(one.subject, one.unit) for one in found] == [
        ("甲厂、产量", "万吨"),
        ("东区、产值", "亿元"),
    ]


def test_the_unit_of_the_caption_is_none_of_a_rate() -> None:
    head = "表2 铜产量（单位：万吨）\n\n| 产品 | 2025年 | 增速 |\n| --- | --- | --- |\n"
    table = f"{head}| 铜 | 1204.5 | 5.3 |"
    assert [one.value for one in register(table, "a.md").figures] == ["1204.5"]


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("两省累计投入治理资金134亿元。", "治理资金"),
        ("已有1860个县（市、区）完成试点。", "县（市、区）"),
        ("发放总额200万元的夜校消费券。", "夜校消费券"),
        ("5位专家回答提问。", "专家"),
    ],
)
def test_what_a_number_counts(sentence: str, subject: str) -> None:
    assert [one.subject for one in register(sentence).figures] == [subject]


def test_when_something_was_built_is_not_when_it_is_counted() -> None:
    (figure,) = register("2000年以前建成的多层住宅有1926栋。").figures
    assert figure.year == ""
