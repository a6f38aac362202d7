"""What is no question to the documents: greetings, thanks, tasks for somebody else."""

from __future__ import annotations

import re

from assistant.query.politeness import DOWN, HELLO, PLEASE, SUMS_UP, THANKS, without_politeness

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
    "greeting": HELLO,
    "thanks": THANKS,
    "farewell": r"再见|拜拜|下次见|回头见|(?:good)?bye",
    "about_assistant": _ABOUT,
    "documents_held": _HELD,
}
_AGAIN = re.compile(
    rf"{PLEASE}(?:刚才|刚刚|上面|答案|的)*"
    r"(?:(?:[再重](?:新|复)?|重新)[说讲答回]+(?:[一两]?[遍次]|答案)+|重复|复述)(?:[一两]?[遍次下]|答案)*"
    r"(?:[吗吧呢好]|可以)*[？?。！!]*"
    r"|(?:please )?(?:say (?:that|it) again|repeat(?: (?:that|it))?)[.!?]*",
    re.IGNORECASE,
)

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
_SUM_UP = f"^{PLEASE}{SUMS_UP}(?:一下|{DOWN})?[吧呗吗呢好可以]*$"  # of what?
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
        if re.fullmatch(rf"(?:(?:{HELLO}) )?(?:{words})", plain):
            return name
    asked = re.sub(r"[，,。.！!？?~～]+", "", without_politeness(question)).strip().lower()
    return "not_my_task" if _TASK.search(asked.replace(" ", "")) or _TASK.search(asked) else ""


def asks_again(question: str) -> bool:
    """Whether the answer before is wanted once more.

    >>> asks_again("再说一遍"), asks_again("再说说")
    (True, False)
    """
    return _AGAIN.fullmatch(question.strip()) is not None
