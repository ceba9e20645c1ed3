"""Guarantee and ceiling against last year's amounts, merged with minimum and cap in one solve."""

import math
from fractions import Fraction

import numpy as np
import oracle
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from udfs.distribution import fordel
from udfs.errors import RegelFejl, UmuligFejl, VaerdiFejl
from udfs.guarantee import growth

BEFORE = [500, 300, 200]


def amounts(pulje=1000, noegle=(1, 1, 1), **more):
    return fordel(pulje, list(noegle), sidste_aar=BEFORE, **more)


def test_by_hand():
    """1000 shared 1:1:1 is 333,33 each; 80 % of 500 is 400, so the others share 600 as 300 each."""
    done = amounts(garanti=0.8)
    assert done.tildeling.tolist() == [400, 300, 300]
    assert done.bundet == ("garanti", "", "")
    assert done.sats == 300


def test_the_winners_pay_and_the_ceiling_gives_back():
    """The third may get 120 % of 200 = 240: the second takes what is left, 1000 - 400 - 240 = 360."""
    done = amounts(garanti=0.8, hoejst=1.2)
    assert done.tildeling.tolist() == [400, 360, 240]
    assert done.bundet == ("garanti", "", "højst")


def test_it_is_merged_with_minimum_and_cap():
    done = fordel(1000, [1, 1, 1], [10, 10, 10], None, 30, 270, 1, sidste_aar=[290, 300, None], garanti=0.95)
    assert done.lo.tolist() == [276, 285, 270]  # 275,5 is rounded up
    assert done.hi.tolist() == [300, 300, 300]
    assert done.tildeling.tolist() == [300, 300, 300]
    assert done.ikke_fordelt == 100


def test_one_without_a_key_keeps_its_guarantee():
    done = amounts(noegle=(0, 1, 1), garanti=0.9)
    assert done.tildeling.tolist() == [450, 275, 275]
    assert done.bundet[0] == "garanti"


def test_one_below_the_threshold_keeps_its_guarantee():
    done = fordel(1000, [1, 40, 40], [100, 100, 100], 0.1, sidste_aar=BEFORE, garanti=0.9)
    assert done.tildeling.tolist() == [450, 275, 275]


def test_one_that_is_new_has_no_bounds():
    done = fordel(1000, [1, 1, 8], sidste_aar=[100, 100, 0], garanti=1, hoejst=1)
    assert done.tildeling.tolist() == [100, 100, 800]
    assert fordel(1000, [1, 1, 8], sidste_aar=[100, 100, None], hoejst=1).tildeling.tolist() == [100, 100, 800]


@pytest.mark.parametrize("least", [None, "", [[None]], 0])
def test_no_guarantee_and_no_ceiling_need_no_last_year(least):
    assert fordel(900, [1, 1, 1], garanti=least).tildeling.tolist() == [300, 300, 300]


def test_a_floor_above_the_pool_is_refused_with_both_amounts():
    with pytest.raises(UmuligFejl, match=r"^gulvet er for højt: garantierne kræver 1.050 kr., puljen er 1.000 kr.$"):
        amounts(garanti=1.05)
    assert math.fsum(amounts(garanti=1).tildeling) == 1000


def test_a_guarantee_above_the_cap_is_refused_with_both_amounts_and_the_number():
    with pytest.raises(UmuligFejl, match=r"sidste år, nr. 2: garantien er 285 kr., men loftet er 280 kr.") as refused:
        fordel(1000, [1, 1, 1], [50, 28, 50], None, 10, sidste_aar=BEFORE, garanti=0.95)
    assert refused.value.numre == (2,)


def test_ceilings_below_the_pool_leave_the_rest():
    done = amounts(hoejst=0.9)
    assert done.tildeling.tolist() == [450, 270, 180]
    assert done.ikke_fordelt == 100


@pytest.mark.parametrize(
    "more, text",
    [
        ({"garanti": 95}, "garanti: det er 95 gange sidste års beløb; mente du 95 %?"),
        ({"hoejst": 110}, "højst: det er 110 gange sidste års beløb; mente du 110 %?"),
        ({"garanti": 1.2, "hoejst": 1.1}, "garanti er 120 %, højst er kun 110 %"),
        ({"garanti": -0.1}, "garanti: -0,1 er negativ"),
    ],
)
def test_traps_are_refused(more, text):
    with pytest.raises(VaerdiFejl) as refused:
        amounts(**more)
    assert str(refused.value) == text


def test_last_year_must_be_there():
    with pytest.raises(VaerdiFejl, match="sidste år mangler"):
        fordel(1000, [1, 1], garanti=0.9)


