"""Asked what an interviewer asks, what is replied is quoted; asked why, what tells the reason."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.sentences.enumerated import replied
from tests.conftest import asking

TALK = """让老桥再用三十年——桥梁养护访谈

受访人：河湾大学桥梁系教授 纪怀川
采访人：《路桥周刊》记者 于小禾

记者：您今年的三件提案分别是什么？

纪怀川：第一件是关于农村危桥改造的，第二件是关于桥梁健康监测的，第三件是关于养护工人职称的。三件都与桥有关。

记者：为什么农村的桥坏得快？

纪怀川：原因有三个。第一是超载，一辆运砂车抵得上三千辆小轿车。去年我们在路口数过。第二是排水，桥面的水流不走。第三，钱。养护费十五年没有涨过，一座桥一年只有八百元。

记者：监测设备贵不贵？

纪怀川：一座中桥装一套设备要六万元，比五年前便宜了一半。我带学生装过四十多座。

记者：如果只提两条建议，您提什么？

纪怀川：一条是养护费跟着物价走，另一条是超载的车不许上桥。

记者：你们二位怎么看桥上收费？

纪怀川：我不赞成。
"""

# 问 and 答 alone say who speaks; who replies stands in the title.
SHORT = """专访桥检师殷见川：钢缆会说话

《路桥周刊》记者 于小禾

编者按：殷见川检查桥梁二十二年，听锤声就知道哪根拉索松了。近日，本刊对他进行了专访。

问：您一年查多少座桥？

答：一百来座。最远的一座在山里，走路进去要两天。

问：有人提出用无人机代替人爬索塔。

答：我理解，可我不赞成。风一大它就贴不住，照片也看不出锈在里头。
"""

# Nor there: only the note above the questions names them.
NOTED = """访谈：修桥人的一年

编者按：路遥川，省人大代表、县桥工队队长，修桥十九年。

问：您说的“两道检查”是哪两道？

答：头一道是汛前看桥墩，第二道是汛后看桥面，都要记在本子上。

问：您最想提什么？

答：我建议给桥工买一份意外险。
"""

NEWS = """危桥改造座谈

县交通局局长姜以恒反对把危桥全部拆掉重建。“拆一座的钱够修五座。”他说。会后大家去看了三座桥。

村医郝云舒：我更担心桥断了以后谁来送药。山那边住着九十位老人。建议先修一条能过担架的便桥。

货运协会会长曹砚：不赞成限重降到五吨。限重会让货车绕行六十公里，运费翻一番。

去年改造的桥，三年内再坏的不到百分之二。这正是我们坚持先修后建的原因。
"""


# Whoever speaks stands in front with a post, in brackets of another kind, or above a heading.
INQUIRY = """桥梁安全专题询问实录

郎修远（常委会委员、财经委副主任委员）：桥梁养护我问交通局。危桥改造还差多少钱？

【车向东】谢谢您的提问。

危桥改造还差两千一百万元，明年补齐。

**沙海澄（交通学院副院长）**

