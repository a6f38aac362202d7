"""Questions in English on people and bodies whose names only the documents' own script has."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answers.english import in_chinese as put_in_chinese
from assistant.query.bodies import Bodies
from assistant.query.romanised import asked, by_sound, nobody, with_people
from assistant.sentences.reader import Reader
from tests.conftest import assistant_on

SOUNDS = by_sound(["欧阳绿", "曾单", "张刚", "张钢", "李明", "何方", "单灿"])
TEXT = """代表建言

全国人大代表、青石中学校长李明建议，把晚自习缩短到一个小时。他还建议增加体育课。

全国政协委员、白桥医院院长欧阳绿建议，给村医上养老保险。

全国人大代表、柳溪茶叶集团有限公司董事长何秋实建议，为老茶园建立病虫害AI监测网。

全国人大代表、云浦大学校长庞一鸣说，晚自习不该占用体育课的时间。云浦市去年新建了三个体育场。

体育课在城里的学校开得多，在村里开得少。李明的学校每天都有。

全国政协委员、南丰学院原院长鲁小满建议，把南丰理工大学的旧校区改成公园。南丰市场在河边，山村灿山村在山上。

全国人大代表、南丰水泥集团有限公司总经理单水生建议，多修水泥路。南丰市去年修了三条。
"""
REPORT = """白桥县人民政府工作报告

二〇〇一年三月五日在白桥县第十届人民代表大会第四次会议上

县长　汤正平

各位代表：

去年全县粮食总产三亿二千万斤，比上年增长百分之二点一。全县修公路六十公里。

