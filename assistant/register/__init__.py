"""提案台账: who proposed what, with which figures; every cell is a span of the source."""

from assistant.register.extract import extract
from assistant.register.types import Figure, Person, Proposal, Register

__all__ = ["Figure", "Person", "Proposal", "Register", "extract"]
