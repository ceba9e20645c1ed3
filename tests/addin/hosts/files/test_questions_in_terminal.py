"""Questions on a real pseudo-terminal: numbered, asked again on nonsense, and stopped without a trace."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from addin.hosts.files.questions import read_line
from tests.addin.hosts.files import asking
from tests.addin.hosts.files.outcome import amounts

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals of this kind", allow_module_level=True)

from tests.addin.hosts.files.pseudo_terminal import CTRL_C, CTRL_D, Terminal, plain  # noqa: E402

NO_UTF_8 = "\udce6"  # the one byte of an æ in Windows-1252
Start = Callable[..., Terminal]


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Starts the command that asks, on a workbook without a pool."""
    source = asking.without_pool(tmp_path)

    def started(*options: str, **redirected: int) -> Terminal:
        return Terminal([*asking.COMMAND, "pulje", source.name, *options], tmp_path, **redirected)

    return started


def written(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name not in ("b.xlsx", "svar.txt"))


def answer_both(terminal: Terminal) -> None:
    terminal.wait_for("Svar (1-3): ")
    terminal.type("1\n")
    terminal.wait_for("Svar (1-2): ")
    terminal.type("1\n")


def test_each_question_is_asked_with_its_cell_and_numbered_choices_and_the_answers_are_used(start: Start,
                                                                                           tmp_path: Path) -> None:
    terminal = start()
    assert plain(terminal.wait_for("Svar (1-3): ")).endswith("""
1. Hvad er rækken "Ådalen"? (Budget!A3)
  1  institution: En institution
  2  sum: Summen af rækkerne over den
  3  note
Svar (1-3): """)
    terminal.type("1\n")
    assert "\n2. Hvilken enhed står puljen i? (--enhed)\n  1  kr.\n  2  1.000 kr.\nSvar (1-2): " in plain(
        terminal.wait_for("Svar (1-2): "))
    terminal.type("1\n")
    left = plain(terminal.wait_for("Svar: "))
    assert "\nHvor stor er puljen? (--pulje)\nSvar: " in left  # the only one left: no number
    terminal.type("100.000 kr.\n")
    code, shown = terminal.end()
    assert (code, "Skrevet: b fordelt.xlsx" in shown) == (0, True), shown
    assert sum(amounts(tmp_path / "b fordelt.xlsx").values()) == 100_000


def test_nonsense_is_asked_again(start: Start) -> None:
    terminal = start()
    terminal.wait_for("Svar (1-3): ")
    for nonsense in ("0", "4", "-1", "1,0", "institution", "", "²", "1 2", NO_UTF_8):
        terminal.type(nonsense + "\n")
        assert "Skriv et tal fra 1 til 3." in terminal.wait_for("Svar (1-3): "), nonsense
    terminal.type(" 3 \n")
    terminal.wait_for("Svar (1-2): ")
    terminal.type(CTRL_C)
    assert terminal.end()[0] == 130


def test_a_free_answer_that_is_empty_or_no_text_is_asked_again(start: Start) -> None:
    terminal = start()
    answer_both(terminal)
    terminal.wait_for("Svar: ")
    for nonsense in ("", "   ", NO_UTF_8):
        terminal.type(nonsense + "\n")
        assert "Skriv et svar, eller tryk Ctrl+C for at stoppe." in terminal.wait_for("Svar: "), nonsense
    terminal.type("5000\n")
    assert terminal.end()[0] == 0


def test_a_letter_half_erased_is_nonsense_where_the_terminal_is_read_strictly(monkeypatch) -> None:
    """A terminal gives a line at a time, as this pipe does."""
    read, write = os.pipe()
    with open(read, encoding="utf-8", errors="strict") as stdin, open(write, "wb", buffering=0) as typed:
        monkeypatch.setattr(sys, "stdin", stdin)
        typed.write(b"\xc3\n")
        assert read_line("Svar: ") == ""
        typed.write(b"5000\n")
        assert read_line("Svar: ") == "5000"


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["Ctrl+C", "Ctrl+D"])
@pytest.mark.parametrize("prompt", ["Svar (1-3): ", "Svar: "])
def test_stopped_at_a_question_nothing_is_written(start: Start, tmp_path: Path, prompt: str, key: str) -> None:
    terminal = start()
    if prompt == "Svar: ":
        answer_both(terminal)
    terminal.wait_for(prompt)
    assert not terminal.read(0.3)  # it waits: a signal in the moment before a read begins does not end the read
    terminal.type(key)
    code, shown = terminal.end()
    assert (code, written(tmp_path)) == (130, [])
    assert "\nAfbrudt. Intet er skrevet.\n" in shown and "Traceback" not in shown


