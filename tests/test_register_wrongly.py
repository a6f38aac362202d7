"""Nothing is put to somebody who has not said it: strangers, people told of, names misread."""

from __future__ import annotations

import pytest

from tests.registers import people, proposed

FIRST = "市人大代表、红石钢厂厂长李建国建议，延长夜校的开放时间。\n\n"
LONGER = ("李建国", "延长夜校的开放时间")


def test_who_is_led_up_to_by_a_word_of_one_character_is_somebody_else() -> None:
    text = "往后怎么办下去，是周文静委员放不下的事。“建议由街道聘请管理员。”周文静说。"
    text += "她还提出，按课时发放补贴。"
    assert proposed(FIRST + text) == [
        LONGER,
        ("周文静", "由街道聘请管理员"),
        ("周文静", "按课时发放补贴"),
    ]


@pytest.mark.parametrize("who", ["周文静", "店主周文静", "一位果农", "管夜校的老孙头", "老师们"])
def test_what_a_stranger_named_behind_a_quotation_says_is_nobodys(who: str) -> None:
    assert proposed(f"{FIRST}“应当由街道聘请管理员。”{who}说。") == [LONGER]
    assert proposed(f"{FIRST}“老师太累。建议由街道聘请管理员。”{who}告诉记者。") == [LONGER]
    assert proposed(f"{FIRST}“建议由街道聘请管理员，”{who}说，“还要发补贴。”") == [LONGER]


@pytest.mark.parametrize("who", ["李建国", "他", "李厂长", "建国", "会后他", "他笑着"])
def test_what_he_says_himself_behind_it_is_his(who: str) -> None:
    row = ("李建国", "应当由街道聘请管理员")
    assert proposed(f"{FIRST}“应当由街道聘请管理员。”{who}说。") == [LONGER, row]


GUEST = "本期嘉宾：市人大代表、红石钢厂厂长李建国\n\n晚风网：李代表好，今年带来了什么？\n\n"
OWN = "李建国：我建议，延长夜校的开放时间。\n\n"
BESIDE = "晚风网：听说市政协委员、某校教授周文静也在关注夜校。\n\n李建国：对，我们通过电话。"


def test_in_somebodys_own_words_he_is_another() -> None:
    theirs = ("周文静", "按课时给老师发放补贴")
    assert proposed(f"{GUEST}{OWN}{BESIDE}她主张按课时给老师发放补贴。我支持。") == [LONGER, theirs]
    assert proposed(f"{GUEST}{OWN}晚风网：还有吗？\n\n李建国：我师傅也来过。他建议多设座位。") == [
        LONGER
    ]


def test_below_a_label_without_such_words_he_is_who_it_names() -> None:
    text = "◆李建国代表：在一线干了三十年。他建议，延长夜校的开放时间。\n\n"
    text += "◆周文静代表：我市夜校不少。她建议，按课时发放补贴。"
    assert proposed(text) == [LONGER, ("周文静", "按课时发放补贴")]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("一条是市政协委员、教师欧阳静提的。她建议多设座位。", "欧阳静", "市政协委员"),
        ("另一条是市政协委员、教师李明写的。他建议多设座位。", "李明", "市政协委员"),
        ("红河哈尼族彝族自治州人大代表李建国建议修路。", "李建国", "红河哈尼族彝族自治州人大代表"),
        ("湖南省某某侗族自治县政协委员李建国建议修路。", "李建国", "湖南省某某侗族自治县政协委员"),
        (
            "新疆维吾尔自治区伊犁哈萨克自治州人大代表李建国建议修路。",
            "李建国",
            "伊犁哈萨克自治州人大代表",
        ),
        ("某某回族区政协委员李建国建议修路。", "李建国", "某某回族区政协委员"),
        ("□ 傣族 县人大代表 刀玉香\n\n我建议修路。", "刀玉香", "县人大代表"),
        ("红石镇人大代表李建国建议修路。", "李建国", "红石镇人大代表"),
        ("苗族 贵阳市人大代表 杨秀英：建议修路。", "杨秀英", "贵阳市人大代表"),
        ("采访郑州市人大代表李建国时，他建议修路。", "李建国", "郑州市人大代表"),
        (
            "更正：“市政协委员李建国”应为“市人大代表李建国”。\n\n李建国代表建议修路。",
            "李建国",
            "市人大代表",
        ),
    ],
)
def test_name_and_role_end_where_they_end(text: str, name: str, role: str) -> None:
    assert {who: one[0] for who, one in people(text).items()} == {name: role}
    assert [who for who, _ in proposed(text)] == [name]


@pytest.mark.parametrize("who", ["党外", "海外", "归侨", "白族", "文艺界", "商户"])
def test_what_kind_of_deputies_is_no_name(who: str) -> None:
    assert people(f"{FIRST}这是{who}代表提出的。让{who}委员说，请他们先讲。").keys() == {"李建国"}


