"""What the bar above the documents says of an update."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from assistant.library import building
from assistant.library.building import Builder, Ended
from assistant.messages import EN, ZH
from assistant.page.building import render_idle
from index import Summary

SECONDS = 30


def summary(new: int, deleted: int) -> Summary:
    return Summary(new, new, 0, 0, deleted, 0, {}, new, new, 0, 0.1, "g")


def test_an_update_is_told_in_a_sentence_of_what_was_done() -> None:
    told = render_idle(Ended(summary(4, 0)), 0, 0, ZH, may_change=True)
    assert "索引已更新：新增 4 份文档，现有 4 份文档<" in told
    told = render_idle(Ended(summary(4, 2)), 0, 0, ZH, may_change=True)
    assert "新增 4 份文档，删除 2 份文档，现有 4 份文档<" in told
    assert "文档没有变动" in render_idle(Ended(summary(0, 0)), 0, 0, ZH, may_change=True)
    assert "documents added: 4; " in render_idle(Ended(summary(4, 0)), 0, 0, EN, may_change=True)


def test_files_that_failed_are_not_called_in_line() -> None:
    assert ZH.storing.up_to_date in render_idle(None, 0, 0, ZH, may_change=True)
    told = render_idle(None, 0, 2, ZH, may_change=True)
    assert ZH.storing.up_to_date not in told
    assert "3 个文件有变动" in render_idle(None, 3, 2, ZH, may_change=True)


def test_an_update_that_cannot_begin_ends_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_torch() -> None:
        raise ImportError("torch")

    monkeypatch.setattr(building, "_leave_a_core", no_torch)
    builder = Builder(tmp_path / "index")
    builder.start([tmp_path])
    assert ended(builder) == Ended(error="torch")


def ended(builder: Builder) -> Ended | None:
    until = time.monotonic() + SECONDS
    while builder.running and time.monotonic() < until:
        time.sleep(0.01)
    return builder.ended


@pytest.mark.parametrize(("found", "told"), [(0, 3), (1, 1)])
def test_what_comes_while_an_update_runs_is_taken_in_by_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, found: int, told: int
) -> None:
    """What the first has taken in already is still told."""
    begun, go_on = threading.Event(), threading.Event()
    made: list[bool] = []

    def outcome(_: Builder, _sources: object, rebuild: bool) -> Ended:
        made.append(rebuild)
        begun.set()
        go_on.wait(SECONDS)
        return Ended(summary(3 if len(made) == 1 else found, 0))

    monkeypatch.setattr(Builder, "_outcome", outcome)
    builder = Builder(tmp_path / "index")
    builder.start([tmp_path], rebuild=True)
    begun.wait(SECONDS)
    builder.start([tmp_path], rebuild=True)  # a second click
    builder.start([tmp_path], again=True)
    builder.start([tmp_path], again=True)
    go_on.set()
    assert ended(builder) == Ended(summary(told, 0))
    assert made == [True, False]


def test_who_cancels_an_update_does_not_want_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[bool] = []

    def outcome(builder: Builder, _sources: object, rebuild: bool) -> Ended:
        made.append(rebuild)
        builder.start([tmp_path], again=True)
        builder.cancel()
        return Ended(cancelled=True)

    monkeypatch.setattr(Builder, "_outcome", outcome)
    builder = Builder(tmp_path / "index")
    builder.start([tmp_path])
    assert ended(builder) == Ended(cancelled=True)
    assert made == [False]
