"""The figures of one subject by year, drawn as columns; a click opens the source.

Every value has a column of its own, also where one year has several. Years lie as far apart as in
time; where that would take much room, those without a value are left out, which is drawn and said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from assistant.messages import Messages
from assistant.page.links import opens_span
from assistant.page.register_axis import Axis, axis_of
from assistant.register import SURE, Series, Value
from assistant.register.qualifiers import sides

SUGGESTED = 400  # subjects to choose from
PLOT = 150  # pixels from the lowest value to the highest
LINE = 24  # of 14 px type
SLOT = 46  # at least, for a column and a year below it
CHARACTER = 9  # wide at most, in 14 px type
COLUMN, FEW_COLUMN, FEW = 26, 44, 8  # pixels wide; that of few values; how many are few


def render_series(every: Sequence[Series], words: str, messages: Messages) -> Markup | str:
    """A subject to choose and its figures; nothing where no subject has several years."""
    if not every:
        return ""
    labels = [_label(series, messages) for series in every]
    place = _chosen(labels, words)
    options = (Markup('<option value="{}">').format(label) for label in labels[:SUGGESTED])
    chart = _chart(every[place], labels[place], messages) if place is not None else (
        Markup('<p class="note">{}</p>').format(messages.register_empty)
    )  # fmt: skip
    return Markup(
        '<details class="by-year" open><summary>{0}</summary><div class="filters">'
        '<label><span>{5}</span><input type="search" class="live" name="series" value="{1}"'
        ' placeholder="{2}" title="{2}" list="register-series"></label>'
        '<datalist id="register-series">{3}</datalist></div>{4}</details>'
    ).format(
        messages.register_by_year, words if place is None else labels[place],
        messages.register_subject, Markup("").join(options), chart, messages.columns["subject"],
    )  # fmt: skip


def _label(series: Series, messages: Messages) -> str:
    senses = {
        "level": "",
        "change": messages.register_change,
        "longer": messages.register_longer,
        "share": messages.register_share,
    }
    of = " · ".join(filter(None, (series.place, series.unit, senses[series.sense])))
    return messages.register_series.format(subject=series.subject, of=of) if of else series.subject


def _chosen(labels: Sequence[str], words: str) -> int | None:
    """The label itself, else the first with all the words; with no words the first of all."""
    if words in labels:
        return labels.index(words)
    hits = (place for place, label in enumerate(labels) if all(w in label for w in words.split()))
    return next(hits, None)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where on the drawing a number lies; falls hang below the line that stands for nothing."""

    most: float
    least: float

    @property
    def zero(self) -> float:
        return LINE + PLOT * self.most / (self.most - self.least)

    @property
    def bottom(self) -> float:
        return LINE + PLOT + (LINE if self.least < 0 else 0)

    def y(self, number: float) -> float:
        return self.zero - PLOT * number / (self.most - self.least)


def _numbers(value: Value) -> list[float]:
    """One number, or both ends of a range; negative where the number says how much was lost."""
    numbers = map(float, value.figure.numbers)
    return sorted(-abs(number) if value.falls else number for number in numbers)


def _chart(series: Series, label: str, messages: Messages) -> Markup:
    numbers = [number for value in series.values for number in _numbers(value)]
    scale = _Scale(max(*numbers, 0.0), min(*numbers, 0.0) if any(numbers) else -1.0)
    slot = max(SLOT, CHARACTER * max(len(_written(value)) for value in series.values) + 8)
    axis, zero = axis_of(series, slot), round(scale.zero)
    return Markup(
        '<div class="scroll years"><svg role="group" aria-label="{}" width="100%" height="{}"'
        ' style="--wide:{}"><line class="zero" x1="0" x2="100%" y1="{}" y2="{}"/>{}{}</svg>'
        "</div>{}{}"
    ).format(
        label, round(scale.bottom + LINE), round(axis.width), zero, zero,
        Markup("").join(_breaks(axis, scale)),
        Markup("").join(_year(series, year, axis, scale, messages) for year in series.years),
        _legend(series, axis, messages), _words(series, messages),
    )  # fmt: skip


