"""Plain JSON over HTTP, below /api."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import FastAPI, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse
from pydantic import BaseModel

from assistant.api import functions, guide
from assistant.library.listing import Listed
from assistant.library.scope import DocumentMissingError
from assistant.messages import language_of
from index.bundled import ModelMissingError
from index.store import IndexMissingError
from index.types import Passage

PATH = "/api"


class Ask(BaseModel):
    """A question, with those before it."""

    question: functions.QuestionText
    history: functions.History = []
    documents: functions.Documents = []


class Retrieve(BaseModel):
    """What to look for."""

    query: functions.Query
    limit: functions.Limit = 10
    documents: functions.Documents = []


def build(call: functions.Functions, tools: str) -> FastAPI:
    """An application of its own, so that its description holds nothing but these routes.

    `tools`: the path of the MCP server, empty where there is none.
    """
    http = FastAPI(
        title="有据 youju",
        version="1",
        docs_url=None,  # FastAPI's page loads its script from elsewhere; `guide` needs none
        redoc_url=None,
        swagger_ui_oauth2_redirect_url=None,
    )

    @http.get("/ask", response_model=functions.AnswerLine, operation_id="ask_get")
    async def ask_get(given: Annotated[Ask, Query()]) -> Any:
        return await call.ask(given.question, given.history, given.documents)

    @http.post("/ask", response_model=functions.AnswerLine, operation_id="ask")
    async def ask(given: Ask) -> Any:
        return await call.ask(given.question, given.history, given.documents)

    @http.get("/retrieve", response_model=list[Passage], operation_id="retrieve_get")
    async def retrieve_get(given: Annotated[Retrieve, Query()]) -> Any:
        return await call.retrieve(given.query, given.limit, given.documents)

    @http.post("/retrieve", response_model=list[Passage], operation_id="retrieve")
    async def retrieve(given: Retrieve) -> Any:
        return await call.retrieve(given.query, given.limit, given.documents)

    @http.get("/documents", response_model=list[Listed], operation_id="documents")
    def documents() -> Any:
        return call.documents()

    @http.get("/docs", include_in_schema=False)
    def docs(request: Request) -> HTMLResponse:
        language = language_of("", request.headers.get("accept-language", ""))
        address = str(request.base_url)
        return HTMLResponse(guide.render(http.openapi(), address, tools, language))

    @http.exception_handler(IndexMissingError)
    @http.exception_handler(ModelMissingError)
    @http.exception_handler(DocumentMissingError)
    def failed(_: Request, error: Exception) -> JSONResponse:
        """The message says what to do where there is no index, names what is near a document."""
        status = 404 if isinstance(error, DocumentMissingError) else 503
        return JSONResponse({"detail": str(error)}, status)

    return http
