"""Documents as files: what the index has of each, adding, removing; and how the list shows it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import gradio as gr
import pytest

from assistant import Assistant
from assistant.library import holdings as holding
from assistant.library.building import Running
from assistant.library.holdings import Entry, Holdings, How, LastDocumentError, State, Taken
from assistant.library.listing import Listed
from assistant.library.naming import plain_name
from assistant.library.originals import OriginalGoneError, original
from assistant.messages import EN, ZH
from assistant.page.building import render_running
from assistant.page.documents import Desk, render_documents, say_all
from assistant.page.library import Library
from assistant.page.opened import Opened
from corpus import find
from index import Index, IndexMissingError, update
from tests.fake_encoder import FakeEncoder, documents, use

TEXTS = {
    "甲.txt": "关于铜的建议\n\n张三建议设立铜交割库。\n",
    "部/乙.txt": "关于铝的建议\n\n李四建议回收再生铝。\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    use(FakeEncoder(), monkeypatch)
    return documents(tmp_path / "文档", TEXTS)


@pytest.fixture
def index_dir(tmp_path: Path, folder: Path) -> Path:
    update(tmp_path / "数据" / "索引", [folder])
    return tmp_path / "数据" / "索引"


@pytest.fixture
def holdings(index_dir: Path) -> Holdings:
    return Holdings(index_dir)


def states(holdings: Holdings) -> dict[str, State]:
    return {entry.path: entry.state for entry in holdings.entries()}


def sent(tmp_path: Path, text: str) -> Path:
    return documents(tmp_path / "上传", {"x": text}) / "x"


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("纪要.txt", "纪要.txt"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\x\\纪要.docx", "纪要.docx"),
        ("/绝对.txt", "绝对.txt"),
        (".隐藏.txt", "隐藏.txt"),
        ("~$锁.docx", "锁.docx"),
        ("..", ""),
        ("a\x00b\n<c>:d|e?.txt", "a_b__c__d_e_.txt"),
        ("左\u202etxt.pdf", "左_txt.pdf"),
        ("NUL.txt", "_NUL.txt"),
        ("尾 . ", "尾"),
        ("e\u0301.txt", "\u00e9.txt"),
        ("\ud800坏.txt", "坏.txt"),
        ("长" * 300 + ".pdf", "长" * 65 + ".pdf"),
    ],
)
def test_a_name_has_no_path_and_suits_every_system(name: str, plain: str) -> None:
    assert plain_name(name) == plain


def test_each_file_has_its_state(holdings: Holdings, folder: Path, index_dir: Path) -> None:
    assert set(states(holdings).values()) == {State.INDEXED}
    documents(folder, {"甲.txt": "改了。", "丙.txt": "新的。", "坏.txt": " "})
    (folder / "部" / "乙.txt").unlink()
    assert states(holdings) == {
        "甲.txt": State.CHANGED, "丙.txt": State.NEW, "坏.txt": State.NEW, "部/乙.txt": State.GONE,
    }  # fmt: skip
    update(index_dir, [folder])
    assert states(holdings) == {
        "甲.txt": State.INDEXED, "丙.txt": State.INDEXED, "坏.txt": State.FAILED,
    }  # fmt: skip
    (failed,) = (entry for entry in holdings.entries() if entry.state is State.FAILED)
    assert "没有文字" in failed.reason
    documents(folder, {"坏.txt": "有字了。"})
    assert states(holdings)["坏.txt"] == State.CHANGED and holdings.unindexed() == 1


def test_a_file_that_goes_while_the_folder_is_listed_is_gone(
    holdings: Holdings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = find([folder])
    monkeypatch.setattr("corpus.find", lambda _: found)
    (folder / "甲.txt").unlink()
    assert states(holdings) == {"甲.txt": State.GONE, "部/乙.txt": State.INDEXED}


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right that few users have")
@pytest.mark.skipif(sys.platform != "linux", reason="a file that even root cannot read")
def test_a_file_that_cannot_be_read_any_more_keeps_none_from_being_listed_or_added(
    holdings: Holdings, folder: Path, tmp_path: Path
) -> None:
    (folder / "甲.txt").unlink()
    (folder / "甲.txt").symlink_to("/proc/self/mem")
    assert states(holdings) == {"甲.txt": State.CHANGED, "部/乙.txt": State.INDEXED}
    assert holdings.add("丙.txt", sent(tmp_path, "关于锡的建议\n")).how == How.ADDED


def test_a_folder_that_is_gone_keeps_no_other_document_from_being_shown(
    folder: Path, index_dir: Path
) -> None:
    other = documents(folder.parent / "别处", {"丁.txt": "关于锌的建议\n"})
    update(index_dir, [folder, other])
    shutil.rmtree(other)
    index = Index.open(index_dir)
    assert original(index, index.document("甲.txt")).decode() == TEXTS["甲.txt"]
    with pytest.raises(OriginalGoneError):
        original(index, index.document("丁.txt"))


def test_a_link_has_its_own_name_given_itself_or_in_a_folder(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "链接").mkdir()
    link = tmp_path / "链接" / "别名.txt"
    link.symlink_to(folder / "甲.txt")
    for source in (link, link.parent):
        update(tmp_path / "索引", [source])
        assert states(Holdings(tmp_path / "索引")) == {"别名.txt": State.INDEXED}


def test_what_is_not_read_is_named(holdings: Holdings, folder: Path) -> None:
    assert holdings.left_out() == []
    others = ("产量.XLS", "部/旧.doc", "~$旧.doc", ".藏/旧.doc", "图.png")
    documents(folder, dict.fromkeys(others, "x"))
    assert holdings.left_out() == ["产量.XLS", "旧.doc"]


def test_a_file_is_added_under_a_name_of_its_own(
    holdings: Holdings, folder: Path, tmp_path: Path
) -> None:
    assert holdings.add("丙.txt", sent(tmp_path, "一")).how is How.ADDED
    again = holdings.add("../丙.txt", sent(tmp_path, "二"))
    assert (again.how, again.path, again.namesake) == (How.SECOND, "丙 (2).txt", "丙.txt")
    same = holdings.add("别名.txt", sent(tmp_path, "二"))
    assert (same.how, same.path) == (How.SAME, "丙 (2).txt")
    long = holdings.add(f"{'长' * 80}.txt", sent(tmp_path, "三"))
    assert (long.how, long.path) == (How.RENAMED, f"{'长' * 65}.txt")
    (folder / long.path).unlink()
    assert (folder / "丙.txt").read_text("utf-8") == "一"
    assert sorted(path.name for path in folder.iterdir()) == [
        "丙 (2).txt",
        "丙.txt",
        "甲.txt",
        "部",
    ]


def test_what_cannot_be_read_is_refused_and_not_kept(
    holdings: Holdings, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(holding, "ADDED_BYTES", 2)
    assert holdings.add("表.xls", sent(tmp_path, "一")).how is How.UNSUPPORTED
    assert holdings.add("..", sent(tmp_path, "一")).how is How.UNSUPPORTED
    assert holdings.add("大.txt", sent(tmp_path, "一")).how is How.TOO_LARGE
    assert sorted(path.name for path in folder.iterdir()) == ["甲.txt", "部"]


def test_a_newer_file_takes_the_place_of_the_older(
    holdings: Holdings, index_dir: Path, folder: Path, tmp_path: Path
) -> None:
    taken = holdings.add("甲.txt", sent(tmp_path, "关于铜的新建议\n"))
    moved = holdings.replace(taken.namesake, taken.path)
    assert moved.parent == index_dir.parent / "索引-removed"
    assert moved.read_text("utf-8") == TEXTS["甲.txt"]
    assert states(holdings) == {"甲.txt": State.CHANGED, "部/乙.txt": State.INDEXED}
    with pytest.raises(KeyError):
        holdings.replace(taken.namesake, taken.path)
    assert (folder / "甲.txt").read_text("utf-8") == "关于铜的新建议\n"


def test_a_removed_file_is_kept_beside_the_index(holdings: Holdings, index_dir: Path) -> None:
    moved = holdings.remove("部/乙.txt")
    assert moved == index_dir.parent / "索引-removed" / "乙.txt"  # not among another index's
    assert moved.read_text("utf-8") == TEXTS["部/乙.txt"]
    assert states(holdings)["部/乙.txt"] is State.GONE
    with pytest.raises(KeyError):
        holdings.remove("部/乙.txt")
    with pytest.raises(LastDocumentError):
        holdings.remove("甲.txt")


def test_a_removed_file_is_not_found_again_where_the_index_lies_within(folder: Path) -> None:
    update(folder / "索引", [folder])
    holdings = Holdings(folder / "索引")
    assert holdings.remove("甲.txt").is_relative_to(folder)
    assert states(holdings)["甲.txt"] is State.GONE


def test_without_a_folder_there_is_no_place_for_new_ones(tmp_path: Path, folder: Path) -> None:
    update(tmp_path / "索引", [folder / "甲.txt"])
    assert Holdings(tmp_path / "索引").folder is None


HOSTILE = '<img src=x onerror="alert(1)">'


def test_the_list_says_what_is_known_and_nothing_acts_as_markup() -> None:
    listed = Listed("甲.txt", "标题", "2026-03", 1234, 7, 5)
    entries = [
        Entry("甲.txt", State.INDEXED, 20_480),
        Entry(f"{HOSTILE}.pdf", State.FAILED, 9, HOSTILE),
    ]
    desk = Desk(Path("文档"), Path("移走"), closed=False, left_out=["旧.doc"])
    html = render_documents(entries, {"甲.txt": listed}, desk, [HOSTILE], ZH)
    for known in ("标题", "甲.txt", "2026-03", "20 KB", "1,234 字", "7 页", "5 段"):
        assert known in html
    assert ZH.storing.states["failed"] in html
    assert "<img" not in html and html.count("&lt;img") > 3


def test_nothing_is_removed_while_the_index_is_updated() -> None:
    for busy in (False, True):
        desk = Desk(Path("文档"), Path("移走"), closed=False, left_out=(), busy=busy)
        html = render_documents([Entry("甲.txt", State.NEW, 9)], {}, desk, [], EN)
        assert ("disabled" in html) is busy and ('data-do="remove"' in html) is not busy


def test_where_nothing_may_be_changed_nothing_is_offered() -> None:
    desk = Desk(Path("文档"), Path("移走"), closed=True, left_out=())
    html = render_documents([Entry("甲.txt", State.NEW, 9)], {}, desk, [], EN)
    assert EN.storing.read_only in html and EN.find_documents in html
    assert EN.storing.heading.format(count=0) in html  # indexed by now
    assert "data-do" not in html and 'type="file"' not in html


@pytest.mark.parametrize(
    ("served_at", "host", "origin", "allowed"),
    [
        ("127.0.0.1", "127.0.0.1:7860", "http://127.0.0.1:7860", True),
        ("localhost", "localhost:7860", "", True),
        ("::1", "[::1]:7860", "http://[::1]:7860", True),
        ("0.0.0.0", "127.0.0.1:7860", "http://127.0.0.1:7860", False),
        ("127.0.0.1", "a.example:7860", "http://a.example:7860", False),
        ("127.0.0.1", "127.0.0.1:7860", "http://a.example", False),
    ],
)
def test_changes_are_for_this_machine_only(
    index_dir: Path, served_at: str, host: str, origin: str, allowed: bool
) -> None:
    library = Library(Opened(index_dir, no_index), served_at)
    request: Any = SimpleNamespace(headers={"host": host, "origin": origin})
    shown, bar = library.remove("en", request, gr.EventData(None, {"doc": "无.txt"}))
    assert (EN.storing.not_there.format(path="无.txt") in shown) is allowed
    assert (EN.storing.read_only in shown) is not allowed
    assert ("data-do" in bar) is allowed


def test_without_documents_nothing_is_said_to_be_up_to_date(tmp_path: Path) -> None:
    request: Any = SimpleNamespace(headers={"host": "127.0.0.1"})
    library = Library(Opened(tmp_path / "index", no_index), "127.0.0.1")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        assert library.enter("zh", request)[1] == ""


def test_the_first_index_has_no_old_one_that_answers() -> None:
    first, later = (
        render_running(Running(), ZH, may_change=True, answers=one) for one in (False, True)
    )
    assert ZH.storing.still_answers in later and ZH.storing.still_answers not in first


def test_who_may_change_nothing_settles_nothing(index_dir: Path, holdings: Holdings) -> None:
    library = Library(Opened(index_dir, no_index), "127.0.0.1")
    taken = Taken("甲.txt", How.SECOND, "部/乙.txt", "甲.txt")
    library._seconds = {taken.path: taken}
    request: Any = SimpleNamespace(headers={"host": "127.0.0.1", "origin": "http://a.example"})
    for both in (True, False):
        library.settle("zh", request, gr.EventData(None, {"doc": taken.path, "both": both}))
    assert library._seconds and len(holdings.entries()) == 2


def test_no_file_of_the_machine_is_taken_for_an_upload(
    folder: Path, index_dir: Path, tmp_path: Path
) -> None:
    library = Library(Opened(index_dir, no_index), "127.0.0.1")
    secret = documents(tmp_path, {"秘密.txt": "秘密。"}) / "秘密.txt"
    sent = {"name": "秘密.txt", "size": 9, "path": str(secret)}
    request: Any = SimpleNamespace(headers={"host": "127.0.0.1"})
    shown, _ = library.upload("zh", request, gr.EventData(None, {"files": [sent]}))
    assert "上传没有成功" in shown
    assert secret.exists() and not (folder / "秘密.txt").exists()


def test_of_many_files_those_that_need_a_look_are_told_first() -> None:
    there = [Taken(f"{n}.txt", How.ADDED, f"{n}.txt") for n in range(6)]
    others = [Taken("a*b.txt", How.RENAMED, "a_b.txt"), Taken("表.xls", How.UNSUPPORTED)]
    refused, renamed, rest = say_all([*there, *others], ZH.storing)
    assert "表.xls" in refused and "a_b.txt" in renamed and "6 个文件" in rest
    assert [line[:5] for line in say_all(there[:2], ZH.storing)] == ["0.txt", "1.txt"]


def no_index(_: Path) -> Assistant:
    raise IndexMissingError("没有索引")
