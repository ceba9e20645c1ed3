"""How the page comes: all of it, in half, where much is forbidden; what it asks the net for, and what it leaves."""

from __future__ import annotations

import itertools
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.addin.hosts.excel.web import books
from tests.addin.hosts.excel.web.chromium import HERE, READY, Chromium, Pane, node
from tests.hosts_agree.test_excel_button import calculated

pytestmark = pytest.mark.chromium

SECRET, AMOUNT = "Hemmeligehuset", 7654321.25
TOLD = "() => document.getElementById('answer')?.hidden === false"
KEPT = "() => caches.keys()"
EARLY = "() => document.getElementById('missing')?.checkVisibility()"
CALL = "() => fordel.kald('FORDEL_ANDEL', [[[1], [3]]])"
PICTURE = """async (given) => {
  const [name] = await caches.keys(), store = await caches.open(name), [request] = await store.keys();
  if (given) await store.put(request, new Response(given));
  return [name, (await (await store.match(request)).blob()).size];
}"""
# As a proxy without room on its disk does it, one that stops this kind of file, and a net that is gone.
WAYS = ("half", 404, "abort")
OURS = ("pane.js", "write.js", "python.js")
PYTHONS = [*itertools.product(("worker.js", "pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm"), WAYS),
           ("pyodide-lock.json", 404), ("python_stdlib.zip", "half"), ("fordel.zip", "half"), ("fordel.zip", 404)]


@pytest.fixture
def opened(chromium: Chromium, address: str):
    """Pages of a test, closed after it with the profile they were opened in."""
    profiles = []

    def open_page(page: str = "pane.html", profile: int | None = None, user_agent: str | None = None,
                  **given: Any) -> Pane:
        if profile is None:
            profile = chromium.profile(**({"userAgent": user_agent} if user_agent else {}))
            profiles.append(profile)
        return chromium.open(profile, address + page, **given)

    yield open_page
    for profile in profiles:
        chromium.ask("forget", profile=profile)


# ------------------------------------------------------------------------------------- all of it


def test_the_pane_tells_what_it_fetches_and_keeps_a_picture_for_the_next_start(opened) -> None:
    pane = opened()
    pane.until("() => document.getElementById('status')?.textContent.startsWith('Henter Fordel')")
    assert pane.run("() => document.querySelector('#progress').checkVisibility()")
    pane.until(READY, timeout=120_000)
    assert not pane.text("#work")
    told = pane.ask("told")
    assert told["console"] == [] and told["outside"] == []
    pane.run("async () => { for (const name of ['fordel-000000000000', 'andres']) await caches.open(name); }")

    second = opened(profile=pane.profile)  # takes the picture, and empties what another build has kept
    second.until(READY, timeout=120_000)
    assert second.run(CALL) == [[0.25], [0.75]]
    kept = second.run(KEPT)
    assert len(kept) == 2 and "andres" in kept and "fordel-000000000000" not in kept
    second.run("() => caches.delete('andres')")
    assert second.run(PICTURE)[1] > 5_000_000

    assert second.run(PICTURE, "ikke et billede")[1] == 15
    third = opened(profile=pane.profile)  # finds it spoilt, and starts anew without it
    third.until(READY, timeout=120_000)
    assert third.run(CALL) == [[0.25], [0.75]] and third.run(KEPT) == []


def test_nothing_is_asked_of_any_other_host_than_our_own_and_office_js(pane: Pane, functions: Pane) -> None:
    for page in (pane, functions):
        told = page.ask("told")
        assert told["outside"] == [] and len(told["requests"]) > 10


# ------------------------------------------------------------------------------------- half of it


@pytest.mark.parametrize("file, how", PYTHONS)
def test_a_file_of_python_that_never_comes_is_told_in_a_sentence(opened, file, how) -> None:
    pane = opened(broken={file: {"how": how, "times": 99}})
    pane.until(TOLD, timeout=120_000)
    assert pane.text("#answer h2") == "Fordel kunne ikke hentes"
    assert "Tjek forbindelsen" in pane.text("#answer") and pane.text("#answer button") == "Prøv igen"
    assert not pane.text("#missing") and pane.run("() => document.querySelector('#answer pre').textContent.length > 5")


@pytest.mark.parametrize("how", WAYS)
@pytest.mark.parametrize("file", OURS)
def test_a_file_of_the_page_itself_that_does_not_come_is_told_in_a_sentence(opened, file, how) -> None:
    pane = opened(broken={file: {"how": how, "times": 1}})
    pane.until(EARLY)
    assert "Fordel kunne ikke hentes." in pane.text("#missing") and not pane.text("#app")
    pane.ask("click", selector="#again")  # reloaded, it is there
    pane.until("() => document.getElementById('app')?.checkVisibility() && Boolean(globalThis.fordelHentet)")


