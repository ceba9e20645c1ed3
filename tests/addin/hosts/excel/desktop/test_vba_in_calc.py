"""The .xlam in LibreOffice, which runs VBA: its wrappers are called from cells, and a stand-in answers as Python would.

Three things are put in place of Excel's: the module that finds Python, Value2 (LibreOffice has Value alone), and a true
error, which LibreOffice shows as the text "Error 2015".
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from addin.describe import descriptions
from addin.packaging.xlam import build
from tests.calc.office import SYSTEM_PYTHON

pytestmark = pytest.mark.soffice
HERE = Path(__file__).parent
ROOT = Path(__file__).parents[5]
ERROR = "Error 2015"
SENTINEL = 'Attribute VB_Name = "Vagt"\nPublic Function VAGT_ER_DER() As String\n    VAGT_ER_DER = "ja"\nEnd Function\n'
STANDIN = '''Attribute VB_Name = "FordelPython"
Option Explicit
Public Function PythonKald(ByVal navn As String, ByVal argumenter As Variant) As Variant
    Dim ud(), ud2(), svar As Variant, tabel() As Variant, r As Long, k As Long
    svar = createUnoService("dk.fordel.Standin").invoke(Array(navn, argumenter), ud, ud2)
    If IsArray(svar) Then
        ReDim tabel(UBound(svar), UBound(svar(0)))
        For r = 0 To UBound(svar)
            For k = 0 To UBound(svar(0))
                tabel(r, k) = svar(r)(k)
            Next k
        Next r
        PythonKald = tabel
    ElseIf Left(svar, 1) = "!" Then
        PythonKald = Chr$(27) & svar
    Else
        PythonKald = svar
    End If
End Function
Public Function PythonTrin(ByVal hvad As String, ByVal tekst As String, ByVal bog As Object) As Variant
End Function
Public Function PythonProevIgen() As Boolean
End Function
Public Function PythonKlar() As Boolean
End Function
Public Sub PythonSlip()
End Sub
Public Sub PythonFortael()
End Sub
'''
CELLS = {"A1": 30.0, "A2": 10.0, "A3": 20.0, "B1": 100.0, "B2": 100.0, "B3": 50.0, "C1": "n/a", "C2": "=1/0"}
FORMULAS = {
    "=VAGT_ER_DER()": "ja",
    "=FORDEL_ANDEL(A1:A3)": [[0.5], [1 / 6], [1 / 3]],
    "=FORDEL_BOERN(A1;A2)": 64.0,
    "=FORDEL_BOERN(A1;A2;2)": 70.0,
    "=FORDEL_PULJE(1000;A1:A3)": [[500.0], [167.0], [333.0]],
    "=FORDEL_PULJE(1000;A1:A3;B1:B3;0,2)".replace("0,2", "0.2"): [[600.0], [0.0], [400.0]],
    "=FORDEL_KONTROL(A1:A3;60)": "OK",
    "=FORDEL_KONTROL(A1:A3;62)": "mangler 2 kr.",
    "=FORDEL_ANDEL(C1)": ERROR,
    "=FORDEL_BOERN(-1;2)": ERROR,
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    path = tmp_path_factory.mktemp("xlam") / build.NAME
    sources = build.modules()
    sources["FordelPython"], sources["Vagt"] = STANDIN, SENTINEL
    sources["FordelKalder"] = sources["FordelKalder"].replace(".Value2", ".Value")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "modules", lambda: sources)
        path.write_bytes(build.xlam())
    yield asked(path, list(FORMULAS))


def asked(path: Path, formulas: list[str]) -> dict[str, Any]:
    done = subprocess.run([SYSTEM_PYTHON, str(HERE / "vba_in_calc.py"), str(path)],
                          input=json.dumps({"cells": CELLS, "formulas": formulas}), capture_output=True, text=True,
                          env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "HOME": str(path.parent)}, timeout=120)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_cell_is_answered(answers: dict[str, Any], formula: str) -> None:
    wanted = FORMULAS[formula]
    for row, line in enumerate(wanted if isinstance(wanted, list) else [[wanted]]):
        assert answers[formula][row][0] == pytest.approx(line[0])


def test_as_it_is_built_it_loads_and_every_wrapper_gives_an_error_without_python(tmp_path: Path) -> None:
    """There is no Windows here, so nothing starts; a library that failed to load would give #NAME?, not our error."""
    path = tmp_path / build.NAME
    path.write_bytes(build.xlam())
    formulas = [f"={found.name}({';'.join('1' for each in found.arguments if not each.optional)})"
                for found in descriptions()]
    assert {formula: found[0][0] for formula, found in asked(path, formulas).items()} == dict.fromkeys(formulas, ERROR)


def test_a_library_that_did_not_load_would_be_seen(tmp_path: Path) -> None:
    path, sources = tmp_path / build.NAME, build.modules()
    sources["Vagt"] = SENTINEL.replace("End Function", "End Fnction")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "modules", lambda: sources)
        path.write_bytes(build.xlam())
    assert asked(path, ["=VAGT_ER_DER()"])["=VAGT_ER_DER()"][0][0] != "ja"


