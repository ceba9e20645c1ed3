"""Questions without a terminal: told with the lines that answer them, and answered by a file."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin.hosts.files.answers import AnswerFile
from addin.hosts.files.questions import Asker, file_lines, one_line
from addin.settings.keys import same
from addin.workbook import Question, Questions, Refusal
from tests.addin.hosts.files import asking
from tests.addin.hosts.files.asking import POOL, ROW, UNIT
from tests.addin.hosts.files.outcome import amounts

ANSWERS = "række Ådalen: 3 = institution\nenhed_pulje = kr.\npulje = 100000\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return asking.without_pool(tmp_path)


def ask(source: Path, *options: str, answers: str | None = None) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, with nothing that is a terminal."""
    if answers is not None:
        (source.parent / "svar.txt").write_text(answers, encoding="utf-8")
        options = (*options, "--svar", "svar.txt")
    return subprocess.run([*asking.COMMAND, "pulje", source.name, *options], cwd=source.parent, encoding="utf-8",
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=60)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.suffix == ".xlsx")


# ------------------------------------------------------------------------------------- told


def test_without_a_terminal_every_open_question_is_told_with_its_choices_and_nothing_is_written(source: Path) -> None:
    answer = ask(source)
    assert (answer.returncode, answer.stdout, files(source.parent)) == (2, "", ["b.xlsx"])
    assert answer.stderr == """\
Der er 2 spørgsmål, før der kan regnes. Intet er skrevet.

1. Hvad er rækken "Ådalen"? (Budget!A3)
   institution: En institution
   sum: Summen af rækkerne over den
   note

2. Hvilken enhed står puljen i? (--enhed)
   kr.
   1.000 kr.

Gem disse linjer i en fil, fx svar.txt, og kør igen med --svar svar.txt:
Fjern # foran det rigtige svar.

# Hvad er rækken "Ådalen"? (Budget!A3)
# En institution
# række Ådalen: 3 = institution
# eller Summen af rækkerne over den
# række Ådalen: 3 = sum
# række Ådalen: 3 = note
# Hvilken enhed står puljen i? (--enhed)
# enhed_pulje = kr.
# enhed_pulje = 1.000 kr.
"""


def test_the_lines_told_are_an_answer_file(source: Path) -> None:
    """Each choice is a comment, so that nothing is answered by mistake; with the # taken away it answers what was
    asked, and what is asked next is told in its turn, and added."""
    told = ask(source).stderr
    first = told[told.index("# Hvad er"):]
    assert ask(source, answers=first).stderr.startswith("Der er 2 spørgsmål")
    first = first.replace("# række Ådalen: 3 = institution", "række Ådalen: 3 = institution").replace(
        "# enhed_pulje = kr.", "enhed_pulje = kr.")
    told = ask(source, answers=first).stderr
    assert told.startswith("Der er et spørgsmål, før der kan regnes. Intet er skrevet.\n\n"
                           "Hvor stor er puljen? (--pulje)\n   (svaret skrives frit)\n\n"
                           "Tilføj disse linjer i svar.txt, og kør igen:\n")
    last = told[told.index("# Hvor stor"):]
    assert last == "# Hvor stor er puljen? (--pulje)\npulje = \n"
    assert "linje 11: svaret på pulje mangler" in ask(source, answers=first + last).stderr
    assert files(source.parent) == ["b.xlsx"]
    answer = ask(source, answers=first + last.replace("= ", "= 100.000 kr."))
    assert (answer.returncode, answer.stderr) == (0, "")
    assert sum(amounts(source.parent / "b fordelt.xlsx").values()) == 100_000


def test_a_free_answer_has_no_mark_to_take_away(source: Path) -> None:
    with pytest.raises(Refusal) as refused:
        Asker().answers(Questions((POOL,)))
    assert "Fjern #" not in str(refused.value)


# ------------------------------------------------------------------------------------- answered


def test_a_file_answers_over_several_rounds(source: Path) -> None:
    answer = ask(source, answers="\ufeff# mine svar\n\n" + ANSWERS)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert sum(amounts(source.parent / "b fordelt.xlsx").values()) == 100_000


