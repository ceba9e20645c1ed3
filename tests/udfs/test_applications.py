"""Turns and equal losses as the rule and the whole calculation have them; the amounts themselves:
tests/udfs/rules/test_fordel_ansoegning.py."""

import math

import numpy as np
import pytest

from udfs.applications import equal_losses, in_turn, running
from udfs.distribution import fordel
from udfs.errors import UmuligFejl, VaerdiFejl

CLAIMS = np.array([100.0, 300.0, 200.0, 0.0])
ORDER = np.array([2.0, 1.0, 2.0, 0.0])


@pytest.mark.parametrize("pool, weights, full", [
    (0, [0, 0, 0, 0], [0, 0, 0, 0]), (299, [0, 300, 0, 0], [0, 0, 0, 0]), (300, [0, 300, 0, 0], [0, 300, 0, 0]),
    (301, [100, 300, 200, 0], [0, 300, 0, 0]), (600, [100, 300, 200, 0], [100, 300, 200, 0])])
def test_a_turn_begins_where_the_pool_lasts_beyond_those_before_it(pool, weights, full):
    turns = in_turn(pool, CLAIMS, CLAIMS, ORDER)
    assert (turns.foer.tolist(), turns.til_og_med.tolist()) == ([300, 0, 300, 0], [600, 300, 600, 0])
    assert (turns.vaegt.tolist(), turns.mindst.tolist()) == (weights, full)


def test_sums_before_a_turn_have_no_noise():
    assert running([0.1] * 10)[-1] == 1.0
    assert running([1e15, 0.3, -1e15, 0.1])[-1] == pytest.approx(0.4, abs=1e-15)


@pytest.mark.parametrize("pool, loss, left", [(0, 300, 0), (100, 200, 0), (200, 150, 0), (570, 10, 0), (650, 0, 50)])
def test_a_loss_is_the_same_and_never_more_than_the_claim(pool, loss, left):
    solved = equal_losses(pool, (CLAIMS > 0).astype(float), CLAIMS, 1)
    assert (solved.allocation.sats, solved.allocation.ikke_fordelt) == (loss, left)
    assert solved.beloeb.tolist() == [max(0, claim - loss) for claim in CLAIMS]


def test_the_whole_calculation_names_who_is_bound():
    taken = {"noegle": CLAIMS, "ansoegt": CLAIMS}
    assert fordel(400, **taken, deling="prioritet", prioritet=ORDER).bundet == ("", "prioritet", "", "")
    assert fordel(100, **taken, deling="lige_afslag").bundet == ("afslag", "", "afslag", "")
    assert fordel(900, **taken, deling="lige_afslag").bundet == ("ansøgt", "ansøgt", "ansøgt", "")
    assert fordel(900, **taken, deling="prioritet", prioritet=ORDER).ikke_fordelt == 300


def test_the_key_moves_nothing():
    key = np.array([9.0, 1.0, 0.0, 5.0])
    for terms in ({"deling": "lige_afslag"}, {"deling": "prioritet", "prioritet": ORDER}):
        one, other = (fordel(333, noegle, ansoegt=CLAIMS, **terms).tildeling.tolist() for noegle in (key, CLAIMS))
        assert one == other and math.fsum(one) == 333


def test_without_a_priority_or_any_application_it_is_refused():
    with pytest.raises(VaerdiFejl, match="mangler, men der er søgt om 200"):
        fordel(400, CLAIMS, ansoegt=CLAIMS, deling="prioritet", prioritet=[2, 1, None, None])
    with pytest.raises(UmuligFejl, match="ingen har søgt om noget"):
        fordel(400, CLAIMS, ansoegt=0 * CLAIMS, deling="lige_afslag")
    with pytest.raises(VaerdiFejl, match="ansøgt mangler"):
        fordel(400, CLAIMS, deling="lige_afslag")
