"""Merged cells: text counts for the rows it is seen beside, and nobody knows it of a number before it is asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from addin.settings.seen.merges import ABOVE, BLANK, EACH, FIRST, MERGED, NONE
from addin.workbook import Plan, Refusal
from tests.addin.settings.seen.owners import HEADINGS, HOUSES, RIGHT, TOP, Change, amounts, look, owned, run
from tests.calc.office import Office
from tests.planning import NOT_OK, OK, status, texts

MODTAGER, OMRAADE = ("Modtager", *HEADINGS), ("Område", *HEADINGS)
GROUP = {"gruppe eller modtager: ": "gruppe"}  # what is asked of a column whose names are those of several houses
GROUPS = ("gruppe eller modtager: Område",)
THREE = ((TOP, TOP + 2, "Nord"), (TOP + 3, TOP + 5, "Syd"))  # first and last row of each name


def merged(first: int, last: int, column: int, value: Any, to: int | None = None) -> Change:
    """Rows of a column as one cell; what stands in all but the first is gone."""
    def change(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        assert sheet.merge_range(first, column, last, column if to is None else to, value, look(book)) in (0, None)
    return change


def headed(path: Path, headings: tuple[str, ...], *more: Change, merge: bool = True, every: bool = False) -> Path:
    """Two names over three houses each, in a column before all others: merged, each with two blanks below, or written
    for every house."""
    names = [name if every or row == first else None for first, last, name in THREE for row in range(first, last + 1)]
    changes = [merged(first, last, 0, name) for first, last, name in THREE] if merge else []
    return owned(path, *changes, *more, headings=headings, houses=tuple(
        (name, *house) for name, house in zip(names, HOUSES)))


def control(office: Office, path: Path, cell: str, other: Any) -> list[str]:
    """What the control says of a result, and after a cell has got another value."""
    assert office.open(str(path))
    try:
        before = status(office)
        office.set(cell, other)
        return [before, status(office)]
    finally:
        office.close()


def second(path: Path, plan: Plan) -> None:
    """Another run on the result: the same amounts, and nothing more to ask."""
    again, questions = run(path, name="to.xlsx")
    assert amounts(again) == amounts(plan) and questions == {}


# ------------------------------------------------------------------------------------- text


@pytest.mark.soffice
def test_a_recipient_merged_over_its_institutions_is_each_ones(office: Office, tmp_path: Path) -> None:
    """Nord has 28 of the 70, Syd 42; the control reads the merged cell too."""
    plan, questions = run(headed(tmp_path / "b.xlsx", MODTAGER))
    assert amounts(plan) == {"Nord": 400_000, "Syd": 600_000} and questions == {}
    merged = "Modtager: flettede celler gælder alle de rækker, de dækker: Dagtilbud!A5:A7, A8:A10."
    assert merged in texts(plan.warnings)
    second(tmp_path / "ud.xlsx", plan)
    assert control(office, tmp_path / "to.xlsx", "Dagtilbud!A5", "Vest") == [OK, NOT_OK]
    assert control(office, tmp_path / "to.xlsx", "Dagtilbud!A6", "Vest") == [OK, NOT_OK]


def test_a_merged_recipient_is_what_it_is_when_it_is_written_in_every_row(tmp_path: Path) -> None:
    """A threshold of 22 %, which Nord's 28 of 137 children do not reach and Syd's 42 of 164 do."""
    for path in (headed(tmp_path / "b.xlsx", MODTAGER), headed(tmp_path / "c.xlsx", MODTAGER, merge=False, every=True)):
        plan, _ = run(path, taerskel="22%", taerskel_paa="modtager")
        assert amounts(plan) == {"Nord": 0, "Syd": 1_000_000}


@pytest.mark.soffice
def test_a_group_merged_over_its_institutions_is_each_ones(office: Office, tmp_path: Path) -> None:
    plan, questions = run(headed(tmp_path / "b.xlsx", OMRAADE), GROUP)
    assert amounts(plan) == RIGHT and list(questions) == ["gruppe eller modtager: Område"]
    sums = {cell.value for sheet in plan.sheets for cell in sheet.cells if isinstance(cell.value, str)}
    assert {"Nord", "Syd"} <= sums
    assert any(warning.startswith("Område: flettede celler gælder") for warning in texts(plan.warnings))
    second(tmp_path / "ud.xlsx", plan)
    assert control(office, tmp_path / "to.xlsx", "Dagtilbud!D6", 8) == [OK, NOT_OK]


def test_a_name_merged_over_several_columns_is_still_one_institution(tmp_path: Path) -> None:
    houses = tuple((house[0], None, *house[1:]) for house in HOUSES)
    changes = [merged(row, row, 0, house[0], to=1) for row, house in enumerate(HOUSES, TOP)]
    plan, questions = run(owned(tmp_path / "b.xlsx", *changes, headings=("Institution", "", *HEADINGS[1:]),
                                houses=houses))
    assert amounts(plan) == RIGHT and questions == {} and not [w for w in texts(plan.warnings) if "flettede" in w]


def test_a_name_of_an_institution_is_not_carried_to_the_rows_below(tmp_path: Path) -> None:
    """One house over two rows would otherwise be two of one name."""
    houses = (*HOUSES[:2], (None, None, None, None), *HOUSES[2:])
    plan, questions = run(owned(tmp_path / "b.xlsx", merged(TOP + 1, TOP + 2, 0, "Birkelunden"), houses=houses))
    assert amounts(plan) == RIGHT and questions == {}


def children(path: Path, merge: bool = True, *more: Change) -> Path:
    """As many children as the keys, each of whom counts; a name over all of a house's children."""
    book = xlsxwriter.Workbook(str(path))
    sheet, listed = book.add_worksheet("Dagtilbud"), book.add_worksheet("Børn")
    sheet.write_row(0, 0, ("Pulje", 1_000_000))
    sheet.write_row(2, 0, HEADINGS[:3])
    listed.write_row(0, 0, ("Barn", "Institution", "Enlig forsørger", "Dansk som andetsprog"))
    row = 1
    for number, house in enumerate(HOUSES, 3):
        sheet.write_row(number, 0, house[:3])
        last = row + int(house[3]) - 1
        for child in range(row, last + 1):
            listed.write_row(child, 0, (f"Barn {child}", None if merge else house[0], 1, child % 2))
        if merge:
            merged(row, last, 1, house[0])(book, listed)
        row = last + 1
    for change in more:
        change(book, listed)
    book.close()
    return path


