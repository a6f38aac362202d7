"""Ask your documents: `ask` and `retrieve` on the default index, `Assistant` on any."""

from assistant.ask import Assistant
from assistant.types import Answer, Quote

__all__ = ["Answer", "Assistant", "Quote"]
