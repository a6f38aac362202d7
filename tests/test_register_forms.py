"""Proposals in tables, motions and replies: the layouts that name nobody in the sentence itself."""

from __future__ import annotations

import pytest

from tests.registers import people, proposed, register

TABLE = """| 序号 | 提案人 | 身份 | 单位及职务 | 案由 | 主要建议 |
| --- | --- | --- | --- | --- | --- |
| 1 | 市工商联 | 团体提案 | — | 关于湿地的提案 | 现有湿地不足百亩。建议设立基金。<br>2. 禁止围垦 |
| 2 | 张三丰、李四光 | 市政协委员 | 某校校长；某厂厂长 | 关于夜校的提案 | （详见附件） |
"""


def test_a_table_gives_the_content_sentence_by_sentence_and_the_title_where_there_is_none() -> None:
    found = register(TABLE, "a.md")
    assert [(row.name, row.proposal) for row in found.proposals] == [
        ("市工商联", "设立基金"),
        ("市工商联", "禁止围垦"),
        ("张三丰", "关于夜校的提案"),
        ("李四光", "关于夜校的提案"),
    ]
    assert [(one.name, one.role, one.organisation_title) for one in found.people] == [
        ("市工商联", "", ""),
        ("张三丰", "市政协委员", "某校校长"),
        ("李四光", "市政协委员", "某厂厂长"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "提案者\t张三丰\t界别\t科技界\n案由\t关于湿地的提案\t类别\t城建\n建议\t设立湿地基金。",
        (
            "提案人\t张三丰\t所在界别\t科技界\t联系电话\t13900000000\n案由\t关于湿地的提案\n"
            "建议\t设立湿地基金。"
        ),
        "案由\t关于湿地的提案\t提案者\t张三丰\n建议\t设立湿地基金。",
    ],
)
def test_in_a_row_with_several_names_and_values_only_those_of_people_are_people(rows: str) -> None:
    found = register(rows)
    assert [one.name for one in found.people] == ["张三丰"]
    assert [(row.name, row.topic, row.proposal) for row in found.proposals] == [
        ("张三丰", "关于湿地的提案", "设立湿地基金")
    ]


@pytest.mark.parametrize(
    ("row", "people"),
    [
        ("工作单位及职务\t某校校长", [("张三丰", "某校校长")]),
        ("界别\t科技界\n附议人\t李四光\t界别\t教育界", [("张三丰", ""), ("李四光", "")]),
    ],
)
def test_of_a_row_a_post_is_known_and_everybody_who_joins_in(
    row: str, people: list[tuple[str, str]]
) -> None:
    found = register(f"提案者\t张三丰\t{row}\n案由\t关于夜校的提案\n建议\t多建夜校。")
    assert [(one.name, one.organisation_title) for one in found.people] == people
    assert {row.proposal for row in found.proposals} == {"多建夜校"}


def test_a_head_of_names_is_no_row_of_a_form() -> None:
    found = register("提案人\t界别\t案由\t日期\n张三丰\t科技界\t关于湿地的提案\t3月5日\n")
    assert [(row.name, row.proposal) for row in found.proposals] == [("张三丰", "关于湿地的提案")]


def test_measures_numbered_within_a_field_are_a_row_each() -> None:
    found = register(
        "提案人：张三丰\n摘要：夜校太少。为此建议：（一）多建夜校，周末开课；（二）降低夜校的学费。\n\n"
        "提案人：李四光\n主要内容：1.设立湿地基金；2.禁止围垦湿地。"
    )
    assert [(row.name, row.proposal) for row in found.proposals] == [
        ("张三丰", "多建夜校，周末开课"),
        ("张三丰", "降低夜校的学费"),
        ("李四光", "设立湿地基金"),
        ("李四光", "禁止围垦湿地"),
    ]


@pytest.mark.parametrize(
    ("people", "post", "content"),
    [("代表委员", "职务", "建议要点"), ("领衔代表", "所在单位及职务", "主要内容")],
)
def test_the_head_of_a_table_may_name_its_columns_otherwise(
    people: str, post: str, content: str
) -> None:
    found = register(
        f"| 序号 | {people} | {post} | {content} |\n| --- | --- | --- | --- |\n"
        "| 1 | 张三丰 | 全国人大代表、某厂厂长 | 设立湿地基金，禁止围垦 |\n",
        "a.md",
    )
    assert [(row.name, row.role, row.organisation_title) for row in found.proposals] == [
        ("张三丰", "全国人大代表", "某厂厂长")
    ]
    assert [row.proposal for row in found.proposals] == ["设立湿地基金，禁止围垦"]


