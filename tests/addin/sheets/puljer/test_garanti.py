"""The columns that prove the guarantee of the sum hold what was calculated."""

from __future__ import annotations

from typing import Any

from addin.sheets.puljer import garanti
from tests.planning import cells, planned
from tests.pools import RANDERS, houses


def table(**more: Any) -> list[list[Any]]:
    found = cells(planned(houses(*RANDERS, {"Pulje": "Garanti", "Garanti": 0.95, **more})), "kontrol")
    row, at = next(place for place, value in found.items() if value == garanti.HEADINGS[0])
    columns = range(at, at + len(garanti.HEADINGS))
    return [[found.get((line, column)) for column in columns] for line in range(row + 1, row + 7)]


def test_floors_and_who_is_at_them() -> None:
    found = table()
    assert [line[1] for line in found] == [855_000, 1_520_000, 1_900_000, 855_000, 3_230_000, 750_500]
    assert [line[2] for line in found] == [0, 1, 0, 1, 1, 1]


def test_rests_are_of_those_who_are_not_and_on_one_side_each() -> None:
    found = table()
    assert all((line[4] in ("", None)) or (line[5] in ("", None)) for line in found)
    with_, without = ([line[at] for line in found if line[at] not in ("", None)] for at in (4, 5))
    assert len(with_ + without) == 2 and min(with_) >= max(without)


def test_last_years_own_column_is_read() -> None:
    assert [line[0] for line in table(**{"Sidste år": "I fjor små"})] == [300_000, 0, 200_000, 250_000, 480_000, 0]
