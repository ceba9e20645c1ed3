"""What a button does is said before and after, with links to the cells; and what the user does meanwhile."""

from __future__ import annotations

from typing import Any

import pytest

from tests.addin.hosts.excel.web import states
from tests.addin.hosts.excel.web.books import Books
from tests.addin.hosts.excel.web.chromium import Pane
from tests.addin.hosts.excel.web.test_undo import OURS

pytestmark = pytest.mark.chromium

STATE = "() => standin.state()"
MARKED = "() => standin.behind.book.selected"
TITLE = "() => document.getElementById('answer-title').textContent"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Books:
    return Books(tmp_path_factory.mktemp("før"))


def rows(pane: Pane, selector: str) -> list[list[str]]:
    found: list[list[str]] = pane.run("""(selector) => [...document.querySelectorAll(`${selector} tr`)].map((row) => (
      [...row.cells].map((cell) => cell.textContent)))""", selector)
    return found


def follow(pane: Pane, text: str) -> str:
    """The cells a link leads to."""
    pane.run("""(text) => {
      standin.behind.book.selected = "";
      [...document.querySelectorAll("#answer a.place")].find((each) => each.textContent === text).click();
    }""", text)
    pane.until("() => standin.behind.book.selected !== ''")
    return str(pane.run(MARKED))


def meanwhile(pane: Pane, code: str) -> None:
    """What the user does in the workbook."""
    pane.run(f"() => {{ const book = standin.behind.book; {code} }}")


# ------------------------------------------------------------------------------------- before


def test_what_was_found_is_shown_with_links_and_nothing_is_written(pane, shown) -> None:
    pane.open_book(shown.budget)
    was = pane.run(STATE)
    pane.press("fordel_pulje")
    said = pane.answer()
    assert said.startswith("Fordel pulje: klar") and pane.run(STATE) == was
    found = {label: value for label, value in rows(pane, "#answer table.found")}
    assert found["Institutioner"].startswith("24") and found["Belastning pr. barn"].startswith("Dagtilbud!G7:G43")
    assert found["Pulje"] == "9.590.000Navnet Pulje_2023"
    assert follow(pane, "24") == "Dagtilbud!B7:B43"
    assert follow(pane, "Dagtilbud!G7:G43") == "Dagtilbud!G7:G43"
    assert follow(pane, "B10") == "Forudsætninger!B10"  # of a sentence that begins with the sheet
    assert f"Nye ark: {', '.join(OURS)}" in said
    assert "Dine egne ark bliver ikke rørt." in said and "Ctrl+Z tager det hele tilbage." in said
    assert pane.run(STATE) == was


def test_the_amounts_shown_before_are_those_that_are_written(pane, shown) -> None:
    states.before(pane, shown)
    promised = rows(pane, "#answer table.amounts")
    assert promised[0] == ["Institution", "kr.", "kr. pr. barn", "Ændring"] and len(promised) == 26
    pane.go()
    assert rows(pane, "#answer table.amounts") == promised
    written = pane.run("() => standin.behind.book.sheets.flatMap((sheet) => [...sheet.cells.values()].map((each) => "
                       "each.value))")
    amounts = [float(row[1].replace(".", "")) for row in promised[1:]]
    assert sum(amounts[:-1]) == amounts[-1] == 9_590_000
    assert set(amounts) <= set(written)


def test_before_a_second_run_it_says_what_is_written_over(pane, shown) -> None:
    states.over(pane, shown)
    assert f"Skrives på ny: {', '.join(OURS[:-1])}" in pane.text("#answer .happens")


def test_a_no_writes_nothing(pane, shown) -> None:
    states.before(pane, shown)
    was = pane.run(STATE)
    pane.ask("key", key="Escape")
    pane.until("() => document.getElementById('answer-title').textContent === 'Fordel pulje: stoppet'")
    assert pane.run(STATE) == was and "Intet er skrevet." in pane.text("#answer")


def test_another_button_leaves_what_waits_for_an_answer(pane, shown) -> None:
    """No dead end: the ribbon can be pressed while the pane asks."""
    states.questions(pane, shown)
    was = pane.run(STATE)
    pane.press("om")
    assert pane.answer().startswith("Om Fordel") and pane.run(STATE) == was
    states.before(pane, shown)
    pane.press("fordel_tjek")
    assert pane.answer().startswith("Fordel tjek: klar") and "færdig" not in pane.text("#answer")
    assert "Fordel tjek: færdig" in pane.go()


