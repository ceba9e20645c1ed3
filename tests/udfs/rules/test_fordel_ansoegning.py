"""FORDEL_ANSOEGNING: rationing of applications; Thomson's four rules."""

import math

import pytest
from awkward import EMPTY, NO_COUNTS, refused

from udfs.errors import LaengdeFejl, UmuligFejl, VaerdiFejl
from udfs.rules.fordel_ansoegning import FORDEL_ANSOEGNING

METHODS = ["forholdsmaessig", "lige", "lige_afslag", "prioritet"]


def rationed(pulje, claims, metode, afrunding=1):
    prioritet = [1] * len(claims) if metode == "prioritet" else None
    return FORDEL_ANSOEGNING(pulje, claims, metode, prioritet, afrunding).tolist()


@pytest.mark.parametrize(
    "pulje, proportional, equal, losses",
    [  # the Talmud's three creditors of 100, 200 and 300
        (100, [17, 33, 50], [34, 33, 33], [0, 0, 100]),
        (200, [33, 67, 100], [67, 67, 66], [0, 50, 150]),
        (300, [50, 100, 150], [100, 100, 100], [0, 100, 200]),
        (450, [75, 150, 225], [100, 175, 175], [50, 150, 250]),
        (600, [100, 200, 300], [100, 200, 300], [100, 200, 300]),
    ],
)
def test_three_creditors(pulje, proportional, equal, losses):
    claims = [100, 200, 300]
    assert rationed(pulje, claims, "forholdsmaessig") == proportional
    assert rationed(pulje, claims, "lige") == equal
    assert rationed(pulje, claims, "lige_afslag") == losses


@pytest.mark.parametrize(
    "pulje, expected",
    [(99, [0, 99, 0]), (100, [0, 100, 0]), (101, [0, 100, 1]), (400, [0, 100, 300]), (430, [30, 100, 300])],
)
def test_by_priority_in_full_by_rising_number(pulje, expected):
    assert FORDEL_ANSOEGNING(pulje, [200, 100, 300], "prioritet", [3, 1, 2]).tolist() == expected


def test_equals_within_a_priority_share_in_proportion():
    assert FORDEL_ANSOEGNING(300, [100, 100, 300], "prioritet", [1, 2, 2]).tolist() == [100, 50, 150]
    assert FORDEL_ANSOEGNING(300, [100, 100, 300], "prioritet", [7, 0.5, 0.5]).tolist() == [0, 75, 225]


@pytest.mark.parametrize("omitted", EMPTY)
def test_empty_optional_cells_are_defaults(omitted):
    assert FORDEL_ANSOEGNING(101, [100, 300], omitted, omitted, omitted).tolist() == [25, 76]
    assert FORDEL_ANSOEGNING(101, [100, 300], "lige", omitted).tolist() == [51, 50]
    assert FORDEL_ANSOEGNING(101, [100, 300], "lige", [None, ""]).tolist() == [51, 50]


@pytest.mark.parametrize("metode", ["forholdsmæssig", "FORHOLDSMÆSSIG", "Forholdsmaessig", [["forholdsmæssig"]]])
def test_a_method_in_every_spelling(metode):
    assert FORDEL_ANSOEGNING(100, [100, 300], metode).tolist() == [25, 75]
    assert FORDEL_ANSOEGNING(100, [100, 300], "LIGE_AFSLAG").tolist() == [0, 100]


@pytest.mark.parametrize("metode", METHODS)
def test_facts_of_every_method(metode):
    assert rationed(1000, [100, 300], metode) == [100, 300]  # a pool above the sum leaves the rest
    assert rationed(400, [100, 300], metode) == [100, 300]
    assert rationed(0, [100, 300], metode) == rationed(0, [0, 0], metode) == [0, 0]
    assert rationed(70, [100], metode) == [70]
    assert rationed(4, [9, 9, 9], metode) == [2, 1, 1]  # ties go to the first
    assert rationed(99.99, [60, None, 60], metode) == [50, 0, 49]
    assert rationed(5, [True, 9, 0], metode)[2] == 0
    assert rationed(1000, [149, 300], metode, 100) == [100, 300]
    assert rationed(0.03, [0.02, 0.02], metode, 0.01) == [0.02, 0.01]
    assert rationed(0.5, [1, 1], metode, 0) == [0.25, 0.25]
    assert math.fsum(rationed(1e12, [1e12, 1e12, 1e-9], metode)) == 1e12


@pytest.mark.parametrize("metode", METHODS)
def test_shapes(metode):
    order = [[1], [1]] if metode == "prioritet" else None
    assert FORDEL_ANSOEGNING(100, [[80], [80]], metode, order).tolist() == [[50], [50]]
    assert FORDEL_ANSOEGNING(100, [[80, 80]], metode, order).tolist() == [[50, 50]]
    assert FORDEL_ANSOEGNING([[100]], [80, 80], metode, order).tolist() == [50, 50]


def test_a_huge_application_takes_nothing_from_the_small_in_equal_awards():
    assert rationed(100, [10, 1e12], "lige") == [10, 90]
    assert rationed(100, [10, 1e12], "lige_afslag") == [0, 100]


def test_priority_belongs_to_its_method():
    for metode in METHODS[:3]:
        with refused(VaerdiFejl, 'prioritet kan kun bruges med metoden "prioritet"'):
            FORDEL_ANSOEGNING(100, [100, 300], metode, [1, 2])
    for empty in EMPTY:
        with pytest.raises(VaerdiFejl, match="^prioritet mangler"):
            FORDEL_ANSOEGNING(100, [100, 300], "prioritet", empty)


def test_an_amount_without_priority():
    assert FORDEL_ANSOEGNING(100, [100, 0, None], "prioritet", [1, None, ""]).tolist() == [100, 0, 0]
    with pytest.raises(VaerdiFejl, match="^prioritet, nr. 2: mangler.* 1 kr.") as why:
        FORDEL_ANSOEGNING(100, [100, 1], "prioritet", [1, None])
    assert (why.value.argument, why.value.numre) == ("prioritet", (2,))


@pytest.mark.parametrize("metode", METHODS)
def test_refusals_of_every_method(metode):
    with pytest.raises(UmuligFejl, match="^ansøgt: ingen har søgt"):
        rationed(100, [0, None], metode)
    with pytest.raises(VaerdiFejl, match="^pulje: -1 kr. er negativ"):
        rationed(-1, [100], metode)
    with pytest.raises(VaerdiFejl, match="^afrunding: -1 er negativ"):
        rationed(1, [100], metode, -1)


def test_other_refusals():
    with pytest.raises(LaengdeFejl, match="prioritet har 1, ansøgt har 2"):
        FORDEL_ANSOEGNING(100, [100, 1], "prioritet", [1])
    with pytest.raises(VaerdiFejl, match='^metode: "lod" findes ikke; skriv .*"lige", "lige_afslag" eller') as why:
        FORDEL_ANSOEGNING(100, [100, 1], "lod")
    assert all(f'"{metode}"' in str(why.value) for metode in METHODS)


@pytest.mark.parametrize("cell, why", NO_COUNTS)
def test_what_is_no_count_is_refused_with_its_place(cell, why):
    with refused(VaerdiFejl, f"ansøgt, nr. 2: {why}"):
        FORDEL_ANSOEGNING(10, [1, cell])
    with refused(VaerdiFejl, f"prioritet, nr. 1: {why}"):
        FORDEL_ANSOEGNING(10, [1, 1], "prioritet", [cell, 1])
