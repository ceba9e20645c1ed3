"""Where on a sheet of ours things stand, as every host that writes it asks."""

from __future__ import annotations

from addin.workbook import SheetPlan


def last_row(plan: SheetPlan) -> int:
    """The last row with a cell or a long column on it; 0 for an empty sheet."""
    return max([cell.row for cell in plan.cells] + [block.row + len(block.values) - 1 for block in plan.blocks],
               default=0)
