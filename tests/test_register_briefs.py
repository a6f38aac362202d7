"""Briefs, live reports, cards and notes: who is who there, and where what they ask for ends."""

from __future__ import annotations

import pytest

from tests.registers import proposed, register

LAMPS = "在渡口加装太阳能路灯"


def people(text: str) -> dict[str, tuple[str, str]]:
    return {one.name: (one.role, one.organisation_title) for one in register(text).people}


def test_a_table_whose_bars_stand_between_spaces_is_read_row_by_row() -> None:
    text = f"""红石区代表建议交办表

序号 | 领衔代表 | 所在单位及职务 | 建议内容摘要 | 主办单位
---- | ---- | ---- | ---- | ----
1 | 司马兰 | 东风小学校长 | {LAMPS} | 区住建局
2 | 李四光 | 红石医院护士长 | 恢复早班渡船 | 区交通局
"""
    assert proposed(text) == [("司马兰", LAMPS), ("李四光", "恢复早班渡船")]


def test_the_minute_of_a_live_report_is_no_part_of_what_is_said_then() -> None:
    text = f"""10:55 市人大代表、红石医院护士长李四光谈夜航：出事的多是老船。他希望{LAMPS}。

10:40 市政协委员、东风小学校长司马兰：校车要配跟车老师。
"""
    assert proposed(text) == [("李四光", LAMPS), ("司马兰", "校车要配跟车老师")]


def test_one_of_whom_only_a_post_is_told_heads_what_she_says() -> None:
    text = f"""◎ 司马兰（女，苗族，东风小学校长）

{LAMPS}。
"""
    assert people(text)["司马兰"] == ("", "东风小学校长")


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("市人大代表、社区工作者李四光在讨论时走过来。", ("市人大代表", "社区工作者")),
        ("另一位委员、退休工程师李四光更具体。", ("委员", "退休工程师")),
        ("市政协委员李四光走出会场。", ("市政协委员", "")),
        ("这件事是李四光带来的。这位苗寨歌师、市政协委员已经六十岁。", ("市政协委员", "苗寨歌师")),
    ],
)
def test_who_is_introduced(text: str, person: tuple[str, str]) -> None:
    assert people(text)["李四光"] == person


def test_a_body_known_is_not_who_speaks_for_it() -> None:
    text = f"""民盟红石市委会建议，{LAMPS}。

市政协副主席、民盟红石市委会主委李四光建议，恢复早班渡船。
"""
    assert proposed(text) == [("民盟红石市委会", LAMPS), ("李四光", "恢复早班渡船")]


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (f"主张{LAMPS}，理由是去年出过三起事故。", [LAMPS]),
        (f"建议{LAMPS}，市交通局八月份就答复了。", [LAMPS]),
        (f"提交建议，要求{LAMPS}。", [LAMPS]),
        (f"想了想，重新写下：“{LAMPS}。”", [LAMPS]),
        (f"建议{LAMPS}；另建议恢复早班渡船。", [LAMPS, "恢复早班渡船"]),
        (f"：请把{LAMPS[1:]}的钱列入预算。", [f"把{LAMPS[1:]}的钱列入预算"]),
        ("说，变电箱挡住了盲道，应当搬走。", ["变电箱挡住了盲道，应当搬走"]),
        (f"联名：{LAMPS}。", [LAMPS]),
        (f"走出会场时被人拦下：“就一句话——渡口要{LAMPS[3:]}。”", [f"渡口要{LAMPS[3:]}"]),
        (f"：我换个题目。我的意见是{LAMPS}。", [LAMPS]),
        ("今年共提交个人提案6件，同事提交9件。", []),
        ("说，孩子过江要“转三次船”。", []),
    ],
)
def test_what_is_asked_for(words: str, asked: list[str]) -> None:
    assert proposed(f"市政协委员李四光{words}") == [("李四光", one) for one in asked]


def test_a_title_with_what_became_of_it_is_a_proposal() -> None:
    text = "市人大代表李四光在场。李四光领衔的《关于制定渡口管理办法的议案》现有签名8人。"
    assert proposed(text) == [("李四光", "制定渡口管理办法")]


def test_what_notes_remark_is_no_item_of_what_is_asked_for() -> None:
    text = f"""**李四光**（市政协委员，某校校长）

- 判断：渡口不是没灯，是没人管
- 提案1：{LAMPS}
- 金句：“灯亮了，心就亮了。”
"""
    assert proposed(text) == [("李四光", LAMPS)]
