"""Ways of proposing without a verb of proposing or of asking, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.registers import proposed

LETTER = """某某省茶业商会

关于夜校的函

省教育厅：

我会现有会员九百家。我会提出如下请求：

一、请在镇上多建夜校。

二、夜校的学费不宜高于五十元。

我会将印发课本。

某某省茶业商会（盖章）"""
WHO = "市人大代表、某某印染厂技术员张三丰"
EVENING = "在镇上多建夜校"


@pytest.mark.parametrize(
    "text",
    [
        WHO + "为一件事奔走：在镇上多建夜校。",
        "市人大代表、某某中心兽医师张三丰的发言让人安静。" + "他建议，在镇上多建夜校。",
        "张三丰（市人大代表，某某茶厂厂长）\n夜校少。我的意见：在镇上多建夜校。",
        WHO + "提交了提案。他提交的提案主张，在镇上多建夜校。",
        WHO + "的心愿是在镇上多建夜校。",
        "轮到" + WHO + "。照他看，得让镇上多建夜校。",
        WHO + "说，夜校少。他还替邻村捎了话，应当在镇上多建夜校。",
        "张三丰\n（市人大代表、某某印染厂技术员）\n\n各位代表：\n\n夜校少。应当在镇上多建夜校。",
        WHO + "给出三句话：在镇上多建夜校。",
        WHO + "碰了壁。他回去算了两年，这一次换了个说法：“在镇上多建夜校。”",
        WHO + "答道：“夜校少。还是应当在镇上多建夜校。”",
        "领衔代表：张三丰　附议代表：\n方案：在镇上多建夜校",
        WHO + "开出的方子是：在镇上多建夜校。",
        WHO + "。\n\n张三丰：我的提案是，每个村镇都有人教书，在镇上多建夜校。",
        WHO + "递来一张单子，头一行写着：在镇上多建夜校。",
        WHO + "说，夜校少。他还想说的是，应当在镇上多建夜校。",
        WHO + "算过一笔账。“路远。我想，应当在镇上多建夜校。”话音落下，有人鼓掌。",
        "去年春天，张三丰当选市人大代表。他建议，在镇上多建夜校。",
        WHO + "想了想，只提了一条：在镇上多建夜校。",
        WHO + "算过一笔账。他的主张很直接：在镇上多建夜校。",
        WHO + "没能到会，请邻座带来一句话：在镇上多建夜校。",
        WHO + "没能到会，托人捎来一封信。信中写道，在镇上多建夜校。",
        WHO + "的书面发言由他人宣读。发言提出，夜校太少，应当在镇上多建夜校。",
        WHO + "带来一份建议。他要提交的建议，头一条就写着：在镇上多建夜校。",
        WHO + "提交了《关于办好夜校的建议》：在镇上多建夜校。",
        WHO + "算过一笔账。他的诉求有一条——\n\n· 在镇上多建夜校",
        "● 市人大代表、某某印染厂技术员　张三丰\n\n他的主张很直接：在镇上多建夜校。",
        "张三丰，畲族，市人大代表。\n\n问：您怎么看？\n\n答：我的看法是，在镇上应当多建夜校。",
    ],
)
def test_what_is_said_without_a_verb_of_proposing_is_proposed(text: str) -> None:
    (row,) = proposed(text)
    assert row[0] == "张三丰" and row[1].endswith("多建夜校")


@pytest.mark.parametrize(
    "text",
    [
        WHO + "是和市政协委员李四光一块儿来的。两人联名提交了《关于夜校的建议》：在镇上多建夜校。",
        "■ "
        + WHO
        + "\n■ 市政协委员、某某茶厂厂长李四光\n\n夜校太少。张三丰说，路远。李四光说，灯暗。\n\n"
        "两位的办法完全相同：在镇上多建夜校。",
    ],
)
def test_two_propose_together_whom_only_the_text_before_names(text: str) -> None:
    assert proposed(text) == [("张三丰", EVENING), ("李四光", EVENING)]


def test_name_and_role_may_stand_in_different_sentences() -> None:
    told = "张三丰挑着担。张三丰说起学校就停不下来。再过三天，这位全国人大代表就要出门。"
    assert proposed(told + "\n\n张三丰有三件心事。她希望在镇上多建夜校。张三丰笑了。") == [
        ("张三丰", EVENING)
    ]


def test_an_expert_is_known_by_the_sentence_before() -> None:
    text = (
        "区人大代表李四光也在。\n\n到场的某某设计院总工程师张三丰画了张图。他建议，在镇上多建夜校。"
    )
    assert proposed(text) == [("张三丰", EVENING)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            LETTER,
            [("某某省茶业商会", EVENING), ("某某省茶业商会", "夜校的学费不宜高于五十元")],
        ),
        (
            "◆ 民盟某某市委会（集体提案）\n\n夜校太少。提案建议，在镇上多建夜校。",
            [("民盟某某市委会", EVENING)],
        ),
    ],
)
def test_organisations_propose_in_letters_and_as_bodies(
    text: str, rows: list[tuple[str, str]]
) -> None:
    assert proposed(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "嘉宾：张三丰，市人大代表\n\n张三丰：李四光代表主张降低学费，我不赞成。夜校不能一关了之，至少要留一间。",
            [("李四光", "降低学费"), ("张三丰", "夜校不能一关了之，至少要留一间")],
        ),
        (
            "嘉宾：阿依古丽·买买提，市人大代表\n\n阿依古丽：我觉得，应当在镇上多建夜校。",
            [("阿依古丽·买买提", "应当在镇上多建夜校")],
        ),
        (
            "市人大代表张三丰说，夜校少。三丰代表建议，在镇上多建夜校。",
            [("张三丰", EVENING)],
        ),
        (
            "市人大代表张三丰说：“学费三年之内不能涨，这一条要写进夜校的章程。”",
            [("张三丰", "学费三年之内不能涨，这一条要写进夜校的章程")],
        ),
    ],
)
def test_whose_words_they_are(text: str, rows: list[tuple[str, str]]) -> None:
    assert proposed(text) == rows


WHO_ASKED = "市政协委员、某校校长李四光：我说两句。我建议降低学费。"


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("还有一条，缺课的学生允许先登记、后补课。", "缺课的学生允许先登记、后补课"),
        ("再就是给每个班配一台投影仪，并组织培训。", "给每个班配一台投影仪，并组织培训"),
        ("教室能合着用的就合着用，共用一个管理员。", "教室能合着用的就合着用，共用一个管理员"),
        (
            "教育局牵头拿出一个合同的范本，年底前发下去。",
            "教育局牵头拿出一个合同的范本，年底前发下去",
        ),
        ("我看按课时收费更合理，可以先试一年。", "按课时收费更合理，可以先试一年"),
        ("教室可以交给社区和协会管，别又锁起来。", "教室可以交给社区和协会管，别又锁起来"),
        ("市里能不能牵个头，把夜校和图书馆连在一起。", "市里能不能牵个头，把夜校和图书馆连在一起"),
        ("对，所以验收时限也得卡死，半年之内必须办完。", "所以验收时限也得卡死，半年之内必须办完"),
    ],
)
def test_what_is_asked_for_in_passing(words: str, asked: str) -> None:
    assert proposed(WHO_ASKED + words) == [("李四光", "降低学费"), ("李四光", asked)]


@pytest.mark.parametrize(
    "words",
    [
        "还有一条，护工的工资低，留不住人。",
        "市里给我们配了两台车，这个要说声感谢。",
        "贷款到期了，银行要抽贷。",
        "大家关心我们，我也得把活干好。",
        "怎么收费要研究，各校不一样。",
        "希望孩子们都健健康康的。",
        "教育局牵头办了三次培训，效果不错。",
        "教室钥匙归教育局牵头的小组管，每周开放一次。",
        "现在学费可以由单位垫付，手续不多。",
        "把两张表摆在一起，差距很大。",
    ],
)
def test_a_fact_a_vow_and_a_hope_ask_for_nothing(words: str) -> None:
    assert proposed(WHO_ASKED + words) == [("李四光", "降低学费")]


def test_what_is_added_to_a_paper_is_proposed() -> None:
    text = "市人大代表李四光又添了一条：学费可以由单位先垫付。"
    assert proposed(text) == [("李四光", "学费可以由单位先垫付")]
    text = "李四光代表：那我就提一个具体的，在开学之前，先把校门口的路按二级公路标准改造。"
    assert proposed(text) == [("李四光", "在开学之前，先把校门口的路按二级公路标准改造")]


def test_what_came_of_an_earlier_proposal_is_none() -> None:
    text = "2018年，市人大代表李四光提了给学生修凉亭的建议，次年，校园里就有了两座。"
    assert proposed(text) == []
    text = "第3号建议，市人大代表李四光去年提出，市教育局答复为“逐步解决”，代表不满意。"
    assert proposed(text) == []


def test_what_is_brought_is_named_behind_the_verb() -> None:
    text = "今年市人大代表李四光要带去省里的，是一份关于完善夜校体系的建议。"
    assert proposed(text) == []


def test_a_short_wish_that_something_be_solved_announces_no_list() -> None:
    text = "市人大代表李四光补充提出，改造时应一并解决教室采光的问题。"
    assert proposed(text) == [("李四光", "改造时应一并解决教室采光的问题")]


def test_a_signature_may_hold_a_name_in_quotation_marks() -> None:
    text = "“孩子放假没处去。把旧厂房修一修，周末免费开放。”\n——市人大代表、“快快”配送站站长 李四光"
    assert proposed(text) == [("李四光", "把旧厂房修一修，周末免费开放")]


def test_a_complaint_in_a_table_asks_for_nothing() -> None:
    head = "| 标题 | 领衔代表 | 主要内容 |\n|---|---|---|\n"
    blame = "| 对夜校收费的批评意见 | 李四光 | 窗口应开6个、实开2个 |\n"
    asks = "| 关于夜校班车的建议 | 王芳、张三丰 | 两位代表建议：①恢复早6:30班次。②增设站点。 |\n"
    assert proposed(head + blame + asks) == [
        ("王芳", "恢复早6:30班次"),
        ("张三丰", "恢复早6:30班次"),
        ("王芳", "增设站点"),
        ("张三丰", "增设站点"),
    ]


def test_what_departments_answer_is_nobodys() -> None:
    text = (
        "1. 李四光代表提出三点建议：\n（一）降低学费，建立减免机制。\n（二）多建夜校，周末开放。\n"
        "2. 有关部门回应。省教育厅表示将研究。"
    )
    assert proposed(text) == [
        ("李四光", "降低学费，建立减免机制"),
        ("李四光", "多建夜校，周末开放"),
    ]


def test_a_reply_recounts_the_proposal_before_it_answers() -> None:
    text = (
        "关于市政协第9号提案答复的函\n\n张三丰、李四光委员：\n\n"
        "你们提出的《关于多建夜校的提案》收悉。现答复如下：\n\n"
        "一、提案的主要内容\n你们在提案中指出，夜校太少。为此建议：\n"
        "（一）降低学费，建立减免机制；\n（二）编写课本，免费发到每个教学点。\n\n"
        "二、办理意见\n（一）关于降低学费。拟明年降低一成。"
    )
    rows = ["降低学费，建立减免机制", "编写课本，免费发到每个教学点"]
    assert proposed(text) == [(name, row) for row in rows for name in ("张三丰", "李四光")]


def test_a_plan_that_is_only_promised_is_no_proposal() -> None:
    text = "市人大代表李四光建议，降低学费。\n\n市教育局局长王五岳：我们在摸底，年底前要拿出方案。"
    assert proposed(text) == [("李四光", "降低学费")]


def test_how_things_are_is_reported_and_not_asked_for() -> None:
    assert proposed("市人大代表、某公司董事长张三丰介绍，货车必须提前三天预约进港。") == []
