"""What the head of a line says of whose words follow: a question, somebody else's, nobody's."""

from __future__ import annotations

import re

from assistant.register.lines import Line, Lines
from assistant.register.lists import BULLET, ENUMERATOR, past
from assistant.register.numerals import HAN
from assistant.register.posts import POSTS
from assistant.register.verbs import MEND
from corpus.lines import is_salutation

_PAPER = "[一-鿿]{2,8}(?:日报|晚报|早报|晨报|时报|周刊|杂志|电视台|客户端|新闻网?)"
ASKING = re.compile(
    f"(?:{BULLET})?(?:主持人?|(?:本报|本刊)?记者问?|{_PAPER}|问|提问|主持|Q)(?:（[^）]*）)?："
)
# 某局局长张三：, **居民老王：**, 主持人小结：; not **建议一：**, which goes on with whoever speaks.
_LABEL = re.compile(
    f"[^，。；：！？“”《》]{{0,30}}(?:{POSTS}|成员|同志|嘉宾|干部|先生|女士|网友|市民|居民)"
    "(?![这那][边里])(?:@[^：]{1,16}|[一-鿿·]{0,4})(?:（[^）]*）)?[回答]?(?:：|(?<!声音|建议|通道)】)"
)


def is_question(line: Line) -> bool:
    """记者：您怎么看？, □ 您怎么看？ — whoever spoke before no longer does."""
    return bool(ASKING.match(line.text) or _ASKED.match(line.text))


_ASKED = re.compile("[□◇△▷■◆◎].*？$")
_ANSWERING = re.compile("(?:答|回答|A|受访者|嘉宾)：|[■◆▲▶](?=[^，：]*[，。：])")


def answer_begins(line: Line) -> int:
    """答：两条。 — where the words begin of whom the first question was put to; 0 for no answer."""
    return past(_ANSWERING, line.text, 0)


# 您的建议是什么？ — what is said then asks for something.
INVITES = re.compile(
    "(?:建议|办法|对策|主张)[^？，]{0,6}(?:什么|哪些|具体|呢|是)[^？，]{0,4}？|有(?:什么|哪些|啥|何)[^？，]{0,6}"
    "(?:建议|办法|对策|招)|怎么(?:办|改|解决|破)|(?:建议|提案|议案)[^？，]{0,4}(?:怎么|如何)(?:[写提讲说]|建议)"
)


def opens_advice(line: Line) -> bool:
    """二、几点建议, 为此，提出以下建议： — what stands below is proposed."""
    return bool(_ADVICE.fullmatch(line.text) or _ASKS_BELOW.search(line.text))


_SEVERAL = f"[几两{HAN}]+[点条项]"
_ADVICE = re.compile(
    f"{ENUMERATOR.pattern}?(?:{_SEVERAL}|具体|主要|工作|相关|有关|我的|[这那]份)*"
    "(?:建议|对策|措施|意见)(?:[和与及]?(?:建议|对策|措施))?：?"
)
_ASKS_BELOW = re.compile(
    "^(?!这[是就都])[^。；：“]{0,24}(?:(?:建议|提议|呼吁|对策)(?:[如以]下)?：|"
    f"{_SEVERAL}小?(?:建议|意见|想法)[：。]|[提说讲](?:这么)?[几两{HAN}]+[件点条个]事?情?[：。])$"
)
# 市住建局负责人表示，……: said by somebody without a name, not by whoever spoke before; nor is
# 答（李四）：…… his.
_NAMELESS = re.compile(
    "答（[^）]*）：|也?有(?:人|不同|反对|质疑|另一种)[^，。；：“]{0,6}(?:声音|看法|观点|意见)：|"
    "[一-鿿]{2,8}(?:[局厅部]|政府|[发改卫健]{2}委)(?:当场)?(?:答[应复]|回[应复]|表态)：|"
    f"(?![^，：]*(?:[我他她]|这[位名]))[^，。；：！？“”《》]{{0,30}}(?:{POSTS})[一-鿿·]{{0,4}}?(?:则|也|还|均|都|随后|"
    "当场|现场|在[^，。；：]{0,12}[时中上])*(?:表示|回应|答复|说|指出|强调|介绍|透露|认为|称)[，：]"
)


def is_strange(line: Line) -> bool:
    """县文旅局局长张三：我们要……: the words of somebody else, whom nothing introduces."""
    labelled = _NAMELESS.match(line.text) or _LABEL.match(line.text)
    return bool(labelled and not (is_salutation(line.text) or _ITEM.match(line.text)))


