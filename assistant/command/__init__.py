"""The command line, `youju`: help is shown before anything slow is loaded.

Its rooms:

the commands      cli; reports: those that make tables; options; words: help in Chinese
what they print   terminal; terminal_index: of an index
"""