我建议，旧桥墩一律先做水下检查。
"""

TALKS = {"访谈.txt": TALK, "座谈.txt": NEWS, "专访.txt": SHORT, "访谈2.txt": NOTED}
assistant = asking({"询问.md": INQUIRY, **TALKS})


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("纪怀川今年的三件提案都是啥？", ["农村危桥改造", "健康监测", "工人职称"]),
        ("农村的桥坏得快有哪三个原因？", ["超载", "桥面的水", "养护费十五年"]),
        ("农村的桥为什么坏得快？", ["超载", "桥面的水", "养护费十五年"]),
        ("纪怀川只提两条建议，提的是什么？", ["跟着物价走", "不许上桥"]),
        ("桥梁监测设备贵不贵？", ["六万元"]),
        ("曹砚凭什么不赞成限重降到五吨？", ["不赞成限重", "绕行六十公里"]),
        ("郝云舒担心桥断了以后谁来送药，她的主意是什么？", ["更担心桥断了", "能过担架的便桥"]),
        ("姜以恒为什么反对把危桥全部拆掉重建？", ["反对把危桥", "够修五座"]),
        ("为什么坚持先修后建？", ["不到百分之二", "先修后建"]),
        ("路遥川说的“两道检查”是哪两道？", ["汛前看桥墩", "汛后看桥面"]),
        ("殷见川为什么不赞成用无人机代替人爬索塔？", ["贴不住", "锈在里头"]),
    ],
)
def test_what_is_said_is_quoted(assistant: Assistant, question: str, said: list[str]) -> None:
    quoted = "".join(quote.text for quote in assistant.ask(question).quotes)
    assert [part for part in said if part not in quoted] == []
    assert "记者：" not in quoted and "问：" not in quoted and "数过" not in quoted


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("哪位委员追问了危桥改造还差多少钱？", "郎修远"),
        ("谁说危桥改造还差两千一百万元？", "车向东"),
        ("谁建议旧桥墩一律先做水下检查？", "沙海澄"),
    ],
)
def test_whoever_stands_in_front_is_named(assistant: Assistant, question: str, who: str) -> None:
    assert who in "".join(quote.text for quote in assistant.ask(question).quotes[:2])


def test_a_reply_ends_where_the_next_question_is_put(assistant: Assistant) -> None:
    index = assistant.index
    rows = range(len(index.generation.sentences))
    asked = next(row for row in rows if "监测设备贵不贵" in index.sentence(row))
    said = [index.sentence(row).strip() for row in replied(index, asked)]
    assert said[0].startswith("纪怀川：一座中桥") and said[-1] == "我带学生装过四十多座。"
    assert replied(index, asked + 1) == []


TWO = """渡口问答

问：渡工去世，家里人能领哪些钱？多久去办？

答：可领取丧葬费和一次性补助。请在30日内到船管站办理。

问：船证丢了要交钱吗？

答：不要钱，当天补办。

记者手记：纪怀川的厂子不贷款。前年有两家银行来谈，他谢绝了。不是不缺钱，是怕年年追着利息跑。
"""
two = asking({"问答.txt": TWO})


def test_what_is_said_to_two_questions_is_said_to_the_first(two: Assistant) -> None:
    index = two.index
    rows = range(len(index.generation.sentences))
    asked = next(row for row in rows if "能领哪些钱" in index.sentence(row))
    assert "丧葬费" in index.sentence(replied(index, asked)[0])
    quoted = "".join(
        quote.text for quote in two.ask("老爷子走了，我们做儿女的能领哪两笔钱？").quotes
    )
    assert "丧葬费" in quoted


def test_the_reason_may_stand_two_sentences_below(two: Assistant) -> None:
    quoted = "".join(quote.text for quote in two.ask("纪怀川的厂子为什么不贷款？").quotes)
    assert "追着利息跑" in quoted


HEARING = """# 渔船票价座谈会

方案二：成人票调至15元，学生票8元，老人票5元。

方案一：成人票调至12元，学生票6元，老人票3元。

记者：今年您提了几件建议？

封一舟：四件。最要紧的是修灯塔；还有一件是说夜航补贴，一件是渔网回收，再一件是船员体检。

记者：去年提的建议有回音吗？

封一舟：有。我建议过修码头，港务局答复今年动工。
"""
hearing = asking({"座谈.md": HEARING})


@pytest.mark.parametrize(
    ("question", "history", "said"),
    [
        ("方案二的成人票调至多少元？", [], "15元"),
        ("方案一的成人票调至多少元？", [], "12元"),
        ("封一舟今年四个建议都是关于什么的？", [], "船员体检"),
        ("他对修码头还有什么建议？", ["封一舟今年提了几件建议？"], "修码头"),
    ],
)
def test_what_is_asked_for_is_told_from_what_stands_beside(
    hearing: Assistant, question: str, history: list[str], said: str
) -> None:
    assert said in hearing.ask(question, history).quotes[0].text
