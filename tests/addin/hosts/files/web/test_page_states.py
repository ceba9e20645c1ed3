"""How the page stands: read by all at every width, stopped, or without memory; and what it leaves behind."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path

import pytest

from addin.actions.udmeld import ACCEPTERET
from tests.addin.filejobs.files import distributed as cleared_from
from tests.addin.filejobs.files import houses
from tests.addin.hosts.excel.web.chromium import READY
from tests.addin.hosts.excel.web.test_loading import EVERYTHING
from tests.addin.hosts.excel.web.test_states import ENGLISH, WIDER, found_by_axe, press, tab_to, visible
from tests.addin.hosts.files.web.page import KEPT, Page, opened
from tests.addin.hosts.files.workbook_files import altered, parts
from tests.builders import budget
from tests.hosts_agree.test_excel_button import ANSWERS, calculated

pytestmark = pytest.mark.chromium

WIDTHS, HEIGHT = (360, 768, 1280), 800
SECRET, AMOUNT = "Hemmeligehuset", 7654321.25
SHEET = "xl/worksheets/sheet1.xml"
NO_MEMORY = """
const more = WebAssembly.Memory.prototype.grow;
WebAssembly.Memory.prototype.grow = function (pages) {
  if (this.buffer.byteLength + pages * 65536 > 80e6) throw new RangeError("out of memory");
  return more.call(this, pages);
};"""
LOOKS = "() => [...document.querySelectorAll('.choice')].map((each) => getComputedStyle(each).display)"
STEPS = """() => {
  globalThis.heard = [];
  const status = document.getElementById("status");
  new MutationObserver(() => heard.push(status.textContent)).observe(status, { childList: true, subtree: true });
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("side")


# ------------------------------------------------------------------------------------- at every width


def start(page: Page, folder: Path) -> None:
    page.ask("reload")
    page.until(READY, timeout=120_000)


def chosen(page: Page, folder: Path) -> None:
    page.choose(calculated("dagtilbud_budget_2023", folder))


def asked(page: Page, folder: Path) -> None:
    page.choose(calculated("skoler_besparelse_2020", folder))
    page.pushed()


def red(page: Page, folder: Path) -> None:
    page.reply(ANSWERS)


def overruled(page: Page, folder: Path) -> None:
    page.reply(ANSWERS)


def found(page: Page, folder: Path) -> None:
    chosen(page, folder)
    page.pushed("opret_opsaetning")


def checked(page: Page, folder: Path) -> None:
    page.pushed("fordel_tjek")


def distributed(page: Page, folder: Path) -> None:
    page.pushed()


def inspected(page: Page, folder: Path) -> None:
    page.pushed("efterse")


def clearing(page: Page, folder: Path) -> None:
    source = folder / "lille fordelt.xlsx"
    source.write_bytes(cleared_from(houses(), folder))
    page.choose(source)
    page.pushed("klargoer")
    page.ask("files", selector="#earlier", paths=[str(source)])


def own_sheets(page: Page, folder: Path) -> None:
    page.ask("click", selector="#go")
    page.settled()
    assert page.asks()


def small_counts(page: Page, folder: Path) -> None:
    page.reply({"klargoer ark 1": "nej:"})
    assert page.asks()


def cleared(page: Page, folder: Path) -> None:
    while page.asks():
        page.reply({"klargoer alligevel": "Udvalget kender tallene", "klargoer valgt af": "Børneudvalget"})
    assert page.text("#get-1")


def stating(page: Page, folder: Path) -> None:
    page.pushed("udmeld")


def stated(page: Page, folder: Path) -> None:
    page.ask("click", selector="#go")
    page.settled()
    while page.asks():
        page.reply({"udgave": "endelig", ACCEPTERET: "Børneudvalget"})
    assert page.text("#get")


def templates(page: Page, folder: Path) -> None:
    page.ask("click", selector="#new")
    page.answer()


def template(page: Page, folder: Path) -> None:
    page.ask("click", selector="#answer button[data-template=skolemodel]")
    page.until("() => Boolean(document.getElementById('get'))")


def spacious(folder: Path) -> Path:
    """A workbook whose sheet takes 40 MB unpacked."""
    data = budget(folder / "plads.xlsx").read_bytes()
    path = folder / "plads.xlsx"
    path.write_bytes(altered(data, {SHEET: parts(data)[SHEET] + b" " * (40 << 20)}))
    return path


def told_of_size(page: Page, folder: Path) -> None:
    page.choose(spacious(folder))
    assert "arkene fylder 40 MB udpakket" in page.text("#large") and "sekunder" in page.text("#large")


def refused(page: Page, folder: Path) -> None:
    page.drop(("b.xlsx", b"Navn;Tal\n"))


STATES: tuple[Callable[[Page, Path], None], ...] = (
    start, chosen, asked, red, overruled, found, checked, distributed, inspected, clearing, own_sheets, small_counts,
    cleared, stating, stated, templates, template, told_of_size, refused)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_a_state_can_be_read_by_all_at_every_width(page: Page, folder, state) -> None:
    """Each goes on from the one before."""
    state(page, folder)
    for width in WIDTHS:
        page.ask("size", width=width, height=HEIGHT)
        for theme in ("light", "dark") if width == WIDTHS[0] else ("light",):
            page.run("(theme) => { document.documentElement.dataset.theme = theme; }", theme)
            assert found_by_axe(page) == [], (width, theme)
        page.run("() => { document.documentElement.dataset.theme = 'light'; }")
        assert page.run(WIDER) == [], width
        assert page.run("() => document.documentElement.scrollWidth <= innerWidth"), width
        assert set(page.run(LOOKS)) <= {"flex"}
    assert not ENGLISH.search(visible(page)), ENGLISH.search(visible(page))


def test_it_is_used_by_keyboard_alone(page: Page, folder) -> None:
    start(page, folder)
    tab_to(page, "Prøv med et eksempel")
    press(page, "Enter")
    page.until("() => document.activeElement.dataset.action === 'opret_opsaetning'")
    tab_to(page, "Fordel pulje")
    press(page, "Enter")
    page.until("() => document.activeElement.id === 'answer-title'", timeout=60_000)
    tab_to(page, "Hent filen: Solbakke budget 2027 fordelt.xlsx")


# ------------------------------------------------------------------------------------- while it works


def test_it_says_what_it_does_and_can_be_stopped(page: Page, large, folder, monkeypatch) -> None:
    page.choose(large)
    page.run(STEPS)
    page.push()
    page.until("() => heard.some((each) => each.startsWith('Læser projektmappen'))")
    assert page.run("() => document.getElementById('progress').value > 0")
    page.ask("click", selector="#stop")
    page.settled()
    said = page.text("#answer")
    assert "Fordel pulje: stoppet" in said and "Stoppet. Der er ikke lavet nogen fil" in said
    page.choose(calculated("dagtilbud_budget_2023", folder))
    page.run(STEPS)
    assert "færdig" in page.pushed()  # by a Python that is started anew
    heard = page.run("() => heard.filter((each, at) => each !== heard[at - 1] && !each.startsWith('Henter'))")
    assert [each for each in heard if each != "Regner …"] == [
        "Læser projektmappen …", "Fordeler puljen …", "Bygger arkene …", "Klar"]


def test_it_can_be_stopped_before_python_is_there_and_a_file_dropped_meanwhile_waits(chromium, address, folder) -> None:
    page = opened(chromium, address, ready=False, broken={"fordel.zip": {"how": "never", "times": 1}})
    page.until("() => Boolean(globalThis.fordelHentet)")
    name, data = "b.xlsx", budget(folder / "b.xlsx").read_bytes()
    page.ask("drop", selector="#drop", files=[[name, base64.b64encode(data).decode()]])
    page.until("() => !document.getElementById('halt').hidden")
    page.ask("drop", selector="#drop", files=[["to.xlsx", ""]])
    assert page.text("#note") == "Fordel er i gang. Vent, eller stop først."
    page.ask("click", selector="#stop")
    page.until("() => document.getElementById('answer-title')?.textContent === 'b.xlsx: stoppet'")
    page.until("() => document.getElementById('halt').hidden")
    page.choose(calculated("dagtilbud_budget_2023", folder))
    assert "færdig" in page.pushed()
    chromium.ask("forget", profile=page.profile)


def test_without_memory_it_is_a_sentence_and_a_small_workbook_goes(chromium, address, large, folder) -> None:
    """As the browser says it when the machine has no more: here from 80 MB on."""
    page = opened(chromium, address, broken={"worker.js": {"how": {"before": NO_MEMORY}, "times": 1}})
    said = page.choose(large) or page.pushed()
    assert "Browseren har ikke hukommelse nok til denne projektmappe." in said
    page.choose(calculated("dagtilbud_budget_2023", folder))
    assert "færdig" in page.pushed()
    chromium.ask("forget", profile=page.profile)


# ------------------------------------------------------------------------------------- what it asks for, what it leaves


def test_no_other_host_is_asked_and_nothing_of_a_workbook_is_kept(chromium, page: Page, address, tmp_path) -> None:
    rows = [[SECRET, 30, 40, 0.2], ["Birken", 20, 25, 0.05], ["Cedertræet", 25, 25, 0.1]]
    source = budget(tmp_path / f"{SECRET}.xlsx", rows, pool=[("Pulje", AMOUNT)])
    page.choose(source)
    said = page.pushed()
    while page.asks():
        said = page.reply({"begrundelse": SECRET, "pulje": str(AMOUNT)})
    assert "færdig" in said and SECRET in said
    told = page.ask("told")
    assert told["outside"] == [] and told["console"] == []
    page.until(KEPT, timeout=120_000)
    later = chromium.open(page.profile, f"{address}licenser/LAES-MIG.txt")
    later.until("() => document.body?.innerText.length > 100")
    hits, searched, bases, local = later.run(EVERYTHING, [SECRET, AMOUNT])
    assert (hits, bases, local) == (0, 0, []) and searched > 50  # the files of the build are there, and were searched
    later.ask("close")


def test_where_nothing_may_be_kept_it_works_all_the_same(chromium, address, folder) -> None:
    profile = chromium.profile(refusing=True)
    page = opened(chromium, address, profile)
    page.choose(calculated("dagtilbud_budget_2023", folder))
    assert "færdig" in page.pushed()
    chromium.ask("forget", profile=profile)
