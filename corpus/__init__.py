"""Documents in: find, read, repair, split. Knows nothing of models, search or answers."""

from corpus.read import ENDINGS, ReadError, find, is_hidden, located, read, read_bytes
from corpus.repair import as_paragraphs, repair
from corpus.split import split
from corpus.tidy import flat, tidy
from corpus.types import Chunk, Document, Sentence
from corpus.version import code_version

__all__ = [
    "ENDINGS",
    "Chunk",
    "Document",
    "ReadError",
    "Sentence",
    "as_paragraphs",
    "code_version",
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
