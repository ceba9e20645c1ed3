"""FORDEL_BOERN."""

import json
from pathlib import Path

import pytest

from udfs.errors import LaengdeFejl, VaerdiFejl
from udfs.rules.fordel_boern import FORDEL_BOERN

PUBLISHED = json.loads((Path(__file__).parents[2] / "cases" / "published.json").read_text(encoding="utf-8"))


def test_kora_table_4_2_an_institution_is_80_weighted_children():
    assert FORDEL_BOERN([20] * 20, [40] * 20, 2).tolist() == [80] * 20
    assert "80 weighted children" in PUBLISHED["kora_2017_tabel_4_3"]["source"]


@pytest.mark.parametrize("omitted", [None, "", [[None]]])
def test_weight_1_8_is_the_default_also_from_an_empty_cell(omitted):
    assert FORDEL_BOERN([10], [5]).tolist() == [23]
    assert FORDEL_BOERN([10], [5], omitted).tolist() == [23]


def test_the_result_lies_like_the_first_range_and_blank_is_zero():
    assert FORDEL_BOERN([[10], [None]], [1, 2], 2).tolist() == [[21], [2]]
    assert FORDEL_BOERN([[10, 20]], [[1], [2]], 2).tolist() == [[21, 42]]


def test_refusals():
    with pytest.raises(LaengdeFejl, match="børn 3-5 år har 1, børn 0-2 år har 2"):
        FORDEL_BOERN([1, 2], [1])
    with pytest.raises(VaerdiFejl, match="børn 0-2 år, nr. 1: -1 er negativ"):
        FORDEL_BOERN([-1], [1])
    with pytest.raises(VaerdiFejl, match="vægt: -1 er negativ"):
        FORDEL_BOERN([1], [1], -1)
