"""Questions answered from the register: everybody who is asked for, and nobody else."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from assistant import Assistant
from assistant.answers.conversation import new_against
from assistant.answers.found import Found
from assistant.library.indexing import update_index
from assistant.query.ellipsis import ANYTHING_FURTHER, FURTHER
from assistant.query.groups import _KINDS as NAMED
from assistant.query.groups import Group, asked_group
from assistant.query.whom import represented, speaking
from assistant.register.select import KINDS as TOLD_APART
from assistant.sentences.quotes import Span
from assistant.sentences.reader import Reader
from assistant.types import Answer
from index.matching import normalise
from tests.conftest import asking, assistant_on

ROOT = Path(__file__).resolve().parent.parent
CASES = json.loads((ROOT / "tests" / "cases" / "people.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def assistants(
    default_index: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Assistant]:
    """On the default document, and on those the register was developed on."""
    own = tmp_path_factory.mktemp("own") / "index"
    update_index(own, [ROOT / "tests" / "cases" / "register" / "develop"])
    return {"default": Assistant.open(default_index), "own": Assistant.open(own)}


_ASIDE = re.compile("（[^（）]*(?:（[^（）]*）[^（）]*)*）")  # 中国矿业大学（北京）原副校长


def attributed(answer: Answer) -> set[str]:
    """Whom the answer says its quotes are of: 张三（全国人大代表）、李四：“……” [1]."""
    heads = [line.split("：“")[0] for line in answer.text.split("\n") if "：“" in line]
    return {name for head in heads for name in _ASIDE.sub("", head).split("、")}


@pytest.mark.parametrize(
    ("documents", "case"),
    [(name, case) for name in ("default", "own") for case in CASES[name]],
    ids=lambda value: value["question"] if isinstance(value, dict) else value,
)
def test_everybody_asked_for_is_quoted_and_nobody_else(
    assistants: dict[str, Assistant], documents: str, case: dict[str, Any]
) -> None:
    answer = assistants[documents].ask(case["question"])
    quoted = "".join("".join(quote.text.split()) for quote in answer.quotes)
    assert answer.answered == bool(case["people"])
    assert attributed(answer) == set(case["people"]) or not answer.answered
    assert [part for part in case.get("holds", ()) if part not in quoted] == []
    assert case.get("text", "") in answer.text
    places = [(quote.document, quote.start) for quote in answer.quotes]
    assert places == sorted(places) and len(set(places)) == len(places)


@pytest.mark.parametrize(
    ("question", "resolved"),
    [
        ("他们还提出了什么？", "丁士启还提出了什么？"),
        ("那陈代表呢？", "陈雪华代表建议了什么？"),
        ("他还建议了什么？", "丁士启还建议了什么？"),
    ],
)
def test_who_is_named_by_title_in_the_question_before_is_known(
    assistants: dict[str, Assistant], question: str, resolved: str
) -> None:
    answer = assistants["default"].ask(question, ["丁代表建议了什么？"])
    assert answer.resolved_question == resolved


def test_a_name_is_found_however_it_is_written(tmp_path: Path) -> None:
    text = "陳建國代表建議多建夜校。\n\n李　强委员建议降低学费。"
    assistant = assistant_on(tmp_path, {"a.txt": text})
    for question, quoted in (("陈建国有什么建议？", "夜校"), ("李强有什么建议？", "学费")):
        assert quoted in assistant.ask(question).quotes[0].text


@pytest.mark.parametrize("question", CASES["not_of_a_group"])
def test_what_asks_for_something_else_too_is_left_to_the_ranker(question: str) -> None:
    assert asked_group(normalise(question)) is None


def test_a_group_is_read_off_the_words() -> None:
    asked = asked_group(normalise("来自河南高校的政协委员对人工智能提出了哪些建议？"))
    assert asked == Group("政协委员", "河南", "高校", "人工智能", proposals=True, proposing=True)
    assert asked_group("") is None


def test_a_word_is_no_name_and_a_kind_no_body() -> None:
    for question in (
        "高层强调了什么？",
        "简报说了什么？",
        "单独建议了什么？",
        "章程对补助是怎么说的？",
        "有个委员说别只比快慢，该比什么？",
        "某位代表建议修桥，是谁？",
    ):
        assert speaking(question) == []
    assert speaking("王朝委员建议了什么？") == ["王朝"]
    for whose in ("与会", "列席", "少数民族", "民营企业", "民营医院", "年轻"):
        assert represented(f"{whose}的代表提了哪些意见？") == []
    for whose in ("江北铜业", "江北市", "江北医院"):
        assert represented(f"{whose}的代表提了哪些意见？") == [whose]


def test_only_kinds_that_the_register_tells_apart_are_asked_for() -> None:
    assert NAMED.keys() <= TOLD_APART.keys()


def test_only_the_documents_asked_for_are_looked_at(assistants: dict[str, Assistant]) -> None:
    answer = assistants["own"].ask("哪些代表来自企业？", documents=["wire.txt"])
    assert not answer.answered


def test_of_whom_nothing_but_a_post_tells_what_they_propose_is_quoted(tmp_path: Path) -> None:
    text = (
        "# 座谈会纪要\n\n## 出席人员\n\n- 张三丰　市交通局副局长\n- 李四光　某某集团董事长\n"
        "- 王五一　某某铜业总经理\n\n## 发言\n\n张三丰介绍，去年新增公交车120辆。他建议多修路。\n\n"
        "李四光说，路太窄。李四光建议多建桥。\n\n王五一介绍，公司去年产铜5万吨。\n"
    )
    answer = assistant_on(tmp_path, {"a.md": text}).ask("有哪些人提出了建议？")
    assert attributed(answer) == {"张三丰", "李四光"}
    quoted = "".join(quote.text for quote in answer.quotes)
    assert "多修路" in quoted
    assert "多建桥" in quoted


@pytest.mark.parametrize(
    ("question", "is_identity"),
    [
        ("丁士启有哪些头衔？", True),
        ("谁是丁士启？", True),
        ("姜耀东是哪所大学的？", True),
        ("丁士启代表目前在哪家公司任职？", True),
        ("丁士启是哪家公司的老板？", True),
        ("姜耀东以前在哪所学校当领导？", True),
        ("姜耀东在哪所大学任过职？", True),
        ("丁士启的职务是什么？", True),
        ("丁士启的前任是谁？", False),
        ("谁是丁士启的接班人？", False),
        ("丁士启那份方案是谁交给他的？", False),
        ("丁士启的老师是谁？", False),
        ("丁士启建议由哪个单位牵头建设交割库？", False),
    ],
)
def test_who_somebody_is_is_asked_of_them_alone(
    assistants: dict[str, Assistant], question: str, is_identity: bool
) -> None:
    way = assistants["default"].inspect(question).way
    assert (way == "identity") == is_identity


SPOKEN = """会场内外