LISTED = "**李建国**（市人大代表、红石钢厂焊工，52岁）\n\n- 延长夜校的开放时间，周末也开\n"


def test_what_is_proposed_with_another_is_of_both() -> None:
    both = [("李建国", "给夜校老师发放补贴"), ("周文静", "给夜校老师发放补贴")]
    rows = proposed(f"{LISTED}- 和周文静委员一块提出的：给夜校老师发放补贴")
    assert rows == [("李建国", "延长夜校的开放时间，周末也开"), *both]
    hospitals = "李建国委员（市第二人民医院主任）、周文静委员（某某公司总经理）共同提出，"
    assert proposed(f"1.{hospitals}给夜校老师发放补贴。") == both
    assert len(proposed(f"{LISTED}- 和周文静委员一块去过夜校")) == 1
    assert people(LISTED) == {"李建国": ("市人大代表", "红石钢厂焊工")}


def test_what_a_leader_says_in_his_address_is_no_proposal() -> None:
    text = "市政协副主席、某党市委主委李建国出席会议并讲话。他强调，要提高站位，把提案办实。\n\n"
    text += "市政协副主席周文静参加讨论。她强调，要延长夜校的开放时间。"
    assert [who for who, _ in proposed(text)] == ["周文静"]


ESSAY = """□ 县人大代表 李建国

我叫李建国，开大车的。头一条我是这么写：由交通局在三岔口增设候车亭。我又写上：请县职业中学开设货运调度课程。

赵四海代表也交了一份。他种果树，写的是在107国道红石段增设水果交易点。我在本子上写下：路太窄了。

（作者系红石货运合作社理事长 本文由记者整理）"""


def test_what_an_essay_says_was_written_is_proposed() -> None:
    assert proposed(ESSAY) == [
        ("李建国", "由交通局在三岔口增设候车亭"),
        ("李建国", "请县职业中学开设货运调度课程"),
        ("赵四海", "在107国道红石段增设水果交易点"),
    ]
    assert people(ESSAY)["李建国"] == ("县人大代表", "红石货运合作社理事长")


@pytest.mark.parametrize(
    ("said", "row"),
    [
        ("他给出的路径是先易后难——把教室借给社区，由街道付电费。", "把教室借给社区，由街道付电费"),
        ("他的诉求很明确，凭工作证进教室，周末也开放。", "凭工作证进教室，周末也开放"),
        ("他的建议很具体，会场响起掌声。", ""),
        ("他的建议很简单，却引来一番争论。", ""),
        ("他直言，夜校的学费早晚要涨，大家心里有数。", ""),
        (
            "他说：发布夜校的课程表和教室地图，方便职工挑选。",
            "发布夜校的课程表和教室地图，方便职工挑选",
        ),
        ("他说：发布以来效果不错，发布会上人多。", ""),
        ("他说，他去过市第二人民医院。两人没有见面。", ""),
    ],
)
def test_ways_to_put_what_is_asked_for(said: str, row: str) -> None:
    rows = proposed(f"市人大代表李建国走访了夜校。{said}")
    assert rows == ([("李建国", row)] if row else [])


def test_an_item_is_what_it_asks_for_behind_the_facts() -> None:
    water = "为坡上的两个小组接通自来水"
    text = f"孙二虎代表：一是夜校。希望延长开放时间。二是饮水，山上的井都干了，恳请{water}。"
    assert proposed(text) == [("孙二虎", "延长开放时间"), ("孙二虎", water)]


def test_a_note_of_who_has_written_it_is_of_the_author_only() -> None:
    other = "盘活闲置农房\n\n乡里人　赵四海\n\n希望出台合同范本。\n\n（作者系红石文旅公司负责人）"
    text = f"推进夜校进社区\n\n某党市委会\n\n夜校不多。建议延长开放时间。\n\n{other}"
    assert all(post == "" for _, post in people(text).values())
    label = "李建国（市人大代表）：夜校太少。我们要有耐心。他建议延长开放时间，周末也开。"
    assert proposed(label) == [("李建国", "延长开放时间，周末也开")]


@pytest.mark.parametrize(
    "told",
    [
        "他女儿说：“应当按课时发补贴。”",
        "他转述了周强的建议：按课时发补贴。",
        "在果农老赵看来，应当按课时发补贴。",
        "有人提出，应当按课时发补贴。",
        "也有不同声音：应当按课时发补贴。",
        "“应当按课时发补贴。”随行的周文静快言快语。",
        "“应当按课时发补贴。”一旁的老赵接过话。",
        "“应当按课时发补贴。”学员们七嘴八舌。",
        "“应当按课时发补贴！”人群里有人喊。",
    ],
)
def test_what_others_say_beside_him_is_not_his(told: str) -> None:
    assert proposed(f"市人大代表李建国走访了夜校，建议延长开放时间。{told}") == [
        ("李建国", "延长开放时间")
    ]


