"""Amounts kept within shares of last year's: who is bound and who is not, told and proven."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.addin.figures.test_foer import COLUMNS, ROWS, grouped, made, with_fixed
from tests.calc.office import Office
from tests.planning import amounts, cell_of, cells, key_figures, place_of, planned, prove, table, texts


def test_a_guarantee_is_paid_by_the_others() -> None:
    """As in tests/udfs/test_guarantee.py: 400, and 600 shared by the two."""
    plan = planned(made(garanti=0.8))
    assert amounts(plan) == {"Anemonen": 400, "Birken": 300, "Cikorien": 300}
    figures = key_figures(plan)
    assert figures["Institutioner ved garantien"] == 1
    assert "Institutioner ved højst af sidste år" not in figures
    assert "1 af 3 institutioner får deres garanti: Anemonen." in texts(plan.warnings)


def test_a_ceiling_holds_the_winners_down() -> None:
    plan = planned(made(garanti=0.8, hoejst=1.2))
    assert amounts(plan) == {"Anemonen": 400, "Birken": 360, "Cikorien": 240}
    assert "1 af 3 institutioner holdes på højst af sidste år: Cikorien." in texts(plan.warnings)


def test_the_trail_shows_what_the_bounds_are_made_from() -> None:
    line = table(planned(made(garanti=0.8, hoejst=1.2, pl=0.1)), "trin")["Anemonen"]
    assert (line["Sidste år"], line["Minimum"], line["Loft"]) == (pytest.approx(550), 440, 660)
    assert line["Bundet af"] == "garanti"
    assert "Sidste år" not in table(planned(made()), "trin")["Anemonen"]  # a step that is not used


def test_one_below_the_threshold_keeps_its_guarantee() -> None:
    rows = [ROWS[0], ["Anemonen", 40, 1, 500], *ROWS[2:]]
    plan = planned(made(rows, taerskel=0.2, garanti=0.8))
    assert amounts(plan) == {"Anemonen": 400, "Birken": 300, "Cikorien": 300}
    assert "1 af 3 institutioner ligger under tærsklen og får intet efter nøglen: Anemonen." in texts(plan.warnings)


def test_one_that_got_nothing_last_year_is_named() -> None:
    rows = [*ROWS[:3], ["Cikorien", 40, 10, None]]
    plan = planned(made(rows, garanti=0.8))
    assert "1 institution uden tildeling sidste år er ikke bundet af den: Cikorien." in texts(plan.warnings)


def test_bounds_hold_for_the_fixed_amount_and_the_part_by_the_key_together() -> None:
    """850 by the key: 425 each, but Cikorien gets at most 1,6 x 200. Anemonen 100 + 530; Birken only what is fixed."""
    plan = planned(with_fixed(garanti=0.9, hoejst=1.6))
    assert amounts(plan) == {"Anemonen": 630, "Birken": 50, "Cikorien": 320}
    line = table(plan, "trin")["Anemonen"]
    assert (line["Minimum"], line["Loft"], line["Efter nøglen"], line["Fast beløb"]) == (350, 700, 530, 100)
    assert table(plan, "fordeling")["Birken"]["Sidste år"] == 300  # as it was, though nothing is a share of it
    assert not any("uden tildeling sidste år" in warning for warning in texts(plan.warnings))
    assert "Et fast beløb oven i er trukket fra." in str(cells(plan, "trin").values())


def test_without_the_fixed_amounts_the_bounds_are_of_last_year_alone() -> None:
    line = table(planned(with_fixed(garanti=0.9, hoejst=1.6)), "fordeling")
    assert [line[name]["Uden faste beløb"] for name in ("Anemonen", "Birken", "Cikorien")] == [450, 275, 275]


def test_a_group_is_guaranteed_what_its_members_got() -> None:
    assert amounts(planned(grouped(garanti=0.8))) == {"Nord": 400, "Cikorien": 300, "Dueurten": 300}


@pytest.mark.soffice
@pytest.mark.parametrize("taken", [made(garanti=0.8, hoejst=1.2, pl=0.02), grouped(garanti=0.8, pl=0.02, centralt=10)],
                         ids=["single", "grouped"])
def test_the_control_proves_it(office: Office, tmp_path: Path, taken) -> None:
    changes = [(cell_of(taken, key), value) for key, value in (
        ("garanti", 0.81), ("hoejst", 1.19), ("pl", 0.03), ("centralt", 11), ("minimum", 5))]
    changes += [(cell_of(taken, "sidste_aar"), 501), (cell_of(taken, "noegle"), 11)]
    prove(office, taken, tmp_path, changes)


@pytest.mark.soffice
def test_the_control_sees_a_krone_moved_from_a_guarantee(office: Office, tmp_path: Path) -> None:
    taken = made(garanti=0.8)
    first, second = (place_of(planned(taken), name, "Tildeling") for name in ("Anemonen", "Birken"))
    prove(office, taken, tmp_path, [{first: 399, second: 301}])


def test_one_that_only_has_its_guarantee_is_named() -> None:
    rows = [ROWS[0], ["Anemonen", 0, 0, 500], *ROWS[2:]]
    said = "1 institution får kun sin garanti, for nøglen tæller ikke: Anemonen."
    assert said in texts(planned(made(rows, garanti=0.8)).warnings)


def test_months_do_not_lower_a_guarantee_and_that_is_said() -> None:
    rows = [[*ROWS[0], "Måneder"], [*ROWS[1], 0], [*ROWS[2], 12], [*ROWS[3], 12]]
    plan = planned(made(rows, {**COLUMNS, "maaneder": "Ark!$E$2:$E$4"}, garanti=0.8))
    assert amounts(plan)["Anemonen"] == 400
    assert any("Måneder i drift nedsætter ikke garantien" in warning for warning in texts(plan.warnings))
