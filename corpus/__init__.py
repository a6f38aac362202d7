"""Documents in: find, read, repair, split. Knows nothing of models, search or answers."""

from corpus.read import ENDINGS, ReadError, find, is_hidden, located, read, read_bytes
from corpus.repair import as_paragraphs, repair
from corpus.split import SPLITTER_VERSION, split
from corpus.tidy import flat, tidy
from corpus.types import Chunk, Document, Repaired, Sentence

__all__ = [
    "ENDINGS",
    "SPLITTER_VERSION",
    "Chunk",
    "Document",
    "ReadError",
    "Repaired",
    "Sentence",
    "as_paragraphs",
    "find",
    "flat",
    "is_hidden",
    "located",
    "read",
    "read_bytes",
    "repair",
    "split",
    "tidy",
]
