"""Headings and running text, broken so that they stay on paper."""

from __future__ import annotations

from addin.sheets.sider import Block
from addin.sheets.tekst import put_lines
from addin.workbook import SheetPlan


def test_lines_are_broken_at_the_width_of_the_page_and_kept_together() -> None:
    plan, blocks = SheetPlan("ark", "Ark", widths={0: 3, 1: 29}), []
    after = put_lines(plan, blocks, 4, "Det vigtigste", ["ord " * 20, "", "kort"])
    lines = [str(cell.value) for cell in plan.cells if cell.style == "tekst"]
    assert max(map(len, lines)) <= 40 and lines[-1] == "kort" and len(lines) == 4
    assert blocks == [Block(4, after - 1)] and after == 4 + 1 + 4 + 1


def test_where_nothing_is_said_there_is_no_heading() -> None:
    plan, blocks = SheetPlan("ark", "Ark", widths={0: 30}), []
    assert put_lines(plan, blocks, 4, "Det vigtigste", ["", ""]) == 4 and not plan.cells and not blocks