def test_an_empty_cell_and_one_that_is_too_long_for_a_sentence_are_cells() -> None:
    long = "建立补偿机制，" * 70 + "完善考核"
    found = register(
        f"姓名\t单位及职务\t建议内容\n张三丰\t\t设立基金。\n李和平\t某校教授\t{long}。\n李四光\t某厂厂长\t降低电价。"
    )
    assert [(row.name, row.organisation_title, row.proposal) for row in found.proposals] == [
        ("张三丰", "", "设立基金"),
        ("李和平", "某校教授", long),
        ("李四光", "某厂厂长", "降低电价"),
    ]


def test_a_form_has_a_field_for_the_post_and_ends_where_somebody_speaks() -> None:
    found = register(
        "提案人：祁望\n单位及职务：市政协委员、青山集团董事长\n案由：关于桥的提案\n建议：设立基金。\n\n"
        "提案人：李和平、王芳和民革某市委会\n建议：延长夜班公交的时间。\n\n李四光委员：建议修建绿道。"
    )
    assert found.proposals[0].organisation_title == "青山集团董事长"
    assert [(row.name, row.proposal) for row in found.proposals] == [
        ("祁望", "设立基金"),
        ("李和平", "延长夜班公交的时间"),
        ("王芳", "延长夜班公交的时间"),
        ("民革某市委会", "延长夜班公交的时间"),
        ("李四光", "修建绿道"),
    ]


def test_a_body_whose_name_has_an_and_is_one_and_a_post_may_stand_behind_the_title() -> None:
    found = register(
        "提案人：区政协农业和农村委员会\n建议：开展闲置农房的调查。\n\n"
        "提案人：李和平委员（某校副校长）\n建议：实行错时上学。\n\n以上提案均已交办。"
    )
    assert [(row.name, row.organisation_title, row.proposal) for row in found.proposals] == [
        ("区政协农业和农村委员会", "", "开展闲置农房的调查"),
        ("李和平", "某校副校长", "实行错时上学"),
    ]


def test_a_line_of_bold_words_is_apart_from_the_fields_below_it() -> None:
    found = register(
        "# 提案摘要\n\n**1. 关于夜校的提案**\n提案人：市工商联\n内容摘要：夜校太少。\n"
        "建议：（一）在镇上多建夜校。（二）降低夜校的学费。\n\n市政协负责人介绍，共收到提案四百件。",
        "a.md",
    )
    assert [(row.name, row.proposal) for row in found.proposals] == [
        ("市工商联", "在镇上多建夜校"),
        ("市工商联", "降低夜校的学费"),
    ]
    assert found.proposals[0].section == "1. 关于夜校的提案"


@pytest.mark.parametrize(
    ("reasons", "remedy"),
    [("【案据】", "【方案】"), ("一、提出的理由", "二、解决的办法"), ("一、背景", "二、几点建议")],
)
def test_the_demands_of_a_motion_are_everybodys_who_signs_it(reasons: str, remedy: str) -> None:
    text = (
        "案由：关于夜校的议案\n\n提出人：张三丰等12名代表\n\n附议人：李四光（市人大代表、某厂厂长）\n\n"
        f"{reasons}\n\n去年全市只有三所夜校，必须排队。\n\n{remedy}\n\n"
        "（一）多建夜校。由市财政每年安排600万元。\n\n（二）延长夜校的课时，周末也开课。\n\n"
        "抄送：市财政局"
    )
    demands = ("由市财政每年安排600万元", "延长夜校的课时，周末也开课")
    rows = [(row.name, row.proposal) for row in register(text).proposals]
    assert [row for row in rows if row[1] != "多建夜校"] == [
        (name, demand) for demand in demands for name in ("张三丰", "李四光")
    ]


REPLIES = """尊敬的张三丰委员：

您提出的《关于湿地的提案》收悉。您建议设立湿地基金，我们予以采纳。我局将建设三个公园。

各位委员：

你们提出的《关于修桥的提案》收悉。您建议在城东修建一座桥，我们赞同。

何大山、万里长代表：

你们提出的关于路灯的建议收悉。我局将尽快办理。

提案人：李四光（某厂厂长）
联名提案人：王五

李四光等委员：

你们提出的《关于夜校的提案》收悉。

（一）关于“多建夜校，延长课时”的建议。我局将建设两所。

（二）关于夜校的师资。今年招聘教师30名，建议有关学校配合。
"""


def test_each_of_several_replies_speaks_of_its_own_proposers() -> None:
    found = register(REPLIES)
    assert [(row.name, row.proposal, row.topic) for row in found.proposals] == [
        ("张三丰", "设立湿地基金", "关于湿地的提案"),
        ("何大山", "关于路灯的建议", "关于路灯的建议"),
        ("万里长", "关于路灯的建议", "关于路灯的建议"),
        ("李四光", "多建夜校，延长课时", "关于夜校的提案"),
        ("王五", "多建夜校，延长课时", "关于夜校的提案"),
    ]
    posts = {one.name: one.organisation_title for one in found.people}
    assert posts["李四光"] == "某厂厂长"


