"""FORDEL_PULJE: published numbers, every boundary on both sides, and the sentence of each refusal."""

import json
import math
import re
import time
from pathlib import Path

import numpy as np
import pytest

from udfs.errors import LaengdeFejl, RegelFejl, UmuligFejl, VaerdiFejl
from udfs.rounding import half_up
from udfs.rules.fordel_pulje import FORDEL_PULJE
from udfs.rules.fordel_trappe import FORDEL_TRAPPE

PUBLISHED = json.loads((Path(__file__).parents[2] / "cases" / "published.json").read_text(encoding="utf-8"))
POOLS = (1_000_000, 10_000_000)
CHILDREN = 80  # weighted children in each of KORA's 20 institutions
FACTORS = ["2", "3", "5", "20"]


def ladder(pulje, faktor, afrunding=0):
    return FORDEL_PULJE(pulje, FORDEL_TRAPPE(range(20), int(faktor), [CHILDREN] * 20), afrunding=afrunding)


@pytest.mark.parametrize("faktor", FACTORS)
def test_kora_table_4_3_per_institution(faktor):
    least_and_most = [half_up(x) for pulje in POOLS for x in ladder(pulje, faktor)[[0, -1]]]
    assert least_and_most == PUBLISHED["kora_2017_tabel_4_3"]["rows"][faktor]


@pytest.mark.parametrize("faktor", FACTORS)
def test_kora_table_4_3_with_the_base_budget(faktor):
    base = PUBLISHED["kora_2017_tabel_4_2"]["base"]
    totals = [
        half_up(b * CHILDREN + x) for pulje, b in zip(POOLS, base) for x in ladder(pulje, faktor)[[0, -1]]
    ]
    assert totals == PUBLISHED["kora_2017_tabel_4_3"]["total_rows"][faktor]


@pytest.mark.parametrize("faktor", FACTORS)
def test_kora_table_4_2_per_weighted_child(faktor):
    per_child = [half_up(x / CHILDREN) for pulje in POOLS for x in ladder(pulje, faktor)[[0, -1]]]
    assert per_child == PUBLISHED["kora_2017_tabel_4_2"]["rows"][faktor]


@pytest.mark.parametrize("faktor", FACTORS)
def test_kora_table_4_4_differences_from_the_unrounded_model(faktor):
    found = []
    for pulje, base in zip(POOLS, PUBLISHED["kora_2017_tabel_4_2"]["base"]):
        least, most = ladder(pulje, faktor)[[0, -1]] / CHILDREN
        found += [half_up(most - least), half_up(100 * (most - least) / (base + least), 0.1)]
    assert found == PUBLISHED["kora_2017_tabel_4_4"]["rows"][faktor]


@pytest.mark.parametrize("faktor", FACTORS)
def test_the_ladder_in_whole_kroner_sums_to_the_pool(faktor):
    rounded = ladder(1_000_000, faktor, afrunding=1)
    assert math.fsum(rounded) == 1_000_000
    assert (abs(rounded - ladder(1_000_000, faktor)) < 1).all()


def test_largest_remainder_from_the_literature():
    case = PUBLISHED["largest_remainder"]
    assert FORDEL_PULJE(case["total"], case["weights"]).tolist() == case["result"]


def test_capped_shares():
    case = PUBLISHED["capped_shares"]
    done = FORDEL_PULJE(case["total"], case["weights"], case["caps"], None, 1)
    assert done.tolist() == case["result"]


def test_aarhus_2019_move_over_schools_and_fu():
    case = PUBLISHED["aarhus_move_2019"]
    assert FORDEL_PULJE(case["total"], case["shares"]).tolist() == [2_827_500, 422_500]


def test_the_result_lies_like_the_key():
    assert FORDEL_PULJE(10, [[1], [1]]).tolist() == [[5], [5]]
    assert FORDEL_PULJE(10, [[1, 1]], [[1], [1]]).tolist() == [[5, 5]]
    assert FORDEL_PULJE([[10]], np.array([1, 1])).tolist() == [5, 5]


@pytest.mark.parametrize("empty", [None, "", [[None]]])
def test_empty_optional_cells_are_defaults(empty):
    assert FORDEL_PULJE(11, [1, 1], empty, empty, empty, empty, empty, empty).tolist() == [6, 5]


@pytest.mark.parametrize(
    "noegle, expected", [([10, 4], [500, 200]), ([10, 3.5], [519, 181]), ([10, 3.499], [700, 0])]
)
def test_threshold_on_both_sides(noegle, expected):
    assert FORDEL_PULJE(700, noegle, [10, 10], 0.35).tolist() == expected


