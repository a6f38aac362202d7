"""A conversation as a document to hand on: its quotes numbered throughout, as Markdown."""

from __future__ import annotations

import base64
import logging
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from assistant.messages import Messages, reason_in
from assistant.page.answer import how_sure
from assistant.page.buttons import button
from assistant.page.drawn import as_lines
from assistant.page.grid import Grid
from assistant.page.lead import as_text
from assistant.page.links import Known, named
from assistant.page.references import References
from assistant.page.shelf import Conversation, Turn
from assistant.query.politeness import changed
from assistant.types import Quote

log = logging.getLogger(__name__)

_LISTED = "|".join(rf"(?<=^\d{{{digits}}})[.)]" for digits in range(1, 10))  # 2025. heads a list
_MARKDOWN = re.compile(rf"([\\`*_\[\]<>|$~&]|^[#+=-]|{_LISTED})")


def attempted(make: Callable[[], dict[str, str]], messages: Messages) -> dict[str, str]:
    """A file on its way, or why there is none, for the page to tell where it was asked for."""
    try:
        return make()
    except Exception as error:  # the page's outer edge: the user gets a sentence, not silence
        log.exception("%s", messages.export_failed)
        return {"failed": messages.export_failed.format(reason=reason_in(error, messages))}


def download(name: str, kind: str, data: bytes) -> dict[str, str]:
    """A file on its way to the browser, which saves it; nothing is left on the server."""
    return {"name": name, "type": kind, "data": base64.b64encode(data).decode()}


def render_exports(messages: Messages, **which: str) -> Markup:
    """The buttons that export the conversation on the page, or else one, by its `id`."""
    named = Markup('aria-label="{} {}"')
    buttons = (
        button(label, "export", named.format(messages.export_whole, label), kind=kind, **which)
        for kind, label in (("md", "Markdown"), ("docx", "Word"))
    )
    return Markup('<span class="exports" title="{}"><span>{}</span>{}</span>').format(
        messages.export_contents, messages.export_whole, Markup("").join(buttons)
    )


@dataclass(frozen=True, slots=True)
class Cited:
    """A turn whose quotes carry the numbers of the list of sources."""

    turn: Turn
    text: str
    quotes: tuple[tuple[int, Quote], ...]


def as_markdown(
    conversation: Conversation, messages: Messages, time: str, references: References
) -> str:
    """Headings, quotes as block quotes, and the sources; nothing in them acts as Markdown."""
    lines = [f"# {_escaped(conversation.title)}", "", messages.exported_on.format(time=time), ""]
    turns, sources = number(conversation, messages)
    for cited in turns:
        lines += [f"## {_escaped(cited.turn.question)}", ""]
        for said in preface(cited, references.document, messages):
            lines += ["\\\n".join(map(_escaped, said.split("\n"))), ""]
        for n, quote in cited.quotes:
            lines += [f"> {line}" for line in _quoted(cited.turn, n, quote)] + [""]
    if sources:
        lines += [f"## {messages.sources}", ""]
    for n, quote in enumerate(sources, 1):
        link = references.link(quote)
        there = f" [{messages.open_source}](<{link}>)" if link else ""
        lines.append(f"{n}. {_escaped(references.place(quote))}{there}")
    return "\n".join(lines).rstrip() + "\n"


def _quoted(turn: Turn, n: int, quote: Quote) -> Iterator[str]:
    """A table as one, and lines as lines."""
    form = turn.forms.get(quote.n)
    if isinstance(form, Grid):
        columns = max(map(len, (form.head, *form.rows)))  # cells beyond the head are not shown
        if form.unit:
            yield from (_escaped(form.unit), "")
        yield _row([*form.head, *[""] * (columns - len(form.head))])
        yield _row(["---"] * columns, escaped=False)
        yield from map(_row, form.rows)
        yield from ("", f"\\[{n}\\]")
        return
    *lines, last = as_lines(form) if form else [quote.text]
    yield from (f"{_escaped(line)}\\" for line in lines)
    yield f"{_escaped(last)} \\[{n}\\]"


def _row(cells: Sequence[str], *, escaped: bool = True) -> str:
    return f"| {' | '.join(map(_escaped, cells) if escaped else cells)} |"


def number(conversation: Conversation, messages: Messages) -> tuple[list[Cited], list[Quote]]:
    """Every quote numbered throughout the conversation; one quoted twice keeps its number."""
    sources: dict[tuple[str, int, int], tuple[int, Quote]] = {}
    turns = []
    for turn in conversation.turns:
        own: dict[int, int] = {}  # number in the answer -> number in the list
        quotes = turn.answer.quotes if turn.answer else ()
        for quote in quotes:
            key = (quote.document, quote.start, quote.end)
            own[quote.n] = sources.setdefault(key, (len(sources) + 1, quote))[0]
        text = as_text(turn.answer, messages, own) if turn.answer else turn.error
        turns.append(Cited(turn, text, tuple((own[quote.n], quote) for quote in quotes)))
    return turns, [quote for _, quote in sources.values()]


def preface(cited: Cited, known: Known, messages: Messages) -> Iterator[str]:
    """What stands above the quotes of an answer, line by line."""
    answer = cited.turn.answer
    understood = answer and changed(answer.question, answer.resolved_question)
    if understood:
        yield messages.understood_as + understood
    if cited.turn.scope and not (answer and answer.is_small_talk):
        yield messages.scope + named(cited.turn.scope, messages, known)
    level, said = how_sure(answer, messages) if answer and answer.answered else ("high", "")
    if level != "high":  # whoever reads on paper is to know it as well
        yield said
    if cited.text:
        yield cited.text


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))