@pytest.mark.parametrize("file", ["custom-functions-code.js", "funktioner.js", "wasm.js"])
def test_so_is_one_of_the_page_of_functions(opened, file) -> None:
    page = opened("funktioner.html", broken={file: {"how": "half", "times": 1}})
    page.until(EARLY)


def test_what_fails_once_is_fetched_again_by_itself_and_cells_that_wait_are_right(opened) -> None:
    page = opened("funktioner.html", broken={"fordel.zip": {"how": 404, "times": 1}})
    page.until("() => globalThis.standin?.functions.size > 0")
    page.run("""() => {
      globalThis.early = { there: document.getElementById("status").textContent };
      for (const [key, cell] of Object.entries({ right: 3, wrong: "x" })) {
        standin.cell("FORDEL_ANDEL", [[[1], [cell]]]).then((answer) => { early[key] = answer; });
      }
    }""")
    page.until("() => early.right && early.wrong", timeout=120_000)
    early = page.run("() => early")
    assert early["there"].startswith("Henter Fordel …")
    assert early["right"] == {"answer": [[0.25], [0.75]]}
    assert early["wrong"]["message"] == 'tal, nr. 2: "x" er ikke et tal'
    assert len([each for each in page.ask("told")["requests"] if each.endswith("fordel.zip")]) == 2


def test_what_fails_twice_is_fetched_again_when_asked_and_cells_that_wait_are_told(opened) -> None:
    page = opened("funktioner.html", broken={"fordel.zip": {"how": 404, "times": 2}})
    page.until("() => globalThis.standin?.functions.size > 0")
    refused = page.run("() => standin.cell('FORDEL_ANDEL', [[[1], [3]]])")
    assert refused["error"] == "#VALUE!" and refused["message"].startswith("Fordel kunne ikke hentes.")
    page.until(TOLD)
    page.ask("click", selector="#answer button")
    page.until(READY, timeout=120_000)
    assert page.run("() => standin.cell('FORDEL_ANDEL', [[[1], [3]]])") == {"answer": [[0.25], [0.75]]}
    assert "Ctrl+Alt+F9" in page.text("#answer")  # the cells that were refused are not calculated again by themselves


def test_a_button_pressed_before_python_is_there_waits_and_one_pressed_after_it_failed_is_told(opened) -> None:
    pane = opened(broken={"fordel.zip": {"how": 404, "times": 2}}, seed={"book": empty()})
    pane.until("() => document.querySelector('button.action')?.disabled === false")
    pane.press("fordel_pulje")
    assert "Fordel kunne ikke hentes" in pane.answer()
    pane.press("fordel_pulje")
    assert "Fordel kunne ikke hentes" in pane.answer()
    assert pane.run("() => standin.behind.syncs") == 0


def empty() -> dict[str, Any]:
    return {"name": "Tom.xlsx", "sheets": [{"name": "Ark1", "cells": []}]}


# ------------------------------------------------------------------------------------- where much is forbidden


def test_where_webassembly_is_blocked_it_is_told_at_once(opened) -> None:
    policy = "script-src 'self' https://appsforoffice.microsoft.com; worker-src 'self'"
    pane = opened(headers={"content-security-policy": policy})
    pane.until(TOLD, timeout=15_000)
    assert "WebAssembly er slået fra i denne pc's Office" in pane.text("#answer")
    assert not pane.text("#answer button")  # to try again does not help


def test_in_a_frame_of_another_site_nothing_may_be_kept_and_all_works(chromium, opened, tmp_path) -> None:
    """As in Excel on the web, where storage and service workers may both be refused."""
    seed = {"book": books.seed(calculated("dagtilbud_budget_2023", tmp_path))}
    profile = chromium.profile(refusing=True)
    outer = opened(profile=profile, framed=True, seed=seed)
    inside = {"frame": "pane.html"}
    outer.until(READY, timeout=120_000, **inside)
    refused = "() => caches.keys().then(() => 'lov', (error) => error.name)"
    assert outer.run(refused, **inside) == "SecurityError"
    assert outer.run("() => { try { localStorage.length; return 'lov'; } catch (e) { return e.name; } }",
                     **inside) == "SecurityError"
    assert outer.run("() => navigator.serviceWorker?.register('x.js').then(() => 'lov', () => 'nej') ?? 'nej'",
                     **inside) == "nej"
    assert outer.run(CALL, **inside) == [[0.25], [0.75]]
    outer.run("() => { standin.press('fordel_pulje'); }", **inside)
    outer.until("() => Boolean(document.getElementById('go'))", **inside)
    outer.run("() => document.getElementById('go').click()", **inside)
    outer.until("() => document.querySelector('#answer h2')?.textContent === 'Fordel pulje: færdig'", **inside)
    outer.run("() => { standin.press('seneste_fejl'); }", **inside)
    outer.until("() => document.querySelector('#answer h2')?.textContent === 'Seneste fejl'", **inside)
    chromium.ask("forget", profile=profile)


