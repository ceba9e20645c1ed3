"""FORDEL_STILLINGER: kroner as positions or weekly hours."""

import pytest
from awkward import EMPTY, NO_COUNTS, NO_NUMBERS, refused

from udfs.errors import VaerdiFejl
from udfs.rules.fordel_stillinger import FORDEL_STILLINGER


def test_the_share_is_of_the_positions_not_of_the_money():
    assert FORDEL_STILLINGER([900_000], 500_000, 400_000, 0.5).tolist() == [[1, 1]]
    assert FORDEL_STILLINGER([475_000, 950_000], 500_000, 400_000, 0.75).tolist() == [[0.75, 0.25], [1.5, 0.5]]


def test_hours_are_37_a_week():
    assert FORDEL_STILLINGER([250_000], 500_000, enhed="timer").tolist() == [[18.5, 0]]
    assert FORDEL_STILLINGER([900_000], 500_000, 400_000, 0.5, "TIMER").tolist() == [[37, 37]]


@pytest.mark.parametrize("omitted", EMPTY)
def test_only_paedagoger_in_positions_are_the_defaults(omitted):
    assert FORDEL_STILLINGER([250_000], 500_000).tolist() == [[0.5, 0]]
    assert FORDEL_STILLINGER([250_000], 500_000, omitted, omitted, omitted).tolist() == [[0.5, 0]]
    assert FORDEL_STILLINGER([250_000], 500_000, 400_000).tolist() == [[0.5, 0]]


@pytest.mark.parametrize("empty", [*EMPTY, 0, 500_000])
def test_nobody_needs_the_pay_of_those_not_hired(empty):
    assert FORDEL_STILLINGER([200_000], empty, 400_000, 0).tolist() == [[0, 0.5]]
    assert FORDEL_STILLINGER([250_000], 500_000, empty, 1).tolist() == [[0.5, 0]]


@pytest.mark.parametrize("beloeb", [[100, 200], [[100], [200]], [[100, 200]]])
def test_one_row_a_recipient_however_the_amounts_lie(beloeb):
    assert FORDEL_STILLINGER(beloeb, 100).tolist() == [[1, 0], [2, 0]]


def test_negative_blank_true_and_huge():
    assert FORDEL_STILLINGER([-450_000, None, "", 0], 500_000, 400_000, 0.5).tolist() == [
        [-0.5, -0.5],
        [0, 0],
        [0, 0],
        [0, 0],
    ]
    assert FORDEL_STILLINGER([True, 1e12, 1e-9], 2).ravel().tolist() == [0.5, 0, 5e11, 0, 5e-10, 0]


@pytest.mark.parametrize("andel", [0.999, 0.5, 0])
def test_the_pay_of_medhjaelpere_is_needed_below_1(andel):
    for empty in EMPTY:
        with refused(VaerdiFejl, "løn medhjælper mangler: cellen er tom"):
            FORDEL_STILLINGER([1], 500_000, empty, andel)


@pytest.mark.parametrize("andel", [0.001, 1, None])
def test_the_pay_of_paedagoger_is_needed_above_0(andel):
    with refused(VaerdiFejl, "løn pædagog mangler: cellen er tom"):
        FORDEL_STILLINGER([1], None, 400_000, andel)


def test_pay_of_nothing():
    with pytest.raises(VaerdiFejl, match="^løn pædagog: 0 kr. kan ikke bruges"):
        FORDEL_STILLINGER([1], 0)
    with pytest.raises(VaerdiFejl, match="^løn medhjælper: 0 kr. kan ikke bruges"):
        FORDEL_STILLINGER([1], 500_000, 0, 0.5)


@pytest.mark.parametrize("andel", [1.001, -0.001, 60])
def test_a_share_outside_0_to_1(andel):
    with pytest.raises(VaerdiFejl, match="^andel pædagoger: .* ligger ikke mellem 0 og 1; skriv"):
        FORDEL_STILLINGER([1], 500_000, 400_000, andel)


def test_an_unknown_unit():
    with refused(VaerdiFejl, 'enhed: "uger" findes ikke; skriv "stillinger" eller "timer"'):
        FORDEL_STILLINGER([1], 500_000, enhed="uger")


@pytest.mark.parametrize("cell, why", NO_NUMBERS)
def test_an_amount_that_is_no_number_is_refused_with_its_place(cell, why):
    with refused(VaerdiFejl, f"beløb, nr. 2: {why}"):
        FORDEL_STILLINGER([1, cell], 500_000)


@pytest.mark.parametrize("cell, why", NO_COUNTS)
def test_pay_that_is_none(cell, why):
    with refused(VaerdiFejl, f"løn pædagog: {why}"):
        FORDEL_STILLINGER([1], cell)
    with refused(VaerdiFejl, f"løn medhjælper: {why}"):
        FORDEL_STILLINGER([1], 1, cell, 0.5)
