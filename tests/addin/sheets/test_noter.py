"""What is worth knowing beside each amount: of the calculation, of each institution, and of last year's amounts."""

from __future__ import annotations

from typing import Any

from addin.sheets.noter import notes
from tests.planning import Case, calculated, case

ROWS: list[list[Any]] = [["Institution", "Nøgle", "Fast", "Virkning", "Hvorfor", "Til", "Før", "Erstatter"],
                         ["A", 2, 100, "oven i", "byggeri", "Nord", 300, "C"],
                         ["B", 2, None, None, None, "Nord", 300, None],
                         ["C", None, None, None, None, None, 200, None]]
PLACES = {key: f"Ark!${letter}$2:${letter}$4" for key, letter in
          zip(("navn", "noegle", "fast", "fast_virkning", "fast_grund", "modtager", "sidste_aar", "erstatter"),
              "ABCDEFGH", strict=True)}
FIXED = ("fast", "fast_virkning", "fast_grund")


def made(*keys: str) -> Case:
    rows = ROWS if "erstatter" in keys else [*ROWS[:3], ["C", 0, *ROWS[3][2:]]]  # else a blank key is red
    return case({"Ark": rows}, {key: PLACES[key] for key in ("navn", "noegle", *keys)}, pulje=1100)


def test_each_institution_has_its_own_note_and_the_others_none() -> None:
    assert notes(calculated(made(*FIXED)).first)[:2] == ["fast beløb 100 kr. oven i: byggeri", ""]


def test_a_recipient_of_several_says_whose_it_is() -> None:
    assert notes(calculated(made(*FIXED, "modtager")).first)[0] == "A: fast beløb 100 kr. oven i: byggeri"


def test_where_last_year_s_amount_has_gone_is_said_at_the_one_it_came_from() -> None:
    """A is there instead of C: what C got is counted at A."""
    found = notes(calculated(made("sidste_aar", "erstatter")).first)
    assert found == ["", "", "nøgle er tom og tæller 0; sidste års beløb er flyttet til A"]
