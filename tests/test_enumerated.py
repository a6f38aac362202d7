"""Lists are quoted whole: what announces them, and every item."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import Assistant
from assistant.sentences.enumerated import announced
from tests.conftest import asking, assistant_on

TEXT = """# 校园供餐协商会记录

全县在校就餐的学生有五万多人，去年收到的投诉比前年多了三成，大多说的是饭菜太凉。

主持人总结：今天的会形成了三点共识。第一，安全是底线；第二，账目要公开。第三，先提质后调价。会后由委员会整理成文。

记者：您今年的建议是什么？

杜明远：主要是三条。

一、把审批权下放到地级市；

二、由政府统一建设起降点；

三、每架次补贴三十元。

他还说，物流要先去地面去不了的地方。

## 二、为什么凉

饭菜到校时已经凉了，原因主要有两条。一是配送的路程太长，从厨房到学校要走四十分钟。二是保温箱太旧，盖不严实。

## 三、对策建议

1. 在每个乡镇建一个中心厨房。

2. 三年内换掉所有保温箱。

## 四、明年的安排

明年的主要目标是：
——每天供餐六万份；
——投诉减少一半。

（一）办好三件实事：
1. 新建食堂12座；
2. 配齐营养师；
3. 公开菜单。
（二）管好经费。每餐补助再加一元。

表2　各校供餐份数
学校      去年      今年
一中      3120      2980
二小      1810      2045

## 五、去年的不足

去年餐费涨得快，既有客观的缘故，也有管理上的缺点。

一是食材普遍涨价。这是各地都有的情况。

二是送餐路线没有合并。

三是仓库租得太早。

## 六、今年的整改

今年整改要做好以下三项工作：

一是整顿账目。

账目每月公布，接受家长查询。

二是整顿采购。

三是整顿仓库。

配送先走通河西镇、南滩乡、石桥乡三个边远乡镇。

盘活旧食堂，首批处置东关老灶房、旧粮站、石磨坊三宗，回笼资金六万元。

