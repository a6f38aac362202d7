"""Programs get over HTTP and MCP what Python gets, as JSON."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from html import unescape
from pathlib import Path
from typing import Any, TypeVar

import httpx
import pytest
from fastapi.testclient import TestClient
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client
from mcp.types import CallToolResult, TextContent

import app
from assistant import Assistant
from assistant.api import http, mcp
from assistant.api.address import PortTakenError, require_free
from assistant.api.functions import PASSAGES, Functions
from assistant.api.line import Line
from assistant.jsonl import answer_line
from assistant.library.indexing import read_status
from assistant.sentences.quotes import NotVerbatimError
from index import IndexMissingError
from tests.conftest import answering, free_port, running
from tests.fakes import FakeAssistant

QUESTION = "他还建议了什么？"
T = TypeVar("T")
HISTORY = ["谁建议设立LME交割库？"]


@pytest.fixture(scope="module")
def assistant(default_index: Path) -> Assistant:
    return Assistant.open(default_index)


@pytest.fixture(scope="module")
def expected(assistant: Assistant) -> dict[str, Any]:
    line = json.dumps(answer_line(None, assistant.ask(QUESTION, HISTORY)))
    return untimed(json.loads(line))


def untimed(answer: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in answer.items() if key != "elapsed_ms"}


def test_http_gives_what_python_gives(
    served: str, assistant: Assistant, expected: dict[str, Any]
) -> None:
    asked: dict[str, Any] = {"question": QUESTION, "history": HISTORY}
    with httpx.Client(base_url=f"{served}api", trust_env=False, timeout=60) as client:
        assert untimed(client.post("ask", json=asked).json()) == expected
        assert untimed(client.get("ask", params=asked).json()) == expected
        found = client.get("retrieve", params={"query": "赤泥", "limit": 3}).json()
        assert found == [asdict(one) for one in assistant.search("赤泥", 3)]
        assert client.post("retrieve", json={"query": "赤泥", "limit": 3}).json() == found
        listed = client.get("documents").json()
    assert listed == [asdict(one) for one in assistant.documents]
    assert listed == read_status(assistant.index.folder)["listing"]


def test_http_is_described_and_says_what_is_wrong(served: str) -> None:
    with httpx.Client(base_url=f"{served}api", trust_env=False, timeout=60) as client:
        described = client.get("openapi.json").json()
        wrong = client.get("retrieve", params={"query": "x", "limit": PASSAGES + 1})
    assert set(described["paths"]) == {"/ask", "/retrieve", "/documents"}
    assert "resolved_question" in described["components"]["schemas"]["AnswerLine"]["properties"]
    assert wrong.status_code == 422 and wrong.json()["detail"][0]["loc"] == ["query", "limit"]


def test_the_guide_says_how_to_give_several_values() -> None:
    """Each command with JSON it shows is one that is understood."""
    fake = FakeAssistant()
    client = TestClient(http.build(Functions(lambda: fake, Line()), ""))  # type: ignore[arg-type, return-value]
    shown = re.findall("api/([a-z]+) -H .*? -d '(.*?)'<", unescape(client.get("docs").text))
    assert [name for name, _ in shown] == ["ask", "retrieve"]
    for name, body in shown:
        assert len(json.loads(body)["documents"]) > 1
        assert client.post(name, json=json.loads(body)).status_code == 200
    assert fake.histories[0] == json.loads(shown[0][1])["history"]


def test_every_door_keeps_to_the_limits() -> None:
    fake = FakeAssistant()
    call = Functions(lambda: fake, Line())  # type: ignore[arg-type, return-value]
    for asked in (call.ask("长" * 5000), call.ask("短", ["长" * 5000]), call.retrieve("长" * 5000)):
        with pytest.raises(ValueError, match="5000"):
            asyncio.run(asked)
    assert not fake.histories
    assert len(asyncio.run(call.retrieve("短", -3))) == 1


def test_without_an_index_http_says_what_to_do() -> None:
    def missing() -> Assistant:
        raise IndexMissingError("没有索引：x；请先运行 youju index")

    client = TestClient(http.build(Functions(missing, Line()), ""))
    answer = client.post("/ask", json={"question": "谁？"})
    assert (answer.status_code, answer.json()["detail"][:4]) == (503, "没有索引")


@pytest.mark.parametrize("error", [NotVerbatimError("a.txt:0-5"), RuntimeError("out of memory")])
def test_a_defect_is_no_index_that_is_missing(error: Exception) -> None:
    def defect() -> Assistant:
        raise error

    client = TestClient(http.build(Functions(defect, Line()), ""), raise_server_exceptions=False)
    assert client.post("/ask", json={"question": "谁？"}).status_code == 500


@pytest.mark.parametrize(
    ("method", "path", "given"),
    [
        ("GET", "api/documents", {}),
        ("POST", "api/ask", {"json": {"question": "谁？"}}),
        ("GET", "", {}),
        ("GET", "config", {}),
        ("POST", "mcp", {"json": {}}),
    ],
)
def test_served_to_this_machine_other_names_are_refused(
    served: str, method: str, path: str, given: dict[str, Any]
) -> None:
    """A page of another site, whose name its owner has bound to 127.0.0.1, reads nothing."""
    headers = {"Host": "evil.example:7860", "Origin": "http://evil.example:7860"}
    with httpx.Client(base_url=served, trust_env=False, timeout=60) as client:
        refused = client.request(method, path, headers=headers, **given)
        assert (refused.status_code, refused.text) == (400, "Invalid host header")


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "[::1]"])
def test_this_machine_may_be_called_by_its_names(served: str, name: str) -> None:
    """The port may be another: a tunnel's."""
    with httpx.Client(base_url=served, trust_env=False, timeout=60) as client:
        assert client.get("api/documents", headers={"Host": f"{name}:80"}).status_code == 200


