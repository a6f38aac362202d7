"""The one line in which questions from every door wait for their turn."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

AT_ONCE = 2  # a question keeps a processor core busy; further ones wait

T = TypeVar("T")


class Line:
    """Does what it is given, at most `AT_ONCE` at a time, in the order given."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(AT_ONCE, "question")

    def wait(self, act: Callable[[], T]) -> T:
        """What `act` gives; the caller's thread waits."""
        return self._threads.submit(act).result()

    async def wait_async(self, act: Callable[[], T]) -> T:
        """What `act` gives. However many wait so, they keep no thread from the page."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, act)
