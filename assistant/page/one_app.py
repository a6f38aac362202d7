"""Gradio makes its web application at every step of building a page, and anew to serve it: all but
the last are for nothing, and take a tenth of the start. There is no setting for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from gradio.routes import App


@contextmanager
def one_app() -> Iterator[None]:
    """While a page is built: `launch` makes the application."""
    made = App.create_app
    setattr(App, made.__name__, staticmethod(_nothing))
    try:
        yield
    finally:
        setattr(App, made.__name__, staticmethod(made))


def _nothing(*_: object, **__: object) -> None:
    pass
