"""Fordel.xlam on a PC: what is looked at, what is written, what is taken away. Two files of the user's own and no more:

    %APPDATA%\\Microsoft\\Excel\\XLSTART\\Fordel.xlam     a folder Excel opens by itself, and trusts
    %LOCALAPPDATA%\\Fordel\\excel.ini                     which Python it starts

No administrator, no registry. Installing again is upgrading, and repairing.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from addin import whole_file
from addin.packaging.xlam import build
from addin.packaging.xlam.pc import Pc, excels
from addin.system_errors import reason
from addin.version import VERSION
from addin.workbook import Refusal

XLSTART, SETTINGS, LOG = ("Microsoft", "Excel", "XLSTART"), ("Fordel", "excel.ini"), ("Fordel", "fordel.log")
LONGEST = 1000  # letters of the path to Python
OLD_NAMES = ("fordel.xla", "fordeling.xlam")  # of trials before it had its name
_DLL = re.compile(r'Lib "(xlwings(32|64)-[^"]+\.dll)"')
NOT_WINDOWS = ("Det her kan kun gøres på en pc med Windows. Byg på denne maskine med fordel byg xlam eller "
               "fordel byg windows MAPPE, og tag det med.")
CLOSE_EXCEL = "Excel er åben. Gem dit arbejde, luk Excel, og kør kommandoen igen. Fordel lukker den ikke."
NO_FOLDER = "Windows siger ikke, hvor din mappe {} er. Log af og på, eller spørg it-afdelingen."
LETTERS = ("Stien {} har bogstaver, Excels makroer ikke kan læse. Læg Python i en mappe uden, fx C:\\Fordel, og "
           "installér derfra.")


class Finding(NamedTuple):
    """One thing that is looked at: whether it is right, what it is, and what to do where it is not."""

    right: bool
    what: str
    mend: str = ""


class Places(NamedTuple):
    xlam: Path
    settings: Path
    log: Path


def places(pc: Pc) -> Places:
    """Where things go; raises Refusal where Windows does not say."""
    if not pc.windows:
        raise Refusal(NOT_WINDOWS)
    roaming, local = pc.folder("APPDATA"), pc.folder("LOCALAPPDATA")
    for name, folder in (("APPDATA", roaming), ("LOCALAPPDATA", local)):
        if folder is None or not folder.is_dir():
            raise Refusal(NO_FOLDER.format(name))
    assert roaming is not None and local is not None
    return Places(roaming.joinpath(*XLSTART, build.NAME), local.joinpath(*SETTINGS), local.joinpath(*LOG))


def dlls() -> dict[int, str]:
    """Bits -> the file of xlwings' that the add-in calls."""
    return {int(found[2]): found[1] for found in _DLL.finditer(build.modules()["FordelDll"])}


def pythonw(python: Path) -> Path:
    """The Python without a window, where it has one."""
    quiet = python.with_name("pythonw" + python.suffix)
    return quiet if quiet.exists() else python


def dll(pc: Pc, width: int) -> Path:
    """Where xlwings puts it: at the top of the environment, which python.exe is in, or in a folder of."""
    return pc.prefix / dlls()[width]


def settings(pc: Pc, width: int) -> str:
    return f"python={pythonw(pc.python)}\ndll={dll(pc, width)}\nversion={VERSION}\n"


# ------------------------------------------------------------------------------------- before


def requirements(pc: Pc) -> Iterator[Finding]:
    """What must be so before anything is written."""
    found = excels(pc)
    if not found:
        yield Finding(False, "Excel er ikke fundet på pc'en", "Installér Excel; Excel fra Microsoft Store duer også.")
    elif len(set(found.values())) > 1:
        told = ", ".join(f"{version} ({width} bit)" for version, width in found.items())
        yield Finding(False, f"Der er flere Excel, og ikke lige mange bit: {told}",
                      "Afinstallér den, der ikke bruges: Fordel.xlam bliver åbnet af dem alle.")
    else:
        told = ", ".join(f"{version}" for version in found)
        yield Finding(True, f"Excel {told}, {width_of(pc)} bit")
    yield from _python(pc)


def width_of(pc: Pc) -> int:
    """The bits of the Excel there is; 64 where none is found."""
    return next(iter(excels(pc).values()), 64)


def _python(pc: Pc) -> Iterator[Finding]:
    wanted = dll(pc, width_of(pc))
    if pc.xlwings is None:
        yield Finding(False, "xlwings mangler", "pip install 'fordel[excel]'")
    elif not wanted.exists():
        version = wanted.name.rpartition("-")[2].removesuffix(".dll")
        yield Finding(False, f"{wanted} er der ikke (xlwings {pc.xlwings} er installeret)",
                      f"pip install --force-reinstall xlwings=={version}")
    else:
        yield Finding(True, f"xlwings {pc.xlwings}, og dens {wanted.name}")
    for path in (pythonw(pc.python), wanted):
        if not _readable(str(path), pc.encoding) or len(str(path)) > LONGEST:
            yield Finding(False, LETTERS.format(path), "Se README: Python i en mappe for sig.")
    alone = pc.import_alone(pc.python)
    if alone:
        yield Finding(False, f"{pc.python} kan ikke køre Fordel for sig selv: {alone}",
                      "Installér i en mappe for sig (py -m venv), ikke med pip install --user.")
    else:
        yield Finding(True, f"Python: {pythonw(pc.python)}")


