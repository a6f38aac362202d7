"""What a question asks for, and the words of it that do not ask."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum, auto

from index.matching import HAN_CHARACTER, normalise, terms


class Kind(StrEnum):
    """The kind of answer that is asked for."""

    PERSON = auto()
    NUMBER = auto()
    DATE = auto()
    PLACE = auto()
    REASON = auto()
    MEASURE = auto()  # 怎么办, 如何: what is to be done
    DEFINITION = auto()
    OTHER = auto()


# 怎么办，几条措施: told one by one, and not counted.
_TOLD_ONE_BY_ONE = "措施|办法|举措|对策|建议|意见|要求|理由|原因|方面"
_POINTS = f"[^,。?]{{0,8}}(?:{_TOLD_ONE_BY_ONE}|看法)"  # 几点收费意见
_AT_CLOCK = "钟半开结盖送交收散停"  # behind 几点
_WHO = (
    r"谁|哪[一几]?[位名]|哪些(?:人|代表|委员|专家|院士)|什么人|(?<![工合创操写劳耕])作者|\bwho(?:se|m)?\b"
    r"|哪[一家个所]{1,2}(?:企业|公司|单位|机构|集团|学校|医院|大学)的?"
    r"(?:负责人|董事长|老总|掌门人|领导|院长|校长|代表|委员)"
    r"|\b(?:which|what) (?:npc |cppcc )?(?:delegate|deput(?:y|ie)|member|representative)s?\b"
)
_WHEN = (  # 任期是几年 asks how long
    r"何时|什么时[候间]|哪[一几]?年|哪一?[天日月]|几[月日]"
    r"|几年(?=几月|[以之]?[前后]|建成|成立|完工|开工|投产|当选)"
    r"|是几(?:几年|年(?=建|成|开|投|当|到|入|[^\W\d]{1,3}的))"
    rf"|(?<!哪)几点(?!{_POINTS})(?=[？?{_AT_CLOCK}到起举召关出上下]|$)|年份是|日期"
    r"|\bwhen\b|(?:what|which) (?:year|date|day)"
)
_HOW_MUCH = (
    r"多少|(?<![许很众最更诸较增])多(?:[大高长远深快久宽]|重(?![要大点]))"
    r"|(?<!哪)几[个位名年次项条家倍种件成吨亿万千百元天座所]?|百分之几"
    r"|(?:比例|比重|占比|[率额数价值]|(?<![质力])量|规模|增速|目标|指标|涨幅)"
    r"(?:目前|大约)?(?:是(?![因为]|(?:怎么|如何)(?![变样]))|为(?![什何啥])|呢|达|有)"
    r"|how (?:many|much|large|high|low|long|far|big|old)"
    r"|what (?:share|percent|proportion|number|rate)"
)
_WHERE = r"哪里|哪儿|何[处地]|什么地[方点]|哪个(?:省|市|国家|地区|城市|县|地方)|位于|\bwhere\b"
_WHY = (
    r"为什么|为何|为啥|凭什么|凭啥|图什么|图啥|原因|缘故|理由|何以|(?:怎么|如何|怎样)解释|\bwhy\b"
)
_HOW = r"怎么|怎样|如何|咋|措施|办法|对策|途径|方式|\bhow\b"
_WHAT = r"什么是|是什么|指什么|含义|定义|何谓|是指|什么意思|\bwhat (?:is|are|was|were)\b"
_FIGURE = (  # 赤泥的综合利用率？ has no word that asks.
    r"^[^哪什怎何么吗]*(?:比例|比重|占比|[率额量]|规模|增速|指标|涨幅|面积|收入|支出"
    r"|[人户件次行]数|总[数值])[？?]?$"
)
# In this order: the first that occurs decides ("谁…多少" asks who, "什么时候" is not "什么").
_KINDS = (
    (Kind.PERSON, _WHO),
    (Kind.DATE, _WHEN),
    (Kind.NUMBER, _HOW_MUCH),
    (Kind.PLACE, _WHERE),
    (Kind.REASON, _WHY),
    (Kind.MEASURE, _HOW),
    (Kind.DEFINITION, _WHAT),
    (Kind.NUMBER, _FIGURE),
)
# What only looks as if it asked: quoted words (“谁多用绿电，谁收益”), titles, 近几年, 几乎, Guinea;
# how many of 干了多少年怎么证明.
_NOT_ASKING = re.compile(
    r"“[^”]*”|《[^》]*》|(?:[近这那前后头十好]|过去|未来|今后|最近)几[年月日天个项次条位点]?|几[乎何]|几内亚|任何"
    r"|(?:多少|几)[^\W\d]{0,4}(?=(?:怎么|如何|[由靠]谁|谁来|[凭拿]什么)(?:证明|认定|核[定实算]|算|确定))"
)
# Between two of several, not part of a word: 普及率多少, 参与的有多少, 和平街道, 及时办结率.
CONJUNCTION = (
    "(?<![参涉普总饱共温缓波遍提谈触危顾惠])"
    "(?:、|及(?![格早]|以[上下内外]|时(?![间长段限效]))|与(?!会(?![计费议员]))|和(?![平谐田睦]|解(?![放决除释])))"
)
NO_THING = "百分点|月|小时|工作日|季度|钱"  # behind 几个, 两个: a measure
_LIST = re.compile(
    r"哪些|哪几|哪[两二三四五六七八九十]|分别|各(?:是|有|为|自)|有什么|都是[^,。?]{0,3}(?:什么|啥)|列出|列举|都有"
    rf"|几(?:个(?!{NO_THING})|[条项方面大]|点(?:(?={_POINTS})|(?![、,?{_AT_CLOCK}])))"
    rf"|{CONJUNCTION}.{{1,24}}多少|\b(?:list|which)\b"
)
EACH = "分别|各自|各(?=[是有为出提给讲说报主持多])"  # asked of several, one by one
_COMPARISON = re.compile(
    rf"{EACH}|相比|比较|区别|差[别异]|分歧|不同|不一样|异同|对比|\bcompare|\bdiffer|\brespectively"
)
# This one, and no 新材料 or 正极材料.
PAPERS = "(?:[这那][份篇个]|[本该]|(?<![\u4e00-\u9fff]))(?:材料|资料|稿子)"
# Of the document, not in it: 报告里谁……, 报告提到哪个机构…… ask for what it says.
_META = re.compile(
    rf"(?:{PAPERS}|文[件章档]|报告|白皮书)(?![里中内上])"
    r"(?:(?!代表|委员|公司|企业)[^提说指,]){0,8}"
    r"(?:谁|哪[一个家]{0,2}(?:(?:研究)?机构|单位|公司|人)|哪一?[位名]|作者|何时|什么时候|标题|题目|叫什么)"
    r"(?:.{0,12}(?:写|作|发布|撰|编|(?<!提)出(?![现台])|名)|.{0,3}[？?]?$)"
    r"|谁[^,]{0,10}(?<!工)作了?(?![品物为用业者])[^,]{0,8}报告[?]?$"
    r"|作者是谁|谁写的|(?:^|\s)作者(?:\s|$)|who wrote|author of"
)
WHETHER = re.compile(
    r"吗[?]?$|没有?[?]?$|是否|有没有|有无|会不会|[能可会]否|([能要该可是肯])(?:可以)?不\1"
)
# 哪位委员追问了……有没有……？ What he asks is not asked here.
ASKS_WHO_ASKED = re.compile(
    "(?:谁|哪一?[位名个][^,，]{0,4})(?:在[^,，]{0,8})?(?:[追提询]问|问[了过到起]|发问)"
)
# Measure words and units; what is counted without one ("多少堤防") cannot be looked for.
_CLASSIFIER = (
    "人家|平方公里|平方米|立方米|立方公尺|公里|公顷|公斤|公尺|千瓦时|千瓦|小时|分钟|美元|欧元|人次|百分点|摄氏度|海里|"
    "个(?!点(?![钟位]))|[位名条家项种次件座倍篇份岁吨元亩米斤辆架艘台张票人户"
    "年天月日届期部本只头匹股度册枚块所套幢栋间场轮批类层级点根棵株支桶箱盏克升例宗]|起(?![步?]|$)"
)
_UNIT = re.compile(
    r"(?:多少|(?<!哪)几)(?:亿|万|千|百)*"
    r"(?!提[高升]|增[加长至到]|上升|下降|升[到至为]|[降到至])"  # 从多少提升到多少
    rf"(?![块个]钱|块[、,?]|点(?:[钟半、,?还才就能发]|$))"  # 几个钱, 哪几块, 几点
    rf"(?!(?<=,几)[条项点个大](?:{_TOLD_ONE_BY_ONE}))({_CLASSIFIER})"
)
_PERCENT = re.compile("百分之(?:几|多少)|(?:几|多少)个点(?![钟位])")
_MONEY = re.compile(
    "多少(?:钱|资金|经费|费用)|(?:费用|造价|票价|售价|单价|成本)(?:是|为|达|有)?多少"
)
_UNASKED = (("元", _MONEY), ("%", _PERCENT))  # units that the question implies

FOCUS_BEFORE, FOCUS_AFTER = 10, 8  # characters; a clause's subject, and what is counted
_ASKING = re.compile(
    r"(?:分别|各)?(?:是|为|有|达到?|到)?"
    r"(?:多少|(?<![许很众最更诸较增])多[大高长远重]|几(?!内亚|乎|何)|谁|哪[一几些]?|什么|何|怎么?样?|咋样?|如何)"
)
_JOINING = re.compile(
    r"\W|[的了是在有从到么呢吗啊吧就也都还把被让给对于和与及个这那其该我们国他她它你会能要以可上下里中些]"
)
_BREAK = re.compile(r"[，,。；;：:？?、]")


@dataclass(frozen=True, slots=True)
class Question:
    """A question, resolved, with what can be read off it."""

    text: str
    kind: Kind
    wants_list: bool  # several parts, all of which are wanted
    compares: bool
    about_document: bool  # asks for author, title or date of the document itself
    unit: str  # what is counted, for "多少吨": "吨"; empty where it is not said
    asks_whether: bool  # 有……吗, 是否
    focus: str  # the words around the one that asks: "堆存量" and "吨" of "赤泥堆存量是多少吨？"
    is_chinese: bool

    @property
    def plain(self) -> str:
        """The text, normalised."""
        return normalise(self.text)


def analyse(text: str) -> Question:
    """Read the kind of answer, the unit and the number of parts off the words of the question."""
    plain = normalise(text)
    asking = _NOT_ASKING.sub("", plain)
    kind = next((kind for kind, words in _KINDS if re.search(words, asking)), Kind.OTHER)
    unit = _UNIT.search(asking)
    counted = unit[1] if unit else next((u for u, ask in _UNASKED if ask.search(asking)), "")
    counted = "户" if counted == "人家" else counted
    return Question(
        text=text,
        kind=kind,
        wants_list=bool(_LIST.search(asking)),
        compares=bool(_COMPARISON.search(plain)),
        about_document=bool(_META.search(plain)),
        unit=counted if kind is Kind.NUMBER else "",
        asks_whether=bool(WHETHER.search(asking)),
        focus=_focus(plain),
        is_chinese=bool(HAN_CHARACTER.search(plain)),
    )


def between_asking(plain: str) -> list[str]:
    """What stands between the words that ask and the marks, of a normalised question.

    >>> between_asking("谁建议建立交割库,有多少吨?")
    ['建议建立交割库', '吨']
    """
    clauses = (part for clause in _BREAK.split(plain) for part in _ASKING.split(clause))
    return [part for part in clauses if part]


def pairs(text: str) -> list[str]:
    """Its pairs of characters: what of a text stands in another is told by them."""
    return [text[at : at + 2] for at in range(len(text) - 1)]


def adds(text: str, known: str) -> bool:
    """Whether the text says something that is not known."""
    return any(pair not in known for pair in pairs(text))


def half_told(name: str, text: str) -> bool:
    """Whether the text has half of the name's pairs of characters: 生产总值 of 地区生产总值."""
    every = pairs(name)
    return sum(pair in text for pair in every) * 2 >= len(every)


def words(text: str) -> list[str]:
    """Of its terms those of more than one character."""
    return [unit for unit in terms(text) if len(unit) > 1]


def abbreviated(word: str) -> str:
    """营收 of 营业收入; what is not of four characters stays as it is."""
    return word[0] + word[2] if len(word) == len("营业收入") else word


def shared(text: str, thing: str) -> float:
    """The share of the thing's pairs of characters that the text has; 1 where it has no pair."""
    wanted = {unit for unit in terms(thing) if len(unit) == 2}
    return sum(unit in text for unit in wanted) / len(wanted) if wanted else 1.0


def content(plain: str) -> str:
    """The characters of a normalised question that neither ask nor only join others.

    >>> content("赤泥的堆存量是多少?")
    '赤泥堆存量'
    """
    return _JOINING.sub("", "".join(between_asking(plain)))


def _focus(plain: str) -> str:
    """What stands within a few characters of the word that asks; all where no word does."""
    asking = _ASKING.search(plain)
    if asking is None:
        return plain
    before = _BREAK.split(plain[: asking.start()])[-1][-FOCUS_BEFORE:]
    after = _BREAK.split(plain[asking.end() :])[0][:FOCUS_AFTER]
    return f"{before} {after}"
