"""What a cell holds is shown, and never obeyed: in tables, refusals, questions, and in `efterse`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from addin.hosts.files.harmless import harmless
from tests.addin.hosts.files.pseudo_terminal import Terminal
from tests.builders import HEADINGS, POOL, ROWS, workbook
from tests.conftest import ROOT

NASTY = "\x1b]0;Solen\x07\x1b[2J\x9b31m\x08\u202e\x7f"
OBEYED = set(NASTY) - set("]0;Solen[2J31m")


def test_signs_a_terminal_obeys_are_shown_as_question_marks() -> None:
    assert harmless("Åkjær\tog\nØ – “x”") == "Åkjær\tog\nØ – “x”"
    assert not set(harmless(NASTY)) & OBEYED and harmless(NASTY).count("?") == 7
    assert harmless("a\rb") == "a?b"  # what would write over the line


def books(folder: Path) -> list[tuple[Path, tuple[str, ...]]]:
    """Workbooks with the signs in a name, a number, a question, a label and a sheet's name; and what to ask of each."""
    rows = [(NASTY + "Anemonen", 10, 20, 0.1), *ROWS[1:]]
    named = workbook(folder / "navn.xlsx", Budget=[HEADINGS, *rows], Pulje=POOL)
    number = workbook(folder / "tal.xlsx", Budget=[HEADINGS, ("Anemonen", 10, 20, "x" + NASTY), *ROWS[1:]], Pulje=POOL)
    asked = workbook(folder / "spurgt.xlsx", Budget=[HEADINGS, *ROWS, (NASTY + "Reserve", 1, 2, 0.3)],
                     Pulje=[("Pulje " + NASTY, 100_000), ("Pulje 2 " + NASTY, 7)])
    why = ("--begrundelse", NASTY)
    return [(named, ("pulje", *why)), (named, ("tjek",)), (named, ("opsaet",)), (named, ("efterse",)),
            (number, ("pulje", *why)), (number, ("tjek",)), (asked, ("pulje", *why))]


@pytest.mark.parametrize("number", range(7))
def test_no_command_lets_them_through(fordel, number: int, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path, (command, *options) = books(tmp_path)[number]
    answer = fordel(command, path, *options)
    assert answer.code in (0, 1, 2) and not set(answer.out + answer.err) & OBEYED


def test_nor_on_a_terminal_that_would_obey(tmp_path: Path) -> None:
    """A terminal gets colours of ours; none of the signs, and no name for its window."""
    path, (command, *options) = books(tmp_path)[0]
    terminal = Terminal([sys.executable, "-m", "addin.hosts.files.start", command, str(path), *options], ROOT)
    shown = terminal.wait_for("Se arkene")
    terminal.end()
    assert "Anemonen" in shown and "\x1b]0;" not in shown and "\x07" not in shown and "\x1b[2J" not in shown
