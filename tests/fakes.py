"""An assistant for the states that the real one cannot be brought into.

`python -m tests.fakes PORT FOLDER` serves the page on one that is slow; ratings are kept in FOLDER.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from assistant.types import Answer, Quote
from corpus.types import Document
from index.types import Passage

TEXT = "甲建议乙。"
ANSWERS = "answers"  # the file that lets them come


@dataclass(frozen=True)
class FakeIndex:
    """As much of an index as the page looks at: one section a document."""

    documents: tuple[Document, ...]

    def document(self, path: str) -> Document:
        return {document.path: document for document in self.documents}[path]

    def outline(self, _: Document) -> list[tuple[str, int]]:
        return [("一、节", 0)]


@dataclass(frozen=True)
class LostIndex(FakeIndex):
    """One on a disk that went away."""

    def document(self, path: str) -> Document:
        raise OSError(f"读不到 {path}")


class FakeAssistant:
    """Quotes its one document whatever the question."""

    def __init__(self) -> None:
        self.index: FakeIndex = FakeIndex((Document("甲.txt", TEXT, "标题", date="2026-03"),))
        self.histories: list[list[str]] = []
        self.scopes: list[Sequence[str] | None] = []

    def snapshot(self) -> FakeAssistant:
        return self

    def ask(
        self, question: str, history: list[str], documents: Sequence[str] | None = None
    ) -> Answer:
        self.histories.append(list(history))
        self.scopes.append(documents)
        if question == "坏":
            raise ValueError("坏了")
        if question == "丢":  # from here on
            self.index = LostIndex(self.index.documents)
        found = Quote(1, TEXT, "甲.txt", "标题", "一、节", None, 0, 5, 1.0)
        return Answer(question, question, True, "找到以下原文：[1]", (found,), confidence=0.9)

    def search(self, query: str, limit: int = 10, **_: object) -> list[Passage]:
        found = Passage("甲.txt", "标题", "一、节", None, 0, 5, TEXT, 1.0)
        return [found][:limit] if query else []

    def examples(self, limit: int, **_: object) -> list[str]:
        return ["例一？", "例二？"][:limit]

    def suggest(self, answer: Answer, *_: object, **__: object) -> list[str]:
        return [f"{answer.question}然后？"]


class SlowAssistant(FakeAssistant):
    """The first question is answered at once, every further one when the test says so."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._answers = folder / ANSWERS

    def ask(
        self, question: str, history: list[str], documents: Sequence[str] | None = None
    ) -> Answer:
        while history and not self._answers.exists():
            time.sleep(0.02)
        return super().ask(question, history, documents)


@dataclass(frozen=True)
class Slow:
    """The page of one that is slow: where it is served, and when its answers come."""

    address: str
    folder: Path

    def answer(self) -> None:
        """What was asked, and what will be asked."""
        (self.folder / ANSWERS).touch()

    def hold(self) -> None:
        """What is asked from here on."""
        (self.folder / ANSWERS).unlink(missing_ok=True)


@contextmanager
def slow(folder: Path) -> Iterator[Slow]:
    """Served until the block ends; at first it holds its answers."""
    from tests.conftest import answering, free_port, running

    port = free_port()
    with running("-m", "tests.fakes", str(port), str(folder)):
        yield Slow(answering(port), folder)


if __name__ == "__main__":
    import app

    port, folder = int(sys.argv[1]), Path(sys.argv[2])
    page, functions = app.build_page(
        folder / "index",
        lambda _: SlowAssistant(folder),  # type: ignore[arg-type, return-value]
    )
    app.launch(page, functions, "127.0.0.1", port)
    page.block_thread()
