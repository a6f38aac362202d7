"""One update of the index at a time, beside the questions that the old one answers."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index import Summary
    from index.progress import Stage

LATEST = 48  # reports from which the pace is told: texts of like length are embedded together

log = logging.getLogger(__name__)


class CancelledError(Exception):
    """Raised by a report of progress, which ends the update."""


@dataclass(frozen=True, slots=True)
class Running:
    """How far an update is."""

    stage: Stage = "read"
    done: int = 0
    total: int = 0
    rate: float = 0.0  # a second; 0 while it is not known
    seconds_left: float | None = None  # of the stage
    cancelling: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """How the last update ended: with what it did, cancelled, or with an error."""

    summary: Summary | None = None
    cancelled: bool = False
    busy: bool = False  # another process is at it
    error: str = ""


@dataclass(slots=True)
class Pace:
    """The latest reports of a stage."""

    stage: Stage = "read"
    total: int = 0
    latest: deque[tuple[float, int]] = field(default_factory=lambda: deque(maxlen=LATEST))

    def report(self, stage: Stage, done: int, total: int) -> None:
        if stage != self.stage:
            self.latest.clear()
        self.stage, self.total = stage, total
        self.latest.append((time.monotonic(), done))

    def running(self, *, cancelling: bool = False) -> Running:
        if not self.latest:
            return Running(cancelling=cancelling)
        (began, first), (last, done) = self.latest[0], self.latest[-1]
        rate = (done - first) / (last - began) if last > began else 0.0
        left = max(0.0, (self.total - done) / rate - (time.monotonic() - last)) if rate else None
        return Running(self.stage, done, self.total, rate, left, cancelling)


class Builder:
    """Starts, watches and cancels updates of one index."""

    def __init__(self, index_dir: Path) -> None:
        self._index_dir = index_dir
        self._changing = threading.Lock()
        self._cancel = threading.Event()
        self._pace: Pace | None = None  # while one runs
        self._again = False  # once that has ended
        self._ended: Ended | None = None

    @property
    def running(self) -> Running | None:
        """How far the update is, if one runs."""
        with self._changing:
            pace = self._pace
            return pace.running(cancelling=self._cancel.is_set()) if pace else None

    @property
    def ended(self) -> Ended | None:
        """How the last one ended, if there was one."""
        return self._ended

    def start(self, sources: Sequence[Path], *, rebuild: bool = False, again: bool = False) -> None:
        """Bring the index in line in the background. While one does so nothing, unless `again`: one
        more follows then, as the files may have been looked through before what came to them.
        """
        with self._changing:
            if self._pace:
                self._again |= again
                return
            self._cancel.clear()
            self._again, self._pace = False, Pace()
        # A daemon: killed at any point, the old or the new index is complete.
        threading.Thread(target=self._run, args=(sources, rebuild), daemon=True).start()

    def cancel(self) -> None:
        """End the update at its next report; the old index stays as it is."""
        self._cancel.set()

    def _run(self, sources: Sequence[Path], rebuild: bool) -> None:
        self._ended = self._attempt(sources, rebuild)
        while self._goes_on():
            ended = self._attempt(sources, rebuild=False)
            if ended.error or ended.busy or ended.cancelled or _changed(ended.summary):
                self._ended = ended

    def _goes_on(self) -> bool:
        """Whether another update follows; else none runs any more."""
        with self._changing:
            goes_on = self._again and not self._cancel.is_set()
            self._again, self._pace = False, Pace() if goes_on else None
            return goes_on

    def _attempt(self, sources: Sequence[Path], rebuild: bool) -> Ended:
        try:
            return self._outcome(sources, rebuild)
        except Exception as error:  # the thread's outer edge: the user gets a sentence
            log.exception("%s", self._index_dir)
            return Ended(error=str(error))

    def _outcome(self, sources: Sequence[Path], rebuild: bool) -> Ended:
        # Here: slow to load, and the page is drawn before.
        from assistant.library.indexing import update_index
        from index import BusyError

        _leave_a_core()
        report = self._report
        try:
            summary = update_index(self._index_dir, sources, rebuild=rebuild, progress=report)
        except CancelledError:
            return Ended(cancelled=True)
        except BusyError:
            return Ended(busy=True)
        return Ended(summary)

    def _report(self, stage: Stage, done: int, total: int) -> None:
        if self._cancel.is_set():
            raise CancelledError
        with self._changing:
            if self._pace:
                self._pace.report(stage, done, total)


def _changed(summary: Summary | None) -> bool:
    return summary is not None and any(
        (summary.new, summary.changed, summary.moved, summary.deleted)
    )


def _leave_a_core() -> None:
    """To the questions that the old index answers meanwhile: torch would take all there are."""
    import torch

    torch.set_num_threads(max(1, (os.cpu_count() or 1) - 1))
