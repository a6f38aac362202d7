"""What is no question to the documents: greetings, thanks, tasks for somebody else."""

from __future__ import annotations

import re

from assistant.messages import ZH

_REPLIES = (
    (r"(?:你们?|您)?好(?:[呀啊吗]|的)?|嗨|哈喽|在吗|早上好|下午好|晚上好|hi|hello|hey", ZH.greeting),
    (r"(?:非常|太|十分|多)?(?:谢谢|感谢|多谢|辛苦)(?:你|您|啦|了)*|thanks?(?: you)?|thx", ZH.thanks),
    (r"再见|拜拜|下次见|回头见|(?:good)?bye", ZH.farewell),
    (
        r"你(?:是谁|是什么|叫什么(?:名字)?|能(?:做|干)(?:些)?什么|会(?:做)?什么|怎么用)"
        r"|who are you|what can you do|help|帮助",
        ZH.about_assistant,
    ),
)
# Asked of a writer, a translator, a calculator or a weather service: no document answers it.
_TASK = re.compile(
    r"^(?:请|麻烦|能不能|可以|能|你)*(?:帮我|给我|替我|为我)?(?:写|作|创作|编|画|唱|讲|翻译|生成|设计|推荐|预订|订|算|播放)"
    r"(?:一?[首篇段个幅张则份]|下|成|点|些)*(?:.{0,8})"
    r"(?:诗|歌|词|文章|作文|小说|故事|笑话|邮件|代码|程序|图|画|英文|英语|日语|餐厅|电影|机票|酒店|音乐)"
    r"|天气(?:怎么样|如何|预报|好吗)|(?:几点了|现在几点|今天星期几|今天几号)$"
    r"|^(?:please )?(?:write|draw|sing|translate|tell me a joke)\b"
)


def reply(question: str) -> str:
    """A fitting short reply, or an empty string where it is a question to the documents."""
    plain = re.sub(r"[\s，,。.！!？?~～]+", " ", question).strip().lower()
    for words, answer in _REPLIES:
        if re.fullmatch(words, plain):
            return answer
    return ZH.not_my_task if _TASK.search(plain.replace(" ", "")) or _TASK.search(plain) else ""
