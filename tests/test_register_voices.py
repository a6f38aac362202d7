"""Who speaks in what role, in minutes, features and boxes of voices, and what is asked there."""

from __future__ import annotations

import pytest

from tests.registers import proposed, register

LANES = "在桥上划出自行车道"
MINUTES = """小组审议报告，到会市人大代表逐一发言。

张三丰（红石镇卫生院院长，苗族）：路太窄。请市交通局%s，每年不少于两条。还有一条，请求恢复夜班公交车。

李四光（东风社区居民）：希望车站少设台阶，多装扶手。

赵六一（市财政局局长）：建议先做测算，再列预算。"""
MINUTES %= LANES


def test_labels_with_more_than_a_post_in_brackets_tell_whose_words_follow() -> None:
    assert proposed(MINUTES)[:3] == [
        ("张三丰", f"市交通局{LANES}，每年不少于两条"),
        ("张三丰", "恢复夜班公交车"),
        ("李四光", "车站少设台阶，多装扶手"),
    ]


BEFORE = "给她出主意的，是红石镇卫生院院长张三丰。\n\n作为县人大代表，张三丰要赶去县城。"
BEHIND = """会上，张三丰的发言很短。这位傣族小伙是红石公交公司修理班长，也是团里最年轻的县人大代表。

张三丰说，路窄。"""


HEARD = "县七届人大常委会第九次会议听取了县政府副县长李四光所作的报告。"
DIARY = """张三丰的扫帚靠在墙边，磨秃了。

扫帚是师傅留下的。当上县人大代表那年，她还在扫街。去年去县城开会，她带去了两条建议：%s；恢复夜班公交车。

“都不是大事。”张三丰说。"""


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (
            f"{BEFORE}张三丰说，路窄。她建议{LANES}。",
            "红石镇卫生院院长",
        ),
        (
            f"{BEHIND}审议时，张三丰说得很干脆：给公交车站{LANES[1:]}。",
            "红石公交公司修理班长",
        ),
        (
            DIARY % LANES,
            "",
        ),
        (
            f"嘉宾：\n\n张三丰　县人大代表、红石公司首席调香家\n\n张三丰：建议{LANES}。",
            "红石公司首席调香家",
        ),
    ],
)
def test_a_feature_tells_role_and_post_sentences_apart(text: str, post: str) -> None:
    (one,) = register(text).people
    assert (one.name, one.role, one.organisation_title) == ("张三丰", "县人大代表", post)
    assert {name for name, _ in proposed(text)} == {"张三丰"}


@pytest.mark.parametrize(
    "said",
    [
        f"> 路太窄。\n>\n> 我的建议有两条：①{LANES}；②恢复夜班公交车。",
        f"我今年的提案，是{LANES}。",
        f"我今年的议案是{LANES}。",
    ],
)
def test_what_a_deputy_calls_his_proposal_is_one(said: str) -> None:
    (name, words), *_ = proposed(f"**全国人大代表、红石镇小学校长　张三丰**\n\n{said}")
    assert name == "张三丰"
    assert LANES in words
    assert not words.startswith(">")


@pytest.mark.parametrize(
    "told",
    [
        "从司机的角度说一句。",
        "全市路口有九百个，照这样要修到2040年。",
        "全市新增停车位两万多个，布局仍需优化。",
        "给学生开校车的司机只有三位。",
        "我去年的提案是在公交车上写完的。",
        "一趟车过三个县城，要盖多套公章。",
        "车站的售票口开着，可买票要排两周。",
        "交通运输部公路局公路管理司副司长赵六一前天到会听取意见，也表示明年公交车要增加到三百辆。",
    ],
)
def test_how_things_are_and_what_an_official_says_is_no_proposal_of_the_speaker(told: str) -> None:
    text = f"全国人大代表李四光建议{LANES}。\n\n全国人大代表张三丰：{told}"
    assert proposed(text) == [("李四光", LANES)]


def test_a_wish_in_one_sentence_and_how_many_proposals_there_are_ask_for_nothing() -> None:
    text = (
        "对话嘉宾：\n张三丰　全国人大代表、红石镇小学校长\n\n记者：您提了什么？\n\n"
        f"张三丰：我提交了一份关于公交出行的建议，核心是两条。第一，{LANES}。第二，恢复夜班公交车。\n\n"
        "记者：最后，请用一句话说说心愿。\n\n张三丰：让孩子们都能坐着公交车去上学。"
    )
    assert proposed(text) == [("张三丰", LANES), ("张三丰", "恢复夜班公交车")]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (f"，准备提交一份关于公交出行的建议：{LANES}。", LANES),
        (f"：路窄。我想呼吁的是，交通部门要{LANES}。", f"交通部门要{LANES}"),
        (
            f"：路窄。我有一点建议：{LANES}。",
            LANES,
        ),
    ],
)
def test_what_announces_a_proposal_is_no_part_of_it(said: str, words: str) -> None:
    assert proposed(f"全国人大代表张三丰{said}") == [("张三丰", words)]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            f"我叫张三丰，是来自红石镇的县人大代表，也是一名公交司机。\n\n我建议{LANES}。",
            ("张三丰", "县人大代表", "公交司机"),
        ),
        (
            f"常委会委员张三丰指出，部分建议只办不答，建议区里{LANES}。",
            ("张三丰", "委员", ""),
        ),
        (
            f"{HEARD}县人大代表、红石镇瓜农张三丰建议{LANES}。",
            ("张三丰", "县人大代表", "红石镇瓜农"),
        ),
    ],
)
def test_who_tells_of_himself_and_who_sits_on_a_committee(
    text: str, person: tuple[str, str, str]
) -> None:
    found = register(text)
    assert [(one.name, one.role, one.organisation_title) for one in found.people] == [person]
    assert [(row.name, row.proposal[-len(LANES) :]) for row in found.proposals] == [
        ("张三丰", LANES)
    ]


def test_a_branch_of_a_party_proposes_as_such() -> None:
    assert proposed(f"民盟红石县支部在集体提案中建议，{LANES}。") == [("民盟红石县支部", LANES)]


def test_of_whom_a_paragraph_tells_is_not_what_he_proposes() -> None:
    text = (
        "张三丰\n全国人大代表、红石公交公司司机\n\n"
        f"在车上干了三十年的张三丰，今年带来的是乘客的心里话。张三丰建议，{LANES}。"
    )
    assert proposed(text) == [("张三丰", LANES)]


def test_the_title_of_somebody_elses_proposal_is_no_topic() -> None:
    text = (
        "全国人大代表李四光带来《关于恢复夜班公交车的建议》；"
        f"全国政协委员张三丰的提案，则是关于{LANES}的。"
    )
    first, second = register(text).proposals
    assert (first.name, second.name, second.topic) == ("李四光", "张三丰", "")


SIGNED = """声音·委员观点

“路太窄，骑车的人心里慌。要%s，每年不少于两条。”

——市人大代表、红石镇卫生院院长　张三丰

“小提琴也怕潮。请在礼堂建一间恒温琴房，配上除湿机。”

——省政协委员、红石交响乐团首席　欧阳光

“最好把礼堂的门也修一修。”

——旁听市民　李四光

“门口应该再装一盏灯。”
"""


def test_below_a_quotation_stands_who_has_said_it() -> None:
    found = register(SIGNED % LANES)
    assert [(one.name, one.proposal) for one in found.proposals] == [
        ("张三丰", f"要{LANES}，每年不少于两条"),
        ("欧阳光", "在礼堂建一间恒温琴房，配上除湿机"),
    ]
    assert [one.name for one in found.people] == ["张三丰", "欧阳光"]
