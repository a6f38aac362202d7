"""The documents as files, and what is kept beside the index. Nothing here answers a question.

Its rooms:

the files         holdings -> naming, originals: the file behind a document; pages: as they look
the index         indexing: brought in line with them -> building: beside the questions
its documents     listing; scope: those a question keeps to
what users say    feedback
"""
