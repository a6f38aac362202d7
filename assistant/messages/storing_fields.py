"""What there is to say in the room where documents are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Storing:
    """The words of one language. The maps are by the values of State, How and Stage."""

    # the list
    heading: str
    states: dict[str, str]
    left_out: str
    mend: str
    remove_sure: str

    # adding and removing
    add: str
    add_help: str
    kept_in: str
    sending: str
    taken: dict[str, str]
    many: str
    which: str
    replace: str
    keep_both: str
    replaced: str
    removed: str
    not_there: str
    last_one: str
    failed: str
    wait: str
    read_only: str
    no_folder: str

    # bringing the index in line
    waiting: str
    up_to_date: str
    update: str
    rebuild: str
    rebuild_sure: str
    rebuild_yes: str
    cancelling: str
    step: str
    stages: dict[str, str]
    of_documents: str
    of_chunks: str
    rate: str
    seconds_left: str
    minutes_left: str
    still_answers: str
    changes: Mapping[str, str]
    also: str
    no_changes: str
    done: str
    cancelled: str
    busy: str
