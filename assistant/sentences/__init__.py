"""From the passages found to sentences: ranked, judged, whole.

Its rooms, each built on those above:

the index         quotes: spans, compared with their source; reader: what questions need of it
what is laid out  heads -> tables; enumerated (lists), motions (提案)
what is found     evidence (signs) -> ranker (trees) -> choose
whose words       speech; sides: for, against
what is amiss     whereabouts, particulars, cells -> lacking; doubt: read with its rivals
the best          ranking -> complete: not cut off
"""
