"""Text that is struck out, raised or lowered in parts: no number is made of it, and a name is what its owner reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from addin.hosts.files.package import Package
from addin.hosts.files.reading import by_calamine
from addin.hosts.files.snapshot import snapshot
from addin.runs import LOWERED, RAISED, STRUCK, Run
from addin.settings.seen.rich_text import name_in
from addin.workbook import Refusal
from tests.addin.settings.seen.owners import RIGHT, Change, amounts, look, owned, run
from tests.calc.office import Office
from tests.planning import OK, status, texts

Part = tuple[str, dict[str, Any]]
PLAIN: dict[str, Any] = {}
UP, DOWN, OUT = {"font_script": 1}, {"font_script": 2}, {"font_strikeout": True}


def rich(row: int, column: int, *parts: Part, cell: dict[str, Any] = PLAIN) -> Change:
    """A cell written in several ways; XlsxWriter gives a run of no look of its own the look of the cell."""
    def change(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        pieces: list[Any] = []
        for text, how in parts:
            pieces += [look(book, **how), text] if how else [text]
        assert sheet.write_rich_string(row, column, *pieces, look(book, **cell)) == 0
    return change


NUMBERS = [
    ([("7", PLAIN), ("1", UP)], '"7" og "1" (hævet)'),
    ([("7", PLAIN), ("2", DOWN)], '"7" og "2" (sænket)'),
    ([("12", OUT), (" 7", PLAIN)], '"12" (streget over) og " 7"'),
    ([("1", PLAIN), ("2", OUT), ("7", PLAIN)], '"1" og "2" (streget over) og "7"'),
]


@pytest.mark.parametrize(("parts", "said"), NUMBERS)
@pytest.mark.parametrize(("row", "column", "cell"), [(5, 3, "Dagtilbud!D6"), (5, 1, "Dagtilbud!B6"),
                                                     (1, 1, "Dagtilbud!B2")])
def test_no_number_is_made_of_parts(tmp_path: Path, parts: list[Part], said: str, row: int, column: int,
                                    cell: str) -> None:
    path = owned(tmp_path / "b.xlsx", rich(row, column, *parts))
    with pytest.raises(Refusal) as refusal:
        run(path)
    assert str(refusal.value).startswith(f"{cell}: cellen er skrevet i flere dele, {said} ")
    assert not (tmp_path / "ud.xlsx").exists()


OWN = {"font_name": "Calibri"}  # a look, and none of the cell's
BOTH = {**OUT, **UP}


@pytest.mark.parametrize(("parts", "cell", "said"), [
    ([("12", PLAIN), ("7", OWN)], OUT, '"12" (streget over) og "7"'),
    ([("7", PLAIN), ("1", OWN)], UP, '"7" (hævet) og "1"'),
    ([("7", OUT), ("1", BOTH)], PLAIN, '"7" (streget over) og "1" (streget over og hævet)'),
    ([("7", PLAIN), ("1", BOTH)], OUT, '"7" (streget over) og "1" (streget over og hævet)'),
])
@pytest.mark.parametrize("library", [True, False])
def test_a_part_of_no_look_of_its_own_looks_as_its_cell(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parts: list[Part], cell: dict[str, Any], said: str,
        library: bool) -> None:
    """So Excel writes a cell that was struck out whole before somebody wrote the right number after it."""
    if not library:
        monkeypatch.setattr(by_calamine, "python_calamine", None)
    with pytest.raises(Refusal) as refusal:
        run(owned(tmp_path / "b.xlsx", rich(5, 3, *parts, cell=cell)), {"streget over: ": "tæller med"})
    assert f"Dagtilbud!D6: cellen er skrevet i flere dele, {said} " in str(refusal.value)


def test_a_cell_of_which_no_part_is_struck_out_is_not_struck_out(tmp_path: Path) -> None:
    """Whatever its own look; and of a name what is left counts."""
    changes = [rich(5, 3, ("0", OWN), ("7", {**OWN, "bold": True}), cell=OUT),
               rich(6, 0, ("Gl. hus ", PLAIN), ("Cirklen", OWN), cell=OUT)]
    plan, questions = run(owned(tmp_path / "b.xlsx", *changes))
    assert questions == {} and amounts(plan) == RIGHT
    assert 'Dagtilbud!A7: "Gl. hus Cirklen" er læst som "Cirklen"' in " ".join(texts(plan.warnings))


def test_parts_that_only_differ_in_colour_or_weight_are_one_number(tmp_path: Path) -> None:
    plan, _ = run(owned(tmp_path / "b.xlsx", rich(4, 3, ("1", {"bold": True}), ("2", PLAIN))))
    assert amounts(plan) == RIGHT


NAMES = [
    ([("Birkelunden", PLAIN), ("1)", UP)], "Birkelunden"),
    ([("Birkelunden", PLAIN), (" ", PLAIN), ("2, 3", UP)], "Birkelunden"),
    ([("Solhuset", OUT), (" Birkelunden", PLAIN)], "Birkelunden"),
    ([("Birkelunden", PLAIN), (" (lukket)", OUT)], "Birkelunden"),
]


@pytest.mark.soffice
@pytest.mark.parametrize(("parts", "name"), NAMES)
def test_a_note_and_what_is_struck_out_is_no_part_of_a_name(office: Office, tmp_path: Path, parts: list[Part],
                                                            name: str) -> None:
    """Told; and the control, which reads the whole cell, agrees, also in a second run."""
    plan, _ = run(owned(tmp_path / "b.xlsx", rich(5, 0, *parts)))
    assert amounts(plan) == {**RIGHT, name: 100_000}
    whole = "".join(text for text, _ in parts)
    assert f'Dagtilbud!A6: "{whole}" er læst som "{name}"' in " ".join(texts(plan.warnings))
    again, _ = run(tmp_path / "ud.xlsx", name="to.xlsx")
    assert amounts(again) == amounts(plan)
    assert office.open(str(tmp_path / "to.xlsx"))
    try:
        assert status(office) == OK
        office.set("Dagtilbud!A6", "Et andet hus")
        assert status(office) != OK
    finally:
        office.close()


def test_a_note_on_a_heading_or_a_label_hides_neither(tmp_path: Path) -> None:
    changes = [rich(3, 3, ("Nøgle", PLAIN), ("1", UP)), rich(1, 0, ("Pulje", PLAIN), ("2", UP))]
    plan, _ = run(owned(tmp_path / "b.xlsx", *changes))
    assert amounts(plan) == RIGHT


def test_a_lowered_sign_and_a_raised_one_inside_belong_to_the_name(tmp_path: Path) -> None:
    plan, _ = run(owned(tmp_path / "b.xlsx", rich(5, 0, ("CO", PLAIN), ("2", DOWN), ("-huset", PLAIN)),
                        rich(6, 0, ("Felt", PLAIN), ("4", UP), (" m", PLAIN))))
    assert {"CO2-huset", "Felt4 m"} <= amounts(plan).keys()
    assert not [warning for warning in texts(plan.warnings) if "læst som" in warning]


def test_names_by_hand() -> None:
    assert name_in([Run("Sol"), Run("1", RAISED)]) == "Sol"
    assert name_in([Run("Sol", STRUCK)]) == name_in([Run("7"), Run("1", RAISED)]) == name_in([Run("Sol")]) == ""
    assert name_in([Run("H"), Run("2", LOWERED), Run("Obo")]) == ""  # as it is


# ------------------------------------------------------------------------------------- struck out altogether


def struck(row: int, column: int, value: Any, whole_runs: bool = False) -> Change:
    """A cell that is struck out: by its own look, or in each of its runs."""
    if whole_runs:
        return rich(row, column, (value[:3], OUT), (value[3:], {**OUT, "bold": True}))
    return lambda book, sheet: sheet.write(row, column, value, look(book, **OUT))


@pytest.mark.parametrize("whole_runs", [False, True])
@pytest.mark.parametrize(("answer", "with_it"), [("institution", True), ("spring over", False)])
def test_a_name_that_is_struck_out_is_asked_about(tmp_path: Path, whole_runs: bool, answer: str, with_it: bool) -> None:
    path = owned(tmp_path / "b.xlsx", struck(5, 0, "Birkelunden", whole_runs))
    plan, questions = run(path, {"række": answer})
    (question,) = questions.values()
    assert question.text == ('Dagtilbud!A6: "Birkelunden" er streget over. Er det en institution, der skal være med?')
    assert ("Birkelunden" in amounts(plan)) is with_it and sum(amounts(plan).values()) == 1_000_000
    again, questions = run(tmp_path / "ud.xlsx", name="to.xlsx")
    assert questions == {} and amounts(again) == amounts(plan)


@pytest.mark.parametrize("change", [struck(5, 3, 7), struck(1, 1, 1_000_000), struck(5, 1, 15)])
def test_a_number_that_is_struck_out_counts_when_the_user_has_said_so(tmp_path: Path, change: Change) -> None:
    plan, questions = run(owned(tmp_path / "b.xlsx", change), {"streget over: Dagtilbud!": "tæller med"})
    assert len(questions) == 1 and amounts(plan) == RIGHT
    assert run(tmp_path / "ud.xlsx", name="to.xlsx")[1] == {}  # asked once


def test_a_row_that_is_struck_out_is_one_question(tmp_path: Path) -> None:
    changes = [struck(5, column, value) for column, value in enumerate(("Birkelunden", 15, 40, 7))]
    plan, questions = run(owned(tmp_path / "b.xlsx", *changes), {"række": "institution"})
    assert len(questions) == 1 and amounts(plan) == RIGHT


def test_what_is_struck_out_and_not_used_is_nobodys_business(tmp_path: Path) -> None:
    plan, questions = run(owned(tmp_path / "b.xlsx", struck(0, 0, "Budget 2026"), struck(5, 6, 99)))
    assert questions == {} and amounts(plan) == RIGHT


# ------------------------------------------------------------------------------------- as the file has it


def test_runs_are_read_from_shared_strings_and_from_cells(tmp_path: Path) -> None:
    path = owned(tmp_path / "b.xlsx", rich(5, 3, ("7", PLAIN), ("1", UP)), rich(6, 0, ("Gl.", OUT), ("Ny", PLAIN)),
                 rich(7, 0, ("a", PLAIN), ("b", {"italic": True})), struck(8, 0, "væk"),
                 rich(9, 0, ("uden", {"font_name": "Calibri"}), ("med", OUT), cell=OUT))
    data = path.read_bytes()
    sheet = snapshot(Package(data), data).sheets[0]
    assert sheet.runs == {(5, 3): (Run("7"), Run("1", RAISED)), (6, 0): (Run("Gl.", STRUCK), Run("Ny")),
                          (9, 0): (Run("uden"), Run("med", STRUCK))}
    assert sheet.struck == {(8, 0)}
