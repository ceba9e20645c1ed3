"""Whether Fordel is on the PC as a web add-in too: two programs with the same names of functions spoil each other's
formulas. Office keeps the manifests it knows in a folder of the user's; they are looked for, and nothing
else is read."""

from __future__ import annotations

import os
import sys
from pathlib import Path

KEY = r"Software\Microsoft\Office\16.0\WEF\Developer"  # manifests given to Excel one by one
FOLDER = Path("Microsoft") / "Office" / "16.0" / "Wef"
MARK = b"Fordel funktioner"  # in the manifest with the functions
MOST, LARGEST = 2000, 1_000_000  # files looked at, bytes of one
WARNING = ("Fordel er også på denne pc som webtilføjelsesprogrammet Fordel funktioner. Brug kun det ene: to programmer "
           "med de samme funktionsnavne ødelægger hinandens formler. Fjern webtilføjelsesprogrammet i Excel (Indsæt, "
           "Mine tilføjelsesprogrammer), eller kør fordel excel fjern.")


def warning(local: str | None = None) -> str:
    """The sentence, or "" where it is not there; `local` is %LOCALAPPDATA%."""
    folder = local if local is not None else os.environ.get("LOCALAPPDATA", "")
    found = [*(_manifests(Path(folder) / FOLDER) if folder else ()), *_given()]
    return WARNING if any(map(_ours, found)) else ""


def _manifests(folder: Path) -> list[Path]:
    """What may be a manifest; folders that cannot be read are passed over, for Excel goes on without us knowing."""
    found: list[Path] = []
    for place, _, names in os.walk(folder):
        found += [Path(place) / name for name in names]
        if len(found) > MOST:
            break
    return found[:MOST]


def _given() -> list[Path]:
    """Those of the registry, where there is one."""
    if sys.platform != "win32":
        return []
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, KEY) as key:
            return [Path(str(winreg.EnumValue(key, number)[1])) for number in range(winreg.QueryInfoKey(key)[1])]
    except OSError:
        return []


def _ours(file: Path) -> bool:
    try:
        return file.stat().st_size <= LARGEST and MARK in file.read_bytes()
    except OSError:
        return False