@pytest.mark.parametrize("engine", ["Mozilla/5.0 (Windows NT 10.0; Trident/7.0; rv:11.0) like Gecko",
                                    "Mozilla/5.0 (Windows NT 10.0) Chrome/64.0.3282.140 Safari/537.36 Edge/18.17763"])
def test_an_old_engine_is_told_to_its_user_and_nothing_is_fetched(opened, engine) -> None:
    pane = opened(user_agent=engine)
    pane.until("() => Boolean(globalThis.fordelHentet)")
    assert "Fordel kan ikke køre i denne udgave af Office." in pane.text("#old") and not pane.text("#app")
    assert not [request for request in pane.ask("told")["requests"] if "worker.js" in request]


def test_what_an_old_engine_reads_is_in_words_it_knows(web_site: Path) -> None:
    """early.js in ECMAScript 5; and the page itself has no script it would trip on but modules, which it passes by."""
    code = """
      const { parse } = await import(process.argv[2] + "/node_modules/acorn/dist/acorn.mjs");
      const { readFileSync } = await import("node:fs");
      parse(readFileSync(process.argv[1], "utf8"), { ecmaVersion: 5 });"""
    [script] = web_site.glob("*/early.js")
    subprocess.run([*node("--input-type=module", "-e", code, "--", str(script), str(HERE))], check=True)


def test_without_office_js_it_is_told_which_address_must_be_let_through(opened) -> None:
    pane = opened(withoutOffice=True)
    pane.until(TOLD)
    assert "appsforoffice.microsoft.com" in pane.text("#answer")


def test_outside_excel_it_is_told_where_it_belongs(opened, chromium) -> None:
    pane = opened(seed={"host": None})
    pane.until(TOLD)
    assert "Åbn Fordel i Excel" in pane.text("#answer")
    assert pane.run("() => [...document.querySelectorAll('button.action')].every((button) => button.disabled)")


# ------------------------------------------------------------------------------------- what is left behind

EVERYTHING = """async ([name, amount]) => {
  const found = [document.cookie, JSON.stringify(localStorage), JSON.stringify(sessionStorage), location.href];
  for (const name of await caches.keys()) {
    const store = await caches.open(name);
    for (const request of await store.keys()) {
      const bytes = new Uint8Array(await (await store.match(request)).arrayBuffer());
      found.push(request.url, ...["latin1", "utf-16le"].map((encoding) => new TextDecoder(encoding).decode(bytes)));
    }
  }
  const bases = await indexedDB.databases();
  found.push(JSON.stringify(bases), JSON.stringify(await navigator.serviceWorker?.getRegistrations() ?? []));
  const bits = new TextDecoder("latin1").decode(new Float64Array([amount]));
  const planted = (text) => [name, String(Math.floor(amount)), bits].some((each) => text.includes(each));
  return [found.filter(planted).length, found.length, bases.length, Object.keys(localStorage)];
}"""


def test_nothing_of_a_workbook_is_kept(chromium, pane, functions, address, tmp_path) -> None:
    """Planted values, through a button and through functions, are nowhere in what the browser keeps."""
    seed = books.seed(calculated("dagtilbud_budget_2023", tmp_path))
    text = json.dumps(seed, ensure_ascii=False).replace("Ådalen", SECRET)
    assert SECRET in text
    pane.open_book(json.loads(text))
    assert "færdig" in pane.whole()
    assert SECRET in json.dumps(pane.run("() => standin.readback({ Fordeling: [60, 8] })"), ensure_ascii=False)
    for cells in ([[AMOUNT], [SECRET]], [[AMOUNT], [1]]):
        functions.run("(cells) => standin.cell('FORDEL_ANDEL', [cells])", cells)
    for page, local in ((pane, []), (functions, ["xlwingsSessionId"])):  # a number xlwings draws for itself
        later = chromium.open(page.profile, f"{address}licenser/LAES-MIG.txt")
        later.until("() => document.body?.innerText.length > 100")
        hits, searched, bases, found = later.run(EVERYTHING, [SECRET, AMOUNT])
        assert (hits, bases, found) == (0, 0, local) and searched >= 8
        later.ask("close")
