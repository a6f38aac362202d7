"""Numbers with their units as Chinese documents write them, Arabic and Chinese numerals alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.register.numerals import decimal, plain, scaled, times


@dataclass(frozen=True, slots=True)
class Number:
    """A measured number in a line; 一百四十五亿元 is 1.45 hundred 亿元: value 145, unit 亿元."""

    value: str
    unit: str
    start: int
    end: int
    approximate: str = ""  # 多, 余


_MEASURES = (
    "个百分点|百分点|吨公里|人公里|千克标准煤|公斤标准煤|克标准煤|吨标准煤|吨标煤|吨|公斤|千克|毫克|微克|克|市斤|斤|市担|担|亿?美元|欧元|英镑|"
    "日元|港元|港币|卢布|"
    "元人民币|元(?![化论素旦首老勋帅件宵电锂前正材])|平方公里|平方千米|平方米|平方公尺|立方米|立方公尺|公顷|亩(?!地[一每])|公里|千米|厘米|毫米|纳米|微米|米|海里|"
    "华里|里(?!程|面)|"
    "千瓦小时|千瓦时|吉瓦时|兆瓦时|千瓦|兆瓦|吉瓦|瓦时|瓦|千伏安|兆伏安|千伏|兆帕|摄氏度|℃|度电|度(?=[，。；、增左以]|$)|(?<=\\d)个小时|小时|分钟|个工作日|天(?!然|津|"
    "空|文|气)|倍|(?<!另一)番(?![话景事])|标准箱|标箱|"
    "(?:TWh|GWh|MWh|kWh|GWp|MWp|kWp|GW|MW|kW|TB|PB|EFLOPS|dB)(?![A-Za-z])"
)
_COUNTERS = (
    "人次|件次|批次|场次|人年|人(?!民|大|才|工|口|员|均|类|身|文|士|权)|户次|户|名(?!单|义|牌|录|称)|位(?!置|于)|"
    "个(?!月|人|体|别|多月|性|方面|维度|层面|阶段|方向|原则|问题|字|五年|角度|关键|环节)|家次|家(?!庭|"
    "国|长|乡(?!镇)|园|属|电)|"
    "所(?!有|以|谓|得|属|在)|座(?!谈)|处(?!理|于|在|置|罚)|件(?!事)|项(?!目)|条(?!件|例)|种(?!子|"
    "植|粮|业|类)|类|辆|台(?!湾)|套|款(?!项)|艘次|艘|架次|架|列|"
    "班次|班(?![子组级长主车])|组(?![织建长成团合])|车次|次(?!列车|航班|特快|快车|会议|全会|会|代表|五年|产业)|册|份|张|篇|间|栋|幢|口|盆|眼|头|只(?!有|要|是|能)|"
    "步(?![入伐行骤步调])|手(?![机段工术续法里上下中动写册艺])|匹|羽|尾|颗|株|棵|盏|门|部(?!门|分|长|队|署|委)|袋(?![装鼠])|双(?![边方向重一师创减碳])|函(?![数件授])|"
    "支(?!持|部|撑|出|付|柱)|批(?!评|准|发)|箱|桶|锭|孔|岁|场(?!所)|宗|起(?!来|步|草|点)|例|"
    "单(?!位|元)|笔|块|通(?![过道知信报常告融航讯行勤车用联关]|电(?!话))|"
    "对(?!外|内|此|于)|乡镇|村(?!民|庄|级|里)|字节|版次|词条|段(?![时落位])|趟|票(?![价据房务面证选款箱数种制站友贩亭源])|期(?!工程|项目|间|限|货|末|刊|课)"
)
_UNIT = f"(?:{_MEASURES}|{_COUNTERS})(?:/(?:{_MEASURES}|{_COUNTERS}|年|日))?"
_MULTIPLIER = "万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千|百"
_DIGITS = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_TO = r"[-—~～至到]{1,2}(?![一二三四五六七八九〇零\d]{2,4}年)"
# A minus sign is none behind a number or its unit, as in ranges and dates, behind a letter, or as
# the mark of a list at the head of a line.
_SIGN = r"(?<=[^\dA-Za-z%‰./第届\-—])[-−－﹣]"
_MEASURED = re.compile(rf"\d(?:{_UNIT}|{_MULTIPLIER}|[年月日号时点期届])$")
_ARABIC = re.compile(
    rf"(?:(?P<sign>{_SIGN})|(?<![A-Za-z\d.第届]))(?P<low>{_DIGITS})(?:(?P<lowunit>%|‰|"
    rf"{_MULTIPLIER})?{_TO}(?P<high>(?:(?<=[~～至到])[-−－﹣])?{_DIGITS}))?"
    rf"(?:(?P<share>[%‰])|"
    rf"(?P<about>[多余来])?(?P<big>{_MULTIPLIER})?(?P<about2>[多余])?(?P<big2>亿)?(?P<unit>{_UNIT})"
    rf"|(?P<bare>万亿|亿|万)(?![一-鿿]?年))"
)
_HAN_DIGITS = "零〇一二三四五六七八九两"
_HAN = f"[{_HAN_DIGITS}十百千万亿廿]+(?:点[{_HAN_DIGITS}]+)?"
_SHARE = re.compile(
    rf"(?P<base>百|千|万)分之(?P<low>{_HAN}|{_DIGITS}|百)(?:{_TO}(?:百分之)?(?P<high>{_HAN}|"
    rf"{_DIGITS}))?|"
    rf"(?P<denominator>[{_HAN_DIGITS}十]{{1,3}})分之(?P<numerator>[{_HAN_DIGITS}十]{{1,3}})(?!宏)|"
    # Not 3/8 at the head of a page, nor 24/7 or a date of three parts.
    r"(?<=[一-鿿，])(?P<fraction>[1-9]/(?:[2-9]|10))(?![\dA-Za-z/.]|[月日号页])"
)
_TENTHS = re.compile(
    r"(?<![完收\d.第届])(?P<tenths>[一二三四五六七八九两1-9])成(?P<more>半|[一二三四五六七八九](?=[，。；、左以的]))?"
    r"(?![员立功本就果分品长年都群熟型绩百全效语套衣见新]|家(?![长庭])|不变)"
)
_COUNTED = re.compile(
    rf"(?<![第{_HAN_DIGITS}十百千万亿几数点])(?<!最后)(?<!最先)(?<!最初)(?P<low>{_HAN})(?:{_TO}(?P<high>{_HAN}))?(?P<about>多|余)?"
    rf"(?P<big>万亿|亿|万)?(?P<unit>{_UNIT})"
)
# One Han digit is a figure before these only: 三吨, 两倍; 一天 and 三个 are turns of phrase.
_STRICT_UNIT = re.compile(f"(?!天|小时|分钟|里|米|担|克|瓦)(?:{_MEASURES})$")
_NAMES = {"百": "%", "千": "‰", "万": "万分之"}


def numbers(text: str) -> Iterator[Number]:
    """Every measured number of the text, in order; dates, ordinals and bare digits are none."""
    found = [
        *_shares(text),
        *_tenths(text),
        *_terms(text),
        *_mixed(text),
        *_arabic(text),
        *_counted(text),
    ]
    apart: list[Number] = []
    for one in sorted(found, key=lambda number: (number.start, -number.end)):
        if apart and _is_range(text, apart[-1], one):
            low = apart.pop()
            apart.append(replace(one, value=f"{low.value}-{one.value}", start=low.start))
        elif not apart or one.start >= apart[-1].end:
            apart.append(one)
    for place, one in enumerate(apart):
        yield _completed(text, one, apart[place + 1 : place + 4])


_RANGE = re.compile("[至到~～—-]")


def _is_range(text: str, low: Number, high: Number) -> bool:
    """200元至1000元; not 由5元到8元, a change, and no date or share of another kind."""
    if low.unit != high.unit or "-" in low.value[1:] + high.value[1:]:
        return False
    changes = re.search("[由从自]$", text[: low.start])
    return not changes and _RANGE.fullmatch(text[low.end : high.start]) is not None


def _completed(text: str, number: Number, following: Sequence[Number]) -> Number:
    """10.6万、3.8万、3.3万平方公里: the unit stands at the last of them only."""
    if number.unit not in ("万亿", "亿", "万"):
        return number
    place = number.end
    for other in following:
        if text[place : other.start] not in ("、", "和", "与", "至", "到", "，"):
            return number
        if other.unit != number.unit:
            return (
                replace(number, unit=other.unit) if other.unit.startswith(number.unit) else number
            )
        place = other.end
    return number


def _is_minus(text: str, place: int, unit: str) -> bool:
    """Not the dash of 3月-11月, 10元-20元, 附件-3份."""
    return not (_MEASURED.search(text, 0, place) or re.search("[个家份件项条种名位号]$", unit))


def _arabic(text: str) -> Iterator[Number]:
    for match in _ARABIC.finditer(text):
        size = (match["big"] or "") + (match["big2"] or "")
        unit = match["share"] or match["bare"] or size + match["unit"]
        sign = "-" if match["sign"] and _is_minus(text, match.start(), unit) else ""
        values = [sign + _digits(match["low"])]
        if match["high"]:
            own = match["lowunit"] or size
            if own != size and own not in "%‰":  # 8000亿至1.2万亿
                values = [plain(Decimal(values[0]) * times(own) / times(size))]
            values.append(_digits(match["high"]))
        about = match["about"] or match["about2"] or ""
        start = match.start() if sign else match.start("low")
        yield Number("-".join(values), unit, start, match.end(), about)


def _digits(written: str) -> str:
    return re.sub("[−－﹣]", "-", re.sub("[,，]", "", written))


_MIXED = re.compile(
    rf"(?<![\d.])(?P<wan>\d{{1,4}})万(?P<qian>\d)千(?P<about>[多余])?(?P<unit>{_UNIT})"
)


def _mixed(text: str) -> Iterator[Number]:
    """2万5千公里 is one number: 2.5万公里."""
    for match in _MIXED.finditer(text):
        value = f"{match['wan']}.{match['qian']}"
        yield Number(value, "万" + match["unit"], match.start(), match.end(), match["about"] or "")


def _shares(text: str) -> Iterator[Number]:
    for match in _SHARE.finditer(text):
        if match["base"]:
            values = [decimal(match["low"]), *([decimal(match["high"])] if match["high"] else [])]
            value, unit = "-".join(map(str, values)), _NAMES[match["base"]]
            if any(one is None for one in values):
                continue
        elif match["fraction"]:
            value, unit = match["fraction"], ""
        else:
            parts = decimal(match["numerator"]), decimal(match["denominator"])
            if None in parts:
                continue
            value, unit = f"{parts[0]}/{parts[1]}", ""
        yield Number(value, unit, match.start(), match.end())


def _tenths(text: str) -> Iterator[Number]:
    for match in _TENTHS.finditer(text):
        more = (match["more"] or "").replace("半", "五")
        more = f".{decimal(more)}" if more else ""
        yield Number(f"{decimal(match['tenths'])}{more}", "成", match.start(), match.end())


# 保修期由5年延长到15年: how long something lasts; other spans of years only date what is told.
_TERM = re.compile(
    r"(?<=[到至为达由从于过限])(?<!年)(?P<years>\d{1,2}(?:\.\d+)?)年(?![\d底初末前后来间内代级度月])"
)
_LASTS = re.compile("(?:期限?|年限|寿命|周期|学制)(?!间|待|望|货|刊|末|初)[^，。；：]{0,14}$")


def _terms(text: str) -> Iterator[Number]:
    for match in _TERM.finditer(text):
        if _LASTS.search(text, 0, match.start()):
            yield Number(match["years"], "年", match.start(), match.end())


# 一亩能固碳0.8吨, 品种一亩多补20元: what is said of each; as is 一吨 at a clause's head.
_PER = re.compile("[^增减约近过到足]?一(?:亩|吨|公斤|斤|平方米|立方米)[^，。；\\d]{1,14}\\d")


def _counted(text: str) -> Iterator[Number]:
    """三千零六十八所: with a magnitude, or one digit before a measure (三吨, not 三个)."""
    for match in _COUNTED.finditer(text):
        low = match["low"]
        large = len(low) > 1 and re.search("[十百千万亿]", low + (match["big"] or ""))
        if not (large or _STRICT_UNIT.match(match["unit"])) or low[0] not in _HAN_DIGITS + "十廿":
            continue
        before = text[: match.start()][-1:]
        if low == "一" and (
            before in ("", *"，。；：“") or _PER.match(before + text[match.start() :])
        ):
            continue
        whole, high = decimal(low), decimal(match["high"]) if match["high"] else None
        if whole is None or re.search("[一二三四五六七八九]{2}", low.split("点")[0]):
            continue
        value, multiplier = scaled(whole) if high is None else (str(whole), "")
        value = value if high is None else f"{value}-{high}"
        unit = multiplier + (match["big"] or "") + match["unit"]
        yield Number(value, unit, match.start(), match.end(), match["about"] or "")