# ------------------------------------------------------------------------------------- after


def test_the_result_has_its_table_key_figures_warnings_sheets_and_a_way_back(pane, shown) -> None:
    states.written(pane, shown)
    said = pane.text("#answer")
    for line in ("Pulje: 9.590.000 kr. Fordelt: 9.590.000 kr. Ikke fordelt: 0 kr.", "Nøgletal", "Se efter", "Skrevet"):
        assert line in said, line
    assert pane.run("() => document.querySelectorAll('.amounts tbody tr:not([hidden])').length") == 10
    assert follow(pane, "Fordeling kontrol") == "Fordeling kontrol!A1"
    assert follow(pane, "Dagtilbud!F27") == "Dagtilbud!F27"
    pane.run("""() => {
      const [back] = [...document.querySelectorAll("#answer .undo button")];
      document.getElementById("answer").hidden = true;
      back.click();
    }""")
    assert "Taget tilbage." in pane.answer()
    assert not pane.run("() => standin.behind.book.find('Fordeling')")


def test_a_refusal_selects_the_cell_that_is_wrong(pane, shown) -> None:
    pane.open_book(shown.unreadable)
    was = pane.run(STATE)
    said = pane.whole()
    assert said.startswith("Fordel pulje: ikke udført") and "ca. 40" in said and "Intet er skrevet." in said
    pane.until("() => standin.behind.book.selected !== ''")
    cell = pane.run("""() => {
      const sheet = standin.behind.book.find("Dagtilbud");
      const [key] = [...sheet.cells].find(([, cell]) => cell.value === "ca. 40");
      return `Dagtilbud!D${Math.floor(key / 16384) + 1}`;
    }""")
    assert pane.run(MARKED) == cell and cell in said and pane.run(STATE) == was
    assert pane.text("#note") == f"{cell} er markeret."


def test_a_link_to_a_sheet_that_is_gone_says_so(pane, shown) -> None:
    states.before(pane, shown)
    meanwhile(pane, "book.find('Dagtilbud').visibility = 'Hidden';")
    pane.run("() => document.querySelector('#answer table.found a.place').click()")
    pane.until("() => document.getElementById('note').textContent !== ''")
    assert "arket er skjult eller findes ikke mere" in pane.text("#note")


# ------------------------------------------------------------------------------------- meanwhile


def test_a_change_after_it_was_shown_is_shown_anew_and_not_written(pane, shown) -> None:
    states.changed(pane, shown)
    said = pane.text("#answer")
    assert said.startswith("Fordel pulje: klar") and "Projektmappen er ændret, siden det blev vist." in said
    assert "Pulje: 9.000.000 kr." in said and not pane.run("() => standin.behind.book.find('Fordeling')")
    assert "Fordelt: 9.000.000 kr." in pane.go()


def test_a_change_that_changes_nothing_of_it_does_not_stop_it(pane, shown) -> None:
    states.before(pane, shown)
    meanwhile(pane, "book.find('Forudsætninger').cells.set(40 * 16384 + 6, { value: 'Husk mødet', formula: null });")
    assert "færdig" in pane.go()


@pytest.mark.parametrize("code, sentence", [
    ("book.name = 'Anden.xlsx';", "Det er en anden projektmappe, der er fremme nu"),
    ("book.find('Dagtilbud').name = 'Nyt navn';", 'Arket "Dagtilbud" er omdøbt eller slettet imens'),
    ("book.sheets.splice(book.sheets.indexOf(book.find('Dagtilbud')), 1);",
     'Arket "Dagtilbud" er omdøbt eller slettet imens'),
    ("const made = Object.create(Object.getPrototypeOf(book.sheets[0])); Object.assign(made, book.sheets[0], "
     "{ name: 'fordeling' }); book.sheets.push(made);", 'Der er imens kommet et ark, som hedder "Fordeling"'),
])
def test_what_is_done_right_before_it_is_written_stops_it(pane, shown, code, sentence) -> None:
    """After the pane has looked the second time, and before its first cell."""
    states.before(pane, shown)
    pane.run(f"""() => {{
      const status = document.getElementById("status");
      const watch = new MutationObserver(() => {{
        if (!status.textContent.startsWith("Skriver")) return;
        watch.disconnect();
        const book = standin.behind.book;
        {code}
        globalThis.was = standin.state();
      }});
      watch.observe(status, {{ childList: true }});
      standin.behind.settings.delay = 20;
    }}""")
    said = pane.go()
    assert sentence in said and "Intet er skrevet." in said, said
    assert pane.run(STATE) == pane.run("() => was")


