"""The project's own files: pins that fit, both guides alike, nothing of one machine in them."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PINS = dict(
    line.split("==")
    for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
)
EXTRAS = PROJECT["project"]["optional-dependencies"].values()
GUIDES = ("README.md", "README.zh-CN.md")


@pytest.mark.parametrize(
    "wanted", [*PROJECT["project"]["dependencies"], *(one for extra in EXTRAS for one in extra)]
)
def test_every_dependency_is_pinned_within_its_range(wanted: str) -> None:
    requirement = Requirement(wanted)
    pins = {canonicalize_name(name): version for name, version in PINS.items()}
    assert requirement.specifier.contains(pins[canonicalize_name(requirement.name)])


def test_pins_are_names_and_versions_only() -> None:
    assert [v for v in PINS.values() if not re.fullmatch(r"[0-9][0-9a-z.]*", v)] == []


@pytest.mark.parametrize("name", [*GUIDES, "constraints.txt", "Makefile", ".ci/run"])
def test_no_host_and_no_path_of_a_machine(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    hosts = set(re.findall(r"https?://([^/\s:)]+)", text))
    assert hosts <= {"127.0.0.1"}
    assert not re.search(r"/(?:home|root|work|opt)/", text)


def test_nothing_invisible_stands_in_the_code() -> None:
    """A pattern with a control character in it matches nothing, and looks right."""
    code = [*ROOT.glob("*.py"), *(ROOT / "assistant").rglob("*.[pj][ys]")]
    code += [file for room in ("corpus", "index", "tests") for file in (ROOT / room).rglob("*.py")]
    control = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
    assert len(code) > 100
    assert [str(file) for file in code if control.search(file.read_text("utf-8"))] == []


def test_no_line_of_code_is_too_wide_to_read() -> None:
    """Ruff passes a line without a blank, however wide: a pattern of 400 columns."""

    def width(line: str) -> int:
        return sum(1 + (unicodedata.east_asian_width(one) in "WF") for one in line)

    code = [ROOT / "app.py"]
    for room in ("corpus", "index", "assistant"):
        code += [*(ROOT / room).rglob("*.py"), *(ROOT / room).rglob("*.js")]
    assert len(code) > 100
    for file in code:
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            assert width(line) <= 120, f"{file}:{number}"


def test_both_guides_say_the_same_in_the_same_order() -> None:
    english, chinese = ((ROOT / name).read_text("utf-8") for name in GUIDES)
    assert english.count("\n#") == chinese.count("\n#")
    assert re.findall(r"`(make \w+|tests/[\w./]+)`", english) == re.findall(
        r"`(make \w+|tests/[\w./]+)`", chinese
    )


@pytest.mark.parametrize("name", GUIDES)
def test_what_the_guides_name_is_there(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    files = re.findall(r"`(tests/[\w./]+)`", text) + re.findall(r"\]\(([\w./]+)\)", text)
    assert [file for file in files if not (ROOT / file).exists()] == []
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^make (\w+)|`make (\w+)`", text, re.MULTILINE))
    assert [t for pair in targets for t in pair if t and f"\n{t}:" not in makefile] == []
