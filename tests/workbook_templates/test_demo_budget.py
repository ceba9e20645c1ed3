"""The bundled budget is what its builder builds, and holds nobody's name."""

from __future__ import annotations

import zipfile
from importlib import resources
from pathlib import Path

from workbook_templates import demo_budget


def parts(data: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(data) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_building_it_again_gives_the_same_parts(tmp_path: Path) -> None:
    demo_budget.build(tmp_path / "igen.xlsx")
    with resources.as_file(resources.files("workbook_templates") / demo_budget.FIL) as bundled:
        assert parts(tmp_path / "igen.xlsx") == parts(bundled)


def test_it_names_an_office_not_a_person() -> None:
    with resources.as_file(resources.files("workbook_templates") / demo_budget.FIL) as bundled:
        core = parts(bundled)["docProps/core.xml"].decode()
    assert "<dc:creator>Økonomi</dc:creator>" in core and "fiktiv" in core
