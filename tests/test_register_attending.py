"""Who minutes and interviews say was there, and what those people propose below."""

from __future__ import annotations

import pytest

from tests.registers import proposed, register

MINUTES = """某某市夜校工作座谈会纪要

5月6日，市政协教科卫体委员会召开座谈会。会议由市政协副主席韩立新主持。出席会议的有教科卫体委员会主任方怡，市政协委员贺立群、石凯，市教育局副局长罗振声，桂园街道办事处主任蒋丽娜和某某印染厂总工程师尹东海，居民代表宋玉梅、邱国强。会议由毛晓彤记录。

关于学费，蒋丽娜建议对退休职工每学期减免五十元。方怡提出折中办法，学费标准不动，课本由学校统一购买，这一意见得到罗振声赞同。

关于校舍，罗振声通报，全市有夜校12所。他建议把闲置的教室改作夜校。邱国强建议在镇上多建夜校。石凯主张夜校开到晚上十点。

本纪要于5月9日印发，共印20份，要分送各参会单位。
"""
INTERVIEW = """夜校怎么办

嘉宾：
韩立新，某某印染集团副总裁，分管职工培训
戚敏，某某大学教育学院教授，长期研究成人教育
沈国梁，某某市第三实验小学校长

记者：学费贵不贵？
韩立新：有一点。我建议在镇上多建夜校。
戚敏：应当把学费减半。
沈国梁：夜校的课本必须免费发放。

（嘉宾观点不代表本刊立场）
"""


def test_a_sentence_tells_who_attends_and_with_which_post() -> None:
    rows = [(row.name, row.organisation_title, row.role) for row in register(MINUTES).proposals]
    assert rows == [
        ("蒋丽娜", "桂园街道办事处主任", ""),
        ("方怡", "教科卫体委员会主任", ""),
        ("罗振声", "市教育局副局长", ""),
        ("邱国强", "居民代表", ""),
        ("石凯", "", "市政协委员"),
    ]


def test_what_those_who_attend_propose_is_read_without_what_became_of_it() -> None:
    said = [words for _, words in proposed(MINUTES)]
    assert said == [
        "对退休职工每学期减免五十元",
        "学费标准不动，课本由学校统一购买",
        "把闲置的教室改作夜校",
        "在镇上多建夜校",
        "夜校开到晚上十点",
    ]


def test_who_attends_without_a_role_and_proposes_nothing_is_not_in_the_register() -> None:
    names = {one.name for one in register(MINUTES).people}
    assert names == {"韩立新", "蒋丽娜", "方怡", "罗振声", "邱国强", "石凯", "贺立群"}


def test_a_post_is_shared_or_in_brackets_or_before_the_name() -> None:
    text = (
        "出席会议的有市教育局副局长罗振声、贺立群，某厂厂长石凯、邱国强（某校校长）。"
        "石凯建议多建夜校。邱国强建议降低学费。贺立群建议周末开课。"
    )
    assert {(row.name, row.organisation_title) for row in register(text).proposals} == {
        ("石凯", "某厂厂长"),
        ("邱国强", "某校校长"),
        ("贺立群", "市教育局副局长"),
    }


def test_a_list_of_guests_introduces_who_speaks_below() -> None:
    rows = [
        (row.name, row.organisation_title, row.proposal) for row in register(INTERVIEW).proposals
    ]
    assert rows == [
        ("韩立新", "某某印染集团副总裁", "在镇上多建夜校"),
        ("戚敏", "某某大学教育学院教授", "应当把学费减半"),
        ("沈国梁", "某某市第三实验小学校长", "夜校的课本必须免费发放"),
    ]


def test_where_minutes_are_sent_is_nobodys_proposal() -> None:
    said = "市人大代表韩立新总结时强调，夜校要坚持“一校一策”，不下达硬性指标。"
    text = f"{said}\n\n本纪要于2026年5月9日印发，共印35份，分送市政府办公室及各参会单位。"
    assert [name for name, _ in proposed(text)] == ["韩立新"]
    assert "印发" not in proposed(text)[0][1]


def test_who_is_asked_to_report_first_has_the_post_without_these_words() -> None:
    text = "会议首先由市教育局副局长罗振声介绍情况。罗振声建议，在镇上多建夜校。"
    assert [row.organisation_title for row in register(text).proposals] == ["市教育局副局长"]


