"""Cells of one style as few rectangles, and a word of this host for every property of every style."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin.hosts.excel.looks import Rectangle, column_width, rectangles
from addin.workbook import Cell


def cells(*places: tuple[int, int]) -> list[Cell]:
    return [Cell(row, column, None) for row, column in places]


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
    assert rectangles(cells(*places)) == [Rectangle(*each) for each in found]


@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6))))
def test_every_cell_lies_in_one_rectangle_and_no_other_cell_in_any(places) -> None:
    covered = [(row, column) for each in rectangles(cells(*places))
               for row in range(each.row, each.last_row + 1) for column in range(each.column, each.last_column + 1)]
    assert sorted(covered) == sorted(places)


def test_a_width_is_characters_on_the_desktop_and_points_on_the_web() -> None:
    assert (column_width(8.43, True), column_width(8.43, False)) == (8.43, 48.0)  # Excel's own default width
