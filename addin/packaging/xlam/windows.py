"""A folder to install from on a PC without the internet: every wheel, the add-in, what each of them hashes to, and one
command. Gathered on any machine by pip itself."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from importlib import resources
from pathlib import Path

from addin.packaging.web.build import sums, write_whole
from addin.packaging.xlam import build, wrappers
from addin.workbook import Refusal

PLATFORM, PYTHON = "win_amd64", "3.12"
# What is only needed on Windows: pip, run elsewhere, does not see it.
ON_WINDOWS = ("pywin32", "colorama")
SUMS, COMMAND, REQUIRED, WHEELS = "SHA256SUMS", "installer.cmd", "krav.txt", "hjul"
GUIDES = ("README.md", "FOERSTE-PC.md", "TIL-IT.md")
NOT_OURS = "Mappen {} er ikke tom, og Fordel har ikke lavet den. Vælg en anden."
NO_SOURCE = ("Fordels eget hjul skal med, og her er ingen kilde at bygge det af. Angiv det: "
             "fordel byg windows MAPPE --hjul fordel-….whl")
PIP_FAILED = "pip kunne ikke hente det hele:\n{}"
VERSION_MARK = "UDGAVE"  # of Python, in the command
_WHEEL = re.compile(r"([A-Za-z0-9_.]+?)-([^-]+)-.+\.whl")
Progress = Callable[[str], None]


def gather(target: Path, wheel: Path | None, python: str = PYTHON, progress: Progress = lambda step: None) -> list[str]:
    """Writes the folder, all of it or nothing; gives the names of its wheels. Raises Refusal."""
    check_target(target)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        progress("Bygger Fordels hjul")
        own = wheel if wheel is not None else built(folder / "own")
        if not own.is_file():
            raise Refusal(f"{own} findes ikke.")
        progress("Henter resten")
        fetch(own, folder / WHEELS, python)
        wheels = {path.name: path.read_bytes() for path in sorted((folder / WHEELS).glob("*.whl"))}
    progress("Samler mappen")
    write_whole(target, contents(wheels, python))
    return list(wheels)


def check_target(target: Path) -> None:
    """Only into nothing, or over what this has made before."""
    if target.is_file():
        raise Refusal(f"{target} er en fil. Angiv en mappe.")
    if target.is_dir() and any(target.iterdir()) and not all((target / name).is_file() for name in (SUMS, COMMAND)):
        raise Refusal(NOT_OURS.format(target))


def contents(wheels: Mapping[str, bytes], python: str) -> dict[str, bytes]:
    """Every file of the folder by its path."""
    guides = resources.files(wrappers.FOLDER)
    found = {**{f"{WHEELS}/{name}": data for name, data in wheels.items()}, build.NAME: build.xlam(),
             REQUIRED: requirements(wheels).encode(),
             COMMAND: (guides / COMMAND).read_text(encoding="ascii").replace(VERSION_MARK, python)
             .replace("\n", "\r\n").encode("ascii"),
             **{name: (guides / name).read_bytes() for name in GUIDES}}
    return {**found, SUMS: sums(found)}


def requirements(wheels: Mapping[str, bytes]) -> str:
    """As pip wants it with --require-hashes."""
    lines = []
    for name, data in sorted(wheels.items()):
        found = _WHEEL.fullmatch(name)
        assert found, name
        lines.append(f"{found[1].replace('_', '-')}=={found[2]} --hash=sha256:{hashlib.sha256(data).hexdigest()}\n")
    return "".join(lines)


def built(folder: Path) -> Path:
    """Our own wheel, from the source we run from."""
    root = Path(__file__).parents[3]
    if not (root / "setup.cfg").is_file():
        raise Refusal(NO_SOURCE)
    _pip("wheel", "--no-deps", "--wheel-dir", str(folder), str(root))
    return next(folder.glob("*.whl"))


def fetch(own: Path, folder: Path, python: str) -> None:
    """Ours and everything it needs there, as wheels for Windows."""
    _pip("download", "--dest", str(folder), "--only-binary=:all:", "--platform", PLATFORM, "--implementation", "cp",
         "--python-version", python, f"{own}[excel]", *ON_WINDOWS)


def _pip(*arguments: str) -> None:
    done = subprocess.run([sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments],
                          capture_output=True, text=True, errors="replace", check=False)
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if line.strip() and "WARNING" not in line]
        raise Refusal(PIP_FAILED.format("\n".join(said[-5:])))
