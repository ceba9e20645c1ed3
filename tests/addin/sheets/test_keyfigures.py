"""The key figures over the table, and why something is left."""

from __future__ import annotations

from typing import Any

import pytest

from addin.actions.fordel_pulje import fordel_pulje
from addin.run.noegletal import KeyFigure
from addin.sheets.keyfigures import key_figures, on_paper, shown
from addin.workbook import Plan, Questions
from tests.addin.actions.acting import SIMPLE, cells, planned
from tests.addin.checks.test_published import UNDER
from tests.addin.filejobs.files import houses
from tests.builders import snapshot
from tests.planning import MADE, WHY, calculated, case, refused, table
from tests.planning import key_figures as key_figures_of
from tests.planning import planned as planned_from
from workbook_templates.fordeling import IKKE_FORDELT


def test_what_was_not_distributed_and_why_is_shown() -> None:
    plan = planned(SIMPLE, loft="100")
    sheet = cells(plan, "bilag")
    row = next(row for (row, column), value in sheet.items() if column == 1 and value == IKKE_FORDELT)
    assert sheet[row, 2] == 100_000 - 3_800 - 4_000 - 4_600
    assert sheet[row, 3] == "Alle med vægt er ved deres loft."


ROWS = [["Institution", "Børn", "Nøgle", "Budget"], ["A", 10, 1, 30_000], ["B", 10, 3, 40_000]]
COLUMNS = {key: f"Ark!${letter}$2:${letter}$3" for key, letter in
           zip(("navn", "boern", "noegle", "grundbudget"), "ABCD", strict=True)}


def test_the_pool_s_weight_in_the_whole_budget() -> None:
    """8.000 kr. as 2.000 and 6.000 beside 70.000 kr.: 8 of 78; 32.000 and 46.000 in all."""
    found = {figure.label: figure for figure in key_figures(calculated(case({"Ark": ROWS}, COLUMNS, pulje=8000)).first)}
    assert found["Grundbudget i alt, kr."].value == 70_000
    shares = [figure.value for figure in found.values() if figure.style == "pct2"]
    assert shares == [pytest.approx(8 / 78)]
    factors = [figure.value for figure in found.values() if figure.style == "faktor"]
    assert factors[0] == pytest.approx(3) and factors[-1] == pytest.approx(46 / 32)


def test_a_budget_that_is_not_known_for_all_is_no_sum() -> None:
    rows = [*ROWS[:2], [*ROWS[2][:3], None]]
    found = {figure.label: figure for figure in key_figures(calculated(case({"Ark": rows}, COLUMNS, pulje=8000)).first)}
    assert (found["Grundbudget i alt, kr."].value, found["Grundbudget i alt, kr."].note) == (
        None, "Mangler for en eller flere institutioner.")


@pytest.mark.parametrize(("value", "style", "text"), [
    (None, "kr", "-"), (1200.0, "kr fed", "1.200 kr."), (0.12345, "pct2", "12,35 %"), (3, "antal", "3"),
    (0.00001234, "decimaler_4_7", "0,0000123"), (2.34567, "faktor", "2,3457")])
def test_a_key_figure_as_a_line_of_text_has_it(value: float | None, style: str, text: str) -> None:
    assert shown(KeyFigure("", value, style)) == text


BUDGETS: list[list[Any]] = [
    ["Pulje", 300_000], [],
    ["Institution", "0-2 år", "3-5 år", "Nøgle", "Budget i alt", "Heraf ledelse", "Budget ekskl. ledelse, adm."],
    ["Anemonen", 20, 40, 5, 4_500_000, 600_000, 3_900_000],
    ["Birken", 20, 40, 10, 4_500_000, 600_000, 3_900_000],
    ["Cikorien", 20, 40, 15, 4_500_000, 600_000, 3_900_000]]


