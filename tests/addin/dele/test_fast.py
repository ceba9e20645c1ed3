"""Fixed amounts: paid first, with effect and reason, shown apart from what the key gives."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.calc.office import Office
from tests.planning import Case, amounts, case, cell_of, cells, key_figures, planned, prove, refused, table, texts

ROWS: list[list[Any]] = [
    ["Navn", "Børn", "Udsatte", "Fast", "Virkning", "Hvorfor", "Til"],
    ["A", 20, 4, 300, "Oven i", "nyt hus", None],
    ["B", 10, 1, None, None, None, None],
    ["C", 20, 3, 200, "i stedet for", "aftale til 2028", None],
    ["D", 10, 2, None, "oven i", None, "B"],
]
LETTERS = {"navn": "A", "boern": "B", "noegle": "C", "fast": "D", "fast_virkning": "E", "fast_grund": "F"}
COLUMNS = {key: f"Ark!${letter}$2:${letter}$5" for key, letter in LETTERS.items()}
TO = {"modtager": "Ark!$G$2:$G$5"}


def fixed(cell: str = "A1", value: Any = "Navn", columns: dict[str, str] = COLUMNS, **values: Any) -> Case:
    rows = [list(row) for row in ROWS]
    rows[int(cell[1:]) - 1]["ABCDEFG".index(cell[0])] = value
    return case({"Ark": rows}, columns, **{"pulje": 1200, **values})


def test_fixed_amounts_are_paid_first_and_the_rest_goes_by_the_key() -> None:
    """1.200 - 500 = 700 kr. for A 4, B 1 and D 2 of 7; C has its 200 kr. and no more."""
    plan = planned(fixed())
    assert amounts(plan) == {"A": 700, "B": 100, "C": 200, "D": 200}
    result = table(plan, "fordeling")
    assert [result["A"][heading] for heading in ("Efter nøglen", "Fast beløb", "Tildeling", "Pr. barn")] == [
        400, 300, 700, 35]
    assert [result["B"][heading] for heading in ("Efter nøglen", "Fast beløb", "Tildeling")] == [100, None, 100]
    assert result["C"]["Bemærkning"] == "fast beløb 200 kr. i stedet for: aftale til 2028"
    assert result["I alt"]["Tildeling"] == 1200


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
    result = table(planned(fixed(taerskel=0.15)), "fordeling")
    assert [result[name]["Tildeling"] for name in "ABCD"] == [767, 0, 200, 233]
    assert [result[name]["Uden tærskel"] for name in "ABCD"] == [700, 100, 200, 200]


def test_who_has_a_fixed_amount_instead_is_not_said_to_be_below_the_threshold() -> None:
    below = "1 af 4 institutioner ligger under tærsklen og får intet efter nøglen: B."
    assert below in texts(planned(fixed(taerskel=0.15)).warnings)
    each = texts(planned(fixed(columns={**COLUMNS, **TO}, taerskel=0.15, taerskel_paa="institution")).warnings)
    assert "1 af 4 institutioner ligger under tærsklen og tæller ikke med: B." in each
    assert not any("modtagere ligger under" in warning for warning in each)


def test_cap_and_minimum_bound_the_key_part() -> None:
    """15 kr. per child: 300, 150 and 150 kr. by the key; 100 kr. are left."""
    plan = planned(fixed(loft=15))
    assert amounts(plan) == {"A": 600, "B": 150, "C": 200, "D": 150}
    result = table(plan, "fordeling")
    assert [result[name]["Efter nøglen"] for name in "ABCD"] == [300, 150, 0, 150]
    assert key_figures(plan)["Ikke fordelt, kr."] == 100
    lifted = table(planned(fixed(minimum=140)), "fordeling")
    assert [lifted[name]["Efter nøglen"] for name in "ABCD"] == [373, 140, 0, 187]


def test_fixed_amounts_may_take_the_whole_pool() -> None:
    assert amounts(planned(fixed(pulje=500))) == {"A": 300, "B": 0, "C": 200, "D": 0}


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
    assert table(plan, "fordeling")["B"]["Bemærkning"] == "C: fast beløb 200 kr. i stedet for: aftale til 2028"


@pytest.mark.parametrize(("cell", "value", "told"), [
    ("E2", None, 'Ark!E2: A har et fast beløb, så her skal stå "oven i"'),
    ("E2", "ovenpå", 'Ark!E2: A har et fast beløb, så her skal stå "oven i"'),
    ("F4", " ", "Ark!F4: C har et fast beløb, så her skal stå hvorfor"),
    ("D2", -1, "Ark!D2: Fordel_fast kan ikke være negativ"),
    ("D2", 300.5, "Ark!D2: Fordel_fast er 300,50 kr. for A, men beløbene skal være hele antal af 1 kr. (Afrunding)"),
    ("D2", 1001, "De faste beløb er 1.201 kr. i alt, men puljen er 1.200 kr."),
    ("E5", "i stedet for", 'Ark!E5: D har "i stedet for", men intet fast beløb. Skriv 0'),
])
def test_what_cannot_be_paid_is_refused_with_its_cell(cell: str, value: Any, told: str) -> None:
    assert told in refused(fixed(cell, value))


def test_the_sum_may_be_the_whole_pool_but_no_more() -> None:
    assert amounts(planned(fixed("D2", 1000)))["A"] == 1000


def test_amounts_are_in_units_of_the_rounding() -> None:
    assert "hele antal af 100 kr." in refused(fixed("D2", 250, afrunding=100))
    assert amounts(planned(fixed(afrunding=100)))["A"] == 700


@pytest.mark.parametrize(("missing", "told"), [
    (("fast_virkning",), 'ingen kolonne med virkning ("oven i" eller "i stedet for"). Tilføj den'),
    (("fast_grund",), "ingen kolonne med begrundelse"), (("fast_virkning", "fast_grund"), "og begrundelse")])
def test_amounts_without_columns_for_effect_and_reason_are_refused(missing: tuple[str, ...], told: str) -> None:
    assert told in refused(fixed(columns={key: name for key, name in COLUMNS.items() if key not in missing}))


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
    sheet = cells(planned(fixed()), "fordeling")
    head = next(row for (row, _), value in sheet.items() if value == "Efter nøglen")
    at = {value: "ABCDEFGHIJKLMNOP"[column] for (row, column), value in sheet.items() if row == head}
    row = next(row for (row, column), value in sorted(sheet.items()) if column == 1 and value == "A") + 1
    by_key, paid, both = (f"Fordeling!{at[heading]}{row}" for heading in ("Efter nøglen", "Fast beløb", "Tildeling"))
    next_one = f"Fordeling!{at['Efter nøglen']}{row + 1}"
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


def test_a_pool_that_is_all_fixed_leaves_nothing_but_noise() -> None:
    """0,17 - 0,02 - 0,15 is 0, which it is not in floats, and then nobody needs to reach the threshold."""
    rows = [["Navn", "Børn", "Nøgle", "Fast", "Virkning", "Hvorfor", "Til"],
            ["A", 40, 1, 0.15, "oven i", "aftale", "Nord"], ["B", 40, 2, None, None, None, "Nord"]]
    columns = {key: f"Ark!${letter}$2:${letter}$3" for key, letter in
               zip(("navn", "boern", "noegle", "fast", "fast_virkning", "fast_grund", "modtager"), "ABCDEFG")}
    for place in ("modtager", "institution"):
        plan = planned(case({"Ark": rows}, columns, pulje=0.17, centralt=0.02, afrunding=0.01, taerskel=0.1,
                            taerskel_paa=place))
        assert amounts(plan) == {"Nord": 0.15}
