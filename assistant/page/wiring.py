"""Which event of the page is answered by what."""

from __future__ import annotations

from typing import Any

import gradio as gr
from gradio.events import api as api_route

from assistant.api.functions import Functions
from assistant.page.events import Chat
from assistant.page.inspector import Inspector
from assistant.page.keeping import Keeping
from assistant.page.layout import Parts
from assistant.page.library import Library
from assistant.page.opened import Opened
from assistant.page.register_room import RegisterRoom
from assistant.page.scope import Scope
from assistant.page.suggestions import Suggestions

# For the page only, not for programs; and no spinners over what is being read. Out of the queue:
# when nothing else of a page is in it Gradio closes the stream that brings the answers, and drops
# with it what the page has just sent.
_PAGE: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private", "queue": False}
# Each with what it was sent, which the page does in turn: "always_last" repeats what the first was.
_EACH: dict[str, Any] = {"trigger_mode": "multiple", **_PAGE}
# One after the other. A question waits in a thread of Gradio's: together they leave some for
# clicks.
_QUEUED: dict[str, Any] = {**_PAGE, "queue": True, "concurrency_limit": 1}
_ASKING: dict[str, Any] = {**_QUEUED, "concurrency_id": "ask"}


def wire(page: gr.Blocks, parts: Parts, opened: Opened, functions: Functions, host: str) -> None:
    """Connect every event. Call inside the page's context."""
    # First, or Gradio gives the name "ask" to the page's own event.
    api_route(functions.ask, api_name="ask")
    api_route(functions.retrieve, api_name="retrieve")
    api_route(functions.documents, api_name="documents")
    chat = Chat(opened)
    loaded = _asking(page, parts, chat)
    for event in (loaded.then, parts.shelf.change):
        # The other tabs are told what changes in the conversations; each keeps to its own.
        _told(event, "keeps", parts.shelf)
    # In the browser, at once: what Python gives meanwhile would be written over.
    joined = "(shelf) => youju.takeOver(shelf)"
    parts.chat.join(None, parts.shelf, parts.shelf, js=joined, **_EACH)
    parts.chat.show(chat.show, [parts.asked, parts.shelf, parts.language], parts.chat, **_PAGE)
    _scope(parts, Scope(opened, chat), loaded)
    _suggestions(parts, Suggestions(opened))
    _reading(parts, chat)
    _keeping(parts, chat, Keeping(opened, chat))
    _register(parts, RegisterRoom(opened))
    _inspector(parts, Inspector(opened))
    _library(parts, Library(opened, host))


def _asking(page: gr.Blocks, parts: Parts, chat: Chat) -> Any:
    """Gives the event of the page being loaded."""
    kept = [parts.shelf, parts.language]
    answered = [parts.question, parts.chat, parts.shelf, parts.asked, parts.send, parts.stop]
    asking = {"outputs": answered, **_ASKING}
    loaded = page.load(
        chat.load,
        [parts.language, parts.shelf, parts.tab],
        [*parts.worded, parts.language, parts.shelf, parts.chat, parts.source, parts.place],
        js="(language, shelf) => [language, shelf, youju.left]",
        **_PAGE,
    )
    ask = [parts.question.submit, parts.send.click]
    running = [
        loaded.then(chat.ask_from_link, kept, **asking),
        # The page sends one at a time; "once" would drop what it sends as soon as it may.
        gr.on(
            ask,
            chat.ask,
            [parts.question, *kept],
            js="(question, ...kept) => [youju.send(question), ...kept]",
            trigger_mode="multiple",
            **asking,
        ),
        parts.chat.example(chat.example, kept, **asking),
        parts.chat.retry(chat.retry, kept, **asking),
        parts.chat.revise(chat.revise, kept, **asking),
    ]
    for event in running:
        landing = _told(event.then, "landing")
        _told(landing.then(chat.land, [parts.asked, *kept], answered, **_PAGE).then, "landed")
    stopped = [parts.asked, parts.question, *kept]
    unsent = "(asked, typed, ...kept) => [asked, typed || youju.unsent(), ...kept]"
    for event in running:
        event.failure(chat.stopped, stopped, answered, js=unsent, **_PAGE)
    parts.stop.click(chat.stopped, stopped, answered, cancels=running, **_PAGE)
    return loaded