def test_who_says_i_in_a_quotation_is_whoever_is_quoted() -> None:
    long = "村里的路灯坏了一半，晚上黑得伸手不见五指，老人孩子都不敢出门，去年还有人摔断了腿。" * 8
    text = (
        "作者：全国政协委员、某文化馆馆长程晚照\n\n"
        f"邻座的周大江代表说：“{long}我建议给每村配一名管护员。我还希望把电费免掉。{long}”\n\n"
        "第二天，我建议把图书送到田头。"
    )
    assert [(row.name, row.proposal) for row in register(text).proposals] == [
        ("周大江", "给每村配一名管护员"),
        ("周大江", "把电费免掉"),
        ("程晚照", "把图书送到田头"),
    ]


def test_one_of_two_is_one_of_those_the_paragraph_names() -> None:
    named = "张三代表（某厂厂长）、李四委员都谈到夜校。"
    asked = "前者建议多建夜校，后者建议延长课时。"
    rows = [(row.name, row.proposal) for row in register(named + asked).proposals]
    assert rows == [("张三", "多建夜校"), ("李四", "延长课时")]
    assert register(f"{named}\n\n另有两种意见。{asked}").proposals == ()


@pytest.mark.parametrize("field", ["{}：{}", "- **{}**：{}", "· {}：{}"])
def test_what_is_proposed_stands_below_the_fields(field: str) -> None:
    text = "\n\n".join(
        (
            "# 某市政协提案摘要",
            "## 第8号　关于建设助餐点的提案",
            field.format("提案人", "郭惠兰（医药卫生界）")
            + "\n"
            + field.format("承办单位", "民政局"),
            "全市有助餐点127个，覆盖率仅41%。建议：三年内增至260个；每餐补贴3元。",
            "## 第23号　关于保护古窑址的提案",
            field.format("提案人", "邵一鸣、汪静（文艺界，联名）"),
            "仍有17处无人看护。建议划定保护红线；设立工作室。",
            "承办单位须在6月前答复。",
            "## 附：主席督办的提案",
            "第8号由市政协主席督办。",
        )
    )
    assert proposed(text) == [
        ("郭惠兰", "三年内增至260个"),
        ("郭惠兰", "每餐补贴3元"),
        ("邵一鸣", "划定保护红线"),
        ("汪静", "划定保护红线"),
        ("邵一鸣", "设立工作室"),
        ("汪静", "设立工作室"),
    ]
    assert {row.name for row in register(text).people} == {"郭惠兰", "邵一鸣", "汪静"}


WHO_SAID = """| 谁 | 身份 | 说了啥 |
|---|---|---|
| 李建国 | 市人大代表，红石钢厂厂长 | 延长夜校的开放时间 |
| 周文静 | 市政协委员，某校教授 | 分享了自己上夜校的经历 |
| 赵兰 | 市政协委员 | 夜校老师没人愿意当，建议按课时发放补贴 |
"""
GISTS = """| 序号 | 姓名 | 界别/职务 | 建议（提案）内容摘要 |
|---|---|---|---|
| 1 | 李建国 | 市人大代表、红石钢厂厂长 | 1.延长夜校的开放时间；2.将教室借给社区 |
| 2 | 周文静 | 市政协委员 | 同第1项类似。另提出开通夜班公交车 |
| 3 | 赵兰 | 市政协委员 | 暂缓。本人来函撤回，改好以后再交 |
"""


def test_columns_of_who_said_what_hold_what_is_asked_for_and_no_account() -> None:
    longer = ("李建国", "延长夜校的开放时间")
    assert proposed(WHO_SAID) == [longer, ("赵兰", "按课时发放补贴")]
    assert people(WHO_SAID)["李建国"] == ("市人大代表", "红石钢厂厂长")
    theirs = [("李建国", "将教室借给社区"), ("周文静", "开通夜班公交车")]
    assert proposed(GISTS) == [longer, *theirs]
    assert people(GISTS)["李建国"] == ("市人大代表", "红石钢厂厂长")
    when = "| 谁 | 什么时候 | 在哪 |\n|---|---|---|\n| 李建国 | 周一 | 延长班 |"
    assert not proposed(when)


def test_items_are_what_sets_terms_and_no_musing() -> None:
    head = "**李建国**（市人大代表、红石钢厂厂长）\n\n- 建议延长夜校的开放时间。\n\n"
    longer = ("李建国", "延长夜校的开放时间")
    small = "夜校改成小班，每班不少于10人"
    assert proposed(f"{head}- {small}") == [longer, ("李建国", small)]
    assert proposed(f"{head}- 去年全市夜校不少于30所") == [longer]
    assert proposed(f"{head}- 站在老师那边想：“下课十点了，怎么回家？没车。”") == [longer]
