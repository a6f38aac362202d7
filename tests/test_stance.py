"""Who is for or against something is told by those who say so, and by nobody else."""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.inspection import Why
from tests.conftest import assistant_on

DEBATE = """湖州市拟征收游船靠岸费引发争议

2026年4月2日

市港航局召开听证会，讨论游船靠岸费征收方案：每船每次收费80元，电动游船减半。

支持的声音

水利学院教授樊世安支持征收靠岸费，认为码头是稀缺资源。不过他反对给电动游船减半，“电动船占起泊位来和柴油船一样长”。

岸边居民瞿素芬表示赞成，她说傍晚船一多，窗子都不敢开，收费以后码头上的噪声总会小一些，孩子写作业也安静。

反对的声音

船主公孙海坚决反对。他算了一笔账：每天靠岸四次，一个月就要多交九千多元，最后还是游客掏钱。

旅行社协会会长卞长青同样不同意收费，估计团队会少两成，其中小旅行社受影响最大，协会已经收到四十份意见。

另一个话题：夜航

听证会还讨论了延长夜航，方案提出末班船由十八点延到二十一点。卞长青对此表示支持。公孙海则反对，理由是夜里看不清航标。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return assistant_on(tmp_path_factory.mktemp("debate"), {"听证.txt": DEBATE})


@pytest.mark.parametrize(
    ("question", "says", "not_said"),
    [
        ("谁反对征收游船靠岸费？", ["公孙海坚决反对", "卞长青同样不同意"], ["樊世安支持", "夜航"]),
        ("谁支持征收游船靠岸费？", ["樊世安支持", "瞿素芬表示赞成"], ["公孙海", "卞长青"]),
        # The sentence has 他: who that is stands before it.
        ("谁反对给电动游船减半？", ["他反对给电动游船减半", "樊世安"], ["公孙海"]),
        ("谁赞成延长夜航？", ["卞长青对此表示支持"], ["瞿素芬"]),
        ("公孙海反对延长夜航吗？", ["公孙海则反对"], []),
    ],
)
def test_whoever_says_so_is_quoted(
    assistant: Assistant, question: str, says: list[str], not_said: list[str]
) -> None:
    quoted = "".join(quote.text for quote in assistant.ask(question).quotes)
    assert [part for part in says if part not in quoted] == []
    assert [part for part in not_said if part in quoted] == []


def test_the_other_side_is_asked_for_in_a_word(assistant: Assistant) -> None:
    found = assistant.inspect("那谁反对？", ["谁支持征收游船靠岸费？"])
    assert found.resolved == "谁反对征收游船靠岸费？"
    assert "公孙海" in found.answer.quotes[0].text


def test_why_he_is_against_it_is_asked_of_what_he_is_against(assistant: Assistant) -> None:
    found = assistant.inspect("他的理由是什么？", ["公孙海反对延长夜航吗？"])
    assert found.resolved == "公孙海反对延长夜航，公孙海的理由是什么？"
    assert "看不清航标" in found.answer.quotes[0].text


@pytest.mark.parametrize("question", ["谁反对噪声治理？", "谁支持给渔船收靠岸费？"])
def test_what_nobody_is_for_or_against_is_refused(assistant: Assistant, question: str) -> None:
    found = assistant.inspect(question)
    assert not found.answer.answered and found.why in (Why.LACKS_STANCE, Why.UNLIKELY)
