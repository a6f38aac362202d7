"""Layouts in which people are introduced, and what they propose stands elsewhere."""

from __future__ import annotations

import pytest

from tests.registers import proposed, register

LAYOUTS = {
    "a heading 代表：张三": (
        (
            "冷链代表建议扫描\n\n**代表：韦秋禾（荔枝种植户）**\n"
            "“果子不预冷，三天就变色。”韦秋禾算过账。她建议按百亩一库布点。\n"
        ),
        [("韦秋禾", "按百亩一库布点")],
    ),
    "提案人 behind a title": (
        (
            "旅游类提案一览\n\n1.《让温泉水够用》　提案人：卞听泉\n水位下降11米。建议按井装表。\n\n"
            "2.《汐岛要限客》　提案人：李燕归（导游）\n天天人满。建议每日上岛不超过4000人。\n"
        ),
        [("卞听泉", "按井装表"), ("李燕归", "每日上岛不超过4000人")],
    ),
    "fields behind bullets": (
        (
            "# 提案\n\n## 第17号　关于整治充电难的提案\n\n- **提案人**：邵一鸣、汪静（文艺界）\n"
            "- **承办单位**：市消防支队\n\n车有68万辆。建议每10辆车配3个端口。\n"
        ),
        [("邵一鸣", "每10辆车配3个端口"), ("汪静", "每10辆车配3个端口")],
    ),
    "several fields in a line": (
        (
            "# 关于打通数据流通堵点的建议\n\n**案号**：第21号　**提案人**：沈亦航（省政协委员）　"
            "**承办**：省数据局\n\n## 一、背景\n\n成交额11亿元。\n\n## 二、四条建议\n\n"
            "(一)由省数据局牵头，公布开放清单。\n"
        ),
        [("沈亦航", "由省数据局牵头，公布开放清单")],
    ),
    "a name with its post in brackets": (
        (
            "# 发言摘登\n\n> 本刊摘登三篇。\n\n## 留在省内\n\n**霍启年（省政协常委、教授）**\n\n"
            "储量居全国第三位。\n\n初级产品占六成。\n\n成品率只有六成。\n\n技师只有八十人。\n\n为此建议：\n\n"
            "1. 建立省级收储机制。\n2. 延长产业链条。\n"
        ),
        [("霍启年", "建立省级收储机制"), ("霍启年", "延长产业链条")],
    ),
    "a speech that says whose it is": (
        (
            "让助餐点办得下去\n\n各位委员：\n\n我是医药卫生界委员韩佩兰，在医院当了二十六年护士。\n\n"
            "一、主要问题\n\n一是账算不过来。\n\n二、几点建议\n\n（一）推动送餐进楼。\n"
        ),
        [("韩佩兰", "推动送餐进楼")],
    ),
    "an interview with marks": (
        (
            "种粮不能只靠热血\n嘉宾：孙长河\n全国人大代表、某农机合作社理事长\n本报记者 鲁晓丹\n\n"
            "□ 今年的形势怎么样？\n\n■ 压力不小。我建议由县里定期发布指导价。\n"
        ),
        [("孙长河", "由县里定期发布指导价")],
    ),
    "an interview with whoever asks named": (
        (
            "——访全国政协委员、眼科专家沈若兰\n\n受访者：沈若兰\n采访者：本刊记者 夏天\n\n"
            "问：怎么改？\n\n答：我建议，低年级一律不得布置电子屏作业。\n"
        ),
        [("沈若兰", "低年级一律不得布置电子屏作业")],
    ),
    "what one is and also a deputy": (
        "卢静怡是某科技公司的创始人，也是全国人大代表。她提出，应明确禁止以凭证代替现金。\n",
        [("卢静怡", "应明确禁止以凭证代替现金")],
    ),
    "elected in a row of what one is": (
        "庞海生，46岁，某重工焊接班班长，2018年当选省人大代表。他建议打通工人的职称。\n",
        [("庞海生", "打通工人的职称")],
    ),
    "the title in front": (
        "第一站是蛏头港。代表危阿福当了三十年船老大。他建议每年清淤一次。\n",
        [("危阿福", "每年清淤一次")],
    ),
    "two names and one role": (
        "**林佩珊、谢国梁（全国人大代表）**\n\n两人提出，新建小区应预留起降点。\n",
        [("林佩珊", "新建小区应预留起降点"), ("谢国梁", "新建小区应预留起降点")],
    ),
    "she is a deputy": (
        "背包里的民情\n\n天还没亮，石桂香已经出了门。\n\n这条邮路她跑了21年。\n\n她是全国人大代表。\n\n她建议提高邮递员的津贴。\n",
        [("石桂香", "提高邮递员的津贴")],
    ),
    "a body's collective proposal": (
        "省工商联在一份团体提案中指出，出海企业各自为战。民进市委会的集体提案认为，应当统一标识。\n",
        [("民进市委会", "应当统一标识")],
    ),
    "symbols, names and roles": (
        (
            "一句话\n\n▶ 上官婷 市政协委员、晚报主任\n早晚都堵。建议应急车道改成公交道。\n\n"
            "▶ 武建民 市人大代表\n希望地铁延长到零点。\n"
        ),
        [("上官婷", "应急车道改成公交道"), ("武建民", "地铁延长到零点")],
    ),
    "emphasis around a name": (
        "**邱雨**委员说得细。而**尉迟峰**委员认为，应当推广爬楼机租用。\n",
        [("尉迟峰", "应当推广爬楼机租用")],
    ),
    "asked for what is to be done": (
        (
            "——对话省人大代表侯明哲\n\n记者：您的建议具体是什么？\n\n"
            "侯明哲：第一，按教师总数的百分之五增加编制。第二，支出允许税前扣除。\n"
        ),
        [("侯明哲", "按教师总数的百分之五增加编制"), ("侯明哲", "支出允许税前扣除")],
    ),
    "what is wrong before what is asked for": (
        (
            "补齐短板\n——在市政协会议上的发言\n县政协委员 彭立新\n\n归纳起来，有三个突出问题。\n\n"
            "一、班次少，等不起。\n\n二、亏损大，撑不住。\n\n结合外地做法，提出几点建议：\n\n（一）推动客货邮合一。\n"
        ),
        [("彭立新", "推动客货邮合一")],
    ),
    "somebody new begins the sentence": (
        "市政协委员梁子安建议多建车位。\n\n江西的万启胜不是委员，在会外等着。他希望把锂纳入储备。\n",
        [("梁子安", "多建车位")],
    ),
    "a reply that quotes the points": (
        (
            "对第1086号建议的答复\n\n舒兰英代表：\n\n您领衔的“关于改善客运条件的建议”收悉，现答复如下。\n\n"
            "一、关于“对农村班线实行政府购买服务”。\n省里每年安排补贴2.4亿元。\n"
        ),
        [("舒兰英", "对农村班线实行政府购买服务")],
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_whoever_is_introduced_so_proposes_what_stands_below(layout: str) -> None:
    text, rows = LAYOUTS[layout]
    assert proposed(text) == rows


def test_whoever_asks_and_a_trade_are_no_people() -> None:
    text = "冷链代表建议扫描\n\n采访者：本刊记者 夏天\n\n会上，冷链的建议有16件。\n"
    assert not register(text).people


def test_what_one_has_to_do_is_no_proposal() -> None:
    text = "省人大代表鲁继川说，看病要先坐两个小时汽车到县城，要办的手续比开矿还多。\n"
    assert not proposed(text)
