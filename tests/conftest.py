"""A real index on the default document, and the page served from it in a process of its own."""

from __future__ import annotations

import io
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from assistant import Assistant
    from assistant.answers.found import Way
    from assistant.answers.inspection import Inspection
    from tests.fake_encoder import FakeEncoder

ROOT = Path(__file__).resolve().parent.parent
# What is found is to be right; how long it takes depends on what else the machine does.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")
START_SECONDS = 120  # a cold start loads the model and Gradio; seconds here, more on a busy machine


def pytest_configure() -> None:
    """Ctrl+C reaches what is started here, also where a shell started the tests in the background,
    to which it then does not: that is inherited.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def read_once() -> Iterator[None]:
    """The model's files, seconds for every index that is made or opened, once for all tests."""
    from index import bert, cross, encoder

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(encoder, "_sentence_transformer", cache(encoder._sentence_transformer))
        patch.setattr(bert.Bert, "load", cache(bert.Bert.load))
        patch.setattr(cross.CrossEncoder, "load", cache(cross.CrossEncoder.load))
        yield


@pytest.fixture(scope="session")
def default_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index on corpus/documents, made once by the real model."""
    from assistant.library.indexing import update_index

    folder = tmp_path_factory.mktemp("default") / "index"
    update_index(folder, [ROOT / "corpus" / "documents"])
    return folder


def assistant_on(folder: Path, texts: dict[str, str]) -> Assistant:
    """On an index of these documents, by name, made by the real model."""
    from assistant import Assistant
    from assistant.library.indexing import update_index
    from tests.fake_encoder import documents

    update_index(folder / "index", [documents(folder / "in", texts)])
    return Assistant.open(folder / "index")


def asking(texts: dict[str, str]) -> Any:
    """A fixture for a module: an assistant on these documents."""

    @pytest.fixture(scope="module")
    def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
        return assistant_on(tmp_path_factory.mktemp("asking"), texts)

    return assistant


def assert_quoted(found: Inspection, way: Way, says: list[str]) -> None:
    """Found that way, with one quote for each of the words, in their order."""
    assert found.way is way and len(found.answer.quotes) == len(says)
    for quote, words in zip(found.answer.quotes, says, strict=True):
        assert words in quote.text


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command printed, and how it ended."""

    status: int
    out: str
    err: str
    data: bytes  # `out` as it was written


Run = Callable[..., Ran]


@pytest.fixture
def run(
    assistant: Assistant,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> Run:
    """`youju ARGUMENTS` in this process, on the module's assistant where its index is named."""
    from assistant.asking import Assistant
    from assistant.command import cli

    real = Assistant.open

    def opened(folder: str | Path) -> Assistant:
        return assistant if Path(folder) == assistant.index.folder else real(folder)

    monkeypatch.setattr(Assistant, "open", opened)
    monkeypatch.delenv("YOUJU_INDEX", raising=False)

    def invoke(*arguments: str | Path, stdin: str = "") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), "utf-8"))
        with pytest.raises(SystemExit) as ended:
            cli.main([str(one) for one in arguments])
        data, err = capsysbinary.readouterr()
        return Ran(int(ended.value.code or 0), data.decode(), err.decode(), data)

    return invoke


def titled(texts: dict[str, str]) -> dict[str, str]:
    """The same documents, each with its name as its title."""
    return {name: f"{Path(name).stem}\n\n{text}\n" for name, text in texts.items()}


@pytest.fixture
def encoder(monkeypatch: pytest.MonkeyPatch) -> FakeEncoder:
    """In place of any model."""
    from tests.fake_encoder import FakeEncoder, use

    return use(FakeEncoder(), monkeypatch)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder with the three documents of tests.fake_encoder."""
    from tests.fake_encoder import TEXTS, documents

    return documents(tmp_path / "文档", TEXTS)


@pytest.fixture(scope="session")
def served(default_index: Path) -> Iterator[str]:
    """The address of the page on the default index."""
    with serving(default_index) as address:
        yield address


@contextmanager
def serving(index_dir: Path) -> Iterator[str]:
    """Run app.py on a free port until the block ends."""
    port = free_port()
    with running("app.py", "--index", str(index_dir), "--port", str(port)):
        yield answering(port)


def free_port() -> int:
    """A port nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running(*command: str) -> Iterator[None]:
    """Run Python with `command` in a process of its own until the block ends."""
    process = subprocess.Popen([sys.executable, *command], cwd=ROOT)
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=30)


def answering(port: int, host: str = "127.0.0.1") -> str:
    """The address on this machine's `port`, once something answers there."""
    address = f"http://{host}:{port}/"
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        try:
            with opener.open(address, timeout=5):
                return address
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.1)
    raise TimeoutError(f"{address} did not answer within {START_SECONDS} s")


# Per module: while Playwright's synchronous driver runs, nothing else may use asyncio.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Real Chromium; skips where it is not installed."""
    from tests.browsing import launched

    with launched() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """A watched page on the default index, as wide as a laptop's."""
    from tests.browsing import watched

    with watched(browser, served, viewport={"width": 1440, "height": 900}) as page:
        yield page
