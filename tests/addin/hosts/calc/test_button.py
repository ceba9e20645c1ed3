"""The menu's buttons in a LibreOffice with the extension installed, pressed the way a macro may."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.builders import workbook
from tests.calc.office import Office
from tests.conftest import WORKBOOKS

pytestmark = pytest.mark.soffice
CALLS, INSIDE = "tests.hosts_agree.calc_calls", "tests.addin.hosts.calc.inside"
Press = Callable[..., str]


@pytest.fixture
def press(office: Office, tmp_path: Path) -> Iterator[Press]:
    """Opens a workbook and presses a button; later calls press in the same document."""
    def button(name: str, source: Path | None = None, **answers: object) -> str:
        if source is not None:
            path = tmp_path / source.name
            if path != source:
                shutil.copy(source, path)
            assert office.show(str(path))
        return office.call(CALLS, "press", name, answers)

    yield button
    office.close()


def test_the_pool_is_distributed_inside_libreoffice_and_told(press: Press, office: Office) -> None:
    said = press("pulje", WORKBOOKS / "dagtilbud_budget_2023.xlsx")
    assert 'Se arkene "Fordeling", "Fordeling bilag", "Fordeling trin", "Fordeling kontrol", "Fordel opsætning"' in said
    assert office.get("Fordeling kontrol!C4") == "OK"
    assert office.call(INSIDE, "steps") == ["Fordel pulje", "|"]
    assert office.call(INSIDE, "everything")["shown"] == "Fordeling"
    assert office.call(INSIDE, "undo") == ["|", "Fordel pulje"]
    assert "Fordeling" not in office.sheets()
    office.call(INSIDE, "redo")
    assert office.get("Fordeling kontrol!C4") == "OK"


def test_the_setup_alone(press: Press, office: Office) -> None:
    assert 'Se arkene "Fordel opsætning"' in press("opsaetning", WORKBOOKS / "dagtilbud_budget_2023.xlsx")
    assert office.sheets()[-1] == "Fordel opsætning" and "Fordeling" not in office.sheets()


def test_open_questions_are_told_and_their_answers_used(press: Press, office: Office) -> None:
    before = WORKBOOKS / "skoler_besparelse_2020.xlsx"
    said = press("pulje", before)
    assert "noegle: " in said and "Budget 2020!C5:C56" in said and "Dokumentet er ikke rørt" in said
    assert office.call(INSIDE, "steps") == ["|"]
    said = press("pulje", None, noegle="Budget 2020!C5:C56", pulje="Budget 2020!B2")
    assert 'Se arkene "Fordeling"' in said or "Dokumentet er ikke rørt" in said


def test_a_refusal_names_the_cell_and_touches_nothing(press: Press, office: Office, tmp_path: Path) -> None:
    rows = [["Institution", "Børn", "Nøgle"], ["Solen", 10, 1], ["Månen", 20, "mange"]]
    said = press("pulje", workbook(tmp_path / "b.xlsx", Budget=rows, Pulje=[["Pulje", 1000]]))
    assert "Budget!C3" in said and "Dokumentet er ikke rørt" in said
    assert office.call(INSIDE, "steps") == ["|"]


def test_the_buttons_are_in_a_menu_and_a_toolbar(press: Press, office: Office) -> None:
    press("fejl", WORKBOOKS / "dagtilbud_budget_2023.xlsx")
    assert office.call(INSIDE, "menus") == [
        "Fordel: Fordel pulje, Fordel tjek, Opret opsætning, Flere puljer, Sagsbilag som PDF, Klargør, "
        "Udmelding, Ny fra skabelon, Seneste fejl"]
    assert all(office.call(CALLS, "offered", name) for name in ("pulje", "opsaetning", "sagsbilag", "fejl"))
