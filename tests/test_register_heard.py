"""Hearings, shorthand, diaries, salons: who is who there, and what is no proposal."""

from __future__ import annotations

import pytest

from tests.registers import people, proposed, register

LANES = "在桥上划出自行车道"


def test_a_name_ends_before_another_role_and_before_what_its_bearer_builds_on() -> None:
    """和市政协委员 is no part of a name written by its sound, nor is 据 of 据此联名提案."""
    text = (
        "路太窄。市政协委员、红石镇卫生院院长卡米力·艾山和市政协委员、东风小学校长司马兰"
        f"据此联名提案：{LANES}，每年不少于两条。"
    )
    asked = f"{LANES}，每年不少于两条"
    assert proposed(text) == [("卡米力·艾山", asked), ("司马兰", asked)]


def test_a_name_of_four_characters_before_a_role_in_brackets_is_one() -> None:
    text = "**察罕春水**（全国政协委员、红石大学教授）是会上最直的一位。他主张加宽人行道。"
    assert proposed(text) == [("察罕春水", "加宽人行道")]


def test_a_vice_is_no_part_of_the_name_before_it() -> None:
    text = f"""全国政协委员、红石研究院副院长欧阳子长听得仔细。

欧阳副院长回去写成了提案：{LANES}。欧阳副院长还提到路灯。"""
    assert proposed(text) == [("欧阳子长", LANES)]


@pytest.mark.parametrize(
    "text",
    [
        "张三丰（列席代表、省人大代表、红石镇卫生院院长）：路窄。",
        "张三丰代表（省人大代表、红石镇卫生院院长）说，路窄。",
    ],
)
def test_who_attends_has_no_post_by_that_and_a_title_before_brackets_no_role(text: str) -> None:
    assert people(text) == {"张三丰": ("省人大代表", "红石镇卫生院院长")}


@pytest.mark.parametrize(
    "said",
    [
        "问到人手，张三丰说编制9个，空着3个。",
        "张三丰主任说过，“过桥要靠一盏灯”，大家笑了。",
        "张三丰没讲建议，我来说说桥。",
    ],
)
def test_what_is_told_in_passing_is_no_proposal(said: str) -> None:
    """How many posts there are, a saying of long ago, that somebody has proposed nothing."""
    assert proposed(f"路窄。县人大代表、红石镇卫生院主任张三丰来了。{said}") == []


def test_what_somebody_is_going_to_propose_is_his() -> None:
    text = "邻座是县人大代表、红石镇卫生院院长张三丰。她打算讲的是恢复夜班公交车。"
    assert proposed(text) == [("张三丰", "恢复夜班公交车")]


HEARING = f"""应询：市交通局局长 李四光、市财政局副局长 赵六一

问（市人大代表、红石大学路桥院院长 张三丰）：想请问李局长，路有多宽？我的建议接着讲：{LANES}。

答（李四光）：张院长问得好。桥面窄，应当加宽桥面。

问（列席代表、市人大代表、石梁村村委会主任 王五福）：谁来出钱？我主张，由市财政统一出钱。

答（赵六一）：要先做测算，应当再列预算。"""


def test_who_asks_in_a_hearing_may_propose_and_who_answers_does_not() -> None:
    assert proposed(HEARING) == [("张三丰", LANES), ("王五福", "由市财政统一出钱")]
    assert people(HEARING)["王五福"] == ("市人大代表", "石梁村村委会主任")


SPEECH = """到会代表：张三丰、欧阳川

张三丰（市人大代表、红石镇卫生院院长）：路窄，居民绕行。%s

欧阳川（市人大代表、东风中学教师）：我没有别的。"""


@pytest.mark.parametrize(
    ("said", "who", "what"),
    [
        (f"我只有一条建议，{LANES}，每年两条。", ["张三丰"], [f"{LANES}，每年两条"]),
        (f"至于桥，这是我个人的看法：{LANES}，不设台阶。", ["张三丰"], [f"{LANES}，不设台阶"]),
        (
            f"我和欧阳老师想到一处，一起提：{LANES}。",
            ["张三丰", "欧阳川"],
            [LANES],
        ),
        (
            f"欧阳老师讲得好。我和他共同交了一份建议，其中有两条，一是{LANES}；二是多设路灯。",
            ["张三丰", "欧阳川"],
            [LANES, "多设路灯"],
        ),
    ],
)
def test_what_somebody_puts_forward_in_his_own_words_alone_or_with_another(
    said: str, who: list[str], what: list[str]
) -> None:
    assert proposed(SPEECH % said) == [(name, words) for words in what for name in who]


def test_whom_the_speaker_only_talked_to_signs_nothing() -> None:
    said = f"我和欧阳老师聊过，建议{LANES}。"
    assert ("欧阳川", LANES) not in proposed(SPEECH % said)


def test_who_is_said_to_be_no_member_is_none() -> None:
    text = "张三丰（市儿童医院主任，非政协委员）建议多设路灯。"
    assert people(text) == {"张三丰": ("", "市儿童医院主任")}


READ_OUT = f"""提案者：民建红石市委会

◇张三丰（市政协委员、红石图书馆馆长）谈起因

有位母亲递来纸条：“能不能在路口多设几盏路灯？”我们记下了。

◇欧阳川（市政协委员、东风中学教师）谈办法

提案的第二条是这样写的：{LANES}，每年两条。还有我个人的想法，不算在提案里：建议恢复夜班公交车。"""


def test_what_is_read_out_of_a_partys_proposal_is_the_partys() -> None:
    """And what its reader thinks himself is his; what a mother asked, of nobody here."""
    assert proposed(READ_OUT) == [
        ("民建红石市委会", f"{LANES}，每年两条"),
        ("欧阳川", "恢复夜班公交车"),
    ]


