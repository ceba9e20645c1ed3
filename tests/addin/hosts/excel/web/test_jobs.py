"""The jobs on a file, from the pane: of the file Excel gives, and what is made is opened as new workbooks."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from addin.actions.udmeld import ACCEPTERET
from addin.clock import now
from addin.filejobs.klargoer import klargoer
from addin.version import VERSION
from tests.addin.filejobs.files import distributed, houses, large
from tests.addin.filejobs.test_tidligere import two_editions
from tests.addin.hosts.excel.desktop.test_filejob import parts
from tests.addin.hosts.excel.web.books import seed
from tests.addin.hosts.excel.web.chromium import Pane
from tests.addin.hosts.excel.web.states import FORM, settle
from tests.addin.hosts.excel.web.test_states import press, tab_to
from tests.addin.hosts.files.web.page import FILL
from tests.addin.sheets.committee import example

pytestmark = pytest.mark.chromium

ONLY_OURS = {"klargoer ark 1": "nej:"}
ANSWERS = {"klargoer alligevel": "Udvalget kender tallene", "klargoer valgt af": "Børneudvalget"}
STATED = {"udgave": "endelig", ACCEPTERET: "Børneudvalget, 3. november 2026"}
SETS = {"ExcelApi": "1.20", "SharedRuntime": "1.2"}


def given(pane: Pane, data: bytes, folder: Path, **settings: object) -> None:
    """A workbook is open, and this is its file."""
    settle(pane)
    pane.open_book({"name": "Budget fordelt.xlsx", "sheets": [{"name": "Ark", "cells": []}]}, **settings)
    pane.run("(file) => { standin.file = file; standin.created.length = 0; }", base64.b64encode(data).decode())


def made(pane: Pane, action: str, *earlier: Path) -> str:
    """The button, the editions before, and the yes; what the pane says then."""
    pane.press(action)
    pane.answer()
    if earlier:
        pane.ask("files", selector="#earlier", paths=[str(path) for path in earlier])
    return pane.go()


def answered(pane: Pane, answers: dict[str, str], until: str = "") -> str:
    """What the pane says when all is answered, or when it asks `until`."""
    said = pane.text("#answer")
    while pane.run(FORM) and not (until and until in said):
        pane.run(f"(answers) => {{ ({FILL})(answers); document.getElementById('answer').hidden = true; }}", answers)
        said = pane.answer()
    return said


def opened(pane: Pane, number: int) -> bytes:
    pane.run("(number) => document.querySelectorAll('#answer p > button')[number].click()", number)
    pane.until("(_) => standin.created.length > 0")
    (made,) = pane.run("() => standin.created.splice(0)")
    return base64.b64decode(made)


# ------------------------------------------------------------------------------------- the copy that may be sent


@pytest.mark.parametrize("small", [False, True], ids=["without a question", "with small counts"])
def test_the_copy_and_its_list_are_opened_as_new_workbooks(pane: Pane, tmp_path: Path, small: bool) -> None:
    data, choices = distributed(houses() if small else large(), tmp_path), ANSWERS if small else {}
    began = now()
    given(pane, data, tmp_path)
    before = pane.run("() => standin.state()")
    assert "Skal et af dine egne ark med" in made(pane, "klargoer")
    pane.run(f"(answers) => {{ ({FILL})(answers); document.getElementById('answer').hidden = true; }}", ONLY_OURS)
    assert ("Skovbrynet (4 børn)" in pane.answer()) is small
    said = answered(pane, ANSWERS)
    assert "gem den som Budget klargjort.xlsx" in said and "gem den som Budget klargjort udeladt.xlsx" in said
    wanted = [klargoer("Budget fordelt.xlsx", data, choices, moment, VERSION) for moment in (began, now())]
    assert opened(pane, 0) in [each.copy for each in wanted] and opened(pane, 1) in [each.list for each in wanted]
    assert pane.run("() => standin.held()") == 0 and pane.run("() => standin.state()") == before


def test_an_own_sheet_is_chosen_and_its_columns_are_asked_about(pane: Pane, tmp_path: Path) -> None:
    data = distributed(large(), tmp_path)
    began = now()
    given(pane, data, tmp_path)
    made(pane, "klargoer")
    chosen = {"klargoer ark 1": "Ark", "klargoer ark 2": "nej:", "klargoer kolonne Ark!A": "send",
              "klargoer kolonne Ark!C": "udelad"}
    assert "Med i kopien: Fordeling, Fordeling bilag, Ark." in answered(pane, chosen)
    choices = {"klargoer ark": ("Ark",), **chosen}
    wanted = [klargoer("Budget fordelt.xlsx", data, choices, moment, VERSION) for moment in (began, now())]
    assert opened(pane, 0) in [each.copy for each in wanted]


def test_an_edition_before_is_known_to_it(pane: Pane, tmp_path: Path) -> None:
    given(pane, two_editions(tmp_path).read_bytes(), tmp_path)
    made(pane, "klargoer", tmp_path / "foer.xlsx")
    wanted = "sammen med den tidligere udgave, foer.xlsx"
    assert wanted in answered(pane, {**ONLY_OURS, **ANSWERS}, wanted)


def test_who_chose_the_least_count_is_written_where_the_user_says_so(pane: Pane, tmp_path: Path) -> None:
    source = two_editions(tmp_path)
    given(pane, source.read_bytes(), tmp_path)
    pane.open_book(seed(source))
    made(pane, "klargoer")
    said = answered(pane, {**ONLY_OURS, **ANSWERS})
    assert "Hvem der har valgt mindste antal, kan stå på arket Fordel opsætning." in said
    tab_to(pane, "Skriv det på Fordel opsætning")
    press(pane, "Enter")
    pane.until("() => Boolean(document.getElementById('go'))", timeout=120_000)
    assert "Opret opsætning: færdig" in pane.go()
    written = pane.run("() => JSON.stringify(standin.state())")
    assert written.count("Børneudvalget") >= 1


def test_a_workbook_that_is_not_distributed_is_refused_and_one_may_stop(pane: Pane, tmp_path: Path) -> None:
    data = distributed(houses(), tmp_path)
    given(pane, (tmp_path / "ind.xlsx").read_bytes(), tmp_path)
    assert "Kør først fordel pulje" in made(pane, "klargoer")
    given(pane, data, tmp_path)
    for times in (1, 2):  # before the file is taken, and at a question
        pane.press("klargoer")
        pane.answer()
        if times == 2:
            pane.go()
        pane.ask("click", selector="#cancel")
        assert "stoppet" in pane.answer() and pane.run("() => standin.created") == []


# ------------------------------------------------------------------------------------- the statement to each recipient


def timeless(data: bytes) -> dict[str, bytes]:
    """All of a file but when it was made."""
    return {name: re.sub(rb"lavet [\d.]+ kl\. [\d.]+", b"", part) for name, part in parts(data).items()}


def test_the_statements_are_the_commands(pane: Pane, tmp_path: Path, fordel: Callable[..., Any]) -> None:
    """With the fields of a follow-up, where there are demands."""
    source = example(budgetaar=2027, krav="1").file(tmp_path / "Budget fordelt.xlsx")
    given(pane, source.read_bytes(), tmp_path)
    before = pane.run("() => standin.state()")
    assert "udkast eller endelig" in made(pane, "udmeld") and "--" not in pane.text("#answer")
    said = answered(pane, STATED)
    assert "12 sider, en til hver modtager, i alt 2.400.000 kr." in said and "gem den som Budget udmelding.xlsx" in said
    done = fordel("udmelding", source, "--udgave", "endelig", "--accepteret", STATED[ACCEPTERET], "--ud",
                  tmp_path / "kommando.xlsx")
    assert done.code == 0, done.err
    mine = timeless(opened(pane, 0))
    assert mine == timeless((tmp_path / "kommando.xlsx").read_bytes()) and b"opfoelgning 1" in mine["xl/workbook.xml"]
    assert pane.run("() => standin.held()") == 0 and pane.run("() => standin.state()") == before


def test_small_counts_are_told_with_the_ways_out_before_it_is_asked_whether_they_are_accepted(
        pane: Pane, tmp_path: Path) -> None:
    given(pane, example(budgetaar=2027).file(tmp_path / "b.xlsx").read_bytes(), tmp_path)
    made(pane, "udmeld")
    said = answered(pane, STATED, "Skovbrynet (4 børn)")
    assert "Vejene vælges i modellen" in said and "Det trykkes ikke" in said
    pane.ask("click", selector="#answer button[type=submit]")
    pane.until("() => document.getElementById('answer').innerText.includes('Svaret mangler.')")


def test_the_edition_it_replaces_is_chosen_and_what_is_changed_is_told(pane: Pane, tmp_path: Path) -> None:
    hearing = tmp_path / "høring.xlsx"
    hearing.write_bytes(distributed(example(budgetaar=2027, pulje=2_000_000), tmp_path))
    given(pane, example(budgetaar=2027).file(tmp_path / "b.xlsx").read_bytes(), tmp_path)
    made(pane, "udmeld", hearing)
    assert "Udmelding: færdig" in answered(pane, STATED)
    assert "høring.xlsx" in pane.run("() => document.getElementById('answer').textContent")


def test_what_cannot_be_distributed_is_refused_as_by_the_command(pane: Pane, tmp_path: Path) -> None:
    given(pane, b"x", tmp_path)
    assert "Budget fordelt.xlsx er ikke en Excel-projektmappe" in made(pane, "udmeld")


def test_it_is_made_by_keyboard_alone(pane: Pane, tmp_path: Path) -> None:
    given(pane, example(budgetaar=2027).file(tmp_path / "b.xlsx").read_bytes(), tmp_path)
    tab_to(pane, "Udmelding")
    press(pane, "Enter")
    pane.until("() => Boolean(document.getElementById('go'))")
    tab_to(pane, "Tilføj en tidligere udgave")
    tab_to(pane, "Lav udmeldingen")
    press(pane, "Enter")
    pane.until("() => Boolean(document.querySelector('#answer form'))", timeout=120_000)
    press(pane, "Escape")
    pane.until("() => document.getElementById('answer-title').textContent === 'Udmelding: stoppet'")


# ------------------------------------------------------------------------------------- where there is no file


@pytest.mark.parametrize("action, command", [("klargoer", "fordel klargoer"), ("udmeld", "fordel udmelding")])
def test_where_excel_gives_no_file_the_way_to_the_page_is_shown(pane: Pane, tmp_path: Path, action: str, command: str
                                                                ) -> None:
    given(pane, b"", tmp_path, sets=SETS)
    pane.press(action)
    said = pane.answer()
    assert "Excel på nettet giver ikke et tilføjelsesprogram hele filen" in said and command in said
    assert pane.run("() => document.querySelector('#answer a').getAttribute('href')") == "index.html"
