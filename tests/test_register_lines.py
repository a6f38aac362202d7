"""Lists, motions and minutes as they are laid out: fields in lines, items, who speaks together."""

from __future__ import annotations

import pytest

from tests.registers import proposed, register

LIST = """001号
案　由：关于多建夜校的提案
提案人：张三丰（市某医院医师）

002号
案　由：关于增设车站的提案
提案人：民建某某市委
摘　要：全市有车站三十座。建议在桥头增设车站。

003号
案　由：关于夜间照明的提案
提案人：李四光、王五岳
摘　要：路灯太少。建议在河边多装路灯。"""


def test_what_stands_on_a_line_of_its_own_is_a_field_of_its_own() -> None:
    """Though a line before it ends without a full stop, and its key is spread by a space."""
    assert proposed(LIST) == [
        ("张三丰", "关于多建夜校的提案"),
        ("民建某某市委", "在桥头增设车站"),
        ("李四光", "在河边多装路灯"),
        ("王五岳", "在河边多装路灯"),
    ]


MOTION = """关于多建夜校的联名提案

第一提案人：张三丰（全国政协委员、某研究院院长）
联名提案人：李四光（全国政协委员、某协会会长）
　　　　　　王五岳（全国政协委员）
界　　　别：教育界

一、基本情况

全国现有夜校三百所。

二、对策建议

为此，我们建议：

（一）提高补贴标准。由国家设立夜校基金。补贴应与课时挂钩。

（二）打通学分。夜校与大学互认学分。"""


def test_proposers_below_each_other_all_ask_for_what_is_below_the_headings() -> None:
    found = proposed(MOTION)
    assert list(dict.fromkeys(name for name, _ in found)) == ["张三丰", "李四光", "王五岳"]
    assert [said for name, said in found if name == "王五岳"] == [
        "由国家设立夜校基金",
        "补贴应与课时挂钩",
        "夜校与大学互认学分",
    ]


MINUTES = """第三小组讨论记录

主持人：赵六一（市政协常委、某商会会长）

张三丰（某轴承公司总经理）：电价太高。建议企业抱团购电。我看需要跳一跳才够得着。

李四光、王五岳（共同发言）：我们联合提一个建议：在山区多建夜校。

钱七星（市水利局局长）：要把项目抓紧建好。"""


def test_whoever_has_a_post_speaks_in_minutes_but_an_official_answers() -> None:
    assert proposed(MINUTES) == [
        ("张三丰", "企业抱团购电"),
        ("李四光", "在山区多建夜校"),
        ("王五岳", "在山区多建夜校"),
    ]


def test_a_number_behind_the_colon_tells_what_is_and_is_no_proposal() -> None:
    text = "全国人大代表张三丰与全国人大代表李四光联名提案：果蔬损耗率高达22%。建议在产地建冷库。"
    assert proposed(text) == [("张三丰", "在产地建冷库"), ("李四光", "在产地建冷库")]


def test_what_a_teacher_said_is_told() -> None:
    text = "张三丰（全国人大代表、某公司董事长）：老师当年说“种地要先看种”，我记了一辈子。"
    assert proposed(text) == []


def test_a_mark_at_the_head_of_a_line_is_no_part_of_a_post() -> None:
    (one,) = register("▪️ 校友会秘书长李四光看完直播后倡议：校友企业每年招实习生。").people
    assert one.organisation_title == "校友会秘书长"


@pytest.mark.parametrize("mark", ["●", "○"])
def test_a_list_is_marked_with_circles_as_with_dots(mark: str) -> None:
    (one,) = register(f"{mark}斯日古楞，全国人大代表，某公司董事长").people
    assert (one.name, one.organisation_title) == ("斯日古楞", "某公司董事长")
    column = f"全国人大代表张三丰：建议设立夜校。\n{mark} 行业数据\n应当扩大产能，降低成本。"
    assert proposed(column) == [("张三丰", "设立夜校")]


