"""Compiles the functions' types with LibreOffice's own compiler: python -m addin.packaging.compile

Only when a function has come or changed; what it makes is committed, so that building needs no LibreOffice.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from addin.describe import descriptions
from addin.packaging.idl import idl
from addin.packaging.oxt import IDL, RDB

PROGRAM = Path("/usr/lib/libreoffice")  # Debian's libreoffice-dev
COMPILER = PROGRAM / "sdk/bin/unoidl-write"


def available() -> bool:
    return COMPILER.exists()


def compiled(text: str) -> bytes:
    """The .rdb of a text in IDL."""
    folder = Path(tempfile.mkdtemp())
    try:
        (folder / IDL).write_text(text, encoding="utf-8")
        known = [PROGRAM / "program/types.rdb", PROGRAM / "program/types/offapi.rdb"]
        subprocess.run([COMPILER, *known, folder / IDL, folder / RDB], check=True, timeout=120)
        return (folder / RDB).read_bytes()
    finally:
        shutil.rmtree(folder)


def main() -> None:
    here = Path(__file__).parent
    text = idl(descriptions())
    (here / RDB).write_bytes(compiled(text))
    (here / IDL).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