@pytest.mark.soffice
def test_the_institution_of_children_may_be_merged(office: Office, tmp_path: Path) -> None:
    plan, _ = run(children(tmp_path / "b.xlsx"), mindst_kriterier="1")
    alone, _ = run(children(tmp_path / "c.xlsx", merge=False), name="alene.xlsx", mindst_kriterier="1")
    assert amounts(plan) == amounts(alone) == RIGHT
    merged = ("flettede celler gælder alle de rækker, de dækker: Børn!B2:B13, B14:B20, B21:B29, B30:B50, B51:B54 og 1 "
              "til.")
    assert [warning for warning in texts(plan.warnings) if merged in warning]
    second(tmp_path / "ud.xlsx", plan)
    assert control(office, tmp_path / "to.xlsx", "Børn!B14", "Anemonen") == [OK, NOT_OK]
    assert control(office, tmp_path / "to.xlsx", "Børn!B15", "Anemonen") == [OK, NOT_OK]


# ------------------------------------------------------------------------------------- numbers


@pytest.mark.soffice
@pytest.mark.parametrize(("answer", "keys"), [(EACH, (12, 12, 12, 21, 4, 17)), (FIRST, (12, 0, 0, 21, 4, 17))])
def test_of_a_merged_number_nobody_knows_whose_it_is(office: Office, tmp_path: Path, answer: str,
                                                     keys: tuple[int, ...]) -> None:
    path = owned(tmp_path / "b.xlsx", merged(TOP, TOP + 2, 3, 12))
    plan, questions = run(path, {MERGED: answer})
    (question,) = questions.values()
    assert question.text == ("Nøgle: Dagtilbud!D6:D7 er flettet med en celle med et tal, fx D5. Gælder tallet hver af "
                             "rækkerne, eller kun den første?") and question.place == "Dagtilbud!D5"
    by_hand, _ = run(owned(tmp_path / "c.xlsx", houses=tuple(
        (*house[:3], key) for house, key in zip(HOUSES, keys))), name="alene.xlsx")
    assert amounts(plan) == amounts(by_hand)
    second(tmp_path / "ud.xlsx", plan)
    assert control(office, tmp_path / "to.xlsx", "Dagtilbud!D5", 13) == [OK, NOT_OK]


