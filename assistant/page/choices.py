"""A choice of a few: buttons in one frame, of which one is pressed."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup


def render_choices(label: str, event: Markup, choices: Mapping[str, str], chosen: str) -> Markup:
    """`event`: the attributes of a click, the last of which is to name what is chosen; `choices`:
    what each is called.
    """
    buttons = (
        Markup('<button type="button" {}="{}" aria-pressed="{}">{}</button>').format(
            event, name, "true" if name == chosen else "false", called
        )
        for name, called in choices.items()
    )
    return Markup('<div class="choices" role="group" aria-label="{}">{}</div>').format(
        label, Markup("").join(buttons)
    )
