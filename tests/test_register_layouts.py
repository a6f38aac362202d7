"""Speeches, forms, letters, diaries: whose words these are, and what they ask for."""

from __future__ import annotations

import pytest

from tests.registers import people, proposed, register

EVENING = "在镇上多建夜校"
FEE = "把夜校学费降低一半"


def test_whom_a_speech_quotes_does_not_end_it() -> None:
    text = (
        "让夜校亮起来\n市政协委员　张三丰\n\n"
        "　　夜校去年停了两期。果农说，“晚上没有地方学，白天没有空学”。\n"
        f"　　为此建议：一、{EVENING}。二、{FEE}。\n"
    )
    assert proposed(text) == [("张三丰", EVENING), ("张三丰", FEE)]


def test_among_deputies_a_byline_may_tell_a_post_alone() -> None:
    text = (
        "让夜校亮起来\n市政协委员　张三丰\n\n　　我建议，在镇上多建夜校。\n\n"
        "让学费降下来\n民建市委会副主委　李四光\n\n　　夜校学费应当降低一半，由市财政补足。\n"
    )
    assert proposed(text) == [("张三丰", EVENING), ("李四光", "夜校学费应当降低一半，由市财政补足")]
    official = text.replace("民建市委会副主委", "市教育局局长")
    assert [name for name, _ in proposed(official)] == ["张三丰"]


def test_where_no_mark_ends_a_title_the_byline_below_is_a_line() -> None:
    text = (
        "■ 夜校关门以后\n　　市政协委员、某某所律师　张三丰\n　　我的提案建议在镇上多建夜校。\n\n"
        "■ 编后\n　　两件事都要紧。\n"
    )
    assert proposed(text) == [("张三丰", EVENING)]
    assert people(text) == {"张三丰": ("市政协委员", "某某所律师")}


def test_names_side_by_side_share_the_role_behind_them() -> None:
    text = (
        "张三丰　李四光　市人大代表　分别为某某厂焊工、某某中学教师\n\n"
        "两人联名建议，在镇上多建夜校。\n"
    )
    assert {name: role for name, (role, _) in people(text).items()} == {
        "张三丰": "市人大代表",
        "李四光": "市人大代表",
    }
    assert proposed(text) == [("张三丰", EVENING), ("李四光", EVENING)]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("成为林代表说，建议在镇上多建夜校。", "成为林"),
        ("幸福代表（某某小学校长）说，建议在镇上多建夜校。", "幸福"),
        ("张三丰代表赞同扎西多布代表的意见。扎西多布代表建议在镇上多建夜校。", "扎西多布"),
        ("万里长委员提案呼吁在镇上多建夜校。", "万里长"),
    ],
)
def test_what_is_a_word_elsewhere_is_a_name_before_a_title(sentence: str, name: str) -> None:
    assert proposed(sentence + "\n") == [(name, EVENING)]


def test_of_several_before_a_number_each_is_a_name() -> None:
    text = (
        "张三丰委员建议把夜校学费降低一半。谷雨、寒露两位委员联名提出，在镇上多建夜校。\n"
        "李四光委员与高山青、王五岳两位委员联名：给渡口配备救生衣。\n"
    )
    assert [name for name, _ in proposed(text)][:3] == ["张三丰", "谷雨", "寒露"]
    assert {"高山青", "王五岳"} <= set(people(text))
    assert people("张三丰等31名代表提出关于制定夜校法的议案。\n") == {"张三丰": ("代表", "")}


def test_in_a_deputys_letter_and_diary_i_speak() -> None:
    letter = (
        "我是东河选区的市人大代表张三丰，职业是焊工。\n\n"
        f"我和李四光代表商量了几晚，想提两件事。第一件，{EVENING}。第二件，{FEE}。\n"
    )
    assert proposed(letter) == [("张三丰", EVENING), ("张三丰", FEE)]
    diary = (
        "履职日记\n省人大代表、某某厂焊工　张三丰\n\n1月19日　星期一　雨\n分组审议。\n\n"
        "前面发言的是大学教授李四光，讲得好。\n我说完路灯，又说了第二件：夜校应当在镇上多建几所。\n"
    )
    assert proposed(diary) == [("张三丰", "夜校应当在镇上多建几所")]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        (f"我的意见，{EVENING}。", EVENING),
        (
            "我的意见，过渡期学费减半收取，差额由市财政承担。",
            "过渡期学费减半收取，差额由市财政承担",
        ),
        ("我带来的建议只有一条，给夜校学员办公交月票。", "给夜校学员办公交月票"),
        (
            "我这次就带来一个建议，每个镇设一个夜校岗，工资由省财政出。",
            "每个镇设一个夜校岗，工资由省财政出",
        ),
        (
            "我提两个具体做法：一是由教育局牵头办夜校；二是夜校每月开一节焊工课。",
            "由教育局牵头办夜校",
        ),
        ("学员报名时，夜校押金一律免收。", "学员报名时，夜校押金一律免收"),
        ("一次考核不合格，三年内不得再办班。", "一次考核不合格，三年内不得再办班"),
    ],
)
def test_how_one_speaking_puts_what_he_asks_for(said: str, asked: str) -> None:
    assert ("张三丰", asked) in proposed(f"市政协委员张三丰：{said}\n")


