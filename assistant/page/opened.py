"""What all rooms rest on: the assistant on one index folder, and the line before it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.api.line import Line
from assistant.library.building import Builder
from assistant.messages import ZH

if TYPE_CHECKING:
    from assistant import Assistant
    from corpus import Document

DRAWN_SECONDS = 3  # that index and model give a first page: to load them stops the server

log = logging.getLogger(__name__)


class Opened:
    """Opened when first needed: so a missing index may still come."""

    def __init__(self, folder: Path, open_assistant: Callable[[Path], Assistant]) -> None:
        self.folder = folder
        self.line = Line()
        self.builder = Builder(folder)
        self.drawn = threading.Event()  # a first page is there
        self._open = open_assistant
        self._opened: Assistant | None = None
        self._opening = threading.Lock()

    def assistant(self) -> Assistant:
        """RuntimeError where there is no index, or none that can be opened."""
        with self._opening:
            if self._opened is None:
                self._opened = self._open(self.folder)
            return self._opened

    def document(self, path: str) -> Document | None:
        """None where it is no longer there, nor any index."""
        try:
            return self.assistant().index.document(path)
        except (KeyError, RuntimeError):
            return None

    def warm(self) -> None:
        """Load index and model before anybody asks; if there is no index, let the page say so."""
        try:
            self.drawn.wait(DRAWN_SECONDS)
            self.assistant().search(ZH.title)
        except RuntimeError as error:
            log.warning("%s", error)
