"""Rebuild an index again and again, each time killed one file operation later than the time before.

`python -m tests.killed_update DIR` prints which index answered after each kill: "old" or "new".
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import corpus
from index import Index, update
from index.encoder import Encoder
from tests.fake_encoder import FakeEncoder, documents

OLD = {"甲.txt": "张三建议设立铜交割库。", "乙.txt": "李四建议回收再生铝。"}
NEW = {"甲.txt": "张三建议设立锑交割库。", "丙.txt": "王五建议储备锂矿。"}
WRITING = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.rmtree"}


def kill_at(moment: int, folder: Path) -> None:
    """Kill this process before its `moment`-th operation that changes files below `folder`."""
    left = moment

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        opened = event == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_ACCMODE
        if (event in WRITING or opened) and str(folder) in str(arguments[0]):
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


def forked(action: Callable[[], int]) -> int:
    """Run `action` in a fork; its value, or minus the signal that ended it."""
    child = os.fork()
    if child == 0:
        status = 99
        try:
            status = action()
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def answering(folder: Path) -> int:
    """1 where the new index answers, 0 where the old one does; anything else is an error."""
    index = Index.open(folder)
    texts = {document.path: document.text for document in index.documents}
    assert texts in (OLD, NEW), texts
    name = "丙.txt" if texts == NEW else "乙.txt"
    assert index.search(texts[name], 1)[0].document == name
    return int(texts == NEW)


def main(base: Path) -> None:
    folder = base / "索引"
    documents(base / "旧", OLD)
    documents(base / "新", NEW)
    corpus.split(corpus.read(base / "新" / "丙.txt"))  # loads what every fork would, in a second

    def start() -> int:
        update(folder, [base / "旧"], rebuild=True)
        return 0

    def rebuild() -> int:
        kill_at(moment, folder)
        update(folder, [base / "新"])
        return 0

    moment, status = 0, -signal.SIGKILL
    while status == -signal.SIGKILL:
        assert forked(start) == 0
        status = forked(rebuild)
        assert status in (0, -signal.SIGKILL), status
        answer = forked(lambda: answering(folder))
        assert answer in (0, 1), f"moment {moment}: no index"
        print(("old", "new")[answer], flush=True)
        assert len(list((folder / "generations").iterdir())) <= 3
        moment += 1


if __name__ == "__main__":
    encoder = FakeEncoder()
    Encoder.load = lambda _name=None: encoder  # type: ignore[method-assign, assignment, return-value]
    main(Path(sys.argv[1]))
