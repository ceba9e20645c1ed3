"""`fordel diagnose`: what this machine has of what Fordel runs on, for whoever helps. Nothing of any workbook is read,
and no name of a user, a machine or a folder is told."""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

from addin import libreoffice
from addin.told.about import versions

SECONDS = 30  # the first start of a LibreOffice
MISSING = "findes ikke"
LIBRARIES = ("XlsxWriter", "python-calamine", "click", "rich", "pypdf", "xlwings", "xlwings-server")
# The font of new workbooks, and the one LibreOffice puts in its place: with neither, columns are drawn too narrow.
FONTS = {"Calibri": "calibri.ttf", "Carlito": "Carlito-Regular.ttf"}
_EXCEL = Path("/Applications/Microsoft Excel.app")


def rows() -> list[tuple[str, str]]:
    """Each fact with its heading."""
    return [*versions(), ("System", platform.platform(terse=True)),
            *((library, version_of(library)) for library in LIBRARIES),
            ("Terminalens tegn", sys.stdout.encoding or "ukendt"), ("LibreOffice", office()), ("Excel", excel()),
            *((f"Skriften {font}", "findes" if has_font(font) else MISSING) for font in FONTS)]


def version_of(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "ikke installeret"


def office() -> str:
    """What LibreOffice says that it is; told also where it does not answer."""
    program = libreoffice.program()
    if program is None:
        return MISSING
    try:
        said = subprocess.run([program, "--version"], stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return "findes, men svarer ikke"
    return said.stdout.decode(errors="replace").strip() or "findes, men siger ikke sin version"


def excel() -> str:
    if sys.platform == "win32":
        import winreg  # only there

        try:
            return str(winreg.QueryValue(winreg.HKEY_CLASSES_ROOT, r"Excel.Application\CurVer"))
        except OSError:
            return MISSING
    return "findes" if _EXCEL.exists() else MISSING


def has_font(name: str) -> bool:
    """On Windows by its file, elsewhere as fontconfig knows it."""
    if sys.platform == "win32":
        return Path(r"C:\Windows\Fonts", FONTS[name]).exists()
    listing = shutil.which("fc-list")
    if listing is None:
        return False
    return name in subprocess.run([listing, ":", "family"], capture_output=True, text=True).stdout
