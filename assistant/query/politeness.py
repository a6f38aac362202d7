"""What is said around a question: the greeting, the errand, why one asks, the thanks."""

from __future__ import annotations

import re

HELLO = (
    r"(?:你们?|您|大家)?好(?:[呀啊吗]|的)?|嗨|哈喽|在吗|(?:早上|上午|中午|下午|晚上)好|hi|hello|hey"
    r"|good (?:morning|evening)"
)
THANKS = (
    r"(?:好的? ?)?(?:非常|太|十分|多)?(?:谢谢|感谢|多谢|辛苦)(?:[你您]们?|啦|了|大家)*"
    r"|thanks?(?: you)?|thx"
)
# What politely leads over to what is wanted; read in one way only, however often it is said.
PLEASE = "(?:请|麻烦|能不能|能否|可不可以|可以|可否|能|你|再|把|[帮给替为](?:我们?|忙))*"
_MARKS = r"[\s，,。.！!~～、；;：:]"
DOWN = "下(?![游半列一属降调个月周岗乡级达放发沉滑跌行设辖])"  # 请问下; but 请问下游企业……
SUMS_UP = "(?:总结|概括|归纳)(?!性|法|陈词|会)"
# A polite beginning, where something follows. "Hi" is a word, "history" is not.
_POLITE = re.compile(
    rf"^(?:(?:{HELLO}|{THANKS})(?![a-z]){_MARKS}+|(?:不好意思|打扰了|劳驾){_MARKS}*"
    rf"|(?:(?:请问|想问|我想(?:问|知道|了解)|请教(?![育师授练材委务]|职工))(?:一下|{DOWN})?){_MARKS}*(?!题))",
    re.IGNORECASE,
)
# Why somebody asks, in clauses that say what is being done, name no year and quote nothing.
_DOING = "在(?:做|写|测算|整理|研究|准备|汇总|起草|核对|查)|要写|[让叫托催]我|要我"
_BACKGROUND = re.compile(
    rf"^(?:(?=[^，,。？?]*(?:{_DOING}))(?:我们?(?![国想])|咱们?|领导|老板|同事|客户)"
    r"[^，,。？?\d“《谁哪]{4,30}[，,。])+"
    "(?=[^他她它]{6,}$)|^(?:我?记得|印象中?(?:里|是)?|我?听说)[，,]?(?=.{6})"
)
# 帮我找一下谁…… asks who; 帮我写一首诗 is a task and stays whole.
_ERRAND = re.compile(
    rf"^{PLEASE}(?:(?:找|查|看|问|搜|搜索|查找|查询|告诉我|说|讲)(?:一下|一找|一查|一看|{DOWN})"
    r"|(?:查看|看看|找找|查查)(?:一下)?|告诉我)(?=.{2})[，,：:]?"
    # 总结一下丁某的建议: what is quoted of them is as near as one comes without other words.
    rf"|^(?:(?:请|麻烦|帮我|给我|能不能)+{SUMS_UP}(?:一下|{DOWN})?|{SUMS_UP}(?:一下|{DOWN}))(?=.{{2}})"
    # 我想核对一个数：……
    r"|^(?:我|请|麻烦|帮我)?(?:想|要|需要)?(?:核对|核实|确认)"
    r"(?:一下|[一几两]?个?(?:数[字据]?|问题|事))*[，,：:](?=.{2})"
)
_TOLD = re.compile(f"{_DOING}|{SUMS_UP}")
_PLEASE = re.compile(r"[，,。！! ]*(?<![示致说达])(?:谢谢|多谢|感谢)(?:[你您]|啦|了)*[。！!~]*$")


def without_politeness(text: str) -> str:
    """What is asked, without the greeting, the errand and the thanks around it.

    >>> without_politeness("你好，请问赤泥堆存量有多少？谢谢！")
    '赤泥堆存量有多少？'
    >>> without_politeness("我们单位在测算成本，领导让我找依据，记得缴费比例要降到多少？")
    '缴费比例要降到多少？'
    >>> without_politeness("谢谢")
    '谢谢'
    """
    asked = _PLEASE.sub("", text.strip())
    before = ""
    while asked != before:
        before = asked
        asked = _ERRAND.sub("", _POLITE.sub("", _BACKGROUND.sub("", asked)))
    return asked.strip() or text.strip()


def changed(question: str, resolved: str) -> str:
    """The question made whole, where it is another one: more than courtesy is added or left out.

    >>> changed("请问赤泥堆存量有多少？谢谢！", "赤泥堆存量有多少？")
    ''
    >>> changed("帮我总结一下李某的建议", "李某的建议")
    '李某的建议'
    """
    asked, resolved = question.strip(), resolved.strip()
    if not resolved:
        return ""
    told = _TOLD.search(asked.partition(resolved)[0])  # by who asks, and not counted
    return resolved if told or resolved not in (asked, without_politeness(asked)) else ""
