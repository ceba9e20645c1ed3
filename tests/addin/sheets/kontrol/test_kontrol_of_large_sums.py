"""The control where a rest has fewer decimals than six: the same ROUND() in the solver and in LibreOffice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.calc.office import Office
from tests.planning import OK, Case, amounts, case, cell_of, cells, distributed, place_of, planned, status

KEYS = (7866, 3429, 7108, 8119, 6730, 6124, 7471, 8477)  # of 1.000.000.007 kr. two rests are 0,7322
ROWS: list[list[Any]] = [["Institution", "Nøgle", "Børn", "Sidste år"],
                         *([f"Hus {number}", key, 40, 125_000_000.4 - number] for number, key in enumerate(KEYS))]
COLUMNS = {key: f"Ark!${letter}$2:${letter}$9" for key, letter in
           zip(("navn", "noegle", "boern", "sidste_aar"), "ABCD")}


def made(**values: Any) -> Case:
    return case({"Ark": ROWS}, COLUMNS, **values)


@pytest.mark.soffice
@pytest.mark.parametrize(("values", "decimals"), [
    ({"pulje": 99_999_999}, 6), ({"pulje": 100_000_000}, 5), ({"pulje": 1_000_000_007}, 4),
    ({"pulje": 1_000_000_007, "andel_nyt": 1 / 3}, 4), ({"pulje": 40_000_000, "andel_nyt": 0.25}, 6),
    ({"pulje": 12_345_678.91, "afrunding": 0.01}, 4), ({"pulje": 1_000_000_007, "loft": 4_000_000.33}, 4),
    ({"pulje": 1_000_000_007, "garanti": 0.9, "minimum": 60_000_000.7}, 4),
    ({"pulje": 10_000_000_000_007}, 0), ({"pulje": 123_456_789_012.34, "afrunding": 0.01}, 0)],
    ids=str)
def test_ok_and_not_ok_when_the_pool_changes(office: Office, tmp_path: Path, values: dict[str, Any],
                                             decimals: int) -> None:
    taken = made(**values)
    control = cells(planned(taken), "kontrol")
    row = next(row for (row, _), text in control.items() if str(text).startswith("Decimaler af en rest: "))
    assert control[row, 2] == decimals
    assert office.open(str(distributed(taken, tmp_path)))
    try:
        assert status(office) == OK
        assert office.errors() == []
        office.set(cell_of(taken, "pulje"), float(values["pulje"] + 2 * values.get("afrunding", 1)))
        assert status(office) != OK
    finally:
        office.close()


@pytest.mark.soffice
def test_not_ok_when_the_krone_of_a_tie_goes_to_the_smaller_weight(office: Office, tmp_path: Path) -> None:
    """Hus 1 and Hus 2 are alike to four decimals; by six the krone would have been Hus 1's."""
    taken = made(pulje=1_000_000_007)
    one, other = (place_of(planned(taken), name, "Tildeling") for name in ("Hus 1", "Hus 2"))
    assert office.open(str(distributed(taken, tmp_path)))
    try:
        assert (office.get(one), office.get(other)) == (61_980_334, 128_479_504)
        office.set(one, 61_980_335)
        office.set(other, 128_479_503)
        assert status(office) != OK
        office.set(one, 61_980_334)
        office.set(other, 128_479_504)
        assert status(office) == OK
    finally:
        office.close()


@pytest.mark.soffice
def test_ok_where_the_decimals_have_lifted_more_floors_than_there_are_units(office: Office, tmp_path: Path) -> None:
    """Fourteen digits leave no decimal: more are lifted than the sum can pay, and the smallest gives back."""
    rows = [ROWS[0], *([f"Hus {number}", key, 40, 1] for number, key in
                       enumerate((129, 190, 151, 16, 228, 209, 197, 162)))]
    taken = case({"Ark": rows}, COLUMNS, pulje=38_437_665_710_600)
    control = cells(planned(taken), "kontrol")
    head = next(row for row, column in control if control[row, column] == "Ekstra enhed")
    extra = next(column for row, column in control if row == head and control[row, column] == "Ekstra enhed")
    assert [control[head + number, extra] for number in range(1, 9)] == [0, 0, 0, -1, 0, 0, 0, 0]
    assert office.open(str(distributed(taken, tmp_path)))
    try:
        assert status(office) == OK
    finally:
        office.close()


# Last year and the pool, of which shares come to half a krone; the last bits of the calculation are below it.
HALF_A_KRONE = [(69_521_218, 42_950_493, 0.3, 61_550_001), (81_140_745, 13_893_015, 5 / 12, 53_120_858),
                (61_251_552, 24_484_554, 5 / 12, 45_931_970)]


@pytest.mark.soffice
@pytest.mark.parametrize(("before", "pool", "share", "total"), HALF_A_KRONE)
def test_ok_where_shares_of_last_year_and_this_come_to_half_a_krone(office: Office, tmp_path: Path, before: int,
                                                                    pool: int, share: float, total: int) -> None:
    """It goes up, as on 15 digits; a krone less is not right."""
    assert (1 - share) * before + share * pool < total - 0.5
    rows = [["Institution", "Nøgle", "Sidste år"], ["A", 2, before - 1_000_000], ["B", 3, 1_000_000]]
    columns = {key: f"Ark!${letter}$2:${letter}$3" for key, letter in zip(("navn", "noegle", "sidste_aar"), "ABC")}
    taken = case({"Ark": rows}, columns, pulje=pool, andel_nyt=share)
    place = place_of(planned(taken), "A", "Tildeling")
    assert sum(amounts(planned(taken)).values()) == total
    assert office.open(str(distributed(taken, tmp_path)))
    try:
        assert status(office) == OK
        office.set(place, office.get(place) - 1)
        assert status(office) != OK
    finally:
        office.close()
