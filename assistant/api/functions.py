"""What programs can call, and what they get. The three doors lead to these."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from assistant.api.line import Line
from assistant.jsonl import answer_line
from assistant.messages import ZH
from assistant.types import Quote
from index.types import Passage

if TYPE_CHECKING:
    from assistant import Assistant

PASSAGES = 50  # given at most
QUESTION_CHARACTERS = 2_000  # far above any question; keeps a pasted document out of the model

QuestionText = Annotated[
    str, Field(max_length=QUESTION_CHARACTERS, description="The question, in Chinese.")
]
History = Annotated[
    list[Annotated[str, Field(max_length=QUESTION_CHARACTERS)]],
    Field(description="Earlier questions of the same conversation, oldest first."),
]
Query = Annotated[
    str, Field(max_length=QUESTION_CHARACTERS, description="Words or a question, in Chinese.")
]
Documents = Annotated[
    list[str],
    Field(description="Paths, folders or patterns of documents to keep to; none: all documents."),
]
Limit = Annotated[int, Field(ge=1, le=PASSAGES, description="How many passages at most.")]


class AnswerLine(BaseModel):
    """An answer as the command line gives it: quotations, or an honest refusal."""

    model_config = ConfigDict(extra="forbid")

    id: Any = Field(description="Always null here; questions in files have one.")
    question: str
    resolved_question: str = Field(description="With what a follow-up leaves out filled in.")
    answered: bool = Field(description="False: the documents hold no evidence, nothing is quoted.")
    text: str = Field(description="A lead-in with [n] marks, or the refusal.")
    quotes: list[Quote] = Field(
        description="Word for word; start and end count characters of the document's source text. "
        "The heads of tables whose rows are quoted come last, numbered on."
    )
    elapsed_ms: float
    confidence: float = Field(description="Probability that the first quotation answers.")
    related: list[Passage] = Field(description="Nearest passages below a refusal: not an answer.")


class Functions:
    """Functions whose names, types and docstrings are what programs see."""

    def __init__(self, assistant: Callable[[], Assistant], line: Line) -> None:
        self._assistant = assistant
        self._line = line

    async def ask(
        self, question: str, history: list[str] | None = None, documents: list[str] | None = None
    ) -> dict[str, Any]:
        """Answer a question with word-for-word quotations from the indexed documents, or refuse."""
        _bound(question, *history or ())
        kept = _given(documents) or None
        answer = await self._line.wait_async(
            lambda: self._assistant().ask(question, _given(history), documents=kept)
        )
        return answer_line(None, answer)

    async def retrieve(
        self, query: str, limit: int = 10, documents: list[str] | None = None
    ) -> list[dict[str, Any]]:
        """Find the passages of the indexed documents that are nearest to a query, best first."""
        _bound(query)
        kept, most = _given(documents) or None, max(1, min(limit, PASSAGES))
        found = await self._line.wait_async(
            lambda: self._assistant().search(query, most, documents=kept)
        )
        return [asdict(passage) for passage in found]

    def documents(self) -> list[dict[str, Any]]:
        """List the indexed documents, with what is known of each."""
        return [asdict(one) for one in self._assistant().documents]


def _bound(*texts: str) -> None:
    """HTTP and MCP refuse by the types above; Gradio's client knows none of them."""
    longest = max(map(len, texts))
    if longest > QUESTION_CHARACTERS:
        raise ValueError(ZH.too_long.format(length=longest, limit=QUESTION_CHARACTERS))


def _given(values: list[str] | None) -> list[str]:
    """Without the empty ones, which a form sends."""
    return [value for value in values or () if value.strip()]
