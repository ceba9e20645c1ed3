"""A finished key with changes by hand: what is shown of them, and held against the distribution without them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.addin.dele.test_aendring_reading import COLUMNS, GROUPED, ROWS, changed
from tests.calc.office import Office
from tests.planning import amounts, case, cell_of, cells, key_figures, planned, prove, table, texts


def test_who_is_changed_is_told_with_the_reason_and_without_the_change() -> None:
    """Without: 4, 3 and 4 of 11; 110 kr. and more go to others: 600 - 437."""
    plan = planned(changed())
    assert "Nøglen er ændret for 2 institutioner: A, B." in texts(plan.warnings)
    result = table(plan, "fordeling")
    remarks = cells(plan, "bilag").values()
    assert "A: nøglen er ændret: specialgruppe." in remarks and not [text for text in remarks if "C: " in str(text)]
    assert [result[name]["Uden ændring af nøglen"] for name in "ABCD"] == [437, 327, 436, 0]
    figures = key_figures(plan)
    assert [figures[label] for label in ("Ændrede nøgler (undtagelser), antal", "Ændringerne flytter, kr.")] == [2, 163]


def test_the_trail_shows_the_key_before_the_change_and_after() -> None:
    plan = planned(changed(columns=GROUPED))
    below = table(plan, "trin", "Nøgle før ændring")
    headings = ("Nøgle før ændring", "Ændring", "Nøgle")
    assert [below["B"][heading] for heading in headings] == [3, -1, 1]
    assert [below["C"][heading] for heading in headings] == [4, None, 4]
    assert "(Nøgle før ændring + ændring) x måneder / 12." in cells(plan, "trin").values()


def test_a_recipient_of_several_has_each_reason() -> None:
    """Nord 6 + 2 x 6 / 12 = 7 and C 4 of 11; without the changes 4 + 1,5 and 4 of 9,5."""
    plan = planned(changed(columns=GROUPED, pulje=1100))
    assert amounts(plan) == {"Nord": 700, "C": 400, "D": 0}
    nord = table(plan, "fordeling")["Nord"]
    assert ("Nord: A: nøglen er ændret: specialgruppe; B: nøglen er ændret: færre søskende."
            in cells(plan, "bilag").values())
    assert nord["Uden ændring af nøglen"] == 637


def test_the_threshold_and_fixed_amounts_are_there_without_the_changes_too() -> None:
    """At 21 % B is in without its change (30 %) and out with it (20 %); C has 100 kr. on top in both."""
    rows = [[*row[:5], None, None, None] for row in ROWS]
    rows[3][5:] = [100, "oven i", "aftale"]
    fixed = {key: f"Ark!${letter}$2:${letter}$5" for key, letter in
             zip(("fast", "fast_virkning", "fast_grund"), "FGH", strict=True)}
    result = table(planned(case({"Ark": rows}, {**COLUMNS, **fixed}, pulje=1100, taerskel=0.2001)), "fordeling")
    assert [result[name]["Tildeling"] for name in "ABCD"] == [1000, 0, 100, 0]
    assert [result[name]["Uden ændring af nøglen"] for name in "ABCD"] == [0, 1000, 100, 0]


def test_a_saving_is_found_by_the_changed_key() -> None:
    rows = [[*row[:5], 10_000, None] for row in ROWS]
    plan = planned(case({"Ark": rows}, {**COLUMNS, "grundbudget": "Ark!$F$2:$F$5"}, pulje=1200, retning="besparelse"))
    assert amounts(plan) == {"A": 600, "B": 200, "C": 400, "D": 0}
    assert table(plan, "fordeling")["A"]["Uden ændring af nøglen"] == 437


def test_where_all_keys_are_0_without_the_changes_it_is_said() -> None:
    rows = [ROWS[0], *([*row[:2], 0, *row[3:]] for row in ROWS[1:])]
    rows[2][3] = None
    plan = planned(case({"Ark": rows}, COLUMNS, pulje=1200))
    assert amounts(plan) == {"A": 1200, "B": 0, "C": 0, "D": 0}
    assert any("Fordelingen uden ændring af nøglen kan ikke vises: " in warning for warning in texts(plan.warnings))
    assert "Uden ændring af nøglen" not in table(plan, "fordeling")["A"]


def test_a_column_without_changes_changes_nothing() -> None:
    rows = [[*row[:3], 0, *row[4:]] for row in ROWS]
    rows[0] = ROWS[0]
    plan = planned(case({"Ark": rows}, COLUMNS, pulje=1100))
    assert amounts(plan) == {"A": 400, "B": 300, "C": 400, "D": 0}
    assert "Uden ændring af nøglen" not in table(plan, "fordeling")["A"]
    assert not any("ændret" in warning for warning in texts(plan.warnings))


CHANGES = [("Ark!D2", 3), ("Ark!D3", None), ("Ark!D4", 0.5), ("Ark!E2", None), ("Ark!E3", "en anden grund"),
           ("Ark!C2", 5), {"Ark!C2": 5, "Ark!D2": 1}]


@pytest.mark.soffice
@pytest.mark.parametrize(("columns", "values"), [
    (COLUMNS, {}), (GROUPED, {"taerskel": 0.15, "taerskel_paa": "institution", "loft": 60})],
    ids=["enkelt", "modtagere"])
def test_the_control_follows_change_and_reason(office: Office, tmp_path: Path, columns: dict[str, str],
                                               values: dict[str, Any]) -> None:
    taken = changed(columns=columns, **values)
    prove(office, taken, tmp_path, [*CHANGES, (cell_of(taken, "pulje"), 1300)])


@pytest.mark.soffice
def test_the_control_takes_what_is_left_of_a_key_for_nothing(office: Office, tmp_path: Path) -> None:
    rows = [list(row) for row in ROWS]
    rows[2][2], rows[2][3] = 0.1 + 0.2, -0.3
    prove(office, case({"Ark": rows}, COLUMNS, pulje=1200, minimum=10), tmp_path, [("Ark!D3", -0.2)])


@pytest.mark.soffice
def test_the_control_sees_the_first_change_appear(office: Office, tmp_path: Path) -> None:
    rows = [ROWS[0], *([*row[:3], None, None] for row in ROWS[1:])]
    prove(office, case({"Ark": rows}, COLUMNS, pulje=1000), tmp_path, [("Ark!D2", 1), ("Ark!E2", "en grund")])
