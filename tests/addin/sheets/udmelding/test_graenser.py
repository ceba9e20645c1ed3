"""A bound on the tape says how it is made, of those that are there and of no others."""

from __future__ import annotations

import math
from typing import Any

import pytest

from addin.run.regnet import Regnet
from addin.sheets.udmelding import graenser
from tests.addin.sheets.udmelding.test_beregning import LEAST, SEEDS, lines_of, of_dice
from tests.planning import calculated, case

# Two have had 1.000 and 3.000 kr., a third nothing.
ROWS = [["Institution", "Børn", "Nøgle", "Sidste år", "Ansøgt", "Budget"], ["Solen", 30, 5, 1_000.5, 4_000, 90_000],
        ["Månen", 30, 3, 3_000, 2_000, 50_000], ["Stjernen", 40, 2, 0, 900, 70_000]]
NAVN = {"navn": "A", "boern": "B", "noegle": "C"}


def regnet(columns: dict[str, str], **values: Any) -> Regnet:
    places = {key: f"Ark!${letter}$2:${letter}$4" for key, letter in {**NAVN, **columns}.items()}
    return calculated(case({"Ark": ROWS}, places, **{"pulje": 10_000, **values})).first


def of_bounds(result: Regnet, at: int) -> list[tuple[str, str, str]]:
    return [(line.label, line.regn, line.trykt) for line in lines_of(result, at) if line.regn in ("mindst", "højst")]


SIDSTE, SOEGT = {"sidste_aar": "D"}, {"ansoegt": "E"}


@pytest.mark.parametrize("columns, values, at, said", [
    ({}, {"minimum": 2_500}, 2, [("minimum 2.500 kr.", "mindst", "2.500 kr.")]),
    ({}, {"minimum": 2_500.5}, 2, [("minimum 2.500,50 kr., rundet op", "mindst", "2.501 kr.")]),
    ({}, {"minimum": 2_500, "loft": 50}, 2, [
        ("minimum 2.500 kr., dog ikke over loftet", "mindst", "2.000 kr."),
        ("loftet (linje 4)", "højst", "2.000 kr.")]),
    ({}, {"minimum": 2_500, "grundbeloeb": 100}, 2, [("minimum efter nøglen 2.500 kr.", "mindst", "2.500 kr.")]),
    (SIDSTE, {"garanti": 0.95}, 0, [
        ("garantien: 95 % af sidste år, 1.000,50 kr., rundet op", "mindst", "951 kr.")]),
    (SIDSTE, {"garanti": 0.95, "pl": 0.1, "grundbeloeb": 100}, 1, [
        ("garantien: 95 % af sidste år i nyt prisniveau, 3.300 kr., minus grundbeløbet", "mindst", "3.035 kr.")]),
    (SIDSTE, {"garanti": 0.5, "minimum": 2_000}, 1, [
        ("det største af minimum 2.000 kr. og garantien: 50 % af sidste år, 3.000 kr.", "mindst", "2.000 kr.")]),
    (SIDSTE, {"hoejst": 1.1}, 1, [("højst 110 % af sidste år, 3.000 kr.", "højst", "3.300 kr.")]),
    (SIDSTE, {"hoejst": 1.1}, 2, []),
    (SIDSTE, {"hoejst": 1.5, "loft": 133.35}, 1, [
        ("det mindste af loftet: 133,35 kr. pr. barn og højst 150 % af sidste år, 3.000 kr., rundet ned", "højst",
         "4.000 kr.")]),
    (SOEGT, {}, 1, [("det ansøgte, 2.000 kr.", "højst", "2.000 kr.")]),
    ({"grundbudget": "F"}, {"retning": "besparelse", "hoejst_andel": 0.05}, 1, [
        ("højst 5 % af grundbudgettet, 50.000 kr.", "højst", "2.500 kr.")])])
def test_each_bound_says_how_it_is_made(columns: Any, values: Any, at: int, said: Any) -> None:
    assert of_bounds(regnet(columns, **values), at) == said


def test_what_is_told_is_the_bound_whatever_the_workbook() -> None:
    """In whole units: the largest of what keeps it up, and the smallest of what keeps it down."""
    results = [result for seed in range(SEEDS) if (result := of_dice(seed)) is not None]
    looked, near = 0, graenser.NEAR
    for result in results:
        done, unit = result.fordeling, result.fordeling.afrunding
        for at in range(result.n):
            low, high = float(done.lo[at]), float(done.hi[at])
            if done.deling or result.figures.only_fixed[at] or not graenser.is_bounded(result, at):
                continue
            looked += 1
            if low > 0:
                most = max(graense.kr for graense in graenser.nedre(result, at))
                assert most - near <= low < most + unit or low == high < most
            if math.isfinite(high):
                least = min(graense.kr for graense in graenser.oevre(result, at))
                assert least - unit < high <= least + near
    assert len(results) >= LEAST and looked >= LEAST