def test_an_option_goes_before_the_file_and_the_line_not_used_is_told(source: Path) -> None:
    answer = ask(source, "--pulje", "5000", answers=ANSWERS + "loft = 9000\n")
    assert answer.returncode == 0
    assert sum(amounts(source.parent / "b fordelt.xlsx").values()) == 5000
    told = " ".join(answer.stdout.split())
    assert "- svar.txt: der blev ikke spurgt om pulje (linje 3), loft (linje 4), så de svar er ikke brugt." in told


@pytest.mark.parametrize(("answers", "sentence"), [
    (ANSWERS + "lofft = 1\n", 'svar.txt, linje 4: der er hverken en indstilling eller et spørgsmål, der hedder "lofft".'
                              " Mente du loft?"),
    (ANSWERS + "pulje = 1\n", "pulje er besvaret to gange, i linje 3 og 4"),
    (ANSWERS.replace("institution", "1"), 'linje 1: "1" er ingen af mulighederne for række Ådalen: 3. De er:\n'
                                          "  institution: En institution\n  sum: Summen af"),
    (ANSWERS.replace("Ådalen", "Aadalen"), 'svar.txt, linje 1: der er ikke spurgt om "række Aadalen: 3". Mente du '
     "række Ådalen: 3?"),
    ("afrunding = 10\nudgave = ny", 'linje 1: "afrunding" er ikke brugt endnu; der kan blive spurgt'),
    (ANSWERS.replace("= institution", ": institution"), "linje 1: \"række Ådalen: 3 : institution\" er ikke et svar"),
    (ANSWERS.replace("institution", "note"), 'Svaret "note" i svar.txt kunne ikke bruges.'),
    (ANSWERS.replace("100000", "mange"), '"mange" er ikke et tal'),
])
def test_a_file_that_does_not_answer_is_refused_and_nothing_is_written(source: Path, answers: str,
                                                                       sentence: str) -> None:
    answer = ask(source, answers=answers)
    assert (answer.returncode, sentence in answer.stderr) == (2, True), answer.stderr
    assert files(source.parent) == ["b.xlsx"]


def test_windows_1252_is_told_with_the_result(source: Path) -> None:
    (source.parent / "svar.txt").write_bytes(ANSWERS.encode("cp1252"))
    answer = ask(source, "--svar", "svar.txt")
    assert (answer.returncode, "- svar.txt er ikke UTF-8; den er læst som Windows-1252." in answer.stdout) == (0, True)


def test_an_answer_file_that_is_not_there_is_refused(source: Path) -> None:
    answer = ask(source, "--svar", "mangler.txt")
    assert (answer.returncode, "Filen mangler.txt findes ikke." in answer.stderr) == (2, True)


# ------------------------------------------------------------------------------------- the lines


def test_ids_values_and_texts_of_several_lines_become_lines_that_can_be_read_again() -> None:
    """A heading with a line break may be part of an id and of a choice."""
    choices = (("Budget\n2020", "den\nene"), ("", "ingen"))
    question = Question("kolonne Budget\n2020", "Hvad er\nkolonnen?", choices, "B4")
    with pytest.raises(Refusal) as refused:
        Asker().answers(Questions((question, UNIT)))
    lines = str(refused.value).split("rigtige svar.\n\n")[1].splitlines()
    assert lines[:6] == ["# Hvad er", "# kolonnen? (B4)", "# den", "# ene", "# kolonne Budget 2020 = Budget 2020",
                         "# kolonne Budget 2020 = ingen"]


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip)
IDS = TEXT.filter(lambda text: " = " not in one_line(text) + " " and one_line(text)[0] not in "#=")


@given(IDS, st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=4, unique_by=lambda choice: same(choice[0])))
def test_any_choice_s_line_read_again_without_its_mark_gives_it(id: str, choices: list[tuple[str, str]]) -> None:
    """An id holds no " = " and begins with neither # nor =; nothing else is asked of ids, values and texts."""
    question = Question(id, "Hvilken?", tuple(choices))
    lines = [line[2:] for line in file_lines(question) if line.startswith(f"# {one_line(id)} = ")]
    assert AnswerFile("svar.txt", lines[0].encode()).answer(question) == choices[0][0]


def test_the_cell_is_not_named_twice() -> None:
    with pytest.raises(Refusal) as refused:
        Asker().answers(Questions((Question("x", "Hvad er Budget!A3?", (), "Budget!A3"), ROW)))
    assert "Hvad er Budget!A3?\n" in str(refused.value)