def test_a_burden_at_the_threshold_reaches_it_whatever_the_last_bit():
    assert 0.1 * 3 > 0.3
    assert FORDEL_PULJE(100, [0.3, 0.9], [3, 3], 0.1).tolist() == [25, 75]
    assert FORDEL_PULJE(100, [0.3 - 1e-10, 0.9], [3, 3], 0.1)[0] > 0
    assert FORDEL_PULJE(100, [0.3 - 1e-8, 0.9], [3, 3], 0.1)[0] == 0


def test_only_what_lies_over_the_threshold():
    assert FORDEL_PULJE(90, [5, 4, 1], [10, 10, 10], 0.2, taerskeltype="over").tolist() == [54, 36, 0]
    # exactly at the threshold is nothing over it
    assert FORDEL_PULJE(90, [0.3, 0.9], [3, 3], 0.1, taerskeltype="OVER").tolist() == [0, 90]


def test_threshold_zero_keeps_everybody():
    assert FORDEL_PULJE(40, [3, 1, 0], [10, 10, 0], 0).tolist() == [30, 10, 0]


def test_cap_per_child_and_the_rest_is_not_distributed():
    assert FORDEL_PULJE(1000, [9, 1], [10, 10], None, 60).tolist() == [600, 400]
    assert FORDEL_PULJE(1500, [9, 1], [10, 10], None, 60).tolist() == [600, 600]


def test_a_cap_for_each_where_an_empty_cell_is_none():
    assert FORDEL_PULJE(1000, [1, 1, 2], [10, 10, 10], None, [20, None, 30]).tolist() == [200, 500, 300]
    # a column of caps that nobody has filled in is no cap, and needs no children
    assert FORDEL_PULJE(1000, [1, 1], None, None, [None, None]).tolist() == [500, 500]


def test_minimum_only_for_those_with_a_weight():
    assert FORDEL_PULJE(1000, [98, 1, 1, 0], None, None, None, 100).tolist() == [800, 100, 100, 0]
    assert FORDEL_PULJE(1000, [98, 1, 1, 0], None, None, None, [0, 50, None, 70]).tolist() == [940, 50, 10, 0]
    assert FORDEL_PULJE(1000, [6, 2, 2], [10, 10, 10], 0.3, None, 100).tolist() == [1000, 0, 0]


def test_bounds_become_whole_units_first():
    # 150 up to 200, 30 x 10 = 300 stays, 25 x 10 = 250 down to 200
    done = FORDEL_PULJE(1000, [1, 8, 8], [10, 10, 10], None, [None, 30, 25], 150, 100)
    assert done.tolist() == [500, 300, 200]


def test_cap_below_the_minimum_wins():
    assert FORDEL_PULJE(1000, [1, 1], [1, 100], None, 50, 100).tolist() == [50, 950]


@pytest.mark.parametrize(
    "afrunding, expected",
    [(1, [334, 333, 333]), (100, [400, 300, 300]), (0.01, [333.34, 333.33, 333.33]), (1000, [1000, 0, 0])],
)
def test_rounding_to_a_unit(afrunding, expected):
    assert FORDEL_PULJE(1000, [1, 1, 1], afrunding=afrunding).tolist() == expected


@pytest.mark.parametrize("pulje, total", [(999.99, 999), (1000, 1000), (1000.99, 1000), (999.99999999, 1000)])
def test_the_total_is_rounded_down(pulje, total):
    assert math.fsum(FORDEL_PULJE(pulje, [3, 2, 2])) == total


def test_without_rounding():
    assert FORDEL_PULJE(100, [1, 2], afrunding=0).tolist() == pytest.approx([100 / 3, 200 / 3], rel=1e-15)


def test_ties_go_to_the_larger_key_and_then_to_the_first():
    assert FORDEL_PULJE(2, [1, 3]).tolist() == [0, 2]
    assert FORDEL_PULJE(3, [1, 1]).tolist() == [2, 1]


def test_nothing_to_distribute():
    assert FORDEL_PULJE(0, [0, 0]).tolist() == [0, 0]
    assert FORDEL_PULJE(0, [1, 2], [1, 1], 0.5, 100).tolist() == [0, 0]


