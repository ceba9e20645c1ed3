"""Fixed amounts: paid first, with effect and reason. What is shown of them: tests/addin/dele/test_fast.py."""

from __future__ import annotations

from typing import Any

import pytest

from tests.planning import Case, amounts, case, cells, key_figures, planned, refused, table, texts

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
    assert [result["A"][heading] for heading in ("Efter nøglen", "Fast beløb", "Tildeling", "Kr. pr. barn")] == [
        400, 300, 700, 35]
    assert [result["B"][heading] for heading in ("Efter nøglen", "Fast beløb", "Tildeling")] == [100, None, 100]
    assert "C: fast beløb 200 kr. i stedet for: aftale til 2028." in cells(plan, "bilag").values()
    assert result["I alt"]["Tildeling"] == 1200


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
