"""Who has come or gone since last year, and months that are missing."""

from __future__ import annotations

import pytest

from tests.addin.checks.checking import COLUMNS, found, grouped, made, told, with_cell


def test_one_that_is_new_is_told() -> None:
    rows = with_cell(2, 3, None)
    assert told(made(rows, pulje=700)) == {
        "kommet_gaaet": ["Cikorien (Ark!A4) har en nøgle nu, men ingen tildeling sidste år"]}


def test_a_successor_has_neither_come_nor_gone() -> None:
    rows = [["Anemonen", 40, 10, 300, None], ["Nyhuset", 30, 12, None, "Gamlehuset"],
            ["Gamlehuset", None, None, 600, None]]
    columns = {key: COLUMNS[key] for key in ("navn", "boern", "noegle", "sidste_aar")}
    columns["erstatter"] = "Ark!$E$2:$E$4"
    assert "kommet_gaaet" not in told(made(rows, columns, pulje=900))


def test_who_has_come_and_gone_is_judged_by_who_is_given_the_money() -> None:
    assert told(grouped("Nord", "Nord", None)) == {}
    assert "kommet_gaaet" in told(grouped(None, None, None))


MONTHS = {key: place for key, place in COLUMNS.items() if key in ("navn", "boern", "noegle")}


@pytest.mark.parametrize("months, red", [(None, ["Huset åbner i maj (Ark!A3) har ingen måneder i drift"]), (7, [])])
def test_one_that_opens_has_months(months: int | None, red: list[str]) -> None:
    rows = [[*row[:3], many] for row, many in zip(with_cell(1, 0, "Huset åbner i maj"), (12, months, None))]
    taken = made(rows, {**MONTHS, "maaneder": "Ark!$D$2:$D$4"})
    assert found(taken) == ({"maaneder": red} if red else {})
