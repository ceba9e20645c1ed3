"""A refusal points at the cells of the one it is about; where amounts do not fit, at those they come from."""

from __future__ import annotations

from typing import Any

import pytest

from tests.planning import Case, case, refused

HOUSES: list[list[Any]] = [["Navn", "Til", "0-2", "3-5", "Nøgle", "Før", "Fast", "Virkning", "Grund", "Ansøgt"],
                           ["Anemonen", "Nord", 4, 6, 5, 300, None, None, None, 900],
                           ["Birken", None, 5, 15, 6, 200, 100, "oven i", "aftale", 900],
                           ["Cikorien", None, 0, None, 7, 500, None, None, None, 900],
                           ["Dalen", "Nord", 2, 10, 8, 100, None, None, None, 900]]
COLUMNS = {"navn": "A", "boern_0_2": "C", "boern_3_5": "D"}
FIXED = {"fast": "G", "fast_virkning": "H", "fast_grund": "I"}
CHILDREN = "Ark!C4 (0-2-årige), Ark!D4 (3-5-årige)"


def made(columns: dict[str, str], sheets: Any = None, names: Any = None, **values: Any) -> Case:
    areas = {key: f"Ark!${letter}$2:${letter}$5" for key, letter in {**COLUMNS, **columns}.items()}
    return case({"Ark": HOUSES, **(sheets or {})}, {**areas, **(names or {})}, **{"pulje": 1000, **values})


def test_a_finished_key_without_children() -> None:
    assert refused(made({"noegle": "E"}, loft=900)) == (
        f"Nøgle, nr. 3: 7, men der er 0 børn. Det er Cikorien, {CHILDREN} og Ark!E4 (Nøgle).")


def test_delivered_counts_in_another_order() -> None:
    """Nr. 3 is not the third row of the delivery."""
    counts = [["Sted", "a", "b"], ["Dalen", 5, 1], ["cikorien ", 4, 2], ["Birken", 3, 3], ["Anemonen", 2, 4]]
    names = {"antal_institution": "DST!$A$2:$A$5", "antal_kriterier": "DST!$B$2:$C$5"}
    taken = made({}, {"DST": counts}, names, loft=900)
    assert refused(taken).endswith(f"Det er Cikorien, {CHILDREN} og DST!B3:C3 (Leverede antal: institution).")


def test_children_one_a_row() -> None:
    marks = [["Hus", "k"], ["Dalen", 1], ["Cikorien", 1], ["Anemonen", 0], ["CIKORIEN", 0], ["Birken", 1]]
    names = {"barn_institution": "Marks!$A$2:$A$6", "barn_kriterier": "Marks!$B$2:$B$6"}
    taken = made({}, {"Marks": marks}, names, loft=900, mindst_kriterier=1)
    assert refused(taken).endswith(f"Det er Cikorien, {CHILDREN} og Marks!A3 og 1 til (Børneark: barnets institution).")


def test_a_recipient_of_several_institutions_and_one_tested_by_itself() -> None:
    houses = [HOUSES[0], *([row[0], "Nord", 0, 0, *row[4:]] for row in HOUSES[1:])]
    taken = made({"noegle": "E", "modtager": "B"}, {"Ark": houses}, loft=900)
    said = refused(taken)
    assert said.startswith("Nøgle, nr. 1: 26, men der er 0 børn. Det er Nord: Anemonen, Ark!C2 (0-2-årige), ")
    assert said.endswith("; Dalen, Ark!C5 (0-2-årige), Ark!D5 (3-5-årige) og Ark!E5 (Nøgle).")
    taken = made({"noegle": "E", "modtager": "B"}, taerskel=0.1, taerskel_paa="institution")
    assert refused(taken) == ("Cikorien har nøglen 7, men 0 børn, så tærsklen kan ikke prøves på den. Se "
                              f"{CHILDREN} og Ark!E4 (Nøgle).")


@pytest.mark.parametrize(("columns", "values", "said"), [
    ({"sidste_aar": "F"}, {"garanti": 0.97},
     "garantierne kræver 1.067 kr., puljen er 1.000 kr. Se Valg!B2 (Garanti, mindst af sidste år), Ark!F2:F5 (Sidste "
     "års tildeling) og Valg!B1 (Pulje)."),
    ({}, {"minimum": 300},
     "Minimum kræver 1.200 kr., puljen er 1.000 kr. Se Valg!B2 (Minimum, kr. pr. institution) og Valg!B1 (Pulje)."),
    (FIXED, {"pulje": 99},
     "De faste beløb er 100 kr. i alt, men puljen er 99 kr. Se Ark!G2:G5 (Fast beløb) og Valg!B1 (Pulje)."),
    ({}, {"centralt": 1001},
     "Den centrale pulje er 1.001 kr., men puljen er 1.000 kr. Se Valg!B2 (Central pulje, af toppen) og Valg!B1 "
     "(Pulje)."),
    ({}, {"taerskel": 8}, "Tærskel: ingen når op på 8; mente du 8 %? Se Valg!B2."),
], ids=str)
def test_what_does_not_fit_points_at_where_it_comes_from(columns: Any, values: Any, said: str) -> None:
    houses = [row[:2] + [row[2], row[3] or 1] + row[4:] for row in HOUSES]
    taken = made({"noegle": "E", **columns}, {"Ark": houses}, **values)
    assert refused(taken).endswith(said)


def test_a_fixed_amount_above_what_was_applied_for_points_at_both() -> None:
    houses = [HOUSES[0], *([*row[:9], 50] for row in HOUSES[1:])]
    assert refused(made({"noegle": "E", "ansoegt": "J", **FIXED}, {"Ark": houses})) == (
        "Ansøgt, nr. 2: det faste beløb er 100 kr., men der er ansøgt om 50 kr. Det er Birken, Ark!J3 (Ansøgt beløb) "
        "og Ark!G3 (Fast beløb).")


def test_a_number_too_large_to_count_with_is_found_by_its_cell() -> None:
    """A product that the rules refuse, before there are any recipients."""
    houses = [HOUSES[0], *HOUSES[1:3], [*HOUSES[3][:4], 1e16, *HOUSES[3][5:]], HOUSES[4]]
    assert "Det er Cikorien" in refused(made({"belastning": "E"}, {"Ark": houses}))
