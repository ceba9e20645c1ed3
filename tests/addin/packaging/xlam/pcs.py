"""PCs for the installer, of our own making, and what is on them."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

from addin.packaging.xlam import install, pc
from addin.packaging.xlam.pc import Pc

XLAM = b"PK the add-in"
PLATFORM = (pc.CLICK_TO_RUN, "Platform")


def program(path: Path, machine: int) -> Path:
    """A program file as Windows has it, as far as it says what it is built for."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"MZ".ljust(60, b"\0") + struct.pack("<I", 64) + b"PE\0\0" + struct.pack("<H", machine))
    return path


def registry(found: dict[tuple[str, str], str]) -> Callable[[str, str], str | None]:
    return lambda key, name: found.get((key, name))


def root(version: str) -> tuple[str, str]:
    return rf"{pc.OFFICE}\{version}\Excel\InstallRoot", "Path"


def at(machine: Pc) -> install.Places:
    return install.places(machine)


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def wrong(machine: Pc, xlam: bytes | None = XLAM) -> list[str]:
    return [finding.what for finding in install.look(machine, xlam) if not finding.right]