今年要新建小学两所。
"""


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("What did Ouyang Lu propose?", "欧阳绿提出了哪些建议？"),
        ("what did Ouyang Lü recommend", "欧阳绿提出了哪些建议？"),
        ("Who is Zeng Shan?", "曾单是谁？"),
        ("Which school does Li Ming lead?", "Which school does 李明 lead?"),
        ("What is Ming Li's position?", "李明是什么身份？"),
        ("What did Li Ming say about PE?", "李明对PE有什么建议？"),
        ("Li Ming's proposal on PE", "李明对PE有什么建议？"),
        ("When did Li Ming speak?", "When did 李明 speak?"),
        ("Who is Zhang Gang?", "Who is Zhang Gang?"),  # two of the name
        ("who is li ming", "李明是谁？"),
        ("what did ming li propose?", "李明提出了哪些建议？"),
        ("what is zeng shan's position", "曾单是什么身份？"),
        ("who is zhang gang", "who is zhang gang"),
        ("has he fang spoken", "has he fang spoken"),
        ("Can Shan and others help?", "Can Shan and others help?"),
        ("name shan", "name shan"),
        ("Who limits imports?", "Who limits imports?"),
    ],
)
def test_a_name_is_read_by_its_sound(question: str, read: str) -> None:
    assert asked(with_people(question, SOUNDS)) == read


def test_who_speaks_and_is_not_known_is_named() -> None:
    assert nobody("What did Wang Xiaohong propose?") == ["Wang Xiaohong"]
    assert nobody("What did Tim Cook propose?") == nobody("王小红提了什么？") == []


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("romanised")
    return assistant_on(folder, {"建言.txt": TEXT, "白桥县人民政府工作报告.txt": REPORT})


@pytest.fixture(scope="module")
def reader(assistant: Assistant) -> Reader:
    return Reader.of(assistant.index)


def test_people_are_found_kept_and_left_by_english_questions(assistant: Assistant) -> None:
    first = assistant.ask("What did Li Ming propose?")
    assert first.text.startswith("李明（全国人大代表、青石中学校长）")
    assert "体育课" in "".join(quote.text for quote in first.quotes)
    other = assistant.ask("What about Ouyang Lu?", history=[first.question])
    assert [quote.text for quote in other.quotes] == [
        "全国政协委员、白桥医院院长欧阳绿建议，给村医上养老保险。"
    ]
    more = assistant.ask("What else did he propose?", history=[first.question])
    assert not more.answered and more.text.startswith("除了上一个回答")
    who = assistant.ask("他是什么身份？", history=[first.question])
    assert who.resolved_question == "李明是什么身份？" and who.answered


def test_nobody_known_answers_for_somebody_unknown(assistant: Assistant) -> None:
    for question in ("What did Li Mingzhe propose?", "Who is Wang Xiaohong?"):
        assert not assistant.ask(question).answered


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("When did the Liuxi Tea Group start?", "When did 柳溪茶叶集团 start?"),
        ("Liuxi Group's plans", "柳溪茶叶集团's plans"),
        ("Where is Baiqiao County?", "Where is 白桥县?"),
        ("Did Baiqiao County build roads?", "Did 白桥县 build roads?"),
        ("Where is Baiqiao City?", "Where is Baiqiao City?"),  # another kind
        ("Where is Baiqiao Third Hospital?", "Where is Baiqiao Third Hospital?"),
        ("What is the China Group?", "What is the China Group?"),
        ("Where is Nanfeng University?", "Where is Nanfeng University?"),  # not 南丰理工大学
        ("Where is Nanfeng Technical University?", "Where is Nanfeng Technical University?"),
        ("Where is Nanfeng Group?", "Where is Nanfeng Group?"),  # of several in 南丰市
        ("Can Shan Village be reached?", "Can Shan Village be reached?"),  # not 灿山村
    ],
)
def test_organisations_and_places_are_read_by_sound(
    reader: Reader, question: str, read: str
) -> None:
    assert reader.bodies.in_chinese(question) == read


def test_one_of_two_that_sound_alike_is_not_chosen() -> None:
    bodies = Bodies("安石县和安实县都修了路，晓云镇没有。", [])
    assert bodies.in_chinese("Anshi County") == "Anshi County"
    assert bodies.in_chinese("Xiaoyun Town") == "晓云镇"
    assert bodies.in_chinese("An County") == "An County"  # too short to tell


def test_another_university_and_a_market_are_not_meant() -> None:
    bodies = Bodies("北屏理工大学很大，云岭市场也是。", ["北屏理工大学校长"])
    for question in ("Beiping University", "Beiping Technical University", "Yunling City"):
        assert bodies.in_chinese(question) == question
    assert bodies.place("Yunling", "市") == ""


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("Who is the chairman of Liuxi Tea Group?", "何秋实是谁？"),
        ("What did the president of Yunpu University propose?", "庞一鸣提出了哪些建议？"),
        (
            "Who was the president of Yunpu University in 1998?",  # perhaps somebody else
            "Who was 云浦大学校长 in 1998?",
        ),
        (
            "Who is the former president of Yunpu University?",
            "Who is the former president of 云浦大学?",
        ),
        (
            "Who is the president of Nanfeng College?",  # not whoever was
            "Who is the president of 南丰学院?",
        ),
        ("Who is the deputy mayor of Yunpu?", "云浦市副市长是谁？"),
        ("Who is the deputy mayor of Yunpu City?", "云浦市副市长是谁？"),
        ("Who is the county head of Baiqiao?", "白桥县县长是谁？"),
        ("Who is the governor of Baiqiao County?", "白桥县县长是谁？"),
        ("Who is the mayor of Baiqiao?", "Who is the mayor of Baiqiao?"),  # a county
        ("Who is the general manager of Liuxi Group?", "柳溪茶叶集团总经理是谁？"),
        (
            "Who is the vice president of Yunpu University?",
            "Who is the vice president of 云浦大学?",
        ),
        ("Who is the mayor of Yunpu?", "云浦市市长是谁？"),
    ],
)
def test_what_english_asks_is_asked_in_chinese(reader: Reader, question: str, read: str) -> None:
    foreign = not any("\u4e00" <= one <= "\u9fff" for one in question)
    assert put_in_chinese(reader, question, foreign=foreign) == read


def test_whoever_holds_a_post_is_quoted(assistant: Assistant) -> None:
    for question, said in (
        ("What did the chairman of Liuxi Tea Group propose?", "老茶园"),
        ("What did Liuxi Group chairman He Qiushi propose?", "老茶园"),
        ("What did deputy He Qiushi of Liuxi Group propose?", "老茶园"),
    ):
        answer = assistant.ask(question)
        assert answer.answered and said in answer.quotes[0].text


def test_no_english_word_is_a_company_that_is_missing(assistant: Assistant) -> None:
    for word in ("Paper", "Power", "Water", "Inner"):
        assert word not in assistant.ask(f"Who runs the {word} Company?").text


def test_a_question_is_read_once(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    question = "Where is Baiqiao County, and what of it?"
    first = put_in_chinese(reader, question, foreign=True)
    monkeypatch.setattr(reader.bodies, "in_chinese", None)
    assert put_in_chinese(reader, question, foreign=True) == first
