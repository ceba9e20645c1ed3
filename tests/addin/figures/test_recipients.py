"""Money given to others than the institutions themselves, and a threshold tested on each institution."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from addin.figures.recipients import gather
from addin.finding.institution import Recipient
from tests.calc.office import Office
from tests.planning import (
    Case,
    amounts,
    case,
    cell_of,
    cells,
    key_figures,
    notes_of_figures,
    planned,
    prove,
    refused,
    table,
    texts,
)

ROWS: list[list[Any]] = [
    ["Navn", "Til", "Børn", "Udsatte", "Budget", "Før", "Område"],
    ["A", "Nord", 20, 4, 1000, 50, "N"],
    ["B", None, 10, 1, 500, None, "N"],
    ["C", "nord ", 20, 1, 700, 25, "S"],
    ["D", "B", 10, 4, 300, None, "N"],
]
LETTERS = {"navn": "A", "modtager": "B", "boern": "C", "noegle": "D", "grundbudget": "E", "sidste_aar": "F",
           "gruppe": "G"}
COLUMNS = {key: f"Ark!${letter}$2:${letter}$5" for key, letter in LETTERS.items()}


def given(rows: list[list[Any]] = ROWS, columns: dict[str, str] = COLUMNS, **values: Any) -> Case:
    return case({"Ark": rows}, columns, **{"pulje": 1000, **values})


def test_institutions_with_one_recipient_are_one() -> None:
    """Nord 4 + 1 of 10, B (with D) 1 + 4 of 10."""
    plan = planned(given())
    assert amounts(plan) == {"Nord": 500, "B": 500}
    result, trail = table(plan, "fordeling"), table(plan, "trin")
    headings = ("Børn", "Grundbudget", "Sidste år")
    assert [*(result["Nord"][heading] for heading in headings), trail["Nord"]["Nøgle"]] == [40, 1700, 75, 5]
    assert [*(result["B"][heading] for heading in headings), trail["B"]["Nøgle"]] == [20, 800, None, 5]


def test_the_sheets_say_recipient_and_count_both() -> None:
    plan = planned(given())
    figures = key_figures(plan)
    assert (figures["Institutioner i alt"], figures["Modtagere i alt"], figures["Modtagere med penge"]) == (4, 2, 2)
    assert "Modtager" in table(plan, "fordeling")["B"]
    trail = cells(plan, "trin")
    assert "Børn i alt" not in trail.values()  # the children are the children: no column of them before the months
    start = next(row for (row, _), value in trail.items() if value == "Institutionernes grundlag")
    given_to = next(column for (row, column), value in trail.items() if row == start + 1 and value == "Modtager")
    assert [trail[start + 3 + number, given_to] for number in range(4)] == ["Nord", "B", "Nord", "B"]


def test_a_sum_of_some_institutions_is_told() -> None:
    """B's last year is blank for B and D; Nord's is the sum of both."""
    assert not any("mangler for" in warning for warning in texts(planned(given()).warnings))
    rows = [*ROWS[:3], [*ROWS[3][:5], None, "S"], ROWS[4]]
    assert ("Sidste års tildeling mangler for 1 institution; modtagerens tal er summen af de øvrige: C."
            in texts(planned(given(rows)).warnings))


def test_a_base_budget_that_is_blank_for_one_is_not_added_up() -> None:
    rows = [*ROWS[:3], [*ROWS[3][:4], None, 25, "S"], ROWS[4]]
    assert key_figures(planned(given(rows)))["Grundbudget i alt, kr."] is None
    assert key_figures(planned(given()))["Grundbudget i alt, kr."] == 2500


def test_a_recipient_over_two_groups_has_none() -> None:
    rows = gather([Recipient(1, "A", "N"), Recipient(2, "B", "S"), Recipient(3, "C", "S")], ["X", "X", ""]).rows
    assert [(row.name, row.group) for row in rows] == [("X", ""), ("C", "S")]


def test_a_recipient_called_as_an_institution_is_that_institution() -> None:
    members = gather([Recipient(1, "A", ""), Recipient(2, "B", ""), Recipient(3, "C", "")], ["b", "", "A"])
    assert [row.name for row in members.rows] == ["b", "A"]
    assert members.of == [0, 0, 1]  # A gives to B; C gives to a recipient called A


def test_figures_are_added_and_blank_only_where_all_are() -> None:
    members = gather([Recipient(1, "A", ""), Recipient(2, "B", ""), Recipient(3, "C", "")], ["X", "X", ""])
    assert members.total([1, None, None]) == [1, None]
    assert members.total([0.1, 0.2, 0.3]) == [0.1 + 0.2, 0.3]
    assert members.total(None) is None


def test_blank_recipients_are_the_institutions_themselves() -> None:
    plan = planned(given([ROWS[0], *([row[0], None, *row[2:]] for row in ROWS[1:])]))
    assert amounts(plan) == {"A": 400, "B": 100, "C": 100, "D": 400}
    assert "Institutionernes grundlag" not in cells(plan, "trin").values()


def test_a_recipient_that_is_an_error_or_no_text_is_refused() -> None:
    rows = [*ROWS[:2], [*ROWS[2][:1], True, *ROWS[2][2:]], *ROWS[3:]]
    assert "Ark!B3: indholdet er ikke en tekst (Modtager)" in refused(given(rows))


# ------------------------------------------------------------------------------------- the threshold on institutions


def test_the_threshold_on_the_recipient_adds_up_first() -> None:
    """Nord 5/40, B 5/20: at 20 % Nord is out."""
    assert amounts(planned(given(taerskel=0.2))) == {"Nord": 0, "B": 1000}


def test_the_threshold_on_each_institution_lets_those_through_that_reach_it() -> None:
    """A 4/20 and D 4/10 reach 20 %, B 1/10 and C 1/20 do not: 4 and 4 of 8."""
    plan = planned(given(taerskel=0.2, taerskel_paa="institution"))
    assert amounts(plan) == {"Nord": 500, "B": 500}
    assert "2 af 4 institutioner ligger under tærsklen og tæller ikke med: B, C." in texts(plan.warnings)
    trail = table(plan, "trin")
    assert [trail["Nord"][heading] for heading in ("Nøgle", "Over tærskel", "Vægt", "Uden tærskel")] == [
        5, "ja", 4, 500]
    below = cells(plan, "trin")
    assert "Summen af institutionernes vægt; se institutionernes grundlag." in below.values()


def test_only_what_lies_over_the_threshold_of_each_institution() -> None:
    """A 4 - 2 = 2, B 1 - 1 = 0, C 1 - 2 < 0, D 4 - 1 = 3, at 10 %: Nord 2, B 3."""
    plan = planned(given(taerskel=0.1, taerskel_paa="institution", taerskeltype="over"))
    assert amounts(plan) == {"Nord": 400, "B": 600}


def test_a_recipient_without_any_institution_over_gets_nothing() -> None:
    """At 30 % only D."""
    plan = planned(given(taerskel=0.3, taerskel_paa="institution"))
    assert amounts(plan) == {"Nord": 0, "B": 1000}
    assert "1 af 2 modtagere ligger under tærsklen og får intet: Nord." in texts(plan.warnings)


def test_nobody_over_and_nobody_to_measure_by_are_refused() -> None:
    assert "Tærskel: ingen når op på 50 %; den højeste belastning er 40 %" in refused(
        given(taerskel=0.5, taerskel_paa="institution"))
    rows = [*ROWS[:4], ["D", "B", 0, 4, 300, None, "N"]]
    assert refused(given(rows, taerskel=0.2, taerskel_paa="institution")) == (
        "D har nøglen 4, men 0 børn, så tærsklen kan ikke prøves på den. Se Ark!C5 (Børn i alt) og Ark!D5 (Nøgle).")
    assert amounts(planned(given(rows, taerskel=0.2))) == {"Nord": 0, "B": 1000}


def test_a_refusal_names_the_institutions_of_the_recipient() -> None:
    rows = [ROWS[0], *([*row[:2], 0 if row[0] in "AC" else 10, *row[3:]] for row in ROWS[1:])]
    assert refused(given(rows, taerskel=0.2)) == (
        "Nøgle, nr. 1: 5, men der er 0 børn. Det er Nord: A, Ark!C2 (Børn i alt) og Ark!D2 (Nøgle); C, Ark!C4 (Børn i "
        "alt) og Ark!D4 (Nøgle).")


def test_a_pool_of_nothing_leaves_nobody_below_a_threshold() -> None:
    assert amounts(planned(given(taerskel=0.5, taerskel_paa="institution", pulje=0))) == {"Nord": 0, "B": 0}


def test_the_threshold_says_what_it_was_tested_on() -> None:
    plan = planned(given(taerskel=0.2, taerskel_paa="institution"))
    assert notes_of_figures(plan)["Tærskel"] == "Prøvet pr. institution."
    plan = planned(given(taerskel=0.2))
    assert not any("Prøvet pr." in str(value) for key in ("fordeling", "bilag") for value in cells(plan, key).values())


def test_on_institutions_that_are_their_own_recipients_it_is_the_same() -> None:
    columns = {key: name for key, name in COLUMNS.items() if key != "modtager"}
    assert amounts(planned(given(columns=columns, taerskel=0.2, taerskel_paa="institution"))) == amounts(
        planned(given(columns=columns, taerskel=0.2)))


CHANGES = [("Ark!B2", None), ("Ark!B3", "Nord"), ("Ark!B4", "Syd"), ("Ark!B5", "C"), ("Ark!A4", "Andet"),
           ("Ark!C2", 21), ("Ark!D3", 2), ("Ark!E5", 301), ("Ark!F4", 26), ("Ark!F3", 1)]


@pytest.mark.soffice
@pytest.mark.parametrize("values", [{}, {"taerskel": 0.2}, {"taerskel": 0.2, "taerskel_paa": "institution"},
                                    {"taerskel": 0.1, "taerskel_paa": "institution", "taerskeltype": "over"}],
                         ids=["uden tærskel", "modtager", "institution", "blød, institution"])
def test_the_control_follows_each_institution_to_its_recipient(office: Office, tmp_path: Path,
                                                               values: dict[str, Any]) -> None:
    taken = given(**values)
    settings = [(cell_of(taken, "taerskel_paa"), "modtager")] if "taerskel_paa" in values else []
    prove(office, taken, tmp_path, [*CHANGES, *settings])


@pytest.mark.soffice
def test_the_control_sees_a_change_that_two_members_level_out(office: Office, tmp_path: Path) -> None:
    """One of A and C gains what the other loses: the recipient's sum is the same, the institutions' are not."""
    prove(office, given(), tmp_path, [{"Ark!C2": 21, "Ark!C4": 19}, {"Ark!D2": 3, "Ark!D4": 2}])
