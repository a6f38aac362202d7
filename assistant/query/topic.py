"""What a question is about: what stands before the words that ask."""

from __future__ import annotations

import re

from assistant.query.question import analyse

ENDING = re.compile(r"呢?[？?。！!]*$")
PAUSES = "，,、：: \u3000"  # ahead of what a question says, or behind the words that open it
# Where a question asks: what stands before it is its topic.
INTERROGATIVE = re.compile(
    r"(?:大约|目前|现在|眼下|如今|实际|一共|总共|到底|究竟|超过|不足|低于|高于)*"
    r"(?:是|有|为|达到?了?|定为|等于|叫|占|要|说)?"
    r"(?:多[少大高长远]|第几(?![期号届次批条章])|几[个位年]|谁|什么|啥|怎么|怎样|咋|如何|为何"
    r"|何(?:[时地]|处(?![罚理置分境方]))|哪)"
)
ASKING_FIRST = re.compile(
    r"^(?:请问|是)?(?:谁|哪位[\u4e00-\u9fff]{0,4}|什么人|哪些[\u4e00-\u9fff]{0,4}|为什么|怎样|如何|怎么)"
    rf"[{PAUSES}]*"
)
# 码头是从哪一年开始建的 is on the 码头.
_CLEFT = re.compile("([^，,]{2,}?)是[从在由被]?(?:谁|哪|什么时候|何时)[^，,]+的")
_IS_IT_SO = re.compile("([^，,]{2,}?)[，,]?是[^，,]{2,}的[吗么嘛]")  # 渡槽，是自己建的吗
# 张某，那个食堂要开在哪里 is on the 食堂 from then on; a year, or a report of one, stays.
_TURNED_TO = re.compile(r"^[^，,\d]+[，,](?=[那这][个座条项种家][^，,]{4,}$)")
# What has the measure stands before it: 赤泥 of 赤泥堆存量.
_MEASURE = re.compile(
    r"的[^的]{0,8}(?:[量率额数价值比]|面积|规模|目标)$"
    r"|(?:综合|累计|平均|市场|新增|对外|最[高低大小])?"
    r"(?:(?!.(?:产[量值]|总[量额值]|[单均售]价)$)[\u4e00-\u9fff]{1,2}[量率额数价值]|面积|规模|产能|占比|比重)$"
)


def with_topic(topic: str, asked: str) -> str:
    told = ENDING.sub("", topic)
    return f"{told}，{asked}" if told else asked


def on_topic_of(before: str, asked: str) -> str:
    return with_topic(topic_of(before) or before, asked)


def topic_of(question: str) -> str:
    """What a question is about: without the words that ask. Empty where they stand within."""
    plain = ASKING_FIRST.sub("", ENDING.sub("", question))
    plain = _TURNED_TO.sub("", plain)
    found = INTERROGATIVE.search(plain)
    if found is None:
        is_it_so = _IS_IT_SO.fullmatch(plain)
        return is_it_so[1] if is_it_so else plain
    before, after = plain[: found.start()], plain[found.end() :]
    if len(after) <= 4:
        unit = analyse(plain).unit
        if unit and len(counted := after.partition(unit)[2]) > 1:  # 想买多少辆展车
            return before + counted
        done = before.endswith("了") and not unit
        return before + after if done else before  # 发了多少国债 is on what was issued
    cleft = _CLEFT.fullmatch(plain)
    return cleft[1] if cleft else ""


def owner_of(topic: str) -> str:
    """赤泥 of 赤泥堆存量: what has the measure."""
    return _MEASURE.sub("", topic) or topic
