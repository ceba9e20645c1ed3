"""The button *Ny fra skabelon* of Fordel.xlam: asked in a box, opened from a file, also where no workbook is open."""

from __future__ import annotations

import base64
import tempfile
from pathlib import Path

import pytest

from addin.filejobs.skabelon.til import DESKTOP, template
from addin.hosts.excel.desktop import skabelon as button
from addin.hosts.excel.desktop import talk
from addin.told import skabelon
from tests.addin.hosts.excel.desktop.process import Process


def test_a_template_is_opened_with_the_formulas_the_add_in_binds_and_its_folder_goes(excel: Process) -> None:
    excel.ask("close")
    asked, opened, told = excel.press("ny_fra_skabelon", "1")
    assert asked[0] == talk.ASK and "1: Fordeling efter børnetælling" in asked[2] and len(asked[2]) <= talk.MOST
    assert opened[0] == talk.OPEN and opened[2].endswith("boernetaelling.xlsx") and not Path(opened[2]).exists()
    assert "er åbnet som en ny projektmappe" in told[2]
    assert excel.ask("opened_from") == base64.b64encode(template("boernetaelling", DESKTOP)).decode()
    assert excel.press("ny_fra_skabelon")[-1][2] == skabelon.STOPPED


def test_where_no_file_can_be_made_it_is_said_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In Danish, whatever the system's own words are."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "ingen"))
    said = button.new("Ny fra skabelon")
    assert next(said).kind == talk.ASK
    assert said.send("1") == (talk.END, "Ny fra skabelon", "Skabelonen kan ikke åbnes: den findes ikke")