ALL_OF_THEM = """关于制定《某某省夜校条例》的议案

领衔代表：张三丰（省人大代表、某某律师事务所主任）
联名代表：李四光（某某医院护士长）、田·阿花（某某镇剪纸传承人）等12名省人大代表

一、案由

现有夜校不足百所。

二、立法建议

（一）明确夜校教师的编制，经费由省财政分担。

三、其他说明

李四光代表认为，条例的名称通俗易懂。其余代表没有不同意见。

建议将本条例列入省人大常委会立法计划。

办理情况：

建议先行调研。
"""


def test_what_a_motion_asks_for_is_its_movers_who_are_all_deputies() -> None:
    found = register(ALL_OF_THEM)
    movers = ["张三丰", "李四光", "田·阿花"]
    assert [(one.name, one.role) for one in found.people] == [(n, "省人大代表") for n in movers]
    asked = ["明确夜校教师的编制，经费由省财政分担", "将本条例列入省人大常委会立法计划"]
    assert proposed(ALL_OF_THEM) == [(name, words) for words in asked for name in movers]


REPLY = """对市政协第12号提案的答复

张三丰委员：

您提出的《关于改善夜校的提案》收悉，现答复如下：

您长期关心夜校。此外，提案要求夜校的学费应事先公布。

与您联名的市政协委员李四光在座谈时补充提出，把夜校的时间与末班车衔接，我局已列入方案。

某某市教育局
"""


def test_a_reply_tells_who_it_answers_and_what_else_was_asked() -> None:
    assert proposed(REPLY) == [
        ("张三丰", "夜校的学费应事先公布"),
        ("李四光", "把夜校的时间与末班车衔接"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("市人大代表张三丰认为，应对报考夜校的学生免除学费。", "应对报考夜校的学生免除学费"),
        ("市人大代表张三丰从安全出发，要求夜校门口限行。", "夜校门口限行"),
        ("市人大代表张三丰：设立夜校基金。对办学的单位减免租金。", "对办学的单位减免租金"),
    ],
)
def test_what_else_asks_for_something(text: str, words: str) -> None:
    assert proposed(text)[-1] == ("张三丰", words)


FERRIES = """某某省第九届人民代表大会第三次会议
议案
第 5 号

案由：关于制定《渡口管理条例》的议案

领衔人：省人大代表 方晓兰（石门乡乡长）
附议人：省人大代表 陶建国（某某航运公司船长）
    省人大代表 简明珠（某某县石门镇中心学校教师）

案据：
全省有渡口210个，近年来因失修停用的有34个，村民过河绕行。

方案：
建议省人大常委会将《渡口管理条例》列入明年的立法计划，作为一类项目审议，并在条例中明确以下内容：
（一）划定渡口两侧各二十米为安全水域；
（二）建立船员培训制度。
"""


def test_what_announces_a_list_may_ask_for_something_first() -> None:
    """And whoever stands alone on a line below 附议人, role and post included, moves it, too."""
    asked = (
        "省人大常委会将《渡口管理条例》列入明年的立法计划，作为一类项目审议",
        "划定渡口两侧各二十米为安全水域",
        "建立船员培训制度",
    )
    movers = "方晓兰", "陶建国", "简明珠"
    assert proposed(FERRIES) == [(name, words) for words in asked for name in movers]


def test_a_motion_of_a_list_is_told_by_its_title_also_where_its_mover_proposes_more_elsewhere() -> (
    None
):
    assert proposed(
        "现公布重点建议2件：\n第011号　关于疏通南渠的建议\n领衔代表：石敬山　主办：市水务局\n"
        "第035号　关于夜班公交的建议\n领衔代表：方小满　主办：市交通局\n"
        "石敬山代表建议，给老桥装护栏。"
    ) == [
        ("石敬山", "关于疏通南渠的建议"),
        ("方小满", "关于夜班公交的建议"),
        ("石敬山", "给老桥装护栏"),
    ]
