"""The ways to an answer, and what is said beside it.

Its rooms:

a message         outcome: several questions -> single: one -> conversation: after others
                  -> answering: by which way -> found; in_parts: of one sentence
from the register people, members; unknown: who, or what document, is not there
from a document   about (itself), outline, articles (of a law), meeting (minutes),
                  sections (headed), of_motions (提案)
of years          over_years (mentions), each_year (what is said in each), indicators (figures)
in English        english: put as one asks in Chinese
in words          wording; nearest: below a refusal
beside it         suggesting (worded), inspection (inspection_words)
"""
