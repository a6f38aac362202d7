"""Plain facts and persons among what is proposed: notes, diaries, interviews, numbered fields."""

from __future__ import annotations

import pytest

from tests.registers import people, proposed

SHED = "在码头加盖候船棚"
ITEMS = "\n\n一是延长航期。二是提高船工补助，由每月800元提高到1000元。"
LI = "市政协委员、东风小学校长李四光"


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


def test_each_numbered_measure_of_a_field_is_a_row_also_without_a_word_that_asks() -> None:
    text = f"""案由：关于改善渡口条件的提案
提案人：李四光（东风小学校长）
建议：1.每条渡船至少配备2名能够急救的水手；2.由市港航中心负责检验，航期不少于300天；（3）{SHED}。
"""
    measures = ["每条渡船至少配备2名能够急救的水手", "由市港航中心负责检验，航期不少于300天", SHED]
    assert proposed(text) == [("李四光", one) for one in measures]


def test_notes_that_set_advice_apart_tell_facts_beside_it() -> None:
    text = f"""# 讨论要点

**李四光**（市政协委员，东风小学校长）

- 渡口客流不少，遮雨处太少
- 建议：
  - {SHED}
  - 每条渡船派驻一名安全员
- 停船费偏高

**司马兰**（市政协委员，红石医院护士长）

- 简要回顾了急诊夜航的情况
- 未提书面意见

## 三、与会部门回应

- 市港航局局长 夏侯明：船票可以先降
"""
    assert proposed(text) == [("李四光", SHED), ("李四光", "每条渡船派驻一名安全员")]


@pytest.mark.parametrize(
    "fact",
    [
        f"{LI}：早高峰等船要熬四十分钟。我建议{SHED}。",
        f"渡口的事\n\n{LI}\n\n我来说说渡口。我建议{SHED}。第二是没人管检修。",
        f"# 李四光委员：建议修改渡口条例\n\n本报记者　司马兰\n\n{LI}建议，{SHED}。",
        f"{LI}拟提交关于渡口的议案，主要包括以下内容：\n\n一是{SHED}。",
        f"记者：难在哪里？\n\n{LI}：船家接送学生，要备足救生衣、备好药箱。\n\n{LI}建议，{SHED}。",
        f"{LI}建议，{SHED}。\n\n主持人、市人大常委会主任司马兰最后说，工作组要逐条整理，报大会秘书处。",
    ],
)
def test_what_tells_how_things_are_or_what_becomes_of_all_is_no_proposal(fact: str) -> None:
    assert proposed(fact) == [("李四光", SHED)]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        (
            f"{LI}接着说，“船太旧。渡口要有人管，不能没了船就停航。另外，能不能建一处船坞，坏了就地修？”",
            "能不能建一处船坞，坏了就地修",
        ),
        (f"口述：{LI}\n\n我想，能不能给老船换上新机器？", "能不能给老船换上新机器"),
        (f"{LI}：旧船多。所以我在另一份建议里呼吁，渡船检修时免收停泊费。", "渡船检修时免收停泊费"),
        (
            f"{LI}说，船班制定、票价调整等，应当听取船工代表的意见。",
            "船班制定、票价调整等，应当听取船工代表的意见",
        ),
        (f"{LI}建议，渡口要修。比如，清理航道里的沉船，这事不难。", "清理航道里的沉船"),
        (
            f"{LI}认为，渡口的问题依然突出。{LI}提交了关于渡口的议案，包括以下内容：{ITEMS}",
            "提高船工补助，由每月800元提高到1000元",
        ),
        (
            f"{LI}建议，招聘高技能船工时取消学历限制；拿出两成名额用于本地青年。",
            "拿出两成名额用于本地青年",
        ),
    ],
)
def test_one_asks_for_it_so_too(said: str, asked: str) -> None:
    assert ("李四光", asked) in proposed(said)
