"""Your documents: `ask`, `retrieve`, `documents` on the default index, `Assistant` on any.

Its rooms:

one question      asking -> outcome -> answering; reader: the index as questions need it
how it is read    smalltalk, several, question, spelling, scope
after others      conversation: followup, ellipsis
from sentences    evidence (signs, tables), ranker (trees), choose -> lacking, doubt -> ranking
                  -> complete (enumerated: whole lists, replies)
for, against      sides (stance)
what is lacking   timing, whereabouts, goods, particulars, cells
whose words       whom (a question names), unknown (to the register); speech (of a sentence)
from the register register/ -> people, groups, members
from its own text about (the document), meeting (minutes), sections (by their headings),
                  motions -> of_motions (a list of 提案)
the answer        found -> quotes, wording, types
in English        foreign; whom and what a question names in pinyin: romanised, bodies -> english
beside it         suggesting, mentions, inspection, surroundings
documents         indexing, building, holdings, changes, listing, originals
how it is reached default (Python); cli (cli_options, cli_reports, cli_words), jsonl; api/ (HTTP,
                  MCP), page/ (the browser), address: where they are served
on the terminal   terminal, terminal_index
what is said      messages/, inspection_words; by users: feedback
how good it is    evaluate, measures, evaluation_report; learn/ trains the ranker
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
