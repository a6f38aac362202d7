"""How the page looks: Gradio's theme on system fonts, and the page's own style and script."""

from __future__ import annotations

from importlib.resources import files

import gradio as gr

# What systems bring along, by platform (macOS, Windows, Linux): nothing is fetched.
FONTS = (
    "-apple-system",
    "Segoe UI",
    "PingFang SC",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "system-ui",
    "sans-serif",
)


def theme() -> gr.themes.Base:
    """Gradio's plain theme with system fonts and nothing below 14 px."""
    return gr.themes.Base(
        primary_hue=gr.themes.colors.teal,
        neutral_hue=gr.themes.colors.stone,
        text_size=gr.themes.sizes.text_lg,
        radius_size=gr.themes.sizes.radius_md,
        font=list(FONTS),
        font_mono=["ui-monospace", "Consolas", "monospace"],
    )


def head() -> str:
    """What goes into the page's head, inline. Not Blocks' `css`: that is scoped below the body."""
    fonts = f":root {{ --chinese: {', '.join(FONTS)}; }}"
    return f"<style>{fonts}{_all('css')}</style><script>{_all('js')}</script>"


def _all(kind: str) -> str:
    """The page's own file first, on which those of the rooms build."""
    found = (file for file in files(__package__).iterdir() if file.name.endswith(f".{kind}"))
    every = sorted(found, key=lambda file: (file.name != f"page.{kind}", file.name))
    return "".join(file.read_text(encoding="utf-8") for file in every)


def path(name: str) -> str:
    """Where a file that lies beside this one is."""
    return str(files(__package__).joinpath(name))
