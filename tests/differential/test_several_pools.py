"""Several pools against an oracle in exact fractions, which imports nothing of the product; the rows are drawn."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.addin.regn.test_puljer import run
from tests.pools import HOUSES
from tests.udfs import oracle

CHILDREN = [row[3] for row in HOUSES[1:]]
SMALL, ALL = ([row[at] or 0 for row in HOUSES[1:]] for at in (4, 5))
TAKES_PART = {"alle": [True] * 6, "Gruppe: Nord": [True, True, False, False, True, False],
              "Type: Vuggestue, Integreret": [True, False, True, True, True, False]}


@st.composite
def pool(draw: Any) -> dict[str, Any]:
    found = {"Beløb, kr.": draw(st.integers(10_000, 9_999_999)), "Modtagere": draw(st.sampled_from([*TAKES_PART])),
             "Nøgle": draw(st.sampled_from((None, "Udsatte 0-2"))),
             "Afrunding, kr.": draw(st.sampled_from((1, 10, 500))),
             "Loft, kr. pr. barn": draw(st.sampled_from((None, None, 900, 20_000))),
             "Tærskel": draw(st.sampled_from((None, 0.06, 0.09)))}
    if not found["Nøgle"] and draw(st.booleans()):
        found["Minimum, kr."] = found["Beløb, kr."] // 100
    return {heading: value for heading, value in found.items() if value is not None}


def by_oracle(row: dict[str, Any], came: Fraction) -> tuple[list[Fraction], Fraction]:
    """What a pool gives each, 0 where it takes no part; and what is left."""
    there = [at for at, part in enumerate(TAKES_PART[row["Modtagere"]]) if part]
    keys = SMALL if "Nøgle" in row else ALL
    amount, number = Fraction(row["Beløb, kr."]) + came, lambda key: None if key not in row else Fraction(str(row[key]))
    given_out, _, _ = oracle.pulje(
        amount, [Fraction(keys[at]) for at in there], [Fraction(CHILDREN[at]) for at in there], number("Tærskel"),
        number("Loft, kr. pr. barn"), number("Minimum, kr.") or Fraction(0), Fraction(row["Afrunding, kr."]))
    found = [Fraction(0)] * 6
    for at, kr in zip(there, given_out):
        found[at] = Fraction(kr)
    return found, amount - sum(found)


def by_hand(rows: list[dict[str, Any]]) -> list[list[Fraction]]:
    """Every pool in the order of the rows; what one leaves goes on where its row says so."""
    found: list[list[Fraction]] = []
    came = [Fraction(0)] * len(rows)
    for at, row in enumerate(rows):
        amounts, left = by_oracle(row, came[at])
        found.append(amounts)
        if "Tilovers" in row:
            came[int(row["Tilovers"][1:])] += left
    return found


@given(st.lists(pool(), min_size=2, max_size=4), st.data())
def test_every_pool_and_the_sum_are_what_the_oracle_says(rows: list[dict[str, Any]], data: st.DataObject) -> None:
    for at, row in enumerate(rows):
        row["Pulje"] = f"P{at}"
        if at + 1 < len(rows) and data.draw(st.booleans()):
            row["Tilovers"] = f"P{data.draw(st.integers(at + 1, len(rows) - 1))}"
    wanted = by_hand(rows)
    done = run(*rows)
    for at, amounts in enumerate(wanted):
        part = TAKES_PART[rows[at]["Modtagere"]]
        assert done.beloeb(at) == [float(kr) if there else None for kr, there in zip(amounts, part)]
    assert done.sum.tildeling.tolist() == [float(sum(column)) for column in zip(*wanted)]


@given(st.integers(0, 90), st.integers(2_000_000, 20_000_000))
def test_the_guarantee_of_the_sum_is_what_the_oracle_says(percent: int, amount: int) -> None:
    """Each gets what the pools give it at one rate, or its floor, found by trying every number of them at it."""
    before = [Fraction(row[7]) for row in HOUSES[1:]]
    sums = [Fraction(keys) for keys in map(sum, zip(*by_hand([
        {"Beløb, kr.": amount, "Modtagere": "alle", "Afrunding, kr.": 1}])))]
    floors = [oracle.ceil_to(Fraction(percent, 100) * then, Fraction(1)) for then in before]
    if sum(floors) > amount:
        return
    x, _, _ = oracle.allocate(Fraction(amount), sums, floors, [None] * 6)
    tie = [oracle.rounded(each / sum(sums), 12) for each in sums]
    wanted = oracle.largest_remainder(x, Fraction(1), Fraction(amount), tie, floors, [None] * 6)
    rows = ({"Pulje": "En", "Beløb, kr.": amount}, {"Pulje": "Nul", "Beløb, kr.": 0},
            {"Pulje": "Garanti", "Garanti": percent / 100})
    assert run(*rows).sum.tildeling.tolist() == [float(kr) for kr in wanted]