def _readable(text: str, encoding: str) -> bool:
    """Whether VBA reads the text as it is: it knows the letters of the PC's own language alone."""
    try:
        return text.encode(encoding, "strict").decode(encoding) == text
    except (UnicodeEncodeError, LookupError):
        return False


# ------------------------------------------------------------------------------------- doing it


class Done(NamedTuple):
    written: list[Path]
    removed: list[Path]
    had: str  # the version that was there before; "" where none was


def install(pc: Pc, xlam: bytes) -> Done:
    """Writes the two files, both or neither. Raises Refusal."""
    at = places(pc)
    wrong = [f"{finding.what}. {finding.mend}" for finding in requirements(pc) if not finding.right]
    if wrong:
        raise Refusal("\n".join(["Intet er installeret:", *(f"- {line}" for line in wrong)]))
    if pc.running():
        raise Refusal(CLOSE_EXCEL)
    had = version(at.settings, pc.encoding)
    before = {path: path.read_bytes() if path.exists() else None for path in (at.xlam, at.settings)}
    try:
        _put(at.settings, settings(pc, width_of(pc)).encode(pc.encoding))
        _put(at.xlam, xlam)
    except OSError as problem:
        _restore(before)
        raise Refusal(f"{problem.filename or at.xlam} kan ikke skrives: {reason(problem)}. Intet er ændret.") from None
    return Done([at.xlam, at.settings], _remove(_old(at)), had)


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    whole_file.write(path, data)


def _restore(before: dict[Path, bytes | None]) -> None:
    for path, data in before.items():
        try:
            if data is not None:
                whole_file.write(path, data)
            elif path.exists():
                path.unlink()
        except OSError:
            continue  # it is told that it could not be written


def _old(at: Places) -> list[Path]:
    return [path for path in at.xlam.parent.iterdir() if path.name.casefold() in OLD_NAMES]


def remove(pc: Pc) -> Done:
    """Takes away what was written; the Python and its packages are the user's. Raises Refusal."""
    at = places(pc)
    if pc.running():
        raise Refusal(CLOSE_EXCEL)
    had = version(at.settings, pc.encoding)
    old = _old(at) if at.xlam.parent.is_dir() else []
    gone = _remove([path for path in (at.xlam, at.settings, at.log) if path.exists()] + old)
    folder = at.settings.parent
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
    return Done([], gone, had)


def _remove(paths: list[Path]) -> list[Path]:
    for path in paths:
        try:
            path.unlink()
        except OSError as problem:
            raise Refusal(f"{path} kan ikke slettes: {reason(problem)}.") from None
    return paths


# ------------------------------------------------------------------------------------- afterwards


def look(pc: Pc, xlam: bytes | None) -> Iterator[Finding]:
    """What is right and what is not, of what must be there and of what is. `xlam` is the add-in as it should be; None
    where it cannot be built here."""
    at = places(pc)
    again = "fordel excel installer"
    yield from requirements(pc)
    if not at.xlam.exists():
        yield Finding(False, f"{at.xlam} er der ikke", again)
    elif xlam is not None and at.xlam.read_bytes() != xlam:
        yield Finding(False, f"{at.xlam} er en anden end den, der hører til Fordel {VERSION} (SHA-256 {_sum(at.xlam)})",
                      f"{again}; er den signeret af jeres it-afdeling, er det i orden")
    else:
        yield Finding(True, f"{at.xlam} (SHA-256 {_sum(at.xlam)})")
    if not at.settings.exists():
        yield Finding(False, f"{at.settings} er der ikke", again)
    elif at.settings.read_bytes() != settings(pc, width_of(pc)).encode(pc.encoding, "replace"):
        yield Finding(False, f"{at.settings} peger på en anden Python eller en anden udgave end denne", again)
    else:
        yield Finding(True, f"{at.settings}")
    for path in _old(at) if at.xlam.parent.is_dir() else ():
        yield Finding(False, f"{path} er en gammel udgave, som Excel også åbner", again)
    yield from _elsewhere(at, pc)


def _elsewhere(at: Places, pc: Pc) -> Iterator[Finding]:
    """Where the folder is not the PC's own: Excel may open it all the same."""
    drive = pc.folder("OneDrive")
    if drive is not None and drive in at.xlam.parents:
        yield Finding(True, "XLSTART ligger i OneDrive: det virker, når mappen er hentet til pc'en")
    if str(at.xlam).startswith(("\\\\", "//")):
        yield Finding(True, "XLSTART ligger på netværket: Excel åbner den kun, hvor it-afdelingen tillader "
                            "placeringer, der er tillid til, på netværket")


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def version(path: Path, encoding: str) -> str:
    """The version that wrote the settings; "" where there are none."""
    try:
        text = path.read_bytes().decode(encoding, "replace")
    except OSError:
        return ""
    return next((line.removeprefix("version=") for line in text.splitlines() if line.startswith("version=")), "")
