"""The conversation as HTML: its turns, or a welcome."""

from __future__ import annotations

from pathlib import Path
from subprocess import list2cmdline

from markupsafe import Markup

from assistant.messages import Messages, reason_in
from assistant.page.answer import as_text, render_answer, render_confidence
from assistant.page.buttons import button, is_long, render_copy, render_fold, render_to_documents
from assistant.page.export import render_exports
from assistant.page.links import Known, fingerprint, named
from assistant.page.shelf import TURNS, Conversation, Turn


def render_chat(conversation: Conversation, known: Known, messages: Messages) -> Markup:
    """Every turn in order; the welcome when there is none."""
    if not conversation.turns:
        return _welcome(conversation, messages)
    end = len(conversation.turns) - 1
    turns = (
        Markup('<article class="turn" data-turn="{}">{}{}</article>').format(
            at, _question(turn, at, end - at, messages), _reply(turn, at, end - at, known, messages)
        )
        for at, turn in enumerate(conversation.turns)
    )
    last = conversation.turns[-1].answer
    label = messages.ask_next if last and last.answered else messages.examples_label
    return Markup('<div class="turns" role="log" data-key="{}" data-next="{}">{}</div>').format(
        suggestions_key(conversation), label, Markup("").join(turns)
    )


def suggestions_key(conversation: Conversation) -> str:
    """What the questions offered rest on; empty while there is no answer to the last one."""
    if not conversation.turns:
        return fingerprint("\n".join(["", *conversation.scope]))
    answer = conversation.turns[-1].answer
    asked = conversation.history(len(conversation.turns))
    return fingerprint("\n".join([*asked, *conversation.scope, answer.text])) if answer else ""


def render_opening(messages: Messages) -> Markup:
    """While the index is being opened: the first thing anybody sees."""
    return Markup('<div class="turns"><p class="searching" role="status">{}</p></div>').format(
        messages.opening
    )


def render_notice(error: RuntimeError, index_dir: Path, messages: Messages) -> Markup:
    """In place of the welcome while nothing can be asked: why, and the command that helps."""
    command = getattr(error, "command", "")  # none helps where it is the model that is missing
    helps = Markup("<pre><code>{} {}</code></pre><p>{}</p>{}").format(
        command, list2cmdline(["--index", str(index_dir)]), messages.index_then,
        render_to_documents(messages),
    )  # fmt: skip
    return Markup('<div class="welcome notice" role="status"><h2>{}</h2><p>{}</p>{}</div>').format(
        messages.not_ready, reason_in(error, messages), helps if command else ""
    )


def _welcome(conversation: Conversation, messages: Messages) -> Markup:
    """Its questions to begin with are tried first, and added by suggestions.js."""
    return Markup(
        '<div class="welcome" data-key="{}" data-next="{}"><h2>{}</h2><p>{}</p></div>'
    ).format(
        suggestions_key(conversation), messages.examples_label, messages.welcome,
        messages.welcome_detail,
    )  # fmt: skip


def _question(turn: Turn, at: int, later: int, messages: Messages) -> Markup:
    """`later`: how many turns come after it, which go when it is asked anew."""
    long = is_long(turn.question)
    return Markup(
        '<div class="question"><h2 class="aside">{}</h2><p{}>{}</p>{}{}</div>'
    ).format(
        messages.your_question, Markup(' class="long"') if long else "", turn.question,
        render_fold(messages) if long else "",
        button(
            messages.edit, "edit", turn=at, save=messages.save_edit, cancel=messages.cancel,
            note=messages.edit_later.format(count=later) if later else "",
        ),
    )  # fmt: skip


