"""How a sheet lies on A4."""

from __future__ import annotations

from addin.sheets import sider
from addin.sheets.sider import Block
from addin.workbook import SheetPlan


def plan(columns: int, width: float, landscape: bool = True) -> SheetPlan:
    return SheetPlan("ark", "Ark", widths=dict.fromkeys(range(columns), width), landscape=landscape)


def test_letters_of_a_working_paper_are_never_under_seven_points() -> None:
    for columns, pages in ((8, 1), (14, 1), (22, 2), (40, 3)):
        sheet = plan(columns, 13)
        sider.spread(sheet, columns)
        assert sheet.pages_wide == pages
        assert sider.scale(sheet, columns) * 11 >= 7 * 100


def test_a_page_begins_where_a_block_would_be_parted() -> None:
    sheet = plan(4, 10, landscape=False)  # 737 points: 49 rows of 15
    blocks = [Block(0, 0), *(Block(row, row) for row in range(1, 49)), Block(49, 52), Block(53, 53)]
    sider.lay(sheet, 4, blocks)
    assert sheet.breaks == (49,)
    sider.lay(sheet, 4, blocks[:-2])
    assert sheet.breaks == ()
    sider.lay(sheet, 4, [Block(0, 3), Block(4, 8, True)])
    assert sheet.breaks == (4,)


def test_repeated_headings_take_their_room() -> None:
    sheet = plan(4, 10, landscape=False)
    sheet.repeat_row = 0
    sheet.heights[0] = 150
    sider.lay(sheet, 4, [Block(row, row) for row in range(100)])
    first, second, *_ = sheet.breaks
    assert first == 41 and second == 41 + 40
