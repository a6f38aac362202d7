"""How an update says how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, TypeVar

Stage = Literal["read", "split", "annotate", "embed", "finish"]
Progress = Callable[[Stage, int, int], None]  # what is being done; so much of it, of so much

T = TypeVar("T")


def silent(_stage: Stage, _done: int, _total: int) -> None:
    """For whoever does not want to know."""


def counted(items: Sequence[T], stage: Stage, progress: Progress) -> Iterator[T]:
    """The items, with a report before the first and after each.

    What a report raises ends the update, which leaves the old index as it is.
    """
    progress(stage, 0, len(items))
    for done, item in enumerate(items, start=1):
        yield item
        progress(stage, done, len(items))
