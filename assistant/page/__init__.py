"""The parts of the browser page. Used by app.py only: they render, they decide nothing."""
