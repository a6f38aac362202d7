"""What a room shows, as the tab of the browser keeps it over a reload."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, TypeVar

import gradio as gr
from pydantic import TypeAdapter, ValidationError

View = TypeVar("View")


def kept(view: type[View], seen: Mapping[str, Any], event: gr.EventData) -> View:
    """What was seen last; in a page that has shown nothing yet, what its tab kept."""
    try:
        return TypeAdapter(view).validate_python(seen or event._data.get("kept") or {})
    except ValidationError:  # written by another version, or by hand
        return view()


def to_keep(view: Any) -> str:
    """`view` for the attribute that the page's script reads it from."""
    return json.dumps(asdict(view), ensure_ascii=False)
