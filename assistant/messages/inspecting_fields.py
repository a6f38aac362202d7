"""What there is to say in the room that shows how a question was answered."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspecting:
    """The words of one language. The maps are by the values that answers/inspection.py gives."""

    by_year: str
    by_year_help: str
    ask: str
    ask_help: str
    words_help: str
    nothing_yet: str
    aside: str

    # how the question was read
    analysis: str
    resolved: str
    corrected: str
    sought: str
    kind: str
    unit: str
    focus: str
    years: str
    people: str
    unknown_people: str
    way: str
    kinds: dict[str, str]
    ways: dict[str, str]

    # what was decided
    decision: str
    answered: str
    refused: str
    probability: str
    present: str
    free: str
    literal: str
    together: str
    counts: str
    counts_not: str
    whys: dict[str, str]
    comparison: str

    # what was found
    places: str
    place_label: str
    candidates: str
    sentences: str
    features: str
    feature: str
    rank: str
    passage: str
    fused: str
    dense: str
    lexical: str
    scope: str
    neighbour: str
    sentence: str
    points: str
    learned: str
    adjustment: str
    belief: str
    quote: str
    candidate: str
    feature_names: dict[str, str]

    # words by year
    year: str
    no_year: str
    year_bar: str
    year_heading: str
    sentence_count: str
    document_count: str
    mentions: str
    mentions_none: str
    as_table: str
    every_year: str
    shown_first: str
