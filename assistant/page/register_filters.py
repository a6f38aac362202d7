"""What narrows the register: words, who and from where, in what role, in which document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from markupsafe import Markup

from assistant import register as registers
from assistant.messages import Messages, kind_in
from assistant.page.buttons import button
from assistant.page.register_view import FILTERS, OF_FIGURES, RegisterView
from assistant.register import Count, Proposal, Register, table_of
from assistant.register.overview import By

SUGGESTED = 300  # names under a field that is typed into

# 3月8日 晴, as the heading of a day in a diary.
_DAY = re.compile(
    r"(?:.{2,4}年)?[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}[日号]"
    r"(?:\s.{0,8}|[晴阴多雨雪雾风].{0,4})?"
)


def named_counts(proposals: Iterable[Proposal], by: By) -> list[Count]:
    """Those that go by a name; a day is no theme."""
    made = (one for one in registers.counts(proposals, by) if one.name)
    return [one for one in made if by != "theme" or not _DAY.fullmatch(one.name)]


def filter_labels(messages: Messages) -> dict[str, str]:
    """What each of FILTERS is called."""
    return {
        "text": messages.register_words,
        "person": messages.columns["name"],
        "place": messages.register_place,
        "role": messages.columns["role"],
        "kind": messages.register_kind,
        "theme": messages.columns["theme"],
        "document": messages.columns["title"],
    }


def render_filters(whole: Register, view: RegisterView, messages: Messages) -> Markup:
    """A field or a choice for everything that tells the rows apart, and the way back to all."""
    if view.table == "figures":
        whole = Register(figures=whole.figures)
    labels, counted = filter_labels(messages), OF_FIGURES if view.table == "figures" else FILTERS
    people, places, titles = _known(whole)
    return Markup('<div class="filters">{}{}{}{}{}{}{}{}</div>').format(
        _typed("text", labels["text"], view.text, (), messages.register_words_help),
        _typed("person", labels["person"], view.person, people) if people else "",
        _typed("place", labels["place"], view.place, places) if people else "",
        _choice(whole, "role", labels["role"], view.role, messages),
        _choice(whole, "kind", labels["kind"], view.kind, messages),
        _choice(whole, "theme", labels["theme"], view.theme, messages),
        _typed("document", labels["document"], view.document, titles) if len(titles) > 1 else "",
        _clear(messages) if any(getattr(view, name) for name in counted) else "",
    )


def render_ways_out(whole: Register, view: RegisterView, messages: Messages) -> Markup:
    """Where nothing passes the filters: those without which something would, to take them off."""
    labels = filter_labels(messages)
    without = {
        name: len(table_of(replace(view, **{name: ""}).narrow(whole), view.table))
        for name in FILTERS
        if getattr(view, name)
    }
    ways = (
        button(
            messages.register_without.format(
                label=labels[name], value=_said(name, view, messages), count=f"{count:,}"
            ),
            "show",
            **{name: ""},
        )
        for name, count in without.items()
        if count
    )
    listed = list(ways) or [_clear(messages)] * bool(without)
    rows = Markup("").join(map(Markup("<li>{}</li>").format, listed))
    return Markup('<ul class="ways-out">{}</ul>').format(rows) if rows else Markup("")


def _said(name: str, view: RegisterView, messages: Messages) -> str:
    value: str = getattr(view, name)
    return kind_in(value, messages) if name == "kind" else value


def _clear(messages: Messages) -> Markup:
    return button(messages.register_clear, "show", **dict.fromkeys(FILTERS, ""))


def _known(whole: Register) -> tuple[list[str], list[str], list[str]]:
    """Names to be suggested: of people, of provinces and organisations, and titles of documents."""
    people = [person.name for person in whole.people]
    places = [one.name for one in named_counts(whole.proposals, "province")]
    places += [person.organisation_title for person in whole.people]
    titles = [row.title for row in whole.figures] + [row.title for row in whole.people]
    return people, places, list(dict.fromkeys(titles))


def _typed(name: str, label: str, value: str, known: Iterable[str], hint: str = "") -> Markup:
    hint = hint or label
    names = list(dict.fromkeys(filter(None, known)))[:SUGGESTED]
    options = Markup("").join(Markup('<option value="{}">').format(one) for one in names)
    return Markup(
        '<input type="search" class="live" name="{0}" value="{1}" placeholder="{2}" title="{2}"'
        ' aria-label="{3}" style="--hint:{4}"{5}>{6}'
    ).format(
        name, value, hint, label, ems(hint),
        Markup(' list="register-{}"').format(name) if names else "",
        Markup('<datalist id="register-{}">{}</datalist>').format(name, options) if names else "",
    )  # fmt: skip


def ems(words: str) -> int:
    """How wide the words are, in widths of a Chinese character."""
    return round(sum(1 if character >= "\u2e80" else 0.6 for character in words) + 0.5)


def _choice(whole: Register, by: By, label: str, chosen: str, messages: Messages) -> Markup | str:
    known = [one.name for one in named_counts(whole.proposals, by)]
    if not known:
        return ""
    options = (
        Markup('<option value="{}"{}>{}</option>').format(
            value, Markup(" selected") if value == chosen else "", text
        )
        for value, text in (
            ("", messages.register_all.format(label=label)),
            *((name, kind_in(name, messages)) for name in known),
        )
    )  # fmt: skip
    return Markup('<select name="{}" aria-label="{}">{}</select>').format(
        by, label, Markup("").join(options)
    )
