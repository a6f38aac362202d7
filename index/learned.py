"""What was learned for a model: a file of tensors, which says for which model they are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors import safe_open
from safetensors.numpy import save_file

Tensors = dict[str, NDArray[Any]]


def tensors(file: Path, **about: str) -> tuple[Tensors, dict[str, str]] | None:
    """The tensors, halves as singles, and all that the file says about them; None where there is
    none, or it is not for what `about` says.
    """
    if not file.exists():
        return None
    with safe_open(file, framework="np") as opened:
        told: dict[str, str] = opened.metadata() or {}
        if not about.items() <= told.items():
            return None
        named = {name: opened.get_tensor(name) for name in opened.keys()}  # noqa: SIM118
    halves = {name for name, tensor in named.items() if tensor.dtype == np.float16}
    return named | {name: named[name].astype(np.float32) for name in halves}, told


def save_tensors(file: Path, named: Tensors, **about: str) -> None:
    """Write what `tensors` reads, as halves: what was learned needs no more."""
    halves = {name: np.ascontiguousarray(tensor, np.float16) for name, tensor in named.items()}
    save_file(halves, file, about)
