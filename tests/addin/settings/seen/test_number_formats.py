"""Numbers that are shown as others than they are: a format may raise a question, and never sets an amount."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from addin.actions.fordel_pulje import fordel_pulje
from addin.actions.fordel_tjek import fordel_tjek
from addin.formats import is_telling, shown
from addin.hosts.files.package import Package
from addin.hosts.files.snapshot import snapshot
from addin.settings.seen.number_formats import RIGHT as YES
from addin.settings.seen.number_formats import SHOWN
from addin.workbook import Plan, Questions, Refusal
from tests.addin.settings.seen.owners import HOUSES, POOL, RIGHT, TOP, Change, amounts, look, owned, run
from tests.addin.settings.seen.test_merges import children
from tests.planning import MADE, WHY, texts

THOUSANDS, MILLIONS = "#,##0,", '0.0,, "mio. kr."'


def formatted(row: int, column: int, value: Any, code: str) -> Change:
    """A number with a format of its own."""
    def change(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        sheet.write(row, column, value, look(book, num_format=code))
    return change


def pool(value: float, code: str) -> Change:
    return formatted(1, 1, value, code)


# ------------------------------------------------------------------------------------- amounts


ASKED = [("Pulje (1.000 kr.)", 12_000, THOUSANDS, "viser 12 på skærmen, men rummer 12.000, og det er 12.000.000 kr."),
         ("Pulje", POOL, THOUSANDS, "viser 1.000 på skærmen, men rummer 1.000.000, og det er 1.000.000 kr."),
         ("Pulje", 1_000, '#,##0" t.kr."', "viser 1.000 t.kr. på skærmen, men rummer 1.000, og det er 1.000 kr."),
         ("Pulje", 50_000, '#,##0" mio."', "viser 50.000 mio. på skærmen, men rummer 50.000, og det er 50.000 kr."),
         ("Pulje", 50_000, '#,##0" tusinde"', "viser 50.000 tusinde på skærmen, men rummer 50.000, og det er 50.000"),
         ("Pulje (mio. kr.)", POOL, "0.0,,", "viser 1 på skærmen, men rummer 1.000.000, og det er "),
         ("Pulje (kr.)", POOL, MILLIONS.replace(",,", ","), "viser 1.000 mio. kr. på skærmen, men rummer 1.000.000")]


@pytest.mark.parametrize(("label", "value", "code", "said"), ASKED)
def test_an_amount_that_is_shown_as_another_is_asked_about(tmp_path: Path, label: str, value: float, code: str,
                                                           said: str) -> None:
    plan, questions = run(owned(tmp_path / "b.xlsx", pool(value, code), label=label), {"enhed_pulje": "kr."})
    (question,) = questions.values()
    assert said in question.text and "Dagtilbud!B2" in question.text and len(question.choices) == 3
    assert sum(amounts(plan).values()) == value  # as the answer has it, whatever the format
    again, questions = run(tmp_path / "ud.xlsx", name="to.xlsx")
    assert questions == {} and amounts(again) == amounts(plan)


@pytest.mark.parametrize(("label", "value", "code", "kroner"), [
    ("Pulje", POOL, MILLIONS, POOL), ("Pulje (kr.)", POOL, '#,##0" kr."', POOL), ("Pulje", POOL, "#,##0.00", POOL),
    ("Pulje", POOL, '#,##0," t.kr."', POOL), ("Pulje", POOL, '0.0,," mio."', POOL),
    ("Pulje (1.000 kr.)", 1_000, '#,##0" tkr."', POOL),
    ("Pulje", POOL, '_-* #,##0\\ "kr."_-;\\-* #,##0\\ "kr."_-', POOL)])
def test_a_format_that_says_the_same_is_no_question(tmp_path: Path, label: str, value: float, code: str,
                                                    kroner: float) -> None:
    plan, questions = run(owned(tmp_path / "b.xlsx", pool(value, code), label=label))
    assert questions == {} and amounts(plan) == RIGHT and not [w for w in texts(plan.warnings) if "skærmen" in w]


def test_what_is_said_with_the_run_is_not_asked_about(tmp_path: Path) -> None:
    plan, questions = run(owned(tmp_path / "b.xlsx", pool(POOL, THOUSANDS)), enhed_pulje="kr.")
    assert questions == {} and amounts(plan) == RIGHT


def test_a_number_format_never_sets_an_amount(tmp_path: Path) -> None:
    """Withheld, as in Excel for the web, the amounts are the same, or there was a question."""
    for label, value, code, _ in [*ASKED, ("Pulje", POOL, MILLIONS, ""), ("Pulje", POOL, '#,##0," t.kr."', "")]:
        data = owned(tmp_path / "b.xlsx", pool(value, code), label=label).read_bytes()
        taken = snapshot(Package(data), data)
        bare = replace(taken, sheets=tuple(replace(sheet, formats=None) for sheet in taken.sheets))
        with_formats = fordel_pulje(taken, WHY, MADE, "0")
        without = fordel_pulje(bare, WHY, MADE, "0")
        assert isinstance(with_formats, Questions) or (
            isinstance(with_formats, Plan) and isinstance(without, Plan)
            and amounts(with_formats) == amounts(without)), label


# ------------------------------------------------------------------------------------- other numbers


@pytest.mark.parametrize(("row", "column", "value", "code", "said"), [
    (TOP + 1, 3, 7, THOUSANDS, "Nøgle: Dagtilbud!D6 viser 0,007 på skærmen, men rummer 7. Er 7 det rigtige tal"),
    (TOP + 1, 1, 15, "0%", "0-2 år: Dagtilbud!B6 viser 1500 % på skærmen, men rummer 15."),
    (TOP + 1, 3, 7, '0"%"', "Nøgle: Dagtilbud!D6 viser 7 % på skærmen, men rummer 7."),
    (TOP + 1, 3, 7, '0" mio."', "Nøgle: Dagtilbud!D6 viser 7 mio. på skærmen, men rummer 7."),
    (TOP + 1, 3, 7, '0"00"', "Nøgle: Dagtilbud!D6 viser 700 på skærmen, men rummer 7."),
    (TOP + 1, 1, 15, r"0\.\0\0\0", "0-2 år: Dagtilbud!B6 viser 15.000 på skærmen, men rummer 15."),
    (1, 1, POOL, '#,##0".000"', "Pulje: Dagtilbud!B2 viser 1.000.000.000 på skærmen, men rummer 1.000.000."),
    (TOP + 1, 3, 7, 'General"00"', "Nøgle: Dagtilbud!D6 viser 700 på skærmen, men rummer 7."),
    (TOP + 1, 3, 7, '"1"00', "Nøgle: Dagtilbud!D6 viser 1 foran 7 på skærmen, men rummer 7."),
    (TOP + 1, 3, 7, '[<10]"<10";0', 'Nøgle: Dagtilbud!D6 viser "<10" på skærmen, men rummer 7.'),
    (TOP + 1, 1, 15, '"ukendt"', '0-2 år: Dagtilbud!B6 viser "ukendt" på skærmen, men rummer 15.'),
    (TOP + 1, 3, 7, '"-"', 'Nøgle: Dagtilbud!D6 viser "-" på skærmen, men rummer 7.'),
    (1, 1, POOL, '[=1000000]"900000";0', 'Pulje: Dagtilbud!B2 viser "900000" på skærmen, men rummer 1.000.000.'),
    (TOP + 1, 3, 7, "-0", "Nøgle: Dagtilbud!D6 viser -7 på skærmen, men rummer 7."),
    (TOP + 1, 1, 15, "(0)", "0-2 år: Dagtilbud!B6 viser -15 på skærmen, men rummer 15."),
    (1, 1, POOL, '"kr. "-#,##0', "Pulje: Dagtilbud!B2 viser -1.000.000 kr. på skærmen, men rummer 1.000.000."),
    (1, 1, POOL, "#,##0-", "Pulje: Dagtilbud!B2 viser -1.000.000 på skærmen, men rummer 1.000.000."),
])
def test_a_number_that_is_shown_as_another_counts_when_the_user_has_said_so(
        tmp_path: Path, row: int, column: int, value: float, code: str, said: str) -> None:
    plan, questions = run(owned(tmp_path / "b.xlsx", formatted(row, column, value, code)), {SHOWN: YES})
    (question,) = questions.values()
    assert question.text.replace(".500", "500").replace("7%", "7 %").startswith(said), question.text
    assert amounts(plan) == RIGHT
    again, questions = run(tmp_path / "ud.xlsx", name="to.xlsx")
    assert questions == {} and amounts(again) == RIGHT


def test_a_column_is_one_question(tmp_path: Path) -> None:
    changes = [formatted(row, 1, house[1], "0%") for row, house in enumerate(HOUSES, TOP)]
    _, questions = run(owned(tmp_path / "b.xlsx", *changes), {SHOWN: YES})
    assert list(questions) == [f"{SHOWN}Dagtilbud!B5:B10"]


@pytest.mark.parametrize("code", ["0%", "0.00%", "0.0", "#,##0", '0.0" point"', '0" m2"', '0" (2027)"', '0".-"',
                                  '"2027: "0', "0;-0", "0_);(0)", '0",-"', "_-* 0_-;\\-* 0_-;_-* -_-", '"Hus A-"0'])
def test_a_key_may_be_a_share_or_have_a_word_beside_it(tmp_path: Path, code: str) -> None:
    changes = [formatted(row, 3, house[3], code) for row, house in enumerate(HOUSES, TOP)]
    plan, questions = run(owned(tmp_path / "b.xlsx", *changes))
    assert questions == {} and amounts(plan) == RIGHT


@pytest.mark.parametrize(("column", "what"), [(3, "Nøgle"), (1, "0-2 år")])
def test_a_number_that_is_shown_as_a_date_is_refused(tmp_path: Path, column: int, what: str) -> None:
    with pytest.raises(Refusal, match=rf"^Dagtilbud!{'ABCD'[column]}6: cellen viser en dato \(07\.01\.1900\) og ikke et"
                                      rf" tal \(kolonnen .{what}.\)"):
        run(owned(tmp_path / "b.xlsx", formatted(TOP + 1, column, 7, "dd-mm-yyyy")))


@pytest.mark.parametrize("code", ["[h]:mm", "hh:mm", "[ss]"])
def test_a_number_that_is_shown_as_a_time_is_refused(tmp_path: Path, code: str) -> None:
    value = 0.5 if code == "hh:mm" else 7
    with pytest.raises(Refusal, match=r"^Dagtilbud!D6: cellen viser et klokkeslæt eller en varighed og ikke et tal \("):
        run(owned(tmp_path / "b.xlsx", formatted(TOP + 1, 3, value, code)))


def test_a_number_that_is_not_shown_at_all_is_told_like_a_hidden_one(tmp_path: Path) -> None:
    plan, questions = run(owned(tmp_path / "b.xlsx", formatted(TOP + 1, 3, 7, ";;;")))
    assert questions == {} and amounts(plan) == RIGHT
    assert "1 tal, som talformatet skjuler, er brugt: Dagtilbud!D6." in texts(plan.warnings)
    data = (tmp_path / "b.xlsx").read_bytes()
    found = fordel_tjek(snapshot(Package(data), data), {}, MADE, "0")
    assert isinstance(found, Plan)
    lines = next(lines for label, _, lines, *_ in found.summary["tjek"] if label.startswith("Skjulte rækker"))
    assert "Dagtilbud!D6 viser ingenting (talformatet skjuler tallet)" in lines


@pytest.mark.parametrize(("code", "asked"), [('"x";;', 0), ('"ja";;"nej"', 0), ('"\u2713"', 0), ('"nej"', 1),
                                             ('"2"', 1)])
def test_a_criterion_may_be_shown_as_a_sign_but_not_as_another_answer(tmp_path: Path, code: str, asked: int) -> None:
    met = [formatted(row, 2, 1, code) for row in (2, 4)]
    plan, questions = run(children(tmp_path / "b.xlsx", False, *met), {SHOWN: YES}, mindst_kriterier="1")
    assert len(questions) == asked and sum(amounts(plan).values()) == POOL


def test_formats_of_cells_that_are_not_used_are_nobodys_business(tmp_path: Path) -> None:
    changes = [formatted(0, 5, 7_000, THOUSANDS), formatted(TOP + 1, 8, 7, "0%"), formatted(20, 8, 7, ";;;")]
    plan, questions = run(owned(tmp_path / "b.xlsx", *changes))
    assert questions == {} and amounts(plan) == RIGHT and texts(plan.warnings) == []


# ------------------------------------------------------------------------------------- what a format says


@pytest.mark.parametrize(("code", "number", "scale"), [
    ("#,##0,", 5, 1_000), ("#,##0,,", 5, 1_000_000), ("#,##0", 5, 1), ("0.0,", 5, 1_000), ('#,##0\\,', 5, 1),
    ('#,##0","', 5, 1), ("#,##0,;0", -5, 1), ("0;#,##0,", -5, 1_000), ("0;0;#,##0,", 0, 1_000), ("0,;0", 0, 1_000),
    ("[>=1000]#,##0,;0", 999, 1), ("[>=1000]#,##0,;0", 1_000, 1_000), ("[<1000]0;#,##0,", 1_000, 1_000),
    ("[=5]0,;0", 5, 1_000), ("[=5]0,;0", 6, 1), ("[Red]#,##0,", 5, 1_000), ("[$kr. -406]#,##0,", 5, 1_000)])
def test_thousands_left_out(code: str, number: float, scale: int) -> None:
    assert shown(code, number).scale == scale


@pytest.mark.parametrize("code", ["General", "0", "0.00", "#,##0.00", "@", "[Red]0", "_-* #,##0_-", "0;-0", "??/??",
                                  "0.00E+00", '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)'])
def test_formats_that_show_the_number_itself(code: str) -> None:
    assert shown(code, 5).scale == 1 and not shown(code, 5).percent and shown(code, 5).digits
    assert not is_telling(code) or code in ("??/??", "0.00E+00")  # told apart where they are looked at


