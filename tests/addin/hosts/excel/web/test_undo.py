"""What a button can be taken back by, and that what the pane says of it is so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from addin.hosts.files import job
from tests.addin.hosts.excel.web import books
from tests.addin.hosts.excel.web.chromium import READY, Pane
from tests.hosts_agree.test_excel_button import calculated

pytestmark = pytest.mark.chromium

OLDER = {"ExcelApi": "1.17", "SharedRuntime": "1.2"}  # no undo groups
OURS = ["Fordeling", "Fordeling bilag", "Fordeling trin", "Fordeling kontrol", "Fordel opsætning"]
STATE = "() => standin.state()"
ALL, IN_PARTS = "Ctrl+Z tager det hele tilbage.", "Ctrl+Z tager det ikke tilbage i ét trin."
BY_US = "Fortryd fordeling tager det hele tilbage."


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return calculated("dagtilbud_budget_2023", tmp_path_factory.mktemp("fortryd"))


def pressed(pane: Pane, action: str = "fordel_pulje") -> str:
    return pane.whole(action)


def undo_told(pane: Pane) -> str:
    return pane.text("#answer .undo p")


def opened(pane: Pane, source: Path, new: bool = False, **settings: Any) -> str:
    """The state of the workbook; in a `new` pane, which has written nothing."""
    if new:
        pane.ask("reload")
        pane.until(READY, timeout=120_000)
    pane.open_book(books.seed(source), **settings)
    return str(pane.run(STATE))


def sheets(pane: Pane) -> list[str]:
    found: list[str] = pane.run("() => standin.behind.book.sheets.map((sheet) => sheet.name)")
    return found


def type_in(pane: Pane, sheet: str, row: int, column: int, value: Any) -> None:
    pane.run("""([sheet, row, column, value]) => Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1).values = [[value]];
      await context.sync();
    })""", [sheet, row, column, value])


# ------------------------------------------------------------------------------------- as one step


@pytest.mark.parametrize("platform", ["PC", "Mac", "OfficeOnline"])
def test_where_excel_can_group_one_ctrl_z_takes_all_of_it_back(pane, source, platform) -> None:
    before = opened(pane, source, platform=platform)
    assert "færdig" in pressed(pane) and undo_told(pane) == ALL
    assert sheets(pane)[-len(OURS):] == OURS and pane.run("() => standin.behind.undo.length") == 1
    once = pane.run(STATE)
    type_in(pane, sheets(pane)[0], 2, 9, "rettet")
    assert "færdig" in pressed(pane) and undo_told(pane) == ALL  # a second run writes over the first
    assert pane.run("() => standin.undone()") and pane.run("() => standin.undone()")
    assert pane.run(STATE) == once
    assert pane.run("() => standin.undone()") and pane.run(STATE) == before
    assert "allerede taget tilbage" in pressed(pane, "fortryd")
    assert pane.run(STATE) == before


def test_the_button_takes_back_the_run_that_stands(pane, source) -> None:
    """Two runs, the second taken back by Ctrl+Z, of which no add-in is told; and a third."""
    before = opened(pane, source)
    pressed(pane)
    one = pane.run(STATE)
    row, column = setting(pane, "Afrunding")
    type_in(pane, "Fordel opsætning", row, column, 1000)
    pressed(pane)
    assert pane.run("() => standin.undone()") and pane.run("() => standin.undone()") and pane.run(STATE) == one
    type_in(pane, "Fordel opsætning", row, column, 100)
    typed = pane.run(STATE)
    pressed(pane)
    assert "Taget tilbage." in pressed(pane, "fortryd") and pane.run(STATE) == typed
    assert "Taget tilbage." in pressed(pane, "fortryd") and pane.run(STATE) == before


def test_a_group_that_is_refused_is_cleaned_up_and_written_the_ordinary_way(pane, source) -> None:
    opened(pane, source)
    assert "færdig" in pressed(pane)
    wanted = sheets(pane), pane.run("() => standin.readback({})")
    before = opened(pane, source, single="Chart.setPosition")
    assert "færdig" in pressed(pane) and undo_told(pane) == f"{IN_PARTS} {BY_US}"
    assert (sheets(pane), pane.run("() => standin.readback({})")) == wanted
    groups = pane.run("() => standin.behind.runs.map((run) => run.group)")
    assert True not in groups  # the group was not carried through
    assert "Taget tilbage." in pressed(pane, "fortryd") and pane.run(STATE) == before


# ------------------------------------------------------------------------------------- Fortryd fordeling


def test_elsewhere_the_button_takes_it_back(pane, source) -> None:
    before = opened(pane, source, new=True, sets=OLDER)
    assert "har ikke skrevet noget" in pressed(pane, "fortryd")
    assert "færdig" in pressed(pane) and undo_told(pane) == f"{IN_PARTS} {BY_US}"
    said = pressed(pane, "fortryd")
    assert said.startswith("Fortryd fordeling") and '"Fordeling kontrol"' in said
    assert pane.run(STATE) == before
    assert "har ikke skrevet noget" in pressed(pane, "fortryd")


def test_the_second_run_is_taken_back_to_the_first_with_what_the_user_has_typed_since(pane, source) -> None:
    opened(pane, source, sets=OLDER)
    pressed(pane)
    first = pane.run(STATE)
    type_in(pane, sheets(pane)[0], 3, 9, "Min note")  # on a sheet of the user's, which stays
    with_note = pane.run(STATE)
    assert "færdig" in pressed(pane) and undo_told(pane) == f"{IN_PARTS} {BY_US}"
    assert "Taget tilbage." in pressed(pane, "fortryd")
    assert pane.run(STATE) == with_note != first


def test_typed_settings_stay_typed_when_the_run_after_is_taken_back(pane, source) -> None:
    opened(pane, source, sets=OLDER)
    pressed(pane)
    row, column = setting(pane, "Afrunding")
    type_in(pane, "Fordel opsætning", row, column, 100)
    typed = pane.run(STATE)
    pressed(pane)
    assert pane.run(STATE) != typed
    assert "Taget tilbage." in pressed(pane, "fortryd")
    assert pane.run(STATE) == typed


def setting(pane: Pane, label: str) -> tuple[int, int]:
    """Where a setting's value stands on the sheet of settings."""
    found = pane.run("""(label) => {
      const sheet = standin.behind.book.find("Fordel opsætning");
      const [key] = [...sheet.cells].find(([, cell]) => String(cell.value).startsWith(label));
      return [Math.floor(key / 16384), key % 16384 + 1];
    }""", label)
    return found[0], found[1]


