"""The parts of the browser page. Used by app.py only: they render, they decide nothing.

Its rooms, for each the events first, then what is drawn:

the page          wiring: which event is answered by what; layout, theme, without_stubs
the conversation  events, suggestions, scope -> chat, answer, grid
kept, handed on   keeping, shelf -> drawer, export, word
the source        places: what a click opens; place: what it asks for; source -> text, sheets, find
the register      register_room, register_view -> register, with its filters, rows, counts, years
documents         library -> documents, building, sure
inspecting        inspector -> inspection, charts
"""
