"""Generations on disk: damage is refused with the way out, readers always get a whole one."""

from __future__ import annotations

import json
import os
import shutil
import threading
import time
from pathlib import Path

import numpy as np
import pytest

from corpus import Document
from index import IndexMissingError, generation, store, update
from index.generation import Generation, open_current
from tests.fake_encoder import FakeEncoder, documents, use


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An index on one document."""
    use(FakeEncoder(), monkeypatch)
    update(tmp_path / "索引", [documents(tmp_path / "文档", {"甲.txt": "张三建议设立铜交割库。"})])
    return tmp_path / "索引"


def current(folder: Path) -> Path:
    return store.path_of(folder, store.current(folder))


def test_no_index_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError, match=r"没有索引.*youju index"):
        open_current(tmp_path / "nothing")
    assert store.recorded(tmp_path) == {}


FILES = [
    "manifest.json", "documents.jsonl", "sections.json", "notes.json", "chunks.npy",
    "sentences.npy", "vectors.faiss", "sentence_vectors.bin", "lexical/params.index.json",
    "lexical/vocab.index.json", "lexical/data.csc.index.npy",
]  # fmt: skip


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("damage", ["missing", "empty", "cut"])
def test_a_damaged_generation_is_refused(folder: Path, name: str, damage: str) -> None:
    file = current(folder) / name
    content = file.read_bytes()
    file.unlink()
    if damage != "missing":
        file.write_bytes(content[: len(content) // 2] if damage == "cut" else b"")
    with pytest.raises(IndexMissingError, match="youju index --rebuild"):
        open_current(folder)


def test_parts_of_two_generations_are_refused(folder: Path, tmp_path: Path) -> None:
    first = current(folder)
    documents(tmp_path / "文档", {"乙.txt": "李四建议回收再生铝。他又说了铅。"})
    update(folder, [tmp_path / "文档"])
    for name in ("chunks.npy", "sentences.npy", "vectors.faiss", "documents.jsonl"):
        with_other = tmp_path / "mixed"
        shutil.copytree(folder, with_other)
        shutil.copy(first / name, current(with_other) / name)
        with pytest.raises(IndexMissingError, match=r"对不上.*youju index --rebuild"):
            open_current(with_other)
        shutil.rmtree(with_other)


def test_another_format_is_refused(folder: Path) -> None:
    file = current(folder) / "manifest.json"
    store.write_json(file, {**json.loads(file.read_text("utf-8")), "format": 0})
    with pytest.raises(IndexMissingError, match=r"版本 0.*youju index --rebuild"):
        open_current(folder)


def test_no_file_needs_pickle(folder: Path) -> None:
    for file in current(folder).rglob("*.npy"):
        np.load(file, allow_pickle=False)
    chunks = current(folder) / "chunks.npy"
    np.save(chunks, np.array([{"a": 1}], dtype=object), allow_pickle=True)
    with pytest.raises(IndexMissingError, match="allow_pickle=False"):
        open_current(folder)


def test_documents_come_back_as_they_were(folder: Path, tmp_path: Path) -> None:
    kept = store.read_documents(current(folder))
    pages = Document("页.pdf", "一\f二\u2028三\r\n", "题", page_starts=(0, 2), sha256="x")
    store.write_documents(tmp_path, [*kept, pages])
    assert store.read_documents(tmp_path) == (*kept, pages)


def test_unfinished_generations_are_cleared_and_finished_ones_kept(folder: Path) -> None:
    unfinished = store.new_folder(folder)
    (unfinished / "tokens.bin").write_bytes(b"x")
    (folder / "CURRENT.abc").write_text("x")
    store.clear_unfinished(folder)
    assert not unfinished.exists() and not (folder / "CURRENT.abc").exists()
    open_current(folder)


def test_a_switch_waits_for_a_reader_that_holds_the_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, tries = os.replace, []

    def busy(source: Path, target: Path) -> None:
        tries.append(source)
        if len(tries) < 3:
            raise PermissionError("in use")
        replace(source, target)

    monkeypatch.setattr(time, "sleep", lambda _: None)
    monkeypatch.setattr(os, "replace", busy)
    store.switch(folder, store.current(folder))
    assert len(tries) == 3
    open_current(folder)


def test_opening_tries_again_where_the_generation_was_cleared_away(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, names = generation.open_generation, []

    def late(folder: Path, name: str) -> Generation:
        names.append(name)
        if len(names) == 1:  # two rebuilds while this reader was on its way
            monkeypatch.setattr(generation, "open_generation", opened)
            for _ in range(2):
                update(folder, [tmp_path / "文档"], rebuild=True)
            monkeypatch.setattr(generation, "open_generation", late)
        return opened(folder, name)

    monkeypatch.setattr(generation, "open_generation", late)
    assert open_current(folder).name == store.current(folder) == names[-1]
    assert len(names) == 2


def test_readers_in_other_threads_always_get_a_whole_generation(
    folder: Path, tmp_path: Path
) -> None:
    done = threading.Event()
    errors: list[Exception] = []

    def read() -> None:
        while not done.is_set():
            try:
                open_current(folder)
            except IndexMissingError as error:
                errors.append(error)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for _ in range(10):
        update(folder, [tmp_path / "文档"], rebuild=True)
    done.set()
    for reader in readers:
        reader.join()
    assert errors == []