def test_sheets_from_before_the_pane_are_said_not_to_come_back(pane, source, tmp_path) -> None:
    target = tmp_path / "fordelt.xlsx"
    job.run(source, target, {})
    opened(pane, target, new=True, sets=OLDER)
    assert "færdig" in pressed(pane)
    assert undo_told(pane).startswith('Det kan ikke fortrydes herfra: ruden ved ikke, hvad der stod på "Fordeling"')
    after = pane.run(STATE)
    assert "Det kan ikke fortrydes herfra" in pressed(pane, "fortryd") and pane.run(STATE) == after


def test_with_groups_they_come_back_by_ctrl_z(pane, source, tmp_path) -> None:
    target = tmp_path / "fordelt.xlsx"
    job.run(source, target, {})
    before = opened(pane, target)
    assert "færdig" in pressed(pane) and undo_told(pane) == ALL
    assert pane.run("() => standin.undone()") and pane.run(STATE) == before




@pytest.mark.parametrize("sets", [None, OLDER], ids=["groups", "no groups"])
def test_a_sheet_that_goes_is_named_and_comes_back_by_the_button(pane, tmp_path, sets) -> None:
    """No group may hold that a sheet is deleted. Here the list of children is, when children are no longer counted."""
    opened(pane, calculated("boernetaelling_2026", tmp_path), **({"sets": sets} if sets else {}))
    pressed(pane)
    assert sheets(pane)[-1] == "Fordel børn"
    type_in(pane, "Fordel opsætning", *setting(pane, "Nøglen laves af"), "nøgle")
    pane.run("""() => Excel.run(async (context) => {
      context.workbook.names.add("Fordel_noegle", "=Institutioner!$C$2:$C$41");
      await context.sync();
    })""")
    typed = pane.run(STATE)
    said = pressed(pane)
    assert "færdig" in said, said
    assert "Fordel børn" not in sheets(pane)
    assert undo_told(pane) == (f"{IN_PARTS} {BY_US}" if sets else 'Ctrl+Z tager det skrevne tilbage, men ikke, at '
                               f'"Fordel børn" er fjernet eller omdøbt. {BY_US}')
    assert '"Fordel børn"' in pressed(pane, "fortryd") and pane.run(STATE) == typed
