"""A PC the installer works on."""

from __future__ import annotations

from pathlib import Path

import pytest

from addin.packaging.xlam import install, pc
from addin.packaging.xlam.pc import Pc
from tests.addin.packaging.xlam.pcs import program, registry, root


@pytest.fixture
def machine(tmp_path: Path) -> Pc:
    """A PC with a 64-bit Excel, and Python in an environment of the user's."""
    home = tmp_path / "Brugere" / "Søren Ægård Å"
    local, roaming = home / "AppData" / "Local", home / "AppData" / "Roaming"
    prefix = local / "Fordel" / "python"
    for folder in (local, roaming, prefix / "Scripts"):
        folder.mkdir(parents=True)
    for name in ("python.exe", "pythonw.exe"):
        (prefix / "Scripts" / name).write_bytes(b"MZ")
    for name in install.dlls().values():
        (prefix / name).write_bytes(b"MZ")
    office = program(tmp_path / "Program Files" / "Office16" / "EXCEL.EXE", 0x8664).parent
    return Pc({"APPDATA": str(roaming), "LOCALAPPDATA": str(local)}, prefix / "Scripts" / "python.exe", prefix,
              "0.37.8", True, "cp1252", registry({root("16.0"): str(office)}))


@pytest.fixture
def on(machine: Pc, monkeypatch: pytest.MonkeyPatch) -> Pc:
    monkeypatch.setattr(pc, "this", lambda: machine)
    return machine
