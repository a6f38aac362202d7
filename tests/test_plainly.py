"""Questions as one speaks are answered as those that are written."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.query.plainly import plainly, written
from tests.conftest import asking


def test_what_is_charged_for_is_called_as_documents_do() -> None:
    assert written("渔港充电一度最高收多少") == "渔港充电每千瓦时最高收多少"
    assert written("他一度离岸多少海里") == "他一度离岸多少海里"
    assert written("七十五岁往上的老人每顿补几元") == "75岁以上的老人每餐补几元"
    assert written("修一条船里里外外要花多少？") == "修一条船一共要花多少钱？"
    assert written("养鱼的厂子有几位熟手请退") == "养鱼的企业有多少名熟练工劝退"


@pytest.mark.parametrize(
    ("spoken", "plain"),
    [
        ("南塘镇和北塘镇的渔船，一个是多少条一个是多少条", "南塘镇和北塘镇的渔船分别是多少条"),
        ("鱼价跟虾价，一家收多少钱，另一家收多少钱？", "鱼价跟虾价分别收多少钱？"),
        ("休渔从几月几号休到几月几号？", "休渔哪天休？"),
        ("渔灯节几号到几号", "渔灯节哪天"),
        ("一斤虾补几毛？", "一斤虾补多少钱？"),
        ("船票几块钱一张", "船票多少钱一张"),
        ("鱼代表带了什么议案上会？", "鱼代表带了什么议案？"),
        ("一条船顶格能贷多少", "一条船最高能贷多少"),
    ],
)
def test_what_is_said_is_put_as_it_is_written(spoken: str, plain: str) -> None:
    assert plainly(spoken) == plain


@pytest.mark.parametrize(
    "question",
    [
        "渔港分成几块？",
        "要几块展板？",
        "抽查了多少条船，合格的一个是多少",
        "违规捕捞会顶格处罚吗",
        "提案上会要哪些手续？",
        "南塘镇一个月补多少钱？",
        "渔灯节几点到几点？",
    ],
)
def test_what_only_looks_so_stays(question: str) -> None:
    assert plainly(question) == question


HARBOUR = """# 南塘镇渔业统计公报

年末全镇机动渔船316条，北塘镇为142条。渔获物中海虾占三成，比上年多两个百分点。渔民4120人，其中女性380人。

农村居民医疗保险每人每年缴费410元，城市居民缴费580元。参保率为97%，住院报销上限为12万元。

南塘渔灯节8月2日至9日举办，来客4.6万人次，住宿餐饮收入2300万元。

渔港码头加冰每立方米95元，补水每立方米4.2元，泊位费每条每天18元。冷库容量6400吨。

伏季休渔补助标准为大船每天60元、小船每天25元，全年发放补助740万元。渔船报废补贴按每千瓦3000元计算。

渔业产值11.3亿元，增长6.2%；渔民人均可支配收入41800元，增长5.1%。海虾产量7200吨，下降2.4%。

海带晾晒场面积不得超过滩涂面积的百分之十五，违者处两千元罚款。
"""
harbour = asking({"公报.md": HARBOUR})


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("小船歇渔一天政府贴几块？", "小船每天25元"),
        ("老船拆了每千瓦给几块", "每千瓦3000元"),
        ("渔灯节从几号办到几号", "8月2日至9日"),
        ("渔灯节是几号到几号办的？", "8月2日至9日"),
        ("城里人看病的保险一年交多少？", "城市居民缴费580元"),
        ("乡下人看病的保险一年交多少？", "每人每年缴费410元"),
    ],
)
def test_it_is_answered(harbour: Assistant, question: str, words: str) -> None:
    answer = harbour.ask(question)
    assert words in "".join(quote.text for quote in answer.quotes)


@pytest.mark.parametrize(
    "question", ["城里人退休金一个月多少？", "乡下人看病能报几成？", "船在港里停一年收几块？"]
)
def test_in_no_words_is_there_an_answer(harbour: Assistant, question: str) -> None:
    assert not harbour.ask(question).answered


def test_what_is_no_such_word_stays() -> None:
    assert written("一方面要多少人参与") == "一方面要多少人参与"