def test_months_merged_over_institutions_are_asked_about(tmp_path: Path) -> None:
    """Three houses open half a year: their keys count half."""
    houses = tuple((*house, 6 if at == 0 else None if at < 3 else 12) for at, house in enumerate(HOUSES))
    path = owned(tmp_path / "b.xlsx", merged(TOP, TOP + 2, 4, 6), headings=(*HEADINGS, "Måneder"), houses=houses)
    plan, questions = run(path, {MERGED: EACH})
    assert [question.place for question in questions.values()] == ["Dagtilbud!E5"]
    keys = {name: key / 2 if name in ("Anemonen", "Birkelunden", "Cirklen") else key for name, _, _, key in HOUSES}
    assert amounts(plan) == pytest.approx({name: 1_000_000 * key / sum(keys.values()) for name, key in keys.items()},
                                          abs=1)


def test_numbers_merged_where_nobody_reads_them_are_not_asked_about(tmp_path: Path) -> None:
    _, questions = run(owned(tmp_path / "b.xlsx", merged(TOP, TOP + 2, 8, 12), merged(0, 0, 0, "Budget 2027", to=3)))
    assert questions == {}


def test_a_merged_criterion_of_children_is_refused(tmp_path: Path) -> None:
    path = children(tmp_path / "b.xlsx", False, merged(1, 2, 2, 1))
    with pytest.raises(Refusal, match=r"Børn!C3 er flettet med andre celler\. Ophæv fletningen"):
        run(path, mindst_kriterier="1")


# ------------------------------------------------------------------------------------- what lies under


def over(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    """Two rows as one, without a word of what stands in the second: it is kept, and nobody sees it."""
    sheet.merge.append([TOP + 1, 0, TOP + 2, 0])


def test_an_institution_under_merged_cells_is_told_like_a_hidden_one(tmp_path: Path) -> None:
    plan, _ = run(owned(tmp_path / "b.xlsx", over))
    assert amounts(plan) == RIGHT
    covered = "1 række med tal, der er skjult under flettede celler, er med i fordelingen: Cirklen."
    assert covered in texts(plan.warnings)


# ------------------------------------------------------------------------------------- blanks


@pytest.mark.parametrize(("answer", "expected"), [(ABOVE, {"Nord": 400_000, "Syd": 600_000}), (NONE, {
    **RIGHT, "Nord": RIGHT["Anemonen"], "Syd": RIGHT["Dalgården"]})])
def test_blanks_below_a_recipient_are_asked_about_once(tmp_path: Path, answer: str, expected: dict[str, int]) -> None:
    plan, questions = run(headed(tmp_path / "b.xlsx", MODTAGER, merge=False), {BLANK: answer})
    (question,) = questions.values()
    assert question.text == ("Modtager: Dagtilbud!A6:A7, A9:A10 er tomme, men står under et navn. Hører de til det "
                             "navn, der står over dem?")
    assert amounts(plan) == {name: amount for name, amount in expected.items()
                             if name in ("Nord", "Syd") or (answer == NONE and name not in ("Anemonen", "Dalgården"))}
    second(tmp_path / "ud.xlsx", plan)


def test_blanks_below_a_group_are_asked_about_once(tmp_path: Path) -> None:
    plan, questions = run(headed(tmp_path / "b.xlsx", OMRAADE, merge=False), {BLANK: ABOVE, **GROUP})
    assert [key for key in questions if key not in GROUPS] == [f"{BLANK}Dagtilbud!A6:A7, A9:A10"]
    assert amounts(plan) == RIGHT
    second(tmp_path / "ud.xlsx", plan)


def test_who_writes_a_name_several_times_means_a_blank(tmp_path: Path) -> None:
    names = ("Nord", "Nord", None, "Syd", "Syd", "Syd")
    houses = tuple((name, *house) for name, house in zip(names, HOUSES))
    plan, questions = run(owned(tmp_path / "b.xlsx", headings=MODTAGER, houses=houses))
    assert questions == {} and amounts(plan).keys() == {"Nord", "Cirklen", "Syd"}


def test_blanks_above_the_first_name_are_no_question(tmp_path: Path) -> None:
    names = (None, None, None, None, None, "Syd")
    houses = tuple((name, *house) for name, house in zip(names, HOUSES))
    _, questions = run(owned(tmp_path / "b.xlsx", headings=MODTAGER, houses=houses))
    assert questions == {}