def _breaks(axis: Axis, scale: _Scale) -> Iterator[Markup]:
    """A line where years are left out."""
    line = Markup('<line class="gap" x1="{0:.2%}" x2="{0:.2%}" y1="0" y2="{1}"/>')
    return (line.format(place, round(scale.bottom + LINE)) for place in axis.breaks)


def _year(series: Series, year: str, axis: Axis, scale: _Scale, messages: Messages) -> Markup:
    """The columns of a year side by side over its name."""
    values = [value for value in series.values if value.year == year]
    wide = FEW_COLUMN if len(series.values) <= FEW else COLUMN
    first = -axis.slot * len(values) / 2
    columns = (
        _column(value, round(first + axis.slot * at), round(axis.slot), wide, scale, messages)
        for at, value in enumerate(values)
    )
    return Markup('<svg x="{:.2%}">{}<text class="year" x="0" y="{}">{}</text></svg>').format(
        axis.places[year], Markup("").join(columns), round(scale.bottom + 18), year
    )


def _column(
    value: Value, x: int, width: int, wide: int, scale: _Scale, messages: Messages
) -> Markup:
    numbers = _numbers(value)
    ends = scale.y(numbers[-1]), scale.y(numbers[0])
    top, bottom = min(ends[0], scale.zero), max(ends[1], scale.zero)
    told = _told(value, messages)
    rect = Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="2"/>')
    left = x + (width - wide) // 2
    between = (
        rect.format("range", left, round(ends[0]), wide, max(1, round(ends[1] - ends[0])))
        if len(numbers) > 1
        else ""
    )
    return Markup(
        '<g class="{}" role="button" tabindex="0" aria-label="{}" {}><title>{}</title>'
        '<rect class="hit" x="{}" y="0" width="{}" height="{}"/>{}{}'
        '<text x="{}" y="{}">{}</text></g>'
    ).format(
        " ".join(["column", *_marks(value)]), told, _opens(value), told,
        x, width, round(scale.bottom),
        rect.format("amount", left, round(top), wide, max(1, round(bottom - top))), between,
        x + width // 2, round(bottom + 17 if numbers[0] < 0 else top - 7), _written(value),
    )  # fmt: skip


def _opens(value: Value) -> Markup:
    return opens_span(value.figure.document, value.figure.start, value.figure.end)


def _written(value: Value) -> str:
    fall = "↓" if value.falls else ""
    return f"{fall}{value.figure.value}{'?' if 'unsure' in _marks(value) else ''}"


def _told(value: Value, messages: Messages) -> str:
    """The value in words, for those who hear the drawing, and under the pointer."""
    row = value.figure
    before, inner, behind = sides(row.qualifier)
    return messages.register_value.format(
        year=value.year, before=before, value=row.value + inner, unit=row.unit, behind=behind,
        title=row.title,
    ) + "".join(f"\n{_notes(messages)[mark]}" for mark in _marks(value))  # fmt: skip


def _marks(value: Value) -> list[str]:
    """What is to be known of a value: it is so drawn, named below the drawing, and told."""
    marks = {
        "planned": value.planned,
        "assumed": not value.stated,
        "unsure": value.figure.confidence < SURE,
    }
    return [mark for mark, applies in marks.items() if applies]


def _notes(messages: Messages) -> dict[str, str]:
    return {
        "planned": messages.register_planned,
        "assumed": messages.register_assumed,
        "unsure": messages.register_unsure,
    }


def _legend(series: Series, axis: Axis, messages: Messages) -> Markup:
    found = {mark for value in series.values for mark in _marks(value)}
    meant = {"result": messages.register_result} if "planned" in found else {}
    meant |= {mark: note for mark, note in _notes(messages).items() if mark in found}
    meant |= {"left-out": messages.register_left_out} if axis.breaks else {}
    notes = (
        Markup('<span class="key {}">{}</span>').format(mark, note) for mark, note in meant.items()
    )
    return Markup('<p class="note">{}</p>').format(Markup(" ").join(notes))


def _words(series: Series, messages: Messages) -> Markup:
    """The same without a drawing."""
    rows = (
        Markup('<li><button type="button" {}>{}</button></li>').format(
            _opens(value), _told(value, messages)
        )
        for value in series.values
    )
    return Markup("<details><summary>{}</summary><ul>{}</ul></details>").format(
        messages.register_as_text, Markup("").join(rows)
    )
