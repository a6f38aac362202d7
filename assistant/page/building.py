"""The bar above the documents: how far the index is behind the files, and an update under way."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, get_args

from markupsafe import Markup

from assistant.messages import Messages, Storing, reason_in, what_changed
from assistant.page.buttons import button, render_sure
from index.progress import Stage

if TYPE_CHECKING:
    from assistant.library.building import Ended, Running

STAGES = get_args(Stage)
MINUTES_FROM = 90  # seconds; more is said in minutes


def render_running(
    running: Running, messages: Messages, *, may_change: bool, answers: bool
) -> Markup:
    """Stage, bar, pace, time left, and the button that cancels; `answers`: an index does."""
    words = messages.storing
    step = words.step.format(
        n=STAGES.index(running.stage) + 1, of=len(STAGES), stage=words.stages[running.stage]
    )
    return Markup(
        '<div class="building running"><p>{}<span class="small">{}</span></p>'
        '<progress max="{}"{} aria-label="{}" tabindex="-1"></progress>'
        '<p class="small">{}</p>{}</div>'
    ).format(
        words.cancelling if running.cancelling else step,
        words.still_answers if answers else "",
        max(running.total, 1),
        # Without a value the bar says that something is going on.
        Markup(' value="{}"').format(running.done) if running.done else "",
        step, " · ".join(_pace(running, words)),
        button(messages.cancel, "halt") if may_change and not running.cancelling else "",
    )  # fmt: skip


def _pace(running: Running, words: Storing) -> list[str]:
    chunks = running.stage == "embed"
    done = words.of_chunks if chunks else words.of_documents
    said = [done.format(done=running.done, total=running.total)] if running.total > 1 else []
    if chunks and running.rate:
        digits = 1 if running.rate < 10 else 0
        said.append(words.rate.format(rate=f"{running.rate:.{digits}f}"))
    if running.seconds_left is not None and running.done < running.total:
        seconds = math.ceil(running.seconds_left)
        said.append(
            words.minutes_left.format(count=math.ceil(seconds / 60))
            if seconds > MINUTES_FROM
            else words.seconds_left.format(count=seconds)
        )
    return said


def render_idle(
    ended: Ended | None, waiting: int, failed: int, messages: Messages, *, may_change: bool
) -> Markup:
    """How the last update ended, what waits for the next, and the buttons that start it."""
    words = messages.storing
    in_line = "" if failed else words.up_to_date  # what failed is told above the list
    needed = words.waiting.format(count=waiting) if waiting else in_line
    outcome = _outcome(ended, messages) if ended else ""
    buttons = Markup("{}{}").format(
        button(words.update, "build", "", "primary" if waiting else "quiet", again=""),
        render_sure(
            "rebuild", words.rebuild, words.rebuild, words.rebuild_sure,
            Markup('data-do="build" data-again="yes"'), words.rebuild_yes, messages,
        ),
    )  # fmt: skip
    return Markup(
        '<div class="building"><p><span role="status" class="outcome">{}</span>'
        '<span class="{}">{}</span></p>{}</div>'
    ).format(outcome, "waiting" if waiting else "small", needed, buttons if may_change else "")


def _outcome(ended: Ended, messages: Messages) -> str:
    words = messages.storing
    if ended.cancelled:
        return words.cancelled
    if ended.busy:
        return words.busy
    if ended.summary is None:
        return words.failed.format(reason=reason_in(ended.error, messages))
    done = ended.summary
    return words.done.format(changes=what_changed(done, words), documents=done.documents)