def test_he_demands_and_who_chairs_orders() -> None:
    text = "市人大代表张三丰带来一段录音。他要求{}。\n"
    assert proposed(text.format(EVENING)) == [("张三丰", EVENING)]
    chair = (
        "市政协副主席李四光主持会议。他要求市政协文化委跟踪督办。市政协委员张三丰建议多建夜校。\n"
    )
    assert [name for name, _ in proposed(chair)] == ["张三丰"]


def test_a_saying_and_what_was_handed_in_years_ago_are_no_proposals() -> None:
    text = (
        "市政协委员张三丰建议在镇上多建夜校。他常说，“晚上的灯，不应该只照着路”。"
        "张三丰曾于2021年提出过同一主题的信息，获市长批示。\n"
    )
    assert proposed(text) == [("张三丰", EVENING)]
    assert proposed("市政协委员张三丰：已经提了，编号第88号。\n") == []


def test_the_number_behind_a_motions_title_is_no_part_of_it() -> None:
    text = "张三丰等30名代表提出关于制定夜校法的议案（第266号）。\n"
    assert proposed(text) == [("张三丰", "关于制定夜校法的议案")]


def test_what_mends_a_trouble_heads_what_is_asked_for() -> None:
    text = (
        "关于办好夜校的建议\n\n民盟东河市委会\n\n　　主要问题：一是有校无人，二是有人无课。\n\n"
        "　　为此，我们建议：\n\n"
        "　　（一）打通人的堵点。聘任退休教师担任校长，市财政每年补助1.5万元。\n"
        "　　（二）打通课的堵点。将夜校纳入职工培训基地，每学期不少于两次课。\n"
    )
    assert [words for _, words in proposed(text)] == [
        "聘任退休教师担任校长，市财政每年补助1.5万元",
        "将夜校纳入职工培训基地，每学期不少于两次课",
    ]


def test_a_form_without_colons_has_its_fields() -> None:
    text = (
        "东河市人民代表大会代表建议专用纸\n\n标题　关于办好夜校的建议\n"
        "领衔代表　张三丰　　代表证号　0172\n所在代表团　东河代表团　　联系电话　12345\n"
        "附议代表　李四光\n\n问题及分析\n夜校去年停了两期。\n\n意见建议\n"
        f"1、{EVENING}。\n2、{FEE}。\n\n建议承办单位　市教育局\n"
    )
    rows = [(name, words) for name in ("张三丰", "李四光") for words in (EVENING, FEE)]
    assert sorted(proposed(text)) == sorted(rows)
    assert people(text) == {"张三丰": ("代表", ""), "李四光": ("代表", "")}


def test_a_table_may_call_what_is_asked_for_in_its_own_words() -> None:
    text = (
        "| 谁 | 身份 | 一句话建议 |\n|---|---|---|\n"
        f"| 张三丰 | 市人大代表，焊工 | {EVENING} |\n| 李四光 | 市政协委员 | {FEE} |\n"
    )
    rows = register(text, "a.md").proposals
    assert [(one.name, one.proposal) for one in rows] == [("张三丰", EVENING), ("李四光", FEE)]


def test_dashes_below_the_title_of_a_proposal_are_its_items() -> None:
    text = (
        "一、张三丰代表（东河团）：关于办好夜校的建议\n\n——教育局每季度开一次夜校公开课；\n\n"
        "——给夜校学员发放交通补贴。\n"
    )
    assert proposed(text) == [
        ("张三丰", "教育局每季度开一次夜校公开课"),
        ("张三丰", "给夜校学员发放交通补贴"),
    ]


def test_a_reply_quotes_what_it_answers() -> None:
    text = (
        "张三丰、李四光代表：\n\n您提出的《关于办好夜校的建议》收悉。现答复如下：\n\n"
        "一、关于夜校数量\n建议提出，每个镇办两所夜校，每所不少于三个班。我局正在研究。\n\n"
        "二、关于奖励\n对您提出的“学员毕业的，奖励一次免费体检”的建议，我局将积极推动。\n"
    )
    assert [words for name, words in proposed(text) if name == "张三丰"] == [
        "每个镇办两所夜校，每所不少于三个班",
        "学员毕业的，奖励一次免费体检",
    ]


