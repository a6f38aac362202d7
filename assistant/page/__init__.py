"""The browser page: what its events do, and how what they give is drawn. Used by app.py only.

Its rooms, for each the events first, then what is drawn:

the page          wiring: which event is answered by what; layout, theme; opened: what
                  it answers from; quick_start: what Gradio does for nothing, left out
the conversation  events, suggestions, scope -> chat, answer, lead, buttons
quotes            drawn -> grid (columns); context: what stands around one; text, marks: as the
                  source is drawn
kept, handed on   keeping, shelf -> drawer, export, word, references
the source        links: what a click opens; source -> text, sheets, find
the register      register_room, register_view -> register: register_filters, register_rows,
                  register_counts, register_years (register_axis)
documents         library -> documents, building
inspecting        inspector -> inspection, charts; kept: what it and the register keep over a reload
"""
