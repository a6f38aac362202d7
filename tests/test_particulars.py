"""A sentence on whom or what is asked about that tells none of the particular is no answer; what
only looks like asking for one is answered.
"""

from __future__ import annotations

import pytest

from assistant import Assistant
from assistant.sentences.ranker import Lack
from tests.conftest import asking

TEXT = """# 梅溪县渡口调研

2025年11月

梅溪县有渡口23处，去年渡运行人41万人次。渡口安全专班由县交通局牵头。

渡工　田广福　水手　石阿水

老船闸长180米、宽23米，是航道上的咽喉。

渡运客流最大的渡口，第一大是青石渡，占三成二。

去年有一家船舶公司出价90万元，想买下青石渡的经营权，县里没有答应。

青石渡去年翻修了两次，第二次花了26万元。

落水受伤的两名乘客当天送到了县医院。

县航运协会副会长骆长洲估算，一条渡船一年烧油1.3万元。

县水上搜救中心的救援电话平均等候19秒，比去年缩短6秒。

新渡船2025年5月开航，末班延到晚上八点。

《渡口管理办法》表决时得赞成票27张。

四个主渡口所在镇的数据见下表。

| 镇名 | 主渡产品 | 渡口平均利用率 |
| --- | --- | --- |
| 青石镇 | 12 | 71% |
| 柳湾镇 | 31 | 39% |

三家渡运站的意见：田广福提出，安全投入不可逾越“底线”。渡工田广福说，最难的是夜渡没有灯。田广福建议，每处渡口装两盏太阳能灯。
"""

assistant = asking({"梅溪县渡口调研.md": TEXT})


@pytest.mark.parametrize(
    "question",
    [
        "前年渡运行人多少人次？",
        "渡口安全专班的局长是谁？",
        "田广福是哪一年当上渡工的？",
        "老船闸的闸室有多深？",
        "第二大的渡口是哪一处，占几成？",
        "想买下青石渡经营权的是哪家船舶公司？",
        "青石渡第一次翻修花了多少钱？",
        "落水受伤的两名乘客后来治好了吗？",
        "县航运协会的会长是谁？",
    ],
)
def test_what_is_not_told_is_not_answered(assistant: Assistant, question: str) -> None:
    found = assistant.inspect(question)
    assert not found.answer.answered
    assert found.why in {Lack.PARTICULAR, Lack.YEAR, Lack.PERSON, Lack.PLACE}


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("打救援电话要等多久？", "平均等候19秒"),
        ("新渡船是哪天开航的？", "2025年5月开航"),
        ("《渡口管理办法》得了几张赞成票？", "赞成票27张"),
        ("“不可逾越底线”说的是什么？", "安全投入"),
        ("四个主渡口镇里，哪个镇的渡口平均利用率最低？", "柳湾镇"),
        ("田广福打算怎么解决夜渡没有灯的难题？", "太阳能灯"),
    ],
)
def test_what_only_looks_like_it_is_answered(
    assistant: Assistant, question: str, words: str
) -> None:
    answer = assistant.ask(question)
    assert answer.answered and words in "".join(quote.text for quote in answer.quotes)
