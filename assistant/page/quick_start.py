"""What Gradio does for nothing when a page is started, left out: there is no setting for it.

At every import it writes stubs for editors, parsing its own source for them, which takes a third of
the start; and it makes its web application at every step of building a page, and anew to serve it:
all but the last take a tenth.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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


def without_stubs() -> None:
    """Call before Gradio is imported."""
    sys.meta_path.insert(0, _Finder())


@contextmanager
def one_app() -> Iterator[None]:
    """While a page is built: `launch` makes the application."""
    from gradio.routes import App

    made = App.create_app
    setattr(App, made.__name__, staticmethod(_nothing))
    try:
        yield
    finally:
        setattr(App, made.__name__, staticmethod(made))


def _nothing(*_: object, **__: object) -> None:
    pass
