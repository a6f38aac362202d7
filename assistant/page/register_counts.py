"""The proposals of the register counted, as bars that filter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from assistant import register as registers
from assistant.messages import Messages
from assistant.register import Count, Register

BARS = 8  # of each count


def render_counts(register: Register, years: Mapping[str, str], messages: Messages) -> Markup:
    """Proposals by theme, role and kind of organisation, and by year where there are several."""
    rows = register.proposals
    charts = [
        _chart(messages.register_theme, "theme", registers.counts(rows, "theme")),
        _chart(messages.register_role, "role", registers.counts(rows, "role")),
        _chart(messages.register_kind, "kind", registers.counts(rows, "kind")),
    ]
    by_year = [one for one in registers.timeline(rows, years) if one.name]
    if len(by_year) > 1:
        charts.append(_chart(messages.register_year, "", by_year, limit=len(by_year)))
    return Markup(
        '<details open><summary>{}</summary><div class="counts">{}</div></details>'
    ).format(messages.register_charts, Markup("").join(charts))


def _chart(label: str, key: str, counts: Iterable[Count], limit: int = BARS) -> Markup:
    named = [one for one in counts if one.name][:limit]
    most = max((one.proposals for one in named), default=1)
    bars = (
        Markup('<{0} class="bar" style="--share:{1}"{2}><span>{3}</span><span>{4}</span></{5}>')
        .format(
            Markup('button type="button"') if key else Markup("div"),
            round(100 * one.proposals / most),
            Markup(' data-do="show" data-{}="{}"').format(key, one.name) if key else "",
            one.name, one.proposals, Markup("button" if key else "div"),
        )
        for one in named
    )  # fmt: skip
    return Markup("<div><h2>{}</h2>{}</div>").format(label, Markup("").join(bars))
