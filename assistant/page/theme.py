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


def resource(name: str) -> str:
    """The text of a file that lies beside this one."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def head() -> str:
    """What goes into the page's head, inline. Not Blocks' `css`: that is scoped below the body."""
    style, script = ("".join(map(resource, _named(kind))) for kind in ("css", "js"))
    fonts = f":root {{ --chinese: {', '.join(FONTS)}; }}"
    return f"<style>{fonts}{style}</style><script>{script}</script>"


def _named(kind: str) -> list[str]:
    """The page's own file first, on which those of the rooms build."""
    names = {file.name for file in files(__package__).iterdir() if file.name.endswith(f".{kind}")}
    return [f"page.{kind}", *sorted(names - {f"page.{kind}"})]


def path(name: str) -> str:
    """Where a file that lies beside this one is."""
    return str(files(__package__).joinpath(name))
