"""Imports point one way: corpus <- index <- assistant <- app. Nothing is imported at random."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ("corpus", "index", "assistant", "app")  # each may import itself and those before it
# The same within assistant/: each room may import itself and those before it. `__main__` is of the
# command; `__init__` is the door to asking and default, and opens it only when somebody knocks.
ROOMS = (
    *("types", "jsonl", "in_xml", "messages", "register", "query", "sentences", "answers"),
    *("library", "asking", "default", "evaluation", "learn", "api", "page", "command"),
)
DOORS = {"Assistant": "asking", "ask": "default", "documents": "default", "retrieve": "default"}
# Only these modules may import a layer above their own: the command starts the page.
EXCEPTIONS = {("assistant/command/cli.py", "app")}


def modules() -> Iterator[tuple[str, int]]:
    for level, layer in enumerate(LAYERS):
        files = [ROOT / "app.py"] if layer == "app" else sorted((ROOT / layer).rglob("*.py"))
        yield from ((file.relative_to(ROOT).as_posix(), level) for file in files)


def imported(source: str) -> set[str]:
    """The top-level names a module imports, at its top or inside functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize(("path", "level"), list(modules()))
def test_no_module_imports_a_layer_above_its_own(path: str, level: int) -> None:
    above = imported((ROOT / path).read_text("utf-8")) & set(LAYERS[level + 1 :])
    assert {layer for layer in above if (path, layer) not in EXCEPTIONS} == set()


def rooms_imported(source: str) -> set[str]:
    """The rooms of assistant/ that a module imports from, also for its types only."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    parts = (name.split(".") for name in names)
    rooms = {one[1] for one in parts if one[0] == "assistant" and len(one) > 1}
    return {DOORS.get(room, room) for room in rooms} & set(ROOMS)


def test_every_room_of_the_assistant_has_its_place() -> None:
    folder = ROOT / "assistant"
    packages = {file.parent.name for file in folder.glob("*/__init__.py")}
    assert packages | {file.stem for file in folder.glob("[!_]*.py")} == set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_imports_one_behind_it(room: str) -> None:
    folder = ROOT / "assistant"
    files = [*folder.glob(f"{room}.py"), *(folder / room).rglob("*.py")]
    files += [folder / "__main__.py"] if room == "command" else []
    behind = set(ROOMS[ROOMS.index(room) + 1 :])
    found = {file.name: rooms_imported(file.read_text("utf-8")) & behind for file in files}
    assert files and {name: rooms for name, rooms in found.items() if rooms} == {}


@pytest.mark.parametrize("path", [path for path, _ in modules()])
def test_nothing_here_loads_code_from_data(path: str) -> None:
    dangerous = {"pickle", "dill", "joblib", "shelve", "marshal"}
    assert imported((ROOT / path).read_text("utf-8")) & dangerous == set()


def test_the_walk_sees_imports_inside_functions() -> None:
    assert imported("def f():\n    import app\n    from index.build import update") == {
        "app",
        "index",
    }
    source = (
        "from assistant import DEFAULT_INDEX, Assistant\ndef f():\n    import assistant.page.word"
    )
    assert rooms_imported(source) == {"asking", "page"}


MAPPED = sorted(set(ROOMS) - {"types", "jsonl", "in_xml", "messages", "asking", "default", "learn"})


@pytest.mark.parametrize("package", ["index", "assistant", *(f"assistant/{one}" for one in MAPPED)])
def test_every_room_is_on_the_map(package: str) -> None:
    folder = ROOT / package
    shown = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))) or ""
    rooms = {file.stem for file in folder.glob("[!_]*.py")}
    rooms |= {file.parent.name for file in folder.glob("*/__init__.py")}
    assert rooms - set(re.findall(r"\w+", shown)) == set()


def loaded(module: str, heavy: tuple[str, ...]) -> list[str]:
    """Those of the heavy modules that importing `module` brings along."""
    code = f"import sys, {module}; print(*(m for m in {heavy!r} if m in sys.modules))"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return run.stdout.split()


def test_help_starts_without_the_model() -> None:
    """Half a second is what one waits for help; torch alone takes several."""
    heavy = ("torch", "faiss", "gradio", "sentence_transformers", "transformers")
    assert loaded("assistant.command.cli", heavy) == []


def test_the_page_is_drawn_before_what_answers_is_imported() -> None:
    heavy = ("torch", "faiss", "bm25s", "scipy", "tokenizers", "pypinyin", "openpyxl", "docx")
    assert loaded("app", (*heavy, "assistant.register")) == []


def test_searching_needs_nothing_that_builds() -> None:
    assert loaded("index.snapshot", ("index.build", "index.write", "filelock")) == []


def test_gradio_writes_no_stubs_at_the_start() -> None:
    """Fails when Gradio has no such function any more: then `without_stubs` can go."""
    code = (
        "import sys, importlib.util as util\n"
        "path = util.find_spec('gradio').submodule_search_locations[0] + '/component_meta.py'\n"
        "assert 'def create_or_modify_pyi(' in open(path, encoding='utf-8').read()\n"
        "import app\n"
        "from gradio import blocks_events, component_meta\n"
        "used = {blocks_events.create_or_modify_pyi, component_meta.create_or_modify_pyi}\n"
        "print(*(function.__module__ for function in used))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "assistant.page.quick_start"


def test_the_web_application_is_made_once(tmp_path: Path) -> None:
    """By `launch`; to make one takes a tenth of the start."""
    code = (
        "import sys, pathlib, app\n"
        "page, _ = app.build_page(pathlib.Path(sys.argv[1]))\n"
        "from gradio.routes import App\n"
        "print(page.app, App.create_app(page) is not None)"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "none")]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "None True"


def test_a_question_is_answered_without_torch(default_index: Path) -> None:
    """With the default model: loading torch and what stands on it takes longer than answering."""
    heavy = "'torch', 'sentence_transformers', 'transformers', 'gradio'"
    code = (
        "import sys\n"
        "from assistant import Assistant\n"
        "assert Assistant.open(sys.argv[1]).ask('谁建议设立LME交割库？').answered\n"
        f"print([m for m in ({heavy}) if m in sys.modules])"
    )
    command = [sys.executable, "-c", code, str(default_index)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
