"""Why an amount is changed: three parts that add up to the krone, in each row and in the sum."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin.sheets.hvorfor import shared
from tests.addin.sheets.committee import example
from tests.planning import planned, result

PARTS = ("Sidste år", "Priser", "Puljen", "Andelen")


def test_the_example_as_it_is_printed() -> None:
    lines = result(planned(example()))
    assert [lines["Ellehuset"][part] for part in PARTS[1:]] == [12_464, 27_750, 2_286]
    assert [lines["Kastanjen"][part] for part in PARTS[1:]] == [17_363, 38_658, -70_621]
    assert [lines["Strandhuset"][part] for part in PARTS[1:]] == [2_234, 4_973, -77_007]


@pytest.mark.parametrize("pool", [2_400_000, 1_000_003])
def test_the_parts_add_up_in_every_row_and_in_the_sum(pool: float) -> None:
    plan = planned(example(pulje=pool))
    for name, line in result(plan).items():
        if line.get("Priser") is not None:
            before = line["Tildeling"] - sum(line[part] for part in PARTS[1:])
            assert before == pytest.approx(round(before)), name
    assert result(plan)["Hele kommunen"]["Andelen"] == 0


def test_without_last_year_and_in_a_saving_there_is_none() -> None:
    assert "Priser" not in result(planned(example(("sidste_aar",), pl=None)))["Ellehuset"]


@given(st.integers(-10**7, 10**7), st.lists(st.integers(0, 10**6), min_size=1, max_size=30))
def test_what_is_shared_is_all_of_it_and_of_one_sign(amount: int, by: list[int]) -> None:
    parts = shared(float(amount), [float(each) for each in by], 1.0)
    assert sum(parts) == (amount if any(by) else 0) and all(part * amount >= 0 for part in parts)
