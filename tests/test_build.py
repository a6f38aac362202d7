"""Bringing the index in line with the files: what is done, what is not, what may fail."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import numpy as np
import pytest
from filelock import FileLock

import corpus
from index import BuildError, Index, Summary, store, update, write
from index.bundled import NAME
from index.generation import open_current
from index.progress import Stage
from tests.fake_encoder import TEXTS, FakeEncoder, documents, use


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "索引 目录"  # a name that faiss itself cannot open everywhere


def counts(summary: Summary) -> dict[str, int]:
    names = ("new", "changed", "moved", "deleted", "unchanged")
    return {name: getattr(summary, name) for name in names if getattr(summary, name)}


def found(folder: Path, question: str) -> str:
    return Index.open(folder).search(question, 1)[0].document


def test_first_update_indexes_everything(encoder: FakeEncoder, source: Path, folder: Path) -> None:
    summary = update(folder, [source])
    assert counts(summary) == {"new": 3}
    assert summary.chunks == summary.chunks_embedded == len(encoder.embedded) == 3
    assert [document.path for document in Index.open(folder).documents] == sorted(TEXTS)


def test_unchanged_files_cost_nothing(
    encoder: FakeEncoder, source: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = update(folder, [source])
    monkeypatch.setattr(corpus, "read", None)  # a call would fail
    second = update(folder, [source])
    assert second.generation == first.generation
    assert counts(second) == {"unchanged": 3} and second.chunks_reused == 3
    assert len(encoder.embedded) == 3


def test_only_what_changed_is_embedded(encoder: FakeEncoder, source: Path, folder: Path) -> None:
    update(folder, [source])
    encoder.embedded.clear()
    documents(source, {"甲.txt": TEXTS["甲.txt"] + "\n一、其他\n\n他还建议勘探镍。\n"})
    documents(source, {"丁.txt": "关于锡的建议\n\n赵六建议勘探锡。\n"})
    (source / "丙.txt").unlink()
    (source / "部/乙.txt").rename(source / "乙.txt")
    summary = update(folder, [source])
    assert counts(summary) == {"new": 1, "changed": 1, "moved": 1, "deleted": 1}
    assert summary.chunks_embedded == len(encoder.embedded) == 2
    assert all("镍" in text or "锡" in text for text in encoder.embedded)


@pytest.mark.usefixtures("encoder")
def test_a_rebuild_says_what_changed_since_the_last_update(source: Path, folder: Path) -> None:
    update(folder, [source])
    documents(source, {"丁.txt": "关于锡的建议\n\n赵六建议勘探锡。\n"})
    (source / "丙.txt").unlink()
    summary = update(folder, [source], rebuild=True)
    assert counts(summary) == {"new": 1, "deleted": 1, "unchanged": 2}
    assert summary.chunks_embedded == 3


@pytest.mark.usefixtures("encoder")
def test_an_update_gives_the_arrays_of_a_rebuild(
    source: Path, folder: Path, tmp_path: Path
) -> None:
    update(folder, [source])
    (source / "丙.txt").unlink()
    documents(source, {"甲.txt": "关于镍的建议\n\n张三建议勘探镍。他又说了锡。\n"})
    update(folder, [source])
    update(tmp_path / "new", [source])
    updated, rebuilt = open_current(folder), open_current(tmp_path / "new")
    for part in ("chunks", "sentences", "sentence_vectors", "tokens"):
        np.testing.assert_array_equal(getattr(updated, part), getattr(rebuilt, part))
    for at in range(len(updated.chunks)):
        np.testing.assert_array_equal(
            updated.vectors.reconstruct(at), rebuilt.vectors.reconstruct(at)
        )


@pytest.mark.usefixtures("encoder")
def test_after_a_deletion_the_right_documents_are_cited(source: Path, folder: Path) -> None:
    update(folder, [source])
    (source / "丙.txt").unlink()  # the first by path: every row behind it moves up
    update(folder, [source])
    assert found(folder, "谁建议设立铜交割库？") == "甲.txt"
    assert found(folder, "谁建议回收再生铝？") == "部/乙.txt"


@pytest.mark.usefixtures("encoder")
def test_the_same_name_is_not_the_same_file(source: Path, folder: Path) -> None:
    update(folder, [source])
    before = (source / "甲.txt").stat()
    documents(source, {"甲.txt": "关于锑的建议\n\n张三建议设立锑交割库。\n"})
    os.utime(source / "甲.txt", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert counts(update(folder, [source])) == {"changed": 1, "unchanged": 2}
    assert "锑" in Index.open(folder).document("甲.txt").text


@pytest.mark.usefixtures("encoder")
def test_a_file_that_failed_is_tried_again(
    source: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = corpus.read

    def failing(file: Path, path: str, data: bytes) -> corpus.Document:
        if path == "甲.txt":
            raise corpus.ReadError("坏了：甲.txt")
        return read(file, path, data)

    with monkeypatch.context() as patched:
        patched.setattr(corpus, "read", failing)
        for _ in range(2):
            summary = update(folder, [source])
            assert summary.failed == {"甲.txt": "坏了：甲.txt"} and summary.documents == 2
            assert store.recorded(folder)["failed"] == summary.failed
    summary = update(folder, [source])
    assert summary.failed == {} and counts(summary) == {"new": 1, "unchanged": 2}


@pytest.mark.usefixtures("encoder")
def test_a_file_that_fails_is_recorded_though_nothing_else_changed(
    source: Path, folder: Path
) -> None:
    update(folder, [source])
    documents(source, {"空.txt": " "})
    update(folder, [source])
    assert "没有文字" in store.recorded(folder)["failed"]["空.txt"]
    (source / "空.txt").unlink()
    update(folder, [source])
    assert store.recorded(folder)["failed"] == {}


@pytest.mark.usefixtures("encoder")
def test_a_file_that_cannot_be_opened_is_reported_in_chinese(source: Path, folder: Path) -> None:
    def gone(_stage: Stage, _done: int, _total: int) -> None:
        (source / "甲.txt").unlink(missing_ok=True)  # after the folder was listed

    assert update(folder, [source], progress=gone).failed == {
        "甲.txt": "无法打开文件：甲.txt；请检查文件是否存在、是否有权限"
    }


@pytest.mark.usefixtures("encoder")
@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such file names")
def test_a_file_name_that_is_not_utf8_is_reported(source: Path, folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(source) + b"/\xce\xc4.txt")).write_text("文字。", "utf-8")
    summary = update(folder, [source])
    assert summary.documents == 3
    (message,) = summary.failed.values()
    assert "请改名" in message
    message.encode()


@pytest.mark.usefixtures("encoder")
def test_no_document_is_an_error_that_leaves_the_old_index(
    source: Path, folder: Path, tmp_path: Path
) -> None:
    update(folder, [source])
    for nothing in ({}, {"空.txt": "\u200b\u200b"}):
        empty = documents(tmp_path / f"空{len(nothing)}", nothing)
        empty.mkdir(exist_ok=True)
        with pytest.raises(BuildError, match="没有"):
            update(folder, [empty])
    assert len(Index.open(folder).documents) == 3


@pytest.mark.usefixtures("encoder")
def test_documents_without_a_word_are_indexed(tmp_path: Path, folder: Path) -> None:
    update(folder, [documents(tmp_path / "a", {"线.txt": "———"})])
    assert Index.open(folder).search("铜", 1)[0].text == "———"


def test_another_model_is_refused_with_the_command_that_mends_it(
    encoder: FakeEncoder, source: Path, folder: Path
) -> None:
    update(folder, [source], model="甲模型")
    with pytest.raises(BuildError, match="youju index --rebuild --model 乙模型"):
        update(folder, [source], model="乙模型")
    assert update(folder, [source]).chunks_reused == 3  # none asked for: the one it was made with
    encoder.fingerprint = "fake-2"
    assert update(folder, [source], model="乙模型", rebuild=True).chunks_embedded == 3


def test_a_rebuild_keeps_the_model_unless_another_is_asked_for(
    source: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(FakeEncoder(), monkeypatch)
    for asked, used in (("甲模型", "甲模型"), (None, "甲模型"), (NAME, None), (None, None)):
        assert update(folder, [source], model=asked, rebuild=True).chunks_embedded == 3
        assert store.recorded(folder)["model"] == used


def test_a_folder_that_was_moved_is_recorded_and_nothing_embedded_again(
    encoder: FakeEncoder, source: Path, folder: Path, tmp_path: Path
) -> None:
    update(folder, [source])
    moved = source.rename(tmp_path / "新文档")
    summary = update(folder, [moved])
    assert store.recorded(folder)["sources"] == [str(moved.resolve())]
    assert counts(summary) == {"unchanged": 3} and len(encoder.embedded) == 3


def test_an_index_in_an_old_format_is_made_anew_with_its_own_model(
    source: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(FakeEncoder(), monkeypatch)
    update(folder, [source], model="甲模型")
    monkeypatch.setattr(store, "FORMAT", store.FORMAT + 1)
    assert update(folder, [source]).chunks_embedded == 3
    assert store.recorded(folder)["model"] == "甲模型"


def test_a_new_splitter_reads_and_splits_again_but_embeds_only_new_text(
    encoder: FakeEncoder, source: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    update(folder, [source])
    monkeypatch.setattr(corpus, "code_version", lambda *of: f"next {of[0]}")
    summary = update(folder, [source])
    assert summary.chunks_reused == 3 and len(encoder.embedded) == 3
    assert store.recorded(folder)["program"]["reading"] == "next corpus"


def test_a_version_changes_with_the_code_it_is_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    package = documents(tmp_path / "versioned", {"__init__.py": "", "a.py": "A = 1", "b.py": "B"})
    whole, one = corpus.code_version("versioned"), corpus.code_version("versioned", "a")
    (package / "b.py").write_text("B = 2", "utf-8")
    corpus.code_version.cache_clear()
    assert corpus.code_version("versioned") != whole
    assert corpus.code_version("versioned", "a") == one


def test_the_same_text_cut_otherwise_is_embedded_anew() -> None:
    whole, halves = ((0, 4),), ((0, 2), (2, 4))
    assert write.PassageInput("一二三四", whole).key != write.PassageInput("一二三四", halves).key


@pytest.mark.usefixtures("encoder")
def test_notes_are_kept_while_document_and_version_are_the_same(source: Path, folder: Path) -> None:
    seen: list[str] = []

    def annotate(document: corpus.Document, _chunks: object) -> dict[str, Any]:
        seen.append(document.path)
        return {"of": document.path}

    update(folder, [source], annotate=annotate, annotate_version="1")
    documents(source, {"甲.txt": "新的文字。"})
    update(folder, [source], annotate=annotate, annotate_version="1")
    assert seen == [*sorted(TEXTS), "甲.txt"]
    update(folder, [source], annotate=annotate, annotate_version="2")
    assert len(seen) == 7
    assert open_current(folder).notes["甲.txt"] == {"of": "甲.txt"}


@pytest.mark.usefixtures("encoder")
def test_progress_counts_only_what_is_embedded(source: Path, folder: Path) -> None:
    update(folder, [source])
    documents(source, {"丁.txt": "关于镍的建议\n\n赵六建议储备镍矿。\n"})
    steps: list[tuple[Stage, int, int]] = []
    update(folder, [source], progress=lambda *step: steps.append(step))
    assert [step for step in steps if step[0] == "embed"] == [("embed", 0, 1), ("embed", 1, 1)]


@pytest.mark.usefixtures("encoder")
def test_progress_ends_at_all_chunks(source: Path, folder: Path) -> None:
    steps: list[tuple[str, int, int]] = []
    update(folder, [source], annotate=lambda *_: {}, progress=lambda *step: steps.append(step))
    assert list(dict.fromkeys(stage for stage, *_ in steps)) == list(get_args(Stage))
    assert all(steps.count((stage, 3, 3)) == 1 for stage in get_args(Stage)[:-1])


class CancelledError(Exception):
    """Raised by a report."""


@pytest.mark.usefixtures("encoder")
@pytest.mark.parametrize("moment", get_args(Stage))
def test_cancelled_at_any_stage_the_old_index_is_as_it_was(
    source: Path, folder: Path, moment: Stage
) -> None:
    def cancel(stage: Stage, _done: int, _total: int) -> None:
        if stage == moment:
            raise CancelledError

    update(folder, [source])
    documents(source, {"丁.txt": "赵六建议勘探锡。"})
    before = (store.current(folder), list((folder / "generations").iterdir()))
    with pytest.raises(CancelledError):
        update(folder, [source], annotate=lambda *_: {}, annotate_version="2", progress=cancel)
    assert (store.current(folder), list((folder / "generations").iterdir())) == before
    assert found(folder, "谁建议设立铜交割库？") == "甲.txt"
    assert update(folder, [source]).new == 1  # the lock is free again


def test_cancelled_while_a_batch_is_embedded_the_rest_of_it_is_not(
    encoder: FakeEncoder, source: Path, folder: Path
) -> None:
    def cancel(stage: Stage, done: int, _total: int) -> None:
        if stage == "embed" and done:
            raise CancelledError

    with pytest.raises(CancelledError):
        update(folder, [source], progress=cancel)
    assert len(encoder.embedded) == 1


@pytest.mark.usefixtures("encoder")
@pytest.mark.parametrize(
    "broken", ["lexical.write", "store.write_json", "store.write_documents", "store._sync"]
)
def test_a_full_disk_leaves_the_old_index(
    source: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    update(folder, [source])
    documents(source, {"丁.txt": "赵六建议勘探锡。"})
    with monkeypatch.context() as patched:
        full = OSError(errno.ENOSPC, "No space left on device")
        patched.setattr(f"index.{broken}", _raising(full))
        with pytest.raises(BuildError, match=r"No space left.*磁盘空间.*没有改动"):
            update(folder, [source])
    assert len(Index.open(folder).documents) == 3
    assert len(list((folder / "generations").iterdir())) == 1
    assert update(folder, [source]).new == 1


def _raising(error: Exception) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise error

    return fail


@pytest.mark.usefixtures("encoder")
def test_a_folder_that_cannot_be_written_is_named(source: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BuildError, match=r"无法写入索引.*file"):
        update(tmp_path / "file", [source])


@pytest.mark.usefixtures("encoder")
def test_one_update_at_a_time(source: Path, folder: Path) -> None:
    update(folder, [source])
    with FileLock(folder / "lock"), pytest.raises(BuildError, match="另一个进程正在重建"):
        update(folder, [source])
    update(folder, [source], rebuild=True)  # a lock file that is left does not lock


@pytest.mark.usefixtures("encoder")
def test_old_generations_are_cleared_away(source: Path, folder: Path) -> None:
    for _ in range(4):
        update(folder, [source], rebuild=True)
        assert len(list((folder / "generations").iterdir())) <= 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the script forks to be killed many times")
def test_killed_at_any_point_the_old_or_the_new_index_answers(tmp_path: Path) -> None:
    script = Path(__file__).with_name("killed_update.py")
    command = [sys.executable, "-m", "tests.killed_update", str(tmp_path)]
    root = script.parent.parent
    done = subprocess.run(
        command, cwd=root, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    answers = done.stdout.split()
    assert len(answers) > 15  # moments at which it was killed
    assert answers == sorted(answers, key=["old", "new"].index)
    assert answers.count("old") > 10 and answers[-1] == "new"


def test_an_update_of_unchanged_files_loads_no_model_library(
    source: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(FakeEncoder("not the bundled one"), monkeypatch)
    update(folder, [source])
    code = (
        "import sys; from pathlib import Path; from index import update;"
        f"assert update(Path({str(folder)!r}), [Path({str(source)!r})]).unchanged == 3;"
        "assert not {'torch', 'transformers', 'sentence_transformers'} & set(sys.modules)"
    )
    root = Path(__file__).parent.parent
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
