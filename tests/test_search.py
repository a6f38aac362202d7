"""Searching a snapshot: what is found, what an empty question gives, refreshing, threads."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import psutil
import pytest

from index import Index, IndexMissingError, store, update
from tests.fake_encoder import FakeEncoder, documents, use


@pytest.fixture
def index(encoder: FakeEncoder, source: Path, tmp_path: Path) -> Index:
    assert encoder
    update(tmp_path / "索引", [source])
    return Index.open(tmp_path / "索引")


def test_a_passage_is_where_it_says(index: Index) -> None:
    passage = index.search("谁建议回收再生铝？", 1)[0]
    assert passage.document == "部/乙.txt" and passage.title == "关于铝的建议"
    source = index.document("部/乙.txt").text[passage.start : passage.end]
    assert "".join(source.split()) == "".join(passage.text.split())
    assert passage.page is None


def test_scores_fall(index: Index) -> None:
    scores = [passage.score for passage in index.search("铜交割库")]
    assert len(scores) == 3 and scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(("query", "limit"), [("", 5), (" \n", 5), ("铜", 0), ("铜", -1)])
def test_nothing_is_found_for_nothing(index: Index, query: str, limit: int) -> None:
    assert index.search(query, limit) == []


def test_the_limit_may_be_more_than_there_is(index: Index) -> None:
    assert len(index.search("铜", 100)) == 3


def test_a_query_of_unknown_words_is_answered_by_the_model_alone(index: Index) -> None:
    assert len(index.search("？？？", 2)) == 2
    assert len(index.search("xyz", 2)) == 2


def test_documents_narrow_the_search(index: Index) -> None:
    found = index.search("铜交割库", documents=["部/乙.txt", "无.txt"])
    assert [passage.document for passage in found] == ["部/乙.txt"]
    assert index.search("铜", documents=[]) == []


def test_what_is_quoted_is_found_where_it_is_written(tmp_path: Path) -> None:
    texts = {f"{n}.txt": f"外贸出口第{n}年增长，出口产品多样。" for n in range(30)}
    texts["三样.txt"] = "电动汽车、电池、光伏，人称“新三样”。"
    for name, text in texts.items():
        (tmp_path / "文档").mkdir(exist_ok=True)
        (tmp_path / "文档" / name).write_text(text, "utf-8")
    update(tmp_path / "索引", [tmp_path / "文档"])
    found = Index.open(tmp_path / "索引").search("外贸出口产品的“新三样”是什么产品？", 1)
    assert found[0].document == "三样.txt"


def test_a_long_query_is_cut_and_not_refused(index: Index) -> None:
    assert index.search("铜" * 20_000, 1)


def test_refreshing_gives_the_new_generation_and_leaves_the_old_snapshot(
    index: Index, source: Path
) -> None:
    assert index.refreshed() is index
    documents(source, {"甲.txt": "关于锑的建议\n\n张三建议设立锑交割库。\n"})
    update(index.folder, [source])
    new = index.refreshed()
    assert new.encoder is index.encoder and "锑" in new.search("锑交割库", 1)[0].text
    for _ in range(2):
        update(index.folder, [source], rebuild=True)  # clears away what `index` has opened
    assert "铜" in index.search("铜交割库", 1)[0].text
    assert index.generation.tokens.sum() == 0 and index.generation.sentence_vectors.any()


def test_a_snapshot_answers_on_where_the_new_index_cannot_be_opened(
    index: Index, source: Path
) -> None:
    update(index.folder, [source], rebuild=True)
    (index.folder / "generations" / store.current(index.folder) / "chunks.npy").unlink()
    assert index.refreshed() is index
    (index.folder / "CURRENT").unlink()
    assert index.refreshed() is index
    update(index.folder, [source])
    assert index.refreshed() is not index


def test_another_model_is_refused_with_the_command_that_mends_it(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(FakeEncoder("fake-2"), monkeypatch)
    with pytest.raises(IndexMissingError, match=r"fingerprint.*youju index --rebuild") as refused:
        Index.open(index.folder)
    assert refused.value.command in str(refused.value)


def test_threads_search_while_another_rebuilds(index: Index, source: Path) -> None:
    done = threading.Event()
    errors: list[BaseException] = []

    def search() -> None:
        snapshot = index
        try:
            while not done.is_set():
                snapshot = snapshot.refreshed()
                passage = snapshot.search("谁建议回收再生铝？", 1)[0]
                assert passage.document == "部/乙.txt"
                text = snapshot.document("部/乙.txt").text[passage.start : passage.end]
                assert text.replace("\n", "") == passage.text
        except BaseException as error:  # noqa: BLE001  # of another thread: reported below
            errors.append(error)

    threads = [threading.Thread(target=search) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(10):
        documents(source, {"甲.txt": f"第{number}版。\n\n" * (number + 1)})
        update(index.folder, [source])
    done.set()
    for thread in threads:
        thread.join()
    assert errors == []


def test_an_update_in_another_process_is_seen(index: Index, source: Path) -> None:
    documents(source, {"丁.txt": "关于锡的建议\n\n赵六建议勘探锡。\n"})
    code = (
        "import sys; from pathlib import Path; from index import update;"
        "from index.encoder import Encoder; from tests.fake_encoder import FakeEncoder;"
        "fake = FakeEncoder(); Encoder.load = lambda _name=None: fake;"
        "update(Path(sys.argv[1]), [Path(sys.argv[2])])"
    )
    command = [sys.executable, "-c", code, str(index.folder), str(source)]
    subprocess.run(command, cwd=Path(__file__).parent.parent, check=True)
    assert index.refreshed().search("谁建议勘探锡？", 1)[0].document == "丁.txt"


def test_memory_does_not_grow_with_updates(index: Index, source: Path) -> None:
    text = "\n\n".join(
        f"一、第{n}节\n\n张三建议设立第{n}座铜交割库，并储备锂矿。" for n in range(300)
    )
    documents(source, {"长.txt": text})

    def cycle(times: int) -> int:
        nonlocal index
        for number in range(times):
            documents(source, {"甲.txt": f"第{number}版。"})
            update(index.folder, [source])
            index = index.refreshed()
            index.search("铜交割库", 3)
        return int(psutil.Process().memory_info().rss)

    before = cycle(10)
    grown = cycle(30) - before
    assert grown < 3_000_000  # snapshots that are kept take 6 MB


def test_the_default_index_finds_who_proposed_what(default_index: Path) -> None:
    index = Index.open(default_index)
    (passage,) = index.search("谁建议设立LME交割库？", 1)
    assert "交割" in passage.text
    assert index.search("誰建議設立LME交割庫？", 1)[0].text == passage.text


OFFLINE = """
import socket, sys
from pathlib import Path
def refuse(*arguments):
    raise AssertionError(f"a connection was tried: {arguments}")
socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse
from index import Index, update
folder, source = map(Path, sys.argv[1:])
assert update(folder, [source]).new == 1
print(Index.open(folder).search("谁建议设立铜交割库？", 1)[0].text)
"""


def test_indexing_and_searching_connect_nowhere_and_say_nothing(tmp_path: Path) -> None:
    source = documents(tmp_path / "文档", {"甲.txt": "张三建议设立铜交割库。"})
    command = [sys.executable, "-c", OFFLINE, str(tmp_path / "索引"), str(source)]
    root = Path(__file__).parent.parent
    done = subprocess.run(
        command, cwd=root, capture_output=True, encoding="utf-8", check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "张三建议设立铜交割库。"
    assert done.stderr == ""