def test_served_to_others_any_name_will_do(default_index: Path) -> None:
    port = free_port()
    command = ("app.py", "--index", str(default_index), "--host", "0.0.0.0", "--port", str(port))
    with running(*command), httpx.Client(trust_env=False, timeout=60) as client:
        address, named = answering(port), {"Host": "docs.example"}
        assert client.get(f"{address}api/documents", headers=named).status_code == 200
        assert client.get(address, headers=named).status_code == 200


def test_it_is_served_on_ipv6(default_index: Path) -> None:
    port = free_port()
    try:
        require_free("::1", port)
    except PortTakenError:
        pytest.skip("this machine has no IPv6")
    command = ("app.py", "--index", str(default_index), "--host", "::1", "--port", str(port))
    with running(*command), httpx.Client(trust_env=False, timeout=60) as client:
        address = answering(port, "[::1]")
        assert client.get(f"{address}api/documents").status_code == 200
        assert client.post(f"{address}mcp", json={}).status_code != 421  # nor is its name refused


def test_mcp_gives_what_python_gives(
    served: str, assistant: Assistant, expected: dict[str, Any]
) -> None:
    async def calls(session: ClientSession) -> tuple[CallToolResult, ...]:
        return (
            await session.call_tool("ask", {"question": QUESTION, "history": HISTORY}),
            await session.call_tool("retrieve", {"query": "赤泥", "limit": 3}),
            await session.call_tool("documents", {}),
        )

    answer, passages, documents = in_session(served, calls)
    assert answer.structuredContent and untimed(answer.structuredContent) == expected
    (block,) = answer.content
    assert isinstance(block, TextContent) and untimed(json.loads(block.text)) == expected
    assert passages.structuredContent == {
        "result": [asdict(one) for one in assistant.search("赤泥", 3)]
    }
    assert documents.structuredContent == {"result": [asdict(one) for one in assistant.documents]}


def test_mcp_tools_describe_themselves_and_refuse_what_is_wrong(served: str) -> None:
    async def calls(session: ClientSession) -> tuple[Any, CallToolResult]:
        wrong = {"query": "x", "limit": PASSAGES + 1}
        return await session.list_tools(), await session.call_tool("retrieve", wrong)

    listed, refused = in_session(served, calls)
    assert {tool.name for tool in listed.tools} == {"ask", "retrieve", "documents"}
    assert all(tool.description and tool.outputSchema for tool in listed.tools)
    assert refused.isError


def in_session(served: str, calls: Callable[[ClientSession], Awaitable[T]]) -> T:
    """What `calls` gets from a real client connected to the page."""

    async def connected() -> T:
        async with (
            httpx.AsyncClient(trust_env=False, timeout=60) as plain,
            streamable_http_client(f"{served}mcp", http_client=plain) as (read, write, _),
            ClientSession(read, write) as session,
        ):
            await session.initialize()
            return await calls(session)

    return asyncio.run(connected())


def test_mcp_of_another_generation_is_said_on_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(mcp, "version", lambda _: "2.0.0")
    given = app._programs(Functions(lambda: pytest.fail("not needed"), Line()), "127.0.0.1")
    assert [route.path for route in given["routes"]] == [http.PATH]
    assert "没有 MCP 工具" in capsys.readouterr().err
