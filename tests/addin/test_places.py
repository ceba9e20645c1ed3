"""Where on a sheet of ours things stand."""

from __future__ import annotations

from addin.places import last_row
from addin.workbook import Block, Cell, SheetPlan


def test_the_last_row_is_that_of_a_cell_or_of_a_long_column() -> None:
    assert last_row(SheetPlan("k", "Ark")) == 0
    assert last_row(SheetPlan("k", "Ark", [Cell(4, 0, 1), Cell(2, 0, 1)])) == 4
    assert last_row(SheetPlan("k", "Ark", [Cell(4, 0, 1)], blocks=[Block(3, 0, [1.0, 2.0, 3.0])])) == 5
