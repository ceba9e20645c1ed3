"""Numbers no one here computed: worked examples from the open literature, each with its source.

`derived`: one plain step from what is printed; `looked_up` is false where the number was written down from memory of a
well-known work.
"""

import json
from pathlib import Path

import numpy as np
import pytest

from udfs.catalogue import FUNCTIONS, GROUPS
from udfs.errors import VaerdiFejl

CASES = Path(__file__).parents[1] / "cases"
LITERATURE = json.loads((CASES / "literature.json").read_text(encoding="utf-8"))
PUBLISHED = json.loads((CASES / "published.json").read_text(encoding="utf-8"))
POOLS = [case for case in LITERATURE if case["function"] == "FORDEL_PULJE"]


def name(case):
    return f"{case['function']}-{case['name']}"


@pytest.mark.parametrize("case", LITERATURE, ids=name)
def test_the_printed_number(case):
    found = np.asarray(FUNCTIONS[case["function"]](**case["arguments"]), dtype=float).ravel()
    printed = np.asarray(case["result"], dtype=float).ravel()
    assert found.shape == printed.shape
    assert np.abs(found - printed).max() <= case["tolerance"] * (1 + 1e-9), case["source"]


@pytest.mark.parametrize("case", POOLS, ids=name)
def test_the_trail_and_the_control_say_the_same(case):
    given = case["arguments"]
    table = FUNCTIONS["FORDEL_SPOR"](**given)
    column = table[0].tolist().index("Tildeling")
    assert table[1:-1, column].astype(float) == pytest.approx(np.array(case["result"], dtype=float), abs=1e-9)
    assert FUNCTIONS["FORDEL_KONTROL"](case["result"], given["pulje"], given.get("afrunding", 1)) == "OK"


def test_every_distribution_has_one():
    proven = {case["function"] for case in LITERATURE} | {"FORDEL_SPOR", "FORDEL_KONTROL"}
    assert {rule.__name__ for rule in GROUPS["Fordeling"]} <= proven
    assert all(case["source"] for case in LITERATURE)


def test_the_seat_that_alabama_loses_is_one_and_no_more():
    smaller, larger = (next(case for case in POOLS if case["name"] == f"alabama_toy_{n}") for n in (10, 11))
    falls = [old - new for old, new in zip(smaller["result"], larger["result"])]
    assert max(falls) == 1


def test_equal_awards_of_applications():
    case = PUBLISHED["equal_awards"]
    for pool, awards in case["awards"].items():
        assert FUNCTIONS["FORDEL_ANSOEGNING"](int(pool), case["claims"], "lige").tolist() == awards


def test_aarhus_move_by_expenditure_budget():
    case = PUBLISHED["aarhus_move_2019"]
    schools, fu = FUNCTIONS["FORDEL_BESPARELSE"](case["total"], case["shares"]).tolist()
    assert (schools, fu) == (2_827_500, 422_500)
    assert (round(schools / 1e6, 1), round(fu / 1e6, 1)) == (2.8, 0.4)  # as printed


def test_aarhus_financing_adds_up_to_its_printed_sums():
    case = PUBLISHED["aarhus_finansiering_2019"]
    rows = np.array(list(case["rows"].values()), dtype=float)
    for year, total in zip(rows.T, case["sum"]):
        assert FUNCTIONS["FORDEL_KONTROL"](year, total) == "OK"


def test_what_aarhus_does_not_know_is_not_zero():
    case = PUBLISHED["aarhus_finansiering_2019"]
    payments, printed = list(case["participant_payment"].values()), case["participant_payment_sum_printed"][0]
    with pytest.raises(VaerdiFejl, match=r'beløb, nr. 7: "\?" er ikke et tal'):
        FUNCTIONS["FORDEL_KONTROL"](payments, printed)
    assert FUNCTIONS["FORDEL_KONTROL"](payments[:-1], printed) == "OK"  # the printed sum leaves the unknown one out