全国人大代表、长川电池公司董事长冯启年建议，在每个县城建设旧电池回收网点。他还建议，把回收率写进考核。

全国政协委员、北原大学教授易安国建议，村小的校车由县里统一调度。易安国还提出，校车司机要每年体检。

全国人大代表、东湾环卫所所长孟知秋建议，垃圾车夜里不进巷子。

旧电池怎么拆，说法不一。冯启年建议，旧电池先检测再拆。孟知秋则建议，旧电池拆下的外壳不准烧。

雪川车务段段长时秋白介绍，去年运煤40万吨。

全国人大代表、南坪街道主任尹若谷更担心没有电梯的老人。全国政协委员、北坪医院院长柏青建议先配爬楼机。

会议主席团成员：时秋白、安若水。
"""
spoken = asking({"会场.txt": SPOKEN})


@pytest.mark.parametrize(
    ("question", "is_all"),
    [
        ("冯启年今年在会上主要提出了哪些建议？", True),
        ("请问冯启年代表一共提了几条建议？", True),
        ("冯启年的建议是什么？", True),
        ("冯启年上会带了哪些建议？", True),
        ("冯启年这次两会提了哪些建议，麻烦列全", True),
        ("把冯启年在会上的主张都列出来", True),
        ("冯启年就旧电池提了哪些要求？", True),
        ("冯启年对电池有什么建议？", True),
        ("冯启年除了建设回收网点还提了哪些建议？", True),
        ("冯启年对海绵有什么建议？", False),
        ("冯启年对上海有什么建议？", False),
        ("冯启年对有色金属提出了哪些建议？", False),
    ],
)
def test_what_somebody_proposes_on_a_subject_is_not_all_they_propose(
    spoken: Assistant, question: str, is_all: bool
) -> None:
    found = spoken.inspect(question)
    assert (found.way == "proposals") == is_all


def test_what_is_left_out_of_proposals_is_not_quoted(spoken: Assistant) -> None:
    answer = spoken.ask("冯启年除了建设旧电池回收网点还提了哪些建议？")
    quoted = "".join(quote.text for quote in answer.quotes)
    assert "写进考核" in quoted and "回收网点" not in quoted


def test_of_two_nothing_is_quoted_but_what_is_asked(spoken: Assistant) -> None:
    assert not spoken.ask("冯启年和孟知秋分别多大年纪？").answered


def test_a_quote_of_several_names_all_of_them(spoken: Assistant) -> None:
    for names in ("冯启年和孟知秋", "冯代表和孟代表"):
        text = spoken.ask(f"{names}对旧电池拆解分别建议了什么？").text
        assert "先检测再拆" in text and "不准烧" in text
        for line in text.split("\n"):
            assert ("冯启年" in line) == ("先检测再拆" in line), line
            assert ("孟知秋" in line) == ("不准烧" in line), line
    answer = spoken.ask("第一条展开说说", ["谁建议旧电池先检测再拆？"])
    assert "不准烧" in answer.quotes[0].text
    assert {"冯启年", "孟知秋"} <= attributed(answer)


@pytest.mark.parametrize(
    ("history", "question", "quoted"),
    [
        (["冯启年提出了哪些建议？", "第一条展开说说"], "第二条展开说说", "写进考核"),
        (["谁建议旧电池先检测再拆？", "第一条展开说说"], "他还建议了什么？", "写进考核"),
    ],
)
def test_what_is_told_in_full_is_no_question_to_follow_up(
    spoken: Assistant, history: list[str], question: str, quoted: str
) -> None:
    assert quoted in "".join(quote.text for quote in spoken.ask(question, history).quotes)


def test_a_name_within_a_longer_one_is_nobody(spoken: Assistant) -> None:
    for question in (
        "冯启建议了什么？",
        "时秋是谁？",
        "时秋介绍去年运煤多少吨？",
        "孟知建议了什么？",
    ):
        assert not spoken.ask(question).answered, question
    for question in ("时秋白是谁？", "时秋白介绍去年运煤多少吨？"):
        assert "雪川车务段" in spoken.ask(question).quotes[0].text


def test_what_does_not_ask_for_more_keeps_its_best_quote(spoken: Assistant) -> None:
    before, reader = spoken.ask("谁建议旧电池先检测再拆？"), Reader.of(spoken.index)
    shown = Span(0, before.quotes[0].start, before.quotes[0].end)
    found = Found((shown, replace(shown, start=0, end=4)))
    assert new_against(reader, before, found, asks_more=False) is found
    assert new_against(reader, before, found, asks_more=True).spans == found.spans[1:]
    for asked in (
        "今年的运煤量比上年增长还是下降？",
        "对退耕还林提了什么建议？",
        "还建房有什么问题？",
    ):
        assert not FURTHER.search(asked) and not ANYTHING_FURTHER.search(asked)
    assert not ANYTHING_FURTHER.search("镇里另外出多少？") and ANYTHING_FURTHER.search("另外呢？")
    assert ANYTHING_FURTHER.search("还建议了什么？")


def test_what_somebody_else_proposes_behind_is_not_theirs(spoken: Assistant) -> None:
    answer = spoken.ask("尹若谷对没有电梯的老人有什么办法？")
    assert "爬楼机" not in "".join(quote.text for quote in answer.quotes)


def test_what_somebody_says_is_more_than_they_propose(assistants: dict[str, Assistant]) -> None:
    asked, default = "沈政昌呼吁什么？", assistants["default"]
    told = "".join(quote.text for quote in default.ask("沈政昌怎么说？").quotes)
    assert "330 亿吨" in told and "全链条治理体系" in told
    more = default.ask("他还说了什么？", history=[asked])
    assert "330 亿吨" in more.quotes[0].text and "全链条治理体系" not in more.quotes[0].text
    assert len(default.ask("丁世启提了啥建议").quotes) == len(
        default.ask("丁士启提出了哪些建议？").quotes
    )


def test_a_long_question_names_nobody_by_its_adverbs(assistants: dict[str, Assistant]) -> None:
    answer = assistants["default"].ask("我想了解今年两会关于上海交割库的内容，尤其是谁提出来的？")
    assert answer.text.startswith("丁士启")
    parts = "建立交割库这个建议是谁提的，他在哪个单位任职，目的又是什么？"
    assert "铜陵有色" in "".join(quote.text for quote in assistants["default"].ask(parts).quotes)


def test_of_deputies_members_of_the_conference_are_not_counted(
    assistants: dict[str, Assistant],
) -> None:
    answer = assistants["default"].ask("有多少位代表提出了建议？")
    assert attributed(answer).isdisjoint({"姜耀东", "柴兴臣"}) and "8" in answer.text
    academy = assistants["default"].ask("谁是中国工程院院士？")
    assert attributed(academy) == {"袁亮", "沈政昌"}
    assert not assistants["default"].ask("谁是中国科学院院士？").answered


FIRMS = """两会上的机器声

