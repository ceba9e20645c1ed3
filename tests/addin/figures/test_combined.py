"""How the columns of a delivery become one number: points times children, keys weighed together, years smoothed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.calc.office import Office
from tests.planning import Case, amounts, case, cell_of, cells, planned, prove, refused, table, texts
from workbook_templates.indstillinger import AAR

HOUSES = [["Institution", "Børn", "Måneder"], ["Solen", 40, 12], ["Månen", 60, 6]]
COLUMNS = {"navn": "Ark!$A$2:$A$3", "boern": "Ark!$B$2:$B$3", "antal_institution": "Tal!$A$2:$A$3",
           "antal_kriterier": "Tal!$B$2:$D$3", "kriterievaegte": "Vægte!$A$1:$A$3"}
YEARS = [["Institution", "År 1", "År 2", "År 3"], ["Månen", 12, None, 8], ["Solen", 10, 50, 30]]
ONES = (1, 1, 1)


def made(how: str, rows: Any = YEARS, weights: Any = ONES, more: Any = None, **values: Any) -> Case:
    sheets = {"Ark": HOUSES, "Tal": rows, "Vægte": [[weight] for weight in weights]}
    return case(sheets, {**COLUMNS, **(more or {})}, **{"pulje": 4200, "samling": how, **values})


def test_the_sum_is_the_default() -> None:
    assert amounts(planned(made("sum"))) == {"Solen": 3436, "Månen": 764}
    taken = made("sum")
    assert amounts(planned(Case(taken.sheets, {key: at for key, at in taken.names.items() if key != "samling"}))) == {
        "Solen": 3436, "Månen": 764}


def test_years_are_smoothed_and_a_blank_one_is_told() -> None:
    plan = planned(made("maks"))
    assert amounts(plan) == {"Solen": 3000, "Månen": 1200}
    assert amounts(planned(made("gennemsnit"))) == {"Solen": 3150, "Månen": 1050}
    blank = "Tomme celler i de leverede antal er år, der er sprunget over, for 1 institution: Månen."
    assert blank in texts(plan.warnings)
    line = table(plan, "trin", corner="År 1")["Månen"]
    assert (line["År 1"], line["År 2"], line["År 3"], line["Maks"]) == (12, None, 8, 12)


def test_points_are_times_children_and_months() -> None:
    """Solen 10 + 50 + 30 = 90 points x 40 children; Månen 12 + 8 = 20 points x 60 children x 6 / 12."""
    plan = planned(made("vurdering", more={"maaneder": "Ark!$C$2:$C$3"}))
    assert {name: line["Nøgle"] for name, line in table(plan, "trin").items() if name in ("Solen", "Månen")} == {
        "Solen": 3600, "Månen": 600}
    assert "Point x børn." in cells(plan, "trin").values()


def test_keys_weighed_together_show_the_sums_they_are_shares_of() -> None:
    plan = planned(made("sammenvejet", weights=(1, 0, 3)))
    key = {"Solen": 0.25 * 10 / 22 + 0.75 * 30 / 38, "Månen": 0.25 * 12 / 22 + 0.75 * 8 / 38}
    assert {name: table(plan, "trin")[name]["Nøgle"] for name in key} == pytest.approx(key)
    assert {"vægt 1, sum 22", "vægt 3, sum 38"} <= set(map(str, cells(plan, "trin").values()))


def test_traps_are_refused() -> None:
    assert refused(made("maks", weights=(1, 2, 1))) == (
        'Leverede antal: samles ved maks: "År 2" har vægten 2, men år vejer lige meget. Sæt vægtene til 1.')
    empty = [YEARS[0], ["Månen", None, None, None], YEARS[2]]
    assert refused(made("gennemsnit", empty)) == "Tal!B2: Månen har ingen tal i nogen af årene."
    zero = [YEARS[0], ["Månen", 1, 0, 1], ["Solen", 1, 0, 1]]
    assert 'kolonnen "År 2" er 0 for alle' in refused(made("sammenvejet", zero))
    assert amounts(planned(made("sammenvejet", zero, weights=(1, 0, 1))))
    months = {"maaneder": "Ark!$C$2:$C$3"}  # the shares then sum to less than 1, and are no children for that
    for more in ({}, months):
        assert "nøglen er andele og ikke børn" in refused(made("sammenvejet", more=more, taerskel=0.001))
    taken = made("vurdering")
    childless = Case(taken.sheets, {key: at for key, at in taken.names.items() if key != "boern"})
    assert "pointene ganges med børn, men der er ingen kolonne med børn" in refused(childless)
    assert "Skriv sum, vurdering, sammenvejet, gennemsnit, maks" in refused(made("median"))


@pytest.mark.soffice
@pytest.mark.parametrize("how", ["vurdering", "sammenvejet", "gennemsnit", "maks"])
def test_the_control_follows_every_cell(how: str, office: Office, tmp_path: Path) -> None:
    taken = made(how, more={"maaneder": "Ark!$C$2:$C$3"})
    filled_in = 0 if how in AAR else 5  # a year of 0 is another mean than no year; points of 0 are no points
    prove(office, taken, tmp_path, [("Tal!B2", 13), ("Tal!C2", filled_in), ("Tal!C3", 51), ("Tal!D3", 29),
                                    ("Ark!C3", 7), (cell_of(taken, "samling"), "sum"),
                                    (cell_of(taken, "kriterievaegte"), 2)])
