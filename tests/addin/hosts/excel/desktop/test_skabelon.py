"""The button *Ny fra skabelon* of Fordel.xlam: asked in a box, opened from a file, also where no workbook is open."""

from __future__ import annotations

import base64
from pathlib import Path

from addin.filejobs.skabelon.til import DESKTOP, template
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