全国人大代表、东岭精密机床集团有限公司董事长盛怀山建议，给首台套机床上保险。盛怀山还建议，职校学生带薪实习。

全国人大代表、西岭农机股份有限公司董事长卜小麦建议，把山地农机纳入补贴。
"""
firms = asking({"机器.txt": FIRMS})


@pytest.mark.parametrize(
    ("question", "resolved", "said"),
    [
        ("东岭精密机床董事长提了哪些建议？", "盛怀山提了哪些建议？", "带薪实习"),
        ("西岭农机股份有限公司的董事长建议了什么？", "卜小麦建议了什么？", "山地农机"),
        (
            "东岭精密机床董事长盛怀山提了哪些建议？",
            "东岭精密机床董事长盛怀山提了哪些建议？",
            "带薪实习",
        ),
    ],
)
def test_a_firm_and_a_post_tell_who_is_meant(
    firms: Assistant, question: str, resolved: str, said: str
) -> None:
    answer = firms.ask(question)
    assert answer.resolved_question == resolved
    assert said in "".join(quote.text for quote in answer.quotes)


def test_what_could_be_several_or_asks_who_stays(firms: Assistant) -> None:
    for question in (
        "董事长建议了什么？", "东岭精密机床的董事长是谁？", "东岭精密机床董事长年薪多少？",
        "西岭农机股份有限公司董事长办公室电话是多少？",
    ):  # fmt: skip
        assert firms.ask(question).resolved_question == question


HEADED = "某公司年报\n\n姓名\t职务\t性别\t年龄\n古向阳\t董事长\t男\t56\n水清扬\t董事\t女\t47\n"


def test_the_head_of_columns_names_nobody(tmp_path: Path) -> None:
    asked = assistant_on(tmp_path, {"年报.txt": HEADED})
    names = {row.name for row in asked._reader.register.people}
    assert names.isdisjoint({"职务", "性别", "年龄"})
