"""The latest errors with their cells, the functions to search and put in, and what Fordel is."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator

import pytest

from addin.describe import descriptions
from addin.filejobs.skabelon.til import template
from addin.hosts.files.bindings import WEB
from addin.told.about import PRIVACY
from addin.version import VERSION
from tests.addin.hosts.excel.web import states
from tests.addin.hosts.excel.web.books import Books
from tests.addin.hosts.excel.web.chromium import READY, Chromium, Pane
from workbook_templates.skabeloner import NAVNE, skabelon

pytestmark = pytest.mark.chromium

SHOWN = "() => [...document.querySelectorAll('#answer details:not([hidden]) summary code')].map((e) => e.textContent)"
LINES = "() => [...document.querySelectorAll('#answer .checks > li')].map((e) => e.innerText.replace(/\\s+/g, ' '))"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Books:
    return Books(tmp_path_factory.mktemp("hjælp"))


# ------------------------------------------------------------------------------------- Seneste fejl


@pytest.fixture
def both(pane: Pane, chromium: Chromium, address: str, shown: Books) -> Iterator[tuple[Pane, Pane]]:
    """The pane, in which nothing is refused yet, and the page behind the functions, as two add-ins in one Excel."""
    states.ready(pane, shown)
    functions = chromium.open(pane.profile, f"{address}funktioner.html")
    functions.until(READY, timeout=120_000)
    yield pane, functions
    functions.ask("close")


def test_a_cell_in_error_is_told_with_its_sentence_and_a_link(both, shown) -> None:
    pane, functions = both
    pane.open_book(shown.in_error)
    call = """([given, address]) => standin.cell("FORDEL_ANDEL", [given], address)"""
    functions.run(call, [[["abc"], [200]], "'Min nøgle'!C2"])
    pane.press("seneste_fejl")
    pane.answer()
    assert pane.run(LINES) == [
        'Min nøgle!C2 FORDEL_ANDEL tal, nr. 1: "abc" er ikke et tal',
        "Min nøgle!C5 FORDEL_PULJE Hvorfor, står ved cellen: hold musen over dens mærke."]
    pane.ask("click", selector="#answer a.place")
    pane.until("() => standin.behind.book.selected === 'Min nøgle!C2'")
    functions.run(call, [[[1], [3]], "'Min nøgle'!C2"])  # mended: what it was is forgotten
    pane.press("seneste_fejl")
    pane.answer()
    assert pane.run(LINES)[0] == "Min nøgle!C2 FORDEL_ANDEL Hvorfor, står ved cellen: hold musen over dens mærke."


def test_other_peoples_errors_and_hidden_sheets_are_not_told(pane, shown) -> None:
    seed = shown.in_error
    seed["sheets"][0]["visible"] = False
    seed["sheets"].append({"name": "Ark", "cells": [[0, 0, "#DIV/0!", "=1/0"], [1, 0, 5, "=FORDEL_ANDEL(A1:A2)"]]})
    states.settle(pane)
    pane.open_book(shown.budget)
    pane.open_book(seed)
    pane.press("seneste_fejl")
    assert "Ingen celler med Fordels funktioner viser fejl" in pane.answer()


def test_what_a_button_has_refused_is_told_too(pane, shown) -> None:
    states.refused(pane, shown)
    pane.press("seneste_fejl")
    pane.answer()
    (line,) = pane.run(LINES)[:1]
    assert re.match(r"Fordel pulje kl\. \d\d\.\d\d .*ca\. 40", line)


# ------------------------------------------------------------------------------------- Ny fra skabelon


def test_a_template_is_opened_as_a_new_workbook_with_the_formulas_excel_binds(pane, shown) -> None:
    states.settle(pane)
    pane.open_book(shown.budget)
    before = pane.run("() => standin.state()")
    pane.press("ny_fra_skabelon")
    said = pane.answer()
    assert all(skabelon(name).titel in said for name in NAVNE)
    pane.run("() => { document.getElementById('answer').hidden = true; standin.created.length = 0; }")
    pane.run("() => document.querySelector('#answer button[data-template=boernetaelling]').click()")
    said = pane.answer()
    assert "er åbnet som en ny projektmappe" in said and skabelon("boernetaelling").ark[0].navn in said
    (made,) = pane.run("() => standin.created")
    assert base64.b64decode(made) == template("boernetaelling", WEB)
    assert pane.run("() => standin.state()") == before


def test_where_excel_will_not_it_is_a_sentence(pane, shown) -> None:
    states.settle(pane)
    pane.open_book(shown.budget)
    pane.open_book(shown.budget, refuse="createWorkbook")
    pane.press("ny_fra_skabelon")
    pane.answer()
    pane.run("() => { document.getElementById('answer').hidden = true; }")
    pane.run("() => document.querySelector('#answer button[data-template=kombination]').click()")
    assert "Excel kunne ikke gøre det (GeneralException). Intet er skrevet." in pane.answer()


# ------------------------------------------------------------------------------------- Funktioner


def test_every_function_is_there_and_a_search_finds_by_name_text_and_argument(pane, shown) -> None:
    states.functions(pane, shown)
    assert pane.run(SHOWN) == [found.name for found in descriptions()]
    pane.ask("fill", selector="#search", text="LOFT")
    found = pane.run(SHOWN)
    assert "FORDEL_PULJE" in found and len(found) < len(descriptions())
    assert pane.text("#answer [role=status]") == f"{len(found)} funktion{'er' * (len(found) != 1)}"
    pane.ask("fill", selector="#search", text="findes ikke")
    assert pane.run(SHOWN) == [] and pane.text("#answer [role=status]") == "0 funktioner"
    assert pane.run("() => [...document.querySelectorAll('#answer section')].every((each) => each.hidden)")


def insert(pane: Pane, name: str, label: str, cell: str) -> str:
    """What the pane says."""
    pane.run("""([name, label, cell]) => {
      standin.behind.book.selected = cell;
      document.getElementById("note").textContent = "";
      document.querySelector(`#answer button[aria-label="${label}: ${name}"]`).click();
    }""", [name, label, cell])
    pane.until("() => document.getElementById('note').textContent !== ''")
    return pane.text("#note")


def formula(pane: Pane, row: int, column: int) -> str | None:
    found: str | None = pane.run("([row, column]) => standin.behind.book.find('Min nøgle').cells.get(row * 16384 + "
                                 "column)?.formula ?? null", [row, column])
    return found


@pytest.mark.parametrize("label", ["Indsæt", "Indsæt med alle argumenter"])
def test_a_function_is_put_into_the_chosen_cell_with_the_names_of_its_arguments(pane, shown, label) -> None:
    states.functions(pane, shown)
    (found,) = [each for each in descriptions() if each.name == "FORDEL_PULJE"]
    said = insert(pane, found.name, label, "Min nøgle!E5")
    wanted = [each.name for each in found.arguments if label != "Indsæt" or not each.optional]
    assert formula(pane, 4, 4) == f"=FORDEL_PULJE({','.join(wanted)})"
    assert said.startswith(f"=FORDEL_PULJE({';'.join(wanted)}) er sat ind i Min nøgle!E5.") and "#NAVN?" in said


def test_a_cell_with_something_in_it_is_left_alone(pane, shown) -> None:
    states.functions(pane, shown)
    was = pane.run("() => standin.state()")
    assert insert(pane, "FORDEL_ANDEL", "Indsæt", "Min nøgle!B3") == (
        "Min nøgle!B3 er ikke tom. Vælg en tom celle, og prøv igen.")
    assert pane.run("() => standin.state()") == was


def test_a_protected_sheet_is_said_to_be_so(pane, shown) -> None:
    states.functions(pane, shown)
    pane.run("() => { standin.behind.book.find('Min nøgle').locked = true; }")
    assert "beskyttet" in insert(pane, "FORDEL_ANDEL", "Indsæt", "Min nøgle!E5")


def test_no_argument_has_a_name_that_is_a_cell_or_no_name() -> None:
    """Else the formula that is put in would not be one."""
    for found in descriptions():
        for each in found.arguments:
            assert re.fullmatch(r"[a-z][a-z_0-9]*", each.name) and each.name not in ("r", "c"), found.name
            assert not re.fullmatch(r"[a-z]{1,3}\d+", each.name), (found.name, each.name)


# ------------------------------------------------------------------------------------- Om


def test_it_says_which_it_is_what_becomes_of_the_figures_and_where_it_runs(pane, shown) -> None:
    pane.open_book(shown.budget)
    pane.press("om")
    said = pane.answer()
    assert f"Fordel {VERSION}" in said and all(line in said for line in PRIVACY)
    told = dict(line.split(": ", 1) for line in pane.text("#answer pre").splitlines())
    assert told["Fordel"] == VERSION and told["Python"].startswith("3.") and told["Excel"] == "16.0 (PC)"
    assert told["Excel kan"] == "ExcelApi 1.20, ExcelUndoApiAll, SharedRuntime, CustomFunctionsRuntime"
    assert "dagtilbud" not in said.lower().replace("dagtilbud og", "")  # nothing of the workbook
    pane.run("""() => {
      globalThis.copied = "";
      document.addEventListener("copy", () => { copied = String(getSelection()); }, { once: true });
      [...document.querySelectorAll("#answer button")].find((each) => each.textContent === "Kopiér diagnosen").click();
    }""")
    assert f"Fordel: {VERSION}" in pane.run("() => copied") and "Kopieret." in pane.text("#answer")
