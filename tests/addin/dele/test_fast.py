"""Fixed amounts: shown apart from what the key gives, told, and proven."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.addin.dele.test_fast_reading import COLUMNS, ROWS, TO, fixed
from tests.calc.office import Office
from tests.planning import amounts, case, cell_of, cells, key_figures, place_of, planned, prove, table, texts


def test_the_whole_pool_by_the_key_stands_beside_it() -> None:
    """1.200 kr. for 4, 1, 3 and 2 of 10."""
    result = table(planned(fixed()), "fordeling")
    assert [result[name]["Uden faste beløb"] for name in "ABCD"] == [480, 120, 360, 240]


def test_how_many_exceptions_there_are_is_told() -> None:
    plan = planned(fixed())
    figures = key_figures(plan)
    labels = ("Pulje, kr.", "Faste beløb (undtagelser), antal", "Faste beløb i alt, kr.",
              "Til fordeling efter nøglen, kr.", "Fordelt, kr.")
    assert [figures[label] for label in labels] == [1200, 2, 500, 700, 1200]
    assert "2 institutioner har et fast beløb, i alt 500 kr., som er betalt først: A, C." in texts(plan.warnings)


def test_the_trail_shows_the_key_part_the_fixed_amount_and_their_sum() -> None:
    plan = planned(fixed(taerskel=0.15))
    trail = table(plan, "trin")
    assert [trail["A"][heading] for heading in ("Efter nøglen", "Fast beløb", "Tildeling", "Pr. barn")] == [
        467, 300, 767, 767 / 20]
    assert trail["C"]["Nøgle"] == 0
    assert trail["I alt"]["Tildeling"] == 1200
    shown = cells(plan, "trin").values()
    assert "Pulje 1.200 kr. - faste beløb 500 kr. = 700 kr. efter nøglen." in shown
    below = table(plan, "trin", "Virkning")
    assert [below["C"][heading] for heading in ("Nøgle i tabellen", "Nøgle", "Fast beløb", "Virkning")] == [
        3, 0, 200, "i stedet for"]


def test_without_the_threshold_the_fixed_amounts_are_there_too() -> None:
    """At 15 %: A 4/20 and D 2/10 are in, B is out: 700 kr. as 4 : 2; without the threshold as above."""
    result = table(planned(fixed(taerskel=0.15)), "trin")
    assert [result[name]["Tildeling"] for name in "ABCD"] == [767, 0, 200, 233]
    assert [result[name]["Uden tærskel"] for name in "ABCD"] == [700, 100, 200, 200]


def test_what_cannot_be_shown_without_fixed_amounts_says_why() -> None:
    """A minimum of 400 kr. for D alone can be paid; for all three it takes more than there is."""
    rows = [ROWS[0][:6], ["A", 20, 4, 300, "i stedet for", "aftale"], ["B", 10, 1, 100, "i stedet for", "aftale"],
            ["D", 10, 2, None, None, None]]
    columns = {key: name.replace("$5", "$4") for key, name in COLUMNS.items()}
    plan = planned(case({"Ark": rows}, columns, pulje=1000, minimum=400))
    assert amounts(plan) == {"A": 300, "B": 100, "D": 600}
    assert "Uden faste beløb" not in table(plan, "fordeling")["A"]
    assert any("uden faste beløb kan ikke vises: minimum kræver 1.200 kr., puljen er 1.000 kr." in warning
               for warning in texts(plan.warnings))


def test_a_recipient_of_several_has_the_sum_and_each_reason() -> None:
    plan = planned(fixed("G4", "B", {**COLUMNS, **TO}))
    assert amounts(plan) == {"A": 700, "B": 500}
    assert table(plan, "fordeling")["B"]["Fast beløb"] == 200
    assert "B: C: fast beløb 200 kr. i stedet for: aftale til 2028." in cells(plan, "bilag").values()


def test_a_column_without_amounts_is_no_exception() -> None:
    rows = [[*row[:3], None, "oven i", None] for row in ROWS]
    rows[0] = ROWS[0][:6]
    plan = planned(case({"Ark": rows}, COLUMNS, pulje=1000))
    assert amounts(plan) == {"A": 400, "B": 100, "C": 300, "D": 200}
    assert "Fast beløb" not in table(plan, "fordeling")["A"]
    assert "Faste beløb i alt, kr." not in key_figures(plan)


CHANGES = [("Ark!D2", 301), ("Ark!D2", 400), ("Ark!D3", 100), ("Ark!D4", None), ("Ark!E2", "i stedet for"),
           ("Ark!E4", "oven i"), ("Ark!F2", "en anden grund"), ("Ark!C4", 4), ("Ark!B4", 19),
           {"Ark!D2": 200, "Ark!D4": 300}]


@pytest.mark.soffice
@pytest.mark.parametrize(("columns", "values"), [
    (COLUMNS, {}), ({**COLUMNS, **TO}, {"taerskel": 0.15, "taerskel_paa": "institution", "loft": 20}),
    (COLUMNS, {"loft": 15, "minimum": 100, "afrunding": 100})], ids=["enkelt", "modtagere", "grænser"])
def test_the_control_follows_amount_effect_and_reason(office: Office, tmp_path: Path, columns: dict[str, str],
                                                      values: dict[str, Any]) -> None:
    taken = fixed(columns=columns, **values)
    prove(office, taken, tmp_path, [*CHANGES, (cell_of(taken, "pulje"), 1300)])


@pytest.mark.soffice
def test_the_control_sees_amounts_move_on_the_result_sheet(office: Office, tmp_path: Path) -> None:
    plan = planned(fixed())
    by_key, paid, both = (place_of(plan, "A", heading) for heading in ("Efter nøglen", "Fast beløb", "Tildeling"))
    next_one = place_of(plan, "B", "Efter nøglen")
    prove(office, fixed(), tmp_path, [(by_key, 401), (paid, 301), (both, 701), {by_key: 399, paid: 301},
                                      {by_key: 399, next_one: 101}])


@pytest.mark.soffice
def test_the_control_sees_the_first_fixed_amount_appear(office: Office, tmp_path: Path) -> None:
    rows = [ROWS[0][:6], *([*row[:3], None, None, None] for row in ROWS[1:])]
    prove(office, case({"Ark": rows}, COLUMNS, pulje=1000), tmp_path, [("Ark!D2", 1), ("Ark!E2", "i stedet for")])


@pytest.mark.soffice
def test_the_control_takes_fixed_amounts_in_thousands(office: Office, tmp_path: Path) -> None:
    rows = [list(row) for row in ROWS]
    rows[1][3], rows[3][3] = 0.3, 0.2
    taken = case({"Ark": rows}, COLUMNS, pulje=1.2, enhed_fast="1.000 kr.", enhed_pulje="1.000 kr.")
    assert amounts(planned(taken)) == {"A": 700, "B": 100, "C": 200, "D": 200}
    prove(office, taken, tmp_path, [("Ark!D2", 0.301), (cell_of(taken, "enhed_fast"), "kr."),
                                    (cell_of(taken, "enhed_pulje"), "kr.")])
