"""A model of schools with four elements, worked by hand; and two editions of pools side by side in one workbook."""

from __future__ import annotations

from typing import Any

import openpyxl
import pytest

from addin.hosts.files import job
from addin.hosts.files.package import Package
from addin.hosts.files.snapshot import snapshot
from tests.calc.office import Office
from tests.planning import WHY, Case, amounts, case, cells, planned, prove
from tests.pools import HEADINGS, RANDERS, cell, houses, with_pools

SKOLER = (("Skole", "Elever", "Pr. skole", "Hold", "Udsatte elever", "I fjor"),
          ("Åskolen", 500, 1, 4, 90, 11_500_000), ("Bakkeskolen", 200, 1, 0, 30, 5_600_000),
          ("Engskolen", 750, 1, 6, 180, 16_000_000), ("Fjordskolen", 550, 1, 2, 0, 9_000_000))
# Principles of Aarhus 2019: so much to each school, so much a pupil, teaching in groups, and a key; made-up numbers.
ELEMENTER = ({"Pulje": "Grundressource", "Beløb, kr.": 8_400_000, "Nøgle": "Pr. skole"},
             {"Pulje": "Elever", "Beløb, kr.": 25_000_000, "Nøgle": "Elever"},
             {"Pulje": "Holddeling", "Beløb, kr.": 744_000, "Nøgle": "Hold"},
             {"Pulje": "Socioøkonomi", "Beløb, kr.": "1 % af 900 mio."})


def skoler(*rows: dict[str, Any], **values: Any) -> Case:
    columns = {"navn": "Ark!$A$2:$A$5", "boern": "Ark!$B$2:$B$5", "noegle": "Ark!$E$2:$E$5", "sidste_aar":
               "Ark!$F$2:$F$5"}
    return with_pools(case({"Ark": SKOLER}, columns, pulje=1, **values), *rows)


def test_four_elements_added_by_hand() -> None:
    """2.100.000 a school, 12.500 a pupil, 62.000 a group and 9 mio. kr. / 300 = 30.000 a pupil of the key: Åskolen
    2.100.000 + 6.250.000 + 248.000 + 2.700.000."""
    assert amounts(planned(skoler(*ELEMENTER))) == {"Åskolen": 11_298_000, "Bakkeskolen": 5_500_000,
                                                    "Engskolen": 17_247_000, "Fjordskolen": 9_099_000}


def test_a_guarantee_last() -> None:
    """Bakkeskolen had 5.600.000: 100 % of it is 100.000 more than the elements give; Åskolen had 11.500.000, 202.000
    more. The others give it in proportion to what the elements give them: 302.000 of 26.346.000."""
    found = amounts(planned(skoler(*ELEMENTER, {"Pulje": "Garanti", "Garanti": 1})))
    assert (found["Bakkeskolen"], found["Åskolen"]) == (5_600_000, 11_500_000)
    assert found["Fjordskolen"] == 9_000_000 and sum(found.values()) == 43_144_000  # which it had last year, too


def test_99_percent_by_pupils_and_one_by_the_key() -> None:
    """Of a frame of 100 mio. kr.: 2.000 pupils give 49.500 kr. each, 300 of the key 3.333,33."""
    found = amounts(planned(skoler({"Pulje": "Elever", "Beløb, kr.": "99 % af 100 mio.", "Nøgle": "Elever"},
                                   {"Pulje": "Udsatte", "Beløb, kr.": "1 % af 100 mio. kr."})))
    assert found == {"Åskolen": 25_050_000, "Bakkeskolen": 10_000_000 - 100_000 + 100_000, "Engskolen": 37_725_000,
                     "Fjordskolen": 27_225_000}


def test_it_is_told_of_schools_and_pupils_and_the_users_names_stay() -> None:
    page = " ".join(str(value) for value in cells(planned(skoler(*ELEMENTER)), "fordeling").values())
    assert "kr. pr. elev" in page and "barn" not in page and "4 skoler" in page and "Elever, kr." in page


@pytest.mark.soffice
def test_its_control_in_a_real_libreoffice(office: Office, tmp_path) -> None:
    rows = (*ELEMENTER, {"Pulje": "Garanti", "Garanti": 1})
    prove(office, skoler(*rows), tmp_path, [("Ark!B3", 201), (cell("Beløb, kr.", 3), "1 % af 901 mio."),
                                            ("Ark!F3", 5_500_000), ("Fordeling (pulje 3)!E12", 248_001)])


def test_two_editions_stand_side_by_side(tmp_path) -> None:
    """Randers' two pools as they are and the proposal's one of 9.590.000 kr. in one workbook; the keys are fictive."""
    nu = job.run(houses(*RANDERS).file(tmp_path / "ind.xlsx"), tmp_path / "nu.xlsx", {**WHY, "udgave": "nu"}).target
    book = openpyxl.load_workbook(nu)
    sheet = book["Fordel puljer"]
    one = {"Pulje": "En pulje", "Beløb, kr.": 9_590_000}
    for column, heading in enumerate(HEADINGS, 1):
        sheet.cell(3, column).value = one.get(heading)
        sheet.cell(4, column).value = None
    book.save(tmp_path / "rettet.xlsx")
    done = job.run(tmp_path / "rettet.xlsx", tmp_path / "begge.xlsx", {**WHY, "udgave": "forslag"})
    data = done.target.read_bytes()
    ours = snapshot(Package(data, "begge.xlsx"), data).ours
    assert {"fordeling nu", "fordeling nu/1", "fordeling nu/2", "fordeling forslag", "kontrol forslag"} <= set(ours)
    assert amounts(done.plan)["Druen"] == 368_846
