"""python -m addin.packaging.release: all that is published of a version, in one folder, with its sums.

It is made from the sources, with the extra `release`; what cannot be made here is said, and the rest is made.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from addin.packaging.release import bill
from addin.packaging.release.artefacts import ARTEFACTS, NotMade, Wanted
from addin.version import VERSION

ROOT = Path(__file__).parents[3]
LOCK = ROOT / ".ci" / "lock-3.11.txt"
SUMS = "SHA256SUMS"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m addin.packaging.release", description=__doc__)
    parser.add_argument("ud", type=Path, nargs="?", default=Path("dist") / VERSION, metavar="MAPPE")
    parser.add_argument("--base", default="", metavar="ADRESSE", help="hvor den statiske mappe kommer til at ligge")
    parser.add_argument("--pyodide", type=Path, metavar="MAPPE", help="mappen med Pyodide")
    chosen = parser.parse_args()
    if not LOCK.exists():
        parser.error("en udgivelse laves af kilderne")
    if chosen.ud.exists() and any(chosen.ud.iterdir()):
        parser.error(f"{chosen.ud} er ikke tom")
    chosen.ud.mkdir(parents=True, exist_ok=True)
    packages(chosen.ud)
    materials(chosen.ud)
    not_made = artefacts(chosen.ud, Wanted(chosen.base, chosen.pyodide))
    files = sorted(path for path in chosen.ud.iterdir())
    (chosen.ud / SUMS).write_text(bill.sums((path.name, digest(path)) for path in files), encoding="utf-8")
    print(*(f"{digest(path)[:12]}  {path}" for path in files), *not_made, sep="\n")
    return int(bool(not_made))


def packages(folder: Path) -> None:
    """The sdist, and the wheel from it, dated as the commit they are made of."""
    said = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True)
    when = said.stdout.strip() if said.returncode == 0 else "315532800"
    build = [sys.executable, "-m", "build", "--quiet", "--outdir", str(folder.resolve())]
    run([*build, str(ROOT)], SOURCE_DATE_EPOCH=when)


def materials(folder: Path) -> None:
    """What the wheel is made of, found by installing it and nothing else."""
    lock = LOCK.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as work:
        place, versions, found = Path(work, "venv"), Path(work, "versions.txt"), Path(work, "found.json")
        venv.create(place, with_pip=False)
        python = place / ("Scripts" if os.name == "nt" else "bin") / "python"
        versions.write_text(bill.constraints(lock), encoding="utf-8")
        wheel = next(folder.glob("*.whl"))
        pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet"]
        run([*pip, "-c", str(versions), str(wheel)])
        run([sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible", "--of", "JSON",
             "--output-file", str(found), str(python)])
        document = bill.about_us(json.loads(found.read_text(encoding="utf-8")))
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    check(text)
    (folder / f"fordel-{VERSION}.cdx.json").write_text(text, encoding="utf-8")
    (folder / "LICENSER.md").write_text(bill.licences(document), encoding="utf-8")
    (folder / "requirements-3.11.txt").write_text(bill.pinned(document, lock), encoding="utf-8")


def check(text: str) -> None:
    """Raises ValueError where a bill is none by its own schema."""
    from cyclonedx.schema import SchemaVersion  # of the extra, and only here
    from cyclonedx.validation.json import JsonStrictValidator

    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if wrong:
        raise ValueError(f"the bill of materials is none: {wrong}")


def artefacts(folder: Path, wanted: Wanted) -> list[str]:
    """Makes each; tells which could not be made, and why."""
    not_made = []
    for each in ARTEFACTS:
        try:
            (folder / each.file).write_bytes(each.made(wanted))
        except NotMade as why:
            not_made.append(f"IKKE LAVET: {each.file} ({each.what}): {why}")
    return not_made


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def run(command: list[str], **more: str) -> None:
    subprocess.run(command, check=True, env={**os.environ, **more}, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