def test_of_whom_only_a_name_is_told_the_words_are_no_one_elses() -> None:
    text = (
        "◎ 省政协委员张三丰：请市里公开夜校的课表。\n\n◎ 李四光：可以把旧校舍拿出来办夜校。\n\n"
        "◎ 王五岳：夜校应当每周开放五天，周末不休。\n"
    )
    assert {name for name, _ in proposed(text)} == {"张三丰"}
    assert people("作为全国政协委员里少有的焊工，他说自己“要替同行说话”。\n") == {}


def test_a_sector_proposes_as_a_body() -> None:
    text = "民建市委会提出建设夜校；工商联界别建议把夜校学费降低一半。\n"
    assert ("工商联界别", FEE) in proposed(text)
    assert all(name != "民建市委会" or "工商联" not in words for name, words in proposed(text))


def test_what_one_says_behind_a_first_quotation_is_heard() -> None:
    text = (
        "“灯谁坏谁修。”市人大代表张三丰一边记一边说，“这个我看过。我的想法是，"
        "路灯由电力公司统一维护，街道每季度验收一次。”\n\n"
        "“修灯我赞成，”旁边的李四光委员接过话筒，“但路不平。路面要先修，市里每米补八百元。”\n"
    )
    assert proposed(text) == [
        ("张三丰", "路灯由电力公司统一维护，街道每季度验收一次"),
        ("李四光", "路面要先修，市里每米补八百元"),
    ]


def test_a_title_that_says_i_makes_no_narrator_of_whom_a_byline_names() -> None:
    text = (
        "我看夜校\n张三丰　全国人大代表、某某厂焊工\n\n张三丰今年带来三份建议。"
        "他建议在镇上多建夜校。\n"
    )
    assert proposed(text) == [("张三丰", EVENING)]


def test_a_key_may_stand_above_its_value() -> None:
    motion = (
        "{}\n\n领衔代表\n\n{}\n\n附议代表\n\n李四光\n\n代表团\n\n东河代表团\n\n建议内容\n\n{}\n\n"
    )
    page = "建议标题\n\n" + motion.format(
        "关于办好夜校的建议", "张三丰（某某厂焊工）", f"夜校去年停了两期。现建议{EVENING}。"
    )
    page += "主办单位\n\n市教育局\n\n建议编号\n\n0012\n\n建议标题\n\n"
    page += motion.format("关于减免学费的建议", "王五岳", "（该建议依申请公开）")
    assert proposed(page) == [
        ("张三丰", EVENING),
        ("李四光", EVENING),
        ("王五岳", "关于减免学费的建议"),
        ("李四光", "关于减免学费的建议"),
    ]
    assert people(page)["张三丰"] == ("代表", "某某厂焊工")


def test_in_minutes_a_space_may_stand_for_the_colon() -> None:
    text = (
        "主持人：市人大常委会副主任　周文\n\n周文　请谷雨委员提问。\n\n"
        f"谷雨　我是焊工。夜校停了两期。我的看法是，{EVENING}。请问能不能做到？\n\n"
        "钱大江　谢谢谷委员。今年增加三所。\n\n谷雨　三所够不够？\n\n周文　下面休息。\n"
    )
    assert proposed(text) == [("谷雨", EVENING)]
    alone = "谷雨　我的看法是，在镇上多建夜校。\n"  # one such line is no talk
    assert proposed(alone) == []


def test_a_letter_may_tell_the_name_last() -> None:
    text = (
        "尊敬的县长：\n\n我是县人大代表、东河村的党支部书记，叫张三丰。\n\n我的想法是：\n\n"
        f"第一，{EVENING}。\n\n桥栏断了四年。请您协调一下，把桥栏修好。\n\n张三丰\n"
    )
    assert people(text)["张三丰"] == ("县人大代表", "东河村的党支部书记")
    assert proposed(text) == [("张三丰", EVENING), ("张三丰", "请您协调一下，把桥栏修好")]


def test_a_groups_report_is_of_those_who_are_named_above_it() -> None:
    text = (
        "关于夜校的调研报告\n市人大代表第二小组\n\n组长：张三丰（市人大代表，某某厂焊工）\n"
        "成员：李四光、王五岳（均为市人大代表）\n\n我们走访了九个镇。\n\n一、看到的\n夜校停了两期。\n\n"
        f"二、想到的\n经讨论，提出以下建议：\n（一）{EVENING}。\n（二）{FEE}。\n\n"
        "李四光代表还提出一条个人意见：给夜校学员发放交通补贴。未形成一致意见。\n"
    )
    found = proposed(text)
    assert [words for name, words in found if name == "张三丰"] == [EVENING, FEE]
    assert [words for name, words in found if name == "李四光"][2:] == ["给夜校学员发放交通补贴"]
    assert people(text)["王五岳"] == ("市人大代表", "")
    others = text.replace("（市人大代表，某某厂焊工）", "").replace("（均为市人大代表）", "")
    assert proposed(others) == [("李四光", "给夜校学员发放交通补贴")]
    assert people(others) == {"李四光": ("代表", "")}