def test_the_progress_bar_keeps_away_from_a_question_that_waits(start: Start) -> None:
    """It is drawn ten times a second: while a question waits nothing may come, and nothing moves the cursor."""
    terminal = start()
    asked = terminal.wait_for("Svar (1-3): ")
    assert "Fordeler puljen" in asked  # the bar was there before
    assert "\x1b" not in asked[asked.index("1. Hvad er"):]
    assert not terminal.read(0.5)
    terminal.type("1\n")
    assert "\x1b" not in terminal.wait_for("Svar (1-2): ")
    terminal.type("1\n")
    asked = terminal.wait_for("Svar: ")  # a bar came and went in between
    assert "\x1b" not in asked[asked.index("Hvor stor"):]
    assert not terminal.read(0.5)
    terminal.type(CTRL_C)
    terminal.end()


def test_what_the_file_answers_is_not_asked(start: Start, tmp_path: Path) -> None:
    (tmp_path / "svar.txt").write_text("pulje = 7000\nrække Ådalen: 3 = sum\n", encoding="utf-8")
    terminal = start("--svar", "svar.txt")
    shown = plain(terminal.wait_for("Svar (1-2): "))
    assert "Hvilken enhed står puljen i?" in shown and "Ådalen" not in shown
    terminal.type("1\n")
    code, shown = terminal.end()
    assert (code, "Hvor stor" in shown) == (0, False)
    assert sum(amounts(tmp_path / "b fordelt.xlsx").values()) == 7000


def test_an_answer_that_was_no_good_is_asked_about_again_and_said(start: Start) -> None:
    terminal = start()
    terminal.wait_for("Svar (1-3): ")
    terminal.type("3\n")
    terminal.wait_for("Svar (1-2): ")
    terminal.type("2\n")
    assert 'Svaret "note" kunne ikke bruges.' in terminal.wait_for("Svar (1-3): ")
    terminal.type("2\n")
    terminal.wait_for("Svar: ")
    terminal.type("5000\n")
    assert terminal.end()[0] == 0


def test_a_refusal_after_answers_gives_them_back_as_lines(start: Start, tmp_path: Path) -> None:
    """What has been typed is not lost, and the lines can be read: with a pool that is one they distribute it."""
    terminal = start()
    answer_both(terminal)
    terminal.wait_for("Svar: ")
    terminal.type("1.234\n")
    code, shown = terminal.end()
    assert (code, written(tmp_path)) == (2, [])
    assert "kan læses på to måder" in shown
    lines = shown[shown.index("# Hvad er rækken"):]
    assert lines == ('# Hvad er rækken "Ådalen"? (Budget!A3)\nrække Ådalen: 3 = institution\n'
                     "# Hvilken enhed står puljen i? (--enhed)\nenhed_pulje = kr.\n"
                     "# Hvor stor er puljen? (--pulje)\npulje = 1.234\n")
    (tmp_path / "svar.txt").write_text(lines.replace("1.234", "1234"), encoding="utf-8")
    code, shown = start("--svar", "svar.txt").end()
    assert (code, written(tmp_path)) == (0, ["b fordelt.xlsx"]), shown


def test_with_the_result_redirected_the_questions_still_come(start: Start, tmp_path: Path) -> None:
    with open(tmp_path / "vist.txt", "wb") as out:
        terminal = start(stdout=out.fileno())
        answer_both(terminal)
        terminal.wait_for("Svar: ")
        terminal.type("5000\n")
        assert terminal.end()[0] == 0
    shown = (tmp_path / "vist.txt").read_text(encoding="utf-8")
    assert "Skrevet: b fordelt.xlsx" in shown and "Svar" not in shown


@pytest.mark.parametrize("stream", ["stdin", "stderr"])
def test_where_a_question_could_not_be_seen_or_answered_it_is_told(start: Start, tmp_path: Path, stream: str) -> None:
    with open(tmp_path / "vist.txt", "w+b") as elsewhere:
        code, shown = start(**{stream: elsewhere.fileno()}).end()
    shown += (tmp_path / "vist.txt").read_text(encoding="utf-8")
    assert (code, "Der er 2 spørgsmål, før der kan regnes." in shown, "Svar (" in shown) == (2, True, False)


def test_a_file_that_took_the_name_while_a_question_waited_is_left_alone(start: Start, tmp_path: Path) -> None:
    terminal = start()
    answer_both(terminal)
    terminal.wait_for("Svar: ")
    (tmp_path / "b fordelt.xlsx").write_bytes(b"mit")
    terminal.type("5000\n")
    code, shown = terminal.end()
    assert (code, "Skrevet: b fordelt (2).xlsx" in shown) == (0, True), shown
    assert (tmp_path / "b fordelt.xlsx").read_bytes() == b"mit"
