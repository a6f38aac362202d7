"""What documents tell of an indicator, by the figures of the register."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from assistant.answers.found import AS_WRITTEN, Found
from assistant.answers.over_years import MOST, newest
from assistant.query.indicator import Indicator, is_set, of_year, without_unit
from assistant.query.question import Question, analyse
from assistant.query.years import most, period
from assistant.register import Figure, Value, sums_years
from assistant.register.numerals import decimal, times
from assistant.sentences.indicated import indicator_asked, rows, told, years_meant
from assistant.sentences.quotes import Span
from assistant.sentences.reader import Reader
from assistant.types import Said
from index.titles import told_of

LEAST = 3  # years, where every one is asked for: of two one asks by name
MOST_TOLD = 2  # quotes of one year: more tell of more than is asked

_NUMERAL = re.compile(r"\d+|[〇零一二三四五六七八九十]+")
_UNIT = re.compile("([万亿]*)(?:[人个名]$)?(.*)")
_ABOUT = re.compile("左右|以[上内下]|不[低超]")
_FALLS = re.compile("[降减跌]")
_IN_JIN = {"斤": 1, "市斤": 1, "公斤": 2, "千克": 2, "担": 100, "吨": 2000}
OUTLYING = 3  # times as much, or as little, as most of the years next to it: of something else
_OF_THE_YEAR = re.compile("上年|去年|全年|同比")


def by_figures(reader: Reader, question: Question) -> Found | None:
    """The sentences with the figure asked for; None where anything else is, or there is none."""
    asked = indicator_asked(reader, without_unit(of_year(question)))
    if asked is None:
        return _of_extreme_year(reader, question)
    values = told(reader, asked, rows(reader, asked))
    by = _of_year if asked.year else _of_every_year
    return by(reader, asked, values)


def _of_year(reader: Reader, asked: Indicator, values: Sequence[Value]) -> Found | None:
    """What is told of the year, rather by what compares it to the one before."""
    of_year = [one for one in values if one.year == asked.year]
    found = [one for one in of_year if one.planned is asked.aims]
    if not (found or asked.aims) and all(is_set(one.figure.subject) for one in of_year):
        found = of_year
    origins = {_origin(reader, one.figure) for one in found}
    if len(origins) != 1:  # none, or one firm's and the next one's
        return None
    own = str(int(asked.year) + (not asked.aims))
    found = (
        [one for one in found if told_of(one.figure.title) == asked.year]
        or [one for one in found if reader.years[one.figure.document] == own]  # as it is first told
        or found
    )
    compared = [one for one in found if _OF_THE_YEAR.search(one.figure.sentence)]
    figures = [one.figure for one in ((not asked.aims and compared) or found)]
    each = {(row.value, row.unit): row for row in reversed(figures)}
    spans = dict.fromkeys(_sentence(reader, row) for row in each.values())
    return Found(tuple(sorted(spans)), AS_WRITTEN) if len(spans) <= MOST_TOLD else None


def _of_every_year(reader: Reader, asked: Indicator, values: Sequence[Value]) -> Found | None:
    """Year by year; what is aimed at only where that is asked for, or the documents hardly say
    what came of it.
    """
    wanted = years_meant(reader, asked)
    came, planned = _by_year(reader, values, wanted)
    chosen = planned if asked.aims or len(came) * 2 < len(planned) else came
    by_year = {year: chosen[year].figure for year in sorted(chosen)[-asked.newest :]}
    if len(by_year) < (2 if wanted else LEAST):
        return None
    lead = None
    if len(by_year) > MOST:
        lead = Said(sentence="newest_of_years", fields={"n": str(len(by_year))})
    elif missing := [year for year in asked.years if year not in chosen]:
        lead = Said(sentence="untold_years", fields={"years": "、".join(missing)})
    if chosen is planned and not asked.aims:  # which must not be taken for what came of it
        lead = Said(sentence="aims_of_years")
    sentences = (_sentence(reader, row) for row in by_year.values())
    return newest(list(dict.fromkeys(sentences)), lead)


def _by_year(
    reader: Reader, values: Sequence[Value], wanted: Sequence[str]
) -> tuple[dict[str, Value], dict[str, Value]]:
    """What came of each of the wanted years, and what was aimed at; of all years where none is."""
    own = [one for one in _of_one(reader, values) if not wanted or one.year in wanted]
    came = _surest(one for one in own if not one.planned)
    return came, _surest(one for one in own if one.planned)


def _of_extreme_year(reader: Reader, question: Question) -> Found | None:
    """哪年最高: of the years with a figure the highest or lowest, or all that are; 哪年首次过亿:
    the first that has so much.
    """
    plain, within = period(question.plain, reader.newest_year, told_later=1)
    of = most(plain)
    asked = indicator_asked(reader, analyse(of.every)) if of else None
    if of is None or asked is None:
        return None
    chosen = _figures(reader, asked, [str(year) for year in within])
    unit, sizes = _sizes(chosen.values(), falling=_FALLS.search(of.every) is not None)
    if of.past:
        told = _first_past(of.past, unit, sizes)
        years = told[1:]
    else:
        told = years = _extremes(sizes, high=of.high)
    few = not of.past and len(sizes) < min(LEAST, len(within) - 1)
    is_doubtful = not asked.grew and any(_is_outlying(sizes, year) for year in told)
    if not years or few or is_doubtful:
        return None
    untold = [str(year) for year in range(int(told[0]) + 1, int(years[0]))]
    sentence = "highest_year" if of.high else "lowest_year"
    if of.past:
        sentence = "first_past_year_after_gap" if untold else "first_past_year"
    fields = {
        "years": "、".join(years),
        "n": str(len(sizes)),
        "first": min(sizes),
        "last": max(sizes),
        "untold": "、".join(untold),
    }
    spans = [_sentence(reader, chosen[year].figure) for year in years]
    return newest(spans, Said(sentence=sentence, fields=fields))


def _figures(reader: Reader, asked: Indicator, within: Sequence[str]) -> dict[str, Value]:
    """Year by year what came of it; what was aimed at where that is asked, or is all there is."""
    values = [one for one in told(reader, asked, rows(reader, asked)) if not sums_years(one.figure)]
    came, planned = _by_year(reader, values, within)
    is_of_aims = asked.aims or all(is_set(one.figure.subject) for one in planned.values())
    return planned if planned and is_of_aims else came


def _extremes(sizes: Mapping[str, Fraction], *, high: bool) -> list[str]:
    """The years that have most, or least."""
    extreme = (max if high else min)(sizes.values(), default=None)
    return [year for year, size in sorted(sizes.items()) if size == extreme]


def _first_past(past: tuple[str, str, str], unit: str, sizes: Mapping[str, Fraction]) -> list[str]:
    """The last year that has less, and the first that has so much; none where none has less."""
    number, scale, of = past
    least = decimal(f"一{number}" if number[0] in "百千" else number)
    weight, base = _IN_JIN.get(of, 1), "斤" if of in _IN_JIN else of
    if least is None or (of and base not in (unit, "人", "个")):
        return []
    years = sorted(sizes)
    reaching = [year for year in years if sizes[year] >= Fraction(least * times(scale)) * weight]
    first = years.index(reaching[0]) if reaching else 0
    return years[first - 1 : first + 1] if first else []


def _sizes(values: Iterable[Value], *, falling: bool) -> tuple[str, dict[str, Fraction]]:
    """The unit that most have, and how much it is by year; `falling`: by how much it fell."""
    by_unit = defaultdict[str, dict[str, Fraction]](dict)
    for one in values:
        scale, unit = _UNIT.findall(one.figure.unit)[0]
        if "万万" in scale:  # ４００００．０７万万: two read as one
            continue
        weight, base = _IN_JIN.get(unit, 1), "斤" if unit in _IN_JIN else unit
        numbers = one.figure.numbers
        size = sum(numbers, Fraction(0)) / len(numbers) * Fraction(times(scale)) * weight
        by_unit[base][one.year] = size if one.falls is falling else -size
    return max(by_unit.items(), key=lambda item: len(item[1]), default=("", {}))


def _is_outlying(sizes: Mapping[str, Fraction], year: str) -> bool:
    """Whether it is far from what most of the years next to it have: part of it, or misread."""
    years = sorted(sizes)
    at = years.index(year)

    def is_far(other: str) -> bool:
        low, high = sorted((sizes[year], sizes[other]))
        return high > OUTLYING * low

    around = years[max(at - 2, 0) : at] + years[at + 1 : at + 3]
    return sum(map(is_far, around)) * 2 > len(around)


def _of_one(reader: Reader, figures: Iterable[Value]) -> list[Value]:
    """The figures of the only origin that has several years, in % or not, whichever are of more
    years; none where there are several: what one firm or province has is not the next one's.
    """
    by_origin = defaultdict[str, list[Value]](list)
    for value in figures:
        by_origin[_origin(reader, value.figure)].append(value)
    long = [one for one in by_origin.values() if len({value.year for value in one}) > 1]
    if len(long) != 1:
        return []
    shares, amounts = (
        [v for v in long[0] if (v.figure.unit == "%") is is_] for is_ in (True, False)
    )
    return max(shares, amounts, key=lambda one: len({value.year for value in one}))


def _origin(reader: Reader, row: Figure) -> str:
    """The place that its document is of; else what this is called, but for the year."""
    return reader.whole.places[row.document] or _NUMERAL.sub("", row.title)


def _surest(figures: Iterable[Value]) -> dict[str, Value]:
    """The surest of each year."""
    best: dict[str, Value] = {}
    for one in sorted(figures, key=_doubt):
        best.setdefault(one.year, one)
    return best


def _doubt(value: Value) -> tuple[bool, bool, bool, float]:
    exact = value.planned and not _ABOUT.search(value.figure.qualifier)  # aims hardly are
    compared = _OF_THE_YEAR.search(value.figure.sentence) is not None
    return exact, not compared, not value.stated, -value.figure.confidence


def _sentence(reader: Reader, row: Figure) -> Span:
    return reader.sentences_of(row.document, row.start, row.end)[0]
