"""Charts of where something stands, as plain HTML: strips of documents, and bars by year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from assistant.messages import Inspecting

if TYPE_CHECKING:
    from assistant.answers.mentions import Year

APART = 3  # narrow bars, between labels that are not to touch


def render_strip(title: str, characters: int, marks: Iterable[Markup]) -> Markup:
    """A document from its beginning to its end, with marks at the places found.

    The strip is for the eye: the table below it has every place for keyboard and screen reader.
    """
    return Markup(
        '<div class="strip"><span title="{}">《{}》</span><div class="track" aria-hidden="true"'
        ' style="--characters:{}">{}</div></div>'
    ).format(title, title, max(characters, 1), Markup("").join(marks))


def place_label(title: str, text: str, start: int, characters: int, words: Inspecting) -> str:
    """How far into a document it is, and what stands there, if that is to be said."""
    percent = round(100 * start / max(characters, 1))
    return words.place_label.format(title=title, percent=percent, text=text).rstrip("：: ")


def render_mark(place: Markup, start: int, end: int, label: str, kind: str = "") -> Markup:
    """A stretch of a strip that opens the source there; `place`: the attributes that say where."""
    return Markup(
        '<button type="button" tabindex="-1" class="{}" {} style="--start:{};--length:{}"'
        ' title="{}"></button>'
    ).format(kind, place, start, end - start, label)


def render_year_bars(years: Sequence[Year], chosen: str | None, words: Inspecting) -> Markup:
    """A bar for every year, which shows that year's sentences; the same as a table below."""
    most = max(one.sentences for one in years)
    bars = (
        Markup(
            '<li><button type="button" data-do="look" data-year="{}" aria-pressed="{}"'
            ' aria-label="{}" title="{}" style="--share:{}"><i></i><b>{}</b></button>'
            '<span aria-hidden="true" class="{}">{}</span></li>'
        ).format(
            one.year, "true" if one.year == chosen else "false",
            _said(one, words), _said(one, words), round(100 * one.sentences / most, 1),
            one.sentences or "", "" if narrow else "if-wide", one.year or words.no_year,
        )
        for one, narrow in zip(years, _labelled(years), strict=True)
    )  # fmt: skip
    return Markup('<ol class="years" style="--digits:{}">{}</ol>{}').format(
        len(str(most)), Markup("").join(bars), _as_table(years, words)
    )


def _said(year: Year, words: Inspecting) -> str:
    return words.year_bar.format(
        year=year.year or words.no_year, count=year.sentences, documents=year.documents, of=year.of
    )


def _labelled(years: Sequence[Year]) -> list[bool]:
    """Which have their label also where the bars are too narrow for all: every fifth."""
    found: list[bool] = []
    for at, one in enumerate(years):
        near = any(found[1 - APART :]) or "" in (later.year for later in years[at : at + APART])
        found.append(not one.year or (one.year.endswith(("0", "5")) and not near))
    return found


def _as_table(years: Sequence[Year], words: Inspecting) -> Markup:
    rows = (
        Markup('<tr><th scope="row">{}</th><td>{}</td><td>{}</td></tr>').format(
            one.year or words.no_year, one.sentences, f"{one.documents} / {one.of}"
        )
        for one in years
    )
    head = (words.year, words.sentence_count, words.document_count)
    return Markup(
        '<details><summary>{}</summary><table class="counts"><thead><tr>{}</tr></thead>'
        "<tbody>{}</tbody></table></details>"
    ).format(
        words.as_table,
        Markup("").join(Markup('<th scope="col">{}</th>').format(one) for one in head),
        Markup("").join(rows),
    )