降低成本主要抓好两个方面：一是统一采购食材。采购价每周公示。二是统一安排车辆。
"""


assistant = asking({"记录.md": TEXT})


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("协商会形成了哪三点共识？", ["安全是底线", "账目要公开", "先提质后调价"]),
        ("杜明远的建议有哪三条？", ["下放到地级市", "统一建设起降点", "补贴三十元"]),
        ("供餐明年的主要目标是什么？", ["每天供餐六万份", "投诉减少一半"]),
        ("要办好的三件实事是什么？", ["新建食堂12座", "配齐营养师", "公开菜单"]),
        ("饭菜为什么是凉的？", ["路程太长", "保温箱太旧"]),
        ("去年餐费涨得快有哪三条原因？", ["食材普遍涨价", "路线没有合并", "仓库租得太早"]),
        ("今年整改要做好哪三项工作？", ["整顿账目", "整顿采购", "整顿仓库"]),
        ("配送先走通的是哪三个乡镇？", ["河西镇、南滩乡、石桥乡"]),
        ("不用的旧食堂先卖哪三处？", ["老灶房、旧粮站、石磨坊"]),
        ("降低成本要抓好哪两个方面？", ["统一采购食材", "统一安排车辆"]),
    ],
)
def test_every_item_is_quoted(assistant: Assistant, question: str, items: list[str]) -> None:
    quoted = "".join(quote.text for quote in assistant.ask(question).quotes)
    assert [item for item in items if item not in quoted] == []


def test_items_are_those_between_what_announces_them_and_what_is_none(
    assistant: Assistant,
) -> None:
    sentences = assistant.index.generation.sentences
    texts = [TEXT[one["start"] : one["end"]].strip() for one in sentences]

    def of(words: str) -> str:
        row = next(row for row, text in enumerate(texts) if words in text)
        return "|".join(texts[at] for at in announced(assistant.index, row))

    assert of("三点共识").endswith("先提质后调价。") and of("提质") == of("三点共识")
    assert of("二、由政府").startswith("杜明远") and of("二、由政府").endswith("三十元。")
    assert of("对策建议").endswith("三年内换掉所有保温箱。") and of("1. 在每") == of("对策建议")
    assert of("三成") == of("他还说") == of("会后") == ""


def test_a_list_goes_on_behind_the_items_that_what_announces_it_has(tmp_path: Path) -> None:
    long = "渡口的客人一年比一年少，船工的年纪却一年比一年大，来接班的年轻人一个也没有"
    text = f"主要问题有三个：一是{long}；二是{long}；三是码头的石阶已经松动。\n\n别的都好。\n"
    asked = assistant_on(tmp_path, {"渡口.txt": f"渡口调研\n\n{text}"})
    quoted = "".join(quote.text for quote in asked.ask("渡口有哪些主要问题？").quotes)
    assert "一是" in quoted and "石阶已经松动" in quoted


def test_reasons_are_listed_a_few_sentences_below(tmp_path: Path) -> None:
    text = (
        "渡口调研\n\n入夏以后，渡口的票价涨到每人四元，比春天贵了一成多，客人颇有怨言。东渡三元五角。\n\n"
        "票价上涨主要有三方面原因：一是柴油贵了；二是船票补贴停发；三是夜班加了津贴。\n"
    )
    asked = assistant_on(tmp_path, {"渡口.txt": text})
    quoted = "".join(quote.text for quote in asked.ask("渡口票价为啥涨了，原因有哪几条？").quotes)
    assert "船票补贴停发" in quoted


def test_what_a_short_numbered_sentence_heads_is_quoted_with_it(tmp_path: Path) -> None:
    text = (
        "渡口公司年度报告\n\n（一）去年经营情况。全年载客4万人次，收入86万元。\n\n"
        "（二）明年经营目标。载客力争达到5万人次，收入不低于95万元；更换渡船2艘。\n"
    )
    asked = assistant_on(tmp_path, {"年报.txt": text})
    quoted = "".join(quote.text for quote in asked.ask("渡口公司明年的经营目标是什么？").quotes)
    assert "5万人次" in quoted and "渡船2艘" in quoted and "86万元" not in quoted


REPLY = """对第0093号建议的答复

冯启明代表：
您提出的《关于加强渡口管理的建议》收悉。现答复如下：

1. 关于“给渡工佩戴电子手环”的建议。部分采纳。对夜班渡工佩戴，期限不超过三个月。
2. 关于“免除渡船停泊费”的建议。暂不采纳。停泊费由省里规定，我局无权免除；但可以按季缴纳。
"""
SURVEY = """# 渡口用户调查

我们在8月走访了300户船家，回收问卷271份。

1. **是否满意**：满意83.2%，不满意4.1%。
2. **最担心的事情**：封航（91户）、触礁（60户）、油价（17户）。
3. **最想要的服务**：夜间导航（120户）、修船补贴（98户）、错峰靠岸（44户）。

船家说，最想要的是有人来听他们说话，服务好不好，一听就知道。
"""
replying = asking({"答复.txt": REPLY, "调查.md": SURVEY})


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("免除渡船停泊费的建议采纳了吗？", "暂不采纳"),
        ("局里答应免停泊费了吗？", "暂不采纳"),
        ("船家最想要哪几项服务？", "错峰靠岸"),
    ],
)
def test_what_stands_between_a_head_and_what_is_said_is_quoted(
    replying: Assistant, question: str, told: str
) -> None:
    assert told in "".join(quote.text for quote in replying.ask(question).quotes)


def test_a_list_is_called_as_is_asked(replying: Assistant) -> None:
    for question, called in (
        ("船家最想要得到哪几项服务？", "最想要的服务"),
        ("船家最担心哪几样事情？", "最担心的事情"),
    ):
        best, *others = replying.inspect(question).sentences
        assert called in best.passage.text and best.adjustment > others[0].adjustment
    assert not replying.ask("船家最反感哪些做法？").answered
