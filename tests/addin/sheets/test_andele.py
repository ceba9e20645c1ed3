"""Shares as they may leave the house."""

from __future__ import annotations

from addin.sheets.andele import Andele, andele
from tests.addin.sheets.committee import example
from tests.planning import calculated, case


def test_hidden_shares_are_hidden_also_where_they_can_be_worked_out() -> None:
    shares = andele(calculated(example()).first)
    assert shares is not None
    assert shares.texts[1] == "under 12 %" and shares.texts["Nord"] == "." and shares.texts[None] == "21 %"
    assert shares.hides == (
        '"under" og ".": skjult, for antallet er under 5, eller det kan regnes ud af de andre.')


def means(heads: int, mean: float) -> Andele:
    rows = [["Institution", "Børn", "Belastning"], ["A", heads, mean], ["B", 30, 0.0712]]
    columns = {key: f"Ark!${letter}$2:${letter}$3" for key, letter in zip(("navn", "boern", "belastning"), "ABC")}
    found = andele(calculated(case({"Ark": rows}, columns, pulje=1000)).first)
    assert found is not None
    return found


def test_a_mean_is_shown_of_ten_children_with_one_decimal() -> None:
    for heads, text in ((10, "6,1 %"), (9, ".")):
        shares = means(heads, 0.0612)
        assert shares.texts[0] == text and shares.texts[1] == "7,1 %"


def test_a_finished_key_that_is_no_count_has_no_share() -> None:
    rows = [["Institution", "Nøgle"], ["A", 1.37], ["B", 2.11]]
    columns = {"navn": "Ark!$A$2:$A$3", "noegle": "Ark!$B$2:$B$3"}
    assert andele(calculated(case({"Ark": rows}, columns, pulje=1000)).first) is None
