"""Every state the pane can be in when Python is there, and how it comes there."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

from addin.actions.udmeld import ACCEPTERET
from tests.addin.hosts.excel.web.books import Books
from tests.addin.hosts.excel.web.chromium import READY, Pane
from tests.addin.hosts.excel.web.test_buttons import fill
from tests.addin.hosts.files.web.page import FILL
from tests.hosts_agree.test_excel_button import ANSWERS

WIDTHS = (320, 450)
HEIGHT = 760
FORM = "() => Boolean(document.querySelector('#answer form'))"
REASON = "() => Boolean(document.querySelector('#answer textarea'))"


def ready(pane: Pane, books: Books) -> None:
    pane.ask("reload")
    pane.until(READY, timeout=120_000)
    pane.open_book(books.budget)


def pressed(pane: Pane, book: Any, button: str = "fordel_pulje") -> None:
    """A workbook, a button, and what the pane answers."""
    pane.open_book(book)
    pane.press(button)
    pane.answer()


def answer_all(pane: Pane) -> None:
    while pane.run(FORM):
        fill(pane, ANSWERS)
        pane.answer()


def questions(pane: Pane, books: Books) -> None:
    pressed(pane, books.savings)


def unanswered(pane: Pane, books: Books) -> None:
    questions(pane, books)
    pane.ask("click", selector="#answer form button[type=submit]")
    pane.until("() => Boolean(document.querySelector('.open[role=alert]:not([hidden])'))")


def red(pane: Pane, books: Books) -> None:
    questions(pane, books)
    while not pane.run(REASON):
        fill(pane, ANSWERS)
        pane.answer()


def before(pane: Pane, books: Books) -> None:
    pressed(pane, books.budget)


def changed(pane: Pane, books: Books) -> None:
    """The pool is another when it is to be written than when it was shown."""
    before(pane, books)
    change(pane)
    pane.go()


def change(pane: Pane) -> None:
    pane.run("""() => {
      const name = standin.behind.book.names.find((each) => each.name === "Pulje_2023");
      const [, sheet, row] = name.formula.match(/^='?(.*?)'?!.*?(\\d+)$/);
      const found = standin.behind.book.find(sheet);
      for (const [key, cell] of found.cells) {
        if (Math.floor(key / 16384) === Number(row) - 1 && typeof cell.value === "number") {
          found.cells.set(key, { value: 9000000, formula: null });
        }
      }
    }""")


def written(pane: Pane, books: Books) -> None:
    pane.open_book(books.budget)
    pane.whole()


def over(pane: Pane, books: Books) -> None:
    """Before a second run, over what the first has written."""
    written(pane, books)
    pane.press("fordel_pulje")
    pane.answer()


def without_undo(pane: Pane, books: Books) -> None:
    """An Excel that cannot gather a run to one step."""
    pane.open_book(books.budget, sets={"ExcelApi": "1.17", "SharedRuntime": "1.2"})
    pane.whole()


def overruled(pane: Pane, books: Books) -> None:
    """Written in spite of a red check, with a reason."""
    red(pane, books)
    fill(pane, ANSWERS)
    pane.answer()
    pane.go()


def checks_before(pane: Pane, books: Books) -> None:
    pressed(pane, books.savings, "fordel_tjek")
    answer_all(pane)


def checks_written(pane: Pane, books: Books) -> None:
    checks_before(pane, books)
    pane.go()


def setup_before(pane: Pane, books: Books) -> None:
    pressed(pane, books.budget, "opret_opsaetning")


def setup_written(pane: Pane, books: Books) -> None:
    setup_before(pane, books)
    pane.go()


def refused(pane: Pane, books: Books) -> None:
    pane.open_book(books.unreadable)
    pane.whole()


def red_on_the_sheet(pane: Pane, books: Books) -> None:
    """Two checks stop, and a reason carries one of them only."""
    seed = books.savings
    cells = seed["sheets"][0]["cells"]
    cells.remove(next(cell for cell in cells if cell[:2] == [7, 3]))
    pressed(pane, seed)
    answer_all(pane)


def protected(pane: Pane, books: Books) -> None:
    pane.open_book({**books.budget, "locked": True})
    pane.whole()


def stopped(pane: Pane, books: Books) -> None:
    before(pane, books)
    pane.ask("click", selector="#cancel")
    pane.answer()


def excel_stopped(pane: Pane, books: Books) -> None:
    pane.open_book(books.budget, refuse="Chart.setPosition")
    pane.whole()


def taken_back(pane: Pane, books: Books) -> None:
    written(pane, books)
    pane.whole("fortryd")


def bug(pane: Pane, books: Books) -> None:
    pane.open_book(books.budget)
    pane.run("""() => {
      document.getElementById("answer").hidden = true;
      const button = document.querySelector("button[data-action=fordel_pulje]");
      button.dataset.action = "findes_ikke";
      button.click();
      button.dataset.action = "fordel_pulje";
    }""")
    pane.answer()


def reading(pane: Pane, books: Books) -> None:
    working(pane, books, "Læser")


def computing(pane: Pane, books: Books) -> None:
    working(pane, books, "Regner")


def writing(pane: Pane, books: Books) -> None:
    pressed(pane, books.budget)
    pane.run("() => { standin.behind.settings.delay = 3000; document.getElementById('go').click(); }")
    pane.until("() => document.getElementById('status').textContent.startsWith('Skriver')", timeout=30_000)


# Python is asked three seconds later, once: else a busy machine may look too late to see that it computes.
LATER = """() => {
  const ask = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (...told) {
    Worker.prototype.postMessage = ask;
    setTimeout(() => ask.apply(this, told), 3000);
  };
}"""


def working(pane: Pane, books: Books, what: str) -> None:
    pane.open_book(books.budget, delay=3000 if what == "Læser" else 0)
    if what == "Regner":
        pane.run(LATER)
    pane.press("fordel_pulje")
    pane.until(f"() => document.getElementById('status').textContent.startsWith('{what}')", timeout=30_000)


def no_errors(pane: Pane, books: Books) -> None:
    ready(pane, books)
    pane.whole("seneste_fejl")


def errors(pane: Pane, books: Books) -> None:
    """One with its sentence, as the page behind the functions tells it; one of a button."""
    refused(pane, books)
    pane.open_book(books.in_error)
    pane.run("""() => {
      globalThis.line?.close();
      globalThis.line = new BroadcastChannel("fordel-fejl");
      line.onmessage = ({ data }) => data === "?" && line.postMessage(
        [["Min nøgle!C2", ["FORDEL_ANDEL", 'tal, nr. 1: "abc" er ikke et tal']]]);
    }""")
    pane.whole("seneste_fejl")
    pane.run("() => line.close()")


def functions(pane: Pane, books: Books) -> None:
    pane.open_book(books.in_error)
    pane.whole("funktioner")


def one_function(pane: Pane, books: Books) -> None:
    """Sought, opened, and put into a cell."""
    functions(pane, books)
    pane.ask("fill", selector="#search", text="garanti")
    pane.run("() => { standin.behind.book.selected = 'Min nøgle!E2'; }")
    pane.ask("click", selector="#answer details:not([hidden]) summary")
    pane.ask("click", selector="#answer details:not([hidden]) button[data-formula]")
    pane.until("() => document.getElementById('note').textContent !== ''")


def templates(pane: Pane, books: Books) -> None:
    pane.whole("ny_fra_skabelon")


def no_file(pane: Pane, books: Books) -> None:
    """Klargør in an Excel that gives no add-in the file."""
    pane.open_book(books.budget, sets={"ExcelApi": "1.20", "SharedRuntime": "1.2"})
    pane.whole("klargoer")


def before_a_job(pane: Pane, books: Books) -> None:
    """What is made, of what, and an edition before; the file that Excel gives is that of the workbook."""
    source = books.file("dagtilbud_budget_2023")
    pane.open_book(books.budget)
    pane.run("(file) => { standin.file = file; }", base64.b64encode(source.read_bytes()).decode())
    pane.press("udmeld")
    pane.answer()
    pane.ask("files", selector="#earlier", paths=[str(source)])


def job_asks(pane: Pane, books: Books) -> None:
    before_a_job(pane, books)
    pane.ask("click", selector="#earlier-list button")
    pane.go()


def job_done(pane: Pane, books: Books) -> None:
    job_asks(pane, books)
    while pane.run(FORM):
        pane.run(f"(answers) => {{ ({FILL})(answers); document.getElementById('answer').hidden = true; }}",
                 {"udgave": "endelig", ACCEPTERET: "Børneudvalget, 3. november 2026"})
        pane.answer()


def about(pane: Pane, books: Books) -> None:
    pane.whole("om")


STATES: dict[str, Callable[[Pane, Books], None]] = {
    "01 klar": ready, "02 læser": reading, "03 regner": computing, "04 spørgsmål": questions,
    "05 svar mangler": unanswered, "06 rødt, vil have begrundelse": red, "07 før der skrives": before,
    "08 ændret imens": changed, "09 skriver": writing, "10 fordelt": written, "11 før anden kørsel": over,
    "12 fordelt, Excel uden samlet fortryd": without_undo, "13 fordelt trods rødt": overruled,
    "14 tjek, før arket skrives": checks_before, "15 tjek skrevet": checks_written,
    "16 opsætning, før arket skrives": setup_before, "17 opsætning skrevet": setup_written, "18 afvist": refused,
    "19 afvist af tjek": red_on_the_sheet, "20 projektmappen er beskyttet": protected, "21 annulleret": stopped,
    "22 Excel stoppede": excel_stopped, "23 taget tilbage": taken_back, "24 fejl i Fordel": bug,
    "25 ingen fejl": no_errors, "26 seneste fejl": errors, "27 funktioner": functions,
    "28 en funktion sat ind": one_function, "29 om": about, "30 skabeloner": templates, "31 ingen fil": no_file,
    "32 før udmeldingen": before_a_job, "33 udmeldingen spørger": job_asks, "34 udmeldingen lavet": job_done,
}


def settle(pane: Pane) -> None:
    """What works is let come to its end, so that the next state begins quietly."""
    pane.run("() => { standin.behind.settings.delay = 0; }")
    pane.until("() => document.getElementById('work').hidden", timeout=120_000)
