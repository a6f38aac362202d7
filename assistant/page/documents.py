"""The list of documents, with the state of each, and where further ones are added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from markupsafe import Markup

import corpus
from assistant.library.holdings import ADDED_BYTES, Entry, How, State, Taken
from assistant.library.listing import Listed
from assistant.messages import Messages, Storing, reason_in
from assistant.page.buttons import button, render_remove
from assistant.page.links import render_only

ENDINGS = " ".join(corpus.ENDINGS)
ORDER = {State.FAILED: 0, State.INDEXED: 2}  # what is to be seen to comes first
NAMED = 5  # of the files that are left out, or added at once
LIMIT = ADDED_BYTES // 1024**2  # MB


@dataclass(frozen=True, slots=True)
class Desk:
    """Where documents are added and removed, unless it is `closed`, and what is left out there."""

    folder: Path | None
    removed: Path
    closed: bool
    left_out: Sequence[str]
    busy: bool = False  # the index is being updated: nothing can be removed meanwhile


def render_documents(
    entries: Sequence[Entry],
    indexed: Mapping[str, Listed],
    desk: Desk,
    said: Sequence[str | Markup],
    messages: Messages,
) -> Markup:
    """What was just done, the place for new documents, and every document with its state: first
    those that could not be read, then those that wait for an update.
    """
    words = messages.storing
    failed = sum(entry.state is State.FAILED for entry in entries)
    rows = (
        _document(number, entry, indexed, desk, messages)
        for number, entry in enumerate(sorted(entries, key=lambda one: ORDER.get(one.state, 1)))
    )
    mend = Markup('<p class="mend" role="status">{}</p>').format(words.mend.format(count=failed))
    listed = Markup(
        '<input type="search" class="filter" placeholder="{0}" aria-label="{0}">{1}<ul>{2}</ul>'
    ).format(messages.find_documents, mend if failed else "", Markup("").join(rows))
    lines = Markup("").join(Markup("<li>{}</li>").format(line) for line in said)
    return Markup('<div class="list"><h2>{}</h2>{}{}{}{}</div>').format(
        words.heading.format(count=len(indexed)),
        _desk(desk, words),
        Markup('<div role="status"><ul class="said">{}</ul></div>').format(lines),
        _left_out(desk.left_out, messages),
        listed if entries else messages.documents_empty,
    )


def refused(told: str) -> Markup:
    """What was not done, told apart from what was."""
    return Markup('<span class="not-taken">{}</span>').format(told)


def say_all(taken: Sequence[Taken], words: Storing) -> list[str]:
    """What became of files that were handed over: first of those that were not taken, then of those
    under another name; of many that are simply there, how many they are.
    """
    there = [one for one in taken if one.how is How.ADDED]
    told = [say(one, words) for one in taken if one.how is not How.ADDED]
    told.sort(key=lambda line: not isinstance(line, Markup))
    few = len(there) <= NAMED
    return told + ([say(one, words) for one in there] if few else [words.many.format(n=len(there))])


def say(taken: Taken, words: Storing) -> str:
    """What became of a file that was handed over."""
    told = words.taken[taken.how].format(
        name=taken.name, path=taken.path, limit=LIMIT, endings=ENDINGS
    )
    return told if taken.how in (How.ADDED, How.SECOND, How.RENAMED) else refused(told)


def say_which(taken: Taken, words: Storing, *, busy: bool) -> Markup:
    """The same with the choice between the file and the one that has its name."""
    choices = (("", words.replace), ("yes", words.keep_both))
    buttons = (
        button(
            label,
            "settle",
            _disabled(words) if busy and not both else "",
            doc=taken.path,
            both=both,
        )
        for both, label in choices
    )
    return Markup("{}{} {}").format(say(taken, words), words.which, Markup(" ").join(buttons))


def _disabled(words: Storing) -> Markup:
    """Attributes of a button while the index is being updated."""
    return Markup('disabled title="{}"').format(words.wait)


def _left_out(names: Sequence[str], messages: Messages) -> Markup | str:
    if not names:
        return ""
    named = messages.scope_and.join(names[:NAMED])
    told = messages.storing.left_out.format(count=len(names), names=named)
    return Markup('<p class="small left-out">{}{}</p>').format(
        told, "……" if len(names) > NAMED else ""
    )


def _desk(desk: Desk, words: Storing) -> Markup:
    if desk.closed or desk.folder is None:
        return Markup('<p class="closed">{}</p>').format(
            words.read_only if desk.closed else words.no_folder
        )
    return Markup(
        '<label class="drop" data-endings="{}" data-limit="{}">'
        '<input type="file" multiple accept="{}" class="aside"><strong>{}</strong>'
        '<span class="small help">{}</span><span class="small sending">{}</span>'
        '<span class="small">{}</span></label>'
    ).format(
        ENDINGS, ADDED_BYTES, ",".join(corpus.ENDINGS), words.add,
        words.add_help.format(endings=ENDINGS, limit=LIMIT), words.sending,
        words.kept_in.format(folder=desk.folder),
    )  # fmt: skip


def _document(
    number: int, entry: Entry, indexed: Mapping[str, Listed], desk: Desk, messages: Messages
) -> Markup:
    words = messages.storing
    listed = indexed.get(entry.path)
    title = listed.title if listed else PurePosixPath(entry.path).stem
    about = Markup(
        '<span class="head"><span class="name">{}</span><span class="state {}">{}</span></span>'
        '<span class="small">{}</span><span class="small">{}</span>{}'
    ).format(
        title, entry.state, words.states[entry.state], entry.path,
        " · ".join(_facts(entry, listed, messages)),
        _reason(entry, messages) if entry.reason else "",
    )  # fmt: skip
    row = (
        button(about, "open", "", "row", doc=entry.path)
        if listed
        else Markup('<div class="row">{}</div>').format(about)
    )
    only = listed and len(indexed) > 1
    return Markup('<li class="document">{}<div class="tools">{}{}</div></li>').format(
        row,
        render_only(entry.path, messages) if only else "",
        "" if desk.closed or entry.state is State.GONE else _remove(
            number, entry.path, desk, messages, words
        ),
    )  # fmt: skip


def _remove(number: int, path: str, desk: Desk, messages: Messages, words: Storing) -> Markup:
    if desk.busy:
        return button(messages.delete, "", _disabled(words))
    question = words.remove_sure.format(path=path, folder=desk.removed)
    event = Markup('data-doc="{}"').format(path)
    return render_remove(f"remove-{number}", path, question, event, messages)


def _reason(entry: Entry, messages: Messages) -> Markup:
    """Without the path, which stands above it."""
    reason = reason_in(entry.reason.removeprefix(f"{entry.path}："), messages)
    return Markup('<span class="small reason">{}</span>').format(reason)


def _facts(entry: Entry, listed: Listed | None, messages: Messages) -> list[str]:
    facts = [size(entry.bytes)] if entry.state is not State.GONE else []
    if listed:
        facts = [
            listed.date,
            *facts,
            messages.characters.format(count=f"{listed.characters:,}"),
            messages.pages.format(count=listed.pages) if listed.pages else "",
            messages.chunks.format(count=listed.chunks),
        ]
    return [fact for fact in facts if fact]


def size(count: int) -> str:
    """Bytes as people say them.

    >>> size(0), size(900), size(20_480), size(3_500_000)
    ('0 B', '900 B', '20 KB', '3.3 MB')
    """
    if count < 1024:
        return f"{count} B"
    return f"{round(count / 1024)} KB" if count < 1024**2 else f"{count / 1024**2:.1f} MB"
