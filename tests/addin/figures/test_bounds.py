"""Last year's amounts in the new price level, and the guarantee and ceiling that are shares of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from addin.workbook import a1
from tests.calc.office import Office
from tests.planning import amounts, case, cell_of, cells, key_figures, planned, prove, refused, table, texts

ROWS = [["Institution", "Børn", "Nøgle", "Sidste år"],
        ["Anemonen", 40, 10, 500], ["Birken", 40, 10, 300], ["Cikorien", 40, 10, 200]]
COLUMNS = {"navn": "Ark!$A$2:$A$4", "boern": "Ark!$B$2:$B$4", "noegle": "Ark!$C$2:$C$4",
           "sidste_aar": "Ark!$D$2:$D$4"}


def made(rows: Any = ROWS, columns: Any = COLUMNS, **values: Any):
    return case({"Ark": rows}, columns, **{"pulje": 1000, **values})


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


def test_last_year_is_lifted_to_the_new_price_level_first() -> None:
    """500 x 1,1 = 550, of which 80 % is 440."""
    plan = planned(made(garanti=0.8, pl=0.1))
    assert amounts(plan) == {"Anemonen": 440, "Birken": 280, "Cikorien": 280}
    line = table(plan, "fordeling")["Anemonen"]
    assert line["Sidste år, nyt prisniveau"] == pytest.approx(550)
    assert line["Ændring"] == pytest.approx(-0.2)  # the last of the two, in per cent


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


def test_conflicts_are_refused_with_both_amounts() -> None:
    assert refused(made(garanti=1.05)) == (
        "Gulvet er for højt: garantierne kræver 1.050 kr., puljen er 1.000 kr. Se Valg!B2 (Garanti, mindst af sidste "
        "år), Ark!D2:D4 (Sidste års tildeling) og Valg!B1 (Pulje).")
    said = refused(made(garanti=0.9, loft=10))
    assert "garantien er 450 kr., men loftet er 400 kr." in said and "Anemonen, Ark!D2" in said
    assert "mente du 95 %?" in refused(made(garanti=95))
    assert refused(made(garanti=1.2, hoejst=1.1)) == (
        "Garanti er 120 %, højst er kun 110 %. Se Valg!B2 (Garanti, mindst af sidste år) og Valg!B3 (Højst af sidste "
        "år).")
    assert refused(made(garanti=0.8, pl=3.2)) == (
        "Pl-sats for sidste års tildeling: 3,2 er 320 %; mente du 3,2 %?")


def test_it_needs_last_year() -> None:
    without = {key: place for key, place in COLUMNS.items() if key != "sidste_aar"}
    assert "ingen kolonne med sidste års tildeling" in refused(made(columns=without, garanti=0.9))


FIXED = [[*ROWS[0], "Fast", "Virkning", "Grund"], [*ROWS[1], 100, "oven i", "vedtaget"],
         [*ROWS[2], 50, "i stedet for", "lukker"], [*ROWS[3], None, None, None]]
WITH_FIXED = {**COLUMNS, "fast": "Ark!$E$2:$E$4", "fast_virkning": "Ark!$F$2:$F$4", "fast_grund": "Ark!$G$2:$G$4"}


def with_fixed(rows: Any = FIXED, more: Any = None, **values: Any):
    return made(rows, {**WITH_FIXED, **(more or {})}, **values)


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


def test_a_fixed_amount_above_the_ceiling_is_refused_with_both() -> None:
    said = refused(with_fixed(hoejst=0.15, afrunding=1))
    assert "det faste beløb er 100 kr., men loftet er 75 kr." in said and "Anemonen, Ark!D2" in said
    assert "kan ikke bruges sammen med faste beløb" in refused(with_fixed(andel_nyt=0.5))


APPLIED = [[*line, applied] for line, applied in zip(FIXED, ("Ansøgt", 300, 500, 600))]


def test_nobody_gets_more_than_was_applied_for() -> None:
    """The key is what was applied for: half of 1.400 is cut alike, and 2.000 is more than enough."""
    columns = {**COLUMNS, "noegle": "Ark!$H$2:$H$4", "ansoegt": "Ark!$H$2:$H$4"}
    assert amounts(planned(made(APPLIED, columns, pulje=700))) == {"Anemonen": 150, "Birken": 250, "Cikorien": 300}
    plan = planned(made(APPLIED, columns, pulje=2000))
    assert amounts(plan) == {"Anemonen": 300, "Birken": 500, "Cikorien": 600}
    figures = key_figures(plan)
    assert (figures["Ansøgt i alt, kr."], figures["Institutioner ved det ansøgte"]) == (1400, 3)
    assert figures["Ikke fordelt, kr."] == 600
    assert table(plan, "trin")["Birken"]["Bundet af"] == "ansøgt"


def test_what_was_applied_for_bounds_any_key_and_fixed_amounts() -> None:
    applied = {"ansoegt": "Ark!$H$2:$H$4"}
    assert amounts(planned(made(APPLIED, {**COLUMNS, **applied}))) == {"Anemonen": 300, "Birken": 350, "Cikorien": 350}
    assert amounts(planned(with_fixed(APPLIED, applied))) == {"Anemonen": 300, "Birken": 50, "Cikorien": 600}
    more = [*APPLIED[:1], [*APPLIED[1][:4], 400, *APPLIED[1][5:]], *APPLIED[2:]]
    said = refused(with_fixed(more, applied))
    assert "det faste beløb er 400 kr., men der er ansøgt om 300 kr." in said and "Anemonen, Ark!H2" in said
    blank = [*APPLIED[:3], [*APPLIED[3][:7], None]]
    warnings = texts(planned(made(blank, {**COLUMNS, **applied})).warnings)
    assert any(warning.startswith('Tomme celler i "Ansøgt beløb" tæller 0 for 1') for warning in warnings)
    crossing = refused(with_fixed(APPLIED, applied, garanti=0.9))
    assert "garantien er 450 kr., men der er ansøgt om 300 kr." in crossing
    assert "Ansøgt beløb kan ikke bruges i en besparelse" in refused(
        made(APPLIED, {**COLUMNS, **applied, "grundbudget": "Ark!$D$2:$D$4"}, retning="besparelse"))


@pytest.mark.soffice
def test_the_control_follows_fixed_amounts_and_applications(office: Office, tmp_path: Path) -> None:
    rows = [*APPLIED[:1], [*APPLIED[1][:7], 560], *APPLIED[2:]]
    taken = with_fixed(rows, {"ansoegt": "Ark!$H$2:$H$4"}, garanti=0.9, hoejst=1.6, pl=0.02, pulje=900)
    prove(office, taken, tmp_path, [
        (cell_of(taken, "fast"), 120), (cell_of(taken, "fast_virkning"), "i stedet for"),
        (cell_of(taken, "ansoegt"), 561), (cell_of(taken, "sidste_aar", 2), 201), (cell_of(taken, "garanti"), 0.95),
        (cell_of(taken, "enhed_ansoegt"), "1.000 kr.")])


def test_a_central_pool_is_taken_off_the_top() -> None:
    plan = planned(made(centralt=100))
    assert amounts(plan) == {"Anemonen": 300, "Birken": 300, "Cikorien": 300}
    figures = key_figures(plan)
    assert [figures[label] for label in ("Pulje, kr.", "Central pulje, af toppen, kr.", "Til fordeling, kr.")] == [
        1000, 100, 900]
    assert "Pulje 1.000 kr. - central pulje 100 kr. = 900 kr. efter nøglen." in cells(plan, "trin").values()


def test_a_central_pool_in_the_unit_of_the_pool() -> None:
    plan = planned(made(pulje=1.2, centralt=0.3, enhed_pulje="mio. kr.", pulje_2=0.6, enhed_sidste_aar="kr."))
    assert sum(amounts(plan).values()) == 1_500_000


def test_a_central_pool_above_the_pool_is_refused_with_both_amounts() -> None:
    assert refused(made(centralt=1001)) == (
        "Den centrale pulje er 1.001 kr., men puljen er 1.000 kr. Se Valg!B2 (Central pulje, af toppen) og Valg!B1 "
        "(Pulje).")
    assert "er negativ" in refused(made(centralt=-1))


GROUPED = [["Institution", "Dagtilbud", "Børn", "Nøgle", "Sidste år"], ["Anemonen", "Nord", 20, 4, 200],
           ["Birken", "Nord", 20, 6, 300], ["Cikorien", None, 40, 10, 300], ["Dueurten", None, 40, 10, 200]]


def grouped(**values: Any):
    columns = {"navn": "Ark!$A$2:$A$5", "modtager": "Ark!$B$2:$B$5", "boern": "Ark!$C$2:$C$5",
               "noegle": "Ark!$D$2:$D$5", "sidste_aar": "Ark!$E$2:$E$5"}
    return case({"Ark": GROUPED}, columns, pulje=1000, **values)


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
    found = cells(planned(taken), "fordeling")
    row, column = next(place for place, value in found.items() if value == 400 and place[0] > 20)
    prove(office, taken, tmp_path, [{f"Fordeling!{a1(row, column)}": 399, f"Fordeling!{a1(row + 1, column)}": 301}])


def test_one_that_only_has_its_guarantee_is_named() -> None:
    rows = [ROWS[0], ["Anemonen", 0, 0, 500], *ROWS[2:]]
    said = "1 institution får kun sin garanti, for nøglen tæller ikke: Anemonen."
    assert said in texts(planned(made(rows, garanti=0.8)).warnings)


def test_months_do_not_lower_a_guarantee_and_that_is_said() -> None:
    rows = [[*ROWS[0], "Måneder"], [*ROWS[1], 0], [*ROWS[2], 12], [*ROWS[3], 12]]
    plan = planned(made(rows, {**COLUMNS, "maaneder": "Ark!$E$2:$E$4"}, garanti=0.8))
    assert amounts(plan)["Anemonen"] == 400
    assert any("Måneder i drift nedsætter ikke garantien" in warning for warning in texts(plan.warnings))


def test_nothing_is_a_share_of_a_negative_amount_and_a_ceiling_of_nothing_is_refused() -> None:
    rows = [ROWS[0], [*ROWS[1][:3], -50], *ROWS[2:]]
    assert "Anemonen har en negativ sidste års tildeling" in refused(made(rows, garanti=0.8))
    assert sum(amounts(planned(made(rows))).values()) == 1000
    assert "0 kan ikke bruges; lad cellen være tom" in refused(made(hoejst=0))
