"""What there is on the PC: the user's folders, this Python, Excel. The one place that asks Windows, so that tests may
give a PC of their own."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path

OFFICE = r"SOFTWARE\Microsoft\Office"
VERSIONS = ("16.0", "15.0", "14.0")  # 2016 and later, 2013, 2010
CLICK_TO_RUN = r"SOFTWARE\Microsoft\Office\ClickToRun\Configuration"
MACHINES = {0x8664: 64, 0x14C: 32, 0xAA64: 64}  # what a program is built for; on ARM the add-in's bits are Excel's
Registry = Callable[[str, str], "str | None"]  # key under HKLM or HKCU, value -> its data


def no_registry(key: str, name: str) -> str | None:
    return None


@dataclass(frozen=True)
class Pc:
    """`import_alone` says why this Python cannot run Fordel apart from everything else (-I), "" where it can."""

    environment: Mapping[str, str]
    python: Path  # python.exe
    prefix: Path  # where its packages and xlwings' DLL are
    xlwings: str | None  # its version
    windows: bool
    encoding: str  # of file names in programs that know no other: VBA reads the settings so
    registry: Registry = no_registry
    running: Callable[[], bool] = field(default=lambda: False)
    import_alone: Callable[[Path], str] = field(default=lambda python: "")

    def folder(self, name: str) -> Path | None:
        """APPDATA or LOCALAPPDATA."""
        given = self.environment.get(name, "")
        return Path(given) if given else None


def this() -> Pc:
    windows = sys.platform == "win32"
    try:
        version: str | None = metadata.version("xlwings")
    except metadata.PackageNotFoundError:
        version = None
    return Pc(os.environ, Path(sys.executable), Path(sys.prefix), version, windows, "mbcs" if windows else "cp1252",
              _registry if windows else no_registry, _excel_runs if windows else lambda: False, import_alone)


def bits(program: Path) -> int | None:
    """32 or 64, as the program file itself says."""
    try:
        with program.open("rb") as file:
            head = file.read(4096)
        at = struct.unpack_from("<I", head, 60)[0]
        return MACHINES.get(struct.unpack_from("<H", head, at + 4)[0]) if head[at:at + 4] == b"PE\0\0" else None
    except (OSError, struct.error):
        return None


def excels(pc: Pc) -> dict[str, int]:
    """Version -> bits of every Excel on the PC, the newest first. Of one installed by Click-to-Run the platform stands
    in the registry; of another its program is looked at."""
    found = {}
    for version in VERSIONS:
        place = pc.registry(rf"{OFFICE}\{version}\Excel\InstallRoot", "Path")
        if place is None:
            continue
        platform = pc.registry(CLICK_TO_RUN, "Platform") if version == VERSIONS[0] else None
        said = {"x86": 32, "x64": 64}.get(platform or "")
        width = bits(Path(place) / "EXCEL.EXE") or said
        if width is not None:
            found[version] = width
    return found


def _registry(key: str, name: str) -> str | None:
    """Both halves of a 64-bit Windows, the machine's first."""
    if sys.platform != "win32":
        return None
    import winreg

    for hive in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
        for half in (winreg.KEY_WOW64_64KEY, winreg.KEY_WOW64_32KEY):
            try:
                with winreg.OpenKey(hive, key, 0, winreg.KEY_READ | half) as opened:
                    return str(winreg.QueryValueEx(opened, name)[0])
            except OSError:
                continue
    return None


def _excel_runs() -> bool:
    done = subprocess.run(["tasklist", "/FI", "IMAGENAME eq EXCEL.EXE", "/NH"], capture_output=True, text=True,
                          errors="replace", check=False)
    return "EXCEL.EXE" in done.stdout.upper()


def import_alone(python: Path) -> str:
    """Starts it as the add-in does: without the user's own packages, PYTHONPATH and the folder it stands in."""
    needed = ["addin.hosts.excel.com", "xlwings", *(["win32com.client"] if sys.platform == "win32" else [])]
    try:
        done = subprocess.run([str(python), "-I", "-B", "-c", f"import {', '.join(needed)}"], capture_output=True,
                              text=True, errors="replace", timeout=120, check=False)
    except (OSError, subprocess.TimeoutExpired) as failed:
        return type(failed).__name__
    return done.stderr.strip().splitlines()[-1] if done.returncode and done.stderr.strip() else ""
