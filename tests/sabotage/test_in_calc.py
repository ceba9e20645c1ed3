"""Every sabotage in a real LibreOffice turns OK into IKKE OK; an untouched result stays OK, also after LibreOffice has
saved and opened it again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.calc.office import Office
from tests.planning import NOT_OK, OK, STATUS
from tests.sabotage.acts import CONTROL, acts
from tests.sabotage.books import BUDGET, FIRST, LAST, Kind, distributed, kinds

pytestmark = pytest.mark.soffice
XLSX = "Calc MS Excel 2007 XML"
LEAST = 150  # sabotages of each workbook


def status(office: Office) -> Any:
    office.recalc()
    return office.get(STATUS)


@pytest.mark.parametrize("kind", list(kinds()), ids=str)
def test_every_sabotage_is_noticed(kind: Kind, office: Office, tmp_path: Path) -> None:
    path = distributed(kind, tmp_path)
    found = acts(kind, path)
    assert len(found) >= LEAST
    assert office.open(str(path))
    try:
        assert status(office) == OK and office.errors() == []
        statuses = office.call("tests.sabotage.inside", "sabotaged", [act.cells for act in found], STATUS)
        unnoticed = [act.name for act, said in zip(found, statuses, strict=True) if said != NOT_OK]
        assert unnoticed == []
        assert status(office) == OK, "undoing everything did not bring the OK back"
    finally:
        office.close()


@pytest.mark.parametrize("kind", list(kinds()), ids=str)
def test_untouched_it_is_ok_after_libreoffice_has_saved_and_opened_it(kind: Kind, office: Office,
                                                                      tmp_path: Path) -> None:
    saved = tmp_path / "gemt.xlsx"
    assert office.open(str(distributed(kind, tmp_path)))
    office.save(str(saved), XLSX)
    office.close()
    assert office.open(str(saved))
    try:
        assert office.get(STATUS) == OK
        assert status(office) == OK and office.errors() == []
    finally:
        office.close()


def test_the_first_thing_that_is_changed_is_told(office: Office, tmp_path: Path) -> None:
    office.open(str(distributed(Kind(False, "", False), tmp_path)))
    try:
        office.set("Forudsætninger!A3", "Pulje 2027 (1.000 kr.)")
        assert status(office) == NOT_OK
        said = [line[3] for line in office.get(f"{CONTROL}!A1:D80") if line[2] == "FEJL"]
        assert said == ["Ændret: Forudsætninger!B3: Pulje. Ret det tilbage, eller fordel igen."]
    finally:
        office.close()


PLACES = {"over titlen": 1, "mellem overskrift og første": FIRST, "midt i": FIRST + 2, "før totalen": LAST + 1,
          "lige under totalen": LAST + 2}


@pytest.mark.parametrize("place", list(PLACES))
@pytest.mark.parametrize("children", [False, True], ids=["nøgle", "børneark"])
def test_an_empty_row_changes_nothing_but_an_institution_in_it_does(place: str, children: bool, office: Office,
                                                                    tmp_path: Path) -> None:
    kind, row = Kind(False, "", children), PLACES[place]
    assert office.open(str(distributed(kind, tmp_path)))
    try:
        office.call("tests.sabotage.inside", "insert_row", BUDGET, row)
        assert status(office) == OK
        if place != "over titlen":
            office.set(f"{BUDGET}!A{row}", "Grønærten")
            office.set(f"{BUDGET}!C{row}", 30)
            assert status(office) == NOT_OK
            office.set(f"{BUDGET}!A{row}", None)
            office.set(f"{BUDGET}!C{row}", None)
            assert status(office) == OK
        office.call("tests.sabotage.inside", "remove_row", BUDGET, row)
        assert status(office) == OK
        office.call("tests.sabotage.inside", "remove_row", BUDGET, FIRST)
        assert status(office) == NOT_OK
    finally:
        office.close()
