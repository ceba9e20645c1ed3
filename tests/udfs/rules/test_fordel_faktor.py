"""FORDEL_FAKTOR."""

import pytest

from udfs.errors import UmuligFejl, VaerdiFejl
from udfs.rules.fordel_faktor import FORDEL_FAKTOR
from udfs.rules.fordel_pulje import FORDEL_PULJE
from udfs.rules.fordel_trappe import FORDEL_TRAPPE


def test_highest_over_lowest_among_those_that_get_any():
    assert FORDEL_FAKTOR([1000, 6000, 0], [10, 20, 5]) == 3
    assert type(FORDEL_FAKTOR([1000, 6000], [10, 20])) is float


def test_kora_table_4_3_has_the_factor_it_was_made_with():
    boern = [80] * 20
    amounts = FORDEL_PULJE(1_000_000, FORDEL_TRAPPE(range(20), 20, boern), afrunding=0)
    assert FORDEL_FAKTOR(amounts, boern) == pytest.approx(20)


def test_one_recipient_is_1():
    assert FORDEL_FAKTOR([1000, 0], [10, 0]) == 1


def test_refusals():
    with pytest.raises(UmuligFejl, match="beløb: ingen får penge"):
        FORDEL_FAKTOR([0, None], [10, 10])
    with pytest.raises(VaerdiFejl, match="beløb, nr. 2: 5, men der er 0 børn"):
        FORDEL_FAKTOR([10, 5], [10, 0])
    with pytest.raises(VaerdiFejl, match="beløb, nr. 1: -10 er negativ"):
        FORDEL_FAKTOR([-10, 5], [10, 1])