_ITEM = re.compile(f"[{HAN}]是|其[{HAN}次]|(?:代表|委员)(?:意见|建议)：")  # 一是干部：应当……
# 李副主席总结：… sums up what others said, whoever says it; 会议议定事项 are decided, not proposed.
_SUMS_UP = "[^，。；：“”《》]{0,20}(?:总结|小结|主持)(?:说|道|讲话|发言|时说)?："
_DECIDED = (
    f"{ENUMERATOR.pattern}?(?:会议|座谈会)?(?:议定|决定|决议|待办|督办)(?:事项|内容|意见|如下)?：?$|"
    f"{ENUMERATOR.pattern}?(?:会议|座谈会)(?:决定|议定|明确|要求|强调|指出)[：，]"
)
# 以上意见妥否，请批示。, 本纪要印发……, 各承办单位……
_CALLS = (
    "[^。]{0,12}[妥当]否，请|请?(?:各|有关)承办单位|本(?:次)?(?:会议)?(?:纪要|简报|通报|文件|期)[^，。；]{0,16}印发|"
    "以上(?:提案|建议|议案|意见)(?:[^，。]{0,4}(?:已|均|将)|，?请)"
)
# 附：办理情况, 责任编辑：…: what stands behind the last proposal is nobody's.
_ATTACHED = (
    r"[（【]?附(?:件|录|表|注|图|记)?[一二三四五六七八九十\d]{0,2}(?:[：、）】]|$)|附(?:件|录|表)\d|"
    "(?:谣言|网传)(?:：|(?!的)[^，。；“”]*(?:建议|提出|呼吁))|"
    r"【?(?:备注|编后|编者按|来源|责任编辑|责编)(?:[：】]|$)|注[：\d]|"
    "[^，。；：]{0,6}联系(?:方式|电话|人)(?:：|$)|"
    "(?:提案|建议)?(?:承办|主办|会办|协办)(?:单位|部门)(?![应要须在由的])|"
    "(?:提案|建议|议案)?(?:承办|主办|办[理得]|答复|审查)[^，。；]{0,6}(?:：|$)"
)
# ● 关键词：青年就业 — what stands below has to do with it, and is somebody's; this is nobody's.
_SUBJECT = "[^\\w“《]*(?:关键词|[主话议]题|领域|热词|焦点|方向|[类界]别|栏目)：[^。；！？]{1,30}$"
_NOBODYS = re.compile(
    f"(?:{BULLET})?(?:{_ATTACHED})|{_SUBJECT}|{_SUMS_UP}|{_DECIDED}|{_CALLS}|"
    f"{ENUMERATOR.pattern}?(?:[有相]关|主管|职能|[到与]会)(?:部门|单位|方面)的?(?:回应|答复|表态)。?$"
)


def is_nobodys(line: Line) -> bool:
    """附：办理情况, ● 关键词：就业, 主持人小结：, 5. 有关部门回应。 — no proposal of anybody's."""
    return _NOBODYS.match(line.text) is not None


# 存在一些突出问题。 — what is listed below asks for nothing.
_TROUBLES = re.compile(
    "(?:问题|困难|短板|不足|堵点|难点|挑战)(?:仍然?|依然?|还|也|比较|十分|较为|日益)*(?:突出|明显|严重|不少)。$|"
    "(?:问题|困难|短板|不足|堵点|难点|挑战|原因)(?:主要)?(?:有|是|如下|表现[为在][^，。]{0,6})?[：。]?$|"
    "(?:问题|困难|难点|症结|原因|短板)(?:到底|究竟|主要)?(?:出)?在哪|难在哪|为什么|怎么回事"
)
_REMEDIES = re.compile("建议|对策|措施|为此|呼吁|主张")
# （一）打通堵点。 heads what is to be done.
_MENDS = re.compile(f"{ENUMERATOR.pattern}?(?:{MEND})")


def opens_troubles(line: Line, before: bool) -> bool:
    """Whether a list below is of what is wrong; `before`: whether it was above the line."""
    told = before or _TROUBLES.search(line.text) is not None
    return told and not (_REMEDIES.search(line.text) or _MENDS.match(line.text))


def is_address(line: Line, below: Lines) -> bool:
    """尊敬的张三代表： and 张三代表： above 您的来信……: to whom one writes."""
    if not line.text.endswith("：") or "各位" in line.text:
        return False  # 尊敬的各位委员：, to whom a speech is given
    return line.text.startswith("尊敬的") or any(map(_TO_YOU.match, (one.text for one in below)))


_TO_YOU = re.compile("[您你]|.*(?:收悉|来信|来函)")
