"""Numerals in words or digits as decimal numbers, back to how Chinese counts them; the units."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from functools import lru_cache

HAN = "一二三四五六七八九十"  # in a pattern: of what is counted off, 一、, 第三条
HAN_YEAR = "[一二][一二三四五六七八九〇零]{3}"
_ONES = {**{sign: at for at, sign in enumerate("零一二三四五六七八九十")}, "两": 2}
_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}


def times(multiplier: str) -> Decimal:
    """10^12 for 万亿."""
    return Decimal(10) ** sum(_POWERS[character] for character in multiplier)


def scaled(number: Decimal) -> tuple[str, str]:
    """14577000000 as Chinese counts it: 145.77 亿."""
    for size, name in ((Decimal(10**8), "亿"), (Decimal(10**4), "万")):
        if number >= size and (number / size) == (number / size).quantize(Decimal("0.0001")):
            return plain(number / size), name
    return plain(number), ""


def plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def small(words: str) -> int:
    """One of up to twelve, in digits or words, as items and months are counted; 0 for none.

    >>> small("3"), small("两"), small("十一"), small("")
    (3, 2, 11, 0)
    """
    return int(words) if words.isdigit() else sum(_ONES[sign] for sign in words)


def in_words(number: int) -> str:
    """As sessions are counted, up to 99.

    >>> in_words(4), in_words(10), in_words(14), in_words(20)
    ('四', '十', '十四', '二十')
    """
    tens, ones = divmod(number, 10)
    head = f"{HAN[tens - 1] if tens > 1 else ''}十" if tens else ""
    return head + (HAN[ones - 1] if ones else "")


@lru_cache(4096)
def decimal(words: str) -> Decimal | None:
    """The number the words say, or None where they are not one number (三四十)."""
    if words == "百":
        return Decimal(100)
    try:
        return Decimal(words.replace(",", "").replace("，", ""))
    except InvalidOperation:
        pass
    import cn2an  # type: ignore[import-untyped]  # here: slow to load, and few questions need it

    try:
        return Decimal(str(cn2an.cn2an(words, "normal")))
    except (KeyError, ValueError):  # 三亿一: numerals, but no number as it is spoken
        return None


# Units as they stand behind a number: measures, counters, and 万, 亿 before them.
_WEIGHTS = "吨|公斤|千克|毫克|微克|克|市斤|斤|市担|担"
_MONEY = "亿?美元|欧元|英镑|日元|港元|港币|卢布|元人民币|元(?![化论素旦首老勋帅件宵电锂前正材])"
_EXTENTS = (
    "平方公里|平方千米|平方米|平方公尺|立方米|立方公尺|公顷|亩(?!地[一每])|公里|千米|厘米|毫米|纳米|微米|米|海里|"
    "华里|里(?!程|面)"
)
_POWER = (
    "千瓦小时|千瓦时|吉瓦时|兆瓦时|千瓦|兆瓦|吉瓦|瓦时|瓦|千伏安|兆伏安|千伏|兆帕|摄氏度|℃|度电|"
    "度(?=[，。；、增左以]|$)|(?:TWh|GWh|MWh|kWh|GWp|MWp|kWp|GW|MW|kW|TB|PB|EFLOPS|dB)(?![A-Za-z])"
)
_TIMES = "(?<=\\d)个小时|小时|分钟|个工作日|天(?!然|津|空|文|气)|倍|(?<!另一)番(?![话景事])"
MEASURES = (
    "个百分点|百分点|吨公里|人公里|千克标准煤|公斤标准煤|克标准煤|吨标准煤|吨标煤|"
    f"{_WEIGHTS}|{_MONEY}|{_EXTENTS}|{_POWER}|{_TIMES}|标准箱|标箱"
)
_PEOPLE = (
    "人次|人年|人(?!民|大|才|工|口|员|均|类|身|文|士|权)|户次|户|名(?!单|义|牌|录|称)|位(?!置|于)|"
    "家次|家(?!庭|国|长|乡(?!镇)|园|属|电)|岁"
)
_BODIES = (
    "所(?!有|以|谓|得|属|在)|座(?!谈)|处(?!理|于|在|置|罚)|部(?!门|分|长|队|署|委)|乡镇|村(?!民|庄|级|里)|"
    "班次|班(?![子组级长主车])|组(?![织建长成团合])|门|支(?!持|部|撑|出|付|柱)"
)
_MATTERS = (
    "件次|批次|场次|个(?!月|人|体|别|多月|性|方面|维度|层面|阶段|方向|原则|问题|字|五年|角度|关键|环节)|件(?!事)|"
    "项(?!目)|条(?!件|例)|种(?!子|植|粮|业|类)|类|款(?!项)|次(?!列车|航班|特快|快车|会议|全会|会|代表|五年|产业)|"
    "步(?![入伐行骤步调])|手(?![机段工术续法里上下中动写册艺])|批(?!评|准|发)|场(?!所)|宗|起(?!来|步|草|点)|例|"
    "单(?!位|元)|笔|通(?![过道知信报常告融航讯行勤车用联关]|电(?!话))|对(?!外|内|此|于)|段(?![时落位])|趟|"
    "期(?!工程|项目|间|限|货|末|刊|课)"
)
_THINGS = (
    "辆|台(?!湾)|套|艘次|艘|架次|架|列|车次|册|份|张|篇|间|栋|幢|口|盆|眼|头|只(?!有|要|是|能)|匹|羽|尾|颗|株|棵|盏|"
    "袋(?![装鼠])|双(?![边方向重一师创减碳])|函(?![数件授])|箱|桶|锭|孔|块|字节|版次|词条|"
    "票(?![价据房务面证选款箱数种制站友贩亭源])"
)
COUNTERS = f"{_PEOPLE}|{_BODIES}|{_MATTERS}|{_THINGS}"
UNIT = f"(?:{MEASURES}|{COUNTERS})(?:/(?:{MEASURES}|{COUNTERS}|年|日))?"
MULTIPLIER = "万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千|百"