BY_HIMSELF = f"""街口手记
文／张三丰

（作者系市人大代表、红石镇卫生院院长）

3月4日　晴
邻座是市人大代表、东风中学教师欧阳川。她问我累不累，我说不累。她希望恢复夜班公交车。

3月6日　雪
我讲了两条。第一条，恳请{LANES}。第二条，鼓励邻里合用车位，每年两次。"""


def test_who_wrote_it_is_met_where_a_note_tells_his_role() -> None:
    """And 她, in his words, is whom he has just told of; 我 is he."""
    assert proposed(BY_HIMSELF) == [
        ("欧阳川", "恢复夜班公交车"),
        ("张三丰", LANES),
        ("张三丰", "鼓励邻里合用车位，每年两次"),
    ]
    assert people(BY_HIMSELF)["张三丰"] == ("市人大代表", "红石镇卫生院院长")


def test_an_essay_whose_note_stands_at_its_end_is_its_authors() -> None:
    text = f"""让街口慢下来

□ 张三丰

路窄，居民绕行。为此建议{LANES}。

（作者系市人大代表、红石镇卫生院院长）"""
    assert proposed(text) == [("张三丰", LANES)]


TABLE = f"""| 编号 | 案由 | 提案人 | 界别、职务 | 建议 |
|---|---|---|---|---|
| 1 | 关于车道的提案 | 张三丰、欧阳川 | %s | {LANES}。 |
| 2 | 关于路灯的提案 | 张三丰、王五福 | 王五福系市政协委员、红石车队队长 | 多设路灯。 |
| 3 | 关于夜市的提案 | 李四光 | 市政协委员 | （本人已撤案） |"""
TABLE %= "均为市政协委员；张三丰系红石镇卫生院院长，欧阳川系东风中学教师"


def test_a_cell_may_tell_of_each_what_he_is_and_of_all_in_what_role() -> None:
    found = people(TABLE)
    assert found["张三丰"] == ("市政协委员", "红石镇卫生院院长")
    assert found["欧阳川"] == ("市政协委员", "东风中学教师")
    assert found["王五福"] == ("市政协委员", "红石车队队长")


def test_a_proposal_that_has_been_withdrawn_is_none() -> None:
    assert {name for name, _ in proposed(TABLE)} == {"张三丰", "欧阳川", "王五福"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("特邀嘉宾（市政协委员、红石学校校长张三丰）：路窄。建议%s。", ["张三丰"]),
        ("市人大代表张三丰说，路窄。他和李四光代表一起提建议：%s。", ["张三丰", "李四光"]),
        ("街口\n\n和为贵\n\n张三丰\n\n建议%s。\n\n（作者系市政协委员、红石学校校长）", ["张三丰"]),
        (
            "提案者：民建红石市委会\n\n张三丰（市政协委员）：提案第三条太笼统。我建议%s。",
            ["张三丰"],
        ),
    ],
)
def test_who_it_is_that_proposes(text: str, who: list[str]) -> None:
    assert proposed(text % LANES) == [(name, LANES) for name in who]


@pytest.mark.parametrize(
    "text",
    [
        "市人大代表张三丰提交了两份建议，都已答复。",
        "问（市人大代表 张三丰）：谁来修？\n\n答：要先做测算，应当再列预算。",
    ],
)
def test_what_became_of_it_and_what_is_answered_are_nobodys(text: str) -> None:
    assert proposed(text) == []


SAT = """出席：市人大代表张三丰（红石学校校长）、李四光（东风中学教师）、王五福（红石车队队长）

"""


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("张三丰：我提个想法：%s。", ["张三丰"]),
        (
            "张三丰：我和李四光、王五福三个人联名提了一件建议，一是%s。",
            ["张三丰", "李四光", "王五福"],
        ),
        ("李四光（代读张三丰的书面意见）：%s。", ["张三丰"]),
        ("张三丰：去年我建议%s，已经办了。", ["张三丰"]),
        ("民盟红石市委会的提案建议，%s。", ["民盟红石市委会"]),
    ],
)
def test_what_is_put_forward_is_everybodys_whose_it_is(said: str, who: list[str]) -> None:
    found = [(name, words.removeprefix("一是")) for name, words in proposed(SAT + said % LANES)]
    assert found == [(name, LANES) for name in who]


@pytest.mark.parametrize(
    "text",
    [
        f"张三丰（代表第三小组）：李四光说得对，建议{LANES}。",
        f"张三丰（代市长）：李四光委员的发言很好，我建议{LANES}。",
        f"张三丰说，李四光讲得有道理，建议{LANES}。",
    ],
)
def test_who_praises_another_s_words_asks_himself(text: str) -> None:
    known = "全国人大代表、红石小学校长张三丰和全国政协委员、红石大学教授李四光到会。"
    assert proposed(f"{known}\n\n{text}") == [("张三丰", LANES)]


ROLL = """老码头货场座谈会纪要

主持：城建委员会主任　范伯方
出席委员：江石中、谭月亭、顾梅生、程大川、麦秀芝（女）

范伯方：方案九月初送到政协，要我们在月底以前拿出意见。

程大川：要留仓库，可以把路往江里填十五米。

顾梅生：绝对不能填！大川同志的意见，我请求记录在案，我建议另找专家论证。
"""


def test_those_on_a_roll_say_nothing_together_and_i_am_who_speaks() -> None:
    assert proposed(ROLL) == [
        ("程大川", "要留仓库，可以把路往江里填十五米"),
        ("顾梅生", "记录在案"),
        ("顾梅生", "另找专家论证"),
    ]
    assert {one.organisation_title for one in register(ROLL).people} == {""}
