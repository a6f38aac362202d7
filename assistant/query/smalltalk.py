"""What is no question to the documents: greetings, thanks, tasks for somebody else."""

from __future__ import annotations

import re

_HELLO = (
    r"(?:你们?|您|大家)?好(?:[呀啊吗]|的)?|嗨|哈喽|在吗|(?:早上|上午|中午|下午|晚上)好|hi|hello|hey"
    r"|good (?:morning|evening)"
)
_THANKS = (
    r"(?:好的? ?)?(?:非常|太|十分|多)?(?:谢谢|感谢|多谢|辛苦)(?:[你您]们?|啦|了|大家)*"
    r"|thanks?(?: you)?|thx"
)
_ABOUT = (
    r"[你您](?:是谁|是什么|叫什么(?:名字)?|能(?:做|干)(?:些)?什么|会(?:做)?什么|怎么用|有什么(?:用|功能))"
    r"|who are you|what can you do|help|帮助"
)
_HELD = (
    r"(?:现在|目前|这里|你(?:这里|们)?|索引里?|库里?|系统里?)?(?:里面)?"
    r"(?:一?共)?(?:有|收录了?|索引了?|包含了?)(?:多少|几|哪些|什么|哪几)[份个篇]?(?:文档|文件)[了呢]?"
    r"|(?:how many|(?:what|which)) documents (?:are there|do you have)"
)
_REPLIES = {
    "greeting": _HELLO,
    "thanks": _THANKS,
    "farewell": r"再见|拜拜|下次见|回头见|(?:good)?bye",
    "about_assistant": _ABOUT,
    "documents_held": _HELD,
}
# What politely leads over to what is wanted; read in one way only, however often it is said.
PLEASE = "(?:请|麻烦|能不能|能否|可不可以|可以|可否|能|你|再|把|[帮给替为](?:我们?|忙))*"
_AGAIN = re.compile(
    rf"{PLEASE}(?:刚才|刚刚|上面|答案|的)*"
    r"(?:(?:[再重](?:新|复)?|重新)[说讲答回]+(?:[一两]?[遍次]|答案)+|重复|复述)(?:[一两]?[遍次下]|答案)*"
    r"(?:[吗吧呢好]|可以)*[？?。！!]*"
    r"|(?:please )?(?:say (?:that|it) again|repeat(?: (?:that|it))?)[.!?]*",
    re.IGNORECASE,
)
_MARKS = r"[\s，,。.！!~～、；;：:]"
DOWN = "下(?![游半列一属降调个月周岗乡级达放发沉滑跌行设辖])"  # 请问下; but 请问下游企业……
_SUMS_UP = "(?:总结|概括|归纳)(?!性|法|陈词|会)"
# A polite beginning, where something follows. "Hi" is a word, "history" is not.
_POLITE = re.compile(
    rf"^(?:(?:{_HELLO}|{_THANKS})(?![a-z]){_MARKS}+|(?:不好意思|打扰了|劳驾){_MARKS}*"
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
    rf"|^(?:(?:请|麻烦|帮我|给我|能不能)+{_SUMS_UP}(?:一下|{DOWN})?|{_SUMS_UP}(?:一下|{DOWN}))(?=.{{2}})"
    # 我想核对一个数：……
    r"|^(?:我|请|麻烦|帮我)?(?:想|要|需要)?(?:核对|核实|确认)"
    r"(?:一下|[一几两]?个?(?:数[字据]?|问题|事))*[，,：:](?=.{2})"
)
_TOLD = re.compile(f"{_DOING}|{_SUMS_UP}")
_PLEASE = re.compile(r"[，,。！! ]*(?<![示致说达])(?:谢谢|多谢|感谢)(?:[你您]|啦|了)*[。！!~]*$")

# Asked of a writer, a translator, a calculator or a weather service: no document answers it.
ASKS = "谁|哪|什么|如何|怎|多少|几"  # with one of these the documents are asked
_WRITE = (
    f"^{PLEASE}(?:写|创作|画|唱|讲|作|编|生成|推荐|预订|订|播放)"
    "(?:(?:一|几|两|三)?[首篇段个幅张则封份]|一?下|成|点|些)+.{0,8}?"
    "(?:诗|歌|文章|作文|小说|故事|笑话|邮件|代码|程序|图|画|餐厅|电影|机票|酒店|音乐)(?:吧|吗|呗)?$"
    f"|^{PLEASE}(?:写诗|作诗|写歌|唱歌|画画|讲(?:故事|笑话))(?:吧|吗)?$"
)
_TRANSLATE = (
    f"^{PLEASE}(?![^“]*(?:{ASKS}))"
    # A text, not 翻译产业 or 翻译人才
    "(?:翻译(?=一?下|成(?![本果效])|[这那](?!一?个?行)|[为：:“\"'a-z]|以下|$)"
    "|(?:把|将).{1,60}(?:翻译|译成|翻成)|.{0,40}(?:翻译成|译成))"
)
_SUM_UP = f"^{PLEASE}{_SUMS_UP}(?:一下|{DOWN})?[吧呗吗呢好可以]*$"  # of what?
_WEATHER = (
    r"^(?:今天|明天|后天|现在|这里|最近|(?!极端|恶劣|灾害)[\u4e00-\u9fff]{2,3})?"
    "的?天气(?:怎么样|如何|预报|好吗)[呢啊吧]?$"
)
_TIME = "^(?:几点了|现在几点了?|今天(?:是)?星期几|今天(?:是)?几号)$"
_IN_ENGLISH = r"^(?:please )?(?:write|draw|sing|translate|tell me a joke)\b"
_TASK = re.compile(f"{_WRITE}|{_TRANSLATE}|{_SUM_UP}|{_WEATHER}|{_TIME}|{_IN_ENGLISH}")


def reply(question: str) -> str:
    """The message that is a fitting reply; empty where it is a question to the documents."""
    plain = re.sub(r"[\s，,。.！!？?~～]+", " ", question).strip().lower()
    for name, words in _REPLIES.items():
        if re.fullmatch(rf"(?:(?:{_HELLO}) )?(?:{words})", plain):
            return name
    asked = re.sub(r"[，,。.！!？?~～]+", "", without_politeness(question)).strip().lower()
    return "not_my_task" if _TASK.search(asked.replace(" ", "")) or _TASK.search(asked) else ""


def asks_again(question: str) -> bool:
    """Whether the answer before is wanted once more.

    >>> asks_again("再说一遍"), asks_again("再说说")
    (True, False)
    """
    return _AGAIN.fullmatch(question.strip()) is not None


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
