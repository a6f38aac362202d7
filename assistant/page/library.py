"""The room where documents are kept: what the index holds of each, adding, removing, updating."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import gradio as gr
from gradio.utils import get_upload_folder

from assistant.api.address import is_loopback
from assistant.library import holdings
from assistant.library.building import Running
from assistant.library.holdings import Entry, Holdings, How, LastDocumentError, State, Taken
from assistant.library.listing import Listed
from assistant.messages import BY_LANGUAGE, Language, Messages, reason_in
from assistant.page.building import render_idle, render_running
from assistant.page.documents import Desk, refused, render_documents, say_all, say_which
from assistant.page.opened import Opened

WAITING = (State.CHANGED, State.NEW, State.GONE)


class Library:
    """Events of the room. Each gives the list of documents and the bar above it."""

    def __init__(self, opened: Opened, host: str) -> None:
        """`host`: where the page is served; only on this machine may documents be changed."""
        self._opened = opened
        self._holdings = Holdings(opened.folder)
        self._builder = opened.builder
        self._local = is_loopback(host)
        self._said: tuple[str, ...] = ()  # of what was done last
        self._seconds: dict[str, Taken] = {}  # beside another of their name: which one is meant?

    def enter(self, language: Language, request: gr.Request) -> list[Any]:
        """Every document as it is now."""
        return self._shown(language, request)

    def upload(self, language: Language, request: gr.Request, event: gr.EventData) -> list[Any]:
        """Take files that the browser has sent into the folder, and update the index."""
        if not self._may_change(request) or self._holdings.folder is None:
            return self._shown(language, request)
        taken = [self._taken(file) for file in event.files]
        self._seconds |= {one.path: one for one in taken if one.namesake}
        self._take_in(one.path for one in taken)
        words = BY_LANGUAGE[language].storing
        told = say_all([one for one in taken if not one.namesake], words)
        return self._shown(language, request, *told)

    def settle(self, language: Language, request: gr.Request, event: gr.EventData) -> list[Any]:
        """Of two files of one name keep both, or the new one in the place of the old."""
        if not self._may_change(request):
            return self._shown(language, request)
        taken = self._seconds.get(event.doc)
        if not taken or event.both:
            self._seconds.pop(event.doc, None)
            self._take_in([event.doc])
            return self._shown(language, request)
        messages, path = BY_LANGUAGE[language], taken.namesake

        def change() -> str:
            moved = self._holdings.replace(path, taken.path)
            del self._seconds[event.doc]
            self._take_in([path])
            return messages.storing.replaced.format(path=path, moved=moved)

        return self._shown(language, request, self._attempted(path, change, messages))

    def remove(self, language: Language, request: gr.Request, event: gr.EventData) -> list[Any]:
        """Move a document out of the folder, and update the index."""
        if not self._may_change(request):
            return self._shown(language, request)
        messages, path = BY_LANGUAGE[language], event.doc

        def change() -> str:
            moved = self._holdings.remove(path)
            self._builder.start(self._holdings.sources)
            return messages.storing.removed.format(path=path, moved=moved)

        return self._shown(language, request, self._attempted(path, change, messages))

    def build(self, language: Language, request: gr.Request, event: gr.EventData) -> list[Any]:
        """Begin to bring the index in line with the files, or to make it anew."""
        if self._may_change(request):
            self._builder.start(self._holdings.sources, rebuild=bool(event.again))
        return self._shown(language, request)

    def halt(self, language: Language, request: gr.Request) -> list[Any]:
        """Cancel the update."""
        if self._may_change(request):
            self._builder.cancel()
        return self.tick(language, request)

    def tick(self, language: Language, request: gr.Request) -> list[Any]:
        """How far the update is; once it has ended, the documents as they are now."""
        running = self._builder.running
        if running is None:
            return self._shown(language, request, *self._said)
        messages, may_change = BY_LANGUAGE[language], self._may_change(request)
        return [gr.skip(), self._progress(running, messages, may_change=may_change)]

    def _shown(self, language: Language, request: gr.Request, *said: str) -> list[Any]:
        self._said = said
        entries, may_change = self._holdings.entries(), self._may_change(request)
        messages = BY_LANGUAGE[language]
        files, busy = self._holdings, bool(self._builder.running)
        desk = Desk(files.folder, files.removed, not may_change, files.left_out(), busy)
        asked = self._asked(entries) if may_change else []
        said = (*said, *(say_which(one, messages.storing, busy=busy) for one in asked))
        return [
            render_documents(entries, self._indexed(), desk, said, messages),
            self._bar(entries, messages, may_change=may_change),
        ]

    def _asked(self, entries: list[Entry]) -> list[Taken]:
        """Files of which is asked whether they are meant or the ones that have their names."""
        paths = {entry.path for entry in entries}
        return [one for one in self._seconds.values() if {one.path, one.namesake} <= paths]

    def _take_in(self, paths: Iterable[str]) -> None:
        """Update the index if these wait for it, once nothing is asked of any that waits."""
        entries = self._holdings.entries()
        waiting = {entry.path for entry in entries if entry.state in WAITING}
        asked = {one.path for one in self._asked(entries)}
        if not waiting.isdisjoint(paths) and waiting.isdisjoint(asked):
            self._builder.start(self._holdings.sources, again=True)

    def _bar(self, entries: list[Entry], messages: Messages, *, may_change: bool) -> str:
        if running := self._builder.running:
            return self._progress(running, messages, may_change=may_change)
        if not entries and not self._builder.ended:
            return ""  # nothing to index
        waiting = sum(entry.state in WAITING for entry in entries)
        failed = sum(entry.state is State.FAILED for entry in entries)
        return render_idle(self._builder.ended, waiting, failed, messages, may_change=may_change)

    def _progress(self, running: Running, messages: Messages, *, may_change: bool) -> str:
        answers = bool(self._indexed())
        return render_running(running, messages, may_change=may_change, answers=answers)

    def _indexed(self) -> Mapping[str, Listed]:
        try:
            return {listed.path: listed for listed in self._opened.assistant().documents}
        except RuntimeError:  # no index yet
            return {}

    def _attempted(self, path: str, change: Callable[[], str], messages: Messages) -> str:
        """What `change`, of the document at `path`, says of what it did; or why it did nothing."""
        words = messages.storing
        if self._builder.running:
            return refused(words.wait)
        try:
            return change()
        except KeyError:
            return refused(words.not_there.format(path=path))
        except LastDocumentError:
            return refused(words.last_one.format(path=path))
        except OSError as error:
            return refused(words.failed.format(reason=reason_in(error, messages)))

    def _taken(self, sent: Mapping[str, Any]) -> Taken:
        """`sent`: the file's name and size, and where Gradio put it, unless it is refused."""
        name = str(sent["name"])
        file = Path(sent.get("path") or "")
        if not file.is_file() or not _is_upload(file):
            return Taken(name, holdings.refusal(name, int(sent["size"])) or How.NOT_SENT)
        try:
            return self._holdings.add(name, file)
        except OSError:
            return Taken(name, How.NOT_SENT)
        finally:
            file.unlink(missing_ok=True)

    def _may_change(self, request: gr.Request) -> bool:
        """Asked from this machine, by a page of this very server."""
        headers = request.headers
        host, origin = headers.get("host", ""), headers.get("origin", "")
        same = not origin or urlsplit(origin).netloc == host
        return self._local and same and is_loopback(urlsplit(f"//{host}").hostname or "")


def _is_upload(file: Path) -> bool:
    """Whether it was uploaded: the browser might name any other file of this machine."""
    return file.resolve().is_relative_to(Path(get_upload_folder()).resolve())