@st.composite
def cases(draw):
    n = draw(st.integers(1, 6))
    whole = st.integers(0, 900)
    return {
        "pulje": draw(st.integers(1, 3000)),
        "noegle": draw(st.lists(whole, min_size=n, max_size=n).filter(any)),
        "foer": draw(st.lists(whole, min_size=n, max_size=n)),
        "garanti": Fraction(draw(st.integers(0, 110)), 100),
        "hoejst": draw(st.none() | st.integers(110, 200).map(lambda i: Fraction(i, 100))),
    }


@given(cases())
def test_equals_the_exact_calculation(case):
    most = case["hoejst"]
    try:
        done = fordel(case["pulje"], case["noegle"], sidste_aar=case["foer"], garanti=float(case["garanti"]),
                      hoejst=None if most is None else float(most))  # fmt: skip
    except RegelFejl:
        assume(False)
    unit = Fraction(1)
    lo = [oracle.ceil_to(case["garanti"] * before, unit) for before in case["foer"]]
    hi = [oracle.floor_to(most * before, unit) if most and before else None for before in case["foer"]]
    lo = [low if high is None else min(low, high) for low, high in zip(lo, hi)]
    w = [Fraction(key) for key in case["noegle"]]
    x, _, left = oracle.allocate(Fraction(case["pulje"]), w, lo, hi)
    tie = [oracle.rounded(wi / sum(w), 12) for wi in w]
    room = [high if wi else low for wi, low, high in zip(w, lo, hi)]
    exact = oracle.largest_remainder(x, unit, oracle.down(case["pulje"] - left, unit), tie, lo, room)
    assert done.tildeling.tolist() == [float(kr) for kr in exact]


def test_a_guarantee_that_no_whole_unit_can_keep_is_refused():
    """142,50 to 150 has no whole hundred; 100,50 to 100,50 no whole krone."""
    with pytest.raises(UmuligFejl, match="garantien, 142,50 kr., og loftet, 150 kr., ligger der ikke hele 100 kr."):
        fordel(1000, [1, 1, 1], sidste_aar=[150, 300, 550], garanti=0.95, hoejst=1, afrunding=100)
    with pytest.raises(UmuligFejl, match="ligger der ikke hele kroner"):
        fordel(1000, [1, 1], sidste_aar=[100.5, 300], garanti=1, hoejst=1)


def test_a_floor_that_is_too_high_only_by_rounding_says_so():
    with pytest.raises(UmuligFejl, match="1.100 kr., puljen er 1.000 kr., når hver er rundet op til hele 100 kr."):
        fordel(1000, [1, 1, 1], sidste_aar=[450, 250, 300], garanti=1, afrunding=100)
    with pytest.raises(UmuligFejl, match="garantierne og minimum kræver"):
        fordel(1000, [1, 1, 1], minimum=600, sidste_aar=BEFORE, garanti=0.9)


def test_a_minimum_between_a_guarantee_and_a_cap_does_not_take_the_guarantee_away():
    """At least 250, at most 733,26, in whole 1.000 kr.: refused, with a minimum and without."""
    given = {"boern": [22, 500], "loft": 33.33, "sidste_aar": [2500, 5000], "garanti": 0.1, "afrunding": 1000}
    for minimum in (None, 100, 500):
        with pytest.raises(UmuligFejl, match="garantien, 250 kr., og loftet, 733,26 kr., ligger der ikke hele 1.000"):
            fordel(10_000, [50, 50], minimum=minimum, **given)


def test_a_minimum_above_the_cap_gives_way_where_the_guarantee_is_kept():
    """The cap of 700 leaves no room for a minimum of 900, but for 250 kr. of last year's."""
    done = fordel(10_000, [50, 50], boern=[70, 5000], loft=10, minimum=900, sidste_aar=[2500, 5000], garanti=0.1,
                  afrunding=100)  # fmt: skip
    assert done.lo.tolist() == [700, 900]
    assert done.tildeling.tolist() == [700, 9300]


def test_a_guarantee_within_the_decimals_of_a_whole_unit_is_that_unit():
    """100,0000003 is 100 to six decimals: nothing is lost."""
    done = fordel(1000, [1, 1], sidste_aar=[100.0000003, 900], garanti=1, hoejst=1)
    assert done.tildeling.tolist() == [100, 900]


def test_an_empty_cap_is_none_also_where_there_are_no_children():
    """A cap for each: the second has none, and keeps its guarantee without a child or a key."""
    done = fordel(1000, [1, 0], boern=[10, 0], loft=[90, None], sidste_aar=[0, 100], garanti=1)
    assert done.hi.tolist() == [900, float("inf")]
    assert done.tildeling.tolist() == [900, 100]
    with pytest.raises(UmuligFejl, match="men loftet er 0 kr."):
        fordel(1000, [1, 0], boern=[10, 0], loft=90, sidste_aar=[0, 100], garanti=1)


def test_children_now_per_child_before_and_one_where_there_were_none():
    assert growth(np.array([60.0, 5.0, 0.0]), np.array([80.0, 0.0, 3.0])).tolist() == [0.75, 1, 0]
