"""Tools for assistants that speak the Model Context Protocol, at /mcp."""

from __future__ import annotations

import asyncio
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from assistant.api import functions
from assistant.library.listing import Listed
from index.types import Passage

if TYPE_CHECKING:
    from mcp.server.fastmcp import FastMCP

PATH = "/mcp"


def is_installed() -> bool:
    """Whether the package is there, in the generation that this is written for."""
    try:
        return version("mcp").startswith("1.")
    except PackageNotFoundError:
        return False


def build(call: functions.Functions, host: str) -> FastMCP:
    """A server whose tools give structured content and the same as JSON text.

    `host`: where it is served; on this machine only, requests under other names are refused.
    """
    from mcp.server.fastmcp import FastMCP

    server = FastMCP(
        "youju",
        host=host,
        streamable_http_path=PATH,
        stateless_http=True,
        json_response=True,
        log_level="WARNING",
    )

    @server.tool(description=call.ask.__doc__)
    async def ask(
        question: functions.QuestionText,
        history: functions.History | None = None,
        documents: functions.Documents | None = None,
    ) -> functions.AnswerLine:
        given = await call.ask(question, history, documents)
        return functions.AnswerLine(**given)

    @server.tool(description=call.retrieve.__doc__)
    async def retrieve(
        query: functions.Query,
        limit: functions.Limit = 10,
        documents: functions.Documents | None = None,
    ) -> list[Passage]:
        found = await call.retrieve(query, limit, documents)
        return [Passage(**one) for one in found]

    @server.tool(description=call.documents.__doc__)
    async def documents() -> list[Listed]:
        return [Listed(**one) for one in await asyncio.to_thread(call.documents)]

    return server
