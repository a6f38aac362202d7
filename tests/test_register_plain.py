"""Plain facts and persons among what is proposed: notes, diaries, interviews, numbered fields."""

from __future__ import annotations

import pytest

from tests.registers import proposed, register

SHED = "在码头加盖候船棚"
LI = "市政协委员、东风小学校长李四光"


def people(text: str) -> dict[str, tuple[str, str]]:
    return {one.name: (one.role, one.organisation_title) for one in register(text).people}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "当选市人大代表的那天，邻居们放了鞭炮，老馆长司马兰送来一副对联。",
            {},
        ),
        ("听取协会和应试者代表的想法。", {}),
        (f"主持人、{LI}建议，{SHED}。", {"李四光": ("市政协委员", "东风小学校长")}),
        (
            "上周，她与省人大代表、东风小学校长李四光去了渡口。",
            {"李四光": ("省人大代表", "东风小学校长")},
        ),
        (
            "上周，司马兰与红石市政协委员李四光去了渡口。李四光建议早点开船。",
            {"李四光": ("红石市政协委员", "")},
        ),
        (
            "她和红石市政协委员李四光去了渡口。李四光建议早点开船。",
            {"李四光": ("红石市政协委员", "")},
        ),
        (
            "市人大代表李四光写道：\n\n我叫李四光，是红石渡口的一名轮机长。",
            {"李四光": ("市人大代表", "红石渡口的一名轮机长")},
        ),
        (
            "记市人大代表、苗族歌师李四光\n\n市人大代表、东风小学校长李四光领着孩子们过河。",
            {"李四光": ("市人大代表", "东风小学校长")},
        ),
    ],
)
def test_who_is_introduced(text: str, found: dict[str, tuple[str, str]]) -> None:
    assert people(text) == found


def test_a_name_with_a_dot_ends_where_it_ends_elsewhere() -> None:
    text = f"""全国人大代表、东风小学校长艾山·木沙照样在渡口等孩子。

风大，艾山·木沙站在船头。艾山·木沙在本子上记了一行字。艾山·木沙建议{SHED}。
"""
    assert people(text) == {"艾山·木沙": ("全国人大代表", "东风小学校长")}
    assert proposed(text) == [("艾山·木沙", SHED)]


def test_the_post_of_a_deputy_may_head_a_column() -> None:
    text = f"""领衔代表 | 代表单位及职务 | 建议标题 | 主要内容
---- | ---- | ---- | ----
李四光 | 东风小学校长 | 关于渡口的建议 | 建议{SHED}。
"""
    assert people(text) == {"李四光": ("代表", "东风小学校长")}
