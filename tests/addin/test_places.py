"""Where on a sheet of ours things stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin.places import Rectangle, last_row, rectangles
from addin.workbook import Block, Cell, SheetPlan


def cells(*places: tuple[int, int]) -> list[Cell]:
    return [Cell(row, column, None, "kr") for row, column in places]


@pytest.mark.parametrize(
    "places, found",
    [
        ([], []),
        ([(0, 0)], [(0, 0, 0, 0)]),
        ([(0, 0), (0, 1), (1, 0), (1, 1)], [(0, 0, 1, 1)]),
        ([(0, 0), (0, 1), (1, 0)], [(0, 0, 0, 1), (1, 0, 1, 0)]),
        ([(0, 0), (2, 0)], [(0, 0, 0, 0), (2, 0, 2, 0)]),
        ([(0, 0), (0, 2), (1, 0), (1, 2)], [(0, 0, 1, 0), (0, 2, 1, 2)]),
        ([(1, 1), (1, 1)], [(1, 1, 1, 1)]),
    ],
)
def test_rectangles(places, found) -> None:
    assert rectangles(cells(*places)) == ({"kr": [Rectangle(*each) for each in found]} if found else {})


@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6))))
def test_every_cell_lies_in_one_rectangle_and_no_other_cell_in_any(places) -> None:
    covered = [(row, column) for each in rectangles(cells(*places)).get("kr", [])
               for row in range(each.row, each.last_row + 1) for column in range(each.column, each.last_column + 1)]
    assert sorted(covered) == sorted(places)


def test_styles_are_kept_apart_and_the_last_cell_in_a_place_counts() -> None:
    found = rectangles([Cell(0, 0, 1, "kr"), Cell(0, 1, 2, "fed"), Cell(0, 2, 3, "kr"), Cell(0, 1, 4, "kr"),
                        Cell(1, 0, 5, "fed")])
    assert found == {"kr": [Rectangle(0, 0, 0, 2)], "fed": [Rectangle(1, 0, 1, 0)]}


def test_the_last_row_is_that_of_a_cell_or_of_a_long_column() -> None:
    assert last_row(SheetPlan("k", "Ark")) == 0
    assert last_row(SheetPlan("k", "Ark", [Cell(4, 0, 1), Cell(2, 0, 1)])) == 4
    assert last_row(SheetPlan("k", "Ark", [Cell(4, 0, 1)], blocks=[Block(3, 0, [1.0, 2.0, 3.0])])) == 5
