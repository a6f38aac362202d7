"""Which state of the program's own code made something: with another, it is made anew."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files


@cache
def code_version(package: str, *modules: str) -> str:
    """A hash of the source of a package, or of some of its modules, in 16 hexadecimal digits."""
    names = {f"{module}.py" for module in modules}
    sources = [file for file in files(package).iterdir() if file.name.endswith(".py")]
    digest = hashlib.sha256()
    for file in sorted(sources, key=lambda file: file.name):
        if not names or file.name in names:
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
