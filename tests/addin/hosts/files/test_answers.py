"""The answer file: every line is used, told, or refused with its number."""

from __future__ import annotations

from pathlib import Path

import pytest

from addin.hosts.files import answers
from addin.hosts.files.answers import AnswerFile, Line, split
from addin.workbook import Question, Refusal
from tests.planning import texts
from workbook_templates.opsaetning import SETTINGS

COLUMN = Question("noegle", "Hvilken kolonne?", (("Budget!D5:D55", "Nøgle"), ("Budget!E5:E55", "Nøgle  2\n(antal)"),
                                                 ("3", "Ingen")), "Budget!D4")
FREE = Question("pulje", "Hvor stor er puljen?")


def file(text: str) -> AnswerFile:
    return AnswerFile("svar.txt", text.encode())


# ------------------------------------------------------------------------------------- lines


@pytest.mark.parametrize(("text", "id", "answer"), [
    ("noegle = Budget!D5:D55", "noegle", "Budget!D5:D55"),
    ("  noegle=Budget!D5  ", "noegle", "Budget!D5"),
    ("række 'A=B': Øst = ja", "række 'A=B': Øst", "ja"),
    ("navn = a = b", "navn", "a = b"),
    ("a=b = c=d", "a=b", "c=d"),
    ("pulje =", "pulje", ""),
    ("a=b =", "a=b", ""),
    ("pulje = # 4", "pulje", "# 4"),
])
def test_a_line_is_split_at_the_first_equals_sign_with_blanks_else_at_the_first(text: str, id: str,
                                                                                 answer: str) -> None:
    assert split("svar.txt", 7, text) == Line(7, id, answer)


@pytest.mark.parametrize("text", ["pulje 6400000", "= 6400000", " = ", "="])
def test_a_line_that_is_no_answer_is_refused_with_its_number(text: str) -> None:
    with pytest.raises(Refusal, match=r"svar\.txt, linje 3: .* er ikke et svar"):
        file(f"# en kommentar\n\n{text}\n")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_comments_and_blank_lines_are_no_answers_and_any_line_end_counts(end: str) -> None:
    read = file(end.join(["# pulje = 1", "", "   ", "  # loft = 2", "pulje = 3"]))
    assert list(read.lines.values()) == [Line(5, "pulje", "3")]


def test_an_id_twice_is_refused_whatever_its_case_blanks_and_composition() -> None:
    with pytest.raises(Refusal, match="besvaret to gange, i linje 1 og 3"):
        file("række 1 = y\n\nRække  1 = x")
    with pytest.raises(Refusal, match="to gange"):
        file("gård = 1\nga\u030ard = 1")  # å as one character and as two


# ------------------------------------------------------------------------------------- encodings


def test_a_byte_order_mark_is_no_part_of_the_first_id() -> None:
    assert AnswerFile("s", "ræk = å".encode("utf-8-sig")).answer(Question("ræk", "?")) == "å"


def test_windows_1252_is_read_and_told() -> None:
    read = AnswerFile("svar.txt", "række = Ærø – €".encode("cp1252"))
    assert read.answer(Question("række", "?")) == "Ærø – €"
    assert texts(read.told) == ["svar.txt er ikke UTF-8; den er læst som Windows-1252."]
    assert file("række = Ærø").told == []


@pytest.mark.parametrize(("data", "sentence"), [
    ("pulje = 1".encode("utf-16"), "skal være en tekstfil i UTF-8"), (b"PK\3\4\0\0", "er ikke en svarfil"),
    (b"pulje = \x81", "hverken UTF-8 eller Windows-1252"), (b"#" * (answers.MOST + 1), "er ikke en svarfil"),
])
def test_what_is_no_text_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        AnswerFile("svar.txt", data)


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="findes ikke"):
        answers.read(tmp_path / "svar.txt")
    with pytest.raises(Refusal, match="er en mappe, ikke en svarfil"):
        answers.read(tmp_path)
    (tmp_path / "svar.txt").write_bytes(b"#" * answers.MOST)
    assert answers.read(tmp_path / "svar.txt").lines == {}


# ------------------------------------------------------------------------------------- answers


@pytest.mark.parametrize(("answer", "value"), [
    ("Budget!D5:D55", "Budget!D5:D55"), ("budget!d5:d55", "Budget!D5:D55"), ("Nøgle", "Budget!D5:D55"),
    ("nøgle 2 (antal)", "Budget!E5:E55"), ("3", "3"), ("Ingen", "3"),
])
def test_a_choice_is_answered_by_its_value_or_its_text(answer: str, value: str) -> None:
    assert file(f"noegle = {answer}").answer(COLUMN) == value


@pytest.mark.parametrize("answer", ["1", "2", "D5:D55", "", "Budget!D5:D55, Nøgle"])
def test_any_other_answer_is_refused_with_the_list_and_a_number_in_the_list_is_no_answer(answer: str) -> None:
    with pytest.raises(Refusal) as refused:
        file(f"\nnoegle = {answer}").answer(COLUMN)
    assert str(refused.value).startswith(f'svar.txt, linje 2: "{answer}" er ingen af mulighederne for noegle. De er:')
    assert "Budget!D5:D55: Nøgle" in str(refused.value) and "3: Ingen" in str(refused.value)


def test_values_that_differ_by_case_alone_are_told_apart_and_a_text_of_two_is_no_answer() -> None:
    question = Question("x", "?", (("a", "den samme"), ("A", "den samme")))
    assert [file(f"x = {value}").answer(question) for value in "aA"] == ["a", "A"]
    with pytest.raises(Refusal, match="ingen af mulighederne"):
        file("x = den samme").answer(question)


def test_a_free_answer_is_passed_on_as_it_stands_and_must_be_there() -> None:
    assert file("PULJE =  6.400.000 kr. ").answer(FREE) == "6.400.000 kr."
    with pytest.raises(Refusal, match="linje 1: svaret på pulje mangler"):
        file("pulje =").answer(FREE)


def test_an_answer_is_given_once() -> None:
    read = file("pulje = 1")
    assert (read.answer(FREE), read.answer(FREE)) == ("1", None)


# ------------------------------------------------------------------------------------- what was not asked


def test_every_setting_is_known_and_told_when_it_was_not_asked_about() -> None:
    read = file("\n".join(f"{key} = 1" for key in SETTINGS))
    read.answer(FREE)
    read.check_ids()
    told, = texts(read.not_asked())
    assert " pulje (linje" not in told
    assert all(f"{key} (linje {number})" in told for number, key in enumerate(SETTINGS, 1) if key != "pulje")
    assert file("# intet").not_asked() == []


def test_an_id_that_is_neither_a_setting_nor_asked_about_is_refused_with_the_one_meant() -> None:
    with pytest.raises(Refusal, match=r'linje 2: .* der hedder "nogle"\. Mente du noegle\?'):
        file("pulje = 1\nnogle = x").check_ids()
    with pytest.raises(Refusal, match=r'linje 1: .* der hedder "qqqqqq"\.$'):
        file("qqqqqq = x").check_ids()
    read = file("række 3 = x")
    read.answer(Question("Række 3", "?"))
    read.check_ids()
