"""Numbers with their units as Chinese documents write them, Arabic and Chinese numerals alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.register.numerals import MEASURES, MULTIPLIER, UNIT, decimal, plain, scaled, times


@dataclass(frozen=True, slots=True)
class Number:
    """A measured number in a line; 一百四十五亿元 is 1.45 hundred 亿元: value 145, unit 亿元."""

    value: str
    unit: str
    start: int
    end: int
    approximate: str = ""  # 多, 余


DIGITS = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
DASH = "[-—–~～至到]"  # from one number or year to another
_TO = rf"{DASH}{{1,2}}(?![一二三四五六七八九〇零\d]{{2,4}}年)"
# A minus sign is none behind a number or its unit, as in ranges and dates, behind a letter, or as
# the mark of a list at the head of a line.
_SIGN = r"(?<=[^\dA-Za-z%‰./第届\-—])[-−－﹣]"
_MEASURED = re.compile(rf"\d(?:{UNIT}|{MULTIPLIER}|[年月日号时点期届])$")
_ARABIC = re.compile(
    rf"(?:(?P<sign>{_SIGN})|(?<![A-Za-z\d.第届]))(?P<low>{DIGITS})(?:(?P<lowunit>%|‰|"
    rf"{MULTIPLIER})?{_TO}(?P<high>(?:(?<=[~～至到])[-−－﹣])?{DIGITS}))?(?:(?P<share>[%‰])|"
    rf"(?P<about>[多余来])?(?P<big>{MULTIPLIER})?(?P<about2>[多余])?(?P<big2>亿)?(?P<unit>{UNIT})"
    rf"|(?P<bare>万亿|亿|万)(?![一-鿿]?年))"
)
_HAN_DIGITS = "零〇一二三四五六七八九两"
_HAN = f"[{_HAN_DIGITS}十百千万亿廿]+(?:点[{_HAN_DIGITS}]+)?"
_SHARE = re.compile(
    rf"(?P<base>百|千|万)分之(?P<low>{_HAN}|{DIGITS}|百)(?:{_TO}(?:百分之)?(?P<high>{_HAN}|{DIGITS}))?|"
    rf"(?P<denominator>[{_HAN_DIGITS}十]{{1,3}})分之(?P<numerator>[{_HAN_DIGITS}十]{{1,3}})|"
    # Not 3/8 at the head of a page, nor 24/7 or a date of three parts.
    r"(?<=[一-鿿，])(?P<fraction>[1-9]/(?:[2-9]|10))(?![\dA-Za-z/.]|[月日号页])"
)
_TENTHS = re.compile(
    r"(?<![完收\d.第届一二三四五六七八九十])(?P<low>[一二三四五六七八两](?=[二三四五六七八九]))?"
    r"(?P<tenths>[一二三四五六七八九两1-9])成(?P<more>半|[一二三四五六七八九](?=[，。；、左以的]))?"
    r"(?![员立功本就果分品长年都群熟型绩百全效语套衣见新]|家(?![长庭])|不变)"
)
_COUNTED = re.compile(
    rf"(?<![第{_HAN_DIGITS}十百千万亿几数点])(?<!最后)(?<!最先)(?<!最初)"
    rf"(?P<low>{_HAN})(?:{_TO}(?P<high>{_HAN}))?(?P<about>多|余)?"
    rf"(?P<big>万亿|亿|万)?(?P<unit>{UNIT})"
)
# One Han digit is a figure before these only: 三吨, 两倍; 一天 and 三个 are turns of phrase.
_STRICT_UNIT = re.compile(f"(?!天|小时|分钟|里|米|担|克|瓦)(?:{MEASURES})$")
_NAMES = {"百": "%", "千": "‰", "万": "万分之"}


def numbers(text: str) -> Iterator[Number]:
    """Every measured number of the text, in order; dates, ordinals and bare digits are none."""
    kinds = (_shares, _tenths, _terms, _mixed, _arabic, _counted)
    found = [one for kind in kinds for one in kind(text)]
    apart: list[Number] = []
    for one in sorted(found, key=lambda number: (number.start, -number.end)):
        if apart and _is_range(text, apart[-1], one):
            low = apart.pop()
            apart.append(replace(one, value=f"{low.value}-{one.value}", start=low.start))
        elif not apart or one.start >= apart[-1].end:
            apart.append(one)
    for place, one in enumerate(apart):
        yield _completed(text, one, apart[place + 1 : place + 4])


# 由5元到8元, 税率从原来的13%到9%: a change
_FROM = re.compile("[由从自](?:原来|原先|过去|以前|目前|现在)?的?$")


def _is_range(text: str, low: Number, high: Number) -> bool:
    """200元至1000元; not 由5元到8元, a change, and no date or share of another kind."""
    if low.unit != high.unit or "-" in low.value[1:] + high.value[1:]:
        return False
    if re.fullmatch(DASH, text[low.end : high.start]) is None or "/" in low.value + high.value:
        return False
    return not _changes(text, low.start, Decimal(low.value), Decimal(high.value))


def _changes(text: str, start: int, low: Decimal, high: Decimal) -> bool:
    """由5元到8元, 13%到9%: from one to the other, and nothing between."""
    return _FROM.search(text, 0, start) is not None or 0 <= high < low


def _low_end(low: Decimal, high: Decimal, size: Decimal) -> Decimal:
    """What 三 is in 三至五万, and 5000 in 5000至1万, counted in 万 like the high end."""
    return low if low <= high else low / size


def _completed(text: str, number: Number, following: Sequence[Number]) -> Number:
    """5.2万、2.4万、1.5万亩: the unit stands at the last of them only."""
    if number.unit not in ("万亿", "亿", "万"):
        return number
    place = number.end
    for other in following:
        if text[place : other.start] not in ("、", "和", "与", "至", "到", "，"):
            return number
        if other.unit != number.unit:
            longer = other.unit.startswith(number.unit)
            return replace(number, unit=other.unit) if longer else number
        place = other.end
    return number


def _arabic(text: str) -> Iterator[Number]:
    for match in _ARABIC.finditer(text):
        size = match["bare"] or (match["big"] or "") + (match["big2"] or "")
        unit = match["share"] or size + (match["unit"] or "")
        # a dash, as in 3月-11月, 10元-20元, 附件-3份
        counts = unit.endswith(tuple("个家份件项条种名位号"))
        dash = counts or _MEASURED.search(text, 0, match.start())
        sign = "-" if match["sign"] and not dash else ""
        start = match.start() if sign else match.start("low")
        about = match["about"] or match["about2"] or ""
        low = sign + digits(match["low"])
        if not match["high"]:
            yield Number(low, unit, start, match.end(), about)
            continue
        own, high = match["lowunit"] or "", digits(match["high"])
        bare = _low_end(Decimal(low), Decimal(high), times(size))
        counted = own not in "%‰"  # 8000亿至1.2万亿
        ends = Decimal(low) * times(own) / times(size) if counted else bare, Decimal(high)
        places = (start, match.end("lowunit" if own else "low")), (match.start("high"), match.end())
        yield from _from_to(text, ends, unit, places, about)


def _from_to(
    text: str,
    ends: tuple[Decimal, Decimal],
    unit: str,
    places: tuple[tuple[int, int], tuple[int, int]],
    about: str,
) -> Iterator[Number]:
    """One number that is a range, or two where the one becomes the other."""
    low, high = map(plain, ends)
    if _changes(text, places[0][0], *ends):
        yield Number(low, unit, *places[0])
        yield Number(high, unit, *places[1], about)
    else:
        yield Number(f"{low}-{high}", unit, places[0][0], places[1][1], about)


def digits(written: str) -> str:
    """The number as Python reads it: 1，200 is 1200, −5 is -5."""
    return re.sub("[−－﹣]", "-", re.sub("[,，]", "", written))


_MIXED = re.compile(
    r"(?<![\d.])(?:(?P<yi>\d{1,4})亿(?P<wan>\d{1,4})万|"
    r"(?P<whole>\d{1,4})万(?:(?P<qian>\d)千|(?P<rest>\d{3,4})))"
    rf"(?P<about>[多余])?(?P<unit>{UNIT})"
)


def _mixed(text: str) -> Iterator[Number]:
    """2万5千公里 is one number, 2.5万公里, and so is 3亿5000万元."""
    for match in _MIXED.finditer(text):
        parts = (("yi", "亿"), ("wan", "万"), ("whole", "万"), ("qian", "千"), ("rest", ""))
        whole = sum(int(match[part] or 0) * times(size) for part, size in parts)
        value, size = scaled(Decimal(whole))
        yield Number(value, size + match["unit"], *match.span(), match["about"] or "")


def _shares(text: str) -> Iterator[Number]:
    for match in _SHARE.finditer(text):
        if match["fraction"]:
            yield Number(match["fraction"], "", *match.span())
            continue
        one, other = ("low", "high") if match["base"] else ("numerator", "denominator")
        first, second = decimal(match[one]), decimal(match[other]) if match[other] else None
        if first is None or (second is None and match[other]):
            continue
        if not match["base"]:
            yield Number(f"{first}/{second}", "", *match.span())
        elif second is None:
            yield Number(f"{first}", _NAMES[match["base"]], *match.span())
        else:
            places = (match.start(), match.end("low")), match.span("high")
            yield from _from_to(text, (first, second), _NAMES[match["base"]], places, "")


def _tenths(text: str) -> Iterator[Number]:
    for match in _TENTHS.finditer(text):
        more = (match["more"] or "").replace("半", "五")
        value = f"{decimal(match['tenths'])}" + (f".{decimal(more)}" if more else "")
        if match["low"]:
            value = f"{decimal(match['low'])}-{value}"
        yield Number(value, "成", match.start(), match.end())


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
    """二千零五所: with a magnitude, or one digit before a measure (三吨, not 三个)."""
    for match in _COUNTED.finditer(text):
        low = match["low"]
        large = len(low) > 1 and re.search("[十百千万亿]", low + (match["big"] or ""))
        if not (large or _STRICT_UNIT.match(match["unit"])) or low[0] not in _HAN_DIGITS + "十廿":
            continue
        before = text[: match.start()][-1:]
        each = before in ("", *"，。；：“") or _PER.match(before + text[match.start() :])
        if low == "一" and each:
            continue
        whole = decimal(low)
        if whole is None or re.search("[一二三四五六七八九]{2}", low.split("点")[0]):
            continue
        about, size = match["about"] or "", match["big"] or ""
        high = decimal(match["high"]) if match["high"] else None
        if high is None:
            value, multiplier = scaled(whole)
            yield Number(value, multiplier + size + match["unit"], *match.span(), about)
            continue
        shared = _shared(low, match["high"])
        whole = _low_end(whole, high / shared, shared) * shared
        multiplier = scaled(high)[1]
        ends = whole / times(multiplier), high / times(multiplier)
        places = match.span("low"), (match.start("high"), match.end())
        yield from _from_to(text, ends, multiplier + size + match["unit"], places, about)


def _shared(low: str, high: str) -> Decimal:
    """三至五万, 三百至五百万: that of the high end which counts for the low one as well."""
    if re.search("[万亿]", low):
        return Decimal(1)
    shared = re.search("[万亿]*$" if re.search("[百千]", low) else "[百千万亿]*$", high)
    return times(shared.group()) if shared else Decimal(1)