REFUSED = [
    ((-100, [1]), VaerdiFejl, "pulje: -100 kr. er negativ; brug FORDEL_BESPARELSE til en besparelse"),
    ((None, [1]), VaerdiFejl, "pulje mangler: cellen er tom"),
    (("1.000", [1]), VaerdiFejl, 'pulje: "1.000" er ikke et tal'),
    ((100, [1, 2, 3, "n/a"]), VaerdiFejl, 'nøgle, nr. 4: "n/a" er ikke et tal'),
    ((100, [1, -2]), VaerdiFejl, "nøgle, nr. 2: -2 er negativ"),
    ((100, [0, None]), UmuligFejl, "nøglen er nul for alle"),
    ((100, [1, 2], [1]), LaengdeFejl, "områderne er ikke lige lange: børn har 1, nøgle har 2"),
    ((100, [1, 2], None, 0.2), VaerdiFejl, "børn mangler: tærskel regnes pr. barn"),
    ((100, [1, 2], None, None, 50), VaerdiFejl, "børn mangler: loft regnes pr. barn"),
    ((100, [1, 2], [0, 2], 0.2), VaerdiFejl, "nøgle, nr. 1: 1, men der er 0 børn"),
    ((100, [1, 2], [3, None], None, 50), VaerdiFejl, "nøgle, nr. 2: 2, men der er 0 børn"),
    (
        (100, [0.4, 0.6], [10, 10], 0.05),
        VaerdiFejl,
        "nøgle: tallene giver 1 i alt, så belastningen kan ikke måles mod en tærskel; "
        "brug FORDEL_NOEGLE eller antal",
    ),
    ((100, [5, 3], [10, 10], 8), UmuligFejl, "tærskel: ingen når op på 8; mente du 8 %?"),
    ((100, [5, 3], [10, 10], 1), UmuligFejl, "tærskel: ingen når op på 1; mente du 1 %?"),
    ((100, [5, 3], [10, 10], 0.8), UmuligFejl, "tærskel: ingen når op på 80 %; den højeste belastning er 50 %"),
    (
        (100, [5, 3], [10, 10], 0.5, None, None, 1, "over"),
        UmuligFejl,
        "tærskel: ingen når over 50 %; den højeste belastning er 50 %",
    ),
    ((100, [5, 3], [10, 10], -0.1), VaerdiFejl, "tærskel: -0,1 er negativ"),
    (
        (100, [5, 3], [10, 10], None, 0),
        VaerdiFejl,
        "loft: 0 kan ikke bruges; lad cellen være tom, hvis der intet loft er",
    ),
    (
        (100, [5, 3], [10, 10], None, [5, 0]),
        VaerdiFejl,
        "loft, nr. 2: 0 kan ikke bruges; lad cellen være tom, hvis der intet loft er",
    ),
    (
        (1_000_000, [1, 1], None, None, None, 600_000),
        UmuligFejl,
        "minimum kræver 1.200.000 kr., puljen er 1.000.000 kr.",
    ),
    ((100, [5, 3], None, None, None, None, -1), VaerdiFejl, "afrunding: -1 er negativ"),
    (
        (100, [5, 3], [10, 10], 0.1, None, None, 1, "halv"),
        VaerdiFejl,
        'tærskeltype: "halv" findes ikke; skriv "fuld" eller "over"',
    ),
]


@pytest.mark.parametrize("arguments, kind, text", REFUSED, ids=[text[:40] for _, _, text in REFUSED])
def test_refused(arguments, kind, text):
    with pytest.raises(kind, match=f"^{re.escape(text)}$") as refused:
        FORDEL_PULJE(*arguments)
    assert isinstance(refused.value, RegelFejl)
    assert refused.value.argument is not None


def test_a_threshold_of_1_or_more_that_somebody_reaches_is_an_index():
    assert FORDEL_PULJE(100, [12, 8], [10, 10], 1).tolist() == [100, 0]


def test_a_key_without_children_is_fine_where_children_are_not_used():
    assert FORDEL_PULJE(100, [1, 1], [0, 5]).tolist() == [50, 50]


def test_a_key_that_sums_to_1_is_fine_without_a_threshold():
    assert FORDEL_PULJE(100, [0.25, 0.75], [10, 10], None, 7).tolist() == [30, 70]


def test_a_hundred_thousand_recipients():
    rng = np.random.default_rng(3)
    noegle, boern = 100 * rng.random(100_000), rng.integers(1, 99, 100_000)
    begun = time.process_time()
    done = FORDEL_PULJE(1e9, noegle, boern, 0.3, 40_000, 500)
    assert time.process_time() - begun < 5  # a quarter of a second; a generous limit for slow machines
    assert math.fsum(done) == 1e9