@pytest.mark.parametrize(
    "told",
    [
        "他听取意见后建议，按课时发补贴。",
        "他想起学员的话，建议按课时发补贴。",
        "在他看来，应当按课时发补贴。",
        "有人提出疑问，他建议按课时发补贴。",
        "他的同事们都说好。他建议按课时发补贴。",
    ],
)
def test_what_he_says_among_others_is_his(told: str) -> None:
    rows = proposed(f"市人大代表李建国走访了夜校。{told}")
    assert [(name, words.removeprefix("应当")) for name, words in rows] == [
        ("李建国", "按课时发补贴")
    ]


OFFICIAL = "市教育局副局长王海涛说：“{said}”"


def test_who_an_official_speaks_of_is_told_of_again_below() -> None:
    text = (
        f"{FIRST}{OFFICIAL.format(said='李代表看得准。')}\n\n她又去了三个镇。她建议按课时发补贴。"
    )
    assert proposed(text) == [LONGER, ("李建国", "按课时发补贴")]


@pytest.mark.parametrize(
    "told",
    [
        OFFICIAL.format(said="李代表看得准。") + "他建议按课时发补贴。",
        OFFICIAL.format(said="经费有了着落。") + "\n\n他建议按课时发补贴。",
    ],
)
def test_an_official_who_goes_on_is_not_who_was_told_of(told: str) -> None:
    assert ("李建国", "按课时发补贴") not in proposed(FIRST + told)


def test_an_engineer_is_called_by_his_surname() -> None:
    text = "市政协委员、市设计院高级工程师方晓东来了。市政协委员、果农周文静建议，延长开放时间。"
    row = ("周文静", "延长开放时间")
    assert proposed(f"{text}方工也有话说。他建议按课时发补贴。")[1:] == [("方晓东", "按课时发补贴")]
    assert proposed(f"{text}职工也有话说。她建议按课时发补贴。") == [
        row,
        ("周文静", "按课时发补贴"),
    ]


def test_a_verb_is_no_part_of_the_name_before_it() -> None:
    text = "市政协委员、果农周文听后表示，夜校太少，建议延长开放时间。"
    assert proposed(text) == [("周文", "延长开放时间")]
    assert list(people("市政协委员、果农周文听建议延长开放时间。")) == ["周文听"]


@pytest.mark.parametrize("rumour", ["网传", "网传：", "谣言称"])
def test_a_rumour_is_nobodys(rumour: str) -> None:
    told = "市政协委员周文静建议“取消寒假”，原文没有查到。"
    assert proposed(f"{FIRST}- {rumour}{told}") == [LONGER]
    assert "周文静" not in people(f"{FIRST}- {rumour}{told}")
    assert proposed(f"{FIRST}- {rumour}李建国代表建议“取消寒假”，原文没有查到。") == [LONGER]


def test_what_is_said_on_a_rumour_is_somebodys() -> None:
    said = "针对网传的收费视频，市政协委员周文静建议公开夜校的收费标准。"
    assert proposed(said) == [("周文静", "公开夜校的收费标准")]


@pytest.mark.parametrize(
    "fact",
    [
        "他告诉记者，换一个零件往往要先找三家店。",
        "他说，有的欠款要等上三个月。",
        "他说，“看一回病要折腾一整天”。",
        "他说，今天的局面要珍惜。",
        "他共提交4份建议，其中3份与夜校有关。",
        "建议被列入督办清单，第二年就办结了。",
        "建议已被采纳，第二年就办结了。",
        "\n\n--------\n\n",
    ],
)
def test_what_is_told_of_or_comes_of_it_is_no_proposal(fact: str) -> None:
    assert proposed(FIRST + fact) == [LONGER]
    listed = "市人大代表李建国：建议：\n\n1. 延长夜校的开放时间。\n\n"
    assert proposed(listed + fact) == [LONGER]


def test_an_official_who_replies_is_told_of_next() -> None:
    text = f"{FIRST}市教育局局长王海涛一一作了答复。他说，各校的账目要先理清。"
    assert proposed(text) == [LONGER]


@pytest.mark.parametrize(
    ("asked", "row"),
    [
        ("他说，换零件要先找厂家备案。", "换零件要先找厂家备案"),
        ("他说，图书馆要开放整天，周末也不例外。", "图书馆要开放整天，周末也不例外"),
        ("他说，要珍惜老校舍，尽快修缮。", "要珍惜老校舍，尽快修缮"),
        ("他说，夜校太少，建议市里增加。", "市里增加"),
        ("建议由街道聘请管理员。", "由街道聘请管理员"),
        (
            "同时，对拖欠课时费的机构实行信用惩戒，追究责任。",
            "对拖欠课时费的机构实行信用惩戒，追究责任",
        ),
        ("同时，对师资不足的问题，建议由街道聘请。", "由街道聘请"),
    ],
)
def test_what_is_asked_for_in_like_words_is_one(asked: str, row: str) -> None:
    assert proposed(FIRST + asked) == [LONGER, ("李建国", row)]


