"""The installer as commands, and that Python can be started apart from everything."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from addin.hosts.files import terminal_excel
from addin.packaging.xlam import build, pc
from addin.packaging.xlam.pc import Pc
from addin.version import VERSION
from tests.addin.packaging.xlam.pcs import at


def test_install_look_and_remove_as_commands(on: Pc, fordel) -> None:
    answer = fordel("excel", "tjek")
    assert answer.code == 1 and "MANGLER:" in answer.out and "fordel excel installer" in answer.out
    answer = fordel("excel", "installer")
    assert answer.code == 0 and answer.out.count("Skrevet: ") == 2 and terminal_excel.NEXT in answer.out
    assert at(on).xlam.read_bytes() == build.xlam()
    answer = fordel("excel", "tjek")
    assert answer.code == 0 and "MANGLER" not in answer.out and "Excel 16.0, 64 bit" in answer.out
    assert fordel("excel", "installer").out.startswith(f"Opdateret fra Fordel {VERSION}.")
    answer = fordel("excel", "fjern")
    assert answer.code == 0 and answer.out.count("Slettet: ") == 2 and str(on.prefix) in answer.out
    assert fordel("excel", "fjern").out.startswith("Fordel er ikke installeret")


def test_one_that_is_signed_is_put_in_as_it_is(on: Pc, fordel, tmp_path: Path) -> None:
    signed = tmp_path / "signeret.xlam"
    signed.write_bytes(build.xlam())
    with zipfile.ZipFile(signed, "a") as parts:
        parts.writestr("xl/vbaProjectSignature.bin", b"underskrift")
    assert fordel("excel", "installer", "--xlam", str(signed)).code == 0
    assert at(on).xlam.read_bytes() == signed.read_bytes()
    assert fordel("excel", "tjek", "--xlam", str(signed)).code == 0
    assert "signeret" in fordel("excel", "tjek").out
    other = shutil.copy(__file__, tmp_path / "andet.xlam")
    answer = fordel("excel", "installer", "--xlam", str(other))
    assert answer.code == 2 and "er ikke Fordel.xlam" in answer.err
    assert "findes ikke" in fordel("excel", "installer", "--xlam", "væk.xlam").err


@pytest.mark.parametrize("what", ["installer", "tjek", "fjern"])
def test_on_another_machine_it_is_said_where_it_is_done(fordel, what: str) -> None:
    answer = fordel("excel", what)
    assert answer.code == 2 and answer.err.startswith("Det her kan kun gøres på en pc med Windows.")


def test_what_lies_in_the_workbooks_folder_or_on_pythonpath_is_not_run(tmp_path: Path, monkeypatch) -> None:
    """Excel stands in the folder of the workbook that was opened last."""
    for name in ("numpy.py", "xlwings.py", "udfs.py", "sitecustomize.py", "usercustomize.py"):
        (tmp_path / name).write_text("open('kørt', 'w').close()\nraise SystemExit('ond')\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert pc.import_alone(Path(sys.executable)) == "" and not (tmp_path / "kørt").exists()
    subprocess.run([sys.executable, "-c", "import numpy"], check=False, capture_output=True)
    assert (tmp_path / "kørt").exists()  # so it would be without -I


def test_this_python_can_be_started_apart_from_everything() -> None:
    assert pc.import_alone(Path(sys.executable)) == ""
    assert pc.import_alone(Path("/findes/ikke/python")) == "FileNotFoundError"
    assert pc.bits(Path(sys.executable)) is None  # no program of Windows'
    assert pc.this().windows == (sys.platform == "win32")
