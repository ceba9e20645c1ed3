"""+8,4 % expenditure with -3,9 % children is +12,8 % per child, and the chain ends in the pool."""

from __future__ import annotations

import pytest

from addin.filejobs.skabelon.write import made
from tests.workbook_templates.skabeloner.reading import changed, field, lines

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


def test_an_investment_breaks_even_in_the_year_the_gains_have_caught_up() -> None:
    shown = lines(NAVN, "Investering og gevinst", "År")
    assert [line["Akkumuleret"] for line in shown.values() if isinstance(line["Akkumuleret"], float)] == pytest.approx(
        [-3.3, -5.8, -6.4, -3.4, 1.1, 5.6])
    assert field(NAVN, "Investering og gevinst", "Går i nul") == 2029


def test_the_chain_gives_every_krone_of_the_frame_s_share() -> None:
    assert field(NAVN, "Kæden", "Pulje, kr.") == round(55_000_000 / 9_800 * 10_250 * 0.04)
    done = made(changed(NAVN, folk_nu=None))
    assert done.values.value(done.book.fields["pulje"]) == 0
