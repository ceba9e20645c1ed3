"""What the user meets in the pane: questions, red checks, refusals, faults, and cells that must stay text."""

from __future__ import annotations

from typing import Any

import pytest

from tests.addin.hosts.excel.web import books
from tests.addin.hosts.excel.web.chromium import Pane
from tests.addin.hosts.excel.web.test_buttons import fill
from tests.hosts_agree.test_excel_button import ANSWERS, calculated

pytestmark = pytest.mark.chromium

STATE = "() => standin.state()"


@pytest.fixture
def budget(tmp_path) -> dict[str, Any]:
    return books.seed(calculated("dagtilbud_budget_2023", tmp_path))


@pytest.fixture
def savings(tmp_path) -> dict[str, Any]:
    """Asks which column, and has a red check."""
    return books.seed(calculated("skoler_besparelse_2020", tmp_path))


def pressed(pane: Pane, action: str = "fordel_pulje") -> str:
    return pane.whole(action)


# ------------------------------------------------------------------------------------- a question, and a red check


def test_what_must_be_asked_is_asked_in_a_form_and_a_red_check_wants_a_reason(pane, savings) -> None:
    pane.open_book(savings)
    before = pane.run(STATE)
    said = pressed(pane)
    assert said.startswith("Fordel pulje: 2 spørgsmål") and "Nøgle" in said
    pane.ask("click", selector="#answer form button[type=submit]")  # nothing is chosen
    pane.until("() => document.querySelector('#answer .open:not([hidden])') !== null")
    assert "Vælg et svar." in pane.text("#answer") and pane.run(STATE) == before
    place = pane.text("#answer fieldset a.place")
    pane.ask("click", selector="#answer fieldset a.place")
    pane.until("() => standin.behind.book.selected !== ''")
    assert place.removeprefix("Vis ") == pane.run("() => standin.behind.book.selected")
    while not pane.run("() => Boolean(document.querySelector('#answer textarea'))"):
        fill(pane, ANSWERS)
        pane.answer()
    said = pane.text("#answer")
    assert said.startswith("Fordel pulje: noget er rødt") and pane.run(STATE) == before
    assert "Nøgle uden børn" in said and "Sådan rettes det: Skriv børnetallet" in said and "Begrundelse" in said
    pane.ask("fill", selector="#answer textarea", text="1.")
    pane.ask("click", selector="#answer form button[type=submit]")
    pane.until("() => document.querySelector('#answer .open:not([hidden])') !== null")
    assert "Skriv begrundelsen med ord." in pane.text("#answer")
    pane.ask("fill", selector="#answer textarea", text="FU har <b>ingen</b> elever. =1+1")
    pane.ask("click", selector="#answer form button[type=submit]")
    pane.until("() => Boolean(document.getElementById('go'))")
    assert "Rødt, tilsidesat med en begrundelse" in pane.text("#answer") and pane.run(STATE) == before
    assert pane.go().startswith("Fordel pulje: færdig")
    assert pane.run("""() => standin.behind.book.sheets.some((sheet) =>
      [...sheet.cells.values()].some(({ value, formula }) => !formula && String(value).includes("<b>ingen</b>")))""")


def test_red_checks_are_told_as_red(pane, savings) -> None:
    pane.open_book(savings)
    pressed(pane, "fordel_tjek")
    fill(pane, ANSWERS)
    assert "1 rødt tjek stopper" in pane.answer()
    assert pane.go().startswith("Fordel tjek: noget er rødt") and pane.text("#answer h3") == "Rødt"


def test_a_question_may_be_left_and_nothing_is_written(pane, savings) -> None:
    pane.open_book(savings)
    before = pane.run(STATE)
    pressed(pane)
    pane.ask("click", selector="#cancel")
    pane.until("() => document.querySelector('#answer h2')?.textContent === 'Fordel pulje: stoppet'")
    assert "Intet er skrevet." in pane.text("#answer") and pane.run(STATE) == before
    pane.until("() => !document.querySelector('button.action').disabled")


# ------------------------------------------------------------------------------------- the result


def test_the_result_is_told_and_leads_to_the_sheets(pane, budget) -> None:
    pane.open_book(budget)
    said = pressed(pane)
    assert "Pulje, kr." in said and "Ctrl+Z" in said
    pane.run("() => [...document.querySelectorAll('#answer a.place')].find((each) => "
             "each.textContent === 'Fordeling trin').click()")
    pane.until("() => standin.behind.book.selected.startsWith('Fordeling trin!')")


