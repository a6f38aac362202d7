"""From the passages found to sentences: ranked, judged, whole.

Its rooms, each built on those above:

what is laid out  heads (of tables), columns; enumerated (lists), motions (提案)
what is found     evidence (signs) -> ranker (trees) -> choose
the index         quotes: spans, compared with their source; reader: what questions need of it
what is noticed   speech: whose words; sides: for, against; whereabouts; years; indicated, how_much
                  (figures); which_one, telling (words) -> particulars; yes_no, orders (asked for)
                  -> values (of columns) -> extremes (picked) -> naming -> tables
                  -> marking: all that of each
the best          lacking: what it lacks; doubt: read with its rivals -> ranking
                  -> complete: not cut off
"""