FIRM, PRESS = "某某印染厂厂长", "某某出版社社长"


@pytest.mark.parametrize(
    ("post", "told"),
    [
        (f"工作单位及职务：韩立新，{FIRM}；罗振声，{PRESS}", [("", FIRM), ("", PRESS)]),
        (f"职务：{FIRM}；{PRESS}", [("", FIRM), ("", PRESS)]),
        (f"职务：市人大代表、{FIRM}；{PRESS}", [("市人大代表", FIRM), ("", PRESS)]),
        ("身份：均为市政协委员", [("市政协委员", "")] * 2),
        (
            f"身份：均为市政协委员\n职务：{FIRM}；{PRESS}",
            [("市政协委员", FIRM), ("市政协委员", PRESS)],
        ),
        (
            "单位：市交通局；市水务局\n职务：副局长；无",
            [("", "市交通局、副局长"), ("", "市水务局")],
        ),
    ],
)
def test_fields_tell_role_and_post_of_each_of_several_proposers(
    post: str, told: list[tuple[str, str]]
) -> None:
    head, fields = "案由：关于建好夜校的提案", [line.split("：") for line in post.split("\n")]
    form = f"{head}\n提案人：韩立新、罗振声\n{post}\n建议：在镇上多建夜校。"
    keys, cells = "\t".join(key for key, _ in fields), "\t".join(value for _, value in fields)
    table = f"提案人\t{keys}\t建议\n韩立新、罗振声\t{cells}\t在镇上多建夜校。"
    for text in (form, table):
        rows = register(text).proposals
        assert [(row.name, row.role, row.organisation_title) for row in rows] == [
            (name, *one) for name, one in zip(("韩立新", "罗振声"), told, strict=True)
        ]


def test_emphasis_and_a_space_set_apart_who_is_there_and_who_speaks() -> None:
    text = """# 夜校论证会纪要

**参会专家**　韩立新（某某大学教授）、罗振声（某某出版社社长）

**企业代表**　戚敏珍（某某印染厂厂长）

**韩立新**　我赞成办夜校。建议在镇上多建夜校。

**戚敏珍**（线上）　我们厂离学校远，路上要走一个小时。退休职工的学费应当一律减半，课本免费发放。
"""
    rows = register(text, "a.md").proposals
    assert [(row.name, row.organisation_title, row.proposal) for row in rows] == [
        ("韩立新", "某某大学教授", "在镇上多建夜校"),
        ("戚敏珍", "某某印染厂厂长", "退休职工的学费应当一律减半，课本免费发放"),
    ]


def test_a_table_behind_a_roll_is_not_of_those_whom_its_head_names() -> None:
    roll = "出席委员名单\n\n张三丰　某某研究院院长\n\n李四光　某某公司总经理"
    table = "|姓名|单位|职务|\n|---|---|---|\n|王五岳|某某局|局长|"
    people = register(f"{roll}\n\n承办人员\n\n{table}").people
    assert [(one.name, one.role) for one in people] == [
        ("张三丰", "委员"),
        ("李四光", "委员"),
        ("王五岳", ""),
    ]
    (one,) = register(f"出席委员名单\n\n（按姓氏笔画排列）\n\n{table}").people
    assert (one.name, one.role) == ("王五岳", "委员")


def test_those_who_are_told_of_as_several_are_introduced_in_the_next_sentence() -> None:
    source = """夜校怎么办

本报邀请三位来自一线的全国政协委员走进演播室。他们是：甲省印染集团副总裁韩立新，某某大学教育学院教授戚敏，以及在山区支教的某某小学校长沈国梁。

记者：学费贵不贵？

韩立新：有一点。我建议在镇上多建夜校。

沈国梁：夜校的课本必须免费发放。
"""
    assert [(one.name, one.role, one.organisation_title) for one in register(source).people] == [
        ("韩立新", "全国政协委员", "甲省印染集团副总裁"),
        ("戚敏", "全国政协委员", "某某大学教育学院教授"),
        ("沈国梁", "全国政协委员", "在山区支教的某某小学校长"),
    ]
    assert [name for name, _ in proposed(source)] == ["韩立新", "沈国梁"]