CHAIR = "主持：市人大常委会副主任 王海涛\n参加：市人大代表李建国\n\n李建国建议延长开放时间。\n\n"


@pytest.mark.parametrize("when", ["小结时指出", "最后总结时强调", "归纳时说"])
def test_who_chairs_and_sums_up_proposes_nothing(when: str) -> None:
    assert proposed(f"{CHAIR}王海涛在{when}，大家的话都要逐条记下。") == [
        ("李建国", "延长开放时间")
    ]
    assert len(proposed(f"{CHAIR}王海涛建议，在每个街道都开办夜校。")) == 2


@pytest.mark.parametrize(
    ("told", "row"),
    [
        ("另提出把课时费写进合同。", "把课时费写进合同"),
        ("去年他提的是给学员每年安排一次体检。", "给学员每年安排一次体检"),
        ("李建国的提案，据《晨报》为“在街道设立分校”。", "在街道设立分校"),
        ("他提出以校舍租金作抵押，解决经费不足的问题。", "以校舍租金作抵押，解决经费不足的问题"),
    ],
)
def test_what_he_asks_for_in_a_paper_or_in_passing_is_his(told: str, row: str) -> None:
    assert proposed(FIRST + told) == [LONGER, ("李建国", row)]


@pytest.mark.parametrize(
    "told",
    [
        "去年他提的是学员体检的事。",
        "李建国的提案，据《晨报》为今年的第一份。",
        "他提出经费不足、师资不足的问题。",
        "他提醒家长，不要盲目报班。",
    ],
)
def test_what_asks_nobody_for_anything_is_no_proposal(told: str) -> None:
    assert proposed(FIRST + told) == [LONGER]


def test_the_first_point_may_stand_where_the_points_are_counted() -> None:
    text = "文／李建国（市人大代表、红石钢厂厂长）\n\n我交了一份提案。全文一页，{}。"
    asked = text.format("三条建议：第一，由街道聘请管理员，每月考核")
    assert proposed(asked) == [("李建国", "由街道聘请管理员，每月考核")]
    assert proposed(text.format("三条意见：第一，学员嫌远，嫌贵")) == []


REPLY = (
    "李建国代表：\n\n您提出的《关于办好夜校的建议》收悉。现答复如下：\n\n一、关于设立夜校的建议\n\n"
)


def test_what_stands_below_the_heading_of_a_reply_says_what_exactly() -> None:
    exactly = REPLY + "您建议在每个街道设立一所夜校。我们正在研究。"
    assert proposed(exactly) == [("李建国", "在每个街道设立一所夜校")]
    besides = REPLY + "我们正在研究。您还建议延长开放时间。"
    assert proposed(besides) == [("李建国", "设立夜校"), ("李建国", "延长开放时间")]
    detail = REPLY + "我们正在研究。您建议对教师发放补贴。"
    assert len(proposed(detail)) == 2
    another = REPLY + "我们正在研究。\n\n二、关于师资\n\n您建议返聘退休教师。"
    assert proposed(another) == [("李建国", "设立夜校"), ("李建国", "返聘退休教师")]


def test_what_a_reply_says_was_asked_for_behind_something_else_is_told() -> None:
    text = REPLY + "您在建议中引用了某研究所的数据，并建议用三年时间翻修全部校舍。我们正在研究。"
    assert proposed(text) == [("李建国", "设立夜校"), ("李建国", "用三年时间翻修全部校舍")]
    office = REPLY + "您的来信我们已转有关部门，并建议学校先行翻修校舍。"
    assert proposed(office) == [("李建国", "设立夜校")]


def test_what_only_looks_like_a_rumour_or_a_noun_is_told() -> None:
    text = "互联网传媒公司董事长、市人大代表李建国建议，延长夜校的开放时间。"
    assert proposed(text) == [LONGER]
    text = "市人大代表、红石钢厂厂长李建国说，建议被征地农民优先入学。"
    (told,) = proposed(text)
    assert told[0] == "李建国" and told[1].endswith("被征地农民优先入学")
    text = FIRST + "网传市政协委员周文静呼吁取消夜校，她予以否认。"
    assert proposed(text) == [LONGER]


def test_what_a_reply_names_below_of_something_else_leaves_the_heading() -> None:
    text = REPLY + "您提出在每条街上建设社区医院的意见，我们正在研究。"
    assert ("李建国", "设立夜校") in proposed(text)
