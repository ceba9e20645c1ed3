"""A saving over budgets: what each must find, nobody more than its share, and what is left of the budget."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from addin.hosts.files import job
from tests.calc.office import Office
from tests.planning import Case, amounts, case, cell_of, cells, key_figures, planned, prove, refused, table, texts

ROWS = [["Institution", "Nøgle", "Budget"], ["Skole A", 60, 60_000], ["Skole B", 30, 30_000], ["FU Nord", 10, 10_000]]
COLUMNS = {"navn": "Ark!$A$2:$A$4", "noegle": "Ark!$B$2:$B$4", "grundbudget": "Ark!$C$2:$C$4"}
EQUAL = [ROWS[0], *([name, 1, budget] for name, _, budget in ROWS[1:])]


def made(rows: Any = ROWS, columns: Any = COLUMNS, **values: Any):
    return case({"Ark": rows}, columns, **{"pulje": 1000, "retning": "besparelse", **values})


def test_by_budget_with_what_is_left() -> None:
    plan = planned(made())
    assert amounts(plan) == {"Skole A": 600, "Skole B": 300, "FU Nord": 100}
    line = table(plan, "fordeling")["Skole A"]
    assert (line["Besparelse"], line["Grundbudget"], line["Budget efter besparelse"]) == (600, 60_000, 59_400)
    assert (line["Skal spare"], line["Pct. af budgettet"]) == (600, pytest.approx(0.01))
    assert line["Besparelse af budgettet"] == pytest.approx(0.01)
    figures = key_figures(plan)
    assert figures["Besparelse, kr."] == figures["Fundet, kr."] == 1000
    assert figures["Besparelsens andel af budgettet"] == pytest.approx(0.01)
    assert figures["Institutioner, der skal spare"] == 3


def test_what_the_user_has_called_something_keeps_its_name() -> None:
    rows = [ROWS[0], ["Tildeling", 60, 60_000], ["Fordelt, kr.", 40, 40_000]]
    columns = {key: place.replace("$4", "$3") for key, place in COLUMNS.items()}
    plan = planned(made(rows, columns))
    assert amounts(plan) == {"Tildeling": 600, "Fordelt, kr.": 400}
    assert "Højst af sidste år" in cells(plan, "opsaetning").values()  # a setting is called the same everywhere


def test_the_same_amount_per_unit_but_nobody_more_than_its_share() -> None:
    """300 each is too much for the third: 1,5 % of 10.000 is 150, so the others find 375 each."""
    plan = planned(made(EQUAL, pulje=900, hoejst_andel=0.015))
    assert amounts(plan) == {"Skole A": 375, "Skole B": 375, "FU Nord": 150}
    assert key_figures(plan)["Institutioner ved højst andel"] == 1
    assert "1 af 3 institutioner sparer højst den andel, de må: FU Nord." in texts(plan.warnings)
    line = table(plan, "trin")["FU Nord"]
    assert (line["Grundbudget"], line["Loft"], line["Bundet af"], line["Besparelse"]) == (10_000, 150, "højst", 150)


def test_kroner_per_child_are_no_burden() -> None:
    rows = [[*row, more] for row, more in zip(ROWS, ("Børn", 100, 50, 20))]
    columns = {**COLUMNS, "boern": "Ark!$D$2:$D$4"}
    plan = planned(made(rows, columns))
    assert table(plan, "fordeling")["Skole A"]["Kr. pr. barn"] == 6
    for sheet in ("fordeling", "trin"):
        assert "Belastning" not in table(plan, sheet)["Skole A"]
    words = cells(plan, "trin").values()
    assert "Besparelse / børn." in words and not [text for text in words if "Tildeling" in str(text)]
    assert "Belastning" in table(planned(made(rows, columns, taerskel=0.1)), "trin")["Skole A"]


WITHOUT_CHILDREN = [[*row, more] for row, more in zip(ROWS, ("Børn", 100, 50, 0))]
WITH_CHILDREN = {**COLUMNS, "boern": "Ark!$D$2:$D$4"}


def test_where_there_are_no_children_kroner_per_child_are_blank() -> None:
    plan = planned(made(WITHOUT_CHILDREN, WITH_CHILDREN))
    result = table(plan, "fordeling")
    assert [result[name]["Kr. pr. barn"] for name in amounts(plan)] == [6, 6, ""]
    assert [result[name]["Efter besparelse pr. barn"] for name in amounts(plan)] == [594, 594, ""]


def test_what_cannot_be_found_is_refused_with_both_amounts() -> None:
    assert refused(made(hoejst_andel=0.009)) == (
        "Med højst 0,9 % af grundbudgettet kan der findes 900 kr., men besparelsen er 1.000 kr. Se Valg!B3 "
        "(Besparelse, højst af grundbudgettet), Ark!C2:C4 (Grundbudget) og Valg!B1 (Pulje).")
    assert sum(amounts(planned(made(hoejst_andel=0.01))).values()) == 1000


def test_oere_are_rounded_half_up_before_it_is_shared() -> None:
    assert sum(amounts(planned(made(pulje=1000.5))).values()) == 1001
    assert sum(amounts(planned(made(pulje=1000.4))).values()) == 1000


def test_traps_are_refused() -> None:
    assert "mente du 3 %?" in refused(made(hoejst_andel=3))
    assert "kun bruges, når pengene er en besparelse" in refused(made(retning="tildeling", hoejst_andel=0.01))
    assert "Central pulje, af toppen kan ikke bruges i en besparelse" in refused(made(centralt=10))
    assert "Garanti, mindst af sidste år kan ikke bruges i en besparelse" in refused(made(garanti=0.9))
    without = {key: place for key, place in COLUMNS.items() if key != "grundbudget"}
    assert "ingen kolonne med grundbudget" in refused(made(columns=without, hoejst_andel=0.01))


def test_no_word_of_giving_is_left_on_the_result() -> None:
    plan = planned(made(hoejst_andel=0.02))
    found = {str(value) for key in ("fordeling", "bilag") for value in cells(plan, key).values()}
    assert not [text for text in found if "Tildeling" in text or "Pulje" in text or "penge" in text]


def test_an_institution_with_a_name_we_use_keeps_it() -> None:
    rows = [ROWS[0], ["Tildeling", 60, 60_000], *ROWS[2:]]
    assert list(amounts(planned(made(rows)))) == ["Tildeling", "Skole B", "FU Nord"]
    assert "Tildeling" in cells(planned(made(rows)), "fordeling").values()


def test_aarhus_move_by_expenditure_budget_in_thousands(tmp_path: Path) -> None:
    """3.250.000 kr. over schools and FU in proportion to their budgets, which stand in 1.000 kr. (Aarhus 2019)."""
    source = Path(__file__).parents[2] / "workbooks" / "skoler_besparelse_2020.xlsx"
    done = job.run(source, tmp_path / "ud.xlsx", {
        "noegle": "Budget 2020!D5:D55", "grundbudget": "Budget 2020!D5:D55", "pulje": "Budget 2020!B2",
        "enhed_pulje": "1.000 kr.", "enhed_grundbudget": "1.000 kr.", "retning": "besparelse", "hoejst_andel": "3%",
        "begrundelse": "FU har ingen elever"})
    given = {name: amount for name, amount, _ in done.plan.summary["tabel"]}
    assert sum(given.values()) == 3_250_000
    fu = sum(amount for name, amount in given.items() if name.startswith("FU"))
    assert 0.1 < fu / 3_250_000 < 0.2 and len(given) > 40


@pytest.mark.soffice
def test_the_control_proves_it(office: Office, tmp_path: Path) -> None:
    taken = made(EQUAL, pulje=900, hoejst_andel=0.015)
    prove(office, taken, tmp_path, [
        (cell_of(taken, "hoejst_andel"), 0.016), (cell_of(taken, "grundbudget", 2), 10_001),
        (cell_of(taken, "pulje"), 901), (cell_of(taken, "retning"), "tildeling"), (cell_of(taken, "noegle"), 2)])


NOTHING = [ROWS[0], ["Skole A", 1, 60_000], ["Skole B", 1, 0], ["Skole C", 1, None], ["FU Nord", 1, 10_000]]
FOUR = {key: place.replace("$4", "$5") for key, place in COLUMNS.items()}


def test_where_the_budget_is_0_or_blank_nothing_is_found() -> None:
    plan = planned(made(NOTHING, FOUR, pulje=600, hoejst_andel=0.01))
    assert amounts(plan) == {"Skole A": 500, "Skole B": 0, "Skole C": 0, "FU Nord": 100}
    assert "2 institutioner har intet grundbudget (0 eller en tom celle) og kan intet spare: Skole B, Skole C." in (
        texts(plan.warnings))
    assert "Med højst 1 % af grundbudgettet kan der findes 700 kr." in refused(
        made(NOTHING, FOUR, pulje=701, hoejst_andel=0.01))


@pytest.mark.parametrize(("pool", "left", "said"), [
    (1450, 450, "450 kr. er ikke fundet, fordi beløbene er hele antal af 1.000 kr."),
    (1500, -500, "Der er fundet 500 kr. mere end besparelsen, fordi beløbene er hele antal af 1.000 kr."),
    (2000, 0, "")])
def test_what_the_unit_leaves_over_is_said(pool: float, left: float, said: str) -> None:
    plan = planned(made(pulje=pool, afrunding=1000))
    figures = key_figures(plan)
    assert (figures["Besparelse, kr."], figures["Ikke fundet, kr."]) == (pool, left)
    assert figures["Fundet, kr."] == pool - left
    assert [line for line in texts(plan.warnings) if "fundet" in line] == ([said] if said else [])
    rounded = f"Besparelse 1.{pool - 1000} kr. i hele 1.000 kr. er {1 + pool // 1500}.000 kr."
    assert cells(plan, "trin")[2, 0] == (rounded if left else "")


@pytest.mark.soffice
@pytest.mark.parametrize(("rows", "columns", "values"), [
    (NOTHING, FOUR, {"pulje": 600, "hoejst_andel": 0.01}), (ROWS, COLUMNS, {"pulje": 1450, "afrunding": 1000}),
    (ROWS, COLUMNS, {"pulje": 1500.5, "afrunding": 100}), (EQUAL, COLUMNS, {"pulje": 0.285, "afrunding": 0.01}),
    (WITHOUT_CHILDREN, WITH_CHILDREN, {"pulje": 1000})],
    ids=["budgetter på 0", "under enheden", "over enheden", "øre", "ingen børn"])
def test_the_control_proves_its_corners(office: Office, tmp_path: Path, rows: Any, columns: Any, values: Any) -> None:
    taken = made(rows, columns, **values)
    prove(office, taken, tmp_path, [(cell_of(taken, "pulje"), values["pulje"] + 2 * values.get("afrunding", 1))])


@pytest.mark.soffice
@pytest.mark.parametrize("more", [{}, {"pl": 0.032}, {"pl": 0.032, "hoejst_andel": 0.02}], ids=str)
def test_the_control_holds_with_last_year_s_amounts_in_the_new_price_level(office: Office, tmp_path: Path,
                                                                           more: Any) -> None:
    taken = with_last_year(50_000, **more)
    changes = [(cell_of(taken, "pulje"), 1001)]
    prove(office, taken, tmp_path, changes + ([(cell_of(taken, "pl"), 0.033)] if more else []))


def with_last_year(amount: float, **more: Any) -> Case:
    rows = [[*row, last] for row, last in zip(ROWS, ("Tildeling 2026", amount, None, 1234.56))]
    return made(rows, {**COLUMNS, "sidste_aar": "Ark!$D$2:$D$4"}, **more)


@pytest.mark.parametrize("more", [{}, {"pl": 0.032}, {"pl": 0.032, "hoejst_andel": 0.02}], ids=str)
def test_no_number_in_a_saving_is_made_from_last_year_s_amounts(more: Any) -> None:
    """So the control need not follow them; what was given is not compared with what is to be found."""
    one, other = (planned(with_last_year(amount, **more)) for amount in (50_000, 60_001))
    for key in ("fordeling", "bilag", "trin"):
        assert cells(one, key) == cells(other, key)
    assert not any("en anden end sidste års" in warning for warning in texts(one.warnings))


def test_a_saving_below_half_a_unit_is_nothing_also_where_the_threshold_is_tested_on_each() -> None:
    """5.000 kr. in whole 10.000 kr. is 0 after rounding, so nobody needs to reach the threshold."""
    rows = [["Institution", "Nøgle", "Budget", "Børn", "Til"],
            *([*row, 40, "Nord"] for row in (["Skole A", 1, 60_000], ["Skole B", 2, 30_000], ["FU Nord", 1, 10_000]))]
    columns = {**COLUMNS, "boern": "Ark!$D$2:$D$4", "modtager": "Ark!$E$2:$E$4"}
    for place in ("modtager", "institution"):
        plan = planned(made(rows, columns, pulje=4999, afrunding=10_000, taerskel=0.3, taerskel_paa=place))
        assert amounts(plan) == {"Nord": 0}


def test_without_changes_of_the_key_is_not_shown_where_it_could_not_be_found() -> None:
    """With the key of B and no more than 1 %, 300 can be found, and not 400."""
    rows = [[*ROWS[0], "Ændring", "Hvorfor"], ["Skole A", 0, 60_000, 1, "aftalt"], ["Skole B", 1, 30_000, None, None]]
    columns = {key: f"Ark!${letter}$2:${letter}$3" for key, letter in
               zip(("navn", "noegle", "grundbudget", "noegle_aendring", "noegle_grund"), "ABCDE")}
    plan = planned(made(rows, columns, pulje=400, hoejst_andel=0.01))
    assert "Uden ændring af nøglen" not in table(plan, "fordeling")["Skole A"]
    assert "Fordelingen uden ændring af nøglen kan ikke vises: der kan kun findes 300 kr." in texts(plan.warnings)
