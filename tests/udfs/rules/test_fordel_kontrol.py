"""FORDEL_KONTROL: the sentences."""

import pytest

from udfs.errors import VaerdiFejl
from udfs.rules.fordel_kontrol import FORDEL_KONTROL
from udfs.rules.fordel_pulje import FORDEL_PULJE


@pytest.mark.parametrize(
    "beloeb, pulje, enhed, expected",
    [
        ([600, 400], 1000, 1, "OK"),
        ([600, 400], 1000.99, 1, "OK"),
        ([600, 400], 1099, 100, "OK"),
        ([600, 388], 1000, 1, "mangler 12 kr."),
        ([600, 408], 1000, 1, "8 kr. for meget"),
        ([600, 400], 1001, 1, "mangler 1 kr."),
        ([1000, 2000, 3000, 4050, 950], 11000, 100, "nr. 4 er ikke i hele 100 kr."),
        ([600.5, 399.5], 1000, 1, "nr. 1 er ikke i hele 1 kr."),
        ([600.5, 399.5], 1000, 0, "OK"),
        ([600.5, 399.5], 1000, 0.01, "OK"),
        ([600, 400.01], 1000, 0, "0,01 kr. for meget"),
        ([600, 399.99], 1000, 0.01, "mangler 0,01 kr."),
        ([600, 400.004], 1000, 0, "OK"),
        ([600, 400.006], 1000, 0, "0,01 kr. for meget"),
        ([1_200_000, 0], 2_400_000, 1, "mangler 1.200.000 kr."),
        ([-60, -40], -100, 1, "OK"),
        ([-60, -30], -100, 1, "10 kr. for meget"),
        ([0.1] * 10, 1, 0, "OK"),
    ],
)
def test_sentence(beloeb, pulje, enhed, expected):
    assert FORDEL_KONTROL(beloeb, pulje, enhed) == expected


def test_whole_kroner_is_the_default():
    assert FORDEL_KONTROL([600.5, 399.5], 1000) == "nr. 1 er ikke i hele 1 kr."
    assert FORDEL_KONTROL([600.5, 399.5], 1000, "") == "nr. 1 er ikke i hele 1 kr."


def test_tolerance_of_a_large_unit():
    million = 1_000_000
    assert FORDEL_KONTROL([million + 0.4, million], 2 * million, million) == "OK"
    assert FORDEL_KONTROL([million + 1.1, million], 2 * million, million) == "1,10 kr. for meget"


def test_what_a_cap_leaves_over_is_missing():
    done = FORDEL_PULJE(1500, [9, 1], [10, 10], None, 60)
    assert FORDEL_KONTROL(done, 1500) == "mangler 300 kr."


def test_refusals():
    with pytest.raises(VaerdiFejl, match='beløb, nr. 2: "n/a" er ikke et tal'):
        FORDEL_KONTROL([1, "n/a"], 1)
    with pytest.raises(VaerdiFejl, match="pulje mangler: cellen er tom"):
        FORDEL_KONTROL([1], None)