@pytest.mark.parametrize("chosen, shares", [("G", ["2,5 %", "2,17 %"]), ("E", ["2,17 %", "2,5 %"])])
def test_a_budget_with_and_without_a_part_is_asked_about_and_both_are_shown(chosen: str, shares: list[str]) -> None:
    taken = snapshot(Budget=BUDGETS)
    question = fordel_pulje(taken, WHY, MADE, "0")
    assert isinstance(question, Questions) and [each.setting for each in question.questions] == ["grundbudget"]
    plan = fordel_pulje(taken, {**WHY, "grundbudget": f"Budget!{chosen}4:{chosen}6"}, MADE, "0")
    assert isinstance(plan, Plan)
    share = "Puljens andel af det samlede budget"
    assert [dict(plan.summary["noegletal"])[label] for label in (share, f"{share}, opgjort anderledes")] == shares
    notes = [cell.value for sheet in plan.sheets for cell in sheet.cells
             if sheet.key == "bilag" and cell.value in BUDGETS[2][4:]]
    assert sorted(notes) == ["Budget ekskl. ledelse, adm.", "Budget i alt"]  # which is which


def test_a_burden_is_held_against_that_of_the_country() -> None:
    """A key of 1 and 3 of 10 children each: 0,1 and 0,3, and 0,2 in all."""
    plan = planned_from(case({"Ark": ROWS}, COLUMNS, pulje=8000, landsgennemsnit=0.16))
    assert key_figures_of(plan)["Indeks, hvor landet er 1"] == pytest.approx(1.25)
    steps = table(plan, "trin")
    assert [steps[name]["Indeks"] for name in ("A", "B", "I alt")] == pytest.approx([0.625, 1.875, 1.25])


def test_where_no_children_are_known_there_is_no_index() -> None:
    found = calculated(case({"Ark": ROWS}, {key: COLUMNS[key] for key in ("navn", "noegle")}, pulje=8000,
                            landsgennemsnit=0.16))
    figure = next(figure for figure in key_figures(found.first) if figure.label.startswith("Indeks"))
    assert (figure.value, figure.note) == (None, "Der er ingen belastning pr. barn at sammenligne.")


@pytest.mark.parametrize("land", [0, -0.1])
def test_a_country_without_a_burden_is_refused(land: float) -> None:
    assert refused(case({"Ark": ROWS}, COLUMNS, pulje=8000, landsgennemsnit=land)).startswith("Landsgennemsnit: ")


@pytest.mark.parametrize("purpose, said", [("kurser", "10 % af puljen, til kurser."), (None, "10 % af puljen."),
                                           ("kurser for 100 kr.", "10 % af puljen, til kurser for 100 kr.")])
def test_what_the_central_pool_is_for_ends_in_one_full_stop(purpose: str | None, said: str) -> None:
    taken = case({"Ark": ROWS}, COLUMNS, pulje=8000, centralt=800, **({"centralt_formaal": purpose} if purpose else {}))
    assert said in [figure.note for figure in key_figures(calculated(taken).first)]



@pytest.mark.parametrize(("few", "is_said"), [(3, False), (0, True)])
def test_what_all_keys_come_to_is_not_said_on_paper_where_it_tells_of_a_few(few: int, is_said: bool) -> None:
    """What the threshold moves tells that those under it count 7 together, and so does the burden of all: 3 + 4."""
    result = calculated(houses([few if count < 5 else count for count in UNDER], landsgennemsnit=0.2)).first
    labels = ("Tærsklen flytter, kr.", "Indeks, hvor landet er 1")
    whole, paper = ({figure.label: figure for figure in found} for found in (key_figures(result), on_paper(result)))
    assert [whole[label].value is None for label in labels] == [False, False]
    assert [paper[label].value == whole[label].value for label in labels] == [is_said, is_said]
    assert all(is_said or paper[label].note.startswith("Vises ikke: et antal børn under 5") for label in labels)
    assert [label for label in paper if paper[label] != whole[label]] == ([] if is_said else list(labels))
