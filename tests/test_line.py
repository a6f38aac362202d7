"""However many ask at once, through whatever door, two questions are answered at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import TYPE_CHECKING

import httpx
import pytest
from gradio_client import Client  # type: ignore[import-untyped]
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client

from assistant.api.line import AT_ONCE
from tests.conftest import answering, free_port, running

if TYPE_CHECKING:
    from playwright.sync_api import Browser

EACH = 4  # questions through every door
MANY = 100  # more than twice the threads that serve the page

# Its answers say how many questions it was answering at once.
COUNTING = """
import sys, threading, time
from dataclasses import replace
from pathlib import Path
import app
from assistant.types import Said
from tests.fakes import FakeAssistant

counting, now = threading.Lock(), []

class Counting(FakeAssistant):
    def ask(self, question, history, documents=None):
        with counting:
            now.append(question)
        time.sleep(0.1)
        with counting:
            at_once = len(now)
            now.remove(question)
        said = (Said(source=str(at_once)),)
        return replace(super().ask(question, history), text=str(at_once), said=said)

page, functions = app.build_page(Path("index"), lambda _: Counting())
app.launch(page, functions, "127.0.0.1", int(sys.argv[1]))
page.block_thread()
"""


@pytest.fixture(scope="module")
def crowded() -> Iterator[str]:
    port = free_port()
    with running("-c", COUNTING, str(port)):
        yield answering(port)


def test_two_questions_at_once_through_all_doors_together(crowded: str) -> None:
    client = Client(crowded, verbose=False)

    async def asked() -> list[str]:
        async with httpx.AsyncClient(trust_env=False, timeout=60) as plain:
            doors = (over_http, over_mcp)
            waiting = [door(plain, crowded, f"{n}？") for n in range(EACH) for door in doors]
            jobs = [client.submit(f"{n}？", [], api_name="/ask") for n in range(EACH)]
            given = await asyncio.gather(*waiting)
        return given + [job.result(timeout=60)["text"] for job in jobs]

    at_once = [int(text) for text in asyncio.run(asked())]
    assert len(at_once) == 3 * EACH and max(at_once) == AT_ONCE


async def over_http(plain: httpx.AsyncClient, served: str, question: str) -> str:
    answer = await plain.post(f"{served}api/ask", json={"question": question})
    text: str = answer.json()["text"]
    return text


async def over_mcp(plain: httpx.AsyncClient, served: str, question: str) -> str:
    async with (
        streamable_http_client(f"{served}mcp", http_client=plain) as (read, write, _),
        ClientSession(read, write) as session,
    ):
        await session.initialize()
        answer = await session.call_tool("ask", {"question": question})
    text: str = (answer.structuredContent or {})["text"]
    return text


def test_questions_that_wait_keep_no_click_waiting(crowded: str) -> None:
    async def meanwhile() -> int:
        """How many questions are answered while the page is asked for."""
        async with httpx.AsyncClient(trust_env=False, timeout=60) as plain:
            many = [asyncio.create_task(over_http(plain, crowded, f"{n}？")) for n in range(MANY)]
            await asyncio.sleep(1)  # until all have come in
            before = sum(one.done() for one in many)
            (await plain.get(crowded)).raise_for_status()
            after = sum(one.done() for one in many)
            await asyncio.gather(*many)
            return after - before

    assert asyncio.run(meanwhile()) < MANY / 4


def test_the_chat_waits_in_the_same_line(crowded: str, browser: Browser) -> None:
    page = browser.new_page(locale="zh-CN")
    page.goto(crowded)
    page.wait_for_selector("#chat .welcome")
    page.evaluate(
        """(questions) => {
          const asked = (question) => fetch(`/api/ask?question=${question}`);
          const text = async (question) => (await (await asked(question)).json()).text;
          window.given = Promise.all(questions.map(text));
        }""",
        [f"{n}？" for n in range(4 * EACH)],
    )
    page.fill("#question textarea", "谁？")
    page.press("#question textarea", "Enter")
    page.wait_for_selector(".card")
    texts = [*page.evaluate("window.given"), page.inner_text(".turn .lead").strip("：")]
    page.close()
    assert max(int(text) for text in texts) == AT_ONCE
