"""Tables of an annual report, asked as people ask: by short names, of whom, which, and who lost."""

from __future__ import annotations

import pytest

from assistant import Assistant
from tests.conftest import asking

REPORT = """柳浦仪表股份有限公司2025年年度报告

第一节 公司简介

公司的中文名称\t柳浦仪表股份有限公司
公司的法定代表人\t古向阳
董事会秘书\t闻人静
公司网址\twww.liupu.example

第二节 主要财务数据
单位：万元

主要会计数据\t2025年\t2024年\t本期比上年同期增减（%）
营业收入\t64,210.5\t60,118.2\t6.81
归属于上市公司股东的净利润\t5,120.3\t4,870.9\t5.12
归属于上市公司股东的扣除非经常性损益的净利润\t4,655.1\t4,702.6\t-1.01
经营活动产生的现金流量净额\t3,318.4\t6,902.7\t-51.93

项目\t第一季度\t第二季度\t第三季度\t第四季度
营业收入\t14,002.1\t16,118.9\t17,200.4\t16,889.1
归属于上市公司股东的净利润\t902.2\t1,644.8\t1,310.0\t1,263.3

第三节 产销和子公司

主要产品\t生产量（万只）\t销售量（万只）\t库存量（万只）\t生产量比上年增减（%）
水表\t310.4\t305.9\t14.2\t4.4
气表\t88.1\t90.6\t3.9\t-6.3

公司名称\t主要业务\t持股比例（%）\t净利润
柳浦智慧计量有限公司\t水表软件\t80\t1,206.7
柳浦燃气仪表有限公司\t气表\t65\t-338.2

第四节 人员和股东

姓名\t职务\t报告期内从公司获得的税前报酬总额（万元）\t是否在关联方获取报酬
古向阳\t董事长\t96.5\t否
闻人静\t董事会秘书\t61.8\t否
水清扬\t董事\t0\t是

教育程度\t人数
硕士\t41
本科\t226

股东名称\t持股比例（%）\t质押或冻结情况
柳浦实业集团有限公司\t38.2\t无
云下投资合伙企业\t7.4\t质押500万股

排名\t用户\t采购额（万元）
1\t北岸水务\t9,870
2\t南岸燃气\t4,310
"""
assistant = asking({"年报.txt": REPORT})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("净利润增长了多少？", "5.12"),
        ("归母净利润是多少？", "5,120.3"),
        ("扣非净利润是多少？", "4,655.1"),
        ("经营现金流下降了多少？", "-51.93"),
        ("第二季度的归母净利润是多少？", "1,644.8"),
        ("哪个季度净利润最高？", "1,644.8"),
        ("董秘是谁？", "闻人静"),
        ("法定代表人是谁？", "古向阳"),
        ("水表的产量和销量各多少？", "305.9"),
        ("哪些产品的产量下降了？", "气表"),
        ("智慧计量公司的持股比例是多少？", "80"),
        ("哪家子公司亏损了？", "柳浦燃气仪表"),
        ("薪酬最高的是谁？", "古向阳"),
        ("谁在关联方领取报酬？", "水清扬"),
        ("谁没有从公司领薪酬？", "水清扬"),
        ("本科学历的有多少人？", "226"),
        ("哪个股东有质押？", "云下投资"),
        ("南岸燃气的采购额是多少？", "4,310"),
    ],
)
def test_the_row_that_is_asked_for_is_quoted_alone(
    assistant: Assistant, question: str, told: str
) -> None:
    quotes = assistant.ask(question).quotes
    assert len(quotes) == 1 and told in quotes[0].text


@pytest.mark.parametrize("question", ["哪个月净利润最高？", "第五季度的营业收入是多少？"])
def test_what_no_column_is_of_is_not_told(assistant: Assistant, question: str) -> None:
    assert not assistant.ask(question).answered
