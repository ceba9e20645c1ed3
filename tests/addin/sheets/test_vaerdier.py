"""The numbers of the tables: what follows from others, what is unknown, what there is."""

from __future__ import annotations

import math

import pytest

from addin.sheets.vaerdier import Vaerdier
from tests.addin.sheets.committee import example
from tests.planning import calculated, case

ROWS = [["Institution", "Børn", "Nøgle", "Sidste år"], ["A", 10, 1, 100], ["B", 0, 3, None]]
COLUMNS = {key: f"Ark!${letter}$2:${letter}$3" for key, letter in
           zip(("navn", "boern", "noegle", "sidste_aar"), "ABCD")}


def test_a_change_is_of_those_only_whose_amount_last_year_is_known() -> None:
    values = Vaerdier(calculated(case({"Ark": ROWS}, COLUMNS, pulje=800, pl=None)).first)
    assert values.value("tildeling", [0, 1]) == 800 and values.value("aendring", [0, 1]) == 100
    assert values.is_blank("aendring_pct", 1) and not values.is_blank("aendring", 0)
    assert values.value("pr_barn", [0]) == 20 and math.isnan(values.value("pr_barn", [1]))


def test_what_there_is_to_show() -> None:
    values = Vaerdier(calculated(example()).first)
    assert values.has("pr_barn") and values.has("uden_loft") and values.has("aendring_pct")
    assert not values.has("boern") and not values.has("i_alt") and not values.has("daekket")
    assert values.value("uden_loft", [8]) == pytest.approx(663_830)
