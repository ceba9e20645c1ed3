"""Each check: green on a good workbook, red on one thing wrong, and just that one."""

from __future__ import annotations

import pytest

from tests.addin.checks.checking import ROWS, found, made, statuses, with_cell
from workbook_templates.fordel_tjek import GROEN, TJEK


def test_a_good_workbook_is_all_green() -> None:
    assert found(made()) == {}
    assert set(statuses(made()).values()) == {GROEN}
    assert list(statuses(made())) == [tjek.key for tjek in TJEK]


@pytest.mark.parametrize(
    "rows, values, key, text",
    [
        (with_cell(1, 0, "Anemomen"), {}, "navne", "Anemonen (Ark!A2) og Anemomen (Ark!A3)"),
        (with_cell(2, 1, None), {}, "uden_boern", "Cikorien (Ark!A4) har nøglen 9, men 0 børn"),
        (with_cell(0, 4, 3_000), {}, "enhed", "Ark!E2: grundbudgettet er 75 kr. pr. barn"),
        (ROWS, {"pulje": 1300}, "sidste_aar",
         "til fordeling er 1.300 kr., sidste års tildeling var 970 kr. i alt (+34 %)"),
        (ROWS, {"pulje": 1300, "centralt": 600}, "sidste_aar",
         "til fordeling er 700 kr., sidste års tildeling var 970 kr. i alt (-27,8 %)"),
        (with_cell(1, 2, 0), {}, "kommet_gaaet", "Birkelunden (Ark!A3) fik penge sidste år, men har ingen nøgle nu"),
        (with_cell(1, 0, "Birkelunden åbner i august"), {}, "maaneder",
         "Birkelunden åbner i august (Ark!A3) har ingen måneder i drift"),
    ],
)
def test_one_thing_wrong_is_one_red(rows, values, key, text) -> None:
    assert found(made(rows, **values)) == {key: [text]}


def test_figures_that_cannot_be_read_are_one_red_and_the_rest_is_unknown() -> None:
    answers = statuses(made(with_cell(1, 2, "n/a")))
    assert answers["laest"] == "rød" and answers["fejlvaerdier"] == GROEN
    assert {answers[tjek.key] for tjek in TJEK[2:]} == {""}
    assert "Ark!C3" in found(made(with_cell(1, 2, "n/a")))["laest"][0]