def _scope(parts: Parts, scope: Scope, loaded: Any) -> None:
    kept = [parts.shelf, parts.language]
    loaded.then(scope.show, kept, parts.scope, **_PAGE)
    parts.language.change(scope.show, kept, parts.scope, **_PAGE)
    # Every event that brings another conversation changes the shelf. Without a language nothing is
    # shown anew.
    unless = "(shelf, language) => [shelf, youju.ticking(shelf) ? '' : language]"
    parts.shelf.change(scope.show, kept, parts.scope, js=unless, **_PAGE)
    parts.scope.enter(scope.enter, kept, parts.scope, **_PAGE)
    parts.scope.leave(scope.show, kept, parts.scope, **_PAGE)
    limited = [parts.asked, *kept], [parts.scope, parts.shelf, parts.chat]
    for limit in (parts.scope.limit, parts.library.only, parts.source.only):
        limit(scope.limit, *limited, **_PAGE)


def _suggestions(parts: Parts, suggestions: Suggestions) -> None:
    """Asked for by the page when an answer is drawn, so that the answer waits for none of them."""
    last = {"trigger_mode": "always_last", **_PAGE}
    made = parts.chat.suggest(suggestions.suggest, parts.shelf, parts.suggested, **last)
    _told(made.then, "suggest", parts.suggested)


def _reading(parts: Parts, chat: Chat) -> None:
    shown = [parts.source, parts.place]
    for part in (parts.chat, parts.register, parts.inspector, parts.library, parts.source):
        part.open(chat.open, parts.language, shown, **_EACH)
    unfolded = parts.chat.context(chat.context, parts.language, parts.context, **_EACH)
    _told(unfolded.then, "unfold", parts.context)
    parts.switch.click(
        chat.switch,
        [parts.asked, parts.shelf, parts.language, parts.place, parts.source],
        [*parts.worded, parts.language, parts.chat, parts.source, parts.drawer],
        **_PAGE,
    )


def _keeping(parts: Parts, chat: Chat, keeping: Keeping) -> None:
    kept, shown = [parts.shelf, parts.language], [parts.chat, parts.shelf]
    drawer = parts.drawer
    parts.new.click(chat.start_new, kept, [*shown, parts.source, drawer], **_PAGE)
    parts.history.click(keeping.history, kept, drawer, **_PAGE)
    drawer.choose(keeping.choose, [parts.asked, *kept], [*shown, parts.source, drawer], **_PAGE)
    drawer.rename(keeping.rename, kept, [drawer, parts.shelf], **_PAGE)
    without = [drawer, parts.shelf, parts.chat, parts.source]
    drawer.remove(keeping.remove, [parts.asked, *kept], without, **_PAGE)
    for part in (drawer, parts.chat):
        _told(part.export(keeping.export, kept, parts.file, **_PAGE).then, "save", parts.file)
    parts.chat.rate(keeping.rate, kept, shown, **_PAGE)


def _library(parts: Parts, library: Library) -> None:
    shown = {"inputs": parts.language, "outputs": [parts.library, parts.building], **_PAGE}
    parts.library.enter(library.enter, **shown)
    parts.library.upload(library.upload, **{**shown, **_QUEUED, "trigger_mode": "multiple"})
    parts.library.remove(library.remove, **shown)
    parts.library.settle(library.settle, **shown)
    parts.building.build(library.build, **shown)
    parts.building.halt(library.halt, **shown)
    parts.building.tick(library.tick, **shown)


def _register(parts: Parts, room: RegisterRoom) -> None:
    seen, shown = [parts.view, parts.language], [parts.register, parts.view]
    # In one queue: of two at once, the one that ends last would be shown, with what it began with.
    turns = {**_QUEUED, "concurrency_id": "register", "trigger_mode": "multiple"}
    parts.register.enter(room.enter, seen, shown, **turns)
    parts.register.show(room.show, seen, shown, **turns)
    exported = parts.register.export(room.export, seen, parts.file, **_PAGE)
    _told(exported.then, "save", parts.file)


def _inspector(parts: Parts, room: Inspector) -> None:
    seen, shown = [parts.looked, parts.language], [parts.inspector, parts.looked]
    parts.inspector.enter(room.enter, seen, shown, **_PAGE)
    parts.inspector.look(room.look, seen, shown, **_EACH)
    chosen = parts.chat.inspect(room.inspect, parts.shelf, parts.looked, **_PAGE)
    _told(chosen.then, "inspect")


def _told(event: Any, function: str, part: Any = None) -> Any:
    """After `event` the page's script goes on, with what `part` holds."""
    return event(None, part, None, js=f"(given) => youju.{function}(given)", **_PAGE)
