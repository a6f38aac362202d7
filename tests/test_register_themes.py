"""What the register says a proposal is about."""

from __future__ import annotations

import pytest

from tests.registers import register

FACTS = "全省夜校只有12所，三分之一以上没有自己的校舍。不少夜校借用教室。"
SHEET = f"""重点提案选编

提案一　关于建好夜校的提案（第0117号）
提案人：韩立新（某某印染厂厂长）
案由：{FACTS}
建议：
1. 在镇上多建夜校。
2. 把学费减半。
主办单位：省教育厅。

提案二　关于夜校课本的提案（第0118号）
提案人：罗振声（某某出版社社长）
案由：{FACTS}
建议：
1. 免费向学员发放夜校课本。
"""


def test_a_proposal_is_about_its_title_where_its_reason_is_told_in_sentences() -> None:
    assert [(row.proposal, row.theme) for row in register(SHEET).proposals] == [
        ("在镇上多建夜校", "关于建好夜校的提案"),
        ("把学费减半", "关于建好夜校的提案"),
        ("免费向学员发放夜校课本", "关于夜校课本的提案"),
    ]


def test_a_reason_that_is_a_title_stays_what_it_is_about() -> None:
    text = "案由：关于建好夜校的提案\n提案人：韩立新\n建议：在镇上多建夜校。"
    assert [row.theme for row in register(text).proposals] == ["关于建好夜校的提案"]


@pytest.mark.parametrize("heading", ["讨论要点", "四、建议", "（三）对策建议", "意见和建议"])
def test_a_heading_that_tells_no_subject_is_no_theme(heading: str) -> None:
    text = f"# 座谈会\n\n## {heading}\n\n市人大代表韩立新针对夜校太少，建议在镇上多建夜校。"
    (row,) = register(text, "a.md").proposals
    assert (row.theme, row.section.endswith(heading)) == ("夜校太少", True)


def test_a_heading_that_tells_a_subject_is_the_theme() -> None:
    text = "# 座谈会\n\n## 夜校建设的建议\n\n市人大代表韩立新建议在镇上多建夜校。"
    assert [row.theme for row in register(text, "a.md").proposals] == ["夜校建设的建议"]


def test_where_nothing_is_asked_for_the_title_is_the_proposal_and_not_the_facts() -> None:
    text = f"提案一　关于建好夜校的提案\n提案人：韩立新\n案由：{FACTS}\n主办单位：省教育厅。"
    assert [row.proposal for row in register(text).proposals] == ["关于建好夜校的提案"]