@pytest.mark.parametrize("first", ["=", "+", "-", "@"])
def test_text_that_looks_like_a_formula_stays_text(pane, budget, first) -> None:
    """A name of an institution may be anything: in our sheets it is the text it is in theirs."""
    changed = f"{first}HYPERLINK(\"http://x\") <img src=x onerror=alert(1)>"
    (cell,) = [cell for sheet in budget["sheets"] for cell in sheet["cells"] if cell[2] == "Grævlingen"]
    cell[2] = changed
    pane.open_book(budget)
    assert "færdig" in pressed(pane)
    found = pane.run("""(text) => standin.behind.book.sheets.filter((sheet) => sheet.name.startsWith("Fordel"))
      .flatMap((sheet) => [...sheet.cells.values()]).filter(({ value }) => value === text)
      .map(({ formula }) => formula)""", changed)
    assert len(found) >= 2 and set(found) == {None}
    assert pane.run("() => document.querySelectorAll('#answer img').length") == 0


# ------------------------------------------------------------------------------------- what does not go


def test_a_protected_workbook_is_left_alone(pane, budget) -> None:
    pane.open_book({**budget, "locked": True})
    before = pane.run(STATE)
    said = pressed(pane)
    assert "Fordel pulje: ikke udført" in said and "Projektmappens struktur er beskyttet" in said
    assert pane.run(STATE) == before


def test_a_protected_sheet_of_ours_is_named(pane, budget) -> None:
    pane.open_book(budget)
    pressed(pane)
    pane.run("() => { standin.behind.book.find('Fordeling trin').locked = true; }")
    before = pane.run(STATE)
    assert 'Arket "Fordeling trin" er beskyttet' in pressed(pane) and pane.run(STATE) == before


def test_a_cell_being_edited_is_waited_for(pane, budget) -> None:
    pane.open_book(budget)
    pane.run("() => { standin.behind.editing = new Promise((done) => { globalThis.enter = done; }); }")
    pane.press("fordel_pulje")
    pane.until("() => document.getElementById('hint').textContent.includes('Enter eller Esc')")
    assert pane.run("() => standin.behind.syncs") == 0
    pane.run("() => { standin.behind.editing = null; enter(); }")
    pane.answer()
    assert "færdig" in pane.go()


@pytest.mark.parametrize("sets", [{"ExcelApi": "1.17"}, {"ExcelApi": "1.20", "ExcelUndoApiAll": "1.0"}])
def test_where_excel_stops_half_way_all_of_it_is_taken_back_at_once(pane, budget, sets) -> None:
    pane.open_book(budget, refuse="Chart.setPosition", sets=sets)
    before = pane.run(STATE)
    said = pressed(pane)
    assert "Excel kunne ikke gøre det (GeneralException ved Chart.setPosition). Intet er skrevet." in said
    assert pane.run(STATE) == before
    pane.run("() => { standin.behind.settings.refuse = ''; }")
    assert "færdig" in pressed(pane)


def test_where_that_does_not_go_either_it_is_said_and_the_button_takes_it_back(pane, budget) -> None:
    pane.open_book(budget, refuse=["Chart.setPosition", "Worksheet.delete"], sets={"ExcelApi": "1.17"})
    before = pane.run(STATE)
    said = pressed(pane)
    assert "Excel kunne ikke gøre det (GeneralException ved Chart.setPosition)." in said
    assert "Kør igen, så bliver de skrevet forfra, eller tryk på Fortryd fordeling." in said
    assert pane.run(STATE) != before
    pane.run("() => { standin.behind.settings.refuse = ''; }")
    assert "Taget tilbage." in pressed(pane, "fortryd") and pane.run(STATE) == before
    assert "færdig" in pressed(pane)


def test_a_fault_of_ours_looks_like_one_and_nothing_is_written(pane, budget) -> None:
    pane.open_book(budget)
    before = pane.run(STATE)
    pane.run("""() => {
      const button = document.querySelector("button[data-action=fordel_pulje]");
      button.dataset.action = "findes_ikke";
      button.click();
      button.dataset.action = "fordel_pulje";
    }""")
    said = pane.answer()
    assert "fejl i Fordel" in said and "KeyError" in said and "Intet er skrevet." in said
    assert "Krudt" not in said and pane.run(STATE) == before
