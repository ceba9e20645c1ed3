"""`fordel klargoer`: the copy and its list beside the file, and what the command says and refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from addin.hosts.files.klargoer import is_ours
from tests.addin.filejobs.files import large, texts


def put(data: bytes, name: str = "Budget fordelt.xlsx") -> Path:
    path = Path(name)
    path.write_bytes(data)
    return path


def test_the_copy_and_the_list_are_put_beside_the_file_which_is_as_it_was(fordel, plain: bytes) -> None:
    source = put(plain)
    answer = fordel("klargoer", source)
    assert answer.code == 0, answer.err
    copy, listed = Path("Budget klargjort.xlsx"), Path("Budget klargjort udeladt.xlsx")
    assert f"Kopien, der må sendes: {copy}" in answer.out
    assert f"Hvad der er udeladt; bliver i huset: {listed}" in answer.out
    assert "ikke i sig selv en besvarelse af en aktindsigt" in answer.out
    assert texts(copy.read_bytes())[0] == "Fordeling af pulje" and "Udeladt af kopien" in texts(listed.read_bytes())[0]
    assert source.read_bytes() == plain


def test_a_second_copy_has_a_number_and_a_named_one_is_replaced(fordel, plain: bytes) -> None:
    source = put(plain)
    assert [fordel("klargoer", source).code for _ in range(2)] == [0, 0]
    assert Path("Budget klargjort (2).xlsx").exists() and Path("Budget klargjort (2) udeladt.xlsx").exists()
    assert [fordel("klargoer", source, "--ud", "kopi.xlsx").code for _ in range(2)] == [0, 0]
    assert is_ours(Path("kopi.xlsx")) and is_ours(Path("kopi udeladt.xlsx")) and not is_ours(source)


@pytest.mark.parametrize("taken", ["kopi.xlsx", "kopi udeladt.xlsx"])
def test_what_fordel_has_not_made_is_not_written_over(fordel, plain: bytes, taken: str) -> None:
    source = put(plain)
    put(large().file(Path("x.xlsx")).read_bytes(), taken)
    answer = fordel("klargoer", source, "--ud", "kopi.xlsx")
    assert answer.code == 2 and f"Filen {taken} findes allerede, og Fordel har ikke lavet den." in answer.err
    assert len(list(Path().glob("kopi*"))) == 1


def test_the_copy_is_an_xlsx_whatever_the_workbook_is(fordel, plain: bytes) -> None:
    source = put(plain, "Budget.xlsm")
    assert fordel("klargoer", source).code == 0 and Path("Budget klargjort.xlsx").exists()
    answer = fordel("klargoer", source, "--ud", "kopi.xlsm")
    assert answer.code == 2 and "Resultatet skal være en .xlsx-fil: giv det navnet kopi.xlsx." in answer.err


def test_small_counts_stop_it_and_a_reason_with_a_name_goes_on(fordel, small: bytes) -> None:
    source = put(small)
    answer = fordel("klargoer", source)
    assert answer.code == 2 and "Skovbrynet (4 børn)" in answer.err and '--alligevel "begrundelse"' in answer.err
    assert [path.name for path in Path().iterdir()] == [source.name]
    asked = fordel("klargoer", source, "--alligevel", "Udvalget kender tallene")
    assert asked.code == 2 and "klargoer valgt af = " in asked.err
    done = fordel("klargoer", source, "--alligevel", "Udvalget kender tallene", "--valgt-af", "Børneudvalget")
    assert done.code == 0 and "! Små antal kan regnes ud af beløbene." in done.out


def test_the_question_can_be_answered_in_a_file(fordel, small: bytes) -> None:
    source = put(small)
    Path("svar.txt").write_text("klargoer valgt af = Børneudvalget\n", encoding="utf-8")
    assert fordel("klargoer", source, "--alligevel", "Aftalt", "--svar", "svar.txt").code == 0


def test_an_earlier_edition_is_named(fordel, plain: bytes) -> None:
    source = put(plain)
    answer = fordel("klargoer", source, "--tidligere", "findes ikke.xlsx")
    assert answer.code == 2 and "findes ikke.xlsx" in answer.err
    assert fordel("klargoer", source, "--tidligere", source, "--tidligere", source).code == 0


def test_help_has_a_text_on_every_argument(fordel) -> None:
    said = fordel("klargoer", "--help").out
    for option in ("--ud", "--tidligere", "--alligevel", "--valgt-af", "--svar"):
        assert option in said


def test_a_sheet_of_ones_own_is_asked_about_column_by_column(fordel, plain: bytes) -> None:
    source = put(plain)
    asked = fordel("klargoer", source, "--ark", "Valg")
    assert asked.code == 0, asked.err  # one column of words and one of numbers: nothing to ask
    assert fordel("klargoer", source, "--ark", "Ark", "--formler", "--ud", "to.xlsx").code == 0
    assert "Ellehuset" in texts(Path("to.xlsx").read_bytes(), "Ark")
    assert "klargoer kolonne" not in asked.err and "intet ark" in fordel("klargoer", source, "--ark", "Findes ikke").err
