"""The browser page: what its events do, and how what they give is drawn. Used by app.py only.

Its rooms, for each the events first, then what is drawn:

the page          wiring: which event is answered by what; layout, theme; opened: what
                  it answers from; one_app, without_stubs: a quicker start
the conversation  events, suggestions, scope -> chat, answer, lead, buttons
quotes            drawn -> grid (columns); surroundings -> context; text, marks: as the source
                  is drawn
kept, handed on   keeping, shelf -> drawer, export, word (word_table), references
the source        links: what a click opens; place: what it asks for; source -> text, sheets, find
the register      register_room, register_view -> register: register_filters, register_rows,
                  register_counts, register_years (register_axis)
documents         library -> documents, building, sure
inspecting        inspector -> inspection, charts
in several        choices: one of a few
"""
