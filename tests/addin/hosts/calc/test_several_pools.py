"""Several pools inside LibreOffice: the sheet made and written, the pools distributed, taken back and done again."""

from __future__ import annotations

from pathlib import Path

import pytest

from addin.filejobs.skabelon.til import template
from addin.hosts.files.bindings import CALC
from tests.addin.hosts.calc.test_button import Press
from tests.addin.hosts.calc.test_button import press as press
from tests.calc.office import Office
from tests.pools import HEADINGS, RANDERS, houses

pytestmark = pytest.mark.soffice


def test_the_pools_are_distributed_in_the_open_document(press: Press, office: Office, tmp_path: Path) -> None:
    said = press("puljer", houses().file(tmp_path / "huse.xlsx"))
    assert '"Fordel puljer"' in said
    head = next(row for row in range(1, 20) if office.get(f"Fordel puljer!A{row}") == "Pulje")
    assert office.get(f"Fordel puljer!B{head + 2}") == 9_590_000  # what the settings say, in the grey line
    for number, pool in enumerate(RANDERS):
        for heading, value in pool.items():
            office.set(f"Fordel puljer!{chr(ord('A') + HEADINGS.index(heading))}{head + 3 + number}", value)
    said = press("pulje", None, begrundelse="et lille eksempel")
    assert '"Fordeling kontrol (pulje 2)"' in said
    assert office.get("Fordeling kontrol!C4") == "OK" and office.errors() == []
    assert office.get("Fordeling!F19") == 9_590_000
    office.set("Fordel puljer!B" + str(head + 3), 1_230_001)
    office.recalc()
    assert office.get("Fordeling kontrol!C4") == "IKKE OK"


def test_a_template_with_elements_is_distributed_as_pools(press: Press, office: Office, tmp_path: Path) -> None:
    path = tmp_path / "elementer.xlsx"
    path.write_bytes(template("kombination", CALC))
    said = press("pulje", path, begrundelse="et lille eksempel")
    assert '"Fordeling kontrol (pulje 3)"' in said
    assert office.get("Fordeling kontrol!C4") == "OK" and office.errors() == []
    assert office.get("Fordel puljer!H8") == 4_500
