"""What an update of the index did, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.messages import Storing

if TYPE_CHECKING:
    from index.build import Summary


def what_changed(summary: Summary, words: Storing) -> str:
    """新增 4 份文档，删除 1 份文档: what did not happen is not told."""
    told = (
        words.changes[name].format(count=count)
        for name, count in (
            ("new", summary.new),
            ("changed", summary.changed),
            ("moved", summary.moved),
            ("deleted", summary.deleted),
        )
        if count
    )
    return words.also.join(told) or words.no_changes
