"""The statement to each recipient, on the page: the command's pages, its questions, its refusals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from addin.actions.udmeld import ACCEPTERET
from tests.addin.filejobs.files import distributed
from tests.addin.hosts.excel.web.test_jobs import STATED, timeless
from tests.addin.hosts.excel.web.test_states import press, tab_to
from tests.addin.hosts.files.web.page import Page
from tests.addin.sheets.committee import example

pytestmark = pytest.mark.chromium


def pressed(page: Page, *earlier: Path) -> str:
    page.pushed("udmeld")
    if earlier:
        page.ask("files", selector="#earlier", paths=[str(path) for path in earlier])
    page.ask("click", selector="#go")
    page.settled()
    return page.text("#answer")


def all_answered(page: Page) -> str:
    said = page.text("#answer")
    while page.asks():
        said = page.reply(STATED)
    return said


def test_the_pages_are_those_of_the_command(page: Page, tmp_path: Path, fordel: Callable[..., Any]) -> None:
    source = example(budgetaar=2027, krav="1").file(tmp_path / "Huse fordelt.xlsx")
    page.choose(source)
    assert "udkast eller endelig" in pressed(page)
    said = all_answered(page)
    assert said.startswith("Udmelding: færdig") and "12 sider, en til hver modtager, i alt 2.400.000 kr." in said
    name, made = page.result(tmp_path / "hentet.xlsx")
    done = fordel("udmelding", source, "--udgave", "endelig", "--accepteret", STATED[ACCEPTERET], "--ud",
                  tmp_path / "kommando.xlsx")
    assert done.code == 0, done.err
    assert name == "Huse udmelding.xlsx" and timeless(made) == timeless((tmp_path / "kommando.xlsx").read_bytes())


def test_it_is_made_of_what_was_just_distributed_by_keyboard_alone(page: Page, tmp_path: Path) -> None:
    page.choose(example(budgetaar=2027).file(tmp_path / "ind.xlsx"))
    page.pushed()
    while page.asks():
        page.reply({"begrundelse": "Udvalget kender tallene"})
    tab_to(page, "Udmelding")
    press(page, "Enter")
    page.until("() => Boolean(document.getElementById('go'))")
    assert "Den laves af ind fordelt.xlsx, som lige er lavet." in page.text("#answer")
    tab_to(page, "Lav udmeldingen")
    press(page, "Enter")
    page.until("() => Boolean(document.querySelector('#answer form'))", timeout=60_000)
    press(page, "Escape")
    page.until("() => document.getElementById('answer-title').textContent === 'Udmelding: stoppet'")


def test_of_editions_it_replaces_one_the_last_that_was_dropped(page: Page, tmp_path: Path) -> None:
    hearing = distributed(example(budgetaar=2027, pulje=2_000_000), tmp_path)
    page.choose(example(budgetaar=2027).file(tmp_path / "b.xlsx"))
    page.pushed("udmeld")
    page.drop(("en anden.xlsx", b"x"), ("høring.xlsx", hearing))
    assert page.text("#earlier-list").split() == ["høring.xlsx", "Fjern"]
    page.ask("click", selector="#go")
    page.settled()
    assert "Udmelding: færdig" in all_answered(page)
    assert "høring.xlsx" in page.run("() => document.getElementById('answer').textContent")


def test_what_is_no_edition_is_refused_with_its_name(page: Page, tmp_path: Path) -> None:
    page.choose(example(budgetaar=2027).file(tmp_path / "b.xlsx"))
    wrong = tmp_path / "noter.xlsx"
    wrong.write_bytes(b"x")
    assert "noter.xlsx er ikke en Excel-projektmappe" in pressed(page, wrong)
