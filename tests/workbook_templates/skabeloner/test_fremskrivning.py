"""+8,4 % expenditure with -3,9 % children is +12,8 % per child, and the chain ends in the pool."""

from __future__ import annotations

import pytest

from addin.filejobs.skabelon.write import made
from tests.workbook_templates.skabeloner.reading import changed, field, lines, with_cells
from workbook_templates.skabeloner import skabelon
from workbook_templates.skabeloner.form import Vaerdi

NAVN = "fremskrivning"


def test_expenditure_per_child_rises_by_the_quotient_not_the_difference() -> None:
    for label in ("Ændring pr. barn", "Regn selv: ændring pr. barn"):
        assert field(NAVN, "Resultat", label) == pytest.approx(1.084 / 0.961 - 1), label
        assert round(field(NAVN, "Resultat", label), 3) == 0.128


def test_the_projection_is_the_latest_per_child_times_the_population() -> None:
    shown = lines(NAVN, "Udgift", "År")
    assert shown[2028]["Fremskrevet udgift, mio. kr."] == pytest.approx(100 / 9_800 * 11_900)
    assert shown[2028]["Fremskrevet udgift, mio. kr."] > 120 and shown[2024]["Fremskrevet udgift, mio. kr."] == 100
    assert shown[2022]["Indeks, udgift"] == pytest.approx(108.4)


def test_a_year_without_a_figure_does_not_move_the_one_that_is_projected_with() -> None:
    done = made(with_cells(skabelon(NAVN), "u", 4, udgift=None))
    assert done.values.value(done.book.fields["sidste"]) == pytest.approx(100_000_000 / 9_800)


def test_an_indicator_is_held_against_its_goal_in_its_latest_year_and_the_right_way() -> None:
    def status(line: int, **cells: Vaerdi) -> Vaerdi:
        done = made(with_cells(skabelon(NAVN), "ind", line, **cells))
        sheet, box = done.book.columns["ind", "status"]
        return done.values.value((sheet, box.row + line - 1, box.column))

    assert [status(1), status(1, a2=None, a3=0.5), status(1, a4=0.6)] == ["ikke nået", "nået", "nået"]
    assert [status(3), status(3, a4=8.1), status(3, bedst="højt")] == ["nået", "ikke nået", "ikke nået"]
    assert status(1, bedst=None) == "Vælg, hvad der er bedst"


def test_an_investment_breaks_even_in_the_year_the_gains_have_caught_up() -> None:
    shown = lines(NAVN, "Investering og gevinst", "År")
    sums = [line["Akkumuleret, mio. kr."] for line in shown.values()]
    assert [value for value in sums if isinstance(value, float)] == pytest.approx([-3.3, -5.8, -6.4, -3.4, 1.1, 5.6])
    assert field(NAVN, "Investering og gevinst", "Går i nul") == 2029


def test_the_chain_gives_every_krone_of_the_frame_s_share() -> None:
    assert field(NAVN, "Kæden", "Pulje, kr.") == round(55_000_000 / 9_800 * 10_250 * 0.04)
    done = made(changed(NAVN, folk_nu=None))
    assert done.values.value(done.book.fields["pulje"]) == 0


def test_places_are_held_against_children_in_each_year() -> None:
    def sums(**cells: Vaerdi) -> dict[Vaerdi, tuple[Vaerdi, ...]]:
        done = made(with_cells(skabelon(NAVN), "kap", 4, **cells))
        sheet, box = done.book.columns["kap_sum", "aar"]
        return {done.values.value((sheet, row, 0)): tuple(done.values.value((sheet, row, at)) for at in range(2, 6))
                for row in range(box.row, box.last_row + 1)}

    shown = sums()
    assert shown[2027][:3] == (790, 770, 20) and shown[2027][3] == pytest.approx(790 / 770)
    assert shown[2028][:3] == (790, 780, 10) and shown[2029] == ("", "", "", "") and 2031 in shown
    assert sums(boern=None)[2028] == (790, "mangler tal", "", "")  # what is not filled in is not nought
    assert sums(aar=2029)[2029][:3] == (260, 266, -6)


@pytest.mark.parametrize("aar, other", [(2026, 1), (2027, 0), (2031, 0), (2032, 1), (None, 1)])
def test_a_line_of_another_year_is_counted(aar: Vaerdi, other: int) -> None:
    done = made(with_cells(skabelon(NAVN), "kap", 4, aar=aar))
    assert done.values.value(done.book.fields["kap_andre"]) == other
