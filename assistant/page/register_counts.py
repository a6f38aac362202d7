"""The proposals of the register counted, as bars that filter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup

from assistant import register as registers
from assistant.messages import Messages, kind_in
from assistant.page.register_filters import filter_labels, named_counts
from assistant.register import Count, Register
from assistant.register.overview import By

BARS = 8  # of each count


def render_counts(register: Register, years: Mapping[str, str], messages: Messages) -> Markup:
    """Proposals by theme, role and kind of organisation, and by year where there are several."""
    rows, labels = register.proposals, filter_labels(messages)
    kinds: tuple[By, ...] = ("theme", "role", "kind")
    charts = [_chart(labels[by], by, named_counts(rows, by), messages) for by in kinds]
    by_year = registers.timeline(rows, years)
    if sum(bool(one.name) for one in by_year) > 1:  # what has no year is counted, too
        told = [replace(one, name=one.name or messages.inspecting.no_year) for one in by_year]
        charts.append(_chart(messages.columns["year"], "", told, messages, limit=len(told)))
    return Markup(
        '<details open><summary>{}</summary><div class="counts">{}</div></details>'
    ).format(messages.register_charts, Markup("").join(charts))


def _chart(
    label: str, key: str, counts: Sequence[Count], messages: Messages, limit: int = BARS
) -> Markup:
    if not counts:
        return Markup("")
    most = max(one.proposals for one in counts[:limit])
    bars = (
        Markup('<{0} class="bar" style="--share:{1}"{2}><span>{3}</span><span>{4}</span></{5}>')
        .format(
            Markup('button type="button"') if key else Markup("div"),
            round(100 * one.proposals / most),
            Markup(' data-do="show" data-{}="{}"').format(key, one.name) if key else "",
            kind_in(one.name, messages) if key == "kind" else one.name,
            one.proposals, Markup("button" if key else "div"),
        )
        for one in counts[:limit]
    )  # fmt: skip
    return Markup("<div><h2>{}</h2>{}</div>").format(label, Markup("").join(bars))
