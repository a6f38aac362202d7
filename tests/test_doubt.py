"""Where the judgement is in doubt, question and sentence are read together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant import Assistant
from assistant.answers.inspection import Why
from assistant.query.question import analyse
from assistant.sentences.doubt import DOUBT, in_doubt
from assistant.sentences.ranker import REFUSE_BELOW, Judgement, Lack
from tests.conftest import asking, titled

TEXTS = {
    "平湖县卫生健康工作汇报.txt": (
        "全县现有村卫生室318个，乡村医生人均月收入3260元。去年共组织乡村医生培训14期。\n\n"
        "县医院新大楼投资2.4亿元，明年6月启用，设床位600张。"
    ),
    "苍岭冷链物流座谈会纪要.txt": (
        "苍岭冷库存一吨货，一个月电费46元。运输车辆平均每天跑两趟。\n\n"
        "钱委员认为，冷库建在镇上，果农跑一趟要两个小时，所以空着。"
    ),
    "桐花里养老服务调查.txt": (
        "清水湾养老中心2023年停业，涉及老人120名、预付款1500万元，至今追回两成。"
        "桐花里养老中心也停了业，由于社区早早发现苗头，冻结了两个账户，追回七成。\n\n"
        "有老人不乐意，说交钱多的吃小灶。院长孟晓把两边的菜单贴在一起，一样的菜，议论才平息。\n\n"
        "护理员月工资由2600元提到3300元。最年长的护理员61岁，最年轻的23岁。"
    ),
}
assistant = asking(titled(TEXTS))
JUDGED = Judgement(present=1.0, free=0.7, literal=0.7, is_literal=False)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("冷库空着是因为什么？", "果农跑一趟要两个小时"),
        ("货车一天跑几趟？", "平均每天跑两趟"),
        ("县医院的新楼啥时候能用上？", "明年6月启用"),
        ("两边老人嫌吃得不一样，咋平息的？", "菜单贴在一起"),  # a rival of what shares its words
    ],
)
def test_what_answers_in_other_words_is_quoted(
    assistant: Assistant, question: str, words: str
) -> None:
    answer = assistant.ask(question)
    assert answer.answered and words in answer.quotes[0].text


@pytest.mark.parametrize(
    "question",
    [
        "冷库一个月的租金是多少？",
        "运输车辆的运费是多少？",
        "冷库的面积有多大？",
    ],
)
def test_what_nearly_answers_is_not(assistant: Assistant, question: str) -> None:
    found = assistant.inspect(question)
    assert found.why is Why.NOT_TOGETHER and not found.answer.answered


def test_it_decides_where_it_was_asked() -> None:
    likely, unlikely = (replace(JUDGED, together=log_odds) for log_odds in (4.0, -6.0))
    assert unlikely.probability < REFUSE_BELOW < likely.probability
    assert likely.apart == unlikely.apart == JUDGED.probability == 0.7
    assert replace(likely, lacks=Lack.UNIT).probability == 0


def test_what_is_sure_or_hopeless_is_not_read_again(assistant: Assistant) -> None:
    for question in ("全县现有村卫生室多少个？", "量子计算机的原理是什么？", "What is the rent?"):
        judgement = assistant.inspect(question).judgement
        assert judgement is None or judgement.together is None


def test_what_is_in_doubt_is_read_of_the_questions_it_was_learned_for() -> None:
    fact, people = analyse("冷库有多大？"), analyse("哪些人支持建冷库？")
    low, high = (replace(JUDGED, free=one) for one in (DOUBT[0] / 2, 1 - (1 - DOUBT[1]) / 2))
    assert in_doubt(fact, JUDGED)
    assert not any(in_doubt(*one) for one in ((fact, low), (fact, high), (people, JUDGED)))
