"""What Word and Excel files have in common: packages of parts, or files of an older kind."""

from __future__ import annotations

import zipfile
import zlib

from docx.opc.exceptions import PackageNotFoundError

# What the libraries raise on a file that lost bytes, by where it lost them.
DAMAGED = (
    PackageNotFoundError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    RuntimeError,  # an entry that says it is encrypted, or packed in a way that nobody packs
    SyntaxError,
    ValueError,
    AttributeError,  # a part of another kind than its place says, or none
    IndexError,
    TypeError,
)
OLE = b"\xd0\xcf\x11\xe0"  # .doc and .xls, and their successors with a password
