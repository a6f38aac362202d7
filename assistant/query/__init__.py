"""What the words of a question say, and how those of a sentence answer to them. Strings in, strings
out: nothing here knows the index, or more of the documents than their text.

Its rooms:

what is asked     question: kind, unit, words; several: questions in one, parts: in a sentence;
                  smalltalk: none; politeness: around it; plainly: as one writes
after others      followup -> anaphora: 他, 它, 这; temporal: 第二年 -> ellipsis: 那……呢
                  -> topic: what a question is about
of whom           groups; whom: who is said to speak; stance: for, against
of what           timing: of which year; periods: month, session, plan; years: of which, and in
                  which of them; indicator: which figure; goods: of which thing; contraries: of
                  which of two; places, countries; numbered: by number
mistyped          spelling
in English        foreign; names in pinyin: romanised, bodies; english_figures, glossary: official
"""
