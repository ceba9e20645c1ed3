"""The rows of the tables on the result: totals of groups, what follows from others of its row, and what is unknown."""

from __future__ import annotations

from addin.sheets import sider
from addin.sheets.sider import Block
from addin.sheets.tabel import Places, Tabel, in_groups, who_is_alone
from addin.sheets.vaerdier import Vaerdier
from addin.workbook import Formula, SheetPlan
from tests.addin.actions.acting import cells, planned
from tests.builders import HEADINGS, POOL, ROWS, snapshot
from tests.planning import calculated, case, result
from workbook_templates.fordeling import NAVN


def grouped(*areas: str):
    return snapshot(Budget=[(*HEADINGS, "Område"), *((*row, area) for row, area in zip(ROWS, areas, strict=True))],
                    Pulje=POOL)


def test_a_group_of_one_is_one_row_and_the_total_adds_recipients_only_once() -> None:
    sheet = cells(planned(grouped("N", "S", "N")), "fordeling")
    head = next(row for (row, column), value in sheet.items() if column == 1 and value == "Institution")
    names = [(sheet.get((row, 0)) or "", sheet.get((row, 1)) or "") for row in range(head + 1, head + 7)]
    assert names == [("N", ""), ("", "Anemonen"), ("", "Cikorien"), ("N i alt", ""), ("", "Birken"),
                     ("Hele kommunen", "")]
    totals = [value for value in sheet.values() if isinstance(value, Formula) and "SUM" in value.text]
    assert any(value.text.startswith("=SUMPRODUCT(1*($B") for value in totals)
    assert 100_000 in [total.value for total in totals] and 86_667 in [total.value for total in totals]


def test_one_recipient_a_group_is_no_group() -> None:
    sheet = cells(planned(grouped("N", "S", "Ø")), "fordeling")
    assert not {"N", "N i alt", "Hele kommunen"} & {value for value in sheet.values() if isinstance(value, str)}


def test_last_year_s_unknown_amount_is_not_zero() -> None:
    rows = [(*row, before) for row, before in zip(ROWS, (100, None, -50), strict=True)]
    lines = result(planned(snapshot(Budget=[(*HEADINGS, "Sidste års tildeling"), *rows], Pulje=POOL)))
    assert [lines["Birken"][heading] for heading in ("Sidste år", "Ændring", "Ændring, pct.", "Priser")] == [None] * 4
    assert lines["Anemonen"]["Sidste år"] == 100


def test_groups_stand_in_the_order_of_the_table() -> None:
    rows = [["Institution", "Nøgle", "Område"], ["A", 1, "Syd"], ["B", 1, "Nord"], ["C", 1, "Syd"]]
    columns = {key: f"Ark!${letter}$2:${letter}$4" for key, letter in zip(("navn", "noegle", "gruppe"), "ABC")}
    found = calculated(case({"Ark": rows}, columns, pulje=3)).first
    assert in_groups(found) == [("Syd", [0, 2]), ("Nord", [1])]


def test_a_name_that_is_wider_than_its_column_is_broken() -> None:
    long = "Den integrerede institution ved den gamle skole i Nørre Broby"
    rows = [(long, *ROWS[0][1:]), *ROWS[1:]]
    page = planned(snapshot(Budget=[HEADINGS, *rows], Pulje=POOL)).sheets[0]
    row = next(cell.row for cell in page.cells if cell.value == long)
    assert page.heights[row] > 15 and [cell.style for cell in page.cells if cell.value == long] == ["tekst brudt"]


def table(areas: list[str]) -> Tabel:
    rows = [["Institution", "Nøgle", "Område"], *([f"Hus {at}", 1, area] for at, area in enumerate(areas))]
    keys = zip(("navn", "noegle", "gruppe"), "ABC")
    columns = {key: f"Ark!${letter}$2:${letter}${len(rows)}" for key, letter in keys}
    found = calculated(case({"Ark": rows}, columns, pulje=100)).first
    plan = SheetPlan("ark", "Ark", widths={0: 3, 1: 30, 2: 10})
    return Tabel(plan, found, [NAVN], Vaerdier(found), Places())


def test_the_headings_stand_again_before_a_recipient_or_the_name_of_its_group_and_no_row_is_lost() -> None:
    made = table(["N", "N", "S", "S", "S"])
    rows = made.put(3, [2, 4])
    assert rows.again == [8, 12] and rows.groups == [(4, 7, False), (9, 14, False)] and rows.total == 15
    assert rows.at == {0: 5, 1: 6, 2: 10, 3: 11, 4: 13}
    assert [cell.row for cell in made.plan.cells if cell.value == "Institution"] == [3, 8, 12]
    assert rows.blocks() == [Block(3, 5), Block(6, 7), Block(8, 10, True), Block(11, 11), Block(12, 15, True)]
    assert rows.pages() == [Block(3, 7), Block(8, 11, True), Block(12, 15, True)]


def test_a_table_is_parted_only_where_it_has_no_room_and_then_where_both_pages_are_half_full() -> None:
    few = table(["N"] * 29)
    left = sider.room(few.plan, 100) - (29 + 3) * sider.LINE - few.tall_headings()
    assert few.parted(0, 0, below=left) == []
    (first,) = few.parted(0, 0, below=left + 1)
    assert first > 29 // 2 - 3
    assert few.parted(0, 0, below=left, after=1_000) == []
    assert few.parted(0, 0, below=left + 1, after=60) > [first]  # the last page is half full with fewer rows
    assert few.parted(1, 0, [Block(0, 0)], left - sider.LINE) == []
    assert few.parted(1, 0, [Block(0, 0)], left - sider.LINE + 1) != []
    assert few.plan.cells == [] and few.plan.heights == {}  # nothing is written
    assert len(table(["N"] * 80).parted(0, 0)) == 2


def test_who_is_the_only_one_of_a_group_is_said_with_its_name() -> None:
    assert who_is_alone(table(["N", "N", "S", "Ø"]).result) == (
        "Alene i gruppen, så rækken også er gruppens sum: Hus 2 (S), Hus 3 (Ø).")
    assert who_is_alone(table(["N", "N"]).result) == who_is_alone(table(["N", "S"]).result) == ""  # no group is shown
    assert who_is_alone(table(["N", "N", ""]).result) == ""  # of no group
