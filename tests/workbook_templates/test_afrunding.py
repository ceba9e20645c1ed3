"""What is rounded in a formula is what the rules round it to, in LibreOffice and in a second engine."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import xlsxwriter

from tests.calc.office import Office
from tests.second_engine.engine import Engine
from udfs import rounding
from workbook_templates import afrunding

Number = tuple[float, int]  # and how many decimals its rest has
# Seen in workbooks: just under a half in the seventh decimal, one of which ROUND took up and one down.
SEEN: list[Number] = [(4921038.796343499, 6), (160494.37573949975, 6)]


def held(tal: float) -> float:
    """As XlsxWriter writes it."""
    return float(f"{tal:.16G}")


def steps(tal: float, many: int) -> float:
    """So many of the smallest steps below."""
    for _ in range(many):
        tal = float(np.nextafter(tal, 0.0))
    return tal


def near_a_half() -> list[Number]:
    """Numbers of 1 to 12 digits at a half of the last decimal of a rest, and on both sides of what is taken for it."""
    found = []
    for digits in range(1, 13):
        decimals = min(6, 14 - digits)
        for lead in (1, 3, 7, 9):
            half = lead * 10 ** (digits - 1) + 3.5 * 10.0**-decimals
            lifted = max(1e-3, half * rounding.LAST_BITS * 10**decimals) * 10.0**-decimals
            found += [(held(each), decimals) for each in
                      (half, steps(half, 1), steps(half, 3), half - 0.9 * lifted, half - 1.1 * lifted, half + lifted)]
    return found


def halves() -> list[float]:
    """Whole numbers of 1 to 12 digits and a half, and what is just below it, on both sides of 15 digits."""
    found = []
    for digits in range(1, 13):
        for lead in (1, 3, 7, 9):
            half = lead * 10 ** (digits - 1) + 0.5
            of_digits = 0.5 * 10.0 ** (digits - 15)
            found += [half, steps(half, 1), half - 0.9 * of_digits, half - 1.1 * of_digits - 1e-14, half + of_digits]
    return [held(each) for each in found]


def with_decimals(number: Number) -> float:
    """As the rules have it."""
    whole, rest = rounding.split(np.array([number[0]]), number[1])
    return float(whole[0] + rest[0])


def written(path: Path, numbers: list[Number], formula: Callable[[str, str], str]) -> Path:
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Ark")
    for row, number in enumerate(numbers):
        sheet.write_row(row, 0, number)
        sheet.write_formula(row, 2, f"={formula(f'A{row + 1}', f'B{row + 1}')}")
    book.close()
    return path


def by_office(office: Office, path: Path, many: int) -> list[float]:
    assert office.open(str(path))
    try:
        office.recalc()
        return [float(office.get(f"Ark!C{row + 1}")) for row in range(many)]
    finally:
        office.close()


def by_engine(path: Path, many: int) -> list[float]:
    places = [("Ark", f"C{row + 1}") for row in range(many)]
    computed = Engine(path).values(places)
    return [float(computed[place]) for place in places]


def alike(computed: list[float], right: list[float], numbers: list[Number]) -> list[tuple[Number, float, float]]:
    return [each for each in zip(numbers, computed, right) if not math.isclose(each[1], each[2], rel_tol=1e-15)]


@pytest.mark.soffice
def test_the_decimals_of_a_rest_are_those_of_the_rules_on_both_sides_of_a_half(office: Office, tmp_path: Path) -> None:
    numbers = [*SEEN, *near_a_half()]
    right = [with_decimals(number) for number in numbers]
    assert {round(each * 10**decimals) - math.floor(tal * 10**decimals)
            for each, (tal, decimals) in zip(right, numbers)} == {0, 1}
    path = written(tmp_path / "rest.xlsx", numbers, afrunding.with_decimals)
    assert alike(by_office(office, path, len(numbers)), right, numbers) == []
    assert alike(by_engine(path, len(numbers)), right, numbers) == []


@pytest.mark.soffice
def test_a_half_is_one_on_15_digits_as_the_rules_have_it(office: Office, tmp_path: Path) -> None:
    numbers = [(each, 0) for each in halves()]
    right = [rounding.half_up(each) for each, _ in numbers]
    assert {up - math.floor(each) for up, (each, _) in zip(right, numbers)} == {0, 1}
    path = written(tmp_path / "halve.xlsx", numbers, lambda tal, _: afrunding.half_up(tal))
    assert alike(by_office(office, path, len(numbers)), right, numbers) == []
    assert alike(by_engine(path, len(numbers)), right, numbers) == []


def test_round_alone_is_another_number_in_an_engine_that_takes_all_digits(tmp_path: Path) -> None:
    """Which is why there is more than that in the control: on 15 digits both are a half."""
    path = written(tmp_path / "round.xlsx", SEEN, lambda tal, decimals: f"ROUND({tal},{decimals})")
    assert [number for number, _, _ in alike(by_engine(path, 2), [with_decimals(each) for each in SEEN], SEEN)] == SEEN
