"""How a sheet lies on A4."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from addin.sheets import sider
from addin.sheets.sider import Block
from addin.workbook import SheetPlan


def plan(columns: int, width: float, landscape: bool = True) -> SheetPlan:
    return SheetPlan("ark", "Ark", widths=dict.fromkeys(range(columns), width), landscape=landscape)


def test_letters_of_a_working_paper_are_never_under_seven_points() -> None:
    """The smallest are 9 on screen; LibreOffice prints smaller than Excel."""
    for columns, pages in ((8, 1), (13, 1), (14, 2), (26, 2), (27, 3)):
        sheet = plan(columns, 13)
        sider.spread(sheet, columns)
        assert sheet.pages_wide == pages
        assert sider.scale(sheet, columns, sider.LIBREOFFICE) * 9 >= 7 * 100


def test_columns_are_as_wide_as_digits_in_the_program_that_prints() -> None:
    sheet = plan(10, 20, landscape=False)  # 207 digits and a little
    assert (sider.scale(sheet, 10), sider.scale(sheet, 10, sider.LIBREOFFICE)) == (49, 46)
    assert sider.scale(plan(10, 4), 10) == 100


def test_a_page_begins_where_a_block_would_be_parted() -> None:
    sheet = plan(4, 10, landscape=False)  # 766 points: 51 rows of 15
    blocks = [Block(0, 0), *(Block(row, row) for row in range(1, 49)), Block(49, 58), Block(59, 59)]
    sider.lay(sheet, 4, blocks)
    assert sheet.breaks == (34,)  # half a page is left for the next
    sider.lay(sheet, 4, [*blocks, *(Block(row, row) for row in range(60, 80))])
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
    assert first == 42 and second == 42 + 41


def test_no_page_is_less_than_half_full_where_the_one_before_has_rows_to_give() -> None:
    sheet = plan(4, 10, landscape=False)
    rows = [Block(row, row) for row in range(52)]
    sider.lay(sheet, 4, rows)
    assert sheet.breaks == (26,)  # and not (51,), with one row after it
    sider.lay(sheet, 4, [Block(row, row) for row in range(76)])
    assert sheet.breaks == (50,)
    sider.lay(sheet, 4, [Block(row, row) for row in range(77)])
    assert sheet.breaks == (51,)  # 26 rows are half a page: the first is as full as it can be
    sider.lay(sheet, 4, [*rows[:51], Block(51, 51, True)])
    assert sheet.breaks == (51,)  # what begins a page does
    sider.lay(sheet, 4, [Block(0, 4), Block(5, 50), Block(51, 51)])
    assert sheet.breaks == (5,)  # a picture comes along
    sider.lay(sheet, 4, [Block(0, 50), Block(51, 51)])
    assert sheet.breaks == (51,)  # nothing is left for the page before


def test_all_pages_are_chosen_at_once() -> None:
    """A picture leaves its page no room; the rows before it are parted so that both their pages are half full."""
    sheet = plan(4, 10, landscape=False)
    sider.lay(sheet, 4, [*(Block(row, row) for row in range(55)), Block(55, 100), Block(101, 103)])
    assert sheet.breaks == (29, 55)


@given(st.lists(st.tuples(st.integers(1, 60), st.booleans()), min_size=1, max_size=12), st.booleans())
def test_pages_are_no_more_than_greedily_and_none_has_more_than_it_has_room_for(
        sizes: list[tuple[int, bool]], repeats: bool) -> None:
    sheet, most, blocks, row = plan(4, 10), 51 * sider.LINE, [], 0
    sheet.repeat_row = 0 if repeats else None
    for size, new in sizes:
        blocks.append(Block(row, row + size - 1, new))
        row += size
    starts = [0, *sider.parted(sheet, blocks, most)]
    firsts = [block.first for block in blocks]
    assert starts == sorted(set(starts)) and set(starts) <= set(firsts)
    assert {block.first for block in blocks[1:] if block.new} <= set(starts)
    for start, after in zip(starts, [*starts[1:], row]):
        alone = start in firsts and firsts.index(start) + 1 in (len(firsts), *map(firsts.index, starts[1:]))
        assert alone or (after - start + (repeats and start > 0)) * sider.LINE <= most
    assert len(starts) <= greedy(blocks, 51, int(repeats))


def greedy(blocks: list[Block], most: int, repeated: int) -> int:
    """Pages, each as full as it can be."""
    pages, used = 1, 0
    for block in blocks:
        tall = block.last - block.first + 1
        if used and (block.new or used + tall > most):
            pages, used = pages + 1, repeated
        used += tall
    return pages


def test_rows_of_a_working_paper_but_headings_stay_with_the_next_and_a_sum_with_the_one_before() -> None:
    sheet = plan(2, 10)
    looks = ["titel", "lille", "hoved", "enhed", "tekst", "kr", "kr sum_tekst", "afsnit", "tekst"]
    for row, look in enumerate(looks):
        sheet.put(row + (row > 6), 0, "x", look)
    sheet.put(20, 2, "not printed", "tekst")
    assert sider.row_by_row(sheet, 2) == [Block(0, 1), Block(2, 4), Block(5, 6), Block(8, 9)]


def test_a_page_is_one_where_all_of_it_has_room_in_letters_that_can_be_read() -> None:
    sheet = plan(4, 10, landscape=False)
    assert sider.fits(sheet, 4, 61, 82) and not sider.fits(sheet, 4, 62, 82)  # 766 points at 82 %: 934


def test_a_table_that_is_more_than_a_page_is_parted_between_its_rows_and_its_headings_are_not_left_behind() -> None:
    sheet = plan(4, 10, landscape=False)  # 51 rows
    assert sider.rows_of(sheet, Block(5, 55), 6, 4) == [Block(5, 55)]
    parted = sider.rows_of(sheet, Block(5, 56), 6, 4)
    assert parted[:2] == [Block(5, 7), Block(8, 8)] and parted[-1] == Block(56, 56) and len(parted) == 50


def test_columns_are_made_wider_alike_until_letters_are_the_least_there_may_be_and_never_narrower() -> None:
    sheet = plan(10, 8)
    sheet.widths[3] = 16
    sider.widen(sheet, 10, 82)
    assert sider.scale(sheet, 10, sider.LIBREOFFICE) == 82 < sider.scale(sheet, 10)
    assert sheet.widths == {**{at: sheet.widths[0] for at in range(10)}, 3: sheet.widths[3]}
    assert 0 <= sheet.widths[3] - 2 * sheet.widths[0] <= 10  # what whole digits leave
    assert all(isinstance(wide, int) for wide in sheet.widths.values())
    before = dict(sheet.widths)
    sider.widen(sheet, 10, 90)
    assert sheet.widths == before
