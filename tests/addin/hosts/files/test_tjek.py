"""`fordel tjek`: what is found in the terminal and on the sheet, and the way from red to a distribution."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.builders import workbook
from tests.calc.office import Office
from workbook_templates.fordel_tjek import ARK, INGEN_FORMLER, TJEK

HEADINGS = ("Institution", "0-2 år", "3-5 år", "Sandsynlighed")
NEAR = (("Anemonen", 10, 20, 0.11), ("Anemomen", 0, 40, 0.052), ("Cikorien", 20, 10, 0.21))


def budget(folder: Path, rows=NEAR) -> Path:
    return workbook(folder / "b.xlsx", Budget=[HEADINGS, *rows], Pulje=[["Pulje 2027", 100_000]])


def test_red_is_exit_code_1_and_the_sheet_is_written(fordel, tmp_path) -> None:
    told = fordel("tjek", budget(tmp_path))
    assert told.code == 1
    assert "Anemonen (Budget!A2) og Anemomen (Budget!A3)" in " ".join(told.out.split())
    assert "1 rødt tjek stopper: gør, som der står, og tjek igen." in told.out
    book = openpyxl.load_workbook(tmp_path / "b tjekket.xlsx")
    assert book.sheetnames == ["Budget", "Pulje", ARK, "Fordel opsætning"]
    answers = {row[1].value: row[2].value for row in book[ARK].iter_rows(min_row=6)}
    assert list(answers.values()).count("stopper") == 1
    unknown = [tjek for tjek in TJEK if tjek.missing or (tjek.needs and tjek.needs != INGEN_FORMLER)]
    assert list(answers.values()).count("intet fundet") == len(TJEK) - 1 - len(unknown)


def test_green_is_exit_code_0(fordel, tmp_path) -> None:
    told = fordel("tjek", budget(tmp_path, (NEAR[0], ("Birken", 0, 40, 0.052), NEAR[2])))
    assert (told.code, "Intet er fundet." in told.out) == (0, True)


def test_a_wrong_file_is_refused(fordel, tmp_path) -> None:
    (tmp_path / "b.xlsx").write_text("nej")
    assert fordel("tjek", "b.xlsx").code == 2
    assert fordel("tjek", "ikke her.xlsx").code == 2


def test_red_stops_the_distribution_of_what_was_checked(fordel, tmp_path) -> None:
    fordel("tjek", budget(tmp_path))
    stopped = fordel("pulje", "b tjekket.xlsx")
    assert stopped.code == 2
    assert "1 rødt tjek stopper fordelingen." in stopped.err and "skriv en begrundelse på arket" in stopped.err
    assert not (tmp_path / "b fordelt.xlsx").exists()


def test_red_stops_what_nobody_has_checked_too_until_a_reason_is_given(fordel, tmp_path) -> None:
    budget(tmp_path)
    stopped = fordel("pulje", "b.xlsx")
    assert stopped.code == 2 and "1 rødt tjek stopper fordelingen." in stopped.err and "begrundelse = " in stopped.err
    assert not (tmp_path / "b fordelt.xlsx").exists()
    done = fordel("pulje", "b.xlsx", "--begrundelse", "De er to huse.")
    assert done.code == 0 and "Tilsidesat tjek" in done.out
    book = openpyxl.load_workbook(tmp_path / "b fordelt.xlsx")
    assert "De er to huse." in [row[5].value for row in book[ARK].iter_rows(min_row=6)]
    (tmp_path / "svar.txt").write_text("begrundelse = De er to huse.\n", encoding="utf-8")
    assert fordel("pulje", "b.xlsx", "--svar", "svar.txt", "--ud", "c.xlsx").code == 0
    assert fordel("pulje", "b fordelt.xlsx").code == 0  # the reason stands on its sheet


def test_an_earlier_edition_gives_back_what_coarse_amounts_hide(fordel, tmp_path) -> None:
    houses = [["Ahorn", 60, 4], ["Birk", 70, 22], ["Ceder", 80, 18], ["Douglas", 90, 32]]
    for name, unit, third in (("nu", 50_000, 18), ("høring", 1, 17)):
        houses[2][2] = third
        workbook(tmp_path / f"{name}.xlsx", Budget=[("Institution", "Børn", "Nøgle"), *houses],
                 Pulje=[["Pulje", 1_000_000], ["Afrunding", unit]])
    assert "Ahorn" not in fordel("tjek", "nu.xlsx").out
    both = fordel("tjek", "nu.xlsx", "--tidligere", "høring.xlsx")
    assert both.code == 0
    assert ("Kan regnes ud sammen med den tidligere udgave, høring.xlsx: Ahorn (4 børn)"
            in " ".join(both.out.split()).replace("fortælles ", ""))  # by anybody: the sats is on both appendices
    assert fordel("tjek", "nu.xlsx", "--tidligere", "ikke her.xlsx").code == 2


@pytest.mark.soffice
def test_with_a_reason_typed_in_a_spreadsheet_it_is_distributed_and_shown(fordel, office: Office, tmp_path) -> None:
    fordel("tjek", budget(tmp_path))
    office.open(str(tmp_path / "b tjekket.xlsx"))
    rows = office.get(f"{ARK}!A6:F39")
    at = next(number for number, row in enumerate(rows, 6) if row[2] == "stopper")
    office.set(f"{ARK}!F{at}", "De er to huse.")
    office.save(str(tmp_path / "b rettet.xlsx"), "Calc MS Excel 2007 XML")
    office.close()
    done = fordel("pulje", "b rettet.xlsx", "--ud", "f.xlsx")
    assert done.code == 0
    assert "Tilsidesat tjek" in done.out and "De er to huse." in " ".join(done.out.split())
    book = openpyxl.load_workbook(tmp_path / "f.xlsx")
    assert book[ARK][f"C{at}"].value == "fortælles" and book[ARK][f"F{at}"].value == "De er to huse."
    assert any("Tilsidesat tjek" in str(row[0].value) for row in book["Fordeling bilag"].iter_rows())