def _reply(turn: Turn, at: int, later: int, known: Known, messages: Messages) -> Markup:
    """The answer, the error, or the sign that an answer is on its way."""
    head = Markup('<h2 class="aside">{}</h2>').format(messages.answer_label)
    if turn.answer:
        body = Markup("{}{}{}{}").format(
            _within(turn, at, known, messages),
            _unindexed(turn.unindexed, messages),
            render_answer(turn.answer, at, messages, turn.forms, turn.related),
            _foot(turn, at, later, messages),
        )
        kind = "answer" if turn.answer.answered else "answer refused"
    elif turn.error:
        body = Markup('<div class="failure" role="alert"><p>{}</p></div>{}').format(
            turn.error, _foot(turn, at, later, messages)
        )
        kind = "answer failed"
    else:
        body = Markup('<p class="searching" role="status">{}</p>').format(messages.searching)
        kind = "answer pending"
    return Markup('<div class="{}">{}{}</div>').format(kind, head, body)


def _within(turn: Turn, at: int, known: Known, messages: Messages) -> Markup:
    """The documents a question was restricted to; below a refusal, the way out of them."""
    answer = turn.answer
    if not turn.scope or not answer or answer.is_small_talk:
        return Markup("")
    everywhere = button(messages.scope_everywhere, "retry", turn=at, everywhere="yes")
    return Markup('<p class="within" title="{}">{}{} {}</p>').format(
        "\n".join(turn.scope), messages.scope, named(turn.scope, messages, known),
        "" if answer.answered else everywhere,
    )  # fmt: skip


def _unindexed(count: int, messages: Messages) -> Markup:
    """Above an answer: that files had come or changed since, and the way to them."""
    if not count:
        return Markup("")
    return Markup('<p class="unindexed">{} {}</p>').format(
        messages.unindexed.format(count=count), render_to_documents(messages)
    )


def _foot(turn: Turn, at: int, later: int, messages: Messages) -> Markup:
    """Below an answer: what can be done with it, below the last one with the conversation, and how
    sure it is.
    """
    answer = turn.answer
    # A greeting was not looked up: there is nothing to look at, nor to be right or wrong about.
    looked_up = answer is not None and not answer.is_small_talk
    unrated = Markup('<p class="unrated" role="alert">{}</p>').format(turn.unrated)
    return Markup(
        '<div class="foot"><div class="actions">{}{}{}{}{}{}</div>'
        '<div class="trust">{}</div>{}</div>{}'
    ).format(
        render_copy(as_text(answer, messages, turn.forms), messages) if answer else "",
        button(messages.retry, "retry", turn=at),
        _rating(turn, at, messages) if looked_up else "",
        button(messages.inspect, "inspect", turn=at) if looked_up else "",
        "" if later else render_exports(messages),
        unrated if turn.unrated else "",
        render_confidence(answer, messages) if answer and answer.answered else "",
        _reason(turn, at, messages) if turn.rating == "down" else "",
        _full(messages) if at + 1 == TURNS else "",
    )


def _full(messages: Messages) -> Markup:
    """Below the last turn there is room for: that the first goes when another is asked."""
    return Markup('<p class="full">{}</p>').format(messages.full.format(count=TURNS))


def _reason(turn: Turn, at: int, messages: Messages) -> Markup:
    """Why an answer was called wrong, as it was noted, and the way to say it otherwise."""
    noted = messages.rated_because.format(reason=turn.reason) if turn.reason else messages.rated
    amend = button(
        messages.edit, "amend", turn=at, rating=turn.rating, value=turn.reason, **_form(messages)
    )
    return Markup('<p class="rated">{} {}</p>').format(noted, amend)


def _form(messages: Messages) -> dict[str, str]:
    """What the form that asks for a reason says."""
    return {
        "label": messages.rate_reason, "save": messages.rate_send, "cancel": messages.cancel,
    }  # fmt: skip


def _rating(turn: Turn, at: int, messages: Messages) -> Markup:
    """Helpful at a click; wrong asks why; either is withdrawn by another click."""

    def rate(label: str, what: str, rating: str) -> Markup:
        pressed = Markup('aria-pressed="{}"').format("true" if turn.rating == rating else "false")
        return button(label, what, pressed, "quiet rate", turn=at, rating=rating, **_form(messages))

    return rate(messages.rate_up, "rate", "up") + rate(messages.rate_down, "reason", "down")
