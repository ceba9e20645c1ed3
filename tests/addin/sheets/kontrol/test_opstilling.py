"""The rows of the control sheet: parameters, checks, the recipients' table, and that of the institutions."""

from __future__ import annotations

from typing import Any

import pytest

from addin.sheets.kontrol.opstilling import PARAMETERS, Opstilling, institutions_area
from tests.addin.checks.checking import children, delivered
from tests.planning import Case, calculated, case, cells, planned
from workbook_templates import fordeling_kontrol as spec

ROWS = [["Institution", "Nøgle", "Til", "Sidste år"], ["A", 1, "Nord", 300], ["B", 2, "Nord", 600]]
PLACES = {key: f"Ark!${letter}$2:${letter}$3" for key, letter in
          zip(("navn", "noegle", "modtager", "sidste_aar"), "ABCD", strict=True)}


def made(*keys: str, **values: Any) -> Case:
    return case({"Ark": ROWS}, {key: PLACES[key] for key in ("navn", "noegle", *keys)}, **{"pulje": 900, **values})


def of(case: Case) -> Opstilling:
    return Opstilling(calculated(case).first)


CASES = {"plain": made(), "recipients": made("modtager"), "transition": made("sidste_aar", andel_nyt=0.5),
         "positions": made(loen_paedagog=500_000), "delivery": delivered((5, 4), (6, 7))}


@pytest.mark.parametrize("name", CASES)
def test_what_is_said_to_stand_in_a_row_stands_there(name: str) -> None:
    rows, found = of(CASES[name]), cells(planned(CASES[name]), "kontrol")
    _, *wanted = [label for label, _ in rows.parameters.values()]  # the pool has names of its own
    assert [found[row, 1] for row in range(PARAMETERS + 1, rows.check_row(0) - 2)] == wanted
    assert found[rows.check_row(0), 1] == "Kontrol"
    for number, check in enumerate(rows.checks, 1):
        row = rows.check_row(number)
        assert (found[row, 0], found[row, 1]) == (number, check.text)
    for head in {rows.head, rows.institutions_head}:
        assert (found[head, 0], found[head + 1, 0]) == ("Nr.", 1)


def test_the_institutions_have_a_table_only_where_they_are_not_the_recipients() -> None:
    alone, grouped = (of(CASES[name]) for name in ("plain", "recipients"))
    assert alone.institutions_head == alone.head
    assert grouped.institutions_head == grouped.head + 1 + 4


def test_each_kind_of_workbook_has_its_own_checks() -> None:
    plain = set(of(CASES["plain"]).checks)
    of_children = set(of(children([[1, "Anemonen", 1], [2, "Birkelunden", 1]])).checks)
    assert not plain & set(spec.BOERNEKONTROLLER) and set(spec.BOERNEKONTROLLER) <= of_children
    grouped, of_delivery = (set(of(CASES[name]).checks) for name in ("recipients", "delivery"))
    assert not plain & set(spec.INSTITUTIONSKONTROLLER) and set(spec.INSTITUTIONSKONTROLLER) <= grouped
    assert not grouped & set(spec.LEVERANCEKONTROLLER) and set(spec.LEVERANCEKONTROLLER) <= of_delivery


def test_settings_that_a_part_watches_stand_with_the_settings_and_what_is_made_of_them_last() -> None:
    plain, positions = (list(of(CASES[name]).parameters) for name in ("plain", "positions"))
    assert positions[:spec.SETTINGS] == plain[:spec.SETTINGS]
    assert positions[spec.SETTINGS:][:3] == list(spec.NORMERING) and positions[-1] == "loen_pr_stilling"


def test_the_institutions_are_seen_from_another_sheet() -> None:
    run = calculated(CASES["plain"])
    head = Opstilling(run.first).institutions_head
    assert institutions_area(run, 1) == f"'Fordeling kontrol'!$B${head + 2}:$B${head + 3}"
