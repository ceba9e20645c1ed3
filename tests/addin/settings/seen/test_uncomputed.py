"""Formulas that nobody may have computed: what is no value is asked about, and a value is used and told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from addin.actions.fordel_pulje import fordel_pulje
from addin.hosts.files.package import Package
from addin.hosts.files.snapshot import snapshot
from addin.settings.seen.uncomputed import AS_DISPLAYED, MANUAL, RIGHT, UNCOMPUTED, ZERO_POOL
from addin.workbook import Calculation, Questions, Refusal
from tests.addin.hosts.files.workbook_files import edited
from tests.addin.settings.seen.owners import HOUSES, SHEET, Change, amounts, owned, run
from tests.addin.settings.seen.owners import RIGHT as AMOUNTS
from tests.calc.office import Office
from tests.planning import MADE, OK, status, texts
from workbook_templates.fordeling_kontrol import MANUEL

XLSXWRITERS = ' calcId="124519" fullCalcOnLoad="1"'  # how it marks all it writes
MARKS = [' fullCalcOnLoad="1"', ' fullCalcOnLoad="true"', ' calcCompleted="0"', ' calcMode="manual"']
SILENT = ' calcId="191029"'
YES = {UNCOMPUTED: RIGHT, ZERO_POOL: RIGHT}


def formula(row: int, column: int, text: str, value: Any) -> Change:
    """A formula with the value it is saved with."""
    return lambda book, sheet: sheet.write_formula(row, column, text, None, value)


def marked(path: Path, mark: str, *changes: Change, **how: Any) -> Path:
    """A budget that says this of its calculation."""
    data = owned(path, *changes, **how).read_bytes()
    path.write_bytes(edited(data, "xl/workbook.xml", (f"<calcPr{XLSXWRITERS}/>", f"<calcPr{mark}/>")))
    return path


def calculation(path: Path) -> Calculation | None:
    data = path.read_bytes()
    return snapshot(Package(data), data).calculation


# ------------------------------------------------------------------------------------- 0 and nothing


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("text", ["=3+4", "=VLOOKUP(A6,A5:D9,2)"])
def test_a_nought_that_may_be_a_placeholder_is_asked_about(tmp_path: Path, mark: str, text: str) -> None:
    plan, questions = run(marked(tmp_path / "b.xlsx", mark, formula(5, 3, text, 0)), YES)
    (question,) = questions.values()
    assert question.text == (
        "Nøgle: 1 formel (Dagtilbud!D6) giver 0 eller ingenting, og projektmappen er mærket som ikke beregnet. "
        "Formler, som ingen har regnet, gælder ikke: åbn og gem projektmappen i et regneark, eller brug --genberegn; "
        "eller sig, at det, der står, er rigtigt.") and question.place == "Dagtilbud!D6"
    assert amounts(plan)["Birkelunden"] == 0
    again, questions = run(tmp_path / "ud.xlsx", name="to.xlsx")
    assert questions == {} and amounts(again) == amounts(plan)


@pytest.mark.parametrize("mark", [*MARKS, SILENT])
@pytest.mark.parametrize("text", ["=3-3", "=E6", "=SUM(E5:E10)", "=0*B6"])
def test_a_nought_that_is_the_formulas_is_no_question(tmp_path: Path, mark: str, text: str) -> None:
    plan, questions = run(marked(tmp_path / "b.xlsx", mark, formula(5, 3, text, 0)))
    assert questions == {} and amounts(plan)["Birkelunden"] == 0


def test_a_nought_of_a_nought_that_may_be_a_placeholder_is_one_too(tmp_path: Path) -> None:
    """The cell that is used only fetches it; and a sum of one that is known to be nothing is nothing."""
    path = owned(tmp_path / "b.xlsx", formula(5, 3, "=F6", 0), formula(5, 5, "=VLOOKUP(A6,A5:D9,2)", 0))
    _, questions = run(path, YES)
    assert list(questions) == ["ikke beregnet: Dagtilbud!D6"]
    path = owned(tmp_path / "c.xlsx", formula(5, 3, "=F6", 0), formula(5, 5, "=3-3", 0))
    assert run(path, name="anden.xlsx")[1] == {}


def test_a_nought_in_a_workbook_that_says_nothing_is_a_nought(tmp_path: Path) -> None:
    plan, questions = run(marked(tmp_path / "b.xlsx", SILENT, formula(5, 3, "=VLOOKUP(A6,A5:D9,2)", 0)))
    assert questions == {} and amounts(plan)["Birkelunden"] == 0 and texts(plan.warnings) == []


@pytest.mark.parametrize("mark", [*MARKS, SILENT])
def test_a_formula_without_a_value_is_refused_whatever_the_workbook_says(tmp_path: Path, mark: str) -> None:
    """By the cells, and not one for each run."""
    changes = [formula(5, 3, "=3+4", ""), formula(6, 3, "=4+5", "")]
    with pytest.raises(Refusal, match=r"^Dagtilbud!D6, Dagtilbud!D7: 2 formler, som ingen har regnet\. De har ingen "
                                      r"værdi\. Åbn og gem projektmappen i et regneark, eller brug --genberegn, og "):
        run(marked(tmp_path / "b.xlsx", mark, *changes))


def test_formulas_that_are_not_used_are_nobodys_business(tmp_path: Path) -> None:
    """Beside the table, and below it."""
    changes = [formula(5, 8, "=1+1", 0), formula(20, 8, "=1+1", 0)]
    plan, questions = run(owned(tmp_path / "b.xlsx", *changes))
    assert questions == {} and texts(plan.warnings) == []


def test_children_and_budgets_are_asked_about_too(tmp_path: Path) -> None:
    changes = [formula(5, 1, "=8+7", 0), formula(6, 1, "=8+2", 0), formula(5, 2, "=20*2", 40)]
    _, questions = run(owned(tmp_path / "b.xlsx", *changes), YES)
    assert list(questions) == ["ikke beregnet: Dagtilbud!B6:B7"]


# ------------------------------------------------------------------------------------- values


@pytest.mark.parametrize("mark", MARKS[:3])
def test_a_value_of_a_marked_workbook_is_used_and_told_once(tmp_path: Path, mark: str) -> None:
    keys = [formula(row, 3, f"=1*{house[3]}", house[3]) for row, house in enumerate(HOUSES, 4)]
    plan, questions = run(marked(tmp_path / "b.xlsx", mark, *keys))
    assert questions == {} and amounts(plan) == AMOUNTS
    assert texts(plan.warnings) == ["Projektmappen er mærket til at blive beregnet, når den åbnes: 6 formler er brugt "
                                    "med de tal, de er gemt med (Dagtilbud!D10, Dagtilbud!D5, Dagtilbud!D6 og 3 til)."]


@pytest.mark.parametrize(("mark", "asked"), [(MARKS[0], False), (MARKS[2], True), (MARKS[3], True), (SILENT, False)])
def test_an_old_value_is_asked_about_where_programs_leave_them(tmp_path: Path, mark: str, asked: bool) -> None:
    """Manual calculation, or saved in the middle of it; 3 is not what 2 and 5 make."""
    plan, questions = run(marked(tmp_path / "b.xlsx", mark, formula(5, 3, "=2+5", 3)), YES)
    assert bool(questions) is asked and amounts(plan)["Birkelunden"] == 45_454
    assert not asked or "har et andet tal, end formlen giver" in next(iter(questions.values())).text


@pytest.mark.soffice
def test_manual_calculation_is_said_on_the_result_and_on_the_control(office: Office, tmp_path: Path) -> None:
    plan, questions = run(marked(tmp_path / "b.xlsx", MARKS[3]))
    assert questions == {} and amounts(plan) == AMOUNTS and texts(plan.warnings) == [MANUAL]
    control = next(sheet for sheet in plan.sheets if sheet.key == "kontrol")
    assert [(cell.row, cell.column) for cell in control.cells if cell.value == MANUEL] == [(2, 0)]
    assert office.open(str(tmp_path / "ud.xlsx"))
    try:
        assert status(office) == OK
    finally:
        office.close()
    plan, _ = run(marked(tmp_path / "c.xlsx", SILENT), name="anden.xlsx")
    assert MANUEL not in [cell.value for sheet in plan.sheets for cell in sheet.cells]


# ------------------------------------------------------------------------------------- pools


@pytest.mark.parametrize("mark", [*MARKS, SILENT])
def test_a_pool_of_nought_is_asked_about_if_it_is_computed(tmp_path: Path, mark: str) -> None:
    plan, questions = run(marked(tmp_path / "b.xlsx", mark, formula(1, 1, "=SUM(H1:H9)", 0)), YES)
    (question,) = questions.values()
    assert question.text == ("Pulje: Dagtilbud!B2 er en formel, der giver 0. Er det rigtigt? Har ingen regnet den, så "
                             "gælder 0 ikke: åbn og gem projektmappen i et regneark, eller brug --genberegn.")
    assert set(amounts(plan).values()) == {0}


def test_a_pool_of_nought_that_is_written_is_meant(tmp_path: Path) -> None:
    _, questions = run(owned(tmp_path / "b.xlsx", pool=0))
    assert questions == {}


def test_a_pool_without_a_value_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"^Dagtilbud!B2: Pulje er en formel, som ingen har regnet\. Åbn og gem"):
        run(owned(tmp_path / "b.xlsx", formula(1, 1, "=SUM(H1:H9)", "")))


# ------------------------------------------------------------------------------------- precision, and our own mark


def test_precision_as_displayed_is_refused_in_its_own_words(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refusal:
        run(marked(tmp_path / "b.xlsx", ' fullPrecision="0"'))
    assert str(refusal.value) == AS_DISPLAYED and not (tmp_path / "ud.xlsx").exists()


def refers_to_us(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    """A formula that must be computed when the result is opened."""
    sheet.write_formula(11, 0, "=SUM(Fordeling!C1:C99)", None, 5)


def test_our_own_mark_says_nothing_of_the_users_formulas(tmp_path: Path) -> None:
    """A later run asks what the first asked: nothing."""
    changes = [formula(5, 3, "=VLOOKUP(A6,A5:D9,2)", 0), refers_to_us]
    first, _ = run(marked(tmp_path / "b.xlsx", SILENT, *changes))
    for source, target in (("ud", "to"), ("to", "tre")):
        again, questions = run(tmp_path / f"{source}.xlsx", name=f"{target}.xlsx")
        assert questions == {} and amounts(again) == amounts(first)
        said = Package((tmp_path / f"{target}.xlsx").read_bytes()).read("xl/workbook.xml").decode()
        assert 'fullCalcOnLoad="1"' in said and '<definedName name="_fordel_beregn" hidden="1">' in said
        assert calculation(tmp_path / f"{target}.xlsx") == Calculation()


def test_our_mark_is_worth_nothing_after_somebody_else_has_saved(tmp_path: Path) -> None:
    """Excel computes, and saves without asking for it; another program writes the wish anew, and ours no longer."""
    run(marked(tmp_path / "b.xlsx", SILENT, refers_to_us))
    run(tmp_path / "ud.xlsx", name="to.xlsx")
    computed = edited((tmp_path / "to.xlsx").read_bytes(), "xl/workbook.xml", (' fullCalcOnLoad="1"', ""))
    (tmp_path / "excel.xlsx").write_bytes(computed)
    run(tmp_path / "excel.xlsx", name="tre.xlsx")
    said = Package((tmp_path / "tre.xlsx").read_bytes()).read("xl/workbook.xml").decode()
    assert said.count("_fordel_beregn") == said.count("fullCalcOnLoad") == 1  # set anew, by us


def test_a_mark_of_the_users_stays_the_users(tmp_path: Path) -> None:
    path = owned(tmp_path / "b.xlsx", formula(5, 3, "=VLOOKUP(A6,A5:D9,2)", 0), refers_to_us)
    _, questions = run(path, YES)
    assert len(questions) == 1
    run(tmp_path / "ud.xlsx", name="to.xlsx")
    said = Package((tmp_path / "to.xlsx").read_bytes()).read("xl/workbook.xml").decode()
    assert "_fordel_beregn" not in said and calculation(tmp_path / "to.xlsx") == Calculation(to_be_computed=True)


# ------------------------------------------------------------------------------------- where a program is around us


def test_in_an_open_workbook_it_is_the_program_that_computes(tmp_path: Path) -> None:
    """Calc and Excel give values that are computed: only a pool of 0 is asked about, and no option is named."""
    data = owned(tmp_path / "b.xlsx", formula(1, 1, "=SUM(H1:H9)", 0), formula(5, 3, "=3+4", 0)).read_bytes()
    taken = snapshot(Package(data), data)
    answer = fordel_pulje(taken.__class__(**{**taken.__dict__, "calculation": None}), {}, MADE, "0")
    assert isinstance(answer, Questions)
    (question,) = answer.questions
    assert question.setting == f"{ZERO_POOL}{SHEET}!B2" and "--genberegn" not in question.text