@pytest.mark.parametrize("code, sentence", [
    ("const ours = book.find('Fordeling trin'); ours.gone = true; book.sheets.splice(book.sheets.indexOf(ours), 1);",
     'Arket "Fordeling trin" er omdøbt eller slettet imens'),
    ("book.find('Dagtilbud').name = 'Nyt navn';", 'Arket "Dagtilbud" er omdøbt eller slettet imens'),
])
def test_what_is_done_while_it_is_written_takes_all_of_it_back(pane, shown, code, sentence) -> None:
    """When the sheets are there, and not all of them is written."""
    pane.open_book(shown.seed("dagtilbud_budget_2023"), sets={"ExcelApi": "1.17"})
    pane.press("fordel_pulje")
    pane.answer()
    pane.run(f"""() => {{
      const timer = setInterval(() => {{
        const book = standin.behind.book;
        if (!book.find("Fordeling trin")) return;
        clearInterval(timer);
        {code}
      }}, 1);
      standin.behind.settings.delay = 20;
    }}""")
    said = pane.go()
    assert sentence in said and "Intet er skrevet." in said, said
    assert not [name for name in names(pane) if name.startswith("Fordel")]
    assert pane.run("() => standin.behind.book.names.filter(({ name }) => name.startsWith('Fordel')).length") == 0


def names(pane: Pane) -> list[str]:
    found: list[str] = pane.run("() => standin.behind.book.sheets.map(({ name }) => name)")
    return found


def test_a_sheet_of_the_users_own_is_never_taken_for_one_of_ours(pane, shown) -> None:
    """With the name of one of ours, come while it is written: it stays, whatever is taken back."""
    pane.open_book(shown.budget, refuse="Chart.setPosition", sets={"ExcelApi": "1.17"})
    pane.press("fordel_pulje")
    pane.answer()
    pane.run("""() => {
      const timer = setInterval(() => {
        const found = standin.behind.book.find("Fordeling trin");
        if (!found) return;
        clearInterval(timer);
        found.names = []; // as if it were the user's
      }, 1);
      standin.behind.settings.delay = 30;
    }""")
    pane.go()
    assert "Fordeling" not in names(pane) and "Fordeling trin" in names(pane)


# ------------------------------------------------------------------------------------- a second press


def test_while_it_works_a_second_press_does_nothing(pane, shown) -> None:
    pane.open_book(shown.budget)
    pane.press("fordel_pulje")
    pane.answer()
    alone = counted(pane)
    pane.open_book(shown.budget, delay=15)
    pane.run("""() => {
      document.getElementById("answer").hidden = true;
      for (let each = 0; each < 3; each++) standin.press("fordel_pulje");
      setTimeout(() => standin.press("fordel_tjek"), 20);
    }""")
    assert pane.answer().startswith("Fordel pulje: klar") and counted(pane) == alone
    pane.run("() => { standin.behind.syncs = 0; }")
    pane.run("""() => {
      const go = document.getElementById("go");
      go.click(); go.click(); go.click();
      document.getElementById("answer").hidden = true;
      setTimeout(() => { standin.press("fordel_pulje"); standin.press("fortryd"); }, 40);
    }""")
    assert pane.answer().startswith("Fordel pulje: færdig")
    assert [name for name in names(pane) if name.startswith("Fordel")] == OURS


def counted(pane: Pane) -> Any:
    return pane.run("() => standin.behind.syncs")


def test_a_run_whose_pane_is_closed_can_be_made_again(pane, shown) -> None:
    """What a closed pane has begun bears the mark of ours from the first, and is written over."""
    pane.open_book(shown.budget, sets={"ExcelApi": "1.17"}, refuse="Range.formulas")
    pane.run("() => { standin.behind.settings.refuse = ['Range.formulas', 'Worksheet.delete']; }")
    pane.whole()  # as far as a pane comes that is closed when its sheets are there, and nothing on them
    assert "Fordeling" in names(pane)
    pane.run("() => { standin.behind.settings.refuse = ''; globalThis.kept = standin.behind.book; }")
    assert "færdig" in pane.whole()
    assert [name for name in names(pane) if name.startswith("Fordel")] == OURS
