"""A template for a program: the formulas it binds, and all else as in the committed file."""

from __future__ import annotations

import io
import zipfile
from importlib import resources

import pytest

from addin.filejobs.skabelon.til import template
from addin.hosts.files.bindings import CALC, DESKTOP, VAERDIER, WEB
from workbook_templates.skabeloner import NAVNE

BINDS = {WEB: b"_xldudf_FORDEL_", DESKTOP: b"[1]!FORDEL_", CALC: b",FORDEL_"}


def formulas(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return b"".join(package.read(name) for name in package.namelist() if name.startswith("xl/worksheets/"))


@pytest.mark.parametrize("form", [WEB, DESKTOP, CALC])
def test_our_functions_are_written_as_the_program_binds_them(form: str) -> None:
    found = formulas(template("boernetaelling", form))
    assert {other: word in found for other, word in BINDS.items()} == {other: other == form for other in BINDS}


@pytest.mark.parametrize("name", NAVNE)
def test_it_is_the_same_bytes_every_time(name: str) -> None:
    committed = (resources.files("workbook_templates.skabeloner") / f"{name}.xlsx").read_bytes()
    assert template(name, WEB) == template(name, WEB) and template(name, WEB).startswith(b"PK")
    assert template(name, CALC) == committed or b"FORDEL_" in formulas(committed)
    assert b"FORDEL_" not in formulas(template(name, VAERDIER))