def test_who_has_written_a_bodys_paper_proposes_it() -> None:
    text = "1.关于多建夜校的提案\n　　提案者：民盟东河区总支部（执笔：张三丰）\n"
    assert ("张三丰", "关于多建夜校的提案") in proposed(text)


def test_a_report_of_work_tells_who_asked_for_what() -> None:
    text = (
        "关于提案工作情况的报告\n（2026年1月11日在政协东河市第八届委员会第五次会议上）\n"
        "市政协副主席　钱大江\n\n各位委员：\n　　请予审议。\n\n　　一、提案基本情况\n"
        "　　针对谷雨、李四光委员关于“给夜校学员发放补贴”的提案，市教育局拿出两百万元。\n"
        "　　王五岳委员呼吁在公园增设夜校，去年新建21处。\n"
        "　　提案人石不平委员要求公布夜校收费数据，答复两次均为“研究”。\n"
    )
    assert proposed(text) == [
        ("谷雨", "给夜校学员发放补贴"),
        ("李四光", "给夜校学员发放补贴"),
        ("王五岳", "在公园增设夜校"),
        ("石不平", "公布夜校收费数据"),
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("张三丰：所以我就一个要求，教育局每学期查一次夜校。", ["教育局每学期查一次夜校"]),
        (
            "张三丰认为，可在东河桥头办夜校，学费不高于市价。",
            ["可在东河桥头办夜校，学费不高于市价"],
        ),
        (
            "张三丰提出，外地学员可选原籍或省会城市上夜校，名额单列。",
            ["外地学员可选原籍或省会城市上夜校，名额单列"],
        ),
        (
            "张三丰提醒，夜校师资几乎空白，可设立专项，优先培训教师。",
            ["可设立专项，优先培训教师"],
        ),
        ("张三丰：我会提把夜校学费降低一半。", [FEE]),
        (f"张三丰：我准备在会上建议{EVENING}，请大家点赞。", [EVENING]),
        ("张三丰表示，学员跨省仍须重新应试。", []),
        ("张三丰介绍了把夜校办成茶馆的探索。", []),
        ("张三丰希望获奖单位珍惜荣誉，再接再厉。", []),
    ],
)
def test_what_one_asks_for_and_what_one_only_tells(sentence: str, found: list[str]) -> None:
    text = f"市政协委员张三丰来了。\n\n{sentence}\n"
    assert [words for _, words in proposed(text)] == found


def test_a_field_that_deputies_fill_is_no_strangers() -> None:
    text = (
        "值班代表：区人大代表　张三丰（某某厂焊工）\n\n反映问题：夜校太远。\n"
        f"代表意见：张三丰代表说，路远。应当{EVENING}。\n办理结果：已转办。\n"
    )
    assert [name for name, _ in proposed(text)] == ["张三丰"]


def test_whom_a_sentence_names_by_less() -> None:
    assert people("来自科技界的谷雨委员话不多，他建议在镇上多建夜校。\n") == {"谷雨": ("委员", "")}
    joint = "张三丰副馆长与兄弟高校的全国政协委员李四光共同提交提案，呼吁在镇上多建夜校。\n"
    text = f"全国政协委员　张三丰\n（图书馆副馆长）\n{joint}"
    assert [name for name, _ in proposed(text)] == ["张三丰", "李四光"]
    also = people("全国政协委员张三丰、全国政协委员崔九亦有列席交流。\n")
    assert set(also) == {"张三丰", "崔九"}
    told = people("同住的全国政协委员张三丰说，灯太暗。一位市人大代表拿着弹簧秤，在校门口称重。\n")
    assert told == {"张三丰": ("全国政协委员", "")}
    assert people("市人大代表、牙医张三丰来了。\n") == {"张三丰": ("市人大代表", "牙医")}


def test_a_guest_among_deputies_has_a_say() -> None:
    text = (
        "市政协委员张三丰建议在镇上多建夜校。市政协委员李四光建议把夜校学费降低一半。\n\n"
        "某某书店创始人、特邀专家王五岳介绍了夜校。他希望教育局公开夜校收费。\n"
    )
    assert [name for name, _ in proposed(text)] == ["张三丰", "李四光", "王五岳"]


def test_what_an_editor_adds_is_nobodys() -> None:
    text = "市政协委员张三丰建议在镇上多建夜校。\n\n【编后】（主播）\n\n希望夜校早一天亮起来。\n"
    assert proposed(text) == [("张三丰", EVENING)]
