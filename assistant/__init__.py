"""Your documents: `ask`, `retrieve`, `documents` on the default index, `Assistant` on any.

Its rooms, each built on those above; each says in its `__init__` what is where:

the words         types: what a question gives; messages/: what is said; jsonl: as lines;
                  in_xml: as Word and Excel can hold them
who proposed what register/ (cities.txt)
a question        query/ (its words) -> sentences/ (found, ranked, judged) -> answers/ (the ways)
the documents     library/: the files, and what is kept beside the index
for programs      asking: what answers from one index; default: on the default one
how good it is    evaluation/; learn/ trains the ranker
how it is reached api/ (HTTP, MCP), page/ (the browser), command/ (`youju`)
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.asking import Assistant
    from assistant.default import ask, documents, retrieve
    from assistant.types import Answer, Quote

# Below the folder one works in.
DEFAULT_INDEX = Path("data/index")
DEFAULT_SOURCE = Path("corpus/documents")

__all__ = ["DEFAULT_INDEX", "Answer", "Assistant", "Quote", "ask", "documents", "retrieve"]


def __getattr__(name: str) -> Any:
    """Import what is asked for only then (PEP 562): the model takes seconds to load."""
    from importlib import import_module

    homes = {"Assistant": "asking", "Answer": "types", "Quote": "types"}
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{homes.get(name, 'default')}"), name)
