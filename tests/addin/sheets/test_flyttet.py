"""Formulas of the user's over the sheet as it was laid out before: told once by name, with the new place."""

from __future__ import annotations

from dataclasses import replace

from addin.actions.fordel_pulje import fordel_pulje
from addin.workbook import Plan, Sheet, Snapshot
from tests.addin.actions.acting import SIMPLE
from tests.planning import MADE, WHY, place_of, texts

OLD = Sheet("Fordeling", [["Fordeling af pulje"], ["Nøgletal"], ["Pulje, kr.", None, 100_000], [],
                          ["Nr.", "Institution", "Nøgle", "Tildeling", "Uden tærskel"],
                          ["", "", "enheder", "kr.", "kr."], [1, "Anemonen", 3.8, 1], [2, "Birken", 2.0, 2],
                          [None, "I alt", 5.8, 3]])


def with_formulas(old: Sheet, **formulas: str) -> Snapshot:
    places = {(at, 0): text for at, text in enumerate(formulas.values())}
    mine = Sheet("Overblik", [[1] for _ in formulas], formulas=places)
    return replace(SIMPLE, sheets=(*SIMPLE.sheets, mine, old), ours={"fordeling": "Fordeling"})


def told(taken: Snapshot) -> tuple[Plan, list[str]]:
    plan = fordel_pulje(taken, WHY, MADE, "0")
    assert isinstance(plan, Plan)
    return plan, [text for text in texts(plan.messages) if "ny opstilling" in text]


def test_each_cell_is_told_with_its_new_place() -> None:
    plan, (line,) = told(with_formulas(OLD, one="=Fordeling!D8*2", all="='Fordeling'!$D$9", label="=Fordeling!C3",
                                       gone="=Fordeling!E7"))
    assert f"Overblik!A1 bruger Fordeling!D8, som nu står i {place_of(plan, 'Birken', 'Tildeling')}" in line
    assert f"Overblik!A2 bruger Fordeling!D9, som nu står i {place_of(plan, 'I alt', 'Tildeling')}" in line
    assert "Overblik!A3 bruger Fordeling!C3, som nu står i 'Fordeling bilag'!C6" in line
    assert "Overblik!A4 bruger Fordeling!E7, som nu ikke står på arket; se trin for trin" in line


def test_over_the_new_layout_and_without_formulas_nothing_is_told() -> None:
    new = Sheet("Fordeling", [["Fordeling af pulje"], ["", "Institution", "Tildeling, kr."]])
    assert told(with_formulas(new, one="=Fordeling!C3"))[1] == [] == told(with_formulas(OLD, other="=Budget!A1"))[1]
