"""`youju eval`: how good the answers are, on questions whose answers are known.

Its rooms: evaluate -> measures (what is counted), report (in Markdown).
"""
