"""Where the result goes, and how it gets there: all of it or nothing, and never over a file that is not ours."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path, PurePath

from addin import whole_file
from addin.hosts.files.graft import our_sheets
from addin.hosts.files.package import Package
from addin.system_errors import reason
from addin.workbook import Refusal

SUFFIX = " fordelt"
SETUP_SUFFIX = " opsat"
CHECK_SUFFIX = " tjekket"
STATEMENT_SUFFIX = " udmelding"
# What Fordel has put at the end of a file's name.
_OURS = re.compile(rf"((?:{SUFFIX}|{SETUP_SUFFIX}|{CHECK_SUFFIX}|{STATEMENT_SUFFIX})(?: \(\d+\))?)+$")


def read_file(path: Path, wanted: str = "en projektmappe") -> bytes:
    """The bytes of the input; `wanted` is what it should have been."""
    refuse_folder(path, wanted)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise Refusal(f"Filen {path} findes ikke.") from None
    except OSError as problem:
        raise Refusal(f"Filen {path} kan ikke læses: {reason(problem)}.") from None


def refuse_folder(path: Path, wanted: str = "en projektmappe") -> None:
    """A folder has no bytes; Windows says of it that there is no access, and "." has not even a name."""
    if path.is_dir():
        raise Refusal(f"{path.absolute() if not path.name else path} er en mappe, ikke {wanted}.")


def default_output(source: Path, suffix: str = SUFFIX) -> Path:
    """A free name beside the input."""
    number = 1
    while True:
        path = source.with_name(output_name(source.name, suffix, number))
        if not path.exists():
            return path
        number += 1


def output_name(name: str, suffix: str, number: int = 1) -> str:
    """What the result of a file is called: "budget fordelt.xlsx", then "budget fordelt (2).xlsx", also of "budget
    opsat.xlsx".

    >>> output_name("budget opsat.xlsx", " fordelt"), output_name("budget.xlsm", " tjekket", 2)
    ('budget fordelt.xlsx', 'budget tjekket (2).xlsm')
    """
    path = PurePath(name)
    stem = _OURS.sub("", path.stem) or path.stem
    return f"{stem}{suffix}{f' ({number})' if number > 1 else ''}{path.suffix}"


def check_output(source: Path, target: Path, suffix: str = "", is_ours: Callable[[Path], bool] | None = None) -> None:
    """Refuse the input itself, a type it cannot be (`suffix`, or that of the input), and a file that Fordel has not
    made, as `is_ours` knows it."""
    try:
        _check_output(source, target, suffix or source.suffix, is_ours or made_by_us)
    except OSError as problem:
        raise Refusal(f"{target} kan ikke skrives: {reason(problem)}.") from None


def _check_output(source: Path, target: Path, suffix: str, is_ours: Callable[[Path], bool]) -> None:
    if target.is_dir():
        raise Refusal(f"{target} er en mappe. Angiv et filnavn med --ud.")
    if target.suffix.lower() != suffix.lower():
        what = f"af samme type som {source.name}" if suffix == source.suffix else f"en {suffix}-fil"
        raise Refusal(f"Resultatet skal være {what}: giv det navnet {target.with_suffix(suffix).name}.")
    if not target.exists():
        if not target.parent.is_dir():
            raise Refusal(f"Mappen {target.parent} findes ikke.")
        return
    if os.path.samefile(source, target):
        raise Refusal("Resultatet kan ikke skrives oven i den fil, der læses. Vælg et andet navn med --ud.")
    if not is_ours(target):
        raise Refusal(f"Filen {target.name} findes allerede, og Fordel har ikke lavet den. "
                      "Vælg et andet navn med --ud.")


def made_by_us(path: Path) -> bool:
    """Whether a workbook has sheets that Fordel has marked."""
    try:
        return bool(our_sheets(Package(read_file(path), path.name)))
    except Refusal:
        return False


def write_whole(target: Path, data: bytes) -> None:
    """All of it, or a refusal and nothing."""
    try:
        whole_file.write(target, data)
    except OSError as problem:
        raise Refusal(f"{target} kan ikke skrives: {reason(problem)}. Intet er ændret.") from None
