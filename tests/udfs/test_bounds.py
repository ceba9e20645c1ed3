"""Named bounds: a new one costs the solver nothing, and each says what it is."""

import math

import numpy as np
import pytest

from udfs.bounds import Graense, together
from udfs.distribution import fordel
from udfs.errors import UmuligFejl


def bound(navn="aftale", er_loft=True, kr=(30.0, math.inf, math.inf), **more):
    return Graense(navn, navn, "aftalen er", np.array(kr), er_loft, **more)


def test_a_bound_nobody_knows_decides_and_is_named():
    done = fordel(100, [1, 1, 1], afrunding=0, graenser=(bound(),))
    assert done.tildeling.tolist() == [30, 35, 35] and done.bundet == ("aftale", "", "")
    lifted = fordel(100, [1, 1, 1], afrunding=0, graenser=(bound(er_loft=False, kr=(50.0, 0.0, 0.0)),))
    assert lifted.tildeling.tolist() == [50, 25, 25] and lifted.bundet == ("aftale", "", "")


def test_of_two_that_are_the_same_the_first_is_named():
    same = bound(navn="senere")
    assert fordel(100, [1, 1, 1], afrunding=0, graenser=(bound(), same)).bundet == ("aftale", "", "")
    capped = fordel(100, [1, 1, 1], [1, 1, 1], loft=30, afrunding=0, graenser=(bound(),))
    assert capped.bundet == ("loft",) * 3


def test_one_with_weight_only_does_not_lift_one_without():
    least = bound(er_loft=False, kr=(50.0, 50.0, 0.0), kun_med_vaegt=True)
    assert fordel(100, [1, 0, 1], afrunding=0, graenser=(least,)).tildeling.tolist() == [50, 0, 50]


def test_what_is_paid_besides_counts_in_a_bound_on_all():
    done = fordel(100, [1, 1, 1], afrunding=0, fast=[10, 0, 0], graenser=(bound(i_alt=True),))
    assert done.hi.tolist() == [20, math.inf, math.inf]
    with pytest.raises(UmuligFejl, match=r"det faste beløb er 31 kr\., men aftalen er 30 kr\.") as refused:
        fordel(100, [1, 1, 1], fast=[31, 0, 0], graenser=(bound(i_alt=True),))
    assert refused.value.numre == (1,) and refused.value.argument == "aftale"


@pytest.mark.parametrize("least, refused", [(30.0, False), (30.1, True)])
def test_one_that_must_be_kept_is_refused_only_where_an_upper_one_is_lower(least, refused):
    kept = bound("løfte", er_loft=False, kr=(least, 0.0, 0.0), skal_holdes=True)
    arguments = ((kept, bound()), np.ones(3), None, 0.0, 100.0)
    if not refused:
        assert together(*arguments).lo.tolist() == [30, 0, 0]
        return
    with pytest.raises(UmuligFejl, match=r"aftalen er 30,10 kr\., men aftalen er 30 kr\."):
        together(*arguments)
