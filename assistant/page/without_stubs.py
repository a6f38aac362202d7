"""Gradio imported without the stubs for editors that it writes of its components at every import:
parsing its own source for them takes a third of the start. There is no setting for it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import ModuleType

WRITER = ("gradio.component_meta", "create_or_modify_pyi")


class _Loader(SourceFileLoader):
    def exec_module(self, module: ModuleType) -> None:
        super().exec_module(module)
        setattr(module, WRITER[1], _nothing)


class _Finder:
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        found = PathFinder.find_spec(fullname, path) if fullname == WRITER[0] else None
        if found and found.origin and isinstance(found.loader, SourceFileLoader):
            found.loader = _Loader(fullname, found.origin)
            return found
        return None  # as Python finds it


def _nothing(*_: object) -> None:
    pass


def prepare() -> None:
    """Call before Gradio is imported."""
    sys.meta_path.insert(0, _Finder())
